import { blake2b } from '@noble/hashes/blake2.js';
import { describe, expect, it } from 'vitest';
import { hex } from '../src/lib/bytes.ts';
import {
	commitmentOf,
	exportKept,
	isOpenedBy,
	type Kept,
	newSalt,
	readKept,
	SALT_BYTES,
} from '../src/lib/commitment.ts';
import {
	allowance,
	consentDocument,
	contributionDocument,
	eligible,
	passedOver,
	type Receipt,
} from '../src/lib/contribution.ts';

const SALT = `0x${'01'.repeat(SALT_BYTES)}` as const;

const kept = (document: string): Kept => ({
	kind: 'consent',
	account: '5A',
	campaign: 3,
	salt: SALT,
	document,
	commitment: commitmentOf(SALT, document),
});

describe('a commitment', () => {
	it('is the hash of salt and document', () => {
		const bytes = new Uint8Array([...Array(SALT_BYTES).fill(1), ...new TextEncoder().encode('茶')]);
		expect(commitmentOf(SALT, '茶')).toBe(hex(blake2b(bytes, { dkLen: 32 })));
	});

	it('is another with another salt, and no salt comes twice', () => {
		const [first, second] = [newSalt(), newSalt()];
		expect(first).toMatch(/^0x[0-9a-f]{64}$/);
		expect(first).not.toBe(second);
		expect(commitmentOf(first, 'tea')).not.toBe(commitmentOf(second, 'tea'));
	});

	it('is opened by its salt and document alone', () => {
		expect(isOpenedBy(kept('tea'))).toBe(true);
		expect(isOpenedBy({ ...kept('tea'), document: 'tee' })).toBe(false);
		expect(isOpenedBy({ ...kept('tea'), salt: newSalt() })).toBe(false);
	});

	it('is kept and exported with all that opens it', () => {
		const all = [kept('tea'), { ...kept('coffee'), kind: 'contribution' as const }];
		expect(readKept(JSON.stringify(all))).toEqual(all);
		const file = JSON.parse(exportKept('BHTD', all));
		expect(file).toMatchObject({ format: 'bhtd-commitments', version: 1, chain: 'BHTD', kept: all });
		expect(readKept(undefined)).toEqual([]);
		expect(readKept('{')).toEqual([]);
		expect(readKept('{"a":1}')).toEqual([]);
		expect(readKept(JSON.stringify([...all, { ...all[0], salt: 7 }, null]))).toEqual(all);
	});
});

const receipt = (number: bigint, changes: Partial<Receipt> = {}): Receipt => ({
	number,
	merchant: '5M',
	category: 7,
	net: 100n,
	fee: 1n,
	block: 50,
	...changes,
});

describe('a contribution', () => {
	const terms = { categories: [7], merchants: ['5M'], window: { from: 50 } };

	it('takes what the campaign is about', () => {
		const receipts = [
			receipt(0n, { block: 49 }),
			receipt(1n),
			receipt(2n, { category: 8 }),
			receipt(3n, { merchant: '5N' }),
			receipt(4n),
		];
		expect(eligible(receipts, terms, 0n).map(({ number }) => number)).toEqual([1n, 4n]);
		expect(eligible(receipts, terms, 2n).map(({ number }) => number)).toEqual([4n]);
		const all = { categories: [], merchants: [], window: { from: 0 } };
		expect(eligible(receipts, all, 0n)).toHaveLength(5);
	});

	it('loses what comes before the last one chosen', () => {
		const counting = [receipt(1n), receipt(4n), receipt(6n)];
		expect(passedOver(counting, new Set([1n, 4n, 6n]))).toBe(0);
		expect(passedOver(counting, new Set([1n]))).toBe(0);
		expect(passedOver(counting, new Set([6n]))).toBe(2);
		expect(passedOver(counting, new Set())).toBe(0);
	});

	it('tells nothing but what is in its document', () => {
		const document = contributionDocument('BHTD', '5A', 3, '0x00', [receipt(1n)], ' Oolong ');
		expect(JSON.parse(document)).toEqual({
			format: 'bhtd-contribution',
			version: 1,
			chain: 'BHTD',
			account: '5A',
			campaign: 3,
			schema: '0x00',
			receipts: [{ number: '1', merchant: '5M', category: 7, net: '100', fee: '1', block: 50 }],
			notes: 'Oolong',
		});
	});

	it('follows a consent to what the campaign is', () => {
		const window = { from: 1, until: 2, closes: 3 };
		const purpose = new TextEncoder().encode('茶');
		const document = JSON.parse(
			consentDocument('BHTD', '5A', 3, { purpose, schema: '0x00', provider: '5P', window }),
		);
		expect(document).toMatchObject({ campaign: 3, purpose: '茶', provider: '5P', window });
	});

	it('is paid up to a part of its fees, rounded down', () => {
		expect(allowance(400_000, 101n, 0n)).toBe(40n);
		expect(allowance(400_000, 101n, 39n)).toBe(1n);
		expect(allowance(400_000, 101n, 41n)).toBe(0n);
	});
});
