/** Amounts and prices of a market for people. */
import type { MarketName } from '../../chain/markets.ts';
import type { Texts } from '../../i18n/i18n.ts';
import { type Rounding, showAmount } from '../../lib/amounts.ts';
import { type Asset, usefulDigits } from '../../lib/price.ts';

/** What is shown of an amount in a table; more in sentences. */
const DIGITS = 6;

export const showAsset = (
	{ unit, decimals }: Asset,
	amount: bigint,
	rounding: Rounding,
	digits = decimals,
): string => `${showAmount(amount, decimals, rounding, digits)} ${unit}`;

export const showShort = (asset: Asset, amount: bigint, rounding: Rounding): string =>
	showAmount(amount, asset.decimals, rounding, DIGITS);

/** How many, with thousands separated. */
export const showCount = (count: number): string => showAmount(BigInt(count), 0, 'down');

/** A price without its unit. Those of quotes have five digits, and are never rounded. */
export const showPrice = ({ decimals }: MarketName, price: bigint, rounding: Rounding = 'up'): string =>
	showAmount(price, decimals, rounding);

/** A price that was computed, or the difference of two. */
export const showMean = ({ decimals }: MarketName, price: bigint, rounding: Rounding): string => {
	const size = price < 0n ? -price : price;
	const shown = showAmount(size, decimals, rounding, usefulDigits(size, decimals));
	return price < 0n ? `−${shown}` : shown;
};

/** What prices are in. */
export const priceUnit = ({ t }: Texts, { base, quote }: MarketName): string =>
	t('market.unit', { quote: quote.unit, base: base.unit });

export const marketTitle = ({ t }: Texts, { title, market }: MarketName): string =>
	market.type === 'Bhtd' ? title : t('market.ofClass', { title, class: market.value });
