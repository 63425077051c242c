//! Shares, their worth, their rewards and what they answer for, as pure functions.
//!
//! A pool has `total` shares that are worth `balance` together. Every function says which way it
//! rounds: always against whoever acts, so that nobody gains by splitting one step into many.

use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding,
	traits::{Bounded, One, Saturating},
	FixedPointNumber, FixedU128, PerThing, Perbill, Rounding, SaturatedConversion,
};

/// What `shares` are worth: `shares * balance / total`, rounded down; nothing in an empty pool.
///
/// `None` if it exceeds the range of `B`, which shares of the pool cannot.
pub fn value<B: Balance>(shares: B, balance: B, total: B) -> Option<B> {
	if total.is_zero() {
		return Some(B::zero());
	}
	rational(shares, balance, total, Rounding::Down)
}

/// The shares that `amount` buys: `amount * total / balance`, rounded down; one for one in an empty
/// pool.
///
/// `None` if the shares there are worth nothing, or if it exceeds the range of `B`.
pub fn shares_for<B: Balance>(amount: B, balance: B, total: B) -> Option<B> {
	if total.is_zero() {
		return Some(amount);
	}
	rational(amount, total, balance, Rounding::Down)
}

/// The shares that must be given up for `amount`: `amount * total / balance`, rounded up.
///
/// `None` if the shares there are worth nothing, or if it exceeds the range of `B`.
pub fn shares_worth<B: Balance>(amount: B, balance: B, total: B) -> Option<B> {
	rational(amount, total, balance, Rounding::Up)
}

/// What a share is worth: `balance / shares`, rounded down; one in an empty pool.
///
/// Saturates far beyond one, and no share is ever worth more than one.
pub fn price<B: Balance>(balance: B, shares: B) -> FixedU128 {
	if shares.is_zero() {
		return FixedU128::one();
	}
	let (balance, shares): (u128, u128) = (balance.saturated_into(), shares.saturated_into());
	FixedU128::checked_from_rational(balance, shares).unwrap_or(FixedU128::max_value())
}

/// What `shares` have earned while the index of their pool rose by `delta`: `shares * delta`, rounded
/// down.
///
/// `None` if it exceeds the range of `B`.
pub fn reward<B: Balance>(shares: B, delta: FixedU128) -> Option<B> {
	let shares: u128 = shares.try_into().ok()?;
	multiply_by_rational_with_rounding(shares, delta.into_inner(), FixedU128::DIV, Rounding::Down)?
		.try_into()
		.ok()
}

/// What is left of `kept` after a slash of `fraction`, rounded down.
pub fn kept_after(kept: FixedU128, fraction: Perbill) -> FixedU128 {
	FixedU128::from_inner(fraction.left_from_one().mul_floor(kept.into_inner()))
}

/// How many of `shares` are lost where `then` of a coin was kept and `now` is: the same part of them,
/// rounded up.
///
/// `None` if it exceeds the range of `B`, which a part of a `B` does not.
pub fn carried_loss<B: Balance>(shares: B, then: FixedU128, now: FixedU128) -> Option<B> {
	if now >= then {
		return Some(B::zero());
	}
	let shares: u128 = shares.try_into().ok()?;
	let lost = then.saturating_sub(now).into_inner();
	multiply_by_rational_with_rounding(shares, lost, then.into_inner(), Rounding::Up)?
		.try_into()
		.ok()
}

