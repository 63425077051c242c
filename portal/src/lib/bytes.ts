/** Bytes as hexadecimal digits. */
export const hex = (data: Uint8Array): `0x${string}` =>
	`0x${Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Bytes that people have written, as text; those that are no text as digits. */
export const textOf = (data: Uint8Array): string => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(data);
	} catch {
		return hex(data);
	}
};
