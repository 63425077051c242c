/** Why the chain refused something, out of the many shapes in which it says so. */
import type { PalletError } from './api.ts';

/** Errors outside the pallets' own lists that people can do something about. */
export const OTHER_REFUSALS = [
	'Token.FundsUnavailable',
	'Token.OnlyProvider',
	'Token.BelowMinimum',
	'Token.CannotCreate',
	'Token.CannotCreateHold',
	'Token.Frozen',
	'Token.NotExpendable',
	'Arithmetic.Underflow',
	'Arithmetic.Overflow',
	'BadOrigin',
	'CannotLookup',
	'Invalid.Payment',
	'Invalid.Stale',
	'Invalid.Future',
	'Invalid.ExhaustsResources',
	'Invalid.BadProof',
	'Registrar.InvalidCode',
	'Registrar.CodeTooLarge',
	'Registrar.HeadDataTooLarge',
	'Registrar.CannotDeregister',
	'Paras.CannotOnboard',
	'Paras.CannotOffboard',
] as const;

export type OtherRefusal = (typeof OTHER_REFUSALS)[number];

/** `known` has words in the dictionaries; what is not known is shown by its name. */
export type Refusal = { readonly name: string };

type Shape = { readonly type: string; readonly value?: unknown };

const isShape = (value: unknown): value is Shape =>
	typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** `Pallet.Error` of a dispatch error or an invalid transaction, as decoded by polkadot-api. */
export const refusalOf = (error: unknown): Refusal => {
	const names: string[] = [];
	for (let part = error; isShape(part); part = part.value) {
		names.push(part.type);
	}
	return { name: names.filter((name) => name !== 'Module').join('.') || 'Unknown' };
};

/** What a signer or the node threw while a transaction was being sent. */
export const refusalOfThrown = (thrown: unknown): Refusal => {
	if (thrown instanceof Error && 'error' in thrown && isShape(thrown.error)) {
		return refusalOf(thrown.error);
	}
	return { name: thrown instanceof Error ? thrown.message : String(thrown) };
};

export type KnownRefusal = PalletError | OtherRefusal;
