//! The networks that can be started from this runtime alone.
//!
//! | preset | collators | sudo |
//! |---|---|---|
//! | `development` | Alice | Alice |
//! | `local_testnet` | Alice, Bob | nobody |
//!
//! Both have the same small economy: Charlie is a merchant with margin, Bob has the means to become one,
//! Eve and Ferdie are consumers. The keys are the well-known ones of development: whoever reads this
//! owns them.
//!
//! All BHTD of a preset is [`endowment`] in total. A main chain that the network runs with starts with
//! as much in the sovereign account of [`PARA_ID`], or it could not all be taken back there.

use crate::{
	configs::monetary::CollatorPot,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::DAYS,
	},
	AccountId, Balance, BalancesConfig, BlockNumber, CollatorSelectionConfig, MarginConfig, ParaId,
	ParachainInfoConfig, PolkadotXcmConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys,
	SudoConfig,
};
use alloc::{vec, vec::Vec};
use bhtd_primitives::Role;
use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::crypto::get_public_from_string_or_panic;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve, Ferdie};

/// The id of the chain on the main chain: the first that anybody can have. The registrar gives a chain
/// of your own another one.
pub const PARA_ID: u32 = 2_000;

/// What collators and businesses have, margin included.
const FORTUNE: Balance = 100_000 * UNITS;
/// What consumers have.
const SAVINGS: Balance = 1_000 * UNITS;
/// The margin of the merchant.
const MARGIN: Balance = 50_000 * UNITS;
/// What whoever wants to collate without having been chosen must leave.
const COLLATOR_BOND: Balance = 1_000 * UNITS;
/// The notice period of every role.
const NOTICE: BlockNumber = 7 * DAYS;

/// Who has BHTD, and how much.
fn balances() -> Vec<(AccountId, Balance)> {
	let of = |names: &[Sr25519Keyring], amount: Balance| -> Vec<(AccountId, Balance)> {
		names.iter().map(|name| (name.to_account_id(), amount)).collect()
	};
	[
		of(&[Alice, Bob, Charlie], FORTUNE),
		of(&[Eve, Ferdie], SAVINGS),
		// The pot exists, so that no fee is too small for it.
		vec![(CollatorPot::get(), EXISTENTIAL_DEPOSIT)],
	]
	.concat()
}

/// All BHTD of a preset, in planck.
pub fn endowment() -> Balance {
	balances().into_iter().fold(0, |sum, (_, amount)| sum.saturating_add(amount))
}

/// The keys of a collator.
fn keys(name: Sr25519Keyring) -> SessionKeys {
	SessionKeys { aura: get_public_from_string_or_panic::<AuraId>(name.into()) }
}

/// A network with these collators.
fn network(collators: &[Sr25519Keyring], sudo: Option<Sr25519Keyring>) -> Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances: balances() },
		parachain_info: ParachainInfoConfig { parachain_id: ParaId::from(PARA_ID) },
		collator_selection: CollatorSelectionConfig {
			invulnerables: collators.iter().map(|name| name.to_account_id()).collect::<Vec<_>>(),
			candidacy_bond: COLLATOR_BOND,
		},
		// Aura learns its authorities from the session.
		session: SessionConfig {
			keys: collators
				.iter()
				.map(|name| (name.to_account_id(), name.to_account_id(), keys(*name)))
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: sudo.map(|name| name.to_account_id()) },
		polkadot_xcm: PolkadotXcmConfig { safe_xcm_version: Some(xcm::latest::VERSION) },
		margin: MarginConfig {
			terms: vec![
				(Role::Merchant, 1_000 * UNITS, NOTICE),
				(Role::GroupMerchant, 100_000 * UNITS, NOTICE),
				(Role::Operator, 10_000 * UNITS, NOTICE),
				(Role::CreditInstitution, 1_000_000 * UNITS, NOTICE),
			],
			margins: vec![(Charlie.to_account_id(), Role::Merchant, MARGIN)],
		},
		// Your pallets: what they start with.
	})
}

/// The genesis that belongs to a preset, as a JSON patch of the default one.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_str() {
		DEV_RUNTIME_PRESET => network(&[Alice], Some(Alice)),
		LOCAL_TESTNET_RUNTIME_PRESET => network(&[Alice, Bob], None),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}
