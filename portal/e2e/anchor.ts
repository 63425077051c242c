/** An institution attests, mints and pays; holders send tokens on, redeem them and object. */
import type { Locator } from 'playwright-core';
import type { Key } from '../src/i18n/en.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw';
const DAVE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy';
const EVIDENCE = `0x${'2a'.repeat(32)}`;

/** The amount of a figure, as shown. */
export const figure = (within: Locator, name: string): Locator => within.locator(`[data-figure=${name}] dd`);

/** Chooses an action, fills its form in and signs it. */
export const act = async (
	portal: Portal,
	within: Locator,
	action: string,
	key: Key,
	inputs: Readonly<Record<string, string>> = {},
): Promise<void> => {
	const button = within.locator(`[data-action=${action}]`);
	if ((await button.getAttribute('aria-pressed', { timeout: CHAIN_MS })) !== 'true') {
		await button.click();
	}
	const form = within.getByRole('form', { name: portal.t(key), exact: true });
	await portal.fill(inputs, form);
	await portal.sign(key, form);
	await portal.settled();
};

/** A margin of the role is locked, after what is wrong with less. */
export const register = async (portal: Portal): Promise<void> => {
	await portal.go('institution');
	await portal.page.getByRole('button', { name: portal.t('account.wallet') }).click();
	await portal.as('Gina');
	const form = portal.page.getByRole('form', { name: portal.t('margin.register.CreditInstitution') });
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ margin: 'all', profile: 'x'.repeat(1025) }, form);
	await portal.errorAt('margin', 'amount.notNumber', form);
	await portal.errorAt('profile', 'problem.tooLong', form);
	await portal.fill({ margin: '999999.9', profile: 'First Bank' }, form);
	await portal.errorAt('margin', 'margin.low', form);
	check(
		await portal.button('margin.register.CreditInstitution', form).isDisabled(),
		'too little can be locked',
	);
	await portal.fill({ margin: '1004000' }, form);
	await portal.sign('margin.register.CreditInstitution', form);
	await portal.settled();
	await portal.page
		.locator('[data-figure=capacity] dd', { hasText: '4,000 BHTD' })
		.waitFor({ timeout: CHAIN_MS });
};

export const attestAndMint = async (portal: Portal, code: string): Promise<void> => {
	const desk = portal.page.locator(`[data-desk=${code}]`);
	await desk.locator('[data-limit=Attestation]').waitFor({ timeout: CHAIN_MS });
	await desk.locator('[data-fresh=false]').waitFor();
	await desk.locator('[data-action=attest]').click();
	await portal.fill({ reserve: 'plenty', evidence: '0x12' }, desk);
	await portal.errorAt('reserve', 'amount.notNumber', desk);
	await portal.errorAt('evidence', 'form.problem.badHash', desk);
	await act(portal, desk, 'attest', 'institution.action.attest', { reserve: '10000', evidence: EVIDENCE });
	await desk.locator('[data-fresh=true]').waitFor({ timeout: CHAIN_MS });
	await desk.locator('[data-limit=Bond]').waitFor({ timeout: CHAIN_MS });

	const form = desk.getByRole('form');
	await portal.fill({ mintTo: 'Dave', mint: '0.0000001' }, form);
	await portal.errorAt('mintTo', 'award.badAddress', form);
	await portal.errorAt('mint', 'amount.tooFine', form);
	await portal.fill({ mint: '0' }, form);
	await portal.errorAt('mint', 'problem.zero', form);
	await portal.fill({ mintTo: DAVE, mint: '9000' }, form);
	await portal.errorAt('mint', 'institution.tooMuch', form);
	await portal.fill({ mint: '6000.000001' }, form);
	await form.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	check(await portal.button('institution.mint', form).isDisabled(), 'more than the limit can be minted');
	await portal.fill({ mint: '5000' }, form);
	// Half a BHTD for each, and a tenth of that as a penalty.
	await form.locator(`[data-bond="${2750n * 10n ** 12n}"]`).waitFor();
	await portal.accessible('the page of an institution');
	await portal.sign('institution.mint', form);
	await portal.settled();
	await figure(desk, 'outstanding').getByText(`5,000 ${code}`).waitFor({ timeout: CHAIN_MS });
};

const tokens = (portal: Portal, code: string): Locator => portal.page.locator(`[data-tokens=${code}]`);

/** Dave sends some to who will redeem them, and some back to the institution. */
export const send = async (portal: Portal, code: string, institution: string): Promise<void> => {
	await portal.go('settlement');
	await portal.as('Dave');
	const panel = tokens(portal, code);
	await figure(panel, 'free').waitFor({ timeout: CHAIN_MS });
	await panel.locator('[data-action=send]').click({ timeout: CHAIN_MS });
	const form = panel.getByRole('form', { name: portal.t('settlement.send'), exact: true });
	await portal.fill({ to: 'Eve', amount: '5001' }, form);
	await portal.errorAt('to', 'award.badAddress', form);
	await portal.errorAt('amount', 'form.problem.tooHigh', form);
	await portal.fill({ to: EVE }, form);
	check(await portal.button('settlement.send', form).isDisabled(), 'more than there is can be sent');
	await act(portal, panel, 'send', 'settlement.send', { to: EVE, amount: '100' });
	await act(portal, panel, 'send', 'settlement.send', { to: institution, amount: '10' });
};

