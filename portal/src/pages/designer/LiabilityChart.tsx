/** What is owed, as more and more of the points circulate, and what of it the margin bears. */
import { type ReactNode, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, chartNumber, showAmount, showBhtd } from '../../lib/amounts.ts';

const HEIGHT = 220;

interface Props {
	readonly supply: bigint;
	readonly decimals: number;
	readonly owed: bigint;
	readonly bears: bigint | undefined;
	readonly symbol: string;
}

const LiabilityChart = ({ supply, decimals, owed, bears, symbol }: Props): ReactNode => {
	const { t } = useTexts();
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const element = frame.current;
		if (element === null) {
			return;
		}
		const most = chartNumber(supply, decimals);
		const line = bears === undefined ? undefined : chartNumber(bears, BHTD_DECIMALS);
		const chart = new uPlot(
			{
				width: element.clientWidth,
				height: HEIGHT,
				scales: { x: { time: false } },
				padding: [12, 40, 0, 0],
				cursor: { y: false },
				legend: { live: false },
				axes: [
					{ label: t('chart.circulating'), space: 70 },
					{ size: 70, values: (_, marks) => marks.map((mark) => mark.toLocaleString('en')) },
				],
				series: [
					{ label: t('chart.circulating') },
					{ label: t('chart.owed'), stroke: '#b45309', width: 2, fill: 'rgba(180, 83, 9, 0.12)' },
					{ label: t('chart.bears'), stroke: '#15803d', width: 2, dash: [6, 4] },
				],
			},
			[
				[0, most],
				[0, chartNumber(owed, BHTD_DECIMALS)],
				[line, line],
			],
			element,
		);
		const watch = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
		watch.observe(element);
		return () => {
			watch.disconnect();
			chart.destroy();
		};
	}, [supply, decimals, owed, bears, t]);
	return (
		<figure className="chart">
			<figcaption>{t('chart.title')}</figcaption>
			<div
				ref={frame}
				role="img"
				aria-label={t('chart.summary', {
					owed: showBhtd(owed, 'up'),
					supply: `${showAmount(supply, decimals, 'down')} ${symbol}`,
					bears: bears === undefined ? '–' : showBhtd(bears, 'down'),
				})}
			/>
		</figure>
	);
};

export default LiabilityChart;
