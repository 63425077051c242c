/** A campaign from its opening to its close: sponsor, contributor, provider, buyer of a report and arbiter. */
import { Enum } from 'polkadot-api';
import type { Account } from '../src/chain/accounts.ts';
import { type Call, call } from '../src/chain/api.ts';
import { BHTD_DECIMALS } from '../src/lib/amounts.ts';
import type { Chain } from './chain.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const BHTD = 10n ** BigInt(BHTD_DECIMALS);
const HASH = `0x${'5a'.repeat(32)}` as const;

const PURPOSE = { en: 'Which tea people like', zh: '大家喜欢哪种茶' } as const;

/** How many blocks ahead the campaign begins, and for how many it runs. */
const [AHEAD, WINDOW] = [12, 42];

const campaign = (portal: Portal) => portal.page.locator('[data-campaign]').first();
const part = (portal: Portal) => portal.page.locator('[data-part]').first();

/** Every wrong field of a campaign says what is wrong with it. */
export const wrongCampaign = async (portal: Portal): Promise<void> => {
	await portal.go('campaigns');
	await portal.as('Alice');
	const form = portal.page.getByRole('form', { name: portal.t('campaign.open') });
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill(
		{
			purpose: '',
			schema: '0x12',
			categories: '1, two',
			merchants: 'Bob',
			from: '1',
			until: 'soon',
			capPerReceipt: '0',
			capPerPerson: '1,5',
			provider: '',
			providerShare: '51',
			minimum: '-1',
			splitContributors: '60',
			splitProvider: '101',
			funds: 'much',
		},
		form,
	);
	await portal.errorAt('purpose', 'problem.missing', form);
	await portal.errorAt('schema', 'form.problem.badHash', form);
	await portal.errorAt('categories', 'problem.notWhole', form);
	await portal.errorAt('merchants', 'award.badAddress', form);
	await portal.errorAt('from', 'form.problem.inThePast', form);
	await portal.errorAt('until', 'problem.notWhole', form);
	await portal.errorAt('capPerReceipt', 'problem.zero', form);
	await portal.errorAt('capPerPerson', 'amount.notNumber', form);
	await portal.errorAt('provider', 'problem.missing', form);
	await portal.errorAt('providerShare', 'form.problem.tooHigh', form);
	await portal.errorAt('minimum', 'problem.notWhole', form);
	await portal.errorAt('splitProvider', 'form.problem.tooHigh', form);
	await portal.errorAt('funds', 'amount.notNumber', form);
	await portal.fill(
		{
			purpose: 'x'.repeat(257),
			categories: '7 7',
			capPerReceipt: '11',
			capPerPerson: '10',
			splitProvider: '40',
			splitTreasury: '10',
			until: '2',
			closes: '3',
		},
		form,
	);
	await portal.errorAt('purpose', 'problem.tooLong', form);
	await portal.errorAt('categories', 'form.problem.twice', form);
	await portal.errorAt('capPerReceipt', 'form.problem.aboveOther', form);
	await portal.errorAt('splitTreasury', 'form.problem.notWholeSum', form);
	await portal.errorAt('until', 'form.problem.tooSoon', form);
	await portal.errorAt('closes', 'form.problem.tooSoon', form);
	check(await portal.button('campaign.open', form).isDisabled(), 'a wrong campaign can be opened');
};

export interface Opened {
	readonly from: number;
	readonly until: number;
	readonly closes: number;
}

