//! How chains come and go.

use crate::{math::Bucket, nonces::Nonces, pallet::*, traits::Registry, types::*};
use bhtd_primitives::{MarginLedger, Role};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::{
	traits::{CheckedAdd, EnsureAdd, Zero},
	DispatchResult,
};

/// The role whose margin stands for chains.
pub(crate) const ROLE: Role = Role::GroupMerchant;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		manager: T::AccountId,
		head: HeadOf<T>,
		code: CodeOf<T>,
		details: DetailsOf<T>,
		refund: T::AccountId,
		tank: BalanceOf<T>,
		pool: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!RegistrationsPaused::<T>::get(), Error::<T>::RegistrationsPaused);
		let liability =
			T::ChainDeposit::get().checked_add(&pool).ok_or(Error::<T>::ExceedsMargin)?;
		Self::ensure_covered(&manager, liability)?;
		ensure!(tank >= T::LeastTank::get(), Error::<T>::TankTooLow);
		Self::ensure_named(&details)?;
		ensure!(Chains::<T>::count() < T::MaxChains::get(), Error::<T>::TooManyChains);
		let length = Self::usable_length(&code)?;
		ensure!(T::Registry::fits(head.len() as u32, length), Error::<T>::SizesOutOfBounds);

		let chain = T::Registry::reserve_id()?;
		let core = Self::take_core(chain)?;
		T::Registry::register(chain, head.into_inner(), Self::unbounded(code))?;
		Self::establish(chain, core, manager, details, refund, tank, pool)
	}

	/// Establishes a chain that the registry and the cores have from the beginning.
	pub(crate) fn do_found(genesis: GenesisChain<T::AccountId, BalanceOf<T>>) -> DispatchResult {
		let GenesisChain { chain, core, name, manager, refund, tank, pool } = genesis;
		ensure!(Chains::<T>::count() < T::MaxChains::get(), Error::<T>::TooManyChains);
		let name = name.try_into().map_err(|_| Error::<T>::SizesOutOfBounds)?;
		let details = Details { name, uri: Default::default() };
		Self::ensure_named(&details)?;
		let slot = Slot { core, chain: Some(chain), changed: Self::now() };
		Slots::<T>::try_mutate(|slots| slots.try_push(slot)).map_err(|_| Error::<T>::NoCoreFree)?;
		Self::establish(chain, core, manager, details, refund, tank, pool)
	}

	/// Takes the liability and the tank of a chain that has a core, and stores it.
	fn establish(
		chain: ChainId,
		core: CoreIndex,
		manager: T::AccountId,
		details: DetailsOf<T>,
		refund: T::AccountId,
		tank: BalanceOf<T>,
		pool: BalanceOf<T>,
	) -> DispatchResult {
		let deposit = T::ChainDeposit::get();
		T::Margin::increase_owed(&manager, ROLE, deposit.ensure_add(pool)?)?;
		Self::pay_into_tank(&manager, &refund, tank)?;
		let pools = Pool {
			manager: manager.clone(),
			promised: pool,
			owed: Zero::zero(),
			queued: Zero::zero(),
			bucket: Bucket::full(Self::limit_for(pool), Self::now()),
			head: 0,
			tail: 0,
			nonces: Nonces::default(),
			lowering: None,
		};
		Pools::<T>::insert(chain, pools);
		Descriptions::<T>::insert(chain, details);
		let record = Chain {
			manager: manager.clone(),
			refund,
			deposit,
			tank,
			status: Status::Onboarding,
			authorized_at: None,
			authorized: None,
		};
		Chains::<T>::insert(chain, record);
		Self::deposit_event(Event::Registered { chain, manager: manager.clone(), pool });
		Self::deposit_event(Event::CoreAssigned { chain, core });
		Self::deposit_event(Event::TankFilled { chain, who: manager, amount: tank });
		Ok(())
	}

	pub(crate) fn do_describe(
		manager: T::AccountId,
		chain: ChainId,
		details: DetailsOf<T>,
	) -> DispatchResult {
		Self::chain_of(&manager, chain)?;
		Self::ensure_named(&details)?;

		Descriptions::<T>::insert(chain, details);
		Self::deposit_event(Event::Described { chain });
		Ok(())
	}

	pub(crate) fn do_leave(manager: T::AccountId, chain: ChainId) -> DispatchResult {
		let mut record = Self::chain_of(&manager, chain)?;
		ensure!(record.status != Status::Leaving, Error::<T>::ChainLeaving);
		let mut pool = Pools::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(pool.queued.is_zero(), Error::<T>::RedemptionsQueued);
		ensure!(pool.owed.is_zero(), Error::<T>::PointsOwed);
		// Without a block nobody has got any points, and nobody needs notice. A chain that has started needs
		// it whatever the registry says: it may have been removed there by force.
		let unstarted = matches!(record.status, Status::Onboarding | Status::Rejected);
		let never_ran = unstarted && T::Registry::last_included(chain).is_none();
		ensure!(never_ran || pool.promised.is_zero(), Error::<T>::PoolPromised);

		if record.status.has_core() {
			Self::give_up_core(chain)?;
		}
		let refunded = core::mem::take(&mut record.tank);
		if !refunded.is_zero() {
			let reason = HoldReason::Tank.into();
			T::Currency::release(&reason, &record.refund, refunded, Precision::Exact)?;
		}
		T::Margin::decrease_owed(&manager, ROLE, pool.promised)?;
		pool.promised = Zero::zero();
		pool.lowering = None;
		Pools::<T>::insert(chain, pool);
		record.status = Status::Leaving;
		Chains::<T>::insert(chain, record);
		Self::deposit_event(Event::LeavingStarted { chain, refunded });
		// If the registry does not let it go yet, anybody tries again.
		let _ = with_storage_layer(|| Self::do_clean_up(chain));
		Ok(())
	}

	pub(crate) fn do_clean_up(chain: ChainId) -> DispatchResult {
		let record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(record.status == Status::Leaving, Error::<T>::NotLeaving);
		T::Registry::deregister(chain).map_err(|_| Error::<T>::CleanUpRefused)?;

		T::Margin::decrease_owed(&record.manager, ROLE, record.deposit)?;
		Chains::<T>::remove(chain);
		Descriptions::<T>::remove(chain);
		Pools::<T>::remove(chain);
		Self::deposit_event(Event::Left { chain });
		Ok(())
	}

	pub(crate) fn do_bless(hash: T::Hash) -> DispatchResult {
		let mut blessed = Blessed::<T>::get();
		ensure!(!blessed.contains(&hash), Error::<T>::AlreadyBlessed);
		blessed.try_push(hash).map_err(|_| Error::<T>::TooManyBlessed)?;

		Blessed::<T>::put(blessed);
		Self::deposit_event(Event::RuntimeBlessed { hash });
		Ok(())
	}

	pub(crate) fn do_unbless(hash: T::Hash) -> DispatchResult {
		let mut blessed = Blessed::<T>::get();
		let place = blessed.iter().position(|it| *it == hash).ok_or(Error::<T>::NotBlessed)?;
		blessed.remove(place);

		Blessed::<T>::put(blessed);
		Self::deposit_event(Event::RuntimeUnblessed { hash });
		Ok(())
	}

	/// The chain, if `manager` manages it.
	pub(crate) fn chain_of(manager: &T::AccountId, chain: ChainId) -> Result<ChainOf<T>, Error<T>> {
		let record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(record.manager == *manager, Error::<T>::NotManager);
		Ok(record)
	}

	/// Whether the margin of `manager` could owe `amount` more.
	pub(crate) fn ensure_covered(manager: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(T::Margin::is_active(manager, ROLE), Error::<T>::NotActiveGroupMerchant);
		ensure!(amount <= T::Margin::capacity(manager, ROLE), Error::<T>::ExceedsMargin);
		Ok(())
	}

	/// Moves `amount` from the balance of `who` into the tank that is held by `refund`.
	pub(crate) fn pay_into_tank(
		who: &T::AccountId,
		refund: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		T::Currency::transfer_and_hold(
			&HoldReason::Tank.into(),
			who,
			refund,
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
		.map(|_| ())
	}

	/// How long a code is for the weight of a call. One that is stored is read and may be of any length.
	pub(crate) fn weighed_length(code: &CodeOf<T>) -> u32 {
		match code {
			Code::Own(bytes) => bytes.len() as u32,
			Code::Stored(_) => T::MaxCodeLength::get(),
		}
	}

	pub(crate) fn unbounded(code: CodeOf<T>) -> Code<alloc::vec::Vec<u8>, T::Hash> {
		match code {
			Code::Own(bytes) => Code::Own(bytes.into_inner()),
			Code::Stored(hash) => Code::Stored(hash),
		}
	}

	/// The length of a code that a new chain may have.
	fn usable_length(code: &CodeOf<T>) -> Result<u32, Error<T>> {
		match code {
			Code::Own(bytes) => Ok(bytes.len() as u32),
			Code::Stored(hash) => {
				ensure!(Blessed::<T>::get().contains(hash), Error::<T>::CodeNotBlessed);
				T::Registry::code_length(hash).ok_or(Error::<T>::CodeNotStored)
			}
		}
	}

	fn ensure_named(details: &DetailsOf<T>) -> Result<(), Error<T>> {
		ensure!(!details.name.is_empty(), Error::<T>::NameMissing);
		ensure!(core::str::from_utf8(&details.name).is_ok(), Error::<T>::NameNotUtf8);
		Ok(())
	}
}
