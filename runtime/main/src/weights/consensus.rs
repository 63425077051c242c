//! Weights of the consensus pallets.

use super::{counted, nanos};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The least number of validators that the proof of a key's ownership is priced for.
const LEAST_VALIDATORS: u32 = 100;

/// Checking that a key belonged to one of `validators`, then two signed votes or headers, then
/// storing the offence and telling its handler.
fn equivocation<T: frame_system::Config>(validators: u32, nominators: u32) -> Weight {
	let validators = u64::from(validators.max(LEAST_VALIDATORS));
	let nominators = u64::from(nominators);
	counted::<T>(260, 21, 10)
		.saturating_add(nanos(175).saturating_mul(validators))
		.saturating_add(counted::<T>(25, 3, 3).saturating_mul(nominators))
}

/// Weights of `pallet_babe`.
pub struct Babe<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_babe::WeightInfo for Babe<T> {
	fn plan_config_change() -> Weight {
		counted::<T>(5, 0, 1)
	}
	fn report_equivocation(validator_count: u32, max_nominators_per_validator: u32) -> Weight {
		equivocation::<T>(validator_count, max_nominators_per_validator)
	}
}

/// Weights of `pallet_grandpa`.
pub struct Grandpa<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_grandpa::WeightInfo for Grandpa<T> {
	fn report_equivocation(validator_count: u32, max_nominators_per_validator: u32) -> Weight {
		equivocation::<T>(validator_count, max_nominators_per_validator)
	}
	fn note_stalled() -> Weight {
		counted::<T>(5, 0, 1)
	}
}
