//! Stories across calls, with the attacks of the design in mind.

use super::*;
use sp_runtime::FixedU128;

#[test]
fn the_roastery() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a roastery whose beans are earned at one per ten planck
		let mut tenth = rule();
		tenth.rate = FixedU128::from_rational(1, 10);
		set_rule(tenth);
		list(bhtd(10_000), 100);
		list(beans(900), 10);
		// WHEN Alice buys a bag, which arrives
		completed(ALICE);
		assert_eq!(points(0, ALICE), 1_000);
		// THEN she pays the next with beans, and nobody owes her anything any more but for 100
		assert_ok!(order_of(1, ALICE, 1, None));
		assert_ok!(Store::ship(signed(MERCHANT), id(1, 0)));
		assert_ok!(Store::confirm(signed(ALICE), id(1, 0)));
		assert_eq!((points(0, ALICE), owed(MERCHANT)), (100, 200));
	});
}

#[test]
fn a_thousand_orders_and_refunds_gain_nothing_for_either_side() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(mixed(1_003, 7), 5);
		give_points(ALICE, 1_000);
		let worth =
			|who| (wealth(who), free(who), points(0, who), held(who) - owed(who).min(held(who)));
		let before = (worth(ALICE), worth(MERCHANT), points(0, Points::vault(0)));
		for round in 0..1_000 {
			assert_ok!(order(ALICE, 1));
			let id = id(0, round);
			match round % 4 {
				0 => {
					assert_ok!(Store::cancel(signed(MERCHANT), id));
				}
				1 => {
					assert_ok!(Store::refund_part(signed(MERCHANT), id, refund(1_000, 1)));
					assert_ok!(Store::refund_part(signed(MERCHANT), id, refund(3, 6)));
				}
				2 => {
					assert_ok!(Store::ship(signed(MERCHANT), id));
					assert_ok!(Store::refund_part(signed(MERCHANT), id, refund(1_003, 7)));
				}
				_ => {
					advance(DELIVERY);
					assert_ok!(Store::settle(signed(BOB), id));
				}
			}
			if matches!(round % 4, 1 | 2) {
				assert_ok!(Store::set_stock(signed(MERCHANT), 0, Restock::Add(1)));
			}
		}
		assert_eq!((worth(ALICE), worth(MERCHANT), points(0, Points::vault(0))), before);
		assert_eq!((budget(), Receipts::get()), (SUPPLY, vec![]));
	});
}

#[test]
fn a_wash_trader_is_poorer_after_every_closed_cycle() {
	// The merchant, its friend as buyer, and their friend as arbiter: everything they have together.
	let together = || wealth(MERCHANT) + wealth(ALICE) + wealth(ARBITER);
	ExtBuilder::default().build_and_execute(|| {
		let mut generous = rule();
		generous.bonus = 100;
		set_rule(generous);
		for price in [1, 2, 99, 1_000, 123_457] {
			for ending in 0..4 {
				let points_before = points(0, ALICE);
				let before = together();
				let product = NextProduct::<Test>::get();
				list(bhtd(price), None);
				assert_ok!(order_of(product, ALICE, 1, None));
				let id = id(product, 0);
				assert_ok!(Store::ship(signed(MERCHANT), id));
				if ending == 0 {
					assert_ok!(Store::confirm(signed(ALICE), id));
				} else if ending == 1 {
					advance(RETURNS);
					assert_ok!(Store::settle(signed(ALICE), id));
				} else {
					assert_ok!(Store::dispute(signed(ALICE), id, Default::default()));
					// Of one planck, half is nothing: no sale, no fee.
					let half = ending == 3 && price > 1;
					let share = if half { Permill::from_percent(50) } else { Permill::one() };
					assert_ok!(Store::resolve(signed(ARBITER), id, share, 0));
				}
				// Points earned are worth what the merchant's margin owes for them, and no more.
				let earned = points(0, ALICE) - points_before;
				if earned > 0 {
					assert_ok!(Points::convert(signed(ALICE), 0, earned, 0));
				}
				assert_ok!(Store::remove(signed(MERCHANT), product));
				assert!(together() < before, "{price} {ending}");
			}
		}
	});
}

