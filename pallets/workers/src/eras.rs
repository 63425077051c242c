//! The change of an era: those at work are paid for the one that ends, some end with it, and some begin with
//! the next.
//!
//! Nothing here can fail but the payment, and that keeps no era from beginning. The cost is linear in those who
//! end and begin, of whom there are never more than [`Config::MaxWorkers`]; the others are never looked at.

use crate::{pallet::*, types::*, work::OVERFLOW, WeightInfo};
use frame_support::{
	storage::with_storage_layer,
	traits::{fungible::Mutate, tokens::Preservation, Defensive, Get},
	weights::Weight,
};
use sp_runtime::{
	traits::{BlockNumberProvider, Saturating, Zero},
	DispatchError,
};

/// Why none of these sums can leave its range.
const PROOF: &str = "a part is taken out of, or was counted in, a sum; qed";

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	/// Begins the next era if it is time.
	pub(crate) fn advance() -> Weight {
		let era = CurrentEra::<T>::get();
		if Self::now() < era.start.saturating_add(T::EraLength::get()) {
			return T::WeightInfo::same_era();
		}
		let changed = Self::change_era(era.index);
		T::WeightInfo::change_era(changed)
	}

	/// Ends era `ended` and begins the next; says how many workers have ended or begun.
	fn change_era(ended: EraIndex) -> u32 {
		let mut ledger = Totals::<T>::get();
		let promised = ledger.accumulator.weight();
		// Neither the treasury nor the pot can refuse what they are asked; if one did, nothing is paid for
		// this era, and nobody is promised what is not there.
		let paid = with_storage_layer(|| Self::pay_era(&mut ledger)).defensive_unwrap_or_default();
		let mut changed = 0u32;
		for (worker, mut record) in Self::workers_of(Endings::<T>::take(ended).into_inner()) {
			let _ = ledger.end(&mut record.share).defensive_proof(PROOF);
			record.stage = Stage::Ended;
			Workers::<T>::insert(worker, record);
			Self::deposit_event(Event::Ended { worker });
			changed = changed.saturating_add(1);
		}
		for (worker, mut record) in Self::workers_of(Beginnings::<T>::take().into_inner()) {
			let _ = ledger.begin(&mut record.share, record.terms.pay).defensive_proof(PROOF);
			Workers::<T>::insert(worker, record);
			changed = changed.saturating_add(1);
		}
		Totals::<T>::put(ledger);
		// At the top the same era would run for ever; it is not reached with any length of it.
		CurrentEra::<T>::put(Era { index: ended.saturating_add(1), start: Self::now() });
		Self::deposit_event(Event::EraEnded { era: ended, promised, paid });
		changed
	}

	/// Pays those at work for an era; says how much.
	fn pay_era(ledger: &mut LedgerOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		let payment = Self::payment(ledger).ok_or(OVERFLOW)?;
		if payment.amount.is_zero() {
			return Ok(Zero::zero());
		}
		let mut paid = *ledger;
		paid.pay_era(payment.amount).ok_or(OVERFLOW)?;
		if !payment.drawn.is_zero() {
			let (from, to) = (T::Treasury::get(), Self::pot());
			T::Currency::transfer(&from, &to, payment.drawn, Preservation::Preserve)?;
		}
		*ledger = paid;
		Ok(payment.amount)
	}
}
