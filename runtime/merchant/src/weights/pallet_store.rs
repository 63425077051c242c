//! Weights of `pallet_store`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_store` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_store::WeightInfo for WeightInfo<T> {
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Store::NextProduct` (r:1 w:1)
	// Proof: `Store::NextProduct` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Store::Listings` (r:0 w:1)
	// Proof: `Store::Listings` (`max_values`: None, `max_size`: Some(388), added: 2863, mode: `MaxEncodedLen`)
	// Storage: `Store::Products` (r:0 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	fn list() -> Weight {
		// At least 82_222 ns; a proof of at most 4000 bytes.
		Weight::from_parts(127_069_000, 4000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Store::Listings` (r:1 w:1)
	// Proof: `Store::Listings` (`max_values`: None, `max_size`: Some(388), added: 2863, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn edit() -> Weight {
		// At least 82_382 ns; a proof of at most 4000 bytes.
		Weight::from_parts(127_249_000, 4000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn set_price() -> Weight {
		// At least 22_664 ns; a proof of at most 3764 bytes.
		Weight::from_parts(37_356_000, 3764)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	fn set_stock() -> Weight {
		// At least 14_972 ns; a proof of at most 3764 bytes.
		Weight::from_parts(29_484_000, 3764)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// At least 15_183 ns; a proof of at most 3764 bytes.
		Weight::from_parts(29_755_000, 3764)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// At least 14_822 ns; a proof of at most 3764 bytes.
		Weight::from_parts(27_881_000, 3764)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	// Storage: `Store::Listings` (r:1 w:1)
	// Proof: `Store::Listings` (`max_values`: None, `max_size`: Some(388), added: 2863, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// At least 61_531 ns; a proof of at most 4000 bytes.
		Weight::from_parts(85_427_000, 4000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:2 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `Store::DayUses` (r:1 w:1)
	// Proof: `Store::DayUses` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `Store::Orders` (r:0 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	fn order() -> Weight {
		// At least 236_350 ns; a proof of at most 6096 bytes.
		Weight::from_parts(280_086_000, 6096)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	fn ship() -> Weight {
		// At least 21_021 ns; a proof of at most 3786 bytes.
		Weight::from_parts(35_522_000, 3786)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:2 w:2)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::DataAccounts` (r:1 w:0)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn confirm() -> Weight {
		// At least 358_782 ns; a proof of at most 11402 bytes.
		Weight::from_parts(500_183_000, 11402)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Store::Products` (r:1 w:1)
	// Proof: `Store::Products` (`max_values`: None, `max_size`: Some(299), added: 2774, mode: `MaxEncodedLen`)
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// At least 150_824 ns; a proof of at most 4020 bytes.
		Weight::from_parts(236_822_000, 4020)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	fn refund_part() -> Weight {
		// At least 143_963 ns; a proof of at most 4020 bytes.
		Weight::from_parts(227_087_000, 4020)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// At least 23_224 ns; a proof of at most 3786 bytes.
		Weight::from_parts(38_687_000, 3786)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	fn resolve() -> Weight {
		// At least 423_058 ns; a proof of at most 11402 bytes.
		Weight::from_parts(470_589_000, 11402)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	// Storage: `Store::Orders` (r:1 w:1)
	// Proof: `Store::Orders` (`max_values`: None, `max_size`: Some(321), added: 2796, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:2 w:2)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:2 w:2)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::DataAccounts` (r:1 w:0)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// At least 357_280 ns; a proof of at most 11402 bytes.
		Weight::from_parts(405_822_000, 11402)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Store::NextRule` (r:1 w:1)
	// Proof: `Store::NextRule` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// At least 115_842 ns; a proof of at most 7010 bytes.
		Weight::from_parts(133_198_000, 7010)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `Store::Rules` (r:1 w:1)
	// Proof: `Store::Rules` (`max_values`: None, `max_size`: Some(218), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn remove_rule() -> Weight {
		// At least 56_384 ns; a proof of at most 4000 bytes.
		Weight::from_parts(65_377_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Store::MissedAwards` (r:1 w:1)
	// Proof: `Store::MissedAwards` (`max_values`: None, `max_size`: Some(164), added: 2639, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(555), added: 3030, mode: `MaxEncodedLen`)
	fn claim_award() -> Weight {
		// At least 176_332 ns; a proof of at most 7010 bytes.
		Weight::from_parts(205_275_000, 7010)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	// Storage: `Store::MissedAwards` (r:1 w:1)
	// Proof: `Store::MissedAwards` (`max_values`: None, `max_size`: Some(164), added: 2639, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn forgo_award() -> Weight {
		// At least 56_494 ns; a proof of at most 4000 bytes.
		Weight::from_parts(66_960_000, 4000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Store::DayUses` (r:1 w:1)
	// Proof: `Store::DayUses` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn clear_day() -> Weight {
		// At least 55_132 ns; a proof of at most 4000 bytes.
		Weight::from_parts(60_539_000, 4000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
