//! What tokens oblige to and what redemptions are worth, as pure functions.
//!
//! The cover of an institution's tokens is what its margin owes for them, `owed / outstanding` planck per
//! unit. Every function says which way it rounds. The cover of tokens that stay never falls by any of
//! them: minting adds at least the present cover, rounded up, and redemption takes away no more than it,
//! rounded down.

use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Rounding,
};

/// By which factor a rate may rise or fall at a time.
pub const RATE_STEP: u128 = 2;

/// What the margin must owe for `amount` units more: `amount * rate`, but not less than
/// `amount * owed / outstanding`, each rounded up.
///
/// The second keeps a lower rate from thinning the cover of tokens that exist: one unit is as good as
/// another, so that they share what is owed. `None` out of range.
pub fn liability<B: Balance>(amount: B, rate: FixedU128, owed: B, outstanding: B) -> Option<B> {
	let at_rate = scaled(amount, rate.into_inner(), FixedU128::DIV, Rounding::Up)?;
	if outstanding.is_zero() {
		return Some(at_rate);
	}
	Some(at_rate.max(scaled_by(amount, owed, outstanding, Rounding::Up)?))
}

/// The part of `owed` that `amount` of `outstanding` units take with them:
/// `owed * amount / outstanding`, rounded down; all of it with the last of them.
pub fn share<B: Balance>(owed: B, amount: B, outstanding: B) -> B {
	if amount >= outstanding {
		return owed;
	}
	// Less than `owed`, so never out of range.
	scaled_by(owed, amount, outstanding, Rounding::Down).unwrap_or_default()
}

/// The largest amount of units whose [`liability`] is at most `capacity`.
pub fn coverable<B: Balance>(capacity: B, rate: FixedU128, owed: B, outstanding: B) -> B {
	// `ceil(amount * rate) <= capacity` if and only if `amount <= floor(capacity / rate)`. What is out of
	// range is more than there can be.
	let at_rate = scaled(capacity, FixedU128::DIV, rate.into_inner(), Rounding::Down);
	let at_rate = at_rate.unwrap_or_else(B::max_value);
	if outstanding.is_zero() {
		return at_rate;
	}
	let at_cover = scaled_by(capacity, outstanding, owed, Rounding::Down);
	at_rate.min(at_cover.unwrap_or_else(B::max_value))
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
