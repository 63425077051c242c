//! The economy on whole blocks of a merchant chain: margin, points, conversion, the store.

use crate::common::{apply, attempt, fee_paid, free, on_chain, sign, signed, stranger, Chain};
use bhtd_merchant_runtime::{
	configs::monetary::CollatorPot,
	constants::{
		currency::UNITS,
		time::{DAYS, HOURS},
	},
	AccountId, Assets, Balance, Balances, Executive, Margin, Points, Runtime, RuntimeOrigin, Store,
};
use bhtd_primitives::{ClassId, MarginLedger, OrderId, Role};
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use pallet_points::types::{Kind, Receipt, Scope};
use pallet_store::{Arbiter, Content, Price, Terms};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Eve, Ferdie};
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, FixedU128, Permill,
};

const CLASS: ClassId = 0;
const SUPPLY: Balance = 1_000_000;
/// Planck of BHTD for the smallest unit.
const FLOOR: Balance = UNITS / 100;

fn create_class() -> pallet_points::Call<Runtime> {
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
}

fn award(beneficiary: AccountId, amount: Balance, number: u64) -> pallet_points::Call<Runtime> {
	let receipt = Receipt { book: 0, number };
	pallet_points::Call::award { class: CLASS, beneficiary, amount, receipt }
}

/// Charlie has a class and an open receipt book.
fn with_class(test: impl FnOnce(&mut Chain)) {
	on_chain("development", |chain| {
		apply(Charlie, create_class());
		apply(Charlie, pallet_points::Call::open_receipt_book {});
		test(chain);
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
	});
}

fn owed() -> Balance {
	Margin::owed(&Charlie.to_account_id(), Role::Merchant)
}

fn held() -> Balance {
	Margin::held(&Charlie.to_account_id(), Role::Merchant)
}

#[test]
fn consumer_without_bhtd_converts_points_and_pays_from_the_proceeds() {
	with_class(|_| {
		// GIVEN a consumer who has nothing but points
		let consumer = AccountId::from(stranger().public());
		apply(Charlie, award(consumer.clone(), 500, 0));
		assert_eq!((free(consumer.clone()), owed()), (0, 500 * FLOOR));
		let (margin, issuance) = (held(), Balances::total_issuance());
		let pot = free(CollatorPot::get());

		// WHEN it turns them into BHTD
		let min_out = 400 * FLOOR;
		let convert = pallet_points::Call::convert { class: CLASS, amount: 400, min_out };
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 0, 0, convert)).unwrap());

		// THEN it has the floor less the fee, out of the margin, and the rest is still covered
		let fee = fee_paid();
		assert_eq!(free(consumer.clone()), 400 * FLOOR - fee);
		assert_eq!(free(CollatorPot::get()), pot + fee);
		assert_eq!((held(), owed()), (margin - 400 * FLOOR, 100 * FLOOR));
		assert_eq!(Assets::balance(CLASS, &consumer), 100);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn conversion_that_does_not_cover_its_fee_is_refused() {
	with_class(|_| {
		apply(Charlie, award(AccountId::from(stranger().public()), 500, 0));
		let unpayable = TransactionValidityError::Invalid(InvalidTransaction::Payment);
		for (amount, min_out) in [(1, 0), (0, 0), (501, 0), (500, 501 * FLOOR)] {
			let convert = pallet_points::Call::convert { class: CLASS, amount, min_out };
			let outcome = Executive::apply_extrinsic(sign(&stranger(), 0, UNITS, convert));
			assert_eq!(outcome, Err(unpayable), "{amount} {min_out}");
		}
	});
}

#[test]
fn no_more_is_awarded_than_the_margin_covers() {
	with_class(|_| {
		// 50,000 BHTD less the minimum of 1,000, at a tenth of a BHTD each.
		let floor = FixedU128::from(UNITS / 10);
		apply(Charlie, pallet_points::Call::raise_floor { class: CLASS, floor });
		let covered = 490_000;
		let exceeds = Err(pallet_margin::Error::<Runtime>::ExceedsCapacity.into());
		let eve = || Eve.to_account_id();
		assert_eq!(attempt(Charlie, award(eve(), covered + 1, 0)).0, exceeds);
		apply(Charlie, award(eve(), covered, 0));
		assert_eq!(owed(), 49_000 * UNITS);
		assert_eq!(attempt(Charlie, award(eve(), 1, 1)).0, exceeds);
		// What was converted came out of the margin, which covers no more than before.
		apply(Eve, pallet_points::Call::convert { class: CLASS, amount: 10, min_out: 0 });
		assert_eq!(attempt(Charlie, award(eve(), 10, 1)).0, exceeds);
		apply(Charlie, pallet_margin::Call::top_up { role: Role::Merchant, amount: UNITS });
		// A receipt earns once.
		assert!(attempt(Charlie, award(eve(), 10, 0)).0.is_err());
		apply(Charlie, award(eve(), 10, 1));
	});
}

#[test]
fn floor_cannot_be_raised_above_what_the_margin_covers() {
	with_class(|_| {
		apply(Charlie, award(Eve.to_account_id(), SUPPLY, 0));
		// 50,000 BHTD less the minimum of 1,000, for a million smallest units.
		let most = FixedU128::from(49_000 * UNITS / SUPPLY);
		let charlie = || signed(Charlie.to_account_id());
		let beyond = most + FixedU128::from(1);
		assert_noop!(
			Points::raise_floor(charlie(), CLASS, beyond),
			pallet_margin::Error::<Runtime>::ExceedsCapacity
		);
		assert_ok!(Points::raise_floor(charlie(), CLASS, most));
		assert_eq!(owed(), 49_000 * UNITS);
	});
}

