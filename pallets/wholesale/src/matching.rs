//! What a fill of a quote moves, as pure functions.
//!
//! The base amount of a fill is exact. Its quote leg is `base * price`, rounded against who takes: what
//! is paid to the taker is rounded down, what the taker pays is rounded up. So a quote's owner never does
//! worse than its price, the taker loses less than one smallest unit of the quote asset per fill, and
//! taking in parts never gains.
//!
//! What is on hold for a bid is its size times its price, rounded up. It never runs short, as for any
//! part `x` of what is left, `s`: `ceil(s * p) - floor(x * p) >= ceil((s - x) * p)`.

use crate::types::Side;
use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Permill,
	Rounding,
};

/// What a fill moves, in smallest units.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fill<B> {
	/// Of the base asset.
	pub base: B,
	/// Of the quote asset.
	pub quote: B,
	/// Whether what is left of the quote is less than its minimum, so that it leaves the book.
	pub closes: bool,
}

/// `base * price`, rounded up. `None` if it exceeds the range of `B`.
pub fn cost<B: Balance>(base: B, price: FixedU128) -> Option<B> {
	value(base, price, Rounding::Up)
}

/// `base * price`, rounded down. `None` if it exceeds the range of `B`.
pub fn proceeds<B: Balance>(base: B, price: FixedU128) -> Option<B> {
	value(base, price, Rounding::Down)
}

fn value<B: Balance>(base: B, price: FixedU128, rounding: Rounding) -> Option<B> {
	let base: u128 = base.try_into().ok()?;
	multiply_by_rational_with_rounding(base, price.into_inner(), FixedU128::DIV, rounding)?
		.try_into()
		.ok()
}

/// The least amount that is worth at least `worth` at `price`. `None` if there is none.
pub fn least_worth<B: Balance>(worth: B, price: FixedU128) -> Option<B> {
	let worth: u128 = worth.try_into().ok()?;
	let up = Rounding::Up;
	multiply_by_rational_with_rounding(worth, FixedU128::DIV, price.into_inner(), up)?
		.try_into()
		.ok()
}

/// What must be on hold for a quote of `size`: of the base asset for an ask, of the quote asset for a bid.
pub fn funds<B: Balance>(side: Side, size: B, price: FixedU128) -> Option<B> {
	match side {
		Side::Ask => Some(size),
		Side::Bid => cost(size, price),
	}
}

/// What is owed for a quote whose leg in BHTD is `bhtd`, rounded up.
pub fn exposure<B: Balance>(bhtd: B, rate: Permill) -> B {
	rate.mul_ceil(bhtd)
}

/// What somebody who wants to trade `wanted` of the base asset gets done with a quote of which
/// `remaining` is left and that is not filled in parts below `minimum`.
///
/// `None` if that is nothing: too little is wanted, or its quote leg would be zero or cannot be counted.
pub fn fill<B: Balance>(
	side: Side,
	price: FixedU128,
	remaining: B,
	minimum: B,
	wanted: B,
) -> Option<Fill<B>> {
	let base = wanted.min(remaining);
	if base < minimum {
		return None;
	}
	let quote = match side {
		Side::Ask => cost(base, price)?,
		Side::Bid => proceeds(base, price)?,
	};
	let closes = remaining.checked_sub(&base)? < minimum.max(1u8.into());
	(!quote.is_zero()).then_some(Fill { base, quote, closes })
}

/// Whether a quote at `price` is no worse for the taker than `limit`.
pub fn within(side: Side, price: FixedU128, limit: FixedU128) -> bool {
	match side {
		Side::Ask => price <= limit,
		Side::Bid => price >= limit,
	}
}

/// Whether quotes at these prices would trade with each other.
pub fn crosses(side: Side, price: FixedU128, opposite: FixedU128) -> bool {
	match side {
		Side::Ask => price <= opposite,
		Side::Bid => price >= opposite,
	}
}

/// The mean price of `base` traded for `quote`. `None` if nothing was, or it cannot be written down.
pub fn mean_price<B: Balance>(base: B, quote: B) -> Option<FixedU128> {
	let (base, quote): (u128, u128) = (base.try_into().ok()?, quote.try_into().ok()?);
	FixedU128::checked_from_rational(quote, base)
}
