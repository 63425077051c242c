/** An operator quotes, a merchant sells wholesale, consumers buy from both and from each other. */
import type { Locator } from 'playwright-core';
import type { Key } from '../src/i18n/en.ts';
import { act } from './anchor.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const named = (portal: Portal, key: Key, unit: string): string => portal.t(key).replace('{unit}', unit);

/** The form of a trade, and its button, which has the same name. */
const takeForm = (portal: Portal, key: Key, unit: string): Locator =>
	portal.page.getByRole('form', { name: named(portal, key, unit), exact: true });

const take = async (portal: Portal, key: Key, unit: string): Promise<void> => {
	const button = takeForm(portal, key, unit).getByRole('button', {
		name: named(portal, key, unit),
		exact: true,
	});
	await button.and(portal.page.locator(':enabled')).waitFor({ timeout: CHAIN_MS });
	await button.click();
	await portal.settled();
};

const quoteForm = (portal: Portal, key: Key = 'quote.place'): Locator =>
	portal.page.getByRole('form', { name: portal.t(key), exact: true });

const choose = async (portal: Portal, label: string): Promise<void> => {
	const market = portal.field('market');
	await market.waitFor({ timeout: CHAIN_MS });
	await market.selectOption({ label });
	await portal.page.locator('[data-status=Open]').waitFor({ timeout: CHAIN_MS });
};

const own = (portal: Portal, count: number): Promise<void> =>
	portal.page
		.locator('[data-quote-id]')
		.nth(count - 1)
		.waitFor({ timeout: CHAIN_MS });

const place = async (
	portal: Portal,
	side: 'Bid' | 'Ask',
	lot: string,
	inputs: Readonly<Record<string, string>>,
): Promise<void> => {
	const form = quoteForm(portal);
	await portal.field('side', form).selectOption(side);
	if (side === 'Bid' && (await portal.field('lot', form).count()) > 0) {
		await portal.field('lot', form).selectOption(lot);
	}
	await portal.fill(inputs, form);
	await portal.sign('quote.place', form);
	await portal.settled();
};

/** Somebody becomes an operator, and leaves at once. */
export const beginAndLeave = async (portal: Portal): Promise<void> => {
	await portal.go('operator');
	await portal.as('Bob');
	const form = portal.page.getByRole('form', { name: portal.t('margin.register.Operator') });
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ margin: '9999' }, form);
	await portal.errorAt('margin', 'margin.low', form);
	await portal.fill({ margin: '10000', profile: 'Bob' }, form);
	await portal.sign('margin.register.Operator', form);
	await portal.settled();
	await portal.page.locator('[data-exit]').click({ timeout: CHAIN_MS });
	await portal.sign('margin.announce_exit');
	await portal.settled();
	await portal.button('margin.cancel_exit').waitFor({ timeout: CHAIN_MS });
};

/** After the notice, everything is given back. */
export const withdraw = async (portal: Portal): Promise<void> => {
	await portal.as('Bob');
	await portal.button('margin.withdraw').waitFor({ timeout: 5 * CHAIN_MS });
	await portal.sign('margin.withdraw');
	await portal.settled();
	await portal.page
		.getByRole('form', { name: portal.t('margin.register.Operator') })
		.waitFor({ timeout: CHAIN_MS });
};

export const operatorMargin = async (portal: Portal): Promise<void> => {
	await portal.go('operator');
	await portal.as('Dave');
	await portal.page.locator('[data-quotable]').waitFor({ timeout: CHAIN_MS });
	await portal.fill({ margin: '-5' });
	await portal.errorAt('margin', 'amount.notNumber');
	const most = async (): Promise<bigint> =>
		BigInt((await portal.page.locator('[data-quotable]').getAttribute('data-quotable')) ?? '0');
	const before = await most();
	await portal.fill({ margin: '100' });
	await portal.sign('merchant.topUp');
	await portal.settled();
	const end = Date.now() + CHAIN_MS;
	while ((await most()) === before && Date.now() < end) {
		await portal.page.waitForTimeout(500);
	}
	// Ten BHTD can be quoted for each that is locked.
	check((await most()) === before + 1000n * 10n ** 12n, `from ${before} to ${await most()}`);
};

