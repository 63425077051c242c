import { describe, expect, it } from 'vitest';
import { durationOf } from '../src/lib/blocks.ts';
import {
	type CampaignDraft,
	type CampaignField,
	type CampaignLimits,
	checkCampaign,
	EMPTY_CAMPAIGN,
	phaseOf,
} from '../src/lib/campaign.ts';
import type { FormProblem } from '../src/lib/reader.ts';
import { ok } from '../src/lib/result.ts';

const SCHEMA = `0x${'ab'.repeat(32)}` as const;

const LIMITS: CampaignLimits = {
	now: 1000,
	purposeLength: 16,
	categories: 3,
	merchants: 2,
	quiet: 10,
	aftermath: 20,
	longest: 5000,
	isAddress: (text) => text.startsWith('5'),
	compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

const RIGHT: CampaignDraft = {
	...EMPTY_CAMPAIGN,
	purpose: ' 茶 ',
	schema: SCHEMA.toUpperCase().replace('0X', '0x'),
	categories: '7, 3',
	merchants: '5B 5A',
	from: '1001',
	until: '1012',
	closes: '1032',
	provider: '5C',
	providerShare: '12.5',
	splitContributors: '50',
	splitProvider: '39.99',
	splitTreasury: '10.01',
	funds: '100.5',
};

const problemsOf = (changes: Partial<CampaignDraft>) => {
	const found = checkCampaign({ ...RIGHT, ...changes }, LIMITS);
	return found.ok ? {} : found.error;
};

describe('a campaign', () => {
	it('is counted as the chain does', () => {
		expect(checkCampaign(RIGHT, LIMITS)).toEqual(
			ok({
				terms: {
					purpose: new TextEncoder().encode('茶'),
					schema: SCHEMA,
					categories: [3, 7],
					merchants: ['5A', '5B'],
					window: { from: 1001, until: 1012, closes: 1032 },
					cap_per_receipt: 10n ** 12n,
					cap_per_person: 10n * 10n ** 12n,
					provider: '5C',
					provider_share: 125_000,
					minimum: 1,
					split: { contributors: 5000, provider: 3999, treasury: 1001 },
				},
				funds: 100_500_000_000_000n,
			}),
		);
	});

	it('may be about everything, and be without funds', () => {
		expect(problemsOf({ categories: '', merchants: '', funds: '' })).toEqual({});
	});

	const cases: [CampaignField, FormProblem, Partial<CampaignDraft>][] = [
		['purpose', 'missing', { purpose: ' ' }],
		['purpose', 'tooLong', { purpose: 'x'.repeat(17) }],
		['schema', 'missing', { schema: '' }],
		['schema', 'badHash', { schema: '0x12' }],
		['categories', 'notWhole', { categories: '1,a' }],
		['categories', 'tooHigh', { categories: '65536' }],
		['categories', 'twice', { categories: '7 7' }],
		['categories', 'tooMany', { categories: '1 2 3 4' }],
		['merchants', 'badAddress', { merchants: '5A Bob' }],
		['merchants', 'twice', { merchants: '5A,5A' }],
		['merchants', 'tooMany', { merchants: '5A 5B 5C' }],
		['from', 'inThePast', { from: '1000' }],
		['from', 'notWhole', { from: '-1' }],
		['until', 'tooSoon', { until: '1011' }],
		['closes', 'tooSoon', { closes: '1031' }],
		['closes', 'tooLate', { closes: '6001' }],
		['capPerReceipt', 'zero', { capPerReceipt: '0' }],
		['capPerReceipt', 'aboveOther', { capPerReceipt: '10.000000000001' }],
		['capPerPerson', 'notNumber', { capPerPerson: '1,5' }],
		['provider', 'missing', { provider: '' }],
		['provider', 'badAddress', { provider: 'Dave' }],
		['providerShare', 'tooHigh', { providerShare: '50.0001' }],
		['minimum', 'notWhole', { minimum: '1.5' }],
		['splitTreasury', 'notWholeSum', { splitTreasury: '10.02' }],
		['splitProvider', 'tooFine', { splitProvider: '39.999', splitTreasury: '50' }],
		['funds', 'tooFine', { funds: '0.0000000000001' }],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		expect(problemsOf(changes)).toMatchObject({ [field]: problem });
	});

	it('takes just what the chain takes', () => {
		expect(problemsOf({ closes: '6000', providerShare: '50', capPerReceipt: '10' })).toEqual({});
	});

	it('has its phases from block to block', () => {
		const window = { from: 100, until: 200, closes: 300 };
		const phases = [99, 100, 189, 190, 199, 200, 299, 300].map((now) => phaseOf(window, now, 10));
		expect(phases).toEqual(['ahead', 'open', 'open', 'quiet', 'quiet', 'aftermath', 'aftermath', 'closed']);
	});
});

it('tells how long blocks take', () => {
	expect(durationOf(0)).toEqual({ unit: 'seconds', count: 0 });
	expect(durationOf(-5)).toEqual({ unit: 'seconds', count: 0 });
	expect(durationOf(19)).toEqual({ unit: 'seconds', count: 114 });
	expect(durationOf(20)).toEqual({ unit: 'minutes', count: 2 });
	expect(durationOf(1_200)).toEqual({ unit: 'hours', count: 2 });
	expect(durationOf(28_800)).toEqual({ unit: 'days', count: 2 });
});
