//! What a chain that lies gets: at most what is its own.

use crate::{
	account, assets, covered, issuance, on_main, on_merchant, other_says, sovereign, versioned,
	Chains, MainRelay, MerchantPara, OtherPara, OTHER_ID,
};
use bhtd_merchant_runtime::{constants::currency::UNITS, genesis_config_presets::PARA_ID};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	traits::{Contains, GetCallMetadata},
};
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::traits::TrailingZeroInput;
use xcm::latest::prelude::*;
use xcm_emulator::TestExt;

/// What of the main chain's calls other chains may make: what a side chain has to say about itself.
const OPEN_CALLS: [&str; 3] =
	["SideChains.redeem", "SideChains.declare_owed", "SideChains.authorize_upgrade"];

fn here(amount: u128) -> Asset {
	(Here, amount).into()
}

fn pay() -> [Instruction<()>; 2] {
	let fees = here(UNITS);
	[WithdrawAsset(fees.clone().into()), BuyExecution { fees, weight_limit: Unlimited }]
}

fn to_ferdie() -> Instruction<()> {
	DepositAsset { assets: Wild(All), beneficiary: account(Ferdie) }
}

/// The other chain says something that pays for itself, and Ferdie, for whom it is, gets nothing.
fn in_vain(lie: Vec<Instruction<()>>) {
	let ferdie = on_main(Ferdie.to_account_id());
	let lies = (on_main(sovereign(PARA_ID)), on_main(sovereign(OTHER_ID)));
	let main = issuance().0;
	other_says([&pay()[..], &lie].concat());
	assert_eq!(on_main(Ferdie.to_account_id()), ferdie, "{lie:?}");
	assert_eq!(issuance().0, main, "{lie:?}");
	assert_eq!(on_main(sovereign(PARA_ID)), lies.0, "{lie:?}");
	// It lost at most what it paid with.
	assert!(on_main(sovereign(OTHER_ID)) >= lies.1 - UNITS, "{lie:?}");
}

/// On a network of its own, as what a lying chain loses is no longer covered.
fn on_network(test: impl FnOnce()) {
	use xcm_emulator::Network;
	Chains::init();
	test();
}

#[test]
fn chain_withdraws_no_more_than_its_sovereign_account_has() {
	on_network(|| {
		let all = on_main(sovereign(OTHER_ID));
		for amount in [all, all + 1, 1_000_000_000 * UNITS, u128::MAX] {
			in_vain(vec![WithdrawAsset(here(amount).into()), to_ferdie()]);
		}
		// Nor with its first instruction.
		let lies = on_main(sovereign(OTHER_ID));
		let ferdie = on_main(Ferdie.to_account_id());
		let fees = here(u128::MAX);
		other_says(vec![
			WithdrawAsset(fees.clone().into()),
			BuyExecution { fees, weight_limit: Unlimited },
			to_ferdie(),
		]);
		assert_eq!(on_main(sovereign(OTHER_ID)), lies);
		assert_eq!(on_main(Ferdie.to_account_id()), ferdie);
	});
}

#[test]
fn chain_that_gives_everything_away_loses_that_and_nothing_else() {
	on_network(|| {
		let (main, merchant, _) = issuance();
		let lies = on_main(sovereign(OTHER_ID));
		let others = on_main(sovereign(PARA_ID));
		let ferdie = on_main(Ferdie.to_account_id());
		let rest = lies - UNITS;
		let withdraw = WithdrawAsset(here(rest).into());
		other_says([&pay()[..], &[withdraw, to_ferdie()]].concat());
		let taken = on_main(Ferdie.to_account_id()) - ferdie;
		assert!(taken > rest && taken < lies, "{taken}");
		assert_eq!(on_main(sovereign(OTHER_ID)), 0);
		assert_eq!((issuance().0, issuance().1), (main, merchant));
		assert_eq!(on_main(sovereign(PARA_ID)), others);
	});
}

