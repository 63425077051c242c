/** Side chains made from the template: a session with a node of one, and what is read and done there. */
import { getTypedCodecs, type PolkadotClient, type TxFromPalletsDef, type TypedApi } from 'polkadot-api';
import { BHTD_DECIMALS } from '../lib/amounts.ts';
import { hashOfBytes } from '../lib/commitment.ts';
import { numberOfHead, type Recognition, recognise } from '../lib/redemption.ts';
import { type Action, plain } from './action.ts';
import { bhtd, type Call, type SigningApi } from './api.ts';
import { type Refusal, refusalOf } from './errors.ts';
import merchant, { type Merchant } from './generated/merchant/merchant.ts';
import { bestOf, type Session, type SigningSession } from './session.ts';

export type SideApi = TypedApi<Merchant>;

type Calls = TxFromPalletsDef<Merchant['descriptors']['pallets']>;

/** A call on a side chain. */
export const sideCall = <Pallet extends keyof Calls & string, Name extends keyof Calls[Pallet] & string>(
	pallet: Pallet,
	name: Name,
	args: Calls[Pallet][Name],
): Call => ({ type: pallet, value: { type: name, value: args } });

/** A node of a side chain that answers, and what never changes while it is the same chain. */
export interface SideSession {
	readonly client: PolkadotClient;
	readonly api: SideApi;
	readonly constants: Awaited<ReturnType<SideApi['getStaticApis']>>['constants'];
	readonly chain: string;
	/** The id that the main chain has given it. */
	readonly id: number;
	/** The same, for whatever signs on any chain. */
	readonly signing: SigningSession;
}

/** Opens a session with a node of a side chain; nothing if its chain is not made from the template. */
export const openSide = async (client: PolkadotClient): Promise<SideSession | undefined> => {
	const api = client.getTypedApi(merchant);
	const [{ name, properties }, { compat, constants }] = await Promise.all([
		client.getChainSpecData(),
		api.getStaticApis(),
	]);
	const needed = [
		compat.tx.Points.convert,
		compat.tx.Redemption.redeem_on_main,
		compat.tx.Redemption.retry,
		compat.view.Points.class,
		compat.view.Redemption.cover,
		compat.view.Redemption.quote,
		compat.view.Redemption.redemptions,
	];
	const decimals: unknown = Object(properties).tokenDecimals ?? BHTD_DECIMALS;
	if (decimals !== BHTD_DECIMALS || !needed.every((entry) => entry.isCompatible())) {
		return undefined;
	}
	const id = await api.query.ParachainInfo.ParachainId.getValue({ at: 'best' });
	// Calls, events and reasons for holds of the two chains differ by their pallets. What signs passes on the first
	// and looks for names in the others.
	const signing = { client, api: api as unknown as SigningApi, constants, chain: name };
	return { client, api, constants, chain: name, id, signing };
};

/** Whether the main chain knows the chain of a node as the one that has its id. */
export const recogniseSide = async (
	{ api }: Session,
	{ client, id }: Pick<SideSession, 'client' | 'id'>,
): Promise<Recognition> => {
	// Of a final block, because a node may still be on another branch before that.
	const head = await api.query.Paras.Heads.getValue(id, { at: 'finalized' });
	const number = head === undefined ? undefined : numberOfHead(head);
	if (head === undefined || number === undefined) {
		return 'unknown';
	}
	const same = await client._request<string | null, [number]>('chain_getBlockHash', [number]);
	return recognise(hashOfBytes(head), same ?? undefined);
};

/** A redemption that the main chain has not answered yet. */
export type Pending = Awaited<ReturnType<SideApi['view']['Redemption']['redemptions']>>[number][1] & {
	readonly number: bigint;
};

export type CoverView = NonNullable<Awaited<ReturnType<SideApi['view']['Redemption']['cover']>>>;

export interface Redemptions {
	/** The block of the main chain that the side chain has seen last. */
	readonly now: number;
	/** What waits, the first number first. */
	readonly pending: readonly Pending[];
	readonly cover: CoverView | undefined;
	/** Planck that `who` has free there. */
	readonly free: bigint;
}

export const readRedemptions = async ({ api, client }: SideSession, who: string): Promise<Redemptions> => {
	const at = await bestOf(client);
	const [now, found, cover, account] = await Promise.all([
		api.query.ParachainSystem.LastRelayChainBlockNumber.getValue({ at }),
		api.view.Redemption.redemptions(who, { at }),
		api.view.Redemption.cover({ at }),
		api.query.System.Account.getValue(who, { at }),
	]);
	const pending = found.map(([number, redemption]) => ({ ...redemption, number }));
	return { now, pending, cover, free: account.data.free };
};

/** Asks for a redemption again, for `fee` planck of the side chain besides the fee of the transaction. */
export const retryAction = (who: string, number: bigint, fee: bigint): Action<'retry'> => ({
	...plain('retry', sideCall('Redemption', 'retry', { who, number })),
	proceeds: -fee,
});

/** Made once, and only if something was refused. */
let codecs: ReturnType<typeof getTypedCodecs<typeof bhtd>> | undefined;

/** The result of a dispatch, beyond its error: no weight, a normal class, and a fee. */
const NO_INFO = [0, 0, 0, 0];

/**
 * What the main chain said when it refused, in its own encoding; nothing if that cannot be read. Only the metadata
 * of the main chain tell what it means, and of what is used of them, an event has the type of it.
 */
export const refusalOfCode = async (code: Uint8Array): Promise<Refusal | undefined> => {
	codecs ??= getTypedCodecs(bhtd);
	const { event } = await codecs;
	try {
		const { dispatch_error } = event.System.ExtrinsicFailed.dec(new Uint8Array([...code, ...NO_INFO]));
		return refusalOf(dispatch_error);
	} catch {
		return undefined;
	}
};
