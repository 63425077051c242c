/** Redeeming points on the main chain: how many, and who is paid there. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { type CoverView, sideCall } from '../../chain/side.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, plainAmount, showAmount, showBhtd } from '../../lib/amounts.ts';
import {
	checkRedeem,
	coverLeft,
	mostRedeemable,
	obstacleOf,
	type RedeemField,
	unitsOf,
} from '../../lib/redemption.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { formProblemText } from '../../ui/formTexts.ts';
import { SignBox } from '../../ui/SignBox.tsx';
import { useSide, useSideRead } from './side.tsx';
import type { SideHolding } from './useSidePoints.ts';

interface Props {
	readonly holding: SideHolding;
	readonly cover: CoverView;
	readonly who: string;
}

export const RedeemForm = ({ holding: { points, held }, cover, who }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { session } = useSide();
	const [draft, setDraft] = useState({ points: '', beneficiary: who });
	const { id, decimals, unit, floor } = points;
	const checked = checkRedeem(draft, { decimals, held, isAddress });
	const problems = checked.ok ? {} : checked.error;
	const units = unitsOf(draft.points, { decimals, held });
	const quote = useSideRead(`redeem ${id} ${units}`, ({ api }) =>
		units === 0n ? Promise.resolve(undefined) : api.view.Redemption.quote(id, units, { at: 'best' }),
	);
	const leastRedemption = session?.constants.Redemption.LeastRedemption ?? 0n;
	const obstacle = quote && obstacleOf(quote, cover, leastRedemption);
	const redeem =
		checked.ok && quote && obstacle === undefined
			? sideCall('Redemption', 'redeem_on_main', {
					class: id,
					points: units,
					min_out: quote.out,
					beneficiary: checked.value.beneficiary,
				})
			: undefined;
	// The message is paid for by whoever signs, beside the fee.
	const trial = useTrial(redeem, -(quote?.fee ?? 0n));
	const show = (value: bigint): string => `${showAmount(value, decimals, 'down')} ${unit}`;
	const most = mostRedeemable(held, floor, cover);
	const bhtd = (planck: bigint, rounding: 'up' | 'down'): string => showBhtd(planck, rounding, BHTD_DECIMALS);
	const errorOf = (field: RedeemField): string | undefined => {
		const problem = problems[field];
		if (problem === 'aboveFree') {
			return t('sidepoints.aboveFree', { held: show(held) });
		}
		if (problem !== undefined) {
			return draft[field] === '' && field === 'points' ? undefined : formProblemText(texts, problem);
		}
		return field === 'points' && quote && obstacle !== undefined
			? t(`sidepoints.obstacle.${obstacle}`, {
					out: bhtd(quote.out, 'down'),
					least: bhtd(leastRedemption, 'up'),
					left: bhtd(coverLeft(cover), 'down'),
				})
			: undefined;
	};
	const label = t('sidepoints.redeem');
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			<h4>{label}</h4>
			<TextField
				name="points"
				label={t('sidepoints.field.points')}
				value={draft.points}
				numeric
				suffix={unit}
				help={t('sidepoints.points.help', { most: show(most) })}
				error={errorOf('points')}
				onChange={(value) => setDraft({ ...draft, points: value })}
			/>
			<Button size="small" onClick={() => setDraft({ ...draft, points: plainAmount(most, decimals) })}>
				{t('sidepoints.all')}
			</Button>
			<TextField
				name="beneficiary"
				label={t('sidepoints.field.beneficiary')}
				value={draft.beneficiary}
				help={t('sidepoints.beneficiary.help')}
				error={errorOf('beneficiary')}
				onChange={(value) => setDraft({ ...draft, beneficiary: value })}
			/>
			{quote && obstacle === undefined && (
				<p data-redeem-quote={String(quote.out)}>
					{t('sidepoints.get', { amount: bhtd(quote.out, 'down') })}{' '}
					{t('sidepoints.message', { fee: showBhtd(quote.fee ?? 0n, 'up') })}
				</p>
			)}
			<SignBox
				label={t('sidepoints.sending', { amount: show(units) })}
				button={label}
				call={redeem}
				trial={trial}
				done={() => setDraft({ points: '', beneficiary: who })}
			/>
		</form>
	);
};
