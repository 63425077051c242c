#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod ledger;
mod locks;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

pub use locks::ToDividends;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Calls, storage, events, errors and configuration.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::ledger::Ledger;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Balanced, Credit, Inspect, Mutate, MutateHold},
			Consideration, Footprint, OnUnbalanced,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{AccountIdConversion, BlockNumberProvider, Zero};

	/// Planck of BHTD.
	pub type BalanceOf<T> =
		<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that time is measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// The [`Ledger`] of a runtime.
	pub type LedgerOf<T> = Ledger<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`Lock`] of a runtime.
	pub type LockOf<T> = Lock<
		BalanceOf<T>,
		BoundedVec<Chunk<BalanceOf<T>, ProvidedBlockNumberOf<T>>, <T as Config>::MaxChunks>,
		<T as Config>::Consideration,
	>;
	/// A [`LockView`] of a runtime.
	pub type LockViewOf<T> = LockView<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`TotalsView`] of a runtime.
	pub type TotalsViewOf<T> = TotalsView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// Dividends.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What is locked, and what dividends are paid in.
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// Where fees go that arrive while nothing is locked, and those that the pot cannot take.
		type Treasury: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// The deposit for a record. A runtime holds it under [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// The clock. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// What the account of the pot is derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The least that can be locked, in planck of BHTD; more than zero.
		#[pallet::constant]
		type MinimumLock: Get<BalanceOf<Self>>;

		/// After how many blocks what was unlocked can be withdrawn; more than zero.
		#[pallet::constant]
		type NoticePeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// Over how many blocks what has arrived in the pot streams to those who have locked BHTD; more than
		/// zero. It is why nobody gains by coming just before a large sum does.
		#[pallet::constant]
		type StreamPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// In how many parts somebody can have unlocked BHTD at the same time; more than zero. Never reduce
		/// it: records would no longer decode.
		#[pallet::constant]
		type MaxChunks: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It is locked for the dividend, or has been unlocked and not withdrawn.
		#[codec(index = 0)]
		Lock,
		/// The deposit for a record.
		#[codec(index = 1)]
		Deposit,
	}

	/// What has accrued to how much weight, and what was claimed.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, LedgerOf<T>, ValueQuery>;

	/// What everyone has locked.
	#[pallet::storage]
	pub type Locks<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, LockOf<T>>;

	/// Brings the pot into existence, as no single fee might. The currency's genesis must be built before.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T> {
		#[serde(skip)]
		_runtime: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let (pot, alive) = (Pallet::<T>::pot(), T::Currency::minimum_balance());
			if T::Currency::balance(&pot) < alive {
				let minted = T::Currency::mint_into(&pot, alive);
				assert!(minted.is_ok(), "the genesis has room for the pot's existential deposit");
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// BHTD was locked.
		Locked {
			/// Whose it is.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
			/// Planck of BHTD that earn from now on.
			locked: BalanceOf<T>,
		},
		/// BHTD was unlocked, and earns no more.
		Unlocked {
			/// Whose it is.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
			/// The first block in which it can be withdrawn.
			release: ProvidedBlockNumberOf<T>,
		},
		/// BHTD that had been unlocked was locked again.
		Relocked {
			/// Whose it is.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
			/// Planck of BHTD that earn from now on.
			locked: BalanceOf<T>,
		},
		/// BHTD is free again.
		Withdrawn {
			/// Whose it is.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// A dividend was paid.
		Claimed {
			/// To whom.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// A record in which nothing was left is gone, and its deposit returned.
		Closed {
			/// Whose it was.
			who: T::AccountId,
		},
		/// What had arrived while nothing was locked is the treasury's.
		Forwarded {
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// Nothing would be locked or unlocked.
		AmountIsZero,
		/// Less would be locked than the minimum.
		BelowMinimum,
		/// The account has no record.
		NotLocker,
		/// The account has not so much locked.
		NotEnoughLocked,
		/// The account has not so much that was unlocked.
		NotEnoughUnlocking,
		/// The account has unlocked BHTD in too many parts. Withdraw those that are due, or lock some again.
		TooManyChunks,
		/// Nothing that was unlocked is due.
		NothingToWithdraw,
		/// No dividend has accrued.
		NothingToClaim,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let zero = ProvidedBlockNumberOf::<T>::zero();
			assert!(
				!T::MinimumLock::get().is_zero(),
				"MinimumLock must not be zero: there would be records of nothing"
			);
			assert!(
				T::NoticePeriod::get() > zero,
				"NoticePeriod must not be zero: BHTD could be locked for a moment only"
			);
			assert!(
				T::StreamPeriod::get() > zero,
				"StreamPeriod must not be zero: one could join just before a payout"
			);
			assert!(
				!T::MaxChunks::get().is_zero(),
				"MaxChunks must not be zero: nothing could leave"
			);
			let pot: Option<T::AccountId> = T::PalletId::get().try_into_account();
			assert!(pot.is_some(), "an account id must have room for the pallet's id");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Locks `amount` planck of BHTD, which earn from now on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whose BHTD it is. The first lock also pays the deposit for a record.
		///
		/// ## Details
		///
		/// Whoever has something locked adds to it.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is locked.
		/// - [`Error::BelowMinimum`]: If less than [`Config::MinimumLock`] would be locked altogether.
		/// - The currency's error, if the caller cannot pay.
		///
		/// ## Events
		///
		/// - [`Event::Locked`], and [`Event::Forwarded`] if fees had arrived for nobody.
		#[pallet::call_index(0)]
		pub fn lock(origin: OriginFor<T>, amount: BalanceOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lock(who, amount)
		}

		/// Unlocks `amount` planck of BHTD. They earn no more, and can be withdrawn after the notice period.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whose BHTD it is.
		///
		/// ## Details
		///
		/// What is unlocked within one block is one part. What has been earned stays to be claimed.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is unlocked.
		/// - [`Error::NotLocker`]: If the caller has no record.
		/// - [`Error::NotEnoughLocked`]: If the caller has not so much locked.
		/// - [`Error::BelowMinimum`]: If something, but less than [`Config::MinimumLock`], would stay locked.
		/// - [`Error::TooManyChunks`]: If there are [`Config::MaxChunks`] parts.
		///
		/// ## Events
		///
		/// - [`Event::Unlocked`], and [`Event::Forwarded`] if fees had arrived for nobody.
		#[pallet::call_index(1)]
		pub fn unlock(origin: OriginFor<T>, amount: BalanceOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unlock(who, amount)
		}

		/// Locks `amount` planck of BHTD again that were unlocked and not withdrawn.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whose BHTD it is.
		///
		/// ## Details
		///
		/// Those that can be withdrawn last are locked first.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is locked.
		/// - [`Error::NotLocker`]: If the caller has no record.
		/// - [`Error::NotEnoughUnlocking`]: If the caller has not so much that was unlocked.
		/// - [`Error::BelowMinimum`]: If less than [`Config::MinimumLock`] would be locked altogether.
		///
		/// ## Events
		///
		/// - [`Event::Relocked`], and [`Event::Forwarded`] if fees had arrived for nobody.
		#[pallet::call_index(2)]
		pub fn relock(origin: OriginFor<T>, amount: BalanceOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_relock(who, amount)
		}

		/// Frees everything whose notice period is over.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whose BHTD it is. If it has no other BHTD, the fee can be paid out of what is freed.
		///
		/// ## Details
		///
		/// If nothing is left, neither locked nor unlocking nor to be claimed, this closes the record and
		/// returns the deposit. Nothing that happens to the pot can keep this from succeeding.
		///
		/// ## Errors
		///
		/// - [`Error::NotLocker`]: If the caller has no record.
		/// - [`Error::NothingToWithdraw`]: If nothing is due.
		///
		/// ## Events
		///
		/// - [`Event::Withdrawn`], and [`Event::Closed`] if nothing is left.
		#[pallet::call_index(3)]
		pub fn withdraw(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who)
		}

		/// Pays the caller its dividend.
		///
		/// ## Dispatch Origin
		///
		/// Signed by who has locked BHTD. If it has no other BHTD, the fee can be paid out of the dividend.
		///
		/// ## Details
		///
		/// If nothing is left, neither locked nor unlocking, this closes the record and returns the deposit.
		///
		/// ## Errors
		///
		/// - [`Error::NotLocker`]: If the caller has no record.
		/// - [`Error::NothingToClaim`]: If not a planck has accrued.
		///
		/// ## Events
		///
		/// - [`Event::Claimed`], [`Event::Closed`] if nothing is left, and [`Event::Forwarded`] if fees had
		///   arrived for nobody.
		#[pallet::call_index(4)]
		pub fn claim(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What `who` has locked, what it can withdraw, and what it can claim now.
		pub fn position(who: T::AccountId) -> Option<LockViewOf<T>> {
			Self::view_position(&who)
		}

		/// What all have locked, what has accrued to them as of now, and what waits.
		pub fn totals() -> TotalsViewOf<T> {
			Self::view_totals()
		}
	}
}
