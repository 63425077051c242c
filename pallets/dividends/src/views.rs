//! What wallets and portals read.

use crate::{
	locks::{Claim, Synced},
	pallet::*,
	types::*,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_position(who: &T::AccountId) -> Option<LockViewOf<T>> {
		let Claim { lock, .. } = Self::claim_of(who).ok()?;
		Some(LockView {
			locked: lock.share.weight(),
			withdrawable: lock.withdrawable(Self::now()),
			claimable: lock.share.credited(),
			unlocking: lock.unlocking.into_inner(),
		})
	}

	pub(crate) fn view_totals() -> TotalsViewOf<T> {
		let Synced { ledger, waiting, .. } = Self::synced();
		TotalsView {
			pot: Self::pot(),
			lockers: ledger.lockers,
			locked: ledger.accumulator.weight(),
			unlocking: ledger.unlocking,
			waiting,
			reserved: ledger.reserved,
			accrued: ledger.accrued,
			claimed: ledger.claimed,
		}
	}
}
