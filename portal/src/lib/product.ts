/** What a merchant offers, from the form's texts to the chain's numbers. */
import { blake2b } from '@noble/hashes/blake2.js';
import { type AmountProblem, BHTD_DECIMALS, parseAmount } from './amounts.ts';
import { hex } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';

export interface ProductDraft {
	readonly title: string;
	readonly description: string;
	readonly uri: string;
	readonly category: string;
	readonly delivery: string;
	readonly returns: string;
	readonly bhtd: string;
	readonly points: string;
	readonly stock: string;
	/** The id of a class, or nothing: what is paid with, and what is earned. */
	readonly paidWith: string;
	readonly earns: string;
	readonly arbiter: string;
	readonly arbiterRole: ArbiterRole;
	readonly fee: string;
}

export const ARBITER_ROLES = ['Operator', 'Merchant', 'CreditInstitution'] as const;
export type ArbiterRole = (typeof ARBITER_ROLES)[number];

export const EMPTY_PRODUCT: ProductDraft = {
	title: '',
	description: '',
	uri: '',
	category: '0',
	delivery: '',
	returns: '',
	bhtd: '',
	points: '',
	stock: '',
	paidWith: '',
	earns: '',
	arbiter: '',
	arbiterRole: 'Operator',
	fee: '1',
};

export interface ProductLimits {
	readonly titleLength: number;
	readonly uriLength: number;
	readonly shortest: number;
	readonly longest: number;
	/** The decimals of the class that is paid with. */
	readonly decimals: number;
	readonly isAddress: (text: string) => boolean;
}

export type ProductField = Exclude<keyof ProductDraft, 'description' | 'paidWith' | 'earns' | 'arbiterRole'>;

export type ProductProblem =
	| AmountProblem
	| 'missing'
	| 'tooLong'
	| 'zero'
	| 'notWhole'
	| 'windowOutOfBounds'
	| 'stockTooHigh'
	| 'categoryOutOfRange'
	| 'percentTooHigh'
	| 'badAddress';

export type ProductProblems = Partial<Record<ProductField, ProductProblem>>;

export interface Offer {
	readonly title: Uint8Array;
	readonly hash: `0x${string}`;
	readonly uri: Uint8Array;
	readonly category: number;
	readonly delivery: number;
	readonly returns: number;
	readonly bhtd: bigint;
	readonly points: readonly [number, bigint] | undefined;
	readonly stock: number | undefined;
	readonly earns: number | undefined;
	readonly arbiter: { readonly who: string; readonly role: ArbiterRole; readonly fee: number };
}

/** Percent of the escrow, as the chain counts parts: in millionths. */
const PERCENT_DECIMALS = 4;
const WHOLE = 1_000_000n;
const HIGHEST_CATEGORY = 0xffff;
const HIGHEST_STOCK = 0xffff_ffff;

const encoder = new TextEncoder();

/** The hash under which a text is on the chain: 256 bits of BLAKE2b. */
export const hashOf = (text: string): `0x${string}` => hex(blake2b(encoder.encode(text), { dkLen: 32 }));

/** The millionths of a percentage. */
export const readPercent = (text: string): Result<number, AmountProblem | 'percentTooHigh'> => {
	const found = parseAmount(text, PERCENT_DECIMALS);
	if (!found.ok) {
		return found;
	}
	return found.value > WHOLE ? fail('percentTooHigh') : ok(Number(found.value));
};

export const checkProduct = (draft: ProductDraft, limits: ProductLimits): Result<Offer, ProductProblems> => {
	const problems: ProductProblems = {};
	const note = (field: ProductField, problem: ProductProblem): void => {
		problems[field] ??= problem;
	};
	const whole = (field: ProductField, most: number, beyond: ProductProblem): number => {
		const text = draft[field].trim();
		if (text === '') {
			note(field, 'empty');
		} else if (!/^\d+$/.test(text)) {
			note(field, 'notWhole');
		} else if (BigInt(text) > BigInt(most)) {
			note(field, beyond);
		} else {
			return Number(text);
		}
		return 0;
	};
	const period = (field: 'delivery' | 'returns'): number => {
		const blocks = whole(field, limits.longest, 'windowOutOfBounds');
		if (blocks < limits.shortest) {
			note(field, 'windowOutOfBounds');
		}
		return blocks;
	};
	const amount = (field: 'bhtd' | 'points', decimals: number): bigint => {
		if (draft[field].trim() === '') {
			return 0n;
		}
		const found = parseAmount(draft[field], decimals);
		if (!found.ok) {
			note(field, found.error);
		}
		return found.ok ? found.value : 0n;
	};
	const title = encoder.encode(draft.title.trim());
	const uri = encoder.encode(draft.uri.trim());
	const bhtd = amount('bhtd', BHTD_DECIMALS);
	const points = draft.paidWith === '' ? 0n : amount('points', limits.decimals);
	const fee = readPercent(draft.fee);
	if (title.length === 0) {
		note('title', 'missing');
	} else if (title.length > limits.titleLength) {
		note('title', 'tooLong');
	}
	if (uri.length > limits.uriLength) {
		note('uri', 'tooLong');
	}
	if (draft.paidWith !== '' && points === 0n) {
		note('points', 'zero');
	} else if (draft.paidWith === '' && bhtd === 0n) {
		note('bhtd', 'zero');
	}
	if (!limits.isAddress(draft.arbiter)) {
		note('arbiter', 'badAddress');
	}
	if (!fee.ok) {
		note('fee', fee.error);
	}
	const offer: Offer = {
		title,
		hash: hashOf(draft.description),
		uri,
		category: whole('category', HIGHEST_CATEGORY, 'categoryOutOfRange'),
		delivery: period('delivery'),
		returns: period('returns'),
		bhtd,
		points: draft.paidWith === '' ? undefined : [Number(draft.paidWith), points],
		stock: draft.stock.trim() === '' ? undefined : whole('stock', HIGHEST_STOCK, 'stockTooHigh'),
		earns: draft.earns === '' ? undefined : Number(draft.earns),
		arbiter: { who: draft.arbiter.trim(), role: draft.arbiterRole, fee: fee.ok ? fee.value : 0 },
	};
	return Object.keys(problems).length > 0 ? fail(problems) : ok(offer);
};
