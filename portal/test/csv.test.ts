import { describe, expect, it } from 'vitest';
import { type CsvRules, readAwards } from '../src/lib/csv.ts';
import { type Book, checkReceipt, endOf, nextReceipt } from '../src/lib/receipts.ts';

const words = (...numbers: readonly bigint[]): bigint[] => {
	const used = Array.from({ length: 16 }, () => 0n);
	for (const number of numbers) {
		const slot = number % 1024n;
		const word = Number(slot / 64n);
		used[word] = (used[word] ?? 0n) | (1n << (slot % 64n));
	}
	return used;
};

const FRESH: Book = { base: 0n, used: words() };
const RULES: CsvRules = {
	decimals: 2,
	book: { base: 0n, used: words(5n) },
	most: 3,
	isAddress: (text) => text.startsWith('5'),
};

const problems = (text: string, rules = RULES) => readAwards(text, rules).map(({ problem }) => problem);

describe('receipt books', () => {
	it('know what was used', () => {
		expect(checkReceipt(FRESH, 0n)).toBeUndefined();
		expect(checkReceipt({ base: 0n, used: words(0n) }, 0n)).toBe('receiptUsed');
		expect(checkReceipt({ base: 0n, used: words(1023n) }, 1023n)).toBe('receiptUsed');
		expect(nextReceipt({ base: 0n, used: words(3n, 64n) })).toBe(65n);
		expect(nextReceipt(FRESH)).toBe(0n);
	});

	it('move on: slots belong to later numbers then', () => {
		const moved = { base: 2n, used: words(1025n) };
		expect(checkReceipt(moved, 1n)).toBe('receiptTooOld');
		expect(checkReceipt(moved, 1025n)).toBe('receiptUsed');
		expect(checkReceipt(moved, 2n)).toBeUndefined();
		expect(nextReceipt(moved)).toBe(1026n);
	});

	it('take numbers beyond the window, and none too far', () => {
		const book = { base: 0n, used: words(1n) };
		// Its slot is that of number 1, but it lies in the next window.
		expect(checkReceipt(book, 1025n)).toBeUndefined();
		expect(checkReceipt(book, endOf(book) - 1n)).toBeUndefined();
		expect(checkReceipt(book, endOf(book))).toBe('receiptTooFar');
	});
});

describe('awards out of a file', () => {
	it('are read with or without heading, and with any usual separator', () => {
		for (const text of [
			'address,points,receipt\n5a,1.5,1\n5b,2,2',
			'5a;1.5;1\r\n5b;2;2\r\n',
			'\uFEFF"5a"\t1.5\t1\r5b\t"2"\t2\n\n',
		]) {
			expect(readAwards(text, RULES)).toMatchObject([
				{ beneficiary: '5a', amount: 150n, receipt: 1n, problem: undefined },
				{ beneficiary: '5b', amount: 200n, receipt: 2n, problem: undefined },
			]);
		}
	});

	it('are nothing in an empty file', () => {
		expect(readAwards('\n\n', RULES)).toEqual([]);
	});

	it.each([
		['columns', '5a,1'],
		['columns', '5a,1,2,3'],
		['badAddress', 'x,1,2'],
		['notNumber', '5a,a1,2'],
		['empty', '5a,,2'],
		['tooFine', '5a,1.234,2'],
		['zero', '5a,0,2'],
		['notWhole', '5a,1,2.5'],
		['notWhole', '5a,1,18446744073709551616'],
		['receiptUsed', '5a,1,5'],
		['receiptTooFar', '5a,1,2048'],
	])('have the problem %s: %s', (problem, line) => {
		expect(problems(line)).toEqual([problem]);
	});

	it('name a receipt once, and no more rows than a batch takes', () => {
		expect(problems('5a,1,1\n5b,1,1\n5c,1,2\n5d,1,3')).toEqual([
			undefined,
			'receiptTwice',
			undefined,
			'tooManyRows',
		]);
	});

	it('keep the number of their line', () => {
		expect(readAwards('address,points,receipt\n\n5a,1,1', RULES)).toMatchObject([{ line: 3 }]);
	});
});
