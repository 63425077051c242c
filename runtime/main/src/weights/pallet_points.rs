//! Weights of `pallet-points`.

use super::counted;
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_points`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_points::WeightInfo for WeightInfo<T> {
	fn create_class() -> Weight {
		counted::<T>(200, 8, 9)
	}
	fn open_receipt_book() -> Weight {
		counted::<T>(60, 3, 5)
	}
	fn close_receipt_book() -> Weight {
		counted::<T>(60, 3, 4)
	}
	fn award() -> Weight {
		counted::<T>(120, 9, 7)
	}
	fn award_batch(n: u32) -> Weight {
		counted::<T>(80, 7, 5).saturating_add(counted::<T>(50, 2, 2).saturating_mul(n.into()))
	}
	fn convert() -> Weight {
		counted::<T>(120, 8, 8)
	}
	fn raise_floor() -> Weight {
		counted::<T>(50, 5, 2)
	}
	fn pause_awards() -> Weight {
		counted::<T>(20, 1, 1)
	}
	fn resume_awards() -> Weight {
		counted::<T>(20, 1, 1)
	}
	fn offer_stewardship() -> Weight {
		counted::<T>(25, 2, 1)
	}
	fn accept_stewardship() -> Weight {
		counted::<T>(150, 13, 9)
	}
	fn reconcile() -> Weight {
		counted::<T>(50, 4, 2)
	}
	fn set_design() -> Weight {
		counted::<T>(60, 5, 3)
	}
}
