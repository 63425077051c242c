//! What went wrong in systems like this one, as tests that it does not go wrong here.

use super::*;
use crate::ledger::Ledger;
use bhtd_accumulator::{Accumulator, Position};

/// Streamr's Data Unions shared revenue when it was accounted for, among those who were members then: who
/// joined between payment and accounting diluted the others.
#[test]
fn a_joiner_does_not_dilute_revenue_that_is_not_accounted_yet() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		identify(BOB);
		join_with(ALICE, 100);
		// Nothing touches the campaign for forty blocks, and then Bob is first.
		advance_to(FROM + 40);
		join_with(BOB, 1_000_000);
		assert_eq!((accrued(ALICE), accrued(BOB)), (40_000, 0));
	});
}

/// The same with a payment and a joiner in one block.
#[test]
fn whoever_joins_just_before_a_funding_gains_nothing_of_what_was_before() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		identify(BOB);
		join_with(ALICE, 100);
		advance_to(FROM + 40);
		join_with(BOB, 100);
		assert_ok!(DataRewards::add_funds(signed(SPONSOR), 0, 60_000));
		assert_eq!((accrued(ALICE), accrued(BOB)), (40_000, 0));
		// A block later: a share of a block.
		advance_to(FROM + 41);
		assert_eq!((accrued(ALICE), accrued(BOB)), (41_000, 1_000));
		assert_ok!(DataRewards::revoke(signed(BOB), 0));
		advance_to(UNTIL);
		assert_eq!((accrued(ALICE), accrued(BOB)), (159_000, 1_000));
	});
}

/// ORML's rewards parked what came in while there were no shares, and the first to join took all of it.
#[test]
fn the_first_to_join_does_not_take_what_was_waiting() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		advance_to(FROM + 60);
		join_with(ALICE, 1);
		assert_eq!((accrued(ALICE), ledger().waiting), (0, 60_000));
		advance_to(UNTIL);
		assert_eq!((accrued(ALICE), ledger().waiting), (40_000, 60_000));
	});
}

/// Nor does whoever is alone again after all others have revoked.
#[test]
fn the_first_to_come_back_does_not_take_what_was_waiting() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1);
		assert_ok!(DataRewards::revoke(signed(ALICE), 0));
		advance_to(FROM + 60);
		assert_ok!(consent(ALICE));
		let number = buy(ALICE, 1);
		assert_ok!(contribute(ALICE, &[number]));
		assert_eq!((accrued(ALICE), ledger().waiting), (0, 60_000));
	});
}

/// `pallet-asset-rewards` has a precision of 4,096: with more than that staked, a planck in a block is
/// lost for ever.
#[test]
fn precision_does_not_depend_on_how_much_weight_there_is() {
	let mut accumulator = Accumulator::<u128>::default();
	let mut positions = [Position::<u128>::default(); 2];
	// All BHTD there could be, in planck, and again.
	for position in &mut positions {
		accumulator.set_weight(position, 10u128.pow(30)).unwrap();
	}
	for _ in 0..1_000 {
		accumulator.distribute(1).unwrap();
	}
	for position in &mut positions {
		position.settle(&accumulator).unwrap();
	}
	let whole = positions.map(|position| position.credited());
	assert!(whole.iter().all(|credited| (499..=500).contains(credited)), "{whole:?}");
	let left = positions.map(|position| accumulator.dissolve(position).unwrap());
	assert_eq!(left.iter().sum::<u128>(), 1_000);
}

/// A finding on Acala: shares sent to oneself were counted twice. Weight cannot be sent here, and giving
/// oneself the same weight again changes nothing.
#[test]
fn setting_the_same_weight_again_changes_nothing() {
	let mut accumulator = Accumulator::<u128>::default();
	let mut position = Position::<u128>::default();
	accumulator.set_weight(&mut position, 7).unwrap();
	accumulator.distribute(100).unwrap();
	position.settle(&accumulator).unwrap();
	let before = (accumulator, position);
	for _ in 0..3 {
		accumulator.set_weight(&mut position, 7).unwrap();
	}
	assert_eq!((accumulator, position), before);
}

/// A finding on Acala and on many vaults: the first to deposit inflates the worth of a share, so that the
/// deposits of others round to nothing.
#[test]
fn the_first_contributor_cannot_round_the_others_to_nothing() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		identify(BOB);
		join_with(ALICE, 1);
		// However much Alice pays in alone, the weight of Bob is what his receipts say.
		assert_ok!(DataRewards::add_funds(signed(ALICE), 0, 100_000_000));
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), DataRewards::pot(0), 100_000_000));
		Gifts::set(100_000_000);
		advance_to(FROM + 1);
		join_with(BOB, 1);
		let before = accrued(ALICE);
		advance_to(FROM + 2);
		assert_eq!(claimable(BOB).weight, 1);
		assert_eq!(accrued(BOB), accrued(ALICE) - before);
		assert!(accrued(BOB) > 500_000);
	});
}

/// A finding on Acala: rounding let the sum of all claims exceed what was there, so that the last could not
/// be paid.
#[test]
fn the_last_to_claim_is_paid_in_full() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_campaign(signed(SPONSOR), terms(), 99_999));
		for (who, fee) in [(ALICE, 7), (BOB, 11), (CAROL, 13)] {
			identify(who);
			join_with(who, fee);
			advance_to(System::block_number() + 3);
		}
		for block in [FROM + 17, FROM + 23, UNTIL - 1] {
			advance_to(block);
			assert_ok!(claim(ALICE));
		}
		advance_to(CLOSES);
		for who in [ALICE, BOB, CAROL] {
			let due = accrued(who);
			let before = wealth(who);
			assert_ok!(claim(who));
			assert_eq!(wealth(who), before + due);
		}
		let Ledger { claimed, forfeited, reserved, .. } = ledger();
		assert_eq!((claimed + forfeited, reserved), (99_999, 0));
		// Fractions of three make two planck at most.
		assert!(forfeited <= 2, "{forfeited}");
	});
}

/// What a person has earned is never taken from it by what others do.
#[test]
fn nothing_that_others_do_lowers_what_has_accrued() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 10);
		advance_to(FROM + 20);
		let due = accrued(ALICE);
		join_with(BOB, 1_000_000);
		assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 1));
		assert_ok!(DataRewards::deliver(signed(PROVIDER), 0, hash(7), pointer()));
		assert_ok!(DataRewards::revoke(signed(BOB), 0));
		assert_eq!(accrued(ALICE), due);
		advance_to(CLOSES);
		assert_ok!(DataRewards::claim(signed(BOB), 0));
		let _ = DataRewards::close_campaign(signed(SPONSOR), 0);
		assert!(accrued(ALICE) >= due);
		assert_ok!(claim(ALICE));
	});
}

/// Fake consumers: ten accounts with nothing bought have nothing to contribute.
#[test]
fn accounts_without_paid_receipts_have_no_weight() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		advance_to(FROM);
		buy(ALICE, 0);
		assert_noop!(contribute(ALICE, &[0]), Error::<Test>::ReceiptNotFound);
		advance_to(CLOSES);
		assert_eq!(accrued(ALICE), 0);
	});
}
