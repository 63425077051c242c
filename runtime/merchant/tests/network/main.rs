//! The main chain and two merchant chains, each with its real runtime, and messages between them.
//!
//! Validators, collators and their protocol are left out: what one chain sends, the other executes. All
//! BHTD of a merchant chain lies on the main chain, and [`covered`] checks that it still does when a
//! test ends.

// The macros of the emulator generate public items without documentation.
#![allow(missing_docs)]

mod attacks;
mod redemption;
mod transfers;

use bhtd_merchant_runtime::{
	genesis_config_presets::{endowment, PARA_ID},
	AccountId, Balance, BuildStorage, ParaId,
};
use codec::Encode;
use frame_support::{assert_ok, genesis_builder_helper::get_preset, traits::OnInitialize};
use polkadot_parachain_primitives::primitives::HeadData;
use serde_json::Value;
use sp_core::storage::Storage;
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::AccountIdConversion;
use xcm::{latest::prelude::*, VersionedAssets, VersionedLocation, VersionedXcm};
use xcm_emulator::{decl_test_networks, decl_test_parachains, decl_test_relay_chains, TestExt};

/// A second merchant chain, which other tests make hostile.
const OTHER_ID: u32 = PARA_ID + 1;

decl_test_relay_chains! {
	#[api_version(16)]
	pub struct Main {
		genesis = main_genesis(),
		on_init = know_the_chains(),
		runtime = bhtd_runtime,
		core = {
			SovereignAccountOf: bhtd_runtime::xcm_config::LocationConverter,
		},
		pallets = {
			XcmPallet: bhtd_runtime::XcmPallet,
		}
	}
}

decl_test_parachains! {
	pub struct Merchant {
		genesis = merchant_genesis(PARA_ID),
		on_init = (),
		runtime = bhtd_merchant_runtime,
		core = {
			XcmpMessageHandler: bhtd_merchant_runtime::XcmpQueue,
			LocationToAccountId: bhtd_merchant_runtime::xcm_config::LocationConverter,
			ParachainInfo: bhtd_merchant_runtime::ParachainInfo,
			MessageOrigin: cumulus_primitives_core::AggregateMessageOrigin,
		},
		pallets = {
			PolkadotXcm: bhtd_merchant_runtime::PolkadotXcm,
		}
	},
	pub struct Other {
		genesis = merchant_genesis(OTHER_ID),
		on_init = (),
		runtime = bhtd_merchant_runtime,
		core = {
			XcmpMessageHandler: bhtd_merchant_runtime::XcmpQueue,
			LocationToAccountId: bhtd_merchant_runtime::xcm_config::LocationConverter,
			ParachainInfo: bhtd_merchant_runtime::ParachainInfo,
			MessageOrigin: cumulus_primitives_core::AggregateMessageOrigin,
		},
		pallets = {
			PolkadotXcm: bhtd_merchant_runtime::PolkadotXcm,
		}
	}
}

decl_test_networks! {
	pub struct Chains {
		relay_chain = Main,
		parachains = vec![Merchant, Other,],
		bridge = ()
	}
}

/// The genesis of a preset as JSON: the default one with the preset's patch.
fn merged(mut config: Value, patch: Value) -> Value {
	match (&mut config, patch) {
		(Value::Object(config), Value::Object(patch)) => {
			for (key, value) in patch {
				let before = config.remove(&key).unwrap_or(Value::Null);
				config.insert(key, merged(before, value));
			}
		}
		(config, patch) => *config = patch,
	}
	config
}

fn main_genesis() -> Storage {
	use bhtd_runtime::{genesis_config_presets as presets, RuntimeGenesisConfig};
	let json = |id| -> Value {
		let config = get_preset::<RuntimeGenesisConfig>(&id, presets::get_preset).unwrap();
		serde_json::from_slice(&config).unwrap()
	};
	let config = merged(json(None), json(Some("local_testnet".into())));
	let mut config: RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
	for id in [PARA_ID, OTHER_ID] {
		config.balances.balances.push((sovereign(id), endowment()));
	}
	redemption::promise(&mut config);
	config.build_storage().unwrap()
}

