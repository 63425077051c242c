//! `dispute` and `resolve`, and what happens if nobody decides.

use super::*;
use sp_runtime::DispatchResult;

fn resolve(to_merchant: u32, penalty: Balance) -> DispatchResult {
	Store::resolve(signed(ARBITER), FIRST, Permill::from_percent(to_merchant), penalty)
}

#[test]
fn both_may_call_the_arbiter() {
	for by in [ALICE, MERCHANT] {
		ExtBuilder::default().build_and_execute(|| {
			list(bhtd(1_000), None);
			shipped(ALICE);
			let evidence = Hash::repeat_byte(9);
			assert_ok!(Store::dispute(signed(by), FIRST, evidence));
			assert_eq!(last_step(), Step::Disputed { by, evidence, deadline: 1 + ARBITRATION });
			assert_eq!(state(FIRST), Some(State::Disputed));
		});
	}
}

#[test]
fn the_arbiter_is_paid_and_splits_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(1_000, 101), 5);
		let (alice, merchant, arbiter) = (wealth(ALICE), wealth(MERCHANT), free(ARBITER));
		disputed(ALICE);
		assert_ok!(resolve(30, 0));
		// Ten percent for the arbiter; of 900 and of 101, thirty percent for the merchant.
		assert_eq!(
			last_step(),
			Step::Resolved {
				decided: true,
				to_merchant: refund(270, 30),
				refund: refund(630, 71),
				fee: 3,
				arbiter_fee: 100,
				penalty: 0,
			}
		);
		assert_eq!(free(ARBITER), arbiter + 100);
		assert_eq!(wealth(MERCHANT), merchant + 267);
		assert_eq!((wealth(ALICE), points(0, ALICE)), (alice - 370, 970));
		assert_eq!(owed(MERCHANT), 1_940);
		assert_eq!(state(FIRST), None);
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(4));
	});
}

#[test]
fn a_decision_is_for_one_or_the_other_as_well() {
	for (share, to_merchant) in [(0, 0), (100, 900)] {
		ExtBuilder::default().build_and_execute(|| {
			list(bhtd(1_000), None);
			let before = (wealth(ALICE), wealth(MERCHANT));
			disputed(ALICE);
			assert_ok!(resolve(share, 0));
			let fee = to_merchant / 100;
			assert_eq!(wealth(MERCHANT), before.1 + to_merchant - fee);
			assert_eq!(wealth(ALICE), before.0 - 100 - to_merchant);
		});
	}
}

#[test]
fn a_penalty_is_paid_out_of_the_excess_of_the_margin() {
	ExtBuilder::default().margin(1_500).build_and_execute(|| {
		give_points(BOB, 500);
		list(bhtd(5_000), None);
		let before = wealth(ALICE);
		assert_eq!((held(MERCHANT), owed(MERCHANT)), (MINIMUM + 1_500, 1_000));
		disputed(ALICE);
		assert_ok!(resolve(0, 5_000));
		assert!(matches!(last_step(), Step::Resolved { penalty: 500, .. }));
		assert_eq!((held(MERCHANT), owed(MERCHANT)), (MINIMUM + 1_000, 1_000));
		assert_eq!(wealth(ALICE), before - 500 + 500);
		// Bob's points are as good as before.
		assert_ok!(Points::convert(signed(BOB), 0, 500, 1_000));
	});
}

#[test]
fn a_penalty_is_bounded_by_what_the_order_was_worth() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(1_000, 100), None);
		disputed(ALICE);
		// 1,000 planck, and 100 points with a floor of two.
		for penalty in [1_201, Balance::MAX] {
			assert_noop!(resolve(50, penalty), Error::<Test>::PenaltyTooHigh);
		}
		assert_noop!(resolve(100, 1), Error::<Test>::PenaltyWithoutFault);
		let before = held(MERCHANT);
		assert_ok!(resolve(50, 1_200));
		assert_eq!(held(MERCHANT), before - 1_200);
	});
}

#[test]
fn a_merchant_that_has_left_cannot_be_penalised_and_the_dispute_is_resolved() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		disputed(ALICE);
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		advance(NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_ok!(resolve(0, 1_000));
		assert!(matches!(last_step(), Step::Resolved { penalty: 0, .. }));
	});
}

#[test]
fn only_the_arbiter_chosen_decides_and_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		disputed(ALICE);
		let root = RuntimeOrigin::root();
		assert_noop!(Store::resolve(root, FIRST, Permill::zero(), 0), BadOrigin);
		assert_noop!(
			Store::resolve(signed(JUDGE), FIRST, Permill::zero(), 0),
			Error::<Test>::NotArbiter
		);
		// It keeps the office for this order, whatever becomes of its role.
		assert_ok!(Margin::announce_exit(signed(ARBITER), Role::Operator));
		advance(ARBITRATION);
		assert_noop!(resolve(0, 0), Error::<Test>::DeadlinePassed);
	});
}

#[test]
fn nobody_gains_by_the_silence_of_the_arbiter() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(1_001, 101), None);
		let (alice, merchant, arbiter) = (wealth(ALICE), wealth(MERCHANT), free(ARBITER));
		disputed(ALICE);
		advance(ARBITRATION - 1);
		assert_noop!(Store::settle(signed(BOB), FIRST), Error::<Test>::DeadlineNotReached);
		advance(1);
		assert_ok!(Store::settle(signed(BOB), FIRST));
		assert_eq!(
			last_step(),
			Step::Resolved {
				decided: false,
				to_merchant: refund(500, 50),
				refund: refund(501, 51),
				fee: 5,
				arbiter_fee: 0,
				penalty: 0,
			}
		);
		assert_eq!(wealth(ALICE), alice - 500);
		assert_eq!(wealth(MERCHANT), merchant + 495);
		assert_eq!(free(ARBITER), arbiter);
	});
}

#[test]
fn an_arbiter_decides_about_what_has_not_been_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		disputed(ALICE);
		assert_ok!(Store::refund_part(signed(MERCHANT), FIRST, refund(500, 0)));
		let before = (free(ARBITER), wealth(MERCHANT));
		assert_ok!(resolve(100, 0));
		assert_eq!(free(ARBITER), before.0 + 50);
		assert_eq!(wealth(MERCHANT), before.1 + 450 - 5);
	});
}

#[test]
fn a_dispute_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		disputed(ALICE);
		assert_eq!(budget(), SUPPLY - 1_000);
		assert_ok!(resolve(100, 0));
		assert_eq!((budget(), points(0, ALICE)), (SUPPLY, 0));
	});
}
