//! What makes this a side chain: the main chain's blocks it builds on, and the queues of messages.

use super::{governance::Administration, system::BlockWeights};
use crate::{
	constants::time::MILLISECS_PER_BLOCK,
	xcm_config::{SiblingDeliveryPrice, XcmConfig},
	MessageQueue, ParachainInfo, ParachainSystem, PolkadotXcm, Runtime, RuntimeEvent, XcmpQueue,
};
use cumulus_pallet_parachain_system::RelayNumberMonotonicallyIncreases;
use cumulus_primitives_core::{AggregateMessageOrigin, ParaId};
use frame_support::{
	parameter_types,
	traits::{ConstU32, EnqueueWithOrigin, QueueFootprint, QueuePausedQuery, TransformOrigin},
	weights::Weight,
};
use pallet_message_queue::OnQueueChanged;
use sp_runtime::{traits::Convert, Perbill};
use xcm_executor::XcmExecutor;

/// How many blocks this chain may have for each of the main chain's.
const BLOCKS_PER_RELAY_BLOCK: u32 = 1;
/// How many blocks may wait to be included in the main chain. One is being built, one backed and one
/// included at any time.
const UNINCLUDED_BLOCKS: u32 = 3;

/// Keeps the speed of the chain to that of the main chain.
pub type ConsensusHook = cumulus_pallet_aura_ext::FixedVelocityConsensusHook<
	Runtime,
	{ MILLISECS_PER_BLOCK as u32 },
	BLOCKS_PER_RELAY_BLOCK,
	UNINCLUDED_BLOCKS,
>;

/// How many blocks the main chain makes, and with them this one, as nodes ask it.
pub const TARGET_BLOCK_RATE: u32 = BLOCKS_PER_RELAY_BLOCK;

parameter_types! {
	/// What taking in messages from the main chain may take of a block.
	pub ReservedDmpWeight: Weight = Perbill::from_percent(25) * BlockWeights::get().max_block;
	/// What taking in messages from other side chains may take of a block.
	pub ReservedXcmpWeight: Weight = Perbill::from_percent(25) * BlockWeights::get().max_block;
	/// What executing the messages of both may take of a block.
	pub MessageWeight: Weight = Perbill::from_percent(35) * BlockWeights::get().max_block;
	/// Whence messages of the main chain come.
	pub const FromRelay: AggregateMessageOrigin = AggregateMessageOrigin::Parent;
}

impl cumulus_pallet_parachain_system::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnSystemEvent = ();
	type SelfParaId = ParachainInfo;
	type OutboundXcmpMessageSource = XcmpQueue;
	type DmpQueue = EnqueueWithOrigin<MessageQueue, FromRelay>;
	type ReservedDmpWeight = ReservedDmpWeight;
	type XcmpMessageHandler = XcmpQueue;
	type ReservedXcmpWeight = ReservedXcmpWeight;
	// Several blocks may build on the same block of the main chain.
	type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
	type WeightInfo = cumulus_pallet_parachain_system::weights::SubstrateWeight<Runtime>;
	type ConsensusHook = ConsensusHook;
	type RelayParentOffset = ConstU32<0>;
	type SchedulingSignatureVerifier = ();
}

impl parachain_info::Config for Runtime {}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
	// What it ships touches no storage, so that it fits every runtime.
	type WeightInfo = ();
}

impl cumulus_pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type XcmExecutor = XcmExecutor<XcmConfig>;
}

/// The queue of messages of another side chain.
pub struct FromSibling;

impl Convert<ParaId, AggregateMessageOrigin> for FromSibling {
	fn convert(id: ParaId) -> AggregateMessageOrigin {
		AggregateMessageOrigin::Sibling(id)
	}
}

/// Tells the queue for other side chains what happens to their messages, and nothing of others.
pub struct SiblingsOnly;

impl QueuePausedQuery<AggregateMessageOrigin> for SiblingsOnly {
	fn is_paused(origin: &AggregateMessageOrigin) -> bool {
		match origin {
			AggregateMessageOrigin::Sibling(id) => XcmpQueue::is_paused(id),
			_ => false,
		}
	}
}

impl OnQueueChanged<AggregateMessageOrigin> for SiblingsOnly {
	fn on_queue_changed(origin: AggregateMessageOrigin, footprint: QueueFootprint) {
		if let AggregateMessageOrigin::Sibling(id) = origin {
			XcmpQueue::on_queue_changed(id, footprint);
		}
	}
}

impl cumulus_pallet_xcmp_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ChannelInfo = ParachainSystem;
	type VersionWrapper = PolkadotXcm;
	type XcmpQueue = TransformOrigin<MessageQueue, AggregateMessageOrigin, ParaId, FromSibling>;
	type MaxInboundSuspended = ConstU32<1_000>;
	type MaxActiveOutboundChannels = ConstU32<128>;
	type MaxPageSize = ConstU32<{ 103 * 1024 }>;
	type ControllerOrigin = Administration;
	// No other chain is above the queue's limits.
	type ControllerOriginConverter = ();
	type PriceForSiblingDelivery = SiblingDeliveryPrice;
	type WeightInfo = cumulus_pallet_xcmp_queue::weights::SubstrateWeight<Runtime>;
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_message_queue::weights::SubstrateWeight<Runtime>;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type MessageProcessor = xcm_builder::ProcessXcmMessage<
		AggregateMessageOrigin,
		XcmExecutor<XcmConfig>,
		crate::RuntimeCall,
	>;
	#[cfg(feature = "runtime-benchmarks")]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<AggregateMessageOrigin>;
	type Size = u32;
	type QueueChangeHandler = SiblingsOnly;
	type QueuePausedQuery = SiblingsOnly;
	type HeapSize = ConstU32<{ 103 * 1024 }>;
	type MaxStale = ConstU32<8>;
	type ServiceWeight = MessageWeight;
	type IdleMaxServiceWeight = MessageWeight;
}
