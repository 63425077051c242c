/** What happens on the chain, and where to look something up. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { readSought } from '../../lib/seek.ts';
import { TextField } from '../../ui/fields.tsx';
import { Found } from './Found.tsx';
import { Latest } from './Latest.tsx';

/** What the address of the page asks for, after the question mark. */
const asked = (): string => decodeURIComponent(location.hash.split('?')[1] ?? '');

const useAsked = (): string => {
	const [text, setText] = useState(asked);
	useEffect(() => {
		const update = (): void => setText(asked());
		addEventListener('hashchange', update);
		return () => removeEventListener('hashchange', update);
	}, []);
	return text;
};

const Seek = ({ text: before }: { text: string }): ReactNode => {
	const { t } = useTexts();
	const [text, setText] = useState(before);
	const [tried, setTried] = useState(false);
	const sought = readSought(text, isAddress);
	return (
		<form
			className="panel"
			aria-label={t('explorer.seek')}
			onSubmit={(event) => {
				event.preventDefault();
				setTried(true);
				if (sought.ok) {
					location.hash = `#/explorer?${encodeURIComponent(text.trim())}`;
				}
			}}
		>
			<TextField
				name="seek"
				label={t('explorer.seek')}
				help={t('explorer.seek.help')}
				value={text}
				error={sought.ok || !tried ? undefined : t(`explorer.problem.${sought.error}`)}
				onChange={setText}
			/>
			<Button type="primary" htmlType="submit">
				{t('explorer.seek.button')}
			</Button>
		</form>
	);
};

const Explorer = (): ReactNode => {
	const { t } = useTexts();
	const text = useAsked();
	const sought = text === '' ? undefined : readSought(text, isAddress);
	return (
		<>
			<h1>{t('explorer.title')}</h1>
			<p>{t('explorer.intro')}</p>
			<Seek key={text} text={text} />
			{sought?.ok && <Found sought={sought.value} />}
			{sought !== undefined && !sought.ok && <p role="alert">{t(`explorer.problem.${sought.error}`)}</p>}
			<Latest />
		</>
	);
};

export default Explorer;
