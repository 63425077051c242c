//! What nodes and wallets rely on.

use crate::common::{network, on_chain};
use bhtd_merchant_runtime::{
	configs::parachains::TARGET_BLOCK_RATE, genesis_config_presets::PARA_ID, AllPalletsWithSystem,
	Assets, AssetsHolder, Aura, AuraExt, Balances, Block, CollatorSelection, CumulusXcm, Margin,
	MessageQueue, ParachainInfo, ParachainSystem, Points, PolkadotXcm, Redemption, Runtime,
	RuntimeCall, Session, Store, Sudo, System, XcmpQueue, VERSION,
};
use codec::{Decode, Encode};
use cumulus_primitives_aura::runtime_decl_for_aura_unincluded_segment_api::AuraUnincludedSegmentApi;
use cumulus_primitives_core::{
	runtime_decl_for_get_parachain_info::GetParachainInfo,
	runtime_decl_for_relay_parent_offset_api::RelayParentOffsetApi,
	runtime_decl_for_scheduling_v3_enabled_api::SchedulingV3EnabledApi,
	runtime_decl_for_target_block_rate::TargetBlockRate,
};
use frame_support::traits::{GetCallMetadata, PalletInfoAccess, PalletsInfoAccess};
use sp_api::RuntimeApiInfo;
use sp_consensus_aura::{runtime_decl_for_aura_api::AuraApi, sr25519::AuthorityId};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::traits::TrailingZeroInput;

#[test]
fn every_interface_of_a_collator_is_there() {
	let ids: Vec<_> = VERSION.apis.iter().map(|(id, _)| *id).collect();
	for id in [
		<dyn sp_consensus_aura::AuraApi<Block, AuthorityId> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_aura::AuraUnincludedSegmentApi<Block> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_core::CollectCollationInfo<Block> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_core::GetParachainInfo<Block> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_core::RelayParentOffsetApi<Block> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_core::SchedulingV3EnabledApi<Block> as RuntimeApiInfo>::ID,
		<dyn cumulus_primitives_core::TargetBlockRate<Block> as RuntimeApiInfo>::ID,
		<dyn sp_session::SessionKeys<Block> as RuntimeApiInfo>::ID,
		<dyn sp_genesis_builder::GenesisBuilder<Block> as RuntimeApiInfo>::ID,
		<dyn frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> as
			RuntimeApiInfo>::ID,
	] {
		assert!(ids.contains(&id), "{id:?}");
	}
}

#[test]
fn collators_are_told_how_to_build() {
	on_chain("local_testnet", |_| {
		assert_eq!(u32::from(Runtime::parachain_id()), PARA_ID);
		assert_eq!(Runtime::slot_duration().as_millis(), 6_000);
		assert_eq!(Runtime::authorities().len(), 2);
		assert_eq!((Runtime::relay_parent_offset(), Runtime::max_claim_queue_offset()), (0, 1));
		assert!(!Runtime::scheduling_v3_enabled());
		assert_eq!((Runtime::target_block_rate(), TARGET_BLOCK_RATE), (1, 1));
		// In the slot of the open block there may be one more, and then not before the next.
		let now = pallet_aura::CurrentSlot::<Runtime>::get();
		let parent = System::parent_hash();
		assert!(Runtime::can_build_upon(parent, now));
		assert!(Runtime::can_build_upon(parent, now + 1));
		assert!(!Runtime::can_build_upon(parent, (*now - 1).into()));
	});
}

