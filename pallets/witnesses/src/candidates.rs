//! Who may be elected: registration, deposits, commissions, and the way out.

use crate::*;
use codec::{Encode, MaxEncodedLen};
use core::cmp::Reverse;
use frame_support::{
	ensure,
	traits::{tokens::Precision, Get},
};
use sp_runtime::{
	traits::{EnsureAdd, Saturating, Zero},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// What the deposit for a candidate's record and its profile pays for.
	pub fn footprint(profile: &ProfileContentOf<T>) -> Footprint {
		// One item of the whole size: prices multiply the two.
		let size = CandidateOf::<T>::max_encoded_len()
			.saturating_add(PoolOf::<T>::max_encoded_len())
			.saturating_add(profile.encoded_size());
		Footprint::from_parts(1, size)
	}

	pub(crate) fn candidate_or_error(who: &T::AccountId) -> Result<CandidateOf<T>, Error<T>> {
		Candidates::<T>::get(who).ok_or(Error::<T>::CandidateNotFound)
	}

	pub(crate) fn do_register(
		who: &T::AccountId,
		deposit: BalanceOf<T>,
		commission: Perbill,
		profile: ProfileContentOf<T>,
	) -> DispatchResult {
		Self::ensure_admissible(who, deposit, commission)?;
		ensure!(T::Sessions::has_keys(who), Error::<T>::KeysNotSet);
		let era = CurrentEra::<T>::get().saturating_add(Self::parameters_or_error()?.maturity);
		let evicted = Self::evicted_for(deposit)?;

		if let Some((evicted, mut candidate)) = evicted {
			let until = Self::start_leaving(&evicted, &mut candidate)?;
			Candidates::<T>::insert(&evicted, candidate);
			Self::deposit_event(Event::Evicted { who: evicted, until });
		}
		Self::admit(who, deposit, Zero::zero(), commission, profile)?;
		Self::mature_deposit(era, who, deposit)
	}

	/// Whether `who` may become a candidate, but for keys and room.
	pub(crate) fn ensure_admissible(
		who: &T::AccountId,
		deposit: BalanceOf<T>,
		commission: Perbill,
	) -> DispatchResult {
		ensure!(!Candidates::<T>::contains_key(who), Error::<T>::AlreadyCandidate);
		ensure!(!Pools::<T>::contains_key(who), Error::<T>::OldPool);
		let parameters = Self::parameters_or_error()?;
		ensure!(deposit >= parameters.minimum_deposit, Error::<T>::BelowMinimumDeposit);
		ensure!(commission <= parameters.highest_commission, Error::<T>::CommissionTooHigh);
		Ok(())
	}

	/// Makes `who` a candidate, with as much of the deposit matured as the caller says.
	pub(crate) fn admit(
		who: &T::AccountId,
		deposit: BalanceOf<T>,
		matured_deposit: BalanceOf<T>,
		commission: Perbill,
		profile: ProfileContentOf<T>,
	) -> DispatchResult {
		let number = Registrations::<T>::get();
		let next = number.ensure_add(1)?;

		T::Currency::hold(&HoldReason::Deposit.into(), who, deposit)?;
		let ticket = T::Consideration::new(who, Self::footprint(&profile))?;
		Listed::<T>::try_append(who.clone()).map_err(|()| Error::<T>::ListFull)?;
		Registrations::<T>::put(next);
		Profiles::<T>::insert(who, Profile { content: profile, ticket });
		Pools::<T>::insert(who, PoolOf::<T>::default());
		let candidate = Candidate {
			number,
			status: Status::Active,
			deposit,
			matured_deposit,
			commission,
			next_commission: None,
			rewards: Zero::zero(),
		};
		Candidates::<T>::insert(who, candidate);
		Self::deposit_event(Event::Registered { who: who.clone(), deposit, commission });
		Ok(())
	}

	/// Whom a newcomer with `deposit` replaces; nobody while there is room.
	fn evicted_for(
		deposit: BalanceOf<T>,
	) -> Result<Option<(T::AccountId, CandidateOf<T>)>, Error<T>> {
		let listed = Listed::<T>::get();
		if (listed.len() as u32) < T::MaxCandidates::get() {
			return Ok(None);
		}
		let (elected, planned) = (Elected::<T>::get(), Planned::<T>::get());
		let (backing, _, evicted) = listed
			.into_iter()
			.filter(|who| !elected.contains(who) && !planned.contains(who))
			.filter_map(|who| {
				let candidate = Candidates::<T>::get(&who)?;
				let votes = Pools::<T>::get(&who).unwrap_or_default().balance;
				let backing = votes.saturating_add(candidate.deposit);
				Some((backing, Reverse(candidate.number), (who, candidate)))
			})
			.min_by_key(|(backing, number, _)| (*backing, *number))
			.ok_or(Error::<T>::ListFull)?;
		ensure!(deposit > backing, Error::<T>::ListFull);
		Ok(Some(evicted))
	}

	/// Lets `amount` of the deposit of `who` count from `era` on.
	fn mature_deposit(era: EraIndex, who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		let maturing_deposit = Buckets::<T>::get(era, who).maturing_deposit.ensure_add(amount)?;
		Self::mutate_bucket(era, who, |bucket| bucket.maturing_deposit = maturing_deposit);
		Ok(())
	}

	pub(crate) fn do_top_up(who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		let candidate = Self::candidate_or_error(who)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		ensure!(!candidate.status.is_leaving(), Error::<T>::CandidateLeaving);
		let deposit = candidate.deposit.ensure_add(amount)?;
		let era = CurrentEra::<T>::get().saturating_add(Self::parameters_or_error()?.maturity);

		T::Currency::hold(&HoldReason::Deposit.into(), who, amount)?;
		Candidates::<T>::insert(who, Candidate { deposit, ..candidate });
		Self::mature_deposit(era, who, amount)?;
		Self::deposit_event(Event::ToppedUp { who: who.clone(), amount, era });
		Ok(())
	}

	pub(crate) fn do_set_commission(who: &T::AccountId, commission: Perbill) -> DispatchResult {
		let candidate = Self::candidate_or_error(who)?;
		ensure!(!candidate.status.is_leaving(), Error::<T>::CandidateLeaving);
		let parameters = Self::parameters_or_error()?;
		ensure!(commission <= parameters.highest_commission, Error::<T>::CommissionTooHigh);

		let raised = commission > candidate.commission;
		// Never in the era that runs: its rewards are divided when it has ended.
		let notice = if raised { parameters.commission_notice.max(1) } else { 1 };
		let era = CurrentEra::<T>::get().saturating_add(notice);
		let next_commission = Some((commission, era));
		Candidates::<T>::insert(who, Candidate { next_commission, ..candidate });
		Self::deposit_event(Event::CommissionSet { who: who.clone(), commission, era });
		Ok(())
	}

	pub(crate) fn do_set_profile(
		who: &T::AccountId,
		content: ProfileContentOf<T>,
	) -> DispatchResult {
		let Profile { ticket, .. } =
			Profiles::<T>::get(who).ok_or(Error::<T>::CandidateNotFound)?;

		let ticket = ticket.update(who, Self::footprint(&content))?;
		Profiles::<T>::insert(who, Profile { content, ticket });
		Self::deposit_event(Event::ProfileSet { who: who.clone() });
		Ok(())
	}

	pub(crate) fn do_chill(who: &T::AccountId) -> DispatchResult {
		let mut candidate = Self::candidate_or_error(who)?;
		match candidate.status {
			Status::Active => (),
			Status::Chilled { .. } => return Err(Error::<T>::AlreadyChilled.into()),
			Status::Leaving { .. } => return Err(Error::<T>::CandidateLeaving.into()),
		}

		Self::cool(who, &mut candidate);
		Candidates::<T>::insert(who, candidate);
		Ok(())
	}

	/// Takes an active candidate out of elections until it resumes. The caller stores the record.
	pub(crate) fn cool(who: &T::AccountId, candidate: &mut CandidateOf<T>) {
		if candidate.status.is_active() {
			candidate.status = Status::Chilled { since: CurrentEra::<T>::get() };
			Self::deposit_event(Event::Chilled { who: who.clone() });
		}
	}

	pub(crate) fn do_resume(who: &T::AccountId) -> DispatchResult {
		let candidate = Self::candidate_or_error(who)?;
		match candidate.status {
			Status::Active => return Err(Error::<T>::NotChilled.into()),
			Status::Chilled { .. } => (),
			Status::Leaving { .. } => return Err(Error::<T>::CandidateLeaving.into()),
		}
		let minimum = Self::parameters_or_error()?.minimum_deposit;
		ensure!(candidate.deposit >= minimum, Error::<T>::BelowMinimumDeposit);
		ensure!(T::Sessions::has_keys(who), Error::<T>::KeysNotSet);
		ensure!(PendingSlashes::<T>::get(who).is_zero(), Error::<T>::SlashPending);

		Candidates::<T>::insert(who, Candidate { status: Status::Active, ..candidate });
		Self::deposit_event(Event::Resumed { who: who.clone() });
		Ok(())
	}

	pub(crate) fn do_leave(who: &T::AccountId) -> DispatchResult {
		let mut candidate = Self::candidate_or_error(who)?;
		ensure!(!candidate.status.is_leaving(), Error::<T>::CandidateLeaving);

		let until = Self::start_leaving(who, &mut candidate)?;
		Candidates::<T>::insert(who, candidate);
		Self::deposit_event(Event::LeaveAnnounced { who: who.clone(), until });
		Ok(())
	}

	/// Sends a candidate on its way out. The caller stores the record.
	fn start_leaving(
		who: &T::AccountId,
		candidate: &mut CandidateOf<T>,
	) -> Result<EraIndex, DispatchError> {
		let now = CurrentEra::<T>::get();
		let until = now.saturating_add(Self::parameters_or_error()?.unbonding);
		candidate.status = Status::Leaving { until };
		// It is elected no more, and what would mature after it has gone must not count for a later
		// candidature of the account.
		for era in now.saturating_add(1)..=now.saturating_add(T::MaxPeriod::get()) {
			if !Buckets::<T>::get(era, who).maturing_deposit.is_zero() {
				Self::mutate_bucket(era, who, |bucket| bucket.maturing_deposit = Zero::zero());
			}
		}
		if !Elected::<T>::get().contains(who) && !Planned::<T>::get().contains(who) {
			Self::unlist(who);
		}
		Ok(until)
	}

	/// Nothing happens to a candidate or its pool any more.
	fn unlist(who: &T::AccountId) {
		Listed::<T>::mutate(|listed| listed.retain(|candidate| candidate != who));
		Pools::<T>::mutate_extant(who, |pool| pool.frozen = true);
		Self::deposit_event(Event::Unlisted { who: who.clone() });
	}

	pub(crate) fn do_withdraw_deposit(who: &T::AccountId) -> DispatchResult {
		let candidate = Self::candidate_or_error(who)?;
		let Status::Leaving { until } = candidate.status else {
			return Err(Error::<T>::NotLeaving.into());
		};
		ensure!(CurrentEra::<T>::get() >= until, Error::<T>::StillUnbonding);
		ensure!(PendingSlashes::<T>::get(who).is_zero(), Error::<T>::SlashPending);

		// Where elections have failed all the time, it would still have to serve.
		if Listed::<T>::get().contains(who) {
			Self::unlist(who);
			Planned::<T>::mutate(|planned| planned.retain(|witness| witness != who));
		}
		Self::pay_candidate(who, candidate.rewards)?;
		let deposit = candidate.deposit;
		if !deposit.is_zero() {
			let reason = HoldReason::Deposit.into();
			T::Currency::release(&reason, who, deposit, Precision::Exact)?;
		}
		if let Some(profile) = Profiles::<T>::take(who) {
			profile.ticket.drop(who)?;
		}
		Candidates::<T>::remove(who);
		// What it may have earned since it served goes to the others.
		Points::<T>::remove(who);
		Self::remove_pool_if_done(who);
		Self::deposit_event(Event::DepositWithdrawn { who: who.clone(), deposit });
		Ok(())
	}

	pub(crate) fn do_claim_as_candidate(who: &T::AccountId) -> DispatchResult {
		let candidate = Self::candidate_or_error(who)?;
		let amount = candidate.rewards;
		ensure!(!amount.is_zero(), Error::<T>::NothingToClaim);

		Self::pay_candidate(who, amount)?;
		Candidates::<T>::insert(who, Candidate { rewards: Zero::zero(), ..candidate });
		Ok(())
	}

	/// Pays what a candidate has earned.
	fn pay_candidate(who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		Self::pay_rewards(who, amount)?;
		Self::deposit_event(Event::CandidateClaimed { who: who.clone(), amount });
		Ok(())
	}
}
