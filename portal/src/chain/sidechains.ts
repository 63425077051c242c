/** Side chains: what the main chain knows of them, and what can be done. */
import { type Action, plain, reading } from './action.ts';
import { type Api, call } from './api.ts';

type Views = Api['view']['SideChains'];

export type ChainView = NonNullable<Awaited<ReturnType<Views['chain']>>>;
export type TankView = NonNullable<Awaited<ReturnType<Views['tank']>>>;
export type PoolView = NonNullable<Awaited<ReturnType<Views['pool']>>>;
export type Waiting = Awaited<ReturnType<Views['queue']>>[number];

export interface SideChain extends ChainView {
	readonly id: number;
	readonly name: string;
	readonly uri: string;
	readonly tank: TankView;
	readonly pool: PoolView;
	/** The redemptions that wait, first come first. */
	readonly queue: readonly Waiting[];
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A chain with everything about it, as of a block. */
export const readSideChain = async (api: Api, id: number, at: string): Promise<SideChain | undefined> => {
	const views = api.view.SideChains;
	const [view, tank, pool] = await Promise.all([
		views.chain(id, { at }),
		views.tank(id, { at }),
		views.pool(id, { at }),
	]);
	if (view === undefined || tank === undefined || pool === undefined) {
		return undefined;
	}
	const queue = pool.waiting === 0n ? [] : await views.queue(id, { at });
	return { ...view, id, name: text(view.details.name), uri: text(view.details.uri), tank, pool, queue };
};

export type ChainAction =
	| 'fill'
	| 'serve'
	| 'raise'
	| 'announce'
	| 'cancel'
	| 'lower'
	| 'resume'
	| 'describe'
	| 'leave'
	| 'cleanUp';

interface ChainLimits {
	readonly nameLength: number;
	readonly uriLength: number;
	/** The most redemptions that one call is asked to pay. */
	readonly most: number;
}

/** What `who` can do with a chain. */
export const chainActions = (
	{ id: chain, chain: { manager }, stage, pool }: SideChain,
	who: string,
	{ nameLength, uriLength, most }: ChainLimits,
): Action<ChainAction>[] => {
	const leaving = stage.type === 'Leaving';
	const amount = [{ name: 'amount', numeric: true }];
	const fill: Action<ChainAction> = {
		name: 'fill',
		inputs: amount,
		make: reading<'amount'>((reader) =>
			call('SideChains', 'fill_tank', { chain, amount: reader.positive('amount') }),
		),
	};
	const serve: Action<ChainAction> = {
		name: 'serve',
		inputs: [{ name: 'most', numeric: true }],
		make: reading<'most'>((reader) =>
			call('SideChains', 'serve', { chain, most: reader.whole('most', 1, most) }),
		),
	};
	const raise: Action<ChainAction> = {
		name: 'raise',
		inputs: amount,
		make: reading<'amount'>((reader) =>
			call('SideChains', 'raise_pool', { chain, amount: reader.positive('amount') }),
		),
	};
	const announce: Action<ChainAction> = {
		name: 'announce',
		inputs: amount,
		make: reading<'amount'>((reader) =>
			call('SideChains', 'announce_lowering', { chain, amount: reader.positive('amount') }),
		),
	};
	const describe: Action<ChainAction> = {
		name: 'describe',
		inputs: [{ name: 'name' }, { name: 'uri' }],
		make: reading<'name' | 'uri'>((reader) =>
			call('SideChains', 'describe', {
				chain,
				details: { name: reader.text('name', nameLength), uri: reader.text('uri', uriLength, false) },
			}),
		),
	};
	const cancel = plain('cancel' as const, call('SideChains', 'announce_lowering', { chain, amount: 0n }));
	const lower = plain('lower' as const, call('SideChains', 'lower_pool', { chain }));
	const resume = plain('resume' as const, call('SideChains', 'resume', { chain }));
	const leave = plain('leave' as const, call('SideChains', 'leave', { chain }));
	const cleanUp = plain('cleanUp' as const, call('SideChains', 'clean_up', { chain }));
	const manages = who === manager;
	return [
		...(leaving ? [cleanUp] : [fill]),
		...(pool.waiting > 0n ? [serve] : []),
		...(manages && !leaving ? [raise, announce] : []),
		...(manages && pool.lowering !== undefined ? [lower, cancel] : []),
		...(manages && stage.type === 'Suspended' ? [resume] : []),
		...(manages ? [describe] : []),
		...(manages && !leaving ? [leave] : []),
	];
};
