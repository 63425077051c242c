//! The start of an era.
//!
//! Nothing here can fail, so that no mistake of one candidate keeps an era from beginning. The cost is
//! linear in the candidates listed; voters are never looked at.

use crate::{rewards::Division, *};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::traits::Imbalance;
use sp_runtime::traits::{Saturating, Zero};

impl<T: Config> Pallet<T> {
	/// Era zero: the witnesses elected at the genesis serve.
	pub(crate) fn start_first_era() {
		EraStart::<T>::put(frame_system::Pallet::<T>::block_number());
		Self::seat(Planned::<T>::get());
		Self::deposit_event(Event::EraStarted { era: CurrentEra::<T>::get() });
	}

	/// Ends the era that runs and begins the next.
	pub(crate) fn start_era() {
		let ended = CurrentEra::<T>::get();
		let era = ended.saturating_add(1);
		let mut division = Division::<T>::open();
		let idle = Self::idle(ended, &division.points);
		let ended_parameters = CurrentParameters::<T>::get();
		CurrentEra::<T>::put(era);
		EraStart::<T>::put(frame_system::Pallet::<T>::block_number());
		Self::advance_parameters(era);

		if let (Some(before), Some(parameters)) = (ended_parameters, CurrentParameters::<T>::get())
		{
			let planned = Planned::<T>::get();
			let listed = Listed::<T>::get();
			let slashes: BTreeMap<_, _> = Slashes::<T>::drain_prefix(era).collect();
			// Some have left the list and still have something coming.
			let mut turns: Vec<_> = listed.iter().cloned().map(|who| (who, true)).collect();
			for who in division.points.keys().chain(slashes.keys()) {
				if !turns.iter().any(|(other, _)| other == who) {
					turns.push((who.clone(), false));
				}
			}
			let mut staying = listed;
			for (who, is_listed) in turns {
				let Some(mut candidate) = Candidates::<T>::get(&who) else { continue };
				let mut pool = Pools::<T>::get(&who).unwrap_or_default();
				let unchanged = (candidate, pool);
				if let Some(points) = division.points.get(&who).copied() {
					division.reward(points, before.minimum_vote, &mut candidate, &mut pool);
				}
				if idle.contains(&who) {
					Self::punish_idle(&who, ended, before.idle_fine, &mut candidate);
				}
				if is_listed {
					Self::advance_commission(era, parameters.highest_commission, &mut candidate);
					Self::ripen(era, &who, &mut candidate, &mut pool);
				}
				if let Some(slash) = slashes.get(&who) {
					let share = parameters.reporter_share;
					Self::apply_slash(&who, slash, share, &mut candidate, &mut pool);
				}
				if is_listed && candidate.status.is_leaving() && !planned.contains(&who) {
					pool.frozen = true;
					staying.retain(|other| *other != who);
					Self::deposit_event(Event::Unlisted { who: who.clone() });
				}
				if (candidate, pool) != unchanged {
					Candidates::<T>::insert(&who, candidate);
					Pools::<T>::insert(&who, pool);
				}
			}
			slashes.keys().for_each(Self::forget_slash);
			Listed::<T>::put(staying);
			Self::seat(planned);
		}
		division.close(ended);
		Self::deposit_event(Event::EraStarted { era });
	}

	/// Makes `witnesses` those of the era that runs, and tells who follows them.
	pub(crate) fn seat(witnesses: WitnessesOf<T>) {
		let sorted = |witnesses: &WitnessesOf<T>| {
			let mut sorted = witnesses.to_vec();
			sorted.sort();
			sorted
		};
		let outgoing = Elected::<T>::get();
		T::Members::set_members_sorted(&sorted(&witnesses), &sorted(&outgoing));
		Elected::<T>::put(witnesses);
	}

	/// The witnesses that are to be punished for having done nothing in the era that ends.
	///
	/// Where more than a third of them did nothing it was hardly their fault, and nobody is punished.
	fn idle(ended: EraIndex, points: &BTreeMap<T::AccountId, u32>) -> Vec<T::AccountId> {
		let elected = Elected::<T>::get();
		let served = |who| points.get(who).is_some_and(|points| !points.is_zero());
		let idle: Vec<_> = elected.iter().filter(|who| !served(who)).cloned().collect();
		if idle.len().saturating_mul(3) > elected.len() {
			let idle = idle.len() as u32;
			Self::deposit_event(Event::TooManyIdle { era: ended, idle });
			return Vec::new();
		}
		idle
	}

	/// Fines a witness that did nothing and takes it out of elections. The caller stores the record.
	fn punish_idle(
		who: &T::AccountId,
		ended: EraIndex,
		fine: Perbill,
		candidate: &mut CandidateOf<T>,
	) {
		let could_serve = match candidate.status {
			Status::Active => true,
			// To chill at the last moment does not save the fine. But whoever has been punished for
			// something else in the era could not serve.
			Status::Chilled { since } => since == ended && !PendingSlashes::<T>::contains_key(who),
			Status::Leaving { .. } => false,
		};
		if could_serve {
			let credit = Self::slash_deposit(who, fine, candidate);
			Self::deposit_event(Event::WitnessIdle { who: who.clone(), fine: credit.peek() });
			T::Slashed::on_unbalanced(credit);
			Self::cool(who, candidate);
			// As of the era that ended: in the one that begins it serves no more, and is not fined again.
			candidate.status = Status::Chilled { since: ended };
		}
	}

	/// Lets an announced commission hold when its era has come. The caller stores the record.
	fn advance_commission(era: EraIndex, highest: Perbill, candidate: &mut CandidateOf<T>) {
		if let Some((commission, from)) = candidate.next_commission {
			if from <= era {
				candidate.commission = commission;
				candidate.next_commission = None;
			}
		}
		candidate.commission = candidate.commission.min(highest);
	}

	/// Lets votes and deposits count whose era has come, and votes lapse. The caller stores the
	/// records of candidate and pool.
	fn ripen(
		era: EraIndex,
		who: &T::AccountId,
		candidate: &mut CandidateOf<T>,
		pool: &mut PoolOf<T>,
	) {
		let bucket = Buckets::<T>::get(era, who);
		// What lapses has matured before or does now, and neither is more than the shares there are.
		pool.matured = pool.matured.saturating_add(bucket.maturing).saturating_sub(bucket.lapsing);
		candidate.matured_deposit = candidate
			.matured_deposit
			.saturating_add(bucket.maturing_deposit)
			.min(candidate.deposit);
		if bucket != Bucket::default() {
			Self::mutate_bucket(era, who, |bucket| {
				bucket.maturing_deposit = Zero::zero();
				bucket.snapshot = Some(Snapshot { index: pool.index, kept: pool.kept });
			});
		}
	}
}
