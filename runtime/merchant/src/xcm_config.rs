//! Messages to and from other chains.
//!
//! BHTD crosses chains by reserve transfer only. The main chain is its reserve: what is here lies there,
//! in the sovereign account of this chain. BHTD that another side chain claims to send is refused, as
//! only the main chain can say that it is covered. Nothing is teleported.

use crate::{
	configs::{
		governance::Administration,
		monetary::{ByteFee, CollatorPot, DealWithFees},
	},
	constants::{currency::CENTS, fee::ProofWeightToFee, network::GENESIS_ID},
	AccountId, AllPalletsWithSystem, Balances, ParachainInfo, ParachainSystem, PolkadotXcm,
	Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, XcmpQueue,
};
use alloc::vec::Vec;
use cumulus_primitives_utility::ParentAsUmp;
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, Disabled, Equals, Everything, Nothing},
	weights::Weight,
};
use pallet_xcm::XcmPassthrough;
use polkadot_parachain_primitives::primitives::Sibling;
use polkadot_runtime_common::xcm_sender::ExponentialPrice;
use xcm::latest::prelude::*;
use xcm_builder::{
	AccountId32Aliases, AllowKnownQueryResponses, AllowSubscriptionsFrom,
	AllowTopLevelPaidExecutionFrom, Case, DescribeAllTerminal, DescribeFamily, EnsureXcmOrigin,
	FixedWeightBounds, FrameTransactionalProcessor, FungibleAdapter, HashedDescription, IsConcrete,
	ParentIsPreset, RelayChainAsNative, SendXcmFeeToAccount, SiblingParachainAsNative,
	SiblingParachainConvertsVia, SignedAccountId32AsNative, SignedToAccountId32,
	SovereignSignedViaLocation, TakeWeightCredit, TrailingSetTopicAsId, UsingComponents,
	WithComputedOrigin, WithUniqueTopic, XcmFeeManagerFromComponents,
};
use xcm_executor::XcmExecutor;

parameter_types! {
	/// The main chain, and BHTD as this chain names it.
	pub const TokenLocation: Location = Location::parent();
	/// This chain itself.
	pub const RootLocation: Location = Location::here();
	/// The network, named as on the main chain.
	pub const ThisNetwork: NetworkId = ByGenesis(GENESIS_ID);
	/// Where this chain is.
	pub UniversalLocation: InteriorLocation =
		[GlobalConsensus(ThisNetwork::get()), Parachain(ParachainInfo::parachain_id().into())].into();
	/// As whom the main chain itself calls.
	pub RelayChainOrigin: RuntimeOrigin = cumulus_pallet_xcm::Origin::Relay.into();
	/// What messages are paid in.
	pub FeeAssetId: AssetId = AssetId(TokenLocation::get());
	/// The fee for a message to another chain, before its length.
	pub const BaseDeliveryFee: u128 = CENTS;
	/// What is covered where: BHTD by the main chain, and nothing else by anybody.
	pub BhtdFromMainChain: (AssetFilter, Location) = (
		Wild(AllOf { id: AssetId(TokenLocation::get()), fun: WildFungible }),
		TokenLocation::get(),
	);
	/// What one instruction of a message weighs: more than a transfer with its reads, its writes and its
	/// part of the proof.
	pub const InstructionWeight: Weight = Weight::from_parts(1_000_000_000, 8 * 1024);
	/// The most instructions of a message.
	pub const MaxInstructions: u32 = 100;
}

