use super::*;
use pallet_session::{historical, SessionManager};
use sp_staking::SessionIndex;

/// Runs sessions until the election of the next era has been held.
fn until_election() {
	while CurrentSession::get() % SESSIONS_PER_ERA != SESSIONS_PER_ERA - 1 {
		run_session();
	}
}

/// Runs sessions until so many eras have begun, and then the election of the next has been held.
fn elect_after(eras: EraIndex) -> Vec<AccountId> {
	run_eras(eras);
	until_election();
	Planned::<Test>::get().into_inner()
}

#[test]
fn the_candidates_of_the_genesis_are_elected_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		// Of equals those registered first.
		assert_eq!(Elected::<Test>::get().into_inner(), vec![W1, W2, W3]);
		assert_eq!(Validators::get(), vec![W1, W2, W3]);
		assert_eq!(Queued::get(), vec![W1, W2, W3]);
		assert_eq!(Council::get(), vec![W1, W2, W3]);
	});
}

#[test]
fn who_has_more_behind_it_is_elected() {
	ExtBuilder::default()
		.deposits(&[(W1, 5_000), (W2, 6_000), (W3, 7_000), (W4, 8_000)])
		.build_and_execute(|| {
			assert_eq!(Elected::<Test>::get().into_inner(), vec![W4, W3, W2]);
		});
}

#[test]
fn an_election_is_held_when_the_last_session_of_an_era_begins() {
	ExtBuilder::default().build_and_execute(|| {
		run_session();
		assert!(!events().iter().any(|event| matches!(event, Event::WitnessesElected { .. })));
		run_session();
		assert!(events().contains(&Event::WitnessesElected { era: 1, count: 3 }));
		assert_eq!(era(), 0);
		// What changes afterwards waits for the next.
		assert_ok!(Witnesses::chill(signed(W1)));
		run_session();
		assert_eq!((era(), elected()), (1, vec![W1, W2, W3]));
		next_era();
		assert_eq!((era(), elected()), (2, vec![W2, W3, W4]));
	});
}

#[test]
fn votes_count_from_maturity_until_they_lapse() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::vote(signed(ALICE), W4, 1_000));
		// The elections of eras 0 and 1 know nothing of them.
		assert_eq!(elect_after(0), vec![W1, W2, W3]);
		assert_eq!(elect_after(1), vec![W1, W2, W3]);
		for _ in MATURITY..LIFE {
			assert_eq!(elect_after(1), vec![W4, W1, W2]);
		}
		assert_eq!(era(), LIFE - 1);
		assert_eq!(elect_after(1), vec![W1, W2, W3]);
	});
}

#[test]
fn slashed_votes_count_for_what_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::vote(signed(ALICE), W4, 5_000));
		assert_ok!(Witnesses::vote(signed(BOB), W3, 5_000));
		assert_eq!(elect_after(MATURITY), vec![W3, W4, W1]);
		// One planck of each hundred of W3 is lost, and it is last of the two.
		report(W3, Perbill::from_percent(1));
		run_eras(DEFERRAL);
		assert_ok!(Witnesses::resume(signed(W3)));
		assert_eq!(elect_after(0), vec![W4, W3, W1]);
	});
}

#[test]
fn only_who_can_serve_qualifies() {
	let parameters = |p: &mut Parameters<Balance>| p.fewest_witnesses = 1;
	ExtBuilder::default().parameters(parameters).build_and_execute(|| {
		// Registered too late to have anything that counts.
		assert_ok!(Witnesses::register(signed(W5), 50_000, COMMISSION, profile(b"")));
		assert_ok!(Witnesses::chill(signed(W1)));
		assert_ok!(Witnesses::leave(signed(W2)));
		lose_keys(W3);
		assert_eq!(elect_after(0), vec![W4]);
	});
}

