//! Cores: who has one, what it costs, and how it is lost and found again.

use crate::{
	pallet::*,
	traits::{Cores, Registry},
	types::*,
	WeightInfo,
};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::BalancedHold, Get, OnUnbalanced},
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, Saturating, UniqueSaturatedInto, Zero},
	DispatchError, DispatchResult, TokenError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number()
	}

	/// Each core has a block of its own in every period, so that no block has more than one to look after.
	pub(crate) fn on_block(now: BlockNumberFor<T>) -> Weight {
		let turn = now % T::Period::get();
		if turn >= T::MaxCores::get().into() {
			return Weight::zero();
		}
		let turn: u32 = turn.unique_saturated_into();
		let Some(chain) = Slots::<T>::get().get(turn as usize).and_then(|slot| slot.chain) else {
			return T::WeightInfo::turn_of_none();
		};
		if let Err(error) = with_storage_layer(|| Self::turn(chain)) {
			Self::deposit_event(Event::TurnFailed { chain, error });
		}
		T::WeightInfo::turn_that_charges().max(T::WeightInfo::turn_that_suspends())
	}

	/// Looks after a chain that has a core: whether it has started, still runs, and can pay.
	pub(crate) fn turn(chain: ChainId) -> DispatchResult {
		let mut record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		if record.status == Status::Onboarding {
			match T::Registry::onboarding(chain) {
				Onboarding::Live => {
					record.status = Status::Active { since: Self::now() };
					Self::deposit_event(Event::Started { chain });
				}
				Onboarding::Absent => {
					Self::give_up_core(chain)?;
					record.status = Status::Rejected;
					Chains::<T>::insert(chain, record);
					Self::deposit_event(Event::Rejected { chain });
					return Ok(());
				}
				Onboarding::Checking | Onboarding::Scheduled { .. } | Onboarding::Offboarding => {
					return Ok(())
				}
			}
		}
		let suspension = if Self::idle_for(chain, &record) > Some(T::StallPeriod::get()) {
			Some(Suspension::Stalled)
		} else if record.tank < T::PeriodFee::get() {
			Some(Suspension::TankEmpty)
		} else {
			None
		};
		match suspension {
			Some(reason) => {
				Self::give_up_core(chain)?;
				record.status = Status::Suspended { reason };
				Self::deposit_event(Event::Suspended { chain, reason });
			}
			None => Self::charge(chain, &mut record)?,
		}
		Chains::<T>::insert(chain, record);
		Ok(())
	}

	pub(crate) fn do_fill_tank(
		who: T::AccountId,
		chain: ChainId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let mut record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(record.status != Status::Leaving, Error::<T>::ChainLeaving);
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
		record.tank = record.tank.ensure_add(amount)?;

		Self::pay_into_tank(&who, &record.refund, amount)?;
		Self::deposit_event(Event::TankFilled { chain, who, amount });
		if record.status == (Status::Suspended { reason: Suspension::TankEmpty }) {
			// Too little, or no core free: the tank is filled all the same.
			let resumed = with_storage_layer(|| Self::resumed(chain, record.clone()));
			record = resumed.unwrap_or(record);
		}
		Chains::<T>::insert(chain, record);
		Ok(())
	}

	pub(crate) fn do_resume(manager: T::AccountId, chain: ChainId) -> DispatchResult {
		let record = Self::chain_of(&manager, chain)?;
		ensure!(matches!(record.status, Status::Suspended { .. }), Error::<T>::NotSuspended);

		let record = Self::resumed(chain, record)?;
		Chains::<T>::insert(chain, record);
		Ok(())
	}

	/// Gives a suspended chain a core. It pays for a period at once, so that nobody gains by running dry.
	fn resumed(chain: ChainId, mut record: ChainOf<T>) -> Result<ChainOf<T>, DispatchError> {
		ensure!(record.tank >= T::PeriodFee::get(), Error::<T>::TankTooLow);
		let core = Self::take_core(chain)?;
		Self::deposit_event(Event::CoreAssigned { chain, core });
		Self::charge(chain, &mut record)?;
		record.status = Status::Active { since: Self::now() };
		Self::deposit_event(Event::Resumed { chain });
		Ok(record)
	}

	/// Takes the fee of a period out of a tank that holds it.
	fn charge(chain: ChainId, record: &mut ChainOf<T>) -> DispatchResult {
		let fee = T::PeriodFee::get();
		record.tank = record.tank.ensure_sub(fee)?;
		let (paid, missing) = T::Currency::slash(&HoldReason::Tank.into(), &record.refund, fee);
		ensure!(missing.is_zero(), TokenError::FundsUnavailable);
		T::Fees::on_unbalanced(paid);
		Self::deposit_event(Event::FeePaid { chain, amount: fee });
		Ok(())
	}

	/// For how many blocks an active chain has produced none; `None` if it has no core.
	pub(crate) fn idle_for(chain: ChainId, record: &ChainOf<T>) -> Option<BlockNumberFor<T>> {
		let Status::Active { since } = record.status else { return None };
		let last = T::Registry::last_included(chain).unwrap_or(since);
		Some(Self::now().saturating_sub(last.max(since)))
	}

	/// Whether a chain had a core for long and did not use it.
	pub(crate) fn ensure_stalled(chain: ChainId, record: &ChainOf<T>) -> Result<(), Error<T>> {
		let stalled = match record.status {
			Status::Suspended { reason } => reason == Suspension::Stalled,
			_ => Self::idle_for(chain, record) >= Some(T::RecoveryPeriod::get()),
		};
		ensure!(stalled, Error::<T>::NotStalled);
		Ok(())
	}

	/// The place of a core that `chain` could be given now: one that is free, or behind the last.
	///
	/// None is given while the witnesses serve fewer than there are.
	pub(crate) fn free_slot(slots: &SlotsOf<T>) -> Option<usize> {
		let now = Self::now();
		let free = slots.iter().position(|slot| slot.chain.is_none() && slot.changed < now);
		let added = u32::from(free.is_none());
		let fits = free.is_some() || (slots.len() as u32) < T::MaxCores::get();
		(fits && T::Cores::count().saturating_add(added) <= T::Cores::capacity())
			.then_some(free.unwrap_or(slots.len()))
	}

	/// Gives `chain` a core.
	pub(crate) fn take_core(chain: ChainId) -> Result<CoreIndex, DispatchError> {
		let mut slots = Slots::<T>::get();
		let place = Self::free_slot(&slots).ok_or(Error::<T>::NoCoreFree)?;
		let core = match slots.get(place) {
			Some(slot) => slot.core,
			None => T::Cores::add()?,
		};
		let slot = Slot { core, chain: Some(chain), changed: Self::now() };
		match slots.get_mut(place) {
			Some(free) => *free = slot,
			None => slots.try_push(slot).map_err(|_| Error::<T>::NoCoreFree)?,
		}
		T::Cores::assign(core, chain)?;
		Slots::<T>::put(slots);
		Ok(core)
	}

	/// Takes the core of `chain` from it.
	pub(crate) fn give_up_core(chain: ChainId) -> DispatchResult {
		let mut slots = Slots::<T>::get();
		let Some(slot) = slots.iter_mut().find(|slot| slot.chain == Some(chain)) else {
			return Ok(());
		};
		let (core, now) = (slot.core, Self::now());
		ensure!(slot.changed < now, Error::<T>::CoreJustAssigned);
		*slot = Slot { core, chain: None, changed: now };
		T::Cores::release(core)?;
		Slots::<T>::put(slots);
		Self::deposit_event(Event::CoreReleased { chain, core });
		Ok(())
	}
}