export const wrongQuotes = async (portal: Portal, code: string): Promise<void> => {
	await choose(portal, `BHTD / ${code}`);
	const form = quoteForm(portal);
	await portal.fill({ price: '1.90001', size: '0.5', blocks: '0' }, form);
	await portal.errorAt('price', 'quote.problem.priceOffTick', form);
	await portal.errorAt('size', 'quote.problem.belowLot', form);
	await portal.errorAt('blocks', 'quote.problem.blocksOutOfBounds', form);
	await portal.fill({ price: '0', size: 'ten', blocks: 'long' }, form);
	await portal.errorAt('price', 'problem.zero', form);
	await portal.errorAt('size', 'amount.notNumber', form);
	await portal.errorAt('blocks', 'problem.notWhole', form);
	await portal.fill({ price: '1.9', size: '9000', blocks: '5000' }, form);
	await portal.errorAt('size', 'quote.problem.tooMuch', form);
	await portal.field('lot', form).selectOption('1');
	await portal.fill({ size: '9' }, form);
	await portal.errorAt('size', 'quote.problem.belowLot', form);
	check(await portal.button('quote.place', form).isDisabled(), 'a wrong quote can be placed');
};

/** A wholesale bid, a retail bid and a retail ask, which is then lowered and renewed. */
export const quote = async (portal: Portal): Promise<void> => {
	const blocks = '5000';
	await place(portal, 'Bid', '1', { price: '1.95', size: '100', blocks });
	await own(portal, 1);
	await place(portal, 'Ask', '0', { price: '2.1', size: '100', blocks });
	await own(portal, 2);
	const form = quoteForm(portal);
	await portal.field('side', form).selectOption('Bid');
	await portal.field('lot', form).selectOption('0');
	await portal.fill({ price: '2.2', size: '1' }, form);
	await portal.errorAt('price', 'quote.problem.wouldCross', form);
	await place(portal, 'Bid', '0', { price: '1.9', size: '10', blocks });
	await own(portal, 3);
	await portal.accessible('the page of an operator');

	const ask = portal.page.locator('[data-quote-id]').nth(1);
	await ask.locator('[data-action=reduce]').click();
	await portal.fill({ smaller: '100' }, ask);
	await portal.errorAt('smaller', 'form.problem.tooHigh', ask);
	await act(portal, ask, 'reduce', 'quote.action.reduce', { smaller: '80' });
	await ask.locator('strong', { hasText: '80 BHTD' }).waitFor({ timeout: CHAIN_MS });
	await ask.locator('[data-replace]').click();
	const replace = quoteForm(portal, 'quote.replace');
	await portal.fill({ price: '1.8' }, replace);
	await portal.errorAt('price', 'quote.problem.wouldCross', replace);
	await portal.fill({ price: '2.05', size: '90', blocks }, replace);
	await portal.sign('quote.replace', replace);
	await portal.settled();
	await portal.page.locator('[data-side=asks] [data-price="2.05"]').waitFor({ timeout: CHAIN_MS });
	check(
		(await portal.page.locator('[data-side=asks] tbody tr').count()) === 1,
		'the former price is still there',
	);
};

/** A merchant sells BHTD in lots. */
export const sellWholesale = async (portal: Portal, code: string): Promise<void> => {
	await portal.go('merchant');
	await portal.as('Charlie');
	await choose(portal, `BHTD / ${code}`);
	const form = takeForm(portal, 'trade.wholesale', 'BHTD');
	await portal.fill({ amount: '9.9' }, form);
	await portal.errorAt('amount', 'trade.problem.belowLot', form);
	await form.locator('summary').click();
	await portal.fill({ amount: '20', limit: '0', bound: 'much', deadline: '1' }, form);
	await portal.errorAt('limit', 'problem.zero', form);
	await portal.errorAt('bound', 'amount.notNumber', form);
	await portal.errorAt('deadline', 'trade.problem.blockPassed', form);
	await portal.fill({ limit: '', bound: '39.000001', deadline: '' }, form);
	await portal.errorAt('bound', 'trade.bound.sell.broken', form);
	await portal.fill({ limit: '1.96', bound: '' }, form);
	await form.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await portal.fill({ limit: '' }, form);
	await form.locator(`[data-outcome="${39n * 10n ** 6n}"]`).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the wholesale of a merchant');
	await take(portal, 'trade.wholesale', 'BHTD');
};

/** The merchant buys some back at retail, and offers some to other persons. */
export const buyAndOffer = async (portal: Portal, code: string): Promise<void> => {
	await portal.go('trade');
	await choose(portal, `BHTD / ${code}`);
	const form = takeForm(portal, 'trade.buy', 'BHTD');
	await portal.fill({ amount: 'some' }, form);
	await portal.errorAt('amount', 'amount.notNumber', form);
	await portal.fill({ amount: '0.9' }, form);
	await portal.errorAt('amount', 'trade.problem.belowLot', form);
	await portal.fill({ amount: '50' }, form);
	await form.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await portal.fill({ amount: '5' }, form);
	await form.locator('[data-outcome="10250000"]').waitFor({ timeout: CHAIN_MS });
	await take(portal, 'trade.buy', 'BHTD');
	await portal.page.locator('[data-fill=bought]').waitFor({ timeout: CHAIN_MS });
	const offer = quoteForm(portal);
	check((await portal.field('lot', offer).count()) === 0, 'a person may quote wholesale');
	await place(portal, 'Ask', '0', { price: '2', size: '3', blocks: '1000' });
	await own(portal, 1);
	await portal.accessible('the trade page');
};

