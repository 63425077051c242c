//! What points are worth and what they oblige to, as pure functions.
//!
//! A floor is planck of BHTD per smallest unit of points, with 18 decimals. The value of an amount of
//! points is `amount * floor`; every function says which way it rounds, and the pair is chosen such
//! that paying out can never cost more than the liability it lifts:
//! `liability(c) - liability(c - a) >= proceeds(a)` for all `a <= c`, because for `m = (c - a) * floor`
//! and `y = a * floor` it holds that `ceil(m + y) >= ceil(m) + floor(y)`.

use frame_support::traits::tokens::Balance;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Rounding,
};

/// What must be locked for `circulating` points: `circulating * floor`, rounded up.
///
/// `None` if it exceeds the range of `B`.
pub fn liability<B: Balance>(circulating: B, floor: FixedU128) -> Option<B> {
	value(circulating, floor, Rounding::Up)
}

/// What `amount` points are converted into: `amount * floor`, rounded down, against the converter.
///
/// `None` if it exceeds the range of `B`.
pub fn proceeds<B: Balance>(amount: B, floor: FixedU128) -> Option<B> {
	value(amount, floor, Rounding::Down)
}

fn value<B: Balance>(amount: B, floor: FixedU128, rounding: Rounding) -> Option<B> {
	let amount: u128 = amount.try_into().ok()?;
	multiply_by_rational_with_rounding(amount, floor.into_inner(), FixedU128::DIV, rounding)?
		.try_into()
		.ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn amounts() -> impl Strategy<Value = u128> {
		prop_oneof![0..1_000u128, any::<u64>().prop_map(u128::from), any::<u128>(), Just(u128::MAX)]
	}

	fn floors() -> impl Strategy<Value = FixedU128> {
		amounts().prop_map(FixedU128::from_inner)
	}

	#[test]
	fn values_round_as_documented() {
		let third = FixedU128::from_rational(1, 3);
		assert_eq!(proceeds(10u128, third), Some(3));
		assert_eq!(liability(10u128, third), Some(4));
		assert_eq!(proceeds(0u128, third), Some(0));
		assert_eq!(liability(0u128, third), Some(0));
		assert_eq!(liability(5u128, FixedU128::from_u32(2)), Some(10));
	}

	#[test]
	fn a_value_out_of_range_is_none() {
		assert_eq!(liability(u128::MAX, FixedU128::from_u32(2)), None);
		assert_eq!(proceeds(u128::MAX, FixedU128::from_u32(2)), None);
		assert_eq!(proceeds(u128::MAX, FixedU128::from_u32(1)), Some(u128::MAX));
		assert_eq!(liability(300u64, FixedU128::from_u32(1)), Some(300u64));
	}

	proptest! {
		#[test]
		fn paying_never_costs_more_than_the_liability_it_lifts(
			a in amounts(), rest in amounts(), floor in floors(),
		) {
			let Some(circulating) = a.checked_add(rest) else { return Ok(()) };
			let Some(before) = liability(circulating, floor) else { return Ok(()) };
			let after = liability(rest, floor).unwrap();
			prop_assert!(before - after >= proceeds(a, floor).unwrap());
		}

		#[test]
		fn splitting_a_conversion_never_gains(a in amounts(), b in amounts(), floor in floors()) {
			let Some(whole) = a.checked_add(b) else { return Ok(()) };
			let Some(at_once) = proceeds(whole, floor) else { return Ok(()) };
			let split = proceeds(a, floor).unwrap() + proceeds(b, floor).unwrap();
			prop_assert!(split <= at_once);
		}

		#[test]
		fn a_higher_floor_never_lowers_a_value(amount in amounts(), low in floors(), rise in amounts()) {
			let high = FixedU128::from_inner(low.into_inner().saturating_add(rise));
			if let (Some(before), Some(after)) = (liability(amount, low), liability(amount, high)) {
				prop_assert!(before <= after);
			}
			if let (Some(before), Some(after)) = (proceeds(amount, low), proceeds(amount, high)) {
				prop_assert!(before <= after);
			}
		}
	}
}
