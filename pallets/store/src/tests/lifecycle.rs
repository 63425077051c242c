//! `ship`, `confirm`, `cancel` and `settle`.

use super::*;
use bhtd_primitives::{OrderId, Receipt};
use sp_runtime::DispatchResult;

#[test]
fn an_order_that_is_confirmed_pays_the_merchant_less_the_fee() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let (alice, merchant) = (wealth(ALICE), wealth(MERCHANT));
		let spendable = free(ALICE);
		assert_ok!(order(ALICE, 2));
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_eq!(last_step(), Step::Shipped { deadline: 1 + RETURNS });
		assert_ok!(Store::confirm(signed(ALICE), FIRST));

		assert_eq!(last_step(), Step::Completed { net: refund(2_000, 0), fee: 20, earned: 0 });
		assert_eq!((wealth(ALICE), free(ALICE)), (alice - 2_000, spendable - 2_000));
		assert_eq!(wealth(MERCHANT), merchant + 1_980);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 10);
		assert_eq!(state(FIRST), None);
	});
}

#[test]
fn points_paid_return_to_the_vault_and_are_no_longer_owed_for() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(500, 100), None);
		let before = (wealth(MERCHANT), held(MERCHANT));
		completed(ALICE);
		assert_eq!((points(0, ALICE), points_on_hold(0, ALICE)), (900, 0));
		assert_eq!(points(0, Points::vault(0)), SUPPLY - 900);
		assert_eq!(owed(MERCHANT), 1_800);
		assert_eq!((wealth(MERCHANT), held(MERCHANT)), (before.0 + 495, before.1));
		assert_eq!(last_step(), Step::Completed { net: refund(500, 100), fee: 5, earned: 0 });
	});
}

#[test]
fn a_completed_order_leaves_a_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(BOB, 1_000);
		list(bhtd(1_000), None);
		list(beans(10), None);
		let first = completed(ALICE);
		assert_ok!(order_of(1, BOB, 1, Some(CAROL)));
		assert_ok!(Store::ship(signed(MERCHANT), id(1, 0)));
		advance(RETURNS);
		assert_ok!(Store::settle(signed(CAROL), id(1, 0)));
		// Nothing that ends otherwise leaves one.
		assert_ok!(order(ALICE, 1));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 1)));
		let split = disputed(ALICE);
		assert_ok!(Store::resolve(signed(ARBITER), split, Permill::one(), 0));

		let receipt = |order: OrderId, buyer, net, fee| Receipt {
			order,
			merchant: MERCHANT,
			buyer,
			category: 7,
			net,
			fee,
		};
		let receipts = vec![receipt(first, ALICE, 1_000, 10), receipt(id(1, 0), BOB, 0, 0)];
		assert_eq!(Receipts::get(), receipts);
	});
}

#[test]
fn an_order_that_is_cancelled_is_refunded_and_the_pieces_are_back() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(mixed(500, 100), 5);
		let before = (free(ALICE), points(0, ALICE));
		assert_ok!(order(ALICE, 2));
		assert_ok!(Store::cancel(signed(MERCHANT), FIRST));
		assert_eq!(last_step(), Step::Refunded { refund: refund(1_000, 200) });
		assert_eq!((free(ALICE), points(0, ALICE)), before);
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(5));
		assert_eq!(state(FIRST), None);
	});
}

#[test]
fn a_stock_that_was_filled_up_meanwhile_does_not_stop_a_refund() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), 2);
		assert_ok!(order(ALICE, 2));
		assert_ok!(Store::set_stock(signed(MERCHANT), 0, Restock::Add(u32::MAX)));
		assert_ok!(Store::cancel(signed(MERCHANT), FIRST));
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(u32::MAX));
		// Nor does one that is no longer limited.
		assert_ok!(order(ALICE, 2));
		let with = Restock::Replace { expected: Some(u32::MAX - 2), with: None };
		assert_ok!(Store::set_stock(signed(MERCHANT), 0, with));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 1)));
		assert_eq!(Products::<Test>::get(0).unwrap().stock, None);
	});
}

#[test]
fn what_is_not_shipped_in_time_is_refunded_by_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 1);
		let before = free(ALICE);
		assert_ok!(order(ALICE, 1));
		advance(DELIVERY - 1);
		assert_noop!(Store::settle(signed(CAROL), FIRST), Error::<Test>::DeadlineNotReached);
		advance(1);
		// From this block on the merchant is too late, and may still cancel.
		assert_noop!(Store::ship(signed(MERCHANT), FIRST), Error::<Test>::DeadlinePassed);
		assert_ok!(Store::settle(signed(CAROL), FIRST));
		assert_eq!(free(ALICE), before);
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(1));
	});
}

#[test]
fn what_is_not_complained_of_in_time_completes_by_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 1);
		let before = free(MERCHANT);
		let id = shipped(ALICE);
		advance(RETURNS - 1);
		assert_noop!(Store::settle(signed(MERCHANT), id), Error::<Test>::DeadlineNotReached);
		advance(1);
		assert_noop!(
			Store::dispute(signed(ALICE), id, Default::default()),
			Error::<Test>::DeadlinePassed
		);
		assert_ok!(Store::settle(signed(MERCHANT), id));
		assert_eq!(free(MERCHANT), before + 990);
	});
}

#[test]
fn a_buyer_may_confirm_late_and_a_merchant_cancel_late() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let sent = shipped(ALICE);
		assert_ok!(order(BOB, 1));
		advance(1_000);
		assert_ok!(Store::confirm(signed(ALICE), sent));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 1)));
	});
}

