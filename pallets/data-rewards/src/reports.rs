//! Reports: what is offered, bought, delivered and disputed, and who gets the price.

use crate::{campaigns::OVERFLOW, pallet::*, types::*, HIGHEST_ARBITER_FEE};
use bhtd_primitives::MarginLedger;
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{
		fungible::{BalancedHold as _, Inspect as _, MutateHold as _},
		tokens::{DepositConsequence, Fortitude, Precision, Provenance, Restriction},
		Consideration, Footprint, Get, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{Saturating, Zero},
	DispatchError, DispatchResult, Permill, TokenError,
};

/// What the key of a report takes, in bytes.
const REPORT_KEY: usize = 32 + 8 + 4;
/// What the key of a purchase takes, in bytes.
const PURCHASE_KEY: usize = 32 + 8 + 8;

impl<T: Config> Pallet<T> {
	/// What the deposit of a report pays for.
	pub fn report_footprint(offer: &OfferOf<T>) -> Footprint {
		let size = offer
			.encoded_size()
			.saturating_add(u32::max_encoded_len())
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(T::Consideration::max_encoded_len())
			.saturating_add(REPORT_KEY);
		Footprint::from_parts(1, size)
	}

	/// What the deposit of a purchase pays for.
	pub fn purchase_footprint() -> Footprint {
		Footprint::from_parts(1, PurchaseOf::<T>::max_encoded_len().saturating_add(PURCHASE_KEY))
	}

	fn report_or_error(report: u32) -> Result<ReportOf<T>, DispatchError> {
		Reports::<T>::get(report).ok_or(Error::<T>::ReportNotFound.into())
	}

	fn ensure_offer(offer: &OfferOf<T>, campaign: &CampaignOf<T>) -> DispatchResult {
		ensure!(!offer.price.is_zero(), Error::<T>::PriceIsZero);
		ensure!(!offer.arbiters.is_empty(), Error::<T>::NoArbiters);
		for (index, arbiter) in offer.arbiters.iter().enumerate() {
			let others = offer.arbiters.iter().take(index);
			let mut others = others.map(|other| &other.who);
			ensure!(others.all(|other| *other != arbiter.who), Error::<T>::DuplicateArbiter);
			ensure!(arbiter.fee <= HIGHEST_ARBITER_FEE, Error::<T>::ArbiterFeeTooHigh);
			Self::ensure_no_party(&arbiter.who, campaign)?;
		}
		Ok(())
	}

	/// Provider and sponsor get what is released, and cannot decide about it.
	fn ensure_no_party(arbiter: &T::AccountId, campaign: &CampaignOf<T>) -> DispatchResult {
		ensure!(
			*arbiter != campaign.terms.provider && *arbiter != campaign.sponsor,
			Error::<T>::ArbiterIsParty
		);
		Ok(())
	}

	pub(crate) fn do_offer_report(
		who: T::AccountId,
		campaign: u32,
		offer: OfferOf<T>,
	) -> DispatchResult {
		let record = Self::campaign_of_provider(campaign, &who)?;
		let ledger = Ledgers::<T>::get(campaign).ok_or(Error::<T>::CampaignNotFound)?;
		ensure!(Self::now() < ledger.window.closes, Error::<T>::TooLate);
		ensure!(ledger.has_reached(record.terms.minimum), Error::<T>::TooFewContributors);
		Self::ensure_offer(&offer, &record)?;
		let report = NextReport::<T>::get();
		let next = report.checked_add(1).ok_or(Error::<T>::NoReportIdLeft)?;

		let ticket = T::Consideration::new(&who, Self::report_footprint(&offer))?;
		NextReport::<T>::put(next);
		let price = offer.price;
		Reports::<T>::insert(report, Report { campaign, provider: who, offer, ticket });
		Self::deposit_event(Event::ReportOffered { report, campaign, price });
		Ok(())
	}

	pub(crate) fn do_withdraw_report(who: T::AccountId, report: u32) -> DispatchResult {
		let record = Self::report_or_error(report)?;
		ensure!(record.provider == who, Error::<T>::NotProvider);

		Reports::<T>::remove(report);
		record.ticket.drop(&who)?;
		Self::deposit_event(Event::ReportWithdrawn { report });
		Ok(())
	}

