//! What tokens oblige to and what redemptions are worth, as pure functions.
//!
//! An institution's margin owes a [`Bond`] for its tokens. The cover of a token is its part of each half,
//! `compensation / outstanding` and `penalty / outstanding` planck per unit. Every function says which way
//! it rounds. The cover of tokens that stay never falls by any of them: minting adds at least the present
//! cover, rounded up, and redemption takes away no more than it, rounded down.

use crate::types::Terms;
use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Permill,
	Rounding,
};

/// By which factor a rate may rise or fall at a time.
pub const RATE_STEP: u128 = 2;

/// What a margin owes for tokens, in planck of BHTD.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Bond<Balance> {
	/// What makes up for them.
	pub compensation: Balance,
	/// What is due beyond it for not paying them.
	pub penalty: Balance,
}

impl<B: Balance> Bond<B> {
	/// All of it; `None` out of range.
	pub fn total(&self) -> Option<B> {
		self.compensation.checked_add(&self.penalty)
	}

	/// The part that `amount` of `outstanding` units take with them: of each half,
	/// `half * amount / outstanding`, rounded down; all of it with the last of them.
	pub fn share(&self, amount: B, outstanding: B) -> Self {
		let of = |half: B| match amount >= outstanding {
			true => half,
			// Less than the half, so never out of range.
			false => scaled_by(half, amount, outstanding, Rounding::Down).unwrap_or_default(),
		};
		Self { compensation: of(self.compensation), penalty: of(self.penalty) }
	}
}

/// What an institution is asked to owe for a token.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Price {
	/// Planck of BHTD for a whole token.
	pub rate: FixedU128,
	/// The smallest units of a whole token.
	pub whole: u128,
	/// What a default costs beyond the compensation, as a part of it.
	pub penalty: Permill,
}

impl<Balance, BlockNumber> Terms<Balance, BlockNumber> {
	/// What tokens with so many decimals oblige to by these terms.
	pub fn price(&self, decimals: u8) -> Price {
		// Far from saturating with as many decimals as a currency can have.
		let whole = 10u128.saturating_pow(decimals.into());
		Price { rate: self.rate, whole, penalty: self.penalty }
	}
}

impl Price {
	/// What `amount` units are worth at the rate: `amount * rate / whole`, rounded up. `None` out of range.
	pub fn worth<B: Balance>(&self, amount: B) -> Option<B> {
		// Far from saturating as well.
		let denominator = self.whole.saturating_mul(FixedU128::DIV);
		scaled(amount, self.rate.into_inner(), denominator, Rounding::Up)
	}

	/// What a margin that owes `bond` for `outstanding` units must owe for `amount` more of them. What
	/// compensates is their worth, and the penalty its part of that, but neither is less than the cover
	/// of the units that exist; all of it rounded up.
	///
	/// The last keeps lower terms from thinning the cover of tokens that exist: one unit is as good as
	/// another, so that they share what is owed. `None` out of range.
	pub fn bond<B: Balance>(&self, amount: B, bond: Bond<B>, outstanding: B) -> Option<Bond<B>> {
		let mut compensation = self.worth(amount)?;
		if outstanding.is_zero() {
			return Some(Bond { compensation, penalty: self.penalty.mul_ceil(compensation) });
		}
		let cover = |half| scaled_by(amount, half, outstanding, Rounding::Up);
		compensation = compensation.max(cover(bond.compensation)?);
		let penalty = self.penalty.mul_ceil(compensation).max(cover(bond.penalty)?);
		Some(Bond { compensation, penalty })
	}

	/// The largest amount of units for which [`Self::bond`] asks no more than `capacity`.
	///
	/// Found by bisection, which is for views and takes a step for each bit: the amount is bounded by
	/// several terms, each rounded on its own.
	pub fn coverable<B: Balance>(&self, capacity: B, bond: Bond<B>, outstanding: B) -> B {
		let fits = |amount| {
			let total = self.bond(amount, bond, outstanding).and_then(|added| added.total());
			total.is_some_and(|total| total <= capacity)
		};
		// Nothing always fits. None of these leaves the range: `most` exceeds `least` by one or more.
		let (mut least, mut most) = (B::zero(), B::max_value());
		while least < most {
			let middle = most.saturating_sub(most.saturating_sub(least) / 2u8.into());
			if fits(middle) {
				least = middle;
			} else {
				most = middle.saturating_sub(B::one());
			}
		}
		least
	}
}

/// Whether a rate may be followed by the other: neither is more than [`RATE_STEP`] times the other.
pub fn is_within_step(old: FixedU128, new: FixedU128) -> bool {
	let (old, new) = (old.into_inner(), new.into_inner());
	// A bound that saturates is above every rate.
	new <= old.saturating_mul(RATE_STEP) && old <= new.saturating_mul(RATE_STEP)
}

fn scaled_by<B: Balance>(amount: B, numerator: B, denominator: B, rounding: Rounding) -> Option<B> {
	scaled(amount, numerator.try_into().ok()?, denominator.try_into().ok()?, rounding)
}

/// `amount * numerator / denominator`; `None` out of range or if the denominator is zero.
fn scaled<B: Balance>(
	amount: B,
	numerator: u128,
	denominator: u128,
	rounding: Rounding,
) -> Option<B> {
	let amount: u128 = amount.try_into().ok()?;
	multiply_by_rational_with_rounding(amount, numerator, denominator, rounding)?.try_into().ok()
}