export const openCampaign = async (portal: Portal, chain: Chain): Promise<Opened> => {
	const form = portal.page.getByRole('form', { name: portal.t('campaign.open') });
	const from = (await chain.now()) + AHEAD;
	const window = { from, until: from + WINDOW, closes: from + WINDOW + 12 };
	await portal.fill(
		{
			purpose: PURPOSE[portal.language],
			categories: '7',
			merchants: chain.account('Charlie').address,
			from: String(window.from),
			until: String(window.until),
			closes: String(window.closes),
			capPerReceipt: '100',
			capPerPerson: '1000',
			provider: chain.account('Ferdie').address,
			providerShare: '10',
			minimum: '1',
			splitContributors: '50',
			splitProvider: '40',
			splitTreasury: '10',
			funds: '99000000',
		},
		form,
	);
	await form.locator('[name=schema-file]').setInputFiles({
		name: 'schema.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{"tea":"text"}'),
	});
	await portal.errorAt('funds', 'refusal.Arithmetic.Underflow', form);
	await portal.fill({ funds: '50' }, form);
	await portal.sign('campaign.open', form);
	await portal.settled();
	await campaign(portal).getByText(PURPOSE[portal.language]).waitFor({ timeout: CHAIN_MS });
	const item = campaign(portal);
	await item.locator('[data-action=fund]').click();
	await portal.fill({ amount: '0' }, item);
	await portal.errorAt('amount', 'problem.zero', item);
	await portal.fill({ amount: '5' }, item);
	await portal.sign('campaign.action.fund', item.getByRole('form'));
	await portal.settled();
	await item.locator('[data-figure=funds]', { hasText: '55 BHTD' }).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the page of campaigns');
	return window;
};

/** A customer keeps receipts and consents, before it has bought anything. */
export const keepAndConsent = async (portal: Portal): Promise<void> => {
	await portal.go('mydata');
	await portal.page.getByRole('button', { name: portal.t('account.wallet') }).click();
	await portal.as('Gina');
	const keep = portal.page.getByRole('form', { name: portal.t('mydata.keep') });
	await portal.fill({ slots: '65' }, keep);
	await portal.errorAt('slots', 'form.problem.tooHigh', keep);
	await portal.fill({ slots: '0' }, keep);
	await portal.errorAt('slots', 'problem.zero', keep);
	await portal.fill({ slots: '4' }, keep);
	await portal.sign('mydata.keep', keep);
	await portal.settled();
	const consent = part(portal).getByRole('form', { name: portal.t('mydata.consent') });
	await consent.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ pointer: 'y'.repeat(129) }, consent);
	await portal.errorAt('pointer', 'problem.tooLong', consent);
	await portal.fill({ pointer: 'https://example.com/gina' }, consent);
	await portal.sign('mydata.consent', consent);
	await portal.settled();
	await part(portal).getByText(portal.t('mydata.consented')).waitFor({ timeout: CHAIN_MS });
};

/** Charlie sells two cans of tea to a customer, who confirms both. */
export const buyTea = async (chain: Chain, customer: Account): Promise<void> => {
	const charlie = chain.account('Charlie');
	const product = await nextProduct(chain);
	await chain.send(
		charlie,
		call('Store', 'list', {
			content: { title: new TextEncoder().encode('Tea'), hash: HASH, uri: new Uint8Array() },
			terms: {
				category: 7,
				delivery: 100,
				returns: 100,
				earns: undefined,
				arbiters: [{ who: chain.account('Dave').address, role: Enum('Operator'), fee: 10_000 }],
			},
			price: { bhtd: 100n * BHTD, points: undefined },
			stock: undefined,
		}),
	);
	for (const number of [0n, 1n]) {
		const order = { product, number };
		await chain.send(
			customer,
			call('Store', 'order', {
				product,
				revision: 0,
				quantity: 1,
				max_price: { bhtd: 100n * BHTD, points: undefined },
				min_earned: 0n,
				arbiter: chain.account('Dave').address,
				recipient: undefined,
			}),
		);
		await chain.send(charlie, call('Store', 'ship', { order }));
		await chain.send(customer, call('Store', 'confirm', { order }));
	}
};

const nextProduct = async (chain: Chain): Promise<bigint> => {
	const entries = await chain.api.query.Store.Products.getEntries({ at: 'best' });
	return entries.reduce((next, { keyArgs: [id] }) => (id >= next ? id + 1n : next), 0n);
};

