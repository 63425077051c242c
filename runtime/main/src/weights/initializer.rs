//! Weights of `polkadot_runtime_parachains::initializer`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_parachains::initializer` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::initializer::WeightInfo for WeightInfo<T> {
	// `d` from 0 to 65536.
	fn force_approve(d: u32, ) -> Weight {
		// At least 3_946 ns; a proof of at most 0 bytes.
		Weight::from_parts(19_579_246, 0)
			.saturating_add(T::DbWeight::get().reads(0))
			.saturating_add(Weight::from_parts(1_216, 0).saturating_mul(d.into()))
	}
}
