/**
 * What tokens of a currency oblige an institution to. The chain computes the same; this is for tokens that are
 * not minted yet, so that who mints can say how much may be owed at most.
 */
import { FIXED_ONE } from './amounts.ts';

export interface Price {
	/** Planck for a whole token, with 18 decimals. */
	readonly rate: bigint;
	/** What a default costs beyond the compensation, in millionths of it. */
	readonly penalty: number;
	readonly decimals: number;
}

/** What an institution has issued, and its margin owes for it. */
export interface Issued {
	readonly outstanding: bigint;
	readonly owed: bigint;
	readonly penalties: bigint;
}

export interface Bond {
	readonly compensation: bigint;
	readonly penalty: bigint;
	/** Both. */
	readonly total: bigint;
}

const MILLION = 1_000_000n;

const up = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/**
 * What the margin owes more for `amount` units: their worth and the penalty for it, but neither less than what
 * it owes for as many of those that exist; all rounded up.
 */
export const bondOf = (amount: bigint, { rate, penalty, decimals }: Price, issued: Issued): Bond => {
	const { outstanding, owed, penalties } = issued;
	const cover = (half: bigint): bigint => (outstanding === 0n ? 0n : up(amount * half, outstanding));
	const worth = up(amount * rate, 10n ** BigInt(decimals) * FIXED_ONE);
	const compensation = most(worth, cover(owed));
	const fine = most(up(compensation * BigInt(penalty), MILLION), cover(penalties));
	return { compensation, penalty: fine, total: compensation + fine };
};

/** Planck that back a whole token of an institution now, rounded down; nothing if it has issued none. */
export const coverOf = ({ outstanding, owed }: Issued, decimals: number): bigint | undefined =>
	outstanding === 0n ? undefined : (owed * 10n ** BigInt(decimals)) / outstanding;
