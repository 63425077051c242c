/** Trades with the quotes of others: what they would do now, and the calls that make them. */
import { type Direction, type Outcome, openBound, type TakeTerms } from '../lib/taking.ts';
import { type Api, type Call, call } from './api.ts';
import { type Market, TRADE_FILLS } from './markets.ts';

/** `wholesale` is a merchant's way to sell: to the bids of operators for lots. */
export type Way = 'buy' | 'sell' | 'wholesale';

export const directionOf = (way: Way): Direction => (way === 'buy' ? 'buy' : 'sell');

/** What a trade would do now if nothing bound it but its limit; nothing if it would fail. */
export const quoteTrade = (
	api: Api,
	way: Way,
	market: Market,
	{ amount, limit }: TakeTerms,
	who: string,
): Promise<Outcome | undefined> => {
	const views = api.view.Wholesale;
	const at = { at: 'best' } as const;
	switch (way) {
		case 'buy':
			return views.quote_buy(market, amount, limit, TRADE_FILLS, who, at);
		case 'sell':
			return views.quote_sell(market, amount, limit, TRADE_FILLS, who, at);
		case 'wholesale':
			return views.quote_wholesale(market.value, amount, limit, TRADE_FILLS, who, at);
	}
};

/** The call of a trade that pays no more, or brings no less, than `bound`. */
export const tradeCall = (
	way: Way,
	market: Market,
	{ amount, limit, deadline }: TakeTerms,
	bound: bigint,
): Call => {
	const shared = { amount, limit, deadline, max_fills: TRADE_FILLS };
	switch (way) {
		case 'buy':
			return call('Wholesale', 'buy', { ...shared, market, max_in: bound });
		case 'sell':
			return call('Wholesale', 'sell', { ...shared, market, min_out: bound });
		case 'wholesale':
			return call('Wholesale', 'wholesale', { ...shared, currency: market.value, min_out: bound });
	}
};

/** A call like it that no bound stops. It is only asked about, to learn why the trade fails. */
export const probeCall = (way: Way, market: Market, terms: TakeTerms): Call =>
	tradeCall(way, market, terms, openBound(directionOf(way)));
