use super::*;
use frame_support::traits::fungibles::Inspect;

#[test]
fn points_wait_on_hold_until_the_main_chain_has_paid() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN points that the pool covers
		assert_eq!((sums(), owed_here(MERCHANT)), ((100_000, 20_000, 0), 0));

		// WHEN they are redeemed
		let free = Balances::free_balance(ALICE);
		assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 4_000, 8_000, BOB));

		// THEN they are on hold, the message is paid, and nothing else has moved
		System::assert_last_event(
			Event::Sent {
				who: ALICE,
				number: 0,
				class: 0,
				points: 4_000,
				amount: 8_000,
				beneficiary: BOB,
			}
			.into(),
		);
		assert_eq!((points(ALICE), on_hold(ALICE)), (6_000, 4_000));
		assert_eq!(Balances::free_balance(ALICE), free - FEE);
		assert_eq!(sums(), (100_000, 20_000, 8_000));
		let message = Message::Redeem { beneficiary: BOB, amount: 8_000, number: 0 };
		assert_eq!(Main::get().up, [(0, message)]);

		// WHEN the main chain has paid
		assert_eq!(round_trip(), Outcome::Done);

		// THEN they are in the vault
		System::assert_last_event(
			Event::Redeemed { who: ALICE, number: 0, class: 0, points: 4_000, amount: 8_000 }
				.into(),
		);
		assert_eq!((points(ALICE), on_hold(ALICE)), (6_000, 0));
		assert_eq!(points(Points::vault(0)), SUPPLY - 6_000);
		assert_eq!(sums(), (92_000, 12_000, 0));
		assert_eq!(Main::get().owed, 92_000);
		assert_eq!(paid_to(BOB), 8_000);
		assert!(Redemption::redemptions(ALICE).is_empty());
	});
}

#[test]
fn refused_redemption_gives_the_points_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 9_999, 0, UNPAYABLE));
		assert_eq!(round_trip(), Outcome::NotPayable);
		System::assert_last_event(
			Event::Refused { who: ALICE, number: 0, error: code(Outcome::NotPayable) }.into(),
		);
		assert_eq!((points(ALICE), on_hold(ALICE)), (10_000, 0));
		assert_eq!(sums(), (100_000, 20_000, 0));
		// They are hers as before.
		assert_ok!(redeem(ALICE, 9_999));
		assert_eq!(round_trip(), Outcome::Done);
	});
}

#[test]
fn first_refusal_counts_even_if_the_number_was_not_looked_at() {
	ExtBuilder::default().build_and_execute(|| {
		Main::mutate(|main| main.unknown = true);
		assert_ok!(redeem(ALICE, 5_000));
		assert_eq!(round_trip(), Outcome::NotFound);
		assert_eq!((points(ALICE), on_hold(ALICE)), (10_000, 0));
		System::assert_last_event(
			Event::Refused { who: ALICE, number: 0, error: code(Outcome::NotFound) }.into(),
		);
	});
}

#[test]
fn more_than_the_limit_is_refused_there() {
	ExtBuilder::default().out(60_001).confirmed(200_000).build_and_execute(|| {
		assert_ok!(redeem(ALICE, 60_000));
		assert_eq!(round_trip(), Outcome::AboveLimit);
		assert_eq!((points(ALICE), on_hold(ALICE)), (60_001, 0));
		System::assert_last_event(
			Event::Refused { who: ALICE, number: 0, error: code(Outcome::AboveLimit) }.into(),
		);
	});
}

#[test]
fn value_is_rounded_down_and_asked_for_at_least() {
	ExtBuilder::default().build_and_execute(|| {
		let call =
			|points, min_out| Redemption::redeem_on_main(signed(ALICE), 0, points, min_out, ALICE);
		assert_noop!(call(100, 201), Error::<Test>::BelowMinOut);
		assert_ok!(call(100, 200));
	});
}

#[test]
fn too_little_is_refused_here() {
	ExtBuilder::default().build_and_execute(|| {
		let least = LEAST / FLOOR;
		assert_noop!(redeem(ALICE, least - 1), Error::<Test>::BelowLeastRedemption);
		assert_noop!(redeem(ALICE, 0), Error::<Test>::BelowLeastRedemption);
		assert_ok!(redeem(ALICE, least));
	});
}

