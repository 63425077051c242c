/** One side chain: where it stands, its tank and its pool, and what can be done. */
import type { ReactNode } from 'react';
import { type ChainAction, chainActions, type SideChain, type Waiting } from '../../chain/sidechains.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { type Figure, Figures } from '../../ui/Figures.tsx';
import { usePaged } from '../../ui/More.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useDuration } from '../../ui/useDuration.ts';

/** How many redemptions are served at once at most: more would not fit into a block. */
const MOST_SERVED = 100;

const stageText = ({ t }: Texts, { stage }: SideChain): string => {
	switch (stage.type) {
		case 'Scheduled':
			return t('chain.stage.Scheduled', { session: stage.value.session });
		case 'Producing':
			return t('chain.stage.Producing', { last: stage.value.last });
		case 'Suspended':
			return t(`chain.stage.Suspended.${stage.value.reason.type}`);
		default:
			return t(`chain.stage.${stage.type}`);
	}
};

const figuresOf = (
	{ t }: Texts,
	{ tank, pool }: SideChain,
	duration: (blocks: number) => string,
): readonly Figure[] => {
	const rows = [
		['tank', showBhtd(tank.tank, 'down', BHTD_DECIMALS)],
		['lasts', t('chain.lasts', { fee: showBhtd(tank.fee, 'up'), time: duration(tank.lasts) })],
		['promised', showBhtd(pool.promised, 'down', BHTD_DECIMALS)],
		['owed', showBhtd(pool.owed, 'up', BHTD_DECIMALS)],
		['queued', showBhtd(pool.queued, 'up', BHTD_DECIMALS)],
		['limit', showBhtd(pool.limit, 'down', BHTD_DECIMALS)],
		['available', showBhtd(pool.available, 'down', BHTD_DECIMALS)],
	] as const;
	return rows.map(([name, value]) => ({ name, label: t(`chain.figure.${name}`), value }));
};

const Queue = ({ queue, name }: { queue: readonly Waiting[]; name: string }): ReactNode => {
	const { t } = useTexts();
	const { shown, more } = usePaged(queue);
	const label = t('chain.queue', { count: queue.length, name });
	return (
		<details>
			<summary>{label}</summary>
			<Scroll label={label}>
				<table>
					<thead>
						<tr>
							<th scope="col">{t('chain.queue.nonce')}</th>
							<th scope="col">{t('chain.queue.who')}</th>
							<th scope="col" className="number">
								{t('chain.queue.amount')}
							</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ nonce, beneficiary, amount }) => (
							<tr key={String(nonce)}>
								<td>{String(nonce)}</td>
								<td title={beneficiary}>{shorten(beneficiary)}</td>
								<td className="number">{showBhtd(amount, 'down', BHTD_DECIMALS)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
			{more}
		</details>
	);
};

const isLink = (uri: string): boolean => /^https?:\/\//.test(uri);

export const Item = ({ found, now }: { found: SideChain; now: number }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account, session } = useChain();
	const duration = useDuration();
	const { id, name, uri, chain, stage, core, pool, queue } = found;
	const limits = session?.constants.SideChains;
	const actions =
		account === undefined || limits === undefined
			? []
			: chainActions(found, account.address, {
					nameLength: limits.MaxNameLength,
					uriLength: limits.MaxUriLength,
					most: MOST_SERVED,
				});
	const lowering = pool.lowering;
	return (
		<li className="panel" data-chain={id} data-stage={stage.type}>
			<h3>
				{id}. {name}{' '}
				<Tag kind={stage.type === 'Producing' || stage.type === 'Starting' ? 'good' : 'notice'}>
					{stageText(texts, found)}
				</Tag>
			</h3>
			<p>
				<small title={chain.manager}>{t('chain.manager', { manager: shorten(chain.manager) })}</small>
				{' · '}
				<small title={chain.refund}>{t('chain.refund', { refund: shorten(chain.refund) })}</small>
				{' · '}
				<small>{core === undefined ? t('chain.noCore') : t('chain.core', { core })}</small>
				{isLink(uri) && (
					<>
						<br />
						<a href={uri} target="_blank" rel="noreferrer noopener">
							{t('chain.more')}
						</a>
					</>
				)}
			</p>
			<Figures figures={figuresOf(texts, found, duration)} />
			{lowering !== undefined && (
				<p data-lowering>
					{t('chain.lowering', {
						amount: showBhtd(lowering.amount, 'up'),
						from: lowering.from,
						left: duration(lowering.from - now),
					})}
				</p>
			)}
			{queue.length > 0 && <Queue queue={queue} name={name} />}
			<Actions
				subject={name}
				actions={actions}
				label={(action: ChainAction) => t(`chain.action.${action}`)}
				field={(input) => t(`chain.input.${input as 'amount' | 'most' | 'name' | 'uri'}`)}
			/>
		</li>
	);
};
