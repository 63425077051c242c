//! Offences: they are reported, wait for governance, and are punished.

use crate::*;
use frame_support::{ensure, traits::Imbalance, weights::Weight};
use sp_runtime::{
	traits::{Saturating, Zero},
	DispatchResult,
};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

impl<T: Config> OnOffenceHandler<T::AccountId, (T::AccountId, ()), Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, ())>],
		slash_fraction: &[Perbill],
		_session: SessionIndex,
	) -> Weight {
		for (OffenceDetails { offender: (who, ()), reporters }, fraction) in
			offenders.iter().zip(slash_fraction)
		{
			T::Sessions::disable(who, *fraction);
			if !fraction.is_zero() {
				Self::note_offence(who, *fraction, reporters.first());
			}
		}
		T::WeightInfo::on_offence(offenders.len() as u32)
	}
}

impl<T: Config> Pallet<T> {
	/// Chills an offender, and punishes it after the deferral.
	///
	/// Of the offences to be punished in the same era only the gravest counts: they are mostly
	/// consequences of one mistake.
	fn note_offence(who: &T::AccountId, fraction: Perbill, reporter: Option<&T::AccountId>) {
		let (Some(parameters), Some(mut candidate)) =
			(CurrentParameters::<T>::get(), Candidates::<T>::get(who))
		else {
			return;
		};
		if candidate.status.is_active() {
			Self::cool(who, &mut candidate);
			Candidates::<T>::insert(who, candidate);
		}
		let era = CurrentEra::<T>::get().saturating_add(parameters.slash_deferral.max(1));
		let earlier = Slashes::<T>::get(era, who);
		if earlier.is_none() {
			PendingSlashes::<T>::mutate(who, |pending| *pending = pending.saturating_add(1));
		}
		if earlier.is_none_or(|earlier| fraction > earlier.fraction) {
			Slashes::<T>::insert(era, who, Slash { fraction, reporter: reporter.cloned() });
		}
		Self::deposit_event(Event::OffenceReported { who: who.clone(), fraction, era });
	}

	/// Takes what an offence costs from the deposit and the pool. The caller stores both records.
	///
	/// The voters' coins follow when their positions are next touched.
	pub(crate) fn apply_slash(
		who: &T::AccountId,
		slash: &Slash<T::AccountId>,
		reporter_share: Perbill,
		candidate: &mut CandidateOf<T>,
		pool: &mut PoolOf<T>,
	) {
		let fraction = slash.fraction;
		let credit = Self::slash_deposit(who, fraction, candidate);
		let deposit = credit.peek();
		Self::snapshot_frozen(who, pool);
		let lost = fraction.mul_ceil(pool.balance);
		pool.balance = pool.balance.saturating_sub(lost);
		pool.kept = math::kept_after(pool.kept, fraction);

		let rest = match &slash.reporter {
			Some(reporter) => {
				let (reward, rest) = credit.split(reporter_share.mul_floor(deposit));
				// A reporter that cannot be paid goes without.
				match T::Currency::resolve(reporter, reward) {
					Ok(()) => rest,
					Err(reward) => rest.merge(reward),
				}
			}
			None => credit,
		};
		T::Slashed::on_unbalanced(rest);
		Self::deposit_event(Event::Slashed { candidate: who.clone(), deposit, pool: lost });
	}

	/// Takes a part of a candidate's deposit, rounded up. The caller stores the record.
	pub(crate) fn slash_deposit(
		who: &T::AccountId,
		fraction: Perbill,
		candidate: &mut CandidateOf<T>,
	) -> Credit<T::AccountId, T::Currency> {
		let amount = fraction.mul_ceil(candidate.deposit);
		let (credit, _) = T::Currency::slash(&HoldReason::Deposit.into(), who, amount);
		candidate.deposit = candidate.deposit.saturating_sub(credit.peek());
		candidate.matured_deposit = candidate.matured_deposit.min(candidate.deposit);
		credit
	}

	pub(crate) fn do_cancel_slash(era: EraIndex, candidate: &T::AccountId) -> DispatchResult {
		ensure!(Slashes::<T>::contains_key(era, candidate), Error::<T>::NoSuchSlash);

		Slashes::<T>::remove(era, candidate);
		Self::forget_slash(candidate);
		Self::deposit_event(Event::SlashCancelled { era, candidate: candidate.clone() });
		Ok(())
	}

	/// One slash less awaits `candidate`.
	pub(crate) fn forget_slash(candidate: &T::AccountId) {
		PendingSlashes::<T>::mutate_exists(candidate, |pending| {
			*pending = pending.unwrap_or_default().checked_sub(1).filter(|left| !left.is_zero());
		});
	}
}
