/** One campaign: what it is about, where its money is, and what can be done with it. */
import type { ReactNode } from 'react';
import { type Campaign, campaignActions } from '../../chain/campaigns.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { phaseOf } from '../../lib/campaign.ts';
import { ARBITER_ROLES } from '../../lib/product.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { type Figure, Figures } from '../../ui/Figures.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useDuration } from '../../ui/useDuration.ts';

/** Percent, of millionths. */
export const showPercent = (parts: number, decimals = 4): string =>
	`${showAmount(BigInt(parts), decimals, 'down')} %`;

const figuresOf = ({ t }: Texts, { terms, ledger }: Campaign): Figure[] => {
	const money = [
		'funds',
		'income',
		'reserved',
		'claimed',
		'provider',
		'delivered',
		'waiting',
		'refunded',
	] as const;
	return [
		...money
			.filter((name) => name === 'funds' || name === 'claimed' || ledger[name] > 0n)
			.map((name) => ({
				name,
				label: t(`campaign.money.${name}`),
				value: showBhtd(ledger[name], 'down', BHTD_DECIMALS),
			})),
		{
			name: 'contributors',
			label: t('campaign.contributors'),
			value: t('campaign.contributors.value', { now: ledger.contributors, needed: terms.minimum }),
		},
	];
};

/** What counts: categories and merchants. */
const scopeText = ({ t }: Texts, { terms: { categories, merchants } }: Campaign): string =>
	[
		categories.length === 0
			? t('campaign.allCategories')
			: t('campaign.someCategories', { list: categories.join(', ') }),
		merchants.length === 0
			? t('campaign.allMerchants')
			: t('campaign.someMerchants', { list: merchants.map(shorten).join(', ') }),
	].join(' · ');

/** The part of a campaign that everybody sees. */
export const CampaignText = ({ campaign, now }: { campaign: Campaign; now: number }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { session } = useChain();
	const duration = useDuration();
	const { id, purpose, terms, sponsor } = campaign;
	const { from, until, closes } = terms.window;
	const phase = phaseOf(terms.window, now, session?.constants.DataRewards.QuietPeriod ?? 0);
	const next = { ahead: from, open: until, quiet: until, aftermath: closes, closed: now }[phase];
	return (
		<>
			<h3>
				{id}. {purpose}{' '}
				<Tag kind={phase === 'open' || phase === 'ahead' ? 'good' : 'notice'}>
					{t(`campaign.phase.${phase}`, { left: duration(next - now) })}
				</Tag>
			</h3>
			<p>
				{t('campaign.window', { from, until, closes })}
				<br />
				{scopeText(texts, campaign)}
				<br />
				{t('campaign.caps', {
					receipt: showBhtd(terms.cap_per_receipt, 'down'),
					person: showBhtd(terms.cap_per_person, 'down'),
				})}
				<br />
				<small title={`${sponsor} · ${terms.provider}`}>
					{t('campaign.people', {
						sponsor: shorten(sponsor),
						provider: shorten(terms.provider),
						share: showPercent(campaign.ledger.provider_share),
					})}
				</small>
				<br />
				<small>
					{t('campaign.splits', {
						contributors: showPercent(terms.split.contributors, 2),
						provider: showPercent(terms.split.provider, 2),
						treasury: showPercent(terms.split.treasury, 2),
					})}
				</small>
			</p>
		</>
	);
};

export const Item = ({ campaign, now }: { campaign: Campaign; now: number }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account, session } = useChain();
	const limits = session?.constants.DataRewards;
	const roles = ARBITER_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }));
	const actions =
		account === undefined || limits === undefined
			? []
			: campaignActions(campaign, account.address, {
					now,
					roles,
					grace: limits.GracePeriod,
					pointerLength: limits.MaxPointerLength,
				});
	return (
		<li className="panel" data-campaign={campaign.id}>
			<CampaignText campaign={campaign} now={now} />
			<Figures figures={figuresOf(texts, campaign)} />
			<Actions
				subject={campaign.purpose}
				actions={actions}
				label={(name) => t(`campaign.action.${name}`)}
				field={(name) => t(`campaign.input.${name as CampaignInput}`)}
			/>
		</li>
	);
};

type CampaignInput =
	| 'amount'
	| 'batch'
	| 'pointer'
	| 'share'
	| 'price'
	| 'content'
	| 'arbiter'
	| 'arbiterRole'
	| 'fee'
	| 'person';
