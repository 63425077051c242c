/**
 * Plays every role's path on a real node in a real browser, in both languages:
 *
 *     npm run e2e -- --node PATH [--collator PATH --merchant-wasm PATH] [--browser PATH] [--shots FOLDER]
 *         [--only PATH,PATH] [--language en|zh]
 *
 * Builds the portal, serves it, starts the node on a free port and ends both. Nothing of it is simulated. With
 * `--url URL` in the place of `--node`, a development chain that runs already is used; it is not killed then. With
 * `--only`, the paths named are played, and no others. The path `redeem` needs a side chain, which `--collator` runs
 * on the runtime of `--merchant-wasm`; without them it is left out.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import * as consumer from './consumer.ts';
import * as designer from './designer.ts';
import { playExchange } from './exchange.ts';
import * as merchant from './merchant.ts';
import * as network from './network.ts';
import { DevNode } from './node.ts';
import { type Language, Portal } from './page.ts';
import { playChains, playCommunity, playData, playRedeem } from './paths.ts';
import { startSide } from './side.ts';
import { type Path, type Stage, widthOf } from './stage.ts';
import * as store from './store.ts';
import { addressOf, bringWallet } from './wallet.ts';
import { voteAndTakeBack } from './witnesses.ts';

const ROOT = join(import.meta.dirname, '..');

const { values } = parseArgs({
	options: {
		node: { type: 'string' },
		url: { type: 'string' },
		collator: { type: 'string' },
		'merchant-wasm': { type: 'string' },
		browser: { type: 'string', default: '/usr/bin/chromium' },
		shots: { type: 'string' },
		only: { type: 'string' },
		language: { type: 'string' },
	},
});
if (values.node === undefined && values.url === undefined) {
	process.stderr.write('usage: npm run e2e -- --node PATH|--url URL [--only PATH,PATH]\n');
	process.exit(2);
}

let [passed, failed] = [0, 0];

/** A step has failed, and has been shown and counted. */
class StepFailed extends Error {}

