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
//! Nothing here knows a `Config`, nor what is shared.

use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;
use sp_core::U256;

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

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// All that there is, in fractions of a planck.
	fn total(accumulator: &Accumulator<u128>, positions: &[Position<u128>], taken: u128) -> U256 {
		let mut sum = joined(taken, accumulator.remainder());
		for position in positions {
			let mut position = *position;
			position.settle(accumulator).unwrap();
			sum += joined(position.credited(), position.fraction());
		}
		sum
	}

	#[derive(Clone, Debug)]
	enum Step {
		Distribute(u128),
		SetWeight(usize, u128),
		Take(usize, u128),
		Settle(usize),
	}

	fn weights() -> impl Strategy<Value = u128> {
		prop_oneof![Just(0), 1..10u128, 1..1_000_000_000_000u128, 1..u128::MAX / 8]
	}

	fn amounts() -> impl Strategy<Value = u128> {
		prop_oneof![0..10u128, 1..1_000_000_000_000u128, 1..u128::MAX / 64]
	}

	fn steps() -> impl Strategy<Value = Vec<Step>> {
		let step = prop_oneof![
			4 => amounts().prop_map(Step::Distribute),
			4 => (0..4usize, weights()).prop_map(|(who, weight)| Step::SetWeight(who, weight)),
			2 => (0..4usize, amounts()).prop_map(|(who, amount)| Step::Take(who, amount)),
			1 => (0..4usize).prop_map(Step::Settle),
		];
		prop::collection::vec(step, 1..60)
	}

	#[test]
	fn everyone_gets_by_weight_and_the_rest_is_carried() {
		let mut accumulator = Accumulator::<u128>::default();
		let mut positions = [Position::default(); 3];
		for position in &mut positions {
			accumulator.set_weight(position, 1).unwrap();
		}
		accumulator.distribute(100).unwrap();
		for position in &mut positions {
			position.settle(&accumulator).unwrap();
			assert_eq!(position.credited(), 33);
		}
		assert_eq!(accumulator.remainder(), 1);
		// Three thirds make a planck of what had been too little for any of them.
		accumulator.distribute(200).unwrap();
		for position in &mut positions {
			position.settle(&accumulator).unwrap();
		}
		assert_eq!(positions.map(|position| position.credited()), [100; 3]);
		assert_eq!(accumulator.remainder(), 0);
	}

	#[test]
	fn nothing_is_given_to_nobody() {
		let mut accumulator = Accumulator::<u128>::default();
		assert_eq!(accumulator.distribute(1), None);
		assert_eq!(accumulator, Accumulator::default());
	}

	#[test]
	fn no_step_fails_at_the_edges_of_the_range() {
		let mut accumulator = Accumulator::<u128>::default();
		let mut position = Position::default();
		accumulator.set_weight(&mut position, 1).unwrap();
		accumulator.distribute(u128::MAX).unwrap();
		assert_eq!(accumulator.distribute(1), None);
		position.settle(&accumulator).unwrap();
		assert_eq!(position.credited(), u128::MAX);
		assert_eq!(accumulator.dissolve(position), Some(u128::MAX));

		let mut accumulator = Accumulator::<u128>::default();
		let (mut most, mut least) = (Position::default(), Position::default());
		accumulator.set_weight(&mut most, u128::MAX - 1).unwrap();
		accumulator.set_weight(&mut least, 1).unwrap();
		assert_eq!(accumulator.set_weight(&mut least, 2), None);
		accumulator.distribute(u128::MAX).unwrap();
		let left = accumulator.dissolve(most).unwrap();
		assert_eq!(left, u128::MAX - 1);
		assert_eq!(accumulator.dissolve(least), Some(1));
	}

	#[test]
	fn more_than_there_is_cannot_be_taken() {
		let mut accumulator = Accumulator::<u128>::default();
		let mut position = Position::default();
		accumulator.set_weight(&mut position, 5).unwrap();
		accumulator.distribute(10).unwrap();
		position.settle(&accumulator).unwrap();
		assert_eq!(position.take(11), None);
		assert_eq!(position.take(10), Some(()));
		assert_eq!(position.credited(), 0);
	}

	proptest! {
		#[test]
		fn nothing_is_made_or_lost_by_any_sequence(steps in steps()) {
			let mut accumulator = Accumulator::<u128>::default();
			let mut positions = [Position::<u128>::default(); 4];
			let (mut given, mut taken) = (0u128, 0u128);
			for step in steps {
				match step {
					Step::Distribute(amount) => {
						let before = accumulator;
						match accumulator.distribute(amount) {
							Some(()) => given += amount,
							None => prop_assert_eq!((accumulator, before.weight()), (before, 0)),
						}
					}
					Step::SetWeight(who, weight) => {
						let before = (accumulator, positions[who]);
						if accumulator.set_weight(&mut positions[who], weight).is_none() {
							prop_assert_eq!((accumulator, positions[who]), before);
						}
					}
					Step::Take(who, amount) => {
						positions[who].settle(&accumulator).unwrap();
						if positions[who].take(amount).is_some() {
							taken += amount;
						}
					}
					Step::Settle(who) => positions[who].settle(&accumulator).unwrap(),
				}
				let weight = positions.iter().map(|position| position.weight()).sum::<u128>();
				prop_assert_eq!(accumulator.weight(), weight);
				prop_assert_eq!(total(&accumulator, &positions, taken), joined(given, 0));
			}
			for position in positions {
				taken += accumulator.dissolve(position).unwrap();
			}
			prop_assert_eq!((taken, accumulator.weight(), accumulator.remainder()), (given, 0, 0));
		}

		#[test]
		fn whoever_comes_later_takes_nothing_of_what_was_before(
			first in 1..u128::MAX / 4, amount in amounts(), later in 1..u128::MAX / 4,
		) {
			let mut accumulator = Accumulator::<u128>::default();
			let (mut early, mut late) = (Position::default(), Position::default());
			accumulator.set_weight(&mut early, first).unwrap();
			accumulator.distribute(amount).unwrap();
			accumulator.set_weight(&mut late, later).unwrap();
			late.settle(&accumulator).unwrap();
			early.settle(&accumulator).unwrap();
			prop_assert_eq!((late.credited(), late.fraction()), (0, 0));
			prop_assert!(amount - early.credited() <= 1);
		}

		#[test]
		fn splitting_a_weight_or_a_wait_never_gains_a_planck(
			a in 1..u128::MAX / 4, b in 1..u128::MAX / 4, other in 1..u128::MAX / 4,
			amounts in prop::collection::vec(amounts(), 1..20),
		) {
			let (mut apart, mut together) = (Accumulator::<u128>::default(), Accumulator::default());
			let [mut left, mut right, mut both, mut rest] = [Position::default(); 4];
			apart.set_weight(&mut left, a).unwrap();
			apart.set_weight(&mut right, b).unwrap();
			apart.set_weight(&mut rest.clone(), other).unwrap();
			together.set_weight(&mut both, a + b).unwrap();
			together.set_weight(&mut rest, other).unwrap();
			for amount in amounts {
				apart.distribute(amount).unwrap();
				together.distribute(amount).unwrap();
				left.settle(&apart).unwrap();
			}
			left.settle(&apart).unwrap();
			right.settle(&apart).unwrap();
			both.settle(&together).unwrap();
			prop_assert!(left.credited() + right.credited() <= both.credited());
			prop_assert!(both.credited() <= left.credited() + right.credited() + 1);
		}
	}
}
