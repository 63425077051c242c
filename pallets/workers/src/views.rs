//! What wallets and portals read.

use crate::{pallet::*, types::*, work::Claim};
use frame_support::traits::Get;
use sp_runtime::traits::{Saturating, Zero};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_worker(worker: u32) -> Option<WorkerViewOf<T>> {
		let Claim { worker, payable, .. } = Self::claim_of(worker).ok()?;
		Some(WorkerView {
			proposer: worker.proposer,
			beneficiary: worker.beneficiary,
			terms: worker.terms,
			stage: worker.stage,
			claimed: worker.claimed,
			claimable: payable,
		})
	}

	pub(crate) fn view_era() -> EraViewOf<T> {
		let Era { index, start } = CurrentEra::<T>::get();
		let ledger = Totals::<T>::get();
		EraView {
			index,
			start,
			end: start.saturating_add(T::EraLength::get()),
			budget: T::MaxPayPerEra::get(),
			promised: ledger.accumulator.weight(),
			payable: Self::payment(&ledger).map_or(Zero::zero(), |payment| payment.amount),
			beginning: ledger.beginning,
			workers: ledger.workers,
		}
	}

	pub(crate) fn view_totals() -> TotalsViewOf<T> {
		let LedgerOf::<T> { reserved, earned, claimed, .. } = Totals::<T>::get();
		TotalsView { pot: Self::pot(), earned, claimed, reserved }
	}
}
