//! Stories across calls, with the attacks of the design in mind.

use crate::{mock::*, Error};
use bhtd_primitives::Role;
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_coffee_shop() {
	shop().build_and_execute(|| {
		// GIVEN a guest with points and no BHTD
		assert_ok!(award(NEWCOMER, 50, 17));
		// WHEN it sends some to a friend who has nothing either
		const FRIEND: AccountId = 14;
		assert_ok!(Assets::transfer(signed(NEWCOMER), 0, FRIEND, 10));
		// THEN both convert what they have, and the shop owes nothing more
		assert_ok!(Points::convert(signed(NEWCOMER), 0, 40, 80));
		assert_ok!(Points::convert(signed(FRIEND), 0, 10, 20));
		assert_eq!(owed(MERCHANT), 0);
		assert_eq!(held(MERCHANT), MINIMUM + 1_000_000 - 100);
	});
}

#[test]
fn sending_points_to_oneself_changes_nothing() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 50, 0));
		assert_ok!(Assets::transfer(signed(ALICE), 0, ALICE, 50));
		assert_eq!(points(0, ALICE), 50);
		assert_eq!(owed(MERCHANT), 100);
	});
}

#[test]
fn a_cycle_of_award_and_conversion_nets_nothing() {
	shop().build_and_execute(|| {
		let wealth =
			|| Balances::free_balance(MERCHANT) + held(MERCHANT) + Balances::free_balance(ALICE);
		let before = wealth();
		for number in 0..20 {
			assert_ok!(award(ALICE, 33, number));
			assert_ok!(Points::convert(signed(ALICE), 0, 33, 0));
		}
		assert_eq!(wealth(), before);
	});
}

#[test]
fn a_raised_minimum_leaves_conversion_as_it_is() {
	ExtBuilder::default().margin(MINIMUM + 200).class(2).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Margin::set_terms(RuntimeOrigin::root(), Role::Merchant, 10 * MINIMUM, NOTICE));
		assert_ok!(Points::convert(signed(ALICE), 0, 100, 200));
	});
}

#[test]
fn the_margin_cannot_be_taken_back_under_the_points() {
	ExtBuilder::default().margin(MINIMUM + 200).class(2).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_noop!(
			Margin::withdraw_excess(signed(MERCHANT), Role::Merchant, 1),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Points::convert(signed(ALICE), 0, 50, 100));
		assert_noop!(
			Margin::withdraw_excess(signed(MERCHANT), Role::Merchant, 1),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
	});
}

#[test]
fn one_coin_does_not_back_two_things() {
	ExtBuilder::default().margin(MINIMUM + 100).class(1).build_and_execute(|| {
		// The same account is an operator, too: that margin backs no points.
		assert_ok!(Margin::register(signed(MERCHANT), Role::Operator, 500_000, Default::default()));
		assert_ok!(award(ALICE, 100, 0));
		assert_noop!(award(ALICE, 1, 1), pallet_margin::Error::<Test>::ExceedsCapacity);
		// What is held cannot be spent either.
		let all = Balances::free_balance(MERCHANT);
		assert!(Balances::transfer_allow_death(signed(MERCHANT), BOB, all + 1).is_err());
	});
}

#[test]
fn a_merchant_without_margin_left_comes_back() {
	ExtBuilder::default().margin(MINIMUM + 100).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Points::convert(signed(ALICE), 0, 100, 100));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		System::set_block_number(1 + NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_noop!(award(ALICE, 1, 1), Error::<Test>::NotActiveMerchant);
		assert_ok!(register(MERCHANT, MINIMUM + 100));
		assert_ok!(award(ALICE, 1, 1));
	});
}
