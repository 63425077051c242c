use super::*;

#[test]
fn penalise_pays_those_harmed() {
	indebted(|| {
		let list = payments(&[(BOB, 1_500), (NOBODY, EXISTENTIAL_DEPOSIT), (BOB, 490)]);
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, list));

		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (3_000, 3_000));
		assert_eq!(free(BOB), START_BALANCE + 1_990);
		assert_eq!(free(NOBODY), EXISTENTIAL_DEPOSIT);
		System::assert_last_event(
			Event::Penalised { who: ALICE, role: Merchant, amount: 2_000 }.into(),
		);
	});
}

#[test]
fn penalise_never_touches_what_is_owed() {
	indebted(|| {
		for list in [
			vec![(BOB, 2_001)],
			vec![(BOB, 1_000), (CHARLIE, 1_001)],
			vec![(BOB, u128::MAX)],
			// The sum of these would wrap around to a small number.
			vec![(BOB, u128::MAX), (CHARLIE, 1)],
			vec![(BOB, u128::MAX), (CHARLIE, u128::MAX), (DAVE, 3)],
		] {
			assert_noop!(
				Margin::penalise(arbiter(), ALICE, Merchant, payments(&list)),
				Error::<Test>::ExceedsUnowed
			);
		}
	});
}

#[test]
fn penalise_refuses_payments_without_sense() {
	indebted(|| {
		for (list, error) in [
			(vec![], Error::<Test>::NoPayments),
			(vec![(BOB, 0)], Error::<Test>::ZeroAmount),
			(vec![(BOB, 1), (CHARLIE, 0)], Error::<Test>::ZeroAmount),
			(vec![(ALICE, 1)], Error::<Test>::PaymentToPenalised),
			(vec![(BOB, 1), (ALICE, 1)], Error::<Test>::PaymentToPenalised),
		] {
			assert_noop!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&list)), error);
		}
	});
}

#[test]
fn penalise_pays_all_or_nobody() {
	indebted(|| {
		// One below the existential deposit cannot make an account.
		let list = payments(&[(BOB, 1_000), (NOBODY, EXISTENTIAL_DEPOSIT - 1)]);
		assert_noop!(Margin::penalise(arbiter(), ALICE, Merchant, list), TokenError::CannotCreate);
		// To an account that exists, one unit is fine.
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 1)])));
	});
}

#[test]
fn penalise_reaches_a_leaving_role_and_spares_the_others() {
	merchant().margin(ALICE, Operator, 2_000).build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		let all = payments(&[(BOB, 5_000)]);
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, all));
		assert_noop!(
			Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 1)])),
			Error::<Test>::ExceedsUnowed
		);
		assert_eq!(held(ALICE, Operator), 2_000);
	});
}

#[test]
fn a_penalised_role_has_no_capacity_until_it_is_topped_up() {
	indebted(|| {
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 2_000)])));
		assert_eq!(Margin::capacity(ALICE, Merchant), 0);
		assert_eq!(Margin::margin_needed(ALICE, Merchant, 1), MINIMUM + 1);
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, MINIMUM + 1));
		owe(ALICE, Merchant, 1);
	});
}

#[test]
fn penalise_is_not_stopped_by_a_freeze() {
	use frame_support::traits::fungible::MutateFreeze;
	indebted(|| {
		assert_ok!(Balances::set_freeze(&1, &ALICE, u128::MAX));
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 2_000)])));
		assert_eq!(free(BOB), START_BALANCE + 2_000);
	});
}

#[test]
fn penalise_fails_without_the_role() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			assert_noop!(
				Margin::penalise(arbiter(), who, role, payments(&[(CHARLIE, 1)])),
				Error::<Test>::NotRegistered
			);
		}
	});
}

#[test]
fn penalise_is_for_the_arbiter_alone() {
	merchant().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(ALICE), signed(BOB)] {
			assert_noop!(
				Margin::penalise(origin, ALICE, Merchant, payments(&[(BOB, 1)])),
				BadOrigin
			);
		}
	});
}
