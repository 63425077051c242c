import { Enum } from 'polkadot-api';
import { describe, expect, it } from 'vitest';
import { call } from '../src/chain/api.ts';
import { batchOf } from '../src/chain/issue.ts';
import { callKey } from '../src/chain/trial.ts';

const register = (amount: bigint, profile: number[]) =>
	call('Margin', 'register', { role: Enum('Merchant'), amount, profile: Uint8Array.from(profile) });

describe('what identifies a call', () => {
	it('is the same for the same arguments', () => {
		expect(callKey(register(1n, [1, 2]))).toBe(callKey(register(1n, [1, 2])));
		expect(callKey(undefined)).toBe('');
	});

	it('tells amounts, bytes and calls apart', () => {
		const keys = [
			register(1n, [1, 2]),
			register(10n, [1, 2]),
			register(1n, [1, 3]),
			call('Margin', 'top_up', { role: Enum('Merchant'), amount: 1n }),
			batchOf([register(1n, [1, 2])]),
		].map(callKey);
		expect(new Set(keys).size).toBe(keys.length);
	});
});
