/** The head of the page: where to go, which node, which account, which language. */
import type { ReactNode } from 'react';
import type { PageName } from '../App.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { AccountPicker } from './AccountPicker.tsx';
import { useChain } from './chain.tsx';
import { type Menu, Navigation } from './Navigation.tsx';
import { UrlForm } from './UrlForm.tsx';

interface Props {
	readonly menu: Menu;
	readonly page: PageName;
	readonly setLanguage: (language: string) => void;
	readonly url: string;
	readonly setUrl: (url: string) => void;
}

const NodeForm = ({ url, setUrl }: { url: string; setUrl: (url: string) => void }): ReactNode => {
	const { t } = useTexts();
	const { session, best, finalised } = useChain();
	return (
		<details className="node">
			<summary>
				{session === undefined
					? t('node.label')
					: t('node.connected', {
							chain: session.chain,
							best: best?.number ?? '–',
							finalised: finalised?.number ?? '–',
						})}
			</summary>
			<UrlForm name="node" label={t('node.address')} url={url} setUrl={setUrl} />
		</details>
	);
};

export const Header = ({ menu, page, setLanguage, url, setUrl }: Props): ReactNode => {
	const { t, language } = useTexts();
	return (
		<header>
			<button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
				{t('app.skip')}
			</button>
			<div className="bar">
				<span className="brand">{t('app.title')}</span>
				<Navigation menu={menu} page={page} />
				<select
					className="choice language"
					aria-label={t('app.language')}
					value={language}
					onChange={(event) => setLanguage(event.target.value)}
				>
					<option value="en">English</option>
					<option value="zh">中文</option>
				</select>
			</div>
			<div className="bar">
				<NodeForm url={url} setUrl={setUrl} />
				<AccountPicker />
			</div>
		</header>
	);
};
