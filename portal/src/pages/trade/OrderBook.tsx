/** The book of a lot: what is asked and bid, best first, as tables and as a chart. */
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MarketInfo } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { type Level, levelsOf } from '../../lib/book.ts';
import { useChain } from '../../ui/chain.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import { usePaged } from '../../ui/More.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { DepthChart } from './DepthChart.tsx';
import { priceUnit, showAsset, showPrice, showShort } from './show.ts';

const SideTable = ({
	info,
	side,
	levels,
}: {
	info: MarketInfo;
	side: 'bids' | 'asks';
	levels: readonly Level[];
}): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { shown, more } = usePaged(levels);
	return (
		<div data-side={side}>
			<h3>{t(`book.${side}`)}</h3>
			{levels.length === 0 ? (
				<p>{t('book.empty')}</p>
			) : (
				<Scroll label={t(`book.${side}`)}>
					<table>
						<thead>
							<tr>
								<th scope="col" className="number">
									{t('book.price', { unit: priceUnit(texts, info) })}
								</th>
								<th scope="col" className="number">
									{t('book.amount', { unit: info.base.unit })}
								</th>
								<th scope="col" className="number">
									{t('book.total')}
								</th>
								<th scope="col" className="number">
									{t('book.quotes')}
								</th>
							</tr>
						</thead>
						<tbody>
							{shown.map((level) => (
								<tr key={String(level.price)} data-price={showPrice(info, level.price)}>
									<td className="number">
										{level.own && <Tag kind="good">{t('book.own')}</Tag>} {showPrice(info, level.price)}
									</td>
									<td className="number">{showShort(info.base, level.amount, 'down')}</td>
									<td className="number">{showShort(info.base, level.total, 'down')}</td>
									<td className="number">{level.quotes}</td>
								</tr>
							))}
						</tbody>
					</table>
				</Scroll>
			)}
			{more}
		</div>
	);
};

/** Every lot there is, the first of them for everybody. */
export const useLotNames = (info: MarketInfo): readonly { value: string; label: string }[] => {
	const { t } = useTexts();
	return info.books.map(({ lot }, index) => ({
		value: String(index),
		label: t(index === 0 ? 'book.retail' : 'book.wholesale', { least: showAsset(info.base, lot, 'up') }),
	}));
};

/** `first` is the lot that is shown at first. */
export const OrderBook = ({ info, first = 0 }: { info: MarketInfo; first?: number }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const [text, setLot] = useState(String(first));
	const names = useLotNames(info);
	const lot = names.some(({ value }) => value === text) ? Number(text) : 0;
	const who = account?.address;
	const bids = levelsOf(info.bids[lot] ?? [], who);
	const asks = lot === 0 ? levelsOf(info.asks, who) : [];
	return (
		<section className="panel" aria-labelledby="book-title" data-status={info.status.type}>
			<h2 id="book-title">{t('book.title')}</h2>
			{info.status.type !== 'Open' && (
				<Alert type="warning" showIcon title={t(`market.status.${info.status.type}`)} />
			)}
			{names.length > 1 && (
				<ChoiceField
					name="book"
					label={t('book.lot')}
					value={String(lot)}
					options={names}
					onChange={setLot}
				/>
			)}
			<DepthChart info={info} bids={bids} asks={asks} />
			<div className="canvas">
				<SideTable info={info} side="bids" levels={bids} />
				{lot === 0 && <SideTable info={info} side="asks" levels={asks} />}
			</div>
		</section>
	);
};
