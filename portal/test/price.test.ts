import { describe, expect, it } from 'vitest';
import { FIXED_ONE } from '../src/lib/amounts.ts';
import {
	cost,
	exposure,
	isOnTick,
	priceDecimals,
	proceeds,
	quotable,
	readLimit,
	readPrice,
	usefulDigits,
} from '../src/lib/price.ts';
import { fail, ok } from '../src/lib/result.ts';

const BHTD = { unit: 'BHTD', decimals: 12 };
const YUAN = { unit: 'CNY', decimals: 6 };
const POINTS = { unit: 'BEAN', decimals: 2 };

/** A yuan for a BHTD, in smallest units with 18 decimals. */
const ONE_YUAN = 10n ** 12n;

describe('prices', () => {
	it('are the chain’s number with the right decimals', () => {
		expect(priceDecimals(BHTD, YUAN)).toBe(12);
		expect(readPrice('1.98', priceDecimals(BHTD, YUAN))).toEqual(ok((198n * ONE_YUAN) / 100n));
		expect(readPrice('0.5', priceDecimals(POINTS, BHTD))).toEqual(ok(5n * 10n ** 9n * FIXED_ONE));
		expect(priceDecimals(BHTD, { unit: 'XXX', decimals: 0 })).toBe(6);
	});

	it('have at most five significant digits, and are not next to nothing', () => {
		expect(isOnTick(9_999n)).toBe(false);
		expect(isOnTick(10_000n)).toBe(true);
		expect(isOnTick(99_999n)).toBe(true);
		expect(isOnTick(100_001n)).toBe(false);
		expect(isOnTick(100_010n)).toBe(true);
		expect(isOnTick(34_028n * 10n ** 34n)).toBe(true);
		expect(readPrice('1.98001', 12)).toEqual(fail('priceOffTick'));
		expect(readPrice('0.0000000000001', 12)).toEqual(fail('priceOffTick'));
		expect(readPrice('0', 12)).toEqual(fail('zero'));
		expect(readPrice('2,5', 12)).toEqual(fail('notNumber'));
	});

	it('limit a trade with any number of digits', () => {
		expect(readLimit('1.98001', 12)).toEqual(ok(1_980_010_000_000n));
		expect(readLimit('0', 12)).toEqual(fail('zero'));
		expect(readLimit('', 12)).toEqual(fail('empty'));
	});

	it('are rounded against who takes', () => {
		const third = FIXED_ONE / 3n;
		expect(proceeds(10n, third)).toBe(3n);
		expect(cost(10n, third)).toBe(4n);
	});
});

it('shows small prices with the digits that count', () => {
	expect(usefulDigits(2n * 10n ** 12n, 12)).toBe(6);
	expect(usefulDigits(123_456n, 28)).toBe(27);
	expect(usefulDigits(0n, 12)).toBe(16);
});

describe('the exposure', () => {
	it('is rounded up, and what can be quoted down', () => {
		expect(exposure(11n, 100_000)).toBe(2n);
		expect(quotable(10n, 300_000)).toBe(33n);
		expect(exposure(quotable(10n, 300_000), 300_000)).toBeLessThanOrEqual(10n);
		expect(quotable(10n, 0)).toBe(0n);
	});
});
