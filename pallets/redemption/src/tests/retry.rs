use super::*;

fn retry(by: AccountId) -> DispatchResult {
	Redemption::retry(signed(by), ALICE, 0)
}

#[test]
fn lost_message_is_sent_again_and_paid_once() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a message that did not arrive
		assert_ok!(redeem(ALICE, 1_000));
		lose_message();
		advance(RETRY);

		// WHEN anybody asks again
		let free = Balances::free_balance(BOB);
		assert_ok!(retry(BOB));
		System::assert_last_event(Event::Retried { who: ALICE, number: 0 }.into());
		assert_eq!(Balances::free_balance(BOB), free - FEE);

		// THEN it is paid
		assert_eq!(round_trip(), Outcome::Done);
		assert_eq!((paid_to(ALICE), points(ALICE), on_hold(ALICE)), (2_000, 9_000, 0));
		assert_eq!(sums(), (98_000, 18_000, 0));
	});
}

#[test]
fn lost_answer_is_given_again_and_paid_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 1_000));
		execute();
		lose_answer();
		assert_eq!((paid_to(ALICE), on_hold(ALICE)), (2_000, 1_000));
		advance(RETRY);
		assert_ok!(retry(ALICE));
		assert_eq!(round_trip(), Outcome::Used);
		System::assert_last_event(
			Event::Redeemed { who: ALICE, number: 0, class: 0, points: 1_000, amount: 2_000 }
				.into(),
		);
		assert_eq!((paid_to(ALICE), points(ALICE), on_hold(ALICE)), (2_000, 9_000, 0));
		assert_eq!(sums(), (98_000, 18_000, 0));
	});
}

#[test]
fn refusal_after_a_lost_message_gives_the_points_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 1_000, 0, UNPAYABLE));
		lose_message();
		advance(RETRY);
		assert_ok!(retry(ALICE));
		assert_eq!(round_trip(), Outcome::NotPayable);
		assert_eq!((points(ALICE), on_hold(ALICE)), (10_000, 0));
	});
}

#[test]
fn refusal_before_the_number_does_not_hide_that_an_earlier_message_was_paid() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a redemption that was paid, and whose answer was lost
		assert_ok!(redeem(ALICE, 1_000));
		execute();
		lose_answer();
		advance(RETRY);

		// WHEN it is asked for again, and the main chain does not get to the number
		Main::mutate(|main| main.unknown = true);
		assert_ok!(retry(ALICE));
		assert_eq!(round_trip(), Outcome::NotFound);

		// THEN the points are not given back
		System::assert_last_event(Event::NothingLearnt { query: 1 }.into());
		assert_eq!((points(ALICE), on_hold(ALICE)), (9_000, 1_000));

		// AND as soon as it does, it says so
		Main::mutate(|main| main.unknown = false);
		advance(RETRY);
		assert_ok!(retry(ALICE));
		assert_eq!(round_trip(), Outcome::Used);
		assert_eq!((paid_to(ALICE), points(ALICE), on_hold(ALICE)), (2_000, 9_000, 0));
	});
}

#[test]
fn empty_pool_does_not_hide_that_an_earlier_message_was_paid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 1_000));
		execute();
		lose_answer();
		advance(RETRY);
		Main::mutate(|main| main.limit = 0);
		assert_ok!(retry(ALICE));
		assert_eq!(round_trip(), Outcome::Used);
		assert_eq!((paid_to(ALICE), points(ALICE), on_hold(ALICE)), (2_000, 9_000, 0));
	});
}

#[test]
fn answers_to_earlier_messages_do_not_count() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 1_000, 0, UNPAYABLE));
		advance(RETRY);
		assert_ok!(retry(ALICE));
		execute();
		// The refusal is late: the second message could have been paid meanwhile.
		assert_noop!(deliver(), Error::<Test>::UnknownQuery);
		assert_eq!(on_hold(ALICE), 1_000);
		round_trip();
		assert_eq!(on_hold(ALICE), 0);
	});
}

#[test]
fn answer_is_waited_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 1_000));
		advance(RETRY - 1);
		assert_noop!(retry(BOB), Error::<Test>::AnswerMayCome);
		advance(1);
		assert_ok!(retry(BOB));
		// Again from the last message on.
		advance(RETRY - 1);
		assert_noop!(retry(BOB), Error::<Test>::AnswerMayCome);
		advance(1);
		assert_ok!(retry(BOB));
		assert_eq!(Main::get().up.len(), 3);
		assert_eq!(execute(), Some(Outcome::Done));
		assert_eq!(execute(), Some(Outcome::Used));
		lose_answer();
		lose_answer();
		assert_eq!(round_trip(), Outcome::Used);
		assert_eq!(paid_to(ALICE), 2_000);
	});
}

#[test]
fn only_what_waits_is_asked_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(retry(ALICE), Error::<Test>::RedemptionNotFound);
		assert_ok!(redeem(ALICE, 1_000));
		round_trip();
		advance(RETRY);
		assert_noop!(retry(ALICE), Error::<Test>::RedemptionNotFound);
		assert_ok!(redeem(ALICE, 1_000));
		advance(RETRY);
		assert_noop!(Redemption::retry(signed(BOB), BOB, 1), Error::<Test>::RedemptionNotFound);
		assert_noop!(Redemption::retry(signed(NEWCOMER), ALICE, 1), TokenError::FundsUnavailable);
		for origin in unsigned() {
			assert_noop!(Redemption::retry(origin, ALICE, 1), BadOrigin);
		}
	});
}
