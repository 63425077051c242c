/** A credit institution's work: margin, reserve, minting, and the redemptions it has to pay. */
import type { ReactNode } from 'react';
import type { Currency } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { RolePanel } from '../../ui/RolePanel.tsx';
import { useRole } from '../../ui/useRole.ts';
import { RedemptionList } from '../settlement/RedemptionList.tsx';
import { useRedemptions } from '../settlement/useRedemptions.ts';
import { CurrencyDesk } from './CurrencyDesk.tsx';
import { type Desk, useDesks } from './useDesks.ts';

const Dues = ({ currency, who }: { currency: Currency; who: string }): ReactNode => {
	const { t } = useTexts();
	const found = useRedemptions(`dues ${who}`, currency.id, (id) => id.institution === who);
	return (
		<section className="panel" aria-labelledby={`dues-${currency.id}`} data-dues={currency.code}>
			<h2 id={`dues-${currency.id}`}>{t('institution.dues', { code: currency.code })}</h2>
			<RedemptionList currency={currency} found={found} who={who} none={t('institution.noDues')} />
		</section>
	);
};

const Desks = ({ desks, who }: { desks: readonly Desk[]; who: string }): ReactNode => {
	const { t } = useTexts();
	if (desks.length === 0) {
		return <p>{t('settlement.none')}</p>;
	}
	return desks.map((desk) => (
		<div key={desk.currency.id}>
			<CurrencyDesk desk={desk} />
			{desk.own !== undefined && <Dues currency={desk.currency} who={who} />}
		</div>
	));
};

const Content = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const role = useRole('CreditInstitution');
	const desks = useDesks();
	if (account === undefined) {
		return <p>{t('account.choose')}</p>;
	}
	if (role === undefined || desks === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	return (
		<div key={account.address}>
			<RolePanel of="CreditInstitution" state={role} />
			<Desks desks={desks} who={account.address} />
		</div>
	);
};

const Institution = (): ReactNode => {
	const { t } = useTexts();
	return (
		<>
			<h1>{t('institution.title')}</h1>
			<p>{t('institution.intro')}</p>
			<Content />
		</>
	);
};

export default Institution;
