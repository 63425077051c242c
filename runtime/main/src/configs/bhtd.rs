//! The BHTD economy: margin, the points it backs, and the store where both are spent and earned.

use super::{
	governance::{RootOrTwoThirds, TwoThirdsOfCouncil},
	monetary::ToTreasury,
};
use crate::{
	constants::{
		currency::{deposit, UNITS},
		time::{DAYS, HOURS, MINUTES},
	},
	epochs::ByEpochs,
	weights, AccountId, Assets, AssetsHolder, Balance, Balances, BlockNumber, DataRewards, Margin,
	Points, Runtime, RuntimeEvent, RuntimeHoldReason, System,
};
use bhtd_primitives::ClassId;
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, ConstU128, ConstU32,
		LinearStoragePrice, NeverEnsureOrigin,
	},
	PalletId,
};
use pallet_assets::Instance1 as PointsInstance;
use sp_runtime::Permill;

/// The longest name and symbol of a class.
pub const MAX_NAME_LENGTH: u32 = 50;

parameter_types! {
	/// What a record costs.
	pub const RecordDeposit: Balance = deposit(1, 0);
	/// What a byte of it costs.
	pub const RecordByteDeposit: Balance = deposit(0, 1);
	/// Letting another account spend one's points; without a deposit these entries could fill the
	/// state for nothing.
	pub const ApprovalDeposit: Balance = deposit(1, 80);
	/// The lowest minimum margin that may be set for a role.
	pub const LowestMinimum: Balance = 10 * UNITS;
	/// The highest.
	pub const HighestMinimum: Balance = 100_000_000 * UNITS;
	/// The longest.
	pub const LongestNotice: BlockNumber = 365 * DAYS;
	/// Where the keyless accounts of the points come from.
	pub const PointsPalletId: PalletId = PalletId(*b"bhtd/pts");
	/// Why the deposit for a profile is held.
	pub const ProfileHold: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	/// Why the deposit for a class is held.
	pub const ClassHold: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::Class);
	/// Why the deposit for a receipt book is held.
	pub const ReceiptBookHold: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::ReceiptBook);
}

/// The shortest notice that may be set for leaving a role: a week, so that no vote can shorten it below
/// what a penalty needs to be proposed and decided. Networks with short epochs are for tests, and an
/// exit there can be watched in a minute.
pub type ShortestNotice = ByEpochs<{ 7 * DAYS }, MINUTES>;

/// A deposit for a record of the economy.
pub type RecordConsideration<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<RecordDeposit, RecordByteDeposit, Balance>,
>;

// The assets of the points. No privileged call accepts anybody, root included: classes come from
// `pallet-points` alone, which pays for their storage with a deposit of its own, so that those of
// this pallet are zero.
impl pallet_assets::Config<PointsInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<1_000>;
	type AssetId = ClassId;
	type AssetIdParameter = codec::Compact<ClassId>;
	type ReserveData = ();
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<NeverEnsureOrigin<AccountId>>;
	type ForceOrigin = NeverEnsureOrigin<()>;
	type AssetDeposit = ConstU128<0>;
	type AssetAccountDeposit = ConstU128<0>;
	type MetadataDepositBase = ConstU128<0>;
	type MetadataDepositPerByte = ConstU128<0>;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<MAX_NAME_LENGTH>;
	type Freezer = ();
	type Holder = AssetsHolder;
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_assets_holder::Config<PointsInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
}

impl pallet_margin::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = RecordConsideration<ProfileHold>;
	type ArbiterOrigin = TwoThirdsOfCouncil;
	type TermsOrigin = RootOrTwoThirds;
	type BlockNumberProvider = System;
	type LowestMinimum = LowestMinimum;
	type HighestMinimum = HighestMinimum;
	type ShortestNotice = ShortestNotice;
	type LongestNotice = LongestNotice;
	type MaxProfileLength = ConstU32<1_024>;
	type MaxBeneficiaries = ConstU32<64>;
	type WeightInfo = weights::pallet_margin::WeightInfo<Runtime>;
}

impl pallet_points::Config for Runtime {
	type Assets = Assets;
	type Margin = Margin;
	type ClassConsideration = RecordConsideration<ClassHold>;
	type BookConsideration = RecordConsideration<ReceiptBookHold>;
	type PalletId = PointsPalletId;
	type MaxNameLength = ConstU32<MAX_NAME_LENGTH>;
	type MaxDesignLength = ConstU32<4_096>;
	type MaxAwards = ConstU32<256>;
	type WeightInfo = weights::pallet_points::WeightInfo<Runtime>;
}

/// How much of the fee of an order is burnt, in percent.
pub const BURNT_PERCENT: u32 = 50;

parameter_types! {
	/// What a merchant pays of the BHTD an order brings.
	pub const StoreFee: Permill = Permill::from_percent(1);
	/// The part of it that is burnt; the rest is the treasury's.
	pub const BurntShare: Permill = Permill::from_percent(BURNT_PERCENT);
	/// The longest time a product may have for delivery, or for complaints.
	pub const LongestWindow: BlockNumber = 180 * DAYS;
	/// How many blocks a day of an earning rule has.
	pub const DayLength: BlockNumber = DAYS;
	/// Why the deposits of the store are held.
	pub const StoreHold: RuntimeHoldReason =
		RuntimeHoldReason::Store(pallet_store::HoldReason::Deposit);
}

/// The shortest time a product may have for delivery, or for complaints.
pub type ShortestWindow = ByEpochs<HOURS, MINUTES>;

/// How long an arbiter has for a decision.
pub type ArbitrationPeriod = ByEpochs<{ 14 * DAYS }, { 2 * MINUTES }>;

impl pallet_store::Config for Runtime {
	type Currency = Balances;
	type Points = AssetsHolder;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Loyalty = Points;
	type OnCompletion = DataRewards;
	type Treasury = ToTreasury;
	type Consideration = RecordConsideration<StoreHold>;
	type BlockNumberProvider = System;
	type FeeRate = StoreFee;
	type BurntShare = BurntShare;
	type ShortestWindow = ShortestWindow;
	type LongestWindow = LongestWindow;
	type ArbitrationPeriod = ArbitrationPeriod;
	type DayLength = DayLength;
	type MaxTitleLength = ConstU32<64>;
	type MaxUriLength = ConstU32<256>;
	type MaxArbiters = ConstU32<4>;
	type MaxMultipliers = ConstU32<16>;
	type WeightInfo = weights::pallet_store::WeightInfo<Runtime>;
}
