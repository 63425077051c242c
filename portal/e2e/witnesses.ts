/** A voter puts coins behind a witness and takes a part back. */
import { CHAIN_MS, check, type Portal } from './page.ts';

export const voteAndTakeBack = async (portal: Portal): Promise<void> => {
	await portal.go('witnesses');
	await portal.as('Eve');
	const item = portal.page.locator('[data-candidate]').first();
	await item.locator('[data-action=vote]').click({ timeout: CHAIN_MS });
	await portal.fill({ votes: 'all' }, item);
	await portal.errorAt('votes', 'amount.notNumber', item);
	await portal.fill({ votes: '0' }, item);
	await portal.errorAt('votes', 'problem.zero', item);
	await portal.fill({ votes: '100000' }, item);
	await item.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await portal.fill({ votes: '1000' }, item);
	const form = item.getByRole('form', { name: portal.t('witness.action.vote') });
	const value = item.locator('[data-figure=value] dd');
	const before = (await value.count()) === 0 ? 0 : Number((await value.innerText()).replace(/[^\d.]/g, ''));
	await portal.sign('witness.action.vote', form);
	await portal.settled();
	await item.locator('[data-figure=maturing]').first().waitFor({ timeout: CHAIN_MS });
	const after = Number((await value.innerText()).replace(/[^\d.]/g, ''));
	check(after === before + 1000, `the votes rose from ${before} to ${after}`);
	await item.locator('[data-action=unvote]').click();
	await portal.fill({ votes: '400' }, item);
	await portal.accessible('the page of the witnesses');
	await portal.sign(
		'witness.action.unvote',
		item.getByRole('form', { name: portal.t('witness.action.unvote') }),
	);
	await portal.settled();
};
