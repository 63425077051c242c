/** Which receipts count in a campaign, and what consents and contributions are about. */

export interface Receipt {
	readonly number: bigint;
	readonly merchant: string;
	readonly category: number;
	readonly net: bigint;
	readonly fee: bigint;
	readonly block: number;
}

interface Scope {
	readonly categories: readonly number[];
	readonly merchants: readonly string[];
	readonly window: { readonly from: number };
}

const covers = <Item>(list: readonly Item[], item: Item): boolean => list.length === 0 || list.includes(item);

/** The receipts that a campaign takes. `next` is the number after the last one contributed to it. */
export const eligible = <Found extends Receipt>(
	receipts: readonly Found[],
	{ categories, merchants, window }: Scope,
	next: bigint,
): Found[] =>
	receipts.filter(
		({ number, block, category, merchant }) =>
			number >= next && block >= window.from && covers(categories, category) && covers(merchants, merchant),
	);

/** Receipts that count but are lost to the campaign, because a later one is chosen and they are not. */
export const passedOver = (counting: readonly Receipt[], chosen: ReadonlySet<bigint>): number => {
	const last = counting.findLastIndex(({ number }) => chosen.has(number));
	return counting.slice(0, last + 1).filter(({ number }) => !chosen.has(number)).length;
};

/** What a person has agreed to: the campaign as it stood, in words that a court could read. */
export const consentDocument = (
	chain: string,
	account: string,
	campaign: number,
	terms: {
		readonly purpose: Uint8Array;
		readonly schema: string;
		readonly provider: string;
		readonly window: { readonly from: number; readonly until: number; readonly closes: number };
	},
): string =>
	JSON.stringify({
		format: 'bhtd-consent',
		version: 1,
		chain,
		account,
		campaign,
		purpose: new TextDecoder().decode(terms.purpose),
		schema: terms.schema,
		provider: terms.provider,
		window: terms.window,
		statement:
			'I agree that the data service provider and the sponsor of this campaign use the data I contribute ' +
			'for its purpose, until I revoke this consent.',
	});

/** What a person tells about its receipts. */
export const contributionDocument = (
	chain: string,
	account: string,
	campaign: number,
	schema: string,
	receipts: readonly Receipt[],
	notes: string,
): string =>
	JSON.stringify({
		format: 'bhtd-contribution',
		version: 1,
		chain,
		account,
		campaign,
		schema,
		receipts: receipts.map(({ number, merchant, category, net, fee, block }) => ({
			number: number.toString(),
			merchant,
			category,
			net: net.toString(),
			fee: fee.toString(),
			block,
		})),
		notes: notes.trim(),
	});

/** Planck that a person who is not identified can still be paid for receipts of `fees`; rounded down. */
export const allowance = (share: number, fees: bigint, paid: bigint): bigint => {
	const most = (fees * BigInt(share)) / 1_000_000n;
	return most > paid ? most - paid : 0n;
};
