//! What wallets and portals read.

use crate::{pallet::*, traits::MainChain, types::*};
use alloc::vec::Vec;
use bhtd_primitives::{ClassId, Loyalty};
use frame_support::traits::Get;
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_quote(class: ClassId, points: BalanceOf<T>) -> Option<Quote<BalanceOf<T>>> {
		let issuer = T::Loyalty::issuer(class)?;
		let out = T::Loyalty::value(class, points);
		let cover = TheCover::<T>::get().filter(|cover| cover.issuer == issuer);
		let covered = cover.is_some_and(|cover| {
			out >= T::LeastRedemption::get()
				&& out <= cover.confirmed.saturating_sub(cover.reserved)
				&& TheNumbers::<T>::get().give().is_some()
		});
		Some(Quote { out, covered, fee: T::MainChain::fee() })
	}

	pub(crate) fn view_redemptions(who: &T::AccountId) -> Vec<(u64, PendingOf<T>)> {
		let mut redemptions: Vec<_> = Redemptions::<T>::iter_prefix(who).collect();
		redemptions.sort_by_key(|(number, _)| *number);
		redemptions
	}
}
