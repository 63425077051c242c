/** A quote as it is typed, checked before the chain is asked. */
import { type AmountProblem, parseAmount } from './amounts.ts';
import type { Side } from './book.ts';
import { type Asset, cost, type PriceProblem, priceDecimals, readPrice } from './price.ts';
import { fail, ok, type Result } from './result.ts';

export interface QuoteDraft {
	readonly side: Side;
	/** Which of the market's lots; zero is retail. */
	readonly lot: number;
	readonly price: string;
	readonly size: string;
	/** For how many blocks it is valid. */
	readonly blocks: string;
}

export interface QuoteRules {
	readonly base: Asset;
	readonly quote: Asset;
	/** The least size. */
	readonly least: bigint;
	/** The floor of a class, which no price may be below. */
	readonly floor: bigint | undefined;
	/** The best price on the other side of the lot, which must not be met. */
	readonly opposite: bigint | undefined;
	/** The most blocks for which a quote is valid. */
	readonly longest: number;
	readonly present: number;
	/** What the account can put on hold of either asset, with what is on hold for this quote already. */
	readonly free: { readonly base: bigint; readonly quote: bigint };
}

export type QuoteField = 'price' | 'size' | 'blocks';

export type QuoteProblem =
	| AmountProblem
	| PriceProblem
	| 'notWhole'
	| 'belowLot'
	| 'belowFloor'
	| 'wouldCross'
	| 'blocksOutOfBounds'
	| 'tooMuch';

export type QuoteProblems = Partial<Record<QuoteField, QuoteProblem>>;

export interface QuoteTerms {
	readonly price: bigint;
	readonly size: bigint;
	readonly expiry: number;
	/** What is paid or got for all of it, rounded up. */
	readonly worth: bigint;
	/** What is put on hold: of the base asset for an ask, of the quote asset for a bid. */
	readonly funds: bigint;
}

const crosses = (side: Side, price: bigint, other: bigint): boolean =>
	side === 'Ask' ? price <= other : price >= other;

const readBlocks = (text: string, longest: number): Result<number, QuoteProblem> => {
	if (!/^\d+$/.test(text.trim())) {
		return fail('notWhole');
	}
	const blocks = BigInt(text.trim());
	return blocks === 0n || blocks > longest ? fail('blocksOutOfBounds') : ok(Number(blocks));
};

export const checkQuote = (draft: QuoteDraft, rules: QuoteRules): Result<QuoteTerms, QuoteProblems> => {
	const { side } = draft;
	const problems: QuoteProblems = {};
	const note = (field: QuoteField, problem: QuoteProblem): void => {
		problems[field] ??= problem;
	};
	const price = readPrice(draft.price, priceDecimals(rules.base, rules.quote));
	const size = parseAmount(draft.size, rules.base.decimals);
	const blocks = readBlocks(draft.blocks, rules.longest);
	if (!price.ok) {
		note('price', price.error);
	} else if (rules.floor !== undefined && price.value < rules.floor) {
		note('price', 'belowFloor');
	} else if (rules.opposite !== undefined && crosses(side, price.value, rules.opposite)) {
		note('price', 'wouldCross');
	}
	if (!size.ok) {
		note('size', size.error);
	} else if (size.value < rules.least) {
		note('size', 'belowLot');
	}
	if (!blocks.ok) {
		note('blocks', blocks.error);
	}
	const worth = price.ok && size.ok ? cost(size.value, price.value) : 0n;
	if (worth === undefined) {
		note('size', 'tooLarge');
	}
	const funds = side === 'Ask' ? (size.ok ? size.value : 0n) : (worth ?? 0n);
	if (funds > (side === 'Ask' ? rules.free.base : rules.free.quote)) {
		note('size', 'tooMuch');
	}
	return price.ok && size.ok && blocks.ok && Object.keys(problems).length === 0
		? ok({
				price: price.value,
				size: size.value,
				expiry: rules.present + blocks.value,
				worth: worth ?? 0n,
				funds,
			})
		: fail(problems);
};
