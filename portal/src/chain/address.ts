/** Addresses as people write them. */
import { getSs58AddressInfo } from 'polkadot-api';

/** Whether a text is the address of an account, of this network or of any other. */
export const isAddress = (text: string): boolean => {
	const found = getSs58AddressInfo(text.trim());
	return found.isValid && found.publicKey.length === 32;
};

/** The 32 bytes of an address. */
export const bytesOf = (address: string): Uint8Array => {
	const found = getSs58AddressInfo(address.trim());
	return found.isValid ? found.publicKey : new Uint8Array();
};

/** The order that the chain has accounts in: that of their bytes. */
export const compareAccounts = (a: string, b: string): number => {
	const [first, second] = [bytesOf(a), bytesOf(b)];
	const index = first.findIndex((byte, place) => byte !== second[place]);
	return index < 0 ? 0 : (first[index] ?? 0) - (second[index] ?? 0);
};
