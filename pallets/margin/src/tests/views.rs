use super::*;

#[test]
fn account_shows_everything() {
	indebted(|| {
		assert_ok!(Margin::set_profile(signed(ALICE), Merchant, profile(b"bakery")));
		let view = AccountView {
			held: 5_000,
			owed: 3_000,
			minimum: MINIMUM,
			capacity: 1_000,
			status: Status::Active,
			profile: profile(b"bakery"),
		};
		assert_eq!(Margin::account(ALICE, Merchant), Some(view.clone()));
		assert_eq!(Margin::capacity(ALICE, Merchant), 1_000);

		// GIVEN an exit, THEN there is no capacity
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		let status = Status::Exiting { until: 1 + NOTICE };
		assert_eq!(
			Margin::account(ALICE, Merchant),
			Some(AccountView { capacity: 0, status, ..view })
		);
		assert_eq!(Margin::capacity(ALICE, Merchant), 0);
	});
}

#[test]
fn account_of_a_stranger_is_none() {
	merchant().build_and_execute(|| {
		assert_eq!(Margin::account(BOB, Merchant), None);
		assert_eq!(Margin::account(ALICE, Operator), None);
		assert_eq!(Margin::capacity(BOB, Merchant), 0);
	});
}

#[test]
fn terms_are_those_of_the_role() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL {
			assert_eq!(Margin::terms(role), Terms { minimum: MINIMUM, notice: NOTICE });
		}
	});
}

#[test]
fn margin_needed_is_what_makes_a_liability_possible() {
	indebted(|| {
		for liability in [0, 1, 1_000] {
			assert_eq!(Margin::margin_needed(ALICE, Merchant, liability), 0);
		}
		assert_eq!(Margin::margin_needed(ALICE, Merchant, 1_001), 1);
		assert_eq!(Margin::margin_needed(ALICE, Merchant, u128::MAX), u128::MAX - 1_000);

		let needed = Margin::margin_needed(ALICE, Merchant, 9_000);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, needed - 1));
		assert_noop!(
			Margin::increase_owed(&ALICE, Merchant, 9_000),
			Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 1));
		owe(ALICE, Merchant, 9_000);
	});
}

#[test]
fn margin_needed_without_the_role_is_what_to_register_with() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Margin::margin_needed(BOB, Operator, 500), MINIMUM + 500);
		assert_eq!(Margin::margin_needed(BOB, Operator, u128::MAX), u128::MAX);
		assert_ok!(Margin::register(signed(BOB), Operator, MINIMUM + 500, profile(b"")));
		owe(BOB, Operator, 500);
	});
}
