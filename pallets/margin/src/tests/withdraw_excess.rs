use super::*;

#[test]
fn withdraw_excess_gives_back_what_nothing_needs() {
	indebted(|| {
		let before = free(ALICE);
		assert_ok!(Margin::withdraw_excess(signed(ALICE), Merchant, 1_000));

		assert_eq!(held(ALICE, Merchant), 4_000);
		assert_eq!(free(ALICE), before + 1_000);
		System::assert_last_event(
			Event::ExcessWithdrawn { who: ALICE, role: Merchant, amount: 1_000 }.into(),
		);
	});
}

#[test]
fn withdraw_excess_touches_neither_minimum_nor_liabilities() {
	indebted(|| {
		for amount in [1_001, 5_000, 5_001, u128::MAX] {
			assert_noop!(
				Margin::withdraw_excess(signed(ALICE), Merchant, amount),
				Error::<Test>::ExceedsCapacity
			);
		}
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 0),
			Error::<Test>::ZeroAmount
		);
		// GIVEN all of it taken in parts, THEN not one coin more
		assert_ok!(Margin::withdraw_excess(signed(ALICE), Merchant, 999));
		assert_ok!(Margin::withdraw_excess(signed(ALICE), Merchant, 1));
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExceedsCapacity
		);
	});
}

#[test]
fn withdraw_excess_fails_while_leaving() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExitPending
		);
	});
}

#[test]
fn withdraw_excess_fails_without_the_role() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			assert_noop!(
				Margin::withdraw_excess(signed(who), role, 1),
				Error::<Test>::NotRegistered
			);
		}
	});
}

#[test]
fn withdraw_excess_needs_a_signature() {
	merchant().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Margin::withdraw_excess(origin, Merchant, 1), BadOrigin);
		}
	});
}
