import { describe, expect, it } from 'vitest';
import type { FormProblem } from '../src/lib/reader.ts';
import { ok } from '../src/lib/result.ts';
import {
	bytesOfFile,
	bytesOfHex,
	type ChainDraft,
	type ChainField,
	type ChainLimits,
	checkChain,
	EMPTY_CHAIN,
	isRuntime,
} from '../src/lib/sidechain.ts';

const LIMITS: ChainLimits = {
	nameLength: 8,
	uriLength: 8,
	headLength: 4,
	codeLength: 12,
	leastTank: 100n * 10n ** 12n,
	isAddress: (text) => text.startsWith('5'),
};

const WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const HASH = `0x${'cd'.repeat(32)}`;

const RIGHT: ChainDraft = {
	...EMPTY_CHAIN,
	name: 'Shops',
	head: '0x0102',
	blessed: HASH,
	refund: '5A',
	tank: '100',
};

const problemsOf = (changes: Partial<ChainDraft>) => {
	const found = checkChain({ ...RIGHT, ...changes }, LIMITS);
	return found.ok ? {} : found.error;
};

describe('a side chain', () => {
	it('is registered by the hash of a runtime on the list, or by a file', () => {
		const registration = {
			head: Uint8Array.of(1, 2),
			code: { type: 'Stored', value: HASH },
			name: new TextEncoder().encode('Shops'),
			uri: new Uint8Array(),
			refund: '5A',
			tank: 100n * 10n ** 12n,
			pool: 0n,
		};
		expect(checkChain(RIGHT, LIMITS)).toEqual(ok(registration));
		expect(checkChain({ ...RIGHT, blessed: '', file: WASM, pool: '1' }, LIMITS)).toEqual(
			ok({ ...registration, code: { type: 'Own', value: WASM }, pool: 10n ** 12n }),
		);
	});

	const cases: [ChainField, FormProblem, Partial<ChainDraft>][] = [
		['name', 'missing', { name: '' }],
		['name', 'tooLong', { name: 'nine char' }],
		['uri', 'tooLong', { uri: 'nine char' }],
		['head', 'missing', { head: '' }],
		['head', 'badHex', { head: '0x' }],
		['head', 'badHex', { head: '0x123' }],
		['head', 'badHex', { head: '1234' }],
		['head', 'tooLong', { head: '0x0102030405' }],
		['code', 'missing', { blessed: '' }],
		['code', 'notRuntime', { blessed: '', file: Uint8Array.of(1, 2, 3, 4) }],
		['code', 'tooLong', { blessed: '', file: new Uint8Array([...WASM, 1, 2, 3, 4, 5]) }],
		['refund', 'badAddress', { refund: 'Bob' }],
		['tank', 'tooSmall', { tank: '99.999999999999' }],
		['tank', 'empty', { tank: '' }],
		['pool', 'notNumber', { pool: 'all' }],
	];
	it.each(cases)('%s: %s', (field, problem, changes) => {
		expect(problemsOf(changes)).toEqual({ [field]: problem });
	});

	it('comes in files as nodes write them', () => {
		const digits = new TextEncoder().encode('0x0061736d01\n');
		expect(bytesOfFile(digits)).toEqual(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1));
		expect(bytesOfFile(WASM)).toBe(WASM);
		const broken = new TextEncoder().encode('0xzz');
		expect(bytesOfFile(broken)).toBe(broken);
		expect(bytesOfHex('0xff00')).toEqual(Uint8Array.of(255, 0));
	});

	it('has a runtime that may be compressed', () => {
		expect(isRuntime(WASM)).toBe(true);
		expect(isRuntime(Uint8Array.of(0x52, 0xbc, 0x53, 0x76, 0x46, 0xdb, 0x8e, 0x05, 1))).toBe(true);
		expect(isRuntime(new Uint8Array())).toBe(false);
	});
});
