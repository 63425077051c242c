use super::*;
use crate::issuance::IssuanceCurve;

fn curve(first: u32, shrink: u32, least: u32) -> IssuanceCurve {
	IssuanceCurve {
		first: Perbill::from_percent(first),
		shrink: Perbill::from_percent(shrink),
		least: Perbill::from_percent(least),
	}
}

#[test]
fn the_rate_shrinks_by_the_same_part_every_year() {
	let curve = curve(10, 20, 1);
	assert_eq!(curve.rate(0), Perbill::from_percent(10));
	assert_eq!(curve.rate(1), Perbill::from_percent(8));
	assert_eq!(curve.rate(2), Perbill::from_parts(64_000_000));
	assert_eq!(curve.rate(3), Perbill::from_parts(51_200_000));
}

#[test]
fn the_rate_never_falls_below_the_least() {
	let curve = curve(10, 50, 2);
	assert_eq!(curve.rate(2), Perbill::from_parts(25_000_000));
	for year in [3, 4, 100, u32::MAX] {
		assert_eq!(curve.rate(year), Perbill::from_percent(2));
	}
}

#[test]
fn a_rate_may_stay_as_it_is_or_vanish() {
	assert_eq!(curve(7, 0, 0).rate(u32::MAX), Perbill::from_percent(7));
	assert_eq!(curve(7, 100, 0).rate(0), Perbill::from_percent(7));
	assert_eq!(curve(7, 100, 0).rate(1), Perbill::zero());
	assert_eq!(curve(0, 0, 0).rate(0), Perbill::zero());
}

#[test]
fn the_rate_never_rises() {
	for curve in [curve(100, 1, 0), curve(12, 7, 3), curve(5, 99, 5)] {
		for year in 0..200 {
			assert!(curve.rate(year + 1) <= curve.rate(year));
		}
	}
}
