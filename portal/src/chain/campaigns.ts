/** Campaigns for data, their reports and purchases: what the chain knows, and what can be done with them. */
import { Enum } from 'polkadot-api';
import { HIGHEST_PROVIDER_PERCENT } from '../lib/campaign.ts';
import { ARBITER_ROLES, type ArbiterRole } from '../lib/product.ts';
import { ok } from '../lib/result.ts';
import { type Action, plain, reading } from './action.ts';
import { isAddress } from './address.ts';
import { type Api, call } from './api.ts';

type Views = Api['view']['DataRewards'];
type CampaignView = NonNullable<Awaited<ReturnType<Views['campaign']>>>;
type ReportView = NonNullable<Awaited<ReturnType<Views['report']>>>;
type PurchaseView = NonNullable<Awaited<ReturnType<Views['purchase']>>>;

export interface Campaign extends CampaignView {
	readonly id: number;
	readonly purpose: string;
}

export interface Report extends ReportView {
	readonly id: number;
}

export interface Purchase extends PurchaseView {
	readonly id: bigint;
	/** Who has to deliver it. */
	readonly provider: string;
}

/** The campaign with this id as of a block. */
export const readCampaign = async (api: Api, id: number, at: string): Promise<Campaign | undefined> => {
	const view = await api.view.DataRewards.campaign(id, { at });
	return view === undefined
		? undefined
		: { ...view, id, purpose: new TextDecoder().decode(view.terms.purpose) };
};

/** The most percent that an arbiter can be promised. */
const HIGHEST_ARBITER_PERCENT = 10;

const roleOf = (text: string): ArbiterRole => ARBITER_ROLES.find((role) => role === text) ?? 'Operator';

export type CampaignAction = 'fund' | 'close' | 'deliver' | 'lowerShare' | 'offer' | 'closeRecord';

export interface Clock {
	readonly now: number;
	readonly grace: number;
	readonly pointerLength: number;
	/** What the roles of arbiters are called. */
	readonly roles: readonly { readonly value: string; readonly label: string }[];
}

/** What `who` can do with a campaign in block `now`. */
export const campaignActions = (
	{ id: campaign, terms, ledger }: Campaign,
	who: string,
	{ now, grace, pointerLength, roles }: Clock,
): Action<CampaignAction>[] => {
	const { until, closes } = terms.window;
	const fund: Action<CampaignAction> = {
		name: 'fund',
		inputs: [{ name: 'amount', numeric: true }],
		make: reading<'amount'>((reader) =>
			call('DataRewards', 'add_funds', { campaign, amount: reader.positive('amount') }),
		),
	};
	const close: Action<CampaignAction> = plain('close', call('DataRewards', 'close_campaign', { campaign }));
	const deliver: Action<CampaignAction> = {
		name: 'deliver',
		inputs: [{ name: 'batch', hash: true }, { name: 'pointer' }],
		make: reading<'batch' | 'pointer'>((reader) =>
			call('DataRewards', 'deliver', {
				campaign,
				batch: reader.hash('batch'),
				pointer: reader.text('pointer', pointerLength),
			}),
		),
	};
	const lowerShare: Action<CampaignAction> = {
		name: 'lowerShare',
		inputs: [{ name: 'share', numeric: true }],
		make: reading<'share'>((reader) =>
			call('DataRewards', 'lower_provider_share', {
				campaign,
				share: reader.percent('share', HIGHEST_PROVIDER_PERCENT),
			}),
		),
	};
	const offer: Action<CampaignAction> = {
		name: 'offer',
		inputs: [
			{ name: 'price', numeric: true },
			{ name: 'content', hash: true },
			{ name: 'arbiter' },
			{ name: 'arbiterRole', options: roles },
			{ name: 'fee', numeric: true },
		],
		make: reading<'price' | 'content' | 'arbiter' | 'arbiterRole' | 'fee'>((reader) =>
			call('DataRewards', 'offer_report', {
				campaign,
				offer: {
					price: reader.positive('price'),
					content: reader.hash('content'),
					arbiters: [
						{
							who: reader.address('arbiter', isAddress),
							role: Enum(roleOf(reader.plain('arbiterRole'))),
							fee: reader.percent('fee', HIGHEST_ARBITER_PERCENT),
						},
					],
				},
			}),
		),
	};
	const closeRecord: Action<CampaignAction> = {
		name: 'closeRecord',
		inputs: [{ name: 'person' }],
		make: reading<'person'>((reader) =>
			call('DataRewards', 'close_record', { campaign, who: reader.address('person', isAddress) }),
		),
	};
	const provides = who === terms.provider && now < closes;
	return [
		...(now < until ? [fund] : [close]),
		...(provides && now >= terms.window.from ? [deliver, offer] : []),
		...(provides && ledger.provider_share > 0 ? [lowerShare] : []),
		...(now >= closes + grace && ledger.records > 0 ? [closeRecord] : []),
	];
};

export type ReportAction = 'buy' | 'withdraw';

/** What `who` can do with a report. `describe` says who an arbiter is and what it asks for. */
export const reportActions = (
	{ id: report, provider, offer }: Report,
	who: string,
	describe: (arbiter: Report['offer']['arbiters'][number]) => string,
): Action<ReportAction>[] => {
	const { arbiters, price } = offer;
	if (who === provider) {
		return [plain('withdraw', call('DataRewards', 'withdraw_report', { report }))];
	}
	const options = arbiters.map((arbiter) => ({ value: arbiter.who, label: describe(arbiter) }));
	return [
		{
			name: 'buy',
			inputs: [{ name: 'arbiter', options }],
			make: ({ arbiter = arbiters[0]?.who ?? '' }) =>
				ok(call('DataRewards', 'buy_report', { report, arbiter, max_price: price })),
		},
	];
};

export type PurchaseAction = 'deliverReport' | 'accept' | 'dispute' | 'resolve' | 'settle';

/** What `who` can do with a purchase in block `now`. */
export const purchaseActions = (
	{ id: purchase, buyer, provider, arbiter, state, deadline }: Purchase,
	who: string,
	now: number,
	pointerLength: number,
): Action<PurchaseAction>[] => {
	if (now >= deadline) {
		return [plain('settle', call('DataRewards', 'settle_purchase', { purchase }))];
	}
	const deliver: Action<PurchaseAction> = {
		name: 'deliverReport',
		inputs: [{ name: 'delivered', hash: true }, { name: 'pointer' }],
		make: reading<'delivered' | 'pointer'>((reader) =>
			call('DataRewards', 'deliver_report', {
				purchase,
				hash: reader.hash('delivered'),
				pointer: reader.text('pointer', pointerLength),
			}),
		),
	};
	const accept: Action<PurchaseAction> = plain('accept', call('DataRewards', 'accept_report', { purchase }));
	const dispute: Action<PurchaseAction> = {
		name: 'dispute',
		inputs: [{ name: 'evidence', hash: true }],
		make: reading<'evidence'>((reader) =>
			call('DataRewards', 'dispute', { purchase, evidence: reader.hash('evidence') }),
		),
	};
	const resolve: Action<PurchaseAction> = {
		name: 'resolve',
		inputs: [{ name: 'released', numeric: true }],
		make: reading<'released'>((reader) =>
			call('DataRewards', 'resolve', { purchase, released: reader.percent('released', 100) }),
		),
	};
	switch (state.type) {
		case 'Paid':
			return who === provider ? [deliver] : [];
		case 'Delivered':
			return who === buyer ? [accept, dispute] : [];
		case 'Disputed':
			return who === arbiter ? [resolve] : [];
	}
};
