#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod catalogue;
mod earning;
mod errors;
mod escrow;
mod events;
pub mod math;
#[cfg(test)]
mod mock;
mod orders;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

use frame_support::pallet_macros::import_section;
use sp_runtime::Permill;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// No runtime may charge more of a merchant's proceeds than this.
pub const HIGHEST_FEE: Permill = Permill::from_percent(5);

/// No arbiter may be promised more of an escrow than this.
pub const HIGHEST_ARBITER_FEE: Permill = Permill::from_percent(10);

/// No category may earn more than ten times the rate of its rule, in hundredths.
pub const HIGHEST_MULTIPLIER: u16 = 10 * math::ONE;

/// Calls, storage, events, errors and configuration.
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use bhtd_primitives::{ClassId, Loyalty, MarginLedger, OnCompletion, OrderId};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, Credit, MutateHold},
			fungibles, Consideration, Footprint, OnUnbalanced,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::BlockNumberProvider;

	/// Planck of BHTD, and smallest units of points.
	pub type BalanceOf<T> =
		<<T as Config>::Margin as MarginLedger<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that deadlines are measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// A [`Price`] of a runtime.
	pub type PriceOf<T> = Price<BalanceOf<T>>;
	/// The [`Terms`] of a runtime.
	pub type TermsOf<T> = Terms<ProvidedBlockNumberOf<T>, ArbitersOf<T>>;
	/// The arbiters a merchant accepts for a product.
	pub type ArbitersOf<T> =
		BoundedVec<Arbiter<<T as frame_system::Config>::AccountId>, <T as Config>::MaxArbiters>;
	/// A [`Product`] of a runtime.
	pub type ProductOf<T> = Product<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		<T as frame_system::Config>::Hash,
		TermsOf<T>,
	>;
	/// The [`Content`] of a runtime.
	pub type ContentOf<T> = Content<
		<T as frame_system::Config>::Hash,
		BoundedVec<u8, <T as Config>::MaxTitleLength>,
		BoundedVec<u8, <T as Config>::MaxUriLength>,
	>;
	/// A [`Listing`] of a runtime.
	pub type ListingOf<T> = Listing<ContentOf<T>, <T as Config>::Consideration>;
	/// An [`Order`] of a runtime.
	pub type OrderOf<T> = Order<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		<T as frame_system::Config>::Hash,
		<T as Config>::Consideration,
	>;
	/// A [`Step`] of a runtime.
	pub type StepOf<T> = Step<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		<T as frame_system::Config>::Hash,
	>;
	/// The [`RuleTerms`] of a runtime.
	pub type RuleTermsOf<T> = RuleTerms<
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		BoundedVec<(u16, u16), <T as Config>::MaxMultipliers>,
	>;
	/// A [`Rule`] of a runtime.
	pub type RuleOf<T> =
		Rule<<T as frame_system::Config>::AccountId, RuleTermsOf<T>, <T as Config>::Consideration>;
	/// A [`DayUse`] of a runtime.
	pub type DayUseOf<T> = DayUse<BalanceOf<T>, <T as Config>::Consideration>;
	/// A [`MissedAward`] of a runtime.
	pub type MissedAwardOf<T> = MissedAward<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`ProductView`] of a runtime.
	pub type ProductViewOf<T> = ProductView<ProductOf<T>, ContentOf<T>>;
	/// A [`Move`] of a runtime.
	pub type MoveOf<T> = Move<<T as frame_system::Config>::AccountId, ProvidedBlockNumberOf<T>>;
	/// An [`OrderView`] of a runtime.
	pub type OrderViewOf<T> = OrderView<OrderOf<T>, MoveOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The points store.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What products are paid in.
		type Currency: MutateHold<Self::AccountId, Balance = BalanceOf<Self>, Reason = Self::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The points, where they can be put on hold.
		type Points: fungibles::MutateHold<
			Self::AccountId,
			AssetId = ClassId,
			Balance = BalanceOf<Self>,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The ledger of the margins of merchants and arbiters.
		type Margin: MarginLedger<Self::AccountId>;

		/// The points, where they are given and taken for purchases.
		type Loyalty: Loyalty<Self::AccountId, Balance = BalanceOf<Self>>;

		/// Who wants to know of completed orders.
		type OnCompletion: OnCompletion<Self::AccountId, BalanceOf<Self>>;

		/// Where the protocol fee goes as far as it is not burnt, and a payment to an account that is
		/// gone and too small to bring it back.
		type Treasury: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// The deposits for products, rules, open orders and what they leave. A runtime holds them
		/// under [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// The clock of deadlines, rules and days. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// The part of a merchant's BHTD proceeds that is charged as protocol fee, not above
		/// [`HIGHEST_FEE`]. Not zero: it is why wash trading loses money.
		#[pallet::constant]
		type FeeRate: Get<Permill>;

		/// The part of the protocol fee that is burnt.
		#[pallet::constant]
		type BurntShare: Get<Permill>;

		/// The shortest time for delivery and for complaints, in blocks.
		#[pallet::constant]
		type ShortestWindow: Get<ProvidedBlockNumberOf<Self>>;

		/// The longest time for delivery and for complaints, in blocks.
		#[pallet::constant]
		type LongestWindow: Get<ProvidedBlockNumberOf<Self>>;

		/// How long an arbiter has for its decision, in blocks.
		#[pallet::constant]
		type ArbitrationPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// How many blocks make a day of an earning rule.
		#[pallet::constant]
		type DayLength: Get<ProvidedBlockNumberOf<Self>>;

		/// The most bytes of a title. Never reduce it: stored titles would no longer decode. The same
		/// is true of the next three.
		#[pallet::constant]
		type MaxTitleLength: Get<u32>;

		/// The most bytes of a description's address.
		#[pallet::constant]
		type MaxUriLength: Get<u32>;

		/// The most arbiters of a product.
		#[pallet::constant]
		type MaxArbiters: Get<u32>;

		/// The most categories for which a rule has a multiplier.
		#[pallet::constant]
		type MaxMultipliers: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD or points.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// What was paid for open orders.
		#[codec(index = 0)]
		Escrow,
		/// The deposits for storage.
		#[codec(index = 1)]
		Deposit,
	}

	/// The id of the next product.
	#[pallet::storage]
	pub type NextProduct<T> = StorageValue<_, u64, ValueQuery>;

	/// The products. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Products<T: Config> = StorageMap<_, Twox64Concat, u64, ProductOf<T>>;

	/// The descriptions of the products. Apart, so that orders never read them; every product has one.
	#[pallet::storage]
	pub type Listings<T: Config> = StorageMap<_, Twox64Concat, u64, ListingOf<T>>;

	/// The open orders, by product and number. Twox: both are counted.
	#[pallet::storage]
	pub type Orders<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, u64, OrderOf<T>>;

	/// The serial number of the next rule.
	#[pallet::storage]
	pub type NextRule<T> = StorageValue<_, u32, ValueQuery>;

	/// The earning rules in force. Twox: ids of classes are counted.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageMap<_, Twox64Concat, ClassId, RuleOf<T>>;

	/// What the orders of a buyer earn in a class on the last day it ordered, if the rule has a cap.
	#[pallet::storage]
	pub type DayUses<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ClassId, Blake2_128Concat, T::AccountId, DayUseOf<T>>;

	/// Points that could not be awarded when their order completed, by product and number of the order.
	#[pallet::storage]
	pub type MissedAwards<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, u64, MissedAwardOf<T>>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let zero = ProvidedBlockNumberOf::<T>::default();
			assert!(
				!T::FeeRate::get().is_zero() && T::FeeRate::get() <= HIGHEST_FEE,
				"FeeRate must not be zero, nor above the highest fee"
			);
			assert!(
				T::ShortestWindow::get() > zero,
				"ShortestWindow must not be zero: a buyer could not complain"
			);
			assert!(
				T::ShortestWindow::get() <= T::LongestWindow::get(),
				"ShortestWindow must not exceed LongestWindow"
			);
			assert!(
				T::ArbitrationPeriod::get() > zero,
				"ArbitrationPeriod must not be zero: an arbiter could not decide"
			);
			assert!(T::DayLength::get() > zero, "DayLength must not be zero");
			assert!(T::MaxTitleLength::get() > 0, "a product must have room for a title");
			assert!(T::MaxArbiters::get() > 0, "a product must have room for an arbiter");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A product with its description.
		pub fn product(product: u64) -> Option<ProductViewOf<T>> {
			Self::view_product(product)
		}

		/// An open order, and what each party may do with it next and until when.
		pub fn open_order(order: OrderId) -> Option<OrderViewOf<T>> {
			Self::view_order(order)
		}

		/// What `quantity` pieces of a product would cost `buyer` and earn, if ordered now; `None` if
		/// there is no such product or the price is out of range.
		pub fn quote_order(
			product: u64,
			quantity: u32,
			buyer: T::AccountId,
		) -> Option<Quote<BalanceOf<T>>> {
			Self::quote(product, quantity, &buyer)
		}

		/// The earning rule of a class, with what is left of its budget.
		pub fn rule(class: ClassId) -> Option<RuleTermsOf<T>> {
			Rules::<T>::get(class).map(|rule| rule.terms)
		}

		/// The points that were missed when an order completed and can be claimed.
		pub fn missed_award(order: OrderId) -> Option<MissedAwardOf<T>> {
			MissedAwards::<T>::get(order.product, order.number)
		}
	}
}
