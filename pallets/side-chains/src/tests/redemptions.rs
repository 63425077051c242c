//! Redemptions by the chain itself.

use super::*;
use crate::nonces::WINDOW;
use frame_support::{traits::Hooks, weights::Weight};

#[test]
fn a_redemption_pays_out_of_the_margin_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(SideChains::declare_owed(by(id), POOL));
		let margin = held(MERCHANT);
		assert_ok!(redeem(id, ALICE, 500, 7));
		assert_eq!(
			last_event(),
			Event::Redeemed { chain: id, nonce: 7, beneficiary: ALICE, amount: 500 }
		);
		assert_eq!(free(ALICE), ENDOWMENT + 500);
		assert_eq!(held(MERCHANT), margin - 500);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + POOL - 500);
		let now = pool(id);
		assert_eq!((now.promised, now.owed, now.queued), (POOL - 500, POOL - 500, 0));
		assert_eq!(now.bucket.level, LIMIT - 500);
		assert_eq!(now.bucket.updated, System::block_number());
	});
}

#[test]
fn the_least_redemption_brings_an_account_into_existence() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let error = || Error::<Test>::BelowLeastRedemption;
		assert_noop!(redeem(id, NOBODY, LEAST_REDEMPTION - 1, 0), error());
		assert_noop!(redeem(id, NOBODY, 0, 0), error());
		assert_ok!(redeem(id, NOBODY, LEAST_REDEMPTION, 0));
		assert_eq!(free(NOBODY), LEAST_REDEMPTION);
	});
}

#[test]
fn a_merchant_can_redeem_for_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let (free_before, margin) = (free(MERCHANT), held(MERCHANT));
		assert_ok!(redeem(id, MERCHANT, 500, 0));
		assert_eq!((free(MERCHANT), held(MERCHANT)), (free_before + 500, margin - 500));
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + POOL - 500);
	});
}

#[test]
fn only_a_registered_chain_redeems() {
	ExtBuilder::default().build_and_execute(|| {
		launch(MERCHANT);
		for origin in no_chain() {
			assert_noop!(SideChains::redeem(origin, ALICE, 100, 0), BadOrigin);
		}
		assert_noop!(redeem(SECOND, ALICE, 100, 0), Error::<Test>::ChainNotFound);
	});
}

#[test]
fn no_more_than_pool_and_limit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, TANK, 100);
		// The lowest limit is more than the pool.
		assert_eq!(pool(id).bucket.limit, LOWEST_LIMIT);
		assert_noop!(redeem(id, ALICE, 101, 0), Error::<Test>::PoolExhausted);
		assert_ok!(redeem(id, ALICE, 100, 0));
		assert_noop!(redeem(id, ALICE, 50, 1), Error::<Test>::PoolExhausted);
		let id = launch(RIVAL);
		assert_noop!(redeem(id, ALICE, LIMIT + 1, 0), Error::<Test>::AboveLimit);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
	});
}

#[test]
fn the_queue_counts_against_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, TANK, 500);
		assert_ok!(redeem(id, ALICE, 200, 0));
		assert_ok!(redeem(id, ALICE, 200, 1));
		assert_noop!(redeem(id, ALICE, 101, 2), Error::<Test>::PoolExhausted);
		assert_ok!(redeem(id, ALICE, 100, 2));
		assert_eq!(pool(id).queued, 300);
		assert_noop!(redeem(id, ALICE, 50, 3), Error::<Test>::PoolExhausted);
	});
}

#[test]
fn a_number_is_used_once_and_only_by_success() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_noop!(redeem(id, ALICE, LIMIT + 1, 5), Error::<Test>::AboveLimit);
		assert!(SideChains::nonce_accepted(id, 5));
		assert_ok!(redeem(id, ALICE, 100, 5));
		assert!(!SideChains::nonce_accepted(id, 5));
		assert_noop!(redeem(id, ALICE, 100, 5), Error::<Test>::NonceUsed);
		assert_noop!(redeem(id, BOB, 50, 5), Error::<Test>::NonceUsed);
		// Whatever else is wrong as well: who asks again learns that it was paid.
		for amount in [0, LIMIT + 1, u128::MAX] {
			assert_noop!(redeem(id, ALICE, amount, 5), Error::<Test>::NonceUsed);
		}
		assert_ok!(redeem(id, ALICE, 100, 4));
		assert_noop!(redeem(id, ALICE, 100, 2 * WINDOW), Error::<Test>::NonceTooFar);
		assert_ok!(redeem(id, ALICE, 100, WINDOW));
		assert_noop!(redeem(id, ALICE, 100, 0), Error::<Test>::NonceTooOld);
		// Every chain counts for itself.
		let other = launch(RIVAL);
		assert_ok!(redeem(other, ALICE, 100, 5));
		assert!(!SideChains::nonce_accepted(SECOND + 1, 0));
	});
}

