//! What the margin has promised to the consumers of a chain.

use crate::{chains::ROLE, math::limit_of, pallet::*, types::*};
use bhtd_primitives::MarginLedger;
use frame_support::{ensure, traits::Get};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, Saturating, Zero},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_raise_pool(
		manager: T::AccountId,
		chain: ChainId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let record = Self::chain_of(&manager, chain)?;
		ensure!(record.status != Status::Leaving, Error::<T>::ChainLeaving);
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
		Self::ensure_covered(&manager, amount)?;
		pool.promised = pool.promised.ensure_add(amount)?;

		T::Margin::increase_owed(&manager, ROLE, amount)?;
		// Never less than before: otherwise a planck added to a pool that has shrunk would slow its
		// redemptions down.
		let limit = Self::limit_for(pool.promised).max(pool.bucket.limit);
		pool.bucket.resize(limit, Self::now(), T::LimitWindow::get());
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::PoolRaised { chain, amount });
		Ok(())
	}

	pub(crate) fn do_announce_lowering(
		manager: T::AccountId,
		chain: ChainId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let mut pool = Self::pool_of(&manager, chain)?;
		if amount.is_zero() {
			ensure!(pool.lowering.is_some(), Error::<T>::LoweringNotAnnounced);
			pool.lowering = None;
			Pools::<T>::insert(chain, pool);
			Self::deposit_event(Event::LoweringCancelled { chain });
			return Ok(());
		}
		let from = Self::now().saturating_add(T::LoweringNotice::get());
		pool.lowering = Some(Lowering { amount, from });
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::LoweringAnnounced { chain, amount, from });
		Ok(())
	}

	pub(crate) fn do_lower_pool(manager: T::AccountId, chain: ChainId) -> DispatchResult {
		let mut pool = Self::pool_of(&manager, chain)?;
		let Lowering { amount, from } = pool.lowering.ok_or(Error::<T>::LoweringNotAnnounced)?;
		let now = Self::now();
		ensure!(now >= from, Error::<T>::NoticeRunning);
		let lapses = from.saturating_add(T::LoweringNotice::get());
		ensure!(now < lapses, Error::<T>::NoticeLapsed);
		let amount = amount.min(Self::unbound(&pool)?);
		ensure!(!amount.is_zero(), Error::<T>::NothingToLower);

		T::Margin::decrease_owed(&manager, ROLE, amount)?;
		pool.promised = pool.promised.ensure_sub(amount)?;
		pool.lowering = None;
		// Whatever waits was let in under the limit, and must get through it.
		if pool.queued.is_zero() {
			pool.bucket.resize(Self::limit_for(pool.promised), now, T::LimitWindow::get());
		}
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::PoolLowered { chain, amount });
		Ok(())
	}

	pub(crate) fn do_declare_owed(chain: ChainId, owed: BalanceOf<T>) -> DispatchResult {
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(owed <= Self::unqueued(&pool)?, Error::<T>::ExceedsPool);

		pool.owed = owed;
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::OwedDeclared { chain, owed });
		Ok(())
	}

	pub(crate) fn do_write_off(chain: ChainId, owed: BalanceOf<T>) -> DispatchResult {
		let record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		Self::ensure_stalled(chain, &record)?;
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(owed < pool.owed, Error::<T>::ExceedsOwed);

		pool.owed = owed;
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::OwedWrittenOff { chain, owed });
		Ok(())
	}

	/// What may be redeemed at once of a pool of `promised` planck.
	pub(crate) fn limit_for(promised: BalanceOf<T>) -> BalanceOf<T> {
		limit_of(promised, T::LimitShare::get(), T::LowestLimit::get())
	}

	/// What no redemption waits for.
	pub(crate) fn unqueued(pool: &PoolOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		Ok(pool.promised.ensure_sub(pool.queued)?)
	}

	/// What is neither queued nor owed.
	fn unbound(pool: &PoolOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		Ok(Self::unqueued(pool)?.ensure_sub(pool.owed)?)
	}

	fn pool_of(manager: &T::AccountId, chain: ChainId) -> Result<PoolOf<T>, Error<T>> {
		let pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(pool.manager == *manager, Error::<T>::NotManager);
		Ok(pool)
	}
}
