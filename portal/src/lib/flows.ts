/**
 * The value loop: which BHTD came to a role and went from it, as the events of blocks tell.
 *
 * Only what the pallets say themselves counts, so a plain transfer between two accounts is nobody's flow. What
 * goes on hold is told apart: it changes what can be spent, not whose it is. `released` is what leaves a hold,
 * whether it is free then or paid to somebody.
 */
import type { Happening } from './seek.ts';

export const ROLES = [
	'consumer',
	'merchant',
	'groupMerchant',
	'operator',
	'institution',
	'witness',
	'advertiser',
	'provider',
	'holder',
	'developer',
	'everybody',
] as const;

export type LoopRole = (typeof ROLES)[number];

export const WAYS = ['in', 'out', 'locked', 'released'] as const;
export type Way = (typeof WAYS)[number];

export interface Flow {
	readonly role: LoopRole;
	readonly way: Way;
	readonly planck: bigint;
}

interface Fields {
	readonly [name: string]: unknown;
}

const planck = (value: unknown): bigint => (typeof value === 'bigint' ? value : 0n);
const fieldsOf = (value: unknown): Fields => Object(value);

/** Whose a hold is. Deposits for storage and quotes can be anybody's. */
const HOLDERS: Readonly<Record<string, LoopRole>> = {
	'Margin.Merchant': 'merchant',
	'Margin.GroupMerchant': 'groupMerchant',
	'Margin.Operator': 'operator',
	'Margin.CreditInstitution': 'institution',
	'Witnesses.Deposit': 'witness',
	'Witnesses.Vote': 'witness',
	'Dividends.Lock': 'holder',
	'SideChains.Tank': 'groupMerchant',
	'Store.Escrow': 'consumer',
	'Wholesale.Quote': 'operator',
	'DataRewards.Escrow': 'advertiser',
};

const holderOf = (reason: unknown): LoopRole => {
	const { type, value } = fieldsOf(reason);
	return HOLDERS[`${type}.${fieldsOf(value)['type']}`] ?? 'everybody';
};

/** A sum that one role pays to another. */
const pays = (from: LoopRole, to: LoopRole, sum: bigint): Flow[] => [
	{ role: from, way: 'out', planck: sum },
	{ role: to, way: 'in', planck: sum },
];

const one = (role: LoopRole, way: Way, sum: unknown): Flow[] => [{ role, way, planck: planck(sum) }];

/** What an order's end moves: the merchant gets what is left of its part when the fee is taken out. */
const ofOrder = (step: unknown): Flow[] => {
	const { type, value } = fieldsOf(step);
	const said = fieldsOf(value);
	if (type !== 'Completed' && type !== 'Resolved') {
		return [];
	}
	const net = planck(fieldsOf(type === 'Completed' ? said['net'] : said['to_merchant'])['bhtd']);
	const [fee, arbiter, penalty] = [said['fee'], said['arbiter_fee'], said['penalty']].map(planck);
	return [
		...one('consumer', 'out', net + (arbiter ?? 0n)),
		...one('merchant', 'in', net - (fee ?? 0n)),
		...pays('merchant', 'consumer', penalty ?? 0n),
	];
};

/** A trade with operators. BHTD is what is traded in one kind of market, and what is paid with in the other. */
const ofTrade = (name: string, said: Fields): Flow[] => {
	const ofBhtd = fieldsOf(said['market'])['type'] === 'Bhtd';
	if (name === 'Sold') {
		return ofBhtd
			? pays('consumer', 'operator', planck(said['sold']))
			: pays('operator', 'consumer', planck(said['received']));
	}
	return ofBhtd
		? pays('operator', 'consumer', planck(said['bought']))
		: pays('consumer', 'operator', planck(said['paid']));
};

/** A price of a report: the contributors' part goes to the pot of the campaign, which pays them later. */
const ofReport = (said: Fields): Flow[] => {
	const { contributors, provider, treasury } = fieldsOf(said['released']);
	const paid = planck(contributors) + planck(provider) + planck(treasury) + planck(said['arbiter_fee']);
	return [...one('advertiser', 'out', paid), ...one('provider', 'in', provider)];
};

type Rule = (said: Fields) => Flow[];

