//! How chains leave.

use super::*;

fn leave(who: AccountId, id: ChainId) -> sp_runtime::DispatchResult {
	SideChains::leave(signed(who), id)
}

/// Announces that nothing will be promised any more, and lowers the pool when the notice has ended.
fn empty_pool(id: ChainId) {
	assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, Balance::MAX));
	run_blocks(LOWERING_NOTICE);
	assert_ok!(SideChains::lower_pool(signed(MERCHANT), id));
	assert_eq!(pool(id).promised, 0);
}

#[test]
fn a_chain_that_owes_nothing_leaves_and_everything_comes_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		empty_pool(id);
		let tank = chain(id).tank;
		assert_eq!(free(TREASURER), ENDOWMENT);
		System::reset_events();
		assert_ok!(leave(MERCHANT, id));
		assert_eq!(
			events(),
			vec![
				Event::CoreReleased { chain: id, core: 0 },
				Event::LeavingStarted { chain: id, refunded: tank },
				Event::Left { chain: id },
			]
		);
		assert_eq!(free(TREASURER), ENDOWMENT + tank);
		assert_eq!((in_tanks(TREASURER), owed(MERCHANT)), (0, 0));
		assert!(!Chains::<Test>::contains_key(id));
		assert!(!Pools::<Test>::contains_key(id));
		assert!(!Descriptions::<Test>::contains_key(id));
		assert_eq!(Chains::<Test>::count(), 0);
		assert_eq!(relay::assigned(0), None);
		// The margin is free.
		assert_ok!(Margin::withdraw_excess(signed(MERCHANT), Role::GroupMerchant, MARGIN));
		// Messages that come too late find nothing.
		assert_noop!(redeem(id, ALICE, 100, 0), Error::<Test>::ChainNotFound);
		run_blocks(20);
		assert!(!relay::is_registered(id));
		// The id is not given again, the core is.
		assert_ok!(register(RIVAL, template(), TANK, 0));
		assert_eq!(Slots::<Test>::get()[0].chain, Some(id + 1));
	});
}

#[test]
fn leaving_is_refused_while_anything_is_owed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		assert_noop!(leave(MERCHANT, id), Error::<Test>::PoolPromised);
		assert_ok!(SideChains::declare_owed(by(id), 1));
		assert_noop!(leave(MERCHANT, id), Error::<Test>::PointsOwed);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, 100, 1));
		assert_noop!(leave(MERCHANT, id), Error::<Test>::RedemptionsQueued);
		assert_eq!(pool(id).owed, 0);
	});
}

#[test]
fn only_the_manager_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_noop!(leave(RIVAL, id), Error::<Test>::NotManager);
		assert_noop!(leave(MERCHANT, SECOND), Error::<Test>::ChainNotFound);
		for origin in unsigned() {
			assert_noop!(SideChains::leave(origin, id), BadOrigin);
			assert_noop!(SideChains::clean_up(RuntimeOrigin::none(), id), BadOrigin);
		}
		assert_noop!(SideChains::clean_up(signed(ALICE), SECOND), Error::<Test>::ChainNotFound);
		assert_noop!(SideChains::clean_up(signed(ALICE), id), Error::<Test>::NotLeaving);
	});
}

