#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod bitmap;
mod book;
mod calls;
mod conversion;
mod errors;
mod events;
mod fee;
mod markets;
pub mod matching;
#[cfg(test)]
mod mock;
mod quotes;
mod taking;
#[cfg(test)]
mod tests;
pub mod ticks;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
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
	use alloc::vec::Vec;
	use bhtd_primitives::{AssetKind, ClassId, CurrencyId, Loyalty, MarginLedger, Settlement};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, Consideration, Footprint},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{
		traits::{BlockNumberProvider, Zero},
		FixedU128, Permill,
	};

	/// Planck of BHTD, and smallest units of points and of the anchored token.
	pub type BalanceOf<T> =
		<<T as Config>::Margin as MarginLedger<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that expiries and deadlines are measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// The lots of a market.
	pub type LotsOf<T> = BoundedVec<BalanceOf<T>, ConstU32<MAX_LOTS>>;
	/// A [`MarketRecord`] of a runtime.
	pub type MarketOf<T> = MarketRecord<LotsOf<T>>;
	/// A [`Quote`] of a runtime.
	pub type QuoteOf<T> = Quote<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`Record`] of a runtime.
	pub type RecordOf<T> = Record<
		BoundedVec<u64, <T as Config>::MaxOffers>,
		BalanceOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`Plan`] of a runtime.
	pub type PlanOf<T> = Plan<<T as frame_system::Config>::AccountId, BalanceOf<T>>;
	/// A [`QuoteView`] of a runtime.
	pub type QuoteViewOf<T> =
		QuoteView<<T as frame_system::Config>::AccountId, BalanceOf<T>, ProvidedBlockNumberOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The order book.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// BHTD, points and the anchored token, where they are moved.
		type Assets: fungibles::Mutate<
			Self::AccountId,
			AssetId = AssetKind,
			Balance = BalanceOf<Self>,
		>;

		/// The same, where they are put on hold.
		type Holds: fungibles::MutateHold<
			Self::AccountId,
			AssetId = AssetKind,
			Balance = BalanceOf<Self>,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The ledger of the margins of operators and merchants. No other pallet registers liabilities
		/// of [`Role::Operator`](bhtd_primitives::Role::Operator).
		type Margin: MarginLedger<Self::AccountId>;

		/// The points, where they have a floor.
		type Loyalty: Loyalty<Self::AccountId, Balance = BalanceOf<Self>>;

		/// The anchored token, where it has limits.
		type Settlement: Settlement<Self::AccountId, Balance = BalanceOf<Self>>;

		/// The deposits for quotes, records and markets. A runtime holds them under
		/// [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// Who opens and closes markets, resumes them, and sets their lots.
		type MarketOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who pauses markets.
		type PauseOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of expiries and deadlines. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// The part of a quote's leg in BHTD that the margin of an operator owes while the quote is in
		/// the book. Not zero: the margin bounds what an operator can have open.
		#[pallet::constant]
		type ExposureRate: Get<Permill>;

		/// The longest a quote can be valid, in blocks.
		#[pallet::constant]
		type LongestLifetime: Get<ProvidedBlockNumberOf<Self>>;

		/// The smallest worth of a lot, in planck. At least the existential deposit, so that any lot of
		/// points brings the account of who sells it into existence.
		#[pallet::constant]
		type LowestLot: Get<BalanceOf<Self>>;

		/// The largest worth of a lot, in planck.
		#[pallet::constant]
		type HighestLot: Get<BalanceOf<Self>>;

		/// The most quotes met by one call.
		#[pallet::constant]
		type MaxFills: Get<u32>;

		/// The most quotes that somebody can have in the book: an operator in each market, anybody else in
		/// all of them. So an operator's record can be read from its quotes, one by one.
		#[pallet::constant]
		type MaxOffers: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds assets.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// What quotes offer.
		#[codec(index = 0)]
		Quote,
		/// The deposits for storage.
		#[codec(index = 1)]
		Deposit,
	}

	/// The markets. Twox: ids of currencies and classes are counted.
	#[pallet::storage]
	pub type Markets<T: Config> = StorageMap<_, Twox64Concat, Market, MarketOf<T>>;

	/// Which operator has opened a market of points, and its deposit.
	#[pallet::storage]
	pub type Openers<T: Config> =
		StorageMap<_, Twox64Concat, Market, (T::AccountId, T::Consideration)>;

	/// The id of the next quote.
	#[pallet::storage]
	pub type NextQuote<T> = StorageValue<_, u64, ValueQuery>;

	/// The quotes in the book. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Quotes<T: Config> = StorageMap<_, Twox64Concat, u64, QuoteOf<T>>;

	/// The queue at each price of each book. Twox: there are less than 2^22 prices, too few to look for
	/// keys that collide. The same is true of the next.
	#[pallet::storage]
	pub type Levels<T: Config> = StorageMap<_, Twox64Concat, (Book, ticks::Rank), Level>;

	/// The prices of each book that have a queue, as a tree of three layers: by depth and the leading
	/// bytes of the place, the next bytes there are.
	#[pallet::storage]
	pub type Nodes<T: Config> =
		StorageMap<_, Twox64Concat, (Book, u8, u32), bitmap::Node, ValueQuery>;

	/// How many offers an account has in the book that were not made as operator.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// What operators have traded.
	#[pallet::storage]
	pub type Records<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Market, RecordOf<T>>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			use frame_support::traits::fungibles::Inspect;
			assert!(
				!T::ExposureRate::get().is_zero(),
				"ExposureRate must not be zero: nothing would bound what an operator has open"
			);
			assert!(!T::LongestLifetime::get().is_zero(), "LongestLifetime must not be zero");
			assert!(
				T::LowestLot::get() >= T::Assets::minimum_balance(AssetKind::Bhtd)
					&& !T::LowestLot::get().is_zero(),
				"LowestLot must neither be zero nor below the existential deposit"
			);
			assert!(
				T::LowestLot::get() <= T::HighestLot::get(),
				"LowestLot must not exceed HighestLot"
			);
			assert!(T::MaxFills::get() > 0, "a call must be able to meet a quote");
			assert!(T::MaxOffers::get() > 0, "somebody must be able to quote");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A market, its lots and its best prices.
		pub fn market(market: Market) -> Option<MarketView<BalanceOf<T>>> {
			Self::view_market(market)
		}

		/// A quote in the book.
		pub fn quote_of(id: u64) -> Option<QuoteViewOf<T>> {
			Self::view_quote(id)
		}

		/// The first quotes of a book in the order in which they would be filled, at most `count` of
		/// them and never more than 256.
		pub fn quotes(book: Book, count: u8) -> Vec<QuoteViewOf<T>> {
			Self::view_quotes(book, count)
		}

		/// What `sell` of `amount` by `who` would trade now, without a `min_out`; `None` if it would fail.
		/// Nothing is traded if all that is met must leave.
		pub fn quote_sell(
			market: Market,
			amount: BalanceOf<T>,
			limit: FixedU128,
			max_fills: u32,
			who: T::AccountId,
		) -> Option<Outcome<BalanceOf<T>>> {
			Self::check_sell(&who, market, amount, limit, Zero::zero(), max_fills)
				.ok()
				.map(Self::outcome)
		}

		/// What `buy` of `amount` by `who` would trade now, without a `max_in`; `None` if it would fail.
		/// Nothing is traded if all that is met must leave.
		pub fn quote_buy(
			market: Market,
			amount: BalanceOf<T>,
			limit: FixedU128,
			max_fills: u32,
			who: T::AccountId,
		) -> Option<Outcome<BalanceOf<T>>> {
			let most = bounded_max();
			Self::check_buy(&who, market, amount, limit, most, max_fills).ok().map(Self::outcome)
		}

		/// What `wholesale` of `amount` by `who` would trade now, without a `min_out`; `None` if it would
		/// fail. Nothing is traded if all that is met must leave.
		pub fn quote_wholesale(
			currency: CurrencyId,
			amount: BalanceOf<T>,
			limit: FixedU128,
			max_fills: u32,
			who: T::AccountId,
		) -> Option<Outcome<BalanceOf<T>>> {
			Self::check_wholesale(&who, currency, amount, limit, Zero::zero(), max_fills)
				.ok()
				.map(Self::outcome)
		}

		/// What `convert_best` of `amount` by `who` would do now; `None` if it would fail.
		pub fn quote_convert(
			class: ClassId,
			amount: BalanceOf<T>,
			max_fills: u32,
			who: T::AccountId,
		) -> Option<ConversionOutcome<BalanceOf<T>>> {
			Self::check_conversion(&who, class, amount, Zero::zero(), max_fills)
				.ok()
				.map(|(outcome, _)| outcome)
		}

		/// What an operator has traded in a market, by quotes that are in the book as well. Reads those,
		/// at most [`Config::MaxOffers`], and nobody else's.
		pub fn record(who: T::AccountId, market: Market) -> Option<RecordView<BalanceOf<T>>> {
			Self::view_record(&who, market)
		}
	}

	/// The highest number of a type.
	fn bounded_max<B: sp_runtime::traits::Bounded>() -> B {
		B::max_value()
	}
}
