/** The dividend and work for the community: what there is, and what can be done. */
import type { FormReader } from '../lib/reader.ts';
import { type Action, plain, reading } from './action.ts';
import { isAddress } from './address.ts';
import { type Api, type Call, call } from './api.ts';

export type Lock = NonNullable<Awaited<ReturnType<Api['view']['Dividends']['position']>>>;
export type WorkerView = NonNullable<Awaited<ReturnType<Api['view']['Workers']['worker']>>>;

export interface Work extends WorkerView {
	readonly id: number;
}

export type LockAction = 'lock' | 'unlock' | 'relock' | 'withdraw' | 'claim';

const withAmount = (
	name: 'lock' | 'unlock' | 'relock',
	make: (reader: FormReader<'amount'>) => bigint,
): Action<LockAction> => ({
	name,
	inputs: [{ name: 'amount', numeric: true }],
	make: reading<'amount'>((reader): Call => call('Dividends', name, { amount: make(reader) })),
});

/** What somebody can do who has `lock`. */
export const lockActions = (lock: Lock | undefined, least: bigint): Action<LockAction>[] => {
	const [locked, unlocking] = [lock?.locked ?? 0n, lock?.unlocking.length ?? 0];
	const add = withAmount('lock', (reader) => {
		const amount = reader.positive('amount');
		if (amount > 0n && locked + amount < least) {
			reader.note('amount', 'tooSmall');
		}
		return amount;
	});
	const unlock = withAmount('unlock', (reader) => {
		const amount = reader.positive('amount');
		if (amount > locked) {
			reader.note('amount', 'tooHigh');
		} else if (amount < locked && locked - amount < least) {
			reader.note('amount', 'leavesTooLittle');
		}
		return amount;
	});
	const relock = withAmount('relock', (reader) => reader.positive('amount'));
	const [claimable, free] = [lock?.claimable ?? 0n, lock?.withdrawable ?? 0n];
	return [
		add,
		...(locked > 0n ? [unlock] : []),
		...(unlocking > 0 ? [relock] : []),
		...(free > 0n
			? [{ ...plain('withdraw' as const, call('Dividends', 'withdraw', undefined)), proceeds: free }]
			: []),
		...(claimable > 0n
			? [{ ...plain('claim' as const, call('Dividends', 'claim', undefined)), proceeds: claimable }]
			: []),
	];
};

export type WorkAction = 'claim' | 'stop';

/** What `who` can do with work. */
export const workActions = (
	{ id: worker, proposer, beneficiary, stage, claimable }: Work,
	who: string,
): Action<WorkAction>[] => [
	...(claimable > 0n || stage.type === 'Ended'
		? [
				{
					...plain('claim' as const, call('Workers', 'claim', { worker })),
					// Only its beneficiary can pay the fee out of it.
					...(who === beneficiary ? { proceeds: claimable } : {}),
				},
			]
		: []),
	...((who === proposer || who === beneficiary) && stage.type !== 'Ended'
		? [plain('stop' as const, call('Workers', 'stop', { worker }))]
		: []),
];

interface WorkLimits {
	readonly titleLength: number;
	readonly urlLength: number;
	readonly eras: number;
}

type WorkField = 'title' | 'url' | 'document' | 'pay' | 'eras' | 'beneficiary';

/** Offers to work. */
export const proposal = ({ titleLength, urlLength, eras }: WorkLimits): Action<'propose'> => ({
	name: 'propose',
	inputs: [
		{ name: 'title' },
		{ name: 'url' },
		{ name: 'document', hash: true },
		{ name: 'pay', numeric: true },
		{ name: 'eras', numeric: true },
		{ name: 'beneficiary' },
	],
	make: reading<WorkField>((reader) =>
		call('Workers', 'propose', {
			terms: {
				document: reader.hash('document'),
				title: reader.text('title', titleLength),
				url: reader.text('url', urlLength, false),
				pay: reader.positive('pay'),
				eras: reader.whole('eras', 1, eras),
			},
			beneficiary: reader.address('beneficiary', isAddress),
		}),
	),
});
