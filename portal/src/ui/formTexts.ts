/** Texts that depend on what is found wrong in a form. */
import type { Texts } from '../i18n/i18n.ts';
import type { FormProblem } from '../lib/reader.ts';
import { problemText } from './texts.ts';

export const formProblemText = (texts: Texts, problem: FormProblem): string => {
	const { t } = texts;
	switch (problem) {
		case 'badHash':
		case 'badHex':
		case 'notRuntime':
		case 'twice':
		case 'tooSmall':
		case 'leavesTooLittle':
		case 'tooHigh':
		case 'inThePast':
		case 'tooSoon':
		case 'tooLate':
		case 'aboveOther':
		case 'notWholeSum':
			return t(`form.problem.${problem}`);
		case 'badAddress':
			return t('award.badAddress');
		default:
			return problemText(texts, problem);
	}
};
