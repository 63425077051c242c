/** Giving tokens back to an institution, which has to pay for them outside the chain. */
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import type { Currency, Institution } from '../../chain/currencies.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, showBhtd } from '../../lib/amounts.ts';
import { shorten } from '../../lib/shorten.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { showTokens } from './show.ts';

interface Props {
	readonly currency: Currency;
	/** Those that have tokens outstanding. */
	readonly institutions: readonly Institution[];
	readonly free: bigint;
	readonly who: string;
}

export const RedeemForm = ({ currency, institutions, free, who }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { session } = useChain();
	const [chosen, setChosen] = useState('');
	const [text, setText] = useState('');
	const [reference, setReference] = useState('');
	const others = institutions.filter(
		({ address, institution }) => address !== who && institution.outstanding > 0n,
	);
	const payer = others.find(({ address }) => address === chosen) ?? others[0];
	const amount = parseAmount(text, currency.decimals);
	const units = amount.ok ? amount.value : 0n;
	const outstanding = payer?.institution.outstanding ?? 0n;
	const least = currency.terms.minimum_redemption;
	const isSmall = units < least && units !== free && units !== outstanding;
	const fits = units > 0n && units <= free && units <= outstanding && !isSmall;
	const bytes = new TextEncoder().encode(reference.trim());
	const long = bytes.length > (session?.constants.Anchor.MaxReferenceLength ?? 0);
	const worth = useRead(`redeem ${payer?.address} ${units} ${currency.id}`, async ({ api }) =>
		payer === undefined || !fits
			? undefined
			: api.view.Anchor.quote_redemption(currency.id, payer.address, units, { at: 'best' }),
	);
	const made =
		payer === undefined || worth === undefined || bytes.length === 0 || long
			? undefined
			: call('Anchor', 'redeem', {
					currency: currency.id,
					institution: payer.address,
					amount: units,
					min_compensation: worth,
					reference: bytes,
				});
	const trial = useTrial(made);
	const error = (): string | undefined => {
		if (text === '' || fits) {
			return undefined;
		}
		if (!amount.ok) {
			return problemText(texts, amount.error);
		}
		if (units === 0n) {
			return problemText(texts, 'zero');
		}
		if (units > free) {
			return t('consumer.tooMany', { amount: showTokens(currency, free, 'down') });
		}
		return units > outstanding
			? t('redeem.outstanding', { amount: showTokens(currency, outstanding, 'down') })
			: t('redeem.least', { amount: showTokens(currency, least, 'up') });
	};
	const label = t('redeem.title');
	if (payer === undefined) {
		return null;
	}
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			<h3>{label}</h3>
			<p>{t('redeem.help')}</p>
			<ChoiceField
				name="institution"
				label={t('redeem.institution')}
				value={payer.address}
				options={others.map(({ address, institution }) => ({
					value: address,
					label: t('redeem.option', {
						address: shorten(address),
						outstanding: showTokens(currency, institution.outstanding, 'down'),
					}),
				}))}
				onChange={setChosen}
			/>
			<TextField
				name="redeem"
				label={t('settlement.amount', { code: currency.code })}
				value={text}
				numeric
				suffix={currency.code}
				error={error()}
				onChange={setText}
			/>
			<TextField
				name="reference"
				label={t('redeem.reference')}
				value={reference}
				error={long ? problemText(texts, 'tooLong') : undefined}
				help={t('redeem.reference.help')}
				onChange={setReference}
			/>
			{worth !== undefined && (
				<p data-compensation={String(worth)}>
					{t('redeem.worth', {
						amount: showBhtd(worth, 'down', BHTD_DECIMALS),
						period: currency.terms.redemption_period,
					})}
				</p>
			)}
			<SignBox
				label={`${label}: ${showTokens(currency, units, 'down')}`}
				button={label}
				call={made}
				trial={trial}
				missing={fits && bytes.length === 0 ? t('redeem.needsReference') : undefined}
				done={() => {
					setText('');
					setReference('');
				}}
			/>
		</form>
	);
};
