/** The open orders that concern an account, and what it may do with them. */
import type { Api } from '../../chain/api.ts';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

type OrderView = NonNullable<Awaited<ReturnType<Api['view']['Store']['open_order']>>>;

export type Move = OrderView['moves'][number];
export type Action = Move['action']['type'];

export const PARTS = ['merchant', 'buyer', 'recipient', 'arbiter'] as const;

export interface OpenOrder {
	readonly id: { readonly product: bigint; readonly number: bigint };
	readonly title: string;
	readonly order: OrderView['order'];
	/** What the account may do, now or later. */
	readonly moves: readonly Move[];
	/** In which parts the order concerns the account. */
	readonly parts: readonly (typeof PARTS)[number][];
	readonly paidWith: ClassInfo | undefined;
	readonly earns: ClassInfo | undefined;
}

const AT = { at: 'best' } as const;

const readOrder = async (api: Api, id: OpenOrder['id'], who: string): Promise<OpenOrder | undefined> => {
	const [view, product] = await Promise.all([
		api.view.Store.open_order(id, AT),
		api.view.Store.product(id.product, AT),
	]);
	if (view === undefined) {
		return undefined;
	}
	const { order } = view;
	const classOf = (found: number | undefined) => (found === undefined ? undefined : readClass(api, found));
	const [paidWith, earns] = await Promise.all([classOf(order.class), classOf(order.earning?.class)]);
	return {
		id,
		title: new TextDecoder().decode(product?.content.title ?? new Uint8Array()),
		order,
		moves: view.moves.filter((move) => move.who === undefined || move.who === who),
		parts: PARTS.filter((part) => order[part] === who),
		paidWith,
		earns,
	};
};

export const useOrders = (): readonly OpenOrder[] | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`orders ${who}`, async ({ api }) => {
		if (who === undefined) {
			return [];
		}
		const entries = await api.query.Store.Orders.getEntries(AT);
		const mine = entries.filter(({ value }) => PARTS.some((part) => value[part] === who));
		const found = await Promise.all(
			mine.map(({ keyArgs: [product, number] }) => readOrder(api, { product, number }, who)),
		);
		return found.filter((one) => one !== undefined).sort((a, b) => a.order.deadline - b.order.deadline);
	});
};
