/** Reports that are for sale, and the purchases that concern the account in use. */
import type { ReactNode } from 'react';
import { type Purchase, purchaseActions, type Report, reportActions } from '../../chain/campaigns.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { ARBITER_ROLES } from '../../lib/product.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { usePaged } from '../../ui/More.tsx';
import { useDuration } from '../../ui/useDuration.ts';
import { Delivery } from './Delivery.tsx';
import { showPercent } from './Item.tsx';

const PARTS = ['buyer', 'provider', 'arbiter'] as const;

type Role = Report['offer']['arbiters'][number]['role']['type'];

/** The name of a role. Those that no arbiter is asked for here go by what the chain calls them. */
const roleName = ({ t }: Texts, role: Role): string => {
	const known = ARBITER_ROLES.find((one) => one === role);
	return known === undefined ? role : t(`role.${known}`);
};

const ReportItem = ({ report, purpose }: { report: Report; purpose: string }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account } = useChain();
	const title = t('report.title', { id: report.id, purpose });
	const actions =
		account === undefined
			? []
			: reportActions(
					report,
					account.address,
					({ who, role, fee }) => `${shorten(who)}, ${roleName(texts, role.type)}, ${showPercent(fee)}`,
				);
	return (
		<li className="panel" data-report={report.id}>
			<h3>{title}</h3>
			<p>
				<strong>{t('report.price', { price: showBhtd(report.offer.price, 'up', BHTD_DECIMALS) })}</strong>
				<br />
				<small title={report.provider}>{t('report.by', { provider: shorten(report.provider) })}</small>
				<br />
				<small className="bytes">{t('report.content', { hash: report.offer.content })}</small>
			</p>
			<Actions
				subject={title}
				actions={actions}
				label={(name) => t(`report.action.${name}`)}
				field={() => t('report.arbiter')}
				help={() => t('report.arbiter.help')}
			/>
		</li>
	);
};

const PurchaseItem = ({ purchase, now }: { purchase: Purchase; now: number }): ReactNode => {
	const { t } = useTexts();
	const { account, session } = useChain();
	const duration = useDuration();
	const { id, report, price, state, deadline } = purchase;
	const title = t('purchase.title', { id: String(id), report });
	const who = account?.address ?? '';
	const left = deadline - now;
	const pointerLength = session?.constants.DataRewards.MaxPointerLength ?? 0;
	return (
		<li className="panel" data-purchase={String(id)} data-state={state.type}>
			<h3>{title}</h3>
			<p>
				{PARTS.filter((part) => purchase[part] === who)
					.map((part) => t(`purchase.you.${part}`))
					.join(', ')}
				<br />
				<strong>{t(`purchase.state.${state.type}`, { deadline })}</strong>{' '}
				{left > 0 ? t('purchase.left', { left: duration(left) }) : t('purchase.over')}
				<br />
				{t('purchase.price', { price: showBhtd(price, 'up', BHTD_DECIMALS) })}
			</p>
			{state.type !== 'Paid' && <Delivery purchase={purchase} />}
			<Actions
				subject={title}
				actions={purchaseActions(purchase, who, now, pointerLength)}
				label={(name) => t(`purchase.action.${name}`)}
				field={(name) => t(`purchase.input.${name as 'delivered' | 'pointer' | 'evidence' | 'released'}`)}
			/>
		</li>
	);
};

export const Reports = ({
	reports,
	purposeOf,
}: {
	reports: readonly Report[];
	purposeOf: (campaign: number) => string;
}): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { shown, more } = usePaged(reports);
	return (
		<section aria-labelledby="reports-title">
			<h2 id="reports-title">{t('report.heading')}</h2>
			{reports.length === 0 && <p>{t('report.none')}</p>}
			<ul className="cards">
				{shown.map((report) => (
					<ReportItem
						key={`${account?.address} ${report.id}`}
						report={report}
						purpose={purposeOf(report.campaign)}
					/>
				))}
			</ul>
			{more}
		</section>
	);
};

export const Purchases = ({ purchases, now }: { purchases: readonly Purchase[]; now: number }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { shown, more } = usePaged(purchases);
	return (
		<section aria-labelledby="purchases-title">
			<h2 id="purchases-title">{t('purchase.heading')}</h2>
			{purchases.length === 0 && <p>{t('purchase.none')}</p>}
			<ul className="cards">
				{shown.map((purchase) => (
					<PurchaseItem key={`${account?.address} ${purchase.id}`} purchase={purchase} now={now} />
				))}
			</ul>
			{more}
		</section>
	);
};
