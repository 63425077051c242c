//! Weights of `pallet_margin`, measured by `scripts/bench`.
//!
//! 2026-11-22, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_margin` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_margin::WeightInfo for WeightInfo<T> {
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Margin::Profiles` (r:0 w:1)
	// Proof: `Margin::Profiles` (`max_values`: None, `max_size`: Some(1099), added: 3574, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// At least 101_981 ns; a proof of at most 3730 bytes.
		Weight::from_parts(110_213_000, 3730)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// At least 56_153 ns; a proof of at most 3730 bytes.
		Weight::from_parts(60_189_000, 3730)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn withdraw_excess() -> Weight {
		// At least 55_382 ns; a proof of at most 3730 bytes.
		Weight::from_parts(59_208_000, 3730)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn announce_exit() -> Weight {
		// At least 19_840 ns; a proof of at most 3543 bytes.
		Weight::from_parts(22_353_000, 3543)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn cancel_exit() -> Weight {
		// At least 22_843 ns; a proof of at most 3730 bytes.
		Weight::from_parts(25_087_000, 3730)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Margin::Profiles` (r:1 w:1)
	// Proof: `Margin::Profiles` (`max_values`: None, `max_size`: Some(1099), added: 3574, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// At least 95_181 ns; a proof of at most 4564 bytes.
		Weight::from_parts(103_634_000, 4564)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:65 w:65)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `n` from 1 to 64.
	fn penalise(n: u32, ) -> Weight {
		// At least 61_922 ns; a proof of at most 3730 + 2603 * n bytes.
		Weight::from_parts(24_415_109, 3730)
			.saturating_add(Weight::from_parts(42_422_671, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(n.into()))
	}
	// Storage: `Margin::RoleTerms` (r:0 w:1)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// At least 5_899 ns; a proof of at most 0 bytes.
		Weight::from_parts(7_351_000, 0)
			.saturating_add(T::DbWeight::get().reads(0))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Margin::Profiles` (r:1 w:1)
	// Proof: `Margin::Profiles` (`max_values`: None, `max_size`: Some(1099), added: 3574, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn set_profile() -> Weight {
		// At least 60_319 ns; a proof of at most 4564 bytes.
		Weight::from_parts(66_169_000, 4564)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
