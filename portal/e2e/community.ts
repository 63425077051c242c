/** The dividend and work for the community, the explorer, and the value loop. */
import { CHAIN_MS, check, type Portal } from './page.ts';

const HASH = `0x${'5a'.repeat(32)}`;

type Key = Parameters<Portal['t']>[0];

const act = async (
	portal: Portal,
	within: string,
	action: string,
	key: Key,
	inputs: Readonly<Record<string, string>> = {},
): Promise<void> => {
	const part = portal.page.locator(within);
	await part.locator(`[data-action=${action}]`).last().click({ timeout: CHAIN_MS });
	const form = part.getByRole('form', { name: portal.t(key), exact: true });
	await portal.fill(inputs, form);
	await portal.sign(key, form);
	await portal.settled();
};

const number = async (portal: Portal, figure: string): Promise<number> => {
	const found = portal.page.locator(`[data-mine] [data-figure=${figure}] dd`);
	return (await found.count()) === 0 ? 0 : Number((await found.innerText()).replace(/[^\d.]/g, ''));
};

export const lockAndClaim = async (portal: Portal): Promise<void> => {
	await portal.go('dividend');
	await portal.as('Eve');
	const mine = portal.page.locator('[data-mine]');
	await mine.locator('[data-action=lock]').click({ timeout: CHAIN_MS });
	await portal.fill({ amount: 'all' }, mine);
	await portal.errorAt('amount', 'amount.notNumber', mine);
	await portal.fill({ amount: '0' }, mine);
	await portal.errorAt('amount', 'problem.zero', mine);
	await portal.fill({ amount: '900000' }, mine);
	await mine.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await mine.locator('[data-action=lock]').click();
	const before = await number(portal, 'locked');
	const has = async (figure: string, wanted: number): Promise<void> => {
		const end = Date.now() + CHAIN_MS;
		while ((await number(portal, figure)) !== wanted && Date.now() < end) {
			await portal.page.waitForTimeout(250);
		}
		const found = await number(portal, figure);
		check(found === wanted, `${figure} is ${found}, not ${wanted}`);
	};
	await act(portal, '[data-mine]', 'lock', 'dividend.action.lock', { amount: '500' });
	await has('locked', before + 500);
	await mine.locator('[data-action=unlock]').click();
	await portal.fill({ amount: String(before + 501) }, mine);
	await portal.errorAt('amount', 'form.problem.tooHigh', mine);
	await mine.locator('[data-action=unlock]').click();
	await act(portal, '[data-mine]', 'unlock', 'dividend.action.unlock', { amount: '100' });
	await has('locked', before + 400);
	await act(portal, '[data-mine]', 'relock', 'dividend.action.relock', { amount: '40' });
	await has('locked', before + 440);
	await portal.accessible('the page of the dividend');
	await act(portal, '[data-mine]', 'claim', 'dividend.action.claim');
};

export const offerWork = async (portal: Portal, worker: string): Promise<void> => {
	const part = portal.page.locator('[data-workers]');
	await part.locator('[data-action=propose]').click({ timeout: CHAIN_MS });
	await portal.fill(
		{ title: '', url: 'u'.repeat(257), document: 'none', pay: '0', eras: '366', beneficiary: 'me' },
		part,
	);
	await portal.errorAt('title', 'problem.missing', part);
	await portal.errorAt('url', 'problem.tooLong', part);
	await portal.errorAt('document', 'form.problem.badHash', part);
	await portal.errorAt('pay', 'problem.zero', part);
	await portal.errorAt('eras', 'form.problem.tooHigh', part);
	await portal.errorAt('beneficiary', 'award.badAddress', part);
	await part.locator('[data-action=propose]').click();
	const before = await portal.page.locator('[data-work]').count();
	await act(portal, '[data-workers]', 'propose', 'worker.action.propose', {
		title: 'A wallet',
		url: 'https://example.com',
		document: HASH,
		pay: '10',
		eras: '2',
		beneficiary: worker,
	});
	await portal.page.locator('[data-work]').nth(before).waitFor({ timeout: CHAIN_MS });
	await act(portal, '[data-work] >> nth=0', 'stop', 'worker.action.stop');
	await portal.page.locator('[data-work]').nth(before).waitFor({ state: 'detached', timeout: CHAIN_MS });
};

const seek = async (portal: Portal, text: string): Promise<void> => {
	await portal.fill({ seek: text });
	await portal.button('explorer.seek.button').click();
};

export const explore = async (portal: Portal, account: string): Promise<void> => {
	await portal.go('explorer');
	await portal.page.locator('[data-block]').nth(5).waitFor({ timeout: CHAIN_MS });
	await portal.page.locator('[data-block] .tag.good').first().waitFor({ timeout: CHAIN_MS });
	await seek(portal, '');
	await portal.errorAt('seek', 'explorer.problem.missing');
	await seek(portal, '0x12');
	await portal.errorAt('seek', 'explorer.problem.notUnderstood');
	await seek(portal, account);
	const found = portal.page.locator('[data-found=account]');
	await found.locator('[data-event="Dividends.Locked"]').first().waitFor({ timeout: CHAIN_MS });
	await found.locator('[data-event="Dividends.Locked"]').first().getByText('500 BHTD').waitFor();
	await portal.accessible('the explorer');
	await found.locator('[data-event="Dividends.Locked"] a').first().click();
	const block = portal.page.locator('[data-found=block]');
	await block.locator('[data-event="Dividends.Locked"]').waitFor({ timeout: CHAIN_MS });
	const hash = await block.locator('.bytes').first().innerText();
	await seek(portal, hash);
	await block.locator('[data-event="Dividends.Locked"]').waitFor({ timeout: CHAIN_MS });
	await seek(portal, '4000000');
	await portal.page.getByText(portal.t('explorer.notFound')).waitFor({ timeout: CHAIN_MS });
	await seek(portal, portal.language === 'en' ? 'class 99999' : '积分 99999');
	await portal.page.getByText(portal.t('explorer.noClass')).waitFor({ timeout: CHAIN_MS });
	await seek(portal, 'order 99999-0');
	await portal.page.getByText(portal.t('explorer.order.closed')).waitFor({ timeout: CHAIN_MS });
	await portal.page.locator('[data-searched]').waitFor({ timeout: CHAIN_MS });
};

export const seeLoop = async (portal: Portal): Promise<void> => {
	await portal.go('loop');
	// What was locked a moment ago, by this path at least.
	const locked = portal.page.locator('[data-role=holder] td').nth(3);
	await locked.filter({ hasText: /[1-9]/ }).waitFor({ timeout: CHAIN_MS });
	await portal.field('role').selectOption('everybody');
	await portal.page.locator('svg.bars').waitFor({ timeout: CHAIN_MS });
	const label = (await portal.page.locator('svg.bars').getAttribute('aria-label')) ?? '';
	check(label.includes(portal.t('loop.role.everybody')), `the chart says "${label}"`);
	const before = Number(await portal.page.locator('[data-period]').getAttribute('data-period'));
	const further = portal.page.getByRole('button', {
		name: portal.t('loop.further').replace('{count}', '100'),
	});
	if (await further.isVisible()) {
		await further.click();
		await portal.page.waitForFunction(
			(former) => Number(document.querySelector('[data-period]')?.getAttribute('data-period')) > former,
			before,
			{ timeout: CHAIN_MS },
		);
	}
	await portal.accessible('the value loop');
};
