//! Who changes its mind need not wait for the end of the notice period.

use super::*;

#[test]
fn what_was_unlocked_can_be_locked_again_and_earns_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 2 * MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		pay_out(100);
		assert_ok!(relock(ALICE, MINIMUM));
		let event = Event::Relocked { who: ALICE, amount: MINIMUM, locked: 2 * MINIMUM };
		assert_eq!(last_event(), event.into());
		assert_eq!((claimable(ALICE), claimable(BOB)), (50, 50));
		assert_eq!((on_hold(ALICE), ledger().unlocking), (2 * MINIMUM, 0));
		pay_out(300);
		assert_eq!((claimable(ALICE), claimable(BOB)), (250, 150));
		assert_noop!(withdraw(ALICE), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn what_can_be_withdrawn_last_is_locked_first() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 4 * MINIMUM));
		for amount in [10, 20, 30] {
			assert_ok!(unlock(ALICE, amount));
			advance(1);
		}
		assert_ok!(relock(ALICE, 35));
		let chunk = |amount, since| Chunk { amount, release: since + NOTICE };
		assert_eq!(position(ALICE).unlocking, [chunk(10, 1), chunk(15, 2)]);
		assert_eq!(ledger().unlocking, 25);
		assert_ok!(relock(ALICE, 25));
		assert!(position(ALICE).unlocking.is_empty());
	});
}

#[test]
fn even_what_is_due_can_be_locked_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(2 * NOTICE);
		assert_ok!(relock(ALICE, MINIMUM));
		assert_eq!(position(ALICE).locked, MINIMUM);
	});
}

#[test]
fn no_more_than_is_unlocking_and_no_less_than_the_minimum() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 2 * MINIMUM));
		assert_ok!(unlock(ALICE, 2 * MINIMUM));
		assert_noop!(relock(ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(relock(ALICE, MINIMUM - 1), Error::<Test>::BelowMinimum);
		assert_noop!(relock(ALICE, 2 * MINIMUM + 1), Error::<Test>::NotEnoughUnlocking);
		assert_noop!(relock(BOB, MINIMUM), Error::<Test>::NotLocker);
		assert_ok!(relock(ALICE, MINIMUM));
		assert_ok!(relock(ALICE, 1));
	});
}

#[test]
fn only_signed_by_whose_coins_they_are() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		for origin in unsigned() {
			assert_noop!(Dividends::relock(origin, MINIMUM), BadOrigin);
		}
	});
}
