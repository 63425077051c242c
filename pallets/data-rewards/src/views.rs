//! What wallets and portals read.

use crate::{contributions::Claim, pallet::*, types::*};
use frame_support::traits::{Contains, Get};
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_campaign(campaign: u32) -> Option<CampaignViewOf<T>> {
		let Campaign { sponsor, terms, .. } = Campaigns::<T>::get(campaign)?;
		let ledger = Self::synced_ledger(campaign).ok()?;
		Some(CampaignView { sponsor, pot: Self::pot(campaign), terms, ledger })
	}

	pub(crate) fn view_claimable(
		campaign: u32,
		who: &T::AccountId,
	) -> Option<Claimable<BalanceOf<T>>> {
		let Claim { record, payable, closes, .. } = Self::claim_of(who, campaign).ok()?;
		Some(Claimable {
			weight: record.position.weight(),
			paid: record.paid,
			payable,
			reserved: record.position.credited().saturating_sub(payable),
			closes,
		})
	}

	pub(crate) fn view_projected(campaign: u32, who: &T::AccountId) -> Option<BalanceOf<T>> {
		let Claim { mut ledger, mut record, account, payable: now, .. } =
			Self::claim_of(who, campaign).ok()?;
		ledger.sync(ledger.window.until)?;
		record.position.settle(&ledger.accumulator)?;
		let is_identified = || T::Judgement::contains(who);
		let then = payable(&record, &account, T::PayoutShare::get(), is_identified);
		Some(then.saturating_sub(now))
	}

	pub(crate) fn view_data_account(who: &T::AccountId) -> Option<DataAccountViewOf<T>> {
		let account = DataAccounts::<T>::get(who)?;
		Some(DataAccountView { account, receipts: Receipts::<T>::get(who).into_inner() })
	}
}
