/** Languages: which texts there are, and how places in them are filled. */
import { createContext, useContext } from 'react';
import type { PalletError } from '../chain/api.ts';
import { OTHER_REFUSALS, type Refusal } from '../chain/errors.ts';
import { type Dictionary, en, type Key } from './en.ts';
import { errorsEn } from './errors.en.ts';
import { errorsZh } from './errors.zh.ts';
import { zh } from './zh.ts';

export type Language = 'en' | 'zh';
export type { Key } from './en.ts';
export type Values = Readonly<Record<string, string | number>>;

export interface Texts {
	readonly language: Language;
	/** The text of a key, its places filled with values. */
	readonly t: (key: Key, values?: Values) => string;
	/** Why the chain refused, in plain words. */
	readonly why: (refusal: Refusal) => string;
}

interface Words {
	readonly texts: Dictionary;
	readonly errors: Readonly<Record<PalletError, string>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
	en: { texts: en, errors: errorsEn },
	zh: { texts: zh, errors: errorsZh },
};

const fill = (text: string, values: Values): string =>
	text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const isError = (name: string): name is PalletError => Object.hasOwn(errorsEn, name);

export const textsOf = (language: Language): Texts => {
	const { texts, errors } = WORDS[language];
	return {
		language,
		t: (key, values = {}) => fill(texts[key], values),
		why: ({ name }) => {
			const other = OTHER_REFUSALS.find((known) => known === name);
			if (other !== undefined) {
				return texts[`refusal.${other}`];
			}
			return isError(name) ? errors[name] : name;
		},
	};
};

/** The language the browser asks for, if there is no choice yet. */
export const preferredLanguage = (): Language => (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const TextsContext = createContext<Texts>(textsOf('en'));

export const useTexts = (): Texts => useContext(TextsContext);
