/** Form fields with label, help and error, tied together for those who do not see them. */
import { Input } from 'antd';
import { type ReactNode, useId } from 'react';

interface FieldProps {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
}

interface Ties {
	readonly id: string;
	readonly 'aria-describedby': string;
	readonly 'aria-invalid': boolean;
}

/** Label, help and error around a control, which gets what ties it to them. */
export const Field = ({
	label,
	help,
	error,
	children,
}: FieldProps & { children: (ties: Ties) => ReactNode }): ReactNode => {
	const id = useId();
	const note = `${id}-note`;
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			{children({ id, 'aria-describedby': note, 'aria-invalid': error !== undefined })}
			<div id={note} className="note">
				{error !== undefined && (
					<span className="error" role="alert">
						{error}
					</span>
				)}
				{help !== undefined && <span className="help">{help}</span>}
			</div>
		</div>
	);
};

interface TextProps extends FieldProps {
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly onBlur?: () => void;
	readonly name: string;
	readonly numeric?: boolean;
	readonly suffix?: ReactNode;
}

export const TextField = ({
	value,
	onChange,
	onBlur,
	name,
	numeric,
	suffix,
	...field
}: TextProps): ReactNode => (
	<Field {...field}>
		{(ties) => (
			<Input
				{...ties}
				name={name}
				value={value}
				autoComplete="off"
				inputMode={numeric ? 'decimal' : 'text'}
				status={ties['aria-invalid'] ? 'error' : ''}
				suffix={suffix}
				onChange={(event) => onChange(event.target.value)}
				onBlur={onBlur}
			/>
		)}
	</Field>
);

interface ChoiceProps extends FieldProps {
	readonly value: string;
	readonly name: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly onChange: (value: string) => void;
}

/** A choice of one. The browser's own list works with every keyboard, reader and phone. */
export const ChoiceField = ({ value, name, options, onChange, ...field }: ChoiceProps): ReactNode => (
	<Field {...field}>
		{(ties) => (
			<select
				{...ties}
				name={name}
				className="choice"
				value={value}
				onChange={(event) => onChange(event.target.value)}
			>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		)}
	</Field>
);
