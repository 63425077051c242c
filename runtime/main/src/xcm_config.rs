//! Messages between chains.
//!
//! BHTD crosses chains by reserve transfer only: what leaves the main chain stays here, in the
//! sovereign account of the chain it went to, and comes back out of it. Nothing is teleported, so that a
//! chain that lies can lose what was sent to it and nothing else.

use crate::{
	configs::{
		governance::RootOrTwoThirds,
		monetary::{ByteFee, DealWithFees, TreasuryAccount},
	},
	constants::{currency::CENTS, fee::WeightToFee, network::GENESIS_ID},
	AccountId, AllPalletsWithSystem, Balances, Dmp, ParaId, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, XcmPallet,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, Disabled, Equals, Everything, Nothing},
	weights::Weight,
};
use pallet_xcm::XcmPassthrough;
use polkadot_runtime_common::xcm_sender::{ChildParachainRouter, ExponentialPrice};
use polkadot_runtime_parachains::origin;
use xcm::latest::prelude::*;
use xcm_builder::{
	AccountId32Aliases, AllowKnownQueryResponses, AllowSubscriptionsFrom,
	AllowTopLevelPaidExecutionFrom, ChildParachainAsNative, ChildParachainConvertsVia,
	DescribeAllTerminal, DescribeFamily, EnsureXcmOrigin, FixedWeightBounds,
	FrameTransactionalProcessor, FungibleAdapter, HashedDescription, IsConcrete,
	SendXcmFeeToAccount, SignedAccountId32AsNative, SignedToAccountId32,
	SovereignSignedViaLocation, TakeWeightCredit, TrailingSetTopicAsId, UsingComponents,
	WithComputedOrigin, WithUniqueTopic, XcmFeeManagerFromComponents,
};
use xcm_executor::XcmExecutor;

parameter_types! {
	/// BHTD as the main chain names it.
	pub const TokenLocation: Location = Here.into_location();
	/// The main chain itself.
	pub const RootLocation: Location = Location::here();
	/// The network, named by a constant of our own. The names of Polkadot's networks, or the hash of a
	/// test network's genesis, would make the SDK refuse to move the coin by reserve transfer.
	pub const ThisNetwork: NetworkId = ByGenesis(GENESIS_ID);
	/// Where this chain is.
	pub UniversalLocation: InteriorLocation = GlobalConsensus(ThisNetwork::get()).into();
	/// What messages are paid in.
	pub FeeAssetId: AssetId = AssetId(TokenLocation::get());
	/// The fee for a message to another chain, before its length.
	pub const BaseDeliveryFee: u128 = CENTS;
	/// What one instruction of a message weighs: more than a transfer with its reads and writes.
	pub InstructionWeight: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);
	/// The most instructions of a message.
	pub const MaxInstructions: u32 = 100;
}

/// Which account a location has on this chain.
pub type LocationConverter = (
	// A chain has its sovereign account.
	ChildParachainConvertsVia<ParaId, AccountId>,
	// An account of this chain is itself.
	AccountId32Aliases<ThisNetwork, AccountId>,
	// Anything else has the account that its description hashes to.
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// Moves BHTD. There is no account to check teleports against, because there are none.
pub type LocalAssetTransactor =
	FungibleAdapter<Balances, IsConcrete<TokenLocation>, LocationConverter, AccountId, ()>;

/// As whom a message may call. Nobody outside becomes root.
type LocalOriginConverter = (
	SovereignSignedViaLocation<LocationConverter, RuntimeOrigin>,
	ChildParachainAsNative<origin::Origin, RuntimeOrigin>,
	SignedAccountId32AsNative<ThisNetwork, RuntimeOrigin>,
	XcmPassthrough<RuntimeOrigin>,
);

/// Delivery costs more the fuller the queue of the receiver is.
pub type DeliveryPrice = ExponentialPrice<FeeAssetId, BaseDeliveryFee, ByteFee, Dmp>;

/// Sends messages down to the chains.
pub type XcmRouter = WithUniqueTopic<ChildParachainRouter<Runtime, XcmPallet, DeliveryPrice>>;

/// Chains, and nothing on them.
pub struct OnlyParachains;

impl Contains<Location> for OnlyParachains {
	fn contains(location: &Location) -> bool {
		matches!(location.unpack(), (0, [Parachain(_)]))
	}
}

/// Which messages are executed. None is for free.
pub type Barrier = TrailingSetTopicAsId<(
	// Weight that is paid for may be used.
	TakeWeightCredit,
	// What was asked for may be answered.
	AllowKnownQueryResponses<XcmPallet>,
	WithComputedOrigin<
		(
			// Whoever pays first is welcome.
			AllowTopLevelPaidExecutionFrom<Everything>,
			// Chains ask which version of XCM is spoken here.
			AllowSubscriptionsFrom<OnlyParachains>,
		),
		UniversalLocation,
		ConstU32<8>,
	>,
)>;

/// What can be called from another chain: what a side chain has to say about itself.
///
/// Its origin would be good for more. The registrar would let it take itself away, or get another head and
/// code, whatever it owes.
pub struct CallsOfChains;

impl Contains<RuntimeCall> for CallsOfChains {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_side_chains::Call as SideChains;
		matches!(
			call,
			RuntimeCall::SideChains(
				SideChains::redeem { .. }
					| SideChains::declare_owed { .. }
					| SideChains::authorize_upgrade { .. }
			)
		)
	}
}

/// Weighs messages by the number of their instructions.
pub type Weigher = FixedWeightBounds<InstructionWeight, RuntimeCall, MaxInstructions>;

/// How messages are executed.
pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = XcmPallet;
	type AssetTransactor = LocalAssetTransactor;
	type OriginConverter = LocalOriginConverter;
	// This chain is the reserve of BHTD and accepts no other asset.
	type IsReserve = ();
	type IsTeleporter = ();
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = Weigher;
	type Trader = UsingComponents<WeightToFee, TokenLocation, AccountId, Balances, DealWithFees>;
	type ResponseHandler = XcmPallet;
	type AssetTrap = XcmPallet;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = XcmPallet;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<64>;
	// Fees for delivery go to the treasury; only the chain itself is free of them.
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<RootLocation>,
		SendXcmFeeToAccount<LocalAssetTransactor, TreasuryAccount>,
	>;
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = CallsOfChains;
	type Aliasers = Nothing;
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = XcmPallet;
}

/// Where an account of this chain is.
pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, ThisNetwork>;

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
	type XcmReserveTransferFilter = Everything;
	type Weigher = Weigher;
	type UniversalLocation = UniversalLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;
	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type AdminOrigin = RootOrTwoThirds;
	type TrustedLockers = ();
	type SovereignAccountOf = LocationConverter;
	type MaxLockers = ConstU32<8>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type WeightInfo = crate::weights::pallet_xcm::WeightInfo<Runtime>;
}
