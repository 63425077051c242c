/** The currencies of the anchored token, the institutions that issue them, and open redemptions. */
import type { Api } from './api.ts';

type CurrencyView = NonNullable<Awaited<ReturnType<Api['view']['Anchor']['currency']>>>;
type InstitutionView = NonNullable<Awaited<ReturnType<Api['view']['Anchor']['institution']>>>;
type RedemptionView = NonNullable<Awaited<ReturnType<Api['view']['Anchor']['redemption']>>>;

export type RedemptionId = Parameters<Api['view']['Anchor']['redemption']>[0];
export type Move = RedemptionView['moves'][number];
export type Action = Move['action']['type'];

export interface Currency {
	readonly id: number;
	readonly code: string;
	readonly decimals: number;
	readonly halted: boolean;
	readonly terms: CurrencyView['currency']['terms'];
	/** Units in circulation. */
	readonly total: bigint;
}

export interface Institution extends InstitutionView {
	readonly address: string;
	readonly currency: number;
}

export interface Redemption extends RedemptionView {
	readonly id: RedemptionId;
}

export const readCurrency = async (api: Api, id: number, at: string): Promise<Currency | undefined> => {
	const view = await api.view.Anchor.currency(id, { at });
	if (view === undefined) {
		return undefined;
	}
	const { code, decimals, halted, terms } = view.currency;
	return { id, code: new TextDecoder().decode(code), decimals, halted, terms, total: view.total };
};

/** All currencies. There are few: governance alone creates them. */
export const readCurrencies = async (api: Api, at: string): Promise<Currency[]> => {
	const entries = await api.query.Anchor.Currencies.getEntries({ at });
	const ids = entries.map(({ keyArgs: [id] }) => id).sort((a, b) => a - b);
	const found = await Promise.all(ids.map((id) => readCurrency(api, id, at)));
	return found.filter((one) => one !== undefined);
};

/** What an account has to do with a currency as an institution. */
export const readInstitution = async (
	api: Api,
	currency: number,
	address: string,
	at: string,
): Promise<Institution | undefined> => {
	const view = await api.view.Anchor.institution(currency, address, { at });
	return view && { ...view, address, currency };
};

/** The institutions of a currency, those with the most outstanding first. Governance alone admits them. */
export const readInstitutions = async (api: Api, currency: number, at: string): Promise<Institution[]> => {
	const entries = await api.query.Anchor.Institutions.getEntries(currency, { at });
	const found = await Promise.all(
		entries.map(({ keyArgs: [, address] }) => readInstitution(api, currency, address, at)),
	);
	return found
		.filter((one) => one !== undefined)
		.sort((a, b) => (a.institution.outstanding > b.institution.outstanding ? -1 : 1));
};

/** How many open redemptions are shown: those whose deadline comes first. */
export const MOST_REDEMPTIONS = 50;

type Record = {
	readonly holder: string;
	readonly deadline: number;
	readonly state: { readonly type: string };
};

/** The open redemptions of a currency that are `wanted`, the most urgent first, and how many there are more. */
export const readRedemptions = async (
	api: Api,
	currency: number,
	wanted: (id: RedemptionId, record: Record) => boolean,
	at: string,
): Promise<{ redemptions: readonly Redemption[]; more: number }> => {
	const entries = await api.query.Anchor.Redemptions.getEntries(currency, { at });
	const mine = entries
		.map(({ keyArgs: [, institution, number], value }) => ({ id: { currency, institution, number }, value }))
		.filter(({ id, value }) => wanted(id, value))
		.sort((a, b) => a.value.deadline - b.value.deadline);
	const found = await Promise.all(
		mine.slice(0, MOST_REDEMPTIONS).map(async ({ id }) => {
			const view = await api.view.Anchor.redemption(id, { at });
			return view && { ...view, id };
		}),
	);
	return {
		redemptions: found.filter((one) => one !== undefined),
		more: Math.max(0, mine.length - MOST_REDEMPTIONS),
	};
};

/** Tokens that an account has: those it can use, and those on hold for its quotes. */
export interface Tokens {
	readonly free: bigint;
	readonly held: bigint;
}

export const readTokens = async (api: Api, currency: number, who: string, at: string): Promise<Tokens> => {
	const [account, holds] = await Promise.all([
		api.query.AnchoredAssets.Account.getValue(currency, who, { at }),
		api.query.AnchoredHolder.Holds.getValue(currency, who, { at }),
	]);
	return { free: account?.balance ?? 0n, held: holds.reduce((sum, { amount }) => sum + amount, 0n) };
};
