//! What may be done in another's name.

use crate::common::{apply, on_chain, signed};
use bhtd_merchant_runtime::{
	configs::system::ProxyType::{self, *},
	constants::currency::UNITS,
	Balances, Proxy, Runtime, RuntimeCall, RuntimeEvent, System,
};
use bhtd_primitives::{OrderId, Role};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{fungible::Inspect, InstanceFilter},
};
use sp_keyring::Sr25519Keyring::{Bob, Charlie, Eve};
use sp_runtime::{DispatchError, Permill};

/// In the order of their indices.
const TYPES: [ProxyType; 7] =
	[Any, NonTransfer, Points, CancelProxy, Shopkeeper, Arbitration, Collator];

const ORDER: OrderId = OrderId { product: 0, number: 0 };

/// One call of each sort, and who besides `Any` may make it.
fn calls() -> Vec<(RuntimeCall, &'static [ProxyType])> {
	let eve = || Eve.to_account_id();
	let across = pallet_xcm::Call::<Runtime>::transfer_assets {
		dest: Box::new(xcm::latest::Location::parent().into()),
		beneficiary: Box::new(xcm::latest::Location::here().into()),
		assets: Box::new((xcm::latest::Parent, UNITS).into()),
		fee_asset_item: 0,
		weight_limit: xcm::latest::WeightLimit::Unlimited,
	};
	vec![
		(
			pallet_balances::Call::transfer_keep_alive { dest: eve().into(), value: UNITS }.into(),
			&[],
		),
		(
			pallet_assets::Call::<Runtime, pallet_assets::Instance1>::transfer {
				id: codec::Compact(0),
				target: eve().into(),
				amount: 1,
			}
			.into(),
			&[],
		),
		(across.into(), &[]),
		(pallet_sudo::Call::remove_key {}.into(), &[]),
		(
			pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![eve()],
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			}
			.into(),
			&[],
		),
		(
			pallet_proxy::Call::proxy {
				real: eve().into(),
				force_proxy_type: None,
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			}
			.into(),
			&[],
		),
		(
			pallet_points::Call::award {
				class: 0,
				beneficiary: eve(),
				amount: 1,
				receipt: pallet_points::types::Receipt { book: 0, number: 0 },
			}
			.into(),
			&[Points],
		),
		(pallet_points::Call::raise_floor { class: 0, floor: 2.into() }.into(), &[]),
		(pallet_points::Call::offer_stewardship { class: 0, to: None }.into(), &[]),
		(pallet_points::Call::open_receipt_book {}.into(), &[NonTransfer, Points]),
		(pallet_points::Call::pause_awards { class: 0 }.into(), &[NonTransfer, Points]),
		(pallet_points::Call::resume_awards { class: 0 }.into(), &[NonTransfer]),
		(pallet_points::Call::convert { class: 0, amount: 1, min_out: 0 }.into(), &[NonTransfer]),
		(
			pallet_margin::Call::top_up { role: Role::Merchant, amount: UNITS }.into(),
			&[NonTransfer],
		),
		(
			pallet_redemption::Call::redeem_on_main {
				class: 0,
				points: 1,
				min_out: 0,
				beneficiary: eve(),
			}
			.into(),
			&[],
		),
		(pallet_redemption::Call::retry { who: eve(), number: 0 }.into(), &[NonTransfer]),
		(pallet_redemption::Call::declare { owed: 0 }.into(), &[NonTransfer]),
		(pallet_redemption::Call::set_issuer { issuer: eve() }.into(), &[]),
		(pallet_store::Call::ship { order: ORDER }.into(), &[Shopkeeper]),
		(pallet_store::Call::confirm { order: ORDER }.into(), &[]),
		(pallet_store::Call::pause { product: 0 }.into(), &[NonTransfer, Shopkeeper]),
		(pallet_store::Call::resume { product: 0 }.into(), &[NonTransfer]),
		(
			pallet_store::Call::resolve { order: ORDER, to_merchant: Permill::one(), penalty: 0 }
				.into(),
			&[Arbitration],
		),
		(
			pallet_collator_selection::Call::register_as_candidate {}.into(),
			&[NonTransfer, Collator],
		),
		(pallet_session::Call::purge_keys {}.into(), &[NonTransfer, Collator]),
		(
			pallet_proxy::Call::reject_announcement {
				delegate: eve().into(),
				call_hash: Default::default(),
			}
			.into(),
			&[NonTransfer, CancelProxy],
		),
		(
			pallet_proxy::Call::add_proxy { delegate: eve().into(), proxy_type: Any, delay: 0 }
				.into(),
			&[NonTransfer],
		),
		(
			pallet_utility::Call::batch { calls: vec![] }.into(),
			&[NonTransfer, Points, Shopkeeper, Arbitration, Collator],
		),
	]
}

#[test]
fn each_kind_may_do_what_it_is_for_and_nothing_else() {
	for (call, allowed) in calls() {
		for kind in TYPES {
			let expected = kind == Any || allowed.contains(&kind);
			assert_eq!(kind.filter(&call), expected, "{kind:?} {call:?}");
		}
	}
}

#[test]
fn kinds_keep_the_indices_they_have_on_the_main_chain() {
	let indices: Vec<u8> = TYPES.iter().map(|kind| kind.encode()[0]).collect();
	assert_eq!(indices, [0, 1, 3, 5, 7, 8, 32]);
	use bhtd_runtime::configs::system::ProxyType as Main;
	let main = [
		Main::Any,
		Main::NonTransfer,
		Main::Points,
		Main::CancelProxy,
		Main::Shopkeeper,
		Main::Arbitration,
	];
	for (here, there) in TYPES.iter().zip(main) {
		assert_eq!(here.encode(), there.encode());
	}
}

#[test]
fn no_kind_may_add_one_that_may_do_more() {
	for one in TYPES {
		for other in TYPES {
			// A superset may do whatever the other may.
			if one.is_superset(&other) {
				for (call, _) in calls() {
					assert!(
						one.filter(&call) || !other.filter(&call),
						"{one:?} {other:?} {call:?}"
					);
				}
			}
		}
		assert!(Any.is_superset(&one) && one.is_superset(&one));
		assert_eq!(one.is_superset(&Any), one == Any);
	}
	assert!(NonTransfer.is_superset(&Collator) && NonTransfer.is_superset(&CancelProxy));
}

#[test]
fn stolen_till_moves_no_money_in_a_batch_either() {
	on_chain("development", |_| {
		let (charlie, bob) = (Charlie.to_account_id(), Bob.to_account_id());
		apply(
			Charlie,
			pallet_proxy::Call::add_proxy {
				delegate: bob.clone().into(),
				proxy_type: Points,
				delay: 0,
			},
		);
		assert!(Balances::reserved_balance(&charlie) > 0);
		let before = Balances::total_balance(&charlie);
		let pay = pallet_balances::Call::transfer_keep_alive {
			dest: Eve.to_account_id().into(),
			value: UNITS,
		};
		let calls = vec![pay.into()];
		let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
		let real = charlie.clone().into();
		assert_ok!(Proxy::proxy(signed(bob), real, None, Box::new(batch.into())));
		let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
		System::assert_last_event(RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted {
			result: Err(filtered),
		}));
		assert_eq!(Balances::total_balance(&charlie), before);
	});
}
