//! The networks that can be started from this runtime alone.
//!
//! | preset | witnesses | sudo |
//! |---|---|---|
//! | `development` | Alice | Alice |
//! | `local_testnet` | Alice, Bob | nobody |
//! | `local_testnet_4` | Alice, Bob, Charlie, Dave | nobody |
//!
//! All have epochs of ten slots and eras of three minutes, the witnesses as council, and the same small
//! economy: Charlie is a merchant and Dave an operator, both with margin; Bob has the means to become a
//! merchant; Eve and Ferdie are consumers. The keys are the well-known ones of development: whoever
//! reads this owns them.

use crate::{
	configs::consensus::BABE_EPOCH_CONFIG,
	constants::{
		currency::UNITS,
		time::{FAST_EPOCH_SLOTS, MINUTES},
	},
	AccountId, BabeConfig, Balance, BalancesConfig, BlockNumber, ConfigurationConfig, EpochsConfig,
	MarginConfig, RegistrarConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, SudoConfig,
	WitnessesConfig, XcmPalletConfig,
};
use alloc::{vec, vec::Vec};
use bhtd_primitives::Role;
use frame_support::build_struct_json_patch;
use pallet_witnesses::Parameters;
use polkadot_primitives::{
	node_features::FeatureIndex, vstaging::SchedulerParams, ApprovalVotingParams,
	AsyncBackingParams, NodeFeatures, LOWEST_PUBLIC_ID, MAX_CODE_SIZE, MAX_POV_SIZE,
};
use polkadot_runtime_parachains::configuration::HostConfiguration;
use serde_json::Value;
use sp_core::crypto::{get_public_from_string_or_panic, Pair, Public};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::Perbill;

/// The local test network with four witnesses: the smallest that goes on when one of them fails.
pub const LOCAL_TESTNET_4_RUNTIME_PRESET: &str = "local_testnet_4";

/// What witnesses and businesses have, their margin included.
const FORTUNE: Balance = 1_000_000 * UNITS;
/// What consumers have.
const SAVINGS: Balance = 10_000 * UNITS;
/// The notice period of every role: a minute, so that an exit can be watched.
const NOTICE: BlockNumber = MINUTES;
/// The deposit of every witness.
const WITNESS_DEPOSIT: Balance = 100_000 * UNITS;
/// What every witness keeps of its voters' rewards.
const COMMISSION: Perbill = Perbill::from_percent(10);

/// A witness of a preset.
struct Witness {
	account: AccountId,
	keys: SessionKeys,
}

impl From<Sr25519Keyring> for Witness {
	fn from(name: Sr25519Keyring) -> Self {
		Self {
			account: name.to_account_id(),
			keys: SessionKeys {
				grandpa: public(name),
				babe: public(name),
				para_validator: public(name),
				para_assignment: public(name),
				authority_discovery: public(name),
			},
		}
	}
}

/// The key of a type that belongs to a name.
fn public<Key: Public + sp_core::crypto::CryptoType<Pair: Pair<Public = Key>>>(
	name: Sr25519Keyring,
) -> Key {
	get_public_from_string_or_panic::<Key>(name.into())
}

/// What the parachains protocol starts with.
pub fn host_configuration() -> HostConfiguration<BlockNumber> {
	let feature = |index: FeatureIndex| 1u8 << index as u8;
	HostConfiguration {
		max_code_size: MAX_CODE_SIZE,
		max_pov_size: MAX_POV_SIZE,
		max_head_data_size: 32 * 1024,
		max_upward_queue_count: 8,
		max_upward_queue_size: 1024 * 1024,
		max_upward_message_size: 50 * 1024,
		max_upward_message_num_per_candidate: 5,
		max_downward_message_size: 1024 * 1024,
		hrmp_channel_max_capacity: 8,
		hrmp_channel_max_total_size: 8 * 1024,
		hrmp_channel_max_message_size: 1024 * 1024,
		hrmp_max_parachain_inbound_channels: 4,
		hrmp_max_parachain_outbound_channels: 4,
		hrmp_max_message_num_per_candidate: 5,
		validation_upgrade_cooldown: 2,
		validation_upgrade_delay: 2,
		minimum_validation_upgrade_delay: 5,
		code_retention_period: 1_200,
		dispute_period: 6,
		no_show_slots: 2,
		n_delay_tranches: 25,
		needed_approvals: 2,
		relay_vrf_modulo_samples: 2,
		zeroth_delay_tranche_width: 0,
		max_relay_parent_session_age: 0,
		approval_voting_params: ApprovalVotingParams { max_approval_coalesce_count: 5 },
		// What these were is now computed from the lookahead of the scheduler.
		async_backing_params: AsyncBackingParams {
			max_candidate_depth: 0,
			allowed_ancestry_len: 0,
		},
		node_features: NodeFeatures::from_element(
			feature(FeatureIndex::EnableAssignmentsV2)
				| feature(FeatureIndex::ElasticScalingMVP)
				| feature(FeatureIndex::CandidateReceiptV2),
		),
		scheduler_params: SchedulerParams {
			lookahead: 5,
			group_rotation_frequency: 10,
			paras_availability_period: 4,
			// Whoever backs a block must not approve it: with more than one in a group, two witnesses
			// would have nobody left to approve.
			max_validators_per_core: Some(1),
			// Parachains of the genesis add their cores themselves.
			num_cores: 0,
			..Default::default()
		},
		..Default::default()
	}
}

