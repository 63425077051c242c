//! Properties of the ledger, which knows no runtime.

use crate::ledger::Ledger;
use bhtd_accumulator::{exact, Position};
use proptest::prelude::*;

const PERIOD: u64 = 100;

#[derive(Clone, Debug)]
enum Step {
	Arrive(u128),
	Wait(u64),
	SetWeight(usize, u128),
	Claim(usize),
}

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..10u128, 0..1_000_000_000u128, 0..u128::MAX >> 10]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let weight = prop_oneof![Just(0), 1..10u128, 1..u128::MAX >> 10];
	let step = prop_oneof![
		3 => amounts().prop_map(Step::Arrive),
		3 => (0..2 * PERIOD).prop_map(Step::Wait),
		3 => (0..4usize, weight).prop_map(|(who, weight)| Step::SetWeight(who, weight)),
		1 => (0..4usize).prop_map(Step::Claim),
	];
	prop::collection::vec(step, 1..60)
}

#[test]
fn nothing_is_given_twice_if_the_clock_stands_or_runs_backwards() {
	let mut ledger = Ledger::<u128, u64>::default();
	let mut share = Position::default();
	ledger.set_weight(&mut share, 1).unwrap();
	assert_eq!(ledger.sync(50, 1_000, PERIOD), 0);
	assert_eq!((ledger.accrued, ledger.synced), (500, 50));
	for now in [50, 49, 0] {
		assert_eq!(ledger.sync(now, 500, PERIOD), 0);
		assert_eq!((ledger.accrued, ledger.synced), (500, 50));
	}
}

#[test]
fn no_more_than_was_credited_can_be_paid() {
	let mut ledger = Ledger::<u128, u64>::default();
	let (mut share, mut other) = (Position::default(), Position::default());
	ledger.set_weight(&mut share, 1).unwrap();
	ledger.set_weight(&mut other, 1).unwrap();
	assert_eq!(ledger.sync(PERIOD, 20, PERIOD), 0);
	share.settle(&ledger.accumulator).unwrap();
	let before = (ledger, share);
	assert_eq!(ledger.pay(&mut share, 11), None);
	assert_eq!((ledger, share), before);
	assert_eq!(ledger.pay(&mut share, 10), Some(()));
	assert_eq!((ledger.reserved, ledger.claimed), (10, 10));
}

proptest! {
	#[test]
	fn everything_that_arrives_is_somewhere_to_the_last_fraction(steps in steps()) {
		let mut ledger = Ledger::<u128, u64>::default();
		let mut shares = [Position::<u128>::default(); 4];
		let (mut now, mut waiting, mut arrived, mut treasury) = (0u64, 0u128, 0u128, 0u128);
		for step in steps {
			let before = ledger.reserved;
			let forwarded = ledger.sync(now, waiting, PERIOD);
			waiting -= forwarded + (ledger.reserved - before);
			treasury += forwarded;
			match step {
				Step::Arrive(amount) => {
					arrived += amount;
					waiting += amount;
				}
				Step::Wait(blocks) => now += blocks,
				Step::SetWeight(who, weight) => {
					ledger.set_weight(&mut shares[who], weight).unwrap();
				}
				Step::Claim(who) => {
					shares[who].settle(&ledger.accumulator).unwrap();
					let amount = shares[who].credited();
					ledger.pay(&mut shares[who], amount).unwrap();
				}
			}
			prop_assert_eq!(ledger.reserved + ledger.claimed, ledger.accrued);
			prop_assert_eq!(waiting + treasury + ledger.accrued, arrived);
			let mut sum = exact(0u128, ledger.accumulator.remainder()).unwrap();
			for mut share in shares {
				share.settle(&ledger.accumulator).unwrap();
				sum += exact(share.credited(), share.fraction()).unwrap();
			}
			prop_assert_eq!(Some(sum), exact(ledger.reserved, 0));
		}
		ledger.lockers = 4;
		for mut share in shares {
			ledger.set_weight(&mut share, 0).unwrap();
			let amount = share.credited();
			ledger.pay(&mut share, amount).unwrap();
			ledger.dissolve(share).unwrap();
		}
		prop_assert_eq!((ledger.reserved, ledger.lockers), (0, 0));
		prop_assert_eq!((ledger.accumulator.weight(), ledger.accumulator.remainder()), (0, 0));
	}

	#[test]
	fn touching_more_often_never_hands_out_more(
		waiting in amounts(), cuts in prop::collection::vec(0..PERIOD, 0..20),
	) {
		let mut share = Position::default();
		let mut often = Ledger::<u128, u64>::default();
		often.set_weight(&mut share, 1).unwrap();
		let mut once = often;
		let mut cuts = cuts;
		cuts.sort();
		for now in cuts.into_iter().chain([PERIOD]) {
			assert_eq!(often.sync(now, waiting - often.accrued, PERIOD), 0);
		}
		assert_eq!(once.sync(PERIOD, waiting, PERIOD), 0);
		prop_assert_eq!(once.accrued, waiting);
		prop_assert!(often.accrued <= waiting);
		// And what it holds back comes.
		assert_eq!(often.sync(2 * PERIOD, waiting - often.accrued, PERIOD), 0);
		prop_assert_eq!(often.accrued, waiting);
	}
}
