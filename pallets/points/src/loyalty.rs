//! Points as other pallets give and take them for purchases.

use crate::{math, pallet::*};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::tokens::{
		fungibles::{Inspect, Mutate},
		Fortitude, Preservation,
	},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult, FixedU128};

impl<T: Config> Loyalty<T::AccountId> for Pallet<T> {
	type Balance = <T::Margin as MarginLedger<T::AccountId>>::Balance;

	fn issuer(class: ClassId) -> Option<T::AccountId> {
		Classes::<T>::get(class).map(|record| record.issuer)
	}

	fn value(class: ClassId, amount: Self::Balance) -> Self::Balance {
		// Out of range only for more points than there are, as the whole supply is checked.
		Classes::<T>::get(class)
			.and_then(|record| math::proceeds(amount, record.floor))
			.unwrap_or_default()
	}

	fn can_award(
		issuer: &T::AccountId,
		class: ClassId,
		who: &T::AccountId,
		amount: Self::Balance,
	) -> bool {
		Self::issuer(class).as_ref() == Some(issuer)
			&& *who != Self::vault(class)
			&& Self::quote(class, amount).is_some_and(|quote| quote.allowed)
	}

	fn award(
		issuer: &T::AccountId,
		class: ClassId,
		who: &T::AccountId,
		amount: Self::Balance,
	) -> DispatchResult {
		let record = Self::awardable(issuer, class)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		ensure!(*who != Self::vault(class), Error::<T>::VaultNotEligible);

		with_storage_layer(|| {
			Self::owe_for(class, record, amount)?;
			Self::hand_out(class, who, amount)
		})?;
		Self::deposit_event(Event::Earned { class, who: who.clone(), amount });
		Ok(())
	}

	fn redeem(class: ClassId, who: &T::AccountId, amount: Self::Balance) -> DispatchResult {
		let mut record = Self::class_or_error(class)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let vault = Self::vault(class);
		let keep = Preservation::Expendable;
		let available = T::Assets::reducible_balance(class, who, keep, Fortitude::Polite);
		ensure!(available >= amount && *who != vault, Error::<T>::InsufficientPoints);

		with_storage_layer(|| {
			T::Assets::transfer(class, who, &vault, amount, keep)?;
			Self::lift_surplus(class, &mut record)?;
			Classes::<T>::insert(class, record);
			Self::deposit_event(Event::Redeemed { class, who: who.clone(), amount });
			Ok(())
		})
	}

	fn floor(class: ClassId) -> Option<FixedU128> {
		Classes::<T>::get(class).map(|record| record.floor)
	}

	fn convert(
		class: ClassId,
		who: &T::AccountId,
		amount: Self::Balance,
	) -> Result<Self::Balance, DispatchError> {
		with_storage_layer(|| Self::do_convert(who.clone(), class, amount, Zero::zero()))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_class(
		issuer: &T::AccountId,
		supply: Self::Balance,
	) -> Result<ClassId, DispatchError> {
		use crate::types::{Kind, Scope};
		use frame_support::traits::{Consideration, Footprint};
		let class = NextClass::<T>::get();
		T::ClassConsideration::ensure_successful(issuer, Footprint::from_parts(1, 1 << 13));
		let name = NameOf::<T>::truncate_from(b"x".to_vec());
		Self::create_class(
			frame_system::RawOrigin::Signed(issuer.clone()).into(),
			name.clone(),
			name,
			2,
			supply,
			1.into(),
			Kind::Value,
			Scope::Global,
			Default::default(),
		)?;
		Ok(class)
	}
}
