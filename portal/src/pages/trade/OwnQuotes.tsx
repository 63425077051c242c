/** The quotes of the account in use in a market: make one smaller, give it other terms, take it back. */
import { type ReactNode, useState } from 'react';
import type { Action } from '../../chain/action.ts';
import { call } from '../../chain/api.ts';
import type { MarketInfo, Quote } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { FormReader } from '../../lib/reader.ts';
import { fail, ok } from '../../lib/result.ts';
import { Actions } from '../../ui/Actions.tsx';
import { usePaged } from '../../ui/More.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { QuoteForm } from './QuoteForm.tsx';
import { priceUnit, showAsset, showPrice } from './show.ts';
import type { MarketState } from './useMarket.ts';

type Name = 'reduce' | 'cancel';

const actionsOf = (info: MarketInfo, { id, remaining }: Quote): readonly Action<Name>[] => [
	{
		name: 'reduce',
		inputs: [{ name: 'smaller', numeric: true }],
		make: (values) => {
			const reader = new FormReader<'smaller'>(values);
			const size = reader.amount('smaller', info.base.decimals);
			if (size === 0n) {
				reader.note('smaller', 'zero');
			} else if (size >= remaining) {
				reader.note('smaller', 'tooHigh');
			}
			return reader.isRight ? ok(call('Wholesale', 'reduce', { id, size })) : fail(reader.problems);
		},
	},
	{ name: 'cancel', inputs: [], make: () => ok(call('Wholesale', 'cancel', { id })) },
];

const Item = ({ quote, state }: { quote: Quote; state: MarketState }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { info, free, capacity } = state;
	const [open, setOpen] = useState(false);
	const { id, book, price, remaining, expiry, stale } = quote;
	const title = t(`quote.own.${book.side.type}`, {
		amount: showAsset(info.base, remaining, 'down'),
		price: `${showPrice(info, price)} ${priceUnit(texts, info)}`,
	});
	return (
		<li data-quote-id={String(id)}>
			<p>
				<strong>{title}</strong> {book.lot > 0 && <Tag kind="good">{t('book.large')}</Tag>}{' '}
				{stale !== undefined && <Tag kind="notice">{t(`quote.stale.${stale.type}`)}</Tag>}
				<br />
				{t('quote.until', { block: expiry })}
			</p>
			<Actions
				subject={title}
				actions={actionsOf(info, quote)}
				label={(name) => t(`quote.action.${name}`)}
				field={() => t('quote.smaller', { unit: info.base.unit })}
			/>
			<details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
				<summary data-replace>{t('quote.replace')}</summary>
				{open && (
					<QuoteForm info={info} free={free} capacity={capacity} former={quote} done={() => setOpen(false)} />
				)}
			</details>
		</li>
	);
};

export const OwnQuotes = ({ state }: { state: MarketState }): ReactNode => {
	const { t } = useTexts();
	const { shown, more } = usePaged(state.own);
	return (
		<section className="panel" aria-labelledby="own-title">
			<h2 id="own-title">{t('quote.own')}</h2>
			{state.own.length === 0 ? (
				<p>{t('quote.own.none')}</p>
			) : (
				<ul className="holdings own">
					{shown.map((quote) => (
						<Item key={String(quote.id)} quote={quote} state={state} />
					))}
				</ul>
			)}
			{more}
		</section>
	);
};
