/** What a consumer has: cards of points, what they are worth, and what can be done with them. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { cardOfDocument } from '../../lib/card.ts';
import { worthOfPoint } from '../../lib/points.ts';
import { Card } from '../../ui/card.tsx';
import { useChain } from '../../ui/chain.tsx';
import { Convert } from './Convert.tsx';
import { Give } from './Give.tsx';
import { type Holding, useHoldings } from './useHoldings.ts';

const Item = ({ holding }: { holding: Holding }): ReactNode => {
	const { t } = useTexts();
	const { points, held, guaranteed, best } = holding;
	const worth = (planck: bigint | undefined): string =>
		planck === undefined ? t('consumer.tooSmall') : showBhtd(planck, 'down', BHTD_DECIMALS);
	return (
		<li className="panel" data-holding={points.id}>
			<div className="canvas">
				<div>
					<Card
						design={cardOfDocument(points.design)}
						name={points.title}
						symbol={points.unit}
						worth={showBhtd(worthOfPoint(points.floor, points.decimals), 'down', BHTD_DECIMALS)}
					/>
					<h3>{points.title}</h3>
					<p>
						<strong>
							{t('consumer.held', { amount: `${showAmount(held, points.decimals, 'down')} ${points.unit}` })}
						</strong>
						<br />
						<span data-guaranteed>{t('consumer.guaranteed', { amount: worth(guaranteed) })}</span>
						<br />
						<span data-best>{t('consumer.best', { amount: worth(best) })}</span>
					</p>
				</div>
				<div>
					<Convert holding={holding} />
					<Give holding={holding} />
				</div>
			</div>
		</li>
	);
};

const Content = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const holdings = useHoldings();
	if (account === undefined) {
		return <p>{t('account.choose')}</p>;
	}
	if (holdings === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	if (holdings.length === 0) {
		return <p>{t('consumer.none')}</p>;
	}
	return (
		<ul className="holdings">
			{holdings.map((holding) => (
				<Item key={`${account.address} ${holding.points.id}`} holding={holding} />
			))}
		</ul>
	);
};

const Consumer = (): ReactNode => {
	const { t } = useTexts();
	return (
		<>
			<h1>{t('consumer.title')}</h1>
			<Content />
		</>
	);
};

export default Consumer;
