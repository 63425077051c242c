/** What a transaction costs in the end. */

/** Ones of the fee multiplier, a fixed-point number of the chain. */
const MULTIPLIER_ONE = 10n ** 18n;

/**
 * The fee that is left of an advance, when weight turned out not to be needed.
 *
 * @param unused planck for that weight, before the multiplier. What is given back of it is rounded down.
 */
export const feeAfter = (advance: bigint, unused: bigint, multiplier: bigint): bigint =>
	advance - (unused * multiplier) / MULTIPLIER_ONE;
