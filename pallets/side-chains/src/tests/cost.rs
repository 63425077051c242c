//! How many storage items the calls read and write, as the node beneath would see it. What registry and
//! scheduler do is the runtime's and counted with the mock's.

use super::*;
use bhtd_testing::count;
use frame_support::traits::Hooks;

/// Reads and writes of a payment out of the margin by itself: what no redemption can do without.
fn settlement() -> (usize, usize) {
	count(POT, || {
		frame_support::storage::with_storage_layer(|| {
			<Margin as MarginLedger<AccountId>>::settle(
				&MERCHANT,
				Role::GroupMerchant,
				&ALICE,
				100,
				100,
			)
		})
	})
}

#[test]
fn a_redemption_costs_one_record_more_than_its_payment() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let caller = CHAINS + AccountId::from(id);
		let payment = frame_support::hypothetically!(settlement());
		let paid = count(caller, || redeem(id, ALICE, LIMIT, 0));
		assert_eq!(paid, (payment.0 + 1, payment.1 + 1));
		assert_eq!(paid, (5, 5));
		// The first that waits opens the queue.
		assert_eq!(count(caller, || redeem(id, ALICE, 100, 1)), (3, 3));
		assert_eq!(count(caller, || redeem(id, ALICE, 100, 2)), (2, 2));
		run_busy_blocks(10);
		let served = count(BOB, || SideChains::serve(signed(BOB), id, 2));
		assert_eq!(served, (8, 8));
	});
}

#[test]
fn a_block_costs_nothing_or_one_read_and_a_turn_a_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let block = |number| {
			count(POT, || {
				SideChains::on_initialize(number);
				Ok(())
			})
		};
		assert_eq!(block(PERIOD + u64::from(MAX_CORES)), (0, 0));
		assert_eq!(block(PERIOD + 1), (1, 0));
		// List of cores, chain, its last block, tank and its account.
		assert_eq!(block(PERIOD), (5, 3));
		relay::set_silent(id, true);
		System::set_block_number(3 * PERIOD + 1);
		assert_eq!(block(PERIOD), (5, 3));
		assert_eq!(chain(id).status, suspended(Suspension::Stalled));
		let idle = count(POT, || {
			SideChains::on_idle(System::block_number(), frame_support::weights::Weight::MAX);
			Ok(())
		});
		assert_eq!(idle, (1, 0));
	});
}

#[test]
fn what_the_other_calls_cost() {
	ExtBuilder::default().build_and_execute(|| {
		let registered = count(MERCHANT, || register(MERCHANT, template(), TANK, POOL));
		assert_eq!(registered, (18, 14));
		let filled = count(ALICE, || SideChains::fill_tank(signed(ALICE), FIRST, 10));
		assert_eq!(filled, (3, 3));
		let id = FIRST;
		let declared = count(CHAINS, || SideChains::declare_owed(by(id), 10));
		assert_eq!(declared, (1, 1));
		let raised = count(MERCHANT, || SideChains::raise_pool(signed(MERCHANT), id, 10));
		assert_eq!(raised, (5, 2));
	});
}
