import { expect, it } from 'vitest';
import { isKept, totalsOf } from '../src/lib/promise.ts';

const backing = (held: bigint, owed: bigint, points: bigint) => ({ issuer: 'a', held, owed, points });

it('is kept to the planck, or not', () => {
	expect(isKept(backing(10n, 10n, 10n))).toBe(true);
	expect(isKept(backing(10n, 9n, 8n))).toBe(true);
	expect(isKept(backing(9n, 10n, 10n))).toBe(false);
	expect(isKept(backing(11n, 9n, 10n))).toBe(false);
});

it('is added up, but one issuer does not cover another', () => {
	expect(totalsOf([backing(100n, 10n, 10n), backing(9n, 10n, 10n)])).toEqual({
		held: 109n,
		owed: 20n,
		points: 20n,
		broken: 1,
	});
	expect(totalsOf([])).toEqual({ held: 0n, owed: 0n, points: 0n, broken: 0 });
});
