/** Offering to others: a new quote, or other terms for one that is in the book. */

import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { type Call, call } from '../../chain/api.ts';
import type { Free, MarketInfo, Quote } from '../../chain/markets.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { plainAmount, showBhtd } from '../../lib/amounts.ts';
import type { Side } from '../../lib/book.ts';
import { cost, exposure } from '../../lib/price.ts';
import {
	checkQuote,
	type QuoteDraft,
	type QuoteField,
	type QuoteProblem,
	type QuoteTerms,
} from '../../lib/quoting.ts';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { useLotNames } from './OrderBook.tsx';
import { priceUnit, showAsset, showCount, showPrice } from './show.ts';

/** For how many blocks a quote is valid if nothing else is said: a day. */
const USUAL_BLOCKS = 14_400;

interface Props {
	readonly info: MarketInfo;
	readonly free: Free;
	/** Planck of its margin that an active operator has free; nothing for others, who have one lot. */
	readonly capacity: bigint | undefined;
	/** The quote that gets other terms. */
	readonly former?: Quote;
	readonly done?: () => void;
}

const quoteProblemText = (
	texts: Texts,
	problem: QuoteProblem,
	values: Readonly<Record<string, string | number>>,
): string => {
	switch (problem) {
		case 'belowLot':
		case 'belowFloor':
		case 'wouldCross':
		case 'blocksOutOfBounds':
		case 'tooMuch':
		case 'priceOffTick':
			return texts.t(`quote.problem.${problem}`, values);
		default:
			return problemText(texts, problem);
	}
};

const draftOf = (info: MarketInfo, former: Quote | undefined, longest: number): QuoteDraft => ({
	side: former?.book.side.type ?? 'Bid',
	lot: former?.book.lot ?? 0,
	price: former === undefined ? '' : plainAmount(former.price, info.decimals),
	size: former === undefined ? '' : plainAmount(former.remaining, info.base.decimals),
	blocks: String(Math.min(USUAL_BLOCKS, longest)),
});

/** What there is to offer, with what is on hold for the former quote. */
const freeWith = (free: Free, former: Quote | undefined): Free => {
	if (former === undefined) {
		return free;
	}
	const { remaining, price, book } = former;
	return book.side.type === 'Ask'
		? { ...free, base: free.base + remaining }
		: { ...free, quote: free.quote + (cost(remaining, price) ?? 0n) };
};

const callOf = (
	{ market }: MarketInfo,
	{ side, lot }: QuoteDraft,
	{ price, size, expiry }: QuoteTerms,
	former: Quote | undefined,
): Call =>
	former === undefined
		? call('Wholesale', 'quote', { market, side: Enum(side), lot, price, size, expiry })
		: call('Wholesale', 'replace', { id: former.id, price, size, expiry });

const Summary = ({
	info,
	draft,
	terms,
	owes,
}: {
	info: MarketInfo;
	draft: QuoteDraft;
	terms: QuoteTerms;
	/** The part of its BHTD that an operator's margin owes, in millionths. */
	owes: number | undefined;
}): ReactNode => {
	const { t } = useTexts();
	const isBid = draft.side === 'Bid';
	const bhtd = info.market.type === 'Bhtd' ? terms.size : terms.worth;
	return (
		<p data-funds={String(terms.funds)}>
			{t('quote.onHold', { amount: showAsset(isBid ? info.quote : info.base, terms.funds, 'up') })}{' '}
			{t(isBid ? 'quote.brings' : 'quote.costs', {
				base: showAsset(info.base, terms.size, 'down'),
				quote: showAsset(info.quote, terms.worth, 'up'),
			})}{' '}
			{t('quote.until', { block: terms.expiry })}
			{owes !== undefined && ` ${t('quote.owes', { amount: showBhtd(exposure(bhtd, owes), 'up') })}`}
		</p>
	);
};

