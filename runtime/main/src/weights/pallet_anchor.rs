//! Weights of `pallet_anchor`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_anchor` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_anchor::WeightInfo for WeightInfo<T> {
	// Storage: `Anchor::Codes` (r:1 w:1)
	// Proof: `Anchor::Codes` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Anchor::NextCurrency` (r:1 w:1)
	// Proof: `Anchor::NextCurrency` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Metadata` (r:1 w:1)
	// Proof: `AnchoredAssets::Metadata` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Currencies` (r:0 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn create_currency() -> Weight {
		// At least 33_600 ns; a proof of at most 3675 bytes.
		Weight::from_parts(36_354_000, 3675)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// At least 21_912 ns; a proof of at most 3585 bytes.
		Weight::from_parts(24_386_000, 3585)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn halt_minting() -> Weight {
		// At least 15_913 ns; a proof of at most 3585 bytes.
		Weight::from_parts(17_566_000, 3585)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn resume_minting() -> Weight {
		// At least 15_643 ns; a proof of at most 3585 bytes.
		Weight::from_parts(17_236_000, 3585)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// At least 27_540 ns; a proof of at most 3687 bytes.
		Weight::from_parts(32_428_000, 3687)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn dismiss() -> Weight {
		// At least 17_856 ns; a proof of at most 3687 bytes.
		Weight::from_parts(20_160_000, 3687)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// At least 18_387 ns; a proof of at most 3687 bytes.
		Weight::from_parts(20_380_000, 3687)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:1 w:1)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:1 w:0)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn mint() -> Weight {
		// At least 78_526 ns; a proof of at most 4072 bytes.
		Weight::from_parts(84_926_000, 4072)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:1 w:1)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(627), added: 3102, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// At least 90_474 ns; a proof of at most 4092 bytes.
		Weight::from_parts(101_291_000, 4092)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:2 w:2)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:2 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(627), added: 3102, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// At least 96_123 ns; a proof of at most 6208 bytes.
		Weight::from_parts(106_108_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:1 w:1)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(627), added: 3102, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Redemptions` (r:0 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// At least 136_121 ns; a proof of at most 4092 bytes.
		Weight::from_parts(145_867_000, 4092)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	fn claim_paid() -> Weight {
		// At least 25_468 ns; a proof of at most 3830 bytes.
		Weight::from_parts(28_823_000, 3830)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn acknowledge() -> Weight {
		// At least 129_442 ns; a proof of at most 8799 bytes.
		Weight::from_parts(140_688_000, 8799)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// At least 74_380 ns; a proof of at most 4072 bytes.
		Weight::from_parts(90_765_000, 4072)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:3 w:3)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// At least 166_297 ns; a proof of at most 10236 bytes.
		Weight::from_parts(253_076_000, 10236)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:3 w:3)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// At least 167_088 ns; a proof of at most 10236 bytes.
		Weight::from_parts(233_216_000, 10236)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(365), added: 2840, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn back_objection() -> Weight {
		// At least 73_309 ns; a proof of at most 4072 bytes.
		Weight::from_parts(117_845_000, 4072)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
