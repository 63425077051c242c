//! The pure functions, and how much is minted in an interval.

use super::*;
use crate::math::{coverable, is_within_step, liability, share};
use proptest::prelude::*;

const ONE: u128 = 1_000_000_000_000_000_000;

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..1_000u128, any::<u64>().prop_map(u128::from), any::<u128>(), Just(u128::MAX)]
}

fn rates() -> impl Strategy<Value = FixedU128> {
	prop_oneof![1..3 * ONE, 1..u128::MAX].prop_map(FixedU128::from_inner)
}

/// What is owed for what is outstanding: both are something, or neither.
fn positions() -> impl Strategy<Value = (u128, u128)> {
	let some = || prop_oneof![1..1_000u128, 1..u64::MAX as u128, 1..u128::MAX / 2];
	prop_oneof![1 => Just((0, 0)), 5 => (some(), some())]
}

#[test]
fn values_round_as_documented() {
	let third = FixedU128::from_rational(1, 3);
	assert_eq!(liability(10u128, third, 0, 0), Some(4));
	assert_eq!(liability(10u128, third, 1, 2), Some(5));
	assert_eq!(liability(11u128, third, 1, 2), Some(6));
	assert_eq!(liability(10u128, FixedU128::from_u32(2), 1, 2), Some(20));
	assert_eq!(liability(u128::MAX, FixedU128::from_u32(2), 0, 0), None);
	assert_eq!(liability(u128::MAX, third, 3, 1), None);
	assert_eq!(share(10u128, 1, 3), 3);
	assert_eq!(share(10u128, 2, 3), 6);
	assert_eq!(share(10u128, 3, 3), 10);
	assert_eq!(share(10u128, 0, 3), 0);
	assert_eq!(share(0u128, 0, 0), 0);
	assert_eq!(coverable(9u128, FixedU128::from_u32(2), 0, 0), 4);
	assert_eq!(coverable(9u128, FixedU128::from_u32(2), 3, 1), 3);
	assert_eq!(coverable(u128::MAX, third, 0, 0), u128::MAX);
}

#[test]
fn a_step_of_the_rate_is_a_factor_of_two_both_ways() {
	let rate = FixedU128::from_inner;
	assert!(is_within_step(rate(10), rate(20)) && is_within_step(rate(20), rate(10)));
	assert!(!is_within_step(rate(10), rate(21)) && !is_within_step(rate(21), rate(10)));
	assert!(is_within_step(rate(u128::MAX), rate(u128::MAX)));
}

/// Whether `owed / outstanding` is at least as much as `before.0 / before.1`, without rounding: quotient by
/// quotient, as in Euclid's algorithm.
fn covers_as_well((owed, outstanding): (u128, u128), before: (u128, u128)) -> bool {
	if outstanding == 0 || before.1 == 0 {
		return true;
	}
	let (quotient, rest) = (owed / outstanding, owed % outstanding);
	let (quotient_before, rest_before) = (before.0 / before.1, before.0 % before.1);
	match quotient.cmp(&quotient_before) {
		std::cmp::Ordering::Equal if rest == 0 || rest_before == 0 => rest_before == 0,
		std::cmp::Ordering::Equal => covers_as_well((before.1, rest_before), (outstanding, rest)),
		other => other.is_gt(),
	}
}

proptest! {
	#[test]
	fn minting_never_thins_the_cover(position in positions(), amount in amounts(), rate in rates()) {
		let (owed, outstanding) = position;
		let Some(added) = liability(amount, rate, owed, outstanding) else { return Ok(()) };
		let after = (owed.checked_add(added), outstanding.checked_add(amount));
		let (Some(owed), Some(outstanding)) = after else { return Ok(()) };
		prop_assert!(covers_as_well((owed, outstanding), position));
		prop_assert!(liability(amount, rate, 0, 0).is_none_or(|at_rate| added >= at_rate));
		prop_assert!(amount == 0 || added > 0);
	}

	#[test]
	fn redemption_never_thins_the_cover_of_the_rest(position in positions(), amount in amounts()) {
		let (owed, outstanding) = position;
		let amount = amount.min(outstanding);
		let taken = share(owed, amount, outstanding);
		let rest = (owed - taken, outstanding - amount);
		prop_assert!(covers_as_well(rest, position));
		prop_assert_eq!(rest.0 == 0, rest.1 == 0);
	}

	#[test]
	fn splitting_never_gains(position in positions(), a in amounts(), b in amounts(), rate in rates()) {
		let (owed, outstanding) = position;
		let a = a.min(outstanding);
		let b = b.min(outstanding - a);
		let first = share(owed, a, outstanding);
		let second = share(owed - first, b, outstanding - a);
		prop_assert!(first + second <= share(owed, a + b, outstanding));

		let Some(at_once) = liability(a + b, rate, owed, outstanding) else { return Ok(()) };
		let first = liability(a, rate, owed, outstanding).unwrap();
		let sum = owed.checked_add(first).zip(outstanding.checked_add(a));
		let Some((owed, outstanding)) = sum else { return Ok(()) };
		let Some(second) = liability(b, rate, owed, outstanding) else { return Ok(()) };
		prop_assert!(first.checked_add(second).is_none_or(|split| split >= at_once));
	}

	#[test]
	fn retiring_lifts_no_more_than_minting_added(
		position in positions(), amount in amounts(), rate in rates(),
	) {
		let (owed, outstanding) = position;
		let Some(added) = liability(amount, rate, owed, outstanding) else { return Ok(()) };
		let after = (owed.checked_add(added), outstanding.checked_add(amount));
		let (Some(owed), Some(outstanding)) = after else { return Ok(()) };
		prop_assert!(share(owed, amount, outstanding) <= added);
	}

	#[test]
	fn what_is_coverable_is_covered_and_no_more(
		position in positions(), capacity in amounts(), rate in rates(),
	) {
		let (owed, outstanding) = position;
		let most = coverable(capacity, rate, owed, outstanding);
		if most < u128::MAX {
			prop_assert!(liability(most, rate, owed, outstanding).is_some_and(|it| it <= capacity));
			prop_assert!(liability(most + 1, rate, owed, outstanding).is_none_or(|it| it > capacity));
		}
	}

	#[test]
	fn no_interval_as_long_as_a_window_exceeds_the_limit(
		waits in prop::collection::vec((0..25u64, 0..120u128), 1..60),
	) {
		const LENGTH: u64 = 10;
		const LIMIT: u128 = 100;
		let (mut now, mut window) = (1_000, WindowUse::<u128, u64>::default());
		let mut minted = Vec::new();
		for (wait, amount) in waits {
			now += wait;
			window = window.at(now, LENGTH);
			let amount = amount.min(window.left(LIMIT));
			window.current += amount;
			minted.push((now, amount));
			let recent = minted.iter().filter(|(at, _)| at + LENGTH > now);
			prop_assert!(recent.map(|(_, amount)| amount).sum::<u128>() <= LIMIT);
		}
		// After two windows everything is allowed again.
		prop_assert_eq!(window.at(now + 2 * LENGTH, LENGTH).left(LIMIT), LIMIT);
	}
}
