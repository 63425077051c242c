//! `refund_part`.

use super::*;
use sp_runtime::DispatchResult;

fn refund_part(bhtd: Balance, points: Balance) -> DispatchResult {
	Store::refund_part(signed(MERCHANT), FIRST, refund(bhtd, points))
}

#[test]
fn parts_are_refunded_any_number_of_times_and_reduce_what_the_merchant_gets() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(1_000, 100), 5);
		let (alice, merchant) = (wealth(ALICE), wealth(MERCHANT));
		assert_ok!(order(ALICE, 1));
		for _ in 0..10 {
			assert_ok!(refund_part(20, 3));
			assert_eq!(last_step(), Step::PartRefunded { refund: refund(20, 3) });
		}
		assert_ok!(refund_part(100, 0));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_ok!(refund_part(0, 10));
		assert_eq!((in_escrow(ALICE), points_on_hold(0, ALICE)), (700, 60));
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		assert_eq!(last_step(), Step::Completed { net: refund(700, 60), fee: 7, earned: 0 });
		assert_eq!((wealth(ALICE), points(0, ALICE)), (alice - 700, 940));
		assert_eq!(wealth(MERCHANT), merchant + 693);
		// The pieces were delivered.
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(4));
	});
}

#[test]
fn never_more_is_refunded_than_was_paid() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(1_000, 100), None);
		// Another open order of the same buyer is no source for it.
		assert_ok!(order(ALICE, 1));
		assert_ok!(order(ALICE, 1));
		assert_ok!(refund_part(600, 60));
		for (bhtd, points) in [(401, 0), (0, 41), (401, 41), (Balance::MAX, 0), (0, Balance::MAX)] {
			assert_noop!(refund_part(bhtd, points), Error::<Test>::RefundAboveEscrow);
		}
		assert_noop!(refund_part(0, 0), Error::<Test>::RefundIsZero);
		assert_ok!(refund_part(400, 39));
		assert_eq!(state(FIRST), Some(State::Placed));
		assert_ok!(refund_part(0, 1));
		assert_eq!((in_escrow(ALICE), points_on_hold(0, ALICE)), (1_000, 100));
	});
}

#[test]
fn an_order_of_which_nothing_is_left_is_closed() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 5);
		let before = free(ALICE);
		disputed(ALICE);
		assert_ok!(refund_part(300, 0));
		assert_ok!(refund_part(700, 0));
		assert_eq!(last_step(), Step::Refunded { refund: refund(700, 0) });
		assert_eq!((state(FIRST), free(ALICE)), (None, before));
		assert_noop!(refund_part(1, 0), Error::<Test>::OrderNotFound);
	});
}

#[test]
fn points_that_were_not_paid_are_not_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(bhtd(1_000), None);
		list(beans(10), None);
		assert_ok!(order(ALICE, 1));
		assert_ok!(order_of(1, ALICE, 1, None));
		assert_noop!(refund_part(0, 1), Error::<Test>::RefundAboveEscrow);
		assert_noop!(
			Store::refund_part(signed(MERCHANT), id(1, 0), refund(1, 0)),
			Error::<Test>::RefundAboveEscrow
		);
	});
}
