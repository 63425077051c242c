//! What may be done in another's name.

use crate::common::{free, in_block, signed};
use bhtd_primitives::Role;
use bhtd_runtime::{
	configs::system::ProxyType::{self, *},
	constants::currency::UNITS,
	Proxy, Runtime, RuntimeCall,
};
use frame_support::{assert_ok, traits::InstanceFilter};
use sp_keyring::Sr25519Keyring::{Alice, Charlie, Eve};

const TYPES: [ProxyType; 7] =
	[Any, NonTransfer, Governance, Points, IdentityJudgement, CancelProxy, Voting];

/// One call of each sort.
fn calls() -> Vec<(&'static str, RuntimeCall)> {
	let eve = || Eve.to_account_id();
	vec![
		(
			"pay",
			pallet_balances::Call::transfer_keep_alive { dest: eve().into(), value: UNITS }.into(),
		),
		(
			"send points",
			pallet_assets::Call::<Runtime, pallet_assets::Instance1>::transfer {
				id: codec::Compact(0),
				target: eve().into(),
				amount: 1,
			}
			.into(),
		),
		(
			"award",
			pallet_points::Call::award {
				class: 0,
				beneficiary: eve(),
				amount: 1,
				receipt: pallet_points::types::Receipt { book: 0, number: 0 },
			}
			.into(),
		),
		("raise a floor", pallet_points::Call::raise_floor { class: 0, floor: 2.into() }.into()),
		("open a book", pallet_points::Call::open_receipt_book {}.into()),
		("hand over a class", pallet_points::Call::offer_stewardship { class: 0, to: None }.into()),
		("pause", pallet_points::Call::pause_awards { class: 0 }.into()),
		("top up", pallet_margin::Call::top_up { role: Role::Merchant, amount: UNITS }.into()),
		(
			"vote for a witness",
			pallet_witnesses::Call::vote { candidate: eve(), amount: UNITS }.into(),
		),
		("renew", pallet_witnesses::Call::renew { candidate: eve() }.into()),
		(
			"move votes",
			pallet_witnesses::Call::move_votes { from: eve(), to: eve(), amount: UNITS }.into(),
		),
		("claim", pallet_witnesses::Call::claim { candidate: eve() }.into()),
		("compound", pallet_witnesses::Call::compound { candidate: eve() }.into()),
		(
			"take votes back",
			pallet_witnesses::Call::unvote { candidate: eve(), amount: UNITS }.into(),
		),
		("withdraw votes", pallet_witnesses::Call::withdraw { candidate: eve() }.into()),
		("leave as a witness", pallet_witnesses::Call::leave {}.into()),
		("reserve a chain", polkadot_runtime_common::paras_registrar::Call::reserve {}.into()),
		(
			"hand over the account",
			pallet_recovery::Call::set_friend_groups { friend_groups: Default::default() }.into(),
		),
		("sudo", pallet_sudo::Call::remove_key {}.into()),
		("remark", frame_system::Call::remark { remark: vec![] }.into()),
		(
			"vote",
			pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
				proposal: Default::default(),
				index: 0,
				approve: true,
			}
			.into(),
		),
		(
			"judge",
			pallet_identity::Call::provide_judgement {
				reg_index: 0,
				target: eve().into(),
				judgement: pallet_identity::Judgement::Reasonable,
				identity: Default::default(),
			}
			.into(),
		),
		(
			"reject",
			pallet_proxy::Call::reject_announcement {
				delegate: eve().into(),
				call_hash: Default::default(),
			}
			.into(),
		),
		(
			"act for another",
			pallet_proxy::Call::proxy {
				real: eve().into(),
				force_proxy_type: None,
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			}
			.into(),
		),
		(
			"act with others",
			pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![],
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			}
			.into(),
		),
		("batch", pallet_utility::Call::batch { calls: vec![] }.into()),
	]
}

fn allowed(proxy: ProxyType) -> Vec<&'static str> {
	calls().into_iter().filter(|(_, call)| proxy.filter(call)).map(|(name, _)| name).collect()
}

#[test]
fn each_type_allows_what_it_says() {
	assert_eq!(allowed(Any).len(), calls().len());
	assert_eq!(
		allowed(NonTransfer),
		[
			"open a book",
			"pause",
			"top up",
			"vote for a witness",
			"renew",
			"move votes",
			"claim",
			"compound",
			"take votes back",
			"withdraw votes",
			"leave as a witness",
			"reserve a chain",
			"remark",
			"vote",
			"judge",
			"reject",
			"batch"
		]
	);
	assert_eq!(allowed(Governance), ["vote", "batch"]);
	assert_eq!(allowed(Points), ["award", "open a book", "pause", "batch"]);
	assert_eq!(allowed(IdentityJudgement), ["judge", "batch"]);
	assert_eq!(allowed(CancelProxy), ["reject"]);
	assert_eq!(
		allowed(Voting),
		["vote for a witness", "renew", "move votes", "claim", "compound", "batch"]
	);
}

#[test]
fn superset_allows_all_that_its_subset_does() {
	for one in TYPES {
		assert!(one.is_superset(&one));
		for other in TYPES {
			if one.is_superset(&other) {
				let (one, other) = (allowed(one), allowed(other));
				assert!(other.iter().all(|call| one.contains(call)), "{one:?} {other:?}");
			}
		}
	}
}

#[test]
fn wrapped_calls_are_filtered_as_well() {
	in_block("development", || {
		assert_ok!(Proxy::add_proxy(
			signed(Charlie.to_account_id()),
			Alice.to_account_id().into(),
			NonTransfer,
			0
		));
		let before = free(Eve.to_account_id());
		let pay = pallet_balances::Call::transfer_keep_alive {
			dest: Eve.to_account_id().into(),
			value: UNITS,
		};
		let batch = pallet_utility::Call::batch { calls: vec![pay.into()] };
		assert_ok!(Proxy::proxy(
			signed(Alice.to_account_id()),
			Charlie.to_account_id().into(),
			None,
			Box::new(batch.into())
		));
		assert_eq!(free(Eve.to_account_id()), before);
	});
}
