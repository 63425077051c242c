import { describe, expect, it } from 'vitest';
import { feeAfter } from '../src/lib/fee.ts';

const ONE = 10n ** 18n;

describe('the fee in the end', () => {
	it('is the advance, if all of the weight was needed', () => {
		expect(feeAfter(1_000n, 0n, ONE)).toBe(1_000n);
	});

	it('is less by what was not needed, at the multiplier of the moment', () => {
		expect(feeAfter(1_000n, 300n, ONE)).toBe(700n);
		expect(feeAfter(1_000n, 300n, 2n * ONE)).toBe(400n);
	});

	it('is never too low by rounding', () => {
		expect(feeAfter(1_000n, 3n, ONE / 2n)).toBe(999n);
	});
});
