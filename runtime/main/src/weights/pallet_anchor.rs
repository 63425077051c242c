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
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	fn create_currency() -> Weight {
		// At least 31_217 ns; a proof of at most 3675 bytes.
		Weight::from_parts(37_196_000, 3675)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// At least 19_799 ns; a proof of at most 3584 bytes.
		Weight::from_parts(26_820_000, 3584)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	fn halt_minting() -> Weight {
		// At least 16_054 ns; a proof of at most 3584 bytes.
		Weight::from_parts(31_797_000, 3584)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:1)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	fn resume_minting() -> Weight {
		// At least 15_613 ns; a proof of at most 3584 bytes.
		Weight::from_parts(25_989_000, 3584)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// At least 27_060 ns; a proof of at most 3671 bytes.
		Weight::from_parts(40_349_000, 3671)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn dismiss() -> Weight {
		// At least 17_576 ns; a proof of at most 3671 bytes.
		Weight::from_parts(22_223_000, 3671)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// At least 18_338 ns; a proof of at most 3671 bytes.
		Weight::from_parts(25_337_000, 3671)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn mint() -> Weight {
		// At least 79_008 ns; a proof of at most 4000 bytes.
		Weight::from_parts(118_235_000, 4000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:1 w:1)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// At least 90_534 ns; a proof of at most 4020 bytes.
		Weight::from_parts(133_268_000, 4020)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:2 w:2)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:2 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// At least 98_146 ns; a proof of at most 6208 bytes.
		Weight::from_parts(158_495_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `Anchor::Currencies` (r:1 w:0)
	// Proof: `Anchor::Currencies` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Asset` (r:1 w:1)
	// Proof: `AnchoredAssets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AnchoredAssets::Account` (r:1 w:1)
	// Proof: `AnchoredAssets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AnchoredHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AnchoredHolder::Holds` (r:1 w:1)
	// Proof: `AnchoredHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Redemptions` (r:0 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// At least 138_135 ns; a proof of at most 4020 bytes.
		Weight::from_parts(204_343_000, 4020)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	fn claim_paid() -> Weight {
		// At least 24_537 ns; a proof of at most 3785 bytes.
		Weight::from_parts(40_059_000, 3785)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn acknowledge() -> Weight {
		// At least 121_771 ns; a proof of at most 6196 bytes.
		Weight::from_parts(149_763_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// At least 74_371 ns; a proof of at most 4000 bytes.
		Weight::from_parts(97_484_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// At least 208_820 ns; a proof of at most 7010 bytes.
		Weight::from_parts(296_720_000, 7010)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Anchor::Redemptions` (r:1 w:1)
	// Proof: `Anchor::Redemptions` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Anchor::Institutions` (r:1 w:1)
	// Proof: `Anchor::Institutions` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// At least 209_481 ns; a proof of at most 7010 bytes.
		Weight::from_parts(324_491_000, 7010)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
}
