//! Who authors blocks and finalises them.
//!
//! The validators are the elected witnesses, see [`super::witnesses`]. Equivocations are reported with
//! a proof against the keys that `Historical` noted, go through `Offences`, and end in a slash that
//! `Witnesses` defers.

use super::witnesses::{NoIdentification, ReportableSessions};
use crate::{
	constants::{
		currency::deposit,
		time::{MILLISECS_PER_BLOCK, PRIMARY_PROBABILITY},
	},
	epochs,
	weights::consensus as weights,
	AccountId, Babe, Balance, Balances, Epochs, Historical, Moment, Offences, Runtime,
	RuntimeEvent, Session, SessionKeys, Witnesses,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Get},
};
use pallet_session::{disabling::UpToLimitWithReEnablingDisablingStrategy, historical};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

/// How BABE chooses authors: a secondary author stands by in every slot that has no primary one.
pub const BABE_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

/// More validators than any network will have.
const MAX_AUTHORITIES: u32 = 1_000;

parameter_types! {
	/// The time between two blocks.
	pub const ExpectedBlockTime: Moment = MILLISECS_PER_BLOCK;
	/// How long an equivocation can be reported, in blocks.
	pub ReportLongevity: u64 =
		<ReportableSessions as Get<u64>>::get().saturating_mul(epochs::Slots::<Runtime>::get());
	/// What a set of session keys costs as long as it is kept.
	pub const KeyDeposit: Balance = deposit(6, 600);
}

impl epochs::Config for Runtime {}

impl pallet_babe::Config for Runtime {
	type EpochDuration = Epochs;
	type ExpectedBlockTime = ExpectedBlockTime;
	// The session ends epochs.
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = weights::Babe<Runtime>;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = Witnesses;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Witnesses;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = historical::NoteHistoricalRoot<Self, Witnesses>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NoIdentification;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::Grandpa<Runtime>;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	// One set of keys can be looked up for each session that can be reported.
	type MaxSetIdSessionEntries = ReportableSessions;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
}
