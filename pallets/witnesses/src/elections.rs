//! Who serves: elections once in an era, and the witnesses of every session.

use crate::*;
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{traits::Get, BoundedVec};
use pallet_session::{historical, SessionManager};
use sp_runtime::traits::{Saturating, Zero};
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// What the matured shares of a pool are worth.
	pub(crate) fn voting_value(pool: &PoolOf<T>) -> BalanceOf<T> {
		// A part of the pool's balance always fits.
		math::value(pool.matured, pool.balance, pool.shares).unwrap_or_default()
	}

	/// What a candidate has in elections: its voters' coins and its own. Saturates only where more
	/// coins were there than can be.
	pub(crate) fn weight_of(candidate: &CandidateOf<T>, pool: &PoolOf<T>) -> BalanceOf<T> {
		Self::voting_value(pool).saturating_add(candidate.matured_deposit)
	}

	/// Everybody who could be elected now and with what weight, best first.
	pub(crate) fn ranking(minimum_deposit: BalanceOf<T>) -> Vec<(T::AccountId, BalanceOf<T>)> {
		let mut qualified: Vec<_> = Listed::<T>::get()
			.into_iter()
			.filter_map(|who| {
				let candidate = Candidates::<T>::get(&who)?;
				if !candidate.status.is_active() || candidate.deposit < minimum_deposit {
					return None;
				}
				let pool = Pools::<T>::get(&who).unwrap_or_default();
				let weight = Self::weight_of(&candidate, &pool);
				(!weight.is_zero() && T::Sessions::has_keys(&who)).then_some((
					Reverse(weight),
					candidate.number,
					who,
				))
			})
			.collect();
		qualified.sort();
		qualified.into_iter().map(|(Reverse(weight), _, who)| (who, weight)).collect()
	}

	/// Elects the witnesses of `era`.
	pub(crate) fn elect(era: EraIndex) {
		let Some(parameters) = CurrentParameters::<T>::get() else { return };
		let mut elected = Self::ranking(parameters.minimum_deposit);
		let qualified = elected.len() as u32;
		if qualified < parameters.fewest_witnesses {
			Self::deposit_event(Event::ElectionFailed { era, qualified });
			return;
		}
		elected.truncate(parameters.witnesses as usize);
		let witnesses: Vec<_> = elected.into_iter().map(|(who, _)| who).collect();
		// Cut off only where a new version of the runtime allows fewer than the parameters.
		let witnesses = BoundedVec::truncate_from(witnesses);
		let count = witnesses.len() as u32;
		Planned::<T>::put(witnesses);
		Self::deposit_event(Event::WitnessesElected { era, count });
	}

	/// The witnesses of a session: those of the latest election that can and may serve.
	///
	/// Whoever is chilled or leaving drops out as long as enough are left: neither an accident nor an
	/// attack may reduce the set until a few control it.
	fn on_duty() -> Option<Vec<T::AccountId>> {
		let planned = Planned::<T>::get();
		let fewest = CurrentParameters::<T>::get()
			.map_or(0, |parameters| parameters.fewest_witnesses as usize)
			.max(planned.len().saturating_mul(2).div_ceil(3));
		let able: Vec<_> = planned
			.into_iter()
			.filter(T::Sessions::has_keys)
			.filter_map(|who| {
				let active = Candidates::<T>::get(&who)?.status.is_active();
				Some((who, active))
			})
			.collect();
		let enough = able.iter().filter(|(_, active)| *active).count() >= fewest;
		let on_duty: Vec<_> = able
			.into_iter()
			.filter_map(|(who, active)| (active || !enough).then_some(who))
			.collect();
		(!on_duty.is_empty()).then_some(on_duty)
	}

	/// The era that begins with session `index`, if one does.
	fn era_beginning(index: SessionIndex) -> Option<EraIndex> {
		let sessions = T::SessionsPerEra::get();
		let era = index.checked_div(sessions)?;
		(index.checked_rem(sessions) == Some(0)).then_some(era)
	}
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
	// Asked when the session before `index` begins, so that an election is held with the coins of the
	// beginning of an era's last session.
	fn new_session(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		if let Some(era) = Self::era_beginning(index) {
			Self::elect(era);
		}
		Self::on_duty()
	}

	fn start_session(index: SessionIndex) {
		match Self::era_beginning(index) {
			Some(0) => Self::start_first_era(),
			Some(_) => Self::start_era(),
			None => (),
		}
	}

	fn end_session(index: SessionIndex) {
		if let Some(first) = index.checked_sub(T::ReportableSessions::get()) {
			T::Sessions::forget_before(first);
		}
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session(index).map(identified)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session_genesis(index).map(identified)
	}

	fn start_session(index: SessionIndex) {
		<Self as SessionManager<_>>::start_session(index);
	}

	fn end_session(index: SessionIndex) {
		<Self as SessionManager<_>>::end_session(index);
	}
}

/// An account is all that is ever needed to punish a witness.
fn identified<AccountId>(witnesses: Vec<AccountId>) -> Vec<(AccountId, ())> {
	witnesses.into_iter().map(|who| (who, ())).collect()
}
