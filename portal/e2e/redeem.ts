/** Points of a side chain: redeemed on the main chain, asked for again, answered, and converted where they are. */
import { communityErrorsEn } from '../src/i18n/community.errors.en.ts';
import { communityErrorsZh } from '../src/i18n/community.errors.zh.ts';
import type { Chain } from './chain.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';
import { answer, headOf, SIDE_ID, setHead } from './side.ts';

const WORDS = { en: communityErrorsEn, zh: communityErrorsZh } as const;

/** The class that the main chain covers, and the one that it does not. */
const covered = (portal: Portal) => portal.page.locator('[data-side-holding="0"]');
const plain = (portal: Portal) => portal.page.locator('[data-side-holding="1"]');

const redeemForm = (portal: Portal) =>
	covered(portal).getByRole('form', { name: portal.t('sidepoints.redeem'), exact: true });

const pending = (portal: Portal) => portal.page.locator('[data-pending]');

const figure = (portal: Portal, name: string): Promise<string> =>
	portal.page.locator(`[data-figure=${name}] dd`).innerText();

/** An error of the main chain's pallet of side chains, as the main chain encodes it. */
const CHAINS_PALLET = 71;
const TANK_TOO_LOW = [3, CHAINS_PALLET, 5, 0, 0, 0];

const choose = async (portal: Portal, url: string): Promise<void> => {
	const form = portal.page.getByRole('form', { name: portal.t('sidepoints.address') });
	await portal.fill({ side: url }, form);
	await portal.button('node.use', form).click();
};

/** Nodes that are wrong are refused in words; the right one is told about. */
export const chooseNode = async (portal: Portal, main: string, side: string): Promise<void> => {
	await portal.go('sidepoints');
	await portal.fill({ side: 'tea-chain' });
	await portal.errorAt('side', 'node.wrongAddress');
	const form = portal.page.getByRole('form', { name: portal.t('sidepoints.address') });
	check(await portal.button('node.use', form).isDisabled(), 'a wrong address can be used');
	await choose(portal, 'ws://127.0.0.1:9');
	await portal.page.locator('main [data-node=lost]').waitFor({ timeout: CHAIN_MS });
	await choose(portal, main);
	const foreign = portal.page.locator('main [data-node=foreign]');
	await foreign.waitFor({ timeout: CHAIN_MS });
	check((await foreign.innerText()).startsWith(portal.begin('sidepoints.foreign')), 'not said in words');
	check((await portal.page.locator('[data-side]').count()) === 0, 'the main chain passes for a side chain');
	await choose(portal, side);
	await portal.page.locator(`[data-side="${SIDE_ID}"]`).waitFor({ timeout: CHAIN_MS });
	await portal.page.locator('[data-recognition]').waitFor({ timeout: CHAIN_MS });
	await portal.page.reload();
	await portal.page.locator(`[data-side="${SIDE_ID}"]`).waitFor({ timeout: CHAIN_MS });
};

/** A chain with the same number and other blocks is refused; the one that the main chain has is not. */
export const recognise = async (portal: Portal, main: Chain, side: Chain): Promise<void> => {
	const shown = (recognition: string): Promise<void> =>
		portal.page.locator(`[data-recognition=${recognition}]`).waitFor({ timeout: CHAIN_MS });
	await portal.go('sidepoints');
	const known = await main.api.query.Paras.Heads.getValue(SIDE_ID, { at: 'best' });
	if (known === undefined) {
		await shown('unknown');
	}
	const head = await headOf(side);
	await setHead(main, new Uint8Array([...head.subarray(0, -1), 0]));
	await shown('other');
	check(
		(await portal.page.locator('[data-side-holding]').count()) === 0,
		'points of another chain are shown',
	);
	await portal.accessible('a side chain that is refused');
	await setHead(main, head);
	await shown('known');
	await covered(portal).waitFor({ timeout: CHAIN_MS });
};

