//! Selling to bids and buying from asks.

use super::*;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	weights::Weight,
};
use sp_runtime::traits::Dispatchable;

#[test]
fn the_best_price_comes_first_and_at_each_the_oldest() {
	ExtBuilder::default().build_and_execute(|| {
		let old = bid(DESK, 200, 300);
		let low = bid(BROKER, 190, 300);
		let young = bid(ALICE, 200, 300);
		let high = bid(ALICE, 210, 100);
		assert_ok!(sell(BOB, BHTD_USD, 1_000));
		let expected = [(high, 100, 210), (old, 300, 600), (young, 300, 600), (low, 300, 570)];
		assert_eq!(fills(), expected);
		assert_eq!((bhtd(BOB), usd(BOB)), (ENDOWMENT - 1_000, ENDOWMENT + 1_980));
		let (sold, received) = (1_000, 1_980);
		System::assert_last_event(
			Event::Sold { who: BOB, market: BHTD_USD, sold, received, unsold: 0 }.into(),
		);
	});
}

#[test]
fn asks_are_bought_from_the_lowest_upwards() {
	ExtBuilder::default().build_and_execute(|| {
		let dear = ask(DESK, 210, 300);
		let cheap = ask(ALICE, 201, 101);
		assert_ok!(buy(BOB, BHTD_USD, 250));
		// 101 at 2.01 cost 203.01.
		assert_eq!(fills(), [(cheap, 101, 204), (dear, 149, 313)]);
		assert_eq!((bhtd(BOB), usd(BOB)), (ENDOWMENT + 250, ENDOWMENT - 517));
		System::assert_last_event(
			Event::Bought { who: BOB, market: BHTD_USD, bought: 250, paid: 517, unbought: 0 }
				.into(),
		);
		assert_eq!(rest(dear), Some(151));
	});
}

#[test]
fn a_fill_is_rounded_against_the_taker() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 233, 1_001);
		// 2,332.33 are on hold; 233 and 466.99 and 1,631.66 are paid.
		let before = usd(DESK);
		for (amount, paid) in [(100, 233), (200, 466), (701, 1_633)] {
			System::reset_events();
			assert_ok!(sell(BOB, BHTD_USD, amount));
			assert_eq!(fills(), [(id, amount, paid)]);
		}
		// What rounding left goes back with the end of the quote.
		assert_eq!(departures(), [(id, Departure::Filled)]);
		assert_eq!(usd(DESK), before + 2_333 - 2_332);
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 0);
	});
}

#[test]
fn no_unfillable_rest_stays_behind() {
	ExtBuilder::default().build_and_execute(|| {
		let exact = ask(DESK, 200, 250);
		assert_ok!(buy(BOB, BHTD_USD, 150));
		assert_eq!(rest(exact), Some(100));
		let short = ask(ALICE, 190, 249);
		System::reset_events();
		let before = bhtd(ALICE);
		assert_ok!(buy(BOB, BHTD_USD, 150));
		assert_eq!(fills(), [(short, 150, 285)]);
		assert_eq!(departures(), [(short, Departure::Filled)]);
		// 99 and the deposit are hers again.
		let deposit = wealth(ALICE)[0] - before - 99;
		assert_eq!(bhtd(ALICE), before + 99 + deposit);
		assert_eq!(on_hold(AssetKind::Bhtd, ALICE), 0);
	});
}

#[test]
fn a_rest_of_the_takers_below_the_lot_is_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let first = bid(DESK, 200, 150);
		let second = bid(DESK, 190, 150);
		assert_noop!(sell(BOB, BHTD_USD, RETAIL - 1), Error::<Test>::BelowLot);
		assert_noop!(buy(BOB, BHTD_USD, RETAIL - 1), Error::<Test>::BelowLot);
		assert_ok!(sell(BOB, BHTD_USD, 249));
		assert_eq!(fills(), [(first, 150, 300)]);
		let (sold, received, unsold) = (150, 300, 99);
		System::assert_last_event(
			Event::Sold { who: BOB, market: BHTD_USD, sold, received, unsold }.into(),
		);
		assert_eq!(rest(second), Some(150));
	});
}

