//! The store on whole blocks: signed transactions of people who race, sell, cheat and leave.

use crate::{
	chain::{check, Chain},
	common::{fee_paid, free, network, sign_as},
};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, OrderId, Role};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{
		currency::UNITS,
		fee::TREASURY_SHARE,
		time::{DAYS, MINUTES},
	},
	AccountId, Assets, AssetsHolder, Balance, Balances, Dividends, Executive, Margin, Points,
	Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, Store, System, Witnesses,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		fungibles::InspectHold as _,
	},
};
use pallet_points::types::{Kind, Scope};
use pallet_store::{
	Action, Amounts, Arbiter, Call, Content, Error, Event, HoldReason, Price, PriceOf, Restock,
	RuleTerms, State, Step, Terms, TermsOf,
};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{transaction_validity::TransactionSource, DispatchResult, FixedU128, Permill};

/// The first order of Charlie's product.
pub const FIRST: OrderId = OrderId { product: 0, number: 0 };
/// What a piece of it costs, in planck.
pub const PRICE: Balance = 10 * UNITS;
/// What of an escrow the arbiter gets for deciding.
pub const ARBITER_FEE: Permill = Permill::from_percent(5);

/// Charlie's points.
pub const CLASS: ClassId = 0;
const SUPPLY: Balance = 1_000_000;
/// Planck of BHTD for the smallest unit.
pub const FLOOR: Balance = UNITS / 100;
/// What the escrow of an order is held for.
const ESCROW: RuntimeHoldReason = RuntimeHoldReason::Store(HoldReason::Escrow);

type StoreCall = Call<Runtime>;

/// Runs a test on a chain where Charlie sells ten pieces of a product, and checks every invariant at its
/// end.
pub fn with_shop(test: impl FnOnce(&mut Chain)) {
	network("local_testnet_4").execute_with(|| {
		let mut chain = Chain::start();
		apply(Charlie, create_class());
		apply(Charlie, list(bhtd(PRICE), Some(10), Some(CLASS)));
		test(&mut chain);
		chain.next();
		check();
		assert_eq!(everybodys_bhtd(), Balances::total_issuance());
		assert_eq!((Assets::total_supply(CLASS), everybodys_points()), (SUPPLY, SUPPLY));
	});
}

fn everybodys_bhtd() -> Balance {
	let accounts = frame_system::Account::<Runtime>::iter_values();
	accounts.map(|account| account.data.free + account.data.reserved).sum()
}

fn everybodys_points() -> Balance {
	let accounts = frame_system::Account::<Runtime>::iter_keys();
	accounts
		.map(|who| Assets::balance(CLASS, &who) + AssetsHolder::total_balance_on_hold(CLASS, &who))
		.sum()
}

/// What becomes of somebody's transaction, and the fee it costs.
pub fn attempt(name: Sr25519Keyring, call: impl Into<RuntimeCall>) -> (DispatchResult, Balance) {
	let outcome = Executive::apply_extrinsic(sign_as(name, 0, call)).unwrap();
	(outcome, fee_paid().0)
}