#[test]
fn chain_is_neither_reserve_nor_teleporter_of_bhtd_nor_another() {
	on_network(|| {
		for lie in [
			ReserveAssetDeposited(here(100 * UNITS).into()),
			ReceiveTeleportedAsset(here(100 * UNITS).into()),
			AliasOrigin(Parachain(PARA_ID).into()),
			AliasOrigin(account(Eve)),
			UniversalOrigin(GlobalConsensus(NetworkId::Polkadot)),
			UniversalOrigin(Parachain(PARA_ID)),
		] {
			let withdraw = WithdrawAsset(here(100 * UNITS).into());
			let needs_origin = matches!(lie, AliasOrigin(_) | UniversalOrigin(_));
			let more = if needs_origin {
				vec![lie, withdraw, to_ferdie()]
			} else {
				vec![lie, to_ferdie()]
			};
			in_vain(more);
		}
	});
}

#[test]
fn other_asset_names_are_worth_nothing() {
	on_network(|| {
		for location in [
			Location::parent(),
			Parachain(OTHER_ID).into(),
			Location::new(0, [PalletInstance(60), GeneralIndex(0)]),
			Location::new(1, [GlobalConsensus(NetworkId::Polkadot)]),
		] {
			let fake: Asset = (location, 100 * UNITS).into();
			for lie in [
				ReserveAssetDeposited(fake.clone().into()),
				ReceiveTeleportedAsset(fake.clone().into()),
				WithdrawAsset(fake.clone().into()),
			] {
				in_vain(vec![lie, to_ferdie()]);
			}
		}
	});
}

#[test]
fn nothing_is_executed_for_free() {
	covered(|| {
		let ferdie = on_main(Ferdie.to_account_id());
		let take = || vec![WithdrawAsset(here(10 * UNITS).into()), to_ferdie()];
		let unpaid = UnpaidExecution { weight_limit: Unlimited, check_origin: None };
		let fees = here(UNITS);
		for message in [
			take(),
			[vec![unpaid.clone()], take()].concat(),
			[vec![DescendOrigin(account(Eve).interior().clone()), unpaid], take()].concat(),
			// Paying less than it weighs.
			[
				vec![
					WithdrawAsset(here(1).into()),
					BuyExecution { fees: here(1), weight_limit: Unlimited },
				],
				take(),
			]
			.concat(),
			// Paying with what it does not have.
			[vec![BuyExecution { fees, weight_limit: Unlimited }], take()].concat(),
		] {
			let before = on_main(sovereign(OTHER_ID));
			other_says(message.clone());
			assert_eq!(on_main(Ferdie.to_account_id()), ferdie, "{message:?}");
			assert!(before - on_main(sovereign(OTHER_ID)) <= 1, "{message:?}");
			// What was withdrawn and trapped is claimed back, so that all is covered again.
			if on_main(sovereign(OTHER_ID)) < before {
				let back = Location::new(0, [Parachain(OTHER_ID)]);
				let claim = ClaimAsset { assets: here(1).into(), ticket: Here.into() };
				let deposit = DepositAsset { assets: Wild(All), beneficiary: back };
				MainRelay::execute_with(|| {
					use xcm_executor::{traits::WeightBounds, XcmExecutor};
					type Config = bhtd_runtime::xcm_config::XcmConfig;
					let mut message = Xcm(vec![claim, deposit]);
					type Weigher = <Config as xcm_executor::Config>::Weigher;
					let weight = Weigher::weight(&mut message, Weight::MAX).unwrap();
					let mut id = [0; 32];
					let outcome = XcmExecutor::<Config>::prepare_and_execute(
						Parachain(OTHER_ID),
						message,
						&mut id,
						weight,
						weight,
					);
					assert_ok!(outcome.ensure_complete());
				});
			}
		}
	});
}

/// Every call of the main chain with the simplest arguments that decode.
fn every_call() -> Vec<bhtd_runtime::RuntimeCall> {
	(0..=u8::MAX)
		.flat_map(|pallet| (0..=u8::MAX).map(move |call| [pallet, call]))
		.filter_map(|bytes| Decode::decode(&mut TrailingZeroInput::new(&bytes)).ok())
		.collect()
}

