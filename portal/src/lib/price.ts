/**
 * Prices of the order book. The chain's are smallest units of what is paid with per smallest unit of what is
 * priced, with 18 decimals; people's are whole units for a whole unit. Neither is ever a floating point number.
 */
import { type AmountProblem, parseAmount } from './amounts.ts';
import { fail, ok, type Result } from './result.ts';

export { liability as cost, proceeds } from './points.ts';

/** The least digits of a price that the chain accepts, and the most of them that are not zeros at the end. */
const LOWEST = 10_000n;
const SIGNIFICANT = 5;

/** The decimals of the chain's fixed-point numbers. */
const FIXED_DECIMALS = 18;

/** The whole, in millionths. */
const MILLION = 1_000_000n;

export interface Asset {
	readonly unit: string;
	readonly decimals: number;
}

/** The decimals with which a price of people is the chain's number. Never negative: BHTD is on one side. */
export const priceDecimals = (base: Asset, quote: Asset): number =>
	FIXED_DECIMALS + quote.decimals - base.decimals;

export type PriceProblem = AmountProblem | 'zero' | 'priceOffTick';

/** Whether a quote may have this price: no more than five significant digits, and not next to nothing. */
export const isOnTick = (price: bigint): boolean =>
	price >= LOWEST && price.toString().replace(/0+$/, '').length <= SIGNIFICANT;

/** A limit: any price above zero. */
export const readLimit = (text: string, decimals: number): Result<bigint, PriceProblem> => {
	const found = parseAmount(text, decimals);
	return found.ok && found.value === 0n ? fail('zero') : found;
};

/** The price of a quote. */
export const readPrice = (text: string, decimals: number): Result<bigint, PriceProblem> => {
	const found = readLimit(text, decimals);
	if (!found.ok) {
		// Finer than the chain counts is finer than it accepts.
		return found.error === 'tooFine' ? fail('priceOffTick') : found;
	}
	return isOnTick(found.value) ? ok(found.value) : fail('priceOffTick');
};

/** With how many decimals a computed price says something: six, or more if it is next to nothing. */
export const usefulDigits = (price: bigint, decimals: number): number =>
	Math.max(6, decimals - price.toString().length + SIGNIFICANT);

/** What the margin owes for so much quoted BHTD, rounded up. */
export const exposure = (bhtd: bigint, millionths: number): bigint =>
	(bhtd * BigInt(millionths) + MILLION - 1n) / MILLION;

/** How much BHTD can be quoted with what is free of a margin, rounded down. */
export const quotable = (capacity: bigint, millionths: number): bigint =>
	millionths === 0 ? 0n : (capacity * MILLION) / BigInt(millionths);