/// What witnesses and voters are bound by, with as many witnesses as the network starts with. As short
/// as can be, so that every change of the set can be watched within minutes.
fn parameters(witnesses: u32) -> Parameters<Balance> {
	Parameters {
		witnesses,
		// One of four may fail.
		fewest_witnesses: witnesses.min(3),
		minimum_deposit: 10_000 * UNITS,
		minimum_vote: 10 * UNITS,
		maturity: 2,
		life: 20,
		unbonding: 6,
		slash_deferral: 2,
		commission_notice: 2,
		highest_commission: Perbill::from_percent(50),
		idle_fine: Perbill::from_percent(1),
		reporter_share: Perbill::from_percent(10),
	}
}

/// A network with these witnesses.
fn network(witnesses: &[Sr25519Keyring], sudo: Option<Sr25519Keyring>) -> Value {
	let accounts = |names: &[Sr25519Keyring]| -> Vec<AccountId> {
		names.iter().map(|name| name.to_account_id()).collect()
	};
	let balances: Vec<(AccountId, Balance)> = accounts(&[Alice, Bob, Charlie, Dave])
		.into_iter()
		.map(|account| (account, FORTUNE))
		.chain(accounts(&[Eve, Ferdie]).into_iter().map(|account| (account, SAVINGS)))
		.collect();

	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances },
		epochs: EpochsConfig { slots: FAST_EPOCH_SLOTS },
		babe: BabeConfig { epoch_config: BABE_EPOCH_CONFIG },
		session: SessionConfig {
			keys: witnesses
				.iter()
				.map(|name| Witness::from(*name))
				.map(|Witness { account, keys }| (account.clone(), account, keys))
				.collect::<Vec<_>>(),
		},
		// The council follows the witnesses from the first session on.
		witnesses: WitnessesConfig {
			parameters: Some(parameters(witnesses.len() as u32)),
			candidates: accounts(witnesses)
				.into_iter()
				.map(|account| (account, WITNESS_DEPOSIT, COMMISSION))
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: sudo.map(|name| name.to_account_id()) },
		configuration: ConfigurationConfig { config: host_configuration() },
		registrar: RegistrarConfig { next_free_para_id: LOWEST_PUBLIC_ID },
		xcm_pallet: XcmPalletConfig { safe_xcm_version: Some(xcm::latest::VERSION) },
		margin: MarginConfig {
			terms: vec![
				(Role::Merchant, 1_000 * UNITS, NOTICE),
				(Role::GroupMerchant, 100_000 * UNITS, NOTICE),
				(Role::Operator, 10_000 * UNITS, NOTICE),
				(Role::CreditInstitution, 1_000_000 * UNITS, NOTICE),
			],
			margins: vec![
				(Charlie.to_account_id(), Role::Merchant, 50_000 * UNITS),
				(Dave.to_account_id(), Role::Operator, 20_000 * UNITS),
			],
		},
	})
}

/// The genesis that belongs to a preset, as a JSON patch of the default one.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_str() {
		DEV_RUNTIME_PRESET => network(&[Alice], Some(Alice)),
		LOCAL_TESTNET_RUNTIME_PRESET => network(&[Alice, Bob], None),
		LOCAL_TESTNET_4_RUNTIME_PRESET => network(&[Alice, Bob, Charlie, Dave], None),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(DEV_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_4_RUNTIME_PRESET),
	]
}
