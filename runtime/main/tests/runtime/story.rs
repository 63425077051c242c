//! From margin to points to BHTD, as signed transactions.

use crate::{
	common::{
		begin_block, fee_paid, free, in_block, network, sign, sign_as, signed, stranger, UNPAYABLE,
	},
	store::treasurys,
};
use bhtd_primitives::{ClassId, MarginLedger, Role};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::MINUTES,
	},
	AccountId, Assets, Balance, Balances, Executive, Margin, Points, Runtime, RuntimeCall, System,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Inspect, InspectHold},
};
use pallet_points::types::{Kind, Receipt, Scope};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie, Eve};
use sp_runtime::{transaction_validity::TransactionSource, FixedPointNumber, FixedU128};

const CLASS: ClassId = 0;
const SUPPLY: Balance = 1_000_000;
/// Planck of BHTD for the smallest unit: a hundred units are worth one BHTD.
const FLOOR: u128 = UNITS / 100;

/// What Charlie does with a transaction of his own.
fn charlie(call: impl Into<RuntimeCall>) {
	assert_ok!(Executive::apply_extrinsic(sign_as(Charlie, 0, call)).unwrap());
}

fn create_class() -> RuntimeCall {
	pallet_points::Call::create_class {
		name: b"Coffee".to_vec().try_into().unwrap(),
		symbol: b"CFE".to_vec().try_into().unwrap(),
		decimals: 2,
		supply: SUPPLY,
		floor: FixedU128::saturating_from_integer(FLOOR),
		kind: Kind::Value,
		scope: Scope::Global,
		design: Default::default(),
	}
	.into()
}

fn award(to: AccountId, amount: Balance, number: u64) -> RuntimeCall {
	let receipt = Receipt { book: 0, number };
	pallet_points::Call::award { class: CLASS, beneficiary: to, amount, receipt }.into()
}

fn convert(amount: Balance, min_out: Balance) -> RuntimeCall {
	pallet_points::Call::convert { class: CLASS, amount, min_out }.into()
}

/// The story up to the stranger, who has never had any BHTD, holding `amount` points.
fn with_award(amount: Balance, then: impl FnOnce(AccountId)) {
	in_block("development", || {
		charlie(create_class());
		charlie(pallet_points::Call::open_receipt_book {});
		let consumer = AccountId::from(stranger().public());
		charlie(award(consumer.clone(), amount, 0));
		assert_eq!(Assets::balance(CLASS, &consumer), amount);
		assert_eq!(free(consumer.clone()), 0);
		then(consumer);
	});
}

#[test]
fn consumer_without_bhtd_converts_and_pays_from_the_proceeds() {
	with_award(500, |consumer| {
		let issuance = Balances::total_issuance();
		let held = Margin::held(&Charlie.to_account_id(), Role::Merchant);
		let treasury = free(TreasuryAccount::get());
		assert_eq!(Margin::owed(&Charlie.to_account_id(), Role::Merchant), 500 * FLOOR);

		let transaction = sign(&stranger(), 0, 0, convert(200, 200 * FLOOR));
		assert_ok!(Executive::validate_transaction(
			TransactionSource::External,
			transaction.clone(),
			Default::default()
		));
		assert_ok!(Executive::apply_extrinsic(transaction).unwrap());

		let (fee, _) = fee_paid();
		assert!(fee > 0);
		assert_eq!(free(consumer.clone()), 200 * FLOOR - fee);
		assert_eq!(free(TreasuryAccount::get()), treasury + treasurys(fee));
		assert_eq!(Assets::balance(CLASS, &consumer), 300);
		assert_eq!(Margin::held(&Charlie.to_account_id(), Role::Merchant), held - 200 * FLOOR);
		assert_eq!(Margin::owed(&Charlie.to_account_id(), Role::Merchant), 300 * FLOOR);
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
		assert_eq!(Balances::total_issuance(), issuance);

		// And what it got is its own to spend.
		let pay = pallet_balances::Call::transfer_allow_death {
			dest: Eve.to_account_id().into(),
			value: UNITS,
		};
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 1, 0, pay)).unwrap());
	});
}

#[test]
fn conversions_that_would_fail_are_refused_before_inclusion() {
	with_award(500, |consumer| {
		let doomed = [
			// More than it holds, better than the floor, nothing, another class.
			convert(501, 0),
			convert(200, 200 * FLOOR + 1),
			convert(0, 0),
			pallet_points::Call::convert { class: 7, amount: 1, min_out: 0 }.into(),
			// What does not cover fee and existential deposit. One unit is worth a cent.
			convert(1, 0),
			// Whatever is not a conversion, or hides one.
			pallet_utility::Call::batch { calls: vec![convert(200, 0)] }.into(),
			pallet_assets::Call::<Runtime, pallet_assets::Instance1>::transfer {
				id: codec::Compact(CLASS),
				target: Eve.to_account_id().into(),
				amount: 1,
			}
			.into(),
		];
		// Make the smallest conversion worth less than its fee.
		for (index, call) in doomed.into_iter().enumerate() {
			let tip = if index == 4 { UNITS } else { 0 };
			let transaction = sign(&stranger(), 0, tip, call.clone());
			assert_eq!(
				Executive::validate_transaction(
					TransactionSource::External,
					transaction.clone(),
					Default::default()
				),
				Err(UNPAYABLE),
				"{call:?}"
			);
			assert_eq!(Executive::apply_extrinsic(transaction), Err(UNPAYABLE), "{call:?}");
		}
		assert_eq!(Assets::balance(CLASS, &consumer), 500);
		assert_eq!(free(consumer), 0);
	});
}

