/** The latest fills in a market. */
import type { ReactNode } from 'react';
import type { MarketName } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { FIXED_ONE } from '../../lib/amounts.ts';
import { shorten } from '../../lib/shorten.ts';
import { usePaged } from '../../ui/More.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { priceUnit, showMean, showShort } from './show.ts';
import type { Fills } from './useFills.ts';

interface Props {
	readonly name: MarketName;
	/** Those of all markets. */
	readonly found: Fills | undefined;
}

export const FillList = ({ name, found }: Props): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const fills = found?.fills.filter(({ market }) => market === name.key) ?? [];
	const { shown, more } = usePaged(fills);
	return (
		<section className="panel" aria-labelledby="fills-title">
			<h2 id="fills-title">{t('fills.title')}</h2>
			<p>{t('fills.since', { block: found?.since ?? '–' })}</p>
			{fills.length > 0 && (
				<Scroll label={t('fills.title')}>
					<table>
						<thead>
							<tr>
								<th scope="col" className="number">
									{t('fills.block')}
								</th>
								<th scope="col">{t('fills.way')}</th>
								<th scope="col" className="number">
									{t('book.amount', { unit: name.base.unit })}
								</th>
								<th scope="col" className="number">
									{t('book.price', { unit: priceUnit(texts, name) })}
								</th>
								<th scope="col">{t('fills.taker')}</th>
								<th scope="col">{t('fills.owner')}</th>
							</tr>
						</thead>
						<tbody>
							{shown.map(({ key, block, way, base, quote, taker, owner }) => (
								<tr key={key} data-fill={way}>
									<td className="number">{block}</td>
									<td>{t(`fills.${way}`)}</td>
									<td className="number">{showShort(name.base, base, 'down')}</td>
									<td className="number">
										{showMean(name, (quote * FIXED_ONE) / base, way === 'sold' ? 'down' : 'up')}
									</td>
									<td title={taker}>{shorten(taker)}</td>
									<td title={owner}>{shorten(owner)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</Scroll>
			)}
			{more}
		</section>
	);
};
