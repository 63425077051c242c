//! Who receives fees, tips and dust: those who keep the chain going, and nothing is destroyed.

use crate::common::{apply, attempt, fee_paid, free, on_chain, sign_as, signed};
use bhtd_merchant_runtime::{
	configs::monetary::{CollatorPot, DealWithFees},
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		fee::BASE_FEE,
	},
	Balances, Executive, RuntimeCall,
};
use frame_support::{
	assert_ok,
	traits::{fungible::Balanced, OnUnbalanced},
};
use sp_keyring::Sr25519Keyring::{Alice, Eve, Ferdie};

fn transfer(value: u128) -> RuntimeCall {
	let dest = Ferdie.to_account_id().into();
	pallet_balances::Call::transfer_keep_alive { dest, value }.into()
}

#[test]
fn fees_and_tips_wait_for_the_collators() {
	on_chain("development", |_| {
		let issuance = Balances::total_issuance();
		let pot = free(CollatorPot::get());
		let tip = UNITS;
		assert_ok!(Executive::apply_extrinsic(sign_as(Eve, tip, transfer(UNITS))).unwrap());
		let fee = fee_paid();
		assert!(fee > tip + BASE_FEE && fee < tip + UNITS / 10, "{fee}");
		assert_eq!(free(CollatorPot::get()), pot + fee);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn author_receives_half_of_what_waits() {
	on_chain("development", |chain| {
		apply(Eve, transfer(UNITS));
		let waiting = free(CollatorPot::get()) - EXISTENTIAL_DEPOSIT;
		let alice = free(Alice.to_account_id());
		chain.next();
		assert_eq!(free(Alice.to_account_id()), alice + waiting / 2);
		assert_eq!(free(CollatorPot::get()), EXISTENTIAL_DEPOSIT + waiting - waiting / 2);
	});
}

#[test]
fn fee_of_a_failed_transaction_is_paid_all_the_same() {
	on_chain("development", |_| {
		let (outcome, fee) = attempt(Eve, transfer(1_000_000 * UNITS));
		assert!(outcome.is_err());
		assert!(fee >= BASE_FEE);
	});
}

#[test]
fn dust_is_not_destroyed() {
	on_chain("development", |_| {
		let issuance = Balances::total_issuance();
		let pot = free(CollatorPot::get());
		// All but less than an account needs.
		let (eve, dust) = (Eve.to_account_id(), EXISTENTIAL_DEPOSIT - 1);
		let value = free(eve.clone()) - dust;
		let dest = Ferdie.to_account_id().into();
		assert_ok!(Balances::transfer_allow_death(signed(eve.clone()), dest, value));
		assert_eq!(free(eve), 0);
		assert_eq!(free(CollatorPot::get()), pot + dust);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn nothing_of_a_fee_is_lost_however_it_arrives() {
	on_chain("development", |_| {
		let pot = free(CollatorPot::get());
		let issue = <Balances as Balanced<_>>::issue;
		DealWithFees::on_unbalanceds([issue(100), issue(10)].into_iter());
		DealWithFees::on_unbalanced(issue(1));
		DealWithFees::on_unbalanced(issue(0));
		assert_eq!(free(CollatorPot::get()), pot + 111);
	});
}
