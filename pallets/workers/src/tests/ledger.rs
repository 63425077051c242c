//! Properties of the ledger, which knows no runtime.

use crate::ledger::{Ledger, Payment};
use bhtd_accumulator::{exact, Position};
use proptest::prelude::*;

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..10u128, 0..1_000_000_000u128, 0..u128::MAX >> 8]
}

#[derive(Clone, Debug)]
enum Step {
	Begin(usize, u128),
	End(usize),
	Pay(u128),
	Claim(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let pay = prop_oneof![1..10u128, 1..u128::MAX >> 10];
	let step = prop_oneof![
		3 => (0..4usize, pay).prop_map(|(who, pay)| Step::Begin(who, pay)),
		2 => (0..4usize).prop_map(Step::End),
		4 => (0..u128::MAX >> 10).prop_map(Step::Pay),
		2 => (0..4usize).prop_map(Step::Claim),
	];
	prop::collection::vec(step, 1..60)
}

#[test]
fn what_begins_and_ends_is_counted() {
	let mut ledger = Ledger::<u128>::default();
	let mut share = Position::default();
	assert_eq!(ledger.engage(5), Some(()));
	assert_eq!(ledger.engage(7), Some(()));
	assert_eq!((ledger.workers, ledger.beginning), (2, 12));
	assert_eq!(ledger.disengage(13), None);
	assert_eq!(ledger.disengage(7), Some(()));
	assert_eq!(ledger.begin(&mut share, 6), None);
	assert_eq!(ledger.begin(&mut share, 5), Some(()));
	assert_eq!((ledger.workers, ledger.beginning, ledger.accumulator.weight()), (1, 0, 5));
	assert_eq!(ledger.end(&mut share), Some(()));
	let before = ledger;
	assert_eq!((ledger.end(&mut share), ledger.disengage(0)), (None, None));
	assert_eq!(ledger, before);
	assert_eq!((ledger.workers, ledger.accumulator.weight()), (0, 0));
	let mut full = Ledger::<u128> { beginning: u128::MAX, workers: 3, ..Default::default() };
	assert_eq!((full.engage(1), full.workers), (None, 3));
}

#[test]
fn an_era_is_paid_within_the_promise_the_budget_and_what_there_is() {
	let mut ledger = Ledger::<u128> { beginning: 100, workers: 1, ..Default::default() };
	let mut share = Position::default();
	ledger.begin(&mut share, 100).unwrap();
	let payment = |ledger: Ledger<u128>, budget, pot, available| {
		let Payment { amount, drawn } = ledger.payment(budget, pot, 10, available).unwrap();
		(amount, drawn)
	};
	assert_eq!(payment(ledger, 500, 0, 500), (100, 110));
	assert_eq!(payment(ledger, 500, 10, 500), (100, 100));
	assert_eq!(payment(ledger, 99, 10, 500), (99, 99));
	assert_eq!(payment(ledger, 500, 10, 98), (98, 98));
	assert_eq!(payment(ledger, 500, 0, 98), (88, 98));
	assert_eq!(payment(ledger, 500, 0, 10), (0, 0));
	assert_eq!(payment(ledger, 500, 60, 500), (100, 50));
	assert_eq!(payment(ledger, 500, 110, 500), (100, 0));
	assert_eq!(payment(ledger, 500, 900, 0), (100, 0));
	// What is owed already is not given again.
	ledger.pay_era(100).unwrap();
	assert_eq!(payment(ledger, 500, 110, 500), (100, 100));
	assert_eq!(payment(ledger, 500, 110, 0), (0, 0));
	assert_eq!(payment(ledger, 500, 105, 4), (0, 0));
	ledger.reserved = u128::MAX;
	assert_eq!(ledger.payment(500, 0, 10, 500), None);
	assert_eq!(ledger.pay_era(1), None);
	ledger.reserved = 100;
	ledger.earned = u128::MAX;
	assert_eq!(ledger.pay_era(1), None);
}

#[test]
fn no_more_than_was_credited_can_be_paid() {
	let mut ledger = Ledger::<u128> { beginning: 2, workers: 2, ..Default::default() };
	let (mut share, mut other) = (Position::default(), Position::default());
	ledger.begin(&mut share, 1).unwrap();
	ledger.begin(&mut other, 1).unwrap();
	ledger.pay_era(20).unwrap();
	share.settle(&ledger.accumulator).unwrap();
	let before = (ledger, share);
	assert_eq!(ledger.pay(&mut share, 11), None);
	assert_eq!((ledger, share), before);
	assert_eq!(ledger.pay(&mut share, 10), Some(()));
	assert_eq!((ledger.reserved, ledger.claimed), (10, 10));
}

proptest! {
	#[test]
	fn everything_that_was_paid_is_somewhere_to_the_last_fraction(steps in steps()) {
		let mut ledger = Ledger::<u128>::default();
		let mut shares = [Position::<u128>::default(); 4];
		let mut paid = 0u128;
		for step in steps {
			match step {
				Step::Begin(who, pay) if shares[who].weight() == 0 => {
					ledger.engage(pay).unwrap();
					ledger.begin(&mut shares[who], pay).unwrap();
				}
				Step::End(who) if shares[who].weight() > 0 => ledger.end(&mut shares[who]).unwrap(),
				Step::Pay(amount) => {
					let budget = amount;
					let payment = ledger.payment(budget, 0, 0, u128::MAX).unwrap();
					if payment.amount > 0 {
						ledger.pay_era(payment.amount).unwrap();
						paid += payment.amount;
					}
				}
				Step::Claim(who) => {
					shares[who].settle(&ledger.accumulator).unwrap();
					let amount = shares[who].credited();
					ledger.pay(&mut shares[who], amount).unwrap();
				}
				_ => {}
			}
			prop_assert_eq!((ledger.reserved + ledger.claimed, ledger.earned), (paid, paid));
			let mut sum = exact(0u128, ledger.accumulator.remainder()).unwrap();
			for mut share in shares {
				share.settle(&ledger.accumulator).unwrap();
				sum += exact(share.credited(), share.fraction()).unwrap();
			}
			prop_assert_eq!(Some(sum), exact(ledger.reserved, 0));
		}
		for mut share in shares {
			if share.weight() > 0 {
				ledger.end(&mut share).unwrap();
			}
			ledger.dissolve(share).unwrap();
		}
		prop_assert_eq!((ledger.reserved, ledger.workers), (0, 0));
		prop_assert_eq!(ledger.earned, ledger.claimed);
	}

	#[test]
	fn a_payment_never_takes_what_is_owed_or_not_there(
		promised in 1..u128::MAX >> 8, budget in amounts(), reserved in amounts(), gift in amounts(),
		alive in 0..1_000u128, available in amounts(), short in 0..2_000u128,
	) {
		let mut ledger = Ledger::<u128> { beginning: promised, workers: 1, ..Default::default() };
		ledger.begin(&mut Position::default(), promised).unwrap();
		ledger.reserved = reserved;
		let pot = (reserved + alive + gift).saturating_sub(short);
		let Payment { amount, drawn } = ledger.payment(budget, pot, alive, available).unwrap();
		prop_assert!(amount <= promised && amount <= budget && drawn <= available);
		if amount > 0 {
			prop_assert!(pot + drawn >= reserved + alive + amount);
			// Not a planck more than is needed.
			prop_assert!(drawn == 0 || pot + drawn == reserved + alive + amount);
		} else {
			prop_assert_eq!(drawn, 0);
		}
		if amount < promised.min(budget) {
			prop_assert!(pot + available <= reserved + alive + amount);
		}
	}
}
