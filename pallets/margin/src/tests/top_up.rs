use super::*;

#[test]
fn top_up_locks_more() {
	merchant().build_and_execute(|| {
		let before = free(ALICE);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 700));

		assert_eq!(held(ALICE, Merchant), 5_700);
		assert_eq!(free(ALICE), before - 700);
		System::assert_last_event(
			Event::ToppedUp { who: ALICE, role: Merchant, amount: 700 }.into(),
		);
	});
}

#[test]
fn top_up_takes_one_and_refuses_zero_and_more_than_there_is() {
	merchant().build_and_execute(|| {
		assert_noop!(Margin::top_up(signed(ALICE), Merchant, 0), Error::<Test>::ZeroAmount);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 1));
		let most = free(ALICE) - EXISTENTIAL_DEPOSIT;
		for amount in [most + 1, u128::MAX] {
			assert_noop!(
				Margin::top_up(signed(ALICE), Merchant, amount),
				TokenError::FundsUnavailable
			);
		}
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, most));
	});
}

#[test]
fn top_up_works_while_leaving() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 100));
		assert_eq!(held(ALICE, Merchant), 5_100);
	});
}

#[test]
fn top_up_fails_without_the_role() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			assert_noop!(Margin::top_up(signed(who), role, 100), Error::<Test>::NotRegistered);
		}
	});
}

#[test]
fn top_up_needs_a_signature() {
	merchant().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Margin::top_up(origin, Merchant, 100), BadOrigin);
		}
	});
}
