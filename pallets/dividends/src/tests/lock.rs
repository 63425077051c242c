//! BHTD is locked by choice, under a hold of its own.

use super::*;
use frame_support::traits::fungible::{InspectHold, MutateFreeze};

#[test]
fn what_is_locked_is_on_hold_and_earns() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 4_096));
		let event = Event::Locked { who: ALICE, amount: 4_096, locked: 4_096 };
		assert_eq!(last_event(), event.into());
		assert_eq!((on_hold(ALICE), free(ALICE)), (4_096, ENDOWMENT - 4_096 - deposit()));
		pay_out(300);
		assert_eq!(claimable(ALICE), 300);
	});
}

#[test]
fn a_second_lock_adds_to_the_first() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		// Whoever has the minimum may add a single planck.
		assert_ok!(lock(ALICE, 1));
		assert_ok!(lock(ALICE, 2 * MINIMUM - 1));
		let event = Event::Locked { who: ALICE, amount: 2 * MINIMUM - 1, locked: 3 * MINIMUM };
		assert_eq!(last_event(), event.into());
		assert_eq!(on_hold(ALICE), 3 * MINIMUM);
		assert_eq!((ledger().lockers, ledger().accumulator.weight()), (2, 4 * MINIMUM));
		pay_out(400);
		assert_eq!((claimable(ALICE), claimable(BOB)), (300, 100));
	});
}

#[test]
fn what_was_earned_stays_when_more_is_locked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		pay_out(100);
		assert_ok!(lock(ALICE, 6 * MINIMUM));
		assert_eq!((claimable(ALICE), claimable(BOB)), (50, 50));
		pay_out(800);
		assert_eq!((claimable(ALICE), claimable(BOB)), (750, 150));
	});
}

#[test]
fn less_than_the_minimum_cannot_be_locked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(lock(ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(lock(ALICE, MINIMUM - 1), Error::<Test>::BelowMinimum);
		assert_ok!(lock(ALICE, MINIMUM));
		assert_noop!(lock(ALICE, 0), Error::<Test>::AmountIsZero);
		// Nor does a record help that has nothing locked any more.
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_noop!(lock(ALICE, MINIMUM - 1), Error::<Test>::BelowMinimum);
		assert_ok!(lock(ALICE, MINIMUM));
		assert_eq!(on_hold(ALICE), 2 * MINIMUM);
	});
}

#[test]
fn nobody_locks_more_than_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		let all = ENDOWMENT - deposit() - EXISTENTIAL_DEPOSIT;
		assert_noop!(lock(ALICE, all + 1), TokenError::FundsUnavailable);
		assert_noop!(lock(ALICE, Balance::MAX), TokenError::FundsUnavailable);
		assert_noop!(lock(77, MINIMUM), TokenError::FundsUnavailable);
		assert_ok!(lock(ALICE, all));
		assert_eq!(free(ALICE), EXISTENTIAL_DEPOSIT);
		assert_noop!(lock(ALICE, 1), TokenError::FundsUnavailable);
		// With what is locked already, more than can be counted.
		assert_noop!(lock(ALICE, Balance::MAX), sp_runtime::ArithmeticError::Overflow);
	});
}

#[test]
fn a_coin_counts_once() {
	ExtBuilder::default().build_and_execute(|| {
		// What is frozen for something else can be locked; what is on hold for something else cannot.
		assert_ok!(Balances::set_freeze(&7, &ALICE, ENDOWMENT));
		assert_ok!(lock(ALICE, ENDOWMENT / 2));
		let rest = ENDOWMENT / 2 - deposit() - EXISTENTIAL_DEPOSIT;
		assert!(Balances::can_hold(&HoldReason::Deposit.into(), &ALICE, rest));
		assert!(!Balances::can_hold(&HoldReason::Deposit.into(), &ALICE, rest + 1));
	});
}

#[test]
fn what_is_locked_cannot_be_spent() {
	ExtBuilder::default().build_and_execute(|| {
		let half = 1 << 29;
		assert_ok!(lock(ALICE, half));
		let rest = ENDOWMENT - half - deposit();
		let send = |amount| Balances::transfer_allow_death(signed(ALICE), BOB, amount);
		assert!(send(rest + 1).is_err());
		// The account of somebody with a record cannot be reaped.
		assert!(send(rest).is_err());
		assert_ok!(Balances::transfer_all(signed(ALICE), BOB, false));
		assert_eq!((free(ALICE), on_hold(ALICE)), (EXISTENTIAL_DEPOSIT, half));
		pay_out(1);
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), EXISTENTIAL_DEPOSIT + 1);
	});
}

#[test]
fn the_deposit_is_paid_once_and_before_anything_is_locked() {
	ExtBuilder::default().build_and_execute(|| {
		endow(50, MINIMUM + EXISTENTIAL_DEPOSIT + deposit() - 1);
		assert_noop!(lock(50, MINIMUM), TokenError::FundsUnavailable);
		endow(50, 1);
		assert_ok!(lock(50, MINIMUM));
		endow(50, 1);
		assert_ok!(lock(50, 1));
		assert_eq!(free(50), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn only_signed_by_whose_coins_they_are() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(Dividends::lock(origin, MINIMUM), BadOrigin);
		}
	});
}

#[test]
fn all_coins_there_can_be_can_be_locked() {
	// As many as fit into a balance for all who are there.
	let most = Balance::MAX / 8;
	ExtBuilder::default().endowment(most).build_and_execute(|| {
		let all = most - deposit() - EXISTENTIAL_DEPOSIT;
		for who in PEOPLE {
			assert_ok!(lock(who, all));
		}
		pay_out(most - EXISTENTIAL_DEPOSIT);
		for who in PEOPLE {
			assert!(claimable(who) >= (most - EXISTENTIAL_DEPOSIT) / 4);
			assert_ok!(claim(who));
			assert_ok!(unlock(who, all));
		}
		advance(NOTICE);
		for who in PEOPLE {
			assert_ok!(withdraw(who));
			assert!(Locks::<Test>::get(who).is_none());
		}
	});
}
