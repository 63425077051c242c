//! Whole stories.

use super::*;

#[test]
fn a_group_of_shops_comes_runs_and_goes() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a group merchant whose chain runs the blessed runtime.
		let id = launch_with(MERCHANT, 50 * FEE, POOL);

		// WHEN it gives points away, two customers redeem them, and the second has to wait.
		assert_ok!(SideChains::declare_owed(by(id), 3_000));
		assert_ok!(redeem(id, ALICE, 1_800, 1));
		assert_ok!(redeem(id, BOB, 1_200, 2));
		run_blocks(50);

		// THEN both are paid, out of the merchant's margin.
		assert_eq!((free(ALICE), free(BOB)), (ENDOWMENT + 1_800, ENDOWMENT + 1_200));
		assert_eq!(held(MERCHANT), MINIMUM + MARGIN - 3_000);
		assert_eq!(pool(id).owed, 0);

		// WHEN the merchant gives notice, serves it and leaves.
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, POOL));
		run_blocks(LOWERING_NOTICE);
		assert_ok!(SideChains::lower_pool(signed(MERCHANT), id));
		assert_ok!(SideChains::leave(signed(MERCHANT), id));

		// THEN nothing is left of the chain, and all that was not redeemed is the merchant's again.
		assert_eq!(owed(MERCHANT), 0);
		assert_ok!(Margin::withdraw_excess(signed(MERCHANT), Role::GroupMerchant, MARGIN - 3_000));
		assert_eq!(in_tanks(TREASURER), 0);
	});
}

#[test]
fn customers_keep_the_chain_of_their_shop_running() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		for _ in 0..10 {
			run_to_turn(id);
			assert_ok!(SideChains::fill_tank(signed(ALICE), id, FEE));
			assert!(matches!(SideChains::stage(id), Some(Stage::Producing { .. })));
		}
		// Until nobody does.
		(0..4).for_each(|_| {
			if chain(id).status.has_core() {
				run_to_turn(id);
			}
		});
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		let core = Slots::<Test>::get()[0];
		assert_eq!((core.core, core.chain), (0, None));
		// Another chain has use for the core.
		run_blocks(1);
		assert_ok!(register(RIVAL, template(), TANK, 0));
		assert_eq!(relay::assigned(0), Some(SECOND));
	});
}

#[test]
fn several_chains_of_one_merchant_share_its_margin_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		let one = launch_with(MERCHANT, 20 * FEE, POOL);
		let two = launch_with(MERCHANT, 20 * FEE, 2 * POOL);
		assert_eq!(owed(MERCHANT), 2 * CHAIN_DEPOSIT + 3 * POOL);
		assert_ok!(redeem(one, ALICE, LIMIT, 0));
		assert_eq!(pool(two).promised, 2 * POOL);
		assert_eq!(pool(two).bucket.limit, 2 * LIMIT);
		assert_ok!(redeem(two, ALICE, 2 * LIMIT, 0));
		assert_eq!(owed(MERCHANT), 2 * CHAIN_DEPOSIT + 3 * POOL - 3 * LIMIT);
		assert_eq!(in_tanks(TREASURER), chain(one).tank + chain(two).tank);
	});
}
