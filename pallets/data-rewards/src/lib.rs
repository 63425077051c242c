#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod accounts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod campaigns;
mod contributions;
mod errors;
mod events;
pub mod ledger;
pub mod math;
#[cfg(test)]
mod mock;
mod reports;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

use frame_support::pallet_macros::import_section;
use sp_runtime::{PerThing, Permill};

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// No provider may be promised more of the stream than this.
pub const HIGHEST_PROVIDER_SHARE: Permill = Permill::from_percent(50);

/// No arbiter may be promised more of a price than this.
pub const HIGHEST_ARBITER_FEE: Permill = Permill::from_percent(10);

/// Calls, storage, events, errors and configuration.
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::ledger::Ledger;
	use bhtd_primitives::{MarginLedger, OrderId};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, Credit, Inspect, Mutate, MutateHold},
			Consideration, Contains, Footprint, OnUnbalanced,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{AccountIdConversion, BlockNumberProvider, Saturating, Zero};

	/// Planck of BHTD.
	pub type BalanceOf<T> =
		<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that windows and deadlines are measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// A [`DataAccount`] of a runtime.
	pub type DataAccountOf<T> = DataAccount<BalanceOf<T>, <T as Config>::Consideration>;
	/// A [`KeptReceipt`] of a runtime.
	pub type KeptReceiptOf<T> =
		KeptReceipt<<T as frame_system::Config>::AccountId, BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// The [`Terms`] of a runtime.
	pub type TermsOf<T> = Terms<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		<T as frame_system::Config>::Hash,
		BoundedVec<u8, <T as Config>::MaxPurposeLength>,
		BoundedVec<u16, <T as Config>::MaxCategories>,
		BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxMerchants>,
	>;
	/// A [`Campaign`] of a runtime.
	pub type CampaignOf<T> = Campaign<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		TermsOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`Ledger`] of a runtime.
	pub type LedgerOf<T> = Ledger<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`Contributor`] of a runtime.
	pub type ContributorOf<T> = Contributor<BalanceOf<T>, <T as Config>::Consideration>;
	/// Where something off the chain is found.
	pub type PointerOf<T> = BoundedVec<u8, <T as Config>::MaxPointerLength>;
	/// A [`Consent`] of a runtime.
	pub type ConsentOf<T> = Consent<<T as frame_system::Config>::Hash, PointerOf<T>>;
	/// An [`Offer`] of a runtime.
	pub type OfferOf<T> = Offer<
		BalanceOf<T>,
		<T as frame_system::Config>::Hash,
		BoundedVec<Arbiter<<T as frame_system::Config>::AccountId>, <T as Config>::MaxArbiters>,
	>;
	/// A [`Report`] of a runtime.
	pub type ReportOf<T> =
		Report<<T as frame_system::Config>::AccountId, OfferOf<T>, <T as Config>::Consideration>;
	/// A [`Purchase`] of a runtime.
	pub type PurchaseOf<T> = Purchase<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		<T as frame_system::Config>::Hash,
		<T as Config>::Consideration,
	>;
	/// A [`CampaignView`] of a runtime.
	pub type CampaignViewOf<T> =
		CampaignView<<T as frame_system::Config>::AccountId, TermsOf<T>, LedgerOf<T>>;
	/// A [`DataAccountView`] of a runtime.
	pub type DataAccountViewOf<T> = DataAccountView<DataAccountOf<T>, KeptReceiptOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// Data rewards.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What contributors are paid in. Its existential deposit must not be raised: it is what keeps the
		/// pots alive.
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ Mutate<Self::AccountId>
			+ BalancedHold<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The ledger of the margins of arbiters.
		type Margin: MarginLedger<Self::AccountId, Balance = BalanceOf<Self>>;

		/// Who is identified as one person, and so paid more than the fees of its receipts allow.
		type Judgement: Contains<Self::AccountId>;

		/// Where the treasury's part of the income from reports goes, what contributors have accrued and
		/// could not be paid, and a payment to an account that is gone and too small to bring it back.
		type Treasury: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// The deposits for everything that is stored. A runtime holds them under [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// Who may keep campaigns from being opened, and let them be opened again.
		type PauseOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of windows and deadlines. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// What the pots' accounts are derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The part of the fees of its receipts that a person is paid at most, unless it is identified.
		/// Less than one: it is why buying from oneself for the rewards loses money.
		#[pallet::constant]
		type PayoutShare: Get<Permill>;

		/// For how many blocks before its end a window takes no more contributions.
		#[pallet::constant]
		type QuietPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// The shortest time between the end of a window and the close of its campaign, in blocks.
		#[pallet::constant]
		type ShortestAftermath: Get<ProvidedBlockNumberOf<Self>>;

		/// The longest time from the opening of a campaign to its close, in blocks.
		#[pallet::constant]
		type LongestCampaign: Get<ProvidedBlockNumberOf<Self>>;

		/// How long after the close of a campaign nobody but the contributors can close their records, in
		/// blocks.
		#[pallet::constant]
		type GracePeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// How long a provider has for the delivery of a report, in blocks.
		#[pallet::constant]
		type DeliveryPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// How long a buyer has for objections, in blocks.
		#[pallet::constant]
		type ObjectionPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// How long an arbiter has for its decision, in blocks.
		#[pallet::constant]
		type ArbitrationPeriod: Get<ProvidedBlockNumberOf<Self>>;

		/// The most receipts of a data account. Never reduce it: stored receipts would no longer decode.
		/// The same is true of the next five.
		#[pallet::constant]
		type MaxSlots: Get<u32>;

		/// The most bytes of a campaign's purpose.
		#[pallet::constant]
		type MaxPurposeLength: Get<u32>;

		/// The most categories of a campaign.
		#[pallet::constant]
		type MaxCategories: Get<u32>;

		/// The most merchants of a campaign.
		#[pallet::constant]
		type MaxMerchants: Get<u32>;

		/// The most bytes of a pointer.
		#[pallet::constant]
		type MaxPointerLength: Get<u32>;

		/// The most arbiters of a report.
		#[pallet::constant]
		type MaxArbiters: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// What was paid for reports and not released.
		#[codec(index = 0)]
		Escrow,
		/// The deposits for storage.
		#[codec(index = 1)]
		Deposit,
	}

	/// The data accounts.
	#[pallet::storage]
	pub type DataAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, DataAccountOf<T>>;

	/// The receipts of those who have a data account, from the oldest to the newest. Apart, so that claims
	/// need not read them; together, so that a contribution reads one item.
	#[pallet::storage]
	pub type Receipts<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<KeptReceiptOf<T>, T::MaxSlots>,
		ValueQuery,
	>;

	/// Whether no campaigns can be opened.
	#[pallet::storage]
	pub type OpeningPaused<T> = StorageValue<_, bool, ValueQuery>;

	/// The id of the next campaign.
	#[pallet::storage]
	pub type NextCampaign<T> = StorageValue<_, u32, ValueQuery>;

	/// The campaigns. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Campaigns<T: Config> = StorageMap<_, Twox64Concat, u32, CampaignOf<T>>;

	/// The money of each campaign. Apart, so that funding and claims do not read the terms.
	#[pallet::storage]
	pub type Ledgers<T: Config> = StorageMap<_, Twox64Concat, u32, LedgerOf<T>>;

	/// The contributors of each campaign.
	#[pallet::storage]
	pub type Contributors<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Blake2_128Concat, T::AccountId, ContributorOf<T>>;

	/// The consents in force. Apart, so that claims and contributions do not read them.
	#[pallet::storage]
	pub type Consents<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Blake2_128Concat, T::AccountId, ConsentOf<T>>;

	/// The id of the next report.
	#[pallet::storage]
	pub type NextReport<T> = StorageValue<_, u32, ValueQuery>;

	/// The reports that can be bought. Twox: the ids are counted.
	#[pallet::storage]
	pub type Reports<T: Config> = StorageMap<_, Twox64Concat, u32, ReportOf<T>>;

	/// The id of the next purchase.
	#[pallet::storage]
	pub type NextPurchase<T> = StorageValue<_, u64, ValueQuery>;

	/// The open purchases. Twox: the ids are counted.
	#[pallet::storage]
	pub type Purchases<T: Config> = StorageMap<_, Twox64Concat, u64, PurchaseOf<T>>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let zero = ProvidedBlockNumberOf::<T>::zero();
			assert!(
				!T::PayoutShare::get().is_one(),
				"PayoutShare must be less than one: buying from oneself would pay"
			);
			let left = HIGHEST_PROVIDER_SHARE.left_from_one();
			assert!(
				T::PayoutShare::get() <= left,
				"PayoutShare is too high: a provider that buys from itself would gain by its share"
			);
			assert!(
				T::QuietPeriod::get() > zero,
				"QuietPeriod must not be zero: one could join just before a payout"
			);
			let campaign = T::QuietPeriod::get().saturating_add(T::ShortestAftermath::get());
			assert!(campaign < T::LongestCampaign::get(), "a campaign must have room for a window");
			assert!(
				T::DeliveryPeriod::get() > zero
					&& T::ObjectionPeriod::get() > zero
					&& T::ArbitrationPeriod::get() > zero,
				"nobody could deliver, object or decide"
			);
			assert!(
				T::GracePeriod::get() > zero,
				"GracePeriod must not be zero: others could close a record before its person is identified"
			);
			assert!(T::MaxSlots::get() > 0, "a data account must have room for a receipt");
			assert!(T::MaxPurposeLength::get() > 0, "a campaign must have room for a purpose");
			assert!(T::MaxArbiters::get() > 0, "a report must have room for an arbiter");
			assert!(
				AccountIdConversion::<T::AccountId>::try_into_sub_account(
					&T::PalletId::get(),
					u32::MAX
				)
				.is_some(),
				"an account id must have room for the pallet's id and a campaign's"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A campaign with its terms and its money as of now.
		pub fn campaign(campaign: u32) -> Option<CampaignViewOf<T>> {
			Self::view_campaign(campaign)
		}

		/// What `who` has of a campaign, and what a claim would pay now.
		pub fn claimable(campaign: u32, who: T::AccountId) -> Option<Claimable<BalanceOf<T>>> {
			Self::view_claimable(campaign, &who)
		}

		/// Planck of BHTD that the rest of the stream will bring to `who` if nothing is added and no weight
		/// changes; bounded as [`Claimable::payable`] is.
		pub fn projected_share(campaign: u32, who: T::AccountId) -> Option<BalanceOf<T>> {
			Self::view_projected(campaign, &who)
		}

		/// The data account of `who` with its receipts.
		pub fn data_account(who: T::AccountId) -> Option<DataAccountViewOf<T>> {
			Self::view_data_account(&who)
		}

		/// The consent of `who` to a campaign, if it is in force.
		pub fn consent_of(campaign: u32, who: T::AccountId) -> Option<ConsentOf<T>> {
			Consents::<T>::get(campaign, who)
		}

		/// A report that can be bought.
		pub fn report(report: u32) -> Option<ReportOf<T>> {
			Reports::<T>::get(report)
		}

		/// An open purchase.
		pub fn purchase(purchase: u64) -> Option<PurchaseOf<T>> {
			Purchases::<T>::get(purchase)
		}
	}
}
