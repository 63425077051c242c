/** Converting points into BHTD of their own chain, as far as the margin there covers them. */
import type { ReactNode } from 'react';
import { sideCall } from '../../chain/side.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { ConvertForm, useConversion } from '../../ui/ConvertForm.tsx';
import { useSideRead } from './side.tsx';
import type { SideHolding } from './useSidePoints.ts';

export const ConvertHere = ({ holding: { points, held } }: { holding: SideHolding }): ReactNode => {
	const { t } = useTexts();
	const conversion = useConversion(points, held);
	const { units } = conversion;
	const quote = useSideRead(`convert here ${points.id} ${units}`, async ({ api }) => {
		const out =
			units === 0n ? undefined : await api.view.Points.quote_convert(points.id, units, { at: 'best' });
		return out === undefined ? null : { out, sold: 0n, converted: units };
	});
	return (
		<ConvertForm
			title={t('sidepoints.convert')}
			conversion={conversion}
			quote={quote}
			make={(_, min_out) => sideCall('Points', 'convert', { class: points.id, amount: units, min_out })}
		/>
	);
};
