/**
 * Drafts of classes: what a merchant has written so far, kept as text, so that what is unfinished or wrong is
 * kept as well.
 */
import { type CardDesign, DEFAULT_CARD, readCard } from './card.ts';
import { fail, ok, type Result } from './result.ts';

export const KINDS = ['Value', 'Rights', 'Income'] as const;
export const SCOPES = ['Global', 'Partners', 'NonTransferable'] as const;

export interface MultiplierDraft {
	readonly category: string;
	readonly percent: string;
}

export interface RuleDraft {
	readonly rate: string;
	readonly bonus: string;
	readonly capPerOrder: string;
	readonly capPerDay: string;
	readonly budget: string;
	readonly from: string;
	readonly until: string;
	readonly multipliers: readonly MultiplierDraft[];
}

/** What of the chain the calls of a draft depend on. An exported draft says for which it was made. */
export interface Context {
	/** The id that the class will have. */
	readonly classId: number;
	/** Whether the issuer is a merchant already. */
	readonly merchant: boolean;
}

export interface Draft {
	readonly name: string;
	readonly symbol: string;
	readonly decimals: string;
	readonly supply: string;
	readonly floor: string;
	readonly kind: (typeof KINDS)[number];
	readonly scope: (typeof SCOPES)[number];
	readonly margin: string;
	readonly profile: string;
	readonly book: boolean;
	readonly rule: RuleDraft | null;
	readonly card: CardDesign;
}

export interface DraftFile {
	readonly draft: Draft;
	readonly context: Context;
}

export const EMPTY_RULE: RuleDraft = {
	rate: '',
	bonus: '',
	capPerOrder: '',
	capPerDay: '',
	budget: '',
	from: '',
	until: '',
	multipliers: [],
};

export const EMPTY_DRAFT: Draft = {
	name: '',
	symbol: '',
	decimals: '2',
	supply: '',
	floor: '',
	kind: 'Value',
	scope: 'Global',
	margin: '',
	profile: '',
	book: true,
	rule: null,
	card: DEFAULT_CARD,
};

const FORMAT = 'bhtd-points-draft';
const VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/** A file that is not a draft; `field` is what is missing or not understood. */
export type FileProblem = { readonly field: string };

class Misfit extends Error {
	readonly field: string;

	constructor(field: string) {
		super(`${field} is missing or not understood`);
		this.field = field;
	}
}

const fields = (value: unknown, name: string): Fields => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Misfit(name);
	}
	return { ...value };
};

const text = (from: Fields, name: string): string => {
	const value = from[name];
	if (typeof value !== 'string') {
		throw new Misfit(name);
	}
	return value;
};

const flag = (from: Fields, name: string): boolean => {
	const value = from[name];
	if (typeof value !== 'boolean') {
		throw new Misfit(name);
	}
	return value;
};

const choice = <Value extends string>(from: Fields, name: string, values: readonly Value[]): Value => {
	const found = values.find((value) => value === from[name]);
	if (found === undefined) {
		throw new Misfit(name);
	}
	return found;
};

const readRule = (value: unknown): RuleDraft | null => {
	if (value === null) {
		return null;
	}
	const rule = fields(value, 'rule');
	const multipliers = rule['multipliers'];
	if (!Array.isArray(multipliers)) {
		throw new Misfit('multipliers');
	}
	return {
		rate: text(rule, 'rate'),
		bonus: text(rule, 'bonus'),
		capPerOrder: text(rule, 'capPerOrder'),
		capPerDay: text(rule, 'capPerDay'),
		budget: text(rule, 'budget'),
		from: text(rule, 'from'),
		until: text(rule, 'until'),
		multipliers: multipliers.map((found: unknown) => {
			const multiplier = fields(found, 'multipliers');
			return { category: text(multiplier, 'category'), percent: text(multiplier, 'percent') };
		}),
	};
};

const readDraft = (value: unknown): Draft => {
	const draft = fields(value, 'draft');
	return {
		name: text(draft, 'name'),
		symbol: text(draft, 'symbol'),
		decimals: text(draft, 'decimals'),
		supply: text(draft, 'supply'),
		floor: text(draft, 'floor'),
		kind: choice(draft, 'kind', KINDS),
		scope: choice(draft, 'scope', SCOPES),
		margin: text(draft, 'margin'),
		profile: text(draft, 'profile'),
		book: flag(draft, 'book'),
		rule: readRule(draft['rule']),
		card: readCard(fields(draft['card'], 'card')),
	};
};

const readContext = (value: unknown): Context => {
	const context = fields(value, 'context');
	const classId = context['classId'];
	if (typeof classId !== 'number' || !Number.isInteger(classId) || classId < 0 || classId > 0xffff_ffff) {
		throw new Misfit('classId');
	}
	return { classId, merchant: flag(context, 'merchant') };
};

/** The file of a draft. The same draft and context always give the same text. */
export const writeFile = ({ draft, context }: DraftFile): string =>
	`${JSON.stringify(
		{ format: FORMAT, version: VERSION, draft: readDraft(draft), context: readContext(context) },
		undefined,
		2,
	)}\n`;

/** Reads a file of a draft, or says what in it is not understood. */
export const readFile = (content: string): Result<DraftFile, FileProblem> => {
	try {
		const file = fields(JSON.parse(content), 'file');
		if (file['format'] !== FORMAT || file['version'] !== VERSION) {
			return fail({ field: 'format' });
		}
		return ok({ draft: readDraft(file['draft']), context: readContext(file['context']) });
	} catch (error) {
		return fail({ field: error instanceof Misfit ? error.field : 'file' });
	}
};
