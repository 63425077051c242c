use super::*;

#[test]
fn only_the_main_chain_answers() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 100));
		for origin in unsigned().into_iter().chain([signed(ALICE), signed(MERCHANT)]) {
			assert_noop!(Redemption::report(origin, 0, Outcome::Done), BadOrigin);
		}
	});
}

#[test]
fn answers_to_what_was_not_asked_change_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let report = |query, outcome| Redemption::report(signed(PARENT), query, outcome);
		assert_noop!(report(0, Outcome::Done), Error::<Test>::UnknownQuery);
		assert_ok!(redeem(ALICE, 100));
		assert_noop!(report(1, Outcome::Done), Error::<Test>::UnknownQuery);
		execute();
		assert_ok!(deliver());
		// Once only.
		assert_noop!(report(0, Outcome::Done), Error::<Test>::UnknownQuery);
		assert_noop!(report(0, Outcome::NotPayable), Error::<Test>::UnknownQuery);
	});
}

#[test]
fn answer_that_says_nothing_leaves_everything_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 100));
		let before = (sums(), on_hold(ALICE), Redemption::redemptions(ALICE));
		for outcome in [Outcome::Garbage, Outcome::TooOld] {
			assert_ok!(answer(0, outcome));
			System::assert_last_event(Event::NothingLearnt { query: 0 }.into());
			assert_eq!((sums(), on_hold(ALICE), Redemption::redemptions(ALICE)), before);
		}
		// Not even that it need not be waited for.
		let retry = || Redemption::retry(signed(BOB), ALICE, 0);
		assert_noop!(retry(), Error::<Test>::AnswerMayCome);
		advance(RETRY);
		assert_ok!(retry());
		execute();
		lose_answer();
		assert_eq!(round_trip(), Outcome::Used);
		assert_eq!(on_hold(ALICE), 0);
	});
}

#[test]
fn numbers_that_are_too_far_were_not_used() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 100));
		lose_message();
		assert_ok!(answer(0, Outcome::TooFar));
		assert_eq!((points(ALICE), on_hold(ALICE)), (10_000, 0));
	});
}

#[test]
fn class_may_change_hands_while_its_points_are_redeemed() {
	ExtBuilder::default().confirmed(20_000).local(100_000).build_and_execute(|| {
		// GIVEN all that is confirmed is used, and being redeemed
		assert_ok!(redeem(ALICE, 9_999));
		assert_eq!(sums(), (20_000, 20_000, 19_998));

		// WHEN the class goes to another issuer, and the first one owes for new points
		assert_ok!(hand_over(MERCHANT, RIVAL));
		assert_eq!((sums(), owed_here(RIVAL)), ((20_000, 0, 19_998), 20_000));
		assert_ok!(<Redemption as MarginLedger<_>>::increase_owed(
			&MERCHANT,
			Role::Merchant,
			15_000
		));

		// THEN those do not lie on what is about to be paid
		assert_eq!((sums(), owed_here(MERCHANT)), ((20_000, 2, 19_998), 14_998));
		assert_eq!(round_trip(), Outcome::Done);
		assert_eq!((sums(), owed_here(MERCHANT)), ((2, 2, 0), 14_998));
		assert_eq!(owed_here(RIVAL), FLOOR);
		assert_ok!(<Redemption as MarginLedger<_>>::decrease_owed(
			&MERCHANT,
			Role::Merchant,
			15_000
		));
	});
}

#[test]
fn floor_may_rise_while_points_are_redeemed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(redeem(ALICE, 9_000));
		assert_ok!(Points::raise_floor(signed(MERCHANT), 0, 3.into()));
		assert_eq!(sums(), (100_000, 30_000, 18_000));
		// It was worth less when it was sent. All that was owed for it is lifted.
		round_trip();
		assert_eq!(paid_to(ALICE), 18_000);
		assert_eq!(sums(), (82_000, 3_000, 0));
	});
}
