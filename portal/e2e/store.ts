/** The store: a product is offered, ordered, shipped, confirmed; another order is disputed and decided. */

import type { Locator } from 'playwright-core';
import { errorsEn } from '../src/i18n/errors.en.ts';
import { errorsZh } from '../src/i18n/errors.zh.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const DAVE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy';
const FERDIE = '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL';

const product = (portal: Portal): Locator => portal.page.locator('[data-product]').last();
const order = (portal: Portal): Locator => portal.page.locator('[data-order]').last();

const WORDS = { en: errorsEn, zh: errorsZh } as const;

/** The product's name, in the language of the page. */
const TITLE = { en: 'Roasted coffee', zh: '烘焙咖啡' } as const;

export const wrongOffer = async (portal: Portal): Promise<void> => {
	await portal.go('store');
	await portal.as('Bob');
	const form = portal.page.getByRole('form', { name: portal.t('offer.heading') });
	await portal.fill(
		{
			title: '',
			category: '65536',
			bhtd: '0',
			delivery: '1',
			returns: 'long',
			arbiter: 'Dave',
			fee: '101',
			stock: '1.5',
		},
		form,
	);
	await portal.errorAt('title', 'problem.missing', form);
	await portal.errorAt('category', 'problem.categoryOutOfRange', form);
	await portal.errorAt('bhtd', 'problem.zero', form);
	await portal.errorAt('delivery', 'offer.problem.windowOutOfBounds', form);
	await portal.errorAt('returns', 'problem.notWhole', form);
	await portal.errorAt('arbiter', 'award.badAddress', form);
	await portal.errorAt('fee', 'problem.percentTooHigh', form);
	await portal.errorAt('stock', 'problem.notWhole', form);
	await portal.fill({ title: 'x'.repeat(65), uri: 'y'.repeat(257), stock: '4294967296', bhtd: '5,5' }, form);
	await portal.errorAt('title', 'problem.tooLong', form);
	await portal.errorAt('uri', 'problem.tooLong', form);
	await portal.errorAt('stock', 'offer.problem.stockTooHigh', form);
	await portal.errorAt('bhtd', 'amount.notNumber', form);
	await form.locator('[name=paidWith]').selectOption({ index: 1 });
	await portal.fill({ points: '0' }, form);
	await portal.errorAt('points', 'problem.zero', form);
	await form.locator('[name=paidWith]').selectOption({ index: 0 });
	check(await portal.button('offer.button', form).isDisabled(), 'a wrong product can be offered');
};

export const offer = async (portal: Portal): Promise<void> => {
	const form = portal.page.getByRole('form', { name: portal.t('offer.heading') });
	const right = {
		title: TITLE[portal.language],
		description: '1 kg',
		uri: 'https://example.com/coffee',
		category: '7',
		bhtd: '5',
		stock: '3',
	};
	await portal.fill({ ...right, delivery: '100', returns: '100', arbiter: FERDIE, fee: '2.5' }, form);
	await form
		.locator('[name=earns]')
		.selectOption({ index: (await form.locator('[name=earns] option').count()) - 1 });
	await form
		.locator('.field', { has: portal.field('arbiter') })
		.getByText(WORDS[portal.language]['Store.ArbiterNotActive'])
		.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ arbiter: DAVE }, form);
	const before = await portal.page.locator('[data-product]').count();
	await portal.sign('offer.button', form);
	await portal.settled();
	await portal.page.locator('[data-product]').nth(before).waitFor({ timeout: CHAIN_MS });
	const item = product(portal);
	await portal.fill({ pieces: 'x' }, item);
	await portal.errorAt('pieces', 'problem.notWhole', item);
	await portal.fill({ pieces: '7' }, item);
	await portal.sign('store.restock', item);
	await portal.settled();
	await item.getByText(portal.t('store.stock').replace('{stock}', '10')).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the store of a merchant');
};

export const buy = async (portal: Portal, quantity: string): Promise<void> => {
	await portal.go('store');
	const item = product(portal);
	await portal.fill({ quantity: '0', recipient: 'my aunt' }, item);
	await portal.errorAt('quantity', 'problem.zero', item);
	await portal.errorAt('recipient', 'award.badAddress', item);
	await portal.fill({ quantity: '11', recipient: '' }, item);
	await item.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	check(await portal.button('store.order', item).isDisabled(), 'more than there is can be ordered');
	await portal.fill({ quantity }, item);
	await item
		.locator('[data-price]', { hasText: `${5 * Number(quantity)} BHTD` })
		.waitFor({ timeout: CHAIN_MS });
	await portal.sign('store.order', item);
	await portal.settled();
};

/** Does something with the latest order. */
export const act = async (
	portal: Portal,
	action: 'Ship' | 'Confirm' | 'Dispute' | 'Resolve' | 'RefundPart',
	inputs: Readonly<Record<string, string>> = {},
): Promise<void> => {
	const item = order(portal);
	await item.locator(`[data-action=${action}]`).click({ timeout: CHAIN_MS });
	const form = item.getByRole('form', { name: portal.t(`orders.action.${action}`) });
	await portal.fill(inputs, form);
	await portal.sign(`orders.action.${action}`, form);
	await portal.settled();
};

const inState = (portal: Portal, state: string): Promise<void> =>
	portal.page.locator(`[data-order]:last-child[data-state=${state}]`).waitFor({ timeout: CHAIN_MS });

export const shipAndConfirm = async (seller: Portal, buyer: Portal): Promise<void> => {
	await seller.go('orders');
	await seller.as('Bob');
	await inState(seller, 'Placed');
	await act(seller, 'Ship');
	await inState(seller, 'Shipped');
	const item = order(seller);
	await item.locator('[data-action=RefundPart]').click();
	await seller.fill({ refundBhtd: 'half' }, item);
	await seller.errorAt('refundBhtd', 'amount.notNumber', item);
	await seller.fill({ refundBhtd: '11' }, item);
	await item.getByText(seller.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await item.locator('[data-action=RefundPart]').click();
	await act(seller, 'RefundPart', { refundBhtd: '1' });
	await item
		.locator('p', { hasText: seller.t('orders.escrow').replace('{amount}', '9 BHTD') })
		.waitFor({ timeout: CHAIN_MS });
	await seller.accessible('the orders of a merchant');
	await buyer.go('orders');
	await inState(buyer, 'Shipped');
	await act(buyer, 'Confirm');
	await buyer.page.getByText(buyer.t('orders.none')).waitFor({ timeout: CHAIN_MS });
};

export const disputeAndDecide = async (seller: Portal, buyer: Portal): Promise<void> => {
	await buy(buyer, '1');
	await inState(seller, 'Placed');
	await act(seller, 'Ship');
	await buyer.go('orders');
	await inState(buyer, 'Shipped');
	await act(buyer, 'Dispute', { evidence: 'The bag was empty.' });
	await inState(buyer, 'Disputed');
	await seller.as('Dave');
	await inState(seller, 'Disputed');
	const item = order(seller);
	await item.locator('[data-action=Resolve]').click();
	await seller.fill({ toMerchant: '100.00001', penalty: '-1' }, item);
	await seller.errorAt('toMerchant', 'amount.tooFine', item);
	await seller.errorAt('penalty', 'amount.notNumber', item);
	await item.locator('[data-action=Resolve]').click();
	await act(seller, 'Resolve', { toMerchant: '25', penalty: '' });
	await seller.page.getByText(seller.t('orders.none')).waitFor({ timeout: CHAIN_MS });
};