/** The institution takes tokens of its own out of circulation. */
export const retire = async (portal: Portal, code: string): Promise<void> => {
	const desk = portal.page.locator(`[data-desk=${code}]`);
	await desk.locator('[data-action=retire]').click({ timeout: CHAIN_MS });
	await portal.fill({ amount: '10.000001' }, desk);
	await portal.errorAt('amount', 'form.problem.tooHigh', desk);
	await act(portal, desk, 'retire', 'institution.action.retire', { amount: '10' });
	await figure(desk, 'outstanding').getByText(`4,990 ${code}`).waitFor({ timeout: CHAIN_MS });
};

const redeemForm = (portal: Portal, code: string): Locator =>
	tokens(portal, code).getByRole('form', { name: portal.t('redeem.title') });

/** A redemption in a list, which is named by the currency. */
const redemption = (
	portal: Portal,
	list: 'mine' | 'others' | 'dues',
	code: string,
	number: number,
	state?: string,
): Locator =>
	portal.page.locator(
		`[data-${list}=${code}] [data-redemption="${number}"]${state === undefined ? '' : `[data-state=${state}]`}`,
	);

export const redeem = async (portal: Portal, code: string): Promise<void> => {
	await portal.go('settlement');
	await portal.as('Eve');
	const form = redeemForm(portal, code);
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ redeem: '101', reference: 'y'.repeat(129) }, form);
	await portal.errorAt('redeem', 'consumer.tooMany', form);
	await portal.errorAt('reference', 'problem.tooLong', form);
	await portal.fill({ redeem: '19.999999' }, form);
	await portal.errorAt('redeem', 'redeem.least', form);
	await portal.fill({ redeem: '', reference: '' }, form);
	for (const [amount, worth] of [
		['60', 30n],
		['40', 20n],
	] as const) {
		await portal.fill({ redeem: amount }, form);
		await form.getByText(portal.t('redeem.needsReference')).waitFor({ timeout: CHAIN_MS });
		await portal.fill({ reference: `invoice ${amount}` }, form);
		await form.locator(`[data-compensation="${worth * 10n ** 12n}"]`).waitFor({ timeout: CHAIN_MS });
		if (amount === '60') {
			await portal.accessible('the page of the settlement token');
		}
		await portal.sign('redeem.title', form);
		await portal.settled();
	}
	await redemption(portal, 'mine', code, 1, 'Asked').waitFor({ timeout: CHAIN_MS });
};

/** The institution says that it has paid one of them; the holder denies it, backed by somebody else. */
export const payAndObject = async (bank: Portal, holder: Portal, code: string): Promise<void> => {
	const open = redemption(bank, 'dues', code, 0);
	await open.locator('[data-action=ClaimPaid]').click({ timeout: CHAIN_MS });
	await bank.fill({ evidence: 'receipt' }, open);
	await bank.errorAt('evidence', 'form.problem.badHash', open);
	await act(bank, open, 'ClaimPaid', 'redemption.action.ClaimPaid', { evidence: EVIDENCE });
	await redemption(bank, 'dues', code, 0, 'Claimed').waitFor({ timeout: CHAIN_MS });
	await holder.as('Ferdie');
	const backed = redemption(holder, 'others', code, 0, 'Claimed');
	await act(holder, backed, 'Back', 'redemption.action.Back');
	// Nobody can do so once more.
	await backed.locator('[data-action=Back]').waitFor({ state: 'detached', timeout: CHAIN_MS });
	await holder.as('Eve');
	const mine = redemption(holder, 'mine', code, 0);
	await act(holder, mine, 'Object', 'redemption.action.Object', { evidence: EVIDENCE });
	await redemption(holder, 'mine', code, 0, 'Disputed').waitFor({ timeout: CHAIN_MS });
	await holder.accessible('a disputed redemption');
	await act(holder, mine, 'Acknowledge', 'redemption.action.Acknowledge');
	await mine.waitFor({ state: 'detached', timeout: CHAIN_MS });
};

/** Nobody pays the other, so that anybody can have it made up for by the margin. */
export const settleUnpaid = async (holder: Portal, code: string): Promise<void> => {
	const open = redemption(holder, 'mine', code, 1);
	await open.locator('[data-action=Settle]').waitFor({ timeout: 5 * CHAIN_MS });
	await act(holder, open, 'Settle', 'redemption.action.Settle');
	await open.waitFor({ state: 'detached', timeout: CHAIN_MS });
};

/** After that the institution may not mint. */
export const seeDefault = async (bank: Portal, code: string): Promise<void> => {
	await bank.page.locator(`[data-desk=${code}] [data-limit=Standing]`).waitFor({ timeout: CHAIN_MS });
	await bank.page.locator(`[data-dues=${code}]`).getByText(bank.t('institution.noDues')).waitFor();
};
