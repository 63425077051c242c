//! `offer_stewardship` and `accept_stewardship`.

use crate::{mock::*, Classes, Error, Event, HoldReason, Offers};
use bhtd_primitives::Role;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::traits::BadOrigin;

fn offer(to: Option<AccountId>) -> sp_runtime::DispatchResult {
	Points::offer_stewardship(signed(MERCHANT), 0, to)
}

#[test]
fn a_successor_takes_over_class_liability_and_deposit() {
	shop().build_and_execute(|| {
		let deposit = |who| Balances::balance_on_hold(&HoldReason::Class.into(), &who);
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(register(RIVAL, MINIMUM + 200));
		assert_ok!(offer(Some(RIVAL)));
		System::assert_last_event(Event::StewardshipOffered { class: 0, to: Some(RIVAL) }.into());
		let held_as_deposit = deposit(MERCHANT);
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, 200));
		System::assert_last_event(
			Event::StewardshipAccepted { class: 0, from: MERCHANT, to: RIVAL }.into(),
		);
		assert_eq!((owed(MERCHANT), owed(RIVAL)), (0, 200));
		assert_eq!((deposit(MERCHANT), deposit(RIVAL)), (0, held_as_deposit));
		assert_eq!(Classes::<Test>::get(0).unwrap().issuer, RIVAL);
		assert!(!Offers::<Test>::contains_key(0));

		assert_noop!(award(ALICE, 1, 1), Error::<Test>::NotIssuer);
		assert_ok!(Points::convert(signed(ALICE), 0, 100, 200));
		assert_eq!(held(RIVAL), MINIMUM);
	});
}

#[test]
fn a_class_goes_only_to_whom_it_is_offered() {
	shop().build_and_execute(|| {
		assert_ok!(register(RIVAL, MINIMUM + 200));
		assert_noop!(Points::accept_stewardship(signed(RIVAL), 0, 200), Error::<Test>::NotOffered);
		assert_noop!(offer(Some(MERCHANT)), Error::<Test>::AlreadyIssuer);
		assert_noop!(
			Points::offer_stewardship(signed(RIVAL), 0, Some(RIVAL)),
			Error::<Test>::NotIssuer
		);
		assert_noop!(Points::offer_stewardship(RuntimeOrigin::root(), 0, None), BadOrigin);
		assert_noop!(Points::accept_stewardship(RuntimeOrigin::root(), 0, 200), BadOrigin);
		assert_noop!(
			Points::accept_stewardship(signed(RIVAL), 1, 200),
			Error::<Test>::ClassNotFound
		);
		assert_ok!(offer(Some(RIVAL)));
		assert_noop!(Points::accept_stewardship(signed(ALICE), 0, 200), Error::<Test>::NotOffered);
		assert_ok!(offer(None));
		assert_noop!(Points::accept_stewardship(signed(RIVAL), 0, 200), Error::<Test>::NotOffered);
	});
}

#[test]
fn a_successor_must_be_able_to_back_the_points() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(offer(Some(RIVAL)));
		assert_noop!(
			Points::accept_stewardship(signed(RIVAL), 0, 200),
			Error::<Test>::NotActiveMerchant
		);
		assert_ok!(register(RIVAL, MINIMUM + 199));
		assert_noop!(
			Points::accept_stewardship(signed(RIVAL), 0, 200),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Margin::top_up(signed(RIVAL), Role::Merchant, 1));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, 200));
	});
}

#[test]
fn a_merchant_on_its_way_out_can_hand_over() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(register(RIVAL, MINIMUM + 200));
		assert_ok!(offer(Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, 200));
		System::set_block_number(1 + NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_eq!(held(MERCHANT), 0);
	});
}

#[test]
fn a_successor_owes_no_more_than_it_agreed_to() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(register(RIVAL, MINIMUM + 1_000_000));
		assert_ok!(offer(Some(RIVAL)));
		// The issuer awards and raises the floor just before the successor's call is included.
		assert_ok!(award(BOB, 1, 1));
		let accept = |limit| Points::accept_stewardship(signed(RIVAL), 0, limit);
		assert_noop!(accept(200), Error::<Test>::LiabilityAboveLimit);
		assert_ok!(Points::raise_floor(signed(MERCHANT), 0, 3.into()));
		assert_noop!(accept(302), Error::<Test>::LiabilityAboveLimit);
		assert_ok!(accept(303));
	});
}

#[test]
fn a_class_outlives_the_departure_of_its_issuer() {
	shop().build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		System::set_block_number(1 + NOTICE);
		assert_ok!(Margin::withdraw(signed(MERCHANT), Role::Merchant));
		assert_ok!(register(RIVAL, MINIMUM));
		assert_ok!(offer(Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, 0));
		assert_eq!(Balances::balance_on_hold(&HoldReason::Class.into(), &MERCHANT), 0);
	});
}
