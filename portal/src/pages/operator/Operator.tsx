/** An operator's work: margin, quotes in the markets, and what was traded with them. */
import type { ReactNode } from 'react';
import { plain } from '../../chain/action.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { quotable } from '../../lib/price.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain } from '../../ui/chain.tsx';
import { RolePanel } from '../../ui/RolePanel.tsx';
import { useRole } from '../../ui/useRole.ts';
import { FillList } from '../trade/FillList.tsx';
import { MarketPicker } from '../trade/MarketPicker.tsx';
import { OrderBook } from '../trade/OrderBook.tsx';
import { OwnQuotes } from '../trade/OwnQuotes.tsx';
import { QuoteForm } from '../trade/QuoteForm.tsx';
import { RecordList } from '../trade/RecordList.tsx';
import { StaleQuotes } from '../trade/StaleQuotes.tsx';
import { marketTitle } from '../trade/show.ts';
import { type Fills, useFills } from '../trade/useFills.ts';
import { type MarketState, useMarket, useMarkets } from '../trade/useMarket.ts';
import { OpenMarket } from './OpenMarket.tsx';

/** The margin, and how much can be quoted with it. */
const Margin = (): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	const role = useRole('Operator');
	if (role === undefined) {
		return <p>{t('app.loading')}</p>;
	}
	const rate = session?.constants.Wholesale.ExposureRate ?? 0;
	const most = quotable(role.margin?.capacity ?? 0n, rate);
	return (
		<RolePanel of="Operator" state={role}>
			<p data-quotable={String(most)}>
				{t('operator.exposure', {
					percent: rate / 10_000,
					most: showBhtd(most, 'down', BHTD_DECIMALS),
				})}
			</p>
		</RolePanel>
	);
};

/** What can be removed, so that its deposit comes back. */
const Leftovers = ({ state: { info, removable } }: { state: MarketState }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account } = useChain();
	if (account === undefined || removable.length === 0) {
		return null;
	}
	const { market } = info;
	const calls = {
		market: call('Wholesale', 'remove_market', { market }),
		record: call('Wholesale', 'remove_record', { who: account.address, market }),
	};
	return (
		<section className="panel" aria-labelledby="leftovers-title">
			<h2 id="leftovers-title">{t('operator.leftovers')}</h2>
			<p>{t('operator.leftovers.help')}</p>
			<Actions
				subject={marketTitle(texts, info)}
				actions={removable.map((name) => plain(name, calls[name]))}
				label={(name) => t(`operator.remove.${name}`)}
				field={() => ''}
			/>
		</section>
	);
};

const Market = ({ state, fills }: { state: MarketState; fills: Fills | undefined }): ReactNode => {
	const { t } = useTexts();
	const { info, free, capacity } = state;
	return (
		<>
			<OrderBook info={info} />
			{capacity !== undefined && (
				<section className="panel" aria-labelledby="quote-title">
					<h2 id="quote-title">{t('quote.new')}</h2>
					<p>{t('quote.intro')}</p>
					<QuoteForm info={info} free={free} capacity={capacity} />
				</section>
			)}
			<OwnQuotes state={state} />
			<StaleQuotes info={info} />
			<FillList name={info} found={fills} />
			<RecordList name={info} />
			<Leftovers state={state} />
			{capacity !== undefined && <OpenMarket />}
		</>
	);
};

const Operator = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const choice = useMarkets();
	const state = useMarket(choice?.key);
	const fills = useFills();
	return (
		<>
			<h1>{t('operator.title')}</h1>
			<p>{t('operator.intro')}</p>
			{account === undefined ? <p>{t('account.choose')}</p> : <Margin key={account.address} />}
			{choice === undefined ? <p>{t('app.loading')}</p> : <MarketPicker choice={choice} />}
			{state && <Market key={`${account?.address} ${state.info.key}`} state={state} fills={fills} />}
			{state === null && account !== undefined && <OpenMarket />}
		</>
	);
};

export default Operator;
