#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
mod fee;
mod impls;
mod loyalty;
pub mod math;
#[cfg(test)]
mod mock;
pub mod receipts;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use weights::WeightInfo;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::{receipts::Book, types::*, WeightInfo};
	use bhtd_primitives::{ClassId, MarginLedger};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			tokens::fungibles::{metadata, roles, Create, Inspect, Mutate},
			Consideration, Footprint,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::AccountIdConversion, FixedU128};

	/// Planck of BHTD, and smallest units of points.
	pub type BalanceOf<T> =
		<<T as Config>::Margin as MarginLedger<<T as frame_system::Config>::AccountId>>::Balance;
	/// A class with the types of the runtime.
	pub type ClassOf<T> = Class<<T as frame_system::Config>::AccountId, BalanceOf<T>>;
	/// A class as it is shown, with the types of the runtime.
	pub type ClassViewOf<T> = ClassView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;
	/// The awards of a batch, with the types of the runtime.
	pub type AwardsOf<T> =
		Awards<<T as frame_system::Config>::AccountId, BalanceOf<T>, <T as Config>::MaxAwards>;
	/// A name or a symbol, with the bound of the runtime.
	pub type NameOf<T> = Text<<T as Config>::MaxNameLength>;
	/// A design document, with the bound of the runtime.
	pub type DocumentOf<T> = BoundedVec<u8, <T as Config>::MaxDesignLength>;
	pub(crate) type DesignOf<T> = Design<DocumentOf<T>, <T as Config>::ClassConsideration>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The points pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The assets that carry the classes. Nobody else may be able to create, mint or burn in it:
		/// no origin for creating and forcing, no deposits, and of the calls only those that move
		/// balances, as a holder who may `touch` and `refund` an account could burn points.
		type Assets: Create<Self::AccountId>
			+ Inspect<Self::AccountId, AssetId = ClassId, Balance = BalanceOf<Self>>
			+ Mutate<Self::AccountId>
			+ metadata::Mutate<Self::AccountId>
			+ roles::Inspect<Self::AccountId>;

		/// The ledger of merchants' margins.
		type Margin: MarginLedger<Self::AccountId>;

		/// The deposit for a class and its design.
		type ClassConsideration: Consideration<Self::AccountId, Footprint>;

		/// The deposit for a receipt book.
		type BookConsideration: Consideration<Self::AccountId, Footprint>;

		/// The root of the vaults' account ids.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The longest name or symbol, in bytes; no longer than the assets allow.
		#[pallet::constant]
		type MaxNameLength: Get<u32>;

		/// The longest design document, in bytes.
		#[pallet::constant]
		type MaxDesignLength: Get<u32>;

		/// The largest number of awards in a batch.
		#[pallet::constant]
		type MaxAwards: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for the storage of a class and its design.
		#[codec(index = 0)]
		Class,
		/// The deposit for the storage of a receipt book.
		#[codec(index = 1)]
		ReceiptBook,
	}

	/// The id of the next class.
	#[pallet::storage]
	pub type NextClass<T> = StorageValue<_, ClassId, ValueQuery>;

	/// The classes. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Classes<T: Config> = StorageMap<_, Twox64Concat, ClassId, ClassOf<T>>;

	/// What awards and conversions need not decode of a class. Every class has one.
	#[pallet::storage]
	pub(crate) type Designs<T: Config> = StorageMap<_, Twox64Concat, ClassId, DesignOf<T>>;

	/// To whom the issuer of a class offers its stewardship.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Twox64Concat, ClassId, T::AccountId>;

	/// The id of the next receipt book. One counter for all, as one for each account would be state
	/// that nobody pays for once its books are closed; so ids of closed books are not given again.
	#[pallet::storage]
	pub type NextBook<T> = StorageValue<_, u64, ValueQuery>;

	/// The open receipt books.
	#[pallet::storage]
	pub type Books<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u64, Book>;

	/// The deposits of the open receipt books, apart from what awards have to write.
	#[pallet::storage]
	pub(crate) type BookTickets<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		u64,
		T::BookConsideration,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxAwards::get() > 0, "a batch must have room for an award");
			assert!(T::MaxNameLength::get() > 0, "a class must have room for a name");
			assert!(
				AccountIdConversion::<T::AccountId>::try_into_sub_account(
					&T::PalletId::get(),
					ClassId::MAX
				)
				.is_some(),
				"an account id must have room for the pallet's id and a class's"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Creates a class of points and mints its whole supply into its vault.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active merchant, who pays a deposit for the class. A class is for ever, and
		/// so is its deposit, unless another merchant takes the class over.
		///
		/// ## Details
		///
		/// `supply` is in smallest units, `floor` in planck of BHTD per smallest unit. Both, the kind
		/// and the scope are fixed from now on, but for the floor, which may rise. No margin is
		/// needed before points are awarded.
		///
		/// ## Errors
		///
		/// - [`Error::NotActiveMerchant`]: If the caller is not an active merchant.
		/// - [`Error::KindNotOffered`], [`Error::ScopeNotOffered`]: If kind or scope are not offered yet.
		/// - [`Error::NameMissing`], [`Error::NameNotUtf8`]: If name or symbol are no text.
		/// - [`Error::TooManyDecimals`]: If there are more than 18.
		/// - [`Error::SupplyIsZero`], [`Error::FloorIsZero`]: If either is zero.
		/// - [`Error::SupplyTooLarge`]: If `supply` exceeds half the range of balances.
		/// - [`Error::LiabilityTooLarge`]: If `supply * floor` exceeds the range of balances.
		/// - [`Error::NoClassIdLeft`]: If all class ids are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::ClassCreated`]
		#[pallet::call_index(0)]
		pub fn create_class(
			origin: OriginFor<T>,
			name: NameOf<T>,
			symbol: NameOf<T>,
			decimals: u8,
			supply: BalanceOf<T>,
			floor: FixedU128,
			kind: Kind,
			scope: Scope,
			design: DocumentOf<T>,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			let class = Class {
				issuer,
				supply,
				floor,
				liability: Default::default(),
				kind,
				scope,
				awards_paused: false,
			};
			Self::do_create_class(class, name, symbol, decimals, design)
		}

		/// Opens a receipt book, in which the caller numbers the receipts it awards points for.
		///
		/// ## Dispatch Origin
		///
		/// Signed; the caller pays a deposit, which comes back when the book is closed.
		///
		/// ## Errors
		///
		/// - [`Error::NoBookIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::ReceiptBookOpened`]
		#[pallet::call_index(1)]
		pub fn open_receipt_book(origin: OriginFor<T>) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			let book = NextBook::<T>::get();
			let next = book.checked_add(1).ok_or(Error::<T>::NoBookIdLeft)?;
			let ticket = T::BookConsideration::new(&issuer, Self::book_footprint())?;
			NextBook::<T>::put(next);
			Books::<T>::insert(&issuer, book, Book::default());
			BookTickets::<T>::insert(&issuer, book, ticket);
			Self::deposit_event(Event::ReceiptBookOpened { issuer, book });
			Ok(())
		}

		/// Closes a receipt book and returns its deposit. The book's id is never given again.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that opened the book.
		///
		/// ## Errors
		///
		/// - [`Error::BookNotFound`]: If the caller has no such book.
		///
		/// ## Events
		///
		/// - [`Event::ReceiptBookClosed`]
		#[pallet::call_index(2)]
		pub fn close_receipt_book(origin: OriginFor<T>, book: u64) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			let ticket = BookTickets::<T>::take(&issuer, book).ok_or(Error::<T>::BookNotFound)?;
			Books::<T>::remove(&issuer, book);
			ticket.drop(&issuer)?;
			Self::deposit_event(Event::ReceiptBookClosed { issuer, book });
			Ok(())
		}

		/// Awards points of a class for a receipt.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class, who must be an active merchant.
		///
		/// ## Details
		///
		/// The points leave the vault, and the issuer's margin owes their floor from now on. The
		/// beneficiary needs no BHTD.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::NotActiveMerchant`]: If the caller has announced its exit.
		/// - [`Error::AwardsArePaused`]: If awards are paused.
		/// - [`Error::AmountIsZero`], [`Error::VaultNotEligible`]: If nothing would be awarded.
		/// - [`Error::SupplyExhausted`]: If the vault holds fewer points.
		/// - [`Error::BookNotFound`]: If the caller has no such receipt book.
		/// - [`Error::ReceiptUsed`], [`Error::ReceiptTooOld`], [`Error::ReceiptTooFar`]: If the book
		///   does not accept the number; see [`receipts`](crate::receipts).
		/// - The ledger's error, if the margin does not cover the award.
		///
		/// ## Events
		///
		/// - [`Event::Awarded`]
		#[pallet::call_index(3)]
		pub fn award(
			origin: OriginFor<T>,
			class: ClassId,
			beneficiary: T::AccountId,
			amount: BalanceOf<T>,
			receipt: Receipt,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			let award = Award { beneficiary, amount, number: receipt.number };
			Self::do_award(issuer, class, receipt.book, core::slice::from_ref(&award))
		}

		/// Awards points of a class to many consumers, all or none.
		///
		/// ## Dispatch Origin
		///
		/// As for [`Pallet::award`].
		///
		/// ## Details
		///
		/// The receipts are numbers of one book; the order is the caller's.
		///
		/// ## Errors
		///
		/// - [`Error::BatchIsEmpty`]: If there is no award.
		/// - Otherwise as for [`Pallet::award`].
		///
		/// ## Events
		///
		/// - [`Event::Awarded`] for each award.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::award_batch(awards.len() as u32))]
		pub fn award_batch(
			origin: OriginFor<T>,
			class: ClassId,
			book: u64,
			awards: AwardsOf<T>,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_award(issuer, class, book, &awards)
		}

		/// Converts points into BHTD at their floor, out of the issuer's margin.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a holder of points. An account that has no BHTD for the fee pays it out of the
		/// proceeds; see [`BringsProceeds`](bhtd_primitives::BringsProceeds).
		///
		/// ## Details
		///
		/// Pays `amount * floor`, rounded down. Nobody can pause it, and it needs nothing from the
		/// issuer. An account without BHTD has to convert at least the existential deposit's worth.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`]: If there is no such class.
		/// - [`Error::AmountIsZero`]: If `amount` is zero.
		/// - [`Error::InsufficientPoints`]: If the caller holds fewer points.
		/// - [`Error::ProceedsAreZero`]: If the points are worth less than one planck.
		/// - [`Error::BelowMinOut`]: If the points are worth less than `min_out`.
		/// - [`Error::LiabilityMissing`]: If less is owed for the class than the points are worth; as
		///   long as the ledger's invariants hold, that cannot be.
		/// - `TokenError::CannotCreate`: If the caller would have less than the existential deposit.
		///
		/// ## Events
		///
		/// - [`Event::Converted`]
		#[pallet::call_index(5)]
		pub fn convert(
			origin: OriginFor<T>,
			class: ClassId,
			amount: BalanceOf<T>,
			min_out: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_convert(who, class, amount, min_out).map(|_| ())
		}

		/// Raises the floor of a class, for the points in circulation as well.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class, who must be an active merchant.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::NotActiveMerchant`]: If the caller has announced its exit.
		/// - [`Error::FloorNotRaised`]: If `floor` is not above the present one.
		/// - [`Error::LiabilityTooLarge`]: If `supply * floor` exceeds the range of balances.
		/// - The ledger's error, if the margin does not cover the rise.
		///
		/// ## Events
		///
		/// - [`Event::FloorRaised`]
		#[pallet::call_index(6)]
		pub fn raise_floor(
			origin: OriginFor<T>,
			class: ClassId,
			floor: FixedU128,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_raise_floor(issuer, class, floor)
		}

		/// Pauses awards of a class. Transfers and conversion of points already out go on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::AwardsArePaused`]: If they are paused already.
		///
		/// ## Events
		///
		/// - [`Event::AwardsPaused`]
		#[pallet::call_index(7)]
		pub fn pause_awards(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			let mut record = Self::class_of_signer(origin, class)?;
			ensure!(!record.awards_paused, Error::<T>::AwardsArePaused);
			record.awards_paused = true;
			Classes::<T>::insert(class, record);
			Self::deposit_event(Event::AwardsPaused { class });
			Ok(())
		}

		/// Resumes awards of a class.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::AwardsNotPaused`]: If they are not paused.
		///
		/// ## Events
		///
		/// - [`Event::AwardsResumed`]
		#[pallet::call_index(8)]
		pub fn resume_awards(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			let mut record = Self::class_of_signer(origin, class)?;
			ensure!(record.awards_paused, Error::<T>::AwardsNotPaused);
			record.awards_paused = false;
			Classes::<T>::insert(class, record);
			Self::deposit_event(Event::AwardsResumed { class });
			Ok(())
		}

		/// Offers the stewardship of a class to another account, or withdraws the offer.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::AlreadyIssuer`]: If it is offered to the caller itself.
		///
		/// ## Events
		///
		/// - [`Event::StewardshipOffered`]
		#[pallet::call_index(9)]
		pub fn offer_stewardship(
			origin: OriginFor<T>,
			class: ClassId,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let record = Self::class_of_signer(origin, class)?;
			ensure!(to.as_ref() != Some(&record.issuer), Error::<T>::AlreadyIssuer);
			Offers::<T>::set(class, to.clone());
			Self::deposit_event(Event::StewardshipOffered { class, to });
			Ok(())
		}

		/// Takes over a class with everything owed for it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account to which the class is offered. It must be an active merchant whose
		/// margin covers the liability, and pays the deposit; the former issuer's comes back.
		///
		/// ## Details
		///
		/// `max_liability` is what the caller is willing to owe for the class, in planck of BHTD: the
		/// issuer could award more points, or raise the floor, just before.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`]: If there is no such class.
		/// - [`Error::NotOffered`]: If the class is not offered to the caller.
		/// - [`Error::NotActiveMerchant`]: If the caller is not an active merchant.
		/// - [`Error::LiabilityAboveLimit`]: If more than `max_liability` is owed for the class.
		/// - The ledger's error, if the margin does not cover the liability, or the currency's, if
		///   the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::StewardshipAccepted`]
		#[pallet::call_index(10)]
		pub fn accept_stewardship(
			origin: OriginFor<T>,
			class: ClassId,
			max_liability: BalanceOf<T>,
		) -> DispatchResult {
			let successor = ensure_signed(origin)?;
			Self::do_accept_stewardship(successor, class, max_liability)
		}

		/// Lifts the liability of points that were sent straight to the vault.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`]: If there is no such class.
		/// - [`Error::NothingToReconcile`]: If the liability is what the circulating points need.
		///
		/// ## Events
		///
		/// - [`Event::Reconciled`]
		#[pallet::call_index(11)]
		pub fn reconcile(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			ensure_signed(origin)?;
			let mut record = Self::class_or_error(class)?;
			let released = Self::lift_surplus(class, &mut record)?;
			ensure!(released > Default::default(), Error::<T>::NothingToReconcile);
			Classes::<T>::insert(class, record);
			Self::deposit_event(Event::Reconciled { class, released });
			Ok(())
		}

		/// Changes the design document of a class.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class; the deposit follows the document's length.
		///
		/// ## Errors
		///
		/// - [`Error::ClassNotFound`], [`Error::NotIssuer`]: If the class is not the caller's.
		///
		/// ## Events
		///
		/// - [`Event::DesignSet`]
		#[pallet::call_index(12)]
		pub fn set_design(
			origin: OriginFor<T>,
			class: ClassId,
			design: DocumentOf<T>,
		) -> DispatchResult {
			let record = Self::class_of_signer(origin, class)?;
			Self::do_set_design(record.issuer, class, design)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A class, with its name, its design, what circulates and what is owed for it.
		pub fn class(class: ClassId) -> Option<ClassViewOf<T>> {
			Self::view(class)
		}

		/// Planck of BHTD for which `amount` points can be converted now; nothing if that is less
		/// than one.
		pub fn quote_convert(class: ClassId, amount: BalanceOf<T>) -> Option<BalanceOf<T>> {
			crate::math::proceeds(amount, Classes::<T>::get(class)?.floor)
				.filter(|out| *out > Default::default())
		}

		/// What an award of `amount` points would mean for the issuer, before it is made.
		pub fn quote_award(
			class: ClassId,
			amount: BalanceOf<T>,
		) -> Option<AwardQuote<BalanceOf<T>>> {
			Self::quote(class, amount)
		}
	}
}
