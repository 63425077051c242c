/**
 * Salted commitments: what is on the chain of something that only its owner and whom it shows it to know.
 *
 * A commitment is 256 bits of BLAKE2b of the salt followed by the document as UTF-8. The salt keeps others from
 * finding the document by trying what it could be.
 */
import { blake2b } from '@noble/hashes/blake2.js';
import { hex } from './bytes.ts';

export const SALT_BYTES = 32;

export type Hex = `0x${string}`;

/** What is kept of a commitment. Nothing of it leaves the browser but the commitment, unless it is exported. */
export interface Kept {
	readonly kind: 'consent' | 'contribution';
	readonly account: string;
	readonly campaign: number;
	readonly salt: Hex;
	/** What the commitment is of. */
	readonly document: string;
	readonly commitment: Hex;
}

export const hashOfBytes = (bytes: Uint8Array): Hex => hex(blake2b(bytes, { dkLen: 32 }));

const bytesOfHex = (text: string): Uint8Array =>
	Uint8Array.from(text.slice(2).match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

export const newSalt = (): Hex => hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

export const commitmentOf = (salt: Hex, document: string): Hex =>
	hashOfBytes(new Uint8Array([...bytesOfHex(salt), ...new TextEncoder().encode(document)]));

/** Whether what is kept is what the commitment on the chain is of. */
export const isOpenedBy = ({ salt, document, commitment }: Kept): boolean =>
	commitmentOf(salt, document) === commitment;

const isKept = (value: unknown): value is Kept => {
	const found: Partial<Record<keyof Kept, unknown>> = Object(value);
	return (
		(found.kind === 'consent' || found.kind === 'contribution') &&
		typeof found.account === 'string' &&
		typeof found.campaign === 'number' &&
		typeof found.salt === 'string' &&
		typeof found.document === 'string' &&
		typeof found.commitment === 'string'
	);
};

/** What was kept before; what is not understood is left out. */
export const readKept = (text: string | undefined): Kept[] => {
	try {
		const found: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(found) ? found.filter(isKept) : [];
	} catch {
		return [];
	}
};

/** The file that is exported: everything needed to open the commitments to whoever is to see them. */
export const exportKept = (chain: string, kept: readonly Kept[]): string =>
	JSON.stringify(
		{
			format: 'bhtd-commitments',
			version: 1,
			chain,
			commitment: 'BLAKE2b-256 of the bytes of the salt, followed by the document as UTF-8',
			kept,
		},
		null,
		'\t',
	);
