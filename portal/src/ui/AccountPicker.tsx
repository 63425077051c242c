/** Who signs: accounts of wallets, and on development chains those everybody has. */
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type Account, developmentAccounts, openWallet, wallets } from '../chain/accounts.ts';
import { useTexts } from '../i18n/i18n.ts';
import { showBhtd } from '../lib/amounts.ts';
import { useChain, useRead } from './chain.tsx';
import { useStored } from './store.ts';

/** The accounts that can be chosen, and how to open a wallet for more. */
const useAccounts = (): { accounts: readonly Account[]; open: () => Promise<'none' | undefined> } => {
	const { session } = useChain();
	const [known, setKnown] = useState<readonly Account[]>([]);
	const [opened, setOpened] = useState<readonly Account[]>([]);
	const development = session?.development === true;
	useEffect(() => {
		if (!development) {
			setKnown([]);
			return;
		}
		let wanted = true;
		void developmentAccounts().then((accounts) => wanted && setKnown(accounts));
		return () => {
			wanted = false;
		};
	}, [development]);
	return {
		accounts: [...opened, ...known],
		open: async () => {
			const found = await wallets();
			if (found.length === 0) {
				return 'none';
			}
			setOpened((await Promise.all(found.map(openWallet))).flat());
			return undefined;
		},
	};
};

export const AccountPicker = (): ReactNode => {
	const { t } = useTexts();
	const { account, choose } = useChain();
	const { accounts, open } = useAccounts();
	const [kept, keep] = useStored('account');
	const [problem, setProblem] = useState<string>();
	const address = account?.address;
	const free = useRead(`free ${address}`, async ({ api }) =>
		address === undefined
			? undefined
			: (await api.query.System.Account.getValue(address, { at: 'best' })).data.free,
	);
	const wanted = accounts.find((one) => one.address === kept);
	useEffect(() => {
		choose(wanted);
	}, [wanted, choose]);
	return (
		<div className="account">
			<select
				className="choice"
				name="account"
				aria-label={t('account.label')}
				value={address ?? ''}
				onChange={(event) => keep(event.target.value)}
			>
				<option value="">{t('account.none')}</option>
				{accounts.map((one) => (
					<option key={one.address} value={one.address}>
						{one.name} · {one.address.slice(0, 6)}…{one.address.slice(-4)}
					</option>
				))}
			</select>
			<Button
				onClick={() => {
					setProblem(undefined);
					open().then(
						(result) => result === 'none' && setProblem(t('account.noWallet')),
						(error: unknown) => setProblem(t('account.walletFailed', { reason: String(error) })),
					);
				}}
			>
				{t('account.wallet')}
			</Button>
			{free !== undefined && (
				<span className="balance">{t('account.balance', { amount: showBhtd(free, 'down', 4) })}</span>
			)}
			{problem !== undefined && <Alert type="warning" title={problem} role="alert" />}
		</div>
	);
};
