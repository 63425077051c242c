//! `convert` and `reconcile`.

use crate::{mock::*, Classes, Error, Event};
use bhtd_primitives::Role;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, FixedU128, TokenError};

#[test]
fn converting_pays_the_floor_from_the_margin() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		let before = held(MERCHANT);
		assert_ok!(Points::convert(signed(ALICE), 0, 60, 120));
		System::assert_last_event(
			Event::Converted { class: 0, who: ALICE, amount: 60, out: 120 }.into(),
		);
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT + 120);
		assert_eq!(held(MERCHANT), before - 120);
		assert_eq!(owed(MERCHANT), 80);
		assert_eq!(points(0, ALICE), 40);
	});
}

#[test]
fn an_account_without_bhtd_converts() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		assert_ok!(Points::convert(signed(NEWCOMER), 0, 100, 200));
		assert_eq!(Balances::free_balance(NEWCOMER), 200);
		assert_eq!(points(0, NEWCOMER), 0);
	});
}

#[test]
fn proceeds_below_the_existential_deposit_do_not_start_an_account() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 4, 0));
		assert_noop!(Points::convert(signed(NEWCOMER), 0, 4, 0), TokenError::CannotCreate);
		assert_ok!(award(NEWCOMER, 1, 1));
		assert_ok!(Points::convert(signed(NEWCOMER), 0, 5, 0));
		assert_eq!(Balances::free_balance(NEWCOMER), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn conversions_that_cannot_be_are_refused() {
	let tenth = FixedU128::from_rational(1, 10);
	ExtBuilder::default().margin(MINIMUM + 100).class(tenth).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_noop!(Points::convert(RuntimeOrigin::root(), 0, 1, 0), BadOrigin);
		assert_noop!(Points::convert(signed(ALICE), 1, 1, 0), Error::<Test>::ClassNotFound);
		assert_noop!(Points::convert(signed(ALICE), 0, 0, 0), Error::<Test>::AmountIsZero);
		assert_noop!(Points::convert(signed(ALICE), 0, 101, 0), Error::<Test>::InsufficientPoints);
		assert_noop!(
			Points::convert(signed(ALICE), 0, u128::MAX, 0),
			Error::<Test>::InsufficientPoints
		);
		assert_noop!(Points::convert(signed(BOB), 0, 1, 0), Error::<Test>::InsufficientPoints);
		assert_noop!(Points::convert(signed(ALICE), 0, 9, 0), Error::<Test>::ProceedsAreZero);
		assert_noop!(Points::convert(signed(ALICE), 0, 19, 2), Error::<Test>::BelowMinOut);
		assert_ok!(Points::convert(signed(ALICE), 0, 19, 1));
		// Not even the vault's own signature, should there ever be one, turns its points into BHTD.
		let vault = Points::vault(0);
		assert_noop!(Points::convert(signed(vault), 0, 100, 0), Error::<Test>::InsufficientPoints);
	});
}

#[test]
fn rounding_is_against_the_converter_and_leaves_the_rest_with_the_merchant() {
	let floor = FixedU128::from_rational(19, 10);
	ExtBuilder::default().margin(MINIMUM + 1_000).class(floor).build_and_execute(|| {
		assert_ok!(award(ALICE, 10, 0));
		assert_eq!(owed(MERCHANT), 19);
		for _ in 0..10 {
			assert_ok!(Points::convert(signed(ALICE), 0, 1, 0));
		}
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT + 10);
		assert_eq!(owed(MERCHANT), 0);
		assert_eq!(held(MERCHANT), MINIMUM + 1_000 - 10);
	});
}

#[test]
fn a_bank_run_during_an_exit_is_paid_in_full() {
	ExtBuilder::default().margin(MINIMUM + 1_000).class(1).build_and_execute(|| {
		for (number, who) in [ALICE, BOB, NEWCOMER, RIVAL].into_iter().enumerate() {
			assert_ok!(award(who, 250, number as u64));
		}
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(Points::convert(signed(ALICE), 0, 250, 250));
		System::set_block_number(1 + NOTICE);
		// The merchant leaves in the middle of the run and cannot take what is owed.
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_eq!(held(MERCHANT), 750);
		for who in [BOB, NEWCOMER, RIVAL] {
			assert_ok!(Points::convert(signed(who), 0, 250, 250));
		}
		assert_eq!((held(MERCHANT), owed(MERCHANT)), (0, 0));
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert!(Margin::account(MERCHANT, Role::Merchant).is_none());
	});
}

#[test]
fn points_sent_to_the_vault_are_reconciled_by_anyone() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_noop!(Points::reconcile(signed(BOB), 0), Error::<Test>::NothingToReconcile);
		assert_ok!(Assets::transfer(signed(ALICE), 0, Points::vault(0), 30));
		assert_eq!(owed(MERCHANT), 200);
		assert_noop!(Points::reconcile(RuntimeOrigin::root(), 0), BadOrigin);
		assert_noop!(Points::reconcile(signed(BOB), 1), Error::<Test>::ClassNotFound);
		assert_ok!(Points::reconcile(signed(BOB), 0));
		System::assert_last_event(Event::Reconciled { class: 0, released: 60 }.into());
		assert_eq!(owed(MERCHANT), 140);
		assert_eq!(Classes::<Test>::get(0).unwrap().liability, 140);
	});
}

#[test]
fn a_conversion_reconciles_on_the_way() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Assets::transfer(signed(ALICE), 0, Points::vault(0), 30));
		assert_ok!(Points::convert(signed(ALICE), 0, 70, 140));
		assert_eq!(owed(MERCHANT), 0);
		assert_eq!(held(MERCHANT), MINIMUM + 1_000_000 - 140);
	});
}

#[test]
fn a_conversion_is_refused_rather_than_paid_from_what_is_owed_to_others() {
	shop().build().execute_with(|| {
		assert_ok!(award(ALICE, 100, 0));
		// Nothing but a key above all others can take points out of the vault past this pallet.
		let vault = signed(Points::vault(0));
		assert_ok!(Assets::transfer(vault, 0, BOB, 50));
		assert!(Points::do_try_state().is_err());
		assert_noop!(Points::convert(signed(BOB), 0, 50, 0), Error::<Test>::LiabilityMissing);
	});
}
