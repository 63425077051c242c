import { describe, expect, it } from 'vitest';
import { checkDraft, type Field, type Problem } from '../src/lib/check.ts';
import type { Draft, RuleDraft } from '../src/lib/draft.ts';
import { FULL, LIMITS, PLAIN } from './samples.ts';

const problemsOf = (changes: Partial<Draft>) => {
	const found = checkDraft({ ...PLAIN, ...changes }, LIMITS);
	return found.ok ? {} : found.error;
};

const ruleProblems = (changes: Partial<RuleDraft>) =>
	FULL.rule === null ? {} : problemsOf({ rule: { ...FULL.rule, ...changes } });

describe('a draft without problems', () => {
	it('is counted in smallest units', () => {
		const found = checkDraft(FULL, LIMITS);
		expect(found).toMatchObject({
			ok: true,
			value: {
				supply: 100_000_000n,
				floor: 10n ** 8n * 10n ** 18n,
				margin: 2_000n * 10n ** 12n,
				rule: {
					rate: 150_000_000n,
					bonus: 200n,
					capPerOrder: 10_000n,
					capPerDay: 50_000n,
					budget: 1_000_000n,
					from: 0,
					until: 5_256_000,
					multipliers: [[7, 200]],
				},
			},
		});
	});

	it('may leave out what is not needed', () => {
		expect(problemsOf({ margin: '', profile: '' })).toEqual({});
		expect(ruleProblems({ bonus: '', capPerDay: '', multipliers: [] })).toEqual({});
		expect(ruleProblems({ rate: '' })).toEqual({});
	});

	it('counts bytes, not letters', () => {
		expect(problemsOf({ name: '豆'.repeat(16) })).toEqual({});
		expect(problemsOf({ name: '豆'.repeat(17) })).toEqual({ name: 'tooLong' });
	});
});

describe('problems of a class', () => {
	const cases: [Field, Problem, Partial<Draft>][] = [
		['name', 'missing', { name: '  ' }],
		['name', 'tooLong', { name: 'x'.repeat(51) }],
		['symbol', 'missing', { symbol: '' }],
		['decimals', 'empty', { decimals: '' }],
		['decimals', 'notWhole', { decimals: '1.5' }],
		['decimals', 'tooManyDecimals', { decimals: '19' }],
		['supply', 'empty', { supply: '' }],
		['supply', 'zero', { supply: '0' }],
		['supply', 'tooFine', { supply: '1.234' }],
		['supply', 'supplyTooLarge', { decimals: '0', supply: String(1n << 127n), floor: '0.000000000001' }],
		['floor', 'zero', { floor: '0.0' }],
		['floor', 'tooFine', { floor: '0.0000000000001' }],
		['floor', 'tooLarge', { decimals: '0', supply: '1', floor: '1000000000' }],
		['floor', 'liabilityTooLarge', { decimals: '0', supply: String((1n << 127n) - 1n), floor: '1' }],
		['kind', 'notOffered', { kind: 'Rights' }],
		['scope', 'notOffered', { scope: 'NonTransferable' }],
		['margin', 'notNumber', { margin: '1,000' }],
		['profile', 'tooLong', { profile: 'x'.repeat(1025) }],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		expect(problemsOf(changes)).toEqual({ [field]: problem });
	});

	it('are all told at once', () => {
		expect(problemsOf({ name: '', supply: 'x', floor: '-1' })).toEqual({
			name: 'missing',
			supply: 'notNumber',
			floor: 'notNumber',
		});
	});

	it('include a design that is too long', () => {
		const found = checkDraft(PLAIN, { ...LIMITS, designLength: 10 });
		expect(found).toMatchObject({ ok: false, error: { card: 'tooLong' } });
	});
});

describe('problems of a rule', () => {
	const row = (category: string, percent: string) => ({ category, percent });
	const cases: [Field, Problem, Partial<RuleDraft>][] = [
		['rate', 'earnsNothing', { rate: '0', bonus: '' }],
		['rate', 'tooLarge', { rate: '10000000000000000000000000000000' }],
		['bonus', 'notNumber', { bonus: 'some' }],
		['capPerOrder', 'empty', { capPerOrder: '' }],
		['capPerOrder', 'zero', { capPerOrder: '0' }],
		['capPerDay', 'zero', { capPerDay: '0' }],
		['budget', 'zero', { budget: '0' }],
		['from', 'notWhole', { from: 'now' }],
		['until', 'endsBeforeStart', { from: '10', until: '10' }],
		['until', 'blockTooHigh', { until: '4294967296' }],
		['multipliers', 'empty', { multipliers: [row('', '100')] }],
		['multipliers', 'categoryOutOfRange', { multipliers: [row('65536', '100')] }],
		['multipliers', 'percentTooHigh', { multipliers: [row('1', '1001')] }],
		['multipliers', 'categoryTwice', { multipliers: [row('1', '100'), row('01', '200')] }],
		[
			'multipliers',
			'tooMany',
			{ multipliers: Array.from({ length: 17 }, (_, index) => row(String(index), '50')) },
		],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		expect(ruleProblems(changes)).toEqual({ [field]: problem });
	});
});