#[test]
fn messages_that_wait_hold_a_chain_back_until_anybody_tries_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		empty_pool(id);
		let tank = chain(id).tank;
		relay::set_messages(id, 1);
		assert_ok!(leave(MERCHANT, id));
		assert_eq!(last_event(), Event::LeavingStarted { chain: id, refunded: tank });
		let record = chain(id);
		assert_eq!((record.status, record.tank), (Status::Leaving, 0));
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT);
		assert_eq!(SideChains::stage(id), Some(Stage::Leaving));
		// The registry wrote before it refused; nothing of that is left.
		assert!(relay::is_live(id));
		let error = || Error::<Test>::CleanUpRefused;
		assert_noop!(SideChains::clean_up(signed(ALICE), id), error());

		// Nothing else happens to it any more.
		let error = || Error::<Test>::ChainLeaving;
		assert_noop!(leave(MERCHANT, id), error());
		assert_noop!(SideChains::fill_tank(signed(ALICE), id, 10), error());
		assert_noop!(SideChains::raise_pool(signed(MERCHANT), id, 10), error());
		assert_noop!(SideChains::authorize_upgrade(by(id), hash_of(b"new")), error());
		assert_noop!(SideChains::apply_upgrade(signed(ALICE), id, own(b"new!")), error());
		assert_noop!(SideChains::resume(signed(MERCHANT), id), Error::<Test>::NotSuspended);
		assert_noop!(redeem(id, ALICE, 100, 0), Error::<Test>::PoolExhausted);
		assert_noop!(SideChains::declare_owed(by(id), 1), Error::<Test>::ExceedsPool);
		run_blocks(PERIOD);

		relay::set_messages(id, 0);
		assert_ok!(SideChains::clean_up(signed(ALICE), id));
		assert_eq!(last_event(), Event::Left { chain: id });
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn a_chain_that_has_not_started_needs_no_notice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		run_blocks(1);
		assert_ok!(leave(MERCHANT, FIRST));
		// It onboards, so it stays for now, without a core or a promise.
		assert_eq!(chain(FIRST).status, Status::Leaving);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT);
		assert_eq!(free(TREASURER), ENDOWMENT + TANK);
		assert_noop!(SideChains::clean_up(signed(ALICE), FIRST), Error::<Test>::CleanUpRefused);
		run_blocks(20);
		assert_ok!(SideChains::clean_up(signed(ALICE), FIRST));
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn a_chain_that_has_not_started_still_keeps_what_it_has_declared() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_ok!(SideChains::declare_owed(by(FIRST), 1));
		assert_noop!(leave(MERCHANT, FIRST), Error::<Test>::PointsOwed);
	});
}

#[test]
fn a_chain_that_has_started_needs_notice_before_that_was_noticed() {
	ExtBuilder::default().build_and_execute(|| {
		// The turns of the second core are a block later than the sessions.
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		run_blocks(19);
		assert_eq!(chain(SECOND).status, Status::Onboarding);
		assert_noop!(leave(MERCHANT, SECOND), Error::<Test>::PoolPromised);
	});
}

#[test]
fn a_chain_that_was_removed_by_force_needs_notice_all_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		relay::remove_by_force(id);
		assert_noop!(leave(MERCHANT, id), Error::<Test>::PoolPromised);
		assert_eq!(SideChains::stage(id), Some(Stage::Starting));
		empty_pool(id);
		assert_ok!(leave(MERCHANT, id));
		assert_eq!(last_event(), Event::Left { chain: id });
	});
}

#[test]
fn a_suspended_chain_leaves_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 10 * FEE, POOL);
		relay::set_silent(id, true);
		empty_pool(id);
		assert_eq!(chain(id).status, suspended(Suspension::Stalled));
		let tank = chain(id).tank;
		System::reset_events();
		assert_ok!(leave(MERCHANT, id));
		assert_eq!(
			events(),
			vec![Event::LeavingStarted { chain: id, refunded: tank }, Event::Left { chain: id }]
		);
	});
}

#[test]
fn an_empty_tank_is_no_hindrance() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		empty_pool(id);
		assert_eq!(chain(id).tank, 0);
		assert_ok!(leave(MERCHANT, id));
		assert_eq!(last_event(), Event::Left { chain: id });
	});
}

#[test]
fn a_lowering_that_was_announced_ends_with_the_chain() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), FIRST, 10));
		run_blocks(1);
		assert_ok!(leave(MERCHANT, FIRST));
		assert_eq!(pool(FIRST).lowering, None);
	});
}

#[test]
fn a_core_is_not_given_and_taken_in_one_block() {
	ExtBuilder::default().witnesses(1).build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_noop!(leave(MERCHANT, FIRST), Error::<Test>::CoreJustAssigned);
		run_blocks(1);
		assert_ok!(leave(MERCHANT, FIRST));
		assert_eq!(relay::assigned(0), None);
		assert_noop!(register(RIVAL, template(), TANK, POOL), Error::<Test>::NoCoreFree);
		run_blocks(1);
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		assert_noop!(leave(RIVAL, SECOND), Error::<Test>::CoreJustAssigned);
	});
}

#[test]
fn the_margin_does_not_leave_before_the_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, 0);
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::GroupMerchant));
		run_blocks(NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::GroupMerchant));
		assert_eq!(held(MERCHANT), CHAIN_DEPOSIT);
		assert_ok!(leave(MERCHANT, id));
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::GroupMerchant));
		assert_eq!(held(MERCHANT), 0);
	});
}
