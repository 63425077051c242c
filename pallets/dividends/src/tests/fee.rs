//! The fee of a claim, or of a withdrawal, can be paid out of what it brings.

use super::*;
use bhtd_primitives::BringsProceeds;
use frame_support::dispatch::{DispatchInfo, GetDispatchInfo};
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{
	traits::DispatchTransaction,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
	DispatchResult,
};

const LEN: usize = 20;

fn call(call: Call<Test>) -> RuntimeCall {
	call.into()
}

fn claiming() -> RuntimeCall {
	call(Call::claim {})
}

fn withdrawing() -> RuntimeCall {
	call(Call::withdraw {})
}

fn info(call: &RuntimeCall) -> DispatchInfo {
	call.get_dispatch_info()
}

fn fee(call: &RuntimeCall) -> Balance {
	TransactionPayment::compute_fee(LEN as u32, &info(call), 0)
}

fn proceeds(who: AccountId, call: &RuntimeCall) -> Option<Balance> {
	<Dividends as BringsProceeds<_, _, _>>::proceeds(&who, call)
}

/// What the transaction would meet in the pool.
fn validate(who: AccountId, call: &RuntimeCall) -> Result<(), TransactionValidityError> {
	ChargeTransactionPayment::<Test>::from(0)
		.validate_only(signed(who), call, &info(call), LEN, TransactionSource::External, 0)
		.map(|_| ())
}

fn dispatch(who: AccountId, call: RuntimeCall) -> DispatchResult {
	let info = info(&call);
	ChargeTransactionPayment::<Test>::from(0)
		.dispatch_transaction(signed(who), call, &info, LEN, 0)
		.expect("the transaction is valid")
		.map(|_| ())
		.map_err(|error| error.error)
}

/// Alice has nothing but what she has locked.
fn with_penniless_alice(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 8 * MINIMUM));
		assert_ok!(Balances::transfer_all(signed(ALICE), BOB, false));
		assert_eq!(Balances::usable_balance(ALICE), 0);
		test();
	});
}

#[test]
fn who_has_no_bhtd_pays_the_fee_of_a_claim_out_of_it() {
	with_penniless_alice(|| {
		pay_out(5_000);
		let (before, fee) = (free(ALICE), fee(&claiming()));
		assert!(fee > 0 && fee + EXISTENTIAL_DEPOSIT < 5_000);
		assert_ok!(validate(ALICE, &claiming()));
		assert_ok!(dispatch(ALICE, claiming()));
		assert_eq!(free(ALICE), before + 5_000 - fee);
		// The fee is a dividend again.
		assert_eq!(waiting(), fee);
	});
}

#[test]
fn who_has_no_bhtd_pays_the_fee_of_a_withdrawal_out_of_it() {
	with_penniless_alice(|| {
		assert_ok!(unlock(ALICE, 5 * MINIMUM));
		assert_eq!(validate(ALICE, &withdrawing()), Err(InvalidTransaction::Payment.into()));
		advance(NOTICE);
		let (before, fee) = (free(ALICE), fee(&withdrawing()));
		assert_ok!(validate(ALICE, &withdrawing()));
		assert_ok!(dispatch(ALICE, withdrawing()));
		assert_eq!(free(ALICE), before + 5 * MINIMUM - fee);
	});
}

#[test]
fn a_claim_of_nothing_or_too_little_does_not_enter_the_pool() {
	with_penniless_alice(|| {
		let refused = Err(InvalidTransaction::Payment.into());
		assert_eq!(validate(ALICE, &claiming()), refused);
		assert_eq!(validate(77, &claiming()), refused);
		pay_out(fee(&claiming()) - 1);
		assert_eq!(proceeds(ALICE, &claiming()), Some(fee(&claiming()) - 1));
		assert_eq!(validate(ALICE, &claiming()), refused);
		pay_out(1);
		assert_ok!(validate(ALICE, &claiming()));
	});
}

#[test]
fn proceeds_are_what_the_call_brings() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 4 * MINIMUM));
		assert_eq!(proceeds(ALICE, &claiming()), None);
		assert_eq!(proceeds(ALICE, &withdrawing()), None);
		assert_ok!(unlock(ALICE, 2 * MINIMUM));
		assert_eq!(proceeds(ALICE, &withdrawing()), None);
		fees(1_000);
		advance(4);
		assert_eq!(proceeds(ALICE, &claiming()), Some(400));
		let before = free(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), before + 400);
		advance(NOTICE);
		assert_eq!(proceeds(ALICE, &withdrawing()), Some(2 * MINIMUM));
		for who in [BOB, Dividends::pot()] {
			assert_eq!(proceeds(who, &claiming()), None);
			assert_eq!(proceeds(who, &withdrawing()), None);
		}
		// What brings nothing, or belongs to another pallet.
		for other in
			[Call::lock { amount: 1 }, Call::unlock { amount: 1 }, Call::relock { amount: 1 }]
		{
			assert_eq!(proceeds(ALICE, &call(other)), None);
		}
		let remark = frame_system::Call::<Test>::remark { remark: vec![] };
		assert_eq!(proceeds(ALICE, &remark.into()), None);
	});
}