#[test]
fn no_fill_is_beyond_the_limit() {
	ExtBuilder::default().build_and_execute(|| {
		bid(DESK, 200, 200);
		let low = bid(DESK, 190, 200);
		let sell =
			|limit, min_out, deadline| try_sell(BOB, BHTD_USD, 400, limit, min_out, deadline);
		assert_noop!(sell(cents(201), 0, 1), Error::<Test>::NothingFilled);
		assert_noop!(sell(cents(191), 401, 1), Error::<Test>::BelowMinOut);
		assert_noop!(sell(cents(190), 781, 1), Error::<Test>::BelowMinOut);
		assert_ok!(sell(cents(191), 400, 1));
		assert_eq!(fills().len(), 1);
		assert_eq!(rest(low), Some(200));
		assert_ok!(sell(cents(190), 380, 1));

		ask(DESK, 300, 200);
		let dear = ask(DESK, 310, 200);
		let buy = |limit, max_in, deadline| try_buy(BOB, BHTD_USD, 400, limit, max_in, deadline);
		assert_noop!(buy(cents(299), Balance::MAX, 1), Error::<Test>::NothingFilled);
		assert_noop!(buy(cents(309), 599, 1), Error::<Test>::AboveMaxIn);
		assert_ok!(buy(cents(309), 600, 1));
		assert_eq!(rest(dear), Some(200));
		assert_ok!(buy(cents(310), 620, 1));
	});
}

#[test]
fn the_deadline_is_the_last_block_it_may_happen_in() {
	ExtBuilder::default().build_and_execute(|| {
		placed(DESK, BHTD_USD, Side::Bid, 1, 150, 2 * LOT);
		give_points(BOB, 100);
		bid(DESK, 200, 1_000);
		ask(DESK, 300, 1_000);
		System::set_block_number(5);
		let (bid, ask) = (any_price(Side::Bid), any_price(Side::Ask));
		let sell = |deadline| try_sell(BOB, BHTD_USD, 100, bid, 0, deadline);
		let buy = |deadline| try_buy(BOB, BHTD_USD, 100, ask, Balance::MAX, deadline);
		let bulk = |deadline| try_wholesale(MERCHANT, LOT, bid, 0, deadline);
		let convert = |deadline| try_convert(BOB, 0, 100, 0, deadline);
		assert_noop!(sell(4), Error::<Test>::DeadlinePassed);
		assert_noop!(buy(4), Error::<Test>::DeadlinePassed);
		assert_noop!(bulk(4), Error::<Test>::DeadlinePassed);
		assert_noop!(convert(4), Error::<Test>::DeadlinePassed);
		assert_noop!(
			Wholesale::check_convert_best(&BOB, 0, 100, 0, 4, 1),
			Error::<Test>::DeadlinePassed
		);
		assert_ok!(sell(5));
		assert_ok!(buy(5));
		assert_ok!(bulk(5));
		assert_ok!(convert(5));
	});
}

#[test]
fn trades_are_signed_and_need_a_market() {
	ExtBuilder::default().build_and_execute(|| {
		let price = any_price(Side::Bid);
		for origin in unsigned() {
			assert_noop!(Wholesale::sell(origin.clone(), BHTD_USD, LOT, price, 0, 1, 1), BadOrigin);
			assert_noop!(Wholesale::buy(origin, BHTD_USD, LOT, price, 0, 1, 1), BadOrigin);
		}
		assert_noop!(sell(BOB, Market::Bhtd(9), LOT), Error::<Test>::MarketNotFound);
		assert_noop!(buy(BOB, Market::Points(9), LOT), Error::<Test>::MarketNotFound);
		assert_noop!(sell(BOB, BHTD_USD, LOT), Error::<Test>::NothingFilled);
		assert_noop!(buy(BOB, BHTD_USD, LOT), Error::<Test>::NothingFilled);
	});
}

#[test]
fn who_takes_must_have_what_it_gives() {
	ExtBuilder::default().margin(ENDOWMENT / 2).build_and_execute(|| {
		bid(DESK, 2, ENDOWMENT);
		bid(BROKER, 2, ENDOWMENT);
		// The existential deposit stays.
		let all = ENDOWMENT - EXISTENTIAL_DEPOSIT;
		assert_noop!(sell(BOB, BHTD_USD, all + 1), Error::<Test>::InsufficientFunds);
		assert_ok!(sell(BOB, BHTD_USD, all));
		assert_eq!(bhtd(BOB), EXISTENTIAL_DEPOSIT);
		ask(ALICE, 20_000, 200_000_000);
		assert_noop!(buy(GUARD, BHTD_USD, 5_000_001), Error::<Test>::InsufficientFunds);
		assert_ok!(buy(GUARD, BHTD_USD, 5_000_000));
		assert_eq!(usd(GUARD), 0);
	});
}

#[test]
fn who_takes_must_be_allowed_what_it_gets() {
	ExtBuilder::default().build_and_execute(|| {
		limit(BOB, ENDOWMENT + 300);
		bid(DESK, 200, 100);
		bid(DESK, 190, 100);
		assert_noop!(sell(BOB, BHTD_USD, 200), Error::<Test>::CannotReceive);
		assert_ok!(sell(BOB, BHTD_USD, 100));
	});
}

