//! The pure functions, and how much is minted in an interval.

use super::*;
use crate::math::{is_within_step, Bond, Price};
use proptest::prelude::*;

const ONE: u128 = 1_000_000_000_000_000_000;

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..1_000u128, any::<u64>().prop_map(u128::from), any::<u128>(), Just(u128::MAX)]
}

fn prices() -> impl Strategy<Value = Price> {
	let rate = prop_oneof![1..3 * ONE, 1..u128::MAX].prop_map(FixedU128::from_inner);
	let penalty = prop_oneof![Just(0), 0..=500_000u32].prop_map(Permill::from_parts);
	(rate, 0..=18u32, penalty).prop_map(|(rate, decimals, penalty)| Price {
		rate,
		whole: 10u128.pow(decimals),
		penalty,
	})
}

/// What is owed for what is outstanding: both are something, or neither. A penalty is never more than what
/// it is for.
fn positions() -> impl Strategy<Value = (Bond<u128>, u128)> {
	let some = || prop_oneof![1..1_000u128, 1..u64::MAX as u128, 1..u128::MAX / 4];
	let bond = (some(), amounts()).prop_map(|(compensation, penalty)| Bond {
		compensation,
		penalty: penalty % (compensation + 1),
	});
	prop_oneof![1 => Just((Bond::default(), 0)), 5 => (bond, some())]
}

fn bond(compensation: u128, penalty: u128) -> Bond<u128> {
	Bond { compensation, penalty }
}

fn price(rate: FixedU128, whole: u128, percent: u32) -> Price {
	Price { rate, whole, penalty: Permill::from_percent(percent) }
}

/// Both, if neither sum leaves the range.
fn sum((a, m): (Bond<u128>, u128), (b, n): (Bond<u128>, u128)) -> Option<(Bond<u128>, u128)> {
	let compensation = a.compensation.checked_add(b.compensation)?;
	Some((bond(compensation, a.penalty.checked_add(b.penalty)?), m.checked_add(n)?))
}

fn without(a: Bond<u128>, b: Bond<u128>) -> Bond<u128> {
	bond(a.compensation - b.compensation, a.penalty - b.penalty)
}

