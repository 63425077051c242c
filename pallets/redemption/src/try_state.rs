//! Checks of the invariants. Natively they are always there, so that the tests of a runtime can end with
//! them.

use crate::{pallet::*, types::*};
use alloc::{collections::BTreeMap, vec::Vec};
use bhtd_primitives::{Loyalty, MarginLedger, Role};
use frame_support::{ensure, traits::tokens::fungibles::InspectHold};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_cover()?;
		Self::try_state_queries()?;
		Self::try_state_numbers()?;
		Self::try_state_holds()
	}

	/// What is used and what is reserved is confirmed; the reserved is the sum of what is being redeemed, and
	/// what has left the issuer while it is, is not used as well.
	fn try_state_cover() -> Result<(), TryRuntimeError> {
		let Some(cover) = TheCover::<T>::get() else {
			ensure!(Redemptions::<T>::iter().next().is_none(), "redemption: one without a cover");
			return Ok(());
		};
		let (mut reserved, mut departed) = (BalanceOf::<T>::zero(), BalanceOf::<T>::zero());
		for redemption in Redemptions::<T>::iter_values() {
			let Pending { amount, class, .. } = redemption;
			ensure!(!amount.is_zero(), "redemption: one of nothing");
			reserved = reserved.checked_add(&amount).ok_or("redemption: reserves overflow")?;
			if T::Loyalty::issuer(class).as_ref() != Some(&cover.issuer) {
				departed = departed.checked_add(&amount).ok_or("redemption: reserves overflow")?;
			}
		}
		ensure!(reserved == cover.reserved, "redemption: what is reserved does not add up");
		ensure!(cover.reserved <= cover.confirmed, "redemption: more is reserved than confirmed");
		ensure!(
			cover.used.checked_add(&departed).is_some_and(|bound| bound <= cover.confirmed),
			"redemption: more is used than confirmed"
		);
		let raises = cover.declaring.as_ref().filter(|declaration| declaration.raises);
		ensure!(
			raises.is_none_or(|declaration| declaration.owed > cover.confirmed),
			"redemption: a declaration raises nothing"
		);
		let (held, owed) = (
			<Self as MarginLedger<T::AccountId>>::held(&cover.issuer, Role::Merchant),
			<Self as MarginLedger<T::AccountId>>::owed(&cover.issuer, Role::Merchant),
		);
		ensure!(held >= owed, "redemption: less is held than owed");
		Ok(())
	}

	/// Every message that waits for an answer is known by it, and nothing else is.
	fn try_state_queries() -> Result<(), TryRuntimeError> {
		let mut count = 0;
		for (who, number, redemption) in Redemptions::<T>::iter() {
			let purpose = Purpose::Redemption { who, number };
			ensure!(
				Queries::<T>::get(redemption.query) == Some(purpose),
				"redemption: one whose answer would not be known"
			);
			count += 1;
		}
		if let Some(declaration) = TheCover::<T>::get().and_then(|cover| cover.declaring) {
			ensure!(
				Queries::<T>::get(declaration.query) == Some(Purpose::Declaration),
				"redemption: a declaration whose answer would not be known"
			);
			count += 1;
		}
		ensure!(
			Queries::<T>::iter_keys().count() == count,
			"redemption: a query without a message"
		);
		Ok(())
	}

	/// Every redemption has a number that waits, no two the same, and no other number waits.
	fn try_state_numbers() -> Result<(), TryRuntimeError> {
		let numbers = TheNumbers::<T>::get();
		let mut seen: Vec<u64> = Redemptions::<T>::iter_keys().map(|(_, number)| number).collect();
		ensure!(seen.iter().all(|number| numbers.waits(*number)), "redemption: a number is lost");
		ensure!(seen.len() == numbers.count() as usize, "redemption: a number waits for nothing");
		seen.sort_unstable();
		seen.dedup();
		ensure!(seen.len() == numbers.count() as usize, "redemption: a number was given twice");
		Ok(())
	}

	/// What everybody has on hold is what is being redeemed.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::new();
		for (who, _, Pending { class, points, .. }) in Redemptions::<T>::iter() {
			let sum: &mut BalanceOf<T> = due.entry((who, class)).or_default();
			*sum = sum.checked_add(&points).ok_or("redemption: points overflow")?;
		}
		for ((who, class), points) in due {
			ensure!(
				T::Points::balance_on_hold(class, &Self::reason(), &who) == points,
				"redemption: points on hold are not what is being redeemed"
			);
		}
		Ok(())
	}
}
