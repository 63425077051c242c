//! The settlement token of credit institutions, and the order book in which BHTD and points are traded.

use super::{
	bhtd::{ApprovalDeposit, RecordConsideration},
	governance::{RootOrHalf, RootOrTwoThirds, TwoThirdsOfCouncil},
};
use crate::{
	constants::{
		currency::{CENTS, UNITS},
		time::{DAYS, HOURS, MINUTES},
	},
	epochs::ByEpochs,
	weights, AccountId, Anchor, AnchoredAssets, AnchoredHolder, Assets, AssetsHolder, Balance,
	Balances, BlockNumber, Margin, Points, Runtime, RuntimeEvent, RuntimeHoldReason, System,
};
use bhtd_primitives::{AssetKind, ClassId, CurrencyId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible, fungibles, AsEnsureOriginWithArg, ConstU128, ConstU32, Contains,
		NeverEnsureOrigin,
	},
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_anchor::Bounds;
use pallet_assets::Instance2 as AnchoredInstance;
use pallet_identity::{IdentityOf, Judgement};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Convert, Get},
	Either, FixedU128, Permill,
};

/// The longest code of a currency.
pub const MAX_CODE_LENGTH: u32 = 12;

// The assets of the currencies. They come from `pallet-anchor` alone, and their calls are not part of the
// runtime: whoever moves the token asks for its limits first.
impl pallet_assets::Config<AnchoredInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<1_000>;
	type AssetId = CurrencyId;
	type AssetIdParameter = codec::Compact<CurrencyId>;
	type ReserveData = ();
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<NeverEnsureOrigin<AccountId>>;
	type ForceOrigin = NeverEnsureOrigin<()>;
	type AssetDeposit = ConstU128<0>;
	type AssetAccountDeposit = ConstU128<0>;
	type MetadataDepositBase = ConstU128<0>;
	type MetadataDepositPerByte = ConstU128<0>;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<MAX_CODE_LENGTH>;
	type Freezer = ();
	type Holder = AnchoredHolder;
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_assets_holder::Config<AnchoredInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
}

/// The accounts of whose identity a registrar is sure.
pub struct Identified;

impl Contains<AccountId> for Identified {
	fn contains(who: &AccountId) -> bool {
		judged(who, |judgement| matches!(judgement, Judgement::Reasonable | Judgement::KnownGood))
	}
}

/// Whether a registrar has judged the identity of `who` in one of the ways that are `enough`.
pub(super) fn judged(who: &AccountId, enough: impl Fn(&Judgement<Balance>) -> bool) -> bool {
	IdentityOf::<Runtime>::get(who).is_some_and(|registration| {
		registration.judgements.iter().any(|(_, judgement)| enough(judgement))
	})
}

/// The shortest window in which minting is limited.
type ShortestWindow = ByEpochs<HOURS, MINUTES>;

/// How long an institution has to pay at least: a wire takes a working day.
type ShortestRedemption = ByEpochs<{ 2 * DAYS }, MINUTES>;

/// How long a holder has to notice a false claim at least, weekends included.
type ShortestObjection = ByEpochs<{ 3 * DAYS }, MINUTES>;

/// How long the council has at least: two motions after one another, and a day to see what is disputed.
type ShortestArbitration = ByEpochs<{ 7 * DAYS }, MINUTES>;

/// How long the terms of a currency stay as they are at least.
pub type TermsInterval = ByEpochs<{ 7 * DAYS }, MINUTES>;

/// What no terms of a currency can be set beyond. Where no other unit is named, planck of BHTD: what a
/// currency is worth differs, and so do its decimals.
pub struct CurrencyBounds;

impl Get<Bounds<Balance, BlockNumber>> for CurrencyBounds {
	fn get() -> Bounds<Balance, BlockNumber> {
		Bounds {
			lowest_rate: FixedU128::from(UNITS / 100_000),
			highest_rate: FixedU128::from(10_000 * UNITS),
			shortest_window: ShortestWindow::get(),
			shortest_redemption_period: ShortestRedemption::get(),
			shortest_objection_period: ShortestObjection::get(),
			shortest_arbitration_period: ShortestArbitration::get(),
			longest_period: 30 * DAYS,
			longest_freshness: 30 * DAYS,
			highest_window_limit: 100_000_000 * UNITS,
			lowest_minimum_redemption: UNITS,
			highest_minimum_redemption: 100 * UNITS,
			// So that whoever is held to it can still redeem with all rights.
			lowest_holding_limit: 100 * UNITS,
		}
	}
}

