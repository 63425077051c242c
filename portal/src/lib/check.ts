/**
 * Checks a draft by itself, before the chain is asked: what is found wrong is named with its field. A draft
 * without problems becomes an {@link Issue}, whose amounts are the chain's.
 */
import { type AmountProblem, BHTD_DECIMALS, MAX_BALANCE, parseAmount } from './amounts.ts';
import { type CardDesign, cardDocument } from './card.ts';
import type { Draft, RuleDraft } from './draft.ts';
import { floorOf, liability, rateOf } from './points.ts';
import { fail, ok, type Result } from './result.ts';

/** What the chain's constants allow. */
export interface Limits {
	readonly nameLength: number;
	readonly designLength: number;
	readonly multipliers: number;
}

/** The longest public profile that the margin ledger takes, in bytes. */
const PROFILE_LENGTH = 1024;
const MOST_DECIMALS = 18;
const HIGHEST_PERCENT = 1000;
const HIGHEST_CATEGORY = 0xffff;
const HIGHEST_BLOCK = 0xffff_ffff;

/** The fields of the form in their order, by the names that problems are shown at. */
export const FIELDS = [
	'name',
	'symbol',
	'decimals',
	'supply',
	'floor',
	'kind',
	'scope',
	'card',
	'margin',
	'profile',
	'rate',
	'bonus',
	'capPerOrder',
	'capPerDay',
	'budget',
	'from',
	'until',
	'multipliers',
] as const;

export type Field = (typeof FIELDS)[number];

export type Problem =
	| AmountProblem
	| 'missing'
	| 'tooLong'
	| 'zero'
	| 'notWhole'
	| 'tooManyDecimals'
	| 'supplyTooLarge'
	| 'liabilityTooLarge'
	| 'notOffered'
	| 'earnsNothing'
	| 'endsBeforeStart'
	| 'blockTooHigh'
	| 'categoryTwice'
	| 'categoryOutOfRange'
	| 'percentTooHigh'
	| 'tooMany';

export type Problems = Partial<Record<Field, Problem>>;

export interface RuleTerms {
	readonly rate: bigint;
	readonly bonus: bigint;
	readonly multipliers: [number, number][];
	readonly capPerOrder: bigint;
	readonly capPerDay: bigint | undefined;
	readonly budget: bigint;
	readonly from: number;
	readonly until: number;
}

/** A draft as the chain counts. */
export interface Issue {
	readonly name: Uint8Array;
	readonly symbol: Uint8Array;
	readonly decimals: number;
	readonly supply: bigint;
	readonly floor: bigint;
	readonly kind: Draft['kind'];
	readonly scope: Draft['scope'];
	readonly design: Uint8Array;
	readonly margin: bigint;
	readonly profile: Uint8Array;
	readonly book: boolean;
	readonly rule: RuleTerms | undefined;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Collects the problems of a draft while its fields are read. */
class Reader {
	readonly problems: Problems = {};

	note(field: Field, problem: Problem): void {
		this.problems[field] ??= problem;
	}

	text(field: Field, value: string, longest: number, needed: boolean): Uint8Array {
		const found = bytes(value.trim());
		if (needed && found.length === 0) {
			this.note(field, 'missing');
		} else if (found.length > longest) {
			this.note(field, 'tooLong');
		}
		return found;
	}

	amount(field: Field, value: string, decimals: number): bigint {
		const found = parseAmount(value, decimals);
		if (!found.ok) {
			this.note(field, found.error);
		}
		return found.ok ? found.value : 0n;
	}

	/** An amount that may be left out. */
	optional(field: Field, value: string, decimals: number): bigint | undefined {
		return value.trim() === '' ? undefined : this.amount(field, value, decimals);
	}

	positive(field: Field, value: string, decimals: number): bigint {
		const found = this.amount(field, value, decimals);
		if (found === 0n) {
			this.note(field, 'zero');
		}
		return found;
	}

