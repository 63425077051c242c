import { expect, it } from 'vitest';
import { textOf } from '../src/lib/bytes.ts';

it('shows bytes as text if they are', () => {
	expect(textOf(new TextEncoder().encode('发票 17'))).toBe('发票 17');
	expect(textOf(Uint8Array.of(0xff, 0x0a))).toBe('0xff0a');
	expect(textOf(new Uint8Array())).toBe('');
});
