use super::*;

#[test]
fn set_profile_moves_the_deposit_with_the_length() {
	merchant().build_and_execute(|| {
		for content in [&b""[..], b"a much longer profile", b"short", &[0; 32]] {
			assert_ok!(Margin::set_profile(signed(ALICE), Merchant, profile(content)));

			let stored = Profiles::<Test>::get(ALICE, Merchant).map(|stored| stored.content);
			assert_eq!(stored, Some(profile(content)));
			assert_eq!(free(ALICE), START_BALANCE - 5_000 - deposit(content.len()));
			System::assert_last_event(Event::ProfileSet { who: ALICE, role: Merchant }.into());
		}
		assert_eq!(held(ALICE, Merchant), 5_000);
	});
}

#[test]
fn set_profile_works_while_leaving() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::set_profile(signed(ALICE), Merchant, profile(b"closing down")));
	});
}

#[test]
fn set_profile_fails_without_the_money() {
	merchant().build_and_execute(|| {
		let rest = free(ALICE) - EXISTENTIAL_DEPOSIT;
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), BOB, rest - 3));
		assert_noop!(
			Margin::set_profile(signed(ALICE), Merchant, profile(b"four")),
			TokenError::FundsUnavailable
		);
		assert_ok!(Margin::set_profile(signed(ALICE), Merchant, profile(b"two")));
	});
}

#[test]
fn set_profile_fails_without_the_role() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			assert_noop!(
				Margin::set_profile(signed(who), role, profile(b"")),
				Error::<Test>::NotRegistered
			);
		}
	});
}

#[test]
fn set_profile_needs_a_signature() {
	merchant().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Margin::set_profile(origin, Merchant, profile(b"")), BadOrigin);
		}
	});
}
