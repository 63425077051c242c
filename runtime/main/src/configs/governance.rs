//! Who decides.
//!
//! Two thirds of the council set parameters. The council is not root and has no way to become it: it
//! cannot replace the runtime, write to storage, or speak as another account. Root exists only where a
//! preset gives sudo a key, which is the development network.

use crate::{
	configs::system::BlockWeights,
	constants::{currency::deposit, time::DAYS},
	AccountId, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, RuntimeOrigin, Signature, Signer, System,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, EitherOfDiverse, EqualPrivilegeOnly,
		LinearStoragePrice,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_collective::{
	DefaultVote, EnsureProportionAtLeast, Instance1 as CouncilInstance, MemberCount,
};
use pallet_identity::legacy::IdentityInfo;
use sp_runtime::Perbill;

/// Two thirds of the council.
pub type TwoThirdsOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;
/// Two thirds of the council, or root where there is one.
pub type RootOrTwoThirds = EitherOfDiverse<EnsureRoot<AccountId>, TwoThirdsOfCouncil>;

/// Whoever does not vote has not agreed: two thirds means two thirds of all members.
pub struct AbsentIsNay;

impl DefaultVote for AbsentIsNay {
	fn default_vote(_: Option<bool>, _: MemberCount, _: MemberCount, _: MemberCount) -> bool {
		false
	}
}

parameter_types! {
	/// What a motion may take of a block.
	pub MaxProposalWeight: Weight = Perbill::from_percent(50) * BlockWeights::get().max_block;
	/// What scheduled calls may take of a block.
	pub MaxScheduledWeight: Weight = Perbill::from_percent(80) * BlockWeights::get().max_block;
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU32<{ 3 * DAYS }>;
	type MaxProposals = ConstU32<100>;
	type MaxMembers = ConstU32<100>;
	type DefaultVote = AbsentIsNay;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	type SetMembersOrigin = RootOrTwoThirds;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = RootOrTwoThirds;
	type KillOrigin = RootOrTwoThirds;
	// Only members propose, and there are few of them.
	type Consideration = ();
}

parameter_types! {
	/// What keeping the text of a call costs.
	pub const PreimageDeposit: Balance = deposit(2, 64);
	/// What a byte of it costs.
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	/// Why that deposit is held.
	pub const PreimageHold: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type ManagerOrigin = RootOrTwoThirds;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHold,
		LinearStoragePrice<PreimageDeposit, PreimageByteDeposit, Balance>,
	>;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxScheduledWeight;
	// What is scheduled runs later with the origin that scheduled it, no other.
	type ScheduleOrigin = RootOrTwoThirds;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<50>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// What an identity costs.
	pub const IdentityDeposit: Balance = deposit(1, 258);
	/// What each byte of it costs.
	pub const IdentityByteDeposit: Balance = deposit(0, 1);
	/// What a name of one's own costs.
	pub const UsernameDeposit: Balance = deposit(1, 32);
	/// What an account under an identity costs.
	pub const SubAccountDeposit: Balance = deposit(1, 53);
}

impl pallet_identity::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BasicDeposit = IdentityDeposit;
	type ByteDeposit = IdentityByteDeposit;
	type UsernameDeposit = UsernameDeposit;
	type SubAccountDeposit = SubAccountDeposit;
	type MaxSubAccounts = ConstU32<100>;
	type IdentityInformation = IdentityInfo<ConstU32<16>>;
	type MaxRegistrars = ConstU32<20>;
	// What is taken for a false identity is destroyed: nobody gains from killing one.
	type Slashed = ();
	type ForceOrigin = RootOrTwoThirds;
	type RegistrarOrigin = RootOrTwoThirds;
	type OffchainSignature = Signature;
	type SigningPublicKey = Signer;
	type UsernameAuthorityOrigin = RootOrTwoThirds;
	type PendingUsernameExpiration = ConstU32<{ 7 * DAYS }>;
	type UsernameGracePeriod = ConstU32<{ 30 * DAYS }>;
	type MaxSuffixLength = ConstU32<7>;
	type MaxUsernameLength = ConstU32<32>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type WeightInfo = pallet_identity::weights::SubstrateWeight<Runtime>;
}

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
