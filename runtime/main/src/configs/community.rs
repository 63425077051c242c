//! What the community pays for together: spends of the treasury, and bounties for work that a curator
//! judges.
//!
//! Anybody proposes a bounty with a bond, the council funds it and names a curator, who accepts with a
//! bond of its own and awards. What was awarded is paid out after a delay, in which the council can still
//! take the curator's bond and name another. Work that nobody finishes is refunded to the treasury.
//!
//! The delay is why this is `pallet-bounties` and not `pallet-multi-asset-bounties`: there an award pays
//! at once and gives the curator's bond back with it, so a curator who awards to itself keeps both, and
//! the bond stands for nothing but silence.
//!
//! More than half of the council spend up to [`SmallSpend`], two thirds up to [`LargeSpend`]; nobody more,
//! root included. A limit holds for each bounty, and for all spends that one motion makes.

use super::{
	bhtd::RecordConsideration,
	governance::{HalfOfCouncil, RootOrHalf, RootOrTwoThirds},
	monetary::TreasuryAccount,
};
use crate::{
	constants::{
		currency::{deposit, UNITS},
		time::{DAYS, MINUTES},
	},
	epochs::ByEpochs,
	weights, AccountId, Balance, Balances, Bounties, Runtime, RuntimeEvent, RuntimeHoldReason,
	System, Treasury,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::Mutate,
		tokens::{Pay, PaymentStatus, Preservation, UnityAssetBalanceConversion},
		ConstU128, ConstU32, EitherOf,
	},
	PalletId,
};
use frame_system::EnsureWithSuccess;
use pallet_bounties::TransferFungible;
use sp_runtime::{traits::IdentityLookup, DispatchError, Permill};

parameter_types! {
	/// Where the treasury's account and those of the bounties come from.
	pub const TreasuryPalletId: PalletId = PalletId(*b"bhtd/trs");
	/// What more than half of the council spend at a time.
	pub const SmallSpend: Balance = 1_000 * UNITS;
	/// What two thirds of the council spend at a time, or root where there is one.
	pub const LargeSpend: Balance = 100_000 * UNITS;
	/// The least that a curator stakes.
	pub const LowestCuratorBond: Option<Balance> = Some(10 * UNITS);
	/// The most.
	pub const HighestCuratorBond: Option<Balance> = Some(10_000 * UNITS);
	/// What a curator stakes in between: as much as its fee.
	pub const CuratorBond: Permill = Permill::one();
}

/// Who spends, and how much at a time.
pub type SpendOrigin = EitherOf<
	EnsureWithSuccess<RootOrTwoThirds, AccountId, LargeSpend>,
	EnsureWithSuccess<HalfOfCouncil, AccountId, SmallSpend>,
>;

/// Pays from the treasury, and leaves it what keeps its account alive: fees smaller than that would be
/// lost if it were gone.
pub struct FromTreasury;

impl Pay for FromTreasury {
	type Balance = Balance;
	type Beneficiary = AccountId;
	type AssetKind = ();
	type Id = ();
	type Error = DispatchError;

	fn pay(who: &AccountId, (): (), amount: Balance) -> Result<(), DispatchError> {
		Balances::transfer(&TreasuryAccount::get(), who, amount, Preservation::Preserve)?;
		Ok(())
	}

	fn check_payment((): ()) -> PaymentStatus {
		PaymentStatus::Success
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &AccountId, (): (), amount: Balance) {
		let _ = Balances::mint_into(&TreasuryAccount::get(), amount);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_concluded((): ()) {}
}

/// How long the treasury waits before it pays for the bounties that were approved.
pub type FundingPeriod = ByEpochs<DAYS, MINUTES>;

/// How long an award can be objected to: longer than a motion of the council can take.
pub type PayoutDelay = ByEpochs<{ 7 * DAYS }, MINUTES>;

/// How long a curator may be silent before anybody can take its bond.
pub type UpdatePeriod = ByEpochs<{ 90 * DAYS }, { 2 * MINUTES }>;

impl pallet_treasury::Config for Runtime {
	type Currency = Balances;
	type RejectOrigin = RootOrHalf;
	type RuntimeEvent = RuntimeEvent;
	type SpendPeriod = FundingPeriod;
	// Nothing is destroyed because nobody has spent it.
	type Burn = ();
	type BurnDestination = ();
	type PalletId = TreasuryPalletId;
	type WeightInfo = pallet_treasury::weights::SubstrateWeight<Runtime>;
	type SpendFunds = Bounties;
	type MaxApprovals = ConstU32<100>;
	type SpendOrigin = SpendOrigin;
	// BHTD alone.
	type AssetKind = ();
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type Paymaster = FromTreasury;
	type BalanceConverter = UnityAssetBalanceConversion;
	type PayoutPeriod = ConstU32<{ 30 * DAYS }>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type BlockNumberProvider = System;
}

impl pallet_bounties::Config for Runtime {
	// Two records: of the bounty, and of its description. Lost if the council rejects it.
	type BountyDepositBase = ConstU128<{ deposit(2, 192) }>;
	type DataDepositPerByte = ConstU128<{ deposit(0, 1) }>;
	type MaximumReasonLength = ConstU32<1_024>;
	type BountyValueMinimum = ConstU128<{ 10 * UNITS }>;
	type BountyDepositPayoutDelay = PayoutDelay;
	type BountyUpdatePeriod = UpdatePeriod;
	type CuratorDepositMultiplier = CuratorBond;
	type CuratorDepositMin = LowestCuratorBond;
	type CuratorDepositMax = HighestCuratorBond;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_bounties::weights::SubstrateWeight<Runtime>;
	// A bounty is a task: what has parts is several bounties.
	type ChildBountyManager = ();
	type OnSlash = Treasury;
	type TransferAllAssets = TransferFungible<AccountId, Balances>;
}

parameter_types! {
	/// Where the pot of the workers comes from.
	pub const WorkersPalletId: PalletId = PalletId(*b"bhtd/wrk");
	/// Why the deposit for a proposal is held.
	pub const WorkersHold: RuntimeHoldReason =
		RuntimeHoldReason::Workers(pallet_workers::HoldReason::Deposit);
	/// What more than half of the council grant a worker for an era.
	pub const SmallPay: Balance = 100 * UNITS;
	/// What two thirds of the council do, or root where there is one.
	pub const LargePay: Balance = 1_000 * UNITS;
}

/// Who takes workers on, and at what pay for an era.
pub type ApproveOrigin = EitherOf<
	EnsureWithSuccess<RootOrTwoThirds, AccountId, LargePay>,
	EnsureWithSuccess<HalfOfCouncil, AccountId, SmallPay>,
>;

impl pallet_workers::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = RecordConsideration<WorkersHold>;
	type ApproveOrigin = ApproveOrigin;
	type StopOrigin = RootOrHalf;
	type BlockNumberProvider = System;
	type Treasury = TreasuryAccount;
	type PalletId = WorkersPalletId;
	// A day; workers are people.
	type EraLength = ByEpochs<DAYS, MINUTES>;
	type MaxPayPerEra = ConstU128<{ 5_000 * UNITS }>;
	type MaxPayPerWorker = ConstU128<{ 100_000 * UNITS }>;
	type MaxEras = ConstU32<365>;
	type MaxWorkers = ConstU32<64>;
	type MaxTitleLength = ConstU32<128>;
	type MaxUrlLength = ConstU32<256>;
	type WeightInfo = weights::pallet_workers::WeightInfo<Runtime>;
}
