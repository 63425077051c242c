/** Fills of quotes, out of the events of a block. */
import type { Api } from './api.ts';
import { marketKey } from './markets.ts';

export interface Block {
	readonly hash: string;
	readonly number: number;
}

export interface Fill {
	readonly key: string;
	readonly block: number;
	/** Whose the quote was. */
	readonly owner: string;
	readonly taker: string;
	readonly base: bigint;
	readonly quote: bigint;
	/** The key of the market. */
	readonly market: string;
	/** Whether whoever took sold or bought what is priced. */
	readonly way: 'sold' | 'bought';
}

type Events = Awaited<ReturnType<Api['query']['System']['Events']['getValue']>>;

/**
 * Each trade puts its fills before the event that tells in which market it was; those of conversions are in the
 * market of their class.
 */
export const fillsOf = (
	events: readonly Pick<Events[number], 'event'>[],
	{ hash, number }: Block,
): Fill[] => {
	const done: Fill[] = [];
	let open: Omit<Fill, 'market' | 'way'>[] = [];
	const close = (market: string, way: Fill['way']): void => {
		done.push(...open.map((fill) => ({ ...fill, market, way })));
		open = [];
	};
	for (const { event } of events) {
		if (event.type !== 'Wholesale') {
			continue;
		}
		switch (event.value.type) {
			case 'Filled': {
				const { owner, taker, base, quote } = event.value.value;
				open.push({ key: `${hash} ${done.length + open.length}`, block: number, owner, taker, base, quote });
				break;
			}
			case 'Sold':
				close(marketKey(event.value.value.market), 'sold');
				break;
			case 'Bought':
				close(marketKey(event.value.value.market), 'bought');
				break;
			case 'Converted':
				close(`Points-${event.value.value.class}`, 'sold');
				break;
		}
	}
	return done;
};
