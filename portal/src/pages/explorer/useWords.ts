/** What happened, in the language of the page. */
import { eventsEn } from '../../i18n/events.en.ts';
import { eventsZh } from '../../i18n/events.zh.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { fillTemplate, plainHappening } from '../../lib/happenings.ts';
import type { Happening } from '../../lib/seek.ts';

const WORDS = { en: eventsEn, zh: eventsZh } as const;

const isKnown = (name: string): name is keyof typeof eventsEn => Object.hasOwn(eventsEn, name);

export const useWords = (): ((happening: Happening) => string) => {
	const { language } = useTexts();
	return (happening) => {
		const name = `${happening.type}.${happening.value.type}`;
		return isKnown(name)
			? fillTemplate(WORDS[language][name], happening.value.value)
			: plainHappening(happening);
	};
};
