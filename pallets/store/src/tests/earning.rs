//! What orders earn, and `clear_day`.

use super::*;
use sp_runtime::FixedU128;

/// What an order of `quantity` pieces by `buyer` is promised.
fn promised(buyer: AccountId, quantity: u32) -> Balance {
	let quoted = Store::quote_order(0, quantity, buyer).expect("it is listed").earned;
	assert_ok!(order(buyer, quantity));
	let Step::Placed { earning, .. } = last_step() else { panic!("an order was placed") };
	let promised = earning.map(|earning| earning.amount).unwrap_or_default();
	assert_eq!(promised, quoted);
	promised
}

#[test]
fn points_are_earned_when_an_order_completes() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_eq!(promised(ALICE, 2), 2_000);
		assert_eq!((points(0, ALICE), budget()), (0, SUPPLY - 2_000));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_eq!(points(0, ALICE), 0);
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		assert_eq!(last_step(), Step::Completed { net: refund(2_000, 0), fee: 20, earned: 2_000 });
		assert_eq!((points(0, ALICE), owed(MERCHANT)), (2_000, 4_000));
		assert_eq!(budget(), SUPPLY - 2_000);
	});
}

#[test]
fn a_gift_earns_for_who_receives_it() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_ok!(order_of(0, ALICE, 1, Some(CAROL)));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		// A refund goes to who has paid.
		let before = free(ALICE);
		assert_ok!(Store::refund_part(signed(MERCHANT), FIRST, refund(100, 0)));
		assert_eq!(free(ALICE), before + 100);
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		assert_eq!((points(0, CAROL), points(0, ALICE)), (900, 0));
	});
}

#[test]
fn refunds_reduce_what_is_earned_and_the_rest_is_back_in_the_budget() {
	ExtBuilder::default().build_and_execute(|| {
		let mut third = rule();
		third.rate = FixedU128::from_rational(1, 3);
		set_rule(third);
		list(bhtd(1_000), None);
		assert_eq!(promised(ALICE, 1), 333);
		assert_ok!(Store::refund_part(signed(MERCHANT), FIRST, refund(500, 0)));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		// 166.5, rounded down.
		assert_eq!((points(0, ALICE), budget()), (166, SUPPLY - 166));
	});
}

#[test]
fn orders_that_are_refunded_earn_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		for _ in 0..3 {
			assert_ok!(order(ALICE, 1));
		}
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 0)));
		assert_ok!(Store::refund_part(signed(MERCHANT), id(0, 1), refund(1_000, 0)));
		advance(DELIVERY);
		assert_ok!(Store::settle(signed(BOB), id(0, 2)));
		assert_eq!((points(0, ALICE), budget()), (0, SUPPLY));
	});
}

#[test]
fn points_spent_earn_no_points() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 10_000);
		let mut bonus = rule();
		bonus.bonus = 50;
		set_rule(bonus);
		list(beans(100), None);
		assert_eq!(promised(ALICE, 1), 0);
		assert_ok!(Store::set_price(signed(MERCHANT), 0, mixed(10, 100)));
		assert_eq!(promised(ALICE, 1), 60);
	});
}

#[test]
fn a_category_has_its_multiplier() {
	ExtBuilder::default().build_and_execute(|| {
		let mut campaign = rule();
		campaign.multipliers = vec![(6, 900), (7, 250)].try_into().unwrap();
		campaign.bonus = 1;
		set_rule(campaign);
		list(bhtd(1_001), None);
		// 1,001 * 2.5, rounded down, and the bonus as it is.
		assert_eq!(promised(ALICE, 1), 2_503);
	});
}

