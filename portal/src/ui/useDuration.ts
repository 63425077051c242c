/** How long blocks take, in words. */
import { useTexts } from '../i18n/i18n.ts';
import { durationOf } from '../lib/blocks.ts';

export const useDuration = (): ((blocks: number) => string) => {
	const { t } = useTexts();
	return (blocks) => {
		const { unit, count } = durationOf(blocks);
		return t(`duration.${unit}`, { count });
	};
};
