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

fn call(worker: u32) -> RuntimeCall {
	Call::<Test>::claim { worker }.into()
}

fn info() -> DispatchInfo {
	call(0).get_dispatch_info()
}

fn fee() -> Balance {
	TransactionPayment::compute_fee(LEN as u32, &info(), 0)
}

fn proceeds(who: AccountId, call: RuntimeCall) -> Option<Balance> {
	<Work as BringsProceeds<_, _, _>>::proceeds(&who, &call)
}

/// What the transaction would meet in the pool.
fn validate(who: AccountId, worker: u32) -> Result<(), TransactionValidityError> {
	ChargeTransactionPayment::<Test>::from(0)
		.validate_only(signed(who), &call(worker), &info(), LEN, TransactionSource::External, 0)
		.map(|_| ())
}

#[test]
fn a_beneficiary_without_bhtd_pays_the_fee_of_a_claim_out_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 2), 77));
		assert_ok!(approve(0));
		let refused = Err(InvalidTransaction::Payment.into());
		assert_eq!(validate(77, 0), refused);
		next_eras(2);
		assert!(fee() > 0 && fee() + EXISTENTIAL_DEPOSIT < PAY);
		assert_ok!(validate(77, 0));
		// Only who is paid can pay out of it.
		assert_eq!(validate(78, 0), refused);
		let done = ChargeTransactionPayment::<Test>::from(0).dispatch_transaction(
			signed(77),
			call(0),
			&info(),
			LEN,
			0,
		);
		assert_ok!(done.unwrap());
		assert_eq!(free(77), PAY - fee());
		Burnt::set(fee());
	});
}

#[test]
fn proceeds_are_what_the_call_brings() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 2), BOB));
		assert_eq!(proceeds(BOB, call(0)), None);
		assert_ok!(approve(0));
		next_eras(2);
		assert_eq!(proceeds(BOB, call(0)), Some(PAY));
		assert_eq!(proceeds(ALICE, call(0)), None);
		assert_eq!(proceeds(BOB, call(1)), None);
		assert_eq!(proceeds(BOB, Call::<Test>::stop { worker: 0 }.into()), None);
		assert_ok!(claim(0));
		assert_eq!(proceeds(BOB, call(0)), None);
		// A claim that closes the record succeeds, though it pays nothing but the deposit.
		assert_ok!(stop(0));
		assert_eq!(proceeds(BOB, call(0)), Some(0));
	});
}
