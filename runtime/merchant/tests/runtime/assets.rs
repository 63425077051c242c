//! Points cannot be forged, seized or frozen: not by a call that anybody may make, and not by root.

use crate::common::{on_chain, signed};
use bhtd_merchant_runtime::{
	configs::system::BaseCallFilter, constants::currency::UNITS, AccountId, Assets, Balance,
	Balances, Points, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System,
};
use bhtd_primitives::ClassId;
use codec::Compact;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, UnfilteredDispatchable},
};
use pallet_assets::{Call, Instance1};
use pallet_points::types::{Kind, Receipt, Scope};
use sp_keyring::Sr25519Keyring::{Alice, Charlie, Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, DispatchError, FixedU128, MultiAddress};

type AssetsCall = Call<Runtime, Instance1>;
type Target = MultiAddress<AccountId, ()>;

const CLASS: ClassId = 0;
const ID: Compact<ClassId> = Compact(CLASS);
const SUPPLY: Balance = 1_000_000;
const AWARDED: Balance = 1_000;

/// A class of Charlie's, with some points in Eve's hands.
fn with_points(test: impl FnOnce()) {
	on_chain("development", |_| {
		let charlie = || signed(Charlie.to_account_id());
		assert_ok!(Points::create_class(
			charlie(),
			b"Coffee".to_vec().try_into().unwrap(),
			b"CFE".to_vec().try_into().unwrap(),
			2,
			SUPPLY,
			FixedU128::from_u32(1_000_000_000),
			Kind::Value,
			Scope::Global,
			Default::default(),
		));
		assert_ok!(Points::open_receipt_book(charlie()));
		let receipt = Receipt { book: 0, number: 0 };
		assert_ok!(Points::award(charlie(), CLASS, Eve.to_account_id(), AWARDED, receipt));
		test();
	});
}

fn target(name: sp_keyring::Sr25519Keyring) -> Target {
	name.to_account_id().into()
}

/// The calls that move points from hand to hand.
fn open_calls() -> Vec<AssetsCall> {
	let (delegate, destination) = (target(Alice), target(Ferdie));
	vec![
		Call::transfer { id: ID, target: destination.clone(), amount: 10 },
		Call::transfer_keep_alive { id: ID, target: destination.clone(), amount: 10 },
		Call::approve_transfer { id: ID, delegate: delegate.clone(), amount: 10 },
		Call::cancel_approval { id: ID, delegate },
		Call::transfer_all { id: ID, dest: destination, keep_alive: false },
	]
}

/// All others but one: `transfer_approved`, which is open as well, needs an approval.
fn closed_calls() -> Vec<AssetsCall> {
	let (eve, ferdie) = (target(Eve), target(Ferdie));
	let name = || b"Forged".to_vec();
	vec![
		Call::create { id: Compact(7), admin: ferdie.clone(), min_balance: 1 },
		Call::force_create {
			id: Compact(7),
			owner: ferdie.clone(),
			is_sufficient: true,
			min_balance: 1,
		},
		Call::start_destroy { id: ID },
		Call::destroy_accounts { id: ID },
		Call::destroy_approvals { id: ID },
		Call::finish_destroy { id: ID },
		Call::mint { id: ID, beneficiary: ferdie.clone(), amount: 1 },
		Call::burn { id: ID, who: eve.clone(), amount: 1 },
		Call::force_transfer { id: ID, source: eve.clone(), dest: ferdie.clone(), amount: 1 },
		Call::freeze { id: ID, who: eve.clone() },
		Call::thaw { id: ID, who: eve.clone() },
		Call::freeze_asset { id: ID },
		Call::thaw_asset { id: ID },
		Call::transfer_ownership { id: ID, owner: ferdie.clone() },
		Call::set_team {
			id: ID,
			issuer: ferdie.clone(),
			admin: ferdie.clone(),
			freezer: ferdie.clone(),
		},
		Call::set_metadata { id: ID, name: name(), symbol: name(), decimals: 2 },
		Call::clear_metadata { id: ID },
		Call::force_set_metadata {
			id: ID,
			name: name(),
			symbol: name(),
			decimals: 2,
			is_frozen: false,
		},
		Call::force_clear_metadata { id: ID },
		Call::force_asset_status {
			id: ID,
			owner: ferdie.clone(),
			issuer: ferdie.clone(),
			admin: ferdie.clone(),
			freezer: ferdie.clone(),
			min_balance: 1,
			is_sufficient: true,
			is_frozen: true,
		},
		Call::force_cancel_approval { id: ID, owner: eve.clone(), delegate: ferdie.clone() },
		Call::set_min_balance { id: ID, min_balance: 2 },
		Call::refund_other { id: ID, who: eve.clone() },
		Call::block { id: ID, who: eve },
	]
}

