/** The terms of a currency, and the institutions that issue it. */
import type { ReactNode } from 'react';
import type { Currency, Institution } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, FIXED_ONE, showAmount, showBhtd } from '../../lib/amounts.ts';
import { coverOf } from '../../lib/bond.ts';
import { shorten } from '../../lib/shorten.ts';
import { Figures } from '../../ui/Figures.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { showTokens } from './show.ts';

/** Millionths with two digits behind the point are percent. */
const PERCENT_DECIMALS = 4;

interface Props {
	readonly currency: Currency;
	readonly institutions: readonly Institution[];
}

const Terms = ({ currency }: { currency: Currency }): ReactNode => {
	const { t } = useTexts();
	const { terms, total, code } = currency;
	const rows = [
		['total', showTokens(currency, total, 'down')],
		['rate', showBhtd(terms.rate / FIXED_ONE, 'down', BHTD_DECIMALS)],
		['penalty', `${showAmount(BigInt(terms.penalty), PERCENT_DECIMALS, 'down')} %`],
		['minimum', showTokens(currency, terms.minimum_redemption, 'up')],
		[
			'limit',
			terms.holding_limit === undefined
				? t('settlement.noLimit')
				: showTokens(currency, terms.holding_limit, 'down'),
		],
		['periods', `${terms.redemption_period} · ${terms.objection_period} · ${terms.arbitration_period}`],
	] as const;
	return (
		<Figures
			figures={rows.map(([name, value]) => ({ name, label: t(`settlement.${name}`, { code }), value }))}
		/>
	);
};

export const Issuers = ({ currency, institutions }: Props): ReactNode => {
	const { t } = useTexts();
	return (
		<>
			<Terms currency={currency} />
			<h3>{t('settlement.institutions')}</h3>
			{institutions.length === 0 ? (
				<p>{t('settlement.noInstitutions')}</p>
			) : (
				<Scroll label={t('settlement.institutions')}>
					<table>
						<thead>
							<tr>
								<th scope="col">{t('role.CreditInstitution')}</th>
								<th scope="col">{t('settlement.standing')}</th>
								<th scope="col" className="number">
									{t('institution.outstanding')}
								</th>
								<th scope="col" className="number">
									{t('institution.pending')}
								</th>
								<th scope="col" className="number">
									{t('settlement.cover', { code: currency.code })}
								</th>
								<th scope="col">{t('institution.reserve')}</th>
							</tr>
						</thead>
						<tbody>
							{institutions.map(({ address, institution, is_fresh }) => {
								const { outstanding, pending, standing, attestation } = institution;
								const cover = coverOf(institution, currency.decimals);
								const reserve =
									attestation === undefined ? '–' : showTokens(currency, attestation.reserve, 'down');
								return (
									<tr key={address} data-institution={address}>
										<td title={address}>{shorten(address)}</td>
										<td>{t(`institution.standing.${standing.type}`)}</td>
										<td className="number">{showTokens(currency, outstanding, 'up')}</td>
										<td className="number">{showTokens(currency, pending, 'up')}</td>
										<td className="number">
											{cover === undefined ? '–' : showBhtd(cover, 'down', BHTD_DECIMALS)}
										</td>
										<td>{is_fresh ? reserve : t('settlement.notFresh', { reserve })}</td>
									</tr>
								);
							})}
						</tbody>
					</table>
				</Scroll>
			)}
		</>
	);
};
