//! The ledger in front of the ledger of this chain: part of what its issuer owes lies on the pool of the main
//! chain.

use crate::pallet::*;
use bhtd_primitives::{MarginLedger, Role};
use frame_support::ensure;
use sp_runtime::{
	traits::{CheckedAdd, EnsureAdd, EnsureSub, Saturating, Zero},
	DispatchError, DispatchResult,
};

/// The role whose liabilities points are.
const ROLE: Role = Role::Merchant;

impl<T: Config> Pallet<T> {
	/// The cover, if `who` in `role` is whose liabilities lie on it.
	fn cover_of(who: &T::AccountId, role: Role) -> Option<CoverOf<T>> {
		TheCover::<T>::get().filter(|cover| role == ROLE && cover.issuer == *who)
	}

	/// What more can lie on the pool: nothing while the margin here would not let its owner owe anything more,
	/// not even zero.
	fn room_of(cover: &CoverOf<T>) -> BalanceOf<T> {
		let issuer = &cover.issuer;
		let bound = T::Margin::minimum(ROLE).checked_add(&T::Margin::owed(issuer, ROLE));
		let sound = bound.is_some_and(|bound| T::Margin::held(issuer, ROLE) >= bound);
		if sound && T::Margin::is_active(issuer, ROLE) {
			cover.room()
		} else {
			Zero::zero()
		}
	}

	/// What of `settled` the margin of this chain would have to take over from the pool to pay it here.
	fn missing_here(cover: &CoverOf<T>, settled: BalanceOf<T>) -> BalanceOf<T> {
		settled.saturating_sub(T::Margin::owed(&cover.issuer, ROLE))
	}

	/// Whether the margin of this chain can take over `missing` from the pool.
	fn can_take_over(cover: &CoverOf<T>, missing: BalanceOf<T>) -> bool {
		missing <= cover.used && missing <= T::Margin::capacity(&cover.issuer, ROLE)
	}

	/// Whether `who`, a merchant, could settle as much of what it owes out of the margin of this chain now.
	///
	/// For whoever must know beforehand that a conversion succeeds.
	pub fn can_settle_here(who: &T::AccountId, settled: BalanceOf<T>) -> bool {
		Self::cover_of(who, ROLE).is_none_or(|cover| {
			let missing = Self::missing_here(&cover, settled);
			missing.is_zero() || Self::can_take_over(&cover, missing)
		})
	}
}

impl<T: Config> MarginLedger<T::AccountId> for Pallet<T> {
	type Balance = BalanceOf<T>;

	fn is_active(who: &T::AccountId, role: Role) -> bool {
		T::Margin::is_active(who, role)
	}

	fn held(who: &T::AccountId, role: Role) -> Self::Balance {
		let held = T::Margin::held(who, role);
		match Self::cover_of(who, role) {
			Some(cover) => held.saturating_add(cover.worth(Self::room_of(&cover))),
			None => held,
		}
	}

	fn owed(who: &T::AccountId, role: Role) -> Self::Balance {
		let used = Self::cover_of(who, role).map_or(Zero::zero(), |cover| cover.used);
		T::Margin::owed(who, role).saturating_add(used)
	}

	fn minimum(role: Role) -> Self::Balance {
		T::Margin::minimum(role)
	}

	fn capacity(who: &T::AccountId, role: Role) -> Self::Balance {
		let room = Self::cover_of(who, role).map_or(Zero::zero(), |cover| Self::room_of(&cover));
		T::Margin::capacity(who, role).saturating_add(room)
	}

	fn increase_owed(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		let Some(mut cover) = Self::cover_of(who, role) else {
			return T::Margin::increase_owed(who, role, amount);
		};
		let there = amount.min(cover.room());
		// Asked even if nothing is left for it: who leaves, or is short of the minimum, owes nothing more.
		T::Margin::increase_owed(who, role, amount.ensure_sub(there)?)?;
		cover.used = cover.used.ensure_add(there)?;
		TheCover::<T>::put(cover);
		Ok(())
	}

	fn decrease_owed(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		let Some(mut cover) = Self::cover_of(who, role) else {
			return T::Margin::decrease_owed(who, role, amount);
		};
		let there = amount.min(cover.used);
		let here = amount.ensure_sub(there)?;
		if !here.is_zero() {
			T::Margin::decrease_owed(who, role, here)?;
		}
		cover.used = cover.used.ensure_sub(there)?;
		TheCover::<T>::put(cover);
		Ok(())
	}

	fn settle(
		who: &T::AccountId,
		role: Role,
		beneficiary: &T::AccountId,
		payout: Self::Balance,
		settled: Self::Balance,
	) -> DispatchResult {
		if let Some(mut cover) = Self::cover_of(who, role) {
			let missing = Self::missing_here(&cover, settled);
			if !missing.is_zero() {
				ensure!(Self::can_take_over(&cover, missing), Error::<T>::NotCoveredHere);
				T::Margin::increase_owed(who, role, missing)?;
				cover.used = cover.used.ensure_sub(missing)?;
				TheCover::<T>::put(cover);
			}
		}
		T::Margin::settle(who, role, beneficiary, payout, settled)
	}

	fn penalise(
		who: &T::AccountId,
		role: Role,
		beneficiary: &T::AccountId,
		amount: Self::Balance,
	) -> Result<Self::Balance, DispatchError> {
		T::Margin::penalise(who, role, beneficiary, amount)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_margin(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		T::Margin::set_up_margin(who, role, amount)
	}
}
