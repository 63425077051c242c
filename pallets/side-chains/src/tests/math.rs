//! The bucket and the numbers of redemptions.

use crate::{
	math::{limit_of, Bucket},
	nonces::{Nonces, Refusal, WINDOW},
};
use proptest::prelude::*;
use sp_runtime::Permill;
use std::collections::BTreeSet;

#[test]
fn a_bucket_fills_evenly_and_rounds_down() {
	let mut bucket = Bucket::<u128, u64>::full(1_000, 10);
	assert_eq!(bucket.available(10, 300), 1_000);
	assert!(!bucket.take(1_001, 10, 300));
	assert_eq!(bucket, Bucket::full(1_000, 10));
	assert!(bucket.take(1_000, 10, 300));
	assert_eq!(bucket, Bucket { limit: 1_000, level: 0, updated: 10 });
	assert_eq!(bucket.available(10, 300), 0);
	assert_eq!(bucket.available(11, 300), 3);
	assert_eq!(bucket.available(12, 300), 6);
	assert_eq!(bucket.available(13, 300), 10);
	assert_eq!(bucket.available(309, 300), 996);
	assert_eq!(bucket.available(310, 300), 1_000);
	assert_eq!(bucket.available(9_999, 300), 1_000);
	assert!(bucket.take(996, 309, 300));
	assert_eq!(bucket, Bucket { limit: 1_000, level: 0, updated: 309 });
}

#[test]
fn the_largest_amounts_do_not_overflow() {
	let mut bucket = Bucket::<u128, u64>::full(u128::MAX, 0);
	assert!(bucket.take(u128::MAX, 0, u64::MAX));
	assert_eq!(bucket.available(u64::MAX - 1, u64::MAX), u128::MAX - (1 << 64) - 1);
	assert_eq!(bucket.available(u64::MAX, u64::MAX), u128::MAX);
}

#[test]
fn a_bucket_keeps_what_it_holds_when_it_is_resized() {
	let mut bucket = Bucket::<u128, u64>::full(1_000, 0);
	assert!(bucket.take(600, 0, 100));
	bucket.resize(5_000, 10, 100);
	assert_eq!(bucket, Bucket { limit: 5_000, level: 500, updated: 10 });
	bucket.resize(200, 10, 100);
	assert_eq!(bucket, Bucket { limit: 200, level: 200, updated: 10 });
}

#[test]
fn a_limit_is_a_part_of_the_pool_rounded_up() {
	let tenth = Permill::from_percent(10);
	assert_eq!(limit_of(1_000u128, tenth, 50), 100);
	assert_eq!(limit_of(1_001u128, tenth, 50), 101);
	assert_eq!(limit_of(0u128, tenth, 50), 50);
	assert_eq!(limit_of(u128::MAX, Permill::one(), 50), u128::MAX);
}

#[test]
fn a_number_is_accepted_once() {
	let mut nonces = Nonces::default();
	assert_eq!(nonces.spend(0), Ok(()));
	assert_eq!(nonces.spend(0), Err(Refusal::Used));
	assert_eq!(nonces.spend(WINDOW - 1), Ok(()));
	assert_eq!(nonces.base, 0);
	assert_eq!(nonces.spend(WINDOW), Ok(()));
	assert_eq!(nonces.base, 1);
	assert_eq!(nonces.spend(0), Err(Refusal::TooOld));
	// Number 0 and the one a window later share a bit.
	assert_eq!(nonces.spend(WINDOW), Err(Refusal::Used));
	assert_eq!(nonces.spend(WINDOW - 1), Err(Refusal::Used));
	assert_eq!(nonces.spend(1), Ok(()));
}

#[test]
fn a_slip_far_ahead_changes_nothing() {
	let mut nonces = Nonces::default();
	let before = nonces.clone();
	assert_eq!(nonces.spend(2 * WINDOW), Err(Refusal::TooFar));
	assert_eq!(nonces.spend(u64::MAX), Err(Refusal::TooFar));
	assert_eq!(nonces, before);
	assert_eq!(nonces.spend(2 * WINDOW - 1), Ok(()));
	assert_eq!(nonces.base, WINDOW);
}

proptest! {
	/// In any stretch of blocks, at most the limit and what flows in meanwhile.
	#[test]
	fn a_bucket_lets_no_more_through_than_promised(
		limit in prop_oneof![1..5_000u128, Just(u128::MAX / 1_000_000)],
		window in 1..500u64,
		steps in proptest::collection::vec((0..50u64, 0..6_000u128), 1..80),
	) {
		let mut bucket = Bucket::<u128, u64>::full(limit, 0);
		let mut now = 0;
		let mut taken: Vec<(u64, u128)> = Vec::new();
		for (blocks, amount) in steps {
			now += blocks;
			let amount = amount.min(limit);
			let available = bucket.available(now, window);
			prop_assert!(available <= limit);
			prop_assert_eq!(bucket.take(amount, now, window), amount <= available);
			if amount <= available {
				taken.push((now, amount));
			}
		}
		for (index, (from, _)) in taken.iter().enumerate() {
			let mut sum = 0;
			for (until, amount) in &taken[index..] {
				sum += amount;
				let inflow = limit * u128::from(until - from) / u128::from(window);
				prop_assert!(sum <= limit + inflow);
			}
		}
	}

	/// Waiting is never in vain, and what is lost in rounding is less than a planck for each look.
	#[test]
	fn a_bucket_fills_up_in_a_window(
		limit in 1..1_000_000u128,
		window in 1..500u64,
		looks in proptest::collection::vec(1..20u64, 1..40),
	) {
		let mut bucket = Bucket::<u128, u64>::full(limit, 0);
		prop_assert!(bucket.take(limit, 0, window));
		let mut now = 0;
		for blocks in &looks {
			now += blocks;
			prop_assert!(bucket.take(0, now, window));
		}
		let exact = (limit * u128::from(now) / u128::from(window)).min(limit);
		prop_assert!(bucket.level <= exact);
		prop_assert!(bucket.level + looks.len() as u128 >= exact);
		prop_assert_eq!(bucket.available(now + window, window), limit);
	}

	#[test]
	fn no_number_is_ever_accepted_twice(
		steps in proptest::collection::vec(0..3 * WINDOW, 1..400),
	) {
		let mut nonces = Nonces::default();
		let mut accepted = BTreeSet::new();
		for (index, step) in steps.into_iter().enumerate() {
			// The range drifts upwards, so that the window moves many times.
			let number = index as u64 * 100 + step;
			let low = nonces.base;
			match nonces.spend(number) {
				Ok(()) => prop_assert!(accepted.insert(number)),
				Err(Refusal::Used) => prop_assert!(accepted.contains(&number)),
				Err(Refusal::TooOld) => prop_assert!(number < low),
				Err(Refusal::TooFar) => prop_assert!(number >= low + 2 * WINDOW),
			}
		}
	}
}
