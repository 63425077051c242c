//! Examples, edges, and properties of any sequence.

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

#[test]
fn amounts_are_exact_to_the_last_fraction() {
	let planck = U256::one() << FRACTION;
	assert_eq!(exact(0u128, 0), Some(U256::zero()));
	assert_eq!(exact(3u64, 0), Some(planck * 3));
	assert_eq!(exact(3u128, 5), Some(planck * 3 + 5));
	assert_eq!(exact(0u128, u128::MAX), Some(planck - 1));
	assert_eq!(exact(u128::MAX, u128::MAX), Some(U256::MAX));
}

#[test]
fn what_streams_is_rounded_down_and_everything_in_the_end() {
	assert_eq!(streamed(10u128, 1, 3), 3);
	assert_eq!(streamed(10u128, 2, 3), 6);
	assert_eq!(streamed(10u128, 3, 3), 10);
	assert_eq!(streamed(10u128, 4, 3), 10);
	assert_eq!(streamed(10u128, 0, 0), 10);
	assert_eq!(streamed(u128::MAX, 1, 2), u128::MAX / 2);
}

fn wide_amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..10u128, 0..1_000_000_000_000u128, 0..u128::MAX >> 8]
}

proptest! {
	#[test]
	fn a_split_wait_streams_no_more_and_everything_in_the_end(
		amount in wide_amounts(), left in 2..1_000u128, cut in 1..1_000u128,
	) {
		let cut = cut % (left - 1) + 1;
		let first = streamed(amount, cut, left);
		for whole in cut..=left {
			let second = streamed(amount - first, whole - cut, left - cut);
			prop_assert!(first + second <= amount);
			prop_assert!(first + second <= streamed(amount, whole, left) + 1);
			prop_assert!(streamed(amount, whole, left) <= first + second + 1);
		}
		prop_assert_eq!(first + streamed(amount - first, left - cut, left - cut), amount);
	}
}
