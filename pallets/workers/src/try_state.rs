//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{pallet::*, types::*};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	ensure,
	traits::{fungible::Inspect as _, Get},
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
		Self::try_state_workers()?;
		Self::try_state_lists()
	}

	/// The ledger balances, and the pot has what it says.
	fn try_state_ledger() -> Result<(), TryRuntimeError> {
		let ledger = Totals::<T>::get();
		ensure!(
			ledger.reserved.checked_add(&ledger.claimed) == Some(ledger.earned),
			"workers: the ledger does not balance"
		);
		let there = T::Currency::balance(&Self::pot());
		let alive = T::Currency::minimum_balance();
		// More only if somebody sent it there; it pays a part of the next era.
		ensure!(
			ledger.reserved.is_zero() || ledger.reserved.checked_add(&alive) <= Some(there),
			"workers: the pot is short of what the ledger says"
		);
		ensure!(ledger.workers <= T::MaxWorkers::get(), "workers: too many at work");
		Ok(())
	}

	/// What all workers have earned and the remainder of the accumulator is what is reserved, to the last
	/// fraction; the weight of a worker is its pay while it is at work; nobody is paid more than promised.
	fn try_state_workers() -> Result<(), TryRuntimeError> {
		let ledger = Totals::<T>::get();
		let era = CurrentEra::<T>::get().index;
		let mut earned = U256::from(ledger.accumulator.remainder());
		let (mut weight, mut beginning) = (BalanceOf::<T>::zero(), BalanceOf::<T>::zero());
		let mut workers = 0u32;
		for (id, mut worker) in Workers::<T>::iter() {
			ensure!(id < NextWorker::<T>::get(), "workers: a worker beyond the next id");
			let Worker { stage, ref terms, .. } = worker;
			let is_at_work = matches!(stage, Stage::Approved { first, .. } if first <= era);
			let expected = if is_at_work { terms.pay } else { Zero::zero() };
			ensure!(worker.share.weight() == expected, "workers: a weight is not the pay");
			if let Stage::Approved { first, last } = stage {
				ensure!(
					first.checked_add(terms.eras) == last.checked_add(1) && last >= era,
					"workers: a worker has other eras than its terms say"
				);
				workers = workers.saturating_add(1);
				if !is_at_work {
					beginning = beginning
						.checked_add(&terms.pay)
						.ok_or("workers: what is promised overflows")?;
				}
			}
			let share = &mut worker.share;
			share.settle(&ledger.accumulator).ok_or("workers: a share is ahead of the ledger")?;
			earned += bhtd_accumulator::exact(share.credited(), share.fraction())
				.ok_or("workers: an amount beyond 2^128")?;
			ensure!(worker.claimed <= terms.total(), "workers: more was paid than promised");
			ensure!(
				stage != Stage::Proposed || worker.claimed.is_zero() && share.credited().is_zero(),
				"workers: a proposal has earned something"
			);
			weight = weight.checked_add(&share.weight()).ok_or("workers: weights overflow")?;
		}
		let reserved = bhtd_accumulator::exact(ledger.reserved, 0);
		ensure!(Some(earned) == reserved, "workers: what is reserved is not what was earned");
		ensure!(weight == ledger.accumulator.weight(), "workers: weights do not add up");
		ensure!(beginning == ledger.beginning, "workers: what begins does not add up");
		ensure!(workers == ledger.workers, "workers: those at work are not counted");
		Ok(())
	}

	/// Everybody approved is on the list of those who end with its last era, and until it begins on that of
	/// those who begin; nobody else is, and nobody twice.
	fn try_state_lists() -> Result<(), TryRuntimeError> {
		let era = CurrentEra::<T>::get().index;
		let (mut begin, mut end) = (BTreeSet::new(), BTreeSet::new());
		for (id, worker) in Workers::<T>::iter() {
			let Stage::Approved { first, last } = worker.stage else { continue };
			end.insert((last, id));
			if first > era {
				begin.insert(id);
			}
		}
		let beginnings = Beginnings::<T>::get().into_inner();
		ensure!(is_all(&beginnings, &begin), "workers: others begin than should");
		let endings = Endings::<T>::iter()
			.flat_map(|(era, list)| list.into_iter().map(move |id| (era, id)))
			.collect::<Vec<_>>();
		ensure!(is_all(&endings, &end), "workers: others end than should");
		Ok(())
	}
}

/// Whether everything in `set` is on `list`, once, and nothing else.
fn is_all<Item: Ord + Clone>(list: &[Item], set: &BTreeSet<Item>) -> bool {
	list.len() == set.len() && list.iter().cloned().collect::<BTreeSet<_>>() == *set
}