#[test]
fn every_state_has_its_own_calls() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let wrong = Error::<Test>::WrongState;
		let dispute = |who| Store::dispute(signed(who), FIRST, Default::default());
		let resolve = || Store::resolve(signed(ARBITER), FIRST, Permill::one(), 0);

		assert_ok!(order(ALICE, 1));
		assert_noop!(Store::confirm(signed(ALICE), FIRST), Error::<Test>::WrongState);
		assert_noop!(dispute(ALICE), Error::<Test>::WrongState);
		assert_noop!(resolve(), Error::<Test>::WrongState);

		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_noop!(Store::ship(signed(MERCHANT), FIRST), Error::<Test>::WrongState);
		assert_noop!(Store::cancel(signed(MERCHANT), FIRST), Error::<Test>::WrongState);
		assert_noop!(resolve(), Error::<Test>::WrongState);

		assert_ok!(dispute(ALICE));
		assert_noop!(Store::ship(signed(MERCHANT), FIRST), Error::<Test>::WrongState);
		assert_noop!(Store::cancel(signed(MERCHANT), FIRST), Error::<Test>::WrongState);
		assert_noop!(Store::confirm(signed(ALICE), FIRST), Error::<Test>::WrongState);
		assert_noop!(dispute(MERCHANT), wrong);
	});
}

#[test]
fn every_call_is_for_its_own_party() {
	type Step = fn(RuntimeOrigin) -> DispatchResult;
	let ship: Step = |origin| Store::ship(origin, FIRST);
	let cancel: Step = |origin| Store::cancel(origin, FIRST);
	let refund_part: Step = |origin| Store::refund_part(origin, FIRST, refund(1, 0));
	let confirm: Step = |origin| Store::confirm(origin, FIRST);
	let dispute: Step = |origin| Store::dispute(origin, FIRST, Default::default());
	let resolve: Step = |origin| Store::resolve(origin, FIRST, Permill::one(), 0);
	let settle: Step = |origin| Store::settle(origin, FIRST);
	let all = [ship, cancel, refund_part, confirm, dispute, resolve, settle];

	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		for call in all {
			for origin in unsigned() {
				assert_noop!(call(origin), BadOrigin);
			}
			for who in ACTORS {
				assert_noop!(call(signed(who)), Error::<Test>::OrderNotFound);
			}
		}
		assert_ok!(order_of(0, ALICE, 1, Some(CAROL)));
		let check = || {
			for who in ACTORS.into_iter().filter(|who| *who != MERCHANT) {
				for call in [ship, cancel, refund_part] {
					assert_noop!(call(signed(who)), Error::<Test>::NotMerchant);
				}
			}
			for who in ACTORS.into_iter().filter(|who| *who != ALICE) {
				assert_noop!(confirm(signed(who)), Error::<Test>::NotBuyer);
			}
			for who in ACTORS.into_iter().filter(|who| ![ALICE, MERCHANT].contains(who)) {
				assert_noop!(dispute(signed(who)), Error::<Test>::NotParty);
			}
			for who in ACTORS.into_iter().filter(|who| *who != ARBITER) {
				assert_noop!(resolve(signed(who)), Error::<Test>::NotArbiter);
			}
			for who in ACTORS {
				assert_noop!(settle(signed(who)), Error::<Test>::DeadlineNotReached);
			}
		};
		check();
		assert_ok!(ship(signed(MERCHANT)));
		check();
		assert_ok!(dispute(signed(MERCHANT)));
		check();
	});
}

#[test]
fn a_closed_order_is_closed_for_everybody() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let id = completed(ALICE);
		assert_noop!(Store::confirm(signed(ALICE), id), Error::<Test>::OrderNotFound);
		assert_noop!(Store::settle(signed(ALICE), id), Error::<Test>::OrderNotFound);
		assert_noop!(
			Store::refund_part(signed(MERCHANT), id, refund(1, 0)),
			Error::<Test>::OrderNotFound
		);
	});
}

#[test]
fn a_merchant_that_has_left_is_still_paid() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let id = shipped(ALICE);
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		advance(NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		let before = free(MERCHANT);
		assert_ok!(Store::confirm(signed(ALICE), id));
		assert_eq!(free(MERCHANT), before + 990);
	});
}

#[test]
fn an_order_completes_though_its_merchant_has_vanished() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN two open orders, one of them for less than an account needs
		list(bhtd(5), None);
		list(bhtd(1_000), None);
		assert_ok!(order_of(0, ALICE, 1, None));
		assert_ok!(order_of(1, ALICE, 1, None));
		for product in [0, 1] {
			assert_ok!(Store::ship(signed(MERCHANT), id(product, 0)));
			assert_ok!(Store::remove(signed(MERCHANT), product));
		}
		// WHEN the merchant gives its class away, leaves, and closes its account
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		advance(NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_ok!(Balances::transfer_all(signed(MERCHANT), BOB, false));
		assert!(!frame_system::Account::<Test>::contains_key(MERCHANT));
		// THEN the small payment goes to the treasury, and the large one brings the account back
		assert_ok!(Store::confirm(signed(ALICE), id(0, 0)));
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 4);
		assert_ok!(Store::confirm(signed(ALICE), id(1, 0)));
		assert_eq!(free(MERCHANT), 990);
		assert_eq!(in_escrow(ALICE), 0);
	});
}
