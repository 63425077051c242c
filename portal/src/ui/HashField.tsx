/** The hash of a file: typed, or taken of a file that stays in the browser. */
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { hashOfBytes } from '../lib/commitment.ts';
import { FileButton } from './FileButton.tsx';
import { TextField } from './fields.tsx';

interface Props {
	readonly name: string;
	readonly label: string;
	readonly value: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	readonly onChange: (value: string) => void;
	readonly onBlur?: () => void;
}

export const HashField = ({ help, onChange, onBlur, ...field }: Props): ReactNode => {
	const { t } = useTexts();
	return (
		<>
			<TextField {...field} help={help} onChange={onChange} {...(onBlur === undefined ? {} : { onBlur })} />
			<FileButton
				label={t('form.hash')}
				button={t('form.file')}
				name={`${field.name}-file`}
				take={async (file) => onChange(hashOfBytes(new Uint8Array(await file.arrayBuffer())))}
			/>
		</>
	);
};
