/** Fills that have happened since somebody looks, out of the events of each new block. */
import { useRef } from 'react';
import { type Fill, fillsOf } from '../../chain/fills.ts';
import type { Session } from '../../chain/session.ts';
import { useRead } from '../../ui/chain.tsx';

/** How many fills are kept. */
const MOST = 100;

export interface Fills {
	/** The first block that was looked at. */
	readonly since: number;
	/** The latest first. */
	readonly fills: readonly Fill[];
}

interface Seen {
	readonly session: Session;
	/** By number: a block that turns out not to be the best one is replaced. */
	readonly blocks: Map<number, { readonly hash: string; readonly fills: readonly Fill[] }>;
}

export const useFills = (): Fills | undefined => {
	const kept = useRef<Seen>(undefined);
	return useRead('fills', async (session) => {
		const seen = kept.current?.session === session ? kept.current : { session, blocks: new Map() };
		kept.current = seen;
		const best = await session.client.getBestBlocks();
		for (const block of [...best].reverse()) {
			if (seen.blocks.get(block.number)?.hash !== block.hash) {
				const events = await session.api.query.System.Events.getValue({ at: block.hash });
				seen.blocks.set(block.number, { hash: block.hash, fills: fillsOf(events, block) });
			}
		}
		const numbers = [...seen.blocks.keys()].sort((a, b) => b - a);
		const fills = numbers.flatMap((number) => [...(seen.blocks.get(number)?.fills ?? [])].reverse());
		return { since: numbers.at(-1) ?? 0, fills: fills.slice(0, MOST) };
	});
};
