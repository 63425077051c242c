use super::*;

fn declare(owed: Balance) -> DispatchResult {
	Redemption::declare(signed(MERCHANT), owed)
}

#[test]
fn more_counts_when_the_main_chain_has_confirmed_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(declare(150_000));
		System::assert_last_event(Event::Declared { owed: 150_000 }.into());
		assert_eq!((sums().0, Main::get().owed), (100_000, 100_000));
		execute();
		assert_eq!((sums().0, Main::get().owed), (100_000, 150_000));
		assert_ok!(deliver());
		System::assert_last_event(Event::Confirmed { confirmed: 150_000 }.into());
		assert_eq!(sums().0, 150_000);
		assert_eq!(cover().declaring, None);
	});
}

#[test]
fn less_counts_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(declare(50_000));
		assert_eq!((sums().0, Main::get().owed), (50_000, 100_000));
		// Redemptions take from it before the answer comes, which does not bring that back.
		assert_ok!(redeem(ALICE, 1_000));
		execute();
		execute();
		let (first, second) = (Main::get().down[0], Main::get().down[1]);
		assert_ok!(answer(second.0, second.1));
		assert_eq!((sums().0, Main::get().owed), (48_000, 48_000));
		assert_ok!(answer(first.0, first.1));
		System::assert_last_event(Event::Confirmed { confirmed: 48_000 }.into());
		assert_eq!(sums().0, 48_000);
	});
}

#[test]
fn less_than_relies_on_it_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(declare(19_999), Error::<Test>::CoverInUse);
		assert_ok!(redeem(ALICE, 1_000));
		// What is being redeemed counts on its own.
		assert_noop!(declare(21_999), Error::<Test>::CoverInUse);
		assert_ok!(declare(22_000));
		assert_eq!(sums(), (22_000, 20_000, 2_000));
	});
}

#[test]
fn the_same_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(declare(100_000), Error::<Test>::AlreadyConfirmed);
	});
}

#[test]
fn more_than_the_pool_has_is_refused_there() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(declare(POOL + 1));
		round_trip();
		System::assert_last_event(
			Event::DeclarationRefused { owed: POOL + 1, error: code(Outcome::Exhausted) }.into(),
		);
		assert_eq!((sums().0, cover().declaring), (100_000, None));
		assert_ok!(declare(POOL));
		// Whatever the reason.
		Main::mutate(|main| main.unknown = true);
		assert_eq!(round_trip(), Outcome::NotFound);
		assert_eq!((sums().0, cover().declaring), (100_000, None));
	});
}

#[test]
fn one_at_a_time_until_no_answer_is_to_be_expected() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(declare(150_000));
		assert_noop!(declare(160_000), Error::<Test>::DeclarationPending);
		assert_noop!(declare(90_000), Error::<Test>::DeclarationPending);
		execute();
		// An answer that says nothing is none.
		for outcome in [Outcome::Garbage, Outcome::Used] {
			assert_ok!(answer(0, outcome));
			System::assert_last_event(Event::NothingLearnt { query: 0 }.into());
			assert_eq!(sums().0, 100_000);
		}
		advance(RETRY - 1);
		assert_noop!(declare(160_000), Error::<Test>::DeclarationPending);
		advance(1);
		assert_ok!(declare(90_000));
		// The late answer to the first would raise it.
		assert_noop!(deliver(), Error::<Test>::UnknownQuery);
		round_trip();
		assert_eq!((sums().0, Main::get().owed), (90_000, 90_000));
	});
}

#[test]
fn redemptions_before_a_declaration_do_not_make_it_count_too_much() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a redemption that was paid, and whose answer was lost
		assert_ok!(redeem(ALICE, 1_000));
		execute();
		lose_answer();
		assert_eq!(Main::get().owed, 98_000);
		// WHEN more is declared, and more is redeemed
		assert_ok!(declare(150_000));
		assert_ok!(redeem(ALICE, 1_000));
		round_trip();
		round_trip();
		assert_eq!((sums().0, Main::get().owed), (148_000, 148_000));
		// THEN what is heard of late counts as well
		advance(RETRY);
		assert_ok!(Redemption::retry(signed(ALICE), ALICE, 0));
		assert_eq!(round_trip(), Outcome::Used);
		assert_eq!((sums().0, Main::get().owed), (146_000, 148_000));
	});
}

#[test]
fn only_the_issuer_declares() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Redemption::declare(signed(RIVAL), 1), Error::<Test>::NotIssuer);
		for origin in unsigned() {
			assert_noop!(Redemption::declare(origin, 1), BadOrigin);
		}
		Main::mutate(|main| main.jammed = true);
		assert_noop!(declare(150_000), DispatchError::Unavailable);
		assert_noop!(declare(50_000), DispatchError::Unavailable);
	});
	ExtBuilder::default().issuer(None).out(0).build_and_execute(|| {
		assert_noop!(declare(1), Error::<Test>::NoIssuer);
	});
}
