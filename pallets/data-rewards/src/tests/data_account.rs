//! `open_data_account`, `close_data_account`, and the receipts that are kept.

use super::*;

fn numbers(who: AccountId) -> Vec<u64> {
	let view = DataRewards::data_account(who).expect("there is a data account");
	view.receipts.iter().map(|receipt| receipt.number).collect()
}

#[test]
fn a_data_account_keeps_what_its_owner_buys() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 3));
		assert_eq!(last_event(), Event::DataAccountOpened { who: ALICE, slots: 3 }.into());
		advance_to(5);
		buy(ALICE, 70);
		let order = receipt(ALICE, 70).order;
		assert_eq!(last_event(), Event::ReceiptKept { who: ALICE, number: 0, order }.into());
		let view = DataRewards::data_account(ALICE).unwrap();
		assert_eq!((view.account.next, view.account.fees, view.account.paid), (1, 70, 0));
		let kept = KeptReceipt {
			number: 0,
			order,
			merchant: MERCHANT,
			category: 7,
			net: 7_000,
			fee: 70,
			block: 5,
		};
		assert_eq!(view.receipts, vec![kept]);
	});
}

#[test]
fn receipts_are_kept_for_nobody_without_a_data_account() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 3));
		let root = sp_io::storage::root(Default::default());
		buy(BOB, 70);
		assert_eq!(sp_io::storage::root(Default::default()), root);
		assert_eq!(DataRewards::data_account(BOB), None);
		assert!(numbers(ALICE).is_empty());
	});
}

#[test]
fn the_oldest_receipt_makes_room() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 3));
		for fee in 1..=5 {
			buy(ALICE, fee);
		}
		assert_eq!(numbers(ALICE), [2, 3, 4]);
		// The bound counts what has made room.
		assert_eq!(DataRewards::data_account(ALICE).unwrap().account.fees, 15);
	});
}

#[test]
fn an_account_of_one_slot_keeps_the_last_receipt() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		buy(ALICE, 1);
		buy(ALICE, 2);
		assert_eq!(numbers(ALICE), [1]);
	});
}

#[test]
fn receipts_without_a_fee_push_nothing_out() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		buy(ALICE, 5);
		buy(ALICE, 0);
		assert_eq!(numbers(ALICE), [0]);
	});
}

#[test]
fn closing_forgets_everything_and_returns_the_deposit() {
	ExtBuilder.build_and_execute(|| {
		let before = free(ALICE);
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 3));
		assert!(free(ALICE) < before);
		buy(ALICE, 5);
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
		assert_eq!(last_event(), Event::DataAccountClosed { who: ALICE }.into());
		assert_eq!(free(ALICE), before);
		assert!(!Receipts::<Test>::contains_key(ALICE));
		assert_eq!(DataRewards::data_account(ALICE), None);
	});
}

#[test]
fn more_slots_cost_more() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		assert_ok!(DataRewards::open_data_account(signed(BOB), MAX_SLOTS));
		assert!(free(ALICE) > free(BOB));
	});
}

#[test]
fn there_is_one_data_account_for_each_person() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		assert_noop!(
			DataRewards::open_data_account(signed(ALICE), 1),
			Error::<Test>::DataAccountExists
		);
		assert_noop!(
			DataRewards::close_data_account(signed(BOB)),
			Error::<Test>::DataAccountNotFound
		);
	});
}

#[test]
fn the_number_of_slots_has_bounds() {
	ExtBuilder.build_and_execute(|| {
		for slots in [0, MAX_SLOTS + 1] {
			assert_noop!(
				DataRewards::open_data_account(signed(ALICE), slots),
				Error::<Test>::SlotsOutOfBounds
			);
		}
	});
}

#[test]
fn an_account_with_a_record_in_a_campaign_stays() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		assert_noop!(DataRewards::close_data_account(signed(ALICE)), Error::<Test>::RecordsOpen);
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
	});
}

#[test]
fn who_cannot_pay_the_deposit_has_no_data_account() {
	ExtBuilder.build_and_execute(|| {
		let newcomer = 77;
		assert!(DataRewards::open_data_account(signed(newcomer), 1).is_err());
		assert_eq!(DataRewards::data_account(newcomer), None);
	});
}

#[test]
fn a_signature_is_needed() {
	ExtBuilder.build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(DataRewards::open_data_account(origin.clone(), 1), BadOrigin);
			assert_noop!(DataRewards::close_data_account(origin), BadOrigin);
		}
	});
}
