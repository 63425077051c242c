//! `do_try_state` notices what must never be.

use super::*;
use bhtd_accumulator::Position;
use frame_support::{
	hypothetically,
	traits::fungible::{MutateHold, Unbalanced},
};

/// Two have locked BHTD, one has unlocked some of it, and there are dividends.
fn state(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 5 * MINIMUM));
		assert_ok!(lock(BOB, 2 * MINIMUM));
		pay_out(1_000);
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(1);
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_ok!(claim(BOB));
		test();
	});
}

fn assert_noticed(expected: &str, corrupt: impl FnOnce()) {
	hypothetically!({
		corrupt();
		let error = Dividends::do_try_state().expect_err(expected);
		assert_eq!(error, sp_runtime::TryRuntimeError::Other(Box::leak(expected.into())));
	});
}

fn with_ledger(change: impl FnOnce(&mut LedgerOf<Test>)) {
	Totals::<Test>::mutate(change);
}

fn with_lock(change: impl FnOnce(&mut LockOf<Test>)) {
	Locks::<Test>::mutate(ALICE, |lock| change(lock.as_mut().unwrap()));
}

#[test]
fn a_broken_ledger_is_noticed() {
	state(|| {
		let unbalanced = "dividends: the ledger does not balance";
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.accrued += 1));
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.claimed -= 1));
		assert_noticed(unbalanced, || with_ledger(|ledger| ledger.reserved -= 1));
		let reserved = ledger().reserved;
		assert_noticed("dividends: the pot is short of what the ledger says", || {
			Balances::write_balance(&Dividends::pot(), reserved + EXISTENTIAL_DEPOSIT - 1).unwrap();
		});
		let missing = "dividends: what is reserved is not what has accrued";
		assert_noticed(missing, || {
			with_ledger(|ledger| {
				ledger.reserved -= 1;
				ledger.claimed += 1;
			})
		});
		assert_noticed(missing, || with_lock(|lock| lock.share.take(1).unwrap()));
		assert_noticed("dividends: what is unlocking does not add up", || {
			with_ledger(|ledger| ledger.unlocking += 1)
		});
		assert_noticed("dividends: records are not counted", || {
			with_ledger(|ledger| ledger.lockers += 1)
		});
		assert_noticed("dividends: what is locked does not add up", || {
			with_ledger(|ledger| {
				let mut nobody = Position::default();
				ledger.set_weight(&mut nobody, 1).unwrap();
			})
		});
	});
}

#[test]
fn broken_records_are_noticed() {
	state(|| {
		assert_noticed("dividends: a share is ahead of the ledger", || {
			with_ledger(|ledger| ledger.accumulator = Default::default())
		});
		assert_noticed("dividends: nothing is unlocking in a part", || {
			with_lock(|lock| lock.unlocking[0].amount = 0)
		});
		let order = "dividends: parts are out of order";
		assert_noticed(order, || with_lock(|lock| lock.unlocking[0].release += 100));
		assert_noticed(order, || {
			with_lock(|lock| lock.unlocking[0].release = lock.unlocking[1].release)
		});
		assert_noticed("dividends: a record of nothing", || {
			let ticket = Locks::<Test>::get(ALICE).unwrap().ticket;
			let (share, unlocking) = (Default::default(), Default::default());
			Locks::<Test>::insert(CAROL, Lock { share, unlocking, ticket });
		});
		assert_noticed("dividends: BHTD on hold is not what the record says", || {
			Balances::hold(&HoldReason::Lock.into(), &ALICE, 1).unwrap();
		});
		assert_noticed("dividends: BHTD on hold is not what the record says", || {
			Balances::hold(&HoldReason::Lock.into(), &CAROL, 1).unwrap();
		});
		assert_noticed("dividends: a record of somebody without an account", || {
			frame_system::Account::<Test>::remove(ALICE);
		});
	});
}
