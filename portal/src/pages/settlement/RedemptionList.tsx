/** Redemptions: how far they have come, what is at stake, and what can be done with them. */
import type { ReactNode } from 'react';
import { redemptionActions } from '../../chain/anchor.ts';
import type { Currency, Redemption } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { textOf } from '../../lib/bytes.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { usePaged } from '../../ui/More.tsx';
import { showTokens } from './show.ts';
import type { Redemptions } from './useRedemptions.ts';

interface Props {
	readonly currency: Currency;
	readonly found: Redemptions | undefined;
	readonly who: string;
	/** What is said if there are none. */
	readonly none: string;
}

const Item = ({ currency, open, who }: { currency: Currency; open: Redemption; who: string }): ReactNode => {
	const { t } = useTexts();
	const { id, redemption, stake } = open;
	const { holder, amount, compensation, penalty, state, deadline, reference, is_small } = redemption;
	const title = t('redemption.title', {
		number: String(id.number),
		amount: showTokens(currency, amount, 'down'),
	});
	const later = open.moves.find(({ action, from }) => action.type === 'Settle' && from !== undefined);
	return (
		<li data-redemption={String(id.number)} data-state={state.type}>
			<h3>{title}</h3>
			<p>
				<strong>{t(`redemption.state.${state.type}`, { deadline })}</strong>
				<br />
				{t('redemption.parties', { holder: shorten(holder), institution: shorten(id.institution) })}
				<br />
				{t('redemption.reference', { reference: textOf(reference) })}
				<br />
				{t('redemption.worth', {
					compensation: showBhtd(compensation, 'down', BHTD_DECIMALS),
					penalty: showBhtd(penalty, 'down', BHTD_DECIMALS),
				})}
				{is_small && ` ${t('redemption.small')}`}
				{state.type !== 'Asked' && (
					<>
						<br />
						{redemption.stake === undefined
							? t('redemption.stake', { stake: showBhtd(stake, 'up', BHTD_DECIMALS) })
							: t('redemption.backed', {
									stake: showBhtd(stake, 'up', BHTD_DECIMALS),
									payer: shorten(redemption.stake.payer),
								})}
					</>
				)}
				{later?.from !== undefined && (
					<>
						<br />
						{t('redemption.later', { from: later.from })}
					</>
				)}
			</p>
			<Actions
				key={state.type}
				subject={title}
				actions={redemptionActions(open, who)}
				label={(action) => t(`redemption.action.${action}`)}
				field={() => t('institution.evidence.field')}
				help={() => t('redemption.evidence.help')}
			/>
		</li>
	);
};

export const RedemptionList = ({ currency, found, who, none }: Props): ReactNode => {
	const { t } = useTexts();
	const { shown, more } = usePaged(found?.redemptions ?? []);
	if (found === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	if (found.redemptions.length === 0) {
		return <p>{none}</p>;
	}
	return (
		<>
			<ul className="holdings own">
				{shown.map((open) => (
					<Item key={`${open.id.institution} ${open.id.number}`} currency={currency} open={open} who={who} />
				))}
			</ul>
			{more}
			{found.more > 0 && <p>{t('redemption.more', { count: found.more })}</p>}
		</>
	);
};
