/** Contributing receipts to a campaign: only a salted hash of what is told about them goes on the chain. */
import { Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import type { Campaign } from '../../chain/campaigns.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { commitmentOf, newSalt } from '../../lib/commitment.ts';
import { contributionDocument, passedOver } from '../../lib/contribution.ts';
import { useTrial } from '../../ui/chain.tsx';
import { Field } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { ReceiptTable } from './Receipts.tsx';
import type { Notebook } from './useKept.ts';
import type { KeptReceipt } from './useMyData.ts';

interface Props {
	readonly campaign: Campaign;
	readonly account: string;
	readonly chain: string;
	/** The receipts that count, rising. */
	readonly counting: readonly KeptReceipt[];
	readonly notebook: Notebook;
}

export const Contribute = ({ campaign, account, chain, counting, notebook }: Props): ReactNode => {
	const { t } = useTexts();
	const [left, setLeft] = useState<ReadonlySet<bigint>>(new Set());
	const [notes, setNotes] = useState('');
	const [salt, setSalt] = useState(newSalt);
	const { id, terms, purpose } = campaign;
	const chosen = counting.filter(({ number }) => !left.has(number));
	const document = contributionDocument(chain, account, id, terms.schema, chosen, notes);
	const commitment = commitmentOf(salt, document);
	const receipts = chosen.map(({ number }) => number);
	const contribute =
		chosen.length === 0
			? undefined
			: call('DataRewards', 'contribute', { campaign: id, receipts, commitment });
	const trial = useTrial(contribute);
	const toggle = (number: bigint): void =>
		setLeft((before) => {
			const after = new Set(before);
			if (!after.delete(number)) {
				after.add(number);
			}
			return after;
		});
	return (
		<form aria-label={t('mydata.contribute')} onSubmit={(event) => event.preventDefault()}>
			<ReceiptTable
				receipts={counting}
				label={t('mydata.eligible')}
				choose={({ number }) => (
					<Checkbox name={`receipt-${number}`} checked={!left.has(number)} onChange={() => toggle(number)}>
						{String(number)}
					</Checkbox>
				)}
			/>
			{passedOver(counting, new Set(receipts)) > 0 && <p data-passed>{t('mydata.skipped')}</p>}
			<Field label={t('mydata.notes')} help={t('mydata.notes.help')}>
				{(ties) => (
					<Input.TextArea
						{...ties}
						name="notes"
						rows={3}
						value={notes}
						onChange={(event) => setNotes(event.target.value)}
					/>
				)}
			</Field>
			<SignBox
				label={`${t('mydata.contribute')}: ${purpose}`}
				button={t('mydata.contribute')}
				call={contribute}
				trial={trial}
				missing={chosen.length === 0 ? t('mydata.noEligible') : undefined}
				before={() =>
					notebook.keep({ kind: 'contribution', account, campaign: id, salt, document, commitment })
				}
				done={() => {
					setNotes('');
					// A salt that is used twice tells that two documents are the same.
					setSalt(newSalt());
				}}
			/>
		</form>
	);
};