parameter_types! {
	/// Where the keyless accounts of the currencies come from.
	pub const AnchorPalletId: PalletId = PalletId(*b"bhtd/anc");
	/// What of the compensation is at stake for objecting to a payment that was made.
	pub const ObjectionShare: Permill = Permill::from_percent(10);
	/// What is at stake for it at least: as much as for the least that has to be redeemed.
	pub const LeastObjection: Balance = 10 * CENTS;
	/// Why the deposit for a redemption is held.
	pub const RedemptionHold: RuntimeHoldReason =
		RuntimeHoldReason::Anchor(pallet_anchor::HoldReason::Deposit);
}

impl pallet_anchor::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Assets = AnchoredAssets;
	type Margin = Margin;
	type Judgement = Identified;
	type Consideration = RecordConsideration<RedemptionHold>;
	// Terms are announced before they hold: the council sets them through its list.
	type TermsOrigin = EnsureRoot<AccountId>;
	type HaltOrigin = RootOrHalf;
	type ArbiterOrigin = TwoThirdsOfCouncil;
	type BlockNumberProvider = System;
	type Bounds = CurrencyBounds;
	type TermsInterval = TermsInterval;
	type ObjectionShare = ObjectionShare;
	type LeastObjection = LeastObjection;
	type PalletId = AnchorPalletId;
	type MaxCodeLength = ConstU32<MAX_CODE_LENGTH>;
	type MaxReferenceLength = ConstU32<128>;
	type WeightInfo = weights::pallet_anchor::WeightInfo<Runtime>;
}

/// What is traded and is not BHTD.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Issued {
	/// The anchored token of a currency.
	Anchored(CurrencyId),
	/// The points of a class.
	Points(ClassId),
}

/// Tells the three layers of token apart.
pub struct ByLayer;

impl Convert<AssetKind, Either<(), Issued>> for ByLayer {
	fn convert(asset: AssetKind) -> Either<(), Issued> {
		match asset {
			AssetKind::Bhtd => Either::Left(()),
			AssetKind::Anchored(currency) => Either::Right(Issued::Anchored(currency)),
			AssetKind::Points(class) => Either::Right(Issued::Points(class)),
		}
	}
}

impl Convert<Issued, Either<CurrencyId, ClassId>> for ByLayer {
	fn convert(asset: Issued) -> Either<CurrencyId, ClassId> {
		match asset {
			Issued::Anchored(currency) => Either::Left(currency),
			Issued::Points(class) => Either::Right(class),
		}
	}
}

/// The coin, the anchored tokens and the points as one set of assets.
type Union<Anchored, Points> = fungible::UnionOf<
	Balances,
	fungibles::UnionOf<Anchored, Points, ByLayer, Issued, AccountId>,
	ByLayer,
	AssetKind,
	AccountId,
>;

parameter_types! {
	/// The part of its BHTD leg that an operator's margin owes for a quote: ten BHTD can be quoted for
	/// each that is locked.
	pub const ExposureRate: Permill = Permill::from_percent(10);
	/// The smallest lot: a BHTD.
	pub const LowestLot: Balance = UNITS;
	/// The largest lot.
	pub const HighestLot: Balance = 1_000_000 * UNITS;
	/// Why the deposits of the order book are held.
	pub const WholesaleHold: RuntimeHoldReason =
		RuntimeHoldReason::Wholesale(pallet_wholesale::HoldReason::Deposit);
}

impl pallet_wholesale::Config for Runtime {
	type Assets = Union<AnchoredAssets, Assets>;
	type Holds = Union<AnchoredHolder, AssetsHolder>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Loyalty = Points;
	type Settlement = Anchor;
	type Consideration = RecordConsideration<WholesaleHold>;
	type MarketOrigin = RootOrTwoThirds;
	type PauseOrigin = RootOrHalf;
	type BlockNumberProvider = System;
	type ExposureRate = ExposureRate;
	type LongestLifetime = ConstU32<{ 30 * DAYS }>;
	type LowestLot = LowestLot;
	type HighestLot = HighestLot;
	type MaxFills = ConstU32<32>;
	type MaxOffers = ConstU32<64>;
	type WeightInfo = weights::pallet_wholesale::WeightInfo<Runtime>;
}