/** Plays one step; one that fails is shown and ends its path. */
const step: Stage['step'] = async (name, portal, play) => {
	const begun = Date.now();
	try {
		await play();
		passed += 1;
		process.stdout.write(`ok   ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
	} catch (error) {
		failed += 1;
		process.stdout.write(`FAIL ${name}\n     ${error instanceof Error ? error.message : String(error)}\n`);
		const path = join(tmpdir(), `bhtd-portal-failure-${process.pid}-${failed}.png`);
		await portal.page.screenshot({ path, fullPage: true });
		process.stdout.write(`     see ${path}\n`);
		throw new StepFailed(name);
	}
};

const shoot: Stage['shoot'] = async (portal, name) => {
	if (values.shots !== undefined) {
		await mkdir(values.shots, { recursive: true });
		const width = portal.page.viewportSize()?.width;
		const path = join(values.shots, `${name}-${portal.language}-${width}.png`);
		await portal.page.screenshot({ path, fullPage: true });
	}
};

const playMerchant: Path = async ({ browser, url, rpc, folder, customer }, language) => {
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language));
	const other = await Portal.open(browser, url, rpc, language === 'en' ? 'zh' : 'en');
	const play = (name: string, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${name}`, portal, steps);
	await play('every wrong field says what is wrong', () => designer.wrongInput(portal));
	await play('the chain refuses at the field', () => designer.refusedByChain(portal));
	await play('a draft is exported, replayed and imported', () =>
		designer.exportAndImport(portal, other, folder),
	);
	await shoot(portal, 'designer');
	await play('one signature issues a class', () => designer.issue(portal));
	await play('the margin is changed', () => merchant.changeMargin(portal));
	await play('points are awarded to a customer', () => merchant.awardOne(portal, customer));
	await play('points are awarded from a file', () => merchant.awardMany(portal, folder));
	await shoot(portal, 'merchant');
	await play('awards are paused and resumed', () => merchant.pauseAndResume(portal));
	await other.close();
	await portal.close();
};

const playConsumer: Path = async ({ browser, url, rpc, seed }, language) => {
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language), (page) =>
		bringWallet(page, seed),
	);
	const play = (name: string, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${name}`, portal, steps);
	await play('a wallet is opened', () => consumer.openWallet(portal));
	await play('points show what they are worth', () => consumer.seeValue(portal));
	await play('wrong conversions and gifts are refused', () => consumer.wrongInput(portal));
	await play('points are converted without any BHTD, and sent', () => consumer.convertAndSend(portal));
	await shoot(portal, 'consumer');
	const seller = await Portal.open(browser, url, rpc, language);
	await step(`${language}: every wrong field of a product says what is wrong`, seller, () =>
		store.wrongOffer(seller),
	);
	await step(`${language}: a product is offered`, seller, () => store.offer(seller));
	await shoot(seller, 'offer');
	await play('wrong orders are refused, and one is placed', () => store.buy(portal, '2'));
	await shoot(portal, 'store');
	await play('it is shipped, refunded in part and confirmed', () => store.shipAndConfirm(seller, portal));
	await play('another is disputed and decided', () => store.disputeAndDecide(seller, portal));
	await seller.close();
	await portal.close();
};

const playNetwork: Path = async ({ browser, url, rpc, node }, language) => {
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language));
	if (node !== undefined) {
		await step(`${language}: a lost node is shown and recovered from`, portal, () =>
			network.lostNode(portal, node),
		);
	}
	await step(`${language}: everything is seen to be covered`, portal, () => network.seePromise(portal));
	await shoot(portal, 'economy');
	await step(`${language}: coins are put behind a witness and taken back`, portal, () =>
		voteAndTakeBack(portal),
	);
	await shoot(portal, 'witnesses');
	await step(`${language}: another node is chosen`, portal, () => network.otherNode(portal, rpc));
	await portal.close();
};

/** Everything that can be played, in this order; `--only` names some of it. */
const PATHS: Readonly<Record<string, Path>> = {
	merchant: playMerchant,
	consumer: playConsumer,
	exchange: playExchange,
	network: playNetwork,
	data: playData,
	chains: playChains,
	community: playCommunity,
	redeem: playRedeem,
};

const NAMES = values.only?.split(',') ?? Object.keys(PATHS);
const LANGUAGES: readonly Language[] =
	values.language === 'en' || values.language === 'zh' ? [values.language] : ['en', 'zh'];

const play = async (stage: Omit<Stage, 'seed' | 'customer'>): Promise<void> => {
	for (const language of LANGUAGES) {
		const seed = crypto.getRandomValues(new Uint8Array(32));
		for (const name of NAMES) {
			const path = PATHS[name];
			if (path === undefined) {
				throw new Error(`there is no path ${name}, only ${Object.keys(PATHS).join(', ')}`);
			}
			// A step that failed has ended its path; the others are played all the same.
			await path({ ...stage, seed, customer: addressOf(seed) }, language).catch((error: unknown) => {
				if (!(error instanceof StepFailed)) {
					failed += 1;
					process.stdout.write(`FAIL ${name}: ${String(error)}\n`);
				}
			});
		}
	}
};

const folder = await mkdtemp(join(tmpdir(), 'bhtd-portal-files-'));
// A build of its own, which nothing replaces while it is served.
const built = {
	root: ROOT,
	logLevel: 'warn',
	build: { outDir: join(folder, 'dist'), emptyOutDir: true },
} as const;
await build(built);
const server = await preview({ ...built, preview: { host: '127.0.0.1', port: 0 } });
const [url] = server.resolvedUrls?.local ?? [];
const node = values.node === undefined ? undefined : await DevNode.start(resolve(values.node));
const { collator, 'merchant-wasm': wasm } = values;
let side: DevNode | undefined;
const rpc = node?.url ?? values.url;
const browser = await chromium.launch({ executablePath: values.browser, args: ['--no-sandbox'] });
try {
	if (url === undefined || rpc === undefined) {
		throw new Error('the portal is not served');
	}
	if (NAMES.includes('redeem')) {
		if (collator === undefined || wasm === undefined) {
			process.stdout.write('left out: redeem, which needs --collator and --merchant-wasm\n');
		} else {
			side = await startSide(resolve(collator), resolve(wasm), folder);
		}
	}
	await play({ browser, url, rpc, node, side, folder, step, shoot });
} catch (error) {
	failed = Math.max(failed, 1);
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
} finally {
	await browser.close();
	await side?.remove();
	await node?.remove();
	await server.close();
	await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
