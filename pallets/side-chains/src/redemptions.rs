//! Redemptions: the only way out of a pool, as fast as its limit allows and in order.

use crate::{chains::ROLE, nonces::Refusal, pallet::*, types::*, WeightInfo};
use bhtd_primitives::MarginLedger;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::Inspect,
		tokens::{DepositConsequence, Provenance},
		Get,
	},
	weights::WeightMeter,
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, Saturating},
	DispatchError, DispatchResult,
};

/// What became of the first redemption in a queue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Served {
	/// It was paid.
	Paid,
	/// It cannot be paid and is the last now.
	Deferred,
	/// The limit does not let it through yet.
	Limited,
	/// There is none.
	Empty,
}

impl<T: Config> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::Used => Self::NonceUsed,
			Refusal::TooOld => Self::NonceTooOld,
			Refusal::TooFar => Self::NonceTooFar,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_redeem(
		chain: ChainId,
		beneficiary: T::AccountId,
		amount: BalanceOf<T>,
		nonce: u64,
	) -> DispatchResult {
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		// First of all, so that any other refusal tells a chain that asks again that it was not paid before.
		pool.nonces.spend(nonce).map_err(Error::<T>::from)?;
		ensure!(amount >= T::LeastRedemption::get(), Error::<T>::BelowLeastRedemption);
		ensure!(amount <= Self::unqueued(&pool)?, Error::<T>::PoolExhausted);
		ensure!(amount <= pool.bucket.limit, Error::<T>::AboveLimit);
		Self::ensure_payable(&beneficiary, amount)?;
		// The points are gone on their chain, so they are no longer owed; what it had not declared was
		// not owed before.
		pool.owed = pool.owed.saturating_sub(amount);

		let redemption = Redemption { nonce, beneficiary, amount };
		let first = pool.head == pool.tail;
		if first && pool.bucket.take(amount, Self::now(), T::LimitWindow::get()) {
			return Self::pay(chain, pool, redemption);
		}
		Self::enqueue(chain, pool, redemption, first)
	}

	pub(crate) fn do_serve(chain: ChainId, most: u32) -> DispatchResult {
		ensure!(Pools::<T>::contains_key(chain), Error::<T>::ChainNotFound);
		let mut paid = 0;
		for _ in 0..most.min(T::MaxQueue::get()) {
			match Self::serve_next(chain)? {
				Served::Paid => paid += 1,
				Served::Deferred => {}
				Served::Limited | Served::Empty => break,
			}
		}
		ensure!(paid > 0, Error::<T>::NothingToServe);

		if Pools::<T>::get(chain).is_some_and(|pool| pool.head == pool.tail) {
			Waiting::<T>::mutate(|waiting| waiting.retain(|it| *it != chain));
		}
		Ok(())
	}

	/// Serves the chains in turns, one redemption each, until none can be served or the weight is used up.
	pub(crate) fn serve_waiting(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::serve_waiting()).is_err() {
			return;
		}
		let mut waiting = Waiting::<T>::get();
		let step = T::WeightInfo::serve(1);
		let mut in_vain = 0;
		let mut visited = false;
		while in_vain < waiting.len() && meter.try_consume(step).is_ok() {
			visited = true;
			let chain = waiting.remove(0);
			let served = with_storage_layer(|| Self::serve_next(chain));
			if served == Ok(Served::Empty) {
				continue;
			}
			in_vain = if served == Ok(Served::Paid) { 0 } else { in_vain.saturating_add(1) };
			let emptied = Pools::<T>::get(chain).is_none_or(|pool| pool.head == pool.tail);
			if !emptied {
				// There is room: it has just been taken out.
				let _ = waiting.try_push(chain);
			}
		}
		if visited {
			Waiting::<T>::put(waiting);
		}
	}

	/// Pays the first redemption of a queue, if the limit lets it through.
	fn serve_next(chain: ChainId) -> Result<Served, DispatchError> {
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		let Some(next) = Queue::<T>::get(chain, pool.head) else { return Ok(Served::Empty) };
		if !pool.bucket.take(next.amount, Self::now(), T::LimitWindow::get()) {
			return Ok(Served::Limited);
		}
		let place = pool.head;
		let paid = with_storage_layer(|| {
			let mut pool = pool.clone();
			pool.head = place.ensure_add(1)?;
			pool.queued = pool.queued.ensure_sub(next.amount)?;
			Queue::<T>::remove(chain, place);
			Self::pay(chain, pool, next.clone())
		});
		let Err(error) = paid else { return Ok(Served::Paid) };
		Self::defer(chain, place, next, error)?;
		Ok(Served::Deferred)
	}

	/// Puts a redemption that cannot be paid behind all others, so that they need not wait for it.
	fn defer(
		chain: ChainId,
		place: u64,
		redemption: RedemptionOf<T>,
		error: DispatchError,
	) -> DispatchResult {
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		let nonce = redemption.nonce;
		Queue::<T>::remove(chain, place);
		Queue::<T>::insert(chain, pool.tail, redemption);
		pool.head = place.ensure_add(1)?;
		pool.tail = pool.tail.ensure_add(1)?;
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::Deferred { chain, nonce, error });
		Ok(())
	}

	/// Pays a redemption that is neither in the queue nor counted there any more, and stores the pool.
	fn pay(chain: ChainId, mut pool: PoolOf<T>, redemption: RedemptionOf<T>) -> DispatchResult {
		let Redemption { nonce, beneficiary, amount } = redemption;
		pool.promised = pool.promised.ensure_sub(amount)?;
		T::Margin::settle(&pool.manager, ROLE, &beneficiary, amount, amount)?;
		Pools::<T>::insert(chain, pool);
		Self::deposit_event(Event::Redeemed { chain, nonce, beneficiary, amount });
		Ok(())
	}

	fn enqueue(
		chain: ChainId,
		mut pool: PoolOf<T>,
		redemption: RedemptionOf<T>,
		first: bool,
	) -> DispatchResult {
		let waiting = pool.tail.saturating_sub(pool.head);
		ensure!(waiting < T::MaxQueue::get().into(), Error::<T>::QueueFull);
		let Redemption { nonce, beneficiary, amount } = redemption.clone();
		let place = pool.tail;
		pool.tail = place.ensure_add(1)?;
		pool.queued = pool.queued.ensure_add(amount)?;

		Queue::<T>::insert(chain, place, redemption);
		Pools::<T>::insert(chain, pool);
		if first {
			// There is room for every chain.
			Waiting::<T>::try_mutate(|waiting| waiting.try_push(chain))
				.map_err(|_| Error::<T>::QueueFull)?;
		}
		Self::deposit_event(Event::Queued { chain, nonce, beneficiary, amount });
		Ok(())
	}

	fn ensure_payable(beneficiary: &T::AccountId, amount: BalanceOf<T>) -> Result<(), Error<T>> {
		let arrives = T::Currency::can_deposit(beneficiary, amount, Provenance::Extant);
		ensure!(arrives == DepositConsequence::Success, Error::<T>::BeneficiaryNotPayable);
		Ok(())
	}
}
