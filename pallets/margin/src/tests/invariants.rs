//! The checks of the invariants find what they look for.

use super::*;
use frame_support::traits::fungible::{MutateHold, UnbalancedHold};

/// Breaks something, expects the checks to say so, and undoes it.
fn breaks(expected: &'static str, damage: impl FnOnce()) {
	use frame_support::storage::{with_transaction, TransactionOutcome};
	indebted(|| {
		let found = with_transaction(|| {
			damage();
			TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(Margin::do_try_state()))
		});
		assert_eq!(found, Ok(Err(expected.into())));
	});
}

#[test]
fn more_owed_than_held_is_found() {
	breaks("margin: less is held than owed", || {
		let reason = HoldReason::Merchant.into();
		assert_ok!(Balances::set_balance_on_hold(&reason, &ALICE, 2_999));
	});
}

#[test]
fn a_record_without_a_profile_is_found() {
	breaks("margin: a record without a profile", || Profiles::<Test>::remove(ALICE, Merchant));
}

#[test]
fn a_profile_without_a_record_is_found() {
	breaks("margin: a profile without a record", || Accounts::<Test>::remove(ALICE, Merchant));
}

#[test]
fn a_hold_without_a_record_is_found() {
	breaks("margin: a hold without a record", || {
		assert_ok!(Balances::hold(&HoldReason::Operator.into(), &BOB, 1));
	});
}

#[test]
fn terms_out_of_bounds_are_found() {
	breaks("margin: terms out of bounds", || {
		RoleTerms::<Test>::insert(Merchant, Terms { minimum: 0, notice: NOTICE });
	});
}

#[test]
fn the_constants_fit_together() {
	Margin::integrity_test();
}