/// Calls that give nobody power over points, but would fill the state for nothing or burn one's own.
fn useless_calls() -> Vec<AssetsCall> {
	vec![
		Call::touch { id: ID },
		Call::touch_other { id: ID, who: target(Ferdie) },
		Call::refund { id: ID, allow_burn: true },
	]
}

#[test]
fn only_calls_that_move_points_pass_the_filter() {
	let passes = |call: AssetsCall| BaseCallFilter::contains(&RuntimeCall::Assets(call));
	for call in open_calls() {
		assert!(passes(call.clone()), "{call:?}");
	}
	assert!(passes(Call::transfer_approved {
		id: ID,
		owner: target(Eve),
		destination: target(Ferdie),
		amount: 1
	}));
	for call in closed_calls().into_iter().chain(useless_calls()) {
		assert!(!passes(call.clone()), "{call:?}");
	}
}

#[test]
fn consumers_hold_send_and_delegate_points() {
	with_points(|| {
		for call in open_calls() {
			let call = RuntimeCall::Assets(call);
			assert_ok!(call.dispatch(signed(Eve.to_account_id())));
		}
		assert_eq!(Assets::balance(CLASS, Ferdie.to_account_id()), AWARDED);
		assert_eq!(Assets::balance(CLASS, Eve.to_account_id()), 0);
	});
}

#[test]
fn letting_others_spend_takes_a_deposit_that_comes_back() {
	with_points(|| {
		let eve = Eve.to_account_id();
		assert_eq!(Balances::reserved_balance(&eve), 0);
		assert_ok!(Assets::approve_transfer(signed(eve.clone()), ID, target(Alice), 10));
		assert!(Balances::reserved_balance(&eve) > UNITS / 10);
		assert_ok!(Assets::cancel_approval(signed(eve.clone()), ID, target(Alice)));
		assert_eq!(Balances::reserved_balance(&eve), 0);
	});
}

#[test]
fn filtered_calls_are_refused_directly_in_a_batch_and_through_a_proxy() {
	with_points(|| {
		for call in closed_calls().into_iter().chain(useless_calls()) {
			let call = RuntimeCall::Assets(call);
			let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
			assert_noop!(call.clone().dispatch(signed(Eve.to_account_id())), filtered);

			let batch =
				RuntimeCall::Utility(pallet_utility::Call::batch_all { calls: vec![call.clone()] });
			let outcome = batch.dispatch(signed(Eve.to_account_id()));
			assert_eq!(outcome.unwrap_err().error, filtered);
		}
	});
}

#[test]
fn nobody_has_power_over_points_even_without_the_filter() {
	with_points(|| {
		let origins: [fn() -> RuntimeOrigin; 4] = [
			RuntimeOrigin::root,
			|| signed(Charlie.to_account_id()),
			|| signed(Alice.to_account_id()),
			|| signed(Ferdie.to_account_id()),
		];
		for call in closed_calls() {
			for origin in origins {
				let outcome = call.clone().dispatch_bypass_filter(origin());
				assert!(outcome.is_err(), "{call:?} by {:?}", origin());
			}
		}
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
		assert_eq!(Assets::balance(CLASS, Eve.to_account_id()), AWARDED);
	});
}

#[test]
fn sudo_cannot_raise_the_supply_or_seize_points() {
	with_points(|| {
		for call in closed_calls() {
			System::reset_events();
			let sudo = RuntimeCall::Sudo(pallet_sudo::Call::sudo {
				call: Box::new(RuntimeCall::Assets(call.clone())),
			});
			assert_ok!(sudo.dispatch(signed(Alice.to_account_id())));
			let refused = System::events().into_iter().any(|record| {
				matches!(
					record.event,
					RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result: Err(_) })
				)
			});
			assert!(refused, "{call:?}");
		}
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
	});
}
