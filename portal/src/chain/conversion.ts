/** Conversions at the best there is. */
import type { Api } from './api.ts';

/**
 * How many bids of operators a conversion meets at most.
 *
 * The fee for all of them must be there at first, if need be out of the proceeds, though what is not met is given
 * back. For eight it is less than 0.1 BHTD, and nobody sells to an operator what is worth less than the smallest
 * lot, one BHTD: whoever can sell can pay. Beyond the eight bids that pay most, the floor is paid.
 */
export const MAX_FILLS = 8;

/** What a conversion would bring `who` now; nothing if the points are worth less than a planck. */
export const quoteBest = (api: Api, points: number, units: bigint, who: string) =>
	api.view.Wholesale.quote_convert(points, units, MAX_FILLS, who, { at: 'best' });
