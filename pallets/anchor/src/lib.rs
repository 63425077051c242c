#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod currencies;
mod errors;
mod events;
pub mod math;
mod minting;
#[cfg(test)]
mod mock;
mod redemptions;
mod settlement;
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

/// No currency may have a higher penalty.
pub const HIGHEST_PENALTY: Permill = Permill::from_percent(50);

/// More decimals than this no wallet expects.
pub const MOST_DECIMALS: u8 = 18;

/// Calls, storage, events, errors and configuration.
#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use bhtd_primitives::{CurrencyId, MarginLedger};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Inspect as _, MutateHold},
			fungibles::{metadata, roles, Create, Inspect, Mutate},
			Consideration, Contains, Footprint,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::{AccountIdConversion, BlockNumberProvider, Zero};

	/// Planck of BHTD, and smallest units of currencies.
	pub type BalanceOf<T> =
		<<T as Config>::Margin as MarginLedger<<T as frame_system::Config>::AccountId>>::Balance;
	/// The block number that periods are measured in.
	pub type ProvidedBlockNumberOf<T> =
		<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;
	/// The name and symbol of a currency.
	pub type CodeOf<T> = BoundedVec<u8, <T as Config>::MaxCodeLength>;
	/// What the institution needs to find the payee of a redemption.
	pub type ReferenceOf<T> = BoundedVec<u8, <T as Config>::MaxReferenceLength>;
	/// The [`Bounds`] of a runtime.
	pub type BoundsOf<T> = Bounds<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// The [`Terms`] of a runtime.
	pub type TermsOf<T> = Terms<BalanceOf<T>, ProvidedBlockNumberOf<T>>;
	/// A [`Currency`] of a runtime.
	pub type CurrencyOf<T> = Currency<CodeOf<T>, TermsOf<T>, ProvidedBlockNumberOf<T>>;
	/// An [`Institution`] of a runtime.
	pub type InstitutionOf<T> =
		Institution<BalanceOf<T>, ProvidedBlockNumberOf<T>, <T as frame_system::Config>::Hash>;
	/// A [`RedemptionId`] of a runtime.
	pub type RedemptionIdOf<T> = RedemptionId<<T as frame_system::Config>::AccountId>;
	/// A [`Redemption`] of a runtime.
	pub type RedemptionOf<T> = Redemption<
		<T as frame_system::Config>::AccountId,
		BalanceOf<T>,
		ProvidedBlockNumberOf<T>,
		ReferenceOf<T>,
		<T as Config>::Consideration,
	>;
	/// A [`CurrencyView`] of a runtime.
	pub type CurrencyViewOf<T> =
		CurrencyView<CurrencyOf<T>, BalanceOf<T>, <T as frame_system::Config>::AccountId>;
	/// An [`InstitutionView`] of a runtime.
	pub type InstitutionViewOf<T> = InstitutionView<InstitutionOf<T>, BalanceOf<T>>;
	/// A [`Move`] of a runtime.
	pub type MoveOf<T> = Move<<T as frame_system::Config>::AccountId, ProvidedBlockNumberOf<T>>;
	/// A [`RedemptionView`] of a runtime.
	pub type RedemptionViewOf<T> = RedemptionView<RedemptionOf<T>, BalanceOf<T>, MoveOf<T>>;
	/// A [`Stake`] of a runtime.
	pub type StakeOf<T> = Stake<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The anchored settlement token.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What the stakes of objections are paid in.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = BalanceOf<Self>,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The assets that carry the currencies, an instance of their own. Nobody else may be able to
		/// create, mint or burn in it: no origin for creating and forcing, no deposits, and none of its
		/// calls, as they know no holding limits.
		type Assets: Create<Self::AccountId>
			+ Inspect<Self::AccountId, AssetId = CurrencyId, Balance = BalanceOf<Self>>
			+ Mutate<Self::AccountId>
			+ metadata::Mutate<Self::AccountId>
			+ roles::Inspect<Self::AccountId>;

		/// The ledger of the margins of institutions.
		type Margin: MarginLedger<Self::AccountId>;

		/// The accounts that are identified, to which no holding limit applies.
		type Judgement: Contains<Self::AccountId>;

		/// The deposits for redemptions. A runtime holds them under [`HoldReason::Deposit`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// Who creates currencies, sets their terms, admits and dismisses institutions, and lets minting
		/// go on.
		type TermsOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may halt minting. Quicker to assemble than [`Self::TermsOrigin`], as it can only stop.
		type HaltOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who decides about objections.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of attestations, windows and periods. It must never run backwards.
		type BlockNumberProvider: BlockNumberProvider;

		/// What no currency's terms can be set beyond.
		#[pallet::constant]
		type Bounds: Get<BoundsOf<Self>>;

		/// For how many blocks the terms of a currency stay as they are at least.
		#[pallet::constant]
		type TermsInterval: Get<ProvidedBlockNumberOf<Self>>;

		/// The stake of an objection, as a part of the compensation that it is about. What is on hold
		/// already does not change with it, nor with the next.
		#[pallet::constant]
		type ObjectionShare: Get<Permill>;

		/// The least stake of an objection in planck of BHTD, not below the existential deposit.
		#[pallet::constant]
		type LeastObjection: Get<BalanceOf<Self>>;

		/// The root of the account ids of currencies.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The most bytes of a code, no more than the assets allow in a name. Never reduce it: stored
		/// codes would no longer decode. The same is true of the next.
		#[pallet::constant]
		type MaxCodeLength: Get<u32>;

		/// The most bytes of a reference.
		#[pallet::constant]
		type MaxReferenceLength: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds BHTD.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The stakes of objections: what is lost by a wrong one.
		#[codec(index = 0)]
		Objection,
		/// The deposits for redemptions.
		#[codec(index = 1)]
		Deposit,
	}

	/// The id of the next currency.
	#[pallet::storage]
	pub type NextCurrency<T> = StorageValue<_, CurrencyId, ValueQuery>;

	/// The currencies. Twox: the ids are counted, nobody chooses them.
	#[pallet::storage]
	pub type Currencies<T: Config> = StorageMap<_, Twox64Concat, CurrencyId, CurrencyOf<T>>;

	/// The currencies by their codes. Twox: governance alone gives codes.
	#[pallet::storage]
	pub type Codes<T: Config> = StorageMap<_, Twox64Concat, CodeOf<T>, CurrencyId>;

	/// The institutions of the currencies. They pay no deposit: there are none but those that governance
	/// has admitted, each with a margin.
	#[pallet::storage]
	pub type Institutions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		CurrencyId,
		Blake2_128Concat,
		T::AccountId,
		InstitutionOf<T>,
	>;

	/// The open redemptions, by currency, institution and number.
	#[pallet::storage]
	pub type Redemptions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, CurrencyId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Twox64Concat, u64>,
		),
		RedemptionOf<T>,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let bounds = T::Bounds::get();
			assert!(!bounds.lowest_rate.is_zero(), "tokens must not be minted without a bond");
			assert!(
				bounds.lowest_rate <= bounds.highest_rate,
				"the lowest rate must not exceed the highest"
			);
			for shortest in [
				bounds.shortest_window,
				bounds.shortest_redemption_period,
				bounds.shortest_objection_period,
				bounds.shortest_arbitration_period,
			] {
				assert!(!shortest.is_zero(), "periods must not be zero: nobody could act in time");
				assert!(
					shortest <= bounds.longest_period,
					"no shortest period may exceed the longest"
				);
			}
			assert!(!bounds.longest_freshness.is_zero(), "an attestation must count for a while");
			assert!(!bounds.highest_window_limit.is_zero(), "something must be minted in a window");
			assert!(
				!bounds.lowest_minimum_redemption.is_zero(),
				"institutions must not be in default for not wiring dust"
			);
			assert!(
				bounds.lowest_minimum_redemption <= bounds.highest_minimum_redemption,
				"the lowest minimum of a redemption must not exceed the highest"
			);
			assert!(
				T::LeastObjection::get() >= T::Currency::minimum_balance(),
				"a lost stake must be large enough to arrive"
			);
			assert!(T::MaxCodeLength::get() > 0, "a currency must have room for a code");
			assert!(
				AccountIdConversion::<T::AccountId>::try_into_sub_account(
					&T::PalletId::get(),
					CurrencyId::MAX
				)
				.is_some(),
				"an account id must have room for the pallet's id and a currency's"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A currency, its terms, and how much of it there is.
		pub fn currency(currency: CurrencyId) -> Option<CurrencyViewOf<T>> {
			Self::view_currency(currency)
		}

		/// What an institution has to do with a currency, and how much it could mint now.
		pub fn institution(
			currency: CurrencyId,
			institution: T::AccountId,
		) -> Option<InstitutionViewOf<T>> {
			Self::view_institution(currency, &institution)
		}

		/// An open redemption, and what each party may do with it next and until when.
		pub fn redemption(redemption: RedemptionIdOf<T>) -> Option<RedemptionViewOf<T>> {
			Self::view_redemption(redemption)
		}

		/// Planck of BHTD that would compensate for a redemption of `amount` units if the institution
		/// did not pay, without the penalty; `None` if it has fewer outstanding.
		pub fn quote_redemption(
			currency: CurrencyId,
			institution: T::AccountId,
			amount: BalanceOf<T>,
		) -> Option<BalanceOf<T>> {
			Self::quote(currency, &institution, amount)
		}

		/// Whether the holding limit lets `who` have `amount` units more.
		pub fn can_receive(currency: CurrencyId, who: T::AccountId, amount: BalanceOf<T>) -> bool {
			Self::may_receive(currency, &who, amount)
		}
	}
}
