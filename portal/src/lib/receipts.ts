/** Which receipt numbers a book of the chain still takes. */

/** How many numbers a book distinguishes at a time. */
const WINDOW = 1024n;
const WORD_BITS = 64n;

export interface Book {
	readonly base: bigint;
	readonly used: readonly bigint[];
}

export type ReceiptProblem = 'receiptUsed' | 'receiptTooOld' | 'receiptTooFar';

/** The first number that a book never takes, until it has taken others. */
export const endOf = ({ base }: Book): bigint => base + 2n * WINDOW;

const isUsed = ({ used }: Book, number: bigint): boolean => {
	const slot = number % WINDOW;
	const word = used[Number(slot / WORD_BITS)] ?? 0n;
	return ((word >> (slot % WORD_BITS)) & 1n) === 1n;
};

export const checkReceipt = (book: Book, number: bigint): ReceiptProblem | undefined => {
	if (number < book.base) {
		return 'receiptTooOld';
	}
	if (number >= endOf(book)) {
		return 'receiptTooFar';
	}
	return number < book.base + WINDOW && isUsed(book, number) ? 'receiptUsed' : undefined;
};

/** The number after the highest one used: what the next receipt should have. */
export const nextReceipt = (book: Book): bigint => {
	for (let number = book.base + WINDOW - 1n; number >= book.base; number -= 1n) {
		if (isUsed(book, number)) {
			return number + 1n;
		}
	}
	return book.base;
};
