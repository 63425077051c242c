//! The system, and the ways to call: alone, together, by delegates and on behalf of a lost account.

use crate::{
	configs::monetary::ToTreasury,
	constants::{
		currency::{deposit, UNITS},
		network::SS58_PREFIX,
		time::SLOT_DURATION,
	},
	migrations, AccountId, Babe, Balance, Balances, Block, Hash, MultiBlockMigrations, Nonce,
	OriginCaller, PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin,
	RuntimeTask, System, UncheckedExtrinsic, VERSION,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	migrations::FreezeChainOnFailedMigration,
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU16, ConstU32, ConstU64, Contains, InstanceFilter,
		LinearStoragePrice,
	},
	weights::{
		constants::{BlockExecutionWeight, ExtrinsicBaseWeight, ParityDbWeight},
		Weight,
	},
};
use frame_system::limits;
use polkadot_runtime_common::{
	paras_registrar, BlockHashCount, AVERAGE_ON_INITIALIZE_RATIO, MAXIMUM_BLOCK_WEIGHT,
	NORMAL_DISPATCH_RATIO,
};
use scale_info::TypeInfo;
use sp_runtime::{traits::BlakeTwo256, Perbill};
use sp_version::RuntimeVersion;

parameter_types! {
	/// What the runtime is.
	pub const Version: RuntimeVersion = VERSION;
	/// What fits in a block: two seconds of computation, a quarter of it kept for what must run.
	pub BlockWeights: limits::BlockWeights = limits::BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |weights| {
			weights.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT);
		})
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			weights.reserved = Some(
				MAXIMUM_BLOCK_WEIGHT - NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT,
			);
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic();
	/// What fits in a block: ten MiB, so that the code of a side chain, which may have five, fits beside
	/// what else the validators have to say; three quarters for transactions, which also bring such code.
	pub BlockLength: limits::BlockLength = limits::BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_LENGTH;
		})
		.build();
}

/// The most bytes of a block's transactions.
const MAXIMUM_BLOCK_LENGTH: u32 = 10 * 1024 * 1024;

/// What may be called at all, by anybody but root.
///
/// Of the points' assets, only what moves them from hand to hand. This is a list of what is allowed,
/// not of what is forbidden: whatever else `pallet-assets` offers, now or after an upgrade, could burn
/// points and so break their constant number, or is of no use to sufficient assets. Root passes this
/// filter, but no privileged call of the points' assets accepts root either, see
/// [`crate::configs::bhtd`]. Of the treasury, not the older way to spend, which the SDK means to remove.
pub struct BaseCallFilter;

impl Contains<RuntimeCall> for BaseCallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_assets::Call as Assets;
		use pallet_treasury::Call as Treasury;
		match call {
			RuntimeCall::Assets(call) => matches!(
				call,
				Assets::transfer { .. }
					| Assets::transfer_keep_alive { .. }
					| Assets::transfer_all { .. }
					| Assets::approve_transfer { .. }
					| Assets::cancel_approval { .. }
					| Assets::transfer_approved { .. }
			),
			RuntimeCall::Treasury(call) => matches!(
				call,
				Treasury::spend { .. }
					| Treasury::payout { .. }
					| Treasury::check_status { .. }
					| Treasury::void_spend { .. }
			),
			_ => true,
		}
	}
}

#[derive_impl(frame_system::config_preludes::RelayChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = BaseCallFilter;
	type BlockWeights = BlockWeights;
	type BlockLength = BlockLength;
	type Nonce = Nonce;
	type Hash = Hash;
	type AccountId = AccountId;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type DbWeight = ParityDbWeight;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type SS58Prefix = ConstU16<SS58_PREFIX>;
	type MaxConsumers = ConstU32<64>;
	type SingleBlockMigrations = migrations::SingleBlockMigrations;
	type MultiBlockMigrator = MultiBlockMigrations;
}

