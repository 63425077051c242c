import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OTHER_REFUSALS, refusalOf, refusalOfThrown } from '../src/chain/errors.ts';
import { en } from '../src/i18n/en.ts';
import { errorsEn } from '../src/i18n/errors.en.ts';
import { errorsZh } from '../src/i18n/errors.zh.ts';
import { textsOf } from '../src/i18n/i18n.ts';
import { zh } from '../src/i18n/zh.ts';

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const pairs = (first: Readonly<Record<string, string>>, second: Readonly<Record<string, string>>) =>
	Object.entries(first).map(([key, text]): [string, string, string] => [key, text, second[key] ?? '']);

const sources = async (): Promise<string> => {
	const files = await readdir('src', { recursive: true });
	const wanted = files.filter(
		(file) => /\.tsx?$/.test(file) && !/^(i18n\/(?!i18n)|chain\/generated)/.test(file),
	);
	return (await Promise.all(wanted.map((file) => readFile(join('src', file), 'utf8')))).join('\n');
};

describe('texts', () => {
	it.each([...pairs(en, zh), ...pairs(errorsEn, errorsZh)])(
		'%s is there in both languages',
		(_, first, second) => {
			expect(first.trim()).not.toBe('');
			expect(second.trim()).not.toBe('');
			expect(places(second)).toEqual(places(first));
		},
	);

	it('are the same keys in the same order', () => {
		expect(Object.keys(zh)).toEqual(Object.keys(en));
		expect(Object.keys(errorsZh)).toEqual(Object.keys(errorsEn));
	});

	it('are Chinese in Chinese', () => {
		const foreign = Object.entries({ ...zh, ...errorsZh }).filter(
			([, text]) => !/\p{Script=Han}/u.test(text),
		);
		expect(foreign.map(([key]) => key)).toEqual(['app.title']);
	});

	it('are all used', async () => {
		const text = await sources();
		const isUsed = (key: string): boolean => {
			const prefixes = key.split('.').map((_, index, parts) => parts.slice(0, index).join('.'));
			return text.includes(`'${key}'`) || prefixes.some((prefix) => text.includes(`\`${prefix}.\${`));
		};
		expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
	});

	it('have their places filled', () => {
		const { t } = textsOf('en');
		expect(t('merchant.bookNumber', { id: 7 })).toBe('Book 7');
		expect(t('merchant.bookNumber')).toBe('Book {id}');
	});
});

describe('refusals', () => {
	it('are named by pallet and error', () => {
		const error = {
			type: 'Module',
			value: { type: 'Points', value: { type: 'SupplyIsZero', value: undefined } },
		};
		expect(refusalOf(error)).toEqual({ name: 'Points.SupplyIsZero' });
		expect(refusalOf({ type: 'Token', value: { type: 'FundsUnavailable' } })).toEqual({
			name: 'Token.FundsUnavailable',
		});
		expect(refusalOf(undefined)).toEqual({ name: 'Unknown' });
	});

	it('come out of what is thrown', () => {
		const thrown = Object.assign(new Error('invalid'), {
			error: { type: 'Invalid', value: { type: 'Payment' } },
		});
		expect(refusalOfThrown(thrown)).toEqual({ name: 'Invalid.Payment' });
		expect(refusalOfThrown(new Error('Cancelled'))).toEqual({ name: 'Cancelled' });
		expect(refusalOfThrown('no')).toEqual({ name: 'no' });
	});

	it('have plain words in both languages, and their name if there are none', () => {
		for (const name of [...Object.keys(errorsEn), ...OTHER_REFUSALS]) {
			expect(textsOf('en').why({ name })).not.toBe(name);
			expect(textsOf('zh').why({ name })).toMatch(/\p{Script=Han}/u);
		}
		expect(textsOf('en').why({ name: 'Other.Thing' })).toBe('Other.Thing');
	});
});
