//! What went wrong in systems like this one, as tests that it does not go wrong here.

use super::*;
use crate::ledger::Ledger;

/// ORML's rewards parked what came in while there were no shares, and the first to join took all of it.
#[test]
fn orml_the_first_to_join_does_not_take_what_was_waiting() {
	ExtBuilder::default().build_and_execute(|| {
		fees(1_000_000);
		advance(1_000);
		assert_ok!(lock(ALICE, MINIMUM));
		advance(1_000);
		assert_eq!(claimable(ALICE), 0);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 1_000_000);
		fees(10);
		advance(STREAM);
		assert_eq!(claimable(ALICE), 10);
	});
}

/// The same, by whoever comes back first when all have left.
#[test]
fn orml_the_first_to_come_back_does_not_take_what_was_waiting() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		fees(1_000_000);
		advance(1_000);
		assert_ok!(relock(ALICE, MINIMUM));
		advance(1_000);
		assert_eq!(claimable(ALICE), 0);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 1_000_000);
	});
}

/// `pallet-asset-rewards` has a precision of 4,096: with more than that staked, a planck in a block is lost
/// for ever.
#[test]
fn asset_rewards_precision_does_not_depend_on_how_much_is_locked() {
	let most = 10u128.pow(30);
	ExtBuilder::default().endowment(2 * most).build_and_execute(|| {
		StreamPeriod::set(1);
		assert_ok!(lock(ALICE, most));
		assert_ok!(lock(BOB, most));
		for _ in 0..1_000 {
			fees(1);
			advance(1);
			// Whoever touches the ledger in every block makes every planck come alone.
			assert_ok!(lock(ALICE, 1));
			assert_ok!(lock(BOB, 1));
		}
		for who in [ALICE, BOB] {
			assert!((499..=500).contains(&claimable(who)), "{}", claimable(who));
			assert_ok!(claim(who));
			assert_ok!(unlock(who, position(who).locked));
		}
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
		assert_ok!(withdraw(BOB));
		let Ledger { claimed, reserved, .. } = ledger();
		assert_eq!((claimed + waiting(), reserved), (1_000, 0));
	});
}

/// A finding on Acala: shares sent to oneself were counted twice. Locks cannot be sent, and BHTD sent to
/// oneself, or to the pot and back, is no more than it was.
#[test]
fn acala_sending_to_oneself_brings_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		pay_out(100);
		for _ in 0..3 {
			assert_ok!(Balances::transfer_allow_death(signed(ALICE), ALICE, 500));
			assert_ok!(unlock(ALICE, MINIMUM));
			assert_ok!(relock(ALICE, MINIMUM));
		}
		assert_eq!((claimable(ALICE), claimable(BOB)), (50, 50));
		assert_eq!(ledger().accumulator.weight(), 2 * MINIMUM);
	});
}

/// The pot has nothing locked, and never will: no key opens it.
#[test]
fn acala_the_pot_does_not_pay_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), Dividends::pot(), 100));
		advance(STREAM);
		assert_ok!(claim(ALICE));
		assert_eq!(wealth(ALICE), ENDOWMENT);
		assert!(Dividends::position(Dividends::pot()).is_none());
	});
}

/// A finding on Acala and on many vaults: the first to deposit inflates the worth of a share by a gift, so
/// that the deposits of others round to nothing.
#[test]
fn acala_the_first_locker_cannot_round_the_others_to_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		MinimumLock::set(1);
		assert_ok!(lock(ALICE, 1));
		let gift = ENDOWMENT / 2;
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), Dividends::pot(), gift));
		advance(STREAM);
		// However much Alice has given herself, Bob's planck is a planck.
		assert_ok!(lock(BOB, 1));
		pay_out(100);
		assert_eq!((claimable(ALICE), claimable(BOB)), (gift + 50, 50));
		assert_eq!((on_hold(BOB), position(BOB).locked), (1, 1));
	});
}

