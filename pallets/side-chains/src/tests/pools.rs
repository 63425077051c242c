//! What is promised to consumers.

use super::*;

#[test]
fn raising_a_pool_owes_more_and_lets_more_through() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(SideChains::raise_pool(signed(MERCHANT), id, POOL));
		assert_eq!(last_event(), Event::PoolRaised { chain: id, amount: POOL });
		let pool = pool(id);
		assert_eq!(pool.promised, 2 * POOL);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + 2 * POOL);
		// The bucket is larger, and not fuller.
		assert_eq!((pool.bucket.limit, pool.bucket.level), (2 * LIMIT, LIMIT));
	});
}

#[test]
fn raising_a_pool_has_its_limits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let raise = |who, chain, amount| SideChains::raise_pool(signed(who), chain, amount);
		assert_noop!(raise(RIVAL, id, 10), Error::<Test>::NotManager);
		assert_noop!(raise(MERCHANT, SECOND, 10), Error::<Test>::ChainNotFound);
		assert_noop!(raise(MERCHANT, id, 0), Error::<Test>::ZeroAmount);
		for origin in unsigned() {
			assert_noop!(SideChains::raise_pool(origin, id, 10), BadOrigin);
		}
		let most = MARGIN - CHAIN_DEPOSIT - POOL;
		assert_noop!(raise(MERCHANT, id, most + 1), Error::<Test>::ExceedsMargin);
		assert_noop!(raise(MERCHANT, id, Balance::MAX), Error::<Test>::ExceedsMargin);
		assert_ok!(raise(MERCHANT, id, most));
		assert_ok!(Margin::top_up(signed(MERCHANT), Role::GroupMerchant, 1_000));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::GroupMerchant));
		assert_noop!(raise(MERCHANT, id, 10), Error::<Test>::NotActiveGroupMerchant);
	});
}

#[test]
fn a_planck_more_does_not_slow_redemptions_down() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		for nonce in 0..9 {
			assert_ok!(redeem(id, ALICE, LIMIT, nonce));
			run_blocks(LIMIT_WINDOW);
			run_to_turn_and_fill(id);
		}
		assert_eq!(pool(id).promised, POOL - 9 * LIMIT);
		assert_ok!(SideChains::raise_pool(signed(MERCHANT), id, 1));
		assert_eq!(pool(id).bucket.limit, LIMIT);
	});
}

fn run_to_turn_and_fill(id: ChainId) {
	assert_ok!(SideChains::fill_tank(signed(BOB), id, 10 * FEE));
	run_to_turn(id);
}

#[test]
fn a_pool_is_lowered_with_notice_and_redeemed_from_until_then() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		let lower = || SideChains::lower_pool(signed(MERCHANT), id);
		assert_noop!(lower(), Error::<Test>::LoweringNotAnnounced);
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, POOL / 2));
		let from = System::block_number() + LOWERING_NOTICE;
		assert_eq!(last_event(), Event::LoweringAnnounced { chain: id, amount: POOL / 2, from });
		assert_noop!(lower(), Error::<Test>::NoticeRunning);
		assert_ok!(redeem(id, ALICE, 1_000, 0));
		run_blocks(LOWERING_NOTICE - 1);
		assert_noop!(lower(), Error::<Test>::NoticeRunning);
		run_blocks(1);
		assert_ok!(lower());
		assert_eq!(last_event(), Event::PoolLowered { chain: id, amount: POOL / 2 });
		assert_eq!(pool(id).promised, POOL / 2 - 1_000);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + POOL / 2 - 1_000);
		let bucket = pool(id).bucket;
		assert_eq!((bucket.limit, bucket.level), (900, 900));
		// Once.
		assert_noop!(lower(), Error::<Test>::LoweringNotAnnounced);
	});
}

#[test]
fn an_announcement_lapses_and_can_be_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		let announce = |amount| SideChains::announce_lowering(signed(MERCHANT), id, amount);
		let lower = || SideChains::lower_pool(signed(MERCHANT), id);
		assert_noop!(announce(0), Error::<Test>::LoweringNotAnnounced);
		assert_ok!(announce(10));
		run_blocks(2 * LOWERING_NOTICE - 1);
		frame_support::hypothetically!({
			assert_ok!(lower());
		});
		run_blocks(1);
		assert_noop!(lower(), Error::<Test>::NoticeLapsed);
		assert_ok!(announce(10));
		run_blocks(LOWERING_NOTICE);
		// A new one begins anew.
		assert_ok!(announce(20));
		assert_noop!(lower(), Error::<Test>::NoticeRunning);
		assert_ok!(announce(0));
		assert_eq!(last_event(), Event::LoweringCancelled { chain: id });
		assert_noop!(lower(), Error::<Test>::LoweringNotAnnounced);
	});
}

