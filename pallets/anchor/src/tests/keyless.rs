//! Nobody but the pallet has power over the tokens.

use super::*;
use frame_support::traits::fungibles::roles::Inspect as _;
use sp_runtime::DispatchResult;

type AssetsCall = pallet_assets::Call<Test, pallet_assets::Instance1>;

/// Every call of the assets that could create, destroy, freeze or take tokens.
fn privileged() -> Vec<AssetsCall> {
	let team = |who| (who, who, who);
	let (issuer, admin, freezer) = team(BANK);
	vec![
		AssetsCall::mint { id: CNY, beneficiary: BANK, amount: 1 },
		AssetsCall::burn { id: CNY, who: ALICE, amount: 1 },
		AssetsCall::force_transfer { id: CNY, source: ALICE, dest: BANK, amount: 1 },
		AssetsCall::freeze { id: CNY, who: ALICE },
		AssetsCall::thaw { id: CNY, who: ALICE },
		AssetsCall::block { id: CNY, who: ALICE },
		AssetsCall::freeze_asset { id: CNY },
		AssetsCall::thaw_asset { id: CNY },
		AssetsCall::transfer_ownership { id: CNY, owner: BANK },
		AssetsCall::set_team { id: CNY, issuer, admin, freezer },
		AssetsCall::set_min_balance { id: CNY, min_balance: 2 },
		AssetsCall::set_metadata { id: CNY, name: vec![b'x'], symbol: vec![b'x'], decimals: 9 },
		AssetsCall::clear_metadata { id: CNY },
		AssetsCall::start_destroy { id: CNY },
		AssetsCall::create { id: 9, admin: BANK, min_balance: 1 },
		AssetsCall::force_create { id: 9, owner: BANK, is_sufficient: true, min_balance: 1 },
		AssetsCall::force_asset_status {
			id: CNY,
			owner: BANK,
			issuer: BANK,
			admin: BANK,
			freezer: BANK,
			min_balance: 1,
			is_sufficient: true,
			is_frozen: true,
		},
	]
}

fn dispatch(call: AssetsCall, origin: RuntimeOrigin) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	RuntimeCall::Assets(call).dispatch(origin).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn no_layers_issuer_mints_another_layers_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		for call in privileged() {
			for origin in [signed(BANK), signed(RIVAL), signed(ALICE), root()] {
				assert!(dispatch(call.clone(), origin).is_err(), "{call:?}");
			}
		}
		assert_eq!((tokens(ALICE), supply()), (1_000, 1_000));
	});
}

#[test]
fn the_account_of_a_currency_has_all_roles_and_no_key() {
	ExtBuilder::default().build_and_execute(|| {
		let account = Some(Anchor::account(CNY));
		for role in [Assets::owner(CNY), Assets::issuer(CNY), Assets::admin(CNY)] {
			assert_eq!(role, account);
		}
		assert_eq!(Assets::freezer(CNY), account);
	});
}