/** Somebody sells to the operator, and buys from the other person with what that brings. */
export const sellAndBuy = async (portal: Portal, code: string): Promise<void> => {
	await portal.as('Ferdie');
	await choose(portal, `BHTD / ${code}`);
	await portal.fill({ amount: '5' }, takeForm(portal, 'trade.sell', 'BHTD'));
	await take(portal, 'trade.sell', 'BHTD');
	const form = takeForm(portal, 'trade.buy', 'BHTD');
	await portal.fill({ amount: '4' }, form);
	// Three at 2 of the other person, one at 2.05 of the operator.
	await form.locator('[data-outcome="8050000"]').waitFor({ timeout: CHAIN_MS });
	await take(portal, 'trade.buy', 'BHTD');
	await portal.page
		.locator('[data-side=asks] [data-price="2"]')
		.waitFor({ state: 'detached', timeout: CHAIN_MS });
};

/** An offer that has expired is removed, and what is on hold for it comes back. */
export const removeExpired = async (portal: Portal): Promise<void> => {
	await place(portal, 'Ask', '0', { price: '3', size: '1', blocks: '8' });
	const stale = portal.page.locator('[aria-labelledby=stale-title]');
	await stale.getByText(portal.t('quote.stale.Expired')).waitFor({ timeout: 3 * CHAIN_MS });
	await act(portal, stale, 'remove', 'quote.stale.remove');
	await stale.waitFor({ state: 'detached', timeout: CHAIN_MS });
};

/** A market for points, and a bid above their floor that somebody sells to. */
export const tradePoints = async (
	desk: Portal,
	holder: Portal,
	points: number,
	unit: string,
): Promise<void> => {
	await desk.fill({ class: '4294967295' });
	await desk.errorAt('class', 'operator.noClass');
	await desk.fill({ class: 'BEAN' });
	await desk.errorAt('class', 'problem.notWhole');
	await desk.fill({ class: String(points) });
	await desk.sign('operator.open');
	await desk.settled();
	const title = `${unit} / BHTD`;
	const label = desk.t('market.ofClass').replace('{title}', title).replace('{class}', String(points));
	await desk
		.field('market')
		.locator('option', { hasText: label })
		.waitFor({ state: 'attached', timeout: CHAIN_MS });
	await choose(desk, label);
	const form = quoteForm(desk);
	await desk.fill({ price: '0.4', size: '100', blocks: '1000' }, form);
	await desk.errorAt('price', 'quote.problem.belowFloor', form);
	await place(desk, 'Bid', '0', { price: '0.6', size: '100', blocks: '1000' });
	await own(desk, 1);
	await holder.as('Ferdie');
	const other = holder.t('market.ofClass').replace('{title}', title).replace('{class}', String(points));
	await choose(holder, other);
	await holder.page.getByText(holder.t('offers.operatorsOnly')).waitFor();
	await holder.fill({ amount: '20' }, takeForm(holder, 'trade.sell', unit));
	await take(holder, 'trade.sell', unit);
	await holder.page.locator('[data-fill=sold]').waitFor({ timeout: CHAIN_MS });
	await desk.page.locator('[data-record] [data-fills]', { hasText: '1' }).waitFor({ timeout: CHAIN_MS });
	const quoted = desk.page.locator('[data-quote-id]').first();
	await act(desk, quoted, 'cancel', 'quote.action.cancel');
	await quoted.waitFor({ state: 'detached', timeout: CHAIN_MS });
	await act(desk, desk.page.locator('[aria-labelledby=leftovers-title]'), 'market', 'operator.remove.market');
};

/** Leaving makes the quotes invalid; staying after all makes them valid again. */
export const leaveAndStay = async (portal: Portal, code: string): Promise<void> => {
	await choose(portal, `BHTD / ${code}`);
	await portal.page.locator('[data-exit]').click();
	await portal.sign('margin.announce_exit');
	await portal.settled();
	await portal.page.getByText(portal.t('quote.stale.OwnerInactive')).first().waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the page of an operator who leaves');
	await portal.sign('margin.cancel_exit');
	await portal.settled();
	await portal.page.locator('[data-exit]').waitFor({ timeout: CHAIN_MS });
};
