//! Weights of `polkadot_runtime_parachains::configuration`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_parachains::configuration` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::configuration::WeightInfo for WeightInfo<T> {
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_block_number() -> Weight {
		// At least 9_644 ns; a proof of at most 1636 bytes.
		Weight::from_parts(11_527_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_u32() -> Weight {
		// At least 9_615 ns; a proof of at most 1636 bytes.
		Weight::from_parts(11_076_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_option_u32() -> Weight {
		// At least 9_624 ns; a proof of at most 1636 bytes.
		Weight::from_parts(10_836_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn set_hrmp_open_request_ttl() -> Weight {
		// At least 2_000_000_000 ns; a proof of at most 0 bytes.
		Weight::from_parts(2_000_000_000_000, 0)
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_balance() -> Weight {
		// At least 9_504 ns; a proof of at most 1636 bytes.
		Weight::from_parts(10_736_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_executor_params() -> Weight {
		// At least 11_697 ns; a proof of at most 1636 bytes.
		Weight::from_parts(20_230_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_perbill() -> Weight {
		// At least 9_685 ns; a proof of at most 1636 bytes.
		Weight::from_parts(16_684_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_node_feature() -> Weight {
		// At least 11_347 ns; a proof of at most 1636 bytes.
		Weight::from_parts(12_669_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn set_config_with_scheduler_params() -> Weight {
		// At least 9_584 ns; a proof of at most 1636 bytes.
		Weight::from_parts(10_936_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
