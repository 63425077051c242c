//! The story of an operator, from its first quote to the return of its margin.

use super::*;
use crate::mock::wholesale;

#[test]
fn an_operator_buys_wholesale_sells_retail_and_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		let [coins, tokens, _] = wealth(DESK);
		placed(DESK, BHTD_USD, Side::Bid, 2, 200, BULK);
		assert_ok!(wholesale(MERCHANT, BULK));
		let ask = ask(DESK, 220, BULK);
		assert_ok!(buy(ALICE, BHTD_USD, 2_000));
		assert_ok!(buy(BOB, BHTD_USD, 3_000));
		assert_eq!(wealth(DESK), [coins + 5_000, tokens - 20_000 + 11_000, 0]);
		assert_eq!(owed(DESK), BULK / 10);

		assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
		assert_noop!(
			Margin::withdraw(signed(DESK), Role::Operator),
			pallet_margin::Error::<Test>::NoticeRunning
		);
		advance(NOTICE);
		assert_ok!(Margin::withdraw(signed(DESK), Role::Operator));
		// As long as the quote is there, its part of the margin stays.
		assert_eq!(Margin::held(&DESK, Role::Operator), BULK / 10);
		assert_ok!(Wholesale::cancel(signed(DESK), ask));
		assert_ok!(Margin::withdraw(signed(DESK), Role::Operator));
		assert_eq!(Margin::held(&DESK, Role::Operator), 0);
		assert_ok!(Wholesale::remove_record(signed(DESK), DESK, BHTD_USD));
		assert_ok!(Wholesale::remove_market(signed(DESK), POINTS));
		assert_eq!(bhtd(DESK), wealth(DESK)[0]);
	});
}

#[test]
fn whoever_quotes_in_any_role_no_coin_counts_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let free = bhtd(DESK);
		let margin = Margin::held(&DESK, Role::Operator);
		ask(DESK, 300, 1_000);
		points_bid(DESK, 200, 500);
		assert_eq!(on_hold(AssetKind::Bhtd, DESK), 2_000);
		assert_eq!(Margin::held(&DESK, Role::Operator), margin);
		assert!(bhtd(DESK) < free - 2_000);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, cents(300), bhtd(DESK)),
			Error::<Test>::InsufficientFunds
		);
	});
}