export const wrongInput = async (portal: Portal, who: string): Promise<void> => {
	const form = redeemForm(portal);
	await form.waitFor({ timeout: CHAIN_MS });
	const beneficiary = await portal.field('beneficiary', form).inputValue();
	check(beneficiary === who, `whoever signs is not the beneficiary, but ${beneficiary}`);
	const wrong: [string, Parameters<Portal['errorAt']>[1]][] = [
		['many', 'amount.notNumber'],
		['1.00001', 'amount.tooFine'],
		['0', 'problem.zero'],
		['50000', 'sidepoints.aboveFree'],
		['49999.9999', 'sidepoints.obstacle.aboveCover'],
		['0.0001', 'sidepoints.obstacle.belowLeast'],
	];
	for (const [points, problem] of wrong) {
		await portal.fill({ points }, form);
		await portal.errorAt('points', problem, form);
		check(await portal.button('sidepoints.redeem', form).isDisabled(), `${points} points can be redeemed`);
	}
	await portal.fill({ points: '1', beneficiary: 'Bob' }, form);
	await portal.errorAt('beneficiary', 'award.badAddress', form);
	await portal.fill({ beneficiary: '' }, form);
	await portal.errorAt('beneficiary', 'problem.missing', form);
	check(await portal.button('sidepoints.redeem', form).isDisabled(), 'nobody can be paid');
	await portal.fill({ points: '', beneficiary: who }, form);
	check((await plain(portal).getByRole('form').count()) === 1, 'points without cover can be redeemed');
};

/** A redemption goes on hold and waits; it cannot be asked for again before its time. */
export const redeem = async (portal: Portal, points: string, planck: bigint): Promise<string> => {
	const form = redeemForm(portal);
	const before = await pending(portal).count();
	await portal.fill({ points }, form);
	await form.locator(`[data-redeem-quote="${planck}"]`).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the redemption of points');
	await portal.sign('sidepoints.redeem', form);
	await portal.settled();
	const latest = pending(portal).nth(before);
	await latest.waitFor({ timeout: CHAIN_MS });
	check((await latest.getAttribute('data-overdue')) === 'false', 'an answer is overdue at once');
	check((await latest.locator('[data-action=retry]').count()) === 0, 'it can be asked for again at once');
	await portal.accessible('redemptions that wait');
	return (await latest.getAttribute('data-pending')) ?? '';
};

/** What is not covered on the main chain is converted where it is. */
export const convertHere = async (portal: Portal): Promise<void> => {
	const form = plain(portal).getByRole('form', { name: portal.t('sidepoints.convert'), exact: true });
	await portal.fill({ convert: '11' }, form);
	await portal.errorAt('convert', 'consumer.tooMany', form);
	await portal.fill({ convert: '4', least: '2.1' }, form);
	await portal.errorAt('least', 'consumer.minOutHigh', form);
	await portal.fill({ least: '' }, form);
	await portal.sign('sidepoints.convert', form);
	await portal.settled();
	await plain(portal).getByText('6 CAKE').first().waitFor({ timeout: CHAIN_MS });
};

/** Once the answer is overdue, the main chain is asked again, under the same number. */
export const retry = async (portal: Portal, number: string): Promise<void> => {
	const item = portal.page.locator(`[data-pending="${number}"]`);
	await item.and(portal.page.locator('[data-overdue=true]')).waitFor({ timeout: 3 * CHAIN_MS });
	await item.locator('[data-action=retry]').click();
	await portal.accessible('a redemption whose answer is overdue');
	await portal.sign('sidepoints.action.retry', item.getByRole('form'));
	await portal.settled();
	await item.and(portal.page.locator('[data-overdue=false]')).waitFor({ timeout: CHAIN_MS });
	await item.getByText(portal.begin('sidepoints.pending.sinceRetry')).waitFor();
};

/** One answer pays, another refuses: both are told, and nothing waits any more. */
export const answered = async (
	portal: Portal,
	side: Chain,
	who: string,
	paid: string,
	refused: string,
): Promise<void> => {
	await answer(side, who, BigInt(paid));
	const told = (kind: string) => portal.page.locator(`[data-ended=${kind}]`);
	await told('Redeemed').getByText('100 TEA').waitFor({ timeout: CHAIN_MS });
	await answer(side, who, BigInt(refused), TANK_TOO_LOW);
	await told('Refused')
		.getByText(WORDS[portal.language]['SideChains.TankTooLow'])
		.waitFor({ timeout: CHAIN_MS });
	await portal.page.getByText(portal.t('sidepoints.pending.none')).waitFor({ timeout: CHAIN_MS });
	// What was refused is free again.
	await covered(portal).getByText('49,900 TEA').first().waitFor({ timeout: CHAIN_MS });
	check((await figure(portal, 'reserved')) === '0 BHTD', 'something is still being redeemed');
	await portal.accessible('answers of the main chain');
};
