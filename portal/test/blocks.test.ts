import { beforeEach, describe, expect, it } from 'vitest';
import { readBack } from '../src/chain/blocks.ts';
import type { Session } from '../src/chain/session.ts';

/** A chain whose node keeps the state of blocks from `kept` on. */
const chain = { finalised: 20, kept: 5, fork: '', asked: [] as string[] };

const session = (): Session =>
	({
		client: {
			getFinalizedBlock: async () => ({ number: chain.finalised }),
			_request: async (_: string, [number]: [number]) =>
				number > 30 ? null : `${number}${number > chain.finalised ? chain.fork : ''}`,
		},
		api: {
			query: {
				System: {
					Events: {
						getValue: async ({ at }: { at: string }) => {
							chain.asked.push(at);
							if (Number.parseInt(at, 10) < chain.kept) {
								throw new Error('State already discarded');
							}
							return [at];
						},
					},
				},
			},
		},
	}) as unknown as Session;

describe('past blocks', () => {
	beforeEach(() => {
		Object.assign(chain, { finalised: 20, kept: 5, fork: '', asked: [] });
	});

	const numbers = async (last: number, count: number, at = session()): Promise<number[]> =>
		(await readBack(at, last, count)).map(({ number }) => number);

	it('are the latest first, as many as are wanted', async () => {
		expect(await numbers(22, 3)).toEqual([22, 21, 20]);
		expect(await numbers(25, 15)).toEqual(Array.from({ length: 15 }, (_, place) => 25 - place));
	});

	it('end where the node keeps no more, and with the first', async () => {
		expect(await numbers(22, 100)).toEqual(Array.from({ length: 18 }, (_, place) => 22 - place));
		chain.kept = 0;
		expect((await numbers(12, 100)).at(-1)).toBe(1);
	});

	it('are read once, unless another takes their place', async () => {
		const at = session();
		await readBack(at, 22, 4);
		expect(chain.asked).toEqual(['22', '21', '20', '19']);
		await readBack(at, 22, 4);
		expect(chain.asked).toHaveLength(4);
		chain.fork = 'b';
		const [latest] = await readBack(at, 22, 4);
		expect(latest?.hash).toBe('22b');
		expect(chain.asked.slice(4)).toEqual(['22b', '21b']);
	});
});
