/** Selling BHTD that was taken in to operators, who buy it in lots. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { MarketPicker } from '../trade/MarketPicker.tsx';
import { OrderBook } from '../trade/OrderBook.tsx';
import { TakeForm } from '../trade/TakeForm.tsx';
import { useMarket, useMarkets } from '../trade/useMarket.ts';

export const SellWholesale = (): ReactNode => {
	const { t } = useTexts();
	const choice = useMarkets(({ market }) => market.type === 'Bhtd');
	const state = useMarket(choice?.key);
	if (choice === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	return (
		<section className="panel" aria-labelledby="wholesale-title">
			<h2 id="wholesale-title">{t('wholesale.title')}</h2>
			<p>{t('wholesale.intro')}</p>
			<MarketPicker choice={choice} />
			{state && state.info.books.length < 2 && <p>{t('wholesale.noLots')}</p>}
			{state && state.info.books.length > 1 && (
				<>
					<OrderBook info={state.info} first={1} />
					<TakeForm key={state.info.key} way="wholesale" info={state.info} free={state.free} />
				</>
			)}
		</section>
	);
};
