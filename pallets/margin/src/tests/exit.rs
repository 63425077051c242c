use super::*;

fn status(who: AccountId, role: Role) -> Option<Status<u64>> {
	Accounts::<Test>::get(who, role).map(|account| account.status)
}

#[test]
fn announce_exit_stops_liabilities_and_starts_the_notice() {
	indebted(|| {
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));

		let until = 1 + NOTICE;
		assert_eq!(status(ALICE, Merchant), Some(Status::Exiting { until }));
		System::assert_last_event(
			Event::ExitAnnounced { who: ALICE, role: Merchant, until }.into(),
		);
		assert!(!Margin::is_active(&ALICE, Merchant));
		assert_noop!(Margin::increase_owed(&ALICE, Merchant, 1), Error::<Test>::ExitPending);
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (5_000, 3_000));
	});
}

#[test]
fn announce_exit_cannot_be_repeated() {
	merchant().build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		advance(5);
		assert_noop!(Margin::announce_exit(signed(ALICE), Merchant), Error::<Test>::ExitPending);
	});
}

#[test]
fn cancel_exit_restores_the_role() {
	indebted(|| {
		assert_noop!(Margin::cancel_exit(signed(ALICE), Merchant), Error::<Test>::ExitNotAnnounced);
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		assert_ok!(Margin::cancel_exit(signed(ALICE), Merchant));

		assert_eq!(status(ALICE, Merchant), Some(Status::Active));
		System::assert_last_event(Event::ExitCancelled { who: ALICE, role: Merchant }.into());
		owe(ALICE, Merchant, 1_000);
		// GIVEN a notice half served, WHEN it is announced again, THEN it runs from the start
		advance(NOTICE - 1);
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		advance(NOTICE - 1);
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NoticeRunning);
	});
}

#[test]
fn cancel_exit_after_withdrawing_needs_the_minimum_again() {
	indebted(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (3_000, 3_000));
		assert_noop!(Margin::cancel_exit(signed(ALICE), Merchant), Error::<Test>::BelowMinimum);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, MINIMUM - 1));
		assert_noop!(Margin::cancel_exit(signed(ALICE), Merchant), Error::<Test>::BelowMinimum);

		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 1));
		assert_ok!(Margin::cancel_exit(signed(ALICE), Merchant));
		assert_noop!(Margin::increase_owed(&ALICE, Merchant, 1), Error::<Test>::ExceedsCapacity);
		assert_ok!(Margin::top_up(signed(ALICE), Merchant, 1));
		owe(ALICE, Merchant, 1);
	});
}

#[test]
fn withdraw_fails_until_the_notice_has_ended() {
	merchant().build_and_execute(|| {
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::ExitNotAnnounced);
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NoticeRunning);
		advance(NOTICE - 1);
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NoticeRunning);
		advance(1);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
	});
}

#[test]
fn withdraw_gives_everything_back_when_nothing_is_owed() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));

		assert_eq!(free(ALICE), START_BALANCE);
		assert_eq!(Balances::reserved_balance(ALICE), 0);
		assert_eq!(status(ALICE, Merchant), None);
		assert!(!Profiles::<Test>::contains_key(ALICE, Merchant));
		System::assert_has_event(
			Event::Withdrawn { who: ALICE, role: Merchant, amount: 5_000, owed: 0 }.into(),
		);
		System::assert_last_event(Event::Left { who: ALICE, role: Merchant }.into());
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NotRegistered);
	});
}

#[test]
fn withdraw_keeps_what_is_owed_at_that_moment() {
	indebted(|| {
		// GIVEN a merchant whose points are partly converted while the notice runs
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 500, 500));
		advance(NOTICE);

		// WHEN margin is withdrawn
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));

		// THEN what is owed stays
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (2_500, 2_500));
		System::assert_last_event(
			Event::Withdrawn { who: ALICE, role: Merchant, amount: 2_000, owed: 2_500 }.into(),
		);
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NothingToWithdraw);

		// AND as it is paid or lifted, the rest becomes free
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 999, 1_000));
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(held(ALICE, Merchant), 1_500);
		assert_ok!(Margin::decrease_owed(&ALICE, Merchant, 1_500));
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(status(ALICE, Merchant), None);
		assert_eq!(free(ALICE), START_BALANCE - 500 - 999);
	});
}

#[test]
fn withdraw_ends_a_role_whose_margin_was_paid_out_to_the_last_coin() {
	merchant().build_and_execute(|| {
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 5_000)])));
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(status(ALICE, Merchant), None);
		assert_eq!(free(ALICE), START_BALANCE - 5_000);
	});
}

#[test]
fn withdraw_leaves_other_roles_alone() {
	merchant().margin(ALICE, Operator, 2_000).build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(held(ALICE, Operator), 2_000);
		assert!(Margin::is_active(&ALICE, Operator));
	});
}

#[test]
fn leaving_fails_without_the_role() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			let error = Error::<Test>::NotRegistered;
			assert_noop!(Margin::announce_exit(signed(who), role), error);
			let error = Error::<Test>::NotRegistered;
			assert_noop!(Margin::cancel_exit(signed(who), role), error);
			let error = Error::<Test>::NotRegistered;
			assert_noop!(Margin::withdraw(signed(who), role), error);
		}
	});
}

#[test]
fn leaving_needs_a_signature() {
	merchant().build_and_execute(|| {
		serve_notice(ALICE, Merchant);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Margin::announce_exit(origin.clone(), Merchant), BadOrigin);
			assert_noop!(Margin::cancel_exit(origin.clone(), Merchant), BadOrigin);
			assert_noop!(Margin::withdraw(origin, Merchant), BadOrigin);
		}
	});
}
