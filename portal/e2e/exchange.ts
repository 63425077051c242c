/** The settlement token and the order book, with everybody who uses them. */
import { Enum } from 'polkadot-api';
import { call } from '../src/chain/api.ts';
import { proceeds } from '../src/lib/points.ts';
import { nextReceipt } from '../src/lib/receipts.ts';
import * as anchor from './anchor.ts';
import { accountOf, Chain } from './chain.ts';
import { BHTD, endow, FIXED, foundCurrency } from './governance.ts';
import { check, Portal } from './page.ts';
import { type Path, widthOf } from './stage.ts';
import * as trading from './trading.ts';
import { bringWallet } from './wallet.ts';

const FERDIE = '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL';

/** Half a BHTD for a whole point, in planck for a hundredth with 18 decimals. */
const FLOOR = (BHTD / 200n) * FIXED;

/** A class of Charlie's, of which Ferdie has a hundred points. */
const issuePoints = async (chain: Chain): Promise<number> => {
	const id = await chain.api.query.Points.NextClass.getValue({ at: 'best' });
	const charlie = chain.account('Charlie');
	const books = await chain.api.query.Points.Books.getEntries(charlie.address, { at: 'best' });
	const text = (value: string) => new TextEncoder().encode(value);
	check(proceeds(100n, FLOOR) === BHTD / 2n, 'the floor is another');
	await chain.send(
		charlie,
		call('Points', 'create_class', {
			name: text('Tea leaves'),
			symbol: text('TEA'),
			decimals: 2,
			supply: 100_000n,
			floor: FLOOR,
			kind: Enum('Value'),
			scope: Enum('Global'),
			design: text(''),
		}),
	);
	if (books.length === 0) {
		await chain.send(charlie, call('Points', 'open_receipt_book', undefined));
	}
	const [found] = await chain.api.query.Points.Books.getEntries(charlie.address, { at: 'best' });
	if (found === undefined) {
		throw new Error('there is no receipt book');
	}
	const [book, number] = [found.keyArgs[1], nextReceipt(found.value)];
	await chain.send(
		charlie,
		call('Points', 'award', { class: id, beneficiary: FERDIE, amount: 10_000n, receipt: { book, number } }),
	);
	return id;
};

export const playExchange: Path = async ({ browser, url, rpc, step, shoot }, language) => {
	const chain = await Chain.open(rpc);
	const seed = crypto.getRandomValues(new Uint8Array(32));
	const institution = accountOf(seed).address;
	await endow(chain, institution, 1_010_000n * BHTD);
	const points = await issuePoints(chain);
	const width = widthOf(language);
	const bank = await Portal.open(browser, url, rpc, language, width, (page) => bringWallet(page, seed));
	const desk = await Portal.open(browser, url, rpc, language, width);
	const person = await Portal.open(browser, url, rpc, language, width);
	const play = (name: string, portal: Portal, steps: () => Promise<void>): Promise<void> =>
		step(`${language}: ${name}`, portal, steps);
	let code = '';
	await play('somebody becomes a credit institution', bank, () => anchor.register(bank));
	await play('governance founds a currency and opens its market', bank, async () => {
		code = (await foundCurrency(chain, institution)).code;
	});
	await play('the institution attests its reserve and mints', bank, () => anchor.attestAndMint(bank, code));
	await shoot(bank, 'institution');
	await play('tokens are sent on', person, () => anchor.send(person, code, institution));
	await play('the institution retires tokens', bank, () => anchor.retire(bank, code));
	await play('somebody becomes an operator, and leaves', desk, () => trading.beginAndLeave(desk));
	await play('an operator changes its margin', desk, () => trading.operatorMargin(desk));
	await play('wrong quotes are refused', desk, () => trading.wrongQuotes(desk, code));
	await play('quotes are placed, lowered and renewed', desk, () => trading.quote(desk));
	await shoot(desk, 'operator');
	await play('a merchant sells wholesale', person, () => trading.sellWholesale(person, code));
	await shoot(person, 'wholesale');
	await play('BHTD is bought at retail, and offered to others', person, () =>
		trading.buyAndOffer(person, code),
	);
	await play('BHTD is sold, and bought from another person', person, () => trading.sellAndBuy(person, code));
	await shoot(person, 'trade');
	await play('what has expired is removed', person, () => trading.removeExpired(person));
	await play('points are traded above their floor', desk, () =>
		trading.tradePoints(desk, person, points, 'TEA'),
	);
	await shoot(desk, 'record');
	await play('an operator leaves, and stays after all', desk, () => trading.leaveAndStay(desk, code));
	await play('what was locked is given back after the notice', desk, () => trading.withdraw(desk));
	await play('tokens are redeemed', person, () => anchor.redeem(person, code));
	await shoot(person, 'settlement');
	await play('a payment is claimed, denied and acknowledged', bank, () =>
		anchor.payAndObject(bank, person, code),
	);
	await play('what is not paid is made up for', person, () => anchor.settleUnpaid(person, code));
	await play('the institution is in default', bank, () => anchor.seeDefault(bank, code));
	for (const portal of [bank, desk, person]) {
		await portal.close();
	}
	chain.close();
};
