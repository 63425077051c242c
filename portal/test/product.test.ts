import { describe, expect, it } from 'vitest';
import {
	checkProduct,
	EMPTY_PRODUCT,
	hashOf,
	type ProductDraft,
	type ProductField,
	type ProductLimits,
	type ProductProblem,
	readPercent,
} from '../src/lib/product.ts';
import { fail, ok } from '../src/lib/result.ts';

const LIMITS: ProductLimits = {
	titleLength: 64,
	uriLength: 256,
	shortest: 10,
	longest: 1000,
	decimals: 2,
	isAddress: (text) => text.trim().startsWith('5'),
};

const RIGHT: ProductDraft = {
	...EMPTY_PRODUCT,
	title: ' 咖啡 ',
	bhtd: '5',
	delivery: '10',
	returns: '1000',
	arbiter: ' 5D ',
	fee: '2.5',
};

const problemsOf = (changes: Partial<ProductDraft>) => {
	const found = checkProduct({ ...RIGHT, ...changes }, LIMITS);
	return found.ok ? {} : found.error;
};

describe('a product', () => {
	it('is counted as the chain does', () => {
		expect(
			checkProduct(
				{ ...RIGHT, description: '1 kg', paidWith: '3', points: '1.5', earns: '4', stock: '7' },
				LIMITS,
			),
		).toEqual(
			ok({
				title: new TextEncoder().encode('咖啡'),
				hash: hashOf('1 kg'),
				uri: new Uint8Array(),
				category: 0,
				delivery: 10,
				returns: 1000,
				bhtd: 5n * 10n ** 12n,
				points: [3, 150n],
				stock: 7,
				earns: 4,
				arbiter: { who: '5D', role: 'Operator', fee: 25_000 },
			}),
		);
	});

	it('may be paid in points alone, and be without limit', () => {
		expect(problemsOf({ bhtd: '', paidWith: '3', points: '1' })).toEqual({});
		expect(checkProduct(RIGHT, LIMITS)).toMatchObject({
			value: { stock: undefined, points: undefined, earns: undefined },
		});
	});

	const cases: [ProductField, ProductProblem, Partial<ProductDraft>][] = [
		['title', 'missing', { title: ' ' }],
		['title', 'tooLong', { title: 'x'.repeat(65) }],
		['uri', 'tooLong', { uri: 'x'.repeat(257) }],
		['category', 'categoryOutOfRange', { category: '65536' }],
		['category', 'empty', { category: '' }],
		['delivery', 'windowOutOfBounds', { delivery: '9' }],
		['returns', 'windowOutOfBounds', { returns: '1001' }],
		['returns', 'notWhole', { returns: '1.5' }],
		['bhtd', 'zero', { bhtd: '' }],
		['bhtd', 'notNumber', { bhtd: '5,5' }],
		['points', 'zero', { paidWith: '3', points: '' }],
		['points', 'tooFine', { paidWith: '3', points: '1.555' }],
		['stock', 'stockTooHigh', { stock: '4294967296' }],
		['arbiter', 'badAddress', { arbiter: 'Dave' }],
		['fee', 'percentTooHigh', { fee: '100.0001' }],
		['fee', 'empty', { fee: '' }],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		expect(problemsOf(changes)).toEqual({ [field]: problem });
	});
});

it('reads percentages in millionths', () => {
	expect(readPercent('100')).toEqual(ok(1_000_000));
	expect(readPercent('0.0001')).toEqual(ok(1));
	expect(readPercent('0.00001')).toEqual(fail('tooFine'));
	expect(readPercent('101')).toEqual(fail('percentTooHigh'));
});

it('hashes texts with 256 bits of BLAKE2b', () => {
	expect(hashOf('abc')).toBe('0xbddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319');
});
