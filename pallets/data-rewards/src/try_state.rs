//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{ledger::Ledger, pallet::*, types::*};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect as _, InspectHold as _},
		Get,
	},
};
use sp_core::U256;
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_accounts()?;
		Self::try_state_campaigns()?;
		Self::try_state_contributors()?;
		Self::try_state_reports()?;
		Self::try_state_escrow()
	}

	/// Receipts belong to a data account, are no more than its slots, and are numbered without a gap.
	fn try_state_accounts() -> Result<(), TryRuntimeError> {
		let mut records = BTreeMap::<T::AccountId, u32>::new();
		for (_, who, _) in Contributors::<T>::iter() {
			let count = records.entry(who).or_default();
			*count = count.saturating_add(1);
		}
		for (who, account) in DataAccounts::<T>::iter() {
			let receipts = Receipts::<T>::get(&who);
			let slots = (1..=T::MaxSlots::get()).contains(&account.slots);
			ensure!(slots, "data-rewards: a data account with too many slots, or none");
			let kept = u64::from(account.slots).min(account.next);
			ensure!(receipts.len() as u64 == kept, "data-rewards: a receipt is missing");
			let first = account.next.saturating_sub(kept);
			ensure!(
				receipts.iter().zip(first..).all(|(receipt, number)| receipt.number == number),
				"data-rewards: a receipt is numbered wrongly"
			);
			ensure!(
				receipts.iter().all(|receipt| !receipt.fee.is_zero()),
				"data-rewards: a receipt without a fee"
			);
			ensure!(
				records.remove(&who).unwrap_or_default() == account.records,
				"data-rewards: a person has other records than counted"
			);
		}
		ensure!(records.is_empty(), "data-rewards: a record without a data account");
		ensure!(
			Receipts::<T>::iter_keys().all(DataAccounts::<T>::contains_key),
			"data-rewards: receipts without a data account"
		);
		Ok(())
	}

	/// Every campaign has a ledger that balances, and a pot with all of it.
	fn try_state_campaigns() -> Result<(), TryRuntimeError> {
		for (id, campaign) in Campaigns::<T>::iter() {
			let ledger = Ledgers::<T>::get(id).ok_or("data-rewards: no ledger")?;
			let terms = campaign.terms;
			ensure!(id < NextCampaign::<T>::get(), "data-rewards: a campaign beyond the next id");
			ensure!(ledger.window == terms.window, "data-rewards: two windows");
			ensure!(
				ledger.provider_share <= terms.provider_share,
				"data-rewards: a provider's share has risen"
			);
			ensure!(terms.split.is_whole(), "data-rewards: a split that is not whole");
			let held = ledger.held().ok_or("data-rewards: a ledger overflows")?;
			let paid = ledger.paid().ok_or("data-rewards: a ledger overflows")?;
			ensure!(
				held.checked_add(&paid) == Some(ledger.funded),
				"data-rewards: a ledger does not balance"
			);
			ensure!(
				ledger.delivered <= ledger.deliverable(terms.provider_share),
				"data-rewards: a provider was paid more in proportion than contributors"
			);
			let due = held.checked_add(&campaign.endowment);
			let due = due.ok_or("data-rewards: a ledger overflows")?;
			// Anybody can send more to a pot; it is nobody's until the sponsor gets it at the end.
			ensure!(
				T::Currency::balance(&Self::pot(id)) >= due,
				"data-rewards: a pot is short of what its ledger says"
			);
		}
		ensure!(
			Ledgers::<T>::iter_keys().all(Campaigns::<T>::contains_key),
			"data-rewards: a ledger without a campaign"
		);
		Ok(())
	}

	/// What contributors have accrued is what is reserved for them, to the last fraction; weights and
	/// counts are those of the ledger.
	fn try_state_contributors() -> Result<(), TryRuntimeError> {
		for (id, ledger) in Ledgers::<T>::iter() {
			let Ledger { accumulator, .. } = ledger;
			let (mut weight, mut accrued) = (BalanceOf::<T>::zero(), U256::zero());
			let (mut contributors, mut records, mut claimed) = (0u32, 0u32, BalanceOf::<T>::zero());
			for (who, record) in Contributors::<T>::iter_prefix(id) {
				let mut position = record.position;
				position.settle(&accumulator).ok_or("data-rewards: a position is ahead")?;
				accrued += exact::<T>(position.credited(), position.fraction())?;
				weight = weight
					.checked_add(&position.weight())
					.ok_or("data-rewards: the weights overflow")?;
				claimed = claimed
					.checked_add(&record.paid)
					.ok_or("data-rewards: the payments overflow")?;
				records = records.saturating_add(1);
				contributors = contributors.saturating_add((!position.weight().is_zero()).into());
				ensure!(
					Consents::<T>::contains_key(id, &who) == record.consented,
					"data-rewards: a consent is not what the record says"
				);
				ensure!(
					record.consented || position.weight().is_zero(),
					"data-rewards: weight without consent"
				);
			}
			accrued += U256::from(accumulator.remainder());
			ensure!(
				accrued == exact::<T>(ledger.reserved, 0)?,
				"data-rewards: what is reserved is not what has accrued"
			);
			ensure!(weight == accumulator.weight(), "data-rewards: weights do not add up");
			ensure!(records == ledger.records, "data-rewards: records are not counted");
			ensure!(
				contributors == ledger.contributors,
				"data-rewards: contributors are not counted"
			);
			ensure!(
				contributors <= ledger.most,
				"data-rewards: there are more contributors than there ever were"
			);
			ensure!(claimed <= ledger.claimed, "data-rewards: more was paid than claimed");
		}
		ensure!(
			Contributors::<T>::iter().all(|(id, _, _)| Ledgers::<T>::contains_key(id)),
			"data-rewards: a contributor without a campaign"
		);
		ensure!(
			Consents::<T>::iter().all(|(id, who, _)| Contributors::<T>::contains_key(id, who)),
			"data-rewards: a consent without a record"
		);
		Ok(())
	}

	/// Reports and purchases have a price and an id that was given; open purchases are counted.
	fn try_state_reports() -> Result<(), TryRuntimeError> {
		for (id, report) in Reports::<T>::iter() {
			ensure!(id < NextReport::<T>::get(), "data-rewards: a report beyond the next id");
			ensure!(!report.offer.price.is_zero(), "data-rewards: a report for nothing");
		}
		let mut open = BTreeMap::<u32, u32>::new();
		for (id, purchase) in Purchases::<T>::iter() {
			ensure!(id < NextPurchase::<T>::get(), "data-rewards: a purchase beyond the next id");
			let count = open.entry(purchase.campaign).or_default();
			*count = count.saturating_add(1);
		}
		for (id, ledger) in Ledgers::<T>::iter() {
			ensure!(
				open.remove(&id).unwrap_or_default() == ledger.purchases,
				"data-rewards: purchases are not counted"
			);
		}
		ensure!(open.is_empty(), "data-rewards: a purchase without a campaign");
		Ok(())
	}

	/// What every account has on hold is what its open purchases cost.
	fn try_state_escrow() -> Result<(), TryRuntimeError> {
		let mut escrow = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for Purchase { buyer, price, .. } in Purchases::<T>::iter_values() {
			let sum = escrow.entry(buyer).or_default();
			*sum = sum.checked_add(&price).ok_or("data-rewards: escrow overflows")?;
		}
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::Escrow.into(), &who)
					== escrow.remove(&who).unwrap_or_default(),
				"data-rewards: BHTD on hold is not what the purchases say"
			);
		}
		ensure!(escrow.is_empty(), "data-rewards: a purchase of somebody without an account");
		Ok(())
	}
}

/// An amount and its fraction in parts of 2^128 of a planck.
fn exact<T: Config>(amount: BalanceOf<T>, fraction: u128) -> Result<U256, TryRuntimeError> {
	bhtd_accumulator::exact(amount, fraction).ok_or("data-rewards: an amount beyond 2^128".into())
}
