//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{pallet::*, HoldReason};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::fungible::{Inspect as _, InspectHold as _},
};
use sp_core::U256;
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_ledger()?;
		Self::try_state_locks()?;
		Self::try_state_holds()
	}

	/// The ledger balances, and the pot has what it says.
	fn try_state_ledger() -> Result<(), TryRuntimeError> {
		let ledger = Totals::<T>::get();
		ensure!(
			ledger.reserved.checked_add(&ledger.claimed) == Some(ledger.accrued),
			"dividends: the ledger does not balance"
		);
		let there = T::Currency::balance(&Self::pot());
		let alive = T::Currency::minimum_balance();
		// What is beyond is on its way to those who have locked, or to the treasury.
		ensure!(
			ledger.reserved.is_zero() || ledger.reserved.checked_add(&alive) <= Some(there),
			"dividends: the pot is short of what the ledger says"
		);
		Ok(())
	}

	/// What has accrued to all records is what is reserved, to the last fraction; weights and counts are those
	/// of the ledger; nobody has a record of nothing.
	fn try_state_locks() -> Result<(), TryRuntimeError> {
		let ledger = Totals::<T>::get();
		let mut accrued = U256::from(ledger.accumulator.remainder());
		let (mut locked, mut unlocking) = (BalanceOf::<T>::zero(), BalanceOf::<T>::zero());
		let mut lockers = 0u32;
		for mut lock in Locks::<T>::iter_values() {
			lock.share
				.settle(&ledger.accumulator)
				.ok_or("dividends: a share is ahead of the ledger")?;
			let (whole, fraction) = (lock.share.credited(), lock.share.fraction());
			accrued += bhtd_accumulator::exact(whole, fraction)
				.ok_or("dividends: an amount beyond 2^128")?;
			locked = locked
				.checked_add(&lock.share.weight())
				.ok_or("dividends: what is locked overflows")?;
			ensure!(!lock.is_empty(), "dividends: a record of nothing");
			ensure!(
				lock.unlocking.iter().all(|chunk| !chunk.amount.is_zero()),
				"dividends: nothing is unlocking in a part"
			);
			ensure!(
				lock.unlocking
					.windows(2)
					.all(|pair| matches!(pair, [a, b] if a.release < b.release)),
				"dividends: parts are out of order"
			);
			for chunk in lock.unlocking {
				unlocking = unlocking
					.checked_add(&chunk.amount)
					.ok_or("dividends: what is unlocking overflows")?;
			}
			lockers = lockers.saturating_add(1);
		}
		let reserved = bhtd_accumulator::exact(ledger.reserved, 0);
		ensure!(Some(accrued) == reserved, "dividends: what is reserved is not what has accrued");
		ensure!(locked == ledger.accumulator.weight(), "dividends: what is locked does not add up");
		ensure!(unlocking == ledger.unlocking, "dividends: what is unlocking does not add up");
		ensure!(lockers == ledger.lockers, "dividends: records are not counted");
		Ok(())
	}

	/// What every account has on hold is what its record says.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::new();
		for (who, lock) in Locks::<T>::iter() {
			let chunks = lock.unlocking.iter();
			let sum = chunks.fold(lock.share.weight(), |sum, chunk| sum + chunk.amount);
			due.insert(who, sum);
		}
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::Lock.into(), &who)
					== due.remove(&who).unwrap_or_default(),
				"dividends: BHTD on hold is not what the record says"
			);
		}
		ensure!(due.is_empty(), "dividends: a record of somebody without an account");
		Ok(())
	}
}
