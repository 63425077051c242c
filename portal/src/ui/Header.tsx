/** The head of the page: where to go, which node, which account, which language. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PageName } from '../App.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { AccountPicker } from './AccountPicker.tsx';
import { useChain } from './chain.tsx';
import { Field } from './fields.tsx';

interface Props {
	readonly pages: readonly PageName[];
	readonly page: PageName;
	readonly setLanguage: (language: string) => void;
	readonly url: string;
	readonly setUrl: (url: string) => void;
}

const NodeForm = ({ url, setUrl }: { url: string; setUrl: (url: string) => void }): ReactNode => {
	const { t } = useTexts();
	const { session, best, finalised } = useChain();
	const [text, setText] = useState(url);
	const valid = /^wss?:\/\/\S+$/.test(text.trim());
	return (
		<details className="node">
			<summary>
				{session === undefined
					? t('node.label')
					: t('node.connected', {
							chain: session.chain,
							best: best?.number ?? '–',
							finalised: finalised?.number ?? '–',
						})}
			</summary>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (valid) {
						setUrl(text.trim());
					}
				}}
			>
				<Field label={t('node.address')} error={valid ? undefined : t('node.wrongAddress')}>
					{(ties) => (
						<Input {...ties} name="node" value={text} onChange={(event) => setText(event.target.value)} />
					)}
				</Field>
				<Button htmlType="submit" disabled={!valid}>
					{t('node.use')}
				</Button>
			</form>
		</details>
	);
};

export const Header = ({ pages, page, setLanguage, url, setUrl }: Props): ReactNode => {
	const { t, language } = useTexts();
	return (
		<header>
			<button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
				{t('app.skip')}
			</button>
			<div className="bar">
				<span className="brand">{t('app.title')}</span>
				<nav aria-label={t('nav.label')}>
					{pages.map((name) => (
						<a key={name} href={`#/${name}`} aria-current={name === page ? 'page' : undefined}>
							{t(`nav.${name}`)}
						</a>
					))}
				</nav>
				<select
					className="choice language"
					aria-label={t('app.language')}
					value={language}
					onChange={(event) => setLanguage(event.target.value)}
				>
					<option value="en">English</option>
					<option value="zh">中文</option>
				</select>
			</div>
			<div className="bar">
				<NodeForm url={url} setUrl={setUrl} />
				<AccountPicker />
			</div>
		</header>
	);
};
