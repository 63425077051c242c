//! The numbers against the window of the main chain itself.

use crate::numbers::{Numbers, WINDOW};
use codec::MaxEncodedLen;
use pallet_side_chains::nonces::{Nonces, Refusal, WINDOW as THERE};
use proptest::prelude::*;
use std::collections::VecDeque;

#[test]
fn window_is_the_main_chains() {
	assert_eq!(WINDOW, THERE);
}

#[test]
fn numbers_rise_and_a_window_of_them_waits_at_most() {
	let mut numbers = Numbers::default();
	for expected in 0..WINDOW {
		assert_eq!(numbers.give(), Some(expected));
	}
	assert_eq!((numbers.give(), numbers.count()), (None, WINDOW as u32));
	// Gaps are not filled; only the oldest makes room, for all answered ones after it.
	for number in 1..10 {
		assert_eq!(numbers.settle(number, true), Some(()));
		assert_eq!(numbers.give(), None);
	}
	assert_eq!(numbers.settle(0, true), Some(()));
	for expected in WINDOW..WINDOW + 10 {
		assert_eq!(numbers.give(), Some(expected));
	}
	assert_eq!(numbers.give(), None);
}

#[test]
fn number_is_settled_once() {
	let mut numbers = Numbers::default();
	assert_eq!(numbers.settle(0, true), None);
	assert_eq!(numbers.give(), Some(0));
	assert!(numbers.waits(0) && !numbers.waits(1) && !numbers.waits(WINDOW));
	assert_eq!(numbers.settle(1, true), None);
	assert_eq!(numbers.settle(WINDOW, true), None);
	assert_eq!(numbers.settle(0, false), Some(()));
	assert_eq!(numbers.settle(0, false), None);
	assert!(!numbers.waits(0));
}

#[test]
fn refused_numbers_are_given_again_when_the_window_demands_it_and_none_waits() {
	let mut numbers = Numbers::default();
	for expected in 0..WINDOW {
		assert_eq!(numbers.give(), Some(expected));
		assert_eq!(numbers.settle(expected, false), Some(()));
	}
	// The window begins at 0 and spans two.
	for expected in WINDOW..2 * WINDOW {
		assert_eq!(numbers.give(), Some(expected));
	}
	for number in WINDOW + 1..2 * WINDOW {
		assert_eq!(numbers.settle(number, false), Some(()));
	}
	assert_eq!(numbers.give(), None);
	assert_eq!(numbers.settle(WINDOW, false), Some(()));
	assert_eq!(numbers.give(), Some(0));
	assert_eq!(numbers.settle(0, true), Some(()));
	assert_eq!(numbers.give(), Some(1));
}

#[test]
fn used_numbers_are_not_given_again_in_whatever_order_they_are_answered() {
	let mut numbers = Numbers::default();
	let given: Vec<_> = (0..WINDOW).map_while(|_| numbers.give()).collect();
	for (number, used) in [(7, true), (3, true)] {
		assert_eq!(numbers.settle(number, used), Some(()));
	}
	for number in given.into_iter().filter(|number| ![3, 7].contains(number)) {
		assert_eq!(numbers.settle(number, false), Some(()));
	}
	// More refusals, until the main chain would accept no higher number.
	let mut highest = 0;
	while let Some(number) = numbers.give().filter(|number| *number > highest) {
		highest = number;
		assert_eq!(numbers.settle(number, false), Some(()));
	}
	assert!(highest >= 2 * WINDOW - 1, "{highest}");
	// The one given last is the first after the highest that was used.
	assert!(numbers.waits(8) && numbers.count() == 1);
}

#[test]
fn size_is_constant() {
	assert_eq!(Numbers::max_encoded_len(), 3 * 8 + WINDOW as usize / 8);
}

#[derive(Clone, Debug)]
enum Step {
	Give,
	/// A message is executed; refused, if so.
	Execute(bool),
	Lose,
	/// An answer arrives, or is lost and asked for again.
	Answer(bool),
}

fn steps() -> impl Strategy<Value = Vec<(Step, u16)>> {
	let step = prop_oneof![
		4 => Just(Step::Give),
		3 => prop::bool::weighted(0.2).prop_map(Step::Execute),
		1 => Just(Step::Execute(true)),
		1 => Just(Step::Lose),
		3 => prop::bool::weighted(0.9).prop_map(Step::Answer),
	];
	prop::collection::vec((step, 1..400u16), 1..60)
}

proptest! {
	#[test]
	fn no_number_is_ever_too_old_or_too_far(steps in steps()) {
		let (mut numbers, mut there) = (Numbers::default(), Nonces::default());
		let (mut up, mut down, mut lost) = (VecDeque::new(), VecDeque::new(), VecDeque::new());
		for (step, times) in steps {
			for _ in 0..times {
				match step {
					Step::Give => up.extend(numbers.give()),
					Step::Execute(refused) => {
						let Some(number) = up.pop_front() else { break };
						let mut after = there.clone();
						let spent = after.spend(number);
						prop_assert!(!matches!(spent, Err(Refusal::TooOld | Refusal::TooFar)));
						let used = !refused || spent.is_err();
						if used {
							there = after;
						}
						down.push_back((number, used));
					}
					Step::Lose => lost.extend(up.pop_front()),
					Step::Answer(arrives) => {
						let Some((number, used)) = down.pop_front() else { break };
						if arrives {
							prop_assert_eq!(numbers.settle(number, used), Some(()));
						} else {
							lost.push_back(number);
						}
					}
				}
			}
			// What got no answer is asked for again.
			up.extend(lost.drain(..));
			prop_assert!(up.iter().all(|number| numbers.waits(*number)));
			prop_assert_eq!(numbers.count() as usize, up.len() + down.len());
		}
	}
}
