//! The anchored token as other pallets see it.

use crate::pallet::*;
use bhtd_primitives::{CurrencyId, Settlement};

impl<T: Config> Settlement<T::AccountId> for Pallet<T> {
	type Balance = BalanceOf<T>;

	fn exists(currency: CurrencyId) -> bool {
		Currencies::<T>::contains_key(currency)
	}

	fn can_receive(currency: CurrencyId, who: &T::AccountId, amount: Self::Balance) -> bool {
		Self::may_receive(currency, who, amount)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_currency(
		who: &T::AccountId,
		amount: Self::Balance,
	) -> Result<CurrencyId, sp_runtime::DispatchError> {
		crate::benchmarking::set_up_currency::<T>(who, amount)
	}
}
