//! Every network that can be started from the runtime has a sound beginning.

use crate::common::{free, genesis, network};
use bhtd_primitives::{MarginLedger, Role};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{DAYS, EPOCH_SLOTS, FAST_EPOCH_SLOTS},
	},
	epochs,
	genesis_config_presets::{get_preset, host_configuration, preset_names},
	AccountId, Balances, Margin, Runtime, RuntimeGenesisConfig, Session, Witnesses,
};
use frame_support::{assert_ok, traits::Get};
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
fn every_preset_has_its_witnesses_with_their_deposits_and_parameters() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			let expected = accounts(&witnesses(&preset));
			let era = Witnesses::era();
			assert_eq!((era.index, &era.elected, &era.planned), (0, &expected, &expected));
			for (rank, who) in (0..).zip(&expected) {
				let candidate = Witnesses::candidate(who.clone()).unwrap();
				assert_eq!(candidate.deposit, 100_000 * UNITS, "{preset}");
				assert_eq!(candidate.matured_deposit, candidate.deposit);
				assert_eq!(candidate.rank, Some(rank));
				assert!(candidate.elected);
			}
			let parameters = Witnesses::parameters().current.unwrap();
			assert_eq!(parameters.witnesses, expected.len() as u32, "{preset}");
			assert_eq!(parameters.fewest_witnesses, expected.len().min(3) as u32);
			assert_eq!((parameters.maturity, parameters.life, parameters.unbonding), (2, 20, 6));
			assert_ok!(Witnesses::do_try_state());
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
				// The treasury's, and those of the pots of rewards and dividends.
				4_020_000 * UNITS + 3 * EXISTENTIAL_DEPOSIT,
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

/// The genesis of a network with long epochs.
fn live() -> Vec<u8> {
	let mut config = genesis("local_testnet_4");
	config["epochs"]["slots"] = EPOCH_SLOTS.into();
	let week = 7 * DAYS;
	for terms in config["margin"]["terms"].as_array_mut().unwrap() {
		terms[2] = week.into();
	}
	let parameters = &mut config["witnesses"]["parameters"];
	for (name, eras) in [
		("maturity", 8),
		("life", 365),
		("unbonding", 21),
		("slashDeferral", 7),
		("commissionNotice", 7),
	] {
		assert!(parameters[name].is_u64(), "{name}");
		parameters[name] = eras.into();
	}
	serde_json::to_vec(&config).unwrap()
}

#[test]
fn network_with_long_epochs_starts_with_long_delays() {
	let build = frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>;
	sp_io::TestExternalities::new_empty().execute_with(|| {
		build(live()).unwrap();
		assert_eq!(Session::validators().len(), 4);
		assert_eq!(Witnesses::parameters().current.unwrap().maturity, 8);
		assert_ok!(Witnesses::do_try_state());
	});
	// And with no short one.
	for (name, eras) in [("maturity", 7), ("unbonding", 15), ("unbonding", 14), ("life", 1_461)] {
		let mut config: serde_json::Value = serde_json::from_slice(&live()).unwrap();
		config["witnesses"]["parameters"][name] = eras.into();
		let config = serde_json::to_vec(&config).unwrap();
		let built = std::panic::catch_unwind(|| {
			sp_io::TestExternalities::new_empty().execute_with(|| build(config).is_ok())
		});
		assert!(!built.unwrap_or(false), "{name} {eras}");
	}
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
