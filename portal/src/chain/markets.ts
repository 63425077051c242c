/** The markets of the order book: what is traded for what, and what is quoted. */
import { Enum } from 'polkadot-api';
import { BHTD_DECIMALS } from '../lib/amounts.ts';
import type { Side } from '../lib/book.ts';
import { type Asset, priceDecimals } from '../lib/price.ts';
import type { Api } from './api.ts';
import { readClass } from './classes.ts';
import { readCurrency } from './currencies.ts';

export type Market = Parameters<Api['view']['Wholesale']['market']>[0];
type MarketView = NonNullable<Awaited<ReturnType<Api['view']['Wholesale']['market']>>>;

/** How many markets are listed, and how many quotes of a book are shown: the best there are. */
export const MOST_MARKETS = 50;
export const MOST_QUOTES = 100;

/**
 * How many quotes a trade meets at most. The fee for all of them must be there at first; for those that are not
 * met it is given back. Whoever wants more than sixteen quotes hold trades once more.
 */
export const TRADE_FILLS = 16;

const BHTD: Asset = { unit: 'BHTD', decimals: BHTD_DECIMALS };

export interface MarketName {
	readonly key: string;
	readonly market: Market;
	readonly base: Asset;
	readonly quote: Asset;
	/** What both sides are called, such as BHTD / CNY. */
	readonly title: string;
	/** The floor of a class of points. */
	readonly floor: bigint | undefined;
	/** The decimals of its prices. */
	readonly decimals: number;
}

/** A quote as the chain shows it. */
export type Quote = NonNullable<Awaited<ReturnType<Api['view']['Wholesale']['quote_of']>>>;

export interface MarketInfo extends MarketName, MarketView {
	/** The first quotes of each lot, best first. */
	readonly bids: readonly (readonly Quote[])[];
	/** Those of retail: there are no others. */
	readonly asks: readonly Quote[];
}

export const marketKey = ({ type, value }: Market): string => `${type}-${value}`;

/** A market out of its key; nothing if that is none. */
export const marketOf = (key: string): Market | undefined => {
	const [, type, id] = /^(Bhtd|Points)-(\d+)$/.exec(key) ?? [];
	return id === undefined
		? undefined
		: type === 'Bhtd'
			? Enum('Bhtd', Number(id))
			: Enum('Points', Number(id));
};

const nameOf = (market: Market, base: Asset, quote: Asset, floor: bigint | undefined): MarketName => ({
	key: marketKey(market),
	market,
	base,
	quote,
	title: `${base.unit} / ${quote.unit}`,
	floor,
	decimals: priceDecimals(base, quote),
});

/** What is traded in a market; nothing if there is no such asset. */
export const readName = async (api: Api, market: Market, at: string): Promise<MarketName | undefined> => {
	if (market.type === 'Bhtd') {
		const currency = await readCurrency(api, market.value, at);
		return currency && nameOf(market, BHTD, { unit: currency.code, decimals: currency.decimals }, undefined);
	}
	const points = await readClass(api, market.value, at);
	return points && nameOf(market, { unit: points.unit, decimals: points.decimals }, BHTD, points.floor);
};

const isBhtd = ({ market }: MarketName): boolean => market.type === 'Bhtd';

/** The first markets, those of BHTD before those of points. */
export const readMarkets = async (
	api: Api,
	at: string,
): Promise<{ markets: readonly MarketName[]; more: number }> => {
	const entries = await api.query.Wholesale.Markets.getEntries({ at });
	const all = entries
		.map(({ keyArgs: [market] }) => market)
		.sort((a, b) => (a.type === b.type ? a.value - b.value : a.type === 'Bhtd' ? -1 : 1));
	const found = await Promise.all(all.slice(0, MOST_MARKETS).map((market) => readName(api, market, at)));
	const markets = found.filter((one) => one !== undefined);
	return {
		markets: [...markets.filter(isBhtd), ...markets.filter((one) => !isBhtd(one))],
		more: Math.max(0, all.length - MOST_MARKETS),
	};
};

const readQuotes = (api: Api, market: Market, side: Side, lot: number, at: string): Promise<Quote[]> =>
	api.view.Wholesale.quotes({ market, side: Enum(side), lot }, MOST_QUOTES, { at });

/** A market with its books; nothing if there is none. */
export const readMarket = async (api: Api, key: string, at: string): Promise<MarketInfo | undefined> => {
	const market = marketOf(key);
	const [name, view] =
		market === undefined
			? []
			: await Promise.all([readName(api, market, at), api.view.Wholesale.market(market, { at })]);
	if (market === undefined || name === undefined || view === undefined) {
		return undefined;
	}
	const [asks, ...bids] = await Promise.all([
		readQuotes(api, market, 'Ask', 0, at),
		...view.books.map((_, lot) => readQuotes(api, market, 'Bid', lot, at)),
	]);
	return { ...name, ...view, asks, bids };
};

/** What an account can use of the two assets of a market, in smallest units. */
export interface Free {
	readonly base: bigint;
	readonly quote: bigint;
}

const readBhtd = async ({ api, who, at }: { api: Api; who: string; at: string }): Promise<bigint> =>
	(await api.query.System.Account.getValue(who, { at })).data.free;

export const readFree = async (api: Api, market: Market, who: string, at: string): Promise<Free> => {
	const bhtd = readBhtd({ api, who, at });
	if (market.type === 'Bhtd') {
		const tokens = await api.query.AnchoredAssets.Account.getValue(market.value, who, { at });
		return { base: await bhtd, quote: tokens?.balance ?? 0n };
	}
	const points = await api.query.Assets.Account.getValue(market.value, who, { at });
	return { base: points?.balance ?? 0n, quote: await bhtd };
};

/**
 * The quotes of an account in a market. An operator's are named by its record. Those of others can only be in the
 * retail books of BHTD; if these are longer than what is read of them, they are looked for among all quotes.
 */
export const readOwnQuotes = async (
	api: Api,
	info: MarketInfo,
	who: string,
	at: string,
): Promise<Quote[]> => {
	const { market } = info;
	const [record, offers] = await Promise.all([
		api.view.Wholesale.record(who, market, { at }),
		market.type === 'Bhtd' ? api.query.Wholesale.Offers.getValue(who, { at }) : 0,
	]);
	const seen = [...info.asks, ...info.bids.flat()].filter(({ owner }) => owner === who);
	const known = new Map(seen.map((quote) => [quote.id, quote]));
	const ids = new Set([...(record?.open ?? []), ...known.keys()]);
	const isCut = [info.asks, ...info.bids].some(({ length }) => length === MOST_QUOTES);
	if (seen.length < offers && isCut) {
		const all = await api.query.Wholesale.Quotes.getEntries({ at });
		for (const { keyArgs, value } of all) {
			if (value.owner === who && marketKey(value.book.market) === info.key) {
				ids.add(keyArgs[0]);
			}
		}
	}
	const found = await Promise.all(
		[...ids].map((id) => known.get(id) ?? api.view.Wholesale.quote_of(id, { at })),
	);
	return found.filter((one) => one !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
};
