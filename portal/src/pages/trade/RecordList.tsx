/** What operators have traded in a market: the chain keeps it, and anybody can read it. */
import type { ReactNode } from 'react';
import type { Api } from '../../chain/api.ts';
import { type MarketName, marketKey } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { shorten } from '../../lib/shorten.ts';
import { useRead } from '../../ui/chain.tsx';
import { usePaged } from '../../ui/More.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { priceUnit, showMean, showShort } from './show.ts';

type RecordView = NonNullable<Awaited<ReturnType<Api['view']['Wholesale']['record']>>>;

interface OperatorRecord extends RecordView {
	readonly operator: string;
}

/** How many operators are listed: those whose quotes were filled most often. */
const MOST = 50;

const AT = { at: 'best' } as const;

/** The records in a market, the most active operators first. */
const useRecords = (name: MarketName): readonly OperatorRecord[] | undefined =>
	useRead(`records ${name.key}`, async ({ api }) => {
		const entries = await api.query.Wholesale.Records.getEntries(AT);
		const here = entries
			.filter(({ keyArgs: [, market] }) => marketKey(market) === name.key)
			.sort((a, b) => Number(b.value.volume.fills - a.value.volume.fills))
			.slice(0, MOST);
		const found = await Promise.all(
			here.map(async ({ keyArgs: [operator] }) => {
				const view = await api.view.Wholesale.record(operator, name.market, AT);
				return view && { ...view, operator };
			}),
		);
		return found.filter((one) => one !== undefined);
	});

export const RecordList = ({ name }: { name: MarketName }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const records = useRecords(name);
	const { shown, more } = usePaged(records ?? []);
	const heads = ['open', 'fills', 'bought', 'sold', 'bid', 'ask', 'spread'] as const;
	const mean = (price: bigint | undefined, rounding: 'up' | 'down'): string =>
		price === undefined ? '–' : showMean(name, price, rounding);
	return (
		<section className="panel" aria-labelledby="records-title">
			<h2 id="records-title">{t('record.title')}</h2>
			<p>{t('record.help', { unit: priceUnit(texts, name) })}</p>
			{records !== undefined && records.length > 0 && (
				<Scroll label={t('record.title')}>
					<table>
						<thead>
							<tr>
								<th scope="col">{t('role.Operator')}</th>
								{heads.map((head) => (
									<th key={head} scope="col" className="number">
										{t(`record.${head}`, { unit: name.base.unit })}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{shown.map(({ operator, open, volume, mean_bid, mean_ask, spread }) => (
								<tr key={operator} data-record={operator}>
									<td title={operator}>{shorten(operator)}</td>
									<td className="number">{open.length}</td>
									<td className="number" data-fills>
										{String(volume.fills)}
									</td>
									<td className="number">{showShort(name.base, volume.bought, 'down')}</td>
									<td className="number">{showShort(name.base, volume.sold, 'down')}</td>
									<td className="number">{mean(mean_bid, 'up')}</td>
									<td className="number">{mean(mean_ask, 'down')}</td>
									<td className="number">{mean(spread, 'down')}</td>
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
