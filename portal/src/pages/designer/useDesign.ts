/** All that follows from a draft and the chain. */
import { Enum } from 'polkadot-api';
import { useMemo } from 'react';
import type { Api, Call } from '../../chain/api.ts';
import { batchOf, issueCalls } from '../../chain/issue.ts';
import { bestOf, type Session } from '../../chain/session.ts';
import type { Trial } from '../../chain/trial.ts';
import { checkDraft, type Issue, type Problems } from '../../lib/check.ts';
import type { Context, Draft } from '../../lib/draft.ts';
import { affordable, liability } from '../../lib/points.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';

const MERCHANT = Enum('Merchant');

type MarginView = Awaited<ReturnType<Api['view']['Margin']['account']>>;

/** What the chain says of the margin of whoever would issue. */
export interface Position {
	readonly minimum: bigint;
	/** The margin as a merchant, if the account is one. */
	readonly account: MarginView;
	readonly nextClass: number;
	/** More margin needed to begin at all. */
	readonly neededNow: bigint;
	/** More margin needed until all points of the draft can circulate. */
	readonly neededFull: bigint | undefined;
	/** Planck that a conversion costs. */
	readonly convertFee: bigint;
}

export interface Design {
	readonly session: Session | undefined;
	readonly position: Position | undefined;
	readonly problems: Problems;
	readonly issue: Issue | undefined;
	readonly context: Context | undefined;
	readonly calls: readonly Call[];
	readonly call: Call | undefined;
	readonly trial: Trial;
	/** Planck of liability when all points circulate. */
	readonly owedFull: bigint | undefined;
	/** Planck of liability that the margin bears, with what the draft adds. */
	readonly bears: bigint | undefined;
	/** Units of points that can circulate with it. */
	readonly circulate: bigint | undefined;
}

const usePosition = (who: string | undefined, owedFull: bigint | undefined): Position | undefined =>
	useRead(`position ${who} ${owedFull}`, async ({ api, client }) => {
		if (who === undefined) {
			return undefined;
		}
		const at = { at: await bestOf(client) };
		const convert = api.tx.Points.convert({ class: 0, amount: 1n, min_out: 0n });
		const [terms, account, nextClass, neededNow, neededFull, convertFee] = await Promise.all([
			api.view.Margin.terms(MERCHANT, at),
			api.view.Margin.account(who, MERCHANT, at),
			api.query.Points.NextClass.getValue(at),
			api.view.Margin.margin_needed(who, MERCHANT, 0n, at),
			owedFull === undefined ? undefined : api.view.Margin.margin_needed(who, MERCHANT, owedFull, at),
			convert.getEstimatedFees(who, at),
		]);
		return { minimum: terms.minimum, account, nextClass, neededNow, neededFull, convertFee };
	});

/** What of the margin could be owed, if `added` were locked as well. */
const bearing = ({ account, minimum }: Position, added: bigint): bigint => {
	const free = (account?.held ?? 0n) + added - (account?.owed ?? 0n) - minimum;
	return free > 0n ? free : 0n;
};

export const useDesign = (draft: Draft): Design => {
	const { session, account } = useChain();
	const limits = session?.limits;
	const checked = useMemo(
		() => (limits === undefined ? undefined : checkDraft(draft, limits)),
		[draft, limits],
	);
	const issue = checked?.ok ? checked.value : undefined;
	const owedFull = issue === undefined ? undefined : liability(issue.supply, issue.floor);
	const position = usePosition(account?.address, owedFull);
	const { nextClass } = position ?? {};
	const merchant = position?.account !== undefined;
	const context = useMemo(
		() => (nextClass === undefined ? undefined : { classId: nextClass, merchant }),
		[nextClass, merchant],
	);
	const calls = useMemo(
		() => (issue === undefined || context === undefined ? [] : issueCalls(issue, context)),
		[issue, context],
	);
	const call = useMemo(() => (calls.length === 0 ? undefined : batchOf(calls)), [calls]);
	const trial = useTrial(call);
	const bears = position === undefined || issue === undefined ? undefined : bearing(position, issue.margin);
	const most = bears === undefined || issue === undefined ? undefined : affordable(bears, issue.floor);
	return {
		session,
		position,
		problems: checked?.ok === false ? checked.error : {},
		issue,
		context,
		calls,
		call,
		trial,
		owedFull,
		bears,
		circulate: most === undefined || issue === undefined || most < issue.supply ? most : issue.supply,
	};
};
