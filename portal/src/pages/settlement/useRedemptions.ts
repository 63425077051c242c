/** Open redemptions of a currency. */
import { type Redemption, type RedemptionId, readRedemptions } from '../../chain/currencies.ts';
import { bestOf } from '../../chain/session.ts';
import { useRead } from '../../ui/chain.tsx';

export interface Redemptions {
	/** The most urgent first. */
	readonly redemptions: readonly Redemption[];
	/** How many more there are than are shown. */
	readonly more: number;
}

interface Facts {
	readonly holder: string;
	readonly state: { readonly type: string };
}

/** Those that are `wanted`; `key` says which these are. */
export const useRedemptions = (
	key: string,
	currency: number,
	wanted: (id: RedemptionId, record: Facts) => boolean,
): Redemptions | undefined =>
	useRead(`redemptions ${key} ${currency}`, async ({ api, client }) =>
		readRedemptions(api, currency, wanted, await bestOf(client)),
	);
