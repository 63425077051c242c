//! `raise_floor`.

use crate::{mock::*, Classes, Error, Event};
use bhtd_primitives::Role;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, FixedU128};

#[test]
fn a_raised_floor_holds_for_points_already_out() {
	ExtBuilder::default().margin(MINIMUM + 300).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Points::raise_floor(signed(MERCHANT), 0, 3.into()));
		System::assert_last_event(Event::FloorRaised { class: 0, floor: 3.into() }.into());
		assert_eq!(owed(MERCHANT), 300);
		assert_ok!(Points::convert(signed(ALICE), 0, 100, 300));
	});
}

#[test]
fn a_floor_rises_only_as_far_as_the_margin_covers_it() {
	ExtBuilder::default().margin(MINIMUM + 200).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_noop!(
			Points::raise_floor(signed(MERCHANT), 0, FixedU128::from_rational(201, 100)),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Points::raise_floor(signed(MERCHANT), 0, 2.into()));
	});
}

#[test]
fn a_floor_never_falls_and_is_the_issuers_to_raise() {
	shop().build_and_execute(|| {
		let raise = |origin, class, floor: FixedU128| Points::raise_floor(origin, class, floor);
		for floor in [FixedU128::from_u32(0), FixedU128::from_u32(1), FixedU128::from_u32(2)] {
			assert_noop!(raise(signed(MERCHANT), 0, floor), Error::<Test>::FloorNotRaised);
		}
		assert_noop!(raise(RuntimeOrigin::root(), 0, 3.into()), BadOrigin);
		assert_noop!(raise(signed(ALICE), 0, 3.into()), Error::<Test>::NotIssuer);
		assert_noop!(raise(signed(MERCHANT), 1, 3.into()), Error::<Test>::ClassNotFound);
		let highest = FixedU128::from_inner(u128::MAX);
		assert_ok!(create(MERCHANT, u128::MAX / 2, 1));
		assert_noop!(raise(signed(MERCHANT), 1, highest), Error::<Test>::LiabilityTooLarge);
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(raise(signed(MERCHANT), 0, 3.into()), Error::<Test>::NotActiveMerchant);
		assert_eq!(Classes::<Test>::get(0).unwrap().floor, 2.into());
	});
}

#[test]
fn raising_reconciles_first() {
	ExtBuilder::default().margin(MINIMUM + 100).class(1).build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Assets::transfer(signed(ALICE), 0, Points::vault(0), 50));
		assert_ok!(Points::raise_floor(signed(MERCHANT), 0, 2.into()));
		assert_eq!(owed(MERCHANT), 100);
	});
}
