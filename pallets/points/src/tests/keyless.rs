//! Promises M4 and M5: the supply is constant, and nobody can forge, burn, freeze or seize points.

use crate::mock::*;
use frame_support::{
	assert_ok,
	traits::{tokens::fungibles::Inspect, GetCallMetadata, GetCallName},
};
use pallet_assets::Call;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

type AssetsCall = Call<Test, pallet_assets::Instance1>;

/// Every call of the assets but those that move balances.
fn privileged() -> Vec<RuntimeCall> {
	let (id, target, amount) = (0, ALICE, 1);
	let text = || vec![65];
	let calls: Vec<AssetsCall> = vec![
		Call::create { id: 7, admin: ALICE, min_balance: 1 },
		Call::force_create { id: 7, owner: ALICE, is_sufficient: true, min_balance: 1 },
		Call::start_destroy { id },
		Call::destroy_accounts { id },
		Call::destroy_approvals { id },
		Call::finish_destroy { id },
		Call::mint { id, beneficiary: ALICE, amount },
		Call::burn { id, who: ALICE, amount },
		Call::force_transfer { id, source: ALICE, dest: BOB, amount },
		Call::freeze { id, who: ALICE },
		Call::thaw { id, who: ALICE },
		Call::freeze_asset { id },
		Call::thaw_asset { id },
		Call::transfer_ownership { id, owner: ALICE },
		Call::set_team { id, issuer: ALICE, admin: ALICE, freezer: ALICE },
		Call::set_metadata { id, name: text(), symbol: text(), decimals: 1 },
		Call::clear_metadata { id },
		Call::force_set_metadata {
			id,
			name: text(),
			symbol: text(),
			decimals: 1,
			is_frozen: false,
		},
		Call::force_clear_metadata { id },
		Call::force_asset_status {
			id,
			owner: ALICE,
			issuer: ALICE,
			admin: ALICE,
			freezer: ALICE,
			min_balance: 1,
			is_sufficient: true,
			is_frozen: false,
		},
		Call::force_cancel_approval { id, owner: ALICE, delegate: BOB },
		Call::touch { id },
		Call::touch_other { id, who: BOB },
		Call::refund { id, allow_burn: true },
		Call::refund_other { id, who: target },
		Call::set_min_balance { id, min_balance: 1_000 },
		Call::block { id, who: ALICE },
		Call::set_reserves { id, reserves: Default::default() },
	];
	calls.into_iter().map(RuntimeCall::from).collect()
}

#[test]
fn every_call_of_the_assets_is_either_tried_or_allowed() {
	let tried = privileged().iter().map(|call| call.get_call_metadata().function_name).collect();
	let allowed = BTreeSet::from(ALLOWED_ASSETS_CALLS);
	let known = BTreeSet::from_iter(AssetsCall::get_call_names().iter().copied());
	assert_eq!(&known - &allowed, tried);
	assert!(allowed.is_subset(&known));
}

#[test]
fn nobody_has_a_privilege_over_points() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		let outsiders = [RuntimeOrigin::none(), RuntimeOrigin::root()];
		for origin in outsiders.into_iter().chain([MERCHANT, ALICE, BOB].map(signed)) {
			for call in privileged() {
				let result = call.clone().dispatch(origin.clone());
				assert!(result.is_err(), "{call:?} by {origin:?} succeeded");
			}
		}
		assert_eq!(Assets::total_issuance(0), SUPPLY);
		assert_eq!(points(0, ALICE), 100);
		assert!(!Assets::asset_exists(7));
	});
}

#[test]
fn the_issuance_is_the_supply_after_everything() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Assets::transfer(signed(ALICE), 0, BOB, 99));
		assert_ok!(Assets::transfer_all(signed(ALICE), 0, NEWCOMER, false));
		assert_ok!(Assets::approve_transfer(signed(BOB), 0, RIVAL, 50));
		assert_ok!(Assets::transfer_approved(signed(RIVAL), 0, BOB, ALICE, 50));
		assert_ok!(Points::convert(signed(BOB), 0, 49, 0));
		assert_ok!(Points::convert(signed(ALICE), 0, 50, 0));
		assert_ok!(Assets::transfer(signed(NEWCOMER), 0, Points::vault(0), 1));
		assert_eq!(Assets::total_issuance(0), SUPPLY);
		assert_eq!(points(0, Points::vault(0)), SUPPLY);
	});
}
