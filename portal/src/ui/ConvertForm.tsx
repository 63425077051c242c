/** The form of a conversion: how many points, and for how much at least. Who uses it says what would be paid. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Call } from '../chain/api.ts';
import type { ClassInfo } from '../chain/classes.ts';
import { useTexts } from '../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, plainAmount, showAmount, showBhtd } from '../lib/amounts.ts';
import { useTrial } from './chain.tsx';
import { TextField } from './fields.tsx';
import { SignBox } from './SignBox.tsx';
import { problemText } from './texts.ts';

/** What a conversion would bring. */
export interface ConversionQuote {
	/** Planck. */
	readonly out: bigint;
	/** Units that operators buy, and units that are converted at the floor. */
	readonly sold: bigint;
	readonly converted: bigint;
}

export interface Conversion {
	readonly points: ClassInfo;
	/** Smallest units. */
	readonly held: bigint;
	readonly text: string;
	readonly setText: (text: string) => void;
	/** Those that are to be converted, if there are so many. */
	readonly units: bigint;
}

/** What is entered about a conversion. */
export const useConversion = (points: ClassInfo, held: bigint): Conversion => {
	const [text, setText] = useState('');
	const amount = parseAmount(text, points.decimals);
	return { points, held, text, setText, units: amount.ok && amount.value <= held ? amount.value : 0n };
};

interface Props {
	readonly title: string;
	readonly conversion: Conversion;
	/** `null` if nothing would be paid; `undefined` while that is not known. */
	readonly quote: ConversionQuote | null | undefined;
	/** The call, for no less than so many planck; nothing if it cannot be made yet. */
	readonly make: (quote: ConversionQuote, least: bigint) => Call | undefined;
}

export const ConvertForm = ({
	title,
	conversion: { points, held, text, setText, units },
	quote,
	make,
}: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [leastText, setLeast] = useState('');
	const { decimals, unit } = points;
	const amount = parseAmount(text, decimals);
	const least = leastText.trim() === '' ? undefined : parseAmount(leastText, BHTD_DECIMALS);
	const minimum = least === undefined ? quote?.out : least.ok ? least.value : undefined;
	const convert = units > 0n && quote && minimum !== undefined ? make(quote, minimum) : undefined;
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
		<form aria-label={title} onSubmit={(event) => event.preventDefault()}>
			<h4>{title}</h4>
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
					{t('consumer.get', { amount: showBhtd(minimum ?? quote.out, 'down', BHTD_DECIMALS) })}
					{quote.sold > 0n &&
						` ${t('consumer.ofDesks', { sold: show(quote.sold), converted: show(quote.converted) })}`}
				</p>
			)}
			<SignBox
				label={t('consumer.converting', { amount: show(units) })}
				button={title}
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
