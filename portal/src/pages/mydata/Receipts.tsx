/** The receipts of the account in use: keeping them, seeing them, and stopping. */
import { type ReactNode, useState } from 'react';
import { plain, reading } from '../../chain/action.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { allowance } from '../../lib/contribution.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { TextField } from '../../ui/fields.tsx';
import { formProblemText } from '../../ui/formTexts.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import type { DataAccount, KeptReceipt } from './useMyData.ts';

/** Room for what most people buy in a season. */
const USUAL_SLOTS = 16;

/** Begins to keep receipts. */
export const KeepForm = ({ most }: { most: number }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [text, setText] = useState(String(Math.min(USUAL_SLOTS, most)));
	const made = reading<'slots'>((reader) =>
		call('DataRewards', 'open_data_account', { slots: reader.whole('slots', 1, most) }),
	)({ slots: text });
	const open = made.ok ? made.value : undefined;
	const trial = useTrial(open);
	const problem = made.ok ? undefined : made.error['slots'];
	return (
		<section className="panel" aria-labelledby="keep-title">
			<h2 id="keep-title">{t('mydata.keep')}</h2>
			<p>{t('mydata.keep.intro')}</p>
			<form aria-label={t('mydata.keep')} onSubmit={(event) => event.preventDefault()}>
				<TextField
					name="slots"
					label={t('mydata.slots')}
					help={t('mydata.slots.help', { most })}
					value={text}
					numeric
					error={problem === undefined ? undefined : formProblemText(texts, problem)}
					onChange={setText}
				/>
				<SignBox label={t('mydata.keep')} button={t('mydata.keep')} call={open} trial={trial} />
			</form>
		</section>
	);
};

export const ReceiptTable = ({
	receipts,
	label,
	choose,
}: {
	receipts: readonly KeptReceipt[];
	label: string;
	/** A box before each, if some are to be chosen. */
	choose?: ((receipt: KeptReceipt) => ReactNode) | undefined;
}): ReactNode => {
	const { t } = useTexts();
	return (
		<Scroll label={label}>
			<table>
				<thead>
					<tr>
						<th scope="col">{t('mydata.receipt')}</th>
						<th scope="col">{t('mydata.merchant')}</th>
						<th scope="col" className="number">
							{t('mydata.category')}
						</th>
						<th scope="col" className="number">
							{t('mydata.net')}
						</th>
						<th scope="col" className="number">
							{t('mydata.fee')}
						</th>
						<th scope="col" className="number">
							{t('mydata.block')}
						</th>
					</tr>
				</thead>
				<tbody>
					{receipts.map((receipt) => (
						<tr key={String(receipt.number)} data-receipt={String(receipt.number)}>
							<td>{choose === undefined ? String(receipt.number) : choose(receipt)}</td>
							<td title={receipt.merchant}>{shorten(receipt.merchant)}</td>
							<td className="number">{receipt.category}</td>
							<td className="number">{showBhtd(receipt.net, 'up')}</td>
							<td className="number">{showBhtd(receipt.fee, 'up', BHTD_DECIMALS)}</td>
							<td className="number">{receipt.block}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Scroll>
	);
};

export const Receipts = ({ data: { account, receipts } }: { data: DataAccount }): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	const share = session?.constants.DataRewards.PayoutShare ?? 0;
	const figures = [
		['slots', `${receipts.length} / ${account.slots}`],
		['fees', showBhtd(account.fees, 'down', BHTD_DECIMALS)],
		['paid', showBhtd(account.paid, 'down', BHTD_DECIMALS)],
		['bound', showBhtd(allowance(share, account.fees, account.paid), 'down', BHTD_DECIMALS)],
	] as const;
	return (
		<section className="panel" aria-labelledby="receipts-title">
			<h2 id="receipts-title">{t('mydata.account')}</h2>
			<Figures
				figures={figures.map(([name, value]) => ({ name, label: t(`mydata.figure.${name}`), value }))}
			/>
			{receipts.length === 0 ? (
				<p>{t('mydata.noReceipts')}</p>
			) : (
				<ReceiptTable receipts={receipts} label={t('mydata.account')} />
			)}
			{account.records > 0 ? (
				<p>{t('mydata.stop.records', { count: account.records })}</p>
			) : (
				<Actions
					subject={t('mydata.account')}
					actions={[plain('stop', call('DataRewards', 'close_data_account', undefined))]}
					label={() => t('mydata.stop')}
					field={() => ''}
				/>
			)}
		</section>
	);
};