/** What was told stays in the browser, and fits the hash on the chain. */
export const contribute = async (portal: Portal, folder: string): Promise<void> => {
	const form = part(portal).getByRole('form', { name: portal.t('mydata.contribute') });
	await form.locator('[data-receipt]').nth(1).waitFor({ timeout: CHAIN_MS });
	await form.locator('[name=receipt-0]').uncheck();
	await form.locator('[data-passed]').waitFor();
	await form.locator('[name=receipt-1]').uncheck();
	check(await portal.button('mydata.contribute', form).isDisabled(), 'nothing can be contributed');
	await form.locator('[name=receipt-0]').check();
	await form.locator('[name=receipt-1]').check();
	await portal.fill({ notes: 'Oolong, twice' }, form);
	await portal.accessible('the page of my data');
	await portal.sign('mydata.contribute', form);
	await portal.settled();
	await part(portal)
		.locator('[data-figure=weight] dd', { hasText: /^[1-9]|^0\.\d/ })
		.waitFor({ timeout: CHAIN_MS });
	const download = portal.page.waitForEvent('download');
	await portal.button('mydata.export').click();
	const path = `${folder}/commitments-${portal.language}.json`;
	await (await download).saveAs(path);
	await portal.page.getByText(portal.t('mydata.verified')).waitFor();
};

/** An account with nothing but what keeps it alive claims, and pays the fee out of that. */
export const claimWithout = async (portal: Portal, chain: Chain, customer: Account): Promise<void> => {
	const { free } = (await chain.api.query.System.Account.getValue(customer.address, { at: 'best' })).data;
	const { constants } = await chain.api.getStaticApis();
	const dest = Enum('Id', chain.account('Alice').address);
	const send = (value: bigint): Call => call('Balances', 'transfer_keep_alive', { dest, value });
	const rest = free - constants.Balances.ExistentialDeposit;
	const fee = await chain.feeOf(customer, send(rest));
	await chain.send(customer, send(rest - fee));
	const item = part(portal);
	await item.locator('[data-action=claim]').click({ timeout: CHAIN_MS });
	const before = await item.locator('[data-figure=paid] dd').innerText();
	await portal.sign('mydata.action.claim', item.getByRole('form', { name: portal.t('mydata.action.claim') }));
	await portal.settled();
	await item.locator('[data-figure=paid] dd').filter({ hasNotText: before }).waitFor({ timeout: CHAIN_MS });
	await item.locator('[data-action=revoke]').click();
	await portal.sign(
		'mydata.action.revoke',
		item.getByRole('form', { name: portal.t('mydata.action.revoke') }),
	);
	await portal.settled();
	await item.getByText(portal.t('mydata.consented')).waitFor({ state: 'detached', timeout: CHAIN_MS });
};

type Key = Parameters<Portal['t']>[0];

/** Does something that is offered by its button, with these inputs. */
const act = async (
	portal: Portal,
	within: ReturnType<typeof campaign>,
	action: string,
	key: Key,
	inputs: Readonly<Record<string, string>> = {},
): Promise<void> => {
	await within.locator(`[data-action=${action}]`).click({ timeout: CHAIN_MS });
	const form = within.getByRole('form', { name: portal.t(key), exact: true });
	await portal.fill(inputs, form);
	await portal.sign(key, form);
	await portal.settled();
};

