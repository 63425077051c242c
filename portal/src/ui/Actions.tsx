/** What can be done with something: buttons, and the form of the one that is chosen. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Action, Values } from '../chain/action.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useTrial } from './chain.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { formProblemText } from './formTexts.ts';
import { HashField } from './HashField.tsx';
import { SignBox } from './SignBox.tsx';

interface Words<Name extends string> {
	readonly label: (action: Name) => string;
	readonly field: (input: string) => string;
	readonly help?: (input: string) => string | undefined;
}

interface Props<Name extends string> extends Words<Name> {
	/** What it is done with. */
	readonly subject: string;
	readonly actions: readonly Action<Name>[];
}

const ActionForm = <Name extends string>({
	subject,
	action,
	label,
	field,
	help,
	close,
}: Words<Name> & { subject: string; action: Action<Name>; close: () => void }): ReactNode => {
	const texts = useTexts();
	const [values, setValues] = useState<Values>({});
	const made = action.make(values);
	const call = made.ok ? made.value : undefined;
	const trial = useTrial(call, action.proceeds);
	const name = label(action.name);
	const set = (input: string, value: string): void => setValues((former) => ({ ...former, [input]: value }));
	return (
		<form aria-label={name} onSubmit={(event) => event.preventDefault()}>
			{action.inputs.map(({ name: input, numeric = false, hash = false, options }) => {
				const problem = made.ok || values[input] === undefined ? undefined : made.error[input];
				const shared = {
					name: input,
					label: field(input),
					help: help?.(input),
					error: problem === undefined ? undefined : formProblemText(texts, problem),
					onChange: (value: string) => set(input, value),
				};
				const typed = {
					...shared,
					value: values[input] ?? '',
					onBlur: () => set(input, values[input] ?? ''),
				};
				if (hash) {
					return <HashField key={input} {...typed} />;
				}
				return options === undefined ? (
					<TextField key={input} {...typed} numeric={numeric} />
				) : (
					<ChoiceField
						key={input}
						{...shared}
						value={values[input] ?? options[0]?.value ?? ''}
						options={options}
					/>
				);
			})}
			<SignBox label={`${name}: ${subject}`} button={name} call={call} trial={trial} done={close} />
		</form>
	);
};

export const Actions = <Name extends string>({ subject, actions, ...words }: Props<Name>): ReactNode => {
	const [chosen, setChosen] = useState<Name>();
	const action = actions.find(({ name }) => name === chosen);
	return (
		<>
			<div className="buttons">
				{actions.map(({ name }) => (
					<Button
						key={name}
						data-action={name}
						aria-pressed={name === action?.name}
						onClick={() => setChosen(name === chosen ? undefined : name)}
					>
						{words.label(name)}
					</Button>
				))}
			</div>
			{action !== undefined && (
				<ActionForm
					key={action.name}
					subject={subject}
					action={action}
					close={() => setChosen(undefined)}
					{...words}
				/>
			)}
		</>
	);
};
