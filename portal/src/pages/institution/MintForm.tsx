/** Minting: who gets how much, and what the margin owes for it. */
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import type { Currency, Institution } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, showBhtd } from '../../lib/amounts.ts';
import { bondOf } from '../../lib/bond.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { showTokens } from '../settlement/show.ts';

export const MintForm = ({ currency, own }: { currency: Currency; own: Institution }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [to, setTo] = useState('');
	const [text, setText] = useState('');
	const { id, code, decimals, terms } = currency;
	const amount = parseAmount(text, decimals);
	const units = amount.ok ? amount.value : 0n;
	const fits = units > 0n && units <= own.mintable;
	const bond = bondOf(units, { ...terms, decimals }, own.institution);
	const made =
		fits && isAddress(to)
			? call('Anchor', 'mint', { currency: id, to: to.trim(), amount: units, max_liability: bond.total })
			: undefined;
	const trial = useTrial(made);
	const error = (): string | undefined => {
		if (text === '' || fits) {
			return undefined;
		}
		if (!amount.ok) {
			return problemText(texts, amount.error);
		}
		return units === 0n
			? problemText(texts, 'zero')
			: t('institution.tooMuch', {
					most: showTokens(currency, own.mintable, 'down'),
					limit: t(`institution.limit.${own.limit.type}`),
				});
	};
	const label = t('institution.mint');
	return (
		<form aria-label={`${label}: ${code}`} onSubmit={(event) => event.preventDefault()}>
			<h3>{label}</h3>
			<TextField
				name="mintTo"
				label={t('institution.mint.to')}
				value={to}
				error={to === '' || isAddress(to) ? undefined : t('award.badAddress')}
				onChange={setTo}
			/>
			<TextField
				name="mint"
				label={t('settlement.amount', { code })}
				value={text}
				numeric
				suffix={code}
				error={error()}
				onChange={setText}
			/>
			{fits && (
				<p data-bond={String(bond.total)}>
					{t('institution.mint.bond', {
						total: showBhtd(bond.total, 'up', BHTD_DECIMALS),
						penalty: showBhtd(bond.penalty, 'up', BHTD_DECIMALS),
					})}
				</p>
			)}
			<SignBox
				label={`${label}: ${showTokens(currency, units, 'down')}`}
				button={label}
				call={made}
				trial={trial}
				done={() => {
					setTo('');
					setText('');
				}}
			/>
		</form>
	);
};