#[test]
fn a_number_in_the_queue_is_used() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, 100, 1));
		assert_noop!(redeem(id, ALICE, 100, 1), Error::<Test>::NonceUsed);
		assert_ok!(redeem(id, ALICE, 100, 2));
	});
}

#[test]
fn a_beneficiary_that_cannot_be_paid_is_an_error() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		frame_support::hypothetically!({
			frame_system::Account::<Test>::mutate(ALICE, |it| it.data.free = Balance::MAX - 99);
			assert_noop!(redeem(id, ALICE, 100, 0), Error::<Test>::BeneficiaryNotPayable);
			assert_ok!(redeem(id, ALICE, 99, 0));
		});
	});
}

#[test]
fn what_the_limit_holds_up_waits_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 100 * FEE, POOL);
		assert_ok!(redeem(id, ALICE, LIMIT - 100, 0));
		System::reset_events();
		assert_ok!(redeem(id, ALICE, 200, 1));
		assert_eq!(
			events(),
			vec![Event::Queued { chain: id, nonce: 1, beneficiary: ALICE, amount: 200 }]
		);
		// There is still enough for this one, but others were first.
		assert_ok!(redeem(id, BOB, 50, 2));
		assert_eq!((free(ALICE), free(BOB)), (ENDOWMENT + LIMIT - 100, ENDOWMENT));
		assert_eq!(pool(id).queued, 250);
		assert_eq!(Waiting::<Test>::get(), vec![id]);
		// Twenty planck a block.
		run_blocks(4);
		assert_eq!(pool(id).queued, 250);
		System::reset_events();
		run_blocks(1);
		assert_eq!(free(ALICE), ENDOWMENT + LIMIT + 100);
		assert_eq!(pool(id).queued, 50);
		run_blocks(3);
		assert_eq!(free(BOB), ENDOWMENT + 50);
		assert_eq!(pool(id).queued, 0);
		assert!(Waiting::<Test>::get().is_empty());
		let nonces = events().into_iter().filter_map(|event| match event {
			Event::Redeemed { nonce, .. } => Some(nonce),
			_ => None,
		});
		assert_eq!(nonces.collect::<Vec<_>>(), [1, 2]);
		assert_eq!(pool(id).promised, POOL - LIMIT - 150);
	});
}

#[test]
fn a_full_queue_is_an_error_and_nothing_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		for nonce in 1..=u64::from(MAX_QUEUE) {
			assert_ok!(redeem(id, ALICE, 100, nonce));
		}
		assert_noop!(redeem(id, ALICE, 100, 9), Error::<Test>::QueueFull);
		assert_eq!(SideChains::queue(id).len(), MAX_QUEUE as usize);
		run_blocks(5);
		assert_ok!(redeem(id, ALICE, 100, 9));
		run_blocks(50);
		assert_eq!(free(ALICE), ENDOWMENT + LIMIT + 500);
	});
}

#[test]
fn anybody_serves_what_the_limit_lets_through() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let serve = |most| SideChains::serve(signed(BOB), id, most);
		assert_noop!(serve(1), Error::<Test>::NothingToServe);
		assert_noop!(SideChains::serve(signed(BOB), SECOND, 1), Error::<Test>::ChainNotFound);
		for origin in unsigned() {
			assert_noop!(SideChains::serve(origin, id, 1), BadOrigin);
		}
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		for nonce in 1..=4 {
			assert_ok!(redeem(id, ALICE, 100, nonce));
		}
		assert_noop!(serve(9), Error::<Test>::NothingToServe);
		run_busy_blocks(15);
		assert_noop!(serve(0), Error::<Test>::NothingToServe);
		assert_ok!(serve(1));
		assert_eq!(pool(id).queued, 300);
		assert_ok!(serve(9));
		// 300 were there.
		assert_eq!(pool(id).queued, 100);
		assert_eq!(Waiting::<Test>::get(), vec![id]);
		run_busy_blocks(5);
		assert_ok!(serve(9));
		assert!(Waiting::<Test>::get().is_empty());
		assert_eq!(free(ALICE), ENDOWMENT + LIMIT + 400);
	});
}

#[test]
fn the_weight_of_serving_follows_the_number_up_to_the_longest_queue() {
	use frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		let weight = |most| Call::<Test>::serve { chain: 0, most }.get_dispatch_info().call_weight;
		assert_eq!(weight(2), <() as WeightInfo>::serve(2));
		assert_eq!(weight(u32::MAX), <() as WeightInfo>::serve(MAX_QUEUE));
	});
}

