/** What happened, in words: templates with places for what an event says, and how each is to be written. */
import { showBhtd } from './amounts.ts';
import type { Happening } from './seek.ts';
import { shorten } from './shorten.ts';

/** A hash or bytes, short enough to be read. */
const showBytes = (bytes: Uint8Array): string => {
	const text = new TextDecoder().decode(bytes);
	return /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]*$/u.test(text) ? text : `${bytes.length} B`;
};

/** Anything an event says, for people, as far as its shape tells what it is. */
export const showValue = (value: unknown): string => {
	if (value === undefined || value === null) {
		return '–';
	}
	if (typeof value === 'string') {
		return shorten(value);
	}
	if (value instanceof Uint8Array) {
		return showBytes(value);
	}
	if (Array.isArray(value)) {
		return `[${value.map(showValue).join(', ')}]`;
	}
	if (typeof value !== 'object') {
		return String(value);
	}
	if ('type' in value && typeof value.type === 'string') {
		const inner = 'value' in value ? value.value : undefined;
		return inner === undefined ? value.type : `${value.type} ${showValue(inner)}`;
	}
	if ('product' in value && 'number' in value) {
		return `${value.product}-${value.number}`;
	}
	return Object.entries(value)
		.map(([name, part]) => `${name} ${showValue(part)}`)
		.join(', ');
};

const PLACE = /\{(\w+)(?:\|(\w+))?\}/g;

/** Percent of parts in a whole. */
const PARTS: Readonly<Record<string, number>> = { millionths: 10_000, billionths: 10_000_000 };

const write = (value: unknown, kind: string | undefined): string => {
	if (kind === 'bhtd' && typeof value === 'bigint') {
		return showBhtd(value, 'down');
	}
	const parts = kind === undefined ? undefined : PARTS[kind];
	return parts !== undefined && typeof value === 'number' ? `${value / parts} %` : showValue(value);
};

/** Fills the places of a template with what an event says: `{who}`, `{amount|bhtd}`, `{share|millionths}`. */
export const fillTemplate = (template: string, said: unknown): string => {
	const fields: Readonly<Record<string, unknown>> = Object(said);
	return template.replace(PLACE, (_, name: string, kind: string | undefined) => write(fields[name], kind));
};

/** An event that there are no words for: its names, and what it says. */
export const plainHappening = ({ type, value }: Happening): string => {
	const said = showValue(value.value);
	return `${type}.${value.type}${said === '–' ? '' : `: ${said}`}`;
};

/** Pallets that keep the accounts of what others do: what they say is told last. */
const BOOKKEEPING = [
	'Balances',
	'TransactionPayment',
	'Treasury',
	'System',
	'Historical',
	'Session',
	'Assets',
];

/** In which order happenings are told if there is not room for all. */
export const tellingOrder = ({ type }: Happening): number => (BOOKKEEPING.includes(type) ? 1 : 0);

/** What every block says, or every fee brings with it, and nobody looks for. */
const ROUTINE = ['System.ExtrinsicSuccess', 'Treasury.UpdatedInactive'];

export const isRoutine = ({ type, value }: Happening): boolean => ROUTINE.includes(`${type}.${value.type}`);
