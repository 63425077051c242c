import { Enum } from 'polkadot-api';
import { describe, expect, it } from 'vitest';
import { institutionActions, redemptionActions, sendAction } from '../src/chain/anchor.ts';
import type { Currency, Redemption } from '../src/chain/currencies.ts';
import { marketKey, marketOf, TRADE_FILLS } from '../src/chain/markets.ts';
import { probeCall, tradeCall } from '../src/chain/trades.ts';
import { fail } from '../src/lib/result.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const CHARLIE = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y';
const HASH = `0x${'2a'.repeat(32)}` as const;

const CURRENCY = { id: 3, code: 'CNY', decimals: 6, halted: false, total: 0n } as Currency;

describe('markets', () => {
	it('are found by their keys again', () => {
		for (const market of [Enum('Bhtd', 7), Enum('Points', 0)]) {
			expect(marketOf(marketKey(market))).toEqual(market);
		}
		expect(marketOf('Bhtd-x')).toBeUndefined();
		expect(marketOf('Tea-1')).toBeUndefined();
	});
});

describe('trades', () => {
	const terms = { amount: 5n, limit: 7n, bound: undefined, deadline: 100 };

	it('are bound by what was agreed to', () => {
		const market = Enum('Points', 2);
		const shared = { amount: 5n, limit: 7n, deadline: 100, max_fills: TRADE_FILLS };
		expect(tradeCall('buy', market, terms, 9n).value).toEqual({
			type: 'buy',
			value: { ...shared, market, max_in: 9n },
		});
		expect(tradeCall('sell', market, terms, 9n).value).toEqual({
			type: 'sell',
			value: { ...shared, market, min_out: 9n },
		});
		expect(tradeCall('wholesale', Enum('Bhtd', 4), terms, 9n).value).toEqual({
			type: 'wholesale',
			value: { ...shared, currency: 4, min_out: 9n },
		});
	});

	it('are asked about without a bound', () => {
		expect(probeCall('buy', Enum('Bhtd', 0), terms).value.value).toMatchObject({ max_in: 2n ** 128n - 1n });
		expect(probeCall('wholesale', Enum('Bhtd', 0), terms).value.value).toMatchObject({ min_out: 0n });
	});
});

describe('what institutions and holders do', () => {
	it('is checked at the field', () => {
		const [attest, retire] = institutionActions(CURRENCY, 5n * 10n ** 6n, 10n ** 6n);
		expect(attest?.make({ reserve: 'x', evidence: '0x' })).toEqual(
			fail({ reserve: 'notNumber', evidence: 'badHash' }),
		);
		expect(attest?.make({ reserve: '10.5', evidence: HASH })).toMatchObject({
			value: { value: { value: { currency: 3, reserve: 10_500_000n, evidence: HASH } } },
		});
		expect(retire?.make({ amount: '1.1' })).toEqual(fail({ amount: 'tooHigh' }));
		expect(retire?.make({ amount: '0' })).toEqual(fail({ amount: 'zero' }));
		expect(institutionActions(CURRENCY, 0n, 1n).map(({ name }) => name)).toEqual(['attest']);
		const send = sendAction(CURRENCY, 10n);
		expect(send.make({ to: 'Bob', amount: '1' })).toEqual(fail({ to: 'badAddress', amount: 'tooHigh' }));
		expect(send.make({ to: BOB, amount: '0.00001' })).toMatchObject({
			value: { value: { type: 'transfer', value: { to: BOB, amount: 10n } } },
		});
	});

	const move = (action: string, who?: string, from?: number) => ({ action: Enum(action), who, from });
	const open = (moves: unknown[]): Redemption =>
		({ id: { currency: 3, institution: ALICE, number: 0n }, moves }) as unknown as Redemption;
	const names = (redemption: Redemption, who: string) =>
		redemptionActions(redemption, who).map(({ name }) => name);

	it('depends on who it is, and on the time', () => {
		const asked = open([move('ClaimPaid', ALICE), move('Acknowledge', BOB), move('Settle', undefined, 90)]);
		expect(names(asked, ALICE)).toEqual(['ClaimPaid']);
		expect(names(asked, BOB)).toEqual(['Acknowledge']);
		expect(names(asked, CHARLIE)).toEqual([]);
		const claimed = open([move('Acknowledge', BOB), move('Back'), move('Object', BOB)]);
		expect(names(claimed, ALICE)).toEqual([]);
		expect(names(claimed, BOB)).toEqual(['Acknowledge', 'Back', 'Object']);
		expect(names(claimed, CHARLIE)).toEqual(['Back']);
		expect(names(open([move('Decide'), move('Settle')]), CHARLIE)).toEqual(['Settle']);
	});

	it('names the redemption', () => {
		const [claim] = redemptionActions(open([move('ClaimPaid', ALICE)]), ALICE);
		expect(claim?.make({ evidence: HASH })).toMatchObject({
			value: { value: { type: 'claim_paid', value: { currency: 3, number: 0n, evidence: HASH } } },
		});
		const [settle] = redemptionActions(open([move('Settle')]), BOB);
		expect(settle?.make({})).toMatchObject({
			value: { value: { type: 'settle', value: { redemption: { institution: ALICE, number: 0n } } } },
		});
	});
});
