/**
 * Amounts as people write them and as the chain counts them. The chain's are BigInt, in smallest units, from
 * end to end: no floating point number is ever on the way.
 */
import { fail, ok, type Result } from './result.ts';

/** The decimals of BHTD. A node that says otherwise is refused. */
export const BHTD_DECIMALS = 12;

/** The most that a balance can be. */
export const MAX_BALANCE = (1n << 128n) - 1n;

/** What a fixed-point number of the chain is divided by. */
export const FIXED_ONE = 10n ** 18n;

export type AmountProblem = 'empty' | 'notNumber' | 'tooFine' | 'tooLarge';

/** Which way an amount is rounded that does not fit into the digits it is shown with. */
export type Rounding = 'down' | 'up';

const PLAIN = /^(\d*)(?:\.(\d*))?$/;

/**
 * Reads digits with at most one point into smallest units. Nothing is rounded: what is finer than a smallest
 * unit is an error, and so are separators, which mean different things in different places.
 */
export const parseAmount = (text: string, decimals: number): Result<bigint, AmountProblem> => {
	const trimmed = text.trim();
	if (trimmed === '') {
		return fail('empty');
	}
	const found = PLAIN.exec(trimmed);
	const whole = found?.[1] ?? '';
	const fraction = (found?.[2] ?? '').replace(/0+$/, '');
	if (found === null || (whole === '' && (found[2] ?? '') === '')) {
		return fail('notNumber');
	}
	if (fraction.length > decimals) {
		return fail('tooFine');
	}
	const units = BigInt(whole + fraction.padEnd(decimals, '0') || '0');
	return units > MAX_BALANCE ? fail('tooLarge') : ok(units);
};

/** Writes smallest units with all digits they have and no separators: what {@link parseAmount} reads. */
export const plainAmount = (units: bigint, decimals: number): string => {
	const digits = units.toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
	return fraction === '' ? whole : `${whole}.${fraction}`;
};

/**
 * Writes smallest units for people: thousands are separated, and of the decimals at most `digits` are shown,
 * rounded as told. What somebody gets is to be rounded down, what somebody pays or owes up.
 */
export const showAmount = (
	units: bigint,
	decimals: number,
	rounding: Rounding,
	digits = decimals,
): string => {
	const step = 10n ** BigInt(Math.max(0, decimals - digits));
	const steps = rounding === 'down' ? units / step : (units + step - 1n) / step;
	const [whole = '0', fraction] = plainAmount(steps * step, decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** BHTD for people, with its symbol. */
export const showBhtd = (planck: bigint, rounding: Rounding, digits = 6): string =>
	`${showAmount(planck, BHTD_DECIMALS, rounding, digits)} BHTD`;

/** A share of a whole in thousandths, rounded down, for gauges; a whole of nothing has no share. */
export const permille = (part: bigint, whole: bigint): number =>
	whole === 0n ? 0 : Number((part * 1000n) / whole);

/** A number for the axis of a chart, where rounding shows nowhere. */
export const chartNumber = (units: bigint, decimals: number): number => Number(units) / 10 ** decimals;
