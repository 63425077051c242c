/** What somebody looks for in the explorer, and whether something that happened is about it. */
import { fail, ok, type Result } from './result.ts';

export type Sought =
	| { readonly kind: 'number'; readonly number: number }
	| { readonly kind: 'hash'; readonly hash: string }
	| { readonly kind: 'account'; readonly address: string }
	| { readonly kind: 'class'; readonly id: number }
	| { readonly kind: 'order'; readonly product: bigint; readonly number: bigint };

const HIGHEST_BLOCK = 0xffff_ffffn;

/** Reads a block's number or hash, an address, `class 3` or `order 2-0`, in either language. */
export const readSought = (
	text: string,
	isAddress: (text: string) => boolean,
): Result<Sought, 'missing' | 'notUnderstood'> => {
	const trimmed = text.trim();
	if (trimmed === '') {
		return fail('missing');
	}
	if (/^\d+$/.test(trimmed) && BigInt(trimmed) <= HIGHEST_BLOCK) {
		return ok({ kind: 'number', number: Number(trimmed) });
	}
	if (/^0x[0-9a-f]{64}$/i.test(trimmed)) {
		return ok({ kind: 'hash', hash: trimmed.toLowerCase() });
	}
	const id = /^(?:class|积分|类别)\s*#?\s*(\d{1,9})$/i.exec(trimmed)?.[1];
	if (id !== undefined) {
		return ok({ kind: 'class', id: Number(id) });
	}
	const [, product, number] = /^(?:order|订单)?\s*#?\s*(\d{1,18})-(\d{1,18})$/i.exec(trimmed) ?? [];
	if (product !== undefined && number !== undefined) {
		return ok({ kind: 'order', product: BigInt(product), number: BigInt(number) });
	}
	return isAddress(trimmed) ? ok({ kind: 'account', address: trimmed }) : fail('notUnderstood');
};

/** Something that happened: a pallet, what it calls it, and what it says about it. */
export interface Happening {
	readonly type: string;
	readonly value: { readonly type: string; readonly value: unknown };
}

const some = (value: unknown, test: (key: string, value: unknown) => boolean, key = ''): boolean => {
	if (test(key, value)) {
		return true;
	}
	if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
		return false;
	}
	return Object.entries(value).some(([name, part]) => some(part, test, name));
};

const isOrder = (value: unknown, product: bigint, number: bigint): boolean =>
	typeof value === 'object' &&
	value !== null &&
	'product' in value &&
	'number' in value &&
	value.product === product &&
	value.number === number;

/** A class by its id, or the market of its points. */
const isClass = (key: string, value: unknown, id: number): boolean => {
	const { type, value: inner }: { type?: unknown; value?: unknown } = Object(value);
	return key === 'class' ? value === id : key === 'market' && type === 'Points' && inner === id;
};

/** Whether what happened is about an account, a class or an order. */
export const isAbout = ({ value: { value } }: Happening, sought: Sought): boolean => {
	switch (sought.kind) {
		case 'account':
			return some(value, (_, part) => part === sought.address);
		case 'class':
			return some(value, (key, part) => isClass(key, part, sought.id));
		case 'order':
			return some(value, (key, part) => key === 'order' && isOrder(part, sought.product, sought.number));
		default:
			return true;
	}
};
