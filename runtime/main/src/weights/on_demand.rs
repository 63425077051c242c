//! Weights of `polkadot_runtime_parachains::on_demand`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_parachains::on_demand` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::on_demand::WeightInfo for WeightInfo<T> {
	// Storage: `OnDemand::OrderStatus` (r:1 w:1)
	// Proof: `OnDemand::OrderStatus` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `OnDemand::Revenue` (r:1 w:1)
	// Proof: `OnDemand::Revenue` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn place_order_keep_alive() -> Weight {
		// At least 180_969 ns; a proof of at most 81580 bytes.
		Weight::from_parts(196_982_000, 81580)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `OnDemand::OrderStatus` (r:1 w:1)
	// Proof: `OnDemand::OrderStatus` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `OnDemand::Revenue` (r:1 w:1)
	// Proof: `OnDemand::Revenue` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn place_order_allow_death() -> Weight {
		// At least 180_558 ns; a proof of at most 81580 bytes.
		Weight::from_parts(192_937_000, 81580)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `OnDemand::OrderStatus` (r:1 w:1)
	// Proof: `OnDemand::OrderStatus` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `OnDemand::Credits` (r:1 w:1)
	// Proof: `OnDemand::Credits` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `OnDemand::Revenue` (r:1 w:1)
	// Proof: `OnDemand::Revenue` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn place_order_with_credits() -> Weight {
		// At least 156_692 ns; a proof of at most 83594 bytes.
		Weight::from_parts(170_423_000, 83594)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
