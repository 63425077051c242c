//! What is unlocked earns no more, and is free after the notice period.

use super::*;

#[test]
fn what_is_unlocked_earns_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 3 * MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		pay_out(400);
		assert_ok!(unlock(ALICE, 2 * MINIMUM));
		let release = System::block_number() + NOTICE;
		let event = Event::Unlocked { who: ALICE, amount: 2 * MINIMUM, release };
		assert_eq!(last_event(), event.into());
		// What was earned before stays, and what is unlocking is still on hold.
		assert_eq!((claimable(ALICE), claimable(BOB)), (300, 100));
		assert_eq!(on_hold(ALICE), 3 * MINIMUM);
		assert_eq!(ledger().unlocking, 2 * MINIMUM);
		pay_out(200);
		assert_eq!((claimable(ALICE), claimable(BOB)), (400, 200));
	});
}

#[test]
fn all_of_it_or_so_much_that_the_minimum_stays() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 2 * MINIMUM));
		assert_noop!(unlock(ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(unlock(ALICE, 2 * MINIMUM + 1), Error::<Test>::NotEnoughLocked);
		assert_noop!(unlock(ALICE, MINIMUM + 1), Error::<Test>::BelowMinimum);
		assert_noop!(unlock(ALICE, 2 * MINIMUM - 1), Error::<Test>::BelowMinimum);
		assert_noop!(unlock(BOB, MINIMUM), Error::<Test>::NotLocker);
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_noop!(unlock(ALICE, 1), Error::<Test>::NotEnoughLocked);
		assert_eq!(position(ALICE).locked, 0);
	});
}

#[test]
fn a_raised_minimum_keeps_nobody_from_leaving() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 2 * MINIMUM));
		MinimumLock::set(3 * MINIMUM);
		assert_noop!(unlock(ALICE, 1), Error::<Test>::BelowMinimum);
		assert_ok!(unlock(ALICE, 2 * MINIMUM));
	});
}

#[test]
fn parts_are_bounded_and_those_of_a_block_are_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 10 * MINIMUM));
		for _ in 0..MAX_CHUNKS {
			assert_ok!(unlock(ALICE, 1));
			assert_ok!(unlock(ALICE, 2));
			advance(1);
		}
		let chunks = position(ALICE).unlocking;
		assert_eq!(chunks.len() as u32, MAX_CHUNKS);
		let first = 1 + NOTICE;
		for (chunk, release) in chunks.into_iter().zip(first..) {
			assert_eq!(chunk, Chunk { amount: 3, release });
		}
		assert_noop!(unlock(ALICE, 1), Error::<Test>::TooManyChunks);
		// There is room again as soon as one is withdrawn.
		advance_to(first);
		assert_noop!(unlock(ALICE, 1), Error::<Test>::TooManyChunks);
		assert_ok!(withdraw(ALICE));
		assert_ok!(unlock(ALICE, 1));
	});
}

#[test]
fn only_signed_by_whose_coins_they_are() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		for origin in unsigned() {
			assert_noop!(Dividends::unlock(origin, MINIMUM), BadOrigin);
		}
	});
}
