//! Quotes that are not valid any more.

use super::*;
use crate::mock::wholesale;

fn raise_floor(floor: FixedU128) {
	assert_ok!(Points::raise_floor(signed(MERCHANT), 0, floor));
}

#[test]
fn a_valid_quote_stays() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, LOT);
		for origin in unsigned() {
			assert_noop!(Wholesale::remove_stale(origin, id), BadOrigin);
		}
		assert_noop!(Wholesale::remove_stale(signed(BOB), id), Error::<Test>::QuoteNotStale);
		assert_noop!(Wholesale::remove_stale(signed(BOB), 9), Error::<Test>::QuoteNotFound);
	});
}

#[test]
fn an_expired_quote_is_removed_by_anybody_and_never_filled() {
	ExtBuilder::default().build_and_execute(|| {
		let before = usd(DESK);
		let id = bid(DESK, 200, LOT);
		advance(LIFETIME - 1);
		assert_noop!(Wholesale::remove_stale(signed(BOB), id), Error::<Test>::QuoteNotStale);
		frame_support::hypothetically!({
			assert_ok!(sell(BOB, BHTD_USD, LOT));
		});
		advance(1);
		assert_noop!(sell(BOB, BHTD_USD, LOT), Error::<Test>::NothingFilled);
		assert_ok!(Wholesale::remove_stale(signed(BOB), id));
		System::assert_last_event(Event::Left { id, reason: Departure::Expired }.into());
		assert_eq!((usd(DESK), owed(DESK)), (before, 0));
	});
}

#[test]
fn the_quotes_of_an_operator_that_leaves_are_not_filled() {
	ExtBuilder::default().build_and_execute(|| {
		let retail = bid(DESK, 200, LOT);
		let bulk = placed(DESK, BHTD_USD, Side::Bid, 1, 200, LOT);
		let person = bid(ALICE, 190, LOT);
		assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
		assert_ok!(sell(BOB, BHTD_USD, LOT));
		assert_eq!(departures()[0], (retail, Departure::OwnerInactive));
		assert_eq!(fills(), [(person, LOT, 1_900)]);
		assert_noop!(wholesale(MERCHANT, LOT), Error::<Test>::NothingFilled);
		assert_ok!(Wholesale::remove_stale(signed(BOB), bulk));
	});
}

#[test]
fn a_floor_that_rises_above_a_quote_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		give_points(DESK, 101);
		let low = points_bid(DESK, 250, 100);
		let even = points_bid(DESK, 300, 100);
		let ask = placed(DESK, POINTS, Side::Ask, 0, 301, 100);
		raise_floor(cents(300));
		assert_noop!(Wholesale::remove_stale(signed(BOB), even), Error::<Test>::QuoteNotStale);
		assert_noop!(Wholesale::remove_stale(signed(BOB), ask), Error::<Test>::QuoteNotStale);
		assert_ok!(sell(ALICE, POINTS, 200));
		assert_eq!(fills(), [(even, 100, 300)]);
		assert_eq!(departures()[1], (low, Departure::BelowFloor));
		raise_floor(cents(302));
		assert_noop!(buy(BOB, POINTS, 100), Error::<Test>::NothingFilled);
		assert_ok!(Wholesale::remove_stale(signed(BOB), ask));
		assert_eq!(points(DESK), 201);
	});
}

#[test]
fn an_ask_whose_owner_may_not_be_paid_is_removed_and_the_taker_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		let first = ask(ALICE, 200, 200);
		let second = ask(ALICE, 210, 200);
		let other = ask(DESK, 220, 200);
		// Enough for either, not for both: what the first brings counts.
		limit(ALICE, ENDOWMENT + 450);
		assert_ok!(buy(BOB, BHTD_USD, 600));
		assert_eq!(fills(), [(first, 200, 400), (other, 200, 440)]);
		let expected = [
			(first, Departure::Filled),
			(second, Departure::CannotReceive),
			(other, Departure::Filled),
		];
		assert_eq!(departures(), expected);
		assert_eq!(usd(ALICE), ENDOWMENT + 400);
	});
}
