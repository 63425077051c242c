//! Parameters and their bounds, and the genesis.

use crate::*;
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{Saturating, Zero},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn parameters_or_error() -> Result<ParametersOf<T>, Error<T>> {
		CurrentParameters::<T>::get().ok_or(Error::<T>::ParametersNotSet)
	}

	pub(crate) fn do_set_parameters(parameters: ParametersOf<T>) -> DispatchResult {
		Self::ensure_within_bounds(&parameters)?;
		Self::ensure_gradual(&parameters)?;

		let era = CurrentEra::<T>::get().saturating_add(T::ParametersDelay::get());
		NextParameters::<T>::put((era, parameters));
		Self::deposit_event(Event::ParametersSet { era, parameters });
		Ok(())
	}

	/// Lets changed parameters hold when their era has come.
	pub(crate) fn advance_parameters(era: EraIndex) {
		if let Some((from, parameters)) = NextParameters::<T>::get() {
			if from <= era {
				CurrentParameters::<T>::put(parameters);
				NextParameters::<T>::kill();
			}
		}
	}

	/// The most eras between an offence and its report, in parts of an era rounded up.
	fn reportable_eras() -> EraIndex {
		// `SessionsPerEra` is never zero, the integrity test sees to it.
		T::ReportableSessions::get().div_ceil(T::SessionsPerEra::get().max(1))
	}

	/// Checks that no change lets coins out before they have been punished.
	///
	/// Unbonding outlasts reporting and deferral together. Shortened by no more than the time of
	/// reporting, it still outlasts the deferral of whatever was reported before the change; and nothing
	/// is deferred for longer than those wait who took their coins back before it. As changes are at
	/// least the time of reporting apart, no more than two of them ever meet.
	fn ensure_gradual(parameters: &ParametersOf<T>) -> Result<(), Error<T>> {
		let Some(current) = CurrentParameters::<T>::get() else { return Ok(()) };
		let soonest = parameters.unbonding.saturating_add(Self::reportable_eras());
		ensure!(soonest >= current.unbonding, Error::<T>::UnbondingOutOfBounds);
		let punished = parameters.slash_deferral.saturating_add(Self::reportable_eras());
		ensure!(current.unbonding > punished, Error::<T>::DeferralOutOfBounds);
		Ok(())
	}

	pub(crate) fn ensure_within_bounds(parameters: &ParametersOf<T>) -> Result<(), Error<T>> {
		let Parameters { witnesses, fewest_witnesses, maturity, life, unbonding, .. } = *parameters;
		ensure!(
			fewest_witnesses > 0
				&& fewest_witnesses <= witnesses
				&& witnesses <= T::MaxWitnesses::get(),
			Error::<T>::WitnessesOutOfBounds
		);
		let (lowest, highest) = T::DepositBounds::get();
		ensure!(
			(lowest..=highest).contains(&parameters.minimum_deposit),
			Error::<T>::DepositOutOfBounds
		);
		let (lowest, highest) = T::VoteBounds::get();
		ensure!((lowest..=highest).contains(&parameters.minimum_vote), Error::<T>::VoteOutOfBounds);
		ensure!(
			(T::ShortestMaturity::get()..=T::MaxPeriod::get()).contains(&maturity),
			Error::<T>::MaturityOutOfBounds
		);
		ensure!(life > maturity && life <= T::LongestLife::get(), Error::<T>::LifeOutOfBounds);
		ensure!(parameters.slash_deferral > 0, Error::<T>::DeferralOutOfBounds);
		let punished = parameters.slash_deferral.saturating_add(Self::reportable_eras());
		ensure!(
			(T::ShortestUnbonding::get()..=T::MaxPeriod::get()).contains(&unbonding)
				&& unbonding > punished,
			Error::<T>::UnbondingOutOfBounds
		);
		ensure!(parameters.commission_notice <= T::MaxPeriod::get(), Error::<T>::NoticeOutOfBounds);
		ensure!(parameters.idle_fine <= T::HighestFine::get(), Error::<T>::FineOutOfBounds);
		ensure!(
			parameters.reporter_share <= T::HighestReporterShare::get(),
			Error::<T>::ReporterShareOutOfBounds
		);
		Ok(())
	}

	/// Builds the first block: parameters, candidates, the pot and the first year.
	pub(crate) fn build_genesis(genesis: &GenesisConfig<T>) {
		if let Some(parameters) = &genesis.parameters {
			let within_bounds = Self::ensure_within_bounds(parameters);
			assert!(within_bounds.is_ok(), "parameters of the witnesses: {within_bounds:?}");
			CurrentParameters::<T>::put(parameters);
		}
		for (who, deposit, commission) in &genesis.candidates {
			let profile = ProfileContentOf::<T>::default();
			// Session keys are looked at by the first election: they are set after this.
			let admitted = Self::ensure_admissible(who, *deposit, *commission)
				.and_then(|()| Self::admit(who, *deposit, *deposit, *commission, profile));
			assert!(admitted.is_ok(), "candidate {who:?}: {admitted:?}");
		}
		// The pot must be able to take the smallest reward, and to pay out the last.
		let pot = Self::pot();
		let missing = T::Currency::minimum_balance().saturating_sub(T::Currency::balance(&pot));
		if !missing.is_zero() {
			let minted = T::Currency::mint_into(&pot, missing);
			assert!(minted.is_ok(), "the existential deposit of the pot: {minted:?}");
		}
		CurrentYear::<T>::put(Self::year(0));
	}

	/// Checks what a runtime has chosen.
	pub(crate) fn check_constants() {
		assert!(T::SessionsPerEra::get() > 0, "SessionsPerEra must not be zero");
		assert!(
			T::BlocksPerYear::get() > BlockNumberFor::<T>::zero(),
			"BlocksPerYear must not be zero"
		);
		let curve = T::Issuance::get();
		assert!(curve.first >= curve.least, "Issuance must not begin below its least");
		assert!(T::MaxWitnesses::get() > 0, "MaxWitnesses must not be zero");
		assert!(
			T::MaxCandidates::get() >= T::MaxWitnesses::get(),
			"MaxCandidates must not be less than MaxWitnesses"
		);
		assert!(T::MaxPositions::get() > 0, "MaxPositions must not be zero");
		assert!(
			T::ShortestMaturity::get() > 0,
			"ShortestMaturity must not be zero: a vote could count in the era it is cast"
		);
		assert!(
			T::ShortestMaturity::get() <= T::MaxPeriod::get(),
			"ShortestMaturity must not exceed MaxPeriod"
		);
		assert!(
			T::LongestLife::get() > T::ShortestMaturity::get(),
			"LongestLife must exceed ShortestMaturity: no vote would ever count"
		);
		assert!(
			T::ShortestUnbonding::get() <= T::MaxPeriod::get(),
			"ShortestUnbonding must not exceed MaxPeriod"
		);
		assert!(
			Self::reportable_eras().saturating_add(1) < T::MaxPeriod::get(),
			"MaxPeriod must exceed the time an offence can be reported in by more than one era"
		);
		assert!(
			T::ParametersDelay::get() > 0,
			"ParametersDelay must not be zero: nobody could leave before a change"
		);
		assert!(
			T::ParametersDelay::get() >= Self::reportable_eras(),
			"ParametersDelay must cover the time an offence can be reported in: one from before a change \
			 could be punished too late after it"
		);
		let (lowest, highest) = T::DepositBounds::get();
		assert!(
			!lowest.is_zero() && lowest <= highest,
			"DepositBounds must be in order and not begin with zero"
		);
		let (lowest, highest) = T::VoteBounds::get();
		assert!(
			!lowest.is_zero() && lowest <= highest,
			"VoteBounds must be in order and not begin with zero"
		);
		let busiest = T::WeightInfo::start_era(T::MaxCandidates::get(), T::MaxWitnesses::get())
			.saturating_add(T::WeightInfo::elect(T::MaxCandidates::get()));
		assert!(
			busiest.all_lte(T::BlockWeights::get().max_block),
			"MaxCandidates is so high that the start of an era does not fit into a block"
		);
	}
}