#[test]
fn converting_everything_needs_no_bhtd_before_and_leaves_no_points() {
	with_award(500, |consumer| {
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 0, 0, convert(500, 0))).unwrap());
		assert_eq!(Assets::balance(CLASS, &consumer), 0);
		assert!(free(consumer.clone()) > 4 * UNITS);
		assert!(System::account_exists(&consumer));
		assert_eq!(Margin::owed(&Charlie.to_account_id(), Role::Merchant), 0);
	});
}

#[test]
fn awards_stop_where_the_margin_does() {
	in_block("development", || {
		charlie(create_class());
		charlie(pallet_points::Call::open_receipt_book {});
		let capacity = Margin::capacity(Charlie.to_account_id(), Role::Merchant);
		assert_eq!(capacity, 49_000 * UNITS);
		// Only with a higher floor do so few points meet the limit.
		let floor = FLOOR * 10;
		charlie(pallet_points::Call::raise_floor {
			class: CLASS,
			floor: FixedU128::saturating_from_integer(floor),
		});
		let affordable = capacity / floor;
		assert!(affordable < SUPPLY);
		assert_noop!(
			Points::award(
				signed(Charlie.to_account_id()),
				CLASS,
				Eve.to_account_id(),
				affordable + 1,
				Receipt { book: 0, number: 0 }
			),
			pallet_margin::Error::<Runtime>::ExceedsCapacity
		);
		charlie(award(Eve.to_account_id(), affordable, 0));
		assert_eq!(Margin::capacity(Charlie.to_account_id(), Role::Merchant), 0);
	});
}

#[test]
fn receipt_is_good_for_one_award() {
	with_award(500, |consumer| {
		let again = sign_as(Charlie, 0, award(consumer.clone(), 500, 0));
		assert_eq!(
			Executive::apply_extrinsic(again).unwrap(),
			Err(pallet_points::Error::<Runtime>::ReceiptUsed.into())
		);
		assert_eq!(Assets::balance(CLASS, &consumer), 500);
	});
}

#[test]
fn merchant_leaves_and_consumers_convert_throughout() {
	network("development").execute_with(|| {
		begin_block(1);
		let who = |name: Sr25519Keyring| name.to_account_id();
		let apply =
			|name, call: RuntimeCall| Executive::apply_extrinsic(sign_as(name, 0, call)).unwrap();

		let amount = 5_000 * UNITS;
		assert_ok!(apply(
			Bob,
			pallet_margin::Call::register {
				role: Role::Merchant,
				amount,
				profile: Default::default()
			}
			.into()
		));
		assert_ok!(apply(Bob, create_class()));
		assert_ok!(apply(Bob, pallet_points::Call::open_receipt_book {}.into()));
		assert_ok!(apply(Bob, award(who(Eve), 1_000, 0)));
		assert_ok!(apply(Bob, pallet_margin::Call::announce_exit { role: Role::Merchant }.into()));
		assert!(apply(Bob, award(who(Eve), 1_000, 1)).is_err());

		let withdraw =
			|| -> RuntimeCall { pallet_margin::Call::withdraw { role: Role::Merchant }.into() };
		assert_eq!(
			apply(Bob, withdraw()),
			Err(pallet_margin::Error::<Runtime>::NoticeRunning.into())
		);
		System::set_block_number(1 + MINUTES);
		assert_ok!(apply(Bob, withdraw()));
		// What is owed stays, and pays.
		assert_eq!(Margin::held(&who(Bob), Role::Merchant), 1_000 * FLOOR);
		assert_ok!(apply(Eve, convert(1_000, 1_000 * FLOOR)));
		assert_ok!(apply(Bob, withdraw()).or_else(|error| {
			// With the last conversion there may be nothing left to take back but the deposit.
			if error == pallet_margin::Error::<Runtime>::NothingToWithdraw.into() {
				Ok(())
			} else {
				Err(error)
			}
		}));
		assert_eq!(Margin::held(&who(Bob), Role::Merchant), 0);
	});
}

#[test]
fn one_account_has_many_roles_and_no_coin_counts_twice() {
	in_block("development", || {
		let bob = Bob.to_account_id();
		let total = Balances::total_balance(&bob);
		let register =
			|role, amount| Margin::register(signed(bob.clone()), role, amount, Default::default());
		assert_ok!(register(Role::Merchant, 400_000 * UNITS));
		assert_ok!(register(Role::Operator, 400_000 * UNITS));
		assert!(register(Role::GroupMerchant, 400_000 * UNITS).is_err());
		assert!(Balances::total_balance_on_hold(&bob) >= 800_000 * UNITS);
		assert_eq!(Balances::total_balance(&bob), total);
		assert!(Balances::free_balance(&bob) >= EXISTENTIAL_DEPOSIT);
	});
}
