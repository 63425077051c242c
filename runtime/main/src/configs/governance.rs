//! Who decides.
//!
//! The council is the elected witnesses. Two thirds of it set parameters. It is not root and has no way
//! to become it: it cannot write to storage, or speak as another account. What only root can do and a
//! network cannot go without stands on a [`List`], and is done after a delay that everybody can watch.
//! Otherwise root exists only where a preset gives sudo a key, which is the development network.

use crate::{
	configs::system::BlockWeights,
	constants::{
		currency::deposit,
		time::{DAYS, MINUTES},
	},
	epochs::ByEpochs,
	weights, AccountId, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Scheduler, Signature, Signer, System,
};
#[cfg(not(feature = "runtime-benchmarks"))]
use frame_support::traits::NeverEnsureOrigin;
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
	DefaultVote, EnsureProportionAtLeast, EnsureProportionMoreThan, Instance1 as CouncilInstance,
	MemberCount,
};
use pallet_enactment::{Classify, Kind};
use pallet_identity::legacy::IdentityInfo;
use polkadot_runtime_common::paras_registrar;
use polkadot_runtime_parachains::{configuration, coretime, paras};
use sp_runtime::Perbill;

/// Two thirds of the council.
pub type TwoThirdsOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;
/// Two thirds of the council, or root where there is one.
pub type RootOrTwoThirds = EitherOfDiverse<EnsureRoot<AccountId>, TwoThirdsOfCouncil>;
/// Four fifths of the council.
pub type FourFifthsOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 4, 5>;
/// More than half of the council.
pub type HalfOfCouncil = EnsureProportionMoreThan<AccountId, CouncilInstance, 1, 2>;

/// More than half of the council, or root where there is one: for what can only stop.
pub type RootOrHalf = EitherOfDiverse<EnsureRoot<AccountId>, HalfOfCouncil>;

/// Whoever does not vote has not agreed: two thirds means two thirds of all members.
pub struct AbsentIsNay;

impl DefaultVote for AbsentIsNay {
	fn default_vote(_: Option<bool>, _: MemberCount, _: MemberCount, _: MemberCount) -> bool {
		false
	}
}

/// The most members of the council.
pub const MAX_MEMBERS: u32 = 100;

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
	type MaxMembers = ConstU32<MAX_MEMBERS>;
	type DefaultVote = AbsentIsNay;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	// The members follow the elected witnesses, and nobody can add one.
	#[cfg(not(feature = "runtime-benchmarks"))]
	type SetMembersOrigin = NeverEnsureOrigin<()>;
	// The benchmarks of the pallet set members as root.
	#[cfg(feature = "runtime-benchmarks")]
	type SetMembersOrigin = EnsureRoot<AccountId>;
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

/// How long an upgrade waits: two weeks on live networks, in which anybody can build it from its source
/// and compare; two minutes on networks with short epochs.
pub type UpgradeDelay = ByEpochs<{ 14 * DAYS }, { 2 * MINUTES }>;

/// How long a setting waits: a week on live networks, a minute on those with short epochs.
pub type SettingDelay = ByEpochs<{ 7 * DAYS }, MINUTES>;

/// What the council may have done as root.
///
/// This is a list of what is allowed, not of what is forbidden. Nothing on it reaches margins, points,
/// assets or balances, or writes to storage at will, and nothing on it contains another call. Whoever
/// replaces the head or the code of a side chain speaks for it, and so for what lies in its sovereign
/// account: that is an upgrade.
pub struct List;

impl Classify<RuntimeCall> for List {
	fn classify(call: &RuntimeCall) -> Option<Kind> {
		use coretime::Call as Coretime;
		use frame_system::Call as System;
		use pallet_anchor::Call as Anchor;
		use pallet_xcm::Call as Xcm;
		use paras::Call as Paras;
		use paras_registrar::Call as Registrar;
		match call {
			// The hash of a runtime. Anybody can give the code itself then, if its version is higher.
			RuntimeCall::System(System::authorize_upgrade { .. }) => Some(Kind::Upgrade),
			RuntimeCall::Paras(call) => match call {
				// A side chain whose runtime is broken gets another, by its hash as well; one that halted
				// goes on from another head, or with an upgrade that nobody could check in time.
				Paras::authorize_force_set_current_code_hash { .. }
				| Paras::force_set_current_head { .. }
				| Paras::force_set_most_recent_context { .. }
				| Paras::add_trusted_validation_code { .. } => Some(Kind::Upgrade),
				// What such an upgrade left behind or waits for.
				Paras::poke_unused_validation_code { .. } | Paras::force_queue_action { .. } => {
					Some(Kind::Setting)
				}
				_ => None,
			},
			// The same with the delay that a side chain's own upgrades have, or done by its manager if
			// the chain had locked it out.
			RuntimeCall::Registrar(
				Registrar::schedule_code_upgrade { .. }
				| Registrar::set_current_head { .. }
				| Registrar::remove_lock { .. },
			) => Some(Kind::Upgrade),
			// A setting that is not used any more: the call fails, and weighs a whole block.
			RuntimeCall::Configuration(configuration::Call::set_hrmp_open_request_ttl {
				..
			}) => None,
			// The terms of the settlement token, and who issues it. Not minting: nobody but an institution
			// does that, against a reserve and a bond. Halting it needs no delay, and no list.
			RuntimeCall::Anchor(
				Anchor::create_currency { .. }
				| Anchor::set_terms { .. }
				| Anchor::admit { .. }
				| Anchor::dismiss { .. }
				| Anchor::resume_minting { .. },
			)
			| RuntimeCall::Configuration(_)
			| RuntimeCall::Coretime(
				Coretime::assign_core { .. } | Coretime::request_core_count { .. },
			)
			| RuntimeCall::XcmPallet(
				Xcm::force_xcm_version { .. } | Xcm::force_default_xcm_version { .. },
			) => Some(Kind::Setting),
			_ => None,
		}
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_enactment::BenchmarkHelper<RuntimeCall> for List {
	fn call(length: u32) -> RuntimeCall {
		let new_head = alloc::vec![0; length as usize].into();
		paras::Call::force_set_current_head { para: 2_000.into(), new_head }.into()
	}
}

impl pallet_enactment::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type Scheduler = Scheduler;
	type Preimages = Preimage;
	type Kinds = List;
	type UpgradeOrigin = FourFifthsOfCouncil;
	type SettingOrigin = TwoThirdsOfCouncil;
	type CancelOrigin = HalfOfCouncil;
	type BlockNumberProvider = System;
	type UpgradeDelay = UpgradeDelay;
	type SettingDelay = SettingDelay;
	type MaxPending = ConstU32<20>;
	type WeightInfo = weights::pallet_enactment::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = List;
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
