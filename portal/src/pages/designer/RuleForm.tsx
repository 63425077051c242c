/** How points are earned by orders in the store. */
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { EMPTY_RULE, type MultiplierDraft, type RuleDraft } from '../../lib/draft.ts';
import { useChain } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import type { FormProps } from './form.ts';

const AMOUNTS = ['rate', 'bonus', 'capPerOrder', 'capPerDay', 'budget'] as const;
const BLOCKS = ['from', 'until'] as const;

/** The length of a rule that nobody has thought about yet, in days. */
const FIRST_DAYS = 365;

interface MultiplierProps {
	readonly multipliers: readonly MultiplierDraft[];
	readonly set: (multipliers: readonly MultiplierDraft[]) => void;
	readonly error: string | undefined;
}

const Multipliers = ({ multipliers, set, error }: MultiplierProps): ReactNode => {
	const { t } = useTexts();
	const change = (index: number, changes: Partial<MultiplierDraft>): void =>
		set(multipliers.map((one, at) => (at === index ? { ...one, ...changes } : one)));
	return (
		<fieldset className="inner">
			<legend>{t('field.multipliers')}</legend>
			{multipliers.map(({ category, percent }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; texts change with every key
				<div className="row" key={index}>
					<Input
						aria-label={t('field.category')}
						name={`category-${index}`}
						placeholder={t('field.category')}
						value={category}
						inputMode="numeric"
						onChange={(event) => change(index, { category: event.target.value })}
					/>
					<Input
						aria-label={t('field.percent')}
						name={`percent-${index}`}
						placeholder={t('field.percent')}
						value={percent}
						inputMode="numeric"
						suffix="%"
						onChange={(event) => change(index, { percent: event.target.value })}
					/>
					<Button
						aria-label={t('field.removeMultiplier', { category })}
						onClick={() => set(multipliers.filter((_, at) => at !== index))}
					>
						×
					</Button>
				</div>
			))}
			{error !== undefined && (
				<span className="error" role="alert">
					{error}
				</span>
			)}
			<Button onClick={() => set([...multipliers, { category: '', percent: '' }])}>
				{t('field.addMultiplier')}
			</Button>
		</fieldset>
	);
};

export const RuleForm = ({ draft, change, errorOf, touch }: FormProps): ReactNode => {
	const { t } = useTexts();
	const { best, session } = useChain();
	const { rule } = draft;
	const day = session?.constants.Store.DayLength ?? 0;
	const set = (changes: Partial<RuleDraft>): void =>
		change({ rule: { ...(rule ?? EMPTY_RULE), ...changes } });
	const begin = (): void => {
		const now = best?.number ?? 0;
		change({ rule: { ...EMPTY_RULE, from: String(now), until: String(now + FIRST_DAYS * day) } });
	};
	const text = (name: (typeof AMOUNTS)[number] | (typeof BLOCKS)[number], help?: string): ReactNode => (
		<TextField
			key={name}
			name={name}
			label={t(`field.${name}`)}
			help={help}
			error={errorOf(name)}
			value={rule?.[name] ?? ''}
			numeric
			onChange={(value) => set({ [name]: value })}
			onBlur={() => touch(name)}
		/>
	);
	return (
		<fieldset>
			<legend>{t('designer.earning')}</legend>
			<Checkbox
				name="rule"
				checked={rule !== null}
				onChange={(event) => (event.target.checked ? begin() : change({ rule: null }))}
			>
				{t('field.rule')}
			</Checkbox>
			{rule !== null && (
				<>
					<div className="pair">
						{text('rate')}
						{text('bonus')}
					</div>
					<div className="pair">
						{text('capPerOrder')}
						{text('capPerDay', t('field.capPerDay.help'))}
					</div>
					{text('budget')}
					<div className="pair">
						{text('from', t('field.block.help', { block: best?.number ?? '–', day }))}
						{text('until')}
					</div>
					<Multipliers
						multipliers={rule.multipliers}
						set={(multipliers) => {
							touch('multipliers');
							set({ multipliers });
						}}
						error={errorOf('multipliers')}
					/>
				</>
			)}
		</fieldset>
	);
};