#[test]
fn values_round_as_documented() {
	let third = FixedU128::from_rational(1, 3);
	let none = bond(0, 0);
	assert_eq!(price(third, 1, 10).bond(10, none, 0), Some(bond(4, 1)));
	assert_eq!(price(third, 1, 50).bond(10, none, 0), Some(bond(4, 2)));
	assert_eq!(price(third, 1, 0).bond(10, bond(1, 1), 2), Some(bond(5, 5)));
	assert_eq!(price(third, 1, 0).bond(11, bond(1, 0), 2), Some(bond(6, 0)));
	assert_eq!(price(2.into(), 1, 50).bond(10, bond(1, 1), 2), Some(bond(20, 10)));
	assert_eq!(price(2.into(), 1, 0).bond(u128::MAX, none, 0), None);
	assert_eq!(price(third, 1, 0).bond(u128::MAX, bond(3, 0), 1), None);
	assert_eq!(price(third, 1, 0).bond(u128::MAX, bond(1, 3), 1), None);
	// Of whole tokens.
	assert_eq!(price(200.into(), 100, 10).bond(150, none, 0), Some(bond(300, 30)));
	assert_eq!(price(200.into(), 10u128.pow(18), 10).worth(ONE / 2), Some(100u128));
	assert_eq!(price(1.into(), 10u128.pow(18), 10).worth(1u128), Some(1));
	assert_eq!(price(1.into(), 1, 0).worth(u128::MAX), Some(u128::MAX));

	let owed = bond(10, 5);
	let shares = [0, 1, 2, 3].map(|amount| owed.share(amount, 3));
	assert_eq!(shares, [bond(0, 0), bond(3, 1), bond(6, 3), bond(10, 5)]);
	assert_eq!(none.share(0, 0), none);
	assert_eq!((owed.total(), bond(u128::MAX, 1).total()), (Some(15), None));

	assert_eq!(price(2.into(), 1, 0).coverable(9, none, 0), 4);
	assert_eq!(price(2.into(), 1, 10).coverable(9, none, 0), 4);
	assert_eq!(price(2.into(), 1, 50).coverable(9, none, 0), 3);
	assert_eq!(price(2.into(), 1, 0).coverable(9, bond(3, 1), 1), 2);
	assert_eq!(price(third, 1, 0).coverable(u128::MAX, none, 0), u128::MAX);
	assert_eq!(price(2.into(), 1, 0).coverable(1, none, 0), 0);
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

/// Both halves of a bond by how many units are outstanding.
fn covers(position: (Bond<u128>, u128), before: (Bond<u128>, u128)) -> bool {
	let ((now, outstanding), (then, outstanding_then)) = (position, before);
	covers_as_well((now.compensation, outstanding), (then.compensation, outstanding_then))
		&& covers_as_well((now.penalty, outstanding), (then.penalty, outstanding_then))
}

proptest! {
	#[test]
	fn minting_never_thins_the_cover(
		position in positions(), amount in amounts(), price in prices(),
	) {
		let Some(added) = price.bond(amount, position.0, position.1) else { return Ok(()) };
		prop_assert!(price.worth(amount).is_some_and(|worth| added.compensation >= worth));
		prop_assert!(added.penalty >= price.penalty * added.compensation);
		prop_assert!(added.penalty <= added.compensation);
		prop_assert!(amount == 0 || added.compensation > 0);
		let Some(after) = sum(position, (added, amount)) else { return Ok(()) };
		prop_assert!(covers(after, position));
		prop_assert!(after.0.penalty <= after.0.compensation);
	}

	#[test]
	fn redemption_never_thins_the_cover_of_the_rest(position in positions(), amount in amounts()) {
		let (owed, outstanding) = position;
		let amount = amount.min(outstanding);
		let taken = owed.share(amount, outstanding);
		let rest = (without(owed, taken), outstanding - amount);
		prop_assert!(covers(rest, position));
		prop_assert_eq!(rest.0.compensation == 0, rest.1 == 0);
		// No penalty without something that it is for.
		prop_assert!(taken.penalty <= taken.compensation);
		prop_assert!(rest.0.penalty <= rest.0.compensation);
	}

	#[test]
	fn splitting_never_gains(
		position in positions(), a in amounts(), b in amounts(), price in prices(),
	) {
		let (owed, outstanding) = position;
		let a = a.min(outstanding);
		let b = b.min(outstanding - a);
		let first = owed.share(a, outstanding);
		let second = without(owed, first).share(b, outstanding - a);
		let at_once = owed.share(a + b, outstanding);
		prop_assert!(first.compensation + second.compensation <= at_once.compensation);
		prop_assert!(first.penalty + second.penalty <= at_once.penalty);

		let Some(at_once) = price.bond(a + b, owed, outstanding) else { return Ok(()) };
		let first = price.bond(a, owed, outstanding).unwrap();
		let Some((owed, outstanding)) = sum(position, (first, a)) else { return Ok(()) };
		let Some(second) = price.bond(b, owed, outstanding) else { return Ok(()) };
		let Some((split, _)) = sum((first, a), (second, b)) else { return Ok(()) };
		prop_assert!(split.compensation >= at_once.compensation);
		prop_assert!(split.penalty >= at_once.penalty);
	}

	#[test]
	fn retiring_lifts_no_more_than_minting_added(
		position in positions(), amount in amounts(), price in prices(),
	) {
		let Some(added) = price.bond(amount, position.0, position.1) else { return Ok(()) };
		let Some((owed, outstanding)) = sum(position, (added, amount)) else { return Ok(()) };
		let lifted = owed.share(amount, outstanding);
		prop_assert!(lifted.compensation <= added.compensation);
		prop_assert!(lifted.penalty <= added.penalty);
	}

	#[test]
	fn what_is_coverable_is_covered_and_no_more(
		position in positions(), capacity in amounts(), price in prices(),
	) {
		let (owed, outstanding) = position;
		let most = price.coverable(capacity, owed, outstanding);
		let total = |amount| price.bond(amount, owed, outstanding).and_then(|bond| bond.total());
		prop_assert!(total(most).is_some_and(|it| it <= capacity));
		if most < u128::MAX {
			prop_assert!(total(most + 1).is_none_or(|it| it > capacity));
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
