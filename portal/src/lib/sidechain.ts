/** The registration of a side chain, from the form's texts and files to the chain's arguments. */
import { type FormProblems, FormReader } from './reader.ts';
import { fail, ok, type Result } from './result.ts';

export const CHAIN_FIELDS = ['name', 'uri', 'head', 'code', 'refund', 'tank', 'pool'] as const;
export type ChainField = (typeof CHAIN_FIELDS)[number];

export interface ChainDraft {
	readonly name: string;
	readonly uri: string;
	/** The genesis head as hexadecimal digits. */
	readonly head: string;
	/** The hash of a runtime on the list; empty if there is a file instead. */
	readonly blessed: string;
	/** A runtime of one's own. */
	readonly file: Uint8Array | undefined;
	readonly refund: string;
	readonly tank: string;
	readonly pool: string;
}

export const EMPTY_CHAIN: ChainDraft = {
	name: '',
	uri: '',
	head: '',
	blessed: '',
	file: undefined,
	refund: '',
	tank: '',
	pool: '',
};

export interface ChainLimits {
	readonly nameLength: number;
	readonly uriLength: number;
	readonly headLength: number;
	readonly codeLength: number;
	/** Planck that a tank holds at least. */
	readonly leastTank: bigint;
	readonly isAddress: (text: string) => boolean;
}

export interface Registration {
	readonly head: Uint8Array;
	readonly code:
		| { readonly type: 'Stored'; readonly value: `0x${string}` }
		| { readonly type: 'Own'; readonly value: Uint8Array };
	readonly name: Uint8Array;
	readonly uri: Uint8Array;
	readonly refund: string;
	readonly tank: bigint;
	readonly pool: bigint;
}

/** The bytes that hexadecimal digits after 0x stand for, or nothing. */
export const bytesOfHex = (text: string): Uint8Array | undefined => {
	const digits = /^0x((?:[0-9a-f]{2})*)$/i.exec(text.trim())?.[1];
	return digits === undefined
		? undefined
		: Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
};

const ZERO_X = [0x30, 0x78];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, place) => bytes[place] === byte);

/** What a file of a node stands for: hexadecimal digits, as its commands write them, or the bytes themselves. */
export const bytesOfFile = (file: Uint8Array): Uint8Array =>
	startsWith(file, ZERO_X) ? (bytesOfHex(new TextDecoder().decode(file)) ?? file) : file;

/** How WebAssembly begins, and how it does if it is compressed for a chain. */
const WASM = [0x00, 0x61, 0x73, 0x6d];
const COMPRESSED = [0x52, 0xbc, 0x53, 0x76, 0x46, 0xdb, 0x8e, 0x05];

/** Whether bytes can be a runtime. */
export const isRuntime = (bytes: Uint8Array): boolean =>
	startsWith(bytes, WASM) || startsWith(bytes, COMPRESSED);

const readHead = (reader: FormReader<ChainField>, longest: number): Uint8Array => {
	const head = bytesOfHex(reader.plain('head'));
	if (reader.plain('head') === '') {
		reader.note('head', 'missing');
	} else if (head === undefined || head.length === 0) {
		reader.note('head', 'badHex');
	} else if (head.length > longest) {
		reader.note('head', 'tooLong');
	}
	return head ?? new Uint8Array();
};

const readCode = (
	reader: FormReader<ChainField>,
	{ blessed, file }: ChainDraft,
	longest: number,
): Registration['code'] => {
	if (blessed !== '') {
		return { type: 'Stored', value: `0x${blessed.slice(2)}` };
	}
	if (file === undefined) {
		reader.note('code', 'missing');
	} else if (!isRuntime(file)) {
		reader.note('code', 'notRuntime');
	} else if (file.length > longest) {
		reader.note('code', 'tooLong');
	}
	return { type: 'Own', value: file ?? new Uint8Array() };
};

export const checkChain = (
	draft: ChainDraft,
	limits: ChainLimits,
): Result<Registration, FormProblems<ChainField>> => {
	const { name, uri, head, refund, tank, pool } = draft;
	const reader = new FormReader<ChainField>({ name, uri, head, refund, tank, pool });
	const registration: Registration = {
		head: readHead(reader, limits.headLength),
		code: readCode(reader, draft, limits.codeLength),
		name: reader.text('name', limits.nameLength),
		uri: reader.text('uri', limits.uriLength, false),
		refund: reader.address('refund', limits.isAddress),
		tank: reader.positive('tank'),
		pool: reader.optional('pool'),
	};
	if (registration.tank < limits.leastTank) {
		reader.note('tank', 'tooSmall');
	}
	return reader.isRight ? ok(registration) : fail(reader.problems);
};
