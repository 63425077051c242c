//! The system, and the ways to call: alone, together and by delegates.

use crate::{
	constants::{currency::deposit, network::SS58_PREFIX, parachain},
	migrations,
	weights::ValidationDbWeight,
	AccountId, Aura, Balance, Balances, Block, BlockNumber, Hash, MultiBlockMigrations, Nonce,
	OriginCaller, PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask,
	System, VERSION,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use cumulus_pallet_parachain_system::{ParachainSetCode, RelaychainDataProvider};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	migrations::FreezeChainOnFailedMigration,
	parameter_types,
	traits::{ConstU16, ConstU32, ConstU64, Contains, InstanceFilter},
	weights::{
		constants::{BlockExecutionWeight, ExtrinsicBaseWeight},
		Weight,
	},
};
use frame_system::limits;
use scale_info::TypeInfo;
use sp_runtime::{traits::BlakeTwo256, Perbill};
use sp_version::RuntimeVersion;

/// What a block may weigh: what the witnesses have time for, and what fits in a proof.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(parachain::REF_TIME, parachain::PROOF_SIZE);
/// The part of it that is for transactions; the rest is kept for what must run.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);
/// The most bytes of a block's transactions. They are part of what witnesses pass on, as the proof is.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	/// What the runtime is.
	pub const Version: RuntimeVersion = VERSION;
	/// How many hashes of blocks the chain remembers.
	pub const BlockHashCount: BlockNumber = 4_096;
	/// What a block may weigh.
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
		.avg_block_initialization(Perbill::from_percent(5))
		.build_or_panic();
	/// How long a block may be.
	pub BlockLength: limits::BlockLength = limits::BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_LENGTH;
		})
		.build();
}

/// What may be called at all, by anybody but root.
///
/// Of the points' assets, only what moves them from hand to hand. This is a list of what is allowed,
/// not of what is forbidden: whatever else `pallet-assets` offers, now or after an upgrade, could burn
/// points and so break their constant number, or is of no use to sufficient assets. Root passes this
/// filter, but no privileged call of the points' assets accepts root either, see
/// [`crate::configs::bhtd`].
pub struct BaseCallFilter;

impl Contains<RuntimeCall> for BaseCallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_assets::Call as Assets;
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
			_ => true,
		}
	}
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = BaseCallFilter;
	type BlockWeights = BlockWeights;
	type BlockLength = BlockLength;
	type Nonce = Nonce;
	type Hash = Hash;
	type AccountId = AccountId;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type DbWeight = ValidationDbWeight;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type SS58Prefix = ConstU16<SS58_PREFIX>;
	// New code waits until the main chain's witnesses have checked it.
	type OnSetCode = ParachainSetCode<Self>;
	type MaxConsumers = ConstU32<64>;
	type SingleBlockMigrations = migrations::SingleBlockMigrations;
	type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Aura;
	// Two blocks may share a slot when one of them comes late; how many is limited elsewhere, see
	// `ConsensusHook`.
	type MinimumPeriod = ConstU64<0>;
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
	// An operation is named by the block it was proposed in, and two of this chain's blocks may build on
	// the same block of the main chain.
	type BlockNumberProvider = System;
}

/// What an account may let another do in its name. What has the name of a kind on the main chain has its
/// index as well.
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
	/// What a till does: awarding points for receipts, and stopping that. A stolen till can award what
	/// the margin covers at the moment; it cannot lock more margin, raise floors or hand over classes.
	#[codec(index = 3)]
	Points,
	/// Rejecting what another proxy has announced.
	#[codec(index = 5)]
	CancelProxy,
	/// What the staff of a shop does: shipping orders, refunding them or calling their arbiter, counting
	/// the stock, and stopping sales. Stolen, it can give back what open orders would bring, and say that
	/// goods were shipped that were not. It cannot change prices, terms, arbiters or earning rules, move
	/// the margin, or award points: that is what a till does, as [`ProxyType::Points`].
	#[codec(index = 7)]
	Shopkeeper,
	/// Deciding disputes as the arbiter of orders, so that the account whose margin makes it one can
	/// stay locked away.
	#[codec(index = 8)]
	Arbitration,
	/// Standing as a collator, and stepping down.
	#[codec(index = 32)]
	Collator,
	// Your pallets: kinds of your own, from 64 on, so that they never meet those of the template.
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_points::Call as Points;
		use pallet_store::Call as Store;
		// Calls that contain calls are let through: what they contain is filtered again.
		let wraps = matches!(call, RuntimeCall::Utility(..));
		match self {
			Self::Any => true,
			// Neither what moves value, nor what acts for yet another account, which this filter would not
			// reach. This is a list of what is allowed: the calls of a pallet that is added are not, until
			// somebody has thought about them.
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
				// Not redeeming: it names who is paid.
				RuntimeCall::Redemption(call) => matches!(
					call,
					pallet_redemption::Call::retry { .. } | pallet_redemption::Call::declare { .. }
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
				| RuntimeCall::CollatorSelection(..)
				| RuntimeCall::Margin(..) => true,
				_ => wraps,
			},
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
			Self::Arbitration => wraps || matches!(call, RuntimeCall::Store(Store::resolve { .. })),
			Self::Collator => {
				wraps
					|| matches!(call, RuntimeCall::CollatorSelection(..) | RuntimeCall::Session(..))
			}
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
				Self::Any | Self::Points | Self::Shopkeeper | Self::Arbitration,
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
	// Delays are for people: the main chain's blocks come every six seconds, this chain's perhaps not.
	type BlockNumberProvider = RelaychainDataProvider<Runtime>;
}

parameter_types! {
	/// What a migration over many blocks may take of each.
	pub MigrationWeight: Weight = Perbill::from_percent(60) * BlockWeights::get().max_block;
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
