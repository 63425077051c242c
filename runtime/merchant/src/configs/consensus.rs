//! Who authors blocks. The main chain's witnesses check and finalise them.

use super::governance::Administration;
use crate::{
	constants::{
		currency::deposit,
		time::{HOURS, SLOT_DURATION},
	},
	AccountId, Aura, Balance, Balances, BlockNumber, CollatorSelection, Runtime, RuntimeEvent,
	Session, SessionKeys,
};
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64},
	PalletId,
};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_runtime::traits::OpaqueKeys;

/// The most collators of either kind: those the chain has chosen, and those that left a bond.
pub const MAX_COLLATORS: u32 = 20;

parameter_types! {
	/// Where fees wait for the collators. No key opens it.
	pub const CollatorPotId: PalletId = PalletId(*b"bhtd/col");
	/// The blocks of a session. Whoever becomes a collator waits until the next but one.
	pub const SessionLength: BlockNumber = HOURS;
	/// Sessions start with the chain.
	pub const SessionOffset: BlockNumber = 0;
	/// What a set of session keys costs as long as it is kept.
	pub const KeyDeposit: Balance = deposit(2, 100);
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = CollatorSelection;
}

impl pallet_collator_selection::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type UpdateOrigin = Administration;
	type PotId = CollatorPotId;
	type MaxCandidates = ConstU32<MAX_COLLATORS>;
	type MinEligibleCollators = ConstU32<1>;
	type MaxInvulnerables = ConstU32<MAX_COLLATORS>;
	// Whoever authored nothing for a whole session makes room for another.
	type KickThreshold = SessionLength;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ValidatorRegistration = Session;
	type WeightInfo = pallet_collator_selection::weights::SubstrateWeight<Runtime>;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type SessionManager = CollatorSelection;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	// Collators cannot harm the chain, only slow it down.
	type DisablingStrategy = ();
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuthorityId;
	type DisabledValidators = ();
	type MaxAuthorities = ConstU32<{ 2 * MAX_COLLATORS }>;
	// How many blocks a slot has is what `ConsensusHook` limits.
	type AllowMultipleBlocksPerSlot = ConstBool<true>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl cumulus_pallet_aura_ext::Config for Runtime {}
