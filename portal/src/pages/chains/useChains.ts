/** All side chains, and what somebody who wants to register one must know. */

import { bestOf } from '../../chain/session.ts';
import { readSideChain, type SideChain } from '../../chain/sidechains.ts';
import { useRead } from '../../ui/chain.tsx';

export interface Chains {
	readonly now: number;
	/** By their ids, the latest first, as many as are wanted. */
	readonly chains: readonly SideChain[];
	/** How many there are. */
	readonly total: number;
	/** The hashes of the runtimes that can be registered without a file. */
	readonly blessed: readonly string[];
	readonly coresFree: number;
}

export const useChains = (most: number): Chains | undefined =>
	useRead(`side chains ${most}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const [now, entries, blessed, coresFree] = await Promise.all([
			api.query.System.Number.getValue({ at }),
			api.query.SideChains.Chains.getEntries({ at }),
			api.view.SideChains.blessed({ at }),
			api.view.SideChains.cores_free({ at }),
		]);
		const ids = entries.map(({ keyArgs: [id] }) => id).sort((a, b) => b - a);
		const found = await Promise.all(ids.slice(0, most).map((id) => readSideChain(api, id, at)));
		return { now, chains: found.filter((one) => one !== undefined), total: ids.length, blessed, coresFree };
	});