	pub(crate) fn do_buy_report(
		buyer: T::AccountId,
		report: u32,
		arbiter: T::AccountId,
		max_price: BalanceOf<T>,
	) -> DispatchResult {
		let Report { campaign, provider, offer, .. } = Self::report_or_error(report)?;
		ensure!(buyer != provider, Error::<T>::OwnReport);
		ensure!(offer.price <= max_price, Error::<T>::AboveMaxPrice);
		let mut ledger = Ledgers::<T>::get(campaign).ok_or(Error::<T>::CampaignNotFound)?;
		ensure!(Self::now() < ledger.window.closes, Error::<T>::TooLate);
		let accepted = offer.arbiters.iter().find(|accepted| accepted.who == arbiter);
		let accepted = accepted.ok_or(Error::<T>::ArbiterNotAccepted)?;
		ensure!(
			arbiter != buyer && !Contributors::<T>::contains_key(campaign, &arbiter),
			Error::<T>::ArbiterIsParty
		);
		ensure!(T::Margin::is_active(&arbiter, accepted.role), Error::<T>::ArbiterNotActive);
		let purchase = NextPurchase::<T>::get();
		let next = purchase.checked_add(1).ok_or(Error::<T>::NoPurchaseIdLeft)?;
		ledger.purchases = ledger.purchases.checked_add(1).ok_or(OVERFLOW)?;
		let deadline = Self::now().saturating_add(T::DeliveryPeriod::get());

		let ticket = T::Consideration::new(&buyer, Self::purchase_footprint())?;
		T::Currency::hold(&HoldReason::Escrow.into(), &buyer, offer.price)?;
		NextPurchase::<T>::put(next);
		Ledgers::<T>::insert(campaign, ledger);
		let record = Purchase {
			report,
			campaign,
			buyer: buyer.clone(),
			price: offer.price,
			content: offer.content,
			arbiter: arbiter.clone(),
			arbiter_fee: accepted.fee,
			state: PurchaseState::Paid,
			deadline,
			ticket,
		};
		Purchases::<T>::insert(purchase, record);
		let price = offer.price;
		Self::deposit_event(Event::ReportBought {
			purchase,
			report,
			buyer,
			price,
			arbiter,
			deadline,
		});
		Ok(())
	}

	fn purchase_or_error(purchase: u64) -> Result<PurchaseOf<T>, DispatchError> {
		Purchases::<T>::get(purchase).ok_or(Error::<T>::PurchaseNotFound.into())
	}

	/// Whether a purchase is in this state, and before its deadline.
	fn ensure_before(purchase: &PurchaseOf<T>, state: PurchaseState) -> DispatchResult {
		ensure!(purchase.state == state, Error::<T>::WrongState);
		ensure!(Self::now() < purchase.deadline, Error::<T>::DeadlinePassed);
		Ok(())
	}

	pub(crate) fn do_deliver_report(
		who: T::AccountId,
		purchase: u64,
		hash: T::Hash,
		pointer: PointerOf<T>,
	) -> DispatchResult {
		let mut record = Self::purchase_or_error(purchase)?;
		Self::campaign_of_provider(record.campaign, &who)?;
		Self::ensure_before(&record, PurchaseState::Paid)?;

		let deadline = Self::now().saturating_add(T::ObjectionPeriod::get());
		record.state = PurchaseState::Delivered;
		record.deadline = deadline;
		Purchases::<T>::insert(purchase, record);
		Self::deposit_event(Event::ReportDelivered { purchase, hash, pointer, deadline });
		Ok(())
	}

	pub(crate) fn do_accept_report(who: T::AccountId, purchase: u64) -> DispatchResult {
		let record = Self::purchase_or_error(purchase)?;
		ensure!(record.buyer == who, Error::<T>::NotBuyer);
		ensure!(record.state == PurchaseState::Delivered, Error::<T>::WrongState);
		Self::close_purchase(purchase, record, Permill::one(), Permill::zero())
	}

