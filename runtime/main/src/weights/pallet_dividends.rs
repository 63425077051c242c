//! Weights of `pallet_dividends`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_dividends` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_dividends::WeightInfo for WeightInfo<T> {
	// Storage: `Dividends::Locks` (r:1 w:1)
	// Proof: `Dividends::Locks` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	// Storage: `Dividends::Totals` (r:1 w:1)
	// Proof: `Dividends::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn lock() -> Weight {
		// At least 140_698 ns; a proof of at most 6196 bytes.
		Weight::from_parts(198_044_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Dividends::Locks` (r:1 w:1)
	// Proof: `Dividends::Locks` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Dividends::Totals` (r:1 w:1)
	// Proof: `Dividends::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn unlock() -> Weight {
		// At least 25_278 ns; a proof of at most 3930 bytes.
		Weight::from_parts(28_152_000, 3930)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Dividends::Locks` (r:1 w:1)
	// Proof: `Dividends::Locks` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	// Storage: `Dividends::Totals` (r:1 w:1)
	// Proof: `Dividends::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn relock() -> Weight {
		// At least 61_371 ns; a proof of at most 6196 bytes.
		Weight::from_parts(69_894_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Dividends::Locks` (r:1 w:1)
	// Proof: `Dividends::Locks` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	// Storage: `Dividends::Totals` (r:1 w:1)
	// Proof: `Dividends::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// At least 88_861 ns; a proof of at most 4072 bytes.
		Weight::from_parts(132_126_000, 4072)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Dividends::Locks` (r:1 w:1)
	// Proof: `Dividends::Locks` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	// Storage: `Dividends::Totals` (r:1 w:1)
	// Proof: `Dividends::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// At least 137_794 ns; a proof of at most 6196 bytes.
		Weight::from_parts(208_008_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
