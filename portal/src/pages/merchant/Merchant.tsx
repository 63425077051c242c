/** A merchant's daily work: margin, classes, awards. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { RolePanel } from '../../ui/RolePanel.tsx';
import { useRole } from '../../ui/useRole.ts';
import { AwardPanel } from './AwardPanel.tsx';
import { Classes } from './Classes.tsx';
import { SellWholesale } from './SellWholesale.tsx';
import { useMerchant } from './useMerchant.ts';

const Content = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const merchant = useMerchant();
	const role = useRole('Merchant');
	if (account === undefined) {
		return <p>{t('account.choose')}</p>;
	}
	if (merchant === undefined || role === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	if (merchant === null) {
		return (
			<p>
				{t('merchant.notRegistered')} <a href="#/designer">{t('merchant.design')}</a>
			</p>
		);
	}
	return (
		<>
			<RolePanel key={`margin ${account.address}`} of="Merchant" state={role} />
			<AwardPanel key={account.address} merchant={merchant} />
			<SellWholesale key={`wholesale ${account.address}`} />
			<Classes classes={merchant.classes} />
		</>
	);
};

const Merchant = (): ReactNode => {
	const { t } = useTexts();
	return (
		<>
			<h1>{t('merchant.title')}</h1>
			<Content />
		</>
	);
};

export default Merchant;
