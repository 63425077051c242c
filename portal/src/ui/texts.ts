/** Texts that depend on what is found wrong. */
import type { Texts } from '../i18n/i18n.ts';
import type { AmountProblem } from '../lib/amounts.ts';
import type { Problem } from '../lib/check.ts';
import type { ProductProblem } from '../lib/product.ts';

const isAmountProblem = (problem: Problem): problem is AmountProblem =>
	problem === 'empty' || problem === 'notNumber' || problem === 'tooFine' || problem === 'tooLarge';

export const problemText = ({ t }: Texts, problem: Problem): string =>
	isAmountProblem(problem) ? t(`amount.${problem}`) : t(`problem.${problem}`);

export const productProblemText = (texts: Texts, problem: ProductProblem): string => {
	const { t } = texts;
	switch (problem) {
		case 'windowOutOfBounds':
		case 'stockTooHigh':
			return t(`offer.problem.${problem}`);
		case 'badAddress':
			return t('award.badAddress');
		default:
			return problemText(texts, problem);
	}
};
