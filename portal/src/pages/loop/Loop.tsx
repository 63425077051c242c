/** The value loop: BHTD in and out of each role, over the blocks that were read. */
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type PastBlock, readBack } from '../../chain/blocks.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, type Rounding, showAmount } from '../../lib/amounts.ts';
import { flowsOf, type LoopRole, ROLES, sumsOf } from '../../lib/flows.ts';
import { useChain, useRead } from '../../ui/chain.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { useDuration } from '../../ui/useDuration.ts';

const FlowChart = lazy(() => import('./FlowChart.tsx'));

/** How many blocks are read at first, and how many more at a time. */
const STEP = 100;

/** BHTD without its symbol, which the heading of the table says once. */
const show = (planck: bigint, rounding: Rounding): string => showAmount(planck, BHTD_DECIMALS, rounding, 6);

const difference = (into: bigint, out: bigint): string =>
	into >= out ? `+${show(into - out, 'down')}` : `−${show(out - into, 'up')}`;

const Sums = ({ blocks }: { blocks: readonly PastBlock[] }): ReactNode => {
	const { t } = useTexts();
	const [chosen, setChosen] = useState<LoopRole>('consumer');
	const series = blocks.toReversed().map(({ events }) => flowsOf(events.map(({ event }) => event)));
	const sums = sumsOf(series.flat());
	const [from, to] = [blocks.at(-1)?.number ?? 0, blocks[0]?.number ?? 0];
	return (
		<>
			<section className="panel" aria-labelledby="flows-title">
				<h2 id="flows-title">{t('loop.chart')}</h2>
				<ChoiceField
					name="role"
					label={t('loop.chart.role')}
					value={chosen}
					options={ROLES.map((role) => ({ value: role, label: t(`loop.role.${role}`) }))}
					onChange={(value) => setChosen(ROLES.find((role) => role === value) ?? 'consumer')}
				/>
				<Suspense fallback={<p>{t('app.loading')}</p>}>
					<FlowChart series={series} role={chosen} sums={sums[chosen]} from={from} to={to} />
				</Suspense>
			</section>
			<section className="panel" aria-labelledby="sums-title">
				<h2 id="sums-title">{t('loop.table')}</h2>
				<Scroll label={t('loop.table')}>
					<table>
						<thead>
							<tr>
								<th scope="col">{t('loop.role')}</th>
								{(['in', 'out', 'net', 'locked', 'released'] as const).map((name) => (
									<th key={name} scope="col" className="number">
										{t(`loop.${name}`)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{ROLES.map((role) => (
								<tr key={role} data-role={role}>
									<th scope="row">{t(`loop.role.${role}`)}</th>
									<td className="number">{show(sums[role].in, 'down')}</td>
									<td className="number">{show(sums[role].out, 'up')}</td>
									<td className="number">{difference(sums[role].in, sums[role].out)}</td>
									<td className="number">{show(sums[role].locked, 'up')}</td>
									<td className="number">{show(sums[role].released, 'down')}</td>
								</tr>
							))}
						</tbody>
					</table>
				</Scroll>
				<p>
					<small>{t('loop.notes')}</small>
				</p>
			</section>
		</>
	);
};

const Loop = (): ReactNode => {
	const { t } = useTexts();
	const { best } = useChain();
	const duration = useDuration();
	const [count, setCount] = useState(STEP);
	const blocks = useRead('value loop', async (session) =>
		best === undefined ? [] : readBack(session, best.number, count),
	);
	const first = blocks?.at(-1)?.number;
	return (
		<>
			<h1>{t('loop.title')}</h1>
			<p>{t('loop.intro')}</p>
			{blocks === undefined || first === undefined ? (
				<p>{t('app.loading')}</p>
			) : (
				<>
					<p data-period={blocks.length}>
						<strong>
							{t('loop.period', {
								from: first,
								to: blocks[0]?.number ?? first,
								time: duration(blocks.length),
							})}
						</strong>{' '}
						{first > 1 && blocks.length < count && t('explorer.end')}
					</p>
					{first > 1 && blocks.length >= count && (
						<Button onClick={() => setCount(count + STEP)}>{t('loop.further', { count: STEP })}</Button>
					)}
					<Sums blocks={blocks} />
				</>
			)}
		</>
	);
};

export default Loop;
