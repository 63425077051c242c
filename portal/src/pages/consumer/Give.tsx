/** Sending points on. */

import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { parseAmount, showAmount } from '../../lib/amounts.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { Holding } from './useHoldings.ts';

export const Give = ({ holding: { points, held } }: { holding: Holding }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [to, setTo] = useState('');
	const [text, setText] = useState('');
	const { id, decimals, unit } = points;
	const amount = parseAmount(text, decimals);
	const units = amount.ok && amount.value <= held ? amount.value : 0n;
	const give =
		units > 0n && isAddress(to)
			? call('Assets', 'transfer', { id, target: Enum('Id', to.trim()), amount: units })
			: undefined;
	const trial = useTrial(give);
	const show = (value: bigint): string => `${showAmount(value, decimals, 'down')} ${unit}`;
	const error = (): string | undefined => {
		if (text === '') {
			return undefined;
		}
		if (!amount.ok) {
			return problemText(texts, amount.error);
		}
		if (amount.value > held) {
			return t('consumer.tooMany', { amount: show(held) });
		}
		return amount.value === 0n ? problemText(texts, 'zero') : undefined;
	};
	const poor = trial.state === 'refused' && trial.refusal.name === 'Invalid.Payment';
	return (
		<form aria-label={t('consumer.send')} onSubmit={(event) => event.preventDefault()}>
			<h4>{t('consumer.send')}</h4>
			<TextField
				name="to"
				label={t('consumer.to')}
				value={to}
				error={to === '' || isAddress(to) ? undefined : t('award.badAddress')}
				help={t('consumer.sendNote')}
				onChange={setTo}
			/>
			<TextField
				name="give"
				label={t('consumer.amount')}
				value={text}
				numeric
				suffix={unit}
				error={error()}
				onChange={setText}
			/>
			<SignBox
				label={t('consumer.sending', { amount: show(units) })}
				button={t('consumer.send')}
				call={give}
				trial={trial}
				missing={poor ? t('consumer.sendFee') : undefined}
				done={() => {
					setTo('');
					setText('');
				}}
			/>
		</form>
	);
};
