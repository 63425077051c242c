/** Trading with quotes that are there: at no worse than a limit, for no more or no less than agreed to. */
import { type ReactNode, useState } from 'react';
import type { Free, MarketInfo } from '../../chain/markets.ts';
import { directionOf, probeCall, quoteTrade, tradeCall, type Way } from '../../chain/trades.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { FIXED_ONE } from '../../lib/amounts.ts';
import { mergeBooks, worstPrice } from '../../lib/book.ts';
import {
	boundOf,
	checkTake,
	EMPTY_TAKE,
	keepsBound,
	type Outcome,
	type TakeDraft,
	type TakeField,
	type TakeProblem,
	type TakeTerms,
} from '../../lib/taking.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { priceUnit, showAsset, showMean } from './show.ts';

interface Props {
	readonly way: Way;
	readonly info: MarketInfo;
	readonly free: Free;
}

/** The bids a merchant of `amount` can sell to: those of lots that are not larger. */
const wholesaleBids = ({ bids, books }: MarketInfo, amount: bigint) =>
	mergeBooks(
		bids.filter((_, lot) => lot > 0 && (books[lot]?.lot ?? amount + 1n) <= amount),
		'Bid',
	);

const quotesFor = (way: Way, info: MarketInfo, amount: bigint) =>
	way === 'buy' ? info.asks : way === 'sell' ? (info.bids[0] ?? []) : wholesaleBids(info, amount);

const takeProblemText = (
	texts: Texts,
	problem: TakeProblem,
	values: { least: string; free: string },
): string => {
	switch (problem) {
		case 'belowLot':
		case 'tooMuch':
		case 'noQuotes':
		case 'blockPassed':
		case 'priceOffTick':
			return texts.t(`trade.problem.${problem}`, values);
		default:
			return problemText(texts, problem);
	}
};

interface PreviewProps {
	readonly way: Way;
	readonly info: MarketInfo;
	readonly terms: TakeTerms;
	readonly outcome: Outcome;
}

/** What would be traded, and what would not. */
const Preview = ({ way, info, terms, outcome }: PreviewProps): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const buys = way === 'buy';
	const mean = (outcome.quote * FIXED_ONE) / outcome.base;
	const left = terms.amount - outcome.base;
	return (
		<p data-outcome={String(outcome.quote)}>
			<strong>
				{t(buys ? 'trade.pays' : 'trade.gets', {
					base: showAsset(info.base, outcome.base, 'down'),
					quote: showAsset(info.quote, outcome.quote, buys ? 'up' : 'down'),
				})}
			</strong>
			<br />
			{t('trade.mean', {
				price: `${showMean(info, mean, buys ? 'up' : 'down')} ${priceUnit(texts, info)}`,
				limit: showMean(info, terms.limit, buys ? 'up' : 'down'),
			})}
			{left > 0n && (
				<>
					<br />
					{t('trade.left', { amount: showAsset(info.base, left, 'up') })}
				</>
			)}
		</p>
	);
};

export const TakeForm = ({ way, info, free }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account, best } = useChain();
	const [draft, setDraft] = useState<TakeDraft>(EMPTY_TAKE);
	const who = account?.address;
	const direction = directionOf(way);
	const { base, quote, market } = info;
	const least = info.books[way === 'wholesale' ? 1 : 0]?.lot ?? 0n;
	const given = direction === 'buy' ? quote : base;
	const has = direction === 'buy' ? free.quote : free.base;
	const checked = checkTake(direction, draft, {
		base,
		quote,
		least,
		free: has,
		worst: (amount) => worstPrice(quotesFor(way, info, amount), amount, who),
		present: best?.number ?? 0,
	});
	const terms = checked.ok ? checked.value : undefined;
	const outcome = useRead(
		`trade ${way} ${info.key} ${terms?.amount} ${terms?.limit} ${who}`,
		async ({ api }) =>
			terms === undefined || who === undefined
				? undefined
				: ((await quoteTrade(api, way, market, terms, who)) ?? null),
	);
	const isKept = terms !== undefined && outcome ? keepsBound(direction, terms, outcome) : true;
	const isSomething = outcome ? outcome.base > 0n : false;
	const trade =
		terms !== undefined && outcome && isKept && isSomething
			? tradeCall(way, market, terms, boundOf(terms, outcome))
			: undefined;
	const probe = terms !== undefined && outcome === null ? probeCall(way, market, terms) : undefined;
	const trial = useTrial(trade ?? probe);
	const problems = checked.ok ? {} : checked.error;
	const broken =
		outcome && !isKept
			? t(`trade.bound.${direction}.broken`, {
					amount: showAsset(quote, outcome.quote, direction === 'buy' ? 'up' : 'down'),
				})
			: undefined;
	const errorOf = (field: TakeField): string | undefined => {
		const problem = problems[field];
		if (field === 'bound' && problem === undefined) {
			return broken;
		}
		return problem === undefined || (draft[field] === '' && problem === 'empty')
			? undefined
			: takeProblemText(texts, problem, {
					least: showAsset(base, least, 'up'),
					free: showAsset(given, has, 'down'),
				});
	};
	const field = (name: TakeField, label: string, help: string, suffix?: string): ReactNode => (
		<TextField
			name={name}
			label={label}
			value={draft[name]}
			numeric
			suffix={suffix}
			help={help}
			error={errorOf(name)}
			onChange={(value) => setDraft((former) => ({ ...former, [name]: value }))}
		/>
	);
	const label = t(`trade.${way}`, { unit: base.unit });
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			<h3>{label}</h3>
			{field(
				'amount',
				t('trade.amount'),
				t('trade.amount.help', {
					least: showAsset(base, least, 'up'),
					free: showAsset(given, has, 'down', 6),
				}),
				base.unit,
			)}
			<details>
				<summary>{t('trade.more')}</summary>
				{field('limit', t(`trade.limit.${direction}`), t('trade.limit.help'), priceUnit(texts, info))}
				{field('bound', t(`trade.bound.${direction}`), t('trade.bound.help'), quote.unit)}
				{field('deadline', t('trade.deadline'), t('trade.deadline.help', { block: best?.number ?? '–' }))}
			</details>
			{terms !== undefined && outcome && isSomething && (
				<Preview way={way} info={info} terms={terms} outcome={outcome} />
			)}
			<SignBox
				label={terms === undefined ? label : `${label}: ${showAsset(base, terms.amount, 'down')}`}
				button={label}
				call={trade}
				trial={trial}
				missing={outcome && !isSomething ? t('trade.nothing') : broken}
				done={() => setDraft(EMPTY_TAKE)}
			/>
		</form>
	);
};
