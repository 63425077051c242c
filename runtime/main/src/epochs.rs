//! # Epochs
//!
//! Remembers how long an epoch is.
//!
//! ## Pallet API
//!
//! There are no calls. The genesis sets [`Slots`]; the pallet itself is the `Get<u64>` that BABE is
//! configured with.
//!
//! ## Overview
//!
//! An epoch lasts an hour on a live network and ten slots on development networks. One compiled runtime
//! serves both, so the length is state and a preset chooses it.
//!
//! ## Invariants
//!
//! The length is at least one slot and never changes after genesis. BABE derives the first slot of an
//! epoch by multiplying the index of the epoch with its length: another length in the middle of the
//! chain's life would move every epoch, and nodes would no longer agree on who may author. That is also
//! why delays may depend on it, see [`ByEpochs`]: no vote can change what they depend on.

pub use pallet::*;

use crate::{constants::time::EPOCH_SLOTS, Epochs};
use frame_support::traits::Get;

/// A number that is `LIVE` where epochs are as long as on a live network, and `FAST` where they are
/// shorter: networks for tests, on which everything can be watched within minutes.
pub struct ByEpochs<const LIVE: u32, const FAST: u32>;

impl<const LIVE: u32, const FAST: u32> Get<u32> for ByEpochs<LIVE, FAST> {
	fn get() -> u32 {
		if <Epochs as Get<u64>>::get() < EPOCH_SLOTS {
			FAST
		} else {
			LIVE
		}
	}
}

impl<const LIVE: u32, const FAST: u32> Get<u64> for ByEpochs<LIVE, FAST> {
	fn get() -> u64 {
		<Self as Get<u32>>::get().into()
	}
}

#[frame_support::pallet]
pub mod pallet {
	use bhtd_runtime_constants::time::EPOCH_SLOTS;
	use core::marker::PhantomData;
	use frame_support::{pallet_prelude::*, traits::Get};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What a chain without a choice at genesis has: the length on a live network.
	#[pallet::type_value]
	pub fn LiveSlots() -> u64 {
		EPOCH_SLOTS
	}

	/// The length of an epoch, in slots. Written once, at genesis.
	#[pallet::storage]
	pub type Slots<T> = StorageValue<_, u64, ValueQuery, LiveSlots>;

	/// The length of an epoch, chosen at genesis.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T> {
		/// The length of an epoch, in slots.
		pub slots: u64,
		/// Ties the type to a runtime.
		#[serde(skip)]
		pub runtime: PhantomData<T>,
	}

	impl<T> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { slots: EPOCH_SLOTS, runtime: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.slots > 0, "an epoch lasts at least one slot");
			Slots::<T>::put(self.slots);
		}
	}

	impl<T: Config> Get<u64> for Pallet<T> {
		fn get() -> u64 {
			Slots::<T>::get()
		}
	}
}
