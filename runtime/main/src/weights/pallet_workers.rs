//! Weights of `pallet_workers`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_workers` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_workers::WeightInfo for WeightInfo<T> {
	// Storage: `Workers::NextWorker` (r:1 w:1)
	// Proof: `Workers::NextWorker` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Workers::Workers` (r:0 w:1)
	// Proof: `Workers::Workers` (`max_values`: None, `max_size`: Some(637), added: 3112, mode: `MaxEncodedLen`)
	fn propose() -> Weight {
		// At least 54_601 ns; a proof of at most 4072 bytes.
		Weight::from_parts(81_111_000, 4072)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Workers::Workers` (r:1 w:1)
	// Proof: `Workers::Workers` (`max_values`: None, `max_size`: Some(637), added: 3112, mode: `MaxEncodedLen`)
	// Storage: `Workers::Totals` (r:1 w:1)
	// Proof: `Workers::Totals` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Workers::CurrentEra` (r:1 w:0)
	// Proof: `Workers::CurrentEra` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Workers::Beginnings` (r:1 w:1)
	// Proof: `Workers::Beginnings` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Workers::Endings` (r:1 w:1)
	// Proof: `Workers::Endings` (`max_values`: None, `max_size`: Some(270), added: 2745, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// At least 43_424 ns; a proof of at most 4102 bytes.
		Weight::from_parts(76_012_000, 4102)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Workers::Workers` (r:1 w:1)
	// Proof: `Workers::Workers` (`max_values`: None, `max_size`: Some(637), added: 3112, mode: `MaxEncodedLen`)
	// Storage: `Workers::Totals` (r:1 w:1)
	// Proof: `Workers::Totals` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Workers::CurrentEra` (r:1 w:0)
	// Proof: `Workers::CurrentEra` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Workers::Beginnings` (r:1 w:1)
	// Proof: `Workers::Beginnings` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Workers::Endings` (r:1 w:1)
	// Proof: `Workers::Endings` (`max_values`: None, `max_size`: Some(270), added: 2745, mode: `MaxEncodedLen`)
	fn stop() -> Weight {
		// At least 37_005 ns; a proof of at most 4102 bytes.
		Weight::from_parts(67_099_000, 4102)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Workers::Workers` (r:1 w:1)
	// Proof: `Workers::Workers` (`max_values`: None, `max_size`: Some(637), added: 3112, mode: `MaxEncodedLen`)
	// Storage: `Workers::Totals` (r:1 w:1)
	// Proof: `Workers::Totals` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// At least 103_713 ns; a proof of at most 6196 bytes.
		Weight::from_parts(126_938_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Workers::CurrentEra` (r:1 w:0)
	// Proof: `Workers::CurrentEra` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn same_era() -> Weight {
		// At least 6_099 ns; a proof of at most 1493 bytes.
		Weight::from_parts(9_213_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	// Storage: `Workers::CurrentEra` (r:1 w:1)
	// Proof: `Workers::CurrentEra` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Workers::Totals` (r:1 w:1)
	// Proof: `Workers::Totals` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Workers::Endings` (r:1 w:1)
	// Proof: `Workers::Endings` (`max_values`: None, `max_size`: Some(270), added: 2745, mode: `MaxEncodedLen`)
	// Storage: `Workers::Workers` (r:64 w:64)
	// Proof: `Workers::Workers` (`max_values`: None, `max_size`: Some(637), added: 3112, mode: `MaxEncodedLen`)
	// Storage: `Workers::Beginnings` (r:1 w:0)
	// Proof: `Workers::Beginnings` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// `n` from 0 to 64.
	fn change_era(n: u32, ) -> Weight {
		// At least 38_287 ns; a proof of at most 6196 + 3112 * n bytes.
		Weight::from_parts(72_051_674, 6196)
			.saturating_add(Weight::from_parts(16_046_811, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3112).saturating_mul(n.into()))
	}
}
