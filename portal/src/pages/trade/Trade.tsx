/** Buying and selling BHTD, and points: from quotes that are there, or by an offer to others. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { FillList } from './FillList.tsx';
import { MarketPicker } from './MarketPicker.tsx';
import { OrderBook } from './OrderBook.tsx';
import { OwnQuotes } from './OwnQuotes.tsx';
import { QuoteForm } from './QuoteForm.tsx';
import { RecordList } from './RecordList.tsx';
import { StaleQuotes } from './StaleQuotes.tsx';
import { TakeForm } from './TakeForm.tsx';
import { type Fills, useFills } from './useFills.ts';
import { type MarketState, useMarket, useMarkets } from './useMarket.ts';

/** What may be offered by who looks: anybody offers BHTD to others, operators points as well. */
const Offer = ({ state }: { state: MarketState }): ReactNode => {
	const { t } = useTexts();
	const { info, free, capacity } = state;
	const isAllowed = capacity !== undefined || info.market.type === 'Bhtd';
	return (
		<section className="panel" aria-labelledby="offer-title">
			<h2 id="offer-title">{t('offers.title')}</h2>
			<p>{isAllowed ? t('offers.intro') : t('offers.operatorsOnly')}</p>
			{isAllowed && <QuoteForm info={info} free={free} capacity={capacity} />}
		</section>
	);
};

const Market = ({ state, fills }: { state: MarketState; fills: Fills | undefined }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { info, free } = state;
	return (
		<>
			<OrderBook info={info} />
			{account === undefined ? (
				<p>{t('account.choose')}</p>
			) : (
				<>
					<section className="panel" aria-labelledby="take-title">
						<h2 id="take-title">{t('trade.now')}</h2>
						<p>{t('trade.now.help')}</p>
						<div className="canvas">
							<TakeForm way="buy" info={info} free={free} />
							<TakeForm way="sell" info={info} free={free} />
						</div>
					</section>
					<Offer state={state} />
					<OwnQuotes state={state} />
					<StaleQuotes info={info} />
				</>
			)}
			<FillList name={info} found={fills} />
			<RecordList name={info} />
		</>
	);
};

const Trade = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const choice = useMarkets();
	const state = useMarket(choice?.key);
	const fills = useFills();
	return (
		<>
			<h1>{t('trade.title')}</h1>
			<p>{t('trade.intro')}</p>
			{choice === undefined ? <p>{t('app.loading')}</p> : <MarketPicker choice={choice} />}
			{state && <Market key={`${account?.address} ${state.info.key}`} state={state} fills={fills} />}
		</>
	);
};

export default Trade;
