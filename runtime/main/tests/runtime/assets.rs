//! Points cannot be forged, seized or frozen: not by a call that anybody may make, and not by root.

use crate::{
	common::{in_block, signed},
	store::with_points_in_escrow,
};
use bhtd_primitives::ClassId;
use bhtd_runtime::{
	configs::system::BaseCallFilter, constants::currency::UNITS, AccountId, Assets, AssetsHolder,
	Balance, Balances, Margin, OriginCaller, Points, Runtime, RuntimeCall, RuntimeOrigin, System,
};
use codec::Compact;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungibles::InspectHold, Contains, GetCallMetadata, UnfilteredDispatchable},
};
use pallet_assets::{Call, Instance1};
use pallet_points::types::{Kind, Receipt, Scope};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, DispatchError, FixedU128, MultiAddress};

type AssetsCall = Call<Runtime, Instance1>;
type Target = MultiAddress<AccountId, ()>;

const CLASS: ClassId = 0;
const ID: Compact<ClassId> = Compact(CLASS);
const SUPPLY: Balance = 1_000_000;
const AWARDED: Balance = 1_000;

/// A class of Charlie's, with some points in Eve's hands.
fn with_points(test: impl FnOnce()) {
	in_block("development", || {
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
		assert_ok!(Points::award(
			charlie(),
			CLASS,
			Eve.to_account_id(),
			AWARDED,
			Receipt { book: 0, number: 0 }
		));
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
					bhtd_runtime::RuntimeEvent::Sudo(pallet_sudo::Event::Sudid {
						sudo_result: Err(_)
					})
				)
			});
			assert!(refused, "{call:?}");
		}
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
	});
}

/// What Eve has: points to spend, and points in escrow.
fn points_of_eve() -> (Balance, Balance) {
	let eve = Eve.to_account_id();
	(Assets::balance(CLASS, &eve), AssetsHolder::total_balance_on_hold(CLASS, &eve))
}

/// Everybody who could think of having power over points on hold.
fn powers() -> Vec<RuntimeOrigin> {
	let council = pallet_collective::RawOrigin::<AccountId, pallet_collective::Instance1>::Members;
	let signed_by_all =
		[Alice, Bob, Charlie, Dave, Ferdie].map(|name| signed(name.to_account_id()));
	[RuntimeOrigin::root(), RuntimeOrigin::none(), council(4, 4).into()]
		.into_iter()
		.chain(signed_by_all)
		.collect()
}

#[test]
fn points_on_hold_are_out_of_everybodys_reach() {
	with_points_in_escrow(1_000, |held| {
		let before = points_of_eve();
		assert_eq!(before, (2, held));
		// Neither the privileged calls of the assets, whoever makes them, with the filter or without.
		for call in closed_calls() {
			for origin in powers() {
				let outcome = call.clone().dispatch_bypass_filter(origin.clone());
				assert!(outcome.is_err(), "{call:?} by {origin:?}");
				let outcome = RuntimeCall::Assets(call.clone()).dispatch(origin.clone());
				assert!(outcome.is_err(), "{call:?} by {origin:?}");
			}
		}
		// Nor the calls of the store that end an order: only who the order names may make them, and
		// before its deadline nobody else.
		let store = crate::store::every_call().into_iter().filter(|call| {
			use pallet_store::Call::*;
			matches!(
				call,
				ship { .. } | confirm { .. } | cancel { .. } | refund_part { .. } | settle { .. }
			)
		});
		for call in store {
			for name in [Alice, Bob, Dave, Ferdie] {
				let outcome = call.clone().dispatch_bypass_filter(signed(name.to_account_id()));
				assert!(outcome.is_err(), "{call:?} by {name:?}");
			}
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
				let outcome = call.clone().dispatch_bypass_filter(origin);
				assert_eq!(outcome.unwrap_err().error, DispatchError::BadOrigin, "{call:?}");
			}
		}
		assert_eq!(points_of_eve(), before);
		assert_eq!(Assets::total_supply(CLASS), SUPPLY);
	});
}

#[test]
fn points_on_hold_are_not_spent_twice_by_their_owner_either() {
	with_points_in_escrow(1_000, |held| {
		let eve = || signed(Eve.to_account_id());
		// One unit stays in the account as long as others are on hold.
		for amount in [2, 3, held, 1_000] {
			let transfer = Call::transfer { id: ID, target: target(Ferdie), amount };
			assert!(RuntimeCall::Assets(transfer).dispatch(eve()).is_err(), "{amount}");
			assert!(Points::convert(eve(), CLASS, amount, 0).is_err(), "{amount}");
		}
		// Whoever is allowed to spend them finds no more than she would.
		assert_ok!(Assets::approve_transfer(eve(), ID, target(Alice), 1_000));
		let alice = || signed(Alice.to_account_id());
		for amount in [2, held] {
			let spend = Assets::transfer_approved(alice(), ID, target(Eve), target(Ferdie), amount);
			assert!(spend.is_err(), "{amount}");
		}
		assert_ok!(Assets::transfer_approved(alice(), ID, target(Eve), target(Ferdie), 1));
		assert_eq!(points_of_eve(), (1, held));
		// And who gives everything away gives nothing of it.
		let all = Call::transfer_all { id: ID, dest: target(Ferdie), keep_alive: false };
		let _ = RuntimeCall::Assets(all).dispatch(eve());
		assert_eq!(points_of_eve(), (1, held));
		assert_eq!(Assets::balance(CLASS, Ferdie.to_account_id()), 1);
	});
}

