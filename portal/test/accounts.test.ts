import { expect, it } from 'vitest';
import { developmentAccounts } from '../src/chain/accounts.ts';
import { isAddress } from '../src/chain/address.ts';

it('derives the accounts that everybody knows', async () => {
	const accounts = await developmentAccounts();
	expect(accounts.map(({ name, address }) => [name, address]).slice(0, 2)).toEqual([
		['Alice', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
		['Bob', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'],
	]);
	expect(accounts).toHaveLength(6);
});

it('knows addresses, of whatever network', () => {
	expect(isAddress('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY')).toBe(true);
	expect(isAddress(' 15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5 ')).toBe(true);
	expect(isAddress('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX')).toBe(false);
	expect(isAddress('Alice')).toBe(false);
	expect(isAddress('')).toBe(false);
});
