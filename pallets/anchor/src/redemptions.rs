//! The life of a redemption.

use crate::{math::Bond, pallet::*, types::*};
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
		// Its margin could not pay itself.
		ensure!(holder != institution, Error::<T>::OwnTokens);
		let Currency { terms, .. } = Self::currency_or_error(currency)?;
		let mut record = Self::institution_or_error(currency, &institution)?;
		let free = Self::free_tokens(currency, &holder);
		ensure!(amount <= free, Error::<T>::InsufficientTokens);
		let is_small = amount < terms.minimum_redemption;
		let is_all = amount == free || amount == record.outstanding;
		ensure!(is_all || !is_small, Error::<T>::BelowMinimumRedemption);
		// What the margin owes for the tokens it owes for the redemption from now on, so that nothing
		// has to be asked of the ledger.
		let Bond { compensation, penalty } = Self::take_out(&mut record, amount)?;
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
			penalty,
			is_small,
			objection_period: terms.objection_period,
			arbitration_period: terms.arbitration_period,
			state: State::Asked,
			deadline,
			stake: None,
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
			penalty,
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

	/// What a wrong objection loses: a part of what is at stake, and never nothing.
	pub(crate) fn stake_of(redemption: &RedemptionOf<T>) -> BalanceOf<T> {
		match &redemption.stake {
			Some(stake) => stake.amount,
			None => T::ObjectionShare::get()
				.mul_ceil(redemption.compensation)
				.max(T::LeastObjection::get()),
		}
	}

	fn put_down(
		payer: T::AccountId,
		redemption: &RedemptionOf<T>,
	) -> Result<StakeOf<T>, DispatchError> {
		let amount = Self::stake_of(redemption);
		T::Currency::hold(&HoldReason::Objection.into(), &payer, amount)?;
		Ok(Stake { payer, amount })
	}

	pub(crate) fn do_back_objection(backer: T::AccountId, id: RedemptionIdOf<T>) -> DispatchResult {
		let mut redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::Back)?;
		ensure!(redemption.stake.is_none(), Error::<T>::AlreadyBacked);
		// It would get what it loses.
		ensure!(backer != id.institution, Error::<T>::BackedByInstitution);

		let stake = Self::put_down(backer.clone(), &redemption)?;
		let amount = stake.amount;
		redemption.stake = Some(stake);
		Redemptions::<T>::insert(Self::key(&id), redemption);
		Self::deposit_event(Event::ObjectionBacked { redemption: id, backer, amount });
		Ok(())
	}

	pub(crate) fn do_object(
		holder: T::AccountId,
		id: RedemptionIdOf<T>,
		evidence: T::Hash,
	) -> DispatchResult {
		let mut redemption = Self::redemption_of(&holder, &id)?;
		Self::ensure_possible(&redemption, Action::Object)?;

		if redemption.stake.is_none() {
			redemption.stake = Some(Self::put_down(holder, &redemption)?);
		}
		let deadline = Self::now().saturating_add(redemption.arbitration_period);
		redemption.state = State::Disputed;
		redemption.deadline = deadline;
		Redemptions::<T>::insert(Self::key(&id), redemption);
		Self::deposit_event(Event::Objected { redemption: id, evidence, deadline });
		Ok(())
	}

	pub(crate) fn do_decide(id: RedemptionIdOf<T>, verdict: Verdict) -> DispatchResult {
		let redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::Decide)?;
		let ground = Ground::Decided;
		match verdict {
			Verdict::Paid => Self::close_paid(id, redemption, ground),
			Verdict::NotPaid => Self::close_unpaid(id, redemption, ground, true),
			Verdict::Excused => Self::close_unpaid(id, redemption, ground, false),
		}
	}

	pub(crate) fn do_settle(id: RedemptionIdOf<T>) -> DispatchResult {
		let redemption = Self::redemption_or_error(&id)?;
		Self::ensure_possible(&redemption, Action::Settle)?;
		let ground = Ground::Overdue;
		match redemption.state {
			State::Asked => {
				let in_default = !redemption.is_small;
				Self::close_unpaid(id, redemption, ground, in_default)
			}
			State::Claimed => Self::close_paid(id, redemption, ground),
			// Nobody has said whose fault it is.
			State::Disputed => Self::close_unpaid(id, redemption, ground, false),
		}
	}

	/// The margin owes no more. The institution gets what is lost by an objection that was made.
	fn close_paid(
		id: RedemptionIdOf<T>,
		redemption: RedemptionOf<T>,
		ground: Ground,
	) -> DispatchResult {
		let mut forfeited = Zero::zero();
		match &redemption.stake {
			Some(stake) if redemption.state == State::Disputed => {
				forfeited = stake.amount;
				// By force, because freezes lie over holds as well: otherwise a holder could freeze its
				// whole balance and could not lose.
				T::Currency::transfer_on_hold(
					&HoldReason::Objection.into(),
					&stake.payer,
					&id.institution,
					forfeited,
					Precision::Exact,
					Restriction::Free,
					Fortitude::Force,
				)?;
			}
			stake => Self::give_back(stake)?,
		}
		let owed = redemption.compensation.ensure_add(redemption.penalty)?;
		Self::lift(&id.institution, owed)?;
		Self::close(id, redemption, ground, Outcome::Paid { forfeited })
	}

	/// The margin pays: the compensation, and the penalty if its owner is in default, who may not mint
	/// then until it is admitted again.
	fn close_unpaid(
		id: RedemptionIdOf<T>,
		redemption: RedemptionOf<T>,
		ground: Ground,
		in_default: bool,
	) -> DispatchResult {
		Self::give_back(&redemption.stake)?;
		let compensation = redemption.compensation;
		let penalty = if in_default { redemption.penalty } else { Zero::zero() };
		let payout = compensation.ensure_add(penalty)?;
		let owed = compensation.ensure_add(redemption.penalty)?;
		Self::pay(&id.institution, &redemption.holder, payout, owed)?;
		let outcome = Outcome::Compensated { compensation, penalty, in_default };
		Self::close(id, redemption, ground, outcome)
	}

	fn give_back(stake: &Option<StakeOf<T>>) -> DispatchResult {
		let Some(Stake { payer, amount }) = stake else { return Ok(()) };
		let reason = HoldReason::Objection.into();
		T::Currency::release(&reason, payer, *amount, Precision::Exact).map(|_| ())
	}

	/// Pays the holder out of the margin of the institution, which owes no more for it.
	fn pay(
		institution: &T::AccountId,
		holder: &T::AccountId,
		payout: BalanceOf<T>,
		owed: BalanceOf<T>,
	) -> DispatchResult {
		// Nothing needs no account to go to, and no margin to come from.
		if payout.is_zero() {
			return Self::lift(institution, owed);
		}
		let arrives = T::Currency::can_deposit(holder, payout, Provenance::Extant);
		ensure!(arrives == DepositConsequence::Success, Error::<T>::HolderCannotReceive);
		T::Margin::settle(institution, Role::CreditInstitution, holder, payout, owed)
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
