/** Redemptions that wait for the main chain, and the answers that have come. */
import type { ReactNode } from 'react';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import { type Pending, retryAction } from '../../chain/side.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { waitOf } from '../../lib/redemption.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { usePaged } from '../../ui/More.tsx';
import { useDuration } from '../../ui/useDuration.ts';
import { useSide, useSideRead } from './side.tsx';
import { useAnswered } from './useSidePoints.ts';

/** Points of any class, as people write them; their class may not be among those that are still held. */
const usePoints = (ids: readonly number[]): ((id: number, units: bigint) => string) => {
	const wanted = [...new Set(ids)].sort((a, b) => a - b);
	const found = useSideRead(`side classes ${wanted}`, async ({ api }) =>
		Promise.all(wanted.map((id) => readClass(api, id))),
	);
	const classes: readonly (ClassInfo | undefined)[] = found ?? [];
	return (id, units) => {
		const known = classes.find((one) => one?.id === id);
		return known === undefined ? '…' : `${showAmount(units, known.decimals, 'down')} ${known.unit}`;
	};
};

const Item = ({
	who,
	pending,
	now,
	retryAfter,
	points,
}: {
	who: string;
	pending: Pending;
	now: number;
	retryAfter: number;
	points: string;
}): ReactNode => {
	const { t } = useTexts();
	const duration = useDuration();
	const { number, amount, beneficiary, sent_at, retried } = pending;
	const { since, left } = waitOf(sent_at, now, retryAfter);
	const quote = useSideRead(`retry ${pending.class} ${pending.points}`, ({ api }) =>
		api.view.Redemption.quote(pending.class, pending.points, { at: 'best' }),
	);
	const fee = quote?.fee;
	const title = t('sidepoints.pending.title', { number: String(number), points });
	return (
		<li data-pending={String(number)} data-overdue={left === 0}>
			<h3>{title}</h3>
			<p title={beneficiary}>
				{t('sidepoints.pending.to', {
					amount: showBhtd(amount, 'down', BHTD_DECIMALS),
					beneficiary: shorten(beneficiary),
				})}
				<br />
				{t(retried ? 'sidepoints.pending.sinceRetry' : 'sidepoints.pending.since', {
					since: duration(since),
				})}{' '}
				{left === 0
					? t('sidepoints.pending.overdue')
					: t('sidepoints.pending.left', { left: duration(left) })}
				{left === 0 && fee !== undefined && ` ${t('sidepoints.message', { fee: showBhtd(fee, 'up') })}`}
			</p>
			<Actions
				subject={title}
				actions={left === 0 && fee !== undefined ? [retryAction(who, number, fee)] : []}
				label={() => t('sidepoints.action.retry')}
				field={String}
			/>
		</li>
	);
};

interface Props {
	readonly who: string;
	readonly now: number;
	readonly pending: readonly Pending[];
}

export const Waiting = ({ who, now, pending }: Props): ReactNode => {
	const { t, why } = useTexts();
	const { session } = useSide();
	const answered = useAnswered(who);
	const waiting = usePaged(pending);
	const told = usePaged(answered);
	const show = usePoints([
		...pending.map((one) => one.class),
		...answered.flatMap((one) => (one.kind === 'Redeemed' ? [one.classId] : [])),
	]);
	const retryAfter = session?.constants.Redemption.RetryAfter ?? 0;
	return (
		<section className="panel" aria-labelledby="pending-title">
			<h2 id="pending-title">{t('sidepoints.pending')}</h2>
			{pending.length === 0 ? (
				<p>{t('sidepoints.pending.none')}</p>
			) : (
				<ul className="holdings own">
					{waiting.shown.map((one) => (
						<Item
							key={String(one.number)}
							who={who}
							pending={one}
							now={now}
							retryAfter={retryAfter}
							points={show(one.class, one.points)}
						/>
					))}
				</ul>
			)}
			{waiting.more}
			<div aria-live="polite">
				{answered.length > 0 && (
					<>
						<h3>{t('sidepoints.ended')}</h3>
						<ul>
							{told.shown.map((one) => (
								<li key={`${one.number} ${one.block}`} data-ended={one.kind}>
									{one.kind === 'Redeemed'
										? t('sidepoints.ended.Redeemed', {
												number: String(one.number),
												block: one.block,
												amount: showBhtd(one.amount, 'down', BHTD_DECIMALS),
												points: show(one.classId, one.points),
											})
										: t('sidepoints.ended.Refused', {
												number: String(one.number),
												block: one.block,
												reason: one.refusal === undefined ? t('sidepoints.noReason') : why(one.refusal),
											})}
								</li>
							))}
						</ul>
						{told.more}
					</>
				)}
			</div>
		</section>
	);
};
