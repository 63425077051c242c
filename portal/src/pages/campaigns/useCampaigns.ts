/** All campaigns, the reports that are for sale, and the purchases that concern the account in use. */
import { type Campaign, type Purchase, type Report, readCampaign } from '../../chain/campaigns.ts';
import { bestOf } from '../../chain/session.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

export interface Campaigns {
	readonly now: number;
	/** The latest first, as many as are wanted. */
	readonly campaigns: readonly Campaign[];
	/** How many there are. */
	readonly total: number;
	/** What each is about. */
	readonly purposes: ReadonlyMap<number, string>;
	readonly reports: readonly Report[];
	readonly purchases: readonly Purchase[];
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const useCampaigns = (most: number): Campaigns | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`campaigns ${who} ${most}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const { Campaigns, Reports, Purchases } = api.query.DataRewards;
		const [now, entries, offered, bought] = await Promise.all([
			api.query.System.Number.getValue({ at }),
			Campaigns.getEntries({ at }),
			Reports.getEntries({ at }),
			Purchases.getEntries({ at }),
		]);
		const ids = entries.map(({ keyArgs: [id] }) => id).sort((a, b) => b - a);
		const found = await Promise.all(ids.slice(0, most).map((id) => readCampaign(api, id, at)));
		const terms = new Map(entries.map(({ keyArgs: [id], value }) => [id, value.terms]));
		const purchases = bought
			.map(({ keyArgs: [id], value }) => ({
				...value,
				id,
				provider: terms.get(value.campaign)?.provider ?? '',
			}))
			.filter(({ buyer, provider, arbiter }) => who !== undefined && [buyer, provider, arbiter].includes(who))
			.sort((a, b) => (a.id < b.id ? 1 : -1));
		const reports = offered.map(({ keyArgs: [id], value }) => ({ ...value, id })).sort((a, b) => b.id - a.id);
		return {
			now,
			campaigns: found.filter((one) => one !== undefined),
			total: ids.length,
			purposes: new Map(entries.map(({ keyArgs: [id], value }) => [id, text(value.terms.purpose)])),
			reports,
			purchases,
		};
	});
};
