/** Opening a campaign. */
import { type ReactNode, useState } from 'react';
import { compareAccounts, isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import type { Refusal } from '../../chain/errors.ts';
import { useTexts } from '../../i18n/i18n.ts';
import {
	CAMPAIGN_FIELDS,
	type CampaignDraft,
	type CampaignField,
	checkCampaign,
	EMPTY_CAMPAIGN,
	HIGHEST_PROVIDER_PERCENT,
} from '../../lib/campaign.ts';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { formProblemText } from '../../ui/formTexts.ts';
import { HashField } from '../../ui/HashField.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { useDuration } from '../../ui/useDuration.ts';

const FIELD_OF: Readonly<Record<string, CampaignField>> = {
	'DataRewards.PurposeMissing': 'purpose',
	'DataRewards.WindowOutOfBounds': 'from',
	'DataRewards.CapOutOfBounds': 'capPerReceipt',
	'DataRewards.ProviderShareTooHigh': 'providerShare',
	'DataRewards.SplitNotWhole': 'splitTreasury',
	'Token.FundsUnavailable': 'funds',
	'Token.NotExpendable': 'funds',
	'Arithmetic.Underflow': 'funds',
};

const fieldOf = ({ name }: Refusal): CampaignField | undefined => FIELD_OF[name];

/** How far ahead of the present block the portal suggests to begin: time to fill in the rest. */
const AHEAD = 100;

/** A campaign that could be opened in block `now`, as long as is usual or as the chain allows. */
const suggested = (now: number, quiet: number, aftermath: number): CampaignDraft => {
	const until = now + AHEAD + 10 * quiet;
	return {
		...EMPTY_CAMPAIGN,
		from: String(now + AHEAD),
		until: String(until),
		closes: String(until + 2 * aftermath),
	};
};

interface Props {
	readonly now: number;
	readonly done: () => void;
	/** What the chain allows. */
	readonly limits: {
		readonly MaxPurposeLength: number;
		readonly MaxCategories: number;
		readonly MaxMerchants: number;
		readonly QuietPeriod: number;
		readonly ShortestAftermath: number;
		readonly LongestCampaign: number;
	};
}

const Form = ({ now, limits, done }: Props): ReactNode => {
	const texts = useTexts();
	const { t, why } = texts;
	const duration = useDuration();
	const [draft, setDraft] = useState(() => suggested(now, limits.QuietPeriod, limits.ShortestAftermath));
	const [touched, setTouched] = useState<ReadonlySet<CampaignField>>(new Set());
	const checked = checkCampaign(draft, {
		now,
		purposeLength: limits.MaxPurposeLength,
		categories: limits.MaxCategories,
		merchants: limits.MaxMerchants,
		quiet: limits.QuietPeriod,
		aftermath: limits.ShortestAftermath,
		longest: limits.LongestCampaign,
		isAddress,
		compare: compareAccounts,
	});
	const opening = checked.ok ? call('DataRewards', 'open_campaign', checked.value) : undefined;
	const trial = useTrial(opening);
	const problems = checked.ok ? {} : checked.error;
	const errorOf = (field: CampaignField): string | undefined => {
		const problem = problems[field];
		if (problem !== undefined) {
			return touched.has(field) ? formProblemText(texts, problem) : undefined;
		}
		return trial.state === 'refused' && fieldOf(trial.refusal) === field ? why(trial.refusal) : undefined;
	};
	const shared = (name: CampaignField, help?: string) => ({
		name,
		label: t(`campaign.field.${name}`),
		value: draft[name],
		help,
		error: errorOf(name),
		onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
		onBlur: () => setTouched((before) => new Set(before).add(name)),
	});
	const text = (name: CampaignField, numeric = false, help?: string): ReactNode => (
		<TextField {...shared(name, help)} numeric={numeric} />
	);
	const wrong = CAMPAIGN_FIELDS.filter((field) => problems[field] !== undefined);
	const missing =
		wrong.length === 0
			? undefined
			: t('tx.wrongFields', { fields: wrong.map((field) => t(`campaign.field.${field}`)).join(', ') });
	const [from, until, closes] = [draft.from, draft.until, draft.closes].map(Number);
	return (
		<form aria-label={t('campaign.open')} onSubmit={(event) => event.preventDefault()}>
			{text('purpose', false, t('campaign.purpose.help', { most: limits.MaxPurposeLength }))}
			<HashField {...shared('schema', t('campaign.schema.help'))} />
			<div className="pair">
				{text('categories', false, t('campaign.categories.help', { most: limits.MaxCategories }))}
				{text('merchants', false, t('campaign.merchants.help', { most: limits.MaxMerchants }))}
			</div>
			<div className="triple">
				{text('from', true, t('campaign.from.help', { block: now }))}
				{text('until', true, t('campaign.until.help', { quiet: limits.QuietPeriod }))}
				{text('closes', true, t('campaign.closes.help', { aftermath: limits.ShortestAftermath }))}
			</div>
			{checked.ok && from !== undefined && until !== undefined && closes !== undefined && (
				<p>
					{t('campaign.times', {
						ahead: duration(from - now),
						length: duration(until - from),
						rest: duration(closes - until),
					})}
				</p>
			)}
			<div className="pair">
				{text('capPerReceipt', true, t('campaign.cap.help'))}
				{text('capPerPerson', true)}
			</div>
			{text('provider', false, t('campaign.provider.help'))}
			<div className="pair">
				{text('providerShare', true, t('campaign.share.help', { most: HIGHEST_PROVIDER_PERCENT }))}
				{text('minimum', true, t('campaign.minimum.help'))}
			</div>
			<fieldset className="inner">
				<legend>{t('campaign.split')}</legend>
				<div className="triple">
					{text('splitContributors', true)}
					{text('splitProvider', true)}
					{text('splitTreasury', true)}
				</div>
			</fieldset>
			{text('funds', true, t('campaign.funds.help'))}
			<SignBox
				label={t('campaign.open')}
				button={t('campaign.open')}
				call={opening}
				trial={trial}
				missing={missing}
				done={done}
			/>
		</form>
	);
};

export const OpenForm = ({ now }: { now: number }): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	const limits = session?.constants.DataRewards;
	// A new form after each campaign, its files included.
	const [round, setRound] = useState(0);
	return (
		<section className="panel" aria-labelledby="open-title">
			<h2 id="open-title">{t('campaign.open')}</h2>
			<p>{t('campaign.open.intro')}</p>
			{limits !== undefined && (
				<Form key={round} now={now} limits={limits} done={() => setRound(round + 1)} />
			)}
		</section>
	);
};