#[test]
fn a_cycle_through_points_makes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// A merchant that sells for points it has given away for nothing only takes them back.
		let together = || wealth(MERCHANT) + wealth(ALICE);
		let before = (together(), held(MERCHANT));
		for _ in 0..10 {
			give_points(ALICE, 1_000);
			list(beans(1_000 - 1), None);
			let product = NextProduct::<Test>::get() - 1;
			assert_ok!(order_of(product, ALICE, 1, None));
			assert_ok!(Store::ship(signed(MERCHANT), id(product, 0)));
			assert_ok!(Store::confirm(signed(ALICE), id(product, 0)));
			assert_ok!(Points::convert(signed(ALICE), 0, 1, 0));
			assert_ok!(Store::remove(signed(MERCHANT), product));
		}
		assert_eq!((together(), owed(MERCHANT)), (before.0, 0));
	});
}

#[test]
fn splitting_an_order_earns_no_more_by_the_rate_and_saves_no_fee() {
	ExtBuilder::default().build_and_execute(|| {
		let mut third = rule();
		third.rate = FixedU128::from_rational(1, 3);
		set_rule(third);
		list(bhtd(50), None);
		assert_ok!(order(ALICE, 10));
		for _ in 0..10 {
			assert_ok!(order(BOB, 1));
		}
		let (alice, bob) = (wealth(ALICE), wealth(BOB));
		for number in 0..=10 {
			let buyer = if number == 0 { ALICE } else { BOB };
			assert_ok!(Store::ship(signed(MERCHANT), id(0, number)));
			assert_ok!(Store::confirm(signed(buyer), id(0, number)));
		}
		assert!(points(0, BOB) <= points(0, ALICE));
		assert_eq!((alice - wealth(ALICE), bob - wealth(BOB)), (500, 500));
		let fee = |buyer| {
			let receipts = Receipts::get().into_iter().filter(|receipt| receipt.buyer == buyer);
			receipts.map(|receipt| receipt.fee).sum::<Balance>()
		};
		assert!(fee(BOB) >= fee(ALICE));
	});
}

#[test]
fn the_supply_cannot_be_promised_away_from_those_who_hold_points() {
	ExtBuilder::default().build_and_execute(|| {
		// Escrow in points is still owed for: a buyer who is refunded converts them.
		give_points(ALICE, 1_001);
		list(beans(1_000), None);
		assert_ok!(order(ALICE, 1));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		advance(NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_eq!((held(MERCHANT), owed(MERCHANT)), (2_002, 2_002));
		assert_ok!(Store::settle(signed(BOB), FIRST));
		assert_ok!(Points::convert(signed(ALICE), 0, 1_001, 2_002));
	});
}

#[test]
fn an_order_pins_everything() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), None);
		assert_ok!(order(ALICE, 1));
		let pinned = Store::open_order(FIRST).unwrap().order;
		// Whatever the merchant changes
		let mut worse = terms();
		(worse.delivery, worse.returns, worse.earns) = (SHORTEST_WINDOW, SHORTEST_WINDOW, None);
		worse.arbiters = vec![arbiter(JUDGE)].try_into().unwrap();
		assert_ok!(Store::edit(signed(MERCHANT), 0, content(b"Tea"), worse));
		assert_ok!(Store::set_price(signed(MERCHANT), 0, bhtd(1)));
		assert_ok!(Store::remove_rule(signed(MERCHANT), 0));
		assert_ok!(Store::remove(signed(MERCHANT), 0));
		assert_eq!(Store::open_order(FIRST).unwrap().order, pinned);
		assert_ok!(Store::ship(signed(MERCHANT), FIRST));
		assert_eq!(last_step(), Step::Shipped { deadline: 1 + RETURNS });
		assert_ok!(Store::confirm(signed(ALICE), FIRST));
		assert_eq!(points(0, ALICE), 1_000);
	});
}
