//! `open_receipt_book`, `close_receipt_book`, and receipts as awards see them.

use crate::{mock::*, receipts::WINDOW, types::Receipt, Books, Error, Event, HoldReason, NextBook};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::traits::BadOrigin;

fn deposit() -> Balance {
	Balances::balance_on_hold(&HoldReason::ReceiptBook.into(), &MERCHANT)
}

#[test]
fn the_deposit_of_a_book_comes_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Points::open_receipt_book(signed(MERCHANT)));
		System::assert_last_event(Event::ReceiptBookOpened { issuer: MERCHANT, book: 0 }.into());
		assert!(deposit() > 0);
		assert_ok!(Points::close_receipt_book(signed(MERCHANT), 0));
		System::assert_last_event(Event::ReceiptBookClosed { issuer: MERCHANT, book: 0 }.into());
		assert_eq!(deposit(), 0);
		assert!(!Books::<Test>::contains_key(MERCHANT, 0));
	});
}

#[test]
fn a_closed_book_does_not_come_back_empty() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 1, 0));
		assert_ok!(Points::close_receipt_book(signed(MERCHANT), 0));
		assert_noop!(award(ALICE, 1, 0), Error::<Test>::BookNotFound);
		assert_ok!(Points::open_receipt_book(signed(MERCHANT)));
		assert_noop!(award(ALICE, 1, 0), Error::<Test>::BookNotFound);
		assert_ok!(Points::award(signed(MERCHANT), 0, ALICE, 1, Receipt { book: 1, number: 0 }));
	});
}

#[test]
fn books_belong_to_whom_opened_them() {
	shop().build_and_execute(|| {
		assert_noop!(Points::open_receipt_book(RuntimeOrigin::root()), BadOrigin);
		assert_noop!(Points::close_receipt_book(RuntimeOrigin::root(), 0), BadOrigin);
		assert_noop!(Points::close_receipt_book(signed(RIVAL), 0), Error::<Test>::BookNotFound);
		assert_noop!(Points::close_receipt_book(signed(MERCHANT), 1), Error::<Test>::BookNotFound);
		NextBook::<Test>::put(u64::MAX);
		assert_noop!(Points::open_receipt_book(signed(RIVAL)), Error::<Test>::NoBookIdLeft);
	});
}

#[test]
fn accounts_that_open_and_close_books_leave_nothing_behind() {
	ExtBuilder::default().build_and_execute(|| {
		for (who, book) in [(ALICE, 0), (BOB, 1), (ALICE, 2)] {
			assert_ok!(Points::open_receipt_book(signed(who)));
			assert_ok!(Points::close_receipt_book(signed(who), book));
		}
		assert_eq!(NextBook::<Test>::get(), 3);
		assert_eq!(Books::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_receipt_counts_for_all_classes_of_its_merchant() {
	shop().build_and_execute(|| {
		assert_ok!(create(MERCHANT, SUPPLY, 1));
		assert_ok!(award(ALICE, 1, 7));
		assert_noop!(
			Points::award(signed(MERCHANT), 1, ALICE, 1, receipt(7)),
			Error::<Test>::ReceiptUsed
		);
		// Another merchant's books are its own.
		assert_ok!(register(RIVAL, MINIMUM + 2));
		assert_ok!(create(RIVAL, SUPPLY, 1));
		let foreign = Points::award(signed(RIVAL), 2, ALICE, 1, receipt(8));
		assert_noop!(foreign, Error::<Test>::BookNotFound);
		assert_ok!(Points::open_receipt_book(signed(RIVAL)));
		assert_ok!(Points::award(signed(RIVAL), 2, ALICE, 1, Receipt { book: 1, number: 7 }));
	});
}

#[test]
fn a_receipt_is_awarded_once() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 1, 7));
		assert_noop!(award(ALICE, 1, 7), Error::<Test>::ReceiptUsed);
		assert_noop!(award(BOB, 2, 7), Error::<Test>::ReceiptUsed);
		assert_noop!(award(BOB, 2, 2 * WINDOW), Error::<Test>::ReceiptTooFar);
		assert_noop!(award(BOB, 2, u64::MAX), Error::<Test>::ReceiptTooFar);
		assert_ok!(award(BOB, 2, 7 + WINDOW));
		assert_noop!(award(ALICE, 1, 7), Error::<Test>::ReceiptTooOld);
	});
}
