//! `award` and `award_batch`.

use crate::{
	mock::*,
	types::{Award, Receipt},
	AwardsOf, Error, Event,
};
use bhtd_primitives::Role;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, FixedU128};

fn batch(awards: &[(AccountId, Balance, u64)]) -> AwardsOf<Test> {
	awards
		.iter()
		.map(|&(beneficiary, amount, number)| Award { beneficiary, amount, number })
		.collect::<Vec<_>>()
		.try_into()
		.unwrap()
}

fn award_batch(awards: &[(AccountId, Balance, u64)]) -> sp_runtime::DispatchResult {
	Points::award_batch(signed(MERCHANT), 0, 0, batch(awards))
}

#[test]
fn an_award_leaves_the_vault_and_is_owed_for() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		System::assert_last_event(
			Event::Awarded { class: 0, who: NEWCOMER, amount: 100, receipt: receipt(0) }.into(),
		);
		assert_eq!(points(0, NEWCOMER), 100);
		assert_eq!(points(0, Points::vault(0)), SUPPLY - 100);
		assert_eq!(owed(MERCHANT), 200);
		assert_eq!(Balances::free_balance(NEWCOMER), 0);
	});
}

#[test]
fn the_margin_bounds_what_is_awarded_to_the_planck() {
	ExtBuilder::default().margin(MINIMUM + 100).class(2).build_and_execute(|| {
		assert_ok!(award(ALICE, 49, 0));
		assert_noop!(award(ALICE, 2, 1), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(award(ALICE, 1, 1));
		assert_noop!(award(ALICE, 1, 2), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(Margin::top_up(signed(MERCHANT), Role::Merchant, 2));
		assert_ok!(award(ALICE, 1, 2));
		assert_eq!(owed(MERCHANT), held(MERCHANT) - MINIMUM);
	});
}

#[test]
fn fractions_of_a_floor_are_owed_in_full() {
	let third = FixedU128::from_rational(1, 3);
	ExtBuilder::default().margin(MINIMUM + 2).class(third).build_and_execute(|| {
		assert_ok!(award(ALICE, 1, 0));
		assert_eq!(owed(MERCHANT), 1);
		assert_ok!(award(ALICE, 1, 1));
		assert_ok!(award(ALICE, 1, 2));
		// 18 decimals of a third are less than a third, so three of them need no more than one.
		assert_eq!(owed(MERCHANT), 1);
		assert_ok!(award(ALICE, 3, 3));
		assert_eq!(owed(MERCHANT), 2);
		assert_noop!(award(ALICE, 1, 4), pallet_margin::Error::<Test>::ExceedsCapacity);
	});
}

#[test]
fn all_classes_of_a_merchant_share_its_margin() {
	ExtBuilder::default().margin(MINIMUM + 10).class(1).build_and_execute(|| {
		assert_ok!(create(MERCHANT, SUPPLY, 1));
		assert_ok!(award(ALICE, 6, 0));
		assert_ok!(Points::award(signed(MERCHANT), 1, ALICE, 4, receipt(1)));
		for class in [0, 1] {
			assert_noop!(
				Points::award(signed(MERCHANT), class, ALICE, 1, receipt(2)),
				pallet_margin::Error::<Test>::ExceedsCapacity
			);
		}
	});
}

#[test]
fn awards_that_cannot_be_are_refused() {
	shop().build_and_execute(|| {
		assert_noop!(Points::award(RuntimeOrigin::root(), 0, ALICE, 1, receipt(0)), BadOrigin);
		assert_noop!(
			Points::award(signed(ALICE), 0, ALICE, 1, receipt(0)),
			Error::<Test>::NotIssuer
		);
		assert_noop!(
			Points::award(signed(MERCHANT), 1, ALICE, 1, receipt(0)),
			Error::<Test>::ClassNotFound
		);
		assert_noop!(award(ALICE, 0, 0), Error::<Test>::AmountIsZero);
		assert_noop!(award(Points::vault(0), 1, 0), Error::<Test>::VaultNotEligible);
		assert_noop!(award(ALICE, SUPPLY + 1, 0), Error::<Test>::SupplyExhausted);
		assert_noop!(award(ALICE, u128::MAX, 0), Error::<Test>::SupplyExhausted);
		assert_noop!(
			Points::award(signed(MERCHANT), 0, ALICE, 1, Receipt { book: 1, number: 0 }),
			Error::<Test>::BookNotFound
		);
	});
}

#[test]
fn an_exit_stops_awards_at_once_and_cancelling_it_resumes_them() {
	shop().build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(award(ALICE, 1, 0), Error::<Test>::NotActiveMerchant);
		assert_ok!(Margin::cancel_exit(signed(MERCHANT), Role::Merchant));
		assert_ok!(award(ALICE, 1, 0));
	});
}

