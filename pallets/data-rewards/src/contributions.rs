//! Consent, contributions of data, and what is paid for them.

use crate::{campaigns::OVERFLOW, pallet::*, types::*};
use alloc::vec::Vec;
use bhtd_accumulator::Position;
use bhtd_primitives::BringsProceeds;
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Contains, Footprint, Get, IsSubType},
};
use sp_runtime::{
	traits::{CheckedAdd, Saturating, Zero},
	DispatchError, DispatchResult,
};

/// What the keys of a contributor's record and of its consent take beside the account id, in bytes.
const CONTRIBUTOR_KEYS: usize = 2 * (32 + 8 + 4 + 16);

/// What a claim would do.
pub(crate) struct Claim<T: Config> {
	/// The money of the campaign, as of now.
	pub ledger: LedgerOf<T>,
	/// The record, credited up to now.
	pub record: ContributorOf<T>,
	/// The person's data account.
	pub account: DataAccountOf<T>,
	/// Planck of BHTD that the person would be paid.
	pub payable: BalanceOf<T>,
	/// Whether the record would be closed.
	pub closes: bool,
}

impl<T: Config> Pallet<T> {
	/// What the deposit of a contributor pays for, whose consent has a pointer of `pointer` bytes.
	pub fn contributor_footprint(pointer: usize) -> Footprint {
		let consent = T::Hash::max_encoded_len().saturating_add(pointer).saturating_add(4);
		let size = ContributorOf::<T>::max_encoded_len()
			.saturating_add(consent)
			.saturating_add(T::AccountId::max_encoded_len().saturating_mul(2))
			.saturating_add(CONTRIBUTOR_KEYS);
		Footprint::from_parts(1, size)
	}

	pub(crate) fn do_consent(
		who: T::AccountId,
		campaign: u32,
		commitment: T::Hash,
		pointer: PointerOf<T>,
	) -> DispatchResult {
		let mut account = DataAccounts::<T>::get(&who).ok_or(Error::<T>::DataAccountNotFound)?;
		let mut ledger = Ledgers::<T>::get(campaign).ok_or(Error::<T>::CampaignNotFound)?;
		let takes = ledger.takes_contributions(Self::now(), T::QuietPeriod::get());
		ensure!(takes, Error::<T>::TooLate);
		let former = Contributors::<T>::get(campaign, &who);
		let has_consented = former.as_ref().is_some_and(|record| record.consented);
		ensure!(!has_consented, Error::<T>::AlreadyConsented);
		let footprint = Self::contributor_footprint(pointer.len());

		let record = match former {
			Some(former) => {
				let ticket = former.ticket.update(&who, footprint)?;
				Contributor { consented: true, ticket, ..former }
			}
			None => {
				ledger.records = ledger.records.checked_add(1).ok_or(OVERFLOW)?;
				account.records = account.records.checked_add(1).ok_or(OVERFLOW)?;
				Ledgers::<T>::insert(campaign, ledger);
				DataAccounts::<T>::insert(&who, account);
				Contributor {
					position: Position::default(),
					fees: Zero::zero(),
					paid: Zero::zero(),
					next: 0,
					consented: true,
					ticket: T::Consideration::new(&who, footprint)?,
				}
			}
		};
		Contributors::<T>::insert(campaign, &who, record);
		Consents::<T>::insert(campaign, &who, Consent { commitment, pointer });
		Self::deposit_event(Event::Consented { campaign, who, commitment });
		Ok(())
	}

	/// The record of a person whose consent is in force.
	fn consenting(campaign: u32, who: &T::AccountId) -> Result<ContributorOf<T>, DispatchError> {
		Contributors::<T>::get(campaign, who)
			.filter(|record| record.consented)
			.ok_or(Error::<T>::NotConsented.into())
	}

	pub(crate) fn do_revoke(who: T::AccountId, campaign: u32) -> DispatchResult {
		let mut ledger = Self::synced_ledger(campaign)?;
		let mut record = Self::consenting(campaign, &who)?;
		ledger.set_weight(&mut record.position, Zero::zero()).ok_or(OVERFLOW)?;

		record.consented = false;
		record.ticket = record.ticket.update(&who, Self::contributor_footprint(0))?;
		Ledgers::<T>::insert(campaign, ledger);
		Contributors::<T>::insert(campaign, &who, record);
		Consents::<T>::remove(campaign, &who);
		Self::deposit_event(Event::Revoked { campaign, who });
		Ok(())
	}

	pub(crate) fn do_contribute(
		who: T::AccountId,
		campaign: u32,
		numbers: Vec<u64>,
		commitment: T::Hash,
	) -> DispatchResult {
		let terms = Self::campaign_or_error(campaign)?.terms;
		let mut ledger = Self::synced_ledger(campaign)?;
		let mut record = Self::consenting(campaign, &who)?;
		let takes = ledger.takes_contributions(Self::now(), T::QuietPeriod::get());
		ensure!(takes, Error::<T>::TooLate);
		ensure!(!numbers.is_empty(), Error::<T>::NoReceipts);
		let receipts = Receipts::<T>::get(&who);
		let before = record.position.weight();
		let mut weight = before;
		for number in numbers {
			ensure!(number >= record.next, Error::<T>::ReceiptUsed);
			let found = receipts.binary_search_by_key(&number, |receipt| receipt.number);
			let receipt = found.ok().and_then(|index| receipts.get(index));
			let receipt = receipt.ok_or(Error::<T>::ReceiptNotFound)?;
			Self::ensure_counts(&terms, receipt)?;
			weight = weight
				.checked_add(&receipt.fee.min(terms.cap_per_receipt))
				.ok_or(OVERFLOW)?
				.min(terms.cap_per_person);
			record.fees = record.fees.checked_add(&receipt.fee).ok_or(OVERFLOW)?;
			record.next = number.checked_add(1).ok_or(OVERFLOW)?;
		}
		// Nobody is to give data away for nothing.
		ensure!(weight > before, Error::<T>::WeightAtCap);
		ledger.set_weight(&mut record.position, weight).ok_or(OVERFLOW)?;

		Ledgers::<T>::insert(campaign, ledger);
		Contributors::<T>::insert(campaign, &who, record);
		Self::deposit_event(Event::Contributed { campaign, who, weight, commitment });
		Ok(())
	}

