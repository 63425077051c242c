/** A side chain: registered by a group merchant, paid for by anybody, described, and given up again. */
import { communityErrorsEn } from '../src/i18n/community.errors.en.ts';
import { communityErrorsZh } from '../src/i18n/community.errors.zh.ts';
import { hashOfBytes } from '../src/lib/commitment.ts';
import type { Chain } from './chain.ts';
import { asRoot, rootCall } from './governance.ts';
import { CHAIN_MS, check, type Portal } from './page.ts';

const WORDS = { en: communityErrorsEn, zh: communityErrorsZh } as const;

/** The smallest runtime there is: WebAssembly with a name and nothing else. Witnesses will not accept it. */
const RUNTIME = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 4, 3, 0x65, 0x32, 0x65]);

const NAME = { en: 'Tea houses', zh: '茶馆' } as const;

const chain = (portal: Portal) => portal.page.locator('[data-chain]').first();

type Key = Parameters<Portal['t']>[0];

/** Does something with the latest chain. */
const act = async (
	portal: Portal,
	action: string,
	inputs: Readonly<Record<string, string>> = {},
): Promise<void> => {
	const item = chain(portal);
	const key = `chain.action.${action}` as Key;
	await item.locator(`[data-action=${action}]`).click({ timeout: CHAIN_MS });
	const form = item.getByRole('form', { name: portal.t(key), exact: true });
	await portal.fill(inputs, form);
	await portal.sign(key, form);
	await portal.settled();
};

/** Locks what a group merchant locks: the minimum, a deposit and a pool. */
export const becomeGroupMerchant = async (portal: Portal, name: string): Promise<void> => {
	await portal.go('chains');
	await portal.as(name);
	const form = portal.page.getByRole('form', { name: portal.t('margin.register.GroupMerchant') });
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ margin: '99999' }, form);
	await portal.errorAt('margin', 'margin.low', form);
	await portal.fill({ margin: '130000', profile: NAME[portal.language] }, form);
	await portal.sign('margin.register.GroupMerchant', form);
	await portal.settled();
};

export const wrongChain = async (portal: Portal): Promise<void> => {
	const form = portal.page.getByRole('form', { name: portal.t('chain.register') });
	await form.waitFor({ timeout: CHAIN_MS });
	await portal.fill(
		{ name: '', uri: 'u'.repeat(257), head: '1234', refund: 'Bob', tank: '99', pool: 'all' },
		form,
	);
	await form.locator('[name=code]').selectOption('');
	await form.locator('[name=code-file]').setInputFiles({
		name: 'notes.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('no runtime'),
	});
	await portal.errorAt('name', 'problem.missing', form);
	await portal.errorAt('uri', 'problem.tooLong', form);
	await portal.errorAt('head', 'form.problem.badHex', form);
	await portal.errorAt('code', 'form.problem.notRuntime', form);
	await portal.errorAt('refund', 'award.badAddress', form);
	await portal.errorAt('tank', 'form.problem.tooSmall', form);
	await portal.errorAt('pool', 'amount.notNumber', form);
	check(await portal.button('chain.register', form).isDisabled(), 'a wrong chain can be registered');
	await form.locator('[name=code]').selectOption({ index: 0 });
};

/** Puts the runtime on the list of those that are registered by their hash, with its code. */
export const bless = (chain: Chain): Promise<void> =>
	asRoot(chain, [
		rootCall('Paras', 'add_trusted_validation_code', { validation_code: new Uint8Array(RUNTIME) }),
		rootCall('SideChains', 'bless', { hash: hashOfBytes(new Uint8Array(RUNTIME)) }),
	]);

/** Registers a chain, with a runtime by its hash if there is one on the list, or else with its file. */
export const register = async (portal: Portal, refund: string): Promise<void> => {
	const form = portal.page.getByRole('form', { name: portal.t('chain.register') });
	await form.locator('[name=head-file]').setInputFiles({
		name: 'head',
		mimeType: 'text/plain',
		buffer: Buffer.from('0x010203\n'),
	});
	if ((await form.locator('[name=code]').inputValue()) === '') {
		await form.locator('[name=code-file]').setInputFiles({
			name: 'runtime.wasm',
			mimeType: 'application/wasm',
			buffer: RUNTIME,
		});
	}
	await portal.fill(
		{ name: NAME[portal.language], uri: 'https://example.com', refund, tank: '120', pool: '99999999' },
		form,
	);
	check((await form.locator('[name=head]').inputValue()) === '0x010203', 'the file of the head was not read');
	await form
		.locator('.field', { has: portal.field('pool') })
		.getByText(WORDS[portal.language]['SideChains.ExceedsMargin'])
		.waitFor({ timeout: CHAIN_MS });
	await portal.fill({ pool: '5000' }, form);
	await portal.accessible('the registration of a side chain');
	await portal.sign('chain.register', form);
	await portal.settled();
	await chain(portal).getByText(NAME[portal.language]).waitFor({ timeout: CHAIN_MS });
};

export const manage = async (portal: Portal, manager: string): Promise<void> => {
	const item = chain(portal);
	const shows = (figure: string, text: string): Promise<void> =>
		item.locator(`[data-figure=${figure}] dd`, { hasText: text }).waitFor({ timeout: CHAIN_MS });
	await portal.as('Eve');
	await item.locator('[data-action=fill]').click({ timeout: CHAIN_MS });
	await portal.fill({ amount: '0' }, item);
	await portal.errorAt('amount', 'problem.zero', item);
	await item.locator('[data-action=fill]').click();
	await act(portal, 'fill', { amount: '5' });
	await shows('tank', '125 BHTD');
	await portal.as(manager);
	await act(portal, 'raise', { amount: '1000' });
	await shows('promised', '6,000 BHTD');
	await act(portal, 'announce', { amount: '2000' });
	await item.locator('[data-lowering]').waitFor({ timeout: CHAIN_MS });
	await item.locator('[data-action=lower]').click();
	await item.getByText(portal.begin('tx.wouldFail')).waitFor({ timeout: CHAIN_MS });
	await item.locator('[data-action=lower]').click();
	await act(portal, 'cancel');
	await item.locator('[data-lowering]').waitFor({ state: 'detached', timeout: CHAIN_MS });
	await item.locator('[data-action=describe]').click();
	await portal.fill({ name: 'n'.repeat(65), uri: '' }, item);
	await portal.errorAt('name', 'problem.tooLong', item);
	await item.locator('[data-action=describe]').click();
	await act(portal, 'describe', { name: `${NAME[portal.language]} 2`, uri: '' });
	await item.getByText(`${NAME[portal.language]} 2`).waitFor({ timeout: CHAIN_MS });
	await portal.accessible('the side chains');
};

/** A chain that has not started owes nobody anything, and goes as soon as nothing hangs on it. */
export const leave = async (portal: Portal): Promise<void> => {
	const before = await portal.page.locator('[data-chain]').count();
	await act(portal, 'leave');
	const gone = portal.page.locator('[data-chain]').nth(before - 1);
	const leaving = chain(portal).and(portal.page.locator('[data-stage=Leaving]'));
	await Promise.race([
		gone.waitFor({ state: 'detached', timeout: CHAIN_MS }),
		leaving.waitFor({ timeout: CHAIN_MS }),
	]);
};
