/** Who makes the blocks, who may, and the votes behind them. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { showAmount, showBhtd } from '../../lib/amounts.ts';
import { useChain } from '../../ui/chain.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { type Candidate, type Witnesses as Found, useWitnesses } from './useWitnesses.ts';
import { VoteForm } from './VoteForm.tsx';

/** Commissions are in billionths; a hundredth is a percent. */
const PERCENT_DECIMALS = 7;

const short = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

const Item = ({ candidate }: { candidate: Candidate }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { address, name, elected, status, deposit, votes, voting, commission, points, rank } = candidate;
	const rows = [
		['deposit', showBhtd(deposit, 'down')],
		['votes', showBhtd(votes, 'down')],
		['counting', showBhtd(voting, 'down')],
		['commission', `${showAmount(BigInt(commission), PERCENT_DECIMALS, 'up')} %`],
		['points', String(points)],
	] as const;
	return (
		<li className="panel" data-candidate={address}>
			<h2>
				{rank === undefined ? '' : `${rank + 1}. `}
				{name.trim() === '' ? short(address) : name}{' '}
				{elected && <Tag kind="good">{t('witness.elected')}</Tag>}
				{status.type !== 'Active' && <Tag kind="notice">{t(`witness.status.${status.type}`)}</Tag>}
			</h2>
			<p>
				<small className="bytes">{address}</small>
			</p>
			<dl className="figures">
				{rows.map(([key, value]) => (
					<div key={key} data-figure={key}>
						<dt>{t(`witness.${key}`)}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{account !== undefined && <VoteForm candidate={candidate} />}
		</li>
	);
};

const Content = ({
	witnesses: { era, parameters, smallest, candidates },
}: {
	witnesses: Found;
}): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	return (
		<>
			<dl className="figures panel">
				<div data-figure="era">
					<dt>{t('witness.now')}</dt>
					<dd>{era.index}</dd>
				</div>
				<div data-figure="issued">
					<dt>{t('witness.issued')}</dt>
					<dd>
						{showBhtd(era.year.issued, 'up', 2)} / {showBhtd(era.year.budget, 'down', 2)}
					</dd>
				</div>
				<div data-figure="smallest">
					<dt>{t('witness.smallest')}</dt>
					<dd>{showBhtd(smallest, 'up')}</dd>
				</div>
				{parameters !== undefined && (
					<>
						<div data-figure="minimum">
							<dt>{t('witness.minimumVote')}</dt>
							<dd>{showBhtd(parameters.minimum_vote, 'up')}</dd>
						</div>
						<div data-figure="terms">
							<dt>{t('witness.terms')}</dt>
							<dd>
								{parameters.maturity} · {parameters.life} · {parameters.unbonding}
							</dd>
						</div>
						<div data-figure="minimumDeposit">
							<dt>{t('witness.minimumDeposit')}</dt>
							<dd>{showBhtd(parameters.minimum_deposit, 'up')}</dd>
						</div>
					</>
				)}
			</dl>
			<p>{t('witness.become')}</p>
			{account === undefined && <p>{t('account.choose')}</p>}
			<ul className="cards">
				{candidates.map((candidate) => (
					<Item key={`${account?.address} ${candidate.address}`} candidate={candidate} />
				))}
			</ul>
		</>
	);
};

const Witnesses = (): ReactNode => {
	const { t } = useTexts();
	const witnesses = useWitnesses();
	return (
		<>
			<h1>{t('witnesses.title')}</h1>
			<p>{t('witnesses.intro')}</p>
			{witnesses === undefined ? <p>{t('app.loading')}</p> : <Content witnesses={witnesses} />}
		</>
	);
};

export default Witnesses;
