//! Locking, unlocking and claiming; and how fees arrive.

use crate::{pallet::*, types::*, HoldReason};
use bhtd_primitives::BringsProceeds;
use codec::MaxEncodedLen;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced, Credit, Inspect, Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation},
		Consideration, Footprint, Get, IsSubType, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, BlockNumberProvider, CheckedAdd, CheckedSub, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

/// What the key of a record takes beside the account id, in bytes.
const LOCK_KEY: usize = 32 + 16;

/// What cannot happen, as there are no more coins than a balance can say.
const OVERFLOW: DispatchError = DispatchError::Arithmetic(ArithmeticError::Overflow);

/// Brings fees to those who have locked BHTD.
///
/// They wait in the pot until somebody touches the ledger. What the pot cannot take, because it is too little
/// to bring it into existence, goes to [`Config::Treasury`].
pub struct ToDividends<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<Credit<T::AccountId, T::Currency>> for ToDividends<T> {
	fn on_nonzero_unbalanced(fees: Credit<T::AccountId, T::Currency>) {
		if let Err(fees) = T::Currency::resolve(&Pallet::<T>::pot(), fees) {
			T::Treasury::on_unbalanced(fees);
		}
	}
}

/// The ledger as of now, not yet written.
pub(crate) struct Synced<T: Config> {
	/// The ledger.
	pub ledger: LedgerOf<T>,
	/// What waits in the pot, and does so on.
	pub waiting: BalanceOf<T>,
	/// Planck of BHTD in the pot that are the treasury's.
	pub forwarded: BalanceOf<T>,
}

/// What a claim would do.
pub(crate) struct Claim<T: Config> {
	/// The ledger as of now.
	pub synced: Synced<T>,
	/// The record, credited up to now.
	pub lock: LockOf<T>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	/// The keyless account in which fees wait and dividends are kept.
	pub fn pot() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// What the deposit of a record pays for.
	pub fn lock_footprint() -> Footprint {
		let size = LockOf::<T>::max_encoded_len()
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(LOCK_KEY);
		Footprint::from_parts(1, size)
	}

	pub(crate) fn synced() -> Synced<T> {
		let mut ledger = Totals::<T>::get();
		let pot = Self::pot();
		// Without what keeps the pot alive, which is nobody's.
		let there = T::Currency::reducible_balance(&pot, Preservation::Preserve, Fortitude::Polite);
		let before = there.saturating_sub(ledger.reserved);
		let forwarded = ledger.sync(Self::now(), before, T::StreamPeriod::get());
		let waiting = there.saturating_sub(ledger.reserved).saturating_sub(forwarded);
		Synced { ledger, waiting, forwarded }
	}

	/// Writes the ledger, and gives the treasury what is its.
	fn commit(ledger: LedgerOf<T>, forwarded: BalanceOf<T>) -> DispatchResult {
		if !forwarded.is_zero() {
			let credit = T::Currency::withdraw(
				&Self::pot(),
				forwarded,
				Precision::Exact,
				Preservation::Preserve,
				Fortitude::Polite,
			)?;
			T::Treasury::on_unbalanced(credit);
			Self::deposit_event(Event::Forwarded { amount: forwarded });
		}
		Totals::<T>::put(ledger);
		Ok(())
	}

	/// Writes a record, or closes it if nothing is left in it.
	fn write_lock(who: T::AccountId, lock: LockOf<T>, ledger: &mut LedgerOf<T>) -> DispatchResult {
		if !lock.is_empty() {
			Locks::<T>::insert(&who, lock);
			return Ok(());
		}
		ledger.dissolve(lock.share).ok_or(OVERFLOW)?;
		Locks::<T>::remove(&who);
		lock.ticket.drop(&who)?;
		Self::deposit_event(Event::Closed { who });
		Ok(())
	}

	fn lock_of(who: &T::AccountId) -> Result<LockOf<T>, DispatchError> {
		Locks::<T>::get(who).ok_or(Error::<T>::NotLocker.into())
	}

	pub(crate) fn do_lock(who: T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let former = Locks::<T>::get(&who);
		let before = former.as_ref().map_or(Zero::zero(), |lock| lock.share.weight());
		let locked = before.checked_add(&amount).ok_or(OVERFLOW)?;
		ensure!(locked >= T::MinimumLock::get(), Error::<T>::BelowMinimum);
		let Synced { mut ledger, forwarded, .. } = Self::synced();
		let mut lock = match former {
			Some(lock) => lock,
			None => {
				ledger.lockers = ledger.lockers.checked_add(1).ok_or(OVERFLOW)?;
				let ticket = T::Consideration::new(&who, Self::lock_footprint())?;
				Lock { share: Default::default(), unlocking: Default::default(), ticket }
			}
		};
		ledger.set_weight(&mut lock.share, locked).ok_or(OVERFLOW)?;

		T::Currency::hold(&HoldReason::Lock.into(), &who, amount)?;
		Self::commit(ledger, forwarded)?;
		Locks::<T>::insert(&who, lock);
		Self::deposit_event(Event::Locked { who, amount, locked });
		Ok(())
	}

