//! Weights of `pallet_data_rewards`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_data_rewards` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_data_rewards::WeightInfo for WeightInfo<T> {
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn open_data_account() -> Weight {
		// At least 57_315 ns; a proof of at most 4000 bytes.
		Weight::from_parts(70_635_000, 4000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Receipts` (r:1 w:1)
	// Proof: `DataRewards::Receipts` (`max_values`: None, `max_size`: Some(6066), added: 8541, mode: `MaxEncodedLen`)
	fn completed() -> Weight {
		// At least 27_181 ns; a proof of at most 9531 bytes.
		Weight::from_parts(45_107_000, 9531)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Receipts` (r:0 w:1)
	// Proof: `DataRewards::Receipts` (`max_values`: None, `max_size`: Some(6066), added: 8541, mode: `MaxEncodedLen`)
	fn close_data_account() -> Weight {
		// At least 56_664 ns; a proof of at most 4000 bytes.
		Weight::from_parts(90_094_000, 4000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `DataRewards::OpeningPaused` (r:1 w:0)
	// Proof: `DataRewards::OpeningPaused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::NextCampaign` (r:1 w:1)
	// Proof: `DataRewards::NextCampaign` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:0 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:0 w:1)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	fn open_campaign() -> Weight {
		// At least 113_118 ns; a proof of at most 6196 bytes.
		Weight::from_parts(165_516_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn add_funds() -> Weight {
		// At least 61_941 ns; a proof of at most 6196 bytes.
		Weight::from_parts(74_410_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	fn lower_provider_share() -> Weight {
		// At least 22_734 ns; a proof of at most 4467 bytes.
		Weight::from_parts(44_315_000, 4467)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:1 w:1)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn close_campaign() -> Weight {
		// At least 117_534 ns; a proof of at most 6196 bytes.
		Weight::from_parts(174_429_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:1)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Consents` (r:0 w:1)
	// Proof: `DataRewards::Consents` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn consent() -> Weight {
		// At least 83_744 ns; a proof of at most 4000 bytes.
		Weight::from_parts(116_934_000, 4000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:1)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Consents` (r:0 w:1)
	// Proof: `DataRewards::Consents` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn revoke() -> Weight {
		// At least 67_170 ns; a proof of at most 4000 bytes.
		Weight::from_parts(104_445_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:1)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Receipts` (r:1 w:0)
	// Proof: `DataRewards::Receipts` (`max_values`: None, `max_size`: Some(6066), added: 8541, mode: `MaxEncodedLen`)
	fn contribute() -> Weight {
		// At least 42_684 ns; a proof of at most 9531 bytes.
		Weight::from_parts(61_862_000, 9531)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:1)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Identity::IdentityOf` (r:1 w:0)
	// Proof: `Identity::IdentityOf` (`max_values`: None, `max_size`: Some(1825), added: 4300, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Consents` (r:0 w:1)
	// Proof: `DataRewards::Consents` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// At least 156_082 ns; a proof of at most 6196 bytes.
		Weight::from_parts(244_213_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:1)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::DataAccounts` (r:1 w:1)
	// Proof: `DataRewards::DataAccounts` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `Identity::IdentityOf` (r:1 w:0)
	// Proof: `Identity::IdentityOf` (`max_values`: None, `max_size`: Some(1825), added: 4300, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Consents` (r:0 w:1)
	// Proof: `DataRewards::Consents` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn close_record() -> Weight {
		// At least 160_698 ns; a proof of at most 6196 bytes.
		Weight::from_parts(255_389_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// At least 68_091 ns; a proof of at most 6196 bytes.
		Weight::from_parts(95_391_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:0)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::NextReport` (r:1 w:1)
	// Proof: `DataRewards::NextReport` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Reports` (r:0 w:1)
	// Proof: `DataRewards::Reports` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn offer_report() -> Weight {
		// At least 75_672 ns; a proof of at most 4467 bytes.
		Weight::from_parts(107_059_000, 4467)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `DataRewards::Reports` (r:1 w:1)
	// Proof: `DataRewards::Reports` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn withdraw_report() -> Weight {
		// At least 57_806 ns; a proof of at most 4000 bytes.
		Weight::from_parts(85_907_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `DataRewards::Reports` (r:1 w:0)
	// Proof: `DataRewards::Reports` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Contributors` (r:1 w:0)
	// Proof: `DataRewards::Contributors` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:0)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::NextPurchase` (r:1 w:1)
	// Proof: `DataRewards::NextPurchase` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Purchases` (r:0 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	fn buy_report() -> Weight {
		// At least 135_421 ns; a proof of at most 4000 bytes.
		Weight::from_parts(196_121_000, 4000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `DataRewards::Purchases` (r:1 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn deliver_report() -> Weight {
		// At least 28_392 ns; a proof of at most 4467 bytes.
		Weight::from_parts(34_501_000, 4467)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `DataRewards::Purchases` (r:1 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn accept_report() -> Weight {
		// At least 210_592 ns; a proof of at most 11402 bytes.
		Weight::from_parts(223_081_000, 11402)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `DataRewards::Purchases` (r:1 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// At least 22_333 ns; a proof of at most 3626 bytes.
		Weight::from_parts(27_251_000, 3626)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `DataRewards::Purchases` (r:1 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:5 w:5)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	fn resolve() -> Weight {
		// At least 265_834 ns; a proof of at most 14005 bytes.
		Weight::from_parts(282_329_000, 14005)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `DataRewards::Purchases` (r:1 w:1)
	// Proof: `DataRewards::Purchases` (`max_values`: None, `max_size`: Some(161), added: 2636, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Ledgers` (r:1 w:1)
	// Proof: `DataRewards::Ledgers` (`max_values`: None, `max_size`: Some(272), added: 2747, mode: `MaxEncodedLen`)
	// Storage: `DataRewards::Campaigns` (r:1 w:0)
	// Proof: `DataRewards::Campaigns` (`max_values`: None, `max_size`: Some(1002), added: 3477, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(535), added: 3010, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:4 w:4)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn settle_purchase() -> Weight {
		// At least 210_453 ns; a proof of at most 11402 bytes.
		Weight::from_parts(224_814_000, 11402)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `DataRewards::OpeningPaused` (r:0 w:1)
	// Proof: `DataRewards::OpeningPaused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn set_opening_paused() -> Weight {
		// At least 4_597 ns; a proof of at most 0 bytes.
		Weight::from_parts(5_388_000, 0)
			.saturating_add(T::DbWeight::get().reads(0))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
