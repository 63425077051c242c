import { describe, expect, it } from 'vitest';
import { type Flow, flowsOf, overTime, ROLES, sumsOf } from '../src/lib/flows.ts';

const event = (name: string, value: unknown) => {
	const [type = '', variant = ''] = name.split('.');
	return { type, value: { type: variant, value } };
};

const told = (name: string, value: unknown): string[] =>
	flowsOf([event(name, value)]).map(({ role, way, planck }) => `${role} ${way} ${planck}`);

const kind = (type: string, value?: unknown) => ({ type, value });

describe('the value loop', () => {
	const cases: [string, unknown, string[]][] = [
		['Points.Converted', { out: 5n }, ['merchant out 5', 'consumer in 5']],
		[
			'Store.OrderAdvanced',
			{ step: kind('Completed', { net: { bhtd: 100n, points: 0n }, fee: 1n }) },
			['consumer out 100', 'merchant in 99'],
		],
		[
			'Store.OrderAdvanced',
			{
				step: kind('Resolved', {
					to_merchant: { bhtd: 50n },
					refund: { bhtd: 40n },
					fee: 1n,
					arbiter_fee: 10n,
					penalty: 7n,
				}),
			},
			['consumer out 60', 'merchant in 49', 'merchant out 7', 'consumer in 7'],
		],
		['Store.OrderAdvanced', { step: kind('Shipped', { deadline: 3 }) }, []],
		[
			'Wholesale.Sold',
			{ market: kind('Bhtd', 0), sold: 8n, received: 3n },
			['consumer out 8', 'operator in 8'],
		],
		[
			'Wholesale.Sold',
			{ market: kind('Points', 0), sold: 8n, received: 3n },
			['operator out 3', 'consumer in 3'],
		],
		[
			'Wholesale.Bought',
			{ market: kind('Bhtd', 0), bought: 8n, paid: 3n },
			['operator out 8', 'consumer in 8'],
		],
		[
			'Wholesale.Bought',
			{ market: kind('Points', 0), bought: 8n, paid: 3n },
			['consumer out 3', 'operator in 3'],
		],
		['Balances.Held', { reason: kind('Margin', kind('Operator')), amount: 4n }, ['operator locked 4']],
		['Balances.Released', { reason: kind('Dividends', kind('Lock')), amount: 4n }, ['holder released 4']],
		['Balances.Held', { reason: kind('Store', kind('Deposit')), amount: 4n }, ['everybody locked 4']],
		[
			'Balances.TransferAndHold',
			{ reason: kind('SideChains', kind('Tank')), transferred: 4n },
			['groupMerchant locked 4'],
		],
		[
			'Balances.TransferOnHold',
			{ reason: kind('Store', kind('Escrow')), amount: 4n },
			['consumer released 4'],
		],
		[
			'Balances.BurnedHeld',
			{ reason: kind('Margin', kind('Merchant')), amount: 4n },
			['merchant released 4'],
		],
		['Balances.Transfer', { from: 'a', to: 'b', amount: 4n }, []],
		['TransactionPayment.TransactionFeePaid', { actual_fee: 2n }, ['everybody out 2']],
		['DataRewards.FundsAdded', { amount: 9n }, ['advertiser out 9']],
		['DataRewards.Refunded', { amount: 9n }, ['advertiser in 9']],
		['DataRewards.Claimed', { amount: 9n }, ['consumer in 9']],
		['DataRewards.Delivered', { paid: 9n }, ['provider in 9']],
		[
			'DataRewards.PurchaseSettled',
			{ released: { contributors: 5n, provider: 4n, treasury: 1n }, arbiter_fee: 2n, refund: 8n },
			['advertiser out 12', 'provider in 4'],
		],
		['Witnesses.Claimed', { amount: 1n }, ['witness in 1']],
		['Witnesses.CandidateClaimed', { amount: 1n }, ['witness in 1']],
		['Witnesses.Slashed', { deposit: 1n, pool: 2n }, ['witness out 3']],
		['Witnesses.WitnessIdle', { fine: 1n }, ['witness out 1']],
		['Dividends.Claimed', { amount: 1n }, ['holder in 1']],
		['Workers.Claimed', { amount: 1n }, ['developer in 1']],
		['Bounties.BountyClaimed', { payout: 1n }, ['developer in 1']],
		['SideChains.FeePaid', { amount: 1n }, ['groupMerchant out 1']],
		['SideChains.Redeemed', { amount: 1n }, ['groupMerchant out 1', 'consumer in 1']],
		['SideChains.Redeemed', { amount: 0n }, []],
		['System.ExtrinsicSuccess', undefined, []],
	];
	it.each(cases)('%s, case %#', (name, value, flows) => {
		expect(told(name, value)).toEqual(flows);
	});

	it('counts what a conversion brings at the floor once', () => {
		const floor = event('Points.Converted', { out: 30n });
		const both = event('Wholesale.Converted', { sold: 5n, converted: 6n, out: 100n });
		const sums = sumsOf(flowsOf([floor, both]));
		expect(sums.consumer.in).toBe(100n);
		expect([sums.merchant.out, sums.operator.out]).toEqual([30n, 70n]);
		const sold = event('Wholesale.Converted', { sold: 5n, converted: 0n, out: 40n });
		expect(sumsOf(flowsOf([floor, sold])).operator.out).toBe(40n);
	});

	it('adds up by role and way', () => {
		const flows: Flow[] = [
			{ role: 'witness', way: 'in', planck: 1n },
			{ role: 'witness', way: 'in', planck: 2n },
			{ role: 'witness', way: 'out', planck: 4n },
		];
		const sums = sumsOf(flows);
		expect(sums.witness).toEqual({ in: 3n, out: 4n, locked: 0n, released: 0n });
		expect(Object.keys(sums)).toEqual([...ROLES]);
	});

	it('is drawn in parts that leave nothing out', () => {
		const series = Array.from({ length: 7 }, (_, block): Flow[] => [
			{ role: 'holder', way: 'in', planck: BigInt(block) },
			{ role: 'witness', way: 'in', planck: 100n },
		]);
		expect(overTime(series, 'holder', 3)).toEqual([
			{ in: 3n, out: 0n },
			{ in: 12n, out: 0n },
			{ in: 6n, out: 0n },
		]);
		expect(overTime([], 'holder', 3)).toEqual([]);
	});
});
