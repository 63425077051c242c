import { describe, expect, it } from 'vitest';
import { type Context, EMPTY_DRAFT, readFile, writeFile } from '../src/lib/draft.ts';
import { fail, ok } from '../src/lib/result.ts';
import { FULL, PLAIN } from './samples.ts';

const context: Context = { classId: 3, merchant: true };

const altered = (change: (file: Record<string, unknown>) => void): string => {
	const file = JSON.parse(writeFile({ draft: FULL, context }));
	change(file);
	return JSON.stringify(file);
};

describe('files of drafts', () => {
	it.each([EMPTY_DRAFT, PLAIN, FULL])('are read back as they were', (draft) => {
		expect(readFile(writeFile({ draft, context }))).toEqual(ok({ draft, context }));
	});

	it('are the same whatever the order in which a draft was put together', () => {
		const { name, ...rest } = FULL;
		expect(writeFile({ draft: { ...rest, name }, context })).toBe(writeFile({ draft: FULL, context }));
	});

	it('keep what is unfinished', () => {
		const draft = { ...PLAIN, supply: 'not yet', margin: '' };
		expect(readFile(writeFile({ draft, context }))).toEqual(ok({ draft, context }));
	});

	it.each([
		['file', 'no JSON'],
		['file', '[]'],
		['file', 'null'],
		['format', '{}'],
		['format', altered((file) => Object.assign(file, { version: 2 }))],
		['draft', altered((file) => Object.assign(file, { draft: [] }))],
		['name', altered((file) => Object.assign(Object(file['draft']), { name: 7 }))],
		['kind', altered((file) => Object.assign(Object(file['draft']), { kind: 'Gold' }))],
		['book', altered((file) => Object.assign(Object(file['draft']), { book: 'yes' }))],
		['card', altered((file) => Object.assign(Object(file['draft']), { card: null }))],
		['rule', altered((file) => Object.assign(Object(file['draft']), { rule: 'none' }))],
		['rate', altered((file) => Object.assign(Object(file['draft']), { rule: { multipliers: [] } }))],
		['multipliers', altered((file) => Object.assign(Object(file['draft']), { rule: { multipliers: {} } }))],
		['classId', altered((file) => Object.assign(file, { context: { classId: -1, merchant: true } }))],
		['classId', altered((file) => Object.assign(file, { context: { classId: 1.5, merchant: true } }))],
		['merchant', altered((file) => Object.assign(file, { context: { classId: 1 } }))],
	])('are refused when %s is not understood', (field, content) => {
		expect(readFile(content)).toEqual(fail({ field }));
	});
});
