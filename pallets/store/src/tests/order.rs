//! `order`.

use super::*;
use frame_support::traits::fungible::MutateFreeze;
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// An order of one piece of product 0 by Alice with these bounds.
fn bounded(revision: u32, max_price: PriceOf<Test>, min_earned: Balance) -> DispatchResult {
	Store::order(signed(ALICE), 0, revision, 1, max_price, min_earned, ARBITER, None)
}

fn arbitrated(
	buyer: AccountId,
	arbiter: AccountId,
	recipient: Option<AccountId>,
) -> DispatchResult {
	Store::order(signed(buyer), 0, 0, 1, bhtd(Balance::MAX), 0, arbiter, recipient)
}

#[test]
fn an_order_is_paid_into_escrow_in_the_buyers_own_account() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 5);
		let before = wealth(ALICE);
		assert_ok!(order(ALICE, 3));
		assert_eq!(in_escrow(ALICE), 3_000);
		assert_eq!(wealth(ALICE), before);
		assert_eq!(state(FIRST), Some(State::Placed));
		assert_eq!(Products::<Test>::get(0).unwrap().stock, Some(2));
		assert_eq!(
			last_step(),
			Step::Placed {
				merchant: MERCHANT,
				buyer: ALICE,
				recipient: ALICE,
				arbiter: ARBITER,
				revision: 0,
				quantity: 3,
				paid: bhtd(3_000),
				earning: None,
				deadline: 1 + DELIVERY,
			}
		);
	});
}

#[test]
fn points_and_both_are_paid_into_escrow_too() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(beans(100), None);
		list(mixed(10, 20), None);
		assert_ok!(order(ALICE, 3));
		assert_eq!((in_escrow(ALICE), points_on_hold(0, ALICE)), (0, 300));
		assert_ok!(order_of(1, ALICE, 4, None));
		assert_eq!((in_escrow(ALICE), points_on_hold(0, ALICE)), (40, 380));
		// They are still the buyer's, and still owed for.
		assert_eq!((points(0, ALICE), owed(MERCHANT)), (620, 2_000));
	});
}

#[test]
fn two_buyers_have_points_of_one_class_in_escrow() {
	ExtBuilder::default().build_and_execute(|| {
		list(beans(100), None);
		for buyer in [ALICE, BOB] {
			give_points(buyer, 1_000);
			assert_ok!(order(buyer, 1));
			assert_eq!((points(0, buyer), points_on_hold(0, buyer)), (900, 100));
		}
	});
}

#[test]
fn one_unit_of_points_stays_in_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 100);
		list(beans(1), None);
		for quantity in [100, 101, u32::MAX] {
			assert_noop!(order(ALICE, quantity), Error::<Test>::InsufficientPoints);
		}
		assert_noop!(order(BOB, 1), Error::<Test>::InsufficientPoints);
		assert_ok!(order(ALICE, 99));
		assert_noop!(order(ALICE, 1), Error::<Test>::InsufficientPoints);
		// What is on hold cannot be spent twice, and the unit that stays keeps the account.
		assert_noop!(
			Points::convert(signed(ALICE), 0, 1, 0),
			pallet_points::Error::<Test>::InsufficientPoints
		);
		assert!(Assets::transfer(signed(ALICE), 0, BOB, 1).is_err());
	});
}

#[test]
fn what_is_in_escrow_cannot_be_spent() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(ENDOWMENT / 2), None);
		assert_ok!(order(ALICE, 1));
		assert_noop!(order(ALICE, 1), TokenError::FundsUnavailable);
		assert!(Balances::transfer_allow_death(signed(ALICE), BOB, ENDOWMENT / 2).is_err());
		assert_noop!(order(CAROL, 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn a_freeze_neither_stops_an_order_nor_its_completion() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		assert_ok!(Balances::set_freeze(&1, &ALICE, Balance::MAX));
		let id = completed(ALICE);
		assert_eq!(state(id), None);
	});
}

#[test]
fn two_buyers_race_for_the_last_piece_and_one_wins() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 1);
		assert_ok!(order(BOB, 1));
		assert_noop!(order(ALICE, 1), Error::<Test>::OutOfStock);
		assert_eq!((in_escrow(BOB), in_escrow(ALICE)), (1_000, 0));
	});
}

