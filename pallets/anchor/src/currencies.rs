//! Currencies, and who may issue them.

use crate::{math, pallet::*, types::*, HIGHEST_PENALTY, MOST_DECIMALS};
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use frame_support::{
	ensure,
	traits::{
		fungibles::{metadata::Mutate as _, Create as _},
		Get,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, BlockNumberProvider, Bounded, Saturating, Zero},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// The keyless account that has all roles of the asset of `currency`.
	pub fn account(currency: CurrencyId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(currency)
	}

	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	pub(crate) fn currency_or_error(currency: CurrencyId) -> Result<CurrencyOf<T>, DispatchError> {
		Currencies::<T>::get(currency).ok_or(Error::<T>::CurrencyNotFound.into())
	}

	pub(crate) fn institution_or_error(
		currency: CurrencyId,
		institution: &T::AccountId,
	) -> Result<InstitutionOf<T>, DispatchError> {
		Institutions::<T>::get(currency, institution).ok_or(Error::<T>::InstitutionNotFound.into())
	}

	/// Whether terms lie within the bounds of the runtime.
	pub(crate) fn ensure_within_bounds(terms: &TermsOf<T>, decimals: u8) -> Result<(), Error<T>> {
		let bounds = T::Bounds::get();
		let price = terms.price(decimals);
		// What is out of range is more than any bound but the greatest.
		let worth = |amount| price.worth(amount).unwrap_or_else(BalanceOf::<T>::max_value);
		ensure!(
			(bounds.lowest_rate..=bounds.highest_rate).contains(&terms.rate),
			Error::<T>::RateOutOfBounds
		);
		ensure!(
			!terms.freshness.is_zero() && terms.freshness <= bounds.longest_freshness,
			Error::<T>::FreshnessOutOfBounds
		);
		let fits = |period, shortest| (shortest..=bounds.longest_period).contains(&period);
		ensure!(fits(terms.window, bounds.shortest_window), Error::<T>::WindowOutOfBounds);
		ensure!(
			!terms.window_limit.is_zero()
				&& worth(terms.window_limit) <= bounds.highest_window_limit,
			Error::<T>::WindowLimitOutOfBounds
		);
		ensure!(
			fits(terms.redemption_period, bounds.shortest_redemption_period)
				&& fits(terms.objection_period, bounds.shortest_objection_period)
				&& fits(terms.arbitration_period, bounds.shortest_arbitration_period),
			Error::<T>::PeriodOutOfBounds
		);
		ensure!(terms.penalty <= HIGHEST_PENALTY, Error::<T>::PenaltyTooHigh);
		ensure!(
			(bounds.lowest_minimum_redemption..=bounds.highest_minimum_redemption)
				.contains(&worth(terms.minimum_redemption)),
			Error::<T>::MinimumRedemptionOutOfBounds
		);
		ensure!(
			terms.holding_limit.is_none_or(|limit| worth(limit) >= bounds.lowest_holding_limit),
			Error::<T>::HoldingLimitTooLow
		);
		Ok(())
	}

	pub(crate) fn do_create_currency(
		code: CodeOf<T>,
		decimals: u8,
		terms: TermsOf<T>,
	) -> Result<CurrencyId, DispatchError> {
		let is_plain = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
		ensure!(!code.is_empty() && code.iter().all(is_plain), Error::<T>::CodeMalformed);
		ensure!(!Codes::<T>::contains_key(&code), Error::<T>::CodeTaken);
		ensure!(decimals <= MOST_DECIMALS, Error::<T>::TooManyDecimals);
		Self::ensure_within_bounds(&terms, decimals)?;
		let currency = NextCurrency::<T>::get();
		let next = currency.checked_add(1).ok_or(Error::<T>::NoCurrencyIdLeft)?;

		let account = Self::account(currency);
		// The smallest balance must be one unit: with any other, an account could be left with dust,
		// which assets burn, and the issuance would not be what institutions owe for.
		T::Assets::create(currency, account.clone(), true, 1u8.into())?;
		let name = code.clone().into_inner();
		T::Assets::set(currency, &account, name.clone(), name, decimals)?;
		NextCurrency::<T>::put(next);
		Codes::<T>::insert(&code, currency);
		let record = Currency {
			code: code.clone(),
			decimals,
			terms,
			terms_set_at: Self::now(),
			halted: false,
		};
		Currencies::<T>::insert(currency, record);
		Self::deposit_event(Event::CurrencyCreated { currency, code, decimals, terms });
		Ok(currency)
	}

	pub(crate) fn do_set_terms(currency: CurrencyId, terms: TermsOf<T>) -> DispatchResult {
		let mut record = Self::currency_or_error(currency)?;
		let now = Self::now();
		ensure!(
			now >= record.terms_set_at.saturating_add(T::TermsInterval::get()),
			Error::<T>::TermsTooRecent
		);
		Self::ensure_within_bounds(&terms, record.decimals)?;
		ensure!(math::is_within_step(record.terms.rate, terms.rate), Error::<T>::RateStepTooLarge);

		record.terms = terms;
		record.terms_set_at = now;
		Currencies::<T>::insert(currency, record);
		Self::deposit_event(Event::TermsSet { currency, terms });
		Ok(())
	}

	pub(crate) fn do_admit(currency: CurrencyId, institution: T::AccountId) -> DispatchResult {
		ensure!(Currencies::<T>::contains_key(currency), Error::<T>::CurrencyNotFound);
		let role = Role::CreditInstitution;
		ensure!(T::Margin::is_active(&institution, role), Error::<T>::NotActiveInstitution);
		let record = match Institutions::<T>::get(currency, &institution) {
			Some(record) => {
				ensure!(!record.standing.may_mint(), Error::<T>::AlreadyAdmitted);
				Institution { standing: Standing::Admitted, ..record }
			}
			None => Institution::admitted(),
		};

		Institutions::<T>::insert(currency, &institution, record);
		Self::deposit_event(Event::Admitted { currency, institution });
		Ok(())
	}

	pub(crate) fn do_dismiss(currency: CurrencyId, institution: T::AccountId) -> DispatchResult {
		let mut record = Self::institution_or_error(currency, &institution)?;
		ensure!(record.standing != Standing::Dismissed, Error::<T>::AlreadyDismissed);

		if record.is_unused() {
			Institutions::<T>::remove(currency, &institution);
		} else {
			record.standing = Standing::Dismissed;
			Institutions::<T>::insert(currency, &institution, record);
		}
		Self::deposit_event(Event::Dismissed { currency, institution });
		Ok(())
	}

	pub(crate) fn do_attest(
		currency: CurrencyId,
		institution: T::AccountId,
		reserve: BalanceOf<T>,
		evidence: T::Hash,
	) -> DispatchResult {
		let mut record = Self::institution_or_error(currency, &institution)?;

		record.attestation = Some(Attestation { reserve, evidence, at: Self::now() });
		Institutions::<T>::insert(currency, &institution, record);
		Self::deposit_event(Event::Attested { currency, institution, reserve, evidence });
		Ok(())
	}
}
