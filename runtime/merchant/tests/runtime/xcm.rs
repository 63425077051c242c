//! Messages as this chain receives them: who is who, and that nobody can make BHTD out of nothing.

use crate::common::{free, on_chain, signed};
use bhtd_merchant_runtime::{
	configs::monetary::CollatorPot,
	constants::{currency::UNITS, network::GENESIS_ID},
	genesis_config_presets::PARA_ID,
	xcm_config::{LocationConverter, OnlyBhtd, ThisNetwork, UniversalLocation, XcmConfig},
	AccountId, Balances, ParaId, PolkadotXcm, Runtime, RuntimeCall, RuntimeOrigin, XcmpQueue,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::Contains, weights::Weight};
use polkadot_parachain_primitives::primitives::Sibling;
use sp_keyring::Sr25519Keyring::{Alice, Charlie, Eve};
use sp_runtime::{traits::AccountIdConversion, DispatchError};
use xcm::{latest::prelude::*, VersionedAssets, VersionedLocation, VersionedXcm};
use xcm_executor::{traits::ConvertLocation, XcmExecutor};

const SIBLING: u32 = 2_001;

fn account(network: Option<NetworkId>) -> Junction {
	AccountId32 { network, id: Eve.to_account_id().into() }
}

fn sibling() -> Location {
	Location::new(1, [Parachain(SIBLING)])
}

/// What becomes of a message from elsewhere.
fn receive(origin: impl Into<Location>, message: Vec<Instruction<RuntimeCall>>) -> Outcome {
	let message = Xcm(message);
	let mut id = message.using_encoded(sp_io::hashing::blake2_256);
	XcmExecutor::<XcmConfig>::prepare_and_execute(
		origin,
		message,
		&mut id,
		Weight::from_parts(1_000_000_000_000, u64::MAX / 2),
		Weight::zero(),
	)
}

fn to_eve() -> Instruction<RuntimeCall> {
	DepositAsset { assets: Wild(All), beneficiary: account(None).into() }
}

fn buy(fees: Asset) -> Instruction<RuntimeCall> {
	BuyExecution { fees, weight_limit: Unlimited }
}

#[test]
fn locations_have_these_accounts() {
	on_chain("development", |_| {
		let convert = |location: Location| LocationConverter::convert_location(&location);
		let eve = Eve.to_account_id();
		// The main chain: `Parent` and zeroes.
		let mut raw = [0u8; 32];
		raw[..6].copy_from_slice(b"Parent");
		assert_eq!(convert(Location::parent()), Some(raw.into()));
		// Another side chain: `sibl`, its id, zeroes.
		let mut raw = [0u8; 32];
		raw[..8].copy_from_slice(b"sibl\xd1\x07\0\0");
		assert_eq!(convert(sibling()), Some(raw.into()));
		let derived: AccountId = Sibling::from(ParaId::from(SIBLING)).into_account_truncating();
		assert_eq!(derived, raw.into());
		// An account of this network is itself, one of another network is not.
		assert_eq!(convert(account(None).into()), Some(eve.clone()));
		assert_eq!(convert(account(Some(ThisNetwork::get())).into()), Some(eve.clone()));
		assert_eq!(convert(account(Some(NetworkId::Polkadot)).into()), None);
		// Its namesakes on the main chain and on another side chain are others.
		let above = convert(Location::new(1, [account(Some(ThisNetwork::get()))])).unwrap();
		let beside = convert(Location::new(1, [Parachain(SIBLING), account(None)])).unwrap();
		assert!(above != eve && beside != eve && above != beside);
		// The chain itself has none.
		assert_eq!(convert(Here.into()), None);
	});
}

#[test]
fn network_is_named_as_on_the_main_chain() {
	on_chain("development", |_| {
		assert_eq!(ThisNetwork::get(), NetworkId::ByGenesis(GENESIS_ID));
		assert_eq!(ThisNetwork::get(), bhtd_runtime::xcm_config::ThisNetwork::get());
		let here: InteriorLocation =
			[GlobalConsensus(ThisNetwork::get()), Parachain(PARA_ID)].into();
		assert_eq!(UniversalLocation::get(), here);
	});
}

