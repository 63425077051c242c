/** Where the address of a node is entered. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { Field } from './fields.tsx';

interface Props {
	readonly name: string;
	readonly label: string;
	readonly help?: string;
	readonly url: string;
	readonly setUrl: (url: string) => void;
}

export const UrlForm = ({ name, label, help, url, setUrl }: Props): ReactNode => {
	const { t } = useTexts();
	const [text, setText] = useState(url);
	const valid = /^wss?:\/\/\S+$/.test(text.trim());
	return (
		<form
			aria-label={label}
			onSubmit={(event) => {
				event.preventDefault();
				if (valid) {
					setUrl(text.trim());
				}
			}}
		>
			<Field label={label} help={help} error={valid ? undefined : t('node.wrongAddress')}>
				{(ties) => (
					<Input {...ties} name={name} value={text} onChange={(event) => setText(event.target.value)} />
				)}
			</Field>
			<Button htmlType="submit" disabled={!valid}>
				{t('node.use')}
			</Button>
		</form>
	);
};
