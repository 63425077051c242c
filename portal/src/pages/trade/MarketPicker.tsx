/** Which market is looked at. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { ChoiceField } from '../../ui/fields.tsx';
import { marketTitle } from './show.ts';
import type { Choice } from './useMarket.ts';

export const MarketPicker = ({ choice: { markets, more, key, choose } }: { choice: Choice }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	if (key === undefined) {
		return <p>{t('market.none')}</p>;
	}
	return (
		<ChoiceField
			name="market"
			label={t('market.choose')}
			value={key}
			options={markets.map((name) => ({ value: name.key, label: marketTitle(texts, name) }))}
			help={more > 0 ? t('market.more', { count: more }) : undefined}
			onChange={choose}
		/>
	);
};
