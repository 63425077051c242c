//! The pure functions.

use super::*;
use crate::matching::{
	cost, crosses, exposure, fill, funds, least_worth, mean_price, proceeds, within, Fill,
};
use proptest::prelude::*;
use sp_runtime::Permill;

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![
		0..1_000u128,
		any::<u64>().prop_map(u128::from),
		any::<u128>(),
		Just(u128::MAX),
		Just(1)
	]
}

fn prices() -> impl Strategy<Value = FixedU128> {
	let near = 1..4_000_000_000_000_000_000u128;
	prop_oneof![amounts(), near].prop_map(FixedU128::from_inner)
}

fn sides() -> impl Strategy<Value = Side> {
	prop_oneof![Just(Side::Bid), Just(Side::Ask)]
}

#[test]
fn values_round_as_documented() {
	let price = cents(233);
	assert_eq!((proceeds(101u128, price), cost(101u128, price)), (Some(235), Some(236)));
	assert_eq!(funds(Side::Ask, 101u128, price), Some(101));
	assert_eq!(funds(Side::Bid, 101u128, price), Some(236));
	assert_eq!(cost(u128::MAX, price), None);
	assert_eq!(exposure(1_001u128, Permill::from_percent(10)), 101);
	assert_eq!(exposure(1u128, Permill::from_parts(1)), 1);
	assert_eq!(least_worth(50u128, cents(300)), Some(17));
	assert_eq!(least_worth(50u128, FixedU128::from_inner(0)), None);
	assert_eq!(mean_price(0u128, 5), None);
	assert_eq!(mean_price(2u128, 5), Some(cents(250)));
	assert_eq!(fill(Side::Bid, price, 300u128, 100, 99), None);
	let whole = Fill { base: 300, quote: 699, closes: true };
	assert_eq!(fill(Side::Bid, price, 300u128, 100, 400), Some(whole));
	let part = Fill { base: 200, quote: 466, closes: false };
	assert_eq!(fill(Side::Ask, price, 300u128, 100, 200), Some(part));
	let closing = Fill { base: 201, quote: 469, closes: true };
	assert_eq!(fill(Side::Ask, price, 300u128, 100, 201), Some(closing));
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 10_000, ..Default::default() })]

	#[test]
	fn a_fill_moves_something_both_ways_and_never_more_than_is_there_or_wanted(
		side in sides(), price in prices(), remaining in amounts(), minimum in amounts(), wanted in amounts(),
	) {
		let Some(Fill { base, quote, closes }) = fill(side, price, remaining, minimum, wanted) else {
			return Ok(());
		};
		prop_assert!(quote > 0 && base >= minimum && base <= remaining && base <= wanted);
		prop_assert_eq!(closes, remaining == base || remaining - base < minimum);
	}

	#[test]
	fn whoever_wants_the_minimum_is_filled_if_it_is_worth_a_unit(
		side in sides(), price in prices(), minimum in amounts(), rest in amounts(), more in amounts(),
	) {
		// As all quotes: what is left is the minimum at least, and can be paid for.
		let (remaining, wanted) = (minimum.saturating_add(rest), minimum.saturating_add(more));
		let is_payable = cost(remaining, price).is_some();
		let is_worth = proceeds(minimum, price).is_some_and(|worth| worth > 0);
		if is_payable && is_worth {
			prop_assert!(fill(side, price, remaining, minimum, wanted).is_some());
		}
	}

	#[test]
	fn the_owner_does_no_worse_than_its_price_and_the_taker_loses_less_than_a_unit(
		side in sides(), price in prices(), remaining in amounts(), wanted in amounts(),
	) {
		let Some(Fill { base, quote, .. }) = fill(side, price, remaining, 1, wanted) else { return Ok(()) };
		let (low, high) = (proceeds(base, price), cost(base, price));
		match side {
			// An owner that buys pays no more, one that sells gets no less.
			Side::Bid => prop_assert!(Some(quote) == low && high.is_none_or(|high| high - quote <= 1)),
			Side::Ask => prop_assert!(Some(quote) == high && low.is_some_and(|low| quote - low <= 1)),
		}
	}

	#[test]
	fn taking_in_parts_gains_nothing(side in sides(), price in prices(), a in amounts(), b in amounts()) {
		let Some(all) = a.checked_add(b) else { return Ok(()) };
		let taken = |amount| fill(side, price, amount, 1, amount).map(|fill| fill.quote);
		let (Some(first), Some(second), Some(whole)) = (taken(a), taken(b), taken(all)) else { return Ok(()) };
		match side {
			Side::Bid => prop_assert!(first + second <= whole),
			Side::Ask => prop_assert!(first.checked_add(second).is_none_or(|parts| parts >= whole)),
		}
	}

	#[test]
	fn what_is_on_hold_never_runs_short_and_everything_is_accounted_for(
		side in sides(), price in prices(), size in amounts(), minimum in 1..1_000u128,
		takes in prop::collection::vec(amounts(), 1..8),
	) {
		let Some(start) = funds(side, size, price) else { return Ok(()) };
		let (mut remaining, mut held, mut given) = (size, start, 0u128);
		for wanted in takes {
			let Some(Fill { base, quote, closes }) = fill(side, price, remaining, minimum, wanted) else {
				continue;
			};
			let out = side.given(base, quote);
			prop_assert!(out <= held);
			(remaining, held, given) = (remaining - base, held - out, given + out);
			prop_assert!(held >= funds(side, remaining, price).unwrap());
			if closes {
				break;
			}
		}
		prop_assert_eq!(given + held, start);
	}

	#[test]
	fn who_buys_and_sells_at_one_price_gains_nothing(price in prices(), amount in amounts()) {
		let bought = fill(Side::Ask, price, amount, 1, amount);
		let sold = fill(Side::Bid, price, amount, 1, amount);
		if let (Some(bought), Some(sold)) = (bought, sold) {
			prop_assert!(sold.quote <= bought.quote);
		}
	}

	#[test]
	fn the_least_worth_something_is_the_least(worth in amounts(), price in prices()) {
		let Some(least) = least_worth(worth, price) else { return Ok(()) };
		prop_assert!(proceeds(least, price).is_none_or(|value| value >= worth));
		if least > 0 {
			prop_assert!(proceeds(least - 1, price).unwrap() < worth);
		}
	}

	#[test]
	fn within_a_limit_means_no_worse_than_it(side in sides(), price in prices(), limit in prices(), base in amounts()) {
		if !within(side, price, limit) {
			prop_assert!(price != limit);
			return Ok(());
		}
		match side {
			Side::Bid => prop_assert!(price >= limit && (proceeds(base, price).is_none() || proceeds(base, price) >= proceeds(base, limit))),
			Side::Ask => prop_assert!(price <= limit && (cost(base, limit).is_none() || cost(base, price) <= cost(base, limit))),
		}
	}

	#[test]
	fn quotes_that_cross_are_within_each_others_prices(side in sides(), a in prices(), b in prices()) {
		prop_assert_eq!(crosses(side, a, b), crosses(side.opposite(), b, a));
		prop_assert_eq!(crosses(side, a, b), within(side, a, b));
	}

	#[test]
	fn exposure_is_rounded_up_and_no_more_than_the_leg(leg in amounts(), parts in 1..=1_000_000u32) {
		let rate = Permill::from_parts(parts);
		let owed = exposure(leg, rate);
		prop_assert!(owed <= leg && (owed > 0 || leg == 0) && owed >= rate.mul_floor(leg));
	}
}