	pub(crate) fn do_unlock(who: T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let mut lock = Self::lock_of(&who)?;
		let locked = lock.share.weight().checked_sub(&amount);
		let locked = locked.ok_or(Error::<T>::NotEnoughLocked)?;
		let is_enough = locked.is_zero() || locked >= T::MinimumLock::get();
		ensure!(is_enough, Error::<T>::BelowMinimum);
		let release = Self::now().saturating_add(T::NoticePeriod::get());
		lock.announce(amount, release).ok_or(Error::<T>::TooManyChunks)?;
		let Synced { mut ledger, forwarded, .. } = Self::synced();
		ledger.set_weight(&mut lock.share, locked).ok_or(OVERFLOW)?;
		ledger.unlocking = ledger.unlocking.checked_add(&amount).ok_or(OVERFLOW)?;

		Self::commit(ledger, forwarded)?;
		Locks::<T>::insert(&who, lock);
		Self::deposit_event(Event::Unlocked { who, amount, release });
		Ok(())
	}

	pub(crate) fn do_relock(who: T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let mut lock = Self::lock_of(&who)?;
		lock.recall(amount).ok_or(Error::<T>::NotEnoughUnlocking)?;
		let locked = lock.share.weight().checked_add(&amount).ok_or(OVERFLOW)?;
		ensure!(locked >= T::MinimumLock::get(), Error::<T>::BelowMinimum);
		let Synced { mut ledger, forwarded, .. } = Self::synced();
		ledger.set_weight(&mut lock.share, locked).ok_or(OVERFLOW)?;
		ledger.unlocking = ledger.unlocking.checked_sub(&amount).ok_or(OVERFLOW)?;

		Self::commit(ledger, forwarded)?;
		Locks::<T>::insert(&who, lock);
		Self::deposit_event(Event::Relocked { who, amount, locked });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResult {
		let mut lock = Self::lock_of(&who)?;
		let amount = lock.withdrawable(Self::now());
		ensure!(!amount.is_zero(), Error::<T>::NothingToWithdraw);
		lock.forget_withdrawable(Self::now());
		// Weights stay, and so nothing has to be shared first: coins come back whatever the pot is like.
		let mut ledger = Totals::<T>::get();
		ledger.unlocking = ledger.unlocking.checked_sub(&amount).ok_or(OVERFLOW)?;

		let reason = HoldReason::Lock.into();
		T::Currency::release(&reason, &who, amount, Precision::Exact)?;
		Self::deposit_event(Event::Withdrawn { who: who.clone(), amount });
		Self::write_lock(who, lock, &mut ledger)?;
		Totals::<T>::put(ledger);
		Ok(())
	}

	/// What a claim of `who` would do now, be it nothing.
	pub(crate) fn claim_of(who: &T::AccountId) -> Result<Claim<T>, DispatchError> {
		let mut lock = Self::lock_of(who)?;
		let synced = Self::synced();
		lock.share.settle(&synced.ledger.accumulator).ok_or(OVERFLOW)?;
		Ok(Claim { synced, lock })
	}

	pub(crate) fn do_claim(who: T::AccountId) -> DispatchResult {
		let Claim { synced, mut lock } = Self::claim_of(&who)?;
		let Synced { mut ledger, forwarded, .. } = synced;
		let amount = lock.share.credited();
		ensure!(!amount.is_zero(), Error::<T>::NothingToClaim);
		ledger.pay(&mut lock.share, amount).ok_or(OVERFLOW)?;

		T::Currency::transfer(&Self::pot(), &who, amount, Preservation::Preserve)?;
		Self::deposit_event(Event::Claimed { who: who.clone(), amount });
		Self::write_lock(who, lock, &mut ledger)?;
		Self::commit(ledger, forwarded)
	}
}

impl<T: Config, RuntimeCall: IsSubType<Call<T>>>
	BringsProceeds<T::AccountId, RuntimeCall, BalanceOf<T>> for Pallet<T>
{
	fn proceeds(who: &T::AccountId, call: &RuntimeCall) -> Option<BalanceOf<T>> {
		// Without the deposit that comes back if the record is closed: a ticket does not say what it is
		// worth.
		let amount = match call.is_sub_type()? {
			Call::claim {} => Self::claim_of(who).ok()?.lock.share.credited(),
			Call::withdraw {} => Self::lock_of(who).ok()?.withdrawable(Self::now()),
			_ => return None,
		};
		Some(amount).filter(|amount| !amount.is_zero())
	}
}
