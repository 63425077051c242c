//! Proposing, approving and stopping work, and claiming the pay.

use crate::{ledger::Payment, pallet::*, types::*};
use alloc::vec::Vec;
use bhtd_primitives::BringsProceeds;
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{DepositConsequence, Fortitude, Preservation, Provenance},
		Consideration, Footprint, Get, IsSubType,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, CheckedAdd, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

/// What the key of a record takes, and its number in a list, in bytes.
const WORKER_KEYS: usize = 32 + 8 + 4 + 4;

/// What cannot happen, as there are no more coins than a balance can say.
pub(crate) const OVERFLOW: DispatchError = DispatchError::Arithmetic(ArithmeticError::Overflow);

/// What a claim would do.
pub(crate) struct Claim<T: Config> {
	/// The ledger.
	pub ledger: LedgerOf<T>,
	/// The record, credited up to now.
	pub worker: WorkerOf<T>,
	/// Planck of BHTD that the beneficiary would be paid.
	pub payable: BalanceOf<T>,
	/// Whether the record would be closed.
	pub closes: bool,
}

impl<T: Config> Pallet<T> {
	/// The keyless account in which pay lies until it is claimed.
	pub fn pot() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// What the deposit of a worker pays for.
	pub fn worker_footprint(terms: &TermsOf<T>) -> Footprint {
		let accounts = T::AccountId::max_encoded_len().saturating_mul(2);
		let size = terms
			.encoded_size()
			.saturating_add(accounts)
			.saturating_add(Stage::max_encoded_len())
			.saturating_add(ShareOf::<T>::max_encoded_len())
			.saturating_add(BalanceOf::<T>::max_encoded_len())
			.saturating_add(T::Consideration::max_encoded_len())
			.saturating_add(WORKER_KEYS);
		Footprint::from_parts(1, size)
	}

	/// How the era that runs would be paid if it ended now.
	pub(crate) fn payment(ledger: &LedgerOf<T>) -> Option<Payment<BalanceOf<T>>> {
		let (pot, treasury) = (Self::pot(), T::Treasury::get());
		let (preserve, polite) = (Preservation::Preserve, Fortitude::Polite);
		ledger.payment(
			T::MaxPayPerEra::get(),
			T::Currency::balance(&pot),
			T::Currency::minimum_balance(),
			T::Currency::reducible_balance(&treasury, preserve, polite),
		)
	}

	fn worker_or_error(worker: u32) -> Result<WorkerOf<T>, DispatchError> {
		Workers::<T>::get(worker).ok_or(Error::<T>::WorkerNotFound.into())
	}

	fn ensure_terms(terms: &TermsOf<T>) -> DispatchResult {
		ensure!(!terms.title.is_empty(), Error::<T>::TitleMissing);
		let is_text = |bytes: &[u8]| core::str::from_utf8(bytes).is_ok();
		ensure!(is_text(&terms.title) && is_text(&terms.url), Error::<T>::TextNotUtf8);
		ensure!(!terms.pay.is_zero(), Error::<T>::PayIsZero);
		ensure!(terms.pay <= T::MaxPayPerEra::get(), Error::<T>::PayAboveBudget);
		ensure!((1..=T::MaxEras::get()).contains(&terms.eras), Error::<T>::ErasOutOfBounds);
		ensure!(terms.total() <= T::MaxPayPerWorker::get(), Error::<T>::TotalTooHigh);
		Ok(())
	}

	pub(crate) fn do_propose(
		proposer: T::AccountId,
		terms: TermsOf<T>,
		beneficiary: T::AccountId,
	) -> DispatchResult {
		Self::ensure_terms(&terms)?;
		let worker = NextWorker::<T>::get();
		let next = worker.checked_add(1).ok_or(Error::<T>::NoWorkerIdLeft)?;

		let ticket = T::Consideration::new(&proposer, Self::worker_footprint(&terms))?;
		let TermsOf::<T> { pay, eras, .. } = terms;
		let record = Worker {
			proposer: proposer.clone(),
			beneficiary: beneficiary.clone(),
			terms,
			stage: Stage::Proposed,
			share: Default::default(),
			claimed: Zero::zero(),
			ticket,
		};
		NextWorker::<T>::put(next);
		Workers::<T>::insert(worker, record);
		Self::deposit_event(Event::Proposed { worker, proposer, beneficiary, pay, eras });
		Ok(())
	}

	pub(crate) fn do_approve(limit: BalanceOf<T>, worker: u32) -> DispatchResult {
		let mut record = Self::worker_or_error(worker)?;
		ensure!(record.stage == Stage::Proposed, Error::<T>::NotProposed);
		// Bounds may have been lowered since it was proposed.
		Self::ensure_terms(&record.terms)?;
		let TermsOf::<T> { pay, eras, .. } = record.terms;
		ensure!(pay <= limit, Error::<T>::PayAboveLimit);
		let mut ledger = Totals::<T>::get();
		ensure!(ledger.workers < T::MaxWorkers::get(), Error::<T>::TooManyWorkers);
		ledger.engage(pay).ok_or(OVERFLOW)?;
		let era = CurrentEra::<T>::get().index;
		let first = era.checked_add(1).ok_or(OVERFLOW)?;
		let last = era.checked_add(eras).ok_or(OVERFLOW)?;

		Beginnings::<T>::try_append(worker).map_err(|()| Error::<T>::TooManyWorkers)?;
		Endings::<T>::try_append(last, worker).map_err(|()| Error::<T>::TooManyWorkers)?;
		Totals::<T>::put(ledger);
		record.stage = Stage::Approved { first, last };
		Workers::<T>::insert(worker, record);
		Self::deposit_event(Event::Approved { worker, first, last });
		Ok(())
	}

