//! How many storage items the calls read and write, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

/// What the SDK's `asset_rewards` reads and writes when a reward is harvested.
const HARVEST: (usize, usize) = (6, 4);

/// `crowd` others have locked BHTD, and fees are streaming.
fn crowded(crowd: u128, test: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(lock(ALICE, 5 * MINIMUM));
		for who in 1_000..1_000 + crowd {
			endow(who, 2 * MINIMUM + deposit());
			assert_ok!(lock(who, MINIMUM + who % 7));
		}
		assert_eq!(Balance::from(ledger().lockers), crowd + 1);
		fees(1_000_000);
		advance(3);
		test();
		Dividends::do_try_state().unwrap();
	});
}

#[test]
fn costs_do_not_depend_on_how_many_have_locked() {
	for crowd in [10, 10_000] {
		crowded(crowd, || {
			let first = count(BOB, || lock(BOB, MINIMUM));
			let more = count(ALICE, || lock(ALICE, MINIMUM));
			let claim = count(ALICE, || claim(ALICE));
			let unlock = count(ALICE, || unlock(ALICE, MINIMUM));
			let relock = count(ALICE, || relock(ALICE, 1));
			advance(NOTICE);
			let withdraw = count(ALICE, || withdraw(ALICE));
			assert_eq!((first, more), ((4, 3), (4, 3)));
			assert_eq!((unlock, relock), ((3, 2), (3, 2)));
			assert_eq!((withdraw, claim), ((3, 3), (4, 3)));
			assert!(claim.0 < HARVEST.0 && claim.1 < HARVEST.1);
		});
	}
}

#[test]
fn closing_a_record_and_forwarding_to_the_treasury_cost_little_more() {
	ExtBuilder::default().build_and_execute(|| {
		fees(100);
		assert_eq!(count(ALICE, || lock(ALICE, MINIMUM)), (5, 5));
		pay_out(100);
		assert_ok!(unlock(ALICE, MINIMUM));
		fees(100);
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
		assert_eq!(count(ALICE, || claim(ALICE)), (6, 5));
		assert_eq!(ledger().lockers, 0);
	});
}

#[test]
fn a_fee_costs_an_access_to_the_pot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		let arrive = || {
			fees(10);
			Ok(())
		};
		assert_eq!(count(PAYER, arrive), (1, 1));
	});
}