#[test]
fn notice_runs_by_the_blocks_of_the_main_chain() {
	on_chain("development", |chain| {
		let bob = || signed(Bob.to_account_id());
		assert_ok!(Margin::register(bob(), Role::Merchant, 2_000 * UNITS, Default::default()));
		assert_ok!(Margin::announce_exit(bob(), Role::Merchant));
		// Two blocks of this chain later, while its core was idle for seven days, the notice is over.
		chain.wait(7 * DAYS - 1);
		assert_noop!(
			Margin::withdraw(bob(), Role::Merchant),
			pallet_margin::Error::<Runtime>::NoticeRunning
		);
		chain.next();
		assert_ok!(Margin::withdraw(bob(), Role::Merchant));
		assert_eq!(Margin::held(&Bob.to_account_id(), Role::Merchant), 0);
	});
}

#[test]
fn terms_and_penalties_are_root_and_nobody_elses() {
	on_chain("local_testnet", |_| {
		let (role, minimum, notice) = (Role::Merchant, 2_000 * UNITS, 8 * DAYS);
		let charlie = Charlie.to_account_id();
		let payments = vec![(Eve.to_account_id(), UNITS)];
		for origin in [
			RuntimeOrigin::none(),
			signed(Alice.to_account_id()),
			signed(Charlie.to_account_id()),
			cumulus_pallet_xcm::Origin::Relay.into(),
			cumulus_pallet_xcm::Origin::SiblingParachain(2_001.into()).into(),
		] {
			assert_noop!(
				Margin::set_terms(origin.clone(), role, minimum, notice),
				DispatchError::BadOrigin
			);
			assert_noop!(
				Margin::penalise(
					origin,
					charlie.clone(),
					role,
					payments.clone().try_into().unwrap()
				),
				DispatchError::BadOrigin
			);
		}
		assert_ok!(Margin::set_terms(RuntimeOrigin::root(), role, minimum, notice));
		assert_ok!(Margin::penalise(
			RuntimeOrigin::root(),
			charlie,
			role,
			payments.try_into().unwrap()
		));
	});
}

/// Charlie sells coffee for ten BHTD; Bob is the arbiter.
fn with_shop(test: impl FnOnce(&mut Chain)) {
	with_class(|chain| {
		let role = Role::Operator;
		let margin = 20_000 * UNITS;
		assert_ok!(Margin::register(signed(Bob.to_account_id()), role, margin, Default::default()));
		let arbiter = Arbiter { who: Bob.to_account_id(), role, fee: Permill::from_percent(5) };
		let content = Content {
			title: b"Coffee".to_vec().try_into().unwrap(),
			hash: Default::default(),
			uri: Default::default(),
		};
		let terms = Terms {
			category: 0,
			delivery: 2 * HOURS,
			returns: HOURS,
			earns: None,
			arbiters: vec![arbiter].try_into().unwrap(),
		};
		let price = Price { bhtd: 10 * UNITS, points: None };
		apply(Charlie, pallet_store::Call::list { content, terms, price, stock: Some(10) });
		test(chain);
	});
}

const ORDER: OrderId = OrderId { product: 0, number: 0 };

fn order() -> pallet_store::Call<Runtime> {
	pallet_store::Call::order {
		product: 0,
		revision: 0,
		quantity: 2,
		max_price: Price { bhtd: Balance::MAX, points: None },
		min_earned: 0,
		arbiter: Bob.to_account_id(),
		recipient: None,
	}
}

#[test]
fn order_is_paid_and_its_fee_is_not_destroyed() {
	with_shop(|_| {
		let charlie = Balances::total_balance(&Charlie.to_account_id());
		let issuance = Balances::total_issuance();
		apply(Eve, order());
		let fee = apply(Charlie, pallet_store::Call::ship { order: ORDER });
		let pot = free(CollatorPot::get());
		let fee_of_eve = apply(Eve, pallet_store::Call::confirm { order: ORDER });
		// Of 20 BHTD the merchant pays a hundredth, which the collators get.
		let protocol = 20 * UNITS / 100;
		let after = Balances::total_balance(&Charlie.to_account_id());
		assert_eq!(after, charlie + 20 * UNITS - protocol - fee);
		assert_eq!(free(CollatorPot::get()), pot + protocol + fee_of_eve);
		assert_eq!(Balances::total_issuance(), issuance);
		assert!(Store::open_order(ORDER).is_none());
	});
}

#[test]
fn deadlines_pass_while_this_chain_stands_still() {
	with_shop(|chain| {
		let eve = Balances::total_balance(&Eve.to_account_id());
		let fee = apply(Eve, order());
		// Not shipped in time: everybody may give the buyer its money back.
		chain.wait(2 * HOURS - 1);
		let settle = || pallet_store::Call::<Runtime>::settle { order: ORDER };
		let early = pallet_store::Error::<Runtime>::DeadlineNotReached;
		assert_eq!(attempt(Ferdie, settle()).0, Err(early.into()));
		chain.wait(2);
		apply(Ferdie, settle());
		assert_eq!(Balances::total_balance(&Eve.to_account_id()), eve - fee);
	});
}
