//! What arrives streams to those who are there, and belongs to the treasury if nobody is.

use super::*;

#[test]
fn what_arrives_streams_over_the_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(1_000);
		assert_eq!(claimable(ALICE), 0);
		for blocks in 1..STREAM {
			advance(1);
			assert_eq!(claimable(ALICE), 100 * Balance::from(blocks));
		}
		advance(1);
		assert_eq!(claimable(ALICE), 1_000);
		advance(1_000);
		assert_eq!(claimable(ALICE), 1_000);
	});
}

#[test]
fn touching_the_ledger_gives_nobody_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(1_000);
		advance(5);
		assert_ok!(claim(ALICE));
		assert_eq!((ledger().claimed, waiting()), (500, 500));
		// A tenth of what still waits for each block.
		advance(1);
		assert_eq!(claimable(ALICE), 50);
		advance(STREAM);
		assert_eq!(claimable(ALICE), 500);
	});
}

#[test]
fn nothing_streams_within_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		advance(3);
		fees(1_000);
		assert_ok!(lock(BOB, MINIMUM));
		let before = ledger();
		fees(1_000);
		assert_ok!(lock(CAROL, MINIMUM));
		assert_ok!(unlock(CAROL, MINIMUM));
		assert_eq!((ledger().reserved, ledger().accrued), (before.reserved, before.accrued));
	});
}

#[test]
fn the_period_may_change() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(1_000);
		advance(5);
		StreamPeriod::set(5);
		assert_eq!(claimable(ALICE), 1_000);
		StreamPeriod::set(50);
		assert_eq!(claimable(ALICE), 100);
	});
}

#[test]
fn with_nobody_there_it_is_the_treasurys() {
	ExtBuilder::default().build_and_execute(|| {
		fees(1_000);
		advance(3);
		assert_ok!(lock(ALICE, MINIMUM));
		let events = System::events().into_iter().map(|record| record.event);
		assert!(events.into_iter().any(|event| event == Event::Forwarded { amount: 1_000 }.into()));
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 1_000);
		assert_eq!((waiting(), claimable(ALICE)), (0, 0));
		advance(STREAM);
		assert_eq!(claimable(ALICE), 0);
	});
}

#[test]
fn what_had_not_streamed_when_the_last_one_left_is_the_treasurys() {
	for comes_back in [false, true] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(lock(ALICE, MINIMUM));
			fees(1_000);
			advance(4);
			assert_ok!(unlock(ALICE, MINIMUM));
			fees(50);
			advance(1_000);
			assert_eq!((claimable(ALICE), free(TREASURY)), (400, EXISTENTIAL_DEPOSIT));
			if comes_back {
				assert_ok!(relock(ALICE, MINIMUM));
			} else {
				assert_ok!(claim(ALICE));
			}
			assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 650);
			assert_eq!(claimable(ALICE), if comes_back { 400 } else { 0 });
		});
	}
}

#[test]
fn unlocking_what_is_left_forwards_nothing_that_was_earned() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(1_000);
		advance(STREAM);
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_eq!((claimable(ALICE), free(TREASURY)), (1_000, EXISTENTIAL_DEPOSIT));
	});
}

#[test]
fn the_pot_is_there_from_the_beginning() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(free(Dividends::pot()), EXISTENTIAL_DEPOSIT);
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(1);
		assert_eq!((claimable(ALICE), free(TREASURY)), (1, EXISTENTIAL_DEPOSIT));
	});
}

#[test]
fn fees_too_small_to_open_the_pot_are_the_treasurys() {
	ExtBuilder::default().without_pot().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(EXISTENTIAL_DEPOSIT - 1);
		assert_eq!(free(TREASURY), 2 * EXISTENTIAL_DEPOSIT - 1);
		fees(EXISTENTIAL_DEPOSIT);
		fees(1);
		assert_eq!(free(Dividends::pot()), EXISTENTIAL_DEPOSIT + 1);
		assert_eq!(Dividends::totals().waiting, 1);
	});
}

#[test]
fn who_sends_to_the_pot_gives_to_all() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(lock(BOB, 3 * MINIMUM));
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), Dividends::pot(), 400));
		advance(STREAM);
		assert_eq!((claimable(ALICE), claimable(BOB)), (100, 300));
	});
}

#[test]
fn what_cannot_be_credited_is_the_treasurys_and_blocks_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		// More has gone through the pot than can be counted.
		let full = Balance::MAX - 5;
		Totals::<Test>::mutate(|ledger| (ledger.accrued, ledger.claimed) = (full, full));
		pay_out(6);
		assert_ok!(lock(BOB, MINIMUM));
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 6);
		assert_eq!((claimable(ALICE), waiting()), (0, 0));
		pay_out(4);
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_eq!((claimable(ALICE), claimable(BOB)), (2, 2));
		assert_ok!(claim(ALICE));
	});
}
