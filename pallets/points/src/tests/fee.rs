//! Promise C4: an account without BHTD converts and pays its fee, and nobody converts for free.

use crate::{mock::*, Call};
use frame_support::{
	assert_ok,
	dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	traits::fungible::Mutate,
};
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{
	traits::{DispatchTransaction, Dispatchable},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchResultWithInfo,
};

const LEN: usize = 20;
/// `IdentityFee` on the weight given, the base weight and the length.
const WEIGHT: u64 = 100;

fn info() -> DispatchInfo {
	DispatchInfo {
		call_weight: frame_support::weights::Weight::from_parts(WEIGHT, 0),
		..Call::<Test>::convert { class: 0, amount: 0, min_out: 0 }.get_dispatch_info()
	}
}

fn fee() -> Balance {
	TransactionPayment::compute_fee(LEN as u32, &info(), 0)
}

fn convert(amount: Balance, min_out: Balance) -> RuntimeCall {
	Call::convert { class: 0, amount, min_out }.into()
}

/// What the transaction would meet in the pool.
fn validate(who: AccountId, call: &RuntimeCall) -> Result<(), TransactionValidityError> {
	ChargeTransactionPayment::<Test>::from(0)
		.validate_only(
			signed(who),
			call,
			&info(),
			LEN,
			sp_runtime::transaction_validity::TransactionSource::External,
			0,
		)
		.map(|_| ())
}

/// What it would meet in a block.
fn apply(
	who: AccountId,
	call: RuntimeCall,
) -> Result<DispatchResultWithInfo<PostDispatchInfo>, TransactionValidityError> {
	frame_support::storage::with_transaction(|| {
		let result = ChargeTransactionPayment::<Test>::from(0).dispatch_transaction(
			signed(who),
			call,
			&info(),
			LEN,
			0,
		);
		match result {
			Ok(done) => sp_runtime::TransactionOutcome::Commit(Ok::<
				_,
				TransactionValidityErrorWrapper,
			>(Ok(done))),
			Err(error) => sp_runtime::TransactionOutcome::Rollback(Ok(Err(error))),
		}
	})
	.unwrap()
}

/// `with_transaction` wants an error that nesting too deep turns into.
#[derive(Debug)]
struct TransactionValidityErrorWrapper;

impl From<sp_runtime::DispatchError> for TransactionValidityErrorWrapper {
	fn from(_: sp_runtime::DispatchError) -> Self {
		Self
	}
}

fn refused() -> TransactionValidityError {
	InvalidTransaction::Payment.into()
}

fn assert_refused(who: AccountId, call: RuntimeCall) {
	assert_eq!(validate(who, &call), Err(refused()), "{call:?}");
	let root = sp_io::storage::root(Default::default());
	assert_eq!(apply(who, call.clone()).unwrap_err(), refused(), "{call:?}");
	assert_eq!(sp_io::storage::root(Default::default()), root, "{call:?} left a trace");
}

#[test]
fn a_newcomer_pays_the_fee_out_of_the_proceeds() {
	shop().build_and_execute(|| {
		let amount = fee() + EXISTENTIAL_DEPOSIT;
		assert_ok!(award(NEWCOMER, amount, 0));
		assert_ok!(validate(NEWCOMER, &convert(amount, 0)));
		assert_ok!(apply(NEWCOMER, convert(amount, 0)).unwrap());
		assert_eq!(Balances::free_balance(NEWCOMER), 2 * amount - fee());
	});
}

#[test]
fn the_proceeds_must_cover_fee_and_existential_deposit() {
	shop().build_and_execute(|| {
		// The floor is 2: the smallest amount whose proceeds suffice.
		let enough = (fee() + EXISTENTIAL_DEPOSIT).div_ceil(2);
		assert_ok!(award(NEWCOMER, enough, 0));
		assert_refused(NEWCOMER, convert(enough - 1, 0));
		assert_ok!(apply(NEWCOMER, convert(enough, 0)).unwrap());
		assert!(Balances::free_balance(NEWCOMER) >= EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn a_conversion_that_would_fail_is_refused_before_inclusion() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 10_000, 0));
		assert_refused(NEWCOMER, convert(10_001, 0));
		assert_refused(NEWCOMER, convert(0, 0));
		assert_refused(NEWCOMER, convert(10_000, 20_001));
		assert_refused(NEWCOMER, convert(u128::MAX, 0));
		assert_refused(NEWCOMER, Call::convert { class: 9, amount: 10_000, min_out: 0 }.into());
	});
}

#[test]
fn no_other_call_is_paid_for_that_way() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 10_000, 0));
		assert_refused(NEWCOMER, Call::reconcile { class: 0 }.into());
		assert_refused(
			NEWCOMER,
			pallet_assets::Call::transfer { id: 0, target: ALICE, amount: 1 }.into(),
		);
	});
}

#[test]
fn spam_is_refused_or_costs_its_fee_every_time() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 1_000_000 / 2, 0));
		let (mut refusals, mut paid) = (0, 0);
		for round in 0..100u128 {
			let call = if round % 2 == 0 { convert(u128::MAX, 0) } else { convert(fee(), 0) };
			let before = Balances::free_balance(NEWCOMER);
			match apply(NEWCOMER, call) {
				Err(_) => refusals += 1,
				Ok(Ok(_)) => {
					paid += 1;
					assert_eq!(Balances::free_balance(NEWCOMER), before + 2 * fee() - fee());
				}
				// Once it has BHTD of its own, a failing conversion is included, and pays.
				Ok(Err(_)) => {
					paid += 1;
					assert_eq!(Balances::free_balance(NEWCOMER), before - fee());
				}
			}
		}
		assert_eq!(refusals + paid, 100);
		assert!(refusals >= 1 && paid >= 90, "{refusals} refused, {paid} paid");
	});
}

#[test]
fn who_has_bhtd_pays_beforehand() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(apply(ALICE, convert(100, 0)).unwrap());
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - fee() + 200);
		// A failing conversion is included and charged, as any call of an account with BHTD.
		assert!(apply(ALICE, convert(100, 0)).unwrap().is_err());
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - 2 * fee() + 200);
	});
}

#[test]
fn a_little_bhtd_is_topped_up_by_the_proceeds() {
	shop().build_and_execute(|| {
		Balances::set_balance(&NEWCOMER, EXISTENTIAL_DEPOSIT);
		let amount = fee() / 2;
		assert_ok!(award(NEWCOMER, amount, 0));
		assert_refused(NEWCOMER, convert(amount - 1, 0));
		assert_ok!(apply(NEWCOMER, convert(amount, 0)).unwrap());
		assert_eq!(Balances::free_balance(NEWCOMER), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn the_same_call_dispatched_without_extensions_does_the_same() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		assert_ok!(convert(100, 200).dispatch(signed(NEWCOMER)));
		assert_eq!(Balances::free_balance(NEWCOMER), 200);
	});
}
