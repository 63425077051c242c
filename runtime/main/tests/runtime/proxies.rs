//! What may be done in another's name.

use crate::{
	common::{free, in_block, signed},
	community, data,
	exchange::{self, with_market},
	store::{self, with_shop, FIRST, PRICE},
};
use bhtd_primitives::{MarginLedger, Role};
use bhtd_runtime::{
	configs::system::ProxyType::{self, *},
	constants::currency::UNITS,
	AnchoredAssets, AnchoredHolder, Margin, Proxy, Runtime, RuntimeCall, RuntimeEvent, System,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{fungibles::InspectHold, GetCallName, InstanceFilter},
};
use pallet_store::{Action, Restock, State};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{DispatchError, DispatchResult, Permill};

/// In the order of their indices.
const TYPES: [ProxyType; 10] = [
	Any,
	NonTransfer,
	Governance,
	Points,
	IdentityJudgement,
	CancelProxy,
	Voting,
	Shopkeeper,
	Arbitration,
	Quoting,
];

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

/// What a type allows of a pallet, where every call is there to be tried.
fn allowed_of<Call>(proxy: ProxyType, all: Vec<Call>) -> Vec<&'static str>
where
	Call: Clone + GetCallName + Into<RuntimeCall>,
{
	let names: Vec<_> = all.iter().map(GetCallName::get_call_name).collect();
	assert_eq!(names, Call::get_call_names());
	all.into_iter()
		.zip(names)
		.filter(|(call, _)| proxy.filter(&call.clone().into()))
		.map(|(_, name)| name)
		.collect()
}

fn allowed_of_store(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, store::every_call())
}

fn allowed_of_anchor(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, exchange::every_call_of_anchor())
}

fn allowed_of_wholesale(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, exchange::every_call_of_wholesale())
}

fn allowed_of_data_rewards(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, data::every_call())
}

fn allowed_of_bounties(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, community::every_call_of_bounties())
}

fn allowed_of_treasury(proxy: ProxyType) -> Vec<&'static str> {
	allowed_of(proxy, community::every_call_of_treasury())
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
fn each_type_allows_of_the_store_what_it_says() {
	assert_eq!(allowed_of_store(Any).len(), 20);
	assert_eq!(
		allowed_of_store(NonTransfer),
		[
			"set_stock",
			"pause",
			"resume",
			"remove",
			"cancel",
			"dispute",
			"settle",
			"remove_rule",
			"claim_award",
			"clear_day"
		]
	);
	assert_eq!(
		allowed_of_store(Shopkeeper),
		["set_stock", "pause", "ship", "cancel", "refund_part", "dispute", "settle"]
	);
	assert_eq!(allowed_of_store(Arbitration), ["resolve"]);
	for other in [Governance, Points, IdentityJudgement, CancelProxy, Voting, Quoting] {
		assert!(allowed_of_store(other).is_empty(), "{other:?}");
	}
	// And of everything else, nothing but what lets several calls go together.
	assert_eq!(allowed(Shopkeeper), ["batch"]);
	assert_eq!(allowed(Arbitration), ["batch"]);
}

#[test]
fn each_type_allows_of_the_order_book_what_it_says() {
	in_block("development", || {
		assert_eq!(allowed_of_wholesale(Any).len(), 17);
		assert_eq!(
			allowed_of_wholesale(NonTransfer),
			["remove_market", "reduce", "cancel", "remove_stale", "convert_best", "remove_record"]
		);
		assert_eq!(
			allowed_of_wholesale(Quoting),
			["quote", "reduce", "replace", "cancel", "remove_stale"]
		);
		for other in TYPES {
			if ![Any, NonTransfer, Quoting].contains(&other) {
				assert!(allowed_of_wholesale(other).is_empty(), "{other:?}");
			}
		}
		// And of everything else, nothing but what lets several calls go together.
		assert_eq!(allowed(Quoting), ["batch"]);
	});
}

#[test]
fn settlement_token_is_for_who_may_do_everything() {
	in_block("development", || {
		for proxy in TYPES {
			let calls = if proxy == Any { 17 } else { 0 };
			assert_eq!(allowed_of_anchor(proxy).len(), calls, "{proxy:?}");
		}
	});
}

#[test]
fn each_type_allows_of_data_rewards_what_it_says() {
	in_block("development", || {
		for proxy in TYPES {
			match proxy {
				Any => assert_eq!(allowed_of_data_rewards(proxy).len(), 21),
				// Neither consent, nor data, nor what somebody has earned.
				NonTransfer => assert_eq!(
					allowed_of_data_rewards(proxy),
					["close_campaign", "claim", "settle_purchase", "close_record"]
				),
				_ => assert!(allowed_of_data_rewards(proxy).is_empty(), "{proxy:?}"),
			}
		}
	});
}

