/** What is locked with the class. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { showBhtd } from '../../lib/amounts.ts';
import { TextField } from '../../ui/fields.tsx';
import type { FormProps } from './form.ts';
import type { Position } from './useDesign.ts';

export const MarginForm = ({
	draft,
	change,
	errorOf,
	touch,
	position,
}: FormProps & { position: Position | undefined }): ReactNode => {
	const { t } = useTexts();
	const register = (minimum: bigint): string =>
		t('field.margin.register', { minimum: showBhtd(minimum, 'up') });
	const help =
		position === undefined
			? undefined
			: position.account === undefined
				? register(position.minimum)
				: t('field.margin.topUp');
	return (
		<fieldset>
			<legend>{t('designer.backing')}</legend>
			<TextField
				name="margin"
				label={t('field.margin')}
				help={help}
				error={errorOf('margin')}
				value={draft.margin}
				numeric
				onChange={(margin) => change({ margin })}
				onBlur={() => touch('margin')}
			/>
			{position?.account === undefined && (
				<TextField
					name="profile"
					label={t('field.profile')}
					help={t('field.profile.help')}
					error={errorOf('profile')}
					value={draft.profile}
					onChange={(profile) => change({ profile })}
					onBlur={() => touch('profile')}
				/>
			)}
			<Checkbox name="book" checked={draft.book} onChange={(event) => change({ book: event.target.checked })}>
				{t('field.book')}
			</Checkbox>
		</fieldset>
	);
};
