#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod declarations;
mod ledger;
#[cfg(test)]
mod mock;
pub mod numbers;
mod redemptions;
#[cfg(test)]
mod tests;
pub mod traits;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Calls, storage, events, errors and configuration.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		numbers::Numbers,
		traits::{ErrorCode, MainChain, QueryId},
	};
	use alloc::vec::Vec;
	use bhtd_primitives::{ClassId, Loyalty, MarginLedger};
	use frame_support::{pallet_prelude::*, traits::fungibles};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{BlockNumberProvider, Zero};

	/// Planck of BHTD, and smallest units of points.
	pub type BalanceOf<T> =
		<<T as Config>::Margin as MarginLedger<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that time is measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// The [`Cover`] of a runtime.
	pub type CoverOf<T> =
		Cover<<T as frame_system::Config>::AccountId, BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`Pending`] redemption of a runtime.
	pub type PendingOf<T> =
		Pending<<T as frame_system::Config>::AccountId, BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// What the main chain answers.
	pub type ResponseOf<T> = <<T as Config>::MainChain as MainChain<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
	>>::Response;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// Redemption on the main chain.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The ledger of the margins of this chain.
		type Margin: MarginLedger<Self::AccountId>;

		/// The points, where they are taken back. Its ledger is this pallet.
		type Loyalty: Loyalty<Self::AccountId, Balance = BalanceOf<Self>>;

		/// The points, where they can be put on hold.
		type Points: fungibles::MutateHold<
			Self::AccountId,
			AssetId = ClassId,
			Balance = BalanceOf<Self>,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The way to the main chain.
		type MainChain: MainChain<Self::AccountId, BalanceOf<Self>>;

		/// The main chain itself, answering what it was asked.
		type MainChainOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may say whose points the pool covers.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock: blocks of the main chain, or whatever goes on while this chain stands still. It must
		/// never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// After how many blocks an answer need not be waited for any longer; more than zero, and better
		/// more than an answer takes.
		#[pallet::constant]
		type RetryAfter: Get<ProvidedBlockNumberOf<Self>>;

		/// The least that the main chain pays, in planck of BHTD; more than zero.
		#[pallet::constant]
		type LeastRedemption: Get<BalanceOf<Self>>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds points.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They are being redeemed on the main chain.
		#[codec(index = 0)]
		Redemption,
	}

	/// What the pool on the main chain stands for. Nothing without an issuer.
	#[pallet::storage]
	pub type TheCover<T: Config> = StorageValue<_, CoverOf<T>>;

	/// The numbers of redemptions. Apart from the cover, which every award reads.
	#[pallet::storage]
	pub type TheNumbers<T> = StorageValue<_, Numbers, ValueQuery>;

	/// The redemptions that have not been answered, by consumer and number. As many as fit into a window of
	/// [`numbers`] at most. Twox for the number: nobody chooses it.
	#[pallet::storage]
	pub type Redemptions<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u64, PendingOf<T>>;

	/// What the answers that count answer. Twox: ids are counted.
	#[pallet::storage]
	pub type Queries<T: Config> = StorageMap<_, Twox64Concat, QueryId, Purpose<T::AccountId>>;

	/// What there is in the first block.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Whose points the pool covers.
		pub issuer: Option<T::AccountId>,
		/// What the genesis of the main chain says that they are worth, in planck of BHTD.
		pub confirmed: BalanceOf<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			match &self.issuer {
				Some(issuer) => TheCover::<T>::put(Cover::new(issuer.clone(), self.confirmed)),
				None => assert!(self.confirmed.is_zero(), "a pool covers the points of an issuer"),
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Points are being redeemed: they are on hold, and the main chain was asked to pay.
		Sent {
			/// Whose points they are.
			who: T::AccountId,
			/// The number of the redemption.
			number: u64,
			/// The class of the points.
			class: ClassId,
			/// How many, in smallest units.
			points: BalanceOf<T>,
			/// What is to be paid, in planck of BHTD.
			amount: BalanceOf<T>,
			/// To whom, on the main chain.
			beneficiary: T::AccountId,
		},
		/// The main chain was asked again.
		Retried {
			/// Whose points they are.
			who: T::AccountId,
			/// The number of the redemption.
			number: u64,
		},
		/// The main chain has paid, or has put the payment into its queue; the points are in the vault.
		Redeemed {
			/// Whose points they were.
			who: T::AccountId,
			/// The number of the redemption.
			number: u64,
			/// The class of the points.
			class: ClassId,
			/// How many, in smallest units.
			points: BalanceOf<T>,
			/// What was paid, in planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// The main chain does not pay; the points are free again.
		Refused {
			/// Whose points they are.
			who: T::AccountId,
			/// The number of the redemption.
			number: u64,
			/// Why.
			error: ErrorCode,
		},
		/// The main chain was told what the points are worth.
		Declared {
			/// Planck of BHTD.
			owed: BalanceOf<T>,
		},
		/// The main chain keeps that much for the points.
		Confirmed {
			/// Planck of BHTD; less than was declared if some was redeemed since.
			confirmed: BalanceOf<T>,
		},
		/// The main chain has not taken note of what the points are worth.
		DeclarationRefused {
			/// What was declared, in planck of BHTD.
			owed: BalanceOf<T>,
			/// Why.
			error: ErrorCode,
		},
		/// An answer said nothing. What was asked can be asked again.
		NothingLearnt {
			/// What the answer named.
			query: QueryId,
		},
		/// From now on the pool covers the points of another account, as soon as it has declared something.
		IssuerSet {
			/// Whose.
			issuer: T::AccountId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The pool covers nobody's points.
		NoIssuer,
		/// The pool does not cover points of this class.
		ClassNotCovered,
		/// The points are worth less than is asked for.
		BelowMinOut,
		/// The points are worth less than the main chain pays.
		BelowLeastRedemption,
		/// The main chain does not stand for so much. Points may still be converted here.
		NotCoveredThere,
		/// The margin of this chain does not cover a conversion. Points may still be redeemed on the main
		/// chain.
		NotCoveredHere,
		/// The account has fewer points that are free, beside the unit that must stay.
		InsufficientPoints,
		/// Too many redemptions wait for an answer.
		TooManyPending,
		/// There is no such redemption, or it was answered.
		RedemptionNotFound,
		/// The main chain may still answer.
		AnswerMayCome,
		/// Nothing was asked, or something else since.
		UnknownQuery,
		/// Only whose points the pool covers may do this.
		NotIssuer,
		/// The main chain has confirmed the same.
		AlreadyConfirmed,
		/// Points rely on the cover, or are being redeemed.
		CoverInUse,
		/// A declaration may still be answered.
		DeclarationPending,
		/// The pool covers the points of this account already.
		AlreadyIssuer,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				!T::RetryAfter::get().is_zero(),
				"RetryAfter must not be zero: no answer would ever count"
			);
			assert!(
				!T::LeastRedemption::get().is_zero(),
				"LeastRedemption must not be zero: nothing could be redeemed for ever"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Redeems points for BHTD on the main chain, at their floor.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a holder of points, who also pays for the message; see [`Pallet::quote`].
		///
		/// ## Details
		///
		/// The points stay on hold until the main chain answers. If it pays, or puts the payment into its
		/// queue, they go to the vault; if it refuses, they are free again. What is left of the message's fee
		/// arrives with the beneficiary. Nobody can pause it, and it needs nothing from the issuer.
		///
		/// ## Errors
		///
		/// - [`Error::NoIssuer`], [`Error::ClassNotCovered`]: If the pool does not cover the class.
		/// - [`Error::BelowMinOut`]: If the points are worth less than `min_out` planck.
		/// - [`Error::BelowLeastRedemption`]: If they are worth less than [`Config::LeastRedemption`].
		/// - [`Error::NotCoveredThere`]: If the main chain does not stand for so much.
		/// - [`Error::TooManyPending`]: If too many redemptions wait for an answer.
		/// - [`Error::InsufficientPoints`]: If the caller has fewer points that are free, beside the smallest
		///   unit, which must stay.
		/// - The transport's error, if the caller cannot pay for the message or none can be sent.
		///
		/// ## Events
		///
		/// - [`Event::Sent`]
		#[pallet::call_index(0)]
		pub fn redeem_on_main(
			origin: OriginFor<T>,
			class: ClassId,
			points: BalanceOf<T>,
			min_out: BalanceOf<T>,
			beneficiary: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_redeem(who, class, points, min_out, beneficiary)
		}

		/// Takes an answer of the main chain.
		///
		/// ## Dispatch Origin
		///
		/// The main chain: [`Config::MainChainOrigin`].
		///
		/// ## Details
		///
		/// The two arguments are what the transport passes on, in this order.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If anybody else tries.
		/// - [`Error::UnknownQuery`]: If nothing was asked under this id, or it was asked again since.
		///
		/// ## Events
		///
		/// - [`Event::Redeemed`] or [`Event::Refused`], for a redemption.
		/// - [`Event::Confirmed`] or [`Event::DeclarationRefused`], for a declaration.
		/// - [`Event::NothingLearnt`], if the answer leaves open what has become of the message.
		#[pallet::call_index(1)]
		pub fn report(
			origin: OriginFor<T>,
			query: QueryId,
			response: ResponseOf<T>,
		) -> DispatchResult {
			T::MainChainOrigin::ensure_origin(origin)?;
			Self::do_report(query, &response)
		}

		/// Asks the main chain once more for a redemption whose answer does not come.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody, who pays for the message.
		///
		/// ## Details
		///
		/// The number is the same, so that it is paid once. The answer to this message counts, and no earlier
		/// one.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`]: If there is no such redemption.
		/// - [`Error::AnswerMayCome`]: If it was sent less than [`Config::RetryAfter`] blocks ago.
		/// - The transport's error, if the caller cannot pay for the message or none can be sent.
		///
		/// ## Events
		///
		/// - [`Event::Retried`]
		#[pallet::call_index(2)]
		pub fn retry(origin: OriginFor<T>, who: T::AccountId, number: u64) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_retry(by, who, number)
		}

		/// Tells the main chain how much of its pool is to stand for points of this chain, in planck of BHTD.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer, who pays for the message.
		///
		/// ## Details
		///
		/// More counts when the main chain has confirmed it, less at once.
		///
		/// ## Errors
		///
		/// - [`Error::NoIssuer`], [`Error::NotIssuer`]: If the pool does not cover the caller's points.
		/// - [`Error::AlreadyConfirmed`]: If it is what the main chain has confirmed.
		/// - [`Error::CoverInUse`]: If it is less than what relies on the cover and what is being redeemed.
		/// - [`Error::DeclarationPending`]: If an earlier one may still be answered.
		/// - The transport's error, if the caller cannot pay for the message or none can be sent.
		///
		/// ## Events
		///
		/// - [`Event::Declared`]
		#[pallet::call_index(3)]
		pub fn declare(origin: OriginFor<T>, owed: BalanceOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare(who, owed)
		}

		/// Says whose points the pool covers.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		///
		/// Nothing counts as confirmed until the new issuer has declared something: what the former one has
		/// declared was for other points.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If anybody else tries.
		/// - [`Error::AlreadyIssuer`]: If it does already.
		/// - [`Error::CoverInUse`]: If points of the present issuer rely on it, or are being redeemed.
		/// - [`Error::DeclarationPending`]: If a declaration may still be answered.
		///
		/// ## Events
		///
		/// - [`Event::IssuerSet`]
		#[pallet::call_index(4)]
		pub fn set_issuer(origin: OriginFor<T>, issuer: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_issuer(issuer)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the pool on the main chain stands for, and what of it is used.
		pub fn cover() -> Option<CoverOf<T>> {
			TheCover::<T>::get()
		}

		/// The redemptions of `who` that have not been answered, with their numbers; at most as many as
		/// [`numbers::WINDOW`].
		pub fn redemptions(who: T::AccountId) -> Vec<(u64, PendingOf<T>)> {
			Self::view_redemptions(&who)
		}

		/// What a redemption would bring, whether it is covered, and what its message costs. Nothing without
		/// the class.
		pub fn quote(class: ClassId, points: BalanceOf<T>) -> Option<Quote<BalanceOf<T>>> {
			Self::view_quote(class, points)
		}
	}
}
