//! How tokens come, move, and go where they came from.

use crate::{math::Bond, pallet::*, types::*};
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Inspect as _, Mutate as _},
		tokens::{Fortitude, Precision, Preservation},
		Contains,
	},
};
use sp_runtime::{
	traits::{CheckedAdd, EnsureAdd, EnsureSub, Saturating, Zero},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_mint(
		currency: CurrencyId,
		institution: T::AccountId,
		to: T::AccountId,
		amount: BalanceOf<T>,
		max_liability: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let Currency { terms, decimals, halted, .. } = Self::currency_or_error(currency)?;
		let mut record = Self::institution_or_error(currency, &institution)?;
		ensure!(record.standing.may_mint(), Error::<T>::NotAdmitted);
		ensure!(!halted, Error::<T>::MintingHalted);
		let reserve = Self::fresh_reserve(&record, &terms).ok_or(Error::<T>::AttestationStale)?;
		ensure!(amount <= Self::unissued(&record, reserve), Error::<T>::ExceedsReserve);
		let mut window = record.window.at(Self::now(), terms.window);
		ensure!(amount <= window.left(terms.window_limit), Error::<T>::ExceedsWindow);
		ensure!(
			Self::is_within_limit(currency, &terms, &to, amount),
			Error::<T>::ExceedsHoldingLimit
		);
		ensure!(amount <= Self::uncounted(currency), Error::<T>::IssuanceTooLarge);
		let price = terms.price(decimals);
		let bond = price.bond(amount, record.bond(), record.outstanding);
		let bond = bond.ok_or(Error::<T>::IssuanceTooLarge)?;
		let liability = bond.total().ok_or(Error::<T>::IssuanceTooLarge)?;
		ensure!(liability <= max_liability, Error::<T>::AboveMaxLiability);
		record.outstanding = record.outstanding.ensure_add(amount)?;
		record.owed = record.owed.ensure_add(bond.compensation)?;
		record.penalties = record.penalties.ensure_add(bond.penalty)?;
		window.current = window.current.ensure_add(amount)?;
		record.window = window;

		T::Margin::increase_owed(&institution, Role::CreditInstitution, liability)?;
		T::Assets::mint_into(currency, &to, amount)?;
		Institutions::<T>::insert(currency, &institution, record);
		Self::deposit_event(Event::Minted { currency, institution, to, amount, liability });
		Ok(())
	}

	pub(crate) fn do_retire(
		currency: CurrencyId,
		institution: T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let mut record = Self::institution_or_error(currency, &institution)?;
		Self::ensure_free(currency, &institution, amount)?;
		let Bond { compensation, penalty } = Self::take_out(&mut record, amount)?;
		let lifted = compensation.ensure_add(penalty)?;

		Self::burn(currency, &institution, amount)?;
		Self::lift(&institution, lifted)?;
		Institutions::<T>::insert(currency, &institution, record);
		Self::deposit_event(Event::Retired { currency, institution, amount, lifted });
		Ok(())
	}

	pub(crate) fn do_transfer(
		currency: CurrencyId,
		from: T::AccountId,
		to: T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let Currency { terms, .. } = Self::currency_or_error(currency)?;
		Self::ensure_free(currency, &from, amount)?;
		ensure!(
			from == to || Self::is_within_limit(currency, &terms, &to, amount),
			Error::<T>::ExceedsHoldingLimit
		);

		T::Assets::transfer(currency, &from, &to, amount, Preservation::Expendable).map(|_| ())
	}

	/// Whether the holding limit of a currency lets `who` have `amount` more.
	pub(crate) fn may_receive(
		currency: CurrencyId,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> bool {
		Currencies::<T>::get(currency)
			.is_some_and(|record| Self::is_within_limit(currency, &record.terms, who, amount))
	}

	fn is_within_limit(
		currency: CurrencyId,
		terms: &TermsOf<T>,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> bool {
		// What is on hold counts as well: who could put tokens aside in an order would have no limit.
		let fits = |limit| {
			let balance = T::Assets::total_balance(currency, who);
			balance.checked_add(&amount).is_some_and(|balance| balance <= limit)
		};
		terms.holding_limit.is_none_or(fits) || T::Judgement::contains(who)
	}

	/// The reserve an institution has attested of late.
	pub(crate) fn fresh_reserve(
		record: &InstitutionOf<T>,
		terms: &TermsOf<T>,
	) -> Option<BalanceOf<T>> {
		let attestation = record.attestation?;
		let is_fresh = Self::now() <= attestation.at.saturating_add(terms.freshness);
		is_fresh.then_some(attestation.reserve)
	}

	/// How much of a reserve is for no tokens yet. What is asked to be redeemed has yet to be paid out
	/// of it. A reserve that has shrunk may be exceeded already.
	pub(crate) fn unissued(record: &InstitutionOf<T>, reserve: BalanceOf<T>) -> BalanceOf<T> {
		reserve.saturating_sub(record.outstanding).saturating_sub(record.pending)
	}

	/// How many tokens more can be counted. Moving tokens inside the runtime asks the assets whether the
	/// receiver's balance fits, and they may answer as if it were minted: half the range stays empty.
	pub(crate) fn uncounted(currency: CurrencyId) -> BalanceOf<T> {
		let half = <BalanceOf<T> as sp_runtime::traits::Bounded>::max_value() / 2u8.into();
		half.saturating_sub(T::Assets::total_issuance(currency))
	}

	pub(crate) fn free_tokens(currency: CurrencyId, who: &T::AccountId) -> BalanceOf<T> {
		let (preservation, polite) = (Preservation::Expendable, Fortitude::Polite);
		T::Assets::reducible_balance(currency, who, preservation, polite)
	}

	fn ensure_free(
		currency: CurrencyId,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(Self::free_tokens(currency, who) >= amount, Error::<T>::InsufficientTokens);
		Ok(())
	}

	/// Takes tokens out of what an institution has outstanding, and says what was owed for them.
	pub(crate) fn take_out(
		record: &mut InstitutionOf<T>,
		amount: BalanceOf<T>,
	) -> Result<Bond<BalanceOf<T>>, DispatchError> {
		ensure!(amount <= record.outstanding, Error::<T>::ExceedsOutstanding);
		let share = record.bond().share(amount, record.outstanding);
		record.outstanding = record.outstanding.ensure_sub(amount)?;
		record.owed = record.owed.ensure_sub(share.compensation)?;
		record.penalties = record.penalties.ensure_sub(share.penalty)?;
		Ok(share)
	}

	pub(crate) fn burn(
		currency: CurrencyId,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		T::Assets::burn_from(
			currency,
			who,
			amount,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Polite,
		)
		.map(|_| ())
	}

	/// Has the margin of an institution owe less.
	pub(crate) fn lift(institution: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		// An institution that owes nothing may have left the ledger.
		if amount.is_zero() {
			return Ok(());
		}
		T::Margin::decrease_owed(institution, Role::CreditInstitution, amount)
	}
}