/// A finding on Acala: rounding let debts exceed what had been given, so that the last could not be paid.
#[test]
fn acala_rounding_never_promises_more_than_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		for (who, amount) in PEOPLE.into_iter().zip([1_025, 1_999, 7_777, 3_333]) {
			assert_ok!(lock(who, amount));
			pay_out(97);
		}
		for round in 0..50 {
			pay_out(1 + round * 13 % 7);
			let who = PEOPLE[round as usize % 4];
			assert_ok!(lock(who, 1 + round));
		}
		advance(STREAM);
		let promised: Balance = PEOPLE.into_iter().map(claimable).sum();
		assert!(promised <= Dividends::totals().reserved);
		for who in PEOPLE {
			let amount = claimable(who);
			assert_eq!(claim(who).is_ok(), amount > 0);
		}
		// Four fractions and the remainder.
		assert_eq!(ledger().claimed, promised);
		assert!(ledger().reserved < 5, "{}", ledger().reserved);
		assert!(free(Dividends::pot()) >= EXISTENTIAL_DEPOSIT);
	});
}

/// Whoever sees a large sum coming and locks just before gets its part of the blocks it stays, and no more.
#[test]
fn joining_just_before_a_payout_gains_only_by_staying() {
	ExtBuilder::default().build_and_execute(|| {
		StreamPeriod::set(1_000);
		NoticePeriod::set(2_000);
		assert_ok!(lock(ALICE, MINIMUM));
		advance(5_000);
		assert_ok!(lock(BOB, 127 * MINIMUM));
		fees(1_280_000);
		// In the same block nothing; after one block its part of a thousandth.
		assert_eq!((claimable(ALICE), claimable(BOB)), (0, 0));
		advance(1);
		assert_ok!(unlock(BOB, 127 * MINIMUM));
		assert_eq!((claimable(ALICE), claimable(BOB)), (10, 1_270));
		advance(1_000);
		assert_eq!((claimable(ALICE), claimable(BOB)), (1_278_730, 1_270));
		// And its coins are stuck for the notice period.
		assert_eq!((position(BOB).withdrawable, on_hold(BOB)), (0, 127 * MINIMUM));
	});
}

/// Locked, paid and unlocked within a block: with borrowed coins, in a batch.
#[test]
fn a_lock_within_one_block_earns_nothing_and_stays_for_the_notice_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(500_000);
		advance(3);
		let before = claimable(ALICE);
		assert_ok!(lock(BOB, ENDOWMENT / 2));
		fees(1_000_000);
		assert_noop!(claim(BOB), Error::<Test>::NothingToClaim);
		assert_ok!(unlock(BOB, ENDOWMENT / 2));
		assert_noop!(withdraw(BOB), Error::<Test>::NothingToWithdraw);
		assert_eq!((claimable(BOB), claimable(ALICE)), (0, before));
		pay_out(0);
		assert_eq!((claimable(BOB), claimable(ALICE)), (0, 1_500_000));
		assert_eq!(on_hold(BOB), ENDOWMENT / 2);
	});
}

/// Fees that arrived before somebody joined and were not accounted for are not shared with it.
#[test]
fn a_joiner_does_not_dilute_what_is_not_accounted_yet() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		fees(1_000);
		advance(STREAM);
		assert_ok!(lock(BOB, 999 * MINIMUM));
		assert_eq!((claimable(ALICE), claimable(BOB)), (1_000, 0));
	});
}

/// Attack 8: who splits what it locks, or its claims, gets no more.
#[test]
fn splitting_never_gains() {
	let earned = |parts: &[AccountId]| {
		let mut sum = 0;
		ExtBuilder::default().build_and_execute(|| {
			MinimumLock::set(1);
			assert_ok!(lock(DAVE, 7_001));
			for who in parts {
				assert_ok!(lock(*who, 3_000 / parts.len() as Balance));
			}
			for round in 0..20 {
				pay_out(101 + round);
				if parts.len() > 1 {
					for who in parts {
						assert_ok!(claim(*who));
					}
				}
			}
			for who in parts {
				sum += wealth(*who) + claimable(*who) - ENDOWMENT;
			}
		});
		sum
	};
	let (whole, split) = (earned(&[ALICE]), earned(&[ALICE, BOB, CAROL]));
	assert!(split <= whole && whole <= split + 3, "{whole} {split}");
}
