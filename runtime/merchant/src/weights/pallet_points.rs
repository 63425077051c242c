//! Weights of `pallet_points`, measured by `scripts/bench`.
//!
//! 2026-11-22, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_points` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_points::WeightInfo for WeightInfo<T> {
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Points::NextClass` (r:1 w:1)
	// Proof: `Points::NextClass` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Metadata` (r:1 w:1)
	// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Points::Designs` (r:0 w:1)
	// Proof: `Points::Designs` (`max_values`: None, `max_size`: Some(4126), added: 6601, mode: `MaxEncodedLen`)
	// Storage: `Points::Classes` (r:0 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn create_class() -> Weight {
		// At least 105_166 ns; a proof of at most 6196 bytes.
		Weight::from_parts(115_831_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `Points::NextBook` (r:1 w:1)
	// Proof: `Points::NextBook` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Points::Books` (r:0 w:1)
	// Proof: `Points::Books` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Points::BookTickets` (r:0 w:1)
	// Proof: `Points::BookTickets` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn open_receipt_book() -> Weight {
		// At least 60_079 ns; a proof of at most 3730 bytes.
		Weight::from_parts(65_767_000, 3730)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Points::BookTickets` (r:1 w:1)
	// Proof: `Points::BookTickets` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Points::Books` (r:0 w:1)
	// Proof: `Points::Books` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	fn close_receipt_book() -> Weight {
		// At least 55_061 ns; a proof of at most 3730 bytes.
		Weight::from_parts(59_979_000, 3730)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Points::Books` (r:1 w:1)
	// Proof: `Points::Books` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	fn award() -> Weight {
		// At least 125_837 ns; a proof of at most 6208 bytes.
		Weight::from_parts(135_841_000, 6208)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Points::Books` (r:1 w:1)
	// Proof: `Points::Books` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:257 w:257)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:257 w:257)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	// `n` from 1 to 256.
	fn award_batch(n: u32, ) -> Weight {
		// At least 127_519 ns; a proof of at most 3750 + 2609 * n bytes.
		Weight::from_parts(129_142_000, 3750)
			.saturating_add(Weight::from_parts(59_123_062, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `AssetsHolder::Holds` (r:1 w:1)
	// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	fn convert() -> Weight {
		// At least 152_416 ns; a proof of at most 8799 bytes.
		Weight::from_parts(175_260_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:0)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn raise_floor() -> Weight {
		// At least 50_666 ns; a proof of at most 3730 bytes.
		Weight::from_parts(64_776_000, 3730)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn pause_awards() -> Weight {
		// At least 14_351 ns; a proof of at most 3560 bytes.
		Weight::from_parts(18_368_000, 3560)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn resume_awards() -> Weight {
		// At least 14_151 ns; a proof of at most 3560 bytes.
		Weight::from_parts(17_666_000, 3560)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Points::Offers` (r:0 w:1)
	// Proof: `Points::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn offer_stewardship() -> Weight {
		// At least 14_502 ns; a proof of at most 3560 bytes.
		Weight::from_parts(17_626_000, 3560)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Points::Offers` (r:1 w:1)
	// Proof: `Points::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:2 w:2)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:0)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Points::Designs` (r:1 w:1)
	// Proof: `Points::Designs` (`max_values`: None, `max_size`: Some(4126), added: 6601, mode: `MaxEncodedLen`)
	// Storage: `Assets::Metadata` (r:1 w:0)
	// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn accept_stewardship() -> Weight {
		// At least 163_162 ns; a proof of at most 7591 bytes.
		Weight::from_parts(180_558_000, 7591)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `Points::Classes` (r:1 w:1)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:0)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Redemption::TheCover` (r:1 w:0)
	// Proof: `Redemption::TheCover` (`max_values`: Some(1), `max_size`: Some(110), added: 605, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	fn reconcile() -> Weight {
		// At least 35_492 ns; a proof of at most 3599 bytes.
		Weight::from_parts(54_521_000, 3599)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Points::Classes` (r:1 w:0)
	// Proof: `Points::Classes` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Points::Designs` (r:1 w:1)
	// Proof: `Points::Designs` (`max_values`: None, `max_size`: Some(4126), added: 6601, mode: `MaxEncodedLen`)
	// Storage: `Assets::Metadata` (r:1 w:0)
	// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn set_design() -> Weight {
		// At least 76_634 ns; a proof of at most 7591 bytes.
		Weight::from_parts(109_332_000, 7591)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
