//! Every network that can be started from the runtime has a sound beginning.

use crate::common::{free, genesis, network};
use bhtd_primitives::{MarginLedger, Role};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{EPOCH_SLOTS, FAST_EPOCH_SLOTS},
	},
	epochs,
	genesis_config_presets::{get_preset, host_configuration, preset_names},
	AccountId, Balances, Margin, Runtime, RuntimeGenesisConfig, Session,
};
use frame_support::traits::Get;
use pallet_collective::{Instance1, Members};
use polkadot_runtime_parachains::configuration::ActiveConfig;
use sp_consensus_babe::runtime_decl_for_babe_api::BabeApi;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::BuildStorage;

fn witnesses(preset: &str) -> Vec<Sr25519Keyring> {
	match preset {
		"development" => vec![Alice],
		"local_testnet" => vec![Alice, Bob],
		"local_testnet_4" => vec![Alice, Bob, Charlie, Dave],
		other => panic!("a preset without expectations: {other}"),
	}
}

fn accounts(names: &[Sr25519Keyring]) -> Vec<AccountId> {
	names.iter().map(|name| name.to_account_id()).collect()
}

#[test]
fn presets_have_their_names() {
	assert_eq!(preset_names(), ["development", "local_testnet", "local_testnet_4"]);
	assert!(get_preset(&"live".into()).is_none());
}

#[test]
fn every_preset_has_its_witnesses_as_validators_and_council() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			let expected = accounts(&witnesses(&preset));
			assert_eq!(Session::validators(), expected, "{preset}");
			let mut sorted = expected.clone();
			sorted.sort();
			assert_eq!(Members::<Runtime, Instance1>::get(), sorted, "{preset}");
			assert_eq!(Session::queued_keys().len(), expected.len(), "{preset}");
			assert_eq!(pallet_babe::Authorities::<Runtime>::get().len(), expected.len());
			assert_eq!(pallet_grandpa::Authorities::<Runtime>::get().len(), expected.len());
		});
	}
}

#[test]
fn only_development_has_a_sudo_key() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			let expected = (preset == "development").then(|| Alice.to_account_id());
			assert_eq!(pallet_sudo::Key::<Runtime>::get(), expected, "{preset}");
		});
	}
}

#[test]
fn every_preset_starts_with_the_host_configuration() {
	host_configuration().panic_if_not_consistent();
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			assert_eq!(ActiveConfig::<Runtime>::get(), host_configuration(), "{preset}");
		});
	}
}

#[test]
fn two_witnesses_can_approve_what_one_of_them_backed() {
	// With both in the same group nobody would be left to approve.
	let scheduler = host_configuration().scheduler_params;
	assert_eq!(scheduler.max_validators_per_core, Some(1));
	assert!(scheduler.lookahead >= 3);
}

#[test]
fn every_preset_has_the_same_small_economy() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			assert_eq!(Margin::held(&Charlie.to_account_id(), Role::Merchant), 50_000 * UNITS);
			assert_eq!(Margin::held(&Dave.to_account_id(), Role::Operator), 20_000 * UNITS);
			assert!(Margin::is_active(&Charlie.to_account_id(), Role::Merchant));
			assert!(Margin::is_active(&Dave.to_account_id(), Role::Operator));
			assert!(!Margin::is_active(&Bob.to_account_id(), Role::Merchant));
			assert!(free(Bob.to_account_id()) > Margin::terms(Role::Merchant).minimum);
			for consumer in [Eve, Ferdie] {
				assert!(free(consumer.to_account_id()) > UNITS);
			}
			assert_eq!(free(TreasuryAccount::get()), EXISTENTIAL_DEPOSIT);
			assert_eq!(
				Balances::total_issuance(),
				4_020_000 * UNITS + EXISTENTIAL_DEPOSIT,
				"{preset}"
			);
		});
	}
}

#[test]
fn epochs_are_fast_in_presets_and_last_an_hour_by_default() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			assert_eq!(<epochs::Pallet<Runtime> as Get<u64>>::get(), FAST_EPOCH_SLOTS);
			assert_eq!(Runtime::configuration().epoch_length, FAST_EPOCH_SLOTS);
		});
	}
	let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(Runtime::configuration().epoch_length, EPOCH_SLOTS);
	});
	// A chain whose genesis never heard of the setting is a live one as well.
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(<epochs::Pallet<Runtime> as Get<u64>>::get(), 600);
	});
}

#[test]
#[should_panic(expected = "an epoch lasts at least one slot")]
fn epochs_of_no_slot_are_refused() {
	let mut config = genesis("development");
	config["epochs"]["slots"] = 0.into();
	let config = serde_json::to_vec(&config).unwrap();
	sp_io::TestExternalities::new_empty().execute_with(|| {
		let _ = frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(config);
	});
}
