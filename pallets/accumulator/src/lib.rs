//! # Accumulator
//!
//! Sharing amounts among weights at constant cost, so exactly that not a fraction is lost.
//!
//! An [`Accumulator`] knows what one unit of weight has been given since the beginning, its index. A
//! [`Position`] knows the index up to which it has been credited. Giving to all positions raises the index;
//! no position is touched. Before its weight changes, a position is credited with `weight * (index - own
//! index)`: so a weight shares in what is given while it is there, and in nothing else.
//!
//! The index is a fixed-point number with 128 bits for each of its halves, and every fraction that a
//! division leaves is carried to the next one. For any sequence of operations, in fractions of a planck:
//!
//! ```text
//! given = sum over positions of (credited + fraction) + taken + remainder of the accumulator
//! ```
//!
//! Neither index nor products can leave their range as long as all that was ever given fits a `u128`: the
//! index rises by `given / weight` with a weight of at least one, and a position, being a part of the whole
//! weight, is credited with no more than what was given.
//!
//! Nothing here knows a `Config`, nor what is shared: every pallet that shares something does it with this.

#![cfg_attr(not(feature = "std"), no_std)]

use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;
use sp_core::U256;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

#[cfg(test)]
mod tests;

/// How many bits of a number are its fraction.
const FRACTION: usize = 128;

/// What a unit of weight has been given, and how much weight there is.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Accumulator<Balance> {
	index: U256,
	weight: Balance,
	remainder: u128,
}

/// The part of one participant.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Position<Balance> {
	weight: Balance,
	index: U256,
	credited: Balance,
	fraction: u128,
}

/// A whole number and its fraction as one number.
fn joined(whole: u128, fraction: u128) -> U256 {
	// Nothing overlaps: a `u128` has as many bits as a fraction.
	(U256::from(whole) << FRACTION) | U256::from(fraction)
}

fn wide<B: Balance>(whole: B) -> Option<U256> {
	let whole: u128 = whole.try_into().ok()?;
	Some(whole.into())
}

/// An amount and a fraction of a planck in parts of 2^128 of a planck, as one number: sums of these show to
/// the last fraction whether anything was made or lost. `None` only for balances wider than a `u128`.
pub fn exact<B: Balance>(amount: B, fraction: u128) -> Option<U256> {
	Some(joined(amount.try_into().ok()?, fraction))
}

/// The part of `amount` that streams within `elapsed` of `left` blocks: `amount * elapsed / left`, rounded
/// down, and all of it at the end.
///
/// Splitting the blocks never streams more: what rounding leaves is still there for the blocks to come.
pub fn streamed<B: Balance>(amount: B, elapsed: u128, left: u128) -> B {
	if elapsed >= left {
		return amount;
	}
	amount
		.try_into()
		.ok()
		.and_then(|amount| {
			multiply_by_rational_with_rounding(amount, elapsed, left, Rounding::Down)
		})
		.and_then(|part| part.try_into().ok())
		// A part of what is in range is.
		.unwrap_or_default()
}

/// A number as a whole one and its fraction.
fn parted<B: Balance>(number: U256) -> Option<(B, u128)> {
	let whole = (number >> FRACTION).low_u128().try_into().ok()?;
	Some((whole, number.low_u128()))
}

impl<B: Balance> Accumulator<B> {
	/// The weight of all positions.
	pub fn weight(&self) -> B {
		self.weight
	}

	/// What was given and is credited to nobody, in parts of 2^128 of a planck: less than one planck.
	pub fn remainder(&self) -> u128 {
		self.remainder
	}

	/// Gives `amount` to all positions, each by its weight.
	///
	/// `None` without any weight, and if more was given in the course of time than a `u128` holds; nothing
	/// has changed then.
	#[must_use]
	pub fn distribute(&mut self, amount: B) -> Option<()> {
		let weight = wide(self.weight)?;
		// A planck's fraction beside the largest amount is just in range.
		let numerator = joined(amount.try_into().ok()?, self.remainder);
		let rise = numerator.checked_div(weight)?;
		let index = self.index.checked_add(rise)?;
		// Below the weight, and so below 2^128.
		self.remainder = (numerator % weight).low_u128();
		self.index = index;
		Some(())
	}

	/// Credits `position` with what it has been given, and gives it another weight from now on.
	///
	/// `None` if the sum of all weights would leave its range; nothing has changed then.
	#[must_use]
	pub fn set_weight(&mut self, position: &mut Position<B>, weight: B) -> Option<()> {
		let total = self.weight.checked_sub(&position.weight)?.checked_add(&weight)?;
		position.settle(self)?;
		position.weight = weight;
		self.weight = total;
		Some(())
	}

	/// Dissolves `position`, and says how many whole planck it leaves behind.
	///
	/// Its fraction joins the remainder here; a planck that they make together is among what is left. Once
	/// all positions are dissolved, the remainder is zero.
	#[must_use]
	pub fn dissolve(&mut self, mut position: Position<B>) -> Option<B> {
		let weight = self.weight.checked_sub(&position.weight)?;
		position.settle(self)?;
		let (remainder, is_whole) = self.remainder.overflowing_add(position.fraction);
		let left = match is_whole {
			true => position.credited.checked_add(&B::one())?,
			false => position.credited,
		};
		self.weight = weight;
		self.remainder = remainder;
		Some(left)
	}
}

impl<B: Balance> Position<B> {
	/// The weight.
	pub fn weight(&self) -> B {
		self.weight
	}

	/// What has been credited and not taken, in whole planck, as of the last [`settle`](Self::settle).
	pub fn credited(&self) -> B {
		self.credited
	}

	/// What has been credited beyond whole planck, in parts of 2^128.
	pub fn fraction(&self) -> u128 {
		self.fraction
	}

	/// Credits what `accumulator` has given to this position since the last time.
	///
	/// `None` only if the position is another accumulator's.
	#[must_use]
	pub fn settle(&mut self, accumulator: &Accumulator<B>) -> Option<()> {
		let rise = accumulator.index.checked_sub(self.index)?;
		let gain = wide(self.weight)?.checked_mul(rise)?;
		let (whole, fraction) = parted::<B>(gain.checked_add(self.fraction.into())?)?;
		self.credited = self.credited.checked_add(&whole)?;
		self.fraction = fraction;
		self.index = accumulator.index;
		Some(())
	}

	/// Takes `amount` out of what has been credited; `None` if that is less.
	#[must_use]
	pub fn take(&mut self, amount: B) -> Option<()> {
		self.credited = self.credited.checked_sub(&amount)?;
		Some(())
	}
}
