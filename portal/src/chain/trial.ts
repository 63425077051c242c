/** What a call would do, asked of the chain before anything is signed. */
import { Enum, type Transaction } from 'polkadot-api';
import { feeAfter } from '../lib/fee.ts';
import type { Api, Call, SigningApi } from './api.ts';
import { type Refusal, refusalOf, refusalOfThrown } from './errors.ts';
import { bestOf, type SigningSession } from './session.ts';

/** The version of XCM that dry runs would tell messages in; these calls send none. */
const XCM_VERSION = 5;

export type Trial =
	| { readonly state: 'none' | 'checking' }
	| { readonly state: 'unknown'; readonly refusal: Refusal }
	| { readonly state: 'refused'; readonly refusal: Refusal }
	| {
			readonly state: 'fine';
			/** Planck for the transaction, after what is given back of its fee. */
			readonly fee: bigint;
			/** Planck that the call puts on hold as margin. */
			readonly margin: bigint;
			/** Planck that it puts on hold as deposits, which come back. */
			readonly deposits: bigint;
			/** Planck that it puts on hold for anything else: escrow, votes. */
			readonly other: bigint;
	  };

type Makers = Record<string, Record<string, (args: unknown) => Transaction> | undefined>;

/** The transaction of a call. */
export const transactionOf = (api: Pick<SigningApi, 'tx'>, { type, value }: Call): Transaction => {
	const makers = api.tx as Makers;
	const make = makers[type]?.[value.type];
	if (make === undefined) {
		throw new Error(`the chain has no call ${type}.${value.type}`);
	}
	return make(value.value);
};

/** Bytes as a file has them are not written out: the same bytes are the same object. */
const LARGE = 4096;
const largeBytes = new WeakMap<Uint8Array, number>();
let largeCount = 0;

const bytesKey = (bytes: Uint8Array): unknown => {
	if (bytes.length <= LARGE) {
		return [...bytes];
	}
	let found = largeBytes.get(bytes);
	if (found === undefined) {
		largeCount += 1;
		found = largeCount;
		largeBytes.set(bytes, found);
	}
	return `${bytes.length} bytes, ${found}`;
};

/** What identifies a call: the same arguments, the same text. */
export const callKey = (call: Call | undefined): string =>
	JSON.stringify(call, (_, value: unknown) =>
		typeof value === 'bigint' ? `${value}n` : value instanceof Uint8Array ? bytesKey(value) : value,
	) ?? '';

interface Held {
	margin: bigint;
	deposits: bigint;
	other: bigint;
}

type DryRun = Api['apis']['DryRunApi']['dry_run_call'];
type RuntimeEvent = Extract<
	Awaited<ReturnType<DryRun>>,
	{ success: true }
>['value']['emitted_events'][number];

type HoldReason = Extract<
	Extract<RuntimeEvent, { type: 'Balances' }>['value'],
	{ type: 'Held' }
>['value']['reason'];

/** What a hold is, for whoever signs. */
const kindOf = ({ type, value }: HoldReason): keyof Held => {
	if (type === 'Margin' && value.type !== 'Profile') {
		return 'margin';
	}
	return type === 'Margin' || type === 'Points' || value.type === 'Deposit' ? 'deposits' : 'other';
};

/** What the events say is put on hold in an account. */
const heldOf = (events: readonly RuntimeEvent[], account: string): Held => {
	const held: Held = { margin: 0n, deposits: 0n, other: 0n };
	for (const event of events) {
		if (event.type === 'Balances' && event.value.type === 'Held') {
			const { who, amount, reason } = event.value.value;
			held[kindOf(reason)] += who === account ? amount : 0n;
		}
	}
	return held;
};

interface Weight {
	readonly ref_time: bigint;
	readonly proof_size: bigint;
}

const less = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);

/** What is left of the fee of a call that weighed `actual` when it was tried. */
const feeOf = async (
	api: SigningApi,
	at: string,
	advance: bigint,
	declared: Weight,
	actual: Weight,
): Promise<bigint> => {
	const unused = {
		ref_time: less(declared.ref_time, actual.ref_time),
		proof_size: less(declared.proof_size, actual.proof_size),
	};
	const [price, multiplier] = await Promise.all([
		api.apis.TransactionPaymentApi.query_weight_to_fee(unused, { at }),
		api.query.TransactionPayment.NextFeeMultiplier.getValue({ at }),
	]);
	return feeAfter(advance, price, multiplier);
};

/**
 * Runs a call on the state of the best block without changing it.
 *
 * @param proceeds what the call brings at least, if its fee may be taken out of that; less than nothing for what
 * it takes besides its fee.
 */
export const tryCall = async (
	{ api, client, constants }: SigningSession,
	call: Call,
	who: string,
	proceeds: bigint | undefined,
): Promise<Trial> => {
	try {
		const transaction = transactionOf(api, call);
		const at = await bestOf(client);
		const origin = Enum('system', Enum('Signed', who));
		const runtimeCall = call as Parameters<DryRun>[1];
		const [run, advance, declared, account] = await Promise.all([
			api.apis.DryRunApi.dry_run_call(origin, runtimeCall, XCM_VERSION, { at }),
			transaction.getEstimatedFees(who, { at }),
			api.apis.TransactionPaymentCallApi.query_call_info(runtimeCall, 0, { at }),
			api.query.System.Account.getValue(who, { at }),
		]);
		if (!run.success) {
			return { state: 'unknown', refusal: refusalOf(run.value) };
		}
		const result = run.value.execution_result;
		if (!result.success) {
			return { state: 'refused', refusal: refusalOf(result.value.error) };
		}
		const least = proceeds === undefined ? advance : advance + constants.Balances.ExistentialDeposit;
		if (account.data.free + (proceeds ?? 0n) < least) {
			return { state: 'refused', refusal: { name: 'Invalid.Payment' } };
		}
		const actual = result.value.actual_weight;
		const fee = actual === undefined ? advance : await feeOf(api, at, advance, declared.weight, actual);
		return { state: 'fine', fee, ...heldOf(run.value.emitted_events, who) };
	} catch (error) {
		return { state: 'unknown', refusal: refusalOfThrown(error) };
	}
};
