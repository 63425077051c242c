/** The margin: what is held, owed and free, and how to change it. */
import { Alert } from 'antd';
import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, permille, showBhtd } from '../../lib/amounts.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { Merchant } from './useMerchant.ts';

type Margin = Merchant['margin'];

const PARTS = ['owed', 'minimum', 'capacity'] as const;

const Gauge = ({ margin }: { margin: Margin }): ReactNode => {
	const { t } = useTexts();
	const { held, owed, minimum, capacity } = margin;
	const short = minimum + owed > held ? minimum + owed - held : 0n;
	const parts = { owed, minimum: minimum - short > 0n ? minimum - short : 0n, capacity };
	return (
		<>
			<div
				className="gauge"
				role="img"
				aria-label={t('merchant.gauge', {
					held: showBhtd(held, 'down'),
					owed: showBhtd(owed, 'up'),
					free: showBhtd(capacity, 'down'),
				})}
			>
				{PARTS.map((part) => (
					<div key={part} className={part} style={{ width: `${permille(parts[part], held) / 10}%` }} />
				))}
			</div>
			<dl className="figures">
				<div data-figure="held">
					<dt>{t('merchant.held')}</dt>
					<dd>{showBhtd(held, 'down', BHTD_DECIMALS)}</dd>
				</div>
				{PARTS.map((part) => (
					<div key={part} data-figure={part}>
						<dt>
							<span className={`swatch gauge-${part}`} aria-hidden="true" />
							{t(`merchant.${part}`)}
						</dt>
						<dd>{showBhtd(margin[part], part === 'capacity' ? 'down' : 'up', BHTD_DECIMALS)}</dd>
					</div>
				))}
			</dl>
			{short > 0n && <Alert type="warning" title={t('merchant.short', { amount: showBhtd(short, 'up') })} />}
			{margin.status.type === 'Exiting' && (
				<Alert type="warning" title={t('merchant.exiting', { block: margin.status.value.until })} />
			)}
		</>
	);
};

const MERCHANT = Enum('Merchant');

const Change = (): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [text, setText] = useState('');
	const amount = parseAmount(text, BHTD_DECIMALS);
	const isAmount = amount.ok && amount.value > 0n;
	const args = isAmount ? { role: MERCHANT, amount: amount.value } : undefined;
	const more = args === undefined ? undefined : call('Margin', 'top_up', args);
	const less = args === undefined ? undefined : call('Margin', 'withdraw_excess', args);
	const [moreTrial, lessTrial] = [useTrial(more), useTrial(less)];
	const problem = amount.ok ? (amount.value === 0n ? 'zero' : undefined) : amount.error;
	const error = text === '' || problem === undefined ? undefined : problemText(texts, problem);
	const clear = (): void => setText('');
	return (
		<>
			<h3>{t('merchant.change')}</h3>
			<TextField
				name="margin"
				label={t('merchant.amount')}
				value={text}
				numeric
				error={error}
				onChange={setText}
			/>
			{args !== undefined && (
				<div className="pair">
					<SignBox
						label={t('merchant.topUp')}
						button={t('merchant.topUp')}
						call={more}
						trial={moreTrial}
						done={clear}
						primary={false}
					/>
					<SignBox
						label={t('merchant.withdraw')}
						button={t('merchant.withdraw')}
						call={less}
						trial={lessTrial}
						done={clear}
						primary={false}
					/>
				</div>
			)}
		</>
	);
};

export const MarginPanel = ({ margin }: { margin: Margin }): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="panel" aria-labelledby="margin-title">
			<h2 id="margin-title">{t('merchant.margin')}</h2>
			<Gauge margin={margin} />
			<Change />
		</section>
	);
};
