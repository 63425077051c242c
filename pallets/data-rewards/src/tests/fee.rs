//! The fee of a claim can be paid out of what it brings.

use super::*;
use bhtd_primitives::BringsProceeds;
use frame_support::dispatch::{DispatchInfo, GetDispatchInfo};
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{
	traits::DispatchTransaction,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
};

const LEN: usize = 20;

fn call() -> RuntimeCall {
	Call::<Test>::claim { campaign: 0 }.into()
}

fn info() -> DispatchInfo {
	call().get_dispatch_info()
}

fn fee() -> Balance {
	TransactionPayment::compute_fee(LEN as u32, &info(), 0)
}

fn proceeds(who: AccountId, call: RuntimeCall) -> Option<Balance> {
	<DataRewards as BringsProceeds<_, _, _>>::proceeds(&who, &call)
}

/// What the transaction would meet in the pool.
fn validate(who: AccountId) -> Result<(), TransactionValidityError> {
	ChargeTransactionPayment::<Test>::from(0)
		.validate_only(signed(who), &call(), &info(), LEN, TransactionSource::External, 0)
		.map(|_| ())
}

/// Alice has nothing but her deposits, and something to claim if the block comes.
fn with_penniless_alice(test: impl FnOnce()) {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1 << 19);
		assert_ok!(Balances::transfer_allow_death(
			signed(ALICE),
			BOB,
			Balances::usable_balance(ALICE)
		));
		assert!(Balances::usable_balance(ALICE) == 0);
		test();
	});
}

#[test]
fn who_has_no_bhtd_pays_the_fee_of_a_claim_out_of_it() {
	with_penniless_alice(|| {
		advance_to(FROM + 5);
		assert!(fee() > 0 && fee() + EXISTENTIAL_DEPOSIT < 5_000);
		let before = free(ALICE);
		assert_ok!(validate(ALICE));
		let done = ChargeTransactionPayment::<Test>::from(0).dispatch_transaction(
			signed(ALICE),
			call(),
			&info(),
			LEN,
			0,
		);
		assert_ok!(done.unwrap());
		assert_eq!(free(ALICE), before + 5_000 - fee());
		Burnt::set(fee());
	});
}

#[test]
fn a_claim_of_nothing_or_too_little_does_not_enter_the_pool() {
	with_penniless_alice(|| {
		let refused = Err(InvalidTransaction::Payment.into());
		assert_eq!(proceeds(ALICE, call()), None);
		assert_eq!(validate(ALICE), refused);
		assert_eq!(validate(77), refused);
		Identified::set(Vec::new());
		Contributors::<Test>::mutate(0, ALICE, |record| {
			record.as_mut().unwrap().fees = 2 * fee() - 2;
		});
		advance_to(FROM + 50);
		assert_eq!(proceeds(ALICE, call()), Some(fee() - 1));
		assert_eq!(validate(ALICE), refused);
	});
}

#[test]
fn proceeds_are_what_the_call_brings() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		advance_to(FROM + 5);
		assert_eq!(proceeds(ALICE, call()), Some(500));
		assert_eq!(proceeds(BOB, call()), None);
		assert_eq!(proceeds(ALICE, Call::<Test>::claim { campaign: 1 }.into()), None);
		assert_eq!(proceeds(ALICE, Call::<Test>::revoke { campaign: 0 }.into()), None);
		let before = free(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), before + 500);
		assert_eq!(proceeds(ALICE, call()), None);
		// A claim that closes the record succeeds, though it pays nothing but the deposit.
		advance_to(CLOSES);
		assert_eq!(proceeds(ALICE, call()), Some(0));
	});
}
