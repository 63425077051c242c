//! Side chains: validators back and approve their blocks, and carry their messages.
//!
//! Cores are assigned by the main chain itself. The coretime pallet is here for its `assign_core`,
//! which root and, later, the pallet for side chains call; the parachain that would sell cores on
//! other networks does not exist, and nothing is reported to it.

use crate::{
	configs::{consensus::ReportLongevity, system::BlockWeights},
	constants::{
		currency::{deposit, UNITS},
		network::BROKER_ID,
		time::{DAYS, HOURS},
	},
	weights::{self as measured, parachains as weights},
	xcm_config::{LocalAssetTransactor, ThisNetwork, XcmConfig, XcmRouter},
	AccountId, Babe, Balance, Balances, Historical, MessageQueue, Offences, ParaInclusion,
	ParaScheduler, ParasDisputes, ParasSlashing, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
	Session, Witnesses, XcmPallet,
};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, KeyOwnerProofSystem, ProcessMessage, ProcessMessageError},
	weights::{Weight, WeightMeter},
	PalletId,
};
use frame_system::EnsureRoot;
use polkadot_primitives::ValidatorId;
use polkadot_runtime_common::{paras_registrar, paras_sudo_wrapper};
use polkadot_runtime_parachains::{
	configuration::{self, ActiveConfigHrmpChannelSizeAndCapacityRatio},
	coretime, disputes,
	disputes::slashing,
	dmp, hrmp,
	inclusion::{self, AggregateMessageOrigin, UmpQueueId},
	initializer, on_demand, origin, paras, paras_inherent,
	reward_points::RewardValidatorsWithEraPoints,
	scheduler, session_info, shared,
};
use sp_runtime::{
	traits::AccountIdConversion, transaction_validity::TransactionPriority, FixedU128, KeyTypeId,
	Perbill, Percent,
};
use xcm::latest::prelude::*;

use super::governance::RootOrTwoThirds;

impl origin::Config for Runtime {}

impl configuration::Config for Runtime {
	type WeightInfo = measured::configuration::WeightInfo<Runtime>;
}

impl shared::Config for Runtime {
	type DisabledValidators = Session;
}

impl session_info::Config for Runtime {
	type ValidatorSet = Historical;
}

/// Backing a block of a parachain and voting in a dispute earn witnesses points, as authoring does.
pub type PointsForWitnesses = RewardValidatorsWithEraPoints<Runtime, Witnesses>;

impl inclusion::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type DisputesHandler = ParasDisputes;
	type RewardValidators = PointsForWitnesses;
	type MessageQueue = MessageQueue;
	type WeightInfo = measured::inclusion::WeightInfo<Runtime>;
}

parameter_types! {
	/// Votes on validation code go before any other transaction.
	pub const VotePriority: TransactionPriority = TransactionPriority::MAX;
}

impl paras::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = measured::paras::WeightInfo<Runtime>;
	type UnsignedPriority = VotePriority;
	type QueueFootprinter = ParaInclusion;
	type NextSessionRotation = Babe;
	// The registrar would lock its manager out after the first block; the main chain stays in control.
	type OnNewHead = ();
	type AssignCoretime = ParaScheduler;
	type Fungible = Balances;
	// Upgrading a day earlier than allowed costs 1,000 BHTD.
	type CooldownRemovalMultiplier = ConstU128<{ 1_000 * UNITS / DAYS as Balance }>;
	type AuthorizeCurrentCodeOrigin = EnsureRoot<AccountId>;
}

parameter_types! {
	/// What messages from parachains may take of a block.
	pub MessageWeight: Weight = Perbill::from_percent(20) * BlockWeights::get().max_block;
}

/// Executes what a parachain sent up.
pub struct MessageProcessor;

impl ProcessMessage for MessageProcessor {
	type Origin = AggregateMessageOrigin;

	fn process_message(
		message: &[u8],
		origin: Self::Origin,
		meter: &mut WeightMeter,
		id: &mut [u8; 32],
	) -> Result<bool, ProcessMessageError> {
		let AggregateMessageOrigin::Ump(UmpQueueId::Para(para)) = origin;
		xcm_builder::ProcessXcmMessage::<
			Junction,
			xcm_executor::XcmExecutor<XcmConfig>,
			RuntimeCall,
		>::process_message(message, Parachain(para.into()), meter, id)
	}
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_message_queue::weights::SubstrateWeight<Runtime>;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type MessageProcessor = MessageProcessor;
	#[cfg(feature = "runtime-benchmarks")]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<AggregateMessageOrigin>;
	type Size = u32;
	type QueueChangeHandler = ParaInclusion;
	type QueuePausedQuery = ();
	type HeapSize = ConstU32<{ 128 * 1024 }>;
	type MaxStale = ConstU32<48>;
	type ServiceWeight = MessageWeight;
	type IdleMaxServiceWeight = MessageWeight;
}

