/** How long blocks take, for people. */

/** Seconds between two blocks. */
export const BLOCK_SECONDS = 6;

const UNITS = [
	['days', 86_400],
	['hours', 3_600],
	['minutes', 60],
	['seconds', 1],
] as const;

export interface Duration {
	readonly unit: (typeof UNITS)[number][0];
	readonly count: number;
}

/** About how long `blocks` take, in the largest unit of which there are at least two. */
export const durationOf = (blocks: number): Duration => {
	const seconds = Math.max(0, blocks) * BLOCK_SECONDS;
	const [unit, size] = UNITS.find(([, length]) => seconds >= 2 * length) ?? UNITS[3];
	return { unit, count: Math.round(seconds / size) };
};