#[test]
fn operators_trade_points_with_anybody() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 500);
		give_points(DESK, 501);
		points_bid(DESK, 250, 200);
		placed(BROKER, POINTS, Side::Bid, 0, 240, 100);
		assert_ok!(sell(ALICE, POINTS, 300));
		assert_eq!((bhtd(ALICE), points(ALICE)), (ENDOWMENT + 740, 200));
		assert_eq!(points(BROKER), 100);
		placed(DESK, POINTS, Side::Ask, 0, 333, 500);
		let before = bhtd(DESK);
		assert_ok!(buy(BOB, POINTS, 101));
		// 336.33
		assert_eq!((bhtd(BOB), points(BOB)), (ENDOWMENT - 337, 101));
		assert_eq!(bhtd(DESK), before + 337);
	});
}

#[test]
fn quotes_beyond_the_most_that_one_call_meets_wait_for_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		for price in 0..=u128::from(MAX_FILLS) {
			bid(DESK, 200 - price, RETAIL);
		}
		let amount = RETAIL * (Balance::from(MAX_FILLS) + 1);
		let sell = |fills| Wholesale::sell(signed(BOB), BHTD_USD, amount, cents(1), 0, 1, fills);
		let mut left = MAX_FILLS + 1;
		for (fills, met) in [(1, 1), (3, 3), (MAX_FILLS, MAX_FILLS - 3)] {
			let quoted = Wholesale::quote_sell(BHTD_USD, amount, cents(1), fills, BOB).unwrap();
			System::reset_events();
			let info = sell(fills).unwrap();
			assert_eq!(info.actual_weight, Some(<() as WeightInfo>::sell(met)));
			assert_eq!((fills_count(), quoted.base), (met, RETAIL * Balance::from(met)));
			left -= met;
			assert_eq!(Quotes::<Test>::iter().count() as u32, left);
		}
	});
}

fn fills_count() -> u32 {
	fills().len() as u32
}

/// A call of each kind that trades `LOT` and meets at most so many quotes.
fn calls(max_fills: u32) -> [(AccountId, RuntimeCall, fn(u32) -> Weight); 4] {
	let (limit, min_out, deadline, amount) = (any_price(Side::Bid), 0, 1, LOT);
	let (market, highest, max_in) = (BHTD_USD, any_price(Side::Ask), Balance::MAX);
	[
		(
			BOB,
			Call::sell { market, amount, limit, min_out, deadline, max_fills }.into(),
			<() as WeightInfo>::sell,
		),
		(
			BOB,
			Call::buy { market, amount, limit: highest, max_in, deadline, max_fills }.into(),
			<() as WeightInfo>::buy,
		),
		(
			MERCHANT,
			Call::wholesale { currency: USD, amount, limit, min_out, deadline, max_fills }.into(),
			<() as WeightInfo>::wholesale,
		),
		(
			BOB,
			Call::convert_best { class: 0, amount, min_out, deadline, max_fills }.into(),
			<() as WeightInfo>::convert_best,
		),
	]
}

/// A quote for each of them.
fn quote_for_all() {
	give_points(BOB, 2 * LOT);
	bid(DESK, 200, 2 * LOT);
	ask(DESK, 300, 2 * LOT);
	placed(DESK, BHTD_USD, Side::Bid, 1, 200, 2 * LOT);
	points_bid(DESK, 300, 2 * LOT);
}

#[test]
fn a_call_weighs_no_more_than_it_says_it_meets() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for_all();
		for fills in 1..=MAX_FILLS {
			for (who, call, weight) in calls(fills) {
				assert_eq!(call.get_dispatch_info().call_weight, weight(fills));
				// There is only one.
				let info = frame_support::hypothetically!(call.dispatch(signed(who)).unwrap());
				assert_eq!(info.actual_weight, Some(weight(1)));
			}
		}
	});
}

#[test]
fn a_call_meets_one_quote_at_least_and_no_more_than_it_may() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for_all();
		for fills in [0, MAX_FILLS + 1, u32::MAX] {
			for (who, call, weight) in calls(fills) {
				assert!(call.get_dispatch_info().call_weight.all_lte(weight(MAX_FILLS)));
				let before = sp_io::storage::root(Default::default());
				let refused = call.dispatch(signed(who)).unwrap_err();
				assert_eq!(refused.error, Error::<Test>::MaxFillsOutOfBounds.into());
				assert_eq!(refused.post_info.actual_weight, Some(weight(0)));
				assert_eq!(sp_io::storage::root(Default::default()), before);
			}
			let (low, high) = (any_price(Side::Bid), any_price(Side::Ask));
			assert_eq!(Wholesale::quote_sell(BHTD_USD, LOT, low, fills, BOB), None);
			assert_eq!(Wholesale::quote_buy(BHTD_USD, LOT, high, fills, BOB), None);
			assert_eq!(Wholesale::quote_wholesale(USD, LOT, low, fills, MERCHANT), None);
			assert_eq!(Wholesale::quote_convert(0, LOT, fills, BOB), None);
		}
	});
}

