/** Redeeming points of a side chain on the main chain: what can be asked for, and what has become of it. */
import { parseAmount } from './amounts.ts';
import { affordable } from './points.ts';
import { type FormProblem, FormReader } from './reader.ts';
import { fail, ok, type Result } from './result.ts';
import type { Happening } from './seek.ts';

export interface RedeemDraft {
	readonly points: string;
	readonly beneficiary: string;
}

export type RedeemField = keyof RedeemDraft;

/** `aboveFree`: more than is free, beside the unit that must stay. */
export type RedeemProblem = FormProblem | 'aboveFree';

export interface Redeemed {
	/** Smallest units. */
	readonly units: bigint;
	readonly beneficiary: string;
}

interface Limits {
	readonly decimals: number;
	/** Smallest units. */
	readonly held: bigint;
	readonly isAddress: (text: string) => boolean;
}

/** The most of `held` units that can be redeemed at once: an account with points on hold keeps one. */
export const redeemable = (held: bigint): bigint => (held > 0n ? held - 1n : 0n);

/** The units that a text asks for, if so many can be redeemed; else nothing. */
export const unitsOf = (text: string, { decimals, held }: Pick<Limits, 'decimals' | 'held'>): bigint => {
	const found = parseAmount(text, decimals);
	return found.ok && found.value <= redeemable(held) ? found.value : 0n;
};

/** What is redeemed, and to whom it is paid; or what is wrong with it, by field. */
export const checkRedeem = (
	{ points, beneficiary }: RedeemDraft,
	{ decimals, held, isAddress }: Limits,
): Result<Redeemed, Partial<Record<RedeemField, RedeemProblem>>> => {
	const reader = new FormReader<RedeemField>({ points, beneficiary });
	const units = reader.positive('points', decimals);
	const address = reader.address('beneficiary', isAddress);
	if (units > redeemable(held)) {
		return fail({ ...reader.problems, points: 'aboveFree' });
	}
	return reader.isRight ? ok({ units, beneficiary: address }) : fail(reader.problems);
};

export interface Quote {
	/** Planck that the main chain would pay. */
	readonly out: bigint;
	readonly covered: boolean;
	/** Planck on the side chain; nothing if no message can be sent. */
	readonly fee?: bigint | undefined;
}

export interface Cover {
	readonly confirmed: bigint;
	readonly used: bigint;
	readonly reserved: bigint;
}

/** Why what is asked for cannot be sent now. */
export type Obstacle = 'belowLeast' | 'aboveCover' | 'tooManyWait' | 'noMessage';

/** What the main chain still pays for points. */
export const coverLeft = ({ confirmed, reserved }: Cover): bigint =>
	confirmed > reserved ? confirmed - reserved : 0n;

/** The most of `held` units of this floor that the main chain redeems at once now. */
export const mostRedeemable = (held: bigint, floor: bigint, cover: Cover): bigint => {
	const [free, covered] = [redeemable(held), affordable(coverLeft(cover), floor)];
	if (covered < free) {
		return covered;
	}
	return free;
};

export const obstacleOf = (
	{ out, covered, fee }: Quote,
	cover: Cover,
	leastRedemption: bigint,
): Obstacle | undefined => {
	if (out < leastRedemption) {
		return 'belowLeast';
	}
	if (out > coverLeft(cover)) {
		return 'aboveCover';
	}
	if (!covered) {
		return 'tooManyWait';
	}
	return fee === undefined ? 'noMessage' : undefined;
};

export interface Wait {
	/** Blocks of the main chain since the latest message. */
	readonly since: number;
	/** After how many more it can be asked again; none if it can be now. */
	readonly left: number;
}

/** How long a redemption waits that was sent, or sent again, in the block `sentAt` of the main chain. */
export const waitOf = (sentAt: number, now: number, retryAfter: number): Wait => {
	const since = Math.max(0, now - sentAt);
	return { since, left: Math.max(0, retryAfter - since) };
};

/** What has become of a redemption. */
export type Ended =
	| {
			readonly kind: 'Redeemed';
			readonly number: bigint;
			readonly block: number;
			readonly classId: number;
			/** Smallest units. */
			readonly points: bigint;
			/** Planck. */
			readonly amount: bigint;
	  }
	| {
			readonly kind: 'Refused';
			readonly number: bigint;
			readonly block: number;
			/** What the main chain said, as it encodes it. */
			readonly error: Uint8Array;
	  };

interface PastBlock {
	readonly number: number;
	readonly events: readonly { readonly event: Happening }[];
}

interface Said {
	readonly who: string;
	readonly number: bigint;
	readonly class: number;
	readonly points: bigint;
	readonly amount: bigint;
	readonly error: Uint8Array;
}

const endedOfEvent = ({ type, value }: Happening, block: number, who: string): Ended | undefined => {
	if (type !== 'Redemption' || (value.type !== 'Redeemed' && value.type !== 'Refused')) {
		return undefined;
	}
	const said = value.value as Said;
	if (said.who !== who) {
		return undefined;
	}
	const { number, points, amount, error } = said;
	return value.type === 'Redeemed'
		? { kind: 'Redeemed', number, block, classId: said.class, points, amount }
		: { kind: 'Refused', number, block, error };
};

/** The redemptions of `who` that have ended in these blocks, in their order. */
export const endedIn = (blocks: readonly PastBlock[], who: string): Ended[] =>
	blocks.flatMap(({ number, events }) =>
		events.map(({ event }) => endedOfEvent(event, number, who)).filter((one) => one !== undefined),
	);

/** How many bytes of a header come before its number: the hash of the block before. */
const PARENT_BYTES = 32;

/** The number of the block whose encoded header this is; nothing if it is none. */
export const numberOfHead = (head: Uint8Array): number | undefined => {
	const bytes = head.subarray(PARENT_BYTES);
	const [first] = bytes;
	if (first === undefined) {
		return undefined;
	}
	// A compact number: its two lowest bits say how long it is. Numbers of blocks have four bytes at most.
	const length = [1, 2, 4, 5][first & 3] ?? 5;
	if (bytes.length < length || (length === 5 && first !== 3)) {
		return undefined;
	}
	const view = bytes.subarray(length === 5 ? 1 : 0, length);
	const value = view.reduceRight((sum, byte) => sum * 256 + byte, 0);
	return length === 5 ? value : Math.floor(value / 4);
};

/** Whether the main chain knows a side chain by the blocks that a node has. */
export type Recognition = 'known' | 'unknown' | 'behind' | 'other';

/**
 * Compares the latest block that the main chain has of a side chain with the block of that number that a node has;
 * `undefined` for what is not there.
 */
export const recognise = (latest: string | undefined, same: string | undefined): Recognition => {
	if (latest === undefined) {
		return 'unknown';
	}
	if (same === undefined) {
		return 'behind';
	}
	return latest === same ? 'known' : 'other';
};
