//! Weights of `pallet-margin`.

use super::counted;
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_margin`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_margin::WeightInfo for WeightInfo<T> {
	fn register() -> Weight {
		counted::<T>(80, 5, 4)
	}
	fn top_up() -> Weight {
		counted::<T>(50, 3, 2)
	}
	fn withdraw_excess() -> Weight {
		counted::<T>(50, 4, 2)
	}
	fn announce_exit() -> Weight {
		counted::<T>(20, 2, 1)
	}
	fn cancel_exit() -> Weight {
		counted::<T>(20, 1, 1)
	}
	fn withdraw() -> Weight {
		counted::<T>(90, 4, 4)
	}
	fn penalise(n: u32) -> Weight {
		counted::<T>(20, 3, 2).saturating_add(counted::<T>(50, 1, 1).saturating_mul(n.into()))
	}
	fn set_terms() -> Weight {
		counted::<T>(10, 0, 1)
	}
	fn set_profile() -> Weight {
		counted::<T>(50, 3, 3)
	}
}
