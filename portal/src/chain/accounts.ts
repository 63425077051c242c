/** Who can sign: accounts of wallets in the browser, and on development chains those everybody has keys of. */
import { AccountId, type PolkadotSigner } from 'polkadot-api';

export interface Account {
	readonly address: string;
	readonly name: string;
	readonly signer: PolkadotSigner;
}

/** The wallets that the browser has. */
export const wallets = async (): Promise<string[]> => {
	const { getInjectedExtensions } = await import('polkadot-api/pjs-signer');
	return getInjectedExtensions();
};

/** The accounts that a wallet lets this page use; it asks its owner first. */
export const openWallet = async (wallet: string): Promise<Account[]> => {
	const { connectInjectedExtension } = await import('polkadot-api/pjs-signer');
	const extension = await connectInjectedExtension(wallet);
	return extension.getAccounts().map(({ address, name, polkadotSigner }) => ({
		address,
		name: name ?? address,
		signer: polkadotSigner,
	}));
};

const NAMES = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'];

/** The seed of the phrase that all development accounts are derived from; it is public. */
const DEVELOPMENT_SEED = 'fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e';

/** The step of a derivation `//name`: the encoded name, filled up to 32 bytes. */
const derivationOf = (name: string): Uint8Array => {
	const text = new TextEncoder().encode(name);
	const step = new Uint8Array(32);
	step[0] = text.length << 2;
	step.set(text, 1);
	return step;
};

/** The accounts `//Alice` and the others. Whoever reads this owns them. */
export const developmentAccounts = async (names: readonly string[] = NAMES): Promise<Account[]> => {
	const [{ getPolkadotSigner }, sr25519] = await Promise.all([
		import('polkadot-api/signer'),
		import('@scure/sr25519'),
	]);
	const seed = Uint8Array.from(DEVELOPMENT_SEED.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
	const root = sr25519.secretFromSeed(seed);
	return names.map((name) => {
		const secret = sr25519.HDKD.secretHard(root, derivationOf(name));
		const publicKey = sr25519.getPublicKey(secret);
		const sign = (message: Uint8Array): Uint8Array => sr25519.sign(secret, message);
		return {
			address: AccountId().dec(publicKey),
			name,
			signer: getPolkadotSigner(publicKey, 'Sr25519', sign),
		};
	});
};