#[test]
fn what_the_main_chain_sends_is_minted_and_pays_its_way() {
	on_chain("development", |_| {
		let issuance = Balances::total_issuance();
		let (eve, pot) = (free(Eve.to_account_id()), free(CollatorPot::get()));
		let sent: Asset = (Parent, 10 * UNITS).into();
		let message =
			vec![ReserveAssetDeposited(sent.clone().into()), ClearOrigin, buy(sent), to_eve()];
		receive(Parent, message).ensure_complete().unwrap();
		let fee = free(CollatorPot::get()) - pot;
		assert!(fee > 0 && fee < UNITS / 2, "{fee}");
		assert_eq!(free(Eve.to_account_id()), eve + 10 * UNITS - fee);
		assert_eq!(Balances::total_issuance(), issuance + 10 * UNITS);
	});
}

#[test]
fn nobody_but_the_main_chain_covers_bhtd_and_it_covers_nothing_else() {
	let bhtd: Asset = (Parent, 10 * UNITS).into();
	let other: Asset = (sibling(), 10 * UNITS).into();
	let here: Asset = (Here, 10 * UNITS).into();
	let lies: Vec<(Location, Asset)> = vec![
		(sibling(), bhtd.clone()),
		(Location::new(1, [account(Some(ThisNetwork::get()))]), bhtd.clone()),
		(Location::new(2, [GlobalConsensus(NetworkId::Polkadot)]), bhtd.clone()),
		(account(None).into(), bhtd.clone()),
		(sibling(), other.clone()),
		(Location::parent(), other),
		(Location::parent(), here),
	];
	for (origin, asset) in lies {
		on_chain("development", |_| {
			let issuance = Balances::total_issuance();
			let assets: Assets = asset.clone().into();
			for message in [
				vec![ReserveAssetDeposited(assets.clone()), buy(asset.clone()), to_eve()],
				vec![ReceiveTeleportedAsset(assets.clone()), buy(asset.clone()), to_eve()],
				vec![WithdrawAsset(assets.clone()), buy(asset.clone()), to_eve()],
			] {
				let outcome = receive(origin.clone(), message.clone());
				// An account withdraws what is its own; it lies in neither of the other cases.
				let own = origin == account(None).into() && matches!(message[0], WithdrawAsset(_));
				assert_eq!(outcome.ensure_complete().is_ok(), own, "{origin:?} {message:?}");
			}
			assert_eq!(Balances::total_issuance(), issuance, "{origin:?}");
		});
	}
}

