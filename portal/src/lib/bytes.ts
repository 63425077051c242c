/** Bytes as hexadecimal digits. */
export const hex = (data: Uint8Array): `0x${string}` =>
	`0x${Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
