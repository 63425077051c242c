/** The look of the card. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { type CardDesign, ICONS, PATTERNS, readCard } from '../../lib/card.ts';
import { ChoiceField, Field } from '../../ui/fields.tsx';
import type { FormProps } from './form.ts';

export const LookForm = ({ draft, change, errorOf }: FormProps): ReactNode => {
	const { t } = useTexts();
	const { card } = draft;
	const set = (changes: Partial<Record<keyof CardDesign, string>>): void =>
		change({ card: readCard({ ...card, ...changes }) });
	const colour = (name: 'background' | 'accent'): ReactNode => (
		<Field label={t(`field.${name}`)} error={name === 'background' ? errorOf('card') : undefined}>
			{(ties) => (
				<input
					{...ties}
					type="color"
					name={name}
					value={card[name]}
					onChange={(event) => set({ [name]: event.target.value })}
				/>
			)}
		</Field>
	);
	return (
		<fieldset>
			<legend>{t('designer.look')}</legend>
			<div className="pair">
				{colour('background')}
				{colour('accent')}
			</div>
			<div className="pair">
				<ChoiceField
					name="pattern"
					label={t('field.pattern')}
					value={card.pattern}
					options={PATTERNS.map((value) => ({ value, label: t(`pattern.${value}`) }))}
					onChange={(pattern) => set({ pattern })}
				/>
				<ChoiceField
					name="icon"
					label={t('field.icon')}
					value={card.icon}
					options={ICONS.map((value) => ({ value, label: t(`icon.${value}`) }))}
					onChange={(icon) => set({ icon })}
				/>
			</div>
		</fieldset>
	);
};
