import { describe, expect, it } from 'vitest';
import {
	checkQuote,
	type QuoteDraft,
	type QuoteField,
	type QuoteProblem,
	type QuoteRules,
} from '../src/lib/quoting.ts';
import { fail, ok } from '../src/lib/result.ts';

const BHTD = 10n ** 12n;
const YUAN = 10n ** 6n;
const PRICE = 10n ** 12n;

const RULES: QuoteRules = {
	base: { unit: 'BHTD', decimals: 12 },
	quote: { unit: 'CNY', decimals: 6 },
	least: BHTD,
	floor: undefined,
	opposite: undefined,
	longest: 1000,
	present: 50,
	free: { base: 100n * BHTD, quote: 100n * YUAN },
};

const BID: QuoteDraft = { side: 'Bid', lot: 0, price: '1.9', size: '10', blocks: '100' };

describe('a quote', () => {
	it('puts what it offers on hold, rounded up', () => {
		expect(checkQuote(BID, RULES)).toEqual(
			ok({
				price: (19n * PRICE) / 10n,
				size: 10n * BHTD,
				expiry: 150,
				worth: 19n * YUAN,
				funds: 19n * YUAN,
			}),
		);
		expect(checkQuote({ ...BID, side: 'Ask' }, RULES)).toMatchObject({ value: { funds: 10n * BHTD } });
		expect(checkQuote({ ...BID, size: '1.000000000001' }, RULES)).toMatchObject({
			value: { funds: 1_900_001n },
		});
	});

	const wrong: [QuoteField, QuoteProblem, Partial<QuoteDraft>, Partial<QuoteRules>][] = [
		['price', 'empty', { price: '' }, {}],
		['price', 'priceOffTick', { price: '1.90001' }, {}],
		['price', 'zero', { price: '0' }, {}],
		['price', 'belowFloor', {}, { floor: 2n * PRICE }],
		['price', 'wouldCross', {}, { opposite: (19n * PRICE) / 10n }],
		['price', 'wouldCross', { side: 'Ask' }, { opposite: 2n * PRICE }],
		['size', 'belowLot', { size: '0.999' }, {}],
		['size', 'notNumber', { size: 'ten' }, {}],
		['size', 'tooMuch', { size: '53' }, {}],
		['size', 'tooMuch', { side: 'Ask', size: '100.1' }, {}],
		['size', 'tooLarge', { price: '99999000000000000', size: '300000000000000000000000000' }, {}],
		['blocks', 'notWhole', { blocks: '1.5' }, {}],
		['blocks', 'blocksOutOfBounds', { blocks: '0' }, {}],
		['blocks', 'blocksOutOfBounds', { blocks: '1001' }, {}],
	];

	it.each(wrong)('says at %s that it is %s', (field, problem, changes, rules) => {
		const found = checkQuote({ ...BID, ...changes }, { ...RULES, ...rules });
		expect(found).toEqual(fail({ [field]: problem }));
	});

	it('may lie beside the other side', () => {
		expect(checkQuote(BID, { ...RULES, opposite: 2n * PRICE }).ok).toBe(true);
		expect(checkQuote({ ...BID, side: 'Ask', price: '2.1' }, { ...RULES, opposite: 2n * PRICE }).ok).toBe(
			true,
		);
		expect(checkQuote({ ...BID, price: '2' }, { ...RULES, floor: 2n * PRICE }).ok).toBe(true);
	});
});
