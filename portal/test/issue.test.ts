import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile as write } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { limitsOf, openOffline } from '../src/chain/api.ts';
import { encodeBatch, issueCalls } from '../src/chain/issue.ts';
import { checkDraft } from '../src/lib/check.ts';
import { type Context, type Draft, writeFile } from '../src/lib/draft.ts';
import { FULL, LIMITS, PLAIN } from './samples.ts';

const api = await openOffline();
const run = promisify(execFile);

const callsOf = (draft: Draft, context: Context) => {
	const issue = checkDraft(draft, LIMITS);
	return issue.ok ? issueCalls(issue.value, context) : [];
};

const names = (draft: Draft, context: Context): string[] =>
	callsOf(draft, context).map(({ type, value }) => `${type}.${value.type}`);

const replay = async (content: string): Promise<{ code: number; stdout: string; stderr: string }> => {
	const folder = await mkdtemp(join(tmpdir(), 'bhtd-replay-'));
	const path = join(folder, 'draft.json');
	try {
		await write(path, content);
		const { stdout, stderr } = await run(process.execPath, ['tools/replay.ts', path]);
		return { code: 0, stdout, stderr };
	} catch (error) {
		return { code: 1, stdout: '', stderr: String(Object(error).stderr) };
	} finally {
		await rm(folder, { recursive: true });
	}
};

it('is checked against what the chain allows', () => {
	expect(limitsOf(api.constants)).toEqual(LIMITS);
});

describe('the calls of a draft', () => {
	const newcomer = { classId: 3, merchant: false };
	const merchant = { classId: 3, merchant: true };

	it('register who is not a merchant yet, even without an amount, so that the chain can say what is missing', () => {
		expect(names(PLAIN, newcomer)).toEqual([
			'Margin.register',
			'Points.create_class',
			'Points.open_receipt_book',
		]);
		expect(names({ ...PLAIN, margin: '' }, newcomer)[0]).toBe('Margin.register');
	});

	it('lock more for who is one, if that is wanted', () => {
		expect(names(PLAIN, merchant)[0]).toBe('Margin.top_up');
		expect(names({ ...PLAIN, margin: '' }, merchant)).toEqual([
			'Points.create_class',
			'Points.open_receipt_book',
		]);
	});

	it('set the rule of the class that is created, and no book that is not wanted', () => {
		const found = callsOf({ ...FULL, book: false }, merchant);
		expect(found.map(({ value }) => value.type)).toEqual(['top_up', 'create_class', 'set_rule']);
		expect(found.at(-1)?.value.value).toMatchObject({ class: 3, rule: { from: 0, until: 5_256_000 } });
	});

	it('are the same bytes every time, and others for another draft or context', () => {
		const bytes = encodeBatch(api, callsOf(FULL, newcomer));
		expect(encodeBatch(api, callsOf({ ...FULL }, { ...newcomer }))).toBe(bytes);
		expect(encodeBatch(api, callsOf({ ...FULL, symbol: 'B' }, newcomer))).not.toBe(bytes);
		expect(encodeBatch(api, callsOf(FULL, { ...newcomer, classId: 4 }))).not.toBe(bytes);
	});

	it('do not depend on spaces around a field', () => {
		const spaced = { ...FULL, name: ` ${FULL.name} `, supply: ` ${FULL.supply}` };
		expect(encodeBatch(api, callsOf(spaced, newcomer))).toBe(encodeBatch(api, callsOf(FULL, newcomer)));
	});
});

describe('the command line', () => {
	it.each([
		[PLAIN, { classId: 0, merchant: false }],
		[FULL, { classId: 7, merchant: true }],
	])('gives the bytes that the page signs', async (draft, context) => {
		const { stdout } = await replay(writeFile({ draft, context }));
		expect(stdout).toBe(`${encodeBatch(api, callsOf(draft, context))}\n`);
	});

	it('says what it cannot read or issue', async () => {
		expect(await replay('{}')).toMatchObject({ code: 1, stderr: expect.stringContaining('"format"') });
		const wrong = writeFile({ draft: { ...PLAIN, supply: '' }, context: { classId: 0, merchant: true } });
		expect(await replay(wrong)).toMatchObject({ code: 1, stderr: expect.stringContaining('supply') });
	});
});
