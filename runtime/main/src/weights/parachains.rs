//! Weights of those pallets behind parachains that are not measured.

use super::{counted, nanos};
use core::marker::PhantomData;
use frame_support::weights::Weight;
use polkadot_runtime_parachains::{disputes, paras_inherent};

/// Weights of the inherent that carries what the validators did for parachains.
pub struct ParasInherent<T>(PhantomData<T>);
impl<T: frame_system::Config> paras_inherent::WeightInfo for ParasInherent<T> {
	fn enter_empty() -> Weight {
		counted::<T>(300, 17, 5)
	}
	fn enter_variable_disputes(v: u32) -> Weight {
		counted::<T>(1_050, 30, 17).saturating_add(nanos(43_000).saturating_mul(v.into()))
	}
	fn enter_bitfields() -> Weight {
		counted::<T>(560, 19, 7)
	}
	fn enter_backed_candidates_variable(v: u32) -> Weight {
		counted::<T>(1_550, 32, 16).saturating_add(nanos(48_000).saturating_mul(v.into()))
	}
	fn enter_backed_candidate_code_upgrade() -> Weight {
		// A code of the largest size is hashed.
		counted::<T>(41_000, 34, 16)
	}
}

/// Weights of reports of lost disputes.
pub struct Slashing<T>(PhantomData<T>);
impl<T: frame_system::Config> disputes::slashing::WeightInfo for Slashing<T> {
	fn report_dispute_lost_unsigned(validator_count: u32) -> Weight {
		counted::<T>(160, 17, 10).saturating_add(nanos(210).saturating_mul(validator_count.into()))
	}
}
