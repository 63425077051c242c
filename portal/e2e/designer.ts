/** The designer, from wrong input to a class on the chain. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CHAIN_MS, check, type Portal } from './page.ts';

const run = promisify(execFile);
const HERE = join(import.meta.dirname, '..');

export const CLASS = {
	en: { name: 'Coffee beans', symbol: 'BEAN' },
	zh: { name: '咖啡豆', symbol: '豆' },
} as const;

/** Every field says itself what is wrong with it, and nothing can be signed meanwhile. */
export const wrongInput = async (portal: Portal): Promise<void> => {
	await portal.go('designer');
	await portal.as('Bob');
	await portal.button('designer.new').click();
	await portal.page.locator('[name=rule]').check();
	await portal.fill({ name: '', symbol: '', decimals: '19', supply: '0', floor: 'much' });
	await portal.errorAt('name', 'problem.missing');
	await portal.errorAt('symbol', 'problem.missing');
	await portal.errorAt('decimals', 'problem.tooManyDecimals');
	await portal.errorAt('supply', 'problem.zero');
	await portal.errorAt('floor', 'amount.notNumber');
	await portal.fill({
		decimals: '2',
		supply: '1.234',
		floor: '0.0000000000001',
		name: 'x'.repeat(51),
		margin: '1,000',
	});
	await portal.errorAt('supply', 'amount.tooFine');
	await portal.errorAt('floor', 'amount.tooFine');
	await portal.errorAt('name', 'problem.tooLong');
	await portal.errorAt('margin', 'amount.notNumber');
	await portal.fill({ decimals: '', supply: String(1n << 127n), floor: '1' });
	await portal.errorAt('decimals', 'amount.empty');
	await portal.fill({ decimals: '0' });
	await portal.errorAt('supply', 'problem.supplyTooLarge');
	await portal.errorAt('floor', 'problem.liabilityTooLarge');
	await portal.field('kind').selectOption('Rights');
	await portal.errorAt('kind', 'problem.notOffered');
	await portal.field('scope').selectOption('Partners');
	await portal.errorAt('scope', 'problem.notOffered');
	await portal.fill({ rate: '', capPerOrder: '0', capPerDay: '0', budget: '', from: '10', until: '10' });
	await portal.errorAt('rate', 'problem.earnsNothing');
	await portal.errorAt('capPerOrder', 'problem.zero');
	await portal.errorAt('capPerDay', 'problem.zero');
	await portal.errorAt('budget', 'amount.empty');
	await portal.errorAt('until', 'problem.endsBeforeStart');
	await portal.fill({ bonus: '-1', from: 'soon' });
	await portal.errorAt('bonus', 'amount.notNumber');
	await portal.errorAt('from', 'problem.notWhole');
	const multipliers = portal.page.getByRole('group', { name: portal.t('field.multipliers') });
	for (const index of [0, 1]) {
		await portal.button('field.addMultiplier').click();
		await portal.fill({ [`category-${index}`]: '7', [`percent-${index}`]: '200' });
	}
	await multipliers.getByText(portal.t('problem.categoryTwice')).waitFor();
	await portal.fill({ 'percent-0': '1001' });
	await multipliers.getByText(portal.t('problem.percentTooHigh')).waitFor();
	check(await portal.button('designer.issue').isDisabled(), 'a wrong draft can be issued');
	await portal.button('designer.delete').click();
};

/** Fills the form with what can be issued. */
const compose = async (portal: Portal): Promise<void> => {
	await portal.button('designer.new').click();
	await portal.fill({
		...CLASS[portal.language],
		decimals: '2',
		supply: '1000000',
		floor: '0.5',
		margin: '5000',
	});
	await portal.field('background').fill('#5b2a86');
	await portal.field('pattern').selectOption('dots');
	await portal.field('icon').selectOption('cup');
	await portal.page.locator('[name=rule]').check();
	await portal.fill({ rate: '1', bonus: '0.5', capPerOrder: '100', budget: '10000' });
	await portal.button('field.addMultiplier').click();
	await portal.fill({ 'category-0': '7', 'percent-0': '200' });
};

const callData = async (portal: Portal): Promise<string> => {
	const details = portal.page.locator('details:has([data-call])');
	await details.waitFor({ timeout: CHAIN_MS });
	return (await details.locator('[data-call]').textContent()) ?? '';
};

/** The chain says what is wrong with a draft that is right by itself, at the field to be changed. */
export const refusedByChain = async (portal: Portal): Promise<void> => {
	await compose(portal);
	await portal.fill({ margin: '100000000' });
	await portal.errorAt('margin', 'refusal.Token.FundsUnavailable');
	check(await portal.button('designer.issue').isDisabled(), 'what the chain refuses can be issued');
	await portal.fill({ margin: '5000' });
};

/** A draft goes out as a file, comes back elsewhere, and means the same bytes there and on the command line. */
export const exportAndImport = async (portal: Portal, other: Portal, folder: string): Promise<void> => {
	const here = await callData(portal);
	const download = portal.page.waitForEvent('download');
	await portal.button('designer.export').click();
	const path = join(folder, `draft-${portal.language}.json`);
	await (await download).saveAs(path);
	const { stdout } = await run(process.execPath, ['tools/replay.ts', path], { cwd: HERE });
	check(stdout.trim() === here, 'the command line gives other bytes than the page');

	const wrong = join(folder, 'wrong.json');
	await writeFile(wrong, '{"format":"something else"}');
	await other.go('designer');
	await other.as('Bob');
	const input = other.page.locator('.drafts input[type=file]');
	await input.setInputFiles(wrong);
	await other.page.getByText(other.begin('designer.importFailed')).waitFor();
	await input.setInputFiles(path);
	await other.page.getByText(other.t('designer.imported')).waitFor();
	check(
		(await other.field('name').inputValue()) === CLASS[portal.language].name,
		'the name was not imported',
	);
	check((await callData(other)) === here, 'the imported draft gives other bytes');
};

/** One signature issues everything; it is followed until it is final. */
export const issue = async (portal: Portal): Promise<void> => {
	await portal.accessible('the designer');
	await portal.sign('designer.issue');
	await portal.page.locator('[data-issued]').waitFor({ timeout: CHAIN_MS });
	await portal.settled('final');
};
