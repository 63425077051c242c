/** Turning points into BHTD, for no less than is agreed to. */
import type { ReactNode } from 'react';
import { call } from '../../chain/api.ts';
import { MAX_FILLS, quoteBest } from '../../chain/conversion.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { deadlineAfter } from '../../lib/deadline.ts';
import { ConvertForm, useConversion } from '../../ui/ConvertForm.tsx';
import { useChain, useRead } from '../../ui/chain.tsx';
import type { Holding } from './useHoldings.ts';

export const Convert = ({ holding: { points, held } }: { holding: Holding }): ReactNode => {
	const { t } = useTexts();
	const { account, best } = useChain();
	const conversion = useConversion(points, held);
	const { units } = conversion;
	const who = account?.address;
	const quote = useRead(`convert ${points.id} ${units} ${who}`, async ({ api }) =>
		units === 0n || who === undefined ? null : ((await quoteBest(api, points.id, units, who)) ?? null),
	);
	return (
		<ConvertForm
			title={t('consumer.convert')}
			conversion={conversion}
			quote={quote}
			make={({ sold }, min_out) => {
				const args = { class: points.id, amount: units, min_out };
				// The floor alone is cheaper to ask than the market, and where no operator pays more it pays the same.
				if (sold === 0n) {
					return call('Points', 'convert', args);
				}
				return best === undefined
					? undefined
					: call('Wholesale', 'convert_best', {
							...args,
							deadline: deadlineAfter(best.number),
							max_fills: MAX_FILLS,
						});
			}}
		/>
	);
};
