import { AccountId } from 'polkadot-api';
import { describe, expect, it } from 'vitest';
import type { Action } from '../src/chain/action.ts';
import { compareAccounts } from '../src/chain/address.ts';
import {
	type Campaign,
	campaignActions,
	type Purchase,
	purchaseActions,
	type Report,
	reportActions,
} from '../src/chain/campaigns.ts';
import { type Lock, lockActions, proposal, type Work, workActions } from '../src/chain/community.ts';
import { chainActions, type SideChain } from '../src/chain/sidechains.ts';
import { callKey } from '../src/chain/trial.ts';

const account = (byte: number): string => AccountId().dec(new Uint8Array(32).fill(byte));
const [SPONSOR, PROVIDER, BUYER, ARBITER] = [1, 2, 3, 4].map(account) as [string, string, string, string];
const HASH = `0x${'5a'.repeat(32)}`;
const BHTD = 10n ** 12n;

const names = (actions: readonly Action[]): string[] => actions.map(({ name }) => name);

/** The arguments that an action makes of inputs, or what is wrong. */
const made = (actions: readonly Action[], name: string, values: Record<string, string> = {}): unknown => {
	const found = actions.find((action) => action.name === name)?.make(values);
	return found?.ok ? found.value.value.value : found?.error;
};

describe('what can be done with a campaign', () => {
	const campaign = {
		id: 7,
		sponsor: SPONSOR,
		terms: { provider: PROVIDER, window: { from: 100, until: 200, closes: 300 } },
		ledger: { provider_share: 100_000, records: 1 },
	} as unknown as Campaign;
	const at = (who: string, now: number) =>
		campaignActions(campaign, who, { now, grace: 50, pointerLength: 8, roles: [] });

	it('depends on who one is, and when', () => {
		expect(names(at(SPONSOR, 99))).toEqual(['fund']);
		expect(names(at(SPONSOR, 200))).toEqual(['close']);
		expect(names(at(PROVIDER, 99))).toEqual(['fund', 'lowerShare']);
		expect(names(at(PROVIDER, 100))).toEqual(['fund', 'deliver', 'offer', 'lowerShare']);
		expect(names(at(PROVIDER, 299))).toEqual(['close', 'deliver', 'offer', 'lowerShare']);
		expect(names(at(PROVIDER, 300))).toEqual(['close']);
		expect(names(at(BUYER, 350))).toEqual(['close', 'closeRecord']);
	});

	it('is told with numbers of the chain', () => {
		expect(made(at(SPONSOR, 100), 'fund', { amount: '1.5' })).toEqual({
			campaign: 7,
			amount: 1_500_000_000_000n,
		});
		expect(made(at(SPONSOR, 100), 'fund', { amount: '0' })).toEqual({ amount: 'zero' });
		expect(made(at(PROVIDER, 100), 'deliver', { batch: HASH, pointer: 'x' })).toMatchObject({ batch: HASH });
		expect(made(at(PROVIDER, 100), 'deliver', { batch: '', pointer: 'x'.repeat(9) })).toEqual({
			batch: 'missing',
			pointer: 'tooLong',
		});
		expect(made(at(PROVIDER, 100), 'lowerShare', { share: '5' })).toEqual({ campaign: 7, share: 50_000 });
		expect(made(at(PROVIDER, 100), 'lowerShare', { share: '51' })).toEqual({ share: 'tooHigh' });
		expect(
			made(at(PROVIDER, 100), 'offer', {
				price: '2',
				content: HASH,
				arbiter: ARBITER,
				arbiterRole: 'Merchant',
				fee: '10',
			}),
		).toMatchObject({
			campaign: 7,
			offer: {
				price: 2n * BHTD,
				content: HASH,
				arbiters: [{ who: ARBITER, role: { type: 'Merchant' }, fee: 100_000 }],
			},
		});
		expect(made(at(PROVIDER, 100), 'offer', { price: '0', arbiter: 'Dave', fee: '10.1' })).toEqual({
			price: 'zero',
			content: 'missing',
			arbiter: 'badAddress',
			fee: 'tooHigh',
		});
		expect(made(at(BUYER, 350), 'closeRecord', { person: ARBITER })).toEqual({ campaign: 7, who: ARBITER });
		expect(made(at(BUYER, 350), 'closeRecord')).toEqual({ person: 'missing' });
	});
});

