/** The margin of the account in use in a role, and what the role asks for. */
import { Enum } from 'polkadot-api';
import type { Api } from '../chain/api.ts';
import { useChain, useRead } from './chain.tsx';

export type Role = Parameters<Api['view']['Margin']['account']>[1]['type'];
export type Margin = NonNullable<Awaited<ReturnType<Api['view']['Margin']['account']>>>;

export interface RoleState {
	readonly minimum: bigint;
	/** Blocks from the announcement of an exit until the margin can be withdrawn. */
	readonly notice: number;
	/** Nothing for who does not have the role. */
	readonly margin: Margin | undefined;
}

const AT = { at: 'best' } as const;

export const useRole = (role: Role): RoleState | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`role ${role} ${who}`, async ({ api }) => {
		const [terms, margin] = await Promise.all([
			api.view.Margin.terms(Enum(role), AT),
			who === undefined ? undefined : api.view.Margin.account(who, Enum(role), AT),
		]);
		return { ...terms, margin };
	});
};
