/** Turning points into BHTD, for no less than is agreed to. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import { MAX_FILLS, quoteBest } from '../../chain/conversion.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, plainAmount, showAmount, showBhtd } from '../../lib/amounts.ts';
import { deadlineAfter } from '../../lib/deadline.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { Holding } from './useHoldings.ts';

export const Convert = ({ holding: { points, held } }: { holding: Holding }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account, best } = useChain();
	const [text, setText] = useState('');
	const [leastText, setLeast] = useState('');
	const { id, decimals, unit } = points;
	const amount = parseAmount(text, decimals);
	const units = amount.ok && amount.value <= held ? amount.value : 0n;
	const who = account?.address;
	const quote = useRead(`convert ${id} ${units} ${who}`, async ({ api }) =>
		units === 0n || who === undefined ? null : ((await quoteBest(api, id, units, who)) ?? null),
	);
	const least = leastText.trim() === '' ? undefined : parseAmount(leastText, BHTD_DECIMALS);
	const minimum = least === undefined ? quote?.out : least.ok ? least.value : undefined;
	const args = { class: id, amount: units, min_out: minimum ?? 0n };
	const isReady = units > 0n && quote && minimum !== undefined && best !== undefined;
	// The floor alone is cheaper to ask than the market, and where no operator pays more it pays the same.
	const convert = !isReady
		? undefined
		: quote.sold === 0n
			? call('Points', 'convert', args)
			: call('Wholesale', 'convert_best', {
					...args,
					deadline: deadlineAfter(best.number),
					max_fills: MAX_FILLS,
				});
	const trial = useTrial(convert, quote?.out);
	const show = (value: bigint): string => `${showAmount(value, decimals, 'down')} ${unit}`;
	const amountError = (): string | undefined => {
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
	const leastError = (): string | undefined => {
		if (least === undefined) {
			return undefined;
		}
		if (!least.ok) {
			return problemText(texts, least.error);
		}
		return quote && least.value > quote.out
			? t('consumer.minOutHigh', { best: showBhtd(quote.out, 'down', BHTD_DECIMALS) })
			: undefined;
	};
	return (
		<form aria-label={t('consumer.convert')} onSubmit={(event) => event.preventDefault()}>
			<h4>{t('consumer.convert')}</h4>
			<TextField
				name="convert"
				label={t('consumer.amount')}
				value={text}
				numeric
				suffix={unit}
				error={amountError()}
				onChange={setText}
			/>
			<Button size="small" onClick={() => setText(plainAmount(held, decimals))}>
				{t('consumer.all')}
			</Button>
			<TextField
				name="least"
				label={t('consumer.least')}
				value={leastText}
				numeric
				error={leastError()}
				help={t('consumer.least.help')}
				onChange={setLeast}
			/>
			{quote && (
				<p data-quote={String(quote.out)}>
					{t('consumer.get', { amount: showBhtd(minimum ?? quote.out, 'down', BHTD_DECIMALS) })}{' '}
					{t('consumer.ofDesks', { sold: show(quote.sold), converted: show(quote.converted) })}
				</p>
			)}
			<SignBox
				label={t('consumer.converting', { amount: show(units) })}
				button={t('consumer.convert')}
				call={convert}
				trial={trial}
				missing={units > 0n && quote === null ? t('consumer.tooSmall') : undefined}
				done={() => {
					setText('');
					setLeast('');
				}}
			/>
		</form>
	);
};