#[test]
fn no_call_of_the_main_chain_passes_but_those_on_the_list() {
	type Filter = <bhtd_runtime::xcm_config::XcmConfig as xcm_executor::Config>::SafeCallFilter;
	let calls = every_call();
	assert!(calls.len() > 250, "{}", calls.len());
	let open: Vec<String> = calls
		.iter()
		.filter(|call| <Filter as Contains<bhtd_runtime::RuntimeCall>>::contains(call))
		.map(|call| call.get_call_metadata())
		.map(|call| format!("{}.{}", call.pallet_name, call.function_name))
		.collect();
	assert_eq!(open, OPEN_CALLS);
}

#[test]
fn no_call_of_the_main_chain_is_made_from_a_side_chain() {
	on_network(|| {
		use bhtd_runtime::RuntimeCall as Call;
		let dest = Ferdie.to_account_id();
		let calls: [Call; 4] = [
			frame_system::Call::remark { remark: vec![] }.into(),
			frame_system::Call::set_storage { items: vec![] }.into(),
			pallet_balances::Call::transfer_all { dest: dest.into(), keep_alive: false }.into(),
			pallet_utility::Call::batch { calls: vec![] }.into(),
		];
		for call in calls {
			for origin_kind in [
				OriginKind::Native,
				OriginKind::SovereignAccount,
				OriginKind::Superuser,
				OriginKind::Xcm,
			] {
				let call = call.encode().into();
				in_vain(vec![
					Transact { origin_kind, fallback_max_weight: None, call },
					ExpectTransactStatus(MaybeErrorCode::Success),
					WithdrawAsset(here(UNITS).into()),
					to_ferdie(),
				]);
			}
		}
	});
}

#[test]
fn transfer_calls_do_not_teleport() {
	covered(|| {
		MerchantPara::execute_with(|| {
			type Error = pallet_xcm::Error<bhtd_merchant_runtime::Runtime>;
			let outcome = bhtd_merchant_runtime::PolkadotXcm::limited_teleport_assets(
				bhtd_merchant_runtime::RuntimeOrigin::signed(Eve.to_account_id()),
				versioned(Location::parent()),
				versioned(account(Eve)),
				assets(Location::parent(), UNITS),
				0,
				Unlimited,
			);
			assert_eq!(outcome, Err(Error::Filtered.into()));
		});
		MainRelay::execute_with(|| {
			type Error = pallet_xcm::Error<bhtd_runtime::Runtime>;
			let outcome = bhtd_runtime::XcmPallet::limited_teleport_assets(
				bhtd_runtime::RuntimeOrigin::signed(Eve.to_account_id()),
				versioned(Parachain(PARA_ID)),
				versioned(account(Eve)),
				assets(Location::here(), UNITS),
				0,
				Unlimited,
			);
			assert_eq!(outcome, Err(Error::Filtered.into()));
		});
	});
}

#[test]
fn another_merchant_chain_cannot_make_bhtd_here() {
	covered(|| {
		let before = on_merchant(Ferdie.to_account_id());
		let bhtd: Asset = (Parent, 100 * UNITS).into();
		for lie in [
			ReserveAssetDeposited(bhtd.clone().into()),
			ReceiveTeleportedAsset(bhtd.clone().into()),
			WithdrawAsset(bhtd.clone().into()),
		] {
			OtherPara::execute_with(|| {
				let message = Xcm(vec![
					lie,
					BuyExecution { fees: bhtd.clone(), weight_limit: Unlimited },
					to_ferdie(),
				]);
				let there = Location::new(1, [Parachain(PARA_ID)]);
				type Router = bhtd_merchant_runtime::xcm_config::XcmRouter;
				assert_ok!(send_xcm::<Router>(there, message));
			});
			// The message was delivered, and refused.
			assert_eq!(on_merchant(Ferdie.to_account_id()), before);
		}
	});
}
