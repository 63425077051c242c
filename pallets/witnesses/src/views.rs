//! What wallets show.

use crate::{positions::Opened, *};
use alloc::vec::Vec;
use frame_support::traits::Get;
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_candidate(who: &T::AccountId) -> Option<CandidateViewOf<T>> {
		let candidate = Candidates::<T>::get(who)?;
		let pool = Pools::<T>::get(who).unwrap_or_default();
		let rank = CurrentParameters::<T>::get()
			.and_then(|parameters| {
				let ranking = Self::ranking(parameters.minimum_deposit);
				ranking.iter().position(|(other, _)| other == who)
			})
			.map(|rank| rank as u32);
		// A slash is never deferred beyond the unbonding period.
		let now = CurrentEra::<T>::get();
		let slashes = (now..=now.saturating_add(T::MaxPeriod::get()))
			.filter_map(|era| Some((era, Slashes::<T>::get(era, who)?.fraction)))
			.collect();
		let Candidate {
			status,
			deposit,
			matured_deposit,
			commission,
			next_commission,
			rewards,
			..
		} = candidate;
		Some(CandidateView {
			status,
			deposit,
			matured_deposit,
			votes: pool.balance,
			voting: if pool.frozen { Zero::zero() } else { Self::voting_value(&pool) },
			rank,
			elected: Elected::<T>::get().contains(who),
			planned: Planned::<T>::get().contains(who),
			points: Points::<T>::get(who),
			commission,
			next_commission,
			rewards,
			slashes,
			profile: Profiles::<T>::get(who).map(|profile| profile.content).unwrap_or_default(),
		})
	}

	pub(crate) fn view_position(
		voter: &T::AccountId,
		candidate: &T::AccountId,
	) -> Option<PositionViewOf<T>> {
		let opened = Opened::<T>::read_existing(voter, candidate).ok()?;
		let position = &opened.position;
		let value = |shares| opened.value(shares).unwrap_or_default();
		let values = |tranches: &[Tranche<BalanceOf<T>>]| -> Vec<_> {
			tranches.iter().map(|tranche| (tranche.era, value(tranche.shares))).collect()
		};
		let voting = if opened.pool.frozen { Zero::zero() } else { position.matured };
		Some(PositionView {
			value: value(position.shares()),
			voting: value(voting),
			maturing: values(&position.maturing),
			lapsed: value(position.lapsed),
			lapses: position.lapses,
			unbonding: values(&position.unbonding),
			claimable: position.rewards,
			uncollected: opened.lost,
			answers_for: position
				.carried
				.as_ref()
				.map(|carried| (carried.from.clone(), carried.until)),
		})
	}

	pub(crate) fn view_voter(who: &T::AccountId) -> VoterView<T::AccountId> {
		VoterView {
			candidates: Positions::<T>::iter_key_prefix(who).collect(),
			moved: Voters::<T>::get(who).moved,
		}
	}

	pub(crate) fn view_smallest_backing() -> BalanceOf<T> {
		let Some(parameters) = CurrentParameters::<T>::get() else { return Zero::zero() };
		let last = parameters.witnesses.saturating_sub(1) as usize;
		let ranking = Self::ranking(parameters.minimum_deposit);
		ranking.get(last).map(|(_, weight)| *weight).unwrap_or_default()
	}

	pub(crate) fn view_parameters() -> ParametersViewOf<T> {
		ParametersView { current: CurrentParameters::<T>::get(), next: NextParameters::<T>::get() }
	}

	pub(crate) fn view_era() -> EraViewOf<T> {
		EraView {
			index: CurrentEra::<T>::get(),
			start: EraStart::<T>::get(),
			elected: Elected::<T>::get().into_inner(),
			planned: Planned::<T>::get().into_inner(),
			undivided: Undivided::<T>::get(),
			unclaimed: Unclaimed::<T>::get(),
			year: CurrentYear::<T>::get(),
		}
	}
}