	whole(field: Field, value: string, most: number, beyond: Problem): number {
		const trimmed = value.trim();
		if (trimmed === '') {
			this.note(field, 'empty');
		} else if (!/^\d+$/.test(trimmed)) {
			this.note(field, 'notWhole');
		} else if (BigInt(trimmed) > BigInt(most)) {
			this.note(field, beyond);
		} else {
			return Number(trimmed);
		}
		return 0;
	}
}

const readMultipliers = (reader: Reader, rule: RuleDraft, most: number): [number, number][] => {
	const found = rule.multipliers.map(({ category, percent }): [number, number] => [
		reader.whole('multipliers', category, HIGHEST_CATEGORY, 'categoryOutOfRange'),
		reader.whole('multipliers', percent, HIGHEST_PERCENT, 'percentTooHigh'),
	]);
	if (new Set(found.map(([category]) => category)).size < found.length) {
		reader.note('multipliers', 'categoryTwice');
	}
	if (found.length > most) {
		reader.note('multipliers', 'tooMany');
	}
	return found;
};

const readRule = (reader: Reader, rule: RuleDraft, decimals: number, limits: Limits): RuleTerms => {
	const terms = {
		rate: rateOf(reader.optional('rate', rule.rate, decimals) ?? 0n),
		bonus: reader.optional('bonus', rule.bonus, decimals) ?? 0n,
		multipliers: readMultipliers(reader, rule, limits.multipliers),
		capPerOrder: reader.positive('capPerOrder', rule.capPerOrder, decimals),
		capPerDay: reader.optional('capPerDay', rule.capPerDay, decimals),
		budget: reader.positive('budget', rule.budget, decimals),
		from: reader.whole('from', rule.from, HIGHEST_BLOCK, 'blockTooHigh'),
		until: reader.whole('until', rule.until, HIGHEST_BLOCK, 'blockTooHigh'),
	};
	if (terms.rate > MAX_BALANCE) {
		reader.note('rate', 'tooLarge');
	} else if (terms.rate === 0n && terms.bonus === 0n) {
		reader.note('rate', 'earnsNothing');
	}
	if (terms.capPerDay === 0n) {
		reader.note('capPerDay', 'zero');
	}
	if (terms.until <= terms.from) {
		reader.note('until', 'endsBeforeStart');
	}
	return terms;
};

const checkValue = (reader: Reader, supply: bigint, floor: bigint): void => {
	// The chain adds the supply to itself when points move.
	if (supply * 2n > MAX_BALANCE) {
		reader.note('supply', 'supplyTooLarge');
	}
	if (floor > MAX_BALANCE) {
		reader.note('floor', 'tooLarge');
	} else if (liability(supply, floor) === undefined) {
		reader.note('floor', 'liabilityTooLarge');
	}
};

const readDesign = (reader: Reader, card: CardDesign, longest: number): Uint8Array => {
	const design = cardDocument(card);
	if (design.length > longest) {
		reader.note('card', 'tooLong');
	}
	return design;
};

export const checkDraft = (draft: Draft, limits: Limits): Result<Issue, Problems> => {
	const reader = new Reader();
	const decimals = reader.whole('decimals', draft.decimals, MOST_DECIMALS, 'tooManyDecimals');
	const supply = reader.positive('supply', draft.supply, decimals);
	const floor = floorOf(reader.positive('floor', draft.floor, BHTD_DECIMALS), decimals);
	checkValue(reader, supply, floor);
	if (draft.kind !== 'Value') {
		reader.note('kind', 'notOffered');
	}
	if (draft.scope !== 'Global') {
		reader.note('scope', 'notOffered');
	}
	const issue: Issue = {
		name: reader.text('name', draft.name, limits.nameLength, true),
		symbol: reader.text('symbol', draft.symbol, limits.nameLength, true),
		decimals,
		supply,
		floor,
		kind: draft.kind,
		scope: draft.scope,
		design: readDesign(reader, draft.card, limits.designLength),
		margin: reader.optional('margin', draft.margin, BHTD_DECIMALS) ?? 0n,
		profile: reader.text('profile', draft.profile, PROFILE_LENGTH, false),
		book: draft.book,
		rule: draft.rule === null ? undefined : readRule(reader, draft.rule, decimals, limits),
	};
	return Object.keys(reader.problems).length > 0 ? fail(reader.problems) : ok(issue);
};
