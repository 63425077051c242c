//! Weights of `polkadot_runtime_parachains::disputes`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_parachains::disputes` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::disputes::WeightInfo for WeightInfo<T> {
	// Storage: `ParasDisputes::Frozen` (r:0 w:1)
	// Proof: `ParasDisputes::Frozen` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn force_unfreeze() -> Weight {
		// At least 2_494 ns; a proof of at most 0 bytes.
		Weight::from_parts(2_985_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