#[test]
fn each_type_allows_of_treasury_and_bounties_what_it_says() {
	for proxy in TYPES {
		let of = (allowed_of_bounties(proxy), allowed_of_treasury(proxy));
		match proxy {
			Any => assert_eq!((of.0.len(), of.1.len()), (12, 6)),
			// Neither a bond that can be lost, nor a word on who is paid.
			NonTransfer => assert_eq!(
				of,
				(
					vec!["claim_bounty", "extend_bounty_expiry", "reclaim_bounty_funds"],
					vec!["payout", "check_status"]
				)
			),
			_ => assert!(of.0.is_empty() && of.1.is_empty(), "{proxy:?}"),
		}
	}
}

#[test]
fn indices_are_part_of_every_proxy_and_stay() {
	for (index, proxy) in (0u8..).zip(TYPES) {
		assert_eq!(proxy.encode(), [index], "{proxy:?}");
	}
}

#[test]
fn superset_allows_all_that_its_subset_does() {
	in_block("development", || {
		let all = |proxy| {
			[
				allowed(proxy),
				allowed_of_store(proxy),
				allowed_of_anchor(proxy),
				allowed_of_wholesale(proxy),
				allowed_of_data_rewards(proxy),
				allowed_of_bounties(proxy),
				allowed_of_treasury(proxy),
			]
		};
		for one in TYPES {
			assert!(one.is_superset(&one));
			for other in TYPES.into_iter().filter(|other| one.is_superset(other)) {
				for (one, other) in all(one).into_iter().zip(all(other)) {
					assert!(other.iter().all(|call| one.contains(call)), "{one:?} {other:?}");
				}
			}
		}
	});
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

/// What a call comes to that `by` makes in the name of `real`, as a proxy of a type.
fn on_behalf(
	by: Sr25519Keyring,
	real: Sr25519Keyring,
	proxy: ProxyType,
	call: impl Into<RuntimeCall>,
) -> DispatchResult {
	System::reset_events();
	assert_ok!(Proxy::proxy(
		signed(by.to_account_id()),
		real.to_account_id().into(),
		Some(proxy),
		Box::new(call.into())
	));
	let of_proxy = System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	});
	of_proxy.expect("the proxy was executed")
}

fn filtered() -> DispatchResult {
	Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

fn add_proxy(real: Sr25519Keyring, delegate: Sr25519Keyring, proxy: ProxyType) {
	let (real, delegate) = (signed(real.to_account_id()), delegate.to_account_id().into());
	assert_ok!(Proxy::add_proxy(real, delegate, proxy, 0));
}

#[test]
fn shopkeeper_ships_and_refunds_and_reaches_neither_prices_nor_the_margin() {
	with_shop(|_| {
		let charlie = Charlie.to_account_id();
		add_proxy(Charlie, Bob, Shopkeeper);
		let bob = |call: RuntimeCall| on_behalf(Bob, Charlie, Shopkeeper, call);
		// WHEN there are two orders
		store::order(Eve, 1);
		store::order(Eve, 1);
		let second = bhtd_primitives::OrderId { number: 1, ..FIRST };
		// THEN both can be shipped together, one refunded in part, and the stock counted
		let ship = |order| pallet_store::Call::ship { order }.into();
		let both = pallet_utility::Call::batch_all { calls: vec![ship(FIRST), ship(second)] };
		assert_ok!(bob(both.into()));
		for order in [FIRST, second] {
			assert_eq!(store::state(order), Some(State::Shipped));
		}
		let refund = pallet_store::Amounts { bhtd: PRICE / 2, points: 0 };
		assert_ok!(bob(pallet_store::Call::refund_part { order: FIRST, refund }.into()));
		assert_eq!(store::escrow(Eve), PRICE * 3 / 2);
		let change = Restock::Add(2);
		assert_ok!(bob(pallet_store::Call::set_stock { product: 0, change }.into()));

		// THEN nothing else is possible, not even inside of a batch
		let product = || pallet_store::Products::<Runtime>::get(0).unwrap();
		let before = (product(), Margin::held(&charlie, Role::Merchant), free(charlie.clone()));
		let price = pallet_store::Price { bhtd: 1, points: None };
		let refused: Vec<RuntimeCall> = vec![
			pallet_store::Call::set_price { product: 0, price }.into(),
			pallet_store::Call::resume { product: 0 }.into(),
			pallet_margin::Call::withdraw_excess { role: Role::Merchant, amount: UNITS }.into(),
			pallet_margin::Call::announce_exit { role: Role::Merchant }.into(),
			pallet_balances::Call::transfer_all {
				dest: Bob.to_account_id().into(),
				keep_alive: false,
			}
			.into(),
			pallet_points::Call::award {
				class: 0,
				beneficiary: Bob.to_account_id(),
				amount: 1,
				receipt: pallet_points::types::Receipt { book: 0, number: 0 },
			}
			.into(),
			pallet_proxy::Call::add_proxy {
				delegate: Bob.to_account_id().into(),
				proxy_type: Any,
				delay: 0,
			}
			.into(),
		];
		for call in refused {
			assert_eq!(bob(call.clone()), filtered(), "{call:?}");
			let batch = pallet_utility::Call::batch_all { calls: vec![call.clone()] };
			assert_eq!(bob(batch.into()), filtered(), "{call:?}");
		}
		assert_eq!(
			(product(), Margin::held(&charlie, Role::Merchant), free(charlie.clone())),
			before
		);
	});
}

#[test]
fn arbitration_decides_in_the_name_of_the_arbiter_and_does_nothing_else() {
	with_shop(|_| {
		add_proxy(Dave, Bob, Arbitration);
		let bob = |call: RuntimeCall| on_behalf(Bob, Dave, Arbitration, call);
		store::order(Eve, 1);
		store::apply(Charlie, pallet_store::Call::ship { order: FIRST });
		store::apply(
			Eve,
			pallet_store::Call::dispute { order: FIRST, evidence: Default::default() },
		);
		assert_eq!(store::possible(FIRST), [Action::RefundPart, Action::Resolve]);

		let (dave, eve) = (free(Dave.to_account_id()), free(Eve.to_account_id()));
		let withdraw = pallet_margin::Call::withdraw_excess { role: Role::Operator, amount: UNITS };
		assert_eq!(bob(withdraw.into()), filtered());
		assert_eq!(bob(pallet_store::Call::settle { order: FIRST }.into()), filtered());
		let to_merchant = Permill::zero();
		let resolve = |order| pallet_store::Call::resolve { order, to_merchant, penalty: 0 };
		assert_ok!(bob(resolve(FIRST).into()));
		// The fee is the arbiter's, not the proxy's.
		assert_eq!(free(Dave.to_account_id()), dave + store::ARBITER_FEE * PRICE);
		assert!(free(Eve.to_account_id()) > eve + PRICE - store::ARBITER_FEE * PRICE);
		assert_eq!((store::state(FIRST), store::escrow(Eve)), (None, 0));
		// A decision is made once, and only about orders of this arbiter.
		let gone = DispatchError::from(pallet_store::Error::<Runtime>::OrderNotFound);
		assert_eq!(bob(resolve(FIRST).into()), Err(gone));
	});
}

#[test]
fn proxy_that_gives_no_value_away_cannot_make_one_that_does() {
	with_shop(|_| {
		add_proxy(Charlie, Bob, NonTransfer);
		for proxy_type in [Any, Points, Shopkeeper, Arbitration, Quoting] {
			let delegate = Eve.to_account_id().into();
			let add = pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 };
			assert_eq!(on_behalf(Bob, Charlie, NonTransfer, add), filtered(), "{proxy_type:?}");
		}
		let delegate = Eve.to_account_id().into();
		let add = pallet_proxy::Call::add_proxy { delegate, proxy_type: Voting, delay: 0 };
		assert_ok!(on_behalf(Bob, Charlie, NonTransfer, add));
	});
}