	/// Stops a worker; `by` is the worker itself, unless it is whoever may stop all.
	pub(crate) fn do_stop(by: Option<T::AccountId>, worker: u32) -> DispatchResult {
		let mut record = Self::worker_or_error(worker)?;
		let is_itself = |who| record.proposer == who || record.beneficiary == who;
		ensure!(by.is_none_or(is_itself), Error::<T>::NotWorker);
		match record.stage {
			Stage::Proposed => {
				Workers::<T>::remove(worker);
				record.ticket.drop(&record.proposer)?;
				Self::deposit_event(Event::ProposalRemoved { worker });
				return Ok(());
			}
			Stage::Approved { first, last } => {
				let mut ledger = Totals::<T>::get();
				if CurrentEra::<T>::get().index < first {
					ledger.disengage(record.terms.pay).ok_or(OVERFLOW)?;
					Beginnings::<T>::mutate(|list| list.retain(|other| *other != worker));
				} else {
					ledger.end(&mut record.share).ok_or(OVERFLOW)?;
				}
				Endings::<T>::mutate_exists(last, |entry| {
					*entry = entry.take().and_then(|mut list| {
						list.retain(|other| *other != worker);
						(!list.is_empty()).then_some(list)
					});
				});
				Totals::<T>::put(ledger);
			}
			Stage::Ended => return Err(Error::<T>::AlreadyEnded.into()),
		}
		record.stage = Stage::Ended;
		Workers::<T>::insert(worker, record);
		Self::deposit_event(Event::Stopped { worker });
		Ok(())
	}

	/// What a claim would do now, be it nothing.
	pub(crate) fn claim_of(worker: u32) -> Result<Claim<T>, DispatchError> {
		let mut record = Self::worker_or_error(worker)?;
		let ledger = Totals::<T>::get();
		record.share.settle(&ledger.accumulator).ok_or(OVERFLOW)?;
		let closes = record.stage == Stage::Ended;
		// Fractions that others have left behind may make a planck more than was promised.
		let rest = record.terms.total().saturating_sub(record.claimed);
		let mut payable = record.share.credited().min(rest);
		if closes && Self::is_lost(&record.beneficiary, payable) {
			payable = Zero::zero();
		}
		Ok(Claim { ledger, worker: record, payable, closes })
	}

	/// Whether an account is gone, and `amount` too little to bring it back.
	fn is_lost(who: &T::AccountId, amount: BalanceOf<T>) -> bool {
		let consequence = T::Currency::can_deposit(who, amount, Provenance::Extant);
		consequence == DepositConsequence::BelowMinimum
	}

	pub(crate) fn check_claim(worker: u32) -> Result<Claim<T>, DispatchError> {
		let claim = Self::claim_of(worker)?;
		ensure!(claim.closes || !claim.payable.is_zero(), Error::<T>::NothingToClaim);
		Ok(claim)
	}

	pub(crate) fn do_claim(worker: u32) -> DispatchResult {
		let Claim { mut ledger, worker: mut record, payable: amount, closes } =
			Self::check_claim(worker)?;
		ledger.pay(&mut record.share, amount).ok_or(OVERFLOW)?;
		record.claimed = record.claimed.checked_add(&amount).ok_or(OVERFLOW)?;
		let forfeited = record.share.credited();
		if closes {
			ledger.dissolve(record.share).ok_or(OVERFLOW)?;
		}

		if !amount.is_zero() {
			let beneficiary = record.beneficiary.clone();
			T::Currency::transfer(&Self::pot(), &beneficiary, amount, Preservation::Preserve)?;
			Self::deposit_event(Event::Claimed { worker, beneficiary, amount });
		}
		Totals::<T>::put(ledger);
		if !closes {
			Workers::<T>::insert(worker, record);
			return Ok(());
		}
		Workers::<T>::remove(worker);
		record.ticket.drop(&record.proposer)?;
		Self::deposit_event(Event::Closed { worker, claimed: record.claimed, forfeited });
		Ok(())
	}

	/// Those workers of a list that there are, with their numbers.
	pub(crate) fn workers_of(list: Vec<u32>) -> impl Iterator<Item = (u32, WorkerOf<T>)> {
		list.into_iter().filter_map(|worker| Some((worker, Workers::<T>::get(worker)?)))
	}
}

impl<T: Config, RuntimeCall: IsSubType<Call<T>>>
	BringsProceeds<T::AccountId, RuntimeCall, BalanceOf<T>> for Pallet<T>
{
	fn proceeds(who: &T::AccountId, call: &RuntimeCall) -> Option<BalanceOf<T>> {
		let Some(Call::claim { worker }) = call.is_sub_type() else {
			return None;
		};
		// Of a claim that closes the record, without the deposit: a ticket does not say what it is worth.
		let claim = Self::check_claim(*worker).ok()?;
		(claim.worker.beneficiary == *who).then_some(claim.payable)
	}
}
