//! What voters do.

use crate::{positions::Opened, *};
use frame_support::{
	ensure,
	traits::{tokens::Precision, Get},
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, Zero},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_vote(
		who: &T::AccountId,
		candidate: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		Self::ensure_takes_votes(candidate)?;
		let opened = Opened::<T>::read(who, candidate)?;
		ensure!(
			opened.existed || Voters::<T>::get(who).positions < T::MaxPositions::get(),
			Error::<T>::TooManyPositions
		);

		Self::vote_with(who, candidate, opened, amount)
	}

	pub(crate) fn do_renew(who: &T::AccountId, candidate: &T::AccountId) -> DispatchResult {
		// Votes for somebody who never comes back would only pretend to last.
		let status = Self::candidate_or_error(candidate)?.status;
		ensure!(!status.is_leaving(), Error::<T>::CandidateLeaving);
		let mut opened = Opened::<T>::read_existing(who, candidate)?;
		ensure!(!opened.position.bonded().is_zero(), Error::<T>::AllUnbonding);
		opened.renew(Zero::zero(), &Self::parameters_or_error()?)?;

		let lapses = opened.position.lapses;
		opened.store()?;
		Self::deposit_event(Event::Renewed {
			who: who.clone(),
			candidate: candidate.clone(),
			lapses,
		});
		Ok(())
	}

	pub(crate) fn do_move_votes(
		who: &T::AccountId,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::SameCandidate);
		let now = CurrentEra::<T>::get();
		let voter = Voters::<T>::get(who);
		ensure!(voter.moved != Some(now), Error::<T>::MovedThisEra);
		// Votes behind somebody who is gone are free, and need not answer for anything.
		ensure!(Candidates::<T>::contains_key(from), Error::<T>::CandidateNotFound);
		ensure!(PendingSlashes::<T>::get(from).is_zero(), Error::<T>::SlashPending);
		Self::ensure_takes_votes(to)?;
		let parameters = Self::parameters_or_error()?;
		let mut source = Opened::<T>::read_existing(who, from)?;
		let mut target = Opened::<T>::read(who, to)?;
		ensure!(source.position.carried.is_none(), Error::<T>::StillCarrying);
		ensure!(target.position.carried.is_none(), Error::<T>::StillCarrying);

		let shares = source.take(amount, parameters.minimum_vote)?;
		let amount = source.cash(shares)?;
		let before = target.position.shares();
		let era = target.add(amount, &parameters)?;
		let until = now.saturating_add(parameters.unbonding);
		target.position.carried = Some(Carried {
			from: from.clone(),
			shares: target.position.shares().ensure_sub(before)?,
			kept: source.pool.kept,
			until,
		});
		// A position that is left makes room for the new one.
		let left = u32::from(source.position.shares().is_zero());
		ensure!(
			target.existed || voter.positions.saturating_sub(left) < T::MaxPositions::get(),
			Error::<T>::TooManyPositions
		);

		// First the watchers, so that a pool without votes stays as long as somebody answers for it.
		Self::mutate_pool(from, |pool| {
			pool.watchers = pool.watchers.ensure_add(1)?;
			Ok(())
		})?;
		Self::mutate_bucket(until, from, |bucket| -> DispatchResult {
			bucket.watchers = bucket.watchers.ensure_add(1)?;
			Ok(())
		})?;
		source.store()?;
		target.store()?;
		Self::mutate_voter(who, |voter| {
			voter.moved = Some(now);
			Ok(())
		})?;
		Self::deposit_event(Event::Moved {
			who: who.clone(),
			from: from.clone(),
			to: to.clone(),
			amount,
			era,
		});
		Ok(())
	}

	pub(crate) fn do_unvote(
		who: &T::AccountId,
		candidate: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let mut opened = Opened::<T>::read_existing(who, candidate)?;
		let parameters = Self::parameters_or_error()?;
		if Self::is_free(candidate, &opened) {
			// No vote is left that could be too small.
			let shares = opened.take(amount, Zero::zero())?;
			return Self::free(who, candidate, opened, shares);
		}
		let shares = opened.take(amount, parameters.minimum_vote)?;
		let amount = opened.value(shares)?;
		let era = CurrentEra::<T>::get().saturating_add(parameters.unbonding);
		// Nothing is free before it has answered for where it came from.
		let era = opened.position.carried.as_ref().map_or(era, |carried| era.max(carried.until));
		opened.unbond(shares, era)?;

		opened.store()?;
		Self::deposit_event(Event::Unvoted {
			who: who.clone(),
			candidate: candidate.clone(),
			amount,
			era,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw(who: &T::AccountId, candidate: &T::AccountId) -> DispatchResult {
		let mut opened = Opened::<T>::read_existing(who, candidate)?;
		let shares = if Self::is_free(candidate, &opened) {
			opened.take_all()
		} else {
			opened.take_unbonded()
		};
		ensure!(!shares.is_zero(), Error::<T>::NothingToWithdraw);

		Self::free(who, candidate, opened, shares)
	}

	pub(crate) fn do_claim(who: &T::AccountId, candidate: &T::AccountId) -> DispatchResult {
		let mut opened = Opened::<T>::read_existing(who, candidate)?;
		let amount = core::mem::take(&mut opened.position.rewards);
		ensure!(!amount.is_zero(), Error::<T>::NothingToClaim);

		Self::pay_voter(who, candidate, amount)?;
		opened.store()
	}

	pub(crate) fn do_compound(who: &T::AccountId, candidate: &T::AccountId) -> DispatchResult {
		Self::ensure_takes_votes(candidate)?;
		let mut opened = Opened::<T>::read_existing(who, candidate)?;
		let amount = core::mem::take(&mut opened.position.rewards);
		ensure!(!amount.is_zero(), Error::<T>::NothingToClaim);

		Self::pay_voter(who, candidate, amount)?;
		Self::vote_with(who, candidate, opened, amount)
	}

	pub(crate) fn do_settle(voter: &T::AccountId, candidate: &T::AccountId) -> DispatchResult {
		let mut opened = Opened::<T>::read_existing(voter, candidate)?;
		if !Self::is_free(candidate, &opened) {
			return opened.store();
		}
		let shares = opened.take_all();
		Self::free(voter, candidate, opened, shares)
	}

	/// Adds `amount` of the free balance to a position.
	fn vote_with(
		who: &T::AccountId,
		candidate: &T::AccountId,
		mut opened: Opened<T>,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let era = opened.add(amount, &Self::parameters_or_error()?)?;

		T::Currency::hold(&HoldReason::Vote.into(), who, amount)?;
		opened.store()?;
		Self::deposit_event(Event::Voted {
			who: who.clone(),
			candidate: candidate.clone(),
			amount,
			era,
		});
		Ok(())
	}

	/// Releases the coins of `shares` that were taken out of a position.
	fn free(
		who: &T::AccountId,
		candidate: &T::AccountId,
		mut opened: Opened<T>,
		shares: BalanceOf<T>,
	) -> DispatchResult {
		let amount = opened.cash(shares)?;

		opened.store()?;
		if !amount.is_zero() {
			T::Currency::release(&HoldReason::Vote.into(), who, amount, Precision::Exact)?;
		}
		Self::deposit_event(Event::Withdrawn {
			who: who.clone(),
			candidate: candidate.clone(),
			amount,
		});
		Ok(())
	}

	/// Pays rewards of votes.
	pub(crate) fn pay_voter(
		who: &T::AccountId,
		candidate: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		Self::pay_rewards(who, amount)?;
		Self::deposit_event(Event::Claimed {
			who: who.clone(),
			candidate: candidate.clone(),
			amount,
		});
		Ok(())
	}

	/// Whether coins can be put behind `candidate`.
	fn ensure_takes_votes(candidate: &T::AccountId) -> DispatchResult {
		let status = Self::candidate_or_error(candidate)?.status;
		ensure!(!status.is_leaving(), Error::<T>::CandidateLeaving);
		// Its voters would pay for what happened before they came.
		ensure!(PendingSlashes::<T>::get(candidate).is_zero(), Error::<T>::SlashPending);
		Ok(())
	}

	/// Whether nothing can be slashed of a position any more: its candidate has taken back the deposit,
	/// and it answers for nobody else.
	fn is_free(candidate: &T::AccountId, opened: &Opened<T>) -> bool {
		!Candidates::<T>::contains_key(candidate) && opened.position.carried.is_none()
	}
}
