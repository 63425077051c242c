//! Weights of `polkadot_runtime_parachains::coretime`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_parachains::coretime` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::coretime::WeightInfo for WeightInfo<T> {
	// Storage: `OnDemand::Revenue` (r:1 w:1)
	// Proof: `OnDemand::Revenue` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Dmp::DeliveryFeeFactor` (r:1 w:0)
	// Proof: `Dmp::DeliveryFeeFactor` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `XcmPallet::SupportedVersion` (r:1 w:0)
	// Proof: `XcmPallet::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: UNKNOWN KEY `0x63f78c98723ddc9073523ef3beefda0ca95dac46c07a40d91506e7637ec4ba57` (r:1 w:0)
	// Proof: UNKNOWN KEY `0x63f78c98723ddc9073523ef3beefda0ca95dac46c07a40d91506e7637ec4ba57` (r:1 w:0)
	// Storage: `Dmp::DownwardMessageQueueMeta` (r:1 w:1)
	// Proof: `Dmp::DownwardMessageQueueMeta` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::Heads` (r:1 w:0)
	// Proof: `Paras::Heads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Dmp::DownwardMessageQueueLazyDelete` (r:1 w:0)
	// Proof: `Dmp::DownwardMessageQueueLazyDelete` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Dmp::DownwardMessageQueueHeads` (r:1 w:1)
	// Proof: `Dmp::DownwardMessageQueueHeads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Dmp::DownwardMessageQueuePages` (r:0 w:1)
	// Proof: `Dmp::DownwardMessageQueuePages` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn request_revenue_at() -> Weight {
		// At least 90_815 ns; a proof of at most 13410 bytes.
		Weight::from_parts(136_543_000, 13410)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn request_core_count() -> Weight {
		// At least 9_524 ns; a proof of at most 1636 bytes.
		Weight::from_parts(11_307_000, 1636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreSchedules` (r:0 w:1)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `s` from 1 to 100.
	fn assign_core(s: u32, ) -> Weight {
		// At least 12_027 ns; a proof of at most 1538 bytes.
		Weight::from_parts(15_236_770, 1538)
			.saturating_add(Weight::from_parts(9_852, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `OnDemand::OrderStatus` (r:1 w:1)
	// Proof: `OnDemand::OrderStatus` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// `s` from 0 to 100.
	fn queue_on_demand_batch(s: u32, ) -> Weight {
		// At least 130_013 ns; a proof of at most 81536 bytes.
		Weight::from_parts(182_067_593, 81536)
			.saturating_add(Weight::from_parts(182_552, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `OnDemand::Credits` (r:1 w:1)
	// Proof: `OnDemand::Credits` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn credit_account() -> Weight {
		// At least 7_912 ns; a proof of at most 3469 bytes.
		Weight::from_parts(16_695_000, 3469)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
