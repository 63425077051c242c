//! The prices a quote may have, and their order.
//!
//! A price is smallest units of the quote asset per smallest unit of the base asset, with 18 decimals.
//! Written as an integer of 10^-18 units it has at most five significant digits: `mantissa * 10^exponent`
//! with a mantissa of 10,000 to 99,999. So neighbouring prices differ by a hundredth of a percent to a
//! tenth of a percent, nobody can jump a queue for next to nothing, and the prices there are can be
//! counted: [`Tick`] numbers them from the lowest, 10^-14, upwards.

use crate::types::Side;
use sp_runtime::FixedU128;

/// The number of a price, from the lowest upwards.
pub type Tick = u32;

/// The place of a price in its book: the lower, the better for who takes. 24 bits wide.
pub type Rank = u32;

const LOWEST_MANTISSA: u128 = 10_000;
const MANTISSAS: u32 = 90_000;
const LAST_RANK: Rank = (1 << 24) - 1;

/// The tick of `price`; `None` if it has more than five significant digits or is below 10^-14.
pub fn tick_of(price: FixedU128) -> Option<Tick> {
	let mut mantissa = price.into_inner();
	let mut exponent = 0;
	while mantissa >= LOWEST_MANTISSA * 10 {
		if !mantissa.is_multiple_of(10) {
			return None;
		}
		mantissa /= 10;
		exponent += 1;
	}
	let offset = u32::try_from(mantissa.checked_sub(LOWEST_MANTISSA)?).ok()?;
	Some(MANTISSAS * exponent + offset)
}

/// The price of `tick`; `None` beyond the highest there is.
pub fn price_of(tick: Tick) -> Option<FixedU128> {
	let mantissa = LOWEST_MANTISSA + u128::from(tick % MANTISSAS);
	let inner = 10u128.checked_pow(tick / MANTISSAS)?.checked_mul(mantissa)?;
	Some(FixedU128::from_inner(inner))
}

/// The place of `price` on a side of the book; `None` if no quote may have it.
pub fn rank_of(side: Side, price: FixedU128) -> Option<Rank> {
	let tick = tick_of(price)?;
	match side {
		Side::Ask => Some(tick),
		Side::Bid => LAST_RANK.checked_sub(tick),
	}
}

/// The price at a place of the book; `None` if no quote can be there.
pub fn price_at(side: Side, rank: Rank) -> Option<FixedU128> {
	match side {
		Side::Ask => price_of(rank),
		Side::Bid => price_of(LAST_RANK.checked_sub(rank)?),
	}
}

/// How many prices [`apart`] has.
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) const PARTS: u32 = 28;

/// One, and prices above it which have no node of a book's tree in common but the root: the next in the book
/// is then as far away as can be.
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) fn apart(index: u32) -> FixedU128 {
	price_of(14 * MANTISSAS + (index << 16)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// The highest price of all.
	const HIGHEST: u128 = 34_028 * 10u128.pow(34);

	fn config() -> ProptestConfig {
		ProptestConfig { cases: 10_000, ..Default::default() }
	}

	fn prices() -> impl Strategy<Value = FixedU128> {
		(10_000..100_000u128, 0..=34u32).prop_filter_map("out of range", |(mantissa, exponent)| {
			mantissa.checked_mul(10u128.pow(exponent)).map(FixedU128::from_inner)
		})
	}

	#[test]
	fn the_extremes_have_ticks() {
		assert_eq!(tick_of(FixedU128::from_inner(9_999)), None);
		assert_eq!(tick_of(FixedU128::from_inner(10_000)), Some(0));
		assert_eq!(tick_of(FixedU128::from_inner(99_999)), Some(89_999));
		assert_eq!(tick_of(FixedU128::from_inner(100_000)), Some(90_000));
		assert_eq!(tick_of(FixedU128::from_inner(100_001)), None);
		assert_eq!(tick_of(FixedU128::from_inner(100_010)), Some(90_001));
		assert_eq!(tick_of(FixedU128::from_inner(0)), None);
		assert_eq!(tick_of(FixedU128::from_inner(u128::MAX)), None);
		let last = tick_of(FixedU128::from_inner(HIGHEST)).unwrap();
		assert!(last < 1 << 22);
		assert_eq!(price_of(last), Some(FixedU128::from_inner(HIGHEST)));
		assert_eq!(price_of(last + 1), None);
		assert_eq!(price_of(u32::MAX), None);
		assert_eq!(price_at(Side::Bid, LAST_RANK + 1), None);
		assert_eq!(tick_of(1.into()), Some(14 * MANTISSAS));
	}

	#[test]
	fn prices_that_are_apart_have_only_the_root_in_common() {
		assert_eq!(apart(0), 1.into());
		for side in [Side::Ask, Side::Bid] {
			let parts = (0..PARTS).map(|index| rank_of(side, apart(index)).unwrap() >> 16);
			assert_eq!(parts.collect::<std::collections::BTreeSet<_>>().len(), PARTS as usize);
		}
		assert_eq!(price_of(14 * MANTISSAS + (PARTS << 16)), None);
	}

	proptest! {
		#![proptest_config(config())]

		#[test]
		fn every_price_has_a_tick_of_its_own(price in prices()) {
			let tick = tick_of(price).unwrap();
			prop_assert_eq!(price_of(tick), Some(price));
			for side in [Side::Ask, Side::Bid] {
				let rank = rank_of(side, price).unwrap();
				prop_assert!(rank <= LAST_RANK);
				prop_assert_eq!(price_at(side, rank), Some(price));
			}
		}

		#[test]
		fn every_tick_has_a_price(tick in 0..34 * MANTISSAS) {
			prop_assert_eq!(tick_of(price_of(tick).unwrap()), Some(tick));
		}

		#[test]
		fn ticks_rise_with_prices_and_ranks_with_how_bad_they_are(a in prices(), b in prices()) {
			prop_assert_eq!(a.cmp(&b), tick_of(a).cmp(&tick_of(b)));
			prop_assert_eq!(a.cmp(&b), rank_of(Side::Ask, a).cmp(&rank_of(Side::Ask, b)));
			prop_assert_eq!(b.cmp(&a), rank_of(Side::Bid, a).cmp(&rank_of(Side::Bid, b)));
		}

		#[test]
		fn other_prices_have_none(inner in any::<u128>()) {
			let price = FixedU128::from_inner(inner);
			let digits = inner.to_string();
			let significant = digits.trim_end_matches('0').len();
			prop_assert_eq!(tick_of(price).is_some(), inner >= 10_000 && significant <= 5);
		}
	}
}