fn merchant_genesis(id: u32) -> Storage {
	use bhtd_merchant_runtime::{genesis_config_presets as presets, RuntimeGenesisConfig};
	let json = |id| -> Value {
		let config = get_preset::<RuntimeGenesisConfig>(&id, presets::get_preset).unwrap();
		serde_json::from_slice(&config).unwrap()
	};
	let config = merged(json(None), json(Some("local_testnet".into())));
	let mut config: RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
	config.parachain_info.parachain_id = id.into();
	config.build_storage().unwrap()
}

/// Messages are sent only to chains that have a head.
fn know_the_chains() {
	for id in [PARA_ID, OTHER_ID] {
		let root = bhtd_runtime::RuntimeOrigin::root();
		assert_ok!(bhtd_runtime::Paras::force_set_current_head(root, id.into(), HeadData(vec![1])));
	}
}

/// The account of a chain on the main chain.
fn sovereign(id: u32) -> AccountId {
	ParaId::from(id).into_account_truncating()
}

/// Somebody's account as a location on its chain.
fn account(name: Sr25519Keyring) -> Location {
	AccountId32 { network: None, id: name.to_account_id().into() }.into()
}

fn versioned(location: impl Into<Location>) -> Box<VersionedLocation> {
	Box::new(location.into().into())
}

fn assets(bhtd: Location, amount: Balance) -> Box<VersionedAssets> {
	Box::new((bhtd, amount).into())
}

/// What an account has on the main chain, holds included.
fn on_main(who: impl Into<AccountId>) -> Balance {
	use frame_support::traits::fungible::Inspect;
	let who = who.into();
	MainRelay::ext_wrapper(|| bhtd_runtime::Balances::total_balance(&who))
}

/// What an account has on the merchant chain, holds included.
fn on_merchant(who: impl Into<AccountId>) -> Balance {
	use frame_support::traits::fungible::Inspect;
	let who = who.into();
	MerchantPara::ext_wrapper(|| bhtd_merchant_runtime::Balances::total_balance(&who))
}

/// What an account has on the other merchant chain, holds included.
fn on_other(who: impl Into<AccountId>) -> Balance {
	use frame_support::traits::fungible::Inspect;
	let who = who.into();
	OtherPara::ext_wrapper(|| bhtd_merchant_runtime::Balances::total_balance(&who))
}

/// All BHTD of the three chains: the main one's, and what the merchant chains say they have.
fn issuance() -> (Balance, Balance, Balance) {
	let merchant = bhtd_merchant_runtime::Balances::total_issuance;
	(
		MainRelay::ext_wrapper(bhtd_runtime::Balances::total_issuance),
		MerchantPara::ext_wrapper(merchant),
		OtherPara::ext_wrapper(merchant),
	)
}

/// Runs a test on the three chains. No BHTD comes into being or is lost, and all of the merchant chains
/// lies on the main chain.
fn covered(test: impl FnOnce()) {
	use xcm_emulator::Network;
	Chains::init();
	let (main, merchant, other) = issuance();
	assert_eq!((merchant, other), (endowment(), endowment()));
	test();
	// What is still on its way to a merchant chain arrives.
	MainRelay::execute_with(|| {});
	let after = issuance();
	assert_eq!(after.0, main);
	assert_eq!(on_main(sovereign(PARA_ID)), after.1);
	assert_eq!(on_main(sovereign(OTHER_ID)), after.2);
}

/// The other chain's runtime is its own: it sends what it wants to the main chain.
fn other_says(message: Vec<Instruction<()>>) {
	OtherPara::execute_with(|| {
		let message = VersionedXcm::<()>::V5(Xcm(message)).encode();
		assert_ok!(bhtd_merchant_runtime::ParachainSystem::send_upward_message(message));
	});
}
