/** Awards: one by one, or many out of a file. */
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import type { ClassInfo } from '../../chain/classes.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useTrial } from '../../ui/chain.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { BatchAward } from './BatchAward.tsx';
import { SingleAward } from './SingleAward.tsx';
import type { Merchant, OwnBook } from './useMerchant.ts';

export interface AwardProps {
	readonly own: ClassInfo;
	readonly book: OwnBook;
	/** Planck that the merchant can still owe. */
	readonly capacity: bigint;
}

const OpenBook = (): ReactNode => {
	const { t } = useTexts();
	const open = call('Points', 'open_receipt_book', undefined);
	return (
		<>
			<p>{t('merchant.noBooks')}</p>
			<SignBox
				label={t('merchant.openBook')}
				button={t('merchant.openBook')}
				call={open}
				trial={useTrial(open)}
			/>
		</>
	);
};

export const AwardPanel = ({ merchant: { margin, classes, books } }: { merchant: Merchant }): ReactNode => {
	const { t } = useTexts();
	const [classId, setClass] = useState('');
	const [bookId, setBook] = useState('');
	const own = classes.find(({ id }) => String(id) === classId) ?? classes.at(-1);
	const book = books.find(({ id }) => String(id) === bookId) ?? books.at(-1);
	if (own === undefined) {
		return null;
	}
	return (
		<section className="panel" aria-labelledby="award-title">
			<h2 id="award-title">{t('award.title')}</h2>
			{book === undefined ? (
				<OpenBook />
			) : (
				<>
					<div className="pair">
						<ChoiceField
							name="class"
							label={t('award.class')}
							value={String(own.id)}
							options={classes.map(({ id, title }) => ({ value: String(id), label: `${id}. ${title}` }))}
							onChange={setClass}
						/>
						<ChoiceField
							name="book"
							label={t('merchant.book')}
							value={String(book.id)}
							options={books.map(({ id }) => ({
								value: String(id),
								label: t('merchant.bookNumber', { id: String(id) }),
							}))}
							onChange={setBook}
						/>
					</div>
					<SingleAward own={own} book={book} capacity={margin.capacity} />
					<BatchAward own={own} book={book} capacity={margin.capacity} />
				</>
			)}
		</section>
	);
};
