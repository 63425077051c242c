//! What wallets and portals read.

use super::*;

#[test]
fn a_chain_is_shown_with_all_that_is_kept_about_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(SideChains::chain(FIRST), None);
		assert_eq!(SideChains::stage(FIRST), None);
		let id = launch(MERCHANT);
		let view = SideChains::chain(id).expect("it is there");
		assert_eq!(view.chain, chain(id));
		assert_eq!(view.details, details(b"Shop"));
		assert_eq!(view.core, Some(0));
		assert_eq!(view.stage, Stage::Producing { last: System::block_number() - 1 });
		stall(id);
		let view = SideChains::chain(id).expect("it is there");
		assert_eq!(view.core, None);
		assert_eq!(view.stage, Stage::Suspended { reason: Suspension::Stalled });
	});
}

#[test]
fn a_tank_is_shown_with_how_long_it_lasts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(SideChains::tank(FIRST), None);
		let id = launch_with(MERCHANT, 4 * FEE - 1, 0);
		let view = TankView { tank: 3 * FEE - 1, fee: FEE, lasts: 2 * PERIOD };
		assert_eq!(SideChains::tank(id), Some(view));
		// As promised: two more periods, and not a third.
		run_blocks(2 * PERIOD);
		assert!(chain(id).status.has_core());
		run_blocks(PERIOD);
		assert!(!chain(id).status.has_core());
	});
}

#[test]
fn a_pool_is_shown_with_what_can_be_had_now() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(SideChains::pool(FIRST), None);
		let id = launch(MERCHANT);
		assert_ok!(SideChains::declare_owed(by(id), 5_000));
		assert_ok!(redeem(id, ALICE, 1_500, 0));
		let available = || SideChains::pool(id).map(|view| view.available);
		assert_eq!(available(), Some(500));
		run_blocks(10);
		assert_eq!(available(), Some(700));
		assert_ok!(SideChains::announce_lowering(signed(MERCHANT), id, 9));
		assert_ok!(redeem(id, BOB, 800, 1));
		assert_eq!(
			SideChains::pool(id),
			Some(PoolView {
				promised: POOL - 1_500,
				owed: 2_700,
				queued: 800,
				limit: LIMIT,
				available: 0,
				waiting: 1,
				lowering: Some(Lowering {
					amount: 9,
					from: System::block_number() + LOWERING_NOTICE
				}),
			})
		);
		let waiting = Redemption { nonce: 1, beneficiary: BOB, amount: 800 };
		assert_eq!(SideChains::queue(id), [waiting]);
		assert!(SideChains::queue(SECOND).is_empty());
	});
}

#[test]
fn what_can_be_had_is_never_more_than_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, TANK, 70);
		assert_eq!(SideChains::pool(id).map(|view| view.available), Some(70));
	});
}

#[test]
fn the_last_head_is_there_for_proofs() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(SideChains::last_head(FIRST), None);
		let id = launch(MERCHANT);
		use codec::Encode;
		assert_eq!(SideChains::last_head(id), Some(System::block_number().encode()));
		relay::set_silent(id, true);
		let last = SideChains::last_head(id);
		run_blocks(100);
		assert_eq!(SideChains::last_head(id), last);
	});
}
