//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{chains::ROLE, pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use bhtd_primitives::MarginLedger;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_records()?;
		Self::try_state_tanks()?;
		Self::try_state_margins()?;
		Self::try_state_pools()?;
		Self::try_state_waiting()?;
		Self::try_state_cores()
	}

	/// Every chain has a pool with the same manager and a description, and nothing else has; one that is
	/// leaving promises nothing.
	fn try_state_records() -> Result<(), TryRuntimeError> {
		let chains = Chains::<T>::iter_keys().collect::<BTreeSet<_>>();
		ensure!(chains.len() as u32 == Chains::<T>::count(), "side chains: not counted");
		ensure!(
			Pools::<T>::iter_keys().collect::<BTreeSet<_>>() == chains
				&& Descriptions::<T>::iter_keys().collect::<BTreeSet<_>>() == chains,
			"side chains: a chain without pool or description, or one without a chain"
		);
		for (id, chain) in Chains::<T>::iter() {
			let pool = Pools::<T>::get(id).ok_or("side chains: a chain without a pool")?;
			ensure!(pool.manager == chain.manager, "side chains: a pool of somebody else");
			if chain.status == Status::Leaving {
				ensure!(pool.promised.is_zero(), "side chains: a promise of a leaving chain");
				ensure!(chain.tank.is_zero(), "side chains: a tank of a leaving chain");
			}
		}
		Ok(())
	}

	/// What every account has on hold for tanks is what its chains have in them.
	fn try_state_tanks() -> Result<(), TryRuntimeError> {
		let mut tanks = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for chain in Chains::<T>::iter_values() {
			let sum = tanks.entry(chain.refund).or_default();
			*sum = sum.checked_add(&chain.tank).ok_or("side chains: tanks overflow")?;
		}
		for who in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&HoldReason::Tank.into(), &who);
			ensure!(
				held == tanks.remove(&who).unwrap_or_default(),
				"side chains: what is held is not what is in the tanks"
			);
		}
		ensure!(tanks.values().all(Zero::is_zero), "side chains: a tank without an account");
		Ok(())
	}

	/// What the margin of a manager owes is deposits and pools of its chains.
	fn try_state_margins() -> Result<(), TryRuntimeError> {
		let mut owed = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for (id, chain) in Chains::<T>::iter() {
			let promised = Pools::<T>::get(id).map(|pool| pool.promised).unwrap_or_default();
			let sum = owed.entry(chain.manager).or_default();
			*sum = sum
				.checked_add(&chain.deposit)
				.and_then(|sum| sum.checked_add(&promised))
				.ok_or("side chains: liabilities overflow")?;
		}
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(
				T::Margin::owed(&who, ROLE) == owed.remove(&who).unwrap_or_default(),
				"side chains: a margin owes something else"
			);
		}
		ensure!(owed.is_empty(), "side chains: a manager without an account");
		Ok(())
	}

	/// What is owed and queued is promised; the queue is what the pool says, without gaps; everything in
	/// it gets through the limit.
	fn try_state_pools() -> Result<(), TryRuntimeError> {
		for (id, pool) in Pools::<T>::iter() {
			let bound = pool.owed.checked_add(&pool.queued).ok_or("side chains: overflow")?;
			ensure!(bound <= pool.promised, "side chains: more owed and queued than promised");
			ensure!(pool.bucket.level <= pool.bucket.limit, "side chains: a bucket runs over");
			ensure!(
				pool.bucket.limit >= T::LowestLimit::get(),
				"side chains: a limit below the lowest"
			);
			let mut queued = BalanceOf::<T>::zero();
			let mut nonces = BTreeSet::new();
			for place in pool.head..pool.tail {
				let redemption =
					Queue::<T>::get(id, place).ok_or("side chains: a gap in a queue")?;
				ensure!(
					redemption.amount <= pool.bucket.limit,
					"side chains: a redemption that can never be paid"
				);
				ensure!(nonces.insert(redemption.nonce), "side chains: a number twice in a queue");
				queued = queued.checked_add(&redemption.amount).ok_or("side chains: overflow")?;
			}
			ensure!(queued == pool.queued, "side chains: the queue is not what the pool says");
			let waiting = pool.tail.saturating_sub(pool.head);
			ensure!(waiting <= T::MaxQueue::get().into(), "side chains: a queue too long");
			ensure!(
				Queue::<T>::iter_key_prefix(id).count() as u64 == waiting,
				"side chains: a redemption outside the queue"
			);
		}
		ensure!(
			Queue::<T>::iter_keys().all(|(id, _)| Pools::<T>::contains_key(id)),
			"side chains: a queue without a pool"
		);
		Ok(())
	}

	/// The chains waiting are those with something in the queue, each once.
	fn try_state_waiting() -> Result<(), TryRuntimeError> {
		let waiting = Waiting::<T>::get();
		let distinct = waiting.iter().copied().collect::<BTreeSet<_>>();
		ensure!(distinct.len() == waiting.len(), "side chains: a chain waits twice");
		let queued = Pools::<T>::iter().filter(|(_, pool)| pool.head != pool.tail);
		ensure!(
			queued.map(|(id, _)| id).collect::<BTreeSet<_>>() == distinct,
			"side chains: a queue that nobody serves, or no queue to serve"
		);
		Ok(())
	}

	/// The chains that should have a core have one each, and nobody else; no core is there twice.
	fn try_state_cores() -> Result<(), TryRuntimeError> {
		let slots = Slots::<T>::get();
		let cores = slots.iter().map(|slot| slot.core).collect::<BTreeSet<_>>();
		ensure!(cores.len() == slots.len(), "side chains: a core twice");
		let mut chains = slots.iter().filter_map(|slot| slot.chain).collect::<alloc::vec::Vec<_>>();
		chains.sort_unstable();
		let with_core = Chains::<T>::iter().filter(|(_, chain)| chain.status.has_core());
		let mut expected = with_core.map(|(id, _)| id).collect::<alloc::vec::Vec<_>>();
		expected.sort_unstable();
		ensure!(
			chains == expected,
			"side chains: cores are not with the chains that should have them"
		);
		Ok(())
	}
}