export const QuoteForm = ({ info, free, capacity, former, done }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { best, session } = useChain();
	const constants = session?.constants.Wholesale;
	const longest = constants?.LongestLifetime ?? 0;
	const isOperator = capacity !== undefined;
	const [draft, setDraft] = useState<QuoteDraft>(() => draftOf(info, former, longest));
	// The block in which the form was last touched: the call must not be another with each block that comes.
	const [present, setPresent] = useState(best?.number ?? 0);
	const lots = useLotNames(info);
	const book = info.books[draft.lot];
	const opposite = draft.side === 'Bid' ? book?.ask : book?.bid;
	const has = freeWith(free, former);
	const checked = checkQuote(draft, {
		base: info.base,
		quote: info.quote,
		least: book?.lot ?? 0n,
		floor: info.floor,
		opposite,
		longest,
		present,
		free: has,
	});
	const terms = checked.ok ? checked.value : undefined;
	const made = terms === undefined ? undefined : callOf(info, draft, terms, former);
	const trial = useTrial(made);
	const problems = checked.ok ? {} : checked.error;
	const set = (changes: Partial<QuoteDraft>): void => {
		setDraft((before) => ({ ...before, ...changes }));
		setPresent(best?.number ?? 0);
	};
	const given = draft.side === 'Bid' ? info.quote : info.base;
	const errorOf = (field: QuoteField): string | undefined => {
		const problem = problems[field];
		return problem === undefined || draft[field] === ''
			? undefined
			: quoteProblemText(texts, problem, {
					least: showAsset(info.base, book?.lot ?? 0n, 'up'),
					floor: showPrice(info, info.floor ?? 0n),
					other: showPrice(info, opposite ?? 0n),
					free: showAsset(given, draft.side === 'Bid' ? has.quote : has.base, 'down'),
					longest: showCount(longest),
				});
	};
	const field = (name: QuoteField, label: string, help?: string, suffix?: string): ReactNode => (
		<TextField
			name={name}
			label={label}
			value={draft[name]}
			numeric
			suffix={suffix}
			help={help}
			error={errorOf(name)}
			onChange={(value) => set({ [name]: value })}
		/>
	);
	const label = former === undefined ? t('quote.place') : t('quote.replace');
	const sides = [
		{ value: 'Bid', label: t('quote.side.Bid', { unit: info.base.unit }) },
		{ value: 'Ask', label: t('quote.side.Ask', { unit: info.base.unit }) },
	];
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			{former === undefined && (
				<div className="pair">
					<ChoiceField
						name="side"
						label={t('quote.side')}
						value={draft.side}
						options={sides}
						onChange={(value) => {
							const side: Side = value === 'Ask' ? 'Ask' : 'Bid';
							// Nobody could take an ask for a wholesale lot.
							set(side === 'Ask' ? { side, lot: 0 } : { side });
						}}
					/>
					{isOperator && draft.side === 'Bid' && lots.length > 1 ? (
						<ChoiceField
							name="lot"
							label={t('book.lot')}
							value={String(draft.lot)}
							options={lots}
							onChange={(value) => set({ lot: Number(value) })}
						/>
					) : (
						<div />
					)}
				</div>
			)}
			<div className="pair">
				{field('price', t('book.price', { unit: priceUnit(texts, info) }), t('quote.price.help'))}
				{field('size', t('quote.size'), undefined, info.base.unit)}
			</div>
			{field('blocks', t('quote.blocks'), t('quote.blocks.help', { longest: showCount(longest) }))}
			{terms !== undefined && (
				<Summary
					info={info}
					draft={draft}
					terms={terms}
					owes={isOperator ? constants?.ExposureRate : undefined}
				/>
			)}
			<SignBox
				label={terms === undefined ? label : `${label}: ${showAsset(info.base, terms.size, 'down')}`}
				button={label}
				call={made}
				trial={trial}
				primary={former === undefined}
				done={() => {
					setDraft(draftOf(info, former, longest));
					done?.();
				}}
			/>
		</form>
	);
};
