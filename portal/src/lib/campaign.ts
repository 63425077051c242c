/** A campaign for data, from the form's texts to the chain's terms. */
import { type FormProblems, FormReader } from './reader.ts';
import { fail, ok, type Result } from './result.ts';

export const CAMPAIGN_FIELDS = [
	'purpose',
	'schema',
	'categories',
	'merchants',
	'from',
	'until',
	'closes',
	'capPerReceipt',
	'capPerPerson',
	'provider',
	'providerShare',
	'minimum',
	'splitContributors',
	'splitProvider',
	'splitTreasury',
	'funds',
] as const;

export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];
export type CampaignDraft = Readonly<Record<CampaignField, string>>;

export const EMPTY_CAMPAIGN: CampaignDraft = {
	purpose: '',
	schema: '',
	categories: '',
	merchants: '',
	from: '',
	until: '',
	closes: '',
	capPerReceipt: '1',
	capPerPerson: '10',
	provider: '',
	providerShare: '10',
	minimum: '1',
	splitContributors: '50',
	splitProvider: '40',
	splitTreasury: '10',
	funds: '',
};

/** What the chain allows, and what block it is. */
export interface CampaignLimits {
	readonly now: number;
	readonly purposeLength: number;
	readonly categories: number;
	readonly merchants: number;
	readonly quiet: number;
	readonly aftermath: number;
	readonly longest: number;
	readonly isAddress: (text: string) => boolean;
	/** The order that the chain wants accounts in. */
	readonly compare: (a: string, b: string) => number;
}

export interface Terms {
	readonly purpose: Uint8Array;
	readonly schema: `0x${string}`;
	readonly categories: number[];
	readonly merchants: string[];
	readonly window: { readonly from: number; readonly until: number; readonly closes: number };
	readonly cap_per_receipt: bigint;
	readonly cap_per_person: bigint;
	readonly provider: string;
	readonly provider_share: number;
	readonly minimum: number;
	readonly split: { readonly contributors: number; readonly provider: number; readonly treasury: number };
}

export interface Opening {
	readonly terms: Terms;
	readonly funds: bigint;
}

/** The most percent that a provider can be promised. */
export const HIGHEST_PROVIDER_PERCENT = 50;

/** Parts of incomes are counted in ten thousandths. */
const SPLIT_DECIMALS = 2;
const SPLIT_WHOLE = 10_000;
const HIGHEST_CATEGORY = 0xffff;
const HIGHEST_BLOCK = 0xffff_ffff;
const HIGHEST_COUNT = 0xffff_ffff;

type Reader = FormReader<CampaignField>;

const readCategories = (reader: Reader, most: number): number[] => {
	const found = reader.list('categories', most);
	if (found.some((text) => !/^\d+$/.test(text))) {
		reader.note('categories', 'notWhole');
	} else if (found.some((text) => BigInt(text) > BigInt(HIGHEST_CATEGORY))) {
		reader.note('categories', 'tooHigh');
	} else if (new Set(found.map(Number)).size < found.length) {
		reader.note('categories', 'twice');
	}
	return found.map(Number).sort((a, b) => a - b);
};

const readMerchants = (reader: Reader, { merchants, isAddress, compare }: CampaignLimits): string[] => {
	const found = reader.list('merchants', merchants);
	if (!found.every(isAddress)) {
		reader.note('merchants', 'badAddress');
		return found;
	}
	const sorted = found.toSorted(compare);
	if (sorted.slice(1).some((one, place) => compare(sorted[place] ?? '', one) === 0)) {
		reader.note('merchants', 'twice');
	}
	return sorted;
};

const readWindow = (reader: Reader, limits: CampaignLimits): Terms['window'] => {
	const [from, until, closes] = [
		reader.whole('from', 0, HIGHEST_BLOCK),
		reader.whole('until', 0, HIGHEST_BLOCK),
		reader.whole('closes', 0, HIGHEST_BLOCK),
	];
	// A transaction is in a block after this one at the earliest.
	if (from <= limits.now) {
		reader.note('from', 'inThePast');
	}
	if (until <= from + limits.quiet) {
		reader.note('until', 'tooSoon');
	}
	if (closes < until + limits.aftermath) {
		reader.note('closes', 'tooSoon');
	} else if (closes > limits.now + limits.longest) {
		reader.note('closes', 'tooLate');
	}
	return { from, until, closes };
};

const readSplit = (reader: Reader): Terms['split'] => {
	const [contributors, provider, treasury] = [
		reader.percent('splitContributors', 100, SPLIT_DECIMALS),
		reader.percent('splitProvider', 100, SPLIT_DECIMALS),
		reader.percent('splitTreasury', 100, SPLIT_DECIMALS),
	];
	if (contributors + provider + treasury !== SPLIT_WHOLE) {
		reader.note('splitTreasury', 'notWholeSum');
	}
	return { contributors, provider, treasury };
};

export const checkCampaign = (
	draft: CampaignDraft,
	limits: CampaignLimits,
): Result<Opening, FormProblems<CampaignField>> => {
	const reader = new FormReader<CampaignField>(draft);
	const terms: Terms = {
		purpose: reader.text('purpose', limits.purposeLength),
		schema: reader.hash('schema'),
		categories: readCategories(reader, limits.categories),
		merchants: readMerchants(reader, limits),
		window: readWindow(reader, limits),
		cap_per_receipt: reader.positive('capPerReceipt'),
		cap_per_person: reader.positive('capPerPerson'),
		provider: reader.address('provider', limits.isAddress),
		provider_share: reader.percent('providerShare', HIGHEST_PROVIDER_PERCENT),
		minimum: reader.whole('minimum', 0, HIGHEST_COUNT),
		split: readSplit(reader),
	};
	if (terms.cap_per_receipt > terms.cap_per_person) {
		reader.note('capPerReceipt', 'aboveOther');
	}
	const funds = reader.optional('funds');
	return reader.isRight ? ok({ terms, funds }) : fail(reader.problems);
};

export interface Window {
	readonly from: number;
	readonly until: number;
	readonly closes: number;
}

/** The parts of a campaign's life. */
export type Phase = 'ahead' | 'open' | 'quiet' | 'aftermath' | 'closed';

export const phaseOf = ({ from, until, closes }: Window, now: number, quiet: number): Phase => {
	if (now >= closes) {
		return 'closed';
	}
	if (now >= until) {
		return 'aftermath';
	}
	if (now + quiet >= until) {
		return 'quiet';
	}
	return now >= from ? 'open' : 'ahead';
};