/// Somebody's transaction, which succeeds, and the fee it costs.
pub fn apply(name: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Balance {
	let (outcome, fee) = attempt(name, call);
	assert_ok!(outcome);
	fee
}

fn create_class() -> RuntimeCall {
	pallet_points::Call::create_class {
		name: b"Coffee".to_vec().try_into().unwrap(),
		symbol: b"CFE".to_vec().try_into().unwrap(),
		decimals: 2,
		supply: SUPPLY,
		floor: FixedU128::from(FLOOR),
		kind: Kind::Value,
		scope: Scope::Global,
		design: Default::default(),
	}
	.into()
}

pub fn bhtd(amount: Balance) -> PriceOf<Runtime> {
	Price { bhtd: amount, points: None }
}

/// A price in Charlie's points.
pub fn points(amount: Balance) -> PriceOf<Runtime> {
	Price { bhtd: 0, points: Some((CLASS, amount)) }
}

fn content() -> pallet_store::ContentOf<Runtime> {
	Content {
		title: b"Coffee".to_vec().try_into().unwrap(),
		hash: Default::default(),
		uri: Default::default(),
	}
}

fn terms(earns: Option<ClassId>) -> TermsOf<Runtime> {
	let dave = Arbiter { who: Dave.to_account_id(), role: Role::Operator, fee: ARBITER_FEE };
	Terms {
		category: 0,
		delivery: 2 * MINUTES,
		returns: MINUTES,
		earns,
		arbiters: vec![dave].try_into().unwrap(),
	}
}

/// A product that Dave decides disputes about.
pub fn list(price: PriceOf<Runtime>, stock: Option<u32>, earns: Option<ClassId>) -> StoreCall {
	Call::list { content: content(), terms: terms(earns), price, stock }
}

/// An order at any price in BHTD or Charlie's points.
pub fn order_of(product: u64, quantity: u32) -> StoreCall {
	Call::order {
		product,
		revision: 0,
		quantity,
		max_price: Price { bhtd: Balance::MAX, points: Some((CLASS, Balance::MAX)) },
		min_earned: 0,
		arbiter: Dave.to_account_id(),
		recipient: None,
	}
}

/// Somebody orders Charlie's product, and pays this fee.
pub fn order(name: Sr25519Keyring, quantity: u32) -> Balance {
	apply(name, order_of(0, quantity))
}

/// A rule by which so many smallest units are earned for each BHTD, and a bonus.
fn rule(class: ClassId, per_unit: u128, bonus: Balance) -> StoreCall {
	let rule = RuleTerms {
		rate: FixedU128::from_rational(per_unit, UNITS),
		bonus,
		multipliers: Default::default(),
		cap_per_order: SUPPLY,
		cap_per_day: None,
		budget: SUPPLY,
		from: 0,
		until: DAYS,
	};
	Call::set_rule { class, rule }
}

/// What somebody has in escrow, in planck.
pub fn escrow(name: Sr25519Keyring) -> Balance {
	Balances::balance_on_hold(&ESCROW, &name.to_account_id())
}

/// How far an order has come, if it is open.
pub fn state(order: OrderId) -> Option<State> {
	Store::open_order(order).map(|view| view.order.state)
}

/// What may be done with an order at once.
pub fn possible(order: OrderId) -> Vec<Action> {
	let moves = Store::open_order(order).map(|view| view.moves).unwrap_or_default();
	moves.into_iter().filter(|it| it.from.is_none()).map(|it| it.action).collect()
}

/// All the BHTD that somebody has, whatever it is held for.
pub fn wealth(name: Sr25519Keyring) -> Balance {
	Balances::total_balance(&name.to_account_id())
}

fn owed(name: Sr25519Keyring) -> Balance {
	Margin::owed(&name.to_account_id(), Role::Merchant)
}

fn held(name: Sr25519Keyring) -> Balance {
	Margin::held(&name.to_account_id(), Role::Merchant)
}

/// What the protocol takes of a merchant's proceeds.
pub fn protocol_fee(proceeds: Balance) -> Balance {
	proceeds.div_ceil(100)
}

/// What the treasury gets of the fee of a transaction; the rest is the dividend's and the witnesses'.
pub fn treasurys(fee: Balance) -> Balance {
	fee * u128::from(TREASURY_SHARE) / 100
}

/// One of every call, in the order of their indices.
pub fn every_call() -> Vec<StoreCall> {
	let (product, order, class, price) = (0, FIRST, CLASS, bhtd(1));
	vec![
		list(price, None, None),
		Call::edit { product, content: content(), terms: terms(None) },
		Call::set_price { product, price },
		Call::set_stock { product, change: Restock::Add(1) },
		Call::pause { product },
		Call::resume { product },
		Call::remove { product },
		order_of(product, 1),
		Call::ship { order },
		Call::confirm { order },
		Call::cancel { order },
		Call::refund_part { order, refund: Amounts { bhtd: 1, points: 0 } },
		Call::dispute { order, evidence: Default::default() },
		Call::resolve { order, to_merchant: Permill::one(), penalty: 0 },
		Call::settle { order },
		rule(class, 1, 0),
		Call::remove_rule { class },
		Call::claim_award { order },
		Call::forgo_award { order },
		Call::clear_day { class, who: Eve.to_account_id() },
	]
}

#[test]
fn last_piece_goes_to_exactly_one_of_two_buyers_in_a_block() {
	with_shop(|chain| {
		// GIVEN one piece that is left
		let change = Restock::Replace { expected: Some(10), with: Some(1) };
		apply(Charlie, Call::set_stock { product: 0, change });
		chain.next();
		let (eve, ferdie) = (wealth(Eve), wealth(Ferdie));
		let issuance = Balances::total_issuance();

		// WHEN two buyers order it in the same block, both with transactions that every node would relay
		for name in [Eve, Ferdie] {
			assert_ok!(Executive::validate_transaction(
				TransactionSource::External,
				sign_as(name, 0, order_of(0, 1)),
				Default::default()
			));
		}
		let block = System::block_number();
		let (first, fee_of_eve) = attempt(Eve, order_of(0, 1));
		let (second, fee_of_ferdie) = attempt(Ferdie, order_of(0, 1));
		assert_eq!(System::block_number(), block);

		// THEN the first has it, and the second only paid for the transaction
		assert_ok!(first);
		assert_eq!(second, Err(Error::<Runtime>::OutOfStock.into()));
		assert_eq!((escrow(Eve), escrow(Ferdie)), (PRICE, 0));
		assert_eq!((wealth(Eve), wealth(Ferdie)), (eve - fee_of_eve, ferdie - fee_of_ferdie));
		assert_eq!(free(Ferdie.to_account_id()), wealth(Ferdie));
		assert!(fee_of_ferdie > 0);
		let product = Store::product(0).unwrap().product;
		assert_eq!((product.stock, product.orders), (Some(0), 1));
		assert_eq!(Balances::total_issuance(), issuance);

		// And if the first is not served, the second can have it.
		apply(Charlie, Call::cancel { order: FIRST });
		assert_eq!(escrow(Eve), 0);
		order(Ferdie, 1);
		assert_eq!(escrow(Ferdie), PRICE);
	});
}

#[test]
fn sale_that_earns_points_divides_every_planck() {
	with_shop(|chain| {
		// GIVEN a rule by which ten BHTD earn ten smallest units
		apply(Charlie, rule(CLASS, 1, 0));
		chain.next();
		let treasury = || free(TreasuryAccount::get());
		// The pots of the witnesses and of the dividend.
		let pots = || free(Witnesses::pot()) + free(Dividends::pot());
		let before = (wealth(Eve), wealth(Charlie), treasury(), pots(), Balances::total_issuance());
		let margin = held(Charlie);

		// WHEN Eve buys, block by block
		let mut of_eve = vec![order(Eve, 1)];
		assert_eq!((escrow(Eve), owed(Charlie)), (PRICE, 0));
		chain.next();
		let of_charlie = apply(Charlie, Call::ship { order: FIRST });
		chain.next();
		of_eve.push(apply(Eve, Call::confirm { order: FIRST }));
		chain.next();

		// THEN the merchant has the price less the fee, of which half is burnt
		let fee = protocol_fee(PRICE);
		let paid = of_eve.iter().sum::<Balance>();
		assert_eq!(wealth(Eve), before.0 - PRICE - paid);
		assert_eq!(wealth(Charlie), before.1 + PRICE - fee - of_charlie);
		let fees = [of_eve[0], of_charlie, of_eve[1]];
		let of_treasury = fees.into_iter().map(treasurys).sum::<Balance>();
		assert_eq!(treasury(), before.2 + fee / 2 + of_treasury);
		assert_eq!(pots(), before.3 + paid + of_charlie - of_treasury);
		assert_eq!(Balances::total_issuance(), before.4 - fee / 2);
		// Nothing is left on hold of the buyer's, and the points that were earned are owed for.
		assert_eq!(Balances::total_balance_on_hold(&Eve.to_account_id()), 0);
		assert_eq!(Assets::balance(CLASS, Eve.to_account_id()), 10);
		assert_eq!((owed(Charlie), held(Charlie)), (10 * FLOOR, margin));

		// WHEN she pays for the next with points, of which one stays in her account
		apply(Charlie, list(points(9), None, None));
		let issuance = Balances::total_issuance();
		let second = OrderId { product: 1, number: 0 };
		apply(Eve, order_of(1, 1));
		assert_eq!(Assets::balance(CLASS, Eve.to_account_id()), 1);
		apply(Charlie, Call::ship { order: second });
		apply(Eve, Call::confirm { order: second });

		// THEN they are back in the vault, nobody is paid, and no BHTD is made or burnt
		assert_eq!(Assets::balance(CLASS, Points::vault(CLASS)), SUPPLY - 1);
		assert_eq!((owed(Charlie), held(Charlie)), (FLOOR, margin));
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn one_person_with_two_accounts_and_a_shop_ends_poorer() {
	with_shop(|chain| {
		// The rule is as generous as can be: what is earned is worth ten times the price, and more.
		apply(Charlie, rule(CLASS, 1_000, 500));
		let together = || wealth(Charlie) + wealth(Ferdie);
		for (product, price) in [1, 99, UNITS / 100, PRICE, 40 * UNITS].into_iter().enumerate() {
			let product = product as u64 + 1;
			let before = (together(), owed(Charlie), Balances::total_issuance());
			let mut fees = apply(Charlie, list(bhtd(price), None, Some(CLASS)));
			// One order completes, one is cancelled, one is refunded after it was shipped.
			for number in 0..3 {
				let order = OrderId { product, number };
				fees += apply(Ferdie, order_of(product, 1));
				fees += match number {
					0 => apply(Charlie, Call::cancel { order }),
					_ => apply(Charlie, Call::ship { order }),
				};
				if number == 1 {
					let refund = Amounts { bhtd: price, points: 0 };
					fees += apply(Charlie, Call::refund_part { order, refund });
					assert_eq!(Assets::balance(CLASS, Ferdie.to_account_id()), 0);
				}
			}
			let order = OrderId { product, number: 2 };
			fees += apply(Ferdie, Call::confirm { order });
			let amount = Assets::balance(CLASS, Ferdie.to_account_id());
			assert_eq!(amount, 500 + 1_000 * price / UNITS);
			let min_out = amount * FLOOR;
			assert!(min_out > 10 * price);
			fees += apply(Ferdie, pallet_points::Call::convert { class: CLASS, amount, min_out });
			fees += apply(Charlie, Call::remove { product });

			// All that came out of the shop had been put in: what is gone is what it cost.
			let fee = protocol_fee(price);
			assert!(fee > 0 && fees > 0);
			assert_eq!(together(), before.0 - fee - fees, "{price}");
			assert_eq!(owed(Charlie), before.1);
			assert_eq!(Balances::total_issuance(), before.2 - fee.div_ceil(2));
			chain.next();
		}
	});
}

/// Bob becomes a merchant with points and a product of his own, the second.
fn open_shop_of_bob() {
	let register = pallet_margin::Call::register {
		role: Role::Merchant,
		amount: 5_000 * UNITS,
		profile: Default::default(),
	};
	apply(Bob, register);
	apply(Bob, create_class());
	apply(Bob, rule(1, 1, 0));
	apply(Bob, list(bhtd(PRICE), None, Some(1)));
}

#[test]
fn merchant_leaves_and_every_open_order_comes_to_its_end() {
	with_shop(|chain| {
		// GIVEN a completed order, three that were shipped, and one that was not
		open_shop_of_bob();
		let id = |number| OrderId { product: 1, number };
		for number in 0..5 {
			apply(Eve, order_of(1, 1));
			if number < 4 {
				apply(Bob, Call::ship { order: id(number) });
			}
		}
		apply(Eve, Call::confirm { order: id(0) });
		assert_eq!(owed(Bob), 10 * FLOOR);

		// WHEN the merchant announces that it leaves
		apply(Bob, pallet_margin::Call::announce_exit { role: Role::Merchant });

		// THEN nothing can be ordered any more
		let (refused, _) = attempt(Ferdie, order_of(1, 1));
		assert_eq!(refused, Err(Error::<Runtime>::NotActiveMerchant.into()));
		// And what was ordered is paid for. The points cannot be awarded, but the sale is made.
		let bob = wealth(Bob);
		apply(Eve, Call::confirm { order: id(1) });
		assert_eq!(wealth(Bob), bob + PRICE - protocol_fee(PRICE));
		assert_eq!(Store::missed_award(id(1)).map(|missed| missed.amount), Some(10));
		let (unpaid, _) = attempt(Eve, Call::claim_award { order: id(1) });
		assert!(unpaid.is_err());
		apply(Eve, Call::dispute { order: id(2), evidence: Default::default() });
		assert_eq!(escrow(Eve), 3 * PRICE);

		// WHEN the notice has run and the margin is withdrawn, as far as no points are owed
		// The first block of a session has room for nothing but itself.
		chain.until_block(2 + MINUTES);
		apply(Bob, pallet_margin::Call::withdraw { role: Role::Merchant });
		assert_eq!(held(Bob), 10 * FLOOR);

		// THEN the arbiter decides all the same. There is no penalty, as no margin is free for it.
		let (eve, dave) = (wealth(Eve), wealth(Dave));
		let resolve = Call::resolve { order: id(2), to_merchant: Permill::zero(), penalty: PRICE };
		let fee = apply(Dave, resolve);
		assert_eq!(wealth(Eve), eve - ARBITER_FEE * PRICE);
		assert_eq!(wealth(Dave), dave + ARBITER_FEE * PRICE - fee);
		assert_eq!(held(Bob), 10 * FLOOR);
		let penalty = chain.find(|event| match event {
			RuntimeEvent::Store(Event::OrderAdvanced {
				step: Step::Resolved { penalty, .. },
				..
			}) => Some(penalty),
			_ => None,
		});
		assert_eq!(penalty, Some(0));
		// Whoever says nothing is taken to be content.
		let bob = wealth(Bob);
		apply(Ferdie, Call::settle { order: id(3) });
		assert_eq!(wealth(Bob), bob + PRICE - protocol_fee(PRICE));

		// WHEN the last order was not shipped in time
		let early = Err(Error::<Runtime>::DeadlineNotReached.into());
		assert_eq!(attempt(Ferdie, Call::settle { order: id(4) }).0, early);
		chain.until_block(2 + 2 * MINUTES);
		assert_eq!(
			attempt(Bob, Call::ship { order: id(4) }).0,
			Err(Error::<Runtime>::DeadlinePassed.into())
		);
		// THEN anybody has it refunded
		let eve = wealth(Eve);
		apply(Ferdie, Call::settle { order: id(4) });
		assert_eq!((wealth(Eve), escrow(Eve)), (eve, 0));

		// And what is left of the buyer's deposits comes back, and of its points the floor.
		for order in [id(1), id(3)] {
			assert_eq!(Store::missed_award(order).map(|missed| missed.amount), Some(10));
			apply(Eve, Call::forgo_award { order });
		}
		assert_eq!(Balances::total_balance_on_hold(&Eve.to_account_id()), 0);
		let min_out = 10 * FLOOR;
		apply(Eve, pallet_points::Call::convert { class: 1, amount: 10, min_out });
		assert_eq!((owed(Bob), held(Bob)), (0, 0));
	});
}

#[test]
fn who_may_do_something_with_an_order_is_who_the_order_says() {
	with_shop(|_| {
		order(Eve, 1);
		let only = |call: StoreCall, error: Error<Runtime>| {
			let before = (escrow(Eve), state(FIRST));
			// Somebody who has to do with none of it.
			assert_eq!(attempt(Ferdie, call.clone()).0, Err(error.into()), "{call:?}");
			assert_eq!((escrow(Eve), state(FIRST)), before);
		};
		let resolve = Call::resolve { order: FIRST, to_merchant: Permill::one(), penalty: 0 };
		only(Call::ship { order: FIRST }, Error::NotMerchant);
		only(Call::cancel { order: FIRST }, Error::NotMerchant);
		only(
			Call::refund_part { order: FIRST, refund: Amounts { bhtd: 1, points: 0 } },
			Error::NotMerchant,
		);
		only(Call::confirm { order: FIRST }, Error::NotBuyer);
		only(Call::dispute { order: FIRST, evidence: Default::default() }, Error::NotParty);
		only(resolve, Error::NotArbiter);
		only(Call::settle { order: FIRST }, Error::DeadlineNotReached);
	});
}

/// Eve has points in escrow: all that she was awarded, but for the unit that stays and one more.
pub fn with_points_in_escrow(awarded: Balance, then: impl FnOnce(Balance)) {
	with_shop(|_| {
		let eve: AccountId = Eve.to_account_id();
		assert_ok!(<Points as Loyalty<_>>::award(&Charlie.to_account_id(), CLASS, &eve, awarded));
		apply(Charlie, list(points(awarded - 2), None, None));
		apply(Eve, order_of(1, 1));
		assert_eq!(Assets::balance(CLASS, &eve), 2);
		assert_eq!(AssetsHolder::balance_on_hold(CLASS, &ESCROW, &eve), awarded - 2);
		then(awarded - 2);
	});
}
