//! `create_class`, `set_design`, `pause_awards`, `resume_awards`.

use crate::{mock::*, types::*, Classes, Designs, Error, Event, HoldReason, NextClass};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::{
	traits::{BadOrigin, Zero},
	BoundedVec, FixedU128,
};

fn create_with(
	who: AccountId,
	name: &str,
	supply: Balance,
	floor: FixedU128,
	kind: Kind,
	scope: Scope,
) -> sp_runtime::DispatchResult {
	let (name, symbol) = (text(name), text("BEAN"));
	let design = BoundedVec::default();
	Points::create_class(signed(who), name, symbol, 2, supply, floor, kind, scope, design)
}

#[test]
fn a_class_mints_its_whole_supply_into_its_vault() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		assert_ok!(create(MERCHANT, SUPPLY, 2));
		System::assert_last_event(
			Event::ClassCreated { class: 0, issuer: MERCHANT, supply: SUPPLY, floor: 2.into() }
				.into(),
		);
		assert_eq!(points(0, Points::vault(0)), SUPPLY);
		assert_eq!(owed(MERCHANT), 0);
		assert_eq!(NextClass::<Test>::get(), 1);

		assert_ok!(create(MERCHANT, 7, 1));
		assert_ne!(Points::vault(0), Points::vault(1));
		assert_eq!(points(1, Points::vault(1)), 7);
	});
}

#[test]
fn a_class_costs_a_deposit_that_follows_the_design() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		let deposit = || Balances::balance_on_hold(&HoldReason::Class.into(), &MERCHANT);
		assert_ok!(create(MERCHANT, SUPPLY, 2));
		let short = deposit();
		assert!(short > DepositBase::get());
		assert_ok!(Points::set_design(signed(MERCHANT), 0, text("{\"colour\":\"brown\"}")));
		System::assert_last_event(Event::DesignSet { class: 0 }.into());
		assert_eq!(deposit(), short + 16 * DepositPerByte::get());
		assert_eq!(
			Designs::<Test>::get(0).unwrap().document,
			text::<MaxDesign>("{\"colour\":\"brown\"}")
		);
		assert_ok!(Points::set_design(signed(MERCHANT), 0, text("{}")));
		assert_eq!(deposit(), short);
	});
}

type MaxDesign = <Test as crate::Config>::MaxDesignLength;

#[test]
fn creating_needs_a_signature_and_an_active_merchant() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let (name, symbol, design) = (text("Beans"), text("BEAN"), BoundedVec::default());
			let floor = FixedU128::from_u32(1);
			assert_noop!(
				Points::create_class(
					origin,
					name,
					symbol,
					2,
					1,
					floor,
					Kind::Value,
					Scope::Global,
					design
				),
				BadOrigin
			);
		}
		assert_noop!(create(ALICE, SUPPLY, 2), Error::<Test>::NotActiveMerchant);
		assert_ok!(Margin::announce_exit(signed(MERCHANT), bhtd_primitives::Role::Merchant));
		assert_noop!(create(MERCHANT, SUPPLY, 2), Error::<Test>::NotActiveMerchant);
	});
}

#[test]
fn what_a_class_cannot_be_is_refused() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		let one = FixedU128::from_u32(1);
		let refused = |name: &str, supply, floor, kind, scope, error: Error<Test>| {
			assert_noop!(create_with(MERCHANT, name, supply, floor, kind, scope), error);
		};
		refused("", 1, one, Kind::Value, Scope::Global, Error::NameMissing);
		refused("Beans", 0, one, Kind::Value, Scope::Global, Error::SupplyIsZero);
		refused("Beans", 1, FixedU128::zero(), Kind::Value, Scope::Global, Error::FloorIsZero);
		for kind in [Kind::Rights, Kind::Income] {
			refused("Beans", 1, one, kind, Scope::Global, Error::KindNotOffered);
		}
		for scope in [Scope::Partners, Scope::NonTransferable] {
			refused("Beans", 1, one, Kind::Value, scope, Error::ScopeNotOffered);
		}
		let (value, global, half) = (Kind::Value, Scope::Global, u128::MAX / 2);
		refused("Beans", half + 1, one, value, global, Error::SupplyTooLarge);
		refused("Beans", half, FixedU128::from_u32(3), value, global, Error::LiabilityTooLarge);
		assert_ok!(create_with(MERCHANT, "Half of all", half, one, value, global));
	});
}

