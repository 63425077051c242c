//! Who receives fees, tips and dust.

use crate::common::{fee_paid, free, in_block, sign_as, signed, stranger};
use bhtd_runtime::{
	configs::monetary::{DealWithFees, TreasuryAccount},
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		fee::{BASE_FEE, DIVIDEND_SHARE, TREASURY_SHARE},
	},
	AccountId, Balances, Dividends, Executive, RuntimeCall, System, Witnesses,
};
use frame_support::{
	assert_ok,
	traits::{fungible::Balanced, OnUnbalanced},
};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{Alice, Eve, Ferdie};
use sp_runtime::{
	traits::Zero,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

fn transfer(amount: u128) -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive {
		dest: Ferdie.to_account_id().into(),
		value: amount,
	}
	.into()
}

/// What the pot of the witnesses has, and what of it they will divide.
fn pot() -> (u128, u128) {
	(free(Witnesses::pot()), Witnesses::era().undivided)
}

#[test]
fn fee_is_split_and_the_tip_is_the_witnesses() {
	in_block("development", || {
		let accounts = || {
			(
				free(Eve.to_account_id()),
				free(TreasuryAccount::get()),
				free(Alice.to_account_id()),
				Balances::total_issuance(),
				pot(),
				free(Dividends::pot()),
			)
		};
		let before = accounts();

		let tip = 3 * UNITS;
		assert_ok!(Executive::apply_extrinsic(sign_as(Eve, tip, transfer(UNITS))).unwrap());

		let after = accounts();
		let (fee, paid_tip) = fee_paid();
		assert_eq!(paid_tip, tip);
		assert!(fee > BASE_FEE);
		let treasury = fee * u128::from(TREASURY_SHARE) / 100;
		let dividend = (fee - treasury) / 2;
		assert!(dividend >= fee * u128::from(DIVIDEND_SHARE) / 100);
		assert_eq!(before.0 - after.0, UNITS + fee + tip);
		assert_eq!(after.1 - before.1, treasury);
		assert_eq!(after.5 - before.5, dividend);
		// Rounding is the witnesses'.
		assert_eq!(after.4 .0 - before.4 .0, fee - treasury - dividend + tip);
		assert_eq!(after.4 .1 - before.4 .1, fee - treasury - dividend + tip);
		// The author has no more of it than others.
		assert_eq!(before.2, after.2);
		assert_eq!(before.3, after.3);
	});
}

#[test]
fn simple_transfer_costs_less_than_a_cent() {
	in_block("development", || {
		assert_ok!(Executive::apply_extrinsic(sign_as(Eve, 0, transfer(UNITS))).unwrap());
		let (fee, tip) = fee_paid();
		assert!(tip.is_zero());
		assert!(fee < UNITS / 100, "{fee}");
	});
}

#[test]
fn lone_fee_is_split_as_well() {
	// This is how the execution of messages from other chains is paid.
	in_block("development", || {
		let (treasury, (balance, undivided)) = (free(TreasuryAccount::get()), pot());
		let dividends = free(Dividends::pot());
		DealWithFees::on_unbalanced(<Balances as Balanced<AccountId>>::issue(1_001));
		assert_eq!(free(TreasuryAccount::get()), treasury + 600);
		assert_eq!(free(Dividends::pot()), dividends + 200);
		assert_eq!(pot(), (balance + 201, undivided + 201));
	});
}

#[test]
fn dust_goes_to_the_treasury() {
	in_block("development", || {
		let issuance = Balances::total_issuance();
		let before = free(TreasuryAccount::get());
		let who = AccountId::from(stranger().public());
		assert_ok!(Balances::transfer_keep_alive(
			signed(Eve.to_account_id()),
			who.clone().into(),
			2 * EXISTENTIAL_DEPOSIT
		));
		assert_ok!(Balances::transfer_allow_death(
			signed(who.clone()),
			Eve.to_account_id().into(),
			2 * EXISTENTIAL_DEPOSIT - 7
		));
		assert!(!System::account_exists(&who));
		assert_eq!(free(TreasuryAccount::get()), before + 7);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn who_cannot_pay_is_refused_before_inclusion() {
	in_block("development", || {
		let transaction = crate::common::sign(&stranger(), 0, 0, transfer(UNITS));
		assert_eq!(
			Executive::apply_extrinsic(transaction),
			Err(TransactionValidityError::Invalid(InvalidTransaction::Payment))
		);
	});
}
