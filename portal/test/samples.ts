/** Drafts that several tests use. */
import type { Limits } from '../src/lib/check.ts';
import { type Draft, EMPTY_DRAFT, EMPTY_RULE } from '../src/lib/draft.ts';

export const LIMITS: Limits = { nameLength: 50, designLength: 4096, multipliers: 16 };

export const PLAIN: Draft = {
	...EMPTY_DRAFT,
	name: 'Beans',
	symbol: 'BEAN',
	supply: '1000000',
	floor: '0.01',
	margin: '2000',
};

export const FULL: Draft = {
	...PLAIN,
	name: '咖啡豆',
	profile: 'A café',
	rule: {
		...EMPTY_RULE,
		rate: '1.5',
		bonus: '2',
		capPerOrder: '100',
		capPerDay: '500',
		budget: '10000',
		from: '0',
		until: '5256000',
		multipliers: [{ category: '7', percent: '200' }],
	},
};