/// `a * b / c`; `None` if `c` is zero or the result exceeds the range of `B`.
fn rational<B: Balance>(a: B, b: B, c: B, rounding: Rounding) -> Option<B> {
	let (a, b, c): (u128, u128, u128) =
		(a.try_into().ok()?, b.try_into().ok()?, c.try_into().ok()?);
	multiply_by_rational_with_rounding(a, b, c, rounding)?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use sp_runtime::traits::Zero;

	const ONE: u128 = FixedU128::DIV;

	/// A pool of any price up to one, with room for more: its balance and its shares.
	fn pools() -> impl Strategy<Value = (u128, u128)> {
		let shares = prop_oneof![1..1_000u128, 1..1_000_000_000_000u128, 1..u128::MAX >> 40];
		shares.prop_flat_map(|shares| {
			let balance = prop_oneof![4 => 1..=shares, 1 => Just(shares), 1 => Just(1)];
			(balance, Just(shares))
		})
	}

	/// A pool that takes votes.
	fn voted_pools() -> impl Strategy<Value = (u128, u128)> {
		pools().prop_map(|(balance, shares)| (balance.max(shares.div_ceil(1_000)), shares))
	}

	fn amounts() -> impl Strategy<Value = u128> {
		prop_oneof![1..1_000u128, 1..1_000_000_000_000u128, 1..u128::MAX >> 40]
	}

	fn parts() -> impl Strategy<Value = Perbill> {
		(0..=1_000_000_000u32).prop_map(Perbill::from_parts)
	}

	/// The pool after a vote, and the shares it bought.
	fn vote(amount: u128, (balance, total): (u128, u128)) -> (u128, (u128, u128)) {
		let shares = shares_for(amount, balance, total).unwrap();
		(shares, (balance + amount, total + shares))
	}

	/// The pool after shares have been given up, and what they were worth.
	fn burn(shares: u128, (balance, total): (u128, u128)) -> (u128, (u128, u128)) {
		let worth = value(shares, balance, total).unwrap();
		(worth, (balance - worth, total - shares))
	}

	#[test]
	fn a_pool_without_shares_begins_at_one() {
		assert_eq!(value(0u128, 0, 0), Some(0));
		assert_eq!(shares_for(7u128, 0, 0), Some(7));
		assert_eq!(price(0u128, 0), FixedU128::one());
	}

	#[test]
	fn everything_rounds_as_documented() {
		assert_eq!(value(2u128, 10, 3), Some(6));
		assert_eq!(shares_for(7u128, 2, 3), Some(10));
		assert_eq!(shares_worth(7u128, 2, 3), Some(11));
		assert_eq!(price(2u128, 3), FixedU128::from_inner(666_666_666_666_666_666));
		assert_eq!(reward(3u128, FixedU128::from_inner(ONE / 2)), Some(1));
		assert_eq!(
			kept_after(FixedU128::from_inner(9), Perbill::from_percent(50)),
			FixedU128::from_inner(4)
		);
		let kept = FixedU128::from_rational(2, 3);
		assert_eq!(carried_loss(100u128, FixedU128::one(), kept), Some(34));
		assert_eq!(carried_loss(100u128, kept, kept), Some(0));
		assert_eq!(carried_loss(100u128, kept, FixedU128::one()), Some(0));
		assert_eq!(carried_loss(100u128, kept, FixedU128::zero()), Some(100));
	}

	#[test]
	fn what_cannot_be_is_none() {
		assert_eq!(shares_for(1u128, 0, 5), None);
		assert_eq!(shares_worth(1u128, 0, 5), None);
		assert_eq!(value(u128::MAX, 3u128, 2), None);
		assert_eq!(reward(u128::MAX, FixedU128::from_u32(2)), None);
		assert_eq!(value(300u64, 2, 1), Some(600u64));
		assert_eq!(value(3_000_000_000u32, 2, 1), None);
		assert_eq!(price(u128::MAX, 1), FixedU128::max_value());
	}

	proptest! {
		#[test]
		fn a_vote_never_gains_and_never_harms(
			pool in voted_pools(), amount in amounts(), part in 0..=1_000u128,
		) {
			let (balance, total) = pool;
			let other = total / 1_000 * part;
			let (shares, (balance_after, total_after)) = vote(amount, pool);
			let worth = value(shares, balance_after, total_after).unwrap();
			prop_assert!(worth <= amount && amount - worth <= 1);
			prop_assert!(value(other, balance, total) <= value(other, balance_after, total_after));
			// Never more than one planck a share, and so never fewer shares than planck.
			prop_assert!(shares >= amount);
			prop_assert!(balance_after <= total_after);
			prop_assert!(price(balance_after, total_after) >= price(balance, total));
		}

		#[test]
		fn splitting_a_vote_never_gains(pool in voted_pools(), a in amounts(), b in amounts()) {
			let (at_once, _) = vote(a + b, pool);
			let (first, pool) = vote(a, pool);
			let (second, _) = vote(b, pool);
			prop_assert!(first + second <= at_once);
		}

		#[test]
		fn giving_up_shares_never_harms(pool in pools(), part in 0..=1_000u128) {
			let (balance, total) = pool;
			let shares = (total / 1_000 * part).min(total);
			let (worth, (balance_after, total_after)) = burn(shares, pool);
			prop_assert!(worth <= balance);
			prop_assert!(balance_after <= total_after);
			let rest = total - shares;
			prop_assert!(value(rest, balance, total) <= value(rest, balance_after, total_after));
			prop_assert!(price(balance_after, total_after) >= price(balance, total));
		}

		#[test]
		fn a_cycle_of_voting_and_giving_up_never_gains(
			pool in voted_pools(), amount in amounts(), steps in 1..5u128,
		) {
			let (mut shares, mut pool) = vote(amount, pool);
			let mut back = 0;
			for _ in 1..steps {
				let (worth, after) = burn(shares / steps, pool);
				back += worth;
				shares -= shares / steps;
				pool = after;
			}
			back += burn(shares, pool).0;
			prop_assert!(back <= amount);
		}

		#[test]
		fn parts_are_worth_no_more_than_the_whole(pool in pools(), part in 0..=1_000u128) {
			let (balance, total) = pool;
			let shares = (total / 1_000 * part).min(total);
			let parts = value(shares, balance, total).unwrap()
				+ value(total - shares, balance, total).unwrap();
			prop_assert!(parts <= balance && balance <= parts + 1);
			prop_assert_eq!(value(total, balance, total), Some(balance));
		}

		#[test]
		fn shares_given_up_are_worth_what_is_asked_for(pool in pools(), part in 1..=1_000u128) {
			let (balance, total) = pool;
			let amount = (balance / 1_000 * part).max(1).min(balance);
			let shares = shares_worth(amount, balance, total).unwrap();
			prop_assert!(shares <= total);
			prop_assert!(value(shares, balance, total).unwrap() >= amount);
			// Not one too many.
			prop_assert!(value(shares - 1, balance, total).unwrap() < amount);
		}

		#[test]
		fn splitting_never_earns_more(
			a in amounts(), b in amounts(), once in 0..10 * ONE, then in 0..10 * ONE,
		) {
			let (once, then) = (FixedU128::from_inner(once), FixedU128::from_inner(then));
			let both = once.saturating_add(then);
			let whole = reward(a + b, both).unwrap();
			prop_assert!(reward(a, both).unwrap() + reward(b, both).unwrap() <= whole);
			prop_assert!(reward(a + b, once).unwrap() + reward(a + b, then).unwrap() <= whole);
		}

		#[test]
		fn nobody_that_moved_keeps_more_than_those_that_stayed(
			shares in amounts(), before in parts(), first in parts(), second in parts(),
		) {
			let then = kept_after(FixedU128::one(), before);
			let between = kept_after(then, first);
			let now = kept_after(between, second);
			prop_assume!(!then.is_zero());
			let left = shares - carried_loss(shares, then, now).unwrap();
			// In the pool that they left the same shares, less the same slashes, are worth
			let stayed = second.left_from_one() * (first.left_from_one() * shares);
			prop_assert!(left <= stayed + 2, "{} {}", left, stayed);
			// Answering twice costs no less than once.
			let half = shares - carried_loss(shares, then, between).unwrap();
			let twice = half - carried_loss(half, between, now).unwrap();
			prop_assert!(twice <= left);
			prop_assert!(left <= shares);
		}
	}
}
