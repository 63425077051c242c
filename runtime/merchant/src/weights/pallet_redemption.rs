//! Weights of `pallet_redemption`: counted. The reads and writes are those of the pallet, of the points, the
//! assets and the margin beneath it, and of a message to the main chain; the time of computation is rounded up.

use super::counted;
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_redemption`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_redemption::WeightInfo for WeightInfo<T> {
	fn redeem_on_main() -> Weight {
		// The message: its price, the queue, the version, the query, the collators' pot.
		counted::<T>(250, 20, 16)
	}
	fn report() -> Weight {
		counted::<T>(200, 13, 12)
	}
	fn retry() -> Weight {
		counted::<T>(170, 12, 9)
	}
	fn declare() -> Weight {
		counted::<T>(170, 12, 9)
	}
	fn set_issuer() -> Weight {
		counted::<T>(20, 1, 2)
	}
}
