/** A customer with a wallet of its own and no BHTD at all. */
import { CHAIN_MS, check, type Portal } from './page.ts';

const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw';

const holding = (portal: Portal) => portal.page.locator('[data-holding]').last();

export const openWallet = async (portal: Portal): Promise<void> => {
	await portal.page.getByRole('button', { name: portal.t('account.wallet') }).click();
	await portal.as('Gina');
	await portal.go('consumer');
};

/** What is held has the value that its floor says. */
export const seeValue = async (portal: Portal): Promise<void> => {
	const item = holding(portal);
	await item.getByText('123.45').first().waitFor({ timeout: CHAIN_MS });
	const guaranteed = await item.locator('[data-guaranteed]').innerText();
	const best = await item.locator('[data-best]').innerText();
	// 123.45 points, half a BHTD each.
	check(
		guaranteed.includes('61.725 BHTD') && best.includes('61.725 BHTD'),
		`found "${guaranteed}" and "${best}"`,
	);
};

export const wrongInput = async (portal: Portal): Promise<void> => {
	const item = holding(portal);
	await portal.fill({ convert: '200' }, item);
	await portal.errorAt('convert', 'consumer.tooMany', item);
	await portal.fill({ convert: 'all' }, item);
	await portal.errorAt('convert', 'amount.notNumber', item);
	await portal.fill({ convert: '0' }, item);
	await portal.errorAt('convert', 'problem.zero', item);
	await portal.fill({ convert: '100', least: '50.000000000001' }, item);
	await portal.errorAt('least', 'consumer.minOutHigh', item);
	await portal.fill({ least: 'more' }, item);
	await portal.errorAt('least', 'amount.notNumber', item);
	check(await portal.button('consumer.convert', item).isDisabled(), 'a wrong conversion can be signed');
	await portal.fill({ to: 'a friend', give: '1.001' }, item);
	await portal.errorAt('to', 'award.badAddress', item);
	await portal.errorAt('give', 'amount.tooFine', item);
	await portal.fill({ to: EVE, give: '3' }, item);
	await item.getByText(portal.t('consumer.sendFee')).waitFor({ timeout: CHAIN_MS });
	check(await portal.button('consumer.send', item).isDisabled(), 'what cannot pay its fee can be signed');
	await portal.fill({ convert: '0.01', least: '' }, item);
	await item.getByText(portal.t('refusal.Invalid.Payment')).waitFor({ timeout: CHAIN_MS });
};

/** The fee comes out of the proceeds; afterwards there is BHTD to send points with. */
export const convertAndSend = async (portal: Portal): Promise<void> => {
	const item = holding(portal);
	await portal.fill({ convert: '100', least: '', to: '', give: '' }, item);
	await item.locator(`[data-quote="${50n * 10n ** 12n}"]`).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the consumer page');
	await portal.sign('consumer.convert', item);
	await portal.settled('final');
	await item.getByText('23.45').first().waitFor({ timeout: CHAIN_MS });
	const balance = await portal.page.locator('.balance').innerText();
	check(/4[89]\.\d+ BHTD/.test(balance), `after the conversion: ${balance}`);
	await portal.fill({ to: EVE, give: '3.45' }, item);
	await portal.sign('consumer.send', item);
	await portal.settled();
	await item.getByText('20 ').first().waitFor({ timeout: CHAIN_MS });
};
