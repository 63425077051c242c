//! Tanks, and how cores are lost and found.

use super::*;

#[test]
fn every_period_costs_a_fee_and_the_witnesses_get_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_eq!((chain(id).tank, in_tanks(TREASURER)), (TANK - FEE, TANK - FEE));
		assert_eq!(free(POT), ENDOWMENT + FEE);
		run_blocks(PERIOD - 1);
		assert_eq!(chain(id).tank, TANK - FEE);
		System::reset_events();
		run_blocks(1);
		assert_eq!((chain(id).tank, in_tanks(TREASURER)), (TANK - 2 * FEE, TANK - 2 * FEE));
		assert_eq!(free(POT), ENDOWMENT + 2 * FEE);
		assert_eq!(events(), vec![Event::FeePaid { chain: id, amount: FEE }]);
	});
}

#[test]
fn each_core_has_its_turn_in_a_block_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, 0));
		assert_ok!(register(RIVAL, template(), TANK, 0));
		run_blocks(19);
		let tanks = || (chain(FIRST).tank, chain(SECOND).tank);
		assert_eq!(System::block_number(), PERIOD);
		assert_eq!(tanks(), (TANK - FEE, TANK));
		run_blocks(1);
		assert_eq!(tanks(), (TANK - FEE, TANK - FEE));
		run_blocks(PERIOD - 1);
		assert_eq!(tanks(), (TANK - 2 * FEE, TANK - FEE));
	});
}

#[test]
fn the_hook_says_what_it_has_done() {
	use frame_support::{traits::Hooks, weights::Weight};
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let start = |block| SideChains::on_initialize(block);
		let busy =
			<() as WeightInfo>::turn_that_charges().max(<() as WeightInfo>::turn_that_suspends());
		assert_eq!(start(PERIOD), busy);
		assert_eq!(start(PERIOD + 1), <() as WeightInfo>::turn_of_none());
		assert_eq!(start(PERIOD + u64::from(MAX_CORES)), Weight::zero());
		assert_eq!(chain(id).tank, TANK - 2 * FEE);
	});
}

#[test]
fn an_empty_tank_costs_the_core_and_refilling_brings_it_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		run_to_turn(id);
		run_to_turn(id);
		// It has paid to the last planck, and until here.
		assert_eq!(chain(id).tank, 0);
		assert!(matches!(chain(id).status, Status::Active { .. }));
		System::reset_events();
		run_to_turn(id);
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		assert_eq!(relay::assigned(0), None);
		assert_eq!(
			events(),
			vec![
				Event::CoreReleased { chain: id, core: 0 },
				Event::Suspended { chain: id, reason: Suspension::TankEmpty },
			]
		);
		run_blocks(10);
		let last = SideChains::stage(id);
		assert_eq!(last, Some(Stage::Suspended { reason: Suspension::TankEmpty }));
		// Too little: nothing but a fuller tank.
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, FEE - 1));
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		assert_eq!(last_event(), Event::TankFilled { chain: id, who: ALICE, amount: FEE - 1 });
		System::reset_events();
		assert_ok!(SideChains::fill_tank(signed(BOB), id, 1));
		assert_eq!(chain(id).status, Status::Active { since: System::block_number() });
		assert_eq!((chain(id).tank, in_tanks(TREASURER)), (0, 0));
		assert_eq!(
			events(),
			vec![
				Event::TankFilled { chain: id, who: BOB, amount: 1 },
				Event::CoreAssigned { chain: id, core: 0 },
				Event::FeePaid { chain: id, amount: FEE },
				Event::Resumed { chain: id },
			]
		);
		assert_eq!(relay::assigned(0), Some(id));
	});
}

#[test]
fn running_dry_saves_no_fee() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		let (start, paid) = (System::block_number(), free(POT));
		for _ in 0..10 {
			// The tank is refilled with a fee whenever the core is lost, in the very next block.
			run_blocks(1);
			if !chain(id).status.has_core() {
				run_blocks(1);
				assert_ok!(SideChains::fill_tank(signed(ALICE), id, FEE));
			}
			run_blocks(PERIOD - 1);
		}
		let periods = u128::from((System::block_number() - start) / PERIOD);
		assert!(free(POT) - paid >= (periods - 1) * FEE);
	});
}

