#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod eras;
pub mod ledger;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;
mod work;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Calls, storage, events, errors and configuration.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::ledger::Ledger;
	use bhtd_accumulator::Position;
	#[cfg(feature = "runtime-benchmarks")]
	use frame_support::traits::fungible::Balanced;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, Mutate},
			Consideration, Footprint,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{AccountIdConversion, BlockNumberProvider, Zero};

	/// Planck of BHTD.
	pub type BalanceOf<T> =
		<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that eras are measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// The [`Ledger`] of a runtime.
	pub type LedgerOf<T> = Ledger<BalanceOf<T>>;
	/// The share of a worker in what is paid for an era.
	pub type ShareOf<T> = Position<BalanceOf<T>>;
	/// The [`Terms`] of a runtime.
	pub type TermsOf<T> = Terms<
		BalanceOf<T>,
		<T as frame_system::Config>::Hash,
		BoundedVec<u8, <T as Config>::MaxTitleLength>,
		BoundedVec<u8, <T as Config>::MaxUrlLength>,
	>;
	/// A [`Worker`] of a runtime.
	pub type WorkerOf<T> = Worker<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		TermsOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`WorkerView`] of a runtime.
	pub type WorkerViewOf<T> =
		WorkerView<<T as frame_system::Config>::AccountId, BalanceOf<T>, TermsOf<T>>;
	/// An [`EraView`] of a runtime.
	pub type EraViewOf<T> = EraView<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`TotalsView`] of a runtime.
	pub type TotalsViewOf<T> = TotalsView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// Workers.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What workers are paid in.
		#[cfg(not(feature = "runtime-benchmarks"))]
		type Currency: Mutate<Self::AccountId>;

		/// What workers are paid in; benchmarks also issue it.
		#[cfg(feature = "runtime-benchmarks")]
		type Currency: Mutate<Self::AccountId> + Balanced<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The deposit for a record. A runtime holds it under [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// Who may approve workers, and what it may grant one of them for an era, in planck of BHTD.
		type ApproveOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = BalanceOf<Self>>;

		/// Who may stop workers, beside themselves.
		type StopOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of eras. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// The keyless account that workers are paid out of. Not the pot of this pallet.
		#[pallet::constant]
		type Treasury: Get<Self::AccountId>;

		/// What the account of the pot is derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How long an era is, in blocks; more than zero.
		#[pallet::constant]
		type EraLength: Get<ProvidedBlockNumberOf<Self>>;

		/// What all workers together are paid for an era at most, in planck of BHTD.
		#[pallet::constant]
		type MaxPayPerEra: Get<BalanceOf<Self>>;

		/// What a worker can be promised for all its eras together, in planck of BHTD.
		#[pallet::constant]
		type MaxPayPerWorker: Get<BalanceOf<Self>>;

		/// For how many eras a worker can be approved.
		#[pallet::constant]
		type MaxEras: Get<EraIndex>;

		/// How many workers can be at work, or about to begin, at the same time. Never reduce it: lists would
		/// no longer decode. The same is true of the next two.
		#[pallet::constant]
		type MaxWorkers: Get<u32>;

		/// The most bytes of a title.
		#[pallet::constant]
		type MaxTitleLength: Get<u32>;

		/// The most bytes of a URL.
		#[pallet::constant]
		type MaxUrlLength: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for a worker.
		#[codec(index = 0)]
		Deposit,
	}

	/// The id of the next worker.
	#[pallet::storage]
	pub type NextWorker<T> = StorageValue<_, u32, ValueQuery>;

	/// The workers. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Workers<T: Config> = StorageMap<_, Twox64Concat, u32, WorkerOf<T>>;

	/// The era that runs. Apart, as every block reads it.
	#[pallet::storage]
	pub type CurrentEra<T: Config> = StorageValue<_, Era<ProvidedBlockNumberOf<T>>, ValueQuery>;

	/// What has been earned by how much pay.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, LedgerOf<T>, ValueQuery>;

	/// Those who begin with the next era.
	#[pallet::storage]
	pub type Beginnings<T: Config> = StorageValue<_, BoundedVec<u32, T::MaxWorkers>, ValueQuery>;

	/// Those whose last era it is. Twox: eras are counted, nobody chooses them.
	#[pallet::storage]
	pub type Endings<T: Config> =
		StorageMap<_, Twox64Concat, EraIndex, BoundedVec<u32, T::MaxWorkers>, ValueQuery>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody offers to work.
		Proposed {
			/// The worker.
			worker: u32,
			/// Who has proposed it.
			proposer: T::AccountId,
			/// Who would be paid.
			beneficiary: T::AccountId,
			/// Planck of BHTD for each era.
			pay: BalanceOf<T>,
			/// For how many eras.
			eras: EraIndex,
		},
		/// A worker begins with the next era.
		Approved {
			/// The worker.
			worker: u32,
			/// The first era it is paid for.
			first: EraIndex,
			/// The last one, too.
			last: EraIndex,
		},
		/// A proposal that nobody had approved is gone, and its deposit returned.
		ProposalRemoved {
			/// The worker.
			worker: u32,
		},
		/// A worker was stopped, and earns nothing any more.
		Stopped {
			/// The worker.
			worker: u32,
		},
		/// The last era of a worker is over.
		Ended {
			/// The worker.
			worker: u32,
		},
		/// An era is over, and those at work have been paid for it, each by its pay.
		EraEnded {
			/// The era.
			era: EraIndex,
			/// Planck of BHTD that they had been promised.
			promised: BalanceOf<T>,
			/// Planck of BHTD that they have earned.
			paid: BalanceOf<T>,
		},
		/// Pay was handed over.
		Claimed {
			/// The worker.
			worker: u32,
			/// To whom.
			beneficiary: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// The record of a worker is gone, and its deposit returned.
		Closed {
			/// The worker.
			worker: u32,
			/// Planck of BHTD that it was paid altogether.
			claimed: BalanceOf<T>,
			/// Planck of BHTD that the beneficiary could not be paid, as its account was gone and they were
			/// too few to bring it back. They pay a part of the next era.
			forfeited: BalanceOf<T>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The work has no title.
		TitleMissing,
		/// A title or a URL is not UTF-8.
		TextNotUtf8,
		/// The work is for nothing.
		PayIsZero,
		/// The pay is more than all workers together are paid for an era.
		PayAboveBudget,
		/// The work is for no era, or for too many.
		ErasOutOfBounds,
		/// The pay for all eras together is too high.
		TotalTooHigh,
		/// There are no worker ids left.
		NoWorkerIdLeft,
		/// There is no such worker.
		WorkerNotFound,
		/// The worker has been approved before.
		NotProposed,
		/// The pay is more than whoever approves may grant.
		PayAboveLimit,
		/// There is no room for another worker.
		TooManyWorkers,
		/// Neither the worker itself nor somebody who may stop all.
		NotWorker,
		/// The worker has ended.
		AlreadyEnded,
		/// The worker has earned nothing that was not claimed.
		NothingToClaim,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::advance()
		}

		fn integrity_test() {
			assert!(
				T::EraLength::get() > Zero::zero(),
				"EraLength must not be zero: every block would be paid like an era"
			);
			assert!(
				!T::MaxWorkers::get().is_zero() && !T::MaxEras::get().is_zero(),
				"MaxWorkers and MaxEras must not be zero: nobody could be approved"
			);
			assert!(
				!T::MaxPayPerEra::get().is_zero() && !T::MaxPayPerWorker::get().is_zero(),
				"MaxPayPerEra and MaxPayPerWorker must not be zero: nobody could be paid"
			);
			let pot: Option<T::AccountId> = T::PalletId::get().try_into_account();
			assert!(pot.is_some(), "an account id must have room for the pallet's id");
			assert!(Self::pot() != T::Treasury::get(), "pot and treasury must not be the same");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Offers to work for the community.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone, who pays a deposit. It comes back when the record is gone.
		///
		/// ## Details
		///
		/// The terms never change, so that what is approved is what was read. Whoever is paid can be another
		/// account.
		///
		/// ## Errors
		///
		/// - [`Error::TitleMissing`], [`Error::TextNotUtf8`]: If title or URL are no text.
		/// - [`Error::PayIsZero`]: If there is no pay.
		/// - [`Error::PayAboveBudget`]: If the pay is above [`Config::MaxPayPerEra`].
		/// - [`Error::ErasOutOfBounds`]: If there is no era, or there are more than [`Config::MaxEras`].
		/// - [`Error::TotalTooHigh`]: If the pay for all eras is above [`Config::MaxPayPerWorker`].
		/// - [`Error::NoWorkerIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::Proposed`]
		#[pallet::call_index(0)]
		pub fn propose(
			origin: OriginFor<T>,
			terms: TermsOf<T>,
			beneficiary: T::AccountId,
		) -> DispatchResult {
			let proposer = ensure_signed(origin)?;
			Self::do_propose(proposer, terms, beneficiary)
		}

		/// Lets a worker begin with the next era.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ApproveOrigin`], which also says what it may grant for an era.
		///
		/// ## Details
		///
		/// It is paid for whole eras only, and so for none of the one that runs. More may be promised for an
		/// era than budget and treasury allow; all are cut in proportion then.
		///
		/// ## Errors
		///
		/// - [`Error::WorkerNotFound`]: If there is no such worker.
		/// - [`Error::NotProposed`]: If it has been approved before.
		/// - [`Error::PayAboveLimit`]: If its pay is more than the origin may grant.
		/// - [`Error::TooManyWorkers`]: If [`Config::MaxWorkers`] are at work or about to begin.
		/// - As [`propose`](Pallet::propose), if bounds have been lowered since.
		///
		/// ## Events
		///
		/// - [`Event::Approved`]
		#[pallet::call_index(1)]
		pub fn approve(origin: OriginFor<T>, worker: u32) -> DispatchResult {
			let limit = T::ApproveOrigin::ensure_origin(origin)?;
			Self::do_approve(limit, worker)
		}

		/// Stops a worker at once, or removes a proposal.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::StopOrigin`], or signed by who has proposed the worker or is paid for it.
		///
		/// ## Details
		///
		/// It is paid for whole eras only, and so for none of the one that runs. What it has earned before
		/// stays to be claimed.
		///
		/// ## Errors
		///
		/// - [`Error::WorkerNotFound`]: If there is no such worker.
		/// - [`Error::NotWorker`]: If the signer is somebody else.
		/// - [`Error::AlreadyEnded`]: If it has ended.
		///
		/// ## Events
		///
		/// - [`Event::Stopped`], or [`Event::ProposalRemoved`] if it had not been approved.
		#[pallet::call_index(2)]
		pub fn stop(origin: OriginFor<T>, worker: u32) -> DispatchResult {
			let by = match T::StopOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_stop(by, worker)
		}

		/// Pays a worker what it has earned.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone. The beneficiary can pay the fee out of what it is paid.
		///
		/// ## Details
		///
		/// If the worker has ended, this closes its record and returns the deposit to who has proposed it.
		/// What it cannot be paid then, because the beneficiary's account is gone and it is too little to
		/// bring it back, is forfeited.
		///
		/// ## Errors
		///
		/// - [`Error::WorkerNotFound`]: If there is no such worker.
		/// - [`Error::NothingToClaim`]: If it has not ended, and not earned a planck.
		/// - The currency's error, if the beneficiary cannot be paid yet.
		///
		/// ## Events
		///
		/// - [`Event::Claimed`], and [`Event::Closed`] if it has ended.
		#[pallet::call_index(3)]
		pub fn claim(origin: OriginFor<T>, worker: u32) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim(worker)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A worker, and what a claim would pay now.
		pub fn worker(worker: u32) -> Option<WorkerViewOf<T>> {
			Self::view_worker(worker)
		}

		/// The era that runs, its budget, and how much of it is promised.
		pub fn era() -> EraViewOf<T> {
			Self::view_era()
		}

		/// What all workers have earned, and what they have claimed of it.
		pub fn totals() -> TotalsViewOf<T> {
			Self::view_totals()
		}
	}
}
