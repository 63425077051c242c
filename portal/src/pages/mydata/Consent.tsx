/** Consenting to a campaign. The document and its salt stay here. */
import { type ReactNode, useMemo, useState } from 'react';
import { call } from '../../chain/api.ts';
import type { Campaign } from '../../chain/campaigns.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { commitmentOf, newSalt } from '../../lib/commitment.ts';
import { consentDocument } from '../../lib/contribution.ts';
import { FormReader } from '../../lib/reader.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { formProblemText } from '../../ui/formTexts.ts';
import { SignBox } from '../../ui/SignBox.tsx';
import type { Notebook } from './useKept.ts';

interface Props {
	readonly campaign: Campaign;
	readonly account: string;
	readonly chain: string;
	readonly pointerLength: number;
	readonly notebook: Notebook;
}

export const Consent = ({ campaign, account, chain, pointerLength, notebook }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [pointer, setPointer] = useState('');
	const salt = useMemo(newSalt, []);
	const { id, terms, purpose } = campaign;
	const document = consentDocument(chain, account, id, terms);
	const commitment = commitmentOf(salt, document);
	const reader = new FormReader<'pointer'>({ pointer });
	const bytes = reader.text('pointer', pointerLength, false);
	const problem = reader.problems.pointer;
	const consent = reader.isRight
		? call('DataRewards', 'consent', { campaign: id, commitment, pointer: bytes })
		: undefined;
	const trial = useTrial(consent);
	return (
		<form aria-label={t('mydata.consent')} onSubmit={(event) => event.preventDefault()}>
			<details>
				<summary>{t('mydata.consent.document')}</summary>
				<code className="bytes" data-document>
					{document}
				</code>
			</details>
			<TextField
				name="pointer"
				label={t('mydata.pointer')}
				help={t('mydata.pointer.help', { most: pointerLength })}
				value={pointer}
				error={problem === undefined ? undefined : formProblemText(texts, problem)}
				onChange={setPointer}
			/>
			<SignBox
				label={`${t('mydata.consent')}: ${purpose}`}
				button={t('mydata.consent')}
				call={consent}
				trial={trial}
				before={() => notebook.keep({ kind: 'consent', account, campaign: id, salt, document, commitment })}
			/>
		</form>
	);
};
