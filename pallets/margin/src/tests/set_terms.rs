use super::*;

fn set_terms(minimum: Balance, notice: u64) {
	assert_ok!(Margin::set_terms(RuntimeOrigin::root(), Merchant, minimum, notice));
}

#[test]
fn set_terms_changes_one_role() {
	ExtBuilder::default().build_and_execute(|| {
		set_terms(2_000, 30);

		assert_eq!(Margin::terms(Merchant), Terms { minimum: 2_000, notice: 30 });
		assert_eq!(Margin::terms(Operator), Terms { minimum: MINIMUM, notice: NOTICE });
		System::assert_last_event(
			Event::TermsSet { role: Merchant, minimum: 2_000, notice: 30 }.into(),
		);
	});
}

#[test]
fn set_terms_stays_within_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for minimum in [0, 1, LOWEST_MINIMUM - 1, HIGHEST_MINIMUM + 1, u128::MAX] {
			assert_noop!(
				Margin::set_terms(RuntimeOrigin::root(), Merchant, minimum, NOTICE),
				Error::<Test>::MinimumOutOfBounds
			);
		}
		for notice in [0, 1, SHORTEST_NOTICE - 1, LONGEST_NOTICE + 1, u64::MAX] {
			assert_noop!(
				Margin::set_terms(RuntimeOrigin::root(), Merchant, MINIMUM, notice),
				Error::<Test>::NoticeOutOfBounds
			);
		}
		set_terms(LOWEST_MINIMUM, SHORTEST_NOTICE);
		set_terms(HIGHEST_MINIMUM, LONGEST_NOTICE);
	});
}

#[test]
fn a_raised_minimum_leaves_debts_solvent_and_nothing_withdrawable() {
	indebted(|| {
		set_terms(HIGHEST_MINIMUM, NOTICE);

		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (5_000, 3_000));
		assert_eq!(Margin::capacity(ALICE, Merchant), 0);
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExceedsCapacity
		);
		assert_noop!(Margin::increase_owed(&ALICE, Merchant, 1), Error::<Test>::ExceedsCapacity);
		// What is owed is paid all the same, to the last coin.
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 3_000, 3_000));
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExceedsCapacity
		);
	});
}

#[test]
fn a_lowered_minimum_frees_capacity() {
	indebted(|| {
		set_terms(LOWEST_MINIMUM, NOTICE);
		assert_eq!(Margin::capacity(ALICE, Merchant), 1_900);
		owe(ALICE, Merchant, 1_900);
	});
}

#[test]
fn an_announced_exit_keeps_its_date() {
	merchant().margin(BOB, Merchant, 5_000).build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		set_terms(MINIMUM, LONGEST_NOTICE);
		assert_ok!(Margin::announce_exit(signed(BOB), Merchant));
		set_terms(MINIMUM, SHORTEST_NOTICE);

		advance(NOTICE - 1);
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NoticeRunning);
		advance(1);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_noop!(Margin::withdraw(signed(BOB), Merchant), Error::<Test>::NoticeRunning);
		advance(LONGEST_NOTICE - NOTICE);
		assert_ok!(Margin::withdraw(signed(BOB), Merchant));
	});
}

#[test]
fn set_terms_is_for_its_origin_alone() {
	merchant().build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), signed(ALICE), arbiter()] {
			assert_noop!(Margin::set_terms(origin, Merchant, MINIMUM, NOTICE), BadOrigin);
		}
	});
}
