/** The types of the main chain, as generated from its metadata. */
import type { ErrorsFromPalletsDef, TxCallData, TxFromPalletsDef, TypedApi } from 'polkadot-api';
import { getOfflineApi } from 'polkadot-api';
import type { Limits } from '../lib/check.ts';
import bhtd, { type Bhtd } from './generated/bhtd/bhtd.ts';
import type { Merchant } from './generated/merchant/merchant.ts';

export { bhtd };
export type Api = TypedApi<Bhtd>;
export type OfflineApi = Awaited<ReturnType<typeof getOfflineApi<Bhtd>>>;

/** A call of any pallet, as data. Made by {@link call} and its like for side chains, which check its arguments. */
export type Call = TxCallData;

type Calls = TxFromPalletsDef<Bhtd['descriptors']['pallets']>;

/** A call with its arguments. */
export const call = <Pallet extends keyof Calls & string, Name extends keyof Calls[Pallet] & string>(
	pallet: Pallet,
	name: Name,
	args: Calls[Pallet][Name],
): Call => ({ type: pallet, value: { type: name, value: args } });

type Apis = Api['apis'];
type Query = Api['query'];

/** What is asked of a chain to sign on it and to look at its blocks; side chains have it as well. */
export interface SigningApi {
	readonly tx: unknown;
	readonly apis: {
		readonly DryRunApi: Pick<Apis['DryRunApi'], 'dry_run_call'>;
		readonly TransactionPaymentApi: Pick<Apis['TransactionPaymentApi'], 'query_weight_to_fee'>;
		readonly TransactionPaymentCallApi: Pick<Apis['TransactionPaymentCallApi'], 'query_call_info'>;
	};
	readonly query: {
		readonly System: Pick<Query['System'], 'Account' | 'Events'>;
		readonly TransactionPayment: Pick<Query['TransactionPayment'], 'NextFeeMultiplier'>;
	};
}

type Errors = ErrorsFromPalletsDef<Bhtd['descriptors']['pallets']>;
type SideErrors = ErrorsFromPalletsDef<Merchant['descriptors']['pallets']>;

/** The pallets whose errors a caller of the portal can meet. */
type Called =
	| 'Anchor'
	| 'DataRewards'
	| 'SideChains'
	| 'Dividends'
	| 'Workers'
	| 'Balances'
	| 'Assets'
	| 'Margin'
	| 'Points'
	| 'Store'
	| 'Wholesale'
	| 'Witnesses';

/** The errors of side chains alone: redeeming points on the main chain, and the message that it takes. */
type SideError =
	| `Redemption.${keyof SideErrors['Redemption'] & string}`
	| `PolkadotXcm.${keyof Pick<SideErrors['PolkadotXcm'], 'SendFailure' | 'FeesNotMet'>}`;

/** The name of every error of these pallets, as `Pallet.Error`. */
export type PalletError =
	| { [Pallet in Called]: `${Pallet}.${keyof Errors[Pallet] & string}` }[Called]
	| SideError;

/** The calls and constants of the chain without a node. They do not depend on the genesis block. */
export const openOffline = (): Promise<OfflineApi> =>
	getOfflineApi({ ...bhtd, genesis: `0x${'00'.repeat(32)}` });

/** What drafts are checked against. */
export const limitsOf = (constants: OfflineApi['constants']): Limits => ({
	nameLength: constants.Points.MaxNameLength,
	designLength: constants.Points.MaxDesignLength,
	multipliers: constants.Store.MaxMultipliers,
});