#[test]
fn a_chain_that_stalls_loses_its_core_and_pays_nothing_more() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		run_blocks(PERIOD);
		relay::set_silent(id, true);
		// It has referred to the block before the turn.
		let last = System::block_number() - 1;
		assert_eq!(SideChains::stage(id), Some(Stage::Producing { last }));
		run_to_turn(id);
		let tank = chain(id).tank;
		run_to_turn(id);
		assert_eq!(System::block_number() - last, STALL_PERIOD + 1);
		assert_eq!(chain(id).status, suspended(Suspension::Stalled));
		assert_eq!(chain(id).tank, tank);
		assert_eq!(last_event(), Event::Suspended { chain: id, reason: Suspension::Stalled });
	});
}

#[test]
fn a_stall_is_counted_from_when_the_core_came_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		stall(id);
		run_blocks(100);
		assert_ok!(SideChains::resume(signed(MERCHANT), id));
		let since = System::block_number();
		run_to_turn(id);
		assert!(matches!(chain(id).status, Status::Active { .. }));
		run_to_turn(id);
		assert_eq!(System::block_number() - since, STALL_PERIOD);
		// Exactly as long is not too long.
		assert!(matches!(chain(id).status, Status::Active { .. }));
		run_to_turn(id);
		assert_eq!(chain(id).status, suspended(Suspension::Stalled));
	});
}

#[test]
fn a_chain_that_starts_and_never_runs_stalls() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		relay::set_silent(FIRST, true);
		run_blocks(19);
		assert_eq!(chain(FIRST).status, Status::Active { since: 20 });
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Starting));
		run_to_turn(FIRST);
		run_to_turn(FIRST);
		assert!(matches!(chain(FIRST).status, Status::Active { .. }));
		run_to_turn(FIRST);
		assert_eq!(chain(FIRST).status, suspended(Suspension::Stalled));
	});
}

#[test]
fn filling_the_tank_does_not_revive_a_dead_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		stall(id);
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, 10 * FEE));
		assert_eq!(chain(id).status, suspended(Suspension::Stalled));
	});
}

#[test]
fn resuming_takes_the_manager_a_fee_and_a_core() {
	ExtBuilder::default().witnesses(1).build_and_execute(|| {
		let id = launch(MERCHANT);
		let resume = |who| SideChains::resume(signed(who), id);
		assert_noop!(resume(MERCHANT), Error::<Test>::NotSuspended);
		stall(id);
		assert_noop!(resume(RIVAL), Error::<Test>::NotManager);
		assert_noop!(SideChains::resume(signed(MERCHANT), SECOND), Error::<Test>::ChainNotFound);
		for origin in unsigned() {
			assert_noop!(SideChains::resume(origin, id), BadOrigin);
		}
		// In the block in which it was given up, a core would be given two things to run.
		assert_noop!(resume(MERCHANT), Error::<Test>::NoCoreFree);
		assert_eq!(SideChains::cores_free(), 0);
		run_blocks(1);
		assert_eq!(SideChains::cores_free(), 1);
		assert_ok!(register(RIVAL, template(), TANK, 0));
		assert_noop!(resume(MERCHANT), Error::<Test>::NoCoreFree);
		relay::set_witnesses(2);
		let tank = chain(id).tank;
		System::reset_events();
		assert_ok!(resume(MERCHANT));
		assert_eq!(chain(id).tank, tank - FEE);
		assert_eq!(chain(id).status, Status::Active { since: System::block_number() });
		assert_eq!(
			events(),
			vec![
				Event::CoreAssigned { chain: id, core: 1 },
				Event::FeePaid { chain: id, amount: FEE },
				Event::Resumed { chain: id },
			]
		);
	});
}

#[test]
fn resuming_needs_a_fee_in_the_tank() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..3).for_each(|_| run_to_turn(id));
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		run_blocks(1);
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, FEE - 1));
		assert_noop!(SideChains::resume(signed(MERCHANT), id), Error::<Test>::TankTooLow);
	});
}