describe('what can be done with reports', () => {
	const report = {
		id: 4,
		provider: PROVIDER,
		offer: { price: 20n, arbiters: [{ who: ARBITER }, { who: SPONSOR }] },
	} as unknown as Report;

	it('is to buy them for no more than they cost now, or to withdraw', () => {
		const actions = reportActions(report, BUYER, ({ who }) => who);
		expect(names(actions)).toEqual(['buy']);
		expect(made(actions, 'buy')).toEqual({ report: 4, arbiter: ARBITER, max_price: 20n });
		expect(made(actions, 'buy', { arbiter: SPONSOR })).toMatchObject({ arbiter: SPONSOR });
		expect(names(reportActions(report, PROVIDER, ({ who }) => who))).toEqual(['withdraw']);
	});

	const purchase = (type: 'Paid' | 'Delivered' | 'Disputed') =>
		({
			id: 9n,
			buyer: BUYER,
			provider: PROVIDER,
			arbiter: ARBITER,
			state: { type },
			deadline: 100,
		}) as unknown as Purchase;
	const at = (type: 'Paid' | 'Delivered' | 'Disputed', who: string, now = 99) =>
		purchaseActions(purchase(type), who, now, 8);

	it('depends on how far a purchase has come', () => {
		expect(names(at('Paid', PROVIDER))).toEqual(['deliverReport']);
		expect(names(at('Paid', BUYER))).toEqual([]);
		expect(names(at('Delivered', BUYER))).toEqual(['accept', 'dispute']);
		expect(names(at('Delivered', PROVIDER))).toEqual([]);
		expect(names(at('Disputed', ARBITER))).toEqual(['resolve']);
		expect(names(at('Disputed', BUYER))).toEqual([]);
		expect(names(at('Paid', BUYER, 100))).toEqual(['settle']);
		expect(made(at('Disputed', ARBITER), 'resolve', { released: '25' })).toEqual({
			purchase: 9n,
			released: 250_000,
		});
		expect(made(at('Disputed', ARBITER), 'resolve', { released: '101' })).toEqual({ released: 'tooHigh' });
		expect(made(at('Delivered', BUYER), 'dispute', { evidence: 'none' })).toEqual({ evidence: 'badHash' });
		expect(made(at('Paid', PROVIDER), 'deliverReport', { delivered: HASH, pointer: '' })).toEqual({
			pointer: 'missing',
		});
	});
});

describe('what can be done with a side chain', () => {
	const LIMITS = { nameLength: 8, uriLength: 8, most: 100 };
	const chain = (stage: string, pool: object = {}) =>
		({
			id: 2000,
			chain: { manager: SPONSOR },
			stage: { type: stage },
			pool: { waiting: 0n, lowering: undefined, ...pool },
		}) as unknown as SideChain;

	it('depends on its stage and on who manages it', () => {
		const at = (stage: string, who: string, pool?: object) =>
			names(chainActions(chain(stage, pool), who, LIMITS));
		expect(at('Producing', BUYER)).toEqual(['fill']);
		expect(at('Producing', BUYER, { waiting: 2n })).toEqual(['fill', 'serve']);
		expect(at('Producing', SPONSOR)).toEqual(['fill', 'raise', 'announce', 'describe', 'leave']);
		expect(at('Suspended', SPONSOR, { lowering: { amount: 1n, from: 5 } })).toEqual([
			'fill',
			'raise',
			'announce',
			'lower',
			'cancel',
			'resume',
			'describe',
			'leave',
		]);
		expect(at('Leaving', SPONSOR)).toEqual(['cleanUp', 'describe']);
		expect(at('Leaving', BUYER)).toEqual(['cleanUp']);
	});

	it('is told with numbers of the chain', () => {
		const actions = chainActions(chain('Suspended', { waiting: 1n, lowering: {} }), SPONSOR, LIMITS);
		expect(made(actions, 'fill', { amount: '2' })).toEqual({ chain: 2000, amount: 2n * BHTD });
		expect(made(actions, 'raise', { amount: '0' })).toEqual({ amount: 'zero' });
		expect(made(actions, 'announce', { amount: '1' })).toEqual({ chain: 2000, amount: BHTD });
		expect(made(actions, 'cancel')).toEqual({ chain: 2000, amount: 0n });
		expect(made(actions, 'serve', { most: '100' })).toEqual({ chain: 2000, most: 100 });
		expect(made(actions, 'serve', { most: '101' })).toEqual({ most: 'tooHigh' });
		expect(made(actions, 'describe', { name: '' })).toEqual({ name: 'missing' });
	});
});