/// How many quotes a call pays for that fails.
fn paid_for(
	result: DispatchResultWithPostInfo,
	error: Error<Test>,
	weight: fn(u32) -> Weight,
) -> u32 {
	let refused = result.unwrap_err();
	assert_eq!(refused.error, error.into());
	let paid = refused.post_info.actual_weight.unwrap();
	(0..=MAX_FILLS).find(|met| weight(*met) == paid).expect("it pays for some number")
}

#[test]
fn a_call_that_fails_pays_for_the_quotes_it_has_met() {
	ExtBuilder::default().build_and_execute(|| {
		for price in [200, 190, 180] {
			bid(DESK, price, RETAIL);
			placed(DESK, BHTD_USD, Side::Bid, 1, price, LOT);
			points_bid(DESK, price + 100, RETAIL);
			ask(DESK, 500 - price, RETAIL);
		}
		give_points(BOB, 1_000);
		give_points(NEWCOMER, 1_000);
		let many = MAX_FILLS;
		let weight = <() as WeightInfo>::sell;
		let sell = |who, amount, limit, min_out, by| {
			Wholesale::sell(signed(who), BHTD_USD, amount, limit, min_out, by, many)
		};
		let paid = |result, error| paid_for(result, error, weight);
		let any = any_price(Side::Bid);
		assert_eq!(paid(sell(BOB, 300, any, 0, 0), Error::DeadlinePassed), 0);
		assert_eq!(paid(sell(BOB, 99, any, 0, 1), Error::BelowLot), 0);
		assert_eq!(paid(sell(BOB, 300, cents(201), 0, 1), Error::NothingFilled), 0);
		assert_eq!(paid(sell(BOB, 100, any, 201, 1), Error::BelowMinOut), 1);
		assert_eq!(paid(sell(BOB, 300, cents(190), 500, 1), Error::BelowMinOut), 2);
		assert_eq!(paid(sell(BOB, 300, any, 571, 1), Error::BelowMinOut), 3);
		assert_eq!(paid(sell(NEWCOMER, 200, any, 0, 1), Error::InsufficientFunds), 2);
		// Own quotes are met, and stay if it fails.
		assert_eq!(paid(sell(DESK, 300, any, 0, 1), Error::NothingFilled), 3);
		assert_eq!(Quotes::<Test>::iter().count(), 12);

		let weight = <() as WeightInfo>::buy;
		let buy = |who, limit, max_in, by| {
			Wholesale::buy(signed(who), BHTD_USD, 300, limit, max_in, by, many)
		};
		let paid = |result, error| paid_for(result, error, weight);
		let any = any_price(Side::Ask);
		assert_eq!(paid(buy(BOB, any, Balance::MAX, 0), Error::DeadlinePassed), 0);
		assert_eq!(paid(buy(BOB, cents(299), Balance::MAX, 1), Error::NothingFilled), 0);
		assert_eq!(paid(buy(BOB, cents(310), 609, 1), Error::AboveMaxIn), 2);
		assert_eq!(paid(buy(NEWCOMER, any, Balance::MAX, 1), Error::InsufficientFunds), 3);

		let weight = <() as WeightInfo>::wholesale;
		let bulk = |who, min_out, by| {
			let (amount, limit) = (3 * LOT, any_price(Side::Bid));
			Wholesale::wholesale(signed(who), USD, amount, limit, min_out, by, many)
		};
		let paid = |result, error| paid_for(result, error, weight);
		assert_eq!(paid(bulk(MERCHANT, 0, 0), Error::DeadlinePassed), 0);
		assert_eq!(paid(bulk(BOB, 0, 1), Error::NotActiveMerchant), 0);
		assert_eq!(paid(bulk(MERCHANT, 5_701, 1), Error::BelowMinOut), 3);

		let weight = <() as WeightInfo>::convert_best;
		let convert = |who, amount, min_out, by| {
			Wholesale::convert_best(signed(who), 0, amount, min_out, by, many)
		};
		let paid = |result, error| paid_for(result, error, weight);
		assert_eq!(paid(convert(BOB, 200, 0, 0), Error::DeadlinePassed), 0);
		assert_eq!(paid(convert(BOB, 1_001, 0, 1), Error::InsufficientFunds), 0);
		assert_eq!(paid(convert(BOB, 200, 591, 1), Error::BelowMinOut), 2);
		// Less than a lot meets no quote.
		assert_eq!(paid(convert(NEWCOMER, 1, 0, 1), Error::CannotReceive), 0);
	});
}