	/// Whether a receipt is one of those the campaign is about.
	fn ensure_counts(terms: &TermsOf<T>, receipt: &KeptReceiptOf<T>) -> DispatchResult {
		// None can be later than the window, as there is still time to contribute.
		ensure!(receipt.block >= terms.window.from, Error::<T>::ReceiptTooOld);
		ensure!(
			is_covered(&terms.categories, &receipt.category)
				&& is_covered(&terms.merchants, &receipt.merchant),
			Error::<T>::ReceiptNotCovered
		);
		Ok(())
	}

	/// What a claim would do now, if anything.
	pub(crate) fn check_claim(
		who: &T::AccountId,
		campaign: u32,
	) -> Result<Claim<T>, DispatchError> {
		let claim = Self::claim_of(who, campaign)?;
		ensure!(claim.closes || !claim.payable.is_zero(), Error::<T>::NothingToClaim);
		Ok(claim)
	}

	/// What a claim would do now, be it nothing.
	pub(crate) fn claim_of(who: &T::AccountId, campaign: u32) -> Result<Claim<T>, DispatchError> {
		let ledger = Self::synced_ledger(campaign)?;
		let record = Contributors::<T>::get(campaign, who);
		let mut record = record.ok_or(Error::<T>::NotContributor)?;
		let account = DataAccounts::<T>::get(who).ok_or(Error::<T>::DataAccountNotFound)?;
		record.position.settle(&ledger.accumulator).ok_or(OVERFLOW)?;
		let is_identified = || T::Judgement::contains(who);
		let payable = payable(&record, &account, T::PayoutShare::get(), is_identified);
		let closes = ledger.is_final(Self::now());
		Ok(Claim { ledger, record, account, payable, closes })
	}

	pub(crate) fn do_claim(who: T::AccountId, campaign: u32) -> DispatchResult {
		let claim = Self::check_claim(&who, campaign)?;
		Self::pay_claim(who, campaign, claim)
	}

	pub(crate) fn do_close_record(campaign: u32, who: T::AccountId) -> DispatchResult {
		let claim = Self::claim_of(&who, campaign)?;
		let ends = claim.ledger.window.closes.saturating_add(T::GracePeriod::get());
		ensure!(Self::now() >= ends, Error::<T>::GracePeriodNotOver);
		ensure!(claim.closes, Error::<T>::PurchasesOpen);
		Self::pay_claim(who, campaign, claim)
	}

	/// Pays what is payable, and closes the record if it is time.
	fn pay_claim(who: T::AccountId, campaign: u32, claim: Claim<T>) -> DispatchResult {
		let Claim { mut ledger, mut record, mut account, payable: amount, closes } = claim;
		let mut forfeited = Zero::zero();
		ledger.pay(&mut record.position, amount).ok_or(OVERFLOW)?;
		record.paid = record.paid.checked_add(&amount).ok_or(OVERFLOW)?;
		account.paid = account.paid.checked_add(&amount).ok_or(OVERFLOW)?;
		if closes {
			forfeited = ledger.dissolve(record.position).ok_or(OVERFLOW)?;
			account.records = account.records.checked_sub(1).ok_or(OVERFLOW)?;
		}

		Self::pay_from_pot(campaign, &who, amount)?;
		Self::forfeit_from_pot(campaign, forfeited)?;
		Ledgers::<T>::insert(campaign, ledger);
		DataAccounts::<T>::insert(&who, account);
		if !amount.is_zero() {
			Self::deposit_event(Event::Claimed { campaign, who: who.clone(), amount });
		}
		if !closes {
			Contributors::<T>::insert(campaign, &who, record);
			return Ok(());
		}
		Contributors::<T>::remove(campaign, &who);
		Consents::<T>::remove(campaign, &who);
		record.ticket.drop(&who)?;
		Self::deposit_event(Event::RecordClosed { campaign, who, forfeited });
		Ok(())
	}
}

impl<T: Config, RuntimeCall: IsSubType<Call<T>>>
	BringsProceeds<T::AccountId, RuntimeCall, BalanceOf<T>> for Pallet<T>
{
	fn proceeds(who: &T::AccountId, call: &RuntimeCall) -> Option<BalanceOf<T>> {
		let Some(Call::claim { campaign }) = call.is_sub_type() else {
			return None;
		};
		let claim = Self::check_claim(who, *campaign).ok()?;
		// Of a claim that closes the record, without the deposit: a ticket does not say what it is worth.
		Some(claim.payable)
	}
}
