/** Points of a side chain: what the main chain pays for them, what the side chain does, and what waits. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { CoverView } from '../../chain/side.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { cardOfDocument } from '../../lib/card.ts';
import { worthOfPoint } from '../../lib/points.ts';
import { coverLeft } from '../../lib/redemption.ts';
import { shorten } from '../../lib/shorten.ts';
import { Card } from '../../ui/card.tsx';
import { useChain } from '../../ui/chain.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { usePaged } from '../../ui/More.tsx';
import { NodeNotice } from '../../ui/NodeNotice.tsx';
import { useStored } from '../../ui/store.ts';
import { Tag } from '../../ui/Tag.tsx';
import { UrlForm } from '../../ui/UrlForm.tsx';
import { ConvertHere } from './ConvertHere.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import { SideProvider, useSide } from './side.tsx';
import { type SideHolding, useRecognition, useSideHoldings, useSideRedemptions } from './useSidePoints.ts';
import { Waiting } from './Waiting.tsx';

/** Where a side chain that somebody tries out serves RPC, beside a main chain. */
const LOCAL_SIDE = 'ws://127.0.0.1:9988';

const Cover = ({ cover, free }: { cover: CoverView | undefined; free: bigint }): ReactNode => {
	const { t } = useTexts();
	const amounts =
		cover === undefined
			? []
			: ([
					['confirmed', showBhtd(cover.confirmed, 'down', BHTD_DECIMALS)],
					['used', showBhtd(cover.used, 'up', BHTD_DECIMALS)],
					['reserved', showBhtd(cover.reserved, 'up', BHTD_DECIMALS)],
					['left', showBhtd(coverLeft(cover), 'down', BHTD_DECIMALS)],
				] as const);
	return (
		<section className="panel" aria-labelledby="cover-title">
			<h2 id="cover-title">{t('sidepoints.cover')}</h2>
			{cover === undefined && <p>{t('sidepoints.noCover')}</p>}
			<Figures
				figures={[
					...(cover === undefined
						? []
						: [
								{
									name: 'issuer',
									label: t('sidepoints.figure.issuer'),
									value: <span title={cover.issuer}>{shorten(cover.issuer)}</span>,
								},
							]),
					...amounts.map(([name, value]) => ({ name, label: t(`sidepoints.figure.${name}`), value })),
					{ name: 'free', label: t('sidepoints.free'), value: showBhtd(free, 'down', BHTD_DECIMALS) },
				]}
			/>
		</section>
	);
};

const Item = ({
	holding,
	cover,
	who,
}: {
	holding: SideHolding;
	cover: CoverView | undefined;
	who: string;
}): ReactNode => {
	const { t } = useTexts();
	const { points, held, quote, here } = holding;
	const covered = cover?.issuer === points.issuer ? cover : undefined;
	const worth = (planck: bigint | undefined): string =>
		planck === undefined ? t('consumer.tooSmall') : showBhtd(planck, 'down', BHTD_DECIMALS);
	return (
		<li className="panel" data-side-holding={points.id} data-covered={covered !== undefined}>
			<div className="canvas">
				<div>
					<Card
						design={cardOfDocument(points.design)}
						name={points.title}
						symbol={points.unit}
						worth={showBhtd(worthOfPoint(points.floor, points.decimals), 'down', BHTD_DECIMALS)}
					/>
					<h3>
						{points.title}{' '}
						<Tag kind={covered === undefined ? 'notice' : 'good'}>
							{t(covered === undefined ? 'sidepoints.convertible' : 'sidepoints.covered')}
						</Tag>
					</h3>
					<p>
						<strong>
							{t('consumer.held', { amount: `${showAmount(held, points.decimals, 'down')} ${points.unit}` })}
						</strong>
						<br />
						{covered !== undefined && quote !== undefined && (
							<>
								<span data-on-main>{t('sidepoints.onMain', { amount: worth(quote.out) })}</span>
								{quote.out > coverLeft(covered) && (
									<>
										<br />
										{t('sidepoints.inPart', { left: worth(coverLeft(covered)) })}
									</>
								)}
								<br />
							</>
						)}
						<span data-here>{t('sidepoints.here', { amount: worth(here) })}</span>
					</p>
					{covered === undefined && <p>{t('sidepoints.onlyHere')}</p>}
				</div>
				<div>
					{covered !== undefined && <RedeemForm holding={holding} cover={covered} who={who} />}
					<ConvertHere holding={holding} />
				</div>
			</div>
		</li>
	);
};

/** What the account has on a side chain that has been recognised. */
const Account = ({ who, chain }: { who: string; chain: string }): ReactNode => {
	const { t } = useTexts();
	const holdings = useSideHoldings(who);
	const redemptions = useSideRedemptions(who);
	const { shown, more } = usePaged(holdings ?? []);
	if (holdings === undefined || redemptions === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	const { cover, free, now, pending } = redemptions;
	return (
		<>
			<Cover cover={cover} free={free} />
			<Waiting who={who} now={now} pending={pending} />
			<h2>{t('sidepoints.holdings')}</h2>
			{holdings.length === 0 && <p>{t('sidepoints.none', { chain })}</p>}
			<ul className="holdings">
				{shown.map((holding) => (
					<Item key={holding.points.id} holding={holding} cover={cover} who={who} />
				))}
			</ul>
			{more}
		</>
	);
};

const RECOGNISED = { known: 'success', behind: 'warning', unknown: 'warning', other: 'error' } as const;

const Content = ({ url }: { url: string }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { status, session, best } = useSide();
	const recognition = useRecognition(url);
	return (
		<>
			<NodeNotice status={status} url={url} best={best} foreign={t('sidepoints.foreign', { url })} />
			{session !== undefined && (
				<p data-side={session.id}>
					{t('sidepoints.connected', { chain: session.chain, id: session.id, best: best?.number ?? '–' })}
				</p>
			)}
			{session !== undefined && recognition !== undefined && (
				<Alert
					type={RECOGNISED[recognition]}
					data-recognition={recognition}
					title={t(`sidepoints.recognition.${recognition}`, { id: session.id })}
				/>
			)}
			{account === undefined ? (
				<p>{t('account.choose')}</p>
			) : (
				session !== undefined &&
				recognition !== undefined &&
				recognition !== 'other' && (
					<Account key={account.address} who={account.address} chain={session.chain} />
				)
			)}
		</>
	);
};

const SidePoints = (): ReactNode => {
	const { t } = useTexts();
	const [url = LOCAL_SIDE, setUrl] = useStored('side');
	return (
		<>
			<h1>{t('sidepoints.title')}</h1>
			<p>{t('sidepoints.intro')}</p>
			<section className="panel" aria-labelledby="side-title">
				<h2 id="side-title">{t('sidepoints.node')}</h2>
				<UrlForm
					name="side"
					label={t('sidepoints.address')}
					help={t('sidepoints.address.help')}
					url={url}
					setUrl={setUrl}
				/>
			</section>
			<SideProvider key={url} url={url}>
				<Content url={url} />
			</SideProvider>
		</>
	);
};

export default SidePoints;
