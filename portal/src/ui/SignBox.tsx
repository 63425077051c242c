/** Where something is signed: what it costs, whether the chain would accept it, and the button. */
import { Alert, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Call } from '../chain/api.ts';
import type { Trial } from '../chain/trial.ts';
import { useTexts } from '../i18n/i18n.ts';
import { showBhtd } from '../lib/amounts.ts';
import { useSigning } from './chain.tsx';
import { type ChainEvent, useSend } from './transactions.tsx';

const Costs = ({ trial }: { trial: Trial & { state: 'fine' } }): ReactNode => {
	const { t } = useTexts();
	return (
		<ul className="costs">
			<li>{t('tx.fee', { amount: showBhtd(trial.fee, 'up') })}</li>
			{trial.deposits > 0n && <li>{t('tx.deposit', { amount: showBhtd(trial.deposits, 'up') })}</li>}
			{trial.other > 0n && <li>{t('tx.held', { amount: showBhtd(trial.other, 'up') })}</li>}
			{trial.margin > 0n && <li>{t('tx.locked', { amount: showBhtd(trial.margin, 'up') })}</li>}
		</ul>
	);
};

const Verdict = ({ trial }: { trial: Trial }): ReactNode => {
	const { t, why } = useTexts();
	switch (trial.state) {
		case 'none':
			return null;
		case 'checking':
			return <p>{t('tx.checking')}</p>;
		case 'unknown':
			return <Alert type="warning" title={t('tx.unchecked', { reason: why(trial.refusal) })} />;
		case 'refused':
			return <Alert type="error" title={t('tx.wouldFail', { reason: why(trial.refusal) })} />;
		case 'fine':
			return (
				<>
					<p>{t('tx.wouldSucceed')}</p>
					<Costs trial={trial} />
				</>
			);
	}
};

interface Props {
	/** What is shown while the transaction is on its way. */
	readonly label: string;
	readonly button: string;
	readonly call: Call | undefined;
	readonly trial: Trial;
	/** What keeps the call from being made, if anything does. */
	readonly missing?: string | undefined;
	/** What must have happened before anything is signed. */
	readonly before?: (() => void) | undefined;
	readonly done?: (events: readonly ChainEvent[]) => void;
	readonly primary?: boolean;
}

export const SignBox = ({
	label,
	button,
	call,
	trial,
	missing,
	before,
	done,
	primary = true,
}: Props): ReactNode => {
	const { t } = useTexts();
	const { account, status } = useSigning();
	const send = useSend();
	const id = useId();
	const [busy, setBusy] = useState(false);
	const ready =
		!busy && call !== undefined && trial.state === 'fine' && status === 'connected' && missing === undefined;
	return (
		<div className="sign">
			<div id={id} aria-live="polite">
				{account === undefined ? <p>{t('account.choose')}</p> : null}
				{missing === undefined ? <Verdict trial={trial} /> : <p>{missing}</p>}
			</div>
			<Button
				type={primary ? 'primary' : 'default'}
				disabled={!ready}
				aria-describedby={id}
				onClick={() => {
					if (call !== undefined) {
						setBusy(true);
						before?.();
						void send(label, call, done ?? (() => undefined)).finally(() => setBusy(false));
					}
				}}
			>
				{button}
			</Button>
		</div>
	);
};
