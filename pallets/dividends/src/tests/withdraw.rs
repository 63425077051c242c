//! Coins come back when the notice period is over, whatever the pot is like.

use super::*;
use frame_support::traits::fungible::Mutate;

#[test]
fn coins_are_free_in_the_block_that_was_announced_and_not_before() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 3 * MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(1);
		assert_ok!(unlock(ALICE, 500));
		advance_to(NOTICE);
		assert_noop!(withdraw(ALICE), Error::<Test>::NothingToWithdraw);
		advance_to(NOTICE + 1);
		let before = free(ALICE);
		assert_ok!(withdraw(ALICE));
		assert_eq!(last_event(), Event::Withdrawn { who: ALICE, amount: MINIMUM }.into());
		assert_eq!((free(ALICE), on_hold(ALICE)), (before + MINIMUM, 2 * MINIMUM));
		assert_eq!(ledger().unlocking, 500);
		assert_noop!(withdraw(ALICE), Error::<Test>::NothingToWithdraw);
		advance(1);
		assert_ok!(withdraw(ALICE));
		assert_eq!((on_hold(ALICE), ledger().unlocking), (2 * MINIMUM - 500, 0));
	});
}

#[test]
fn all_that_is_due_comes_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 3 * MINIMUM));
		for _ in 0..MAX_CHUNKS {
			assert_ok!(unlock(ALICE, 100));
			advance(1);
		}
		advance(NOTICE);
		let before = free(ALICE);
		assert_ok!(withdraw(ALICE));
		assert_eq!(free(ALICE), before + 100 * Balance::from(MAX_CHUNKS));
	});
}

#[test]
fn the_last_withdrawal_closes_the_record() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(100);
		assert_ok!(claim(ALICE));
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
		assert_eq!(last_event(), Event::Closed { who: ALICE }.into());
		assert!(!Locks::<Test>::contains_key(ALICE));
		assert_eq!((free(ALICE), ledger().lockers), (ENDOWMENT + 100, 0));
		assert_noop!(withdraw(ALICE), Error::<Test>::NotLocker);
	});
}

#[test]
fn the_record_stays_while_there_is_something_to_claim() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(100);
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
		assert_eq!((claimable(ALICE), ledger().lockers), (100, 1));
		assert_eq!(wealth(ALICE), ENDOWMENT);
		assert_ok!(claim(ALICE));
		assert_eq!((free(ALICE), ledger().lockers), (ENDOWMENT + 100, 0));
	});
}

#[test]
fn the_record_stays_while_something_is_unlocking() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 2 * MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(1);
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE - 1);
		assert_ok!(withdraw(ALICE));
		assert_eq!((on_hold(ALICE), ledger().lockers), (MINIMUM, 1));
		advance(1);
		assert_ok!(withdraw(ALICE));
		assert_eq!(ledger().lockers, 0);
	});
}

#[test]
fn what_the_notice_period_was_is_what_it_is() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		NoticePeriod::set(10 * NOTICE);
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
	});
}

#[test]
fn coins_come_back_even_if_the_pot_is_short() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(100);
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE);
		// An upgrade raises the existential deposit above all there is in the pot.
		LowestBalance::set(1_000);
		assert!(claim(ALICE).is_err());
		assert_ok!(withdraw(ALICE));
		assert_eq!(on_hold(ALICE), 0);
		// What is missing is put right by what arrives; then there is a dividend again.
		<Balances as Mutate<_>>::transfer(
			&PAYER,
			&Dividends::pot(),
			1_000 - EXISTENTIAL_DEPOSIT,
			frame_support::traits::tokens::Preservation::Preserve,
		)
		.unwrap();
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), ENDOWMENT + 100);
	});
}

#[test]
fn only_signed_by_whose_coins_they_are() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE);
		for origin in unsigned() {
			assert_noop!(Dividends::withdraw(origin), BadOrigin);
		}
		assert_noop!(withdraw(BOB), Error::<Test>::NotLocker);
	});
}
