//! What a hostile runtime, or its merchant, can take (G5).

use super::*;

/// What belongs to everybody but the attacked margin.
fn others() -> Vec<Balance> {
	vec![
		held(RIVAL),
		owed(RIVAL),
		free(RIVAL),
		free(SHOP),
		free(BOB),
		free(TREASURER),
		Balances::total_issuance(),
	]
}

#[test]
fn a_hostile_chain_takes_its_pool_and_no_faster_than_its_limit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 200 * FEE, POOL);
		let rival = launch_with(RIVAL, 200 * FEE, POOL);
		let (untouched, rival_pool) = (others(), pool(rival));
		let start = System::block_number();
		let mut nonce = 0;
		let mut attempt = |amount| {
			if redeem(id, ALICE, amount, nonce).is_ok() {
				nonce += 1;
			}
		};
		for _ in 0..15 * LIMIT_WINDOW {
			let amounts = [Balance::MAX, Balance::MAX / 2, POOL + 1, POOL, LIMIT, 777, 50];
			for amount in amounts.into_iter().chain([50; 2 * MAX_QUEUE as usize]) {
				attempt(amount);
			}
			run_blocks(1);
			let taken = free(ALICE) - ENDOWMENT;
			let blocks = u128::from(System::block_number() - start);
			assert!(taken <= LIMIT + LIMIT * blocks / u128::from(LIMIT_WINDOW));
			assert!(taken <= POOL);
			assert_eq!(held(MERCHANT), MINIMUM + MARGIN - taken);
		}
		assert_eq!(free(ALICE) - ENDOWMENT + pool(id).promised, POOL);
		// A chain that asks for all it may get gets nearly all of it: less than the least is left.
		assert!(pool(id).promised < LEAST_REDEMPTION);
		assert_eq!(others(), untouched);
		assert_eq!(pool(rival), rival_pool);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + pool(id).promised);
		// What does not back the pool is the merchant's, as before.
		let free_margin = MARGIN - CHAIN_DEPOSIT - POOL;
		assert_ok!(Margin::withdraw_excess(signed(MERCHANT), Role::GroupMerchant, free_margin));
	});
}

#[test]
fn two_windows_cannot_be_had_at_their_boundary() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 200 * FEE, POOL);
		run_blocks(LIMIT_WINDOW - 1);
		let start = free(ALICE);
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		run_blocks(2);
		assert_ok!(redeem(id, ALICE, LIMIT, 1));
		assert_eq!(free(ALICE), start + LIMIT);
		run_blocks(LIMIT_WINDOW - 3);
		assert_eq!(free(ALICE), start + LIMIT);
		run_blocks(1);
		assert_eq!(free(ALICE), start + 2 * LIMIT);
	});
}

#[test]
fn one_chain_cannot_speak_for_another() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (launch(MERCHANT), launch(RIVAL));
		let untouched = (pool(two), chain(two), owed(RIVAL));
		assert_ok!(redeem(one, ALICE, 1_000, 0));
		assert_ok!(SideChains::declare_owed(by(one), 5));
		assert_ok!(SideChains::authorize_upgrade(by(one), hash_of(b"evil")));
		assert_eq!((pool(two), chain(two), owed(RIVAL)), untouched);
		assert_noop!(
			SideChains::apply_upgrade(signed(MERCHANT), two, own(b"evil")),
			Error::<Test>::UpgradeNotAuthorized
		);
	});
}

#[test]
fn a_full_queue_of_one_chain_delays_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (launch(MERCHANT), launch(RIVAL));
		assert_ok!(redeem(one, ALICE, LIMIT, 0));
		for nonce in 1..=u64::from(MAX_QUEUE) {
			assert_ok!(redeem(one, ALICE, LIMIT, nonce));
		}
		assert_ok!(redeem(two, BOB, LIMIT, 0));
		assert_eq!(free(BOB), ENDOWMENT + LIMIT);
		assert_ok!(redeem(two, BOB, 100, 1));
		run_blocks(5);
		assert_eq!(free(BOB), ENDOWMENT + LIMIT + 100);
	});
}

#[test]
fn a_frozen_margin_pays_all_the_same() {
	use frame_support::traits::fungible::MutateFreeze;
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(Balances::set_freeze(&0, &MERCHANT, Balance::MAX));
		assert_ok!(redeem(id, ALICE, LIMIT, 0));
		assert_eq!(free(ALICE), ENDOWMENT + LIMIT);
	});
}

#[test]
fn splitting_a_redemption_gains_nothing() {
	let taken = |amount: Balance, blocks: u64| {
		let mut taken = 0;
		ExtBuilder::default().build_and_execute(|| {
			let id = launch_with(MERCHANT, 200 * FEE, POOL);
			let mut nonce = 0;
			for _ in 0..blocks {
				for _ in 0..LIMIT / amount {
					nonce += 1;
					let _ = redeem(id, ALICE, amount, nonce);
				}
				run_blocks(1);
			}
			taken = free(ALICE) - ENDOWMENT;
		});
		taken
	};
	assert!(taken(LEAST_REDEMPTION, 150) <= taken(LIMIT, 150) + LIMIT);
	assert!(taken(LEAST_REDEMPTION, 150) <= LIMIT + LIMIT * 150 / u128::from(LIMIT_WINDOW));
}