#[test]
fn teleports_are_refused_even_from_the_main_chain() {
	on_chain("development", |_| {
		let issuance = Balances::total_issuance();
		let sent: Asset = (Parent, 10 * UNITS).into();
		let message = vec![ReceiveTeleportedAsset(sent.clone().into()), buy(sent), to_eve()];
		assert!(receive(Parent, message).ensure_complete().is_err());
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn nobody_is_served_for_free() {
	let free_of_charge = || UnpaidExecution { weight_limit: Unlimited, check_origin: None };
	on_chain("development", |_| {
		for origin in [Location::parent(), sibling(), account(None).into()] {
			for message in [vec![free_of_charge(), ClearOrigin], vec![ClearOrigin]] {
				let outcome = receive(origin.clone(), message);
				assert!(
					matches!(outcome, Outcome::Incomplete { .. } | Outcome::Error(..)),
					"{origin:?}"
				);
			}
		}
	});
}

#[test]
fn no_call_can_be_made_from_another_chain_not_even_by_the_main_chain() {
	let calls: [RuntimeCall; 3] = [
		frame_system::Call::remark { remark: vec![] }.into(),
		frame_system::Call::set_storage { items: vec![] }.into(),
		pallet_balances::Call::transfer_all { dest: Eve.to_account_id().into(), keep_alive: false }
			.into(),
	];
	for call in calls {
		for kind in [
			OriginKind::Native,
			OriginKind::SovereignAccount,
			OriginKind::Superuser,
			OriginKind::Xcm,
		] {
			on_chain("development", |_| {
				let sent: Asset = (Parent, 10 * UNITS).into();
				let (eve, pot) = (free(Eve.to_account_id()), free(CollatorPot::get()));
				let outcome = receive(
					Parent,
					vec![
						ReserveAssetDeposited(sent.clone().into()),
						buy(sent.clone()),
						Transact {
							origin_kind: kind,
							fallback_max_weight: None,
							call: call.encode().into(),
						},
						ExpectTransactStatus(MaybeErrorCode::Success),
						to_eve(),
					],
				);
				assert!(outcome.ensure_complete().is_err(), "{kind:?} {call:?}");
				assert_eq!(free(Eve.to_account_id()), eve);
				// What was not spent on the attempt is kept for whoever sent it, who may claim it.
				let left: Asset = (Parent, 10 * UNITS - (free(CollatorPot::get()) - pot)).into();
				let claim = ClaimAsset { assets: left.clone().into(), ticket: Here.into() };
				receive(Parent, vec![claim, buy(left), to_eve()]).ensure_complete().unwrap();
				assert!(free(Eve.to_account_id()) > eve + 9 * UNITS);
			});
		}
	}
}

fn bhtd(amount: u128) -> Box<VersionedAssets> {
	Box::new((Parent, amount).into())
}

/// Where a transfer goes: a chain, and Eve's account on it.
fn to(chain: Location) -> [Box<VersionedLocation>; 2] {
	let beneficiary: Location = account(None).into();
	[Box::new(chain.into()), Box::new(beneficiary.into())]
}

#[test]
fn nothing_is_teleported_and_no_program_is_executed() {
	on_chain("development", |_| {
		let filtered = DispatchError::from(pallet_xcm::Error::<Runtime>::Filtered);
		for chain in [Location::parent(), sibling()] {
			let [dest, beneficiary] = to(chain);
			assert_noop!(
				PolkadotXcm::limited_teleport_assets(
					signed(Eve.to_account_id()),
					dest,
					beneficiary,
					bhtd(UNITS),
					0,
					Unlimited
				),
				filtered
			);
		}
		let outcome = PolkadotXcm::execute(
			signed(Eve.to_account_id()),
			Box::new(VersionedXcm::V5(Xcm(vec![ClearOrigin]))),
			Weight::from_parts(10_000_000_000, u64::MAX / 2),
		);
		assert_eq!(outcome.unwrap_err().error, filtered);
	});
}

#[test]
fn assets_other_than_bhtd_are_not_sent() {
	on_chain("development", |_| {
		let [dest, beneficiary] = to(Location::parent());
		let points: Location = [PalletInstance(60), GeneralIndex(0)].into();
		let passes = |assets: Vec<Asset>| OnlyBhtd::contains(&(account(None).into(), assets));
		let (bhtd, other): (Asset, Asset) = ((Parent, 1).into(), (points.clone(), 1).into());
		assert!(passes(vec![bhtd.clone()]));
		assert!(!passes(vec![other.clone()]) && !passes(vec![bhtd, other]));
		assert_noop!(
			PolkadotXcm::limited_reserve_transfer_assets(
				signed(Eve.to_account_id()),
				dest,
				beneficiary,
				Box::new((points, 1u128).into()),
				0,
				Unlimited
			),
			DispatchError::from(pallet_xcm::Error::<Runtime>::Filtered)
		);
	});
}

#[test]
fn queue_and_versions_obey_root_and_nobody_else() {
	on_chain("local_testnet", |_| {
		for origin in [
			RuntimeOrigin::none(),
			signed(Alice.to_account_id()),
			signed(Charlie.to_account_id()),
			cumulus_pallet_xcm::Origin::Relay.into(),
		] {
			assert_noop!(
				XcmpQueue::suspend_xcm_execution(origin.clone()),
				DispatchError::BadOrigin
			);
			assert_noop!(
				PolkadotXcm::force_default_xcm_version(origin.clone(), None),
				DispatchError::BadOrigin
			);
			assert_noop!(PolkadotXcm::force_suspension(origin, true), DispatchError::BadOrigin);
		}
		assert_ok!(XcmpQueue::suspend_xcm_execution(RuntimeOrigin::root()));
	});
}