// What validators submit without a signature: votes on validation code, reports of offences.
impl<C> frame_system::offchain::CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> frame_system::offchain::CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Babe;
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// An operation that waits for signatures: a key of 32 bytes and a record of 56.
	pub const MultisigDeposit: Balance = deposit(1, 88);
	/// Each signatory of it.
	pub const SignatoryDeposit: Balance = deposit(0, 32);
	/// The list of an account's proxies.
	pub const ProxyDeposit: Balance = deposit(1, 8);
	/// Each proxy in it: an account, a kind, a delay.
	pub const ProxyEntryDeposit: Balance = deposit(0, 37);
	/// The list of what a proxy has announced.
	pub const AnnouncementDeposit: Balance = deposit(1, 8);
	/// Each announcement in it.
	pub const AnnouncementEntryDeposit: Balance = deposit(0, 68);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDeposit;
	type DepositFactor = SignatoryDeposit;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// What an account may let another do in its name.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// What gives no value away and does not hand over the account.
	#[codec(index = 1)]
	NonTransfer,
	/// Proposing and voting in the council.
	#[codec(index = 2)]
	Governance,
	/// What a till does: awarding points for receipts, and stopping that. A stolen till can award what
	/// the margin covers at the moment; it cannot lock more margin, raise floors or hand over classes.
	#[codec(index = 3)]
	Points,
	/// Judging identities.
	#[codec(index = 4)]
	IdentityJudgement,
	/// Rejecting what another proxy has announced.
	#[codec(index = 5)]
	CancelProxy,
	/// Voting for witnesses with what is there, and taking the rewards. It never takes coins back.
	#[codec(index = 6)]
	Voting,
	/// What the staff of a shop does: shipping orders, refunding them or calling their arbiter, counting
	/// the stock, and stopping sales. Stolen, it can give back what open orders would bring, and say that
	/// goods were shipped that were not, for which an arbiter may make the margin pay up to their price.
	/// It cannot change prices, terms, arbiters or earning rules, move the margin, or award points:
	/// that is what a till does, as [`ProxyType::Points`].
	#[codec(index = 7)]
	Shopkeeper,
	/// Deciding disputes as the arbiter of orders, so that the account whose margin makes it one can
	/// stay locked away.
	#[codec(index = 8)]
	Arbitration,
	/// What an operator's quoting program does: quoting, changing quotes and taking them back. Stolen, it
	/// can give away everything the account has free, quote by quote at prices that suit the thief: the
	/// margin bounds what is open at a time, not what is lost. Keep the stock that is not to be quoted in
	/// another account.
	#[codec(index = 9)]
	Quoting,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_bounties::Call as Bounties;
		use pallet_data_rewards::Call as DataRewards;
		use pallet_points::Call as Points;
		use pallet_store::Call as Store;
		use pallet_treasury::Call as Treasury;
		use pallet_wholesale::Call as Wholesale;
		use pallet_witnesses::Call as Witnesses;
		// Calls that contain calls are let through: what they contain is filtered again.
		let wraps = matches!(call, RuntimeCall::Utility(..));
		match self {
			Self::Any => true,
			// Neither what moves value (balances, assets, messages to other chains, points handed to
			// somebody), nor recovery, which can give the account to others, nor what acts for yet
			// another account (a multisig's, another's proxy), which this filter would not reach.
			Self::NonTransfer => match call {
				// Not `raise_floor` either: whoever holds points of the class would be paid by it.
				RuntimeCall::Points(call) => matches!(
					call,
					Points::create_class { .. }
						| Points::open_receipt_book { .. }
						| Points::close_receipt_book { .. }
						| Points::convert { .. }
						| Points::pause_awards { .. }
						| Points::resume_awards { .. }
						| Points::reconcile { .. }
						| Points::set_design { .. }
				),
				// Neither paying, nor giving up proceeds or points that are due; nor deciding how much an
				// order earns or who judges it. Nor saying that goods were shipped: if they were not, the
				// arbiter makes the margin pay. Nor giving away what others have in escrow.
				RuntimeCall::Store(call) => matches!(
					call,
					Store::set_stock { .. }
						| Store::pause { .. }
						| Store::resume { .. }
						| Store::remove { .. }
						| Store::cancel { .. }
						| Store::dispute { .. }
						| Store::settle { .. }
						| Store::remove_rule { .. }
						| Store::claim_award { .. }
						| Store::clear_day { .. }
				),
				// Taking quotes back, never making or taking them: a bad price is a gift. Conversion has
				// none, as it brings no less than the floor.
				RuntimeCall::Wholesale(call) => matches!(
					call,
					Wholesale::reduce { .. }
						| Wholesale::cancel { .. }
						| Wholesale::remove_stale { .. }
						| Wholesale::remove_market { .. }
						| Wholesale::convert_best { .. }
						| Wholesale::remove_record { .. }
				),
				// What brings the account its due, or what anybody may do. Neither giving data away, nor
				// what was earned by it, nor releasing what was paid for a report.
				RuntimeCall::DataRewards(call) => matches!(
					call,
					DataRewards::claim { .. }
						| DataRewards::close_campaign { .. }
						| DataRewards::settle_purchase { .. }
						| DataRewards::close_record { .. }
				),
				// What pays others their due, and what a curator says to stay one. Not becoming one, which
				// stakes a bond that can be lost, nor deciding who is paid.
				RuntimeCall::Bounties(call) => matches!(
					call,
					Bounties::claim_bounty { .. }
						| Bounties::extend_bounty_expiry { .. }
						| Bounties::reclaim_bounty_funds { .. }
				),
				RuntimeCall::Treasury(call) => {
					matches!(call, Treasury::payout { .. } | Treasury::check_status { .. })
				}
				RuntimeCall::Registrar(call) => matches!(
					call,
					paras_registrar::Call::reserve { .. }
						| paras_registrar::Call::register { .. }
						| paras_registrar::Call::deregister { .. }
				),
				RuntimeCall::Proxy(call) => matches!(
					call,
					// The pallet itself sees to it that nobody is added who may do more.
					pallet_proxy::Call::add_proxy { .. }
						| pallet_proxy::Call::remove_proxy { .. }
						| pallet_proxy::Call::reject_announcement { .. }
				),
				RuntimeCall::System(..)
				| RuntimeCall::Session(..)
				| RuntimeCall::Preimage(..)
				| RuntimeCall::Scheduler(..)
				| RuntimeCall::Council(..)
				| RuntimeCall::Identity(..)
				| RuntimeCall::Margin(..)
				| RuntimeCall::Witnesses(..) => true,
				_ => wraps,
			},
			Self::Governance => {
				wraps || matches!(call, RuntimeCall::Council(..) | RuntimeCall::Preimage(..))
			}
			Self::Points => match call {
				RuntimeCall::Points(call) => matches!(
					call,
					Points::award { .. }
						| Points::award_batch { .. }
						| Points::open_receipt_book { .. }
						| Points::close_receipt_book { .. }
						| Points::pause_awards { .. }
				),
				_ => wraps,
			},
			Self::IdentityJudgement => {
				wraps
					|| matches!(
						call,
						RuntimeCall::Identity(pallet_identity::Call::provide_judgement { .. })
					)
			}
			Self::Voting => match call {
				RuntimeCall::Witnesses(call) => matches!(
					call,
					Witnesses::vote { .. }
						| Witnesses::renew { .. }
						| Witnesses::move_votes { .. }
						| Witnesses::claim { .. }
						| Witnesses::compound { .. }
						| Witnesses::settle { .. }
				),
				_ => wraps,
			},
			// Pausing but not resuming: the merchant may have had a reason.
			Self::Shopkeeper => match call {
				RuntimeCall::Store(call) => matches!(
					call,
					Store::set_stock { .. }
						| Store::pause { .. }
						| Store::ship { .. }
						| Store::cancel { .. }
						| Store::refund_part { .. }
						| Store::dispute { .. }
						| Store::settle { .. }
				),
				_ => wraps,
			},
			Self::Quoting => match call {
				RuntimeCall::Wholesale(call) => matches!(
					call,
					Wholesale::quote { .. }
						| Wholesale::reduce { .. }
						| Wholesale::replace { .. }
						| Wholesale::cancel { .. }
						| Wholesale::remove_stale { .. }
				),
				_ => wraps,
			},
			Self::Arbitration => wraps || matches!(call, RuntimeCall::Store(Store::resolve { .. })),
			Self::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			}
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) => true,
			(
				Self::NonTransfer,
				Self::Any | Self::Points | Self::Shopkeeper | Self::Arbitration | Self::Quoting,
			) => false,
			(Self::NonTransfer, _) => true,
			(one, other) => one == other,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDeposit;
	type ProxyDepositFactor = ProxyEntryDeposit;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDeposit;
	type AnnouncementDepositFactor = AnnouncementEntryDeposit;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// What an entry of the recovery pallet costs.
	pub const RecoveryDeposit: Balance = deposit(1, 0);
	/// What a byte of it costs.
	pub const RecoveryByteDeposit: Balance = deposit(0, 1);
	/// What whoever tries to recover an account stands to lose: it must hurt to try the accounts of
	/// others.
	pub const RecoverySecurityDeposit: Balance = 10 * UNITS;
	/// Why the deposit for the friends of an account is held.
	pub const FriendGroupsHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::FriendGroupsStorage);
	/// Why the deposit for an attempt is held.
	pub const AttemptHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::AttemptStorage);
	/// Why the deposit for an heir is held.
	pub const InheritorHold: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::InheritorStorage);
}

/// A deposit for what the recovery pallet stores.
type RecoveryConsideration<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<RecoveryDeposit, RecoveryByteDeposit, Balance>,
>;

impl pallet_recovery::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type BlockNumberProvider = System;
	type Currency = Balances;
	type FriendGroupsConsideration = RecoveryConsideration<FriendGroupsHold>;
	type AttemptConsideration = RecoveryConsideration<AttemptHold>;
	type InheritorConsideration = RecoveryConsideration<InheritorHold>;
	type SecurityDeposit = RecoverySecurityDeposit;
	type Slash = ToTreasury;
	type MaxFriendsPerConfig = ConstU32<64>;
	type WeightInfo = pallet_recovery::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// What a migration over many blocks may take of each.
	pub MigrationWeight: Weight = Perbill::from_percent(80) * BlockWeights::get().max_block;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = migrations::MultiBlockMigrations;
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	// Half a migrated state is worse than a halt that people look at.
	type FailedMigrationHandler = FreezeChainOnFailedMigration;
	type MaxServiceWeight = MigrationWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
