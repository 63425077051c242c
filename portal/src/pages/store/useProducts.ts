/** The products of the store, as the chain has them now. */
import type { Api } from '../../chain/api.ts';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import { useRead } from '../../ui/chain.tsx';

type ProductView = NonNullable<Awaited<ReturnType<Api['view']['Store']['product']>>>;

export interface Product extends ProductView {
	readonly id: bigint;
	readonly title: string;
	readonly uri: string;
	/** The classes it is paid with and earns, if any. */
	readonly paidWith: ClassInfo | undefined;
	readonly earns: ClassInfo | undefined;
}

const AT = { at: 'best' } as const;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const readProduct = async (api: Api, id: bigint): Promise<Product | undefined> => {
	const view = await api.view.Store.product(id, AT);
	if (view === undefined) {
		return undefined;
	}
	const { price, terms } = view.product;
	const classOf = (found: number | undefined) => (found === undefined ? undefined : readClass(api, found));
	const [paidWith, earns] = await Promise.all([classOf(price.points?.[0]), classOf(terms.earns)]);
	return { ...view, id, title: text(view.content.title), uri: text(view.content.uri), paidWith, earns };
};

export const useProducts = (): readonly Product[] | undefined =>
	useRead('products', async ({ api }) => {
		const entries = await api.query.Store.Products.getEntries(AT);
		const ids = entries.map(({ keyArgs: [id] }) => id).sort((a, b) => (a < b ? -1 : 1));
		const found = await Promise.all(ids.map((id) => readProduct(api, id)));
		return found.filter((one) => one !== undefined);
	});
