/** Amounts of a currency for people. */
import { type Rounding, showAmount } from '../../lib/amounts.ts';

interface Named {
	readonly code: string;
	readonly decimals: number;
}

export const showTokens = ({ code, decimals }: Named, units: bigint, rounding: Rounding): string =>
	`${showAmount(units, decimals, rounding)} ${code}`;
