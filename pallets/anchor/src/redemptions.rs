//! The life of a redemption.

use crate::{pallet::*, types::*};
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect as _, MutateHold as _},
		tokens::{DepositConsequence, Fortitude, Precision, Provenance, Restriction},
		Consideration, Footprint, Get,
	},
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, Saturating, Zero},
	DispatchError, DispatchResult,
};

/// What the key of a redemption takes beside the institution's id, in bytes.
const REDEMPTION_KEY: usize = 32 + (8 + 4) + 16 + (8 + 8);

impl<T: Config> Pallet<T> {
	/// What the deposit of a redemption pays for.
	pub fn redemption_footprint() -> Footprint {
		let key = T::AccountId::max_encoded_len().saturating_add(REDEMPTION_KEY);
		Footprint::from_parts(1, RedemptionOf::<T>::max_encoded_len().saturating_add(key))
	}

	pub(crate) fn do_redeem(
		currency: CurrencyId,
		institution: T::AccountId,
		holder: T::AccountId,
		amount: BalanceOf<T>,
		min_compensation: BalanceOf<T>,
		reference: ReferenceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		// Its margin could not pay a penalty to itself.
		ensure!(holder != institution, Error::<T>::OwnTokens);
		let Currency { terms, .. } = Self::currency_or_error(currency)?;
		let mut record = Self::institution_or_error(currency, &institution)?;
		let free = Self::free_tokens(currency, &holder);
		ensure!(amount <= free, Error::<T>::InsufficientTokens);
		let is_small = amount < terms.minimum_redemption;
		let is_all = amount == free || amount == record.outstanding;
		ensure!(is_all || !is_small, Error::<T>::BelowMinimumRedemption);
		let compensation = Self::take_out(&mut record, amount)?;
		ensure!(compensation >= min_compensation, Error::<T>::BelowMinCompensation);
		record.pending = record.pending.ensure_add(amount)?;
		let number = record.redemptions;
		record.redemptions = number.checked_add(1).ok_or(Error::<T>::NoRedemptionNumberLeft)?;

		Self::burn(currency, &holder, amount)?;
		let ticket = T::Consideration::new(&holder, Self::redemption_footprint())?;
		// Saturates only at the end of time, as all periods are bounded.
		let deadline = Self::now().saturating_add(terms.redemption_period);
		Institutions::<T>::insert(currency, &institution, record);
		let redemption = Redemption {
			holder: holder.clone(),
			amount,
			compensation,
			penalty: (!is_small).then_some(terms.penalty),
			objection_period: terms.objection_period,
			arbitration_period: terms.arbitration_period,
			state: State::Asked,
			deadline,
			objection: Zero::zero(),
			reference: reference.clone(),
			ticket,
		};
		let id = RedemptionId { currency, institution, number };
		Redemptions::<T>::insert(Self::key(&id), redemption);
		Self::deposit_event(Event::RedemptionAsked {
			redemption: id,
			holder,
			amount,
			compensation,
			deadline,
			reference,
		});
		Ok(())
	}

	pub(crate) fn do_claim_paid(id: RedemptionIdOf<T>, evidence: T::Hash) -> DispatchResult {
		let mut redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::ClaimPaid)?;

