/** Blocks and what happened in them. A node may have forgotten the state of old ones. */
import type { SigningSession } from './session.ts';

/** The hash of the block with this number on the best chain. */
export const hashOfBlock = async (
	{ client }: Pick<SigningSession, 'client'>,
	number: number,
): Promise<string> => {
	const hash = await client._request<string | null, [number]>('chain_getBlockHash', [number]);
	if (hash === null) {
		throw new Error(`there is no block ${number}`);
	}
	return hash;
};

/** Everything that happened in a block, in its order. */
export const eventsOf = ({ api }: SigningSession, hash: string) =>
	api.query.System.Events.getValue({ at: hash });

export type BlockEvent = Awaited<ReturnType<typeof eventsOf>>[number];

export interface PastBlock {
	readonly number: number;
	readonly hash: string;
	readonly events: readonly BlockEvent[];
}

/** How many blocks are asked for at the same time, and how many are remembered. */
const AT_ONCE = 10;
const REMEMBERED = 2_000;

interface Known extends PastBlock {
	/** Whether no other block can take its place. */
	readonly final: boolean;
}

const remembered = new WeakMap<SigningSession, Map<number, Known>>();

const readBlock = async (
	session: SigningSession,
	number: number,
	final: boolean,
): Promise<Known | undefined> => {
	const all = remembered.get(session) ?? new Map<number, Known>();
	remembered.set(session, all);
	const known = all.get(number);
	if (known?.final) {
		return known;
	}
	try {
		const hash = await hashOfBlock(session, number);
		const events = known?.hash === hash ? known.events : await eventsOf(session, hash);
		const found = { number, hash, events, final };
		all.set(number, found);
		const [oldest] = all.keys();
		if (all.size > REMEMBERED && oldest !== undefined) {
			all.delete(oldest);
		}
		return found;
	} catch {
		// The node does not keep the state of this block.
		return undefined;
	}
};

/**
 * The blocks from `last` back, at most `count` of them and as far as the node keeps them; the latest first and
 * none left out in between.
 */
export const readBack = async (
	session: SigningSession,
	last: number,
	count: number,
): Promise<PastBlock[]> => {
	const blocks: PastBlock[] = [];
	const finalised = (await session.client.getFinalizedBlock()).number;
	const first = Math.max(1, last - count + 1);
	for (let top = last; top >= first; top -= AT_ONCE) {
		const size = Math.min(AT_ONCE, top - first + 1);
		const found = await Promise.all(
			Array.from({ length: size }, (_, offset) =>
				readBlock(session, top - offset, top - offset <= finalised),
			),
		);
		for (const block of found) {
			if (block === undefined) {
				return blocks;
			}
			blocks.push(block);
		}
	}
	return blocks;
};
