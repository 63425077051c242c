/** What a draft takes and guarantees, as the chain says. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { unitsFor, worthOfPoint } from '../../lib/points.ts';
import { useChain } from '../../ui/chain.tsx';
import type { Design } from './useDesign.ts';

const LiabilityChart = lazy(() => import('./LiabilityChart.tsx'));

const UNKNOWN = '–';

export const Figures = ({ design, symbol }: { design: Design; symbol: string }): ReactNode => {
	const { t } = useTexts();
	const { session, account } = useChain();
	const { position, issue, owedFull, bears, circulate } = design;
	const deposit = session?.constants.Balances.ExistentialDeposit;
	const points = (units: bigint | undefined, rounding: 'down' | 'up'): string =>
		units === undefined || issue === undefined
			? UNKNOWN
			: `${showAmount(units, issue.decimals, rounding)} ${symbol}`;
	const bhtd = (planck: bigint | undefined, rounding: 'down' | 'up'): string =>
		planck === undefined ? UNKNOWN : showBhtd(planck, rounding, BHTD_DECIMALS);
	const smallest =
		position === undefined || deposit === undefined || issue === undefined
			? undefined
			: unitsFor(position.convertFee + deposit, issue.floor);
	const worth = issue === undefined ? undefined : worthOfPoint(issue.floor, issue.decimals);
	const rows = [
		['neededNow', bhtd(position?.neededNow, 'up')],
		['neededFull', bhtd(position?.neededFull, 'up')],
		['circulate', points(circulate, 'down')],
		['worth', bhtd(worth, 'down')],
		['all', bhtd(issue === undefined ? undefined : owedFull, 'down')],
		['convertFee', bhtd(position?.convertFee, 'up')],
		['smallest', points(smallest, 'up')],
	] as const;
	return (
		<section aria-labelledby="figures-title">
			<h2 id="figures-title">{t('designer.figures')}</h2>
			{account === undefined && <p>{t('figures.noAccount')}</p>}
			<dl className="figures">
				{rows.map(([name, value]) => (
					<div key={name} data-figure={name}>
						<dt>{t(`figures.${name}`)}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{issue !== undefined && owedFull !== undefined && (
				<Suspense fallback={<p>{t('app.loading')}</p>}>
					<LiabilityChart
						supply={issue.supply}
						decimals={issue.decimals}
						owed={owedFull}
						bears={bears}
						symbol={symbol}
					/>
				</Suspense>
			)}
		</section>
	);
};
