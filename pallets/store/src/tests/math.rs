//! The pure functions.

use super::*;
use crate::math::{due, earned, split, Fee, ONE};
use proptest::prelude::*;
use sp_runtime::{traits::One, FixedU128};

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..1_000u128, any::<u64>().prop_map(u128::from), any::<u128>(), Just(u128::MAX)]
}

fn parts() -> impl Strategy<Value = Permill> {
	prop_oneof![
		Just(Permill::zero()),
		Just(Permill::one()),
		(0..=1_000_000u32).prop_map(Permill::from_parts),
	]
}

#[test]
fn values_round_as_documented() {
	let one_percent = Permill::from_percent(1);
	let half = Permill::from_percent(50);
	assert_eq!(Fee::of(1_000u128, one_percent, half), Fee { burnt: 5, treasury: 5 });
	assert_eq!(Fee::of(1_001u128, one_percent, half), Fee { burnt: 6, treasury: 5 });
	assert_eq!(Fee::of(1u128, one_percent, half), Fee { burnt: 1, treasury: 0 });
	assert_eq!(Fee::of(0u128, one_percent, half), Fee { burnt: 0, treasury: 0 });
	assert_eq!(split(7u128, half), (3, 4));
	assert_eq!(due(10u128, 1, 3), 3);
	assert_eq!(due(10u128, 3, 3), 10);
	assert_eq!(due(10u128, 4, 3), 10);
	assert_eq!(due(10u128, 0, 3), 0);
	assert_eq!(due(10u128, 0, 0), 0);
	let third = FixedU128::from_rational(1, 3);
	assert_eq!(earned(10u128, third, ONE, 0), 3);
	assert_eq!(earned(10u128, third, 150, 2), 6);
	assert_eq!(earned(10u128, third, 0, 2), 2);
}

#[test]
fn points_out_of_range_saturate() {
	assert_eq!(earned(u128::MAX, FixedU128::from_u32(2), ONE, 0), u128::MAX);
	assert_eq!(earned(u128::MAX, FixedU128::one(), 2 * ONE, 0), u128::MAX);
	assert_eq!(earned(u128::MAX, FixedU128::one(), ONE, 1), u128::MAX);
	assert_eq!(earned(300u64, FixedU128::one(), ONE, 0), 300u64);
}

#[test]
fn a_price_is_multiplied_and_compared_in_each_part() {
	let price = mixed(3, 5);
	assert_eq!(price.times(4), Some(mixed(12, 20)));
	assert_eq!(bhtd(3).times(0), Some(bhtd(0)));
	assert_eq!(mixed(u128::MAX, 1).times(2), None);
	assert_eq!(mixed(1, u128::MAX).times(2), None);
	assert!(price.is_within(&price) && price.is_within(&mixed(4, 5)));
	assert!(!price.is_within(&mixed(2, 5)) && !price.is_within(&mixed(3, 4)));
	assert!(!price.is_within(&bhtd(100)) && bhtd(3).is_within(&price));
	assert!(!price.is_within(&Price { bhtd: 3, points: Some((1, 5)) }));
}

proptest! {
	#[test]
	fn a_fee_is_never_more_than_it_is_taken_of_and_never_zero(
		proceeds in amounts(), rate in parts(), burnt in parts(),
	) {
		let fee = Fee::of(proceeds, rate, burnt);
		prop_assert!(fee.total() <= proceeds);
		prop_assert_eq!(fee.total() == 0, proceeds == 0 || rate.is_zero());
		prop_assert!(burnt.is_zero() || fee.total() == 0 || fee.burnt > 0);
	}

	#[test]
	fn splitting_a_sale_saves_no_fee(a in amounts(), b in amounts(), rate in parts(), burnt in parts()) {
		let Some(whole) = a.checked_add(b) else { return Ok(()) };
		let split = Fee::of(a, rate, burnt).total() + Fee::of(b, rate, burnt).total();
		prop_assert!(split >= Fee::of(whole, rate, burnt).total());
	}

	#[test]
	fn a_split_loses_nothing(escrow in amounts(), share in parts()) {
		let (given, rest) = split(escrow, share);
		prop_assert_eq!(given + rest, escrow);
		prop_assert!(given <= share.mul_ceil(escrow));
	}

	#[test]
	fn what_is_due_is_bounded_by_the_promise_and_grows_with_what_is_kept(
		points in amounts(), kept in amounts(), less in amounts(), paid in amounts(),
	) {
		let whole = due(points, kept, paid);
		prop_assert!(whole <= points);
		prop_assert!(due(points, kept.min(less), paid) <= whole);
		if kept >= paid && paid > 0 {
			prop_assert_eq!(whole, points);
		}
	}

	#[test]
	fn spending_at_once_earns_no_less_by_the_rate(
		a in amounts(), b in amounts(), rate in amounts(), multiplier in 0..=HIGHEST_MULTIPLIER,
	) {
		let Some(whole) = a.checked_add(b) else { return Ok(()) };
		let rate = FixedU128::from_inner(rate);
		let at_once = earned(whole, rate, multiplier, 0);
		let split = earned(a, rate, multiplier, 0).checked_add(earned(b, rate, multiplier, 0));
		prop_assert!(split.is_none_or(|split| split <= at_once) || at_once == u128::MAX);
	}
}
