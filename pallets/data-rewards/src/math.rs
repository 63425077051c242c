//! Bounds and splits, as pure functions. Each says which way it rounds.

use frame_support::traits::tokens::Balance;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, PerThing, Permill, Rounding};

/// Parts of a whole, as incomes of reports are split.
pub const WHOLE: u16 = 10_000;

/// How much more may be paid for receipts of `fees` when `paid` was paid before: `share * fees - paid`,
/// rounded down.
pub fn allowance<B: Balance>(share: Permill, fees: B, paid: B) -> B {
	share.mul_floor(fees).saturating_sub(paid)
}

/// What `share` of a whole is if `rest` is the remaining part of it: `rest * share / (1 - share)`, rounded
/// down; zero for a share that leaves nothing.
pub fn in_proportion<B: Balance>(share: Permill, rest: B) -> B {
	let parts = share.deconstruct();
	let others = Permill::ACCURACY.saturating_sub(parts);
	rest.try_into()
		.ok()
		.and_then(|rest| {
			let (parts, others) = (parts.into(), others.into());
			multiply_by_rational_with_rounding(rest, parts, others, Rounding::Down)
		})
		.and_then(|part| part.try_into().ok())
		// For no share up to a half, as no provider has more, can it be beyond the range.
		.unwrap_or_default()
}

/// `parts` of [`WHOLE`] of `amount`, rounded down.
pub fn part<B: Balance>(amount: B, parts: u16) -> B {
	Permill::from_rational(u32::from(parts), u32::from(WHOLE)).mul_floor(amount)
}
