/** What came in and went out for one role over time, as bars above and below a line. The table says the same. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { permille, showBhtd } from '../../lib/amounts.ts';
import { type Flow, type LoopRole, overTime, type Sums } from '../../lib/flows.ts';

/** How many bars there are at most. */
const PARTS = 40;

/** The height above and below the line, in the units of the drawing. */
const HALF = 1000;

interface Props {
	readonly series: readonly (readonly Flow[])[];
	readonly role: LoopRole;
	readonly sums: Sums;
	readonly from: number;
	readonly to: number;
}

const FlowChart = ({ series, role, sums, from, to }: Props): ReactNode => {
	const { t } = useTexts();
	const parts = overTime(series, role, PARTS);
	const [highest = 0n] = parts.flatMap((part) => [part.in, part.out]).sort((a, b) => (a < b ? 1 : -1));
	if (highest === 0n) {
		return <p>{t('loop.chart.empty')}</p>;
	}
	const label = t('loop.chart.label', {
		role: t(`loop.role.${role}`),
		in: showBhtd(sums.in, 'down'),
		out: showBhtd(sums.out, 'up'),
		from,
		to,
	});
	const blocks = Math.ceil(series.length / parts.length);
	return (
		<figure className="chart">
			<svg
				className="bars"
				viewBox={`0 ${-HALF} ${parts.length} ${2 * HALF}`}
				preserveAspectRatio="none"
				role="img"
				aria-label={label}
			>
				{parts.map((part, index) => {
					const [up, down] = [permille(part.in, highest), permille(part.out, highest)];
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: a bar is nothing but its place
						<g key={index}>
							<rect className="in" x={index + 0.1} y={-up} width={0.8} height={up} />
							<rect className="out" x={index + 0.1} y={0} width={0.8} height={down} />
						</g>
					);
				})}
				<line x1={0} x2={parts.length} y1={0} y2={0} />
			</svg>
			<p>
				<span className="swatch in" aria-hidden="true" />
				{t('loop.in')} <span className="swatch out" aria-hidden="true" />
				{t('loop.out')} · <small>{t('loop.chart.scale', { amount: showBhtd(highest, 'up'), blocks })}</small>
			</p>
		</figure>
	);
};

export default FlowChart;
