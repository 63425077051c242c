import { describe, expect, it } from 'vitest';
import { refusalOfCode, retryAction, sideCall } from '../src/chain/side.ts';
import {
	checkRedeem,
	coverLeft,
	endedIn,
	mostRedeemable,
	numberOfHead,
	obstacleOf,
	type RedeemDraft,
	type RedeemField,
	type RedeemProblem,
	recognise,
	redeemable,
	unitsOf,
	waitOf,
} from '../src/lib/redemption.ts';
import { ok } from '../src/lib/result.ts';

const LIMITS = { decimals: 2, held: 1_000n, isAddress: (text: string) => text.startsWith('5') };
const RIGHT: RedeemDraft = { points: '9.99', beneficiary: '5A' };
const COVER = { confirmed: 100n, used: 90n, reserved: 40n };

describe('what is asked to be redeemed', () => {
	it('is all but one smallest unit at most', () => {
		expect(checkRedeem(RIGHT, LIMITS)).toEqual(ok({ units: 999n, beneficiary: '5A' }));
		expect([redeemable(1_000n), redeemable(1n), redeemable(0n)]).toEqual([999n, 0n, 0n]);
		expect([unitsOf('9.99', LIMITS), unitsOf('10', LIMITS), unitsOf('x', LIMITS)]).toEqual([999n, 0n, 0n]);
	});

	const cases: [RedeemField, RedeemProblem, Partial<RedeemDraft>][] = [
		['points', 'aboveFree', { points: '10' }],
		['points', 'empty', { points: '' }],
		['points', 'notNumber', { points: 'all' }],
		['points', 'tooFine', { points: '1.001' }],
		['points', 'zero', { points: '0' }],
		['beneficiary', 'missing', { beneficiary: ' ' }],
		['beneficiary', 'badAddress', { beneficiary: 'Bob' }],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		const found = checkRedeem({ ...RIGHT, ...changes }, LIMITS);
		expect(found).toEqual({ ok: false, error: { [field]: problem } });
	});

	it('has all that is wrong said at once', () => {
		const found = checkRedeem({ points: '10', beneficiary: 'Bob' }, LIMITS);
		expect(found).toEqual({ ok: false, error: { points: 'aboveFree', beneficiary: 'badAddress' } });
	});

	it('is no more than the main chain stands for', () => {
		const one = 10n ** 18n;
		expect(coverLeft(COVER)).toBe(60n);
		expect(coverLeft({ confirmed: 1n, used: 0n, reserved: 2n })).toBe(0n);
		expect(mostRedeemable(1_000n, 2n * one, COVER)).toBe(30n);
		expect(mostRedeemable(10n, 2n * one, COVER)).toBe(9n);
		expect(mostRedeemable(1_000n, 7n * one, COVER)).toBe(8n);
	});

	it('meets obstacles in the order in which they can be got out of the way', () => {
		const least = 10n;
		const fine = { out: 60n, covered: true, fee: 1n };
		expect(obstacleOf(fine, COVER, least)).toBeUndefined();
		expect(obstacleOf({ ...fine, out: 9n, covered: false }, COVER, least)).toBe('belowLeast');
		expect(obstacleOf({ ...fine, out: 61n, covered: false }, COVER, least)).toBe('aboveCover');
		expect(obstacleOf({ ...fine, covered: false }, COVER, least)).toBe('tooManyWait');
		expect(obstacleOf({ out: 60n, covered: true }, COVER, least)).toBe('noMessage');
	});
});

describe('a redemption that waits', () => {
	it('can be asked for again from the block on in which the chain allows it', () => {
		expect(waitOf(50, 149, 100)).toEqual({ since: 99, left: 1 });
		expect(waitOf(50, 150, 100)).toEqual({ since: 100, left: 0 });
		expect(waitOf(50, 900, 100)).toEqual({ since: 850, left: 0 });
		// Sent in the block whose number is not known yet.
		expect(waitOf(51, 50, 100)).toEqual({ since: 0, left: 100 });
	});

	it('is asked for by its owner and number, and takes what the message costs', () => {
		const { make, proceeds } = retryAction('5A', 7n, 3n);
		expect(make({})).toEqual(ok(sideCall('Redemption', 'retry', { who: '5A', number: 7n })));
		expect(proceeds).toBe(-3n);
	});
});

describe('answers', () => {
	const event = (type: string, name: string, value: unknown) => ({
		event: { type, value: { type: name, value } },
	});
	const error = Uint8Array.of(3, 71, 5, 0, 0, 0);
	const blocks = [
		{
			number: 9,
			events: [
				event('System', 'ExtrinsicSuccess', {}),
				event('Redemption', 'Refused', { who: '5A', number: 2n, error }),
				event('Redemption', 'Redeemed', { who: '5B', number: 3n, class: 0, points: 1n, amount: 1n }),
			],
		},
		{
			number: 8,
			events: [
				event('Redemption', 'Sent', { who: '5A', number: 2n, class: 0, points: 1n, amount: 1n }),
				event('Redemption', 'Redeemed', { who: '5A', number: 1n, class: 4, points: 5n, amount: 6n }),
			],
		},
	];

	it('are those to one person, and nothing else', () => {
		expect(endedIn(blocks, '5A')).toEqual([
			{ kind: 'Refused', number: 2n, block: 9, error },
			{ kind: 'Redeemed', number: 1n, block: 8, classId: 4, points: 5n, amount: 6n },
		]);
		expect(endedIn(blocks, '5C')).toEqual([]);
	});

	it('have errors of the main chain, by its own indices', async () => {
		expect(await refusalOfCode(error)).toEqual({ name: 'SideChains.TankTooLow' });
		expect(await refusalOfCode(Uint8Array.of(7, 0))).toEqual({ name: 'Token.FundsUnavailable' });
		expect(await refusalOfCode(Uint8Array.of(200))).toBeUndefined();
		expect(await refusalOfCode(new Uint8Array())).toBeUndefined();
	});
});

describe('a side chain', () => {
	const head = (...number: number[]) => Uint8Array.from([...Array(32).fill(1), ...number, 9, 9, 9, 9]);

	it('is at the number that its head says', () => {
		expect(numberOfHead(head(0))).toBe(0);
		expect(numberOfHead(head(63 << 2))).toBe(63);
		expect(numberOfHead(head(0x01, 0x01))).toBe(64);
		expect(numberOfHead(head(0x02, 0, 1, 0))).toBe(16_384);
		expect(numberOfHead(head(0x03, 0, 0, 0, 0x80))).toBe(2_147_483_648);
		expect(numberOfHead(head(0x07, 0, 0, 0, 0, 1))).toBeUndefined();
		expect(numberOfHead(new Uint8Array(32))).toBeUndefined();
		expect(numberOfHead(Uint8Array.of(1, 2, 3))).toBeUndefined();
	});

	it('is the one that the main chain knows if both have the same block', () => {
		expect(recognise('0x1', '0x1')).toBe('known');
		expect(recognise('0x1', '0x2')).toBe('other');
		expect(recognise('0x1', undefined)).toBe('behind');
		expect(recognise(undefined, undefined)).toBe('unknown');
	});
});
