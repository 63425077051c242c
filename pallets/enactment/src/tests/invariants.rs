//! The checks of the invariants find what they look for.

use super::*;
use frame_support::traits::StorageInstance;

/// Breaks something, expects the checks to say so, and undoes it.
fn breaks(expected: &'static str, damage: impl FnOnce()) {
	use frame_support::storage::{with_transaction, TransactionOutcome};
	ExtBuilder.build_and_execute(|| {
		propose(remark(0));
		let found = with_transaction(|| {
			damage();
			TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(
				Enactment::do_try_state(),
			))
		});
		assert_eq!(found, Ok(Err(expected.into())));
	});
}

#[test]
fn too_much_pending_is_found() {
	breaks("enactment: too much is pending", || {
		let pending = Pending::<Test>::get(0).unwrap();
		for id in 0..=MAX_PENDING {
			Pending::<Test>::insert(id, pending.clone());
		}
	});
}

#[test]
fn a_wrong_counter_is_found() {
	breaks("enactment: the counter is wrong", || {
		let counter = frame_support::storage::storage_prefix(
			b"Enactment",
			CounterPrefix::STORAGE_PREFIX.as_bytes(),
		);
		frame_support::storage::unhashed::put(&counter, &7u32);
	});
}

/// The name of the counter of [`Pending`].
struct CounterPrefix;

impl StorageInstance for CounterPrefix {
	const STORAGE_PREFIX: &'static str = "CounterForPending";
	fn pallet_prefix() -> &'static str {
		"Enactment"
	}
}

#[test]
fn a_number_that_was_not_given_out_is_found() {
	breaks("enactment: a number that was not given out", || NextId::<Test>::put(0));
}

#[test]
fn the_constants_fit_together() {
	Enactment::integrity_test();
}
