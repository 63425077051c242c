/** The markets, and the one that is looked at, with what the account in use has in it. */
import { Enum } from 'polkadot-api';
import {
	type Free,
	type MarketInfo,
	type MarketName,
	type Quote,
	readFree,
	readMarket,
	readMarkets,
	readOwnQuotes,
} from '../../chain/markets.ts';
import { bestOf } from '../../chain/session.ts';
import { useChain, useRead } from '../../ui/chain.tsx';
import { useStored } from '../../ui/store.ts';

export interface MarketState {
	readonly info: MarketInfo;
	readonly free: Free;
	readonly own: readonly Quote[];
	/** Planck of its margin that an active operator has free; nothing for others. */
	readonly capacity: bigint | undefined;
	/** What the account can remove, to get its deposit back. */
	readonly removable: readonly Removable[];
}

/** A market without quotes that it has opened, or its record when it is no operator any more. */
export type Removable = 'market' | 'record';

const OPERATOR = Enum('Operator');
const NONE: Free = { base: 0n, quote: 0n };

export interface Choice {
	readonly markets: readonly MarketName[];
	/** How many more there are than are listed. */
	readonly more: number;
	readonly key: string | undefined;
	readonly choose: (key: string) => void;
}

/** The markets to choose from. What was chosen last is chosen again. */
export const useMarkets = (wanted: (name: MarketName) => boolean = () => true): Choice | undefined => {
	const [kept, choose] = useStored('market');
	const found = useRead('markets', async ({ api, client }) => readMarkets(api, await bestOf(client)));
	if (found === undefined) {
		return undefined;
	}
	const markets = found.markets.filter(wanted);
	const key = markets.find((one) => one.key === kept)?.key ?? markets[0]?.key;
	return { markets, more: found.more, key, choose };
};

/** A market as of the latest block; `null` if there is none. */
export const useMarket = (key: string | undefined): MarketState | null | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`market ${key} ${who}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const info = key === undefined ? undefined : await readMarket(api, key, at);
		if (info === undefined) {
			return null;
		}
		if (who === undefined) {
			return { info, free: NONE, own: [], capacity: undefined, removable: [] };
		}
		const [free, own, margin, opener, record] = await Promise.all([
			readFree(api, info.market, who, at),
			readOwnQuotes(api, info, who, at),
			api.view.Margin.account(who, OPERATOR, { at }),
			api.query.Wholesale.Openers.getValue(info.market, { at }),
			api.view.Wholesale.record(who, info.market, { at }),
		]);
		const isEmpty = info.asks.length === 0 && info.bids.every(({ length }) => length === 0);
		const isTheirs = info.status.type === 'Closed' || (opener?.[0] === who && info.status.type === 'Open');
		const removable: Removable[] = [
			...(isEmpty && isTheirs ? (['market'] as const) : []),
			...(record?.open.length === 0 && margin === undefined ? (['record'] as const) : []),
		];
		const capacity = margin?.status.type === 'Active' ? margin.capacity : undefined;
		return { info, free, own, capacity, removable };
	});
};
