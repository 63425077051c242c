/** Drafts: which one is open, new ones, and their files. */
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { type Context, EMPTY_DRAFT, readFile, writeFile } from '../../lib/draft.ts';
import { save } from '../../ui/download.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import type { Drafts } from './drafts.ts';

type Notice = { readonly type: 'success' | 'error'; readonly text: string };

export const DraftBar = ({
	drafts,
	context,
}: {
	drafts: Drafts;
	context: Context | undefined;
}): ReactNode => {
	const { t } = useTexts();
	const [notice, setNotice] = useState<Notice>();
	const { draft } = drafts;
	const load = async (file: File): Promise<void> => {
		const found = readFile(await file.text());
		if (found.ok) {
			drafts.add(found.value.draft);
			setNotice({ type: 'success', text: t('designer.imported') });
		} else {
			setNotice({ type: 'error', text: t('designer.importFailed', { field: found.error.field }) });
		}
	};
	return (
		<section className="drafts" aria-label={t('designer.drafts')}>
			<ChoiceField
				name="draft"
				label={t('designer.draft')}
				value={String(drafts.current)}
				options={drafts.all.map(({ name }, index) => ({
					value: String(index),
					label: `${index + 1}. ${name.trim() || t('designer.unnamed')}`,
				}))}
				onChange={(index) => drafts.select(Number(index))}
			/>
			<div className="buttons">
				<Button onClick={() => drafts.add(EMPTY_DRAFT)}>{t('designer.new')}</Button>
				<Button onClick={drafts.remove}>{t('designer.delete')}</Button>
				<Button
					disabled={context === undefined}
					onClick={() => {
						if (context !== undefined) {
							save(`${draft.symbol.trim() || 'draft'}.json`, writeFile({ draft, context }));
						}
					}}
				>
					{t('designer.export')}
				</Button>
				<FileButton button={t('designer.import')} accept=".json,application/json" take={load} />
			</div>
			{notice !== undefined && <Alert type={notice.type} title={notice.text} role="status" />}
		</section>
	);
};
