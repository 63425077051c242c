//! Every network that can be started from the runtime has a sound beginning.

use crate::common::{free, genesis, network, on_chain, signed};
use bhtd_merchant_runtime::{
	configs::monetary::CollatorPot,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{DAYS, HOURS},
	},
	genesis_config_presets::{endowment, get_preset, preset_names, PARA_ID},
	AccountId, Balances, CollatorSelection, Margin, ParachainInfo, Runtime, RuntimeOrigin, Session,
	SessionKeys,
};
use bhtd_primitives::{MarginLedger, Role};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve, Ferdie};
use sp_runtime::DispatchError;

/// Who collates, sorted as the pallet does.
fn collators(preset: &str) -> Vec<AccountId> {
	let names: &[Sr25519Keyring] = match preset {
		"development" => &[Alice],
		"local_testnet" => &[Alice, Bob],
		other => panic!("a preset without expectations: {other}"),
	};
	let mut accounts: Vec<_> = names.iter().map(|name| name.to_account_id()).collect();
	accounts.sort();
	accounts
}

#[test]
fn presets_have_their_names() {
	assert_eq!(preset_names(), ["development", "local_testnet"]);
	assert!(get_preset(&"live".into()).is_none());
}

#[test]
fn every_preset_has_its_collators_in_the_session_and_in_aura() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			let expected = collators(&preset);
			assert_eq!(Session::validators(), expected, "{preset}");
			let invulnerables = pallet_collator_selection::Invulnerables::<Runtime>::get();
			assert_eq!(invulnerables.to_vec(), expected, "{preset}");
			let keys: Vec<_> = Session::queued_keys().into_iter().map(|(_, keys)| keys).collect();
			let authorities = pallet_aura::Authorities::<Runtime>::get();
			assert_eq!(authorities.len(), expected.len(), "{preset}");
			for (authority, keys) in authorities.iter().zip(&keys) {
				assert_eq!(&keys.aura, authority);
			}
			// Whoever else wants to collate has something to lose.
			let bond = pallet_collator_selection::CandidacyBond::<Runtime>::get();
			assert_eq!(bond, 1_000 * UNITS, "{preset}");
		});
	}
}

#[test]
fn every_preset_is_the_chain_with_the_first_public_id() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			assert_eq!(u32::from(ParachainInfo::parachain_id()), PARA_ID, "{preset}");
			assert_eq!(PARA_ID, 2_000);
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
fn every_preset_has_the_same_small_economy() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			let margin = 50_000 * UNITS;
			assert_eq!(Margin::held(&Charlie.to_account_id(), Role::Merchant), margin);
			assert_eq!(Balances::total_balance(&Charlie.to_account_id()), 100_000 * UNITS);
			assert!(Margin::is_active(&Charlie.to_account_id(), Role::Merchant));
			assert!(!Margin::is_active(&Bob.to_account_id(), Role::Merchant));
			assert!(free(Bob.to_account_id()) > Margin::terms(Role::Merchant).minimum);
			assert_eq!(Margin::terms(Role::Merchant).notice, 7 * DAYS);
			for consumer in [Eve, Ferdie] {
				assert_eq!(free(consumer.to_account_id()), 1_000 * UNITS);
			}
			assert_eq!(CollatorPot::get(), CollatorSelection::account_id());
			assert_eq!(free(CollatorPot::get()), EXISTENTIAL_DEPOSIT);
		});
	}
}

#[test]
fn all_bhtd_of_a_preset_is_its_endowment() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			assert_eq!(Balances::total_issuance(), endowment(), "{preset}");
			assert_eq!(endowment(), 302_000 * UNITS + EXISTENTIAL_DEPOSIT);
		});
	}
}

#[test]
fn roles_have_the_minimums_they_have_on_the_main_chain() {
	for preset in preset_names() {
		network(&preset).execute_with(|| {
			for (role, minimum) in [
				(Role::Merchant, 1_000),
				(Role::GroupMerchant, 100_000),
				(Role::Operator, 10_000),
				(Role::CreditInstitution, 1_000_000),
			] {
				let terms = Margin::terms(role);
				assert_eq!((terms.minimum, terms.notice), (minimum * UNITS, 7 * DAYS), "{role:?}");
			}
		});
	}
}

#[test]
fn genesis_of_every_preset_names_every_part_it_sets() {
	for preset in preset_names() {
		let genesis = genesis(&preset);
		for part in ["parachainInfo", "collatorSelection", "session", "polkadotXcm", "margin"] {
			assert!(genesis[part].is_object(), "{preset} {part}");
		}
		assert_eq!(genesis["polkadotXcm"]["safeXcmVersion"], 5);
	}
}

#[test]
fn sessions_last_an_hour_and_collators_go_on_into_the_next() {
	on_chain("local_testnet", |chain| {
		for _ in 0..2 {
			Session::rotate_session();
			chain.next();
		}
		assert_eq!(Session::current_index(), 2);
		assert_eq!(Session::validators(), collators("local_testnet"));
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 2);
		type Sessions = <Runtime as pallet_session::Config>::ShouldEndSession;
		let ends =
			|block| <Sessions as pallet_session::ShouldEndSession<_>>::should_end_session(block);
		assert!(ends(HOURS) && ends(2 * HOURS) && !ends(HOURS - 1) && !ends(HOURS + 1));
	});
}

#[test]
fn anybody_with_a_bond_and_keys_becomes_a_collator() {
	on_chain("local_testnet", |chain| {
		let charlie = Charlie.to_account_id();
		let stand = || CollatorSelection::register_as_candidate(signed(charlie.clone()));
		type Error = pallet_collator_selection::Error<Runtime>;
		assert_noop!(
			CollatorSelection::set_desired_candidates(signed(Alice.to_account_id()), 1),
			DispatchError::BadOrigin
		);
		assert_ok!(CollatorSelection::set_desired_candidates(RuntimeOrigin::root(), 1));
		assert_noop!(stand(), Error::ValidatorNotRegistered);

		let aura = Charlie.pair();
		let statement = [&b"POP_"[..], &charlie.encode()].concat();
		let proof = (aura.sign(&statement),).encode();
		let keys = SessionKeys { aura: aura.public().into() };
		assert_ok!(Session::set_keys(signed(charlie.clone()), keys, proof));
		let before = Balances::reserved_balance(&charlie);
		assert_ok!(stand());
		assert_eq!(Balances::reserved_balance(&charlie), before + 1_000 * UNITS);
		for _ in 0..2 {
			Session::rotate_session();
			chain.next();
		}
		assert!(Session::validators().contains(&charlie));
	});
}
