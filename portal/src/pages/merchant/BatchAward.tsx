/** Awards out of a CSV file: what it says is shown with what is wrong before anything is signed. */
import { Alert } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { showAmount } from '../../lib/amounts.ts';
import { type AwardProblem, type Row, type RowProblem, readAwards } from '../../lib/csv.ts';
import { liability } from '../../lib/points.ts';
import { endOf } from '../../lib/receipts.ts';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { AwardProps } from './AwardPanel.tsx';

const isAwardProblem = (problem: RowProblem): problem is AwardProblem =>
	problem === 'columns' ||
	problem === 'badAddress' ||
	problem === 'tooManyRows' ||
	problem.startsWith('receipt');

const Preview = ({
	rows,
	words,
}: {
	rows: readonly Row[];
	words: (problem: RowProblem) => string;
}): ReactNode => {
	const { t } = useTexts();
	return (
		<Scroll label={t('award.batch')}>
			<table>
				<thead>
					<tr>
						<th scope="col" className="number">
							{t('award.row')}
						</th>
						<th scope="col">{t('award.problem')}</th>
						<th scope="col">{t('award.beneficiary')}</th>
						<th scope="col" className="number">
							{t('award.amount')}
						</th>
						<th scope="col" className="number">
							{t('award.receipt')}
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr
							key={row.line}
							className={row.problem === undefined ? '' : 'wrong'}
							data-problem={row.problem}
						>
							<td className="number">{row.line}</td>
							<td>{row.problem === undefined ? t('award.fine') : words(row.problem)}</td>
							<td>{row.beneficiary}</td>
							<td className="number">{row.amountText}</td>
							<td className="number">{row.receiptText}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Scroll>
	);
};

export const BatchAward = ({ own, book, capacity }: AwardProps): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { session } = useChain();
	const [file, setFile] = useState<{ name: string; text: string }>();
	const most = session?.constants.Points.MaxAwards ?? 0;
	const { decimals } = own;
	const rows = useMemo(
		() => readAwards(file?.text ?? '', { decimals, book: book.book, most, isAddress }),
		[file, decimals, book, most],
	);
	const words = (problem: RowProblem): string => {
		const values = { base: String(book.book.base), end: String(endOf(book.book)) };
		return isAwardProblem(problem) ? t(`award.${problem}`, values) : problemText(texts, problem);
	};
	const total = rows.reduce((sum, { amount }) => sum + amount, 0n);
	const wrong = rows.filter(({ problem }) => problem !== undefined).length;
	const missing = (): string | undefined => {
		if (rows.length === 0) {
			return t('award.empty');
		}
		if (wrong > 0) {
			return t('award.rows', { rows: rows.length, wrong, total: showAmount(total, decimals, 'down') });
		}
		if (total > own.supply - own.circulating) {
			return t('award.overSupply');
		}
		const owed = (liability(own.circulating + total, own.floor) ?? 0n) - own.liability;
		return owed > capacity ? t('award.overMargin') : undefined;
	};
	const blocked = missing();
	const awards = rows.map((row) => ({
		beneficiary: row.beneficiary,
		amount: row.amount,
		number: row.receipt,
	}));
	const batch =
		blocked === undefined
			? call('Points', 'award_batch', { class: own.id, book: book.id, awards })
			: undefined;
	const trial = useTrial(batch);
	return (
		<form aria-label={t('award.batch')} onSubmit={(event) => event.preventDefault()}>
			<h3>{t('award.batch')}</h3>
			<p>{t('award.file.help', { most })}</p>
			<FileButton
				button={t('award.file')}
				name="csv"
				accept=".csv,text/csv"
				take={async (chosen) => setFile({ name: chosen.name, text: await chosen.text() })}
			/>
			{file !== undefined && <p>{file.name}</p>}
			{rows.length > 0 && <Preview rows={rows} words={words} />}
			{rows.length > 0 && wrong === 0 && (
				<Alert
					type="info"
					title={t('award.rows', {
						rows: rows.length,
						wrong,
						total: `${showAmount(total, decimals, 'down')} ${own.unit}`,
					})}
				/>
			)}
			<SignBox
				label={`${t('award.sign')}: ${file?.name ?? ''}`}
				button={t('award.sign')}
				call={batch}
				trial={trial}
				missing={file === undefined ? undefined : blocked}
				done={() => setFile(undefined)}
			/>
		</form>
	);
};
