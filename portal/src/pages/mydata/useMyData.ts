/** The receipts of the account in use, and the campaigns it takes part in or could. */
import type { Api } from '../../chain/api.ts';
import { type Campaign, readCampaign } from '../../chain/campaigns.ts';
import { bestOf } from '../../chain/session.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

type Views = Api['view']['DataRewards'];
export type DataAccount = NonNullable<Awaited<ReturnType<Views['data_account']>>>;
export type KeptReceipt = DataAccount['receipts'][number];

/** What the account has of a campaign. */
export interface Part {
	readonly campaign: Campaign;
	readonly mine: NonNullable<Awaited<ReturnType<Views['claimable']>>> | undefined;
	/** Planck that the rest of the stream brings if nothing changes. */
	readonly projected: bigint;
	readonly consented: boolean;
	/** The number of the first receipt that can still be contributed. */
	readonly next: bigint;
}

export interface MyData {
	readonly now: number;
	readonly account: DataAccount | undefined;
	readonly parts: readonly Part[];
	/** How many there are, read or not. */
	readonly total: number;
}

const readPart = async (api: Api, id: number, who: string, at: string): Promise<Part | undefined> => {
	const views = api.view.DataRewards;
	const [campaign, mine, projected, record] = await Promise.all([
		readCampaign(api, id, at),
		views.claimable(id, who, { at }),
		views.projected_share(id, who, { at }),
		api.query.DataRewards.Contributors.getValue(id, who, { at }),
	]);
	return campaign === undefined
		? undefined
		: {
				campaign,
				mine,
				projected: projected ?? 0n,
				consented: record?.consented === true,
				next: record?.next ?? 0n,
			};
};

/** Those the account takes part in before the others, and the latest before the others. */
const rank = (id: number, takesPart: boolean): number => id + (takesPart ? 2 ** 32 : 0);

export const useMyData = (most: number): MyData | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead<MyData | undefined>(`my data ${who} ${most}`, async ({ api, client }) => {
		if (who === undefined) {
			return undefined;
		}
		const at = await bestOf(client);
		const [now, own, entries] = await Promise.all([
			api.query.System.Number.getValue({ at }),
			api.view.DataRewards.data_account(who, { at }),
			api.query.DataRewards.Campaigns.getEntries({ at }),
		]);
		const keys = entries.map(({ keyArgs: [id] }): [number, string] => [id, who]);
		const records = await api.query.DataRewards.Contributors.getValues(keys, { at });
		const ids = entries
			.map(({ keyArgs: [id], value: { terms } }, place) => ({
				id,
				takesPart: records[place] !== undefined,
				open: now < terms.window.until,
			}))
			.filter(({ takesPart, open }) => takesPart || open)
			.sort((a, b) => rank(b.id, b.takesPart) - rank(a.id, a.takesPart))
			.map(({ id }) => id);
		const found = await Promise.all(ids.slice(0, most).map((id) => readPart(api, id, who, at)));
		return { now, account: own, parts: found.filter((one) => one !== undefined), total: ids.length };
	});
};