#[test]
fn the_whole_supply_can_be_awarded_and_no_more() {
	ExtBuilder::default().margin(MINIMUM + SUPPLY).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, SUPPLY, 0));
		assert_eq!(points(0, Points::vault(0)), 0);
		assert_noop!(award(ALICE, 1, 1), Error::<Test>::SupplyExhausted);
		assert_ok!(Points::convert(signed(ALICE), 0, SUPPLY, SUPPLY));
		assert_eq!(points(0, Points::vault(0)), SUPPLY);
		assert_ok!(Margin::top_up(signed(MERCHANT), Role::Merchant, SUPPLY));
		assert_ok!(award(ALICE, SUPPLY, 1));
	});
}

#[test]
fn a_merchant_may_award_itself_and_gains_nothing() {
	shop().build_and_execute(|| {
		let wealth = || Balances::free_balance(MERCHANT) + held(MERCHANT);
		let before = wealth();
		assert_ok!(award(MERCHANT, 1_000, 0));
		assert_ok!(Points::convert(signed(MERCHANT), 0, 1_000, 0));
		assert_eq!(wealth(), before);
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn no_award_while_the_margin_is_short_even_if_nothing_more_would_be_owed() {
	ExtBuilder::default().margin(MINIMUM + 10).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, 10, 0));
		let raised = MINIMUM + 1;
		assert_ok!(Margin::set_terms(RuntimeOrigin::root(), Role::Merchant, raised, NOTICE));
		// Five points go straight back to the vault: awarding one of them would owe less than before.
		assert_ok!(Assets::transfer(signed(ALICE), 0, Points::vault(0), 5));
		assert_ok!(award(ALICE, 4, 1));
		assert_noop!(award(ALICE, 1, 2), pallet_margin::Error::<Test>::ExceedsCapacity);
	});
}

#[test]
fn no_award_while_the_margin_is_short_even_if_rounding_makes_it_free() {
	let half = FixedU128::from_rational(1, 2);
	ExtBuilder::default().margin(MINIMUM + 1).class(half).build_and_execute(|| {
		assert_ok!(award(ALICE, 1, 0));
		assert_ok!(Margin::set_terms(RuntimeOrigin::root(), Role::Merchant, MINIMUM + 1, NOTICE));
		assert_eq!(Points::quote_award(0, 1).unwrap().liability_increase, 0);
		assert!(!Points::quote_award(0, 1).unwrap().allowed);
		assert_noop!(award(ALICE, 1, 1), pallet_margin::Error::<Test>::ExceedsCapacity);
	});
}

#[test]
fn a_batch_awards_each_and_says_so() {
	shop().build_and_execute(|| {
		assert_ok!(award_batch(&[(ALICE, 1, 3), (NEWCOMER, 2, 1), (ALICE, 4, 2)]));
		assert_eq!((points(0, ALICE), points(0, NEWCOMER)), (5, 2));
		assert_eq!(owed(MERCHANT), 14);
		for (who, amount, number) in [(ALICE, 1, 3), (NEWCOMER, 2, 1), (ALICE, 4, 2)] {
			System::assert_has_event(
				Event::Awarded { class: 0, who, amount, receipt: receipt(number) }.into(),
			);
		}
	});
}

#[test]
fn a_batch_is_all_or_nothing() {
	ExtBuilder::default().margin(MINIMUM + 10).class(1).build_and_execute(|| {
		assert_noop!(award_batch(&[]), Error::<Test>::BatchIsEmpty);
		assert_noop!(award_batch(&[(ALICE, 1, 0), (BOB, 1, 0)]), Error::<Test>::ReceiptUsed);
		assert_noop!(award_batch(&[(ALICE, 1, 0), (BOB, 0, 1)]), Error::<Test>::AmountIsZero);
		assert_noop!(
			award_batch(&[(ALICE, u128::MAX, 0), (BOB, 1, 1)]),
			Error::<Test>::SupplyExhausted
		);
		assert_noop!(
			award_batch(&[(ALICE, 5, 0), (BOB, 6, 1)]),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_noop!(
			Points::award_batch(RuntimeOrigin::root(), 0, 0, batch(&[(ALICE, 1, 0)])),
			BadOrigin
		);
		assert_noop!(
			Points::award_batch(signed(BOB), 0, 0, batch(&[(ALICE, 1, 0)])),
			Error::<Test>::NotIssuer
		);
		assert_ok!(award_batch(&[(ALICE, 5, 0), (BOB, 5, 1)]));
	});
}

#[test]
fn points_of_the_largest_supply_arrive() {
	let (dust, supply) = (FixedU128::from_inner(1), u128::MAX / 2);
	ExtBuilder::default().margin(MINIMUM + 500_000_000).build_and_execute(|| {
		assert_ok!(create(MERCHANT, supply, dust));
		let amount = 100_000_000_000_000_000_000_000_000;
		assert_ok!(award(ALICE, amount, 0));
		assert_eq!(points(0, ALICE), amount);
		assert_eq!(points(0, Points::vault(0)), supply - amount);
		assert_ok!(Points::convert(signed(ALICE), 0, amount, 100_000_000));
		assert_eq!(points(0, Points::vault(0)), supply);
	});
}
