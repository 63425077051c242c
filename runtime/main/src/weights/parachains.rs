//! Weights of those pallets behind parachains that are not measured.

use super::{counted, nanos};
use core::marker::PhantomData;
use frame_support::weights::Weight;
use polkadot_runtime_parachains::disputes;

/// Weights of reports of lost disputes.
pub struct Slashing<T>(PhantomData<T>);
impl<T: frame_system::Config> disputes::slashing::WeightInfo for Slashing<T> {
	fn report_dispute_lost_unsigned(validator_count: u32) -> Weight {
		counted::<T>(160, 17, 10).saturating_add(nanos(210).saturating_mul(validator_count.into()))
	}
}
