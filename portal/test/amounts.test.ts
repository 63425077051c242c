import { describe, expect, it } from 'vitest';
import {
	BHTD_DECIMALS,
	chartNumber,
	MAX_BALANCE,
	parseAmount,
	permille,
	plainAmount,
	showAmount,
	showBhtd,
} from '../src/lib/amounts.ts';
import { fail, ok } from '../src/lib/result.ts';

describe('parseAmount', () => {
	it.each([
		['1', 2, 100n],
		['1.5', 2, 150n],
		['.5', 2, 50n],
		['1.', 2, 100n],
		['  7 ', 0, 7n],
		['0', 12, 0n],
		['0.000000000001', 12, 1n],
		['1.50000', 1, 15n],
		['007', 0, 7n],
		[MAX_BALANCE.toString(), 0, MAX_BALANCE],
	])('reads "%s" with %i decimals', (text, decimals, units) => {
		expect(parseAmount(text, decimals)).toEqual(ok(units));
	});

	it.each([
		['', 2, 'empty'],
		['   ', 2, 'empty'],
		['.', 2, 'notNumber'],
		['-1', 2, 'notNumber'],
		['+1', 2, 'notNumber'],
		['1,000', 2, 'notNumber'],
		['1.2.3', 2, 'notNumber'],
		['1e3', 2, 'notNumber'],
		['0x10', 2, 'notNumber'],
		['１', 2, 'notNumber'],
		['1.234', 2, 'tooFine'],
		['0.1', 0, 'tooFine'],
		[(MAX_BALANCE + 1n).toString(), 0, 'tooLarge'],
		[MAX_BALANCE.toString(), 1, 'tooLarge'],
	])('refuses "%s" with %i decimals: %s', (text, decimals, problem) => {
		expect(parseAmount(text, decimals)).toEqual(fail(problem));
	});

	it('reads back whatever it has written', () => {
		for (const decimals of [0, 1, 2, 12, 18]) {
			for (const units of [0n, 1n, 9n, 10n, 12_345n, 10n ** 18n, MAX_BALANCE]) {
				expect(parseAmount(plainAmount(units, decimals), decimals)).toEqual(ok(units));
			}
		}
	});
});

describe('showAmount', () => {
	it.each([
		[0n, 2, '0'],
		[1n, 2, '0.01'],
		[100n, 2, '1'],
		[123_456_789n, 2, '1,234,567.89'],
		[1_000n, 0, '1,000'],
		[999n, 0, '999'],
		[1_234_567n, 6, '1.234567'],
	])('writes %s with %i decimals as %s', (units, decimals, text) => {
		expect(showAmount(units, decimals, 'down')).toBe(text);
	});

	it('rounds only as told, and to no more digits than wanted', () => {
		expect(showAmount(1_999n, 3, 'down', 2)).toBe('1.99');
		expect(showAmount(1_991n, 3, 'up', 2)).toBe('2');
		expect(showAmount(1_990n, 3, 'up', 2)).toBe('1.99');
		expect(showAmount(1n, 12, 'down', 6)).toBe('0');
		expect(showAmount(1n, 12, 'up', 6)).toBe('0.000001');
	});

	it('never shows more than there is when rounding down, nor less when rounding up', () => {
		const text = (units: bigint, rounding: 'down' | 'up'): bigint => {
			const found = parseAmount(
				showAmount(units, BHTD_DECIMALS, rounding, 4).replaceAll(',', ''),
				BHTD_DECIMALS,
			);
			return found.ok ? found.value : -1n;
		};
		for (let units = 1n; units < 10n ** 30n; units = units * 7n + 3n) {
			expect(text(units, 'down')).toBeLessThanOrEqual(units);
			expect(text(units, 'up')).toBeGreaterThanOrEqual(units);
			expect(text(units, 'up') - text(units, 'down')).toBeLessThanOrEqual(10n ** 8n);
		}
	});

	it('names BHTD', () => {
		expect(showBhtd(1_500_000_000_000n, 'down')).toBe('1.5 BHTD');
	});
});

it('gauges shares without going above the whole', () => {
	expect(permille(1n, 3n)).toBe(333);
	expect(permille(3n, 3n)).toBe(1000);
	expect(permille(1n, 0n)).toBe(0);
});

it('draws amounts as numbers', () => {
	expect(chartNumber(150n, 2)).toBe(1.5);
});
