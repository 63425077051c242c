//! Weights of `pallet_side_chains`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 20 steps of each component,
//! 5 repetitions of each step.
//! `register` and `apply_upgrade`, whose codes have megabytes: 5 steps, 2 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `pallet_side_chains` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_side_chains::WeightInfo for WeightInfo<T> {
	// Storage: `SideChains::RegistrationsPaused` (r:1 w:0)
	// Proof: `SideChains::RegistrationsPaused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `SideChains::CounterForChains` (r:1 w:1)
	// Proof: `SideChains::CounterForChains` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registrar::NextFreeParaId` (r:1 w:1)
	// Proof: `Registrar::NextFreeParaId` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `SideChains::Slots` (r:1 w:1)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Session::Validators` (r:1 w:0)
	// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Registrar::Paras` (r:1 w:1)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:1)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::PvfActiveVoteMap` (r:1 w:1)
	// Proof: `Paras::PvfActiveVoteMap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CodeByHash` (r:1 w:1)
	// Proof: `Paras::CodeByHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::ActiveValidatorKeys` (r:1 w:0)
	// Proof: `ParasShared::ActiveValidatorKeys` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::PvfActiveVoteList` (r:1 w:1)
	// Proof: `Paras::PvfActiveVoteList` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CodeByHashRefs` (r:1 w:1)
	// Proof: `Paras::CodeByHashRefs` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Descriptions` (r:0 w:1)
	// Proof: `SideChains::Descriptions` (`max_values`: None, `max_size`: Some(336), added: 2811, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:0 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `ParaScheduler::CoreSchedules` (r:0 w:1)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CurrentCodeHash` (r:0 w:1)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpcomingParasGenesis` (r:0 w:1)
	// Proof: `Paras::UpcomingParasGenesis` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `c` from 0 to 5242880.
	fn register(c: u32, ) -> Weight {
		// At least 228_569 ns; a proof of at most 7154 bytes.
		Weight::from_parts(202_718_968, 7154)
			.saturating_add(Weight::from_parts(4_009, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(20))
	}
	// Storage: `SideChains::Chains` (r:1 w:0)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Descriptions` (r:0 w:1)
	// Proof: `SideChains::Descriptions` (`max_values`: None, `max_size`: Some(336), added: 2811, mode: `MaxEncodedLen`)
	fn describe() -> Weight {
		// At least 16_064 ns; a proof of at most 3616 bytes.
		Weight::from_parts(18_367_000, 3616)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:1)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `Configuration::PendingConfigs` (r:1 w:0)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Session::Validators` (r:1 w:0)
	// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreSchedules` (r:2 w:2)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Witnesses::Undivided` (r:1 w:1)
	// Proof: `Witnesses::Undivided` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn fill_tank() -> Weight {
		// At least 150_763 ns; a proof of at most 8799 bytes.
		Weight::from_parts(157_374_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:1)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `Configuration::PendingConfigs` (r:1 w:0)
	// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Session::Validators` (r:1 w:0)
	// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreSchedules` (r:2 w:2)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Witnesses::Undivided` (r:1 w:1)
	// Proof: `Witnesses::Undivided` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// At least 103_103 ns; a proof of at most 8073 bytes.
		Weight::from_parts(108_361_000, 8073)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `SideChains::Chains` (r:1 w:0)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:0)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Margin::RoleTerms` (r:1 w:0)
	// Proof: `Margin::RoleTerms` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn raise_pool() -> Weight {
		// At least 51_316 ns; a proof of at most 4072 bytes.
		Weight::from_parts(54_501_000, 4072)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn announce_lowering() -> Weight {
		// At least 19_078 ns; a proof of at most 3766 bytes.
		Weight::from_parts(20_871_000, 3766)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	fn lower_pool() -> Weight {
		// At least 28_763 ns; a proof of at most 3766 bytes.
		Weight::from_parts(30_835_000, 3766)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// At least 79_929 ns; a proof of at most 4072 bytes.
		Weight::from_parts(84_004_000, 4072)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	fn declare_owed() -> Weight {
		// At least 15_353 ns; a proof of at most 3766 bytes.
		Weight::from_parts(17_997_000, 3766)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Queue` (r:1024 w:1024)
	// Proof: `SideChains::Queue` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1024 w:1024)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Waiting` (r:1 w:1)
	// Proof: `SideChains::Waiting` (`max_values`: Some(1), `max_size`: Some(802), added: 1297, mode: `MaxEncodedLen`)
	// `n` from 1 to 1024.
	fn serve(n: u32, ) -> Weight {
		// At least 97_425 ns; a proof of at most 4072 + 2603 * n bytes.
		Weight::from_parts(99_128_000, 4072)
			.saturating_add(Weight::from_parts(82_888_725, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(n.into()))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::CurrentCodeHash` (r:1 w:0)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn authorize_upgrade() -> Weight {
		// At least 23_355 ns; a proof of at most 4006 bytes.
		Weight::from_parts(26_579_000, 4006)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::CurrentCodeHash` (r:1 w:0)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::FutureCodeHash` (r:1 w:1)
	// Proof: `Paras::FutureCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpgradeRestrictionSignal` (r:1 w:1)
	// Proof: `Paras::UpgradeRestrictionSignal` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpgradeCooldowns` (r:1 w:1)
	// Proof: `Paras::UpgradeCooldowns` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::PvfActiveVoteMap` (r:1 w:1)
	// Proof: `Paras::PvfActiveVoteMap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CodeByHash` (r:1 w:1)
	// Proof: `Paras::CodeByHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::ActiveValidatorKeys` (r:1 w:0)
	// Proof: `ParasShared::ActiveValidatorKeys` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::PvfActiveVoteList` (r:1 w:1)
	// Proof: `Paras::PvfActiveVoteList` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CodeByHashRefs` (r:1 w:1)
	// Proof: `Paras::CodeByHashRefs` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `c` from 0 to 5242880.
	fn apply_upgrade(c: u32, ) -> Weight {
		// At least 69_393 ns; a proof of at most 4325 bytes.
		Weight::from_parts(73_339_000, 4325)
			.saturating_add(Weight::from_parts(5_525, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:1)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreSchedules` (r:2 w:2)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:1)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::FutureCodeHash` (r:1 w:0)
	// Proof: `Paras::FutureCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ActionsQueue` (r:1 w:1)
	// Proof: `Paras::ActionsQueue` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `MessageQueue::BookStateFor` (r:1 w:0)
	// Proof: `MessageQueue::BookStateFor` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	// Storage: `Registrar::Paras` (r:1 w:1)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `SideChains::CounterForChains` (r:1 w:1)
	// Proof: `SideChains::CounterForChains` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Descriptions` (r:0 w:1)
	// Proof: `SideChains::Descriptions` (`max_values`: None, `max_size`: Some(336), added: 2811, mode: `MaxEncodedLen`)
	// Storage: `Registrar::PendingSwap` (r:0 w:1)
	// Proof: `Registrar::PendingSwap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn leave() -> Weight {
		// At least 154_790 ns; a proof of at most 8267 bytes.
		Weight::from_parts(248_308_000, 8267)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:1)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::FutureCodeHash` (r:1 w:0)
	// Proof: `Paras::FutureCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ActionsQueue` (r:1 w:1)
	// Proof: `Paras::ActionsQueue` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `MessageQueue::BookStateFor` (r:1 w:0)
	// Proof: `MessageQueue::BookStateFor` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	// Storage: `Registrar::Paras` (r:1 w:1)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Margin::Accounts` (r:1 w:1)
	// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `SideChains::CounterForChains` (r:1 w:1)
	// Proof: `SideChains::CounterForChains` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Descriptions` (r:0 w:1)
	// Proof: `SideChains::Descriptions` (`max_values`: None, `max_size`: Some(336), added: 2811, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:0 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `Registrar::PendingSwap` (r:0 w:1)
	// Proof: `Registrar::PendingSwap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn clean_up() -> Weight {
		// At least 64_176 ns; a proof of at most 4482 bytes.
		Weight::from_parts(72_027_000, 4482)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `SideChains::Blessed` (r:1 w:1)
	// Proof: `SideChains::Blessed` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	fn bless() -> Weight {
		// At least 14_391 ns; a proof of at most 2510 bytes.
		Weight::from_parts(15_824_000, 2510)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Blessed` (r:1 w:1)
	// Proof: `SideChains::Blessed` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	fn unbless() -> Weight {
		// At least 13_901 ns; a proof of at most 2510 bytes.
		Weight::from_parts(15_293_000, 2510)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::RegistrationsPaused` (r:0 w:1)
	// Proof: `SideChains::RegistrationsPaused` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn set_registrations_paused() -> Weight {
		// At least 4_877 ns; a proof of at most 0 bytes.
		Weight::from_parts(9_003_000, 0)
			.saturating_add(T::DbWeight::get().reads(0))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Chains` (r:1 w:0)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::MostRecentContext` (r:1 w:0)
	// Proof: `Paras::MostRecentContext` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:0)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::Heads` (r:0 w:1)
	// Proof: `Paras::Heads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn recover_head() -> Weight {
		// At least 99_808 ns; a proof of at most 4018 bytes.
		Weight::from_parts(115_732_000, 4018)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `SideChains::Chains` (r:1 w:0)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::MostRecentContext` (r:1 w:0)
	// Proof: `Paras::MostRecentContext` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:1 w:1)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	fn write_off() -> Weight {
		// At least 28_763 ns; a proof of at most 4313 bytes.
		Weight::from_parts(35_853_000, 4313)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:0)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	fn turn_of_none() -> Weight {
		// At least 6_971 ns; a proof of at most 2036 bytes.
		Weight::from_parts(7_922_000, 2036)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:0)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:0)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::MostRecentContext` (r:1 w:0)
	// Proof: `Paras::MostRecentContext` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(607), added: 3082, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Witnesses::Undivided` (r:1 w:1)
	// Proof: `Witnesses::Undivided` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn turn_that_charges() -> Weight {
		// At least 82_172 ns; a proof of at most 6196 bytes.
		Weight::from_parts(86_919_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Epochs::Slots` (r:1 w:0)
	// Proof: `Epochs::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Slots` (r:1 w:1)
	// Proof: `SideChains::Slots` (`max_values`: Some(1), `max_size`: Some(551), added: 1046, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Chains` (r:1 w:1)
	// Proof: `SideChains::Chains` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Paras::MostRecentContext` (r:1 w:0)
	// Proof: `Paras::MostRecentContext` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParaScheduler::CoreSchedules` (r:2 w:2)
	// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn turn_that_suspends() -> Weight {
		// At least 55_062 ns; a proof of at most 7171 bytes.
		Weight::from_parts(58_978_000, 7171)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `SideChains::Waiting` (r:1 w:1)
	// Proof: `SideChains::Waiting` (`max_values`: Some(1), `max_size`: Some(802), added: 1297, mode: `MaxEncodedLen`)
	// Storage: `SideChains::Pools` (r:1 w:0)
	// Proof: `SideChains::Pools` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	fn serve_waiting() -> Weight {
		// At least 14_411 ns; a proof of at most 3766 bytes.
		Weight::from_parts(15_974_000, 3766)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