const RULES: Readonly<Record<string, Rule>> = {
	'Balances.Held': ({ reason, amount }) => one(holderOf(reason), 'locked', amount),
	'Balances.TransferAndHold': ({ reason, transferred }) => one(holderOf(reason), 'locked', transferred),
	'Balances.Released': ({ reason, amount }) => one(holderOf(reason), 'released', amount),
	'Balances.TransferOnHold': ({ reason, amount }) => one(holderOf(reason), 'released', amount),
	'Balances.BurnedHeld': ({ reason, amount }) => one(holderOf(reason), 'released', amount),
	'TransactionPayment.TransactionFeePaid': ({ actual_fee }) => one('everybody', 'out', actual_fee),
	'Points.Converted': ({ out }) => pays('merchant', 'consumer', planck(out)),
	'Store.OrderAdvanced': ({ step }) => ofOrder(step),
	'Wholesale.Sold': (said) => ofTrade('Sold', said),
	'Wholesale.Bought': (said) => ofTrade('Bought', said),
	'Witnesses.Claimed': ({ amount }) => one('witness', 'in', amount),
	'Witnesses.CandidateClaimed': ({ amount }) => one('witness', 'in', amount),
	'Witnesses.Slashed': ({ deposit, pool }) => one('witness', 'out', planck(deposit) + planck(pool)),
	'Witnesses.WitnessIdle': ({ fine }) => one('witness', 'out', fine),
	'DataRewards.FundsAdded': ({ amount }) => one('advertiser', 'out', amount),
	'DataRewards.Refunded': ({ amount }) => one('advertiser', 'in', amount),
	'DataRewards.Claimed': ({ amount }) => one('consumer', 'in', amount),
	'DataRewards.Delivered': ({ paid }) => one('provider', 'in', paid),
	'DataRewards.PurchaseSettled': ofReport,
	'Dividends.Claimed': ({ amount }) => one('holder', 'in', amount),
	'Workers.Claimed': ({ amount }) => one('developer', 'in', amount),
	'Bounties.BountyClaimed': ({ payout }) => one('developer', 'in', payout),
	'SideChains.FeePaid': ({ amount }) => one('groupMerchant', 'out', amount),
	'SideChains.Redeemed': ({ amount }) => pays('groupMerchant', 'consumer', planck(amount)),
};

/** What the events of a block moved, in their order. */
export const flowsOf = (happenings: readonly Happening[]): Flow[] => {
	const flows: Flow[] = [];
	let floor = 0n;
	for (const { type, value } of happenings) {
		const said = fieldsOf(value.value);
		const name = `${type}.${value.type}`;
		if (name === 'Points.Converted') {
			floor = planck(said['out']);
		}
		if (name === 'Wholesale.Converted') {
			// What was converted at the floor has been told by an event of its own just before.
			const atFloor = planck(said['converted']) > 0n ? floor : 0n;
			flows.push(...pays('operator', 'consumer', planck(said['out']) - atFloor));
		}
		flows.push(...(RULES[name]?.(said) ?? []));
	}
	return flows.filter((flow) => flow.planck > 0n);
};

export type Sums = Readonly<Record<Way, bigint>>;

/** What moved for each role altogether. */
export const sumsOf = (flows: readonly Flow[]): Readonly<Record<LoopRole, Sums>> => {
	const none = (): Record<Way, bigint> => ({ in: 0n, out: 0n, locked: 0n, released: 0n });
	const sums = Object.fromEntries(ROLES.map((role) => [role, none()])) as Record<
		LoopRole,
		Record<Way, bigint>
	>;
	for (const { role, way, planck: sum } of flows) {
		sums[role][way] += sum;
	}
	return sums;
};

/**
 * What came in and what went out for a role, in so many parts of a period.
 *
 * @param series the flows of each block, from the first to the last.
 */
export const overTime = (
	series: readonly (readonly Flow[])[],
	role: LoopRole,
	parts: number,
): readonly { readonly in: bigint; readonly out: bigint }[] => {
	const size = Math.max(1, Math.ceil(series.length / parts));
	return Array.from({ length: Math.ceil(series.length / size) }, (_, part) => {
		const own = series
			.slice(part * size, (part + 1) * size)
			.flat()
			.filter((flow) => flow.role === role);
		const sum = (way: Way): bigint =>
			own.filter((flow) => flow.way === way).reduce((total, flow) => total + flow.planck, 0n);
		return { in: sum('in'), out: sum('out') };
	});
};
