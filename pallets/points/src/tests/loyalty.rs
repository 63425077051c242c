//! Points as other pallets give and take them.

use crate::{mock::*, Error, Event, Pallet};
use bhtd_primitives::{ClassId, Loyalty, Role};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchResult, FixedU128};

fn earn(issuer: AccountId, class: ClassId, who: AccountId, amount: Balance) -> DispatchResult {
	let allowed = Pallet::<Test>::can_award(&issuer, class, &who, amount);
	let result = <Points as Loyalty<_>>::award(&issuer, class, &who, amount);
	assert_eq!(result.is_ok(), allowed, "{result:?}");
	result
}

fn redeem(who: AccountId, amount: Balance) -> DispatchResult {
	Points::redeem(0, &who, amount)
}

#[test]
fn points_for_a_purchase_are_owed_for_like_any_award() {
	shop().build_and_execute(|| {
		assert_ok!(earn(MERCHANT, 0, NEWCOMER, 100));
		System::assert_last_event(Event::Earned { class: 0, who: NEWCOMER, amount: 100 }.into());
		assert_eq!((points(0, NEWCOMER), owed(MERCHANT)), (100, 200));
	});
}

#[test]
fn the_checks_are_those_of_an_award() {
	ExtBuilder::default().margin(MINIMUM + 100).class(2).build_and_execute(|| {
		assert_noop!(earn(MERCHANT, 1, ALICE, 1), Error::<Test>::ClassNotFound);
		assert_noop!(earn(RIVAL, 0, ALICE, 1), Error::<Test>::NotIssuer);
		assert_noop!(earn(MERCHANT, 0, ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(earn(MERCHANT, 0, Points::vault(0), 1), Error::<Test>::VaultNotEligible);
		assert_noop!(earn(MERCHANT, 0, ALICE, SUPPLY + 1), Error::<Test>::SupplyExhausted);
		assert_noop!(earn(MERCHANT, 0, ALICE, 51), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		assert_noop!(earn(MERCHANT, 0, ALICE, 1), Error::<Test>::AwardsArePaused);
		assert_ok!(Points::resume_awards(signed(MERCHANT), 0));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(earn(MERCHANT, 0, ALICE, 1), Error::<Test>::NotActiveMerchant);
		assert_ok!(Margin::cancel_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(earn(MERCHANT, 0, ALICE, 50));
	});
}

#[test]
fn redeemed_points_are_no_longer_owed_for_and_the_margin_stays() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		let before = held(MERCHANT);
		assert_ok!(redeem(NEWCOMER, 40));
		System::assert_last_event(Event::Redeemed { class: 0, who: NEWCOMER, amount: 40 }.into());
		assert_eq!((points(0, NEWCOMER), points(0, Points::vault(0))), (60, SUPPLY - 60));
		assert_eq!((held(MERCHANT), owed(MERCHANT)), (before, 120));
		// All of them, by an account that has nothing else.
		assert_ok!(redeem(NEWCOMER, 60));
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn redeeming_rounds_against_the_issuer() {
	let third = FixedU128::from_rational(1, 3);
	ExtBuilder::default().margin(MINIMUM + 10).class(third).build_and_execute(|| {
		assert_ok!(award(ALICE, 9, 0));
		assert_eq!(owed(MERCHANT), 3);
		assert_ok!(redeem(ALICE, 1));
		assert_eq!(owed(MERCHANT), 3);
		assert_ok!(redeem(ALICE, 2));
		assert_eq!(owed(MERCHANT), 2);
	});
}

#[test]
fn nobody_redeems_what_it_does_not_have() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 10, 0));
		assert_noop!(Points::redeem(1, &ALICE, 1), Error::<Test>::ClassNotFound);
		assert_noop!(redeem(ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(redeem(ALICE, 11), Error::<Test>::InsufficientPoints);
		assert_noop!(redeem(BOB, 1), Error::<Test>::InsufficientPoints);
		assert_noop!(redeem(Points::vault(0), 1), Error::<Test>::InsufficientPoints);
	});
}

#[test]
fn points_are_redeemed_while_the_issuer_leaves() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 10, 0));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		assert_ok!(redeem(ALICE, 10));
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn issuer_and_value_are_those_of_the_class() {
	let floor = FixedU128::from_rational(19, 10);
	ExtBuilder::default().margin(MINIMUM).class(floor).build_and_execute(|| {
		assert_eq!(<Points as Loyalty<_>>::issuer(0), Some(MERCHANT));
		assert_eq!(<Points as Loyalty<_>>::issuer(1), None);
		assert_eq!(Points::value(0, 7), 13);
		assert_eq!(Points::value(0, u128::MAX), 0);
		assert_eq!(Points::value(1, 7), 0);
	});
}

#[test]
fn a_conversion_through_the_trait_is_one_at_the_floor() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		assert_eq!(Points::floor(0), Some(FixedU128::from_u32(2)));
		assert_eq!(Points::floor(1), None);
		let convert = |class, amount| <Points as Loyalty<_>>::convert(class, &NEWCOMER, amount);
		assert_noop!(convert(1, 1), Error::<Test>::ClassNotFound);
		assert_noop!(convert(0, 0), Error::<Test>::AmountIsZero);
		assert_noop!(convert(0, 101), Error::<Test>::InsufficientPoints);
		let before = (held(MERCHANT), Balances::free_balance(NEWCOMER));
		// Pausing awards does not stop it.
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		assert_eq!(convert(0, 40), Ok(80));
		System::assert_last_event(
			Event::Converted { class: 0, who: NEWCOMER, amount: 40, out: 80 }.into(),
		);
		assert_eq!(
			(held(MERCHANT), Balances::free_balance(NEWCOMER)),
			(before.0 - 80, before.1 + 80)
		);
		assert_eq!((points(0, NEWCOMER), owed(MERCHANT)), (60, 120));
	});
}
