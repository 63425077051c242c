/** A consumer's data: receipts, consents, contributions, and what is paid for them. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type Action, plain } from '../../chain/action.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { phaseOf } from '../../lib/campaign.ts';
import { exportKept, isOpenedBy } from '../../lib/commitment.ts';
import { eligible } from '../../lib/contribution.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { save } from '../../ui/download.ts';
import { Figures } from '../../ui/Figures.tsx';
import { useMore } from '../../ui/More.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { CampaignText } from '../campaigns/Item.tsx';
import { Consent } from './Consent.tsx';
import { Contribute } from './Contribute.tsx';
import { KeepForm, Receipts } from './Receipts.tsx';
import { type Notebook, useKept } from './useKept.ts';
import { type MyData as Found, type Part, useMyData } from './useMyData.ts';

type PartAction = 'revoke' | 'claim';

const actionsOf = ({ campaign: { id }, mine, consented }: Part): Action<PartAction>[] => {
	const campaign = { campaign: id };
	const claimable = mine !== undefined && (mine.payable > 0n || mine.closes);
	return [
		...(claimable
			? [{ ...plain('claim', call('DataRewards', 'claim', campaign)), proceeds: mine.payable }]
			: []),
		...(consented ? [plain('revoke', call('DataRewards', 'revoke', campaign))] : []),
	];
};

const Mine = ({ part }: { part: Part }): ReactNode => {
	const { t } = useTexts();
	const { mine, projected, campaign } = part;
	if (mine === undefined) {
		return null;
	}
	const bhtd = (planck: bigint): string => showBhtd(planck, 'down', BHTD_DECIMALS);
	const all = showBhtd(campaign.ledger.accumulator.weight, 'down', BHTD_DECIMALS);
	const rows = [
		['weight', bhtd(mine.weight)],
		['payable', bhtd(mine.payable)],
		['paid', bhtd(mine.paid)],
		['reserved', bhtd(mine.reserved)],
		['projected', bhtd(projected)],
	] as const;
	return (
		<>
			<Figures
				figures={rows.map(([name, value]) => ({ name, label: t(`mydata.mine.${name}`, { all }), value }))}
			/>
			{mine.closes && <p>{t('mydata.closes')}</p>}
		</>
	);
};

const PartItem = ({
	part,
	found: { now, account: data },
	notebook,
}: {
	part: Part;
	found: Found;
	notebook: Notebook;
}): ReactNode => {
	const { t } = useTexts();
	const { account, session } = useChain();
	const { campaign, consented, next } = part;
	if (account === undefined || session === undefined) {
		return null;
	}
	const limits = session.constants.DataRewards;
	const phase = phaseOf(campaign.terms.window, now, limits.QuietPeriod);
	const joins = data !== undefined && (phase === 'open' || phase === 'ahead');
	const counting = eligible(data?.receipts ?? [], campaign.terms, next);
	const shared = { campaign, account: account.address, chain: session.chain, notebook };
	return (
		<li className="panel" data-part={campaign.id}>
			<CampaignText campaign={campaign} now={now} />
			{consented && (
				<p>
					<Tag kind="good">{t('mydata.consented')}</Tag>
				</p>
			)}
			<Mine part={part} />
			<Actions
				subject={campaign.purpose}
				actions={actionsOf(part)}
				label={(name) => t(`mydata.action.${name}`)}
				field={() => ''}
			/>
			{data === undefined && <p>{t('mydata.needAccount')}</p>}
			{joins && !consented && <Consent {...shared} pointerLength={limits.MaxPointerLength} />}
			{joins && consented && counting.length === 0 && <p>{t('mydata.noEligible')}</p>}
			{joins && consented && counting.length > 0 && <Contribute {...shared} counting={counting} />}
		</li>
	);
};

/** What is kept here, and nowhere else. */
const Salts = ({ notebook: { kept } }: { notebook: Notebook }): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	const wrong = kept.filter((one) => !isOpenedBy(one)).length;
	return (
		<section className="panel" aria-labelledby="salts-title">
			<h2 id="salts-title">{t('mydata.salts')}</h2>
			<p data-kept={kept.length}>{t('mydata.salts.intro', { count: kept.length })}</p>
			{kept.length > 0 && (
				<>
					<p>{wrong === 0 ? t('mydata.verified') : t('mydata.unverified', { count: wrong })}</p>
					<Button onClick={() => save('bhtd-commitments.json', exportKept(session?.chain ?? '', kept))}>
						{t('mydata.export')}
					</Button>
				</>
			)}
		</section>
	);
};

const Content = ({ found, more }: { found: Found; more: (total: number) => ReactNode }): ReactNode => {
	const { t } = useTexts();
	const { account, session } = useChain();
	const notebook = useKept();
	return (
		<>
			{found.account === undefined ? (
				<KeepForm most={session?.constants.DataRewards.MaxSlots ?? 1} />
			) : (
				<Receipts data={found.account} />
			)}
			<section aria-labelledby="parts-title">
				<h2 id="parts-title">{t('mydata.campaigns')}</h2>
				{found.parts.length === 0 && <p>{t('mydata.none')}</p>}
				<ul className="holdings">
					{found.parts.map((part) => (
						<PartItem
							key={`${account?.address} ${part.campaign.id}`}
							part={part}
							found={found}
							notebook={notebook}
						/>
					))}
				</ul>
				{more(found.total)}
			</section>
			<Salts notebook={notebook} />
		</>
	);
};

const MyData = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { most, more } = useMore();
	const found = useMyData(most);
	return (
		<>
			<h1>{t('mydata.title')}</h1>
			<p>{t('mydata.intro')}</p>
			{account === undefined ? (
				<p>{t('account.choose')}</p>
			) : found === undefined ? (
				<p>{t('app.loading')}</p>
			) : (
				<Content key={account.address} found={found} more={more} />
			)}
		</>
	);
};

export default MyData;
