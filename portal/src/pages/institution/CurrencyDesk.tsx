/** What an institution has issued of a currency, what limits it, and what it can do. */
import type { ReactNode } from 'react';
import { institutionActions } from '../../chain/anchor.ts';
import type { Currency, Institution } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useDuration } from '../../ui/useDuration.ts';
import { showTokens } from '../settlement/show.ts';
import { MintForm } from './MintForm.tsx';
import type { Desk } from './useDesks.ts';

/** How old the attestation is, and until when it counts. */
const Age = ({ currency, own }: { currency: Currency; own: Institution }): ReactNode => {
	const { t } = useTexts();
	const { best } = useChain();
	const duration = useDuration();
	const { attestation } = own.institution;
	if (attestation === undefined) {
		return <p data-fresh="false">{t('institution.noAttestation')}</p>;
	}
	const age = Math.max(0, (best?.number ?? attestation.at) - attestation.at);
	return (
		<p data-fresh={String(own.is_fresh)}>
			{t(own.is_fresh ? 'institution.fresh' : 'institution.stale', {
				age,
				time: duration(age),
				end: attestation.at + currency.terms.freshness,
			})}
			<br />
			<small className="bytes">{t('institution.evidence', { hash: attestation.evidence })}</small>
		</p>
	);
};

const Own = ({ currency, own, free }: { currency: Currency; own: Institution; free: bigint }): ReactNode => {
	const { t } = useTexts();
	const { institution, mintable, limit } = own;
	const { attestation, outstanding, pending, owed, penalties } = institution;
	const show = (units: bigint, rounding: 'up' | 'down'): string => showTokens(currency, units, rounding);
	const figures = [
		['reserve', attestation === undefined ? '–' : show(attestation.reserve, 'down')],
		['outstanding', show(outstanding, 'up')],
		['pending', show(pending, 'up')],
		['owedFor', showBhtd(owed, 'up', BHTD_DECIMALS)],
		['penalties', showBhtd(penalties, 'up', BHTD_DECIMALS)],
		['mintable', show(mintable, 'down')],
	] as const;
	return (
		<>
			<Figures figures={figures.map(([name, value]) => ({ name, label: t(`institution.${name}`), value }))} />
			<p data-limit={limit.type}>{t(`institution.limit.${limit.type}`)}</p>
			<Age currency={currency} own={own} />
			<Actions
				subject={currency.code}
				actions={institutionActions(currency, free, outstanding)}
				label={(action) => t(`institution.action.${action}`)}
				field={(input) =>
					input === 'reserve'
						? t('institution.reserve.field', { code: currency.code })
						: input === 'evidence'
							? t('institution.evidence.field')
							: t('settlement.amount', { code: currency.code })
				}
				help={(input) => (input === 'evidence' ? t('institution.evidence.help') : undefined)}
			/>
			{institution.standing.type === 'Admitted' && <MintForm currency={currency} own={own} />}
		</>
	);
};

export const CurrencyDesk = ({ desk: { currency, own, tokens } }: { desk: Desk }): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="panel" aria-labelledby={`desk-${currency.id}`} data-desk={currency.code}>
			<h2 id={`desk-${currency.id}`}>
				{currency.code}{' '}
				{own !== undefined && (
					<Tag kind={own.institution.standing.type === 'Admitted' ? 'good' : 'notice'}>
						{t(`institution.standing.${own.institution.standing.type}`)}
					</Tag>
				)}
			</h2>
			{own === undefined ? (
				<p>{t('institution.notAdmitted')}</p>
			) : (
				<Own currency={currency} own={own} free={tokens.free} />
			)}
		</section>
	);
};
