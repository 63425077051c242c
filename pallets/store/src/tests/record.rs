//! The linked record of events.

use super::*;
use bhtd_primitives::OrderId;
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::collections::BTreeMap;

/// Checks every link from the events alone, as somebody without the state would.
fn verify(steps: &[(OrderId, StepOf<Test>, Hash)]) -> bool {
	let mut products = BTreeMap::<u64, Hash>::new();
	let mut orders = BTreeMap::<OrderId, Hash>::new();
	steps.iter().all(|(order, step, record)| {
		let previous = match step {
			Step::Placed { .. } => products.get(&order.product).copied().unwrap_or_default(),
			_ => orders[order],
		};
		if matches!(step, Step::Placed { .. }) {
			products.insert(order.product, *record);
		}
		orders.insert(*order, *record);
		BlakeTwo256::hash_of(&(previous, order, step)) == *record
	})
}

fn history() {
	list(bhtd(1_000), None);
	list(bhtd(10), None);
	completed(ALICE);
	assert_ok!(order(BOB, 1));
	assert_ok!(order_of(1, BOB, 1, None));
	assert_ok!(Store::cancel(signed(MERCHANT), id(0, 1)));
	let split = disputed(ALICE);
	assert_ok!(Store::refund_part(signed(MERCHANT), split, refund(7, 0)));
	assert_ok!(Store::resolve(signed(ARBITER), split, Permill::from_percent(10), 5));
}

#[test]
fn the_events_of_orders_are_linked() {
	ExtBuilder::default().build_and_execute(|| {
		history();
		assert_eq!(steps().len(), 11);
		assert!(verify(&steps()));
	});
}

#[test]
fn an_event_that_is_changed_left_out_or_moved_breaks_the_record() {
	ExtBuilder::default().build_and_execute(|| {
		history();
		let steps = steps();
		for index in 0..steps.len() {
			let mut forged = steps.clone();
			forged[index].1 = Step::Shipped { deadline: 77 };
			assert!(std::panic::catch_unwind(|| verify(&forged)).map_or(true, |valid| !valid));
		}
		// Without its second step, an order's third has nothing to be linked to.
		let mut shortened = steps.clone();
		shortened.remove(1);
		assert!(!verify(&shortened));
		let mut swapped = steps.clone();
		swapped.swap(1, 2);
		assert!(!verify(&swapped));
	});
}
