//! `do_try_state` notices what must never be.

use super::*;
use frame_support::{hypothetically, traits::fungible::Unbalanced};

/// Worker 0 is at work, 1 begins, 2 has ended, and 3 is proposed.
fn state(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		engage(ALICE, PAY, 9);
		let ending = propose(CAROL, 3 * PAY, 1);
		assert_ok!(approve(ending));
		next_eras(2);
		assert_ok!(claim(0));
		next_eras(1);
		engage(BOB, PAY, 4);
		propose(DAVE, PAY, 4);
		test();
	});
}

fn assert_noticed(expected: &str, corrupt: impl FnOnce()) {
	hypothetically!({
		corrupt();
		let error = Work::do_try_state().expect_err(expected);
		assert_eq!(error, sp_runtime::TryRuntimeError::Other(Box::leak(expected.into())));
	});
}

fn with_ledger(change: impl FnOnce(&mut LedgerOf<Test>)) {
	Totals::<Test>::mutate(change);
}

fn with_worker(worker: u32, change: impl FnOnce(&mut WorkerOf<Test>)) {
	Workers::<Test>::mutate(worker, |record| change(record.as_mut().unwrap()));
}

#[test]
fn a_broken_ledger_is_noticed() {
	state(|| {
		let unbalanced = "workers: the ledger does not balance";
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.earned += 1));
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.claimed -= 1));
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.reserved -= 1));
		let reserved = ledger().reserved;
		assert_noticed("workers: the pot is short of what the ledger says", || {
			Balances::write_balance(&Work::pot(), reserved + EXISTENTIAL_DEPOSIT - 1).unwrap();
		});
		assert_noticed("workers: too many at work", || {
			with_ledger(|ledger| ledger.workers = MAX_WORKERS + 1)
		});
		assert_noticed("workers: those at work are not counted", || {
			with_ledger(|ledger| ledger.workers += 1)
		});
		assert_noticed("workers: what begins does not add up", || {
			with_ledger(|ledger| ledger.beginning += 1)
		});
		assert_noticed("workers: weights do not add up", || {
			with_ledger(|ledger| {
				let mut nobody = Default::default();
				ledger.accumulator.set_weight(&mut nobody, 1).unwrap();
			})
		});
		let missing = "workers: what is reserved is not what was earned";
		assert_noticed(missing, || {
			with_ledger(|ledger| {
				ledger.reserved -= 1;
				ledger.claimed += 1;
			})
		});
		assert_noticed(missing, || {
			with_worker(1, |worker| {
				worker.share.take(1).unwrap();
			})
		});
	});
}

#[test]
fn broken_workers_are_noticed() {
	state(|| {
		assert_noticed("workers: a worker beyond the next id", || NextWorker::<Test>::put(3));
		let weight = "workers: a weight is not the pay";
		assert_noticed(weight, || with_worker(0, |worker| worker.terms.pay += 1));
		assert_noticed(weight, || with_worker(0, |worker| worker.stage = Stage::Ended));
		assert_noticed(weight, || {
			with_worker(2, |worker| worker.stage = Stage::Approved { first: 3, last: 6 })
		});
		let eras = "workers: a worker has other eras than its terms say";
		assert_noticed(eras, || with_worker(0, |worker| worker.terms.eras += 1));
		assert_noticed(eras, || {
			with_worker(0, |worker| {
				worker.terms.eras = 2;
				worker.stage = Stage::Approved { first: 1, last: 2 };
			})
		});
		assert_noticed("workers: a share is ahead of the ledger", || {
			with_ledger(|ledger| {
				let mut other = LedgerOf::<Test>::default().accumulator;
				let mut nobody = Default::default();
				other.set_weight(&mut nobody, ledger.accumulator.weight()).unwrap();
				ledger.accumulator = other;
			})
		});
		assert_noticed("workers: more was paid than promised", || {
			with_worker(1, |worker| worker.claimed = 3 * PAY + 1)
		});
		assert_noticed("workers: a proposal has earned something", || {
			with_worker(3, |worker| worker.claimed = 1)
		});
		assert_noticed("workers: a proposal has earned something", || {
			with_worker(1, |worker| worker.stage = Stage::Proposed)
		});
	});
}

#[test]
fn broken_lists_are_noticed() {
	state(|| {
		let begin = "workers: others begin than should";
		assert_noticed(begin, Beginnings::<Test>::kill);
		assert_noticed(begin, || Beginnings::<Test>::try_append(0).unwrap());
		assert_noticed(begin, || Beginnings::<Test>::try_append(2).unwrap());
		let end = "workers: others end than should";
		assert_noticed(end, || Endings::<Test>::remove(9));
		assert_noticed(end, || Endings::<Test>::try_append(9, 0).unwrap());
		assert_noticed(end, || Endings::<Test>::try_append(8, 0).unwrap());
		assert_noticed(end, || Endings::<Test>::try_append(9, 1).unwrap());
	});
}
