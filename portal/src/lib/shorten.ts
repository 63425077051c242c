/** Addresses and hashes, short enough for a table. */
export const shorten = (text: string): string =>
	text.length > 16 ? `${text.slice(0, 6)}…${text.slice(-4)}` : text;
