/** The paths of campaigns for data, of side chains, and of what concerns everybody. */
import { Enum } from 'polkadot-api';
import { call } from '../src/chain/api.ts';
import { accountOf, Chain } from './chain.ts';
import * as chains from './chains.ts';
import * as community from './community.ts';
import { openWallet } from './consumer.ts';
import * as data from './data.ts';
import { BHTD } from './governance.ts';
import { Portal } from './page.ts';
import * as redeem from './redeem.ts';
import { awardPoints } from './side.ts';
import { type Path, widthOf } from './stage.ts';
import { bringWallet } from './wallet.ts';

/** What a customer needs for two cans of tea and the deposits, in planck. */
const LOAN = 400n * 10n ** 12n;

export const playData: Path = async ({ browser, url, rpc, folder, seed, step, shoot }, language) => {
	const chain = await Chain.open(rpc);
	const customer = accountOf(seed);
	const dest = Enum('Id', customer.address);
	await chain.send(chain.account('Alice'), call('Balances', 'transfer_keep_alive', { dest, value: LOAN }));
	const width = widthOf(language);
	const sponsor = await Portal.open(browser, url, rpc, language, width);
	const person = await Portal.open(browser, url, rpc, language, width, (page) => bringWallet(page, seed));
	const play = (name: string, portal: Portal, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${name}`, portal, steps);
	await play('every wrong field of a campaign says what is wrong', sponsor, () =>
		data.wrongCampaign(sponsor),
	);
	let window: data.Opened | undefined;
	await play('a campaign is opened and funded', sponsor, async () => {
		window = await data.openCampaign(sponsor, chain);
	});
	await shoot(sponsor, 'campaigns');
	await play('a customer keeps receipts and consents', person, () => data.keepAndConsent(person));
	const opened = window ?? { from: 0, until: 0, closes: 0 };
	await chain.waitFor(opened.from);
	await data.buyTea(chain, customer);
	await play('receipts are contributed, and what was told stays here', person, () =>
		data.contribute(person, folder),
	);
	await play('without BHTD a reward is claimed, and the consent revoked', person, () =>
		data.claimWithout(person, chain, customer),
	);
	await shoot(person, 'mydata');
	await play('data is delivered and a report offered', sponsor, () => data.deliverAndOffer(sponsor, chain));
	await play('reports are bought, accepted and disputed', sponsor, () => data.buyReports(sponsor));
	await shoot(sponsor, 'reports');
	await play('the campaign is closed, and everything given back', sponsor, () =>
		data.closeCampaign(sponsor, person, chain, opened),
	);
	await sponsor.close();
	await person.close();
	chain.close();
};

/** Who has the means to become a group merchant; another in each language, as it takes time to leave. */
const GROUP_MERCHANT = { en: 'Charlie', zh: 'Dave' } as const;

export const playChains: Path = async ({ browser, url, rpc, step, shoot }, language) => {
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language));
	const chain = await Chain.open(rpc);
	const name = GROUP_MERCHANT[language];
	const play = (what: string, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${what}`, portal, steps);
	if (language === 'zh') {
		// In one language by the hash, in the other by the file.
		await chains.bless(chain);
	}
	await play('a margin makes a group merchant', () => chains.becomeGroupMerchant(portal, name));
	await play('every wrong field of a side chain says what is wrong', () => chains.wrongChain(portal));
	await play('a side chain is registered', () => chains.register(portal, chain.account(name).address));
	await shoot(portal, 'register');
	await play('its tank is filled, its pool raised, it is described anew', () => chains.manage(portal, name));
	await shoot(portal, 'chains');
	await play('it leaves', () => chains.leave(portal));
	chain.close();
	await portal.close();
};

export const playCommunity: Path = async ({ browser, url, rpc, step, shoot }, language) => {
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language));
	const chain = await Chain.open(rpc);
	const { address } = chain.account('Eve');
	const play = (what: string, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${what}`, portal, steps);
	await play('BHTD is locked for the dividend, which is claimed', () => community.lockAndClaim(portal));
	await play('work is offered and withdrawn', () => community.offerWork(portal, address));
	await shoot(portal, 'dividend');
	await play('blocks, accounts and classes are looked up', () => community.explore(portal, address));
	await shoot(portal, 'explorer');
	await play('BHTD is seen to go round', () => community.seeLoop(portal));
	await shoot(portal, 'loop');
	chain.close();
	await portal.close();
};

/** What messages and fees cost a customer on the side chain, and more, in planck. */
const MESSAGE_MONEY = 10n * BHTD;

export const playRedeem: Path = async ({ browser, url, rpc, side, seed, step, shoot }, language) => {
	if (side === undefined) {
		return;
	}
	const [main, chain] = [await Chain.open(rpc), await Chain.open(side.url)];
	const { address } = accountOf(seed);
	const dest = Enum('Id', address);
	const money = call('Balances', 'transfer_keep_alive', { dest, value: MESSAGE_MONEY });
	await chain.send(chain.account('Alice'), money);
	await awardPoints(chain, address);
	const portal = await Portal.open(browser, url, rpc, language, widthOf(language), (page) =>
		bringWallet(page, seed),
	);
	const play = (what: string, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${what}`, portal, steps);
	await play('wrong nodes are refused, and a side chain is found', () =>
		redeem.chooseNode(portal, rpc, side.url),
	);
	await play('another chain with its number is refused', async () => {
		await openWallet(portal);
		await redeem.recognise(portal, main, chain);
	});
	await play('every wrong field of a redemption says what is wrong', () =>
		redeem.wrongInput(portal, address),
	);
	let [first, second] = ['', ''];
	await play('a redemption is signed and waits', async () => {
		first = await redeem.redeem(portal, '100', 50n * BHTD);
		second = await redeem.redeem(portal, '7', 3n * BHTD + BHTD / 2n);
	});
	await shoot(portal, 'redeem');
	await play('points without cover are converted', () => redeem.convertHere(portal));
	await play('the main chain is asked again once it may be', () => redeem.retry(portal, first));
	await shoot(portal, 'overdue');
	await play('what is paid and what is refused is told', () =>
		redeem.answered(portal, chain, address, first, second),
	);
	await shoot(portal, 'answered');
	main.close();
	chain.close();
	await portal.close();
};
