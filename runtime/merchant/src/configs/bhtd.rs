//! The BHTD economy: margin, the points it backs, and the store where both are spent and earned.
//!
//! As on the main chain, but for the clock, which is the main chain's blocks: this chain may stand still
//! while its core is idle, and notice periods and deadlines go on. Everything is backed by BHTD that
//! merchants hold on this chain, or have promised to it on the main chain; see [`super::redemption`].

use super::{governance::Administration, monetary::ToCollators};
use crate::{
	constants::{
		currency::{deposit, UNITS},
		time::{DAYS, HOURS},
	},
	weights, AccountId, Assets, AssetsHolder, Balance, Balances, BlockNumber, Margin, Points,
	Redemption, Runtime, RuntimeEvent, RuntimeHoldReason,
};
use bhtd_primitives::ClassId;
use cumulus_pallet_parachain_system::RelaychainDataProvider;
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

/// The clock of everything that people wait for: the blocks of the main chain.
pub type Clock = RelaychainDataProvider<Runtime>;

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
	/// The shortest notice that may be set for leaving a role: long enough to decide about a penalty.
	pub const ShortestNotice: BlockNumber = DAYS;
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
	type ArbiterOrigin = Administration;
	type TermsOrigin = Administration;
	type BlockNumberProvider = Clock;
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
	// Of what is owed for points, a part can lie on the main chain.
	type Margin = Redemption;
	type ClassConsideration = RecordConsideration<ClassHold>;
	type BookConsideration = RecordConsideration<ReceiptBookHold>;
	type PalletId = PointsPalletId;
	type MaxNameLength = ConstU32<MAX_NAME_LENGTH>;
	type MaxDesignLength = ConstU32<4_096>;
	type MaxAwards = ConstU32<256>;
	type WeightInfo = weights::pallet_points::WeightInfo<Runtime>;
}

parameter_types! {
	/// What a merchant pays of the BHTD an order brings.
	pub const StoreFee: Permill = Permill::from_percent(1);
	/// The part of it that is burnt: nothing. On the main chain that makes wash sales lose more than data
	/// rewards pay; here are none, and what is burnt here would be locked there for ever.
	pub const BurntShare: Permill = Permill::zero();
	/// The shortest time a product may have for delivery, or for complaints.
	pub const ShortestWindow: BlockNumber = HOURS;
	/// The longest.
	pub const LongestWindow: BlockNumber = 180 * DAYS;
	/// How long an arbiter has for a decision.
	pub const ArbitrationPeriod: BlockNumber = 14 * DAYS;
	/// How many blocks a day of an earning rule has.
	pub const DayLength: BlockNumber = DAYS;
	/// Why the deposits of the store are held.
	pub const StoreHold: RuntimeHoldReason =
		RuntimeHoldReason::Store(pallet_store::HoldReason::Deposit);
}

impl pallet_store::Config for Runtime {
	type Currency = Balances;
	type Points = AssetsHolder;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Loyalty = Points;
	type OnCompletion = ();
	type Treasury = ToCollators;
	type Consideration = RecordConsideration<StoreHold>;
	type BlockNumberProvider = Clock;
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
