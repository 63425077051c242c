/** Quotes that are not valid any more: anybody may have them removed, and what is on hold is given back. */
import type { ReactNode } from 'react';
import { call } from '../../chain/api.ts';
import type { MarketInfo } from '../../chain/markets.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { ok } from '../../lib/result.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { usePaged } from '../../ui/More.tsx';
import { showAsset, showPrice } from './show.ts';

export const StaleQuotes = ({ info }: { info: MarketInfo }): ReactNode => {
	const { t } = useTexts();
	const stale = [...info.asks, ...info.bids.flat()].filter((quote) => quote.stale !== undefined);
	const { shown, more } = usePaged(stale);
	if (stale.length === 0) {
		return null;
	}
	return (
		<section className="panel" aria-labelledby="stale-title">
			<h2 id="stale-title">{t('quote.stale')}</h2>
			<p>{t('quote.stale.help')}</p>
			<ul className="holdings own">
				{shown.map(({ id, owner, price, remaining, stale: why }) => {
					const title = `${showAsset(info.base, remaining, 'down')} · ${showPrice(info, price)}`;
					return (
						<li key={String(id)}>
							<p>
								{title} · {shorten(owner)}
								{why !== undefined && ` · ${t(`quote.stale.${why.type}`)}`}
							</p>
							<Actions
								subject={title}
								actions={[
									{ name: 'remove', inputs: [], make: () => ok(call('Wholesale', 'remove_stale', { id })) },
								]}
								label={() => t('quote.stale.remove')}
								field={() => ''}
							/>
						</li>
					);
				})}
			</ul>
			{more}
		</section>
	);
};