#[test]
fn nobody_speaks_for_another_where_there_is_no_key_of_sudo() {
	with_points_in_escrow(1_000, |held| {
		let give_away = || -> Box<RuntimeCall> {
			Box::new(Call::transfer { id: ID, target: target(Ferdie), amount: 1 }.into())
		};
		let as_eve =
			|| Box::new(OriginCaller::system(frame_system::RawOrigin::Signed(Eve.to_account_id())));
		let who = Eve.to_account_id();
		for origin in powers().into_iter().skip(1) {
			let calls: Vec<RuntimeCall> = vec![
				pallet_sudo::Call::sudo_as { who: who.clone().into(), call: give_away() }.into(),
				pallet_sudo::Call::sudo { call: give_away() }.into(),
				pallet_sudo::Call::set_key { new: target(Ferdie) }.into(),
				pallet_utility::Call::dispatch_as { as_origin: as_eve(), call: give_away() }.into(),
				pallet_utility::Call::dispatch_as_fallible {
					as_origin: as_eve(),
					call: give_away(),
				}
				.into(),
				pallet_proxy::Call::proxy {
					real: who.clone().into(),
					force_proxy_type: None,
					call: give_away(),
				}
				.into(),
				pallet_recovery::Call::control_inherited_account {
					recovered: who.clone().into(),
					call: give_away(),
				}
				.into(),
			];
			for call in calls {
				assert!(call.clone().dispatch(origin.clone()).is_err(), "{call:?} by {origin:?}");
			}
		}
		// Root could, but only a key of sudo makes root, and there is none to be had.
		assert_eq!(pallet_sudo::Key::<Runtime>::get(), None);
		assert_eq!(points_of_eve(), (2, held));
	});
}

/// Whoever adds a call with such a name to what deals with people's money writes it down here, and tries
/// it above, or with the settlement token. What writes to storage or speaks for others is root's alone.
#[test]
fn calls_that_sound_like_force_are_known() {
	// Nothing can be called that puts points or settlement tokens on hold or releases them but through the
	// pallets that have them on hold, or that moves settlement tokens past their limits.
	for name in ["AssetsHolder", "AnchoredHolder", "AnchoredAssets"] {
		assert!(!RuntimeCall::get_module_names().contains(&name), "{name}");
	}
	// They deal with blocks, side chains and messages, not with accounts.
	let elsewhere = [
		"MultiBlockMigrations",
		"Paras",
		"Initializer",
		"Hrmp",
		"ParasDisputes",
		"Registrar",
		"ParasSudoWrapper",
		"XcmPallet",
	];
	let sounds =
		["force", "sudo", "dispatch_as", "storage", "kill", "mint", "burn", "seize", "slash"];
	let found: Vec<String> = RuntimeCall::get_module_names()
		.iter()
		.filter(|module| !elsewhere.contains(module))
		.flat_map(|module| {
			let names = RuntimeCall::get_call_names(module).iter();
			names.map(move |name| format!("{module}.{name}"))
		})
		.filter(|call| {
			let (_, name) = call.split_once('.').expect("a call has a pallet and a name");
			sounds.iter().any(|sound| name.contains(sound))
		})
		.collect();
	assert_eq!(
		found,
		[
			"System.set_storage",
			"System.kill_storage",
			"System.kill_prefix",
			"Utility.dispatch_as",
			"Utility.force_batch",
			"Utility.dispatch_as_fallible",
			"Proxy.kill_pure",
			"Recovery.slash_attempt",
			"Balances.force_transfer",
			"Balances.force_unreserve",
			"Balances.force_set_balance",
			"Balances.force_adjust_total_issuance",
			"Balances.burn",
			"Witnesses.cancel_slash",
			"Council.kill",
			"Identity.kill_identity",
			"Identity.kill_username",
			"Sudo.sudo",
			"Sudo.sudo_unchecked_weight",
			"Sudo.sudo_as",
			"Assets.force_create",
			"Assets.mint",
			"Assets.burn",
			"Assets.force_transfer",
			"Assets.force_set_metadata",
			"Assets.force_clear_metadata",
			"Assets.force_asset_status",
			"Assets.force_cancel_approval",
			"Anchor.halt_minting",
			"Anchor.resume_minting",
			"Anchor.mint",
		]
	);
}

#[test]
fn margin_behind_points_on_hold_stays_where_it_is() {
	with_points_in_escrow(1_000, |_| {
		// Points in escrow circulate: they are owed for until the order completes.
		let charlie = Charlie.to_account_id();
		let capacity = Margin::capacity(charlie.clone(), bhtd_primitives::Role::Merchant);
		let owed = 1_000 * (UNITS / 100);
		assert_eq!(capacity, 49_000 * UNITS - owed);
		let role = bhtd_primitives::Role::Merchant;
		assert!(Margin::withdraw_excess(signed(charlie.clone()), role, capacity + 1).is_err());
		assert_ok!(Margin::withdraw_excess(signed(charlie), role, capacity));
	});
}
