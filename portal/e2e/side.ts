/** A side chain made from the template, without a main chain: its node makes blocks by itself. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { blockHeader } from '@polkadot-api/substrate-bindings';
import { Enum } from 'polkadot-api';
import { developmentAccounts } from '../src/chain/accounts.ts';
import { call } from '../src/chain/api.ts';
import { bestOf } from '../src/chain/session.ts';
import { openSide, type SideSession } from '../src/chain/side.ts';
import { nextReceipt } from '../src/lib/receipts.ts';
import type { Chain } from './chain.ts';
import { asRoot, BHTD, FIXED, rootCall } from './governance.ts';
import { DevNode } from './node.ts';

const run = promisify(execFile);

/** Its number, which no chain that is registered here gets. */
export const SIDE_ID = 4321;

/** What the main chain stands for, in BHTD. */
export const CONFIRMED = 20_000;

/** Blocks of the main chain pass as fast there, so that nobody waits ten minutes to ask again. */
const BLOCK_MS = '1000';

/** Starts a chain of the template's development preset whose points of Charlie's the main chain stands for. */
export const startSide = async (collator: string, wasm: string, folder: string): Promise<DevNode> => {
	const path = join(folder, 'side.json');
	await run(collator, [
		'chain-spec-builder',
		...['--chain-spec-path', path, 'create', '--chain-name', 'Tea Chain', '--chain-id', 'tea-chain'],
		...['--relay-chain', 'bhtd-local', '--para-id', String(SIDE_ID), '--runtime', wasm],
		...['--properties', 'tokenSymbol=BHTD,tokenDecimals=12,ss58Format=42'],
		...['named-preset', 'development'],
	]);
	const spec = JSON.parse(await readFile(path, 'utf8'));
	const [charlie] = await developmentAccounts(['Charlie']);
	const { patch } = spec.genesis.runtimeGenesis;
	patch.parachainInfo.parachainId = SIDE_ID;
	patch.redemption = { issuer: charlie?.address, confirmed: CONFIRMED * Number(BHTD) };
	await writeFile(path, JSON.stringify(spec));
	return DevNode.start(collator, ['--chain', path, '--dev-block-time', BLOCK_MS]);
};

/** Four decimals, so that some points are worth less than the main chain pays; half a BHTD a point. */
const DECIMALS = 4;
const FLOOR = (BHTD / 20_000n) * FIXED;

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const createClass = (name: string, symbol: string) =>
	call('Points', 'create_class', {
		name: text(name),
		symbol: text(symbol),
		decimals: DECIMALS,
		supply: 10_000_000_000n,
		floor: FLOOR,
		kind: Enum('Value'),
		scope: Enum('Global'),
		design: text(''),
	});

/** The classes: the first is covered on the main chain, the second is not. */
const createClasses = async (side: Chain): Promise<void> => {
	if ((await side.api.query.Points.NextClass.getValue({ at: 'best' })) > 0) {
		return;
	}
	const [charlie, bob] = [side.account('Charlie'), side.account('Bob')];
	const role = Enum('Merchant');
	await side.send(charlie, createClass('Tea leaves', 'TEA'));
	await side.send(charlie, call('Points', 'open_receipt_book', undefined));
	await side.send(bob, call('Margin', 'register', { role, amount: 2_000n * BHTD, profile: text('Bakery') }));
	await side.send(bob, createClass('Cake', 'CAKE'));
	await side.send(bob, call('Points', 'open_receipt_book', undefined));
};

const award = async (side: Chain, issuer: string, id: number, to: string, points: bigint): Promise<void> => {
	const account = side.account(issuer);
	const [found] = await side.api.query.Points.Books.getEntries(account.address, { at: 'best' });
	if (found === undefined) {
		throw new Error(`${issuer} has no receipt book`);
	}
	const receipt = { book: found.keyArgs[1], number: nextReceipt(found.value) };
	const amount = points * 10n ** BigInt(DECIMALS);
	await side.send(account, call('Points', 'award', { class: id, beneficiary: to, amount, receipt }));
};

/** Gives somebody 50,000 points that the main chain covers in part, and ten that it does not cover. */
export const awardPoints = async (side: Chain, to: string): Promise<void> => {
	await createClasses(side);
	await award(side, 'Charlie', 0, to, 50_000n);
	await award(side, 'Bob', 1, to, 10n);
};

const sessionOf = async (side: Chain): Promise<SideSession> => {
	const session = await openSide(side.client);
	if (session === undefined) {
		throw new Error('the node is not of a side chain');
	}
	return session;
};

/** The latest block of the side chain, as the main chain would have it. */
export const headOf = async ({ client }: Chain): Promise<Uint8Array> => {
	const { hash } = await client.getFinalizedBlock();
	return blockHeader.enc(await client.getBlockHeader(hash));
};

/** Has the main chain believe that this is the latest block of the side chain. */
export const setHead = (main: Chain, head: Uint8Array): Promise<void> =>
	asRoot(main, [rootCall('Paras', 'force_set_current_head', { para: SIDE_ID, new_head: head })]);

/** What the main chain would answer to the latest question about a redemption: nothing wrong, or an error. */
export const answer = async (side: Chain, who: string, number: bigint, error?: number[]): Promise<void> => {
	const { api, client } = await sessionOf(side);
	const pending = await api.view.Redemption.redemptions(who, { at: await bestOf(client) });
	const query = pending.find(([found]) => found === number)?.[1].query;
	const result = error === undefined ? Enum('Success') : Enum('Error', Uint8Array.from(error));
	const report = rootCall('Redemption', 'report', { query, response: Enum('DispatchResult', result) });
	const mainChain = Enum('PolkadotXcm', Enum('Response', { parents: 1, interior: Enum('Here') }));
	await asRoot(side, [rootCall('Utility', 'dispatch_as', { as_origin: mainChain, call: report })]);
};