#[test]
fn a_price_that_rose_meanwhile_is_not_paid() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(bhtd(1_000), None);
		assert_ok!(bounded(0, bhtd(1_000), 0));
		assert_ok!(Store::set_price(signed(MERCHANT), 0, bhtd(1_001)));
		assert_noop!(bounded(0, bhtd(1_000), 0), Error::<Test>::AboveMaxPrice);
		assert_ok!(Store::set_price(signed(MERCHANT), 0, mixed(1_000, 10)));
		let other_class = Price { bhtd: 1_000, points: Some((1, 10)) };
		for limit in [bhtd(1_000), mixed(1_000, 9), mixed(999, 10), other_class] {
			assert_noop!(bounded(0, limit, 0), Error::<Test>::AboveMaxPrice);
		}
		assert_ok!(bounded(0, mixed(1_000, 10), 0));
		// A limit for points that are not asked for does no harm.
		assert_ok!(Store::set_price(signed(MERCHANT), 0, bhtd(1)));
		assert_ok!(bounded(0, mixed(1, 10), 0));
	});
}

#[test]
fn terms_that_changed_meanwhile_are_not_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let mut worse = terms();
		worse.returns = SHORTEST_WINDOW;
		assert_ok!(Store::edit(signed(MERCHANT), 0, content(b"Tea"), worse));
		assert_noop!(bounded(0, bhtd(1_000), 0), Error::<Test>::RevisionChanged);
		assert_ok!(bounded(1, bhtd(1_000), 0));
	});
}

#[test]
fn points_that_are_no_longer_earned_stop_an_order_that_counts_on_them() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		assert_noop!(bounded(0, bhtd(1_000), 1), Error::<Test>::BelowMinEarned);
		set_rule(rule());
		assert_noop!(bounded(0, bhtd(1_000), 1_001), Error::<Test>::BelowMinEarned);
		assert_ok!(bounded(0, bhtd(1_000), 1_000));
	});
}

#[test]
fn a_product_is_sold_by_an_active_merchant_to_somebody_else() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		assert_noop!(order(MERCHANT, 1), Error::<Test>::OwnProduct);
		assert_noop!(order_of(0, ALICE, 1, Some(MERCHANT)), Error::<Test>::OwnProduct);
		assert_noop!(order(ALICE, 0), Error::<Test>::QuantityIsZero);
		assert_noop!(order_of(1, ALICE, 1, None), Error::<Test>::ProductNotFound);
		for origin in unsigned() {
			assert_noop!(Store::order(origin, 0, 0, 1, bhtd(1_000), 0, ARBITER, None), BadOrigin);
		}
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(order(ALICE, 1), Error::<Test>::NotActiveMerchant);
	});
}

#[test]
fn the_arbiter_is_accepted_active_and_no_party() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		assert_noop!(arbitrated(ALICE, RIVAL, None), Error::<Test>::ArbiterNotAccepted);
		assert_noop!(arbitrated(ARBITER, ARBITER, None), Error::<Test>::ArbiterIsParty);
		assert_noop!(arbitrated(ALICE, ARBITER, Some(ARBITER)), Error::<Test>::ArbiterIsParty);
		// One of them may well buy where the other is the arbiter.
		assert_ok!(arbitrated(JUDGE, ARBITER, None));
		assert_ok!(Margin::announce_exit(signed(ARBITER), Role::Operator));
		assert_noop!(arbitrated(ALICE, ARBITER, None), Error::<Test>::ArbiterNotActive);
		// Not even with another role than the merchant asked for.
		let merchant = Role::Merchant;
		assert_ok!(Margin::register(signed(ARBITER), merchant, MINIMUM, Default::default()));
		assert_noop!(arbitrated(ALICE, ARBITER, None), Error::<Test>::ArbiterNotActive);
		assert_ok!(arbitrated(ALICE, JUDGE, None));
	});
}

#[test]
fn prices_out_of_range_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(Balance::MAX / 2), None);
		assert_noop!(order(ALICE, 3), Error::<Test>::PriceTooLarge);
		assert_ok!(Store::set_price(signed(MERCHANT), 0, beans(Balance::MAX / 2)));
		assert_noop!(order(ALICE, 3), Error::<Test>::PriceTooLarge);
	});
}

#[test]
fn points_of_a_class_that_was_given_away_pay_nothing_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 100);
		list(beans(10), None);
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert_noop!(order(ALICE, 1), Error::<Test>::ClassNotOwn);
	});
}

#[test]
fn any_number_of_orders_are_open_between_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		for _ in 0..20 {
			assert_ok!(order(ALICE, 1));
		}
		assert_eq!(in_escrow(ALICE), 20_000);
		// Each goes its own way.
		assert_ok!(Store::ship(signed(MERCHANT), id(0, 3)));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 4)));
		assert_ok!(Store::confirm(signed(ALICE), id(0, 3)));
		assert_eq!(in_escrow(ALICE), 18_000);
		assert_eq!(Orders::<Test>::iter_prefix(0).count(), 18);
	});
}

#[test]
fn a_deposit_that_cannot_be_paid_stops_an_order() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), None);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), CAROL, 100));
		let before: DispatchError = TokenError::FundsUnavailable.into();
		assert_noop!(order(CAROL, 1), before);
	});
}