#[test]
fn no_more_is_sent_than_the_main_chain_stands_for() {
	ExtBuilder::default().confirmed(10_000).local(50_000).build_and_execute(|| {
		// 20,000 are owed, half of them here.
		assert_eq!((sums(), owed_here(MERCHANT)), ((10_000, 10_000, 0), 10_000));
		assert_noop!(redeem(ALICE, 5_001), Error::<Test>::NotCoveredThere);
		assert_ok!(redeem(ALICE, 3_000));
		assert_noop!(redeem(ALICE, 2_001), Error::<Test>::NotCoveredThere);
		assert_ok!(redeem(ALICE, 2_000));
		round_trip();
		round_trip();
		assert_eq!((sums(), owed_here(MERCHANT)), ((0, 0, 0), 10_000));
		assert_noop!(redeem(ALICE, 100), Error::<Test>::NotCoveredThere);
		// The rest is converted here.
		assert_ok!(convert(ALICE, 5_000));
	});
}

#[test]
fn only_points_of_the_issuer_are_redeemed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(<Points as Loyalty<AccountId>>::award(&RIVAL, 1, &ALICE, 1_000));
		for class in [1, 2] {
			let call = Redemption::redeem_on_main(signed(ALICE), class, 1_000, 0, ALICE);
			assert_noop!(call, Error::<Test>::ClassNotCovered);
		}
	});
	ExtBuilder::default().issuer(None).out(0).build_and_execute(|| {
		assert_noop!(redeem(ALICE, 1_000), Error::<Test>::NoIssuer);
	});
}

#[test]
fn points_are_redeemed_once() {
	ExtBuilder::default().build_and_execute(|| {
		// The smallest unit stays.
		assert_noop!(redeem(ALICE, 10_000), Error::<Test>::InsufficientPoints);
		assert_noop!(redeem(BOB, 100), Error::<Test>::InsufficientPoints);
		assert_ok!(redeem(ALICE, 9_999));
		assert_noop!(redeem(ALICE, 100), Error::<Test>::InsufficientPoints);
		assert_noop!(convert(ALICE, 100), pallet_points::Error::<Test>::InsufficientPoints);
		let moved = Assets::transfer(signed(ALICE), 0, BOB, 1);
		assert!(moved.is_err());
		assert_eq!(Assets::total_balance(0, &ALICE), 10_000);
	});
}

#[test]
fn who_cannot_pay_for_the_message_sends_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(award(NEWCOMER, 1_001));
		assert_noop!(redeem(NEWCOMER, 1_000), TokenError::FundsUnavailable);
		Main::mutate(|main| main.jammed = true);
		assert_noop!(redeem(ALICE, 1_000), DispatchError::Unavailable);
	});
}

#[test]
fn as_many_wait_as_the_main_chain_tells_apart() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..WINDOW {
			assert_ok!(redeem(ALICE, 5));
		}
		assert_noop!(redeem(ALICE, 5), Error::<Test>::TooManyPending);
		// The oldest makes room, and no other does.
		execute();
		execute();
		let (first, second) = (Main::get().down[0], Main::get().down[1]);
		assert_ok!(answer(second.0, second.1));
		assert_noop!(redeem(ALICE, 5), Error::<Test>::TooManyPending);
		assert_ok!(answer(first.0, first.1));
		assert_ok!(redeem(ALICE, 5));
		assert_ok!(redeem(ALICE, 5));
		assert_noop!(redeem(ALICE, 5), Error::<Test>::TooManyPending);
	});
}

#[test]
fn refusals_without_end_stop_nothing() {
	// Numbers that were refused move no window on the main chain.
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 * WINDOW {
			assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 5, 0, UNPAYABLE));
			assert_eq!(round_trip(), Outcome::NotPayable);
		}
		assert_ok!(redeem(ALICE, 5));
		assert_eq!(round_trip(), Outcome::Done);
	});
}

#[test]
fn numbers_that_were_used_are_never_given_again() {
	ExtBuilder::default().out(20_000).build_and_execute(|| {
		for number in 0..3 * WINDOW {
			assert_ok!(redeem(ALICE, 5));
			assert_eq!(round_trip(), Outcome::Done);
			assert_eq!(Main::get().paid.last(), Some(&(number, ALICE, 10)));
		}
	});
}

#[test]
fn only_signed_accounts_redeem() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(Redemption::redeem_on_main(origin, 0, 5, 0, ALICE), BadOrigin);
		}
	});
}
