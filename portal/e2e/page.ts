/** The page as somebody uses it: by labels, buttons and what is shown. */
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PageName } from '../src/App.tsx';
import { type Dictionary, en, type Key } from '../src/i18n/en.ts';
import { zh } from '../src/i18n/zh.ts';

/** How long the chain may take: a block has six seconds, and finality waits for two more. */
export const CHAIN_MS = 60_000;

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export type Language = 'en' | 'zh';

const WORDS: Readonly<Record<Language, Dictionary>> = { en, zh };

export const check = (truth: boolean, what: string): void => {
	if (!truth) {
		throw new Error(what);
	}
};

export class Portal {
	readonly page: Page;
	readonly language: Language;
	/** What the browser complained about. */
	readonly complaints: string[] = [];

	private constructor(page: Page, language: Language) {
		this.page = page;
		this.language = language;
		page.on('pageerror', (error) => this.complaints.push(String(error)));
	}

	static async open(
		browser: Browser,
		url: string,
		node: string,
		language: Language,
		width = 1280,
		prepare?: (page: Page) => Promise<void>,
	): Promise<Portal> {
		const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
		await context.addInitScript(
			([address, chosen]) => {
				if (localStorage.getItem('bhtd.node') === null) {
					localStorage.setItem('bhtd.node', address);
					localStorage.setItem('bhtd.language', chosen);
				}
			},
			[node, language] as const,
		);
		const page = await context.newPage();
		page.setDefaultTimeout(20_000);
		await prepare?.(page);
		await page.goto(url);
		const portal = new Portal(page, language);
		await page.getByText(/BHTD Development/).waitFor({ timeout: CHAIN_MS });
		return portal;
	}

	/** The same page once more, in another tab. */
	async another(): Promise<Portal> {
		const page = await this.page.context().newPage();
		await page.goto(this.page.url());
		return new Portal(page, this.language);
	}

	/** A text in the page's language. */
	t(key: Key): string {
		return WORDS[this.language][key];
	}

	/** The part of a text before its first place for a value. */
	begin(key: Key): string {
		return this.t(key).split('{')[0] ?? '';
	}

	async go(name: PageName): Promise<void> {
		// The groups of pages are closed until somebody opens one.
		const group = this.page.locator('nav > ul > li', { has: this.page.locator(`a[href="#/${name}"]`) });
		await group.locator('button').click();
		await group.getByRole('link', { name: this.t(`nav.${name}`), exact: true }).click();
		await this.page.getByRole('heading', { level: 1, name: this.t(`${name}.title`) }).waitFor();
	}

	async as(name: string): Promise<void> {
		const select = this.page.locator('select[name=account]');
		const option = select.locator('option', { hasText: name });
		await option.waitFor({ state: 'attached' });
		await select.selectOption((await option.getAttribute('value')) ?? '');
	}

	field(name: string, within?: Locator): Locator {
		return (within ?? this.page).locator(`[name="${name}"]`);
	}

	async fill(values: Readonly<Record<string, string>>, within?: Locator): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			const field = this.field(name, within);
			await field.fill(value);
			await field.blur();
		}
	}

	/** The error shown at a field, waited for. */
	async errorAt(name: string, key: Key, within?: Locator): Promise<void> {
		const field = this.field(name, within);
		const note = await field.getAttribute('aria-describedby');
		const error = this.page.locator(`[id="${note}"] [role=alert]`);
		await error.waitFor({ timeout: CHAIN_MS });
		const found = await error.innerText();
		check(found.startsWith(this.begin(key)), `at ${name}: found "${found}", not "${this.t(key)}"`);
		check((await field.getAttribute('aria-invalid')) === 'true', `${name} is not marked as wrong`);
	}

	button(key: Key, within?: Locator): Locator {
		return (within ?? this.page.locator('main')).getByRole('button', { name: this.t(key), exact: true });
	}

	/** Clicks once the chain would accept it. */
	async sign(key: Key, within?: Locator): Promise<void> {
		const button = this.button(key, within);
		await button.and(this.page.locator(':enabled')).waitFor({ timeout: CHAIN_MS });
		await button.click();
	}

	/** Waits until the latest transaction is in a block or further, and fails with its reason if it fails. */
	async settled(stage: 'inBlock' | 'final' = 'inBlock'): Promise<void> {
		const latest = this.page.locator('.transactions [data-stage]').last();
		const stages = stage === 'final' ? ['final', 'failed'] : ['inBlock', 'final', 'failed'];
		const done = this.page.locator(
			`.transactions > :last-child:is(${stages.map((one) => `[data-stage=${one}]`).join(',')})`,
		);
		await done.waitFor({ timeout: 2 * CHAIN_MS });
		check((await latest.getAttribute('data-stage')) !== 'failed', `refused: ${await latest.innerText()}`);
		await latest.getByRole('button').click();
	}

	/** Fails if axe finds anything serious. */
	async accessible(where: string): Promise<void> {
		await this.page.addScriptTag({ path: AXE });
		const found = await this.page.evaluate(async () => {
			const { axe } = window as unknown as {
				axe: {
					run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
				};
			};
			const { violations } = await axe.run();
			return violations
				.filter(({ impact }) => impact === 'serious' || impact === 'critical')
				.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
		});
		check(found.length === 0, `${where}: ${found.join('\n')}`);
		const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		check(wide <= 0, `${where} is ${wide} pixels too wide`);
		check(this.complaints.length === 0, `${where}: ${this.complaints.join('\n')}`);
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
