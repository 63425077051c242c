/**
 * A wallet in the browser, as extensions bring one, with one account that nobody but this test knows. It signs
 * what the page asks for, and by that shows that the page's payloads are what wallets understand.
 */

import { compact, u32 } from '@polkadot-api/substrate-bindings';
import * as sr25519 from '@scure/sr25519';
import type { Page } from 'playwright-core';
import { AccountId } from 'polkadot-api';

interface Payload {
	readonly method: string;
	readonly era: string;
	readonly nonce: string;
	readonly tip: string;
	readonly mode: number;
	readonly specVersion: string;
	readonly transactionVersion: string;
	readonly genesisHash: string;
	readonly blockHash: string;
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'));

/** What is signed: the call, what the transaction says, and what it must be true of the chain. */
const signedBytes = (payload: Payload): Uint8Array =>
	Buffer.concat([
		bytes(payload.method),
		bytes(payload.era),
		compact.enc(BigInt(payload.nonce)),
		compact.enc(BigInt(payload.tip)),
		Uint8Array.of(payload.mode),
		u32.enc(Number(payload.specVersion)),
		u32.enc(Number(payload.transactionVersion)),
		bytes(payload.genesisHash),
		bytes(payload.blockHash),
		// No hash of the metadata.
		Uint8Array.of(0),
	]);

/** The address of the account of a seed. */
export const addressOf = (seed: Uint8Array): string =>
	AccountId().dec(sr25519.getPublicKey(sr25519.secretFromSeed(seed)));

/** Brings a wallet with the account of `seed` into the page, which must not have been opened yet. */
export const bringWallet = async (page: Page, seed: Uint8Array): Promise<void> => {
	const secret = sr25519.secretFromSeed(seed);
	await page.exposeFunction('signForTest', (payload: Payload) => {
		const signature = sr25519.sign(secret, signedBytes(payload));
		return `0x01${Buffer.from(signature).toString('hex')}`;
	});
	await page.addInitScript((owner) => {
		const host = window as unknown as Record<string, unknown>;
		const sign = (payload: unknown): unknown => (host['signForTest'] as (asked: unknown) => unknown)(payload);
		const accounts = [{ address: owner, name: 'Gina', type: 'sr25519' }];
		const enable = async (): Promise<unknown> => ({
			accounts: {
				get: async () => accounts,
				subscribe: (listener: (found: unknown) => void) => {
					listener(accounts);
					return () => undefined;
				},
			},
			signer: {
				signPayload: async (payload: unknown) => ({ id: 1, signature: await sign(payload) }),
				signRaw: async () => Promise.reject(new Error('nothing but transactions is signed')),
			},
		});
		host['injectedWeb3'] = { 'test-wallet': { version: '1', enable } };
	}, addressOf(seed));
};