/// Which account a location has on this chain.
pub type LocationConverter = (
	// The main chain.
	ParentIsPreset<AccountId>,
	// Another side chain has its sovereign account.
	SiblingParachainConvertsVia<Sibling, AccountId>,
	// An account of this chain is itself.
	AccountId32Aliases<ThisNetwork, AccountId>,
	// Anything else has the account that its description hashes to.
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// Moves BHTD: mints what the main chain says it has put aside, and burns what it is to give back. There
/// is no account to check teleports against, because there are none.
pub type LocalAssetTransactor =
	FungibleAdapter<Balances, IsConcrete<TokenLocation>, LocationConverter, AccountId, ()>;

/// As whom a message may call. Nobody outside becomes root, the main chain neither.
type LocalOriginConverter = (
	SovereignSignedViaLocation<LocationConverter, RuntimeOrigin>,
	RelayChainAsNative<RelayChainOrigin, RuntimeOrigin>,
	SiblingParachainAsNative<cumulus_pallet_xcm::Origin, RuntimeOrigin>,
	SignedAccountId32AsNative<ThisNetwork, RuntimeOrigin>,
	XcmPassthrough<RuntimeOrigin>,
);

/// Messages to the main chain cost more the fuller its queue for this chain is.
pub type ParentDeliveryPrice =
	ExponentialPrice<FeeAssetId, BaseDeliveryFee, ByteFee, ParachainSystem>;

/// Messages to other side chains cost more the fuller the channel is.
pub type SiblingDeliveryPrice = ExponentialPrice<FeeAssetId, BaseDeliveryFee, ByteFee, XcmpQueue>;

/// Sends messages up to the main chain, and to side chains to which there is a channel.
pub type XcmRouter =
	WithUniqueTopic<(ParentAsUmp<ParachainSystem, PolkadotXcm, ParentDeliveryPrice>, XcmpQueue)>;

/// The main chain and other side chains, and nothing on them.
pub struct OnlyChains;

impl Contains<Location> for OnlyChains {
	fn contains(location: &Location) -> bool {
		matches!(location.unpack(), (1, [] | [Parachain(_)]))
	}
}

/// Which messages are executed. None is for free.
pub type Barrier = TrailingSetTopicAsId<(
	// Weight that is paid for may be used.
	TakeWeightCredit,
	// What was asked for may be answered.
	AllowKnownQueryResponses<PolkadotXcm>,
	WithComputedOrigin<
		(
			// Whoever pays first is welcome.
			AllowTopLevelPaidExecutionFrom<Everything>,
			// Chains ask which version of XCM is spoken here.
			AllowSubscriptionsFrom<OnlyChains>,
		),
		UniversalLocation,
		ConstU32<8>,
	>,
)>;

/// Weighs messages by the number of their instructions.
pub type Weigher = FixedWeightBounds<InstructionWeight, RuntimeCall, MaxInstructions>;

/// How messages are executed.
pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = PolkadotXcm;
	type AssetTransactor = LocalAssetTransactor;
	type OriginConverter = LocalOriginConverter;
	type IsReserve = Case<BhtdFromMainChain>;
	type IsTeleporter = ();
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = Weigher;
	type Trader =
		UsingComponents<ProofWeightToFee, TokenLocation, AccountId, Balances, DealWithFees>;
	type ResponseHandler = PolkadotXcm;
	type AssetTrap = PolkadotXcm;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = PolkadotXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<64>;
	// Fees for delivery go to the collators; only the chain itself is free of them.
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<RootLocation>,
		SendXcmFeeToAccount<LocalAssetTransactor, CollatorPot>,
	>;
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	// No call of this chain can be made from another. Your pallets: open what they need, call by call.
	type SafeCallFilter = Nothing;
	type Aliasers = Nothing;
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = PolkadotXcm;
}

/// Where an account of this chain is.
pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, ThisNetwork>;

/// BHTD and no other asset.
pub struct OnlyBhtd;

impl Contains<(Location, Vec<Asset>)> for OnlyBhtd {
	fn contains((_, assets): &(Location, Vec<Asset>)) -> bool {
		assets.iter().all(|asset| asset.id.0 == TokenLocation::get())
	}
}

impl pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type CurrencyMatcher = IsConcrete<TokenLocation>;
	type AuthorizedAliasConsideration = Disabled;
	type SendXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmRouter = XcmRouter;
	type ExecuteXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	// Programs of one's own are not executed here: transfers have calls of their own.
	type XcmExecuteFilter = Nothing;
	type XcmExecutor = XcmExecutor<XcmConfig>;
	type XcmTeleportFilter = Nothing;
	type XcmReserveTransferFilter = OnlyBhtd;
	type Weigher = Weigher;
	type UniversalLocation = UniversalLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;
	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type AdminOrigin = Administration;
	type TrustedLockers = ();
	type SovereignAccountOf = LocationConverter;
	type MaxLockers = ConstU32<8>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type WeightInfo = crate::weights::pallet_xcm::WeightInfo<Runtime>;
}
