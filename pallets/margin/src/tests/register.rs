use super::*;

#[test]
fn register_locks_margin_and_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Margin::register(signed(ALICE), Merchant, 5_000, profile(b"bakery")));

		assert_eq!(held(ALICE, Merchant), 5_000);
		assert_eq!(free(ALICE), START_BALANCE - 5_000 - deposit(6));
		assert_eq!(
			Accounts::<Test>::get(ALICE, Merchant),
			Some(Account { owed: 0, status: Status::Active })
		);
		assert_eq!(
			Profiles::<Test>::get(ALICE, Merchant).map(|stored| stored.content),
			Some(profile(b"bakery"))
		);
		System::assert_last_event(
			Event::Registered { who: ALICE, role: Merchant, amount: 5_000 }.into(),
		);
	});
}

#[test]
fn register_takes_exactly_the_minimum_and_nothing_less() {
	ExtBuilder::default().build_and_execute(|| {
		for amount in [0, 1, MINIMUM - 1] {
			assert_noop!(
				Margin::register(signed(ALICE), Merchant, amount, profile(b"")),
				Error::<Test>::BelowMinimum
			);
		}
		assert_ok!(Margin::register(signed(ALICE), Merchant, MINIMUM, profile(b"")));
	});
}

#[test]
fn register_fails_without_the_money() {
	ExtBuilder::default().build_and_execute(|| {
		// The existential deposit stays, and the deposit for the profile must be there as well.
		let most = START_BALANCE - EXISTENTIAL_DEPOSIT - deposit(0);
		for amount in [most + 1, START_BALANCE, u128::MAX] {
			assert_noop!(
				Margin::register(signed(ALICE), Merchant, amount, profile(b"")),
				TokenError::FundsUnavailable
			);
		}
		assert_noop!(
			Margin::register(signed(ALICE), Merchant, most, profile(b"x")),
			TokenError::FundsUnavailable
		);
		assert_ok!(Margin::register(signed(ALICE), Merchant, most, profile(b"")));
	});
}

#[test]
fn register_fails_for_a_role_one_has() {
	merchant().build_and_execute(|| {
		assert_noop!(
			Margin::register(signed(ALICE), Merchant, 5_000, profile(b"")),
			Error::<Test>::AlreadyRegistered
		);
		// GIVEN a role on its way out, WHEN taken again, THEN it is still the same one
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		assert_noop!(
			Margin::register(signed(ALICE), Merchant, 5_000, profile(b"")),
			Error::<Test>::AlreadyRegistered
		);
	});
}

#[test]
fn one_coin_never_counts_for_two_roles() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL {
			assert_ok!(Margin::register(signed(ALICE), role, 20_000, profile(b"")));
		}
		for role in Role::ALL {
			assert_eq!(held(ALICE, role), 20_000);
		}
		assert_eq!(free(ALICE), START_BALANCE - 4 * (20_000 + deposit(0)));

		// GIVEN what is owed by the merchant, THEN it binds nothing of the operator
		owe(ALICE, Merchant, 19_000);
		assert_eq!(Margin::capacity(ALICE, Merchant), 0);
		assert_eq!(Margin::capacity(ALICE, Operator), 19_000);
	});
}

#[test]
fn a_role_can_be_taken_again_after_it_was_left() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_ok!(Margin::register(signed(ALICE), Merchant, 2_000, profile(b"")));
		assert_eq!(held(ALICE, Merchant), 2_000);
	});
}

#[test]
fn register_needs_a_signature() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Margin::register(origin, Merchant, 5_000, profile(b"")), BadOrigin);
		}
	});
}
