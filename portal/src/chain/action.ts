/** Things that can be done: what they need to be told, and the call that does them. */
import { type FormProblems, FormReader } from '../lib/reader.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Call } from './api.ts';

export interface Input {
	readonly name: string;
	readonly numeric?: boolean;
	/** Whether it is the hash of a file. */
	readonly hash?: boolean;
	/** What there is to choose from, if it is not typed. */
	readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export type Values = Readonly<Partial<Record<string, string>>>;

export interface Action<Name extends string = string> {
	readonly name: Name;
	readonly inputs: readonly Input[];
	/** The call, or what is wrong with the inputs. */
	readonly make: (values: Values) => Result<Call, FormProblems>;
	/** Planck that it brings at least, if its fee may be taken out of that; less than nothing for what it takes. */
	readonly proceeds?: bigint;
}

/** Makes a call out of inputs; it counts only if all of them are right. */
export const reading =
	<Field extends string>(make: (reader: FormReader<Field>) => Call): Action['make'] =>
	(values) => {
		const reader = new FormReader<Field>(values);
		const made = make(reader);
		return reader.isRight ? ok(made) : fail(reader.problems);
	};

/** An action that needs to be told nothing. */
export const plain = <Name extends string>(name: Name, made: Call): Action<Name> => ({
	name,
	inputs: [],
	make: () => ok(made),
});
