/** Addresses as people write them. */
import { getSs58AddressInfo } from 'polkadot-api';

/** Whether a text is the address of an account, of this network or of any other. */
export const isAddress = (text: string): boolean => {
	const found = getSs58AddressInfo(text.trim());
	return found.isValid && found.publicKey.length === 32;
};
