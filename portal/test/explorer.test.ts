import { readFile } from 'node:fs/promises';
import { metadata as metadataCodec, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { describe, expect, it } from 'vitest';
import { eventsEn } from '../src/i18n/events.en.ts';
import { eventsZh } from '../src/i18n/events.zh.ts';
import { fillTemplate, isRoutine, plainHappening, showValue, tellingOrder } from '../src/lib/happenings.ts';
import { fail, ok } from '../src/lib/result.ts';
import { isAbout, readSought } from '../src/lib/seek.ts';

const isAddress = (text: string): boolean => text.startsWith('5');
const PALLETS = [
	'Margin',
	'Points',
	'Store',
	'Wholesale',
	'Anchor',
	'DataRewards',
	'SideChains',
	'Dividends',
	'Workers',
	'Witnesses',
];
const HASH = `0x${'Ab'.repeat(32)}`;

describe('what is looked for', () => {
	const cases: [string, unknown][] = [
		[' 12 ', ok({ kind: 'number', number: 12 })],
		[HASH, ok({ kind: 'hash', hash: HASH.toLowerCase() })],
		['5Alice', ok({ kind: 'account', address: '5Alice' })],
		['class 3', ok({ kind: 'class', id: 3 })],
		['积分3', ok({ kind: 'class', id: 3 })],
		['Class #3', ok({ kind: 'class', id: 3 })],
		['order 2-0', ok({ kind: 'order', product: 2n, number: 0n })],
		['订单 2-0', ok({ kind: 'order', product: 2n, number: 0n })],
		['2-0', ok({ kind: 'order', product: 2n, number: 0n })],
		['', fail('missing')],
		['0x12', fail('notUnderstood')],
		['99999999999', fail('notUnderstood')],
		['something', fail('notUnderstood')],
	];
	it.each(cases)('%s', (text, found) => {
		expect(readSought(text, isAddress)).toEqual(found);
	});

	const event = (value: unknown) => ({ type: 'Store', value: { type: 'OrderAdvanced', value } });

	it('is found in what happened, however deep', () => {
		const placed = event({
			order: { product: 2n, number: 0n },
			step: { type: 'Placed', value: { buyer: '5Bob', earning: { class: 3 } } },
		});
		expect(isAbout(placed, { kind: 'account', address: '5Bob' })).toBe(true);
		expect(isAbout(placed, { kind: 'account', address: '5Eve' })).toBe(false);
		expect(isAbout(placed, { kind: 'class', id: 3 })).toBe(true);
		expect(isAbout(placed, { kind: 'class', id: 2 })).toBe(false);
		expect(isAbout(placed, { kind: 'order', product: 2n, number: 0n })).toBe(true);
		expect(isAbout(placed, { kind: 'order', product: 0n, number: 2n })).toBe(false);
		expect(isAbout(placed, { kind: 'order', product: 2n, number: 1n })).toBe(false);
		const sold = event({ market: { type: 'Points', value: 3 } });
		expect(isAbout(sold, { kind: 'class', id: 3 })).toBe(true);
		expect(isAbout(sold, { kind: 'class', id: 4 })).toBe(false);
		expect(isAbout(event({ market: { type: 'Bhtd', value: 3 } }), { kind: 'class', id: 3 })).toBe(false);
		expect(isAbout(event(undefined), { kind: 'class', id: 3 })).toBe(false);
	});
});

describe('what happened', () => {
	it('is told in words', () => {
		const said = { who: '5GrwvaEF5zXb26Fz9rcQpDWS', amount: 1_500_000_000_001n, share: 125_000 };
		expect(fillTemplate('{who} pays {amount|bhtd} of {share|millionths}, {amount}', said)).toBe(
			'5Grwva…pDWS pays 1.5 BHTD of 12.5 %, 1500000000001',
		);
		expect(fillTemplate('{nothing|bhtd}', {})).toBe('–');
	});

	it('is told by its names if there are no words', () => {
		const value = { chain: 7, error: { type: 'Module', value: { type: 'Other', value: undefined } } };
		expect(plainHappening({ type: 'SideChains', value: { type: 'Deferred', value } })).toBe(
			'SideChains.Deferred: chain 7, error Module Other',
		);
		expect(plainHappening({ type: 'A', value: { type: 'B', value: undefined } })).toBe('A.B');
	});

	it('has values of every shape', () => {
		expect(showValue([1, 2n])).toBe('[1, 2]');
		expect(showValue({ product: 2n, number: 1n })).toBe('2-1');
		expect(showValue(new TextEncoder().encode('茶'))).toBe('茶');
		expect(showValue(Uint8Array.of(0, 1, 2))).toBe('3 B');
		expect(showValue(true)).toBe('true');
	});

	it('is told before what follows from it', () => {
		const order = ['Balances', 'Points', 'System'].map((type) =>
			tellingOrder({ type, value: { type: 'A', value: undefined } }),
		);
		expect(order).toEqual([1, 0, 1]);
	});

	it('is not told if every block says it', () => {
		expect(isRoutine({ type: 'System', value: { type: 'ExtrinsicSuccess', value: {} } })).toBe(true);
		expect(isRoutine({ type: 'System', value: { type: 'ExtrinsicFailed', value: {} } })).toBe(false);
	});

	/** The fields of every event of the chain. */
	const fieldsOf = async (): Promise<ReadonlyMap<string, readonly (string | undefined)[]>> => {
		const raw = new Uint8Array(await readFile('metadata/bhtd.scale'));
		const { pallets, lookup } = unifyMetadata(metadataCodec.dec(raw));
		return new Map(
			pallets.flatMap(({ name, events }) => {
				const def = lookup[events?.type ?? -1]?.def;
				const variants = def?.tag === 'variant' ? def.value : [];
				return variants.map((variant): [string, (string | undefined)[]] => [
					`${name}.${variant.name}`,
					variant.fields.map((field) => field.name),
				]);
			}),
		);
	};

	it('has words for everything that the pallets of the project say', async () => {
		const own = [...(await fieldsOf()).keys()].filter((name) => PALLETS.includes(name.split('.')[0] ?? ''));
		expect(own.length).toBeGreaterThan(100);
		expect(own.filter((name) => !Object.hasOwn(eventsEn, name))).toEqual([]);
	});

	it('is filled with nothing but what events say', async () => {
		const fields = await fieldsOf();
		const wrong = Object.entries(eventsEn).filter(([name, text]) =>
			[...text.matchAll(/\{(\w+)/g)].some(([, place]) => fields.get(name)?.includes(place) !== true),
		);
		expect(wrong).toEqual([]);
		expect(Object.keys(eventsEn).filter((name) => !fields.has(name))).toEqual([]);
	});

	const places = (text: string): string[] => (text.match(/\{[^}]+\}/g) ?? []).sort();

	it.each(Object.entries(eventsEn))('%s has the same places in both languages', (name, text) => {
		const other = eventsZh[name as keyof typeof eventsEn];
		expect(places(other)).toEqual(places(text));
		expect(other).toMatch(/\p{Script=Han}/u);
	});
});