#[test]
fn only_the_manager_lowers() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_noop!(
			SideChains::announce_lowering(signed(RIVAL), id, 1),
			Error::<Test>::NotManager
		);
		assert_noop!(
			SideChains::announce_lowering(signed(MERCHANT), SECOND, 1),
			Error::<Test>::ChainNotFound
		);
		assert_noop!(SideChains::lower_pool(signed(RIVAL), id), Error::<Test>::NotManager);
		assert_noop!(
			SideChains::lower_pool(signed(MERCHANT), SECOND),
			Error::<Test>::ChainNotFound
		);
		for origin in unsigned() {
			assert_noop!(SideChains::announce_lowering(origin.clone(), id, 1), BadOrigin);
			assert_noop!(SideChains::lower_pool(origin, id), BadOrigin);
		}
	});
}

#[test]
fn a_pool_is_never_lowered_below_what_is_owed_and_queued() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		assert_ok!(SideChains::declare_owed(by(id), 12_000));
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, Balance::MAX));
		run_blocks(LOWERING_NOTICE);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, LIMIT, 1));
		// 18,000 are promised, 8,000 owed, 2,000 queued.
		assert_ok!(SideChains::lower_pool(signed(MERCHANT), id));
		assert_eq!(last_event(), Event::PoolLowered { chain: id, amount: 8_000 });
		let now = pool(id);
		assert_eq!((now.promised, now.owed, now.queued), (10_000, 8_000, LIMIT));
		// What waits still gets through the limit.
		assert_eq!(now.bucket.limit, LIMIT);
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, 1));
		run_blocks(LOWERING_NOTICE);
		assert_eq!(pool(id).queued, 0);
		assert_noop!(SideChains::lower_pool(signed(MERCHANT), id), Error::<Test>::NothingToLower);
	});
}

#[test]
fn a_chain_says_what_it_owes_and_no_more_than_is_promised() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let declare = |owed| SideChains::declare_owed(by(id), owed);
		assert_noop!(declare(POOL + 1), Error::<Test>::ExceedsPool);
		assert_ok!(declare(POOL));
		assert_eq!(last_event(), Event::OwedDeclared { chain: id, owed: POOL });
		// Points that wait to be paid are no longer owed, but bind the pool.
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, LIMIT, 1));
		let now = pool(id);
		assert_eq!((now.promised, now.owed, now.queued), (18_000, 16_000, 2_000));
		assert_noop!(declare(16_001), Error::<Test>::ExceedsPool);
		assert_ok!(declare(0));
		// What was not declared was not owed.
		run_blocks(LIMIT_WINDOW);
		assert_ok!(declare(500));
		run_blocks(LIMIT_WINDOW);
		assert_ok!(redeem(id, ALICE, LIMIT, 2));
		assert_eq!(pool(id).owed, 0);
		assert_noop!(SideChains::declare_owed(by(SECOND), 0), Error::<Test>::ChainNotFound);
		for origin in no_chain() {
			assert_noop!(SideChains::declare_owed(origin, 0), BadOrigin);
		}
	});
}

#[test]
fn the_collective_writes_off_what_a_dead_chain_owes() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(SideChains::declare_owed(by(id), 1_000));
		let write_off = |owed| SideChains::write_off(signed(COLLECTIVE), id, owed);
		assert_noop!(write_off(0), Error::<Test>::NotStalled);
		relay::set_silent(id, true);
		run_blocks(RECOVERY_PERIOD - 1);
		assert_noop!(write_off(0), Error::<Test>::NotStalled);
		run_blocks(1);
		for who in [MERCHANT, ALICE, GUARD] {
			assert_noop!(SideChains::write_off(signed(who), id, 0), BadOrigin);
		}
		assert_noop!(SideChains::write_off(RuntimeOrigin::root(), id, 0), BadOrigin);
		assert_noop!(write_off(1_000), Error::<Test>::ExceedsOwed);
		assert_noop!(
			SideChains::write_off(signed(COLLECTIVE), SECOND, 0),
			Error::<Test>::ChainNotFound
		);
		assert_ok!(write_off(999));
		assert_eq!(pool(id).owed, 999);
		assert_eq!(last_event(), Event::OwedWrittenOff { chain: id, owed: 999 });
		assert_eq!(pool(id).promised, POOL);
	});
}
