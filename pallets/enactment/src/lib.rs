#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use alloc::boxed::Box;
use frame_support::{
	dispatch::{GetDispatchInfo, PostDispatchInfo, RawOrigin},
	traits::{schedule::v3::Named, IsSubType, QueryPreimage, StorePreimage},
};
use sp_runtime::traits::{BlockNumberProvider, Dispatchable};

/// Calls, storage, events, errors and configuration.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// What is going to be done as root.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The calls of the runtime.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo
			+ From<Call<Self>>
			+ IsSubType<Call<Self>>;

		/// What origins of calls are stored as.
		type PalletsOrigin: From<RawOrigin<Self::AccountId>>;

		/// Does calls as root in a later block.
		type Scheduler: Named<
			ProvidedBlockNumberOf<Self>,
			RuntimeCallOf<Self>,
			Self::PalletsOrigin,
			Hasher = Self::Hashing,
		>;

		/// Keeps long calls until they are done.
		type Preimages: QueryPreimage<H = Self::Hashing> + StorePreimage;

		/// The list.
		type Kinds: Classify<RuntimeCallOf<Self>>;

		/// Who may propose an upgrade.
		type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may propose a setting.
		type SettingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may stop either.
		type CancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of the delays, and the scheduler's. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// How many blocks lie between the proposal of an upgrade and its enactment.
		#[pallet::constant]
		type UpgradeDelay: Get<ProvidedBlockNumberOf<Self>>;

		/// How many blocks lie between the proposal of a setting and its enactment.
		#[pallet::constant]
		type SettingDelay: Get<ProvidedBlockNumberOf<Self>>;

		/// The most calls that can be pending at a time.
		#[pallet::constant]
		type MaxPending: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Knows a call of the list.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<RuntimeCallOf<Self>>;
	}

	/// What is going to be done.
	// Numbers are not chosen by users, so they need no costly hash.
	#[pallet::storage]
	pub type Pending<T: Config> =
		CountedStorageMap<_, Twox64Concat, ProposalId, PendingCallOf<T>, OptionQuery>;

	/// The number of the next proposal. None is ever given twice.
	#[pallet::storage]
	pub type NextId<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A call will be done as root unless it is cancelled.
		Proposed {
			/// Its number.
			id: ProposalId,
			/// Its kind.
			kind: Kind,
			/// The hash of the call.
			hash: T::Hash,
			/// The block in which it is done.
			at: ProvidedBlockNumberOf<T>,
		},
		/// A call will not be done.
		Cancelled {
			/// Its number.
			id: ProposalId,
		},
		/// A call was done, or failed.
		Enacted {
			/// Its number.
			id: ProposalId,
			/// What came of it.
			result: DispatchResult,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The call is not on the list, or no longer of the kind it was proposed as.
		NotListed,
		/// As many calls are pending as can be.
		TooManyPending,
		/// Nothing with this number is pending.
		NotPending,
		/// The block of the call has not come.
		TooEarly,
		/// Another call was proposed under this number.
		CallMismatch,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::SettingDelay::get() > ProvidedBlockNumberOf::<T>::default(),
				"SettingDelay must not be zero: nothing could be stopped"
			);
			assert!(
				T::SettingDelay::get() <= T::UpgradeDelay::get(),
				"SettingDelay must not exceed UpgradeDelay"
			);
			assert!(T::MaxPending::get() > 0, "MaxPending must not be zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Has `call` done as root after the delay of its kind.
		///
		/// ## Dispatch Origin
		/// [`Config::UpgradeOrigin`] or [`Config::SettingOrigin`], as the kind of `call` demands.
		///
		/// ## Details
		/// It is scheduled for a block that nothing can bring forward, with the highest priority. What
		/// it will come to is not tried: it may fail when its time comes.
		///
		/// ## Errors
		/// - [`Error::NotListed`]: `call` has no kind, or is one of this pallet.
		/// - `BadOrigin`: the majority is not that of the kind.
		/// - [`Error::TooManyPending`]
		/// - Those of the scheduler and of what keeps long calls: the block has no room left, or the
		///   call is too long.
		///
		/// ## Events
		/// - [`Event::Proposed`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose(call.encoded_size() as u32))]
		pub fn propose(origin: OriginFor<T>, call: Box<RuntimeCallOf<T>>) -> DispatchResult {
			let kind = Self::kind(&call).ok_or(Error::<T>::NotListed)?;
			let delay = match kind {
				Kind::Upgrade => {
					T::UpgradeOrigin::ensure_origin(origin)?;
					T::UpgradeDelay::get()
				}
				Kind::Setting => {
					T::SettingOrigin::ensure_origin(origin)?;
					T::SettingDelay::get()
				}
			};
			Self::do_propose(call, kind, delay)
		}

		/// Stops the pending call with the number `id`.
		///
		/// ## Dispatch Origin
		/// [`Config::CancelOrigin`].
		///
		/// ## Details
		/// This is also how a call is cleared away that the scheduler could not do, because it was
		/// too heavy for a block.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::NotPending`]: there is no such call, or it has been done.
		///
		/// ## Events
		/// - [`Event::Cancelled`]
		#[pallet::call_index(1)]
		pub fn cancel(origin: OriginFor<T>, id: ProposalId) -> DispatchResult {
			T::CancelOrigin::ensure_origin(origin)?;
			Self::do_cancel(id)
		}

		/// Does what was proposed as `id`.
		///
		/// ## Dispatch Origin
		/// Root: the scheduler, in the block that `propose` named.
		///
		/// ## Details
		/// Succeeds when `call` was tried, whatever came of it; the event tells that. It is not tried
		/// where the list no longer gives it the kind it was proposed as.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::NotPending`]: it was cancelled, or has been done.
		/// - [`Error::TooEarly`]: its block has not come.
		/// - [`Error::CallMismatch`]: `call` is not what was proposed.
		///
		/// ## Events
		/// - [`Event::Enacted`]
		#[pallet::call_index(2)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(Pallet::<T>::weight_of_enacting(call, info.call_weight), info.class)
		})]
		pub fn enact(
			origin: OriginFor<T>,
			id: ProposalId,
			call: Box<RuntimeCallOf<T>>,
		) -> DispatchResultWithPostInfo {
			// Not a type of the configuration: root is what the pallet itself has scheduled.
			ensure_root(origin)?;
			Self::do_enact(id, *call)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Everything that is going to be done, in the order of proposal.
		pub fn pending() -> Vec<PendingCallViewOf<T>> {
			Self::view_pending()
		}

		/// The kind that `call` would be proposed as; `None` if it cannot be.
		pub fn kind_of(call: Box<RuntimeCallOf<T>>) -> Option<Kind> {
			Self::kind(&call)
		}
	}
}