describe('what can be done with the dividend', () => {
	const least = 10n * BHTD;
	const lock = (changes: Partial<Lock>): Lock => ({
		locked: 0n,
		unlocking: [],
		withdrawable: 0n,
		claimable: 0n,
		...changes,
	});

	it('depends on what is there', () => {
		expect(names(lockActions(undefined, least))).toEqual(['lock']);
		const all = lock({
			locked: 20n * BHTD,
			unlocking: [{ amount: 1n, release: 5 }],
			withdrawable: 1n,
			claimable: 2n,
		});
		expect(names(lockActions(all, least))).toEqual(['lock', 'unlock', 'relock', 'withdraw', 'claim']);
		const proceeds = lockActions(all, least).map((action) => action.proceeds);
		expect(proceeds).toEqual([undefined, undefined, undefined, 1n, 2n]);
	});

	it('keeps to the minimum', () => {
		expect(made(lockActions(undefined, least), 'lock', { amount: '9' })).toEqual({ amount: 'tooSmall' });
		expect(made(lockActions(undefined, least), 'lock', { amount: '10' })).toEqual({ amount: least });
		const actions = lockActions(lock({ locked: 20n * BHTD }), least);
		expect(made(actions, 'lock', { amount: '1' })).toEqual({ amount: BHTD });
		expect(made(actions, 'unlock', { amount: '10' })).toEqual({ amount: 10n * BHTD });
		expect(made(actions, 'unlock', { amount: '11' })).toEqual({ amount: 'leavesTooLittle' });
		expect(made(actions, 'unlock', { amount: '20' })).toEqual({ amount: 20n * BHTD });
		expect(made(actions, 'unlock', { amount: '21' })).toEqual({ amount: 'tooHigh' });
	});
});

describe('what can be done with work', () => {
	const work = (stage: string, claimable: bigint) =>
		({ id: 1, proposer: SPONSOR, beneficiary: BUYER, stage: { type: stage }, claimable }) as unknown as Work;

	it('depends on its stage', () => {
		expect(names(workActions(work('Proposed', 0n), SPONSOR))).toEqual(['stop']);
		expect(names(workActions(work('Approved', 5n), BUYER))).toEqual(['claim', 'stop']);
		expect(names(workActions(work('Ended', 0n), ARBITER))).toEqual(['claim']);
		expect(workActions(work('Approved', 5n), BUYER)[0]?.proceeds).toBe(5n);
		expect(workActions(work('Approved', 5n), ARBITER)[0]?.proceeds).toBeUndefined();
	});

	it('begins with an offer', () => {
		const actions = [proposal({ titleLength: 8, urlLength: 8, eras: 3 })];
		const right = { title: 'Wallet', document: HASH, pay: '5', eras: '3', beneficiary: BUYER };
		expect(made(actions, 'propose', right)).toMatchObject({
			terms: { pay: 5n * BHTD, eras: 3, url: new Uint8Array() },
			beneficiary: BUYER,
		});
		expect(made(actions, 'propose', { ...right, title: '', pay: '0', eras: '4' })).toEqual({
			title: 'missing',
			pay: 'zero',
			eras: 'tooHigh',
		});
	});
});

it('orders accounts by their bytes', () => {
	expect([account(9), account(0), account(5)].toSorted(compareAccounts)).toEqual([
		account(0),
		account(5),
		account(9),
	]);
	expect(compareAccounts(account(0), account(0))).toBe(0);
});

it('tells large bytes apart without writing them out', () => {
	const large = (): Uint8Array => new Uint8Array(10_000);
	const key = (bytes: Uint8Array): string => callKey({ type: 'A', value: { type: 'b', value: { bytes } } });
	const one = large();
	expect(key(one)).toBe(key(one));
	expect(key(one)).not.toBe(key(large()));
	expect(key(one).length).toBeLessThan(100);
	expect(key(Uint8Array.of(1))).toBe(key(Uint8Array.of(1)));
});
