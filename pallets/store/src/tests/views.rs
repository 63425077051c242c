//! The view functions.

use super::*;

fn moves() -> Vec<(Action, Option<AccountId>, Option<u64>, Option<u64>)> {
	let view = Store::open_order(FIRST).expect("it is open");
	view.moves.into_iter().map(|it| (it.action, it.who, it.from, it.until)).collect()
}

#[test]
fn a_product_is_shown_with_its_description() {
	ExtBuilder::default().build_and_execute(|| {
		list(mixed(10, 5), 3);
		let view = Store::product(0).unwrap();
		assert_eq!(view.content, content(b"Coffee"));
		assert_eq!((view.product.price, view.product.stock), (mixed(10, 5), Some(3)));
		assert_eq!((view.product.merchant, view.product.terms), (MERCHANT, terms()));
		assert_eq!(Store::product(1), None);
	});
}

#[test]
fn an_order_is_shown_with_what_may_be_done_next() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		assert_eq!(Store::open_order(FIRST), None);
		assert_ok!(order(ALICE, 1));
		let (merchant, buyer, arbiter) = (Some(MERCHANT), Some(ALICE), Some(ARBITER));
		let settle = |from| (Action::Settle, None, from, None);
		let cancel = (Action::Cancel, merchant, None, None);
		let refund_part = (Action::RefundPart, merchant, None, None);
		let until = |action, who, until| (action, who, None, Some(until));

		let end = 1 + DELIVERY;
		let ship = until(Action::Ship, merchant, end);
		assert_eq!(moves(), vec![ship, cancel, refund_part, settle(Some(end))]);
		System::set_block_number(end);
		assert_eq!(moves(), vec![cancel, refund_part, settle(None)]);
		System::set_block_number(1);

		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		let end = 1 + RETURNS;
		let confirm = (Action::Confirm, buyer, None, None);
		let dispute = |who| until(Action::Dispute, who, end);
		assert_eq!(
			moves(),
			vec![refund_part, confirm, dispute(buyer), dispute(merchant), settle(Some(end))]
		);
		System::set_block_number(end);
		assert_eq!(moves(), vec![refund_part, confirm, settle(None)]);
		System::set_block_number(1);

		assert_ok!(Store::dispute(signed(ALICE), FIRST, Default::default()));
		let end = 1 + ARBITRATION;
		let resolve = until(Action::Resolve, arbiter, end);
		assert_eq!(moves(), vec![refund_part, resolve, settle(Some(end))]);
		System::set_block_number(end);
		assert_eq!(moves(), vec![refund_part, settle(None)]);
	});
}

#[test]
fn a_quote_is_what_an_order_costs_and_earns() {
	ExtBuilder::default().margin(4_000).build_and_execute(|| {
		set_rule(rule());
		list(mixed(1_000, 10), 3);
		let quote = |quantity| Store::quote_order(0, quantity, ALICE).unwrap();
		let expected = Quote {
			revision: 0,
			price: mixed(2_000, 20),
			earned: 2_000,
			awardable: true,
			available: true,
		};
		assert_eq!(quote(2), expected);
		// Three would earn more than the margin covers, four are not there.
		assert!(quote(3).available && !quote(3).awardable);
		assert!(!quote(4).available && !quote(0).available);
		assert!(!Store::quote_order(0, 1, MERCHANT).unwrap().available);
		assert_eq!(Store::quote_order(1, 1, ALICE), None);

		assert_ok!(Store::pause(signed(MERCHANT), 0));
		assert!(!quote(1).available);
		assert_ok!(Store::resume(signed(MERCHANT), 0));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert!(!quote(1).available && !quote(1).awardable);
		assert_ok!(Margin::cancel_exit(signed(MERCHANT), Role::Merchant));

		assert_ok!(Store::set_price(signed(MERCHANT), 0, bhtd(Balance::MAX)));
		assert_eq!(Store::quote_order(0, 2, ALICE), None);
		assert_ok!(Store::set_price(signed(MERCHANT), 0, beans(1)));
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert!(!quote(1).available);
	});
}

#[test]
fn a_rule_is_shown_with_what_is_left_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Store::rule(0), None);
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_ok!(order(ALICE, 1));
		assert_eq!(Store::rule(0), Some(RuleTerms { budget: SUPPLY - 1_000, ..rule() }));
	});
}

#[test]
fn a_missed_award_is_shown() {
	ExtBuilder::default().margin(0).build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_eq!(Store::missed_award(FIRST), None);
		completed(ALICE);
		let missed = Store::missed_award(FIRST).unwrap();
		assert_eq!((missed.merchant, missed.buyer, missed.recipient), (MERCHANT, ALICE, ALICE));
		assert_eq!((missed.class, missed.amount), (0, 1_000));
	});
}
