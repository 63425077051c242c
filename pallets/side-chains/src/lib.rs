#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod chains;
mod cores;
mod errors;
mod events;
pub mod math;
#[cfg(test)]
mod mock;
pub mod nonces;
mod pools;
mod redemptions;
#[cfg(test)]
mod tests;
pub mod traits;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod upgrades;
mod views;
pub mod weights;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Calls, storage, events, errors and configuration.
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::traits::{Cores, Registry};
	use alloc::vec::Vec;
	use bhtd_primitives::MarginLedger;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, Credit, Inspect, MutateHold},
			OnUnbalanced,
		},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{
		traits::{UniqueSaturatedInto, Zero},
		Permill,
	};

	/// Planck of BHTD.
	pub type BalanceOf<T> =
		<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
	/// What a chain tells the public.
	pub type DetailsOf<T> = Details<
		BoundedVec<u8, <T as Config>::MaxNameLength>,
		BoundedVec<u8, <T as Config>::MaxUriLength>,
	>;
	/// A genesis head, or one to recover with.
	pub type HeadOf<T> = BoundedVec<u8, <T as Config>::MaxHeadLength>;
	/// A [`Code`] of a runtime.
	pub type CodeOf<T> =
		Code<BoundedVec<u8, <T as Config>::MaxCodeLength>, <T as frame_system::Config>::Hash>;
	/// A [`Chain`] of a runtime.
	pub type ChainOf<T> = Chain<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		BlockNumberFor<T>,
		<T as frame_system::Config>::Hash,
	>;
	/// A [`Pool`] of a runtime.
	pub type PoolOf<T> =
		Pool<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
	/// A [`Redemption`] of a runtime.
	pub type RedemptionOf<T> = Redemption<<T as frame_system::Config>::AccountId, BalanceOf<T>>;
	/// The cores of a runtime that are given to chains.
	pub type SlotsOf<T> = BoundedVec<Slot<BlockNumberFor<T>>, <T as Config>::MaxCores>;
	/// A [`ChainView`] of a runtime.
	pub type ChainViewOf<T> = ChainView<ChainOf<T>, DetailsOf<T>, BlockNumberFor<T>>;
	/// A [`PoolView`] of a runtime.
	pub type PoolViewOf<T> = PoolView<BalanceOf<T>, BlockNumberFor<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The side chains of merchants.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	///
	/// There is no other clock than the blocks of the runtime itself: it is the one that includes the
	/// blocks of the chains.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What tanks are filled with and redemptions paid in.
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The ledger of the margins of group merchants. No other pallet may register liabilities of that
		/// role.
		type Margin: MarginLedger<Self::AccountId, Balance = BalanceOf<Self>>;

		/// Where chains are registered.
		type Registry: Registry<BlockNumberFor<Self>, Self::Hash>;

		/// The cores chains are run on.
		type Cores: Cores;

		/// Where the fees for cores go: to the witnesses, who serve them.
		type Fees: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// A chain that speaks for itself: what its messages are executed as.
		type ChainOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = ChainId>;

		/// Who may bless runtimes.
		type BlessOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may pause registrations.
		type PauseOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may give a stalled chain another head, and write off what it owes.
		type RecoveryOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the margin owes for as long as a chain is registered, in planck: it stands for the
		/// storage of the chain, and keeps the margin there.
		#[pallet::constant]
		type ChainDeposit: Get<BalanceOf<Self>>;

		/// How many blocks lie between two turns of a core, at which its chain is charged and looked
		/// after. More than [`Config::MaxCores`]: every core has a block of its own.
		#[pallet::constant]
		type Period: Get<BlockNumberFor<Self>>;

		/// What a core costs for a period, in planck.
		#[pallet::constant]
		type PeriodFee: Get<BalanceOf<Self>>;

		/// The least that a tank is to hold at registration, in planck. Not less than the fee.
		#[pallet::constant]
		type LeastTank: Get<BalanceOf<Self>>;

		/// After how many blocks without one of its own a chain loses its core.
		#[pallet::constant]
		type StallPeriod: Get<BlockNumberFor<Self>>;

		/// After how many blocks without one of its own a chain with a core can be recovered. Not more
		/// than [`Config::StallPeriod`].
		#[pallet::constant]
		type RecoveryPeriod: Get<BlockNumberFor<Self>>;

		/// The part of a pool that can be redeemed at once.
		#[pallet::constant]
		type LimitShare: Get<Permill>;

		/// What can be redeemed at once of the smallest pool, in planck. Not less than
		/// [`Config::LeastRedemption`], and at least one planck for each block of
		/// [`Config::LimitWindow`].
		#[pallet::constant]
		type LowestLimit: Get<BalanceOf<Self>>;

		/// Within how many blocks as much can be redeemed again.
		#[pallet::constant]
		type LimitWindow: Get<BlockNumberFor<Self>>;

		/// The least that can be redeemed, in planck. Not less than what brings an account into
		/// existence.
		#[pallet::constant]
		type LeastRedemption: Get<BalanceOf<Self>>;

		/// How many blocks before it a lowering of a pool is to be announced.
		#[pallet::constant]
		type LoweringNotice: Get<BlockNumberFor<Self>>;

		/// How many blocks lie at least between two codes that a chain authorises.
		#[pallet::constant]
		type UpgradeInterval: Get<BlockNumberFor<Self>>;

		/// The most chains. Never reduce it: stored lists would no longer decode. The same is true of all
		/// that follow.
		#[pallet::constant]
		type MaxChains: Get<u32>;

		/// The most cores.
		#[pallet::constant]
		type MaxCores: Get<u32>;

		/// The most redemptions of a chain that can wait.
		#[pallet::constant]
		type MaxQueue: Get<u32>;

		/// The most runtimes that can be blessed.
		#[pallet::constant]
		type MaxBlessed: Get<u32>;

		/// The most bytes of a head.
		#[pallet::constant]
		type MaxHeadLength: Get<u32>;

		/// The most bytes of a code.
		#[pallet::constant]
		type MaxCodeLength: Get<u32>;

		/// The most bytes of a chain's name.
		#[pallet::constant]
		type MaxNameLength: Get<u32>;

		/// The most bytes of the address where more is found about a chain.
		#[pallet::constant]
		type MaxUriLength: Get<u32>;

		/// What the calls and hooks cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A tank that pays for a core.
		#[codec(index = 0)]
		Tank,
	}

	/// The chains. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Chains<T: Config> = CountedStorageMap<_, Twox64Concat, ChainId, ChainOf<T>>;

	/// What the chains say about themselves. Apart, so that no turn of a core reads it; every chain has one.
	#[pallet::storage]
	pub type Descriptions<T: Config> = StorageMap<_, Twox64Concat, ChainId, DetailsOf<T>>;

	/// The pools. All that a redemption reads of a chain; every chain has one.
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Twox64Concat, ChainId, PoolOf<T>>;

	/// The redemptions that wait, by chain and place.
	#[pallet::storage]
	pub type Queue<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ChainId, Twox64Concat, u64, RedemptionOf<T>>;

	/// The chains for whose redemptions somebody waits, in the order in which they are served.
	#[pallet::storage]
	pub type Waiting<T: Config> =
		StorageValue<_, BoundedVec<ChainId, <T as Config>::MaxChains>, ValueQuery>;

	/// The cores given to chains.
	#[pallet::storage]
	pub type Slots<T: Config> = StorageValue<_, SlotsOf<T>, ValueQuery>;

	/// The hashes of the runtimes that anybody with the margin may register.
	#[pallet::storage]
	pub type Blessed<T: Config> =
		StorageValue<_, BoundedVec<T::Hash, <T as Config>::MaxBlessed>, ValueQuery>;

	/// Whether no chain can be registered for the time being.
	#[pallet::storage]
	pub type RegistrationsPaused<T> = StorageValue<_, bool, ValueQuery>;

	/// What there is in the first block.
	///
	/// Margins and balances must be built before.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The runtimes that can be registered by their hash.
		pub blessed: Vec<T::Hash>,
		/// The chains that run from the first block.
		pub chains: Vec<GenesisChain<T::AccountId, BalanceOf<T>>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for hash in &self.blessed {
				let blessed = Pallet::<T>::do_bless(*hash);
				assert!(blessed.is_ok(), "runtime {hash:?}: {blessed:?}");
			}
			for chain in &self.chains {
				let GenesisChain { chain: id, core, .. } = chain;
				assert!(!Chains::<T>::contains_key(id), "chain {id} is given twice");
				let taken = Slots::<T>::get().iter().any(|slot| slot.core == *core);
				assert!(!taken, "core {core} is given twice");
				let founded = Pallet::<T>::do_found(chain.clone());
				assert!(founded.is_ok(), "chain {id}: {founded:?}");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(now: BlockNumberFor<T>) -> Weight {
			Self::on_block(now)
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::serve_waiting(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let zero = BlockNumberFor::<T>::zero();
			let window: u128 = T::LimitWindow::get().unique_saturated_into();
			let lowest: u128 = T::LowestLimit::get().unique_saturated_into();
			assert!(
				T::Period::get() > T::MaxCores::get().into(),
				"Period must exceed MaxCores: every core needs a block of its own"
			);
			assert!(!T::PeriodFee::get().is_zero(), "PeriodFee must not be zero");
			assert!(T::LeastTank::get() >= T::PeriodFee::get(), "LeastTank is below PeriodFee");
			assert!(
				!T::ChainDeposit::get().is_zero(),
				"ChainDeposit must not be zero: the margin could leave before the chain"
			);
			assert!(
				T::RecoveryPeriod::get() > zero
					&& T::RecoveryPeriod::get() <= T::StallPeriod::get(),
				"RecoveryPeriod must not be zero, nor exceed StallPeriod"
			);
			assert!(
				T::LeastRedemption::get() >= T::Currency::minimum_balance(),
				"LeastRedemption must bring an account into existence"
			);
			assert!(
				T::LowestLimit::get() >= T::LeastRedemption::get(),
				"LowestLimit must let the least redemption through"
			);
			assert!(window > 0, "LimitWindow must not be zero");
			assert!(
				lowest >= window,
				"LowestLimit must be a planck for every block of LimitWindow"
			);
			assert!(
				T::LoweringNotice::get() >= T::LimitWindow::get(),
				"LoweringNotice must give consumers the time to redeem a bucket"
			);
			assert!(T::MaxQueue::get() > 0, "MaxQueue must not be zero");
			assert!(
				T::MaxCores::get() > 0 && T::MaxChains::get() > 0,
				"there must be room for a chain"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A chain with what it says about itself, where it stands and its core.
		pub fn chain(chain: ChainId) -> Option<ChainViewOf<T>> {
			Self::view_chain(chain)
		}

		/// Where a chain stands, from the check of its code to its end.
		pub fn stage(chain: ChainId) -> Option<Stage<BlockNumberFor<T>>> {
			Self::view_stage(chain)
		}

		/// What is in the tank of a chain and how long it lasts.
		pub fn tank(chain: ChainId) -> Option<TankView<BalanceOf<T>, BlockNumberFor<T>>> {
			Self::view_tank(chain)
		}

		/// What is promised to the consumers of a chain, and what of it can be had now.
		pub fn pool(chain: ChainId) -> Option<PoolViewOf<T>> {
			Self::view_pool(chain)
		}

		/// The redemptions of a chain that wait, first come first.
		pub fn queue(chain: ChainId) -> QueueView<T::AccountId, BalanceOf<T>> {
			Self::view_queue(chain)
		}

		/// Whether a chain may still use the number of a redemption.
		pub fn nonce_accepted(chain: ChainId, nonce: u64) -> bool {
			Pools::<T>::get(chain).is_some_and(|mut pool| pool.nonces.spend(nonce).is_ok())
		}

		/// The last included head of a chain, against which its consumers prove what they have.
		pub fn last_head(chain: ChainId) -> Option<Vec<u8>> {
			T::Registry::head(chain)
		}

		/// The runtimes that can be registered by their hash.
		pub fn blessed() -> Vec<T::Hash> {
			Blessed::<T>::get().into_inner()
		}

		/// How many more chains could get a core now.
		pub fn cores_free() -> u32 {
			Self::view_cores_free()
		}
	}
}
