/** A connection to a node, and what is asked of it once. */
import { createClient, type PolkadotClient } from 'polkadot-api';
import { getWsProvider, type StatusChange, WsEvent } from 'polkadot-api/ws';
import { BHTD_DECIMALS } from '../lib/amounts.ts';
import { hex } from '../lib/bytes.ts';
import type { Limits } from '../lib/check.ts';
import { type Api, bhtd, type Call, limitsOf, type OfflineApi, type SigningApi } from './api.ts';

/** After how long without a sign of life a connection counts as lost. */
const HEARTBEAT_MS = 20_000;

/** A node of any chain that something can be signed on. */
export interface SigningSession {
	readonly client: PolkadotClient;
	readonly api: SigningApi;
	readonly constants: { readonly Balances: Pick<OfflineApi['constants']['Balances'], 'ExistentialDeposit'> };
	readonly chain: string;
}

/** A node of the main chain that answers, and what never changes while it is the same chain. */
export interface Session extends SigningSession {
	readonly api: Api;
	readonly constants: OfflineApi['constants'];
	readonly limits: Limits;
	/** The bytes of a batch of calls, as hexadecimal digits. */
	readonly encode: (calls: Call[]) => string;
	/** Whether the keys of Alice, Bob and the others own the chain's fortunes. */
	readonly development: boolean;
}

export interface Block {
	readonly number: number;
	readonly hash: string;
}

/** What is known of the node right now. */
export interface Link<Found = Session> {
	readonly status: 'connecting' | 'connected' | 'lost' | 'foreign';
	readonly session: Found | undefined;
	readonly best: Block | undefined;
	readonly finalised: Block | undefined;
}

export const NO_LINK: Link<never> = {
	status: 'connecting',
	session: undefined,
	best: undefined,
	finalised: undefined,
};

/** The hash of the best block. Transactions want it by name. */
export const bestOf = async (client: PolkadotClient): Promise<string> => {
	const [best] = await client.getBestBlocks();
	if (best === undefined) {
		throw new Error('the node has no best block');
	}
	return best.hash;
};

/** Whether the page's types still say what this node's runtime takes. */
const speaksOurLanguage = async (client: PolkadotClient, api: Api): Promise<boolean> => {
	const { properties } = await client.getChainSpecData();
	const decimals: unknown = Object(properties).tokenDecimals;
	const { compat } = await api.getStaticApis();
	const needed = [
		compat.tx.Points.create_class,
		compat.tx.Points.award_batch,
		compat.tx.Wholesale.convert_best,
		compat.tx.Store.set_rule,
		compat.tx.Wholesale.quote,
		compat.tx.Wholesale.buy,
		compat.tx.Anchor.redeem,
		compat.tx.DataRewards.open_campaign,
		compat.tx.SideChains.register,
		compat.tx.Dividends.lock,
		compat.view.Margin.account,
		compat.view.Points.class,
		compat.view.Wholesale.quote_convert,
		compat.view.DataRewards.campaign,
		compat.view.SideChains.chain,
		compat.view.Wholesale.record,
		compat.view.Anchor.institution,
	];
	return decimals === BHTD_DECIMALS && needed.every((entry) => entry.isCompatible());
};

/** Opens a session with a node of the main chain; nothing if it is of another. */
export const openMain = async (client: PolkadotClient): Promise<Session | undefined> => {
	const api = client.getTypedApi(bhtd);
	if (!(await speaksOurLanguage(client, api))) {
		return undefined;
	}
	const { constants, tx } = await api.getStaticApis();
	const [spec, type] = await Promise.all([
		client.getChainSpecData(),
		client._request<unknown, []>('system_chainType', []),
	]);
	return {
		client,
		api,
		constants,
		limits: limitsOf(constants),
		encode: (calls) => hex(tx.Utility.batch_all.getEncodedData({ calls })),
		chain: spec.name,
		development: type === 'Development',
	};
};

/**
 * Keeps a connection to the node at `url` and tells `listener` whatever changes. A lost connection is
 * opened again by itself, as often as it takes.
 *
 * @param open opens a session, or returns nothing if the node is not of the chain that is wanted.
 * @returns what ends it.
 */
export const follow = <Found>(
	url: string,
	open: (client: PolkadotClient) => Promise<Found | undefined>,
	listener: (link: Link<Found>) => void,
): (() => void) => {
	let link: Link<Found> = NO_LINK;
	let ended = false;
	const update = (changes: Partial<Link<Found>>): void => {
		if (!ended) {
			link = { ...link, ...changes };
			listener(link);
		}
	};
	const onStatusChanged = ({ type }: StatusChange): void => {
		const isGone = type === WsEvent.CLOSE || type === WsEvent.ERROR;
		if (isGone && link.status !== 'foreign') {
			update({ status: 'lost' });
		}
	};
	const provider = getWsProvider(url, { onStatusChanged, heartbeatTimeout: HEARTBEAT_MS });
	const client = createClient(provider);
	const lost = (): void => update({ status: 'lost' });
	const blocks = client.bestBlocks$.subscribe({
		next: ([best]) => {
			if (best !== undefined && link.session !== undefined) {
				update({ status: 'connected', best });
			}
		},
		error: lost,
	});
	const finality = client.finalizedBlock$.subscribe({
		next: (finalised) => update({ finalised }),
		error: lost,
	});
	open(client).then(async (session) => {
		if (session === undefined) {
			update({ status: 'foreign' });
			return;
		}
		const [best] = await client.getBestBlocks();
		update({ session, best, status: 'connected' });
	}, lost);
	listener(link);
	return () => {
		ended = true;
		blocks.unsubscribe();
		finality.unsubscribe();
		client.destroy();
	};
};
