//! How many storage items the calls read and write, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

/// What the SDK's `asset_rewards` reads and writes when a reward is harvested.
const HARVEST: (usize, usize) = (6, 4);

/// A campaign with `crowd` contributors beside Alice, who is about to claim for the first time.
fn crowded(crowd: u128, test: impl FnOnce()) {
	ExtBuilder.build().execute_with(|| {
		open(terms());
		identify(ALICE);
		join_with(ALICE, 1_000);
		for who in 1_000..1_000 + crowd {
			assert_ok!(Balances::transfer_allow_death(signed(SPONSOR), who, 20_000));
			join_with(who, 1 + who % 7);
		}
		assert_eq!(ledger().contributors as u128, crowd + 1);
		advance_to(FROM + 50);
		test();
		DataRewards::do_try_state().unwrap();
	});
}

/// The counts of funding, contributing and claiming.
fn counts() -> [(usize, usize); 3] {
	let number = buy(ALICE, 10);
	[
		count(CAROL, || DataRewards::add_funds(signed(CAROL), 0, 1_000_000)),
		count(ALICE, || contribute(ALICE, &[number])),
		count(ALICE, || claim(ALICE)),
	]
}

#[test]
fn costs_do_not_depend_on_the_number_of_contributors() {
	for crowd in [10, 10_000] {
		crowded(crowd, || assert_eq!(counts(), [(3, 2), (4, 2), (5, 4)]));
	}
	let claim = (5, 4);
	assert!(claim.0 < HARVEST.0 && claim.1 <= HARVEST.1);
}

#[test]
fn a_receipt_costs_who_keeps_none_a_single_read() {
	use bhtd_primitives::OnCompletion;
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), MAX_SLOTS));
		let keep = |who| {
			count(CAROL, || {
				<DataRewards as OnCompletion<_, _>>::completed(&receipt(who, 5));
				Ok(())
			})
		};
		assert_eq!((keep(BOB), keep(ALICE)), ((1, 0), (2, 2)));
	});
}

#[test]
fn what_is_forfeited_costs_an_access_to_the_treasury() {
	for by_another in [false, true] {
		ExtBuilder.with_campaign(|| {
			join_with(ALICE, 1_000);
			advance_to(CLOSES + GRACE);
			let close_record = || DataRewards::close_record(signed(CAROL), 0, ALICE);
			if by_another {
				assert_eq!(count(CAROL, close_record), (8, 8));
			} else {
				assert_eq!(count(ALICE, || claim(ALICE)), (7, 7));
			}
		});
	}
}

#[test]
fn the_other_calls_cost_little() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		let open = count(ALICE, || DataRewards::open_data_account(signed(ALICE), 8));
		let consent = count(ALICE, || consent(ALICE));
		assert_eq!((open, consent), ((2, 2), (4, 5)));
		advance_to(FROM);
		let number = buy(ALICE, 10);
		assert_ok!(contribute(ALICE, &[number]));
		offer_report();
		let buy = count(READER, || buy_report(READER));
		let deliver = || DataRewards::deliver_report(signed(PROVIDER), 0, hash(5), pointer());
		let deliver = count(PROVIDER, deliver);
		let accept = count(READER, || DataRewards::accept_report(signed(READER), 0));
		assert_eq!((buy, deliver, accept), ((6, 4), (2, 1), (7, 6)));
		advance_to(CLOSES);
		let claim = count(ALICE, || claim(ALICE));
		let close = || DataRewards::close_campaign(signed(CAROL), 0);
		assert_eq!((claim, count(CAROL, close)), ((6, 6), (6, 5)));
	});
}
