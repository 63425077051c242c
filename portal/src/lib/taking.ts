/** A trade with the quotes of others as it is typed, checked before the chain is asked. */
import { type AmountProblem, MAX_BALANCE, parseAmount } from './amounts.ts';
import { type DeadlineProblem, readDeadline } from './deadline.ts';
import { type Asset, type PriceProblem, priceDecimals, readLimit } from './price.ts';
import { fail, ok, type Result } from './result.ts';

export type Direction = 'buy' | 'sell';

export interface TakeDraft {
	readonly amount: string;
	/** The worst price; empty for that of the last quote that it takes. */
	readonly limit: string;
	/** The least to get, or the most to pay; empty for what is quoted. */
	readonly bound: string;
	/** The last block; empty for the usual. */
	readonly deadline: string;
}

export const EMPTY_TAKE: TakeDraft = { amount: '', limit: '', bound: '', deadline: '' };

export interface TakeRules {
	readonly base: Asset;
	readonly quote: Asset;
	readonly least: bigint;
	/** What the account has of what it gives: of the base asset if it sells. */
	readonly free: bigint;
	/** What the market has now, for the limit of who names none. */
	readonly worst: (amount: bigint) => bigint | undefined;
	readonly present: number;
}

export type TakeField = keyof TakeDraft;
export type TakeProblem =
	| AmountProblem
	| PriceProblem
	| DeadlineProblem
	| 'belowLot'
	| 'tooMuch'
	| 'noQuotes';
export type TakeProblems = Partial<Record<TakeField, TakeProblem>>;

export interface TakeTerms {
	readonly amount: bigint;
	readonly limit: bigint;
	/** As it was typed; nothing for what is quoted. */
	readonly bound: bigint | undefined;
	readonly deadline: number;
}

export const checkTake = (
	direction: Direction,
	draft: TakeDraft,
	rules: TakeRules,
): Result<TakeTerms, TakeProblems> => {
	const problems: TakeProblems = {};
	const note = (field: TakeField, problem: TakeProblem): void => {
		problems[field] ??= problem;
	};
	const amount = parseAmount(draft.amount, rules.base.decimals);
	if (!amount.ok) {
		note('amount', amount.error);
	} else if (amount.value < rules.least) {
		note('amount', 'belowLot');
	} else if (direction === 'sell' && amount.value > rules.free) {
		note('amount', 'tooMuch');
	}
	const limit =
		draft.limit.trim() === '' ? undefined : readLimit(draft.limit, priceDecimals(rules.base, rules.quote));
	if (limit?.ok === false) {
		note('limit', limit.error);
	}
	const bound = draft.bound.trim() === '' ? undefined : parseAmount(draft.bound, rules.quote.decimals);
	if (bound?.ok === false) {
		note('bound', bound.error);
	} else if (direction === 'buy' && bound?.ok && bound.value > rules.free) {
		note('bound', 'tooMuch');
	}
	const deadline = readDeadline(draft.deadline, rules.present);
	if (!deadline.ok) {
		note('deadline', deadline.error);
	}
	const worst = amount.ok ? rules.worst(amount.value) : undefined;
	const found = limit?.ok ? limit.value : worst;
	if (amount.ok && limit === undefined && worst === undefined) {
		note('amount', 'noQuotes');
	}
	return amount.ok && deadline.ok && found !== undefined && Object.keys(problems).length === 0
		? ok({
				amount: amount.value,
				limit: found,
				bound: bound?.ok ? bound.value : undefined,
				deadline: deadline.value,
			})
		: fail(problems);
};

/** What a trade would do now, in smallest units. */
export interface Outcome {
	readonly base: bigint;
	readonly quote: bigint;
}

/** What somebody who has agreed to an outcome is held to: no more to pay, or no less to get. */
export const boundOf = ({ bound }: TakeTerms, outcome: Outcome): bigint => bound ?? outcome.quote;

/** Whether an outcome keeps to what was typed as the bound. */
export const keepsBound = (direction: Direction, { bound }: TakeTerms, { quote }: Outcome): boolean =>
	bound === undefined || (direction === 'buy' ? quote <= bound : quote >= bound);

/** A bound that nothing breaks, to learn from the chain why something else fails. */
export const openBound = (direction: Direction): bigint => (direction === 'buy' ? MAX_BALANCE : 0n);
