import { describe, expect, it } from 'vitest';
import { type BookQuote, depthOf, levelsOf, mergeBooks, pathOf, worstPrice } from '../src/lib/book.ts';

const quote = (price: bigint, remaining: bigint, owner = 'dave', stale?: string): BookQuote => ({
	id: price,
	owner,
	price,
	remaining,
	stale,
});

const ASKS = [quote(20n, 5n), quote(20n, 2n, 'eve'), quote(21n, 9n, 'dave', 'Expired'), quote(25n, 10n)];

describe('levels', () => {
	it('add up what has the same price, and what is better', () => {
		expect(levelsOf(ASKS, 'eve')).toEqual([
			{ price: 20n, amount: 7n, quotes: 2, total: 7n, own: true },
			{ price: 25n, amount: 10n, quotes: 1, total: 17n, own: false },
		]);
		expect(levelsOf([], undefined)).toEqual([]);
	});
});

describe('the worst price to accept', () => {
	it('is that of the last quote it takes', () => {
		expect(worstPrice(ASKS, 7n, undefined)).toBe(20n);
		expect(worstPrice(ASKS, 8n, undefined)).toBe(25n);
	});

	it('passes over what is not valid and what is one’s own', () => {
		expect(worstPrice(ASKS, 6n, 'eve')).toBe(25n);
		expect(worstPrice(ASKS, 1n, 'dave')).toBe(20n);
		expect(worstPrice(ASKS, 3n, 'dave')).toBe(20n);
	});

	it('is the last there is if there is too little, and none if there is nothing', () => {
		expect(worstPrice(ASKS, 1000n, undefined)).toBe(25n);
		expect(worstPrice([], 1n, undefined)).toBeUndefined();
		expect(worstPrice([quote(1n, 1n, 'eve')], 1n, 'eve')).toBeUndefined();
	});
});

it('merges books by price, the smaller lot first', () => {
	const [small, large] = [
		[quote(9n, 1n, 'a'), quote(7n, 1n, 'a')],
		[quote(9n, 2n, 'b'), quote(8n, 2n, 'b')],
	];
	const owners = (side: 'Bid' | 'Ask') =>
		mergeBooks([small, large], side).map(({ price, owner }) => `${price}${owner}`);
	expect(owners('Bid')).toEqual(['9a', '9b', '8b', '7a']);
	expect(owners('Ask')).toEqual(['7a', '8b', '9a', '9b']);
});

describe('the depth chart', () => {
	const asks = levelsOf(ASKS, undefined);
	const bids = levelsOf([quote(18n, 4n), quote(15n, 6n)], undefined);

	it('has nothing to draw without quotes', () => {
		expect(depthOf([], [])).toBeUndefined();
	});

	it('draws stairs within its frame, outwards from the middle', () => {
		const depth = depthOf(bids, asks);
		expect(depth).toMatchObject({ lowest: 14n, highest: 26n, most: 17n });
		expect(depth?.asks[0]).toEqual([500, 1000]);
		expect(depth?.asks.at(-1)).toEqual([1000, 1000]);
		expect(depth?.bids.at(-1)).toEqual([0, 1000]);
		for (const [x, y] of [...(depth?.bids ?? []), ...(depth?.asks ?? [])]) {
			expect(x).toBeGreaterThanOrEqual(0);
			expect(x).toBeLessThanOrEqual(1000);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y).toBeLessThanOrEqual(1000);
		}
	});

	it('draws a single quote', () => {
		const depth = depthOf([], levelsOf([quote(1n, 1n)], undefined));
		expect(depth?.bids).toEqual([]);
		expect(pathOf(depth?.asks ?? [])).toBe('500,1000 500,0 1000,0 1000,1000');
	});
});