#[test]
fn idle_time_serves_chains_in_turns_and_within_its_weight() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (launch(MERCHANT), launch(RIVAL));
		for id in [one, two] {
			assert_ok!(redeem(id, ALICE, LIMIT, 0));
			assert_ok!(redeem(id, ALICE, 100, 1));
			assert_ok!(redeem(id, ALICE, 100, 2));
		}
		run_busy_blocks(20);
		let now = System::block_number();
		let idle = |weight| SideChains::on_idle(now, weight);
		let (base, step) = (<() as WeightInfo>::serve_waiting(), <() as WeightInfo>::serve(1));
		assert_eq!(idle(base.saturating_sub(Weight::from_parts(1, 0))), Weight::zero());
		assert_eq!(idle(base), base);
		assert_eq!((pool(one).queued, pool(two).queued), (200, 200));
		// Room for one: the first chain, which is the last now.
		assert_eq!(idle(base.saturating_add(step)), base.saturating_add(step));
		assert_eq!((pool(one).queued, pool(two).queued), (100, 200));
		assert_eq!(Waiting::<Test>::get(), vec![two, one]);
		assert_eq!(idle(base.saturating_add(step)), base.saturating_add(step));
		assert_eq!((pool(one).queued, pool(two).queued), (100, 100));
		idle(Weight::MAX);
		assert_eq!((pool(one).queued, pool(two).queued), (0, 0));
		assert!(Waiting::<Test>::get().is_empty());
		assert_eq!(idle(Weight::MAX), base);
	});
}

#[test]
fn a_queue_that_was_emptied_costs_no_second_visit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, 100, 1));
		run_busy_blocks(5);
		let (base, step) = (<() as WeightInfo>::serve_waiting(), <() as WeightInfo>::serve(1));
		let used = SideChains::on_idle(System::block_number(), Weight::MAX);
		assert_eq!(used, base.saturating_add(step));
		assert!(Waiting::<Test>::get().is_empty());
	});
}

#[test]
fn idle_time_tries_each_limited_chain_once() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (launch(MERCHANT), launch(RIVAL));
		for id in [one, two] {
			assert_ok!(redeem(id, ALICE, LIMIT, 0));
			assert_ok!(redeem(id, ALICE, LIMIT, 1));
		}
		let (base, step) = (<() as WeightInfo>::serve_waiting(), <() as WeightInfo>::serve(1));
		let used = SideChains::on_idle(System::block_number(), Weight::MAX);
		assert_eq!(used, base.saturating_add(step.saturating_mul(2)));
		assert_eq!(Waiting::<Test>::get(), vec![one, two]);
	});
}

#[test]
fn one_that_cannot_be_paid_lets_the_others_go_first() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, BOB, 100, 1));
		assert_ok!(redeem(id, ALICE, 100, 2));
		run_busy_blocks(20);
		frame_support::hypothetically!({
			frame_system::Account::<Test>::mutate(BOB, |it| it.data.free = Balance::MAX);
			let before = pool(id).bucket;
			System::reset_events();
			assert_ok!(SideChains::serve(signed(ALICE), id, 2));
			let events = events();
			assert!(matches!(events[0], Event::Deferred { nonce: 1, .. }));
			assert!(matches!(events[1], Event::Redeemed { nonce: 2, .. }));
			// The failure took nothing out of the bucket.
			let available = before.available(System::block_number(), LIMIT_WINDOW);
			assert_eq!(pool(id).bucket.level, available - 100);
			assert_eq!(pool(id).queued, 100);
			assert_eq!(SideChains::queue(id)[0].nonce, 1);
			// Alone, it costs one attempt a block.
			assert_noop!(SideChains::serve(signed(ALICE), id, 9), Error::<Test>::NothingToServe);
			let used = SideChains::on_idle(System::block_number(), Weight::MAX);
			let (base, step) = (<() as WeightInfo>::serve_waiting(), <() as WeightInfo>::serve(1));
			assert_eq!(used, base.saturating_add(step));
			assert_eq!(Waiting::<Test>::get(), vec![id]);
			// When it can be paid, it is.
			frame_system::Account::<Test>::mutate(BOB, |it| it.data.free = 10);
			assert_ok!(SideChains::serve(signed(ALICE), id, 9));
			assert_eq!(free(BOB), 110);
			assert!(Waiting::<Test>::get().is_empty());
		});
		run_blocks(1);
		assert_eq!(pool(id).queued, 0);
	});
}

#[test]
fn a_suspended_chain_and_a_leaving_merchant_still_pay() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..3).for_each(|_| run_to_turn(id));
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::GroupMerchant));
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_ok!(redeem(id, ALICE, 100, 1));
		run_blocks(NOTICE + LIMIT_WINDOW);
		assert_eq!(free(ALICE), ENDOWMENT + LIMIT + 100);
		// The margin leaves with what is not owed alone.
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::GroupMerchant));
		assert_eq!(held(MERCHANT), CHAIN_DEPOSIT + POOL - LIMIT - 100);
	});
}