#[test]
fn a_tank_is_filled_though_no_core_is_free() {
	ExtBuilder::default().witnesses(1).build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..3).for_each(|_| run_to_turn(id));
		run_blocks(1);
		assert_ok!(register(RIVAL, template(), TANK, 0));
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, TANK));
		assert_eq!((chain(id).tank, chain(id).status), (TANK, suspended(Suspension::TankEmpty)));
		// It tries again with every planck.
		relay::set_witnesses(2);
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, 1));
		assert!(matches!(chain(id).status, Status::Active { .. }));
	});
}

#[test]
fn a_tank_is_filled_though_the_scheduler_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..3).for_each(|_| run_to_turn(id));
		run_blocks(1);
		assert_ok!(register(RIVAL, template(), TANK, 0));
		relay::set_broken(true);
		System::reset_events();
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, TANK));
		assert_eq!((chain(id).tank, in_tanks(TREASURER)), (TANK, 2 * TANK));
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		assert_eq!(events(), vec![Event::TankFilled { chain: id, who: ALICE, amount: TANK }]);
		// No core was asked for in vain.
		assert_eq!(<relay::Scheduler as traits::Cores>::count(), 1);
	});
}

#[test]
fn no_core_is_given_while_there_are_more_than_witnesses() {
	ExtBuilder::default().witnesses(2).build_and_execute(|| {
		assert_ok!(register(MERCHANT, own(OWN), TANK, 0));
		assert_ok!(register(RIVAL, template(), TANK, 0));
		relay::conclude_check(FIRST, false);
		run_to_turn(FIRST);
		run_blocks(1);
		relay::set_witnesses(1);
		assert_eq!(SideChains::cores_free(), 0);
		assert_noop!(register(MERCHANT, template(), TANK, 0), Error::<Test>::NoCoreFree);
		relay::set_witnesses(2);
		assert_eq!(SideChains::cores_free(), 1);
		assert_ok!(register(MERCHANT, template(), TANK, 0));
		assert_eq!(Slots::<Test>::get().len(), 2);
	});
}

#[test]
fn anybody_fills_a_tank_and_nobody_with_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let fill = |chain, amount| SideChains::fill_tank(signed(ALICE), chain, amount);
		assert_noop!(fill(SECOND, 10), Error::<Test>::ChainNotFound);
		assert_noop!(fill(id, 0), Error::<Test>::ZeroAmount);
		assert_noop!(fill(id, ENDOWMENT), TokenError::FundsUnavailable);
		for origin in unsigned() {
			assert_noop!(SideChains::fill_tank(origin, id, 10), BadOrigin);
		}
		assert_ok!(fill(id, 10));
		assert_eq!(chain(id).tank, TANK - FEE + 10);
		assert_eq!(free(ALICE), ENDOWMENT - 10);
		assert_eq!(in_tanks(TREASURER), TANK - FEE + 10);
	});
}

#[test]
fn what_is_frozen_pays_all_the_same() {
	use frame_support::traits::fungible::MutateFreeze;
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(Balances::set_freeze(&0, &TREASURER, Balance::MAX));
		run_to_turn(id);
		assert_eq!(chain(id).tank, TANK - 2 * FEE);
	});
}

#[test]
fn a_turn_that_fails_changes_nothing_and_comes_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..2).for_each(|_| run_to_turn(id));
		relay::set_broken(true);
		run_to_turn(id);
		assert!(matches!(chain(id).status, Status::Active { .. }));
		let error = sp_runtime::DispatchError::Other("broken");
		let failed = System::events().pop().map(|it| it.event);
		assert_eq!(
			failed.map(|it| codec::Encode::encode(&it)),
			Some(codec::Encode::encode(&RuntimeEvent::SideChains(Event::TurnFailed {
				chain: id,
				error
			})))
		);
		// The scheduler wrote before it refused; nothing of that is left.
		check_invariants();
		relay::set_broken(false);
		run_to_turn(id);
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
	});
}
