//! Points that are due and cannot be awarded, `claim_award` and `forgo_award`.

use super::*;
use bhtd_primitives::OrderId;

/// Runs a test with a margin that bears 400 points, and an order by Alice for Carol that earns 1,000.
fn missed(test: impl FnOnce(OrderId)) {
	ExtBuilder::default().margin(800).build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_ok!(order_of(0, ALICE, 1, Some(CAROL)));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		test(FIRST);
	});
}

#[test]
fn an_order_completes_though_the_margin_is_short() {
	missed(|order| {
		let error = pallet_margin::Error::<Test>::ExceedsCapacity.into();
		System::assert_last_event(
			Event::AwardMissed { order, class: 0, who: CAROL, amount: 1_000, error }.into(),
		);
		assert_eq!(last_step(), Step::Completed { net: refund(1_000, 0), fee: 10, earned: 1_000 });
		assert_eq!((points(0, CAROL), owed(MERCHANT), in_escrow(ALICE)), (0, 0, 0));
		// The budget is spent: the points are due.
		assert_eq!(budget(), SUPPLY - 1_000);
	});
}

#[test]
fn it_is_claimed_by_anyone_once_when_the_margin_covers_it() {
	missed(|order| {
		let claim = || Store::claim_award(signed(BOB), order);
		assert_noop!(claim(), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(Margin::top_up(signed(MERCHANT), Role::Merchant, 1_200));
		let before = free(ALICE);
		assert_ok!(claim());
		System::assert_last_event(Event::AwardClaimed { order }.into());
		assert_eq!((points(0, CAROL), owed(MERCHANT)), (1_000, 2_000));
		// The deposit is back with who has paid it.
		assert!(free(ALICE) > before);
		assert_noop!(claim(), Error::<Test>::AwardNotFound);
		assert_noop!(Store::forgo_award(signed(CAROL), order), Error::<Test>::AwardNotFound);
	});
}

#[test]
fn it_is_missed_while_awards_are_paused_or_the_merchant_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		let (first, second) = (shipped(ALICE), shipped(ALICE));
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		assert_ok!(Store::confirm(signed(ALICE), first));
		assert_ok!(Points::resume_awards(signed(MERCHANT), 0));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(Store::confirm(signed(ALICE), second));
		assert_eq!(points(0, ALICE), 0);
		assert_ok!(Margin::cancel_exit(signed(MERCHANT), Role::Merchant));
		for order in [second, first] {
			assert_ok!(Store::claim_award(signed(ALICE), order));
		}
		assert_eq!(points(0, ALICE), 2_000);
	});
}

#[test]
fn a_merchant_does_not_leave_its_missed_awards_to_another() {
	missed(|order| {
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert_noop!(
			Store::claim_award(signed(CAROL), order),
			pallet_points::Error::<Test>::NotIssuer
		);
		assert_eq!(owed(RIVAL), 0);
	});
}

#[test]
fn only_who_is_to_receive_the_points_gives_them_up() {
	missed(|order| {
		for who in [ALICE, MERCHANT, BOB] {
			assert_noop!(Store::forgo_award(signed(who), order), Error::<Test>::NotRecipient);
		}
		for origin in unsigned() {
			assert_noop!(Store::forgo_award(origin.clone(), order), BadOrigin);
			assert_noop!(Store::claim_award(origin, order), BadOrigin);
		}
		let none = id(0, 1);
		assert_noop!(Store::claim_award(signed(BOB), none), Error::<Test>::AwardNotFound);
		assert_ok!(Store::forgo_award(signed(CAROL), order));
		System::assert_last_event(Event::AwardForgone { order }.into());
		assert_eq!(Store::missed_award(order), None);
		assert_ok!(Margin::top_up(signed(MERCHANT), Role::Merchant, 1_200));
		assert_noop!(Store::claim_award(signed(CAROL), order), Error::<Test>::AwardNotFound);
	});
}