export const deliverAndOffer = async (portal: Portal, chain: Chain): Promise<void> => {
	await portal.as('Ferdie');
	const item = campaign(portal);
	await item.locator('[data-action=deliver]').click({ timeout: CHAIN_MS });
	await portal.fill({ batch: 'data', pointer: 'z'.repeat(129) }, item);
	await portal.errorAt('batch', 'form.problem.badHash', item);
	await portal.errorAt('pointer', 'problem.tooLong', item);
	await item.locator('[data-action=deliver]').click();
	await act(portal, item, 'deliver', 'campaign.action.deliver', { batch: HASH, pointer: 'ipfs://batch' });
	await item.locator('[data-figure=delivered]').waitFor({ timeout: CHAIN_MS });
	await item.locator('[data-action=offer]').click();
	await portal.fill({ price: '0', content: '', arbiter: 'Dave', fee: '11' }, item);
	await portal.errorAt('price', 'problem.zero', item);
	await portal.errorAt('content', 'problem.missing', item);
	await portal.errorAt('arbiter', 'award.badAddress', item);
	await portal.errorAt('fee', 'form.problem.tooHigh', item);
	await item.locator('[data-action=offer]').click();
	const report = {
		price: '20',
		content: HASH,
		arbiter: chain.account('Dave').address,
		fee: '5',
	};
	const before = await portal.page.locator('[data-report]').count();
	await act(portal, item, 'offer', 'campaign.action.offer', report);
	await portal.page.locator('[data-report]').nth(before).waitFor({ timeout: CHAIN_MS });
};

const purchase = (portal: Portal, state: string) =>
	portal.page.locator(`[data-purchase][data-state=${state}]`).first();

/** One report is accepted; another is objected to, and the arbiter decides. */
export const buyReports = async (portal: Portal): Promise<void> => {
	const report = portal.page.locator('[data-report]').first();
	for (const end of ['accept', 'dispute'] as const) {
		await portal.as('Bob');
		await act(portal, report, 'buy', 'report.action.buy');
		await purchase(portal, 'Paid').waitFor({ timeout: CHAIN_MS });
		await portal.as('Ferdie');
		await act(portal, purchase(portal, 'Paid'), 'deliverReport', 'purchase.action.deliverReport', {
			delivered: HASH,
			pointer: 'ipfs://report',
		});
		await portal.as('Bob');
		await purchase(portal, 'Delivered').getByText('ipfs://report').waitFor({ timeout: CHAIN_MS });
		await act(
			portal,
			purchase(portal, 'Delivered'),
			end,
			`purchase.action.${end}`,
			end === 'accept' ? {} : { evidence: HASH },
		);
		if (end === 'accept') {
			await portal.page.getByText(portal.t('purchase.none')).waitFor({ timeout: CHAIN_MS });
		}
	}
	await portal.as('Dave');
	const disputed = purchase(portal, 'Disputed');
	await disputed.locator('[data-action=resolve]').click({ timeout: CHAIN_MS });
	await portal.fill({ released: '100.1' }, disputed);
	await portal.errorAt('released', 'form.problem.tooHigh', disputed);
	await portal.accessible('the purchases of reports');
	await disputed.locator('[data-action=resolve]').click();
	await act(portal, disputed, 'resolve', 'purchase.action.resolve', { released: '25' });
	await portal.page.getByText(portal.t('purchase.none')).waitFor({ timeout: CHAIN_MS });
};

/** After the end, everything finds its way: to the contributor, and back to the sponsor. */
export const closeCampaign = async (
	sponsor: Portal,
	contributor: Portal,
	chain: Chain,
	{ closes }: Opened,
): Promise<void> => {
	await chain.waitFor(closes);
	const mine = part(contributor);
	await act(contributor, mine, 'claim', 'mydata.action.claim');
	await contributor.page.getByText(contributor.t('mydata.none')).waitFor({ timeout: CHAIN_MS });
	await act(contributor, contributor.page.locator('section.panel').first(), 'stop', 'mydata.stop');
	await sponsor.as('Alice');
	const before = await sponsor.page.locator('[data-campaign]').count();
	await act(sponsor, campaign(sponsor), 'close', 'campaign.action.close');
	await sponsor.page
		.locator('[data-campaign]')
		.nth(before - 1)
		.waitFor({ state: 'detached', timeout: CHAIN_MS });
};
