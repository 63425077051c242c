//! Weights of `polkadot_runtime_common::paras_registrar`, measured by `scripts/bench`.
//!
//! 2026-11-21, with frame-benchmarking-cli 64.0.0 on AMD EPYC: 50 steps of each component,
//! 20 repetitions of each step.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of `polkadot_runtime_common::paras_registrar` weigh.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_common::paras_registrar::WeightInfo for WeightInfo<T> {
	// Storage: `Registrar::NextFreeParaId` (r:1 w:1)
	// Proof: `Registrar::NextFreeParaId` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Registrar::Paras` (r:1 w:1)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ParaLifecycles` (r:1 w:0)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn reserve() -> Weight {
		// At least 29_113 ns; a proof of at most 3523 bytes.
		Weight::from_parts(31_417_000, 3523)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
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
	// Storage: `Paras::CurrentCodeHash` (r:0 w:1)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpcomingParasGenesis` (r:0 w:1)
	// Proof: `Paras::UpcomingParasGenesis` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn register() -> Weight {
		// At least 14_469_421 ns; a proof of at most 3779 bytes.
		Weight::from_parts(15_896_830_000, 3779)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
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
	// Storage: `Paras::CurrentCodeHash` (r:0 w:1)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpcomingParasGenesis` (r:0 w:1)
	// Proof: `Paras::UpcomingParasGenesis` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn force_register() -> Weight {
		// At least 13_661_813 ns; a proof of at most 3696 bytes.
		Weight::from_parts(15_838_974_000, 3696)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `Registrar::Paras` (r:1 w:1)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
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
	// Storage: `Registrar::PendingSwap` (r:0 w:1)
	// Proof: `Registrar::PendingSwap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn deregister() -> Weight {
		// At least 91_746 ns; a proof of at most 3926 bytes.
		Weight::from_parts(105_787_000, 3926)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Registrar::Paras` (r:1 w:0)
	// Proof: `Registrar::Paras` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ParaLifecycles` (r:2 w:2)
	// Proof: `Paras::ParaLifecycles` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Registrar::PendingSwap` (r:1 w:1)
	// Proof: `Registrar::PendingSwap` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Paras::ActionsQueue` (r:1 w:1)
	// Proof: `Paras::ActionsQueue` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn swap() -> Weight {
		// At least 81_822 ns; a proof of at most 6517 bytes.
		Weight::from_parts(95_121_000, 6517)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Paras::FutureCodeHash` (r:1 w:1)
	// Proof: `Paras::FutureCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::UpgradeRestrictionSignal` (r:1 w:1)
	// Proof: `Paras::UpgradeRestrictionSignal` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Paras::CurrentCodeHash` (r:1 w:0)
	// Proof: `Paras::CurrentCodeHash` (`max_values`: None, `max_size`: None, mode: `Measured`)
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
	// `b` from 9 to 5242880.
	fn schedule_code_upgrade(b: u32, ) -> Weight {
		// At least 44_516 ns; a proof of at most 3665 bytes.
		Weight::from_parts(46_268_000, 3665)
			.saturating_add(Weight::from_parts(3_133, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Paras::Heads` (r:0 w:1)
	// Proof: `Paras::Heads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `b` from 1 to 1048576.
	fn set_current_head(b: u32, ) -> Weight {
		// At least 6_790 ns; a proof of at most 0 bytes.
		Weight::from_parts(15_179_429, 0)
			.saturating_add(Weight::from_parts(1_243, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