#[test]
fn an_order_a_day_and_the_budget_have_their_caps() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = rule();
		(capped.cap_per_order, capped.cap_per_day, capped.budget) = (600, Some(1_000), 2_100);
		set_rule(capped);
		list(bhtd(1_000), None);
		assert_eq!(promised(ALICE, 1), 600);
		assert_eq!(promised(ALICE, 1), 400);
		assert_eq!(promised(ALICE, 1), 0);
		assert_eq!(promised(BOB, 1), 600);
		advance(DAY);
		assert_eq!(promised(ALICE, 1), 500);
		assert_eq!((budget(), promised(BOB, 1)), (0, 0));
		// A refund fills the budget again, not the day.
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 0)));
		assert_eq!((budget(), promised(ALICE, 1), promised(BOB, 1)), (600, 500, 100));
	});
}

#[test]
fn a_rule_has_its_time() {
	ExtBuilder::default().build_and_execute(|| {
		let mut campaign = rule();
		(campaign.from, campaign.until) = (5, 8);
		set_rule(campaign);
		list(bhtd(1_000), None);
		let in_block = |block, earned| {
			System::set_block_number(block);
			assert_eq!(promised(ALICE, 1), earned);
		};
		in_block(4, 0);
		in_block(5, 1_000);
		in_block(7, 1_000);
		in_block(8, 0);
		// What was promised is kept after its end.
		assert_ok!(Store::ship(signed(MERCHANT), id(0, 2)));
		assert_ok!(Store::confirm(signed(ALICE), id(0, 2)));
		assert_eq!(points(0, ALICE), 1_000);
	});
}

#[test]
fn a_rule_changed_later_changes_no_promise_and_gets_no_others_budget() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		for _ in 0..3 {
			assert_eq!(promised(ALICE, 1), 1_000);
		}
		let mut smaller = rule();
		(smaller.rate, smaller.budget) = (FixedU128::from_rational(1, 10), 50);
		set_rule(smaller);
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 0)));
		assert_eq!(budget(), 50);
		assert_ok!(Store::ship(signed(MERCHANT), id(0, 1)));
		assert_ok!(Store::confirm(signed(ALICE), id(0, 1)));
		assert_eq!((points(0, ALICE), budget()), (1_000, 50));
		assert_ok!(Store::remove_rule(signed(MERCHANT), 0));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 2)));
		assert_eq!(promised(ALICE, 1), 0);
	});
}

#[test]
fn no_promise_is_made_for_a_class_of_somebody_else() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert_eq!(promised(ALICE, 1), 0);
		assert_ok!(Store::set_rule(signed(RIVAL), 0, rule()));
		assert_eq!(promised(ALICE, 1), 0);
	});
}

#[test]
fn the_record_of_a_day_costs_a_deposit_until_it_is_cleared() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = rule();
		capped.cap_per_day = Some(1_500);
		set_rule(capped);
		list(bhtd(1_000), None);
		let before = free(ALICE);
		assert_eq!(promised(ALICE, 1), 1_000);
		assert_ok!(Store::cancel(signed(MERCHANT), FIRST));
		let with_record = free(ALICE);
		assert!(with_record < before);
		// One record, however many orders and days.
		assert_eq!(promised(ALICE, 1), 500);
		advance(DAY);
		assert_eq!(promised(ALICE, 1), 1_000);
		for number in [1, 2] {
			assert_ok!(Store::cancel(signed(MERCHANT), id(0, number)));
		}
		assert_eq!(free(ALICE), with_record);

		assert_noop!(Store::clear_day(signed(BOB), 0, ALICE), Error::<Test>::DayNotOver);
		assert_noop!(Store::clear_day(signed(BOB), 0, BOB), Error::<Test>::DayUseNotFound);
		assert_noop!(Store::clear_day(signed(BOB), 1, ALICE), Error::<Test>::DayUseNotFound);
		for origin in unsigned() {
			assert_noop!(Store::clear_day(origin, 0, ALICE), BadOrigin);
		}
		advance(DAY);
		assert_ok!(Store::clear_day(signed(BOB), 0, ALICE));
		System::assert_last_event(Event::DayCleared { class: 0, who: ALICE }.into());
		assert_eq!(free(ALICE), before);
	});
}
