/** The anchored token: who issues it, what backs it, and what holders can do with it. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { sendAction } from '../../chain/anchor.ts';
import {
	type Currency,
	type Institution,
	readCurrencies,
	readInstitutions,
	readTokens,
	type Tokens,
} from '../../chain/currencies.ts';
import { bestOf } from '../../chain/session.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain, useRead } from '../../ui/chain.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Issuers } from './Issuers.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import { RedemptionList } from './RedemptionList.tsx';
import { showTokens } from './show.ts';
import { useRedemptions } from './useRedemptions.ts';

interface Found {
	readonly currency: Currency;
	readonly institutions: readonly Institution[];
	readonly tokens: Tokens;
}

const useCurrencies = (): readonly Found[] | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`currencies ${who}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const currencies = await readCurrencies(api, at);
		return Promise.all(
			currencies.map(async (currency) => {
				const [institutions, tokens] = await Promise.all([
					readInstitutions(api, currency.id, at),
					who === undefined ? { free: 0n, held: 0n } : readTokens(api, currency.id, who, at),
				]);
				return { currency, institutions, tokens };
			}),
		);
	});
};

const Redemptions = ({ currency, who }: { currency: Currency; who: string }): ReactNode => {
	const { t } = useTexts();
	const mine = useRedemptions(`mine ${who}`, currency.id, (_, { holder }) => holder === who);
	// What others have asked for: anybody may back an objection, and close what is overdue.
	const others = useRedemptions(
		`others ${who}`,
		currency.id,
		(id, { holder }) => holder !== who && id.institution !== who,
	);
	return (
		<>
			<section className="panel" aria-labelledby={`mine-${currency.id}`} data-mine={currency.code}>
				<h2 id={`mine-${currency.id}`}>{t('redemption.mine')}</h2>
				<RedemptionList currency={currency} found={mine} who={who} none={t('redemption.none')} />
			</section>
			{others !== undefined && others.redemptions.length > 0 && (
				<section className="panel" aria-labelledby={`others-${currency.id}`} data-others={currency.code}>
					<h2 id={`others-${currency.id}`}>{t('redemption.others')}</h2>
					<p>{t('redemption.others.help')}</p>
					<RedemptionList currency={currency} found={others} who={who} none="" />
				</section>
			)}
		</>
	);
};

const Holder = ({ found, who }: { found: Found; who: string }): ReactNode => {
	const { t } = useTexts();
	const { currency, institutions, tokens } = found;
	return (
		<>
			<section className="panel" aria-labelledby={`have-${currency.id}`} data-tokens={currency.code}>
				<h2 id={`have-${currency.id}`}>{t('settlement.have', { code: currency.code })}</h2>
				<Figures
					figures={[
						{ name: 'free', label: t('settlement.free'), value: showTokens(currency, tokens.free, 'down') },
						{ name: 'onHold', label: t('settlement.held'), value: showTokens(currency, tokens.held, 'down') },
					]}
				/>
				{tokens.free > 0n && (
					<>
						<Actions
							subject={currency.code}
							actions={[sendAction(currency, tokens.free)]}
							label={() => t('settlement.send')}
							field={(input) =>
								input === 'to' ? t('consumer.to') : t('settlement.amount', { code: currency.code })
							}
						/>
						<RedeemForm currency={currency} institutions={institutions} free={tokens.free} who={who} />
					</>
				)}
			</section>
			<Redemptions currency={currency} who={who} />
		</>
	);
};

const Settlement = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const currencies = useCurrencies();
	return (
		<>
			<h1>{t('settlement.title')}</h1>
			<p>{t('settlement.intro')}</p>
			{account === undefined && <p>{t('account.choose')}</p>}
			{currencies === undefined && <p>{t('app.loading')}</p>}
			{currencies?.length === 0 && <p>{t('settlement.none')}</p>}
			{currencies?.map((found) => (
				<div key={`${account?.address} ${found.currency.id}`}>
					<section className="panel" aria-labelledby={`currency-${found.currency.id}`}>
						<h2 id={`currency-${found.currency.id}`}>{found.currency.code}</h2>
						{found.currency.halted && <Alert type="warning" showIcon title={t('settlement.halted')} />}
						<Issuers currency={found.currency} institutions={found.institutions} />
					</section>
					{account !== undefined && <Holder found={found} who={account.address} />}
				</div>
			))}
		</>
	);
};

export default Settlement;
