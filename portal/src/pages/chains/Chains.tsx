/** Side chains of group merchants: how they are, who pays for them, and how to register one. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { useMore } from '../../ui/More.tsx';
import { RolePanel } from '../../ui/RolePanel.tsx';
import { useRole } from '../../ui/useRole.ts';
import { Item } from './Item.tsx';
import { RegisterForm } from './RegisterForm.tsx';
import { type Chains as Found, useChains } from './useChains.ts';

const Content = ({
	found: { now, chains, total, blessed, coresFree },
	more,
}: {
	found: Found;
	more: (total: number) => ReactNode;
}): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const role = useRole('GroupMerchant');
	return (
		<>
			{chains.length === 0 && <p>{t('chain.none')}</p>}
			<ul className="cards">
				{chains.map((one) => (
					<Item key={`${account?.address} ${one.id}`} found={one} now={now} />
				))}
			</ul>
			{more(total)}
			{account === undefined ? (
				<p>{t('account.choose')}</p>
			) : (
				role !== undefined && (
					<>
						<RolePanel key={account.address} of="GroupMerchant" state={role} />
						{role.margin === undefined ? (
							<p>{t('chain.needRole')}</p>
						) : (
							<RegisterForm key={`register ${account.address}`} blessed={blessed} coresFree={coresFree} />
						)}
					</>
				)
			)}
		</>
	);
};

const Chains = (): ReactNode => {
	const { t } = useTexts();
	const { most, more } = useMore();
	const found = useChains(most);
	return (
		<>
			<h1>{t('chains.title')}</h1>
			<p>{t('chains.intro')}</p>
			{found === undefined ? <p>{t('app.loading')}</p> : <Content found={found} more={more} />}
		</>
	);
};

export default Chains;