#[test]
fn names_are_text_and_decimals_few() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		let create = |name: &[u8], symbol: &[u8], decimals| {
			let [name, symbol] = [name, symbol].map(|text| text.to_vec().try_into().unwrap());
			let (floor, design) = (FixedU128::from_u32(1), BoundedVec::default());
			Points::create_class(
				signed(MERCHANT),
				name,
				symbol,
				decimals,
				1,
				floor,
				Kind::Value,
				Scope::Global,
				design,
			)
		};
		assert_noop!(create(b"\xff", b"BEAN", 2), Error::<Test>::NameNotUtf8);
		assert_noop!(create(b"Beans", b"\xff", 2), Error::<Test>::NameNotUtf8);
		assert_noop!(create(b"Beans", b"", 2), Error::<Test>::NameMissing);
		assert_noop!(create(b"Beans", b"BEAN", 19), Error::<Test>::TooManyDecimals);
		assert_ok!(create("咖啡豆".as_bytes(), b"BEAN", 18));
	});
}

#[test]
fn the_last_class_id_stays_unused() {
	ExtBuilder::default().margin(MINIMUM).build_and_execute(|| {
		NextClass::<Test>::put(u32::MAX);
		assert_noop!(create(MERCHANT, SUPPLY, 2), Error::<Test>::NoClassIdLeft);
	});
}

#[test]
fn only_the_issuer_designs_pauses_and_resumes() {
	shop().build_and_execute(|| {
		let design = || BoundedVec::default();
		assert_noop!(Points::set_design(signed(ALICE), 0, design()), Error::<Test>::NotIssuer);
		assert_noop!(Points::pause_awards(signed(ALICE), 0), Error::<Test>::NotIssuer);
		assert_noop!(Points::resume_awards(signed(ALICE), 0), Error::<Test>::NotIssuer);
		assert_noop!(Points::set_design(RuntimeOrigin::root(), 0, design()), BadOrigin);
		assert_noop!(Points::pause_awards(RuntimeOrigin::root(), 0), BadOrigin);
		assert_noop!(Points::resume_awards(RuntimeOrigin::root(), 0), BadOrigin);
		assert_noop!(
			Points::set_design(signed(MERCHANT), 9, design()),
			Error::<Test>::ClassNotFound
		);
		assert_noop!(Points::pause_awards(signed(MERCHANT), 9), Error::<Test>::ClassNotFound);
	});
}

#[test]
fn a_pause_stops_awards_and_nothing_else() {
	shop().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 100, 0));
		assert_noop!(Points::resume_awards(signed(MERCHANT), 0), Error::<Test>::AwardsNotPaused);
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		System::assert_last_event(Event::AwardsPaused { class: 0 }.into());
		assert_noop!(Points::pause_awards(signed(MERCHANT), 0), Error::<Test>::AwardsArePaused);
		assert_noop!(award(NEWCOMER, 1, 1), Error::<Test>::AwardsArePaused);

		assert_ok!(Assets::transfer(signed(NEWCOMER), 0, ALICE, 40));
		assert_ok!(Points::convert(signed(ALICE), 0, 40, 80));

		assert_ok!(Points::resume_awards(signed(MERCHANT), 0));
		System::assert_last_event(Event::AwardsResumed { class: 0 }.into());
		assert_ok!(award(NEWCOMER, 1, 1));
		assert!(!Classes::<Test>::get(0).unwrap().awards_paused);
	});
}
