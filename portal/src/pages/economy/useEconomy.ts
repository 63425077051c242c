/** All classes and those who stand behind them. */
import { Enum } from 'polkadot-api';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import { bestOf } from '../../chain/session.ts';
import { liability } from '../../lib/points.ts';
import type { Backing } from '../../lib/promise.ts';
import { useRead } from '../../ui/chain.tsx';

export interface Economy {
	readonly issuance: bigint;
	readonly classes: readonly ClassInfo[];
	readonly backings: readonly Backing[];
}

const MERCHANT = Enum('Merchant');

export const useEconomy = (): Economy | undefined =>
	useRead('economy', async ({ api, client }) => {
		// Everything of one block, so that the sums belong together.
		const at = await bestOf(client);
		const next = await api.query.Points.NextClass.getValue({ at });
		const [issuance, found] = await Promise.all([
			api.query.Balances.TotalIssuance.getValue({ at }),
			Promise.all(Array.from({ length: next }, (_, id) => readClass(api, id, at))),
		]);
		const classes = found.filter((one) => one !== undefined);
		const issuers = [...new Set(classes.map(({ issuer }) => issuer))];
		const backings = await Promise.all(
			issuers.map(async (issuer): Promise<Backing> => {
				const account = await api.view.Margin.account(issuer, MERCHANT, { at });
				const own = classes.filter((one) => one.issuer === issuer);
				const points = own.reduce((sum, one) => sum + (liability(one.circulating, one.floor) ?? 0n), 0n);
				return { issuer, held: account?.held ?? 0n, owed: account?.owed ?? 0n, points };
			}),
		);
		return { issuance, classes, backings };
	});
