//! What nodes and wallets rely on.

use crate::common::network;
use bhtd_runtime::{
	AllPalletsWithSystem, Anchor, AnchoredAssets, AnchoredHolder, Assets, AssetsHolder, Babe,
	Balances, Bounties, Configuration, Coretime, Council, DataRewards, Dividends, Dmp, Enactment,
	Hrmp, Initializer, Margin, MessageQueue, ParaScheduler, ParaSessionInfo, Paras, Points,
	Registrar, Runtime, RuntimeCall, Session, SideChains, Store, Sudo, System, Treasury, Wholesale,
	Witnesses, Workers, XcmPallet, VERSION,
};
use codec::Decode;
use frame_support::traits::{GetCallMetadata, PalletInfoAccess, PalletsInfoAccess};
use sp_api::RuntimeApiInfo;
use sp_consensus_babe::runtime_decl_for_babe_api::BabeApi;
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_runtime::traits::TrailingZeroInput;

#[test]
fn version_speaks_of_this_chain() {
	assert_eq!(VERSION.spec_name, "bhtd");
	assert_eq!(VERSION.impl_name, "bhtd-chain");
}

#[test]
fn parachain_host_is_at_version_sixteen_and_babe_at_two() {
	let version_of =
		|id| VERSION.apis.iter().find_map(|(other, version)| (other == id).then_some(*version));
	assert_eq!(
		version_of(&<dyn polkadot_primitives::runtime_api::ParachainHost<
			bhtd_runtime::Block,
		> as RuntimeApiInfo>::ID),
		Some(16)
	);
	assert_eq!(
		version_of(&<dyn sp_consensus_babe::BabeApi<bhtd_runtime::Block> as RuntimeApiInfo>::ID),
		Some(2)
	);
}

#[test]
fn names_that_the_protocol_and_wallets_know_are_kept() {
	for (name, expected) in [
		(Babe::name(), "Babe"),
		(Configuration::name(), "Configuration"),
		(Paras::name(), "Paras"),
		(Hrmp::name(), "Hrmp"),
		(Dmp::name(), "Dmp"),
		(ParaScheduler::name(), "ParaScheduler"),
		(ParaSessionInfo::name(), "ParaSessionInfo"),
		(Session::name(), "Session"),
		(Balances::name(), "Balances"),
		(Registrar::name(), "Registrar"),
		(XcmPallet::name(), "XcmPallet"),
		(Assets::name(), "Assets"),
		(Margin::name(), "Margin"),
		(Points::name(), "Points"),
		(AssetsHolder::name(), "AssetsHolder"),
		(Store::name(), "Store"),
		(AnchoredAssets::name(), "AnchoredAssets"),
		(AnchoredHolder::name(), "AnchoredHolder"),
		(Anchor::name(), "Anchor"),
		(Wholesale::name(), "Wholesale"),
		(DataRewards::name(), "DataRewards"),
		(Dividends::name(), "Dividends"),
		(SideChains::name(), "SideChains"),
		(Witnesses::name(), "Witnesses"),
		(Enactment::name(), "Enactment"),
		(Treasury::name(), "Treasury"),
		(Bounties::name(), "Bounties"),
		(Workers::name(), "Workers"),
	] {
		assert_eq!(name, expected);
	}
}

#[test]
fn indices_are_part_of_every_transaction_and_stay() {
	for (index, expected) in [
		(System::index(), 0),
		(Balances::index(), 10),
		(Babe::index(), 21),
		(Witnesses::index(), 24),
		(Session::index(), 25),
		(Council::index(), 32),
		(Enactment::index(), 34),
		(Treasury::index(), 35),
		(Bounties::index(), 36),
		(Workers::index(), 37),
		(Sudo::index(), 39),
		(Configuration::index(), 41),
		(Paras::index(), 46),
		(Initializer::index(), 47),
		(Coretime::index(), 56),
		(Assets::index(), 60),
		(Margin::index(), 61),
		(Points::index(), 62),
		(AssetsHolder::index(), 63),
		(Store::index(), 64),
		(AnchoredAssets::index(), 65),
		(AnchoredHolder::index(), 66),
		(Anchor::index(), 67),
		(Wholesale::index(), 68),
		(DataRewards::index(), 69),
		(Dividends::index(), 70),
		(SideChains::index(), 71),
		(XcmPallet::index(), 100),
		(MessageQueue::index(), 101),
	] {
		assert_eq!(index, expected);
	}
}

/// Whoever could call the assets that carry the currencies could move them past their limits, and whoever
/// could call a holder could seize what is on hold.
#[test]
fn settlement_token_and_holds_have_no_calls() {
	for (name, index) in [
		(AssetsHolder::name(), AssetsHolder::index()),
		(AnchoredAssets::name(), AnchoredAssets::index()),
		(AnchoredHolder::name(), AnchoredHolder::index()),
	] {
		assert!(!RuntimeCall::get_module_names().contains(&name), "{name}");
		for call in 0..=u8::MAX {
			let bytes = [index as u8, call];
			let decoded = RuntimeCall::decode(&mut TrailingZeroInput::new(&bytes));
			assert!(decoded.is_err(), "{name} {call}");
		}
	}
	// The assets of the points have some, and are decoded in this way.
	let transfer = [Assets::index() as u8, 8];
	assert!(RuntimeCall::decode(&mut TrailingZeroInput::new(&transfer)).is_ok());
}

#[test]
fn hooks_run_in_the_order_that_the_pallets_need() {
	let order: Vec<&str> =
		AllPalletsWithSystem::infos().into_iter().map(|pallet| pallet.name).collect();
	let position = |name| order.iter().position(|other| *other == name).unwrap();
	for [earlier, later] in [
		["Balances", "Session"],
		["Epochs", "Babe"],
		["Babe", "Session"],
		["Balances", "Witnesses"],
		["Epochs", "Witnesses"],
		["Witnesses", "Session"],
		["Session", "Authorship"],
		["Session", "Council"],
		["Session", "Scheduler"],
		["Balances", "Treasury"],
		["Session", "Configuration"],
		["Session", "Paras"],
		["Session", "Initializer"],
		["Balances", "Margin"],
		["Initializer", "MessageQueue"],
	] {
		assert!(position(earlier) < position(later), "{earlier} before {later}");
	}
}

#[test]
fn metadata_describes_calls_view_functions_and_runtime_apis() {
	network("development").execute_with(|| {
		let metadata = Runtime::metadata_at_version(16).unwrap();
		let contains =
			|text: &str| metadata.windows(text.len()).any(|window| window == text.as_bytes());
		for text in [
			"create_class",
			"margin_needed",
			"quote_convert",
			"smallest_backing",
			"kind_of",
			"quote_order",
			"open_order",
			"quote_redemption",
			"quote_wholesale",
			"projected_share",
			"ParachainHost",
			"DryRunApi",
		] {
			assert!(contains(text), "{text}");
		}
	});
}

#[test]
fn presets_can_be_asked_for() {
	assert_eq!(Runtime::preset_names().len(), 3);
	for preset in Runtime::preset_names() {
		assert!(Runtime::get_preset(&Some(preset)).is_some());
	}
	assert!(Runtime::get_preset(&None).is_some());
}

#[test]
fn babe_learns_its_configuration_from_the_genesis() {
	network("local_testnet").execute_with(|| {
		let configuration = Runtime::configuration();
		assert_eq!(configuration.slot_duration, 6_000);
		assert_eq!(configuration.c, (1, 4));
		assert_eq!(configuration.authorities.len(), 2);
	});
}
