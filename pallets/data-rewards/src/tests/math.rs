//! Properties of the pure functions and of the ledger.

use super::*;
use crate::{
	ledger::Ledger,
	math::{allowance, in_proportion, part, WHOLE},
};
use bhtd_accumulator::Position;
use proptest::prelude::*;

fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![0..10u128, 0..1_000_000_000_000u128, 0..u128::MAX >> 8]
}

fn shares() -> impl Strategy<Value = Permill> {
	(0..=1_000_000u32).prop_map(Permill::from_parts)
}

fn provider_shares() -> impl Strategy<Value = Permill> {
	(0..=HIGHEST_PROVIDER_SHARE.deconstruct()).prop_map(Permill::from_parts)
}

#[test]
fn everything_rounds_as_documented() {
	assert_eq!(allowance(Permill::from_percent(50), 101u128, 20), 30);
	assert_eq!(allowance(Permill::from_percent(50), 101u128, 60), 0);
	let proportion = |percent, rest| in_proportion(Permill::from_percent(percent), rest);
	assert_eq!([0, 10, 20, 50].map(|percent| proportion(percent, 100u128)), [0, 11, 25, 100]);
	assert_eq!(proportion(50, u128::MAX), u128::MAX);
	assert_eq!([8, 9].map(|rest| proportion(10, rest)), [0u128, 1]);
	assert_eq!(proportion(100, 5u128), 0);
	assert_eq!(part(9_999u128, 1), 0);
	assert_eq!(part(10_000u128, 1), 1);
	assert_eq!(part(u128::MAX, 10_000), u128::MAX);
}

proptest! {
	#[test]
	fn a_part_in_proportion_is_no_more_than_the_share_of_the_whole(
		share in provider_shares(), rest in amounts(), first in amounts(),
	) {
		let part = in_proportion(share, rest);
		prop_assert!(part <= share.mul_floor(rest + part) + 1);
		prop_assert!(part <= rest);
		// Of everything that was shared out, what was set aside in the first place may be paid.
		let aside = share.mul_floor(rest);
		prop_assert!(in_proportion(share, rest - aside) >= aside);
		let first = first.min(rest);
		prop_assert!(in_proportion(share, first) + in_proportion(share, rest - first) <= part);
	}

	#[test]
	fn a_split_makes_a_whole(amount in amounts(), a in 0..=10_000u16, b in 0..=10_000u16) {
		let (least, most) = (a.min(b), a.max(b));
		let split = Split {
			contributors: least,
			provider: most - least,
			treasury: WHOLE - most,
		};
		prop_assert!(split.is_whole());
		let Parts { contributors, provider, treasury } = split.of(amount);
		prop_assert_eq!(contributors + provider + treasury, amount);
		// Nobody but the contributors gets more than its part.
		prop_assert!(provider <= amount / 10_000 * u128::from(split.provider) + 10_000);
		prop_assert!(treasury == part(amount, split.treasury) && provider == part(amount, split.provider));
		prop_assert!(contributors >= part(amount, split.contributors));
	}

	#[test]
	fn splitting_payments_never_pays_more(share in shares(), fees in amounts(), first in amounts()) {
		let whole = allowance(share, fees, 0);
		let first = first.min(whole);
		prop_assert_eq!(first + allowance(share, fees, first), whole);
		prop_assert!(whole <= fees);
	}

	#[test]
	fn a_ledger_balances_whatever_happens(
		share in provider_shares(),
		steps in prop::collection::vec((0..6u8, 0..3usize, amounts(), 0..30u64), 1..60),
	) {
		let mut ledger = Ledger::<u128, u64>::new(window(), share);
		let mut positions = [Position::<u128>::default(); 3];
		ledger.records = 3;
		let mut now = 1;
		for (step, who, amount, wait) in steps {
			now += wait;
			ledger.sync(now).unwrap();
			let position = &mut positions[who];
			position.settle(&ledger.accumulator).unwrap();
			match step {
				0 if now < UNTIL => ledger.add_funds(amount >> 8).unwrap(),
				1 => ledger.add_income(amount >> 8, now).unwrap(),
				2 => ledger.set_weight(position, amount).unwrap(),
				3 => ledger.pay(position, amount.min(position.credited())).unwrap(),
				4 => drop(ledger.deliver(share).unwrap()),
				_ => drop(ledger.refund(now).unwrap()),
			}
			let out = ledger.held().unwrap() + ledger.paid().unwrap();
			prop_assert_eq!(ledger.funded, out);
			prop_assert!(ledger.delivered <= ledger.deliverable(share));
			let credited = positions
				.iter()
				.map(|position| {
					let mut position = *position;
					position.settle(&ledger.accumulator).unwrap();
					position.credited()
				})
				.sum::<u128>();
			prop_assert!(credited <= ledger.reserved && ledger.reserved <= credited + 3);
			let contributors = positions.iter().filter(|position| position.weight() > 0).count();
			prop_assert_eq!(ledger.contributors as usize, contributors);
		}
		ledger.sync(CLOSES).unwrap();
		for position in positions {
			ledger.dissolve(position).unwrap();
		}
		ledger.refund(now.max(CLOSES)).unwrap();
		prop_assert_eq!((ledger.held(), ledger.records, ledger.contributors), (Some(0), 0, 0));
		prop_assert_eq!(ledger.accumulator.remainder(), 0);
		prop_assert_eq!(ledger.paid(), Some(ledger.funded));
	}

	#[test]
	fn how_often_a_ledger_is_synced_matters_to_the_planck_at_most(
		funds in amounts(), weights in prop::array::uniform3(1..1_000_000u128),
		stops in prop::collection::btree_set(FROM..UNTIL, 0..30),
	) {
		let share = Permill::from_percent(10);
		let mut rarely = Ledger::<u128, u64>::new(window(), share);
		rarely.add_funds(funds).unwrap();
		let mut positions = [Position::<u128>::default(); 3];
		for (position, weight) in positions.iter_mut().zip(weights) {
			rarely.set_weight(position, weight).unwrap();
		}
		let mut often = rarely.clone();
		for stop in &stops {
			often.sync(*stop).unwrap();
		}
		for ledger in [&mut rarely, &mut often] {
			ledger.sync(UNTIL).unwrap();
		}
		let count = stops.len() as u128 + 1;
		// The share of the provider is rounded down each time.
		prop_assert!(often.provider <= rarely.provider && rarely.provider <= often.provider + count);
		for position in positions {
			let credited = |ledger: &Ledger<u128, u64>| {
				let mut position = position;
				position.settle(&ledger.accumulator).unwrap();
				position.credited()
			};
			prop_assert!(credited(&often) >= credited(&rarely));
			prop_assert!(credited(&often) <= credited(&rarely) + count);
		}
	}
}
