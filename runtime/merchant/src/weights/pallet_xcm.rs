//! Weights of `pallet_xcm`. What a message does when it is executed is weighed instruction by
//! instruction, see [`crate::xcm_config`]; here stands what the calls do besides.

use super::{counted, nanos};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_xcm`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_xcm::WeightInfo for WeightInfo<T> {
	fn send() -> Weight {
		counted::<T>(60, 7, 3)
	}
	fn teleport_assets() -> Weight {
		counted::<T>(160, 9, 4)
	}
	fn reserve_transfer_assets() -> Weight {
		// Two accounts change, then a message is sent.
		counted::<T>(160, 11, 5)
	}
	fn transfer_assets() -> Weight {
		counted::<T>(160, 11, 5)
	}
	fn execute() -> Weight {
		counted::<T>(12, 1, 0)
	}
	fn force_xcm_version() -> Weight {
		counted::<T>(12, 0, 1)
	}
	fn force_default_xcm_version() -> Weight {
		counted::<T>(5, 0, 1)
	}
	fn force_subscribe_version_notify() -> Weight {
		counted::<T>(70, 9, 6)
	}
	fn force_unsubscribe_version_notify() -> Weight {
		counted::<T>(70, 7, 5)
	}
	fn force_suspension() -> Weight {
		counted::<T>(5, 0, 1)
	}
	fn migrate_supported_version() -> Weight {
		counted::<T>(25, 6, 2)
	}
	fn migrate_version_notifiers() -> Weight {
		counted::<T>(25, 6, 2)
	}
	fn already_notified_target() -> Weight {
		counted::<T>(30, 7, 0)
	}
	fn notify_current_targets() -> Weight {
		counted::<T>(40, 7, 1)
	}
	fn notify_target_migration_fail() -> Weight {
		counted::<T>(20, 5, 0)
	}
	fn migrate_version_notify_targets() -> Weight {
		counted::<T>(25, 6, 2)
	}
	fn migrate_and_notify_old_targets() -> Weight {
		counted::<T>(50, 11, 1)
	}
	fn new_query() -> Weight {
		counted::<T>(5, 1, 2)
	}
	fn take_response() -> Weight {
		counted::<T>(35, 1, 1)
	}
	fn claim_assets(n: u32) -> Weight {
		counted::<T>(50, 2, 1).saturating_add(nanos(5_000).saturating_mul(n.into()))
	}
	fn add_authorized_alias() -> Weight {
		counted::<T>(60, 2, 2)
	}
	fn remove_authorized_alias() -> Weight {
		counted::<T>(60, 2, 2)
	}
	fn weigh_message(n: u32) -> Weight {
		counted::<T>(2, 0, 0).saturating_add(nanos(40).saturating_mul(n.into()))
	}
	fn decode_xcm(n: u32) -> Weight {
		counted::<T>(1, 0, 0).saturating_add(nanos(3).saturating_mul(n.into()))
	}
}
