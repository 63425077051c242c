import { describe, expect, it } from 'vitest';
import { deadlineAfter, readDeadline } from '../src/lib/deadline.ts';
import { fail, ok } from '../src/lib/result.ts';
import {
	boundOf,
	checkTake,
	type Direction,
	EMPTY_TAKE,
	keepsBound,
	openBound,
	type TakeDraft,
	type TakeField,
	type TakeProblem,
	type TakeRules,
} from '../src/lib/taking.ts';

const BHTD = 10n ** 12n;
const YUAN = 10n ** 6n;
const PRICE = 10n ** 12n;

const RULES: TakeRules = {
	base: { unit: 'BHTD', decimals: 12 },
	quote: { unit: 'CNY', decimals: 6 },
	least: BHTD,
	free: 100n * BHTD,
	worst: (amount) => (amount > 50n * BHTD ? undefined : 2n * PRICE),
	present: 101,
};

const DRAFT: TakeDraft = { ...EMPTY_TAKE, amount: '5' };

describe('a deadline', () => {
	it('lies ahead, and moves in steps', () => {
		expect(deadlineAfter(101)).toBe(250);
		expect(deadlineAfter(150)).toBe(250);
		expect(deadlineAfter(151)).toBe(300);
		for (const block of [0, 1, 49, 50, 1000]) {
			expect(deadlineAfter(block)).toBeGreaterThanOrEqual(block + 100);
		}
	});

	it('must lie ahead if it is named', () => {
		expect(readDeadline('', 101)).toEqual(ok(250));
		expect(readDeadline(' 102 ', 101)).toEqual(ok(102));
		expect(readDeadline('101', 101)).toEqual(fail('blockPassed'));
		expect(readDeadline('soon', 101)).toEqual(fail('notWhole'));
		expect(readDeadline('4294967296', 101)).toEqual(fail('blockTooHigh'));
	});
});

describe('a trade', () => {
	it('takes its limit from the market, and its bound from what is quoted', () => {
		const found = checkTake('buy', DRAFT, RULES);
		expect(found).toEqual(ok({ amount: 5n * BHTD, limit: 2n * PRICE, bound: undefined, deadline: 250 }));
		expect(found.ok && boundOf(found.value, { base: 5n * BHTD, quote: 9n })).toBe(9n);
	});

	it('keeps to what is typed', () => {
		const typed = { amount: '60', limit: '2.1', bound: '130', deadline: '120' };
		expect(checkTake('sell', typed, RULES)).toEqual(
			ok({ amount: 60n * BHTD, limit: (21n * PRICE) / 10n, bound: 130n * YUAN, deadline: 120 }),
		);
	});

	const wrong: [TakeField, TakeProblem, Direction, Partial<TakeDraft>][] = [
		['amount', 'empty', 'buy', { amount: '' }],
		['amount', 'belowLot', 'buy', { amount: '0.9' }],
		['amount', 'tooMuch', 'sell', { amount: '101', limit: '1' }],
		['amount', 'noQuotes', 'buy', { amount: '51' }],
		['limit', 'zero', 'buy', { limit: '0' }],
		['limit', 'notNumber', 'sell', { limit: 'cheap' }],
		['bound', 'tooFine', 'sell', { bound: '1.0000001' }],
		['bound', 'tooMuch', 'buy', { bound: '100000001' }],
		['deadline', 'blockPassed', 'buy', { deadline: '7' }],
	];

	it.each(wrong)('says at %s that it is %s', (field, problem, direction, changes) => {
		expect(checkTake(direction, { ...DRAFT, ...changes }, RULES)).toEqual(fail({ [field]: problem }));
	});

	it('is held to its bound in the right direction', () => {
		const terms = { amount: 1n, limit: 1n, bound: 10n, deadline: 1 };
		const outcome = (quote: bigint) => ({ base: 1n, quote });
		expect(keepsBound('buy', terms, outcome(10n))).toBe(true);
		expect(keepsBound('buy', terms, outcome(11n))).toBe(false);
		expect(keepsBound('sell', terms, outcome(9n))).toBe(false);
		expect(keepsBound('sell', { ...terms, bound: undefined }, outcome(0n))).toBe(true);
		expect(openBound('buy')).toBe((1n << 128n) - 1n);
		expect(openBound('sell')).toBe(0n);
	});
});