#[test]
fn a_deposit_below_a_raised_minimum_does_not_qualify() {
	let deposits = [(W1, 5_000), (W2, 6_000), (W3, 7_000), (W4, 8_000)];
	ExtBuilder::default().deposits(&deposits).build_and_execute(|| {
		let parameters = Parameters { minimum_deposit: 7_000, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		// However many votes there are.
		assert_ok!(Witnesses::vote(signed(ALICE), W1, 100_000));
		assert_eq!(elect_after(PARAMETERS_DELAY), vec![W4, W3]);
		// What is added qualifies at once, though it counts later.
		next_era();
		assert_ok!(Witnesses::top_up(signed(W2), 1_000));
		assert_eq!(elect_after(0), vec![W4, W3, W2]);
	});
}

#[test]
fn the_parameters_say_how_many_are_elected() {
	ExtBuilder::default().build_and_execute(|| {
		let parameters = Parameters { witnesses: 4, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		assert_eq!(elect_after(PARAMETERS_DELAY), vec![W1, W2, W3, W4]);
		let parameters = Parameters { witnesses: 2, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		assert_eq!(elect_after(PARAMETERS_DELAY), vec![W1, W2]);
		next_era();
		assert_eq!(elected(), vec![W1, W2]);
	});
}

#[test]
fn witnesses_stay_where_too_few_qualify() {
	ExtBuilder::default().build_and_execute(|| {
		[W2, W3, W4].into_iter().for_each(lose_keys);
		until_election();
		assert!(events().contains(&Event::ElectionFailed { era: 1, qualified: 1 }));
		assert_eq!(planned(), vec![W1, W2, W3]);
		next_era();
		assert_eq!(elected(), vec![W1, W2, W3]);
		// Two are enough.
		restore_keys(W4);
		assert_eq!(elect_after(0), vec![W1, W4]);
	});
}

#[test]
fn who_is_chilled_drops_out_within_two_sessions() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, Perbill::from_percent(5));
		run_session();
		assert_eq!(Validators::get(), vec![W1, W2, W3]);
		assert_eq!(Queued::get(), vec![W2, W3]);
		run_session();
		assert_eq!(Validators::get(), vec![W2, W3]);
		// It is a witness of the era all the same, and of the council.
		assert_eq!(elected(), vec![W1, W2, W3]);
		assert_eq!(Council::get(), vec![W1, W2, W3]);
	});
}

#[test]
fn no_more_than_a_third_drops_out() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		assert_ok!(Witnesses::leave(signed(W2)));
		run_session();
		assert_eq!(Queued::get(), vec![W1, W2, W3]);
	});
}

#[test]
fn two_thirds_are_rounded_up() {
	let parameters = |p: &mut Parameters<Balance>| {
		p.witnesses = 4;
		p.fewest_witnesses = 1;
	};
	ExtBuilder::default().parameters(parameters).build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		run_session();
		assert_eq!(Queued::get(), vec![W2, W3, W4]);
		next_era();
		assert_eq!(elected(), vec![W2, W3, W4]);
	});
	ExtBuilder::default().parameters(parameters).build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		assert_ok!(Witnesses::chill(signed(W2)));
		// Two of four would be less than two thirds.
		run_session();
		assert_eq!(Queued::get(), vec![W1, W2, W3, W4]);
	});
}

#[test]
fn who_has_no_keys_drops_out_in_any_case() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		lose_keys(W2);
		run_session();
		assert_eq!(Queued::get(), vec![W1, W3]);
	});
}

#[test]
fn no_fewer_than_the_fewest_serve() {
	let parameters = |p: &mut Parameters<Balance>| p.fewest_witnesses = 3;
	ExtBuilder::default().parameters(parameters).build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		run_session();
		assert_eq!(Queued::get(), vec![W1, W2, W3]);
	});
}

#[test]
fn a_session_is_never_left_without_validators() {
	ExtBuilder::default().build_and_execute(|| {
		[W1, W2, W3, W4].into_iter().for_each(lose_keys);
		run_session();
		assert_eq!(Witnesses::new_session(3), None);
		assert_eq!(Queued::get(), vec![W1, W2, W3]);
	});
}

#[test]
fn without_parameters_nobody_is_elected() {
	ExtBuilder::default().without_parameters().candidates(&[]).build_and_execute(|| {
		assert_eq!(Witnesses::new_session_genesis(0), None);
		run_eras(2);
		assert_eq!(era(), 2);
		assert!(elected().is_empty() && Council::get().is_empty());
	});
}

#[test]
fn proofs_of_keys_are_forgotten_when_nobody_can_report_with_them() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..=REPORTABLE_SESSIONS {
			assert_eq!(KeptFrom::get(), 0);
			run_session();
		}
		run_session();
		// Session 7 has ended, and that is 6 after the oldest kept.
		assert_eq!(KeptFrom::get(), 1);
	});
}

#[test]
fn historical_sessions_see_the_same() {
	type Historical = Witnesses;
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		<Historical as historical::SessionManager<_, _>>::new_session(index)
	}
	ExtBuilder::default().build_and_execute(|| {
		let all = Some(vec![(W1, ()), (W2, ()), (W3, ())]);
		assert_eq!(<Historical as historical::SessionManager<_, _>>::new_session_genesis(0), all);
		assert_eq!(new_session(1), all);
		for session in 0..SESSIONS_PER_ERA {
			<Historical as historical::SessionManager<_, _>>::end_session(session);
			<Historical as historical::SessionManager<_, _>>::start_session(session + 1);
			assert_eq!(new_session(session + 2), all);
		}
		assert_eq!(era(), 1);
	});
}
