import { Enum } from 'polkadot-api';
import { expect, it } from 'vitest';
import { fillsOf } from '../src/chain/fills.ts';

const BLOCK = { hash: '0x01', number: 9 };

const wholesale = (type: string, value: unknown) => ({ event: Enum('Wholesale', Enum(type, value)) });
const filled = (base: bigint) =>
	wholesale('Filled', { id: 1n, owner: 'dave', taker: 'eve', base, quote: 2n * base });

it('gives each fill to the market of the trade that it belongs to', () => {
	const events = [
		{ event: Enum('Balances', Enum('Transfer', {})) },
		filled(1n),
		wholesale('Left', { id: 1n, reason: Enum('Filled') }),
		filled(2n),
		wholesale('Sold', { market: Enum('Bhtd', 4) }),
		filled(3n),
		wholesale('Bought', { market: Enum('Points', 2) }),
		wholesale('Converted', { class: 7 }),
		filled(4n),
		wholesale('Converted', { class: 8 }),
	];
	const found = fillsOf(events as unknown as Parameters<typeof fillsOf>[0], BLOCK);
	expect(found.map(({ market, way, base }) => [market, way, base])).toEqual([
		['Bhtd-4', 'sold', 1n],
		['Bhtd-4', 'sold', 2n],
		['Points-2', 'bought', 3n],
		['Points-8', 'sold', 4n],
	]);
	expect(found[0]).toMatchObject({ block: 9, owner: 'dave', taker: 'eve', quote: 2n });
	expect(new Set(found.map(({ key }) => key)).size).toBe(4);
});

it('finds none where there are none', () => {
	expect(fillsOf([], BLOCK)).toEqual([]);
});
