import { describe, expect, it } from 'vitest';
import { FIXED_ONE } from '../src/lib/amounts.ts';
import { bondOf, coverOf, type Price } from '../src/lib/bond.ts';

/** Half a BHTD for a token, and a tenth more for not paying. */
const PRICE: Price = { rate: 5n * 10n ** 11n * FIXED_ONE, penalty: 100_000, decimals: 6 };
const NOTHING = { outstanding: 0n, owed: 0n, penalties: 0n };

describe('the bond of new tokens', () => {
	it('is their worth and the penalty, rounded up', () => {
		expect(bondOf(10n ** 6n, PRICE, NOTHING)).toEqual({
			compensation: 5n * 10n ** 11n,
			penalty: 5n * 10n ** 10n,
			total: 55n * 10n ** 10n,
		});
		expect(bondOf(1n, { ...PRICE, rate: FIXED_ONE }, NOTHING)).toEqual({
			compensation: 1n,
			penalty: 1n,
			total: 2n,
		});
	});

	it('is no less than what is owed for those that exist', () => {
		const issued = { outstanding: 3n, owed: 10n * 10n ** 12n, penalties: 10n };
		const found = bondOf(1n, PRICE, issued);
		expect(found.compensation).toBe(3_333_333_333_334n);
		expect(found.penalty).toBe(333_333_333_334n);
		expect(bondOf(1n, { ...PRICE, penalty: 0 }, issued).penalty).toBe(4n);
	});

	it('never thins the cover', () => {
		const issued = { outstanding: 7n, owed: 100n, penalties: 3n };
		for (const amount of [1n, 2n, 13n]) {
			const { compensation } = bondOf(amount, { ...PRICE, rate: 1n }, issued);
			expect((issued.owed + compensation) * issued.outstanding).toBeGreaterThanOrEqual(
				issued.owed * (issued.outstanding + amount),
			);
		}
	});
});

it('covers a whole token with no more than is owed', () => {
	expect(coverOf({ outstanding: 3n, owed: 10n, penalties: 0n }, 1)).toBe(33n);
	expect(coverOf(NOTHING, 6)).toBeUndefined();
});
