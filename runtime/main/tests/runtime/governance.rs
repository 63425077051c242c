//! What the council can do, and what it cannot.

use crate::{
	chain::members,
	common::{in_block, length, signed},
};
use bhtd_primitives::Role;
use bhtd_runtime::{
	constants::{currency::UNITS, time::DAYS},
	Council, Margin, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System,
};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError, DispatchResult,
};

const WITNESSES: [Sr25519Keyring; 4] = [Alice, Bob, Charlie, Dave];

/// Puts a motion to the vote, lets it end, and says what its execution came to, if it was executed.
fn vote(call: impl Into<RuntimeCall>, ayes: &[Sr25519Keyring]) -> Option<DispatchResult> {
	let call = call.into();
	let length = length(&call) + 16;
	let hash = BlakeTwo256::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, pallet_collective::Instance1>::get();
	assert_ok!(Council::propose(signed(Alice.to_account_id()), 3, Box::new(call), length));
	for member in WITNESSES {
		if ayes.contains(&member) {
			assert_ok!(Council::vote(signed(member.to_account_id()), hash, index, true));
		}
	}
	// Those who have not voted never will.
	System::set_block_number(System::block_number() + 3 * DAYS);
	let enough = Weight::from_parts(1_000_000_000_000, u64::MAX / 4);
	assert_ok!(Council::close(signed(Alice.to_account_id()), hash, index, enough, length));
	System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::Council(pallet_collective::Event::Executed { proposal_hash, result })
			if proposal_hash == hash =>
		{
			Some(result)
		}
		_ => None,
	})
}

fn new_terms() -> RuntimeCall {
	pallet_margin::Call::set_terms { role: Role::Merchant, minimum: 2_000 * UNITS, notice: DAYS }
		.into()
}

#[test]
fn two_thirds_set_terms() {
	in_block("local_testnet_4", || {
		assert_eq!(vote(new_terms(), &[Alice, Bob, Charlie]), Some(Ok(())));
		assert_eq!(Margin::terms(Role::Merchant).minimum, 2_000 * UNITS);
	});
}

#[test]
fn half_is_not_two_thirds_and_absence_is_no_consent() {
	in_block("local_testnet_4", || {
		assert_eq!(vote(new_terms(), &[Alice, Bob]), None);
		assert_eq!(Margin::terms(Role::Merchant).minimum, 1_000 * UNITS);
	});
}

#[test]
fn nobody_else_sets_terms() {
	in_block("local_testnet_4", || {
		for who in WITNESSES {
			assert_noop!(
				Margin::set_terms(signed(who.to_account_id()), Role::Merchant, 2_000 * UNITS, DAYS),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn penalties_are_the_councils_and_not_roots() {
	in_block("local_testnet_4", || {
		let payments = || vec![(Bob.to_account_id(), UNITS)].try_into().unwrap();
		let who = Charlie.to_account_id();
		assert_noop!(
			Margin::penalise(RuntimeOrigin::root(), who.clone(), Role::Merchant, payments()),
			DispatchError::BadOrigin
		);
		let call =
			pallet_margin::Call::penalise { who, role: Role::Merchant, payments: payments() };
		assert_eq!(vote(call, &[Alice, Bob, Dave]), Some(Ok(())));
	});
}

#[test]
fn council_is_not_root_and_cannot_become_it() {
	let root = || OriginCaller::system(frame_system::RawOrigin::Root);
	let as_charlie =
		|| OriginCaller::system(frame_system::RawOrigin::Signed(Charlie.to_account_id()));
	let seize = || -> Box<RuntimeCall> {
		Box::new(
			pallet_balances::Call::transfer_all {
				dest: Alice.to_account_id().into(),
				keep_alive: false,
			}
			.into(),
		)
	};
	let calls: Vec<RuntimeCall> = vec![
		frame_system::Call::set_code { code: vec![0] }.into(),
		frame_system::Call::set_storage { items: vec![] }.into(),
		frame_system::Call::authorize_upgrade { code_hash: Default::default() }.into(),
		pallet_utility::Call::dispatch_as { as_origin: Box::new(as_charlie()), call: seize() }
			.into(),
		pallet_utility::Call::dispatch_as_fallible { as_origin: Box::new(root()), call: seize() }
			.into(),
		pallet_balances::Call::force_transfer {
			source: Charlie.to_account_id().into(),
			dest: Alice.to_account_id().into(),
			value: UNITS,
		}
		.into(),
		pallet_balances::Call::force_set_balance {
			who: Alice.to_account_id().into(),
			new_free: u128::MAX,
		}
		.into(),
	];
	in_block("local_testnet_4", || {
		for call in calls {
			assert_eq!(
				vote(call.clone(), &WITNESSES),
				Some(Err(DispatchError::BadOrigin)),
				"{call:?}"
			);
		}
	});
}

#[test]
fn what_the_council_schedules_runs_as_the_council() {
	in_block("local_testnet_4", || {
		let inner = frame_system::Call::<Runtime>::set_storage { items: vec![] };
		let when = System::block_number() + 10 * DAYS;
		let call = pallet_scheduler::Call::schedule {
			when,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(inner.into()),
		};
		assert_eq!(vote(call, &WITNESSES), Some(Ok(())));
		System::set_block_number(when);
		System::reset_events();
		// Nothing was scheduled for the blocks that the vote left out.
		pallet_scheduler::IncompleteSince::<Runtime>::put(when);
		<bhtd_runtime::Scheduler as frame_support::traits::Hooks<_>>::on_initialize(when);
		let outcome = System::events().into_iter().find_map(|record| match record.event {
			RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result, .. }) => {
				Some(result)
			}
			_ => None,
		});
		assert_eq!(outcome, Some(Err(DispatchError::BadOrigin)));
	});
}

#[test]
fn nobody_replaces_the_members() {
	in_block("local_testnet_4", || {
		let before = members();
		let new_members = vec![Alice.to_account_id(), Eve.to_account_id()];
		let call = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::set_members {
			new_members: new_members.clone(),
			prime: None,
			old_count: 4,
		};
		assert_eq!(vote(call, &WITNESSES), Some(Err(DispatchError::BadOrigin)));
		for origin in [RuntimeOrigin::root(), signed(Alice.to_account_id())] {
			assert_noop!(
				Council::set_members(origin, new_members.clone(), None, 4),
				DispatchError::BadOrigin
			);
		}
		assert_eq!(members(), before);
	});
}
