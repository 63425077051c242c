/** A merchant's margin, classes and receipt books, as the chain has them now. */
import { Enum } from 'polkadot-api';
import type { Api } from '../../chain/api.ts';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import type { Book } from '../../lib/receipts.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

const MERCHANT = Enum('Merchant');

export interface OwnBook {
	readonly id: bigint;
	readonly book: Book;
}

export interface Merchant {
	readonly margin: NonNullable<Awaited<ReturnType<Api['view']['Margin']['account']>>>;
	readonly classes: readonly ClassInfo[];
	readonly books: readonly OwnBook[];
}

const AT = { at: 'best' } as const;

const ownClasses = async (api: Api, who: string): Promise<ClassInfo[]> => {
	const all = await api.query.Points.Classes.getEntries(AT);
	const ids = all.filter(({ value }) => value.issuer === who).map(({ keyArgs: [id] }) => id);
	const found = await Promise.all(ids.sort((a, b) => a - b).map((id) => readClass(api, id)));
	return found.filter((one) => one !== undefined);
};

/** `undefined` while it is not known, `null` for an account that is no merchant. */
export const useMerchant = (): Merchant | null | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`merchant ${who}`, async ({ api }) => {
		if (who === undefined) {
			return null;
		}
		const [margin, classes, books] = await Promise.all([
			api.view.Margin.account(who, MERCHANT, AT),
			ownClasses(api, who),
			api.query.Points.Books.getEntries(who, AT),
		]);
		return margin === undefined
			? null
			: {
					margin,
					classes,
					books: books
						.map(({ keyArgs: [, id], value }) => ({ id, book: value }))
						.sort((a, b) => (a.id < b.id ? -1 : 1)),
				};
	});
};
