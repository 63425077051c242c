//! Campaigns: how they open, take funds, deliver and close.

use crate::{ledger::Window, pallet::*, types::*, HIGHEST_PROVIDER_SHARE};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced as _, Inspect as _, Mutate as _},
		tokens::{Fortitude, Precision, Preservation},
		Consideration, Footprint, Get, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult, Permill,
};

/// What the keys of a campaign and of its ledger take, in bytes.
const CAMPAIGN_KEYS: usize = 2 * (32 + 8 + 4);

/// What cannot happen unless more BHTD has gone through a campaign than can exist.
pub(crate) const OVERFLOW: DispatchError = DispatchError::Arithmetic(ArithmeticError::Overflow);

impl<T: Config> Pallet<T> {
	/// The keyless account with the money of a campaign.
	pub fn pot(campaign: u32) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(campaign)
	}

	/// What the deposit of a campaign pays for.
	pub fn campaign_footprint(terms: &TermsOf<T>) -> Footprint {
		let size = terms
			.encoded_size()
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(BalanceOf::<T>::max_encoded_len())
			.saturating_add(T::Consideration::max_encoded_len())
			.saturating_add(LedgerOf::<T>::max_encoded_len())
			.saturating_add(CAMPAIGN_KEYS);
		Footprint::from_parts(1, size)
	}

	/// The money of a campaign as of now.
	pub(crate) fn synced_ledger(campaign: u32) -> Result<LedgerOf<T>, DispatchError> {
		let mut ledger = Ledgers::<T>::get(campaign).ok_or(Error::<T>::CampaignNotFound)?;
		ledger.sync(Self::now()).ok_or(OVERFLOW)?;
		Ok(ledger)
	}

	pub(crate) fn campaign_or_error(campaign: u32) -> Result<CampaignOf<T>, DispatchError> {
		Campaigns::<T>::get(campaign).ok_or(Error::<T>::CampaignNotFound.into())
	}

	/// The campaign, if `who` is its provider.
	pub(crate) fn campaign_of_provider(
		campaign: u32,
		who: &T::AccountId,
	) -> Result<CampaignOf<T>, DispatchError> {
		let record = Self::campaign_or_error(campaign)?;
		ensure!(record.terms.provider == *who, Error::<T>::NotProvider);
		Ok(record)
	}

	/// Pays out of the pot. It keeps what keeps it alive.
	pub(crate) fn pay_from_pot(
		campaign: u32,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Currency::transfer(&Self::pot(campaign), to, amount, Preservation::Preserve).map(|_| ())
	}

	/// Pays the treasury out of the pot. It keeps what keeps it alive.
	pub(crate) fn forfeit_from_pot(campaign: u32, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		let credit = T::Currency::withdraw(
			&Self::pot(campaign),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		T::Treasury::on_unbalanced(credit);
		Ok(())
	}

	fn ensure_terms(terms: &TermsOf<T>) -> DispatchResult {
		ensure!(!terms.purpose.is_empty(), Error::<T>::PurposeMissing);
		ensure!(core::str::from_utf8(&terms.purpose).is_ok(), Error::<T>::PurposeNotUtf8);
		ensure!(
			is_rising(&terms.categories) && is_rising(&terms.merchants),
			Error::<T>::ListNotRising
		);
		ensure!(Self::is_possible(&terms.window), Error::<T>::WindowOutOfBounds);
		ensure!(
			!terms.cap_per_receipt.is_zero() && terms.cap_per_receipt <= terms.cap_per_person,
			Error::<T>::CapOutOfBounds
		);
		ensure!(terms.provider_share <= HIGHEST_PROVIDER_SHARE, Error::<T>::ProviderShareTooHigh);
		ensure!(terms.split.is_whole(), Error::<T>::SplitNotWhole);
		Ok(())
	}

	/// Whether a campaign with this window can be opened now.
	fn is_possible(window: &Window<ProvidedBlockNumberOf<T>>) -> bool {
		let (now, Window { from, until, closes }) = (Self::now(), *window);
		from >= now
			&& from.saturating_add(T::QuietPeriod::get()) < until
			&& until.saturating_add(T::ShortestAftermath::get()) <= closes
			&& closes <= now.saturating_add(T::LongestCampaign::get())
	}

	pub(crate) fn do_open_campaign(
		sponsor: T::AccountId,
		terms: TermsOf<T>,
		funds: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!OpeningPaused::<T>::get(), Error::<T>::OpeningPaused);
		Self::ensure_terms(&terms)?;
		let campaign = NextCampaign::<T>::get();
		let next = campaign.checked_add(1).ok_or(Error::<T>::NoCampaignIdLeft)?;
		let mut ledger = LedgerOf::<T>::new(terms.window, terms.provider_share);
		ledger.add_funds(funds).ok_or(OVERFLOW)?;
		let endowment = T::Currency::minimum_balance();
		let total = endowment.saturating_add(funds);

		let ticket = T::Consideration::new(&sponsor, Self::campaign_footprint(&terms))?;
		T::Currency::transfer(&sponsor, &Self::pot(campaign), total, Preservation::Preserve)?;
		NextCampaign::<T>::put(next);
		Ledgers::<T>::insert(campaign, ledger);
		let provider = terms.provider.clone();
		let record = Campaign { sponsor: sponsor.clone(), endowment, terms, ticket };
		Campaigns::<T>::insert(campaign, record);
		Self::deposit_event(Event::CampaignOpened { campaign, sponsor: sponsor.clone(), provider });
		if !funds.is_zero() {
			Self::deposit_event(Event::FundsAdded { campaign, who: sponsor, amount: funds });
		}
		Ok(())
	}

	pub(crate) fn do_add_funds(
		who: T::AccountId,
		campaign: u32,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let mut ledger = Self::synced_ledger(campaign)?;
		ensure!(Self::now() < ledger.window.until, Error::<T>::TooLate);
		ledger.add_funds(amount).ok_or(OVERFLOW)?;

		T::Currency::transfer(&who, &Self::pot(campaign), amount, Preservation::Preserve)?;
		Ledgers::<T>::insert(campaign, ledger);
		Self::deposit_event(Event::FundsAdded { campaign, who, amount });
		Ok(())
	}

	pub(crate) fn do_lower_provider_share(
		who: T::AccountId,
		campaign: u32,
		share: Permill,
	) -> DispatchResult {
		Self::campaign_of_provider(campaign, &who)?;
		let mut ledger = Self::synced_ledger(campaign)?;
		ensure!(share < ledger.provider_share, Error::<T>::ShareNotLower);

		ledger.provider_share = share;
		Ledgers::<T>::insert(campaign, ledger);
		Self::deposit_event(Event::ProviderShareLowered { campaign, share });
		Ok(())
	}

	pub(crate) fn do_deliver(
		who: T::AccountId,
		campaign: u32,
		batch: T::Hash,
		pointer: PointerOf<T>,
	) -> DispatchResult {
		let terms = Self::campaign_of_provider(campaign, &who)?.terms;
		let mut ledger = Self::synced_ledger(campaign)?;
		ensure!(Self::now() < terms.window.closes, Error::<T>::TooLate);
		ensure!(ledger.has_reached(terms.minimum), Error::<T>::TooFewContributors);
		let paid = ledger.deliver(terms.provider_share).ok_or(OVERFLOW)?;

		Self::pay_from_pot(campaign, &who, paid)?;
		Ledgers::<T>::insert(campaign, ledger);
		Self::deposit_event(Event::Delivered { campaign, batch, pointer, paid });
		Ok(())
	}

	pub(crate) fn do_close_campaign(campaign: u32) -> DispatchResult {
		let mut ledger = Self::synced_ledger(campaign)?;
		let now = Self::now();
		ensure!(now >= ledger.window.until, Error::<T>::WindowOpen);
		let is_over = ledger.is_final(now) && ledger.records == 0;
		let amount = ledger.refund(now).ok_or(OVERFLOW)?;
		ensure!(is_over || !amount.is_zero(), Error::<T>::NothingToClose);
		let Campaign { sponsor, ticket, .. } = Self::campaign_or_error(campaign)?;

		if !is_over {
			Self::pay_from_pot(campaign, &sponsor, amount)?;
			Ledgers::<T>::insert(campaign, ledger);
			Self::deposit_event(Event::Refunded { campaign, amount });
			return Ok(());
		}
		// With what keeps the pot alive, and whatever was sent there by mistake.
		let pot = Self::pot(campaign);
		let all = T::Currency::reducible_balance(&pot, Preservation::Expendable, Fortitude::Polite);
		T::Currency::transfer(&pot, &sponsor, all, Preservation::Expendable)?;
		Campaigns::<T>::remove(campaign);
		Ledgers::<T>::remove(campaign);
		ticket.drop(&sponsor)?;
		if !amount.is_zero() {
			Self::deposit_event(Event::Refunded { campaign, amount });
		}
		Self::deposit_event(Event::CampaignClosed {
			campaign,
			funded: ledger.funded,
			claimed: ledger.claimed,
			delivered: ledger.delivered,
			forfeited: ledger.forfeited,
		});
		Ok(())
	}
}
