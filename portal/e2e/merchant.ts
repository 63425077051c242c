/** A merchant's margin and awards. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLASS } from './designer.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw';
const FERDIE = '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL';

const single = (portal: Portal) => portal.page.getByRole('form', { name: portal.t('award.single') });
const batch = (portal: Portal) => portal.page.getByRole('form', { name: portal.t('award.batch') });

/** The amount of a figure, as shown. */
const figure = (portal: Portal, name: string): Promise<string> =>
	portal.page.locator(`[data-figure=${name}] dd`).innerText();

export const changeMargin = async (portal: Portal): Promise<void> => {
	await portal.go('merchant');
	await portal.as('Bob');
	await portal.fill({ margin: 'lots' });
	await portal.errorAt('margin', 'amount.notNumber');
	await portal.fill({ margin: '0' });
	await portal.errorAt('margin', 'problem.zero');
	await portal.fill({ margin: '900000' });
	await portal.page.getByText(portal.begin('tx.wouldFail')).first().waitFor({ timeout: CHAIN_MS });
	check(await portal.button('merchant.withdraw').isDisabled(), 'more than is free can be taken back');
	const before = await figure(portal, 'held');
	await portal.fill({ margin: '250.5' });
	await portal.sign('merchant.topUp');
	await portal.settled();
	await portal.page.waitForFunction(
		(former) => document.querySelector('[data-figure=held] dd')?.textContent !== former,
		before,
		{ timeout: CHAIN_MS },
	);
	await portal.fill({ margin: '250.5' });
	await portal.sign('merchant.withdraw');
	await portal.settled();
	await portal.page.locator('[data-figure=held] dd', { hasText: before }).waitFor({ timeout: CHAIN_MS });
};

export const awardOne = async (portal: Portal, customer: string): Promise<void> => {
	const form = single(portal);
	await portal.fill({ beneficiary: 'Gina', points: '1.234', receipt: 'x' }, form);
	await portal.errorAt('beneficiary', 'award.badAddress', form);
	await portal.errorAt('points', 'amount.tooFine', form);
	await portal.errorAt('receipt', 'problem.notWhole', form);
	await portal.fill({ receipt: '99999' }, form);
	await portal.errorAt('receipt', 'award.receiptTooFar', form);
	await portal.fill({ beneficiary: customer, points: '900000', receipt: '0' }, form);
	await form.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	check(await portal.button('award.sign', form).isDisabled(), 'more than the margin bears can be awarded');
	await portal.fill({ points: '123.45' }, form);
	await portal.sign('award.sign', form);
	await portal.settled('final');
	await portal.fill({ beneficiary: customer, points: '1', receipt: '0' }, form);
	await portal.errorAt('receipt', 'award.receiptUsed', form);
	await portal.fill({ beneficiary: '', points: '', receipt: '' }, form);
};

export const awardMany = async (portal: Portal, folder: string): Promise<void> => {
	const form = batch(portal);
	const file = join(folder, 'awards.csv');
	const rows = [
		'address,points,receipt',
		`${EVE},10,1`,
		`nobody,10,2`,
		`${EVE},ten,3`,
		`${EVE},1.234,4`,
		`${EVE},0,5`,
		`${EVE},10,0`,
		`${FERDIE},10,1`,
		`${FERDIE},10,99999`,
		`${FERDIE},10`,
	];
	await writeFile(file, rows.join('\n'));
	await portal.field('csv', form).setInputFiles(file);
	await form.locator('tbody tr').nth(8).waitFor();
	const problems = await form
		.locator('tbody tr')
		.evaluateAll((found) => found.map((row) => row.getAttribute('data-problem')));
	const expected = [
		null,
		'badAddress',
		'notNumber',
		'tooFine',
		'zero',
		'receiptUsed',
		'receiptTwice',
		'receiptTooFar',
		'columns',
	];
	check(
		JSON.stringify(problems) === JSON.stringify(expected),
		`found the problems ${JSON.stringify(problems)}`,
	);
	check(await portal.button('award.sign', form).isDisabled(), 'a file with wrong rows can be awarded');
	await writeFile(file, `${EVE};10;1\n${FERDIE};900000;2\n`);
	await portal.field('csv', form).setInputFiles(file);
	await form.getByText(portal.t('award.overMargin')).waitFor();
	await writeFile(file, `${EVE};10;1\r\n"${FERDIE}";20.5;2\r\n`);
	await portal.field('csv', form).setInputFiles(file);
	await portal.accessible('the merchant page');
	await portal.sign('award.sign', form);
	await portal.settled();
	const circulating = portal.page.locator('[data-class]').last();
	await circulating.getByText('153.95').waitFor({ timeout: CHAIN_MS });
	check(
		(await circulating.getByRole('heading').innerText()).includes(CLASS[portal.language].name),
		'another class was awarded',
	);
};

export const pauseAndResume = async (portal: Portal): Promise<void> => {
	const item = portal.page.locator('[data-class]').last();
	await portal.button('merchant.pause', item).click();
	await portal.settled();
	await item.getByText(portal.t('merchant.paused')).waitFor({ timeout: CHAIN_MS });
	await portal.button('merchant.resume', item).click();
	await portal.settled();
	await portal.button('merchant.pause', item).waitFor({ timeout: CHAIN_MS });
};