#[test]
fn names_that_collators_and_wallets_know_are_kept() {
	for (name, expected) in [
		(System::name(), "System"),
		(ParachainSystem::name(), "ParachainSystem"),
		(ParachainInfo::name(), "ParachainInfo"),
		(Aura::name(), "Aura"),
		(AuraExt::name(), "AuraExt"),
		(Session::name(), "Session"),
		(CollatorSelection::name(), "CollatorSelection"),
		(Balances::name(), "Balances"),
		(Assets::name(), "Assets"),
		(AssetsHolder::name(), "AssetsHolder"),
		(Margin::name(), "Margin"),
		(Points::name(), "Points"),
		(Store::name(), "Store"),
		(Redemption::name(), "Redemption"),
		(PolkadotXcm::name(), "PolkadotXcm"),
		(XcmpQueue::name(), "XcmpQueue"),
		(CumulusXcm::name(), "CumulusXcm"),
		(MessageQueue::name(), "MessageQueue"),
	] {
		assert_eq!(name, expected);
	}
}

/// Indices are part of every transaction. Those of the economy are the main chain's, so that a wallet
/// makes a call of the one for the other as well.
#[test]
fn indices_stay_and_are_the_main_chains_where_calls_are() {
	for (index, expected) in [
		(System::index(), 0),
		(ParachainSystem::index(), 1),
		(Balances::index(), bhtd_runtime::Balances::index()),
		(Sudo::index(), bhtd_runtime::Sudo::index()),
		(Assets::index(), bhtd_runtime::Assets::index()),
		(Margin::index(), bhtd_runtime::Margin::index()),
		(Points::index(), bhtd_runtime::Points::index()),
		(AssetsHolder::index(), bhtd_runtime::AssetsHolder::index()),
		(Store::index(), bhtd_runtime::Store::index()),
		(Redemption::index(), 65),
		(XcmpQueue::index(), 100),
		(PolkadotXcm::index(), 101),
		(MessageQueue::index(), 103),
	] {
		assert_eq!(index, expected);
	}
	// The same bytes are the same transfer and the same award on either chain.
	let dest = Alice.to_account_id();
	let calls: [(RuntimeCall, bhtd_runtime::RuntimeCall); 2] = [
		(
			pallet_balances::Call::transfer_keep_alive { dest: dest.clone().into(), value: 7 }
				.into(),
			pallet_balances::Call::transfer_keep_alive { dest: dest.into(), value: 7 }.into(),
		),
		(
			pallet_points::Call::convert { class: 1, amount: 2, min_out: 3 }.into(),
			pallet_points::Call::convert { class: 1, amount: 2, min_out: 3 }.into(),
		),
	];
	for (here, there) in calls {
		assert_eq!(here.encode(), there.encode());
	}
}

/// Whoever could call a holder could seize what is on hold.
#[test]
fn holds_have_no_calls() {
	assert!(!RuntimeCall::get_module_names().contains(&AssetsHolder::name()));
	for call in 0..=u8::MAX {
		let bytes = [AssetsHolder::index() as u8, call];
		assert!(RuntimeCall::decode(&mut TrailingZeroInput::new(&bytes)).is_err(), "{call}");
	}
}

#[test]
fn hooks_run_in_the_order_that_the_pallets_need() {
	let order: Vec<&str> =
		AllPalletsWithSystem::infos().into_iter().map(|pallet| pallet.name).collect();
	let position = |name| order.iter().position(|other| *other == name).unwrap();
	for [earlier, later] in [
		["System", "ParachainSystem"],
		["ParachainSystem", "Margin"],
		["Balances", "CollatorSelection"],
		["CollatorSelection", "Session"],
		["Authorship", "Session"],
		["Session", "Aura"],
		["Aura", "AuraExt"],
		["Balances", "Margin"],
		["XcmpQueue", "MessageQueue"],
		["PolkadotXcm", "MessageQueue"],
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
			"quote_order",
			"DryRunApi",
			"XcmPaymentApi",
			"StorageWeightReclaim",
		] {
			assert!(contains(text), "{text}");
		}
	});
}

#[test]
fn presets_can_be_asked_for() {
	assert_eq!(Runtime::preset_names().len(), 2);
	for preset in Runtime::preset_names() {
		assert!(Runtime::get_preset(&Some(preset)).is_some());
	}
	assert!(Runtime::get_preset(&None).is_some());
	assert!(Runtime::get_preset(&Some("live".into())).is_none());
}
