/** Votes of the account in use behind one candidate: what they do, and how to change them. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Call, call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, showBhtd } from '../../lib/amounts.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { Candidate, Position } from './useWitnesses.ts';

const ACTIONS = ['vote', 'unvote', 'renew', 'claim', 'compound', 'withdraw'] as const;
type Action = (typeof ACTIONS)[number];

const needsAmount = (action: Action): action is 'vote' | 'unvote' => action === 'vote' || action === 'unvote';

/** What can be done with what is there. */
const possible = (position: Position | undefined): readonly Action[] =>
	ACTIONS.filter((action) => {
		switch (action) {
			case 'vote':
				return true;
			case 'withdraw':
				return (position?.unbonding.length ?? 0) > 0;
			case 'claim':
			case 'compound':
				return (position?.claimable ?? 0n) > 0n;
			default:
				return (position?.value ?? 0n) > 0n;
		}
	});

const Mine = ({ position }: { position: Position }): ReactNode => {
	const { t } = useTexts();
	const rows = [
		['value', showBhtd(position.value, 'down')],
		['voting', showBhtd(position.voting, 'down')],
		...position.maturing.map(
			([era, amount]) => ['maturing', `${showBhtd(amount, 'down')} · ${t('witness.era', { era })}`] as const,
		),
		['lapses', t('witness.era', { era: position.lapses })],
		...position.unbonding.map(
			([era, amount]) => ['unbonding', `${showBhtd(amount, 'down')} · ${t('witness.era', { era })}`] as const,
		),
		['claimable', showBhtd(position.claimable, 'down')],
	] as const;
	return (
		<dl className="figures">
			{rows.map(([name, value]) => (
				<div key={`${name} ${value}`} data-figure={name}>
					<dt>{t(`witness.mine.${name}`)}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
};

const ActionForm = ({ action, candidate }: { action: Action; candidate: Candidate }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [text, setText] = useState('');
	const { address } = candidate;
	const amount = parseAmount(text, BHTD_DECIMALS);
	const make = (): Call | undefined => {
		if (!needsAmount(action)) {
			return call('Witnesses', action, { candidate: address });
		}
		return amount.ok && amount.value > 0n
			? call('Witnesses', action, { candidate: address, amount: amount.value })
			: undefined;
	};
	const wanted = make();
	const trial = useTrial(wanted);
	const problem = amount.ok ? (amount.value === 0n ? 'zero' : undefined) : amount.error;
	const label = t(`witness.action.${action}`);
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			{needsAmount(action) && (
				<TextField
					name="votes"
					label={t('merchant.amount')}
					value={text}
					numeric
					error={text === '' || problem === undefined ? undefined : problemText(texts, problem)}
					onChange={setText}
				/>
			)}
			<SignBox label={label} button={label} call={wanted} trial={trial} done={() => setText('')} />
		</form>
	);
};

export const VoteForm = ({ candidate }: { candidate: Candidate }): ReactNode => {
	const { t } = useTexts();
	const [chosen, setChosen] = useState<Action>();
	const actions = possible(candidate.position);
	const action = actions.find((one) => one === chosen);
	return (
		<>
			{candidate.position !== undefined && <Mine position={candidate.position} />}
			<div className="buttons">
				{actions.map((one) => (
					<Button
						key={one}
						data-action={one}
						aria-pressed={one === action}
						onClick={() => setChosen(one === action ? undefined : one)}
					>
						{t(`witness.action.${one}`)}
					</Button>
				))}
			</div>
			{action !== undefined && <ActionForm key={action} action={action} candidate={candidate} />}
		</>
	);
};