	pub(crate) fn do_dispute(
		who: T::AccountId,
		purchase: u64,
		evidence: T::Hash,
	) -> DispatchResult {
		let mut record = Self::purchase_or_error(purchase)?;
		ensure!(record.buyer == who, Error::<T>::NotBuyer);
		Self::ensure_before(&record, PurchaseState::Delivered)?;

		let deadline = Self::now().saturating_add(T::ArbitrationPeriod::get());
		record.state = PurchaseState::Disputed;
		record.deadline = deadline;
		Purchases::<T>::insert(purchase, record);
		Self::deposit_event(Event::Disputed { purchase, evidence, deadline });
		Ok(())
	}

	pub(crate) fn do_resolve(
		who: T::AccountId,
		purchase: u64,
		released: Permill,
	) -> DispatchResult {
		let record = Self::purchase_or_error(purchase)?;
		ensure!(record.arbiter == who, Error::<T>::NotArbiter);
		Self::ensure_before(&record, PurchaseState::Disputed)?;
		let fee = record.arbiter_fee;
		Self::close_purchase(purchase, record, released, fee)
	}

	pub(crate) fn do_settle_purchase(purchase: u64) -> DispatchResult {
		let record = Self::purchase_or_error(purchase)?;
		ensure!(Self::now() >= record.deadline, Error::<T>::DeadlineNotReached);
		let released = match record.state {
			PurchaseState::Paid => Permill::zero(),
			PurchaseState::Delivered => Permill::one(),
			// Both have chosen the arbiter, and neither is to gain by its silence.
			PurchaseState::Disputed => Permill::from_percent(50),
		};
		Self::close_purchase(purchase, record, released, Permill::zero())
	}

	/// Pays the arbiter's fee, releases a part of the rest, rounded down, returns what is left to the
	/// buyer, and removes the purchase.
	fn close_purchase(
		purchase: u64,
		record: PurchaseOf<T>,
		released: Permill,
		fee: Permill,
	) -> DispatchResult {
		let Purchase { campaign, buyer, price, arbiter, ticket, .. } = record;
		let mut ledger = Self::synced_ledger(campaign)?;
		let terms = Self::campaign_or_error(campaign)?.terms;
		let arbiter_fee = fee.mul_floor(price);
		let rest = price.saturating_sub(arbiter_fee);
		let amount = released.mul_floor(rest);
		let refund = rest.saturating_sub(amount);
		let parts = terms.split.of(amount);
		ledger.add_income(parts.contributors, Self::now()).ok_or(OVERFLOW)?;
		ledger.purchases = ledger.purchases.checked_sub(1).ok_or(OVERFLOW)?;

		Self::pay_on_hold(&buyer, &arbiter, arbiter_fee)?;
		Self::transfer_on_hold(&buyer, &Self::pot(campaign), parts.contributors)?;
		Self::pay_on_hold(&buyer, &terms.provider, parts.provider)?;
		Self::charge(&buyer, parts.treasury)?;
		T::Currency::release(&HoldReason::Escrow.into(), &buyer, refund, Precision::Exact)?;
		Ledgers::<T>::insert(campaign, ledger);
		Purchases::<T>::remove(purchase);
		ticket.drop(&buyer)?;
		Self::deposit_event(Event::PurchaseSettled {
			purchase,
			released: parts,
			arbiter_fee,
			refund,
		});
		Ok(())
	}

	/// Pays BHTD on hold to the free balance of `to`.
	fn pay_on_hold(
		buyer: &T::AccountId,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		// An account can be gone by now, and the amount too small to bring it back. No purchase may be
		// stuck for that.
		let arrives = T::Currency::can_deposit(to, amount, Provenance::Extant);
		if arrives != DepositConsequence::Success {
			return Self::charge(buyer, amount);
		}
		Self::transfer_on_hold(buyer, to, amount)
	}

	fn transfer_on_hold(
		buyer: &T::AccountId,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		// By force, because freezes lie over holds as well: otherwise a buyer could freeze its whole
		// balance and have the report for nothing.
		T::Currency::transfer_on_hold(
			&HoldReason::Escrow.into(),
			buyer,
			to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)
		.map(|_| ())
	}

	/// Pays BHTD on hold to the treasury.
	fn charge(buyer: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		let (credit, missing) = T::Currency::slash(&HoldReason::Escrow.into(), buyer, amount);
		ensure!(missing.is_zero(), TokenError::FundsUnavailable);
		T::Treasury::on_unbalanced(credit);
		Ok(())
	}
}
