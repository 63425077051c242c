/** Until which block something that is signed now may happen. */
import { fail, ok, type Result } from './result.ts';

/** For how many blocks a call may wait, and in what steps its end moves on. */
const PATIENCE = 100;
const STEP = 50;
const HIGHEST_BLOCK = 0xffff_ffff;

export type DeadlineProblem = 'notWhole' | 'blockPassed' | 'blockTooHigh';

/** The last block for who names none. It moves in steps, so that not every block makes it another call. */
export const deadlineAfter = (block: number): number => Math.ceil((block + PATIENCE) / STEP) * STEP;

/** The last block as somebody has written it, which must lie ahead of the present one; empty for the usual. */
export const readDeadline = (text: string, present: number): Result<number, DeadlineProblem> => {
	const trimmed = text.trim();
	if (trimmed === '') {
		return ok(deadlineAfter(present));
	}
	if (!/^\d+$/.test(trimmed)) {
		return fail('notWhole');
	}
	if (BigInt(trimmed) > HIGHEST_BLOCK) {
		return fail('blockTooHigh');
	}
	return Number(trimmed) <= present ? fail('blockPassed') : ok(Number(trimmed));
};
