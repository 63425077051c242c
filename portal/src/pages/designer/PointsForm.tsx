/** The fields of a class: what it is called, how many there are, and what they are worth. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { type Draft, KINDS, SCOPES } from '../../lib/draft.ts';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import type { FormProps } from './form.ts';

type TextName = 'name' | 'symbol' | 'decimals' | 'supply' | 'floor';

const HELP = { supply: 'field.supply.help', floor: 'field.floor.help' } as const;

const isHelped = (name: TextName): name is keyof typeof HELP => name in HELP;

export const PointsForm = ({ draft, change, errorOf, touch }: FormProps): ReactNode => {
	const { t } = useTexts();
	const text = (name: TextName): ReactNode => (
		<TextField
			name={name}
			label={t(`field.${name}`)}
			help={isHelped(name) ? t(HELP[name]) : undefined}
			error={errorOf(name)}
			value={draft[name]}
			numeric={name === 'decimals' || name === 'supply' || name === 'floor'}
			onChange={(value) => change({ [name]: value })}
			onBlur={() => touch(name)}
		/>
	);
	const choice = <Name extends 'kind' | 'scope'>(
		name: Name,
		values: readonly Draft[Name][],
		labels: readonly string[],
	): ReactNode => (
		<ChoiceField
			name={name}
			label={t(`field.${name}`)}
			error={errorOf(name)}
			value={draft[name]}
			options={values.map((value, index) => ({ value, label: labels[index] ?? value }))}
			onChange={(value) => {
				touch(name);
				change({ [name]: value });
			}}
		/>
	);
	return (
		<fieldset>
			<legend>{t('designer.points')}</legend>
			{text('name')}
			<div className="pair">
				{text('symbol')}
				{text('decimals')}
			</div>
			{text('supply')}
			{text('floor')}
			<div className="pair">
				{choice(
					'kind',
					KINDS,
					KINDS.map((kind) => t(`field.kind.${kind}`)),
				)}
				{choice(
					'scope',
					SCOPES,
					SCOPES.map((scope) => t(`field.scope.${scope}`)),
				)}
			</div>
		</fieldset>
	);
};
