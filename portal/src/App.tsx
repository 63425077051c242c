/** The frame of the page: language, node, account and which part is shown. */
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import {
	type ComponentType,
	type LazyExoticComponent,
	lazy,
	type ReactNode,
	Suspense,
	useEffect,
	useMemo,
	useState,
} from 'react';
import { type Language, preferredLanguage, TextsContext, textsOf, useTexts } from './i18n/i18n.ts';
import { ChainProvider, useChain } from './ui/chain.tsx';
import { Failure } from './ui/Failure.tsx';
import { Header } from './ui/Header.tsx';
import { NodeNotice } from './ui/NodeNotice.tsx';
import { useStored } from './ui/store.ts';
import { TransactionsProvider } from './ui/transactions.tsx';

/** The node of somebody who has just started a development chain. */
const LOCAL_NODE = 'ws://127.0.0.1:9944';

/** A blue that is easy to read on white and under white. */
const PRIMARY = '#0b57a4';

/** The pages, by whom they are for. */
const GROUPS = {
	customers: {
		consumer: lazy(() => import('./pages/consumer/Consumer.tsx')),
		sidepoints: lazy(() => import('./pages/sidepoints/SidePoints.tsx')),
		store: lazy(() => import('./pages/store/Store.tsx')),
		orders: lazy(() => import('./pages/orders/Orders.tsx')),
		mydata: lazy(() => import('./pages/mydata/MyData.tsx')),
	},
	merchants: {
		designer: lazy(() => import('./pages/designer/Designer.tsx')),
		merchant: lazy(() => import('./pages/merchant/Merchant.tsx')),
		campaigns: lazy(() => import('./pages/campaigns/Campaigns.tsx')),
		chains: lazy(() => import('./pages/chains/Chains.tsx')),
	},
	markets: {
		trade: lazy(() => import('./pages/trade/Trade.tsx')),
		operator: lazy(() => import('./pages/operator/Operator.tsx')),
		settlement: lazy(() => import('./pages/settlement/Settlement.tsx')),
		institution: lazy(() => import('./pages/institution/Institution.tsx')),
	},
	network: {
		economy: lazy(() => import('./pages/economy/Economy.tsx')),
		witnesses: lazy(() => import('./pages/witnesses/Witnesses.tsx')),
		dividend: lazy(() => import('./pages/dividend/Dividend.tsx')),
		loop: lazy(() => import('./pages/loop/Loop.tsx')),
		explorer: lazy(() => import('./pages/explorer/Explorer.tsx')),
	},
} satisfies Record<string, Record<string, LazyExoticComponent<ComponentType>>>;

const PAGES = { ...GROUPS.customers, ...GROUPS.merchants, ...GROUPS.markets, ...GROUPS.network };

export type PageName = keyof typeof PAGES;
export type GroupName = keyof typeof GROUPS;
const NAMES = Object.keys(PAGES) as PageName[];
const MENU = (Object.keys(GROUPS) as GroupName[]).map((name) => ({
	name,
	pages: Object.keys(GROUPS[name]) as PageName[],
}));

/** What follows a question mark is for the page itself. */
const pageOf = (hash: string): PageName =>
	NAMES.find((name) => hash.split('?')[0] === `#/${name}`) ?? 'designer';

const usePage = (): PageName => {
	const [page, setPage] = useState(() => pageOf(location.hash));
	useEffect(() => {
		const update = (): void => setPage(pageOf(location.hash));
		addEventListener('hashchange', update);
		return () => removeEventListener('hashchange', update);
	}, []);
	return page;
};

const Content = ({ page }: { page: PageName }): ReactNode => {
	const { t } = useTexts();
	const { status, url, best } = useChain();
	const Page = PAGES[page];
	return (
		<main id="content" tabIndex={-1}>
			<NodeNotice status={status} url={url} best={best} foreign={t('node.foreign', { url })} />
			<Failure key={page}>
				<Suspense fallback={<p>{t('app.loading')}</p>}>
					<Page />
				</Suspense>
			</Failure>
		</main>
	);
};

export const App = (): ReactNode => {
	const page = usePage();
	const [kept, setLanguage] = useStored('language');
	const language: Language = kept === 'en' || kept === 'zh' ? kept : preferredLanguage();
	const [url = LOCAL_NODE, setUrl] = useStored('node');
	const texts = useMemo(() => textsOf(language), [language]);
	useEffect(() => {
		document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
		document.title = `${texts.t(`nav.${page}`)} – ${texts.t('app.title')}`;
	}, [language, page, texts]);
	return (
		<TextsContext value={texts}>
			<ConfigProvider
				locale={language === 'zh' ? zhCN : enUS}
				theme={{ token: { colorPrimary: PRIMARY, motion: false } }}
				button={{ autoInsertSpace: false }}
			>
				<ChainProvider url={url}>
					<TransactionsProvider>
						<Header menu={MENU} page={page} setLanguage={setLanguage} url={url} setUrl={setUrl} />
						<Content page={page} />
					</TransactionsProvider>
				</ChainProvider>
			</ConfigProvider>
		</TextsContext>
	);
};
