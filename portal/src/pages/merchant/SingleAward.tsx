/** One award. */
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { parseAmount, showAmount, showBhtd } from '../../lib/amounts.ts';
import { checkReceipt, endOf, nextReceipt } from '../../lib/receipts.ts';
import { useRead, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { AwardProps } from './AwardPanel.tsx';

export const SingleAward = ({ own, book, capacity }: AwardProps): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [beneficiary, setBeneficiary] = useState('');
	const [text, setText] = useState('');
	const [receiptText, setReceipt] = useState('');
	const next = nextReceipt(book.book);
	const amount = parseAmount(text, own.decimals);
	const receipt =
		receiptText.trim() === '' ? next : /^\d+$/.test(receiptText.trim()) ? BigInt(receiptText) : undefined;
	const units = amount.ok ? amount.value : 0n;
	const receiptProblem = receipt === undefined ? undefined : checkReceipt(book.book, receipt);
	const good = isAddress(beneficiary) && units > 0n && receipt !== undefined && receiptProblem === undefined;
	const award = good
		? call('Points', 'award', {
				class: own.id,
				beneficiary: beneficiary.trim(),
				amount: units,
				receipt: { book: book.id, number: receipt },
			})
		: undefined;
	const trial = useTrial(award);
	const quote = useRead(`award ${own.id} ${units}`, async ({ api }) =>
		units === 0n ? undefined : api.view.Points.quote_award(own.id, units, { at: 'best' }),
	);
	const amountError = (): string | undefined => {
		if (text === '') {
			return undefined;
		}
		return amount.ok
			? units === 0n
				? problemText(texts, 'zero')
				: undefined
			: problemText(texts, amount.error);
	};
	const receiptError = (): string | undefined => {
		if (receipt === undefined) {
			return problemText(texts, 'notWhole');
		}
		const values = { base: String(book.book.base), end: String(endOf(book.book)) };
		return receiptProblem === undefined ? undefined : t(`award.${receiptProblem}`, values);
	};
	return (
		<form aria-label={t('award.single')} onSubmit={(event) => event.preventDefault()}>
			<h3>{t('award.single')}</h3>
			<TextField
				name="beneficiary"
				label={t('award.beneficiary')}
				value={beneficiary}
				error={beneficiary === '' || isAddress(beneficiary) ? undefined : t('award.badAddress')}
				onChange={setBeneficiary}
			/>
			<TextField
				name="points"
				label={t('award.amount')}
				value={text}
				numeric
				suffix={own.unit}
				error={amountError()}
				help={
					quote === undefined
						? undefined
						: t('award.increase', {
								increase: showBhtd(quote.liability_increase, 'up'),
								capacity: showBhtd(capacity, 'down'),
							})
				}
				onChange={setText}
			/>
			<TextField
				name="receipt"
				label={t('award.receipt')}
				value={receiptText}
				numeric
				error={receiptError()}
				help={t('award.receipt.help', { next: String(next) })}
				onChange={setReceipt}
			/>
			<SignBox
				label={`${t('award.sign')}: ${showAmount(units, own.decimals, 'down')} ${own.unit}`}
				button={t('award.sign')}
				call={award}
				trial={trial}
				done={() => {
					setBeneficiary('');
					setText('');
					setReceipt('');
				}}
			/>
		</form>
	);
};
