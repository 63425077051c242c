/** Reads the texts of a form into numbers of the chain, and notes at each field what is wrong with it first. */
import { type AmountProblem, BHTD_DECIMALS, parseAmount } from './amounts.ts';

export type FormProblem =
	| AmountProblem
	| 'missing'
	| 'tooLong'
	| 'zero'
	| 'notWhole'
	| 'tooMany'
	| 'badAddress'
	| 'badHash'
	| 'badHex'
	| 'notRuntime'
	| 'twice'
	| 'tooSmall'
	| 'leavesTooLittle'
	| 'tooHigh'
	| 'inThePast'
	| 'tooSoon'
	| 'tooLate'
	| 'aboveOther'
	| 'notWholeSum';

/** What is wrong, by field. */
export type FormProblems<Field extends string = string> = Partial<Record<Field, FormProblem>>;

/** Percent with four decimals are millionths of a whole, as the chain counts most parts. */
const PERCENT_DECIMALS = 4;

const encoder = new TextEncoder();

export class FormReader<Field extends string> {
	readonly problems: FormProblems<Field> = {};
	readonly #values: Readonly<Partial<Record<Field, string>>>;

	constructor(values: Readonly<Partial<Record<Field, string>>>) {
		this.#values = values;
	}

	note(field: Field, problem: FormProblem): void {
		this.problems[field] ??= problem;
	}

	get isRight(): boolean {
		return Object.keys(this.problems).length === 0;
	}

	/** What was typed, without what surrounds it. */
	plain(field: Field): string {
		return (this.#values[field] ?? '').trim();
	}

	text(field: Field, longest: number, needed = true): Uint8Array {
		const found = encoder.encode(this.plain(field));
		if (needed && found.length === 0) {
			this.note(field, 'missing');
		} else if (found.length > longest) {
			this.note(field, 'tooLong');
		}
		return found;
	}

	amount(field: Field, decimals = BHTD_DECIMALS): bigint {
		const found = parseAmount(this.plain(field), decimals);
		if (!found.ok) {
			this.note(field, found.error);
		}
		return found.ok ? found.value : 0n;
	}

	positive(field: Field, decimals = BHTD_DECIMALS): bigint {
		const found = this.amount(field, decimals);
		if (found === 0n) {
			this.note(field, 'zero');
		}
		return found;
	}

	/** An amount that is nothing if it is left out. */
	optional(field: Field): bigint {
		return this.plain(field) === '' ? 0n : this.amount(field);
	}

	whole(field: Field, least: number, most: number): number {
		const text = this.plain(field);
		if (text === '') {
			this.note(field, 'empty');
		} else if (!/^\d+$/.test(text)) {
			this.note(field, 'notWhole');
		} else if (BigInt(text) > BigInt(most)) {
			this.note(field, 'tooHigh');
		} else if (Number(text) < least) {
			this.note(field, least === 1 ? 'zero' : 'tooSmall');
		} else {
			return Number(text);
		}
		return least;
	}

	/** Percent, in parts of which a whole has `10^(decimals + 2)`. */
	percent(field: Field, most: number, decimals = PERCENT_DECIMALS): number {
		const parts = this.amount(field, decimals);
		if (parts > BigInt(most) * 10n ** BigInt(decimals)) {
			this.note(field, 'tooHigh');
			return 0;
		}
		return Number(parts);
	}

	address(field: Field, isAddress: (text: string) => boolean): string {
		const text = this.plain(field);
		if (text === '') {
			this.note(field, 'missing');
		} else if (!isAddress(text)) {
			this.note(field, 'badAddress');
		}
		return text;
	}

	/** The hash of something that is not on the chain: 256 bits. */
	hash(field: Field): `0x${string}` {
		const text = this.plain(field).toLowerCase();
		if (text === '') {
			this.note(field, 'missing');
		} else if (!/^0x[0-9a-f]{64}$/.test(text)) {
			this.note(field, 'badHash');
		}
		return `0x${text.slice(2)}`;
	}

	/** What is typed as a list, separated by commas, spaces or lines. */
	list(field: Field, most: number): string[] {
		const found = this.plain(field)
			.split(/[\s,，、;；]+/)
			.filter((part) => part !== '');
		if (found.length > most) {
			this.note(field, 'tooMany');
		}
		return found;
	}
}
