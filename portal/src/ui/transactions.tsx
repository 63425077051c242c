/** Transactions on their way: each is shown from the signature until it is final. */
import { Alert, Button } from 'antd';
import type { Transaction } from 'polkadot-api';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Account } from '../chain/accounts.ts';
import type { Call } from '../chain/api.ts';
import { type Refusal, refusalOf, refusalOfThrown } from '../chain/errors.ts';
import { bestOf, type SigningSession } from '../chain/session.ts';
import { transactionOf } from '../chain/trial.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useSigning } from './chain.tsx';

type Stage =
	| { readonly at: 'signing' | 'sent' }
	| { readonly at: 'inBlock' | 'final'; readonly block: number }
	| { readonly at: 'failed'; readonly refusal: Refusal };

interface Sent {
	readonly id: number;
	readonly label: string;
	readonly stage: Stage;
}

/** Something that happened in a transaction. */
export interface ChainEvent {
	readonly type: string;
	readonly value: { readonly type: string; readonly value: unknown };
}

/**
 * Signs a call and sends it. `done` is called with its events once it has succeeded in a block; the promise is
 * kept once it has succeeded or failed.
 */
type Send = (label: string, call: Call, done: (events: readonly ChainEvent[]) => void) => Promise<void>;

/** The same, on a chain and for an account. */
type SendOn = (session: SigningSession, account: Account, ...sent: Parameters<Send>) => Promise<void>;

const SendContext = createContext<SendOn>(async () => undefined);

/** Sends on the chain that this part of the page is about. */
export const useSend = (): Send => {
	const sendOn = useContext(SendContext);
	const { session, account } = useSigning();
	return async (...sent) => {
		if (session !== undefined && account !== undefined) {
			await sendOn(session, account, ...sent);
		}
	};
};

let counter = 0;

const StageText = ({ stage }: { stage: Stage }): ReactNode => {
	const { t, why } = useTexts();
	switch (stage.at) {
		case 'signing':
			return t('tx.signing');
		case 'sent':
			return t('tx.sent');
		case 'inBlock':
			return t('tx.inBlock', { block: stage.block });
		case 'final':
			return t('tx.final', { block: stage.block });
		case 'failed':
			return t('tx.failed', { reason: why(stage.refusal) });
	}
};

const KINDS = { signing: 'info', sent: 'info', inBlock: 'info', final: 'success', failed: 'error' } as const;

const List = ({ sent, dismiss }: { sent: readonly Sent[]; dismiss: (id: number) => void }): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="transactions" aria-label={t('tx.list')} aria-live="polite">
			{sent.map(({ id, label, stage }) => (
				<Alert
					key={id}
					data-stage={stage.at}
					showIcon
					type={KINDS[stage.at]}
					title={label}
					description={<StageText stage={stage} />}
					action={
						<Button size="small" onClick={() => dismiss(id)}>
							{t('tx.dismiss')}
						</Button>
					}
				/>
			))}
		</section>
	);
};

/** A call that is in a block and has failed there. */
class Refused extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(refusal.name);
		this.refusal = refusal;
	}
}

type Progress = ReturnType<Transaction['signSubmitAndWatch']>;

/** Tells how far a transaction has come, and returns its events once it is in a block. */
const follow = (progress: Progress, move: (stage: Stage) => void): Promise<readonly ChainEvent[]> =>
	new Promise((resolve, reject) => {
		const fail = (error: unknown): void => {
			reject(error);
			move({ at: 'failed', refusal: error instanceof Refused ? error.refusal : refusalOfThrown(error) });
		};
		progress.subscribe({
			next: (event) => {
				if (event.type === 'signed' || event.type === 'broadcasted') {
					move({ at: 'sent' });
				} else if (event.type === 'finalized' || event.found) {
					if (event.ok) {
						const at = event.type === 'finalized' ? 'final' : 'inBlock';
						move({ at, block: event.block.number });
						resolve(event.events);
					} else {
						fail(new Refused(refusalOf(event.dispatchError)));
					}
				}
			},
			error: fail,
		});
	});

export const TransactionsProvider = ({ children }: { children: ReactNode }): ReactNode => {
	const [sent, setSent] = useState<readonly Sent[]>([]);
	const dismiss = useCallback((id: number) => setSent((all) => all.filter((one) => one.id !== id)), []);
	const send = useCallback<SendOn>(async ({ client, api }, { signer }, label, call, done) => {
		counter += 1;
		const id = counter;
		const move = (stage: Stage): void =>
			setSent((all) => all.map((one) => (one.id === id ? { ...one, stage } : one)));
		setSent((all) => [...all, { id, label, stage: { at: 'signing' } }]);
		try {
			const at = await bestOf(client);
			const transaction = transactionOf(api, call);
			done(await follow(transaction.signSubmitAndWatch(signer, { at }), move));
		} catch (error) {
			move({ at: 'failed', refusal: error instanceof Refused ? error.refusal : refusalOfThrown(error) });
		}
	}, []);
	const list = useMemo(() => <List sent={sent} dismiss={dismiss} />, [sent, dismiss]);
	return (
		<SendContext value={send}>
			{children}
			{list}
		</SendContext>
	);
};