impl dmp::Config for Runtime {
	type WeightInfo = dmp::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// Channels with system parachains get all that the configuration allows.
	pub const SystemChannelRatio: Percent = Percent::from_percent(100);
}

impl hrmp::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type ChannelManager = RootOrTwoThirds;
	type Currency = Balances;
	type DefaultChannelSizeAndCapacityWithSystem =
		ActiveConfigHrmpChannelSizeAndCapacityRatio<Runtime, SystemChannelRatio>;
	type VersionWrapper = XcmPallet;
	type WeightInfo = measured::hrmp::WeightInfo<Runtime>;
}

impl paras_inherent::Config for Runtime {
	type WeightInfo = measured::paras_inherent::WeightInfo<Runtime>;
}

impl scheduler::Config for Runtime {}

impl initializer::Config for Runtime {
	type Randomness = pallet_babe::RandomnessFromOneEpochAgo<Runtime>;
	type ForceOrigin = EnsureRoot<AccountId>;
	// There is no chain to tell how many cores there are.
	type CoretimeOnNewSession = ();
	type WeightInfo = measured::initializer::WeightInfo<Runtime>;
}

impl disputes::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RewardValidators = PointsForWitnesses;
	type SlashingHandler = slashing::SlashValidatorsForDisputes<ParasSlashing>;
	type WeightInfo = measured::disputes::WeightInfo<Runtime>;
}

impl slashing::Config for Runtime {
	type KeyOwnerProof = <Historical as KeyOwnerProofSystem<(KeyTypeId, ValidatorId)>>::Proof;
	type KeyOwnerIdentification =
		<Historical as KeyOwnerProofSystem<(KeyTypeId, ValidatorId)>>::IdentificationTuple;
	type KeyOwnerProofSystem = Historical;
	type HandleReports =
		slashing::SlashingReportHandler<Self::KeyOwnerIdentification, Offences, ReportLongevity>;
	type WeightInfo = weights::Slashing<Runtime>;
	type BenchmarkingConfig = slashing::BenchConfig<300>;
}

parameter_types! {
	/// The price of a block on demand before anybody asked for one.
	pub const OnDemandTraffic: FixedU128 = FixedU128::from_u32(1);
	/// Where payments for blocks on demand go.
	pub const OnDemandPalletId: PalletId = PalletId(*b"bhtd/ond");
	/// Who would receive the revenue of sold cores.
	pub BrokerPot: InteriorLocation = AccountId32 {
		network: None,
		id: PalletId(*b"bhtd/brk").into_account_truncating(),
	}.into();
	/// What a call to the broker chain may take there.
	pub MaxBrokerWeight: Weight = Weight::from_parts(200_000_000, 20_000);
}

impl on_demand::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type WeightInfo = measured::on_demand::WeightInfo<Runtime>;
	type TrafficDefaultValue = OnDemandTraffic;
	type MaxHistoricalRevenue = ConstU32<HOURS>;
	type PalletId = OnDemandPalletId;
}

impl coretime::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type BrokerId = ConstU32<BROKER_ID>;
	type BrokerPotLocation = BrokerPot;
	type WeightInfo = measured::coretime::WeightInfo<Runtime>;
	type SendXcm = XcmRouter;
	type AssetTransactor = LocalAssetTransactor;
	type AccountToLocation = xcm_builder::AliasesIntoAccountId32<ThisNetwork, AccountId>;
	type MaxXcmTransactWeight = MaxBrokerWeight;
}

parameter_types! {
	/// What an id for a parachain costs.
	pub const ParaDeposit: Balance = 20 * UNITS;
	/// What each byte of its head and validation code costs.
	pub const ParaByteDeposit: Balance = deposit(0, 1);
}

// Whoever registers a chain through the public calls leaves these deposits and gets no core. The
// pallet for side chains will register without them, against its own margin.
impl paras_registrar::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type Currency = Balances;
	type OnSwap = ();
	type ParaDeposit = ParaDeposit;
	type DataDepositPerByte = ParaByteDeposit;
	type WeightInfo = measured::paras_registrar::WeightInfo<Runtime>;
}

impl paras_sudo_wrapper::Config for Runtime {}
