//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeMap;
use bhtd_primitives::{MarginLedger, Role};
use frame_support::{
	ensure,
	traits::{
		fungible::InspectHold as _,
		fungibles::{metadata::Inspect as _, roles::Inspect as _, Inspect as _},
	},
};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

/// Sums by account.
type Sums<T> = BTreeMap<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_currencies()?;
		Self::try_state_issuance()?;
		Self::try_state_redemptions()?;
		Self::try_state_ledger()?;
		Self::try_state_objections()
	}

	/// Every currency has its own code, terms within their bounds, and an asset nobody has a key to.
	fn try_state_currencies() -> Result<(), TryRuntimeError> {
		for (currency, record) in Currencies::<T>::iter() {
			ensure!(currency < NextCurrency::<T>::get(), "anchor: a currency beyond the next id");
			ensure!(
				Codes::<T>::get(&record.code) == Some(currency),
				"anchor: a code that is not its currency's"
			);
			ensure!(
				Self::ensure_within_bounds(&record.terms, record.decimals).is_ok(),
				"anchor: terms out of bounds"
			);
			ensure!(
				T::Assets::decimals(currency) == record.decimals,
				"anchor: decimals that are not the asset's"
			);
			ensure!(
				T::Assets::minimum_balance(currency) == 1u8.into(),
				"anchor: tokens could become dust"
			);
			let account = Some(Self::account(currency));
			ensure!(
				T::Assets::owner(currency) == account
					&& T::Assets::issuer(currency) == account
					&& T::Assets::admin(currency) == account
					&& T::Assets::freezer(currency) == account,
				"anchor: a role of an asset is not its keyless account's"
			);
		}
		ensure!(
			Codes::<T>::iter_keys().count() == Currencies::<T>::iter_keys().count(),
			"anchor: a code without a currency"
		);
		Ok(())
	}

	/// There are as many tokens as institutions have outstanding, and something is owed for them if and
	/// only if there are any.
	fn try_state_issuance() -> Result<(), TryRuntimeError> {
		for currency in Currencies::<T>::iter_keys() {
			let mut sum = BalanceOf::<T>::zero();
			for institution in Institutions::<T>::iter_prefix_values(currency) {
				sum = sum.checked_add(&institution.outstanding).ok_or("anchor: a sum overflows")?;
				ensure!(
					institution.owed.is_zero() == institution.outstanding.is_zero(),
					"anchor: tokens without cover, or cover without tokens"
				);
				ensure!(
					institution.penalties <= institution.owed,
					"anchor: more is due for not paying than for what is to be paid"
				);
			}
			ensure!(
				T::Assets::total_issuance(currency) == sum,
				"anchor: the issuance is not what is outstanding"
			);
		}
		for (currency, _, _) in Institutions::<T>::iter() {
			ensure!(
				Currencies::<T>::contains_key(currency),
				"anchor: an institution without a currency"
			);
		}
		Ok(())
	}

	/// Institutions know of every open redemption.
	fn try_state_redemptions() -> Result<(), TryRuntimeError> {
		for ((currency, institution, number), redemption) in Redemptions::<T>::iter() {
			let record = Institutions::<T>::get(currency, &institution);
			ensure!(
				record.is_some_and(|record| number < record.redemptions),
				"anchor: an uncounted redemption"
			);
			ensure!(redemption.holder != institution, "anchor: an institution that owes itself");
			ensure!(
				match redemption.state {
					State::Asked => redemption.stake.is_none(),
					State::Claimed => true,
					State::Disputed => redemption.stake.is_some(),
				},
				"anchor: a stake without a claim, or a dispute without a stake"
			);
			ensure!(
				redemption.stake.is_none_or(|stake| stake.payer != institution),
				"anchor: an institution that backs an objection to its own claim"
			);
		}
		for (currency, institution, record) in Institutions::<T>::iter() {
			let mut pending = BalanceOf::<T>::zero();
			for (_, redemption) in Redemptions::<T>::iter_prefix((currency, institution)) {
				pending =
					pending.checked_add(&redemption.amount).ok_or("anchor: a sum overflows")?;
			}
			ensure!(pending == record.pending, "anchor: pending is not what is open");
		}
		Ok(())
	}

	/// The ledger owes what institutions owe for their tokens and for open redemptions, no less and no
	/// more.
	fn try_state_ledger() -> Result<(), TryRuntimeError> {
		let mut owed = Sums::<T>::new();
		let institutions = Institutions::<T>::iter()
			.flat_map(|(_, who, record)| [(who.clone(), record.owed), (who, record.penalties)]);
		let redemptions = Redemptions::<T>::iter().flat_map(|((_, who, _), redemption)| {
			[(who.clone(), redemption.compensation), (who, redemption.penalty)]
		});
		for (who, amount) in institutions.chain(redemptions) {
			let sum = owed.entry(who).or_default();
			*sum = sum.checked_add(&amount).ok_or("anchor: a sum overflows")?;
		}
		for who in frame_system::Account::<T>::iter_keys() {
			let sum = owed.remove(&who).unwrap_or_default();
			ensure!(
				T::Margin::owed(&who, Role::CreditInstitution) == sum,
				"anchor: the ledger does not owe what institutions do"
			);
		}
		ensure!(owed.values().all(Zero::is_zero), "anchor: somebody without an account owes");
		Ok(())
	}

	/// What every account has on hold for objections is what open redemptions say.
	fn try_state_objections() -> Result<(), TryRuntimeError> {
		let mut held = Sums::<T>::new();
		for stake in Redemptions::<T>::iter_values().filter_map(|redemption| redemption.stake) {
			let sum = held.entry(stake.payer).or_default();
			*sum = sum.checked_add(&stake.amount).ok_or("anchor: a sum overflows")?;
		}
		let reason = HoldReason::Objection.into();
		for who in frame_system::Account::<T>::iter_keys() {
			let sum = held.remove(&who).unwrap_or_default();
			ensure!(
				T::Currency::balance_on_hold(&reason, &who) == sum,
				"anchor: what is on hold is not what objections say"
			);
		}
		ensure!(held.values().all(Zero::is_zero), "anchor: an objection without an account");
		Ok(())
	}
}
