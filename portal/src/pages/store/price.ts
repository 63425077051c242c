/** Prices for people. */
import type { ClassInfo } from '../../chain/classes.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';

interface Price {
	readonly bhtd: bigint;
	readonly points?: [number, bigint] | undefined;
}

/** What is to be paid: BHTD, points, or both. */
export const showPrice = ({ bhtd, points }: Price, paidWith: ClassInfo | undefined): string => {
	const parts = [
		...(bhtd > 0n || points === undefined ? [showBhtd(bhtd, 'up', BHTD_DECIMALS)] : []),
		...(points === undefined
			? []
			: [`${showAmount(points[1], paidWith?.decimals ?? 0, 'up')} ${paidWith?.unit ?? `#${points[0]}`}`]),
	];
	return parts.join(' + ');
};
