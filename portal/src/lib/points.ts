/**
 * What points are worth and what they oblige to. The chain computes the same; these functions are for drafts
 * that the chain does not know yet. A floor is planck per smallest unit of points, with 18 decimals.
 */
import { BHTD_DECIMALS, FIXED_ONE, MAX_BALANCE } from './amounts.ts';

/** What `circulating` units oblige to, in planck, rounded up; `undefined` out of range. */
export const liability = (circulating: bigint, floor: bigint): bigint | undefined => {
	const value = (circulating * floor + FIXED_ONE - 1n) / FIXED_ONE;
	return value > MAX_BALANCE ? undefined : value;
};

/** What `amount` units can be converted into, in planck, rounded down; `undefined` out of range. */
export const proceeds = (amount: bigint, floor: bigint): bigint | undefined => {
	const value = (amount * floor) / FIXED_ONE;
	return value > MAX_BALANCE ? undefined : value;
};

/** The floor of a smallest unit, if a whole point of `decimals` decimals is worth `planck`. Exact. */
export const floorOf = (planck: bigint, decimals: number): bigint =>
	(planck * FIXED_ONE) / 10n ** BigInt(decimals);

/** The planck that a whole point is worth at least, rounded down. */
export const worthOfPoint = (floor: bigint, decimals: number): bigint =>
	(10n ** BigInt(decimals) * floor) / FIXED_ONE;

/** The units earned per planck, if a whole BHTD earns `units`. Exact. */
export const rateOf = (units: bigint): bigint => (units * FIXED_ONE) / 10n ** BigInt(BHTD_DECIMALS);

/** The most units whose liability `capacity` covers. */
export const affordable = (capacity: bigint, floor: bigint): bigint =>
	floor === 0n ? 0n : (capacity * FIXED_ONE) / floor;

/** The fewest units whose proceeds are at least `planck`. */
export const unitsFor = (planck: bigint, floor: bigint): bigint | undefined =>
	floor === 0n ? undefined : (planck * FIXED_ONE + floor - 1n) / floor;
