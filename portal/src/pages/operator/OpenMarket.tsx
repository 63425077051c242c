/** Opening the market of a class of points. */
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import { readClass } from '../../chain/classes.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useRead, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';

const HIGHEST_CLASS = 0xffff_ffff;

export const OpenMarket = (): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [text, setText] = useState('');
	const number = /^\d+$/.test(text.trim()) ? Number(text) : undefined;
	const id = number !== undefined && number <= HIGHEST_CLASS ? number : undefined;
	const points = useRead(`class ${id}`, async ({ api }) =>
		id === undefined ? undefined : ((await readClass(api, id)) ?? null),
	);
	const made = points ? call('Wholesale', 'open_points_market', { class: points.id }) : undefined;
	const trial = useTrial(made);
	const error = (): string | undefined => {
		if (text === '') {
			return undefined;
		}
		if (id === undefined) {
			return problemText(texts, 'notWhole');
		}
		return points === null ? t('operator.noClass') : undefined;
	};
	return (
		<section className="panel" aria-labelledby="open-title">
			<h2 id="open-title">{t('operator.open')}</h2>
			<p>{t('operator.open.help')}</p>
			<form aria-label={t('operator.open')} onSubmit={(event) => event.preventDefault()}>
				<TextField
					name="class"
					label={t('operator.class')}
					value={text}
					numeric
					error={error()}
					help={points ? `${points.title} (${points.unit})` : undefined}
					onChange={setText}
				/>
				<SignBox
					label={t('operator.open')}
					button={t('operator.open')}
					call={made}
					trial={trial}
					done={() => setText('')}
				/>
			</form>
		</section>
	);
};
