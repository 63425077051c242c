import { describe, expect, it } from 'vitest';
import { FIXED_ONE, MAX_BALANCE } from '../src/lib/amounts.ts';
import {
	affordable,
	floorOf,
	liability,
	proceeds,
	rateOf,
	unitsFor,
	worthOfPoint,
} from '../src/lib/points.ts';

const THIRD = FIXED_ONE / 3n;

describe('what points are worth', () => {
	it('rounds what is owed up and what is paid down, as the chain does', () => {
		expect(proceeds(10n, THIRD)).toBe(3n);
		expect(liability(10n, THIRD)).toBe(4n);
		expect(liability(0n, THIRD)).toBe(0n);
		expect(liability(5n, 2n * FIXED_ONE)).toBe(10n);
	});

	it('has no value out of range', () => {
		expect(liability(MAX_BALANCE, 2n * FIXED_ONE)).toBeUndefined();
		expect(proceeds(MAX_BALANCE, 2n * FIXED_ONE)).toBeUndefined();
		expect(proceeds(MAX_BALANCE, FIXED_ONE)).toBe(MAX_BALANCE);
	});

	it('never pays more than the liability it lifts', () => {
		for (let amount = 1n; amount < 10n ** 24n; amount = amount * 13n + 5n) {
			for (const floor of [1n, THIRD, FIXED_ONE - 1n, 7n * FIXED_ONE + 1n]) {
				const whole = liability(amount * 2n + 1n, floor) ?? 0n;
				const rest = liability(amount + 1n, floor) ?? 0n;
				expect(whole - rest).toBeGreaterThanOrEqual(proceeds(amount, floor) ?? 0n);
			}
		}
	});

	it('is exact for every floor of a whole point', () => {
		for (const decimals of [0, 2, 18]) {
			for (const planck of [1n, 3n, 10n ** 12n]) {
				expect(worthOfPoint(floorOf(planck, decimals), decimals)).toBe(planck);
			}
		}
	});
});

it('earns what a whole BHTD earns', () => {
	expect((10n ** 12n * rateOf(150n)) / FIXED_ONE).toBe(150n);
});

it('affords no more than the capacity covers', () => {
	for (const floor of [THIRD, FIXED_ONE, 7n * FIXED_ONE + 1n]) {
		const most = affordable(1_000n, floor);
		expect(liability(most, floor)).toBeLessThanOrEqual(1_000n);
		expect(liability(most + 1n, floor)).toBeGreaterThan(1_000n);
	}
	expect(affordable(1n, 0n)).toBe(0n);
});

it('asks for enough points', () => {
	for (const floor of [THIRD, FIXED_ONE, 7n * FIXED_ONE + 1n]) {
		const units = unitsFor(1_000n, floor) ?? 0n;
		expect(proceeds(units, floor)).toBeGreaterThanOrEqual(1_000n);
		expect(proceeds(units - 1n, floor)).toBeLessThan(1_000n);
	}
	expect(unitsFor(1n, 0n)).toBeUndefined();
});