#[test]
fn quoting_program_quotes_and_moves_nothing_else() {
	with_market(|_| {
		add_proxy(Dave, Bob, Quoting);
		let bob = |call: RuntimeCall| on_behalf(Bob, Dave, Quoting, call);
		let held = || AnchoredHolder::total_balance_on_hold(0, &Dave.to_account_id());
		// WHEN the program quotes, moves its quote and takes a part of it back
		assert_ok!(bob(exchange::bid(198, 1_000 * UNITS).into()));
		assert_eq!(held(), 1_980_000_000);
		let replace = exchange::replace(0, 190, 1_000 * UNITS);
		assert_ok!(bob(replace.into()));
		assert_eq!(held(), 1_900_000_000);
		assert_ok!(bob(pallet_wholesale::Call::reduce { id: 0, size: 500 * UNITS }.into()));
		assert_eq!(held(), 950_000_000);

		// THEN it reaches nothing else, not even inside of a batch
		let dave = Dave.to_account_id();
		let state = || {
			let dollars = AnchoredAssets::balance(0, &dave);
			(free(dave.clone()), dollars, held(), Margin::held(&dave, Role::Operator))
		};
		let before = state();
		let market = pallet_wholesale::Market::Bhtd(0);
		let (limit, deadline) = (Default::default(), 1_000);
		let refused: Vec<RuntimeCall> = vec![
			pallet_wholesale::Call::sell {
				market,
				amount: UNITS,
				limit,
				min_out: 0,
				deadline,
				max_fills: 1,
			}
			.into(),
			pallet_wholesale::Call::open_points_market { class: 0 }.into(),
			pallet_anchor::Call::transfer {
				currency: 0,
				to: Bob.to_account_id(),
				amount: 1_000_000,
			}
			.into(),
			pallet_margin::Call::withdraw_excess { role: Role::Operator, amount: UNITS }.into(),
			pallet_margin::Call::announce_exit { role: Role::Operator }.into(),
			pallet_balances::Call::transfer_all {
				dest: Bob.to_account_id().into(),
				keep_alive: false,
			}
			.into(),
		];
		for call in refused {
			assert_eq!(bob(call.clone()), filtered(), "{call:?}");
			let batch = pallet_utility::Call::batch_all { calls: vec![call.clone()] };
			assert_eq!(bob(batch.into()), filtered(), "{call:?}");
		}
		assert_eq!(state(), before);
		assert_ok!(bob(pallet_wholesale::Call::cancel { id: 0 }.into()));
		assert_eq!((held(), Margin::owed(&dave, Role::Operator)), (0, 0));
	});
}
