//! The limit on redemptions: a bucket that lets amounts through as far as it is full, and fills up
//! evenly.
//!
//! A bucket of `limit` that fills within `window` blocks lets through, in any `t` blocks in a row, at
//! most `limit` and `limit x t / window` more. There is no boundary at which two windows' worth could
//! pass at once. The formula is that of a token bucket (RFC 2697), in blocks and planck; what it leaves of
//! a planck is lost to who redeems.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding,
	traits::{AtLeast32BitUnsigned, UniqueSaturatedInto},
	Permill, Rounding,
};

/// How much may be paid now, and how much at most at once.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Bucket<Balance, BlockNumber> {
	/// What a full bucket holds, in planck.
	pub limit: Balance,
	/// What it held at `updated`, in planck.
	pub level: Balance,
	/// The block of the last change.
	pub updated: BlockNumber,
}

impl<Balance, BlockNumber> Bucket<Balance, BlockNumber>
where
	Balance: AtLeast32BitUnsigned + Copy,
	BlockNumber: AtLeast32BitUnsigned + Copy,
{
	/// A full one.
	pub fn full(limit: Balance, now: BlockNumber) -> Self {
		Self { limit, level: limit, updated: now }
	}

	/// What may be paid at `now`, if an empty bucket fills within `window` blocks.
	pub fn available(&self, now: BlockNumber, window: BlockNumber) -> Balance {
		let elapsed = now.saturating_sub(self.updated);
		if elapsed >= window {
			return self.limit;
		}
		let (limit, elapsed, window): (u128, u128, u128) = (
			self.limit.unique_saturated_into(),
			elapsed.unique_saturated_into(),
			window.unique_saturated_into(),
		);
		// Less than the limit, as less than the window has passed: there is always a result.
		let refill = multiply_by_rational_with_rounding(limit, elapsed, window, Rounding::Down);
		let refill: Balance = refill.unwrap_or_default().unique_saturated_into();
		self.level.saturating_add(refill).min(self.limit)
	}

	/// Takes `amount` out, or nothing if it does not hold as much.
	pub fn take(&mut self, amount: Balance, now: BlockNumber, window: BlockNumber) -> bool {
		let available = self.available(now, window);
		if available < amount {
			return false;
		}
		self.level = available.saturating_sub(amount);
		self.updated = now;
		true
	}

	/// Makes the bucket larger or smaller. What it holds stays, as far as there is room.
	pub fn resize(&mut self, limit: Balance, now: BlockNumber, window: BlockNumber) {
		self.level = self.available(now, window).min(limit);
		self.limit = limit;
		self.updated = now;
	}
}

/// What may be redeemed at once out of a pool, in planck: `share` of it, rounded up, but not less than
/// `lowest`.
pub fn limit_of<Balance: AtLeast32BitUnsigned + Copy>(
	pool: Balance,
	share: Permill,
	lowest: Balance,
) -> Balance {
	share.mul_ceil(pool).max(lowest)
}
