/** The node goes away and comes back, and another is chosen. */
import type { DevNode } from './node.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const notice = (portal: Portal, status: string) => portal.page.locator(`main [data-node=${status}]`);

/** The best block that the head of the page tells of: the first number that is not a part of a name. */
const blockOf = async (portal: Portal): Promise<number> => {
	const text = await portal.page.locator('.node summary').innerText();
	return Number(/ (\d+)/.exec(text)?.[1]);
};

/** The promise is kept, and the sums say so. */
export const seePromise = async (portal: Portal): Promise<void> => {
	await portal.go('economy');
	await portal.page.locator('[data-promise=kept]').waitFor({ timeout: CHAIN_MS });
	const [points, owed, held] = await Promise.all(
		['points', 'owed', 'held'].map(async (name) => {
			const text = await portal.page.locator(`[data-figure=${name}] dd`).innerText();
			return Number(text.replace(/[^\d.]/g, ''));
		}),
	);
	check(
		Number(points) > 0 && Number(owed) >= Number(points) && Number(held) >= Number(owed),
		`found ${points}, ${owed}, ${held}`,
	);
	await portal.accessible('the economy page');
};

export const lostNode = async (portal: Portal, node: DevNode): Promise<void> => {
	await portal.go('merchant');
	await portal.as('Charlie');
	await portal.page.locator('[data-figure=held]').waitFor({ timeout: CHAIN_MS });
	await portal.fill({ margin: '1' });
	const topUp = portal.button('merchant.topUp');
	await topUp.and(portal.page.locator(':enabled')).waitFor({ timeout: CHAIN_MS });
	const before = await blockOf(portal);
	await node.kill();
	await notice(portal, 'lost').waitFor({ timeout: CHAIN_MS });
	check(await topUp.isDisabled(), 'something can be signed without a node');
	check(await portal.page.locator('[data-figure=held]').isVisible(), 'what was known is gone');
	await portal.accessible('the page without a node');
	// Somebody who comes while it is away finds it once it is back.
	const late = await portal.another();
	await notice(late, 'lost').waitFor({ timeout: CHAIN_MS });
	await node.resume();
	await late.page.getByText(/BHTD Development/).waitFor({ timeout: 2 * CHAIN_MS });
	await late.page.close();
	await notice(portal, 'lost').waitFor({ state: 'detached', timeout: 2 * CHAIN_MS });
	const end = Date.now() + 2 * CHAIN_MS;
	while ((await blockOf(portal)) <= before && Date.now() < end) {
		await portal.page.waitForTimeout(500);
	}
	check((await blockOf(portal)) > before, 'no block came after the node was back');
	await portal.sign('merchant.topUp');
	await portal.settled();
};

export const otherNode = async (portal: Portal, rpc: string): Promise<void> => {
	const choose = async (url: string): Promise<void> => {
		await portal.fill({ node: url });
		await portal.page.getByRole('button', { name: portal.t('node.use') }).click();
	};
	await portal.page.locator('details.node summary').click();
	await portal.fill({ node: 'http://127.0.0.1' });
	await portal.errorAt('node', 'node.wrongAddress');
	await choose('ws://127.0.0.1:9');
	await notice(portal, 'lost').waitFor({ timeout: CHAIN_MS });
	await choose(rpc);
	await portal.page.getByText(/BHTD Development/).waitFor({ timeout: CHAIN_MS });
};