		let deadline = Self::now().saturating_add(redemption.objection_period);
		redemption.state = State::Claimed;
		redemption.deadline = deadline;
		Redemptions::<T>::insert(Self::key(&id), redemption);
		Self::deposit_event(Event::PaymentClaimed { redemption: id, evidence, deadline });
		Ok(())
	}

	pub(crate) fn do_acknowledge(holder: T::AccountId, id: RedemptionIdOf<T>) -> DispatchResult {
		let redemption = Self::redemption_of(&holder, &id)?;
		Self::ensure_possible(&redemption, Action::Acknowledge)?;
		Self::close_paid(id, redemption, Ground::Acknowledged)
	}

	pub(crate) fn do_object(
		holder: T::AccountId,
		id: RedemptionIdOf<T>,
		evidence: T::Hash,
	) -> DispatchResult {
		let mut redemption = Self::redemption_of(&holder, &id)?;
		Self::ensure_possible(&redemption, Action::Object)?;

		let objection = T::ObjectionDeposit::get();
		T::Currency::hold(&HoldReason::Objection.into(), &holder, objection)?;
		let deadline = Self::now().saturating_add(redemption.arbitration_period);
		redemption.state = State::Disputed;
		redemption.deadline = deadline;
		redemption.objection = objection;
		Redemptions::<T>::insert(Self::key(&id), redemption);
		Self::deposit_event(Event::Objected { redemption: id, evidence, deadline });
		Ok(())
	}

	pub(crate) fn do_decide(id: RedemptionIdOf<T>, verdict: Verdict) -> DispatchResult {
		let redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::Decide)?;
		match verdict {
			Verdict::Paid => Self::close_paid(id, redemption, Ground::Decided),
			Verdict::NotPaid => Self::close_unpaid(id, redemption, Ground::Decided),
		}
	}

	pub(crate) fn do_settle(id: RedemptionIdOf<T>) -> DispatchResult {
		let redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::Settle)?;
		match redemption.state {
			State::Claimed => Self::close_paid(id, redemption, Ground::Overdue),
			State::Asked | State::Disputed => Self::close_unpaid(id, redemption, Ground::Overdue),
		}
	}

	/// The margin owes no more, and the institution gets what was put on hold against it.
	fn close_paid(
		id: RedemptionIdOf<T>,
		redemption: RedemptionOf<T>,
		ground: Ground,
	) -> DispatchResult {
		let forfeited = redemption.objection;
		if !forfeited.is_zero() {
			// By force, because freezes lie over holds as well: otherwise a holder could freeze its
			// whole balance and could not lose.
			T::Currency::transfer_on_hold(
				&HoldReason::Objection.into(),
				&redemption.holder,
				&id.institution,
				forfeited,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)?;
		}
		Self::lift(&id.institution, redemption.compensation)?;
		Self::close(id, redemption, ground, Outcome::Paid { forfeited })
	}

	/// The margin pays. Its owner may not mint until it is admitted again, unless it has but left too
	/// small a redemption to its margin and claimed nothing else.
	fn close_unpaid(
		id: RedemptionIdOf<T>,
		redemption: RedemptionOf<T>,
		ground: Ground,
	) -> DispatchResult {
		let Redemption { holder, compensation, objection, penalty, state, .. } = &redemption;
		let in_default = penalty.is_some() || *state == State::Disputed;
		if !objection.is_zero() {
			let reason = HoldReason::Objection.into();
			T::Currency::release(&reason, holder, *objection, Precision::Exact)?;
		}
		let penalty = Self::compensate(&id.institution, &redemption)?;
		let compensation = *compensation;
		let outcome = Outcome::Compensated { compensation, penalty, in_default };
		Self::close(id, redemption, ground, outcome)
	}

	/// Pays the holder out of the margin of the institution, and says how much beyond the compensation.
	fn compensate(
		institution: &T::AccountId,
		redemption: &RedemptionOf<T>,
	) -> Result<BalanceOf<T>, DispatchError> {
		let Redemption { holder, compensation, penalty, .. } = redemption;
		// Nothing that is owed needs no account to go to, and no margin to come from.
		if compensation.is_zero() {
			return Ok(*compensation);
		}
		let arrives = T::Currency::can_deposit(holder, *compensation, Provenance::Extant);
		ensure!(arrives == DepositConsequence::Success, Error::<T>::HolderCannotReceive);
		let role = Role::CreditInstitution;
		T::Margin::settle(institution, role, holder, *compensation, *compensation)?;
		let penalty = penalty.map(|penalty| penalty.mul_ceil(*compensation));
		T::Margin::penalise(institution, role, holder, penalty.unwrap_or_default())
	}

	fn close(
		id: RedemptionIdOf<T>,
		redemption: RedemptionOf<T>,
		ground: Ground,
		outcome: Outcome<BalanceOf<T>>,
	) -> DispatchResult {
		let mut record = Self::institution_or_error(id.currency, &id.institution)?;
		record.pending = record.pending.ensure_sub(redemption.amount)?;
		if matches!(outcome, Outcome::Compensated { in_default: true, .. }) {
			record.standing = record.standing.after_default();
		}
		Institutions::<T>::insert(id.currency, &id.institution, record);
		Redemptions::<T>::remove(Self::key(&id));
		// Last, so that the deposit keeps the account of the holder until it is paid.
		redemption.ticket.drop(&redemption.holder)?;
		Self::deposit_event(Event::RedemptionClosed { redemption: id, ground, outcome });
		Ok(())
	}

	pub(crate) fn key(id: &RedemptionIdOf<T>) -> (CurrencyId, T::AccountId, u64) {
		(id.currency, id.institution.clone(), id.number)
	}

	fn redemption_or_error(id: &RedemptionIdOf<T>) -> Result<RedemptionOf<T>, DispatchError> {
		Redemptions::<T>::get(Self::key(id)).ok_or(Error::<T>::RedemptionNotFound.into())
	}

	fn redemption_of(
		holder: &T::AccountId,
		id: &RedemptionIdOf<T>,
	) -> Result<RedemptionOf<T>, DispatchError> {
		let redemption = Self::redemption_or_error(id)?;
		ensure!(redemption.holder == *holder, Error::<T>::NotHolder);
		Ok(redemption)
	}

	fn ensure_possible(redemption: &RedemptionOf<T>, action: Action) -> DispatchResult {
		let passed = Self::now() >= redemption.deadline;
		match redemption.state.timing(action).ok_or(Error::<T>::WrongState)? {
			Timing::Before => ensure!(!passed, Error::<T>::DeadlinePassed),
			Timing::From => ensure!(passed, Error::<T>::DeadlineNotReached),
			Timing::Whenever => {}
		}
		Ok(())
	}
}
