/** The chain without the page: what has to be there before a path begins. */
import * as sr25519 from '@scure/sr25519';
import { createClient, type PolkadotClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getWsProvider } from 'polkadot-api/ws';
import { type Account, developmentAccounts } from '../src/chain/accounts.ts';
import { type Api, bhtd, type Call } from '../src/chain/api.ts';
import { bestOf } from '../src/chain/session.ts';
import { transactionOf } from '../src/chain/trial.ts';
import { check } from './page.ts';
import { addressOf } from './wallet.ts';

/** The account of a seed. */
export const accountOf = (seed: Uint8Array): Account => {
	const secret = sr25519.secretFromSeed(seed);
	const signer = getPolkadotSigner(sr25519.getPublicKey(secret), 'Sr25519', (message) =>
		sr25519.sign(secret, message),
	);
	return { address: addressOf(seed), name: 'Gina', signer };
};

export class Chain {
	readonly api: Api;
	readonly client: PolkadotClient;
	readonly #accounts: readonly Account[];

	private constructor(client: PolkadotClient, accounts: readonly Account[]) {
		this.client = client;
		this.api = client.getTypedApi(bhtd);
		this.#accounts = accounts;
	}

	static async open(url: string): Promise<Chain> {
		return new Chain(createClient(getWsProvider(url)), await developmentAccounts());
	}

	/** A development account. */
	account(name: string): Account {
		const found = this.#accounts.find((one) => one.name === name);
		if (found === undefined) {
			throw new Error(`there is no development account ${name}`);
		}
		return found;
	}

	/** The best block. */
	async now(): Promise<number> {
		return this.api.query.System.Number.getValue({ at: 'best' });
	}

	async waitFor(block: number): Promise<void> {
		while ((await this.now()) < block) {
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}

	/** Planck that a call costs an account at most. */
	async feeOf({ address }: Account, call: Call): Promise<bigint> {
		return transactionOf(this.api, call).getEstimatedFees(address, { at: await bestOf(this.client) });
	}

	/** Sends a call and waits until it is in a block; fails if it fails there. */
	async send({ signer, name }: Account, call: Call): Promise<void> {
		const transaction = transactionOf(this.api, call);
		const at = await bestOf(this.client);
		await new Promise<void>((resolve, reject) => {
			transaction.signSubmitAndWatch(signer, { at }).subscribe({
				next: (event) => {
					if (event.type === 'finalized' || (event.type === 'txBestBlocksState' && event.found)) {
						const what = `${name}: ${call.type}.${call.value.type}`;
						try {
							check(event.ok, `${what} failed: ${event.ok ? '' : JSON.stringify(event.dispatchError)}`);
							resolve();
						} catch (error) {
							reject(error);
						}
					}
				},
				error: reject,
			});
		});
	}

	close(): void {
		this.client.destroy();
	}
}
