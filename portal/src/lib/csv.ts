/** Awards out of a CSV file: each row with what is wrong with it. */
import { type AmountProblem, parseAmount } from './amounts.ts';
import { type Book, checkReceipt, type ReceiptProblem } from './receipts.ts';

/** What can only be wrong with an award. */
export type AwardProblem = ReceiptProblem | 'columns' | 'badAddress' | 'receiptTwice' | 'tooManyRows';

export type RowProblem = AmountProblem | AwardProblem | 'zero' | 'notWhole';

export interface Row {
	/** The line in the file, from 1 on. */
	readonly line: number;
	readonly beneficiary: string;
	/** Smallest units; zero if they cannot be read. */
	readonly amount: bigint;
	/** What is written where the amount stands. */
	readonly amountText: string;
	readonly receipt: bigint;
	readonly receiptText: string;
	readonly problem: RowProblem | undefined;
}

export interface CsvRules {
	readonly decimals: number;
	readonly book: Book;
	readonly most: number;
	readonly isAddress: (text: string) => boolean;
}

const HIGHEST_RECEIPT = (1n << 64n) - 1n;

/** The fields of a line: separated by comma, semicolon or tab, in quotes or not. */
const split = (line: string): string[] => {
	const fields: string[] = [];
	let field = '';
	let quoted = false;
	for (let at = 0; at < line.length; at += 1) {
		const letter = line.charAt(at);
		if (letter === '"' && quoted && line.charAt(at + 1) === '"') {
			field += '"';
			at += 1;
		} else if (letter === '"') {
			quoted = !quoted;
		} else if (!quoted && (letter === ',' || letter === ';' || letter === '\t')) {
			fields.push(field);
			field = '';
		} else {
			field += letter;
		}
	}
	return [...fields, field].map((one) => one.trim());
};

/** A first line without any digit in its last two columns names them. */
const isHeading = (fields: readonly string[]): boolean => fields.slice(1).every((field) => !/\d/.test(field));

const readReceipt = (text: string): bigint | undefined =>
	/^\d+$/.test(text) && BigInt(text) <= HIGHEST_RECEIPT ? BigInt(text) : undefined;

const readRow = (fields: readonly string[], line: number, rules: CsvRules): Row => {
	const [beneficiary = '', amountText = '', receiptText = ''] = fields;
	const amount = parseAmount(amountText, rules.decimals);
	const receipt = readReceipt(receiptText);
	const problem = (): RowProblem | undefined => {
		if (fields.length !== 3) {
			return 'columns';
		}
		if (!rules.isAddress(beneficiary)) {
			return 'badAddress';
		}
		if (!amount.ok) {
			return amount.error;
		}
		if (amount.value === 0n) {
			return 'zero';
		}
		return receipt === undefined ? 'notWhole' : checkReceipt(rules.book, receipt);
	};
	return {
		line,
		beneficiary,
		amount: amount.ok ? amount.value : 0n,
		amountText,
		receipt: receipt ?? 0n,
		receiptText,
		problem: problem(),
	};
};

/** Reads a file with the columns address, points, receipt. */
export const readAwards = (text: string, rules: CsvRules): Row[] => {
	const lines = text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\n|\r/)
		.map((content, index) => ({ fields: split(content), line: index + 1, content }))
		.filter(({ content }) => content.trim() !== '');
	const [first] = lines;
	const rows = first !== undefined && isHeading(first.fields) ? lines.slice(1) : lines;
	const seen = new Set<bigint>();
	return rows.map(({ fields, line }, index) => {
		const row = readRow(fields, line, rules);
		if (row.problem !== undefined) {
			return row;
		}
		const twice = seen.has(row.receipt);
		seen.add(row.receipt);
		if (index >= rules.most) {
			return { ...row, problem: 'tooManyRows' };
		}
		return twice ? { ...row, problem: 'receiptTwice' } : row;
	});
};
