//! What is earned, shared and charged, as pure functions.
//!
//! Every function says which way it rounds: earned points and what leaves an escrow for a merchant or an
//! arbiter downwards, the fee upwards. What rounding leaves stays with the buyer, in the rule's budget, or
//! is burnt.

use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Permill,
	Rounding,
};

/// A multiplier of one, in hundredths.
pub const ONE: u16 = 100;

/// A protocol fee, in planck of BHTD.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fee<B> {
	/// What is burnt of it.
	pub burnt: B,
	/// What the treasury gets of it.
	pub treasury: B,
}

impl<B: Balance> Fee<B> {
	/// The fee on `proceeds`, rounded up, and its split, the burnt share rounded up. Never more than
	/// `proceeds`.
	pub fn of(proceeds: B, rate: Permill, burnt_share: Permill) -> Self {
		let total = rate.mul_ceil(proceeds);
		let burnt = burnt_share.mul_ceil(total);
		// No share of a total exceeds it.
		Self { burnt, treasury: total.saturating_sub(burnt) }
	}

	/// Both parts.
	pub fn total(&self) -> B {
		self.burnt.saturating_add(self.treasury)
	}
}

/// Points earned by spending `bhtd` planck: `bhtd * rate * multiplier`, rounded down at each step, and the
/// `bonus`. The `multiplier` is in hundredths.
///
/// Saturates where there are not so many points: the caller caps what is earned.
pub fn earned<B: Balance>(bhtd: B, rate: FixedU128, multiplier: u16, bonus: B) -> B {
	scaled(bhtd, rate.into_inner(), FixedU128::DIV)
		.and_then(|points| scaled(points, multiplier.into(), ONE.into()))
		.and_then(|points| points.checked_add(&bonus))
		.unwrap_or_else(B::max_value)
}

/// What is due of `points` that were promised for `paid` planck when `kept` of them were kept:
/// `points * kept / paid`, rounded down. Everything at most, nothing if nothing was paid.
pub fn due<B: Balance>(points: B, kept: B, paid: B) -> B {
	let (Ok(kept), Ok(paid)) = (kept.min(paid).try_into(), paid.try_into()) else {
		return B::zero();
	};
	if paid == 0 {
		return B::zero();
	}
	scaled(points, kept, paid).unwrap_or_default()
}

/// `amount * numerator / denominator`, rounded down; `None` out of range.
fn scaled<B: Balance>(amount: B, numerator: u128, denominator: u128) -> Option<B> {
	let amount: u128 = amount.try_into().ok()?;
	multiply_by_rational_with_rounding(amount, numerator, denominator, Rounding::Down)?
		.try_into()
		.ok()
}

/// The part of an escrow that `share` gives away, rounded down, and the rest.
pub fn split<B: Balance>(escrow: B, share: Permill) -> (B, B) {
	let given = share.mul_floor(escrow);
	(given, escrow.saturating_sub(given))
}
