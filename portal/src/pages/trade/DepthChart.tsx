/** How much is bought and sold up to each price. The tables beside it say the same in numbers. */
import type { ReactNode } from 'react';
import type { MarketInfo } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { depthOf, type Level, pathOf } from '../../lib/book.ts';
import { showAsset, showMean } from './show.ts';
import './trade.css';

interface Props {
	readonly info: MarketInfo;
	readonly bids: readonly Level[];
	readonly asks: readonly Level[];
}

export const DepthChart = ({ info, bids, asks }: Props): ReactNode => {
	const { t } = useTexts();
	const depth = depthOf(bids, asks);
	if (depth === undefined) {
		return null;
	}
	const most = showAsset(info.base, depth.most, 'up', 2);
	const [from, to] = [showMean(info, depth.lowest, 'down'), showMean(info, depth.highest, 'up')];
	return (
		<figure className="chart depth">
			<figcaption>{t('book.depth')}</figcaption>
			<div className="depth-most">{most}</div>
			<svg
				viewBox="0 0 1000 1000"
				preserveAspectRatio="none"
				role="img"
				aria-label={t('book.depth.label', { most, from, to })}
			>
				<polygon className="bids" points={pathOf(depth.bids)} />
				<polygon className="asks" points={pathOf(depth.asks)} />
			</svg>
			<div className="depth-ends" aria-hidden="true">
				<span>{from}</span>
				<span>
					<span className="swatch bids" /> {t('book.bids')} <span className="swatch asks" /> {t('book.asks')}
				</span>
				<span>{to}</span>
			</div>
		</figure>
	);
};
