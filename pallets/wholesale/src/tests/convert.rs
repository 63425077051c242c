//! Points turned into BHTD at the best there is.

use super::*;
use bhtd_primitives::Loyalty;

#[test]
fn desks_come_first_and_the_floor_takes_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		let high = points_bid(DESK, 300, 100);
		let even = points_bid(BROKER, 200, 100);
		let low = points_bid(BROKER, 250, 100);
		assert_ok!(convert(ALICE, 1_000, 2_150));
		assert_eq!(fills(), [(high, 100, 300), (low, 100, 250)]);
		// Bids at the floor take no part: the floor itself is as good.
		assert_eq!(rest(even), Some(100));
		assert_eq!((bhtd(ALICE), points(ALICE)), (ENDOWMENT + 2_150, 0));
		System::assert_last_event(
			Event::Converted { who: ALICE, class: 0, sold: 200, converted: 800, out: 2_150 }.into(),
		);
	});
}

#[test]
fn without_a_market_it_is_the_floor() {
	ExtBuilder::default().without_markets().build_and_execute(|| {
		give_points(ALICE, 10);
		assert_noop!(convert(ALICE, 10, 21), Error::<Test>::BelowMinOut);
		assert_ok!(convert(ALICE, 10, 20));
		assert_eq!(bhtd(ALICE), ENDOWMENT + 20);
	});
}

#[test]
fn what_cannot_be_converted_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 100);
		for origin in unsigned() {
			assert_noop!(Wholesale::convert_best(origin, 0, 10, 0, 1, 1), BadOrigin);
		}
		assert_noop!(try_convert(ALICE, 9, 10, 0, 1), Error::<Test>::ClassNotFound);
		assert_noop!(convert(ALICE, 0, 0), Error::<Test>::AmountIsZero);
		assert_noop!(convert(ALICE, 101, 0), Error::<Test>::InsufficientFunds);
		points_bid(DESK, 300, 100);
		assert_noop!(convert(ALICE, 100, 301), Error::<Test>::BelowMinOut);
		assert_ok!(convert(ALICE, 100, 300));
	});
}

/// A class of which ten points are worth a planck, and its market.
fn cheap_class() -> Market {
	assert_ok!(Points::create_class(
		signed(MERCHANT),
		b"x".to_vec().try_into().unwrap(),
		b"x".to_vec().try_into().unwrap(),
		0,
		SUPPLY,
		cents(10),
		pallet_points::types::Kind::Value,
		pallet_points::types::Scope::Global,
		Default::default(),
	));
	assert_ok!(Wholesale::open_points_market(signed(DESK), 1));
	assert_ok!(<Points as Loyalty<_>>::award(&MERCHANT, 1, &ALICE, 10_000));
	Market::Points(1)
}

#[test]
fn a_price_hardly_above_the_floor_never_brings_less_than_the_floor() {
	ExtBuilder::default().build_and_execute(|| {
		let market = cheap_class();
		let price = FixedU128::from_inner(100_010_000_000_000_000);
		assert_ok!(quote(DESK, market, Side::Bid, 0, price, 505));
		// 50.5 for a part and 49.5 for the rest would be 99 planck in all.
		let quoted = Wholesale::quote_convert(1, 1_000, MAX_FILLS, ALICE).unwrap();
		assert_eq!(quoted, ConversionOutcome { sold: 0, converted: 1_000, out: 100 });
		assert_ok!(try_convert(ALICE, 1, 1_000, 100, 1));
		assert_eq!(fills(), []);
		// For this amount it is no worse.
		let quoted = Wholesale::quote_convert(1, 1_005, MAX_FILLS, ALICE).unwrap();
		assert_eq!(quoted, ConversionOutcome { sold: 505, converted: 500, out: 100 });
		assert_ok!(try_convert(ALICE, 1, 1_005, 100, 1));
		assert_eq!(fills().len(), 1);
	});
}

#[test]
fn a_rest_worth_nothing_is_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let market = cheap_class();
		assert_ok!(quote(DESK, market, Side::Bid, 0, cents(11), 500));
		assert_ok!(try_convert(ALICE, 1, 509, 0, 1));
		System::assert_last_event(
			Event::Converted { who: ALICE, class: 1, sold: 500, converted: 0, out: 55 }.into(),
		);
		assert_eq!(PointAssets::balance(1, ALICE), 9_500);
		assert_noop!(try_convert(ALICE, 1, 9, 0, 1), Error::<Test>::ProceedsAreZero);
	});
}

#[test]
fn an_account_without_bhtd_converts_if_the_proceeds_bring_it_into_existence() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(NEWCOMER, 1_000);
		assert_eq!(bhtd(NEWCOMER), 0);
		// 4 points are worth 8 planck, the existential deposit is 10.
		assert_noop!(convert(NEWCOMER, 4, 0), Error::<Test>::CannotReceive);
		assert_eq!(
			Wholesale::check_convert_best(&NEWCOMER, 0, 4, 0, 1, MAX_FILLS),
			Err(Error::<Test>::CannotReceive.into())
		);
		points_bid(DESK, 300, 500);
		assert_eq!(Wholesale::check_convert_best(&NEWCOMER, 0, 600, 0, 1, MAX_FILLS), Ok(1_700));
		let nonce = System::account_nonce(NEWCOMER);
		assert_ok!(convert(NEWCOMER, 600, 1_700));
		assert_eq!(bhtd(NEWCOMER), 1_700);
		assert_eq!(System::account_nonce(NEWCOMER), nonce);
		assert_ok!(convert(NEWCOMER, 400, 0));
		assert_eq!(points(NEWCOMER), 0);
	});
}

#[test]
fn an_account_without_bhtd_that_sells_all_its_points_is_never_gone() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(NEWCOMER, 100);
		System::inc_account_nonce(NEWCOMER);
		points_bid(DESK, 300, 100);
		assert_ok!(sell(NEWCOMER, POINTS, 100));
		assert_eq!((bhtd(NEWCOMER), points(NEWCOMER)), (300, 0));
		assert_eq!(System::account_nonce(NEWCOMER), 1);
	});
}

#[test]
fn own_and_stale_bids_are_no_obstacle() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(DESK, 1_000);
		let own = points_bid(DESK, 400, 100);
		let gone = points_bid(BROKER, 300, 100);
		assert_ok!(Margin::announce_exit(signed(BROKER), Role::Operator));
		assert_eq!(
			Wholesale::quote_convert(0, 500, MAX_FILLS, DESK),
			Some(ConversionOutcome { sold: 0, converted: 500, out: 1_000 })
		);
		assert_ok!(convert(DESK, 500, 1_000));
		assert_eq!(departures(), [(own, Departure::SelfTrade), (gone, Departure::OwnerInactive)]);
	});
}

#[test]
fn more_quotes_than_one_call_meets_leave_the_rest_to_the_floor() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		for _ in 0..=MAX_FILLS {
			points_bid(DESK, 300, 25);
		}
		let info = Wholesale::convert_best(signed(ALICE), 0, 300, 0, 1, MAX_FILLS).unwrap();
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::convert_best(MAX_FILLS)));
		System::assert_last_event(
			Event::Converted { who: ALICE, class: 0, sold: 200, converted: 100, out: 800 }.into(),
		);
	});
}
