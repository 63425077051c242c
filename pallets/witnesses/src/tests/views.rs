use super::*;
use codec::Encode;

#[test]
fn a_candidate_is_shown_with_all_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::set_profile(signed(W2), profile(b"second")));
		assert_ok!(vote(ALICE, W2, 1_000));
		run_eras(MATURITY);
		assert_ok!(vote(BOB, W2, 500));
		assert_ok!(Witnesses::set_commission(signed(W2), Perbill::from_percent(5)));
		run_session();
		let view = CandidateView {
			status: Status::Active,
			deposit: DEPOSIT,
			matured_deposit: DEPOSIT,
			votes: 1_500,
			voting: 1_000,
			rank: Some(0),
			elected: true,
			planned: true,
			points: 40,
			commission: COMMISSION,
			next_commission: Some((Perbill::from_percent(5), 3)),
			rewards: candidate(W2).rewards,
			slashes: vec![],
			profile: profile(b"second"),
		};
		assert_eq!(Witnesses::candidate(W2), Some(view));
		let rank = |who| Witnesses::candidate(who).and_then(|view| view.rank);
		assert_eq!((rank(W1), rank(W3), rank(W4)), (Some(1), Some(2), Some(3)));
		assert_eq!(Witnesses::candidate(W4).map(|view| view.elected), Some(false));
		assert_eq!(Witnesses::candidate(W5), None);
	});
}

#[test]
fn an_offender_is_shown_with_what_awaits_it() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, Perbill::from_percent(5));
		next_era();
		report(W1, Perbill::from_percent(7));
		let view = Witnesses::candidate(W1).expect("a candidate");
		let slashes = [5, 7].map(Perbill::from_percent);
		assert_eq!(view.slashes, vec![(DEFERRAL, slashes[0]), (DEFERRAL + 1, slashes[1])]);
		assert_eq!(view.rank, None);
		assert_eq!(view.status, Status::Chilled { since: 0 });
	});
}

#[test]
fn a_candidate_that_has_left_has_no_votes_that_count() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 1_000));
		run_eras(MATURITY);
		run_session();
		run_session();
		assert_eq!(Witnesses::candidate(W4).map(|view| view.voting), Some(1_000));
		// It has been elected meanwhile and serves an era more.
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(2);
		let view = Witnesses::candidate(W4).expect("still there");
		assert_eq!((view.votes, view.voting, view.rank), (1_000, 0, None));
		let position = Witnesses::position(ALICE, W4).expect("still there");
		assert_eq!((position.value, position.voting), (1_000, 0));
	});
}

#[test]
fn a_position_is_shown_up_to_date_though_nobody_touched_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Witnesses::position(ALICE, W1), None);
		assert_ok!(vote(ALICE, W1, 1_000));
		let view = PositionView {
			value: 1_000,
			voting: 0,
			maturing: vec![(MATURITY, 1_000)],
			lapsed: 0,
			lapses: LIFE,
			unbonding: vec![],
			claimable: 0,
			uncollected: 0,
			answers_for: None,
		};
		assert_eq!(Witnesses::position(ALICE, W1), Some(view.clone()));

		next_era();
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 200));
		let stored = position(ALICE, W1).encode();
		report(W1, Perbill::from_percent(10));
		run_eras(DEFERRAL);
		assert_eq!(
			Witnesses::position(ALICE, W1),
			Some(PositionView {
				value: 1_350,
				voting: 900 + 270,
				maturing: vec![],
				lapses: 1 + LIFE,
				unbonding: vec![(1 + UNBONDING, 180)],
				claimable: Witnesses::position(ALICE, W1).map_or(0, |view| view.claimable),
				uncollected: 150,
				..view
			})
		);
		// To look changes nothing.
		assert_eq!(position(ALICE, W1).encode(), stored);
	});
}

#[test]
fn what_is_claimable_is_what_a_claim_pays() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 12_345));
		run_eras(MATURITY + 2);
		let claimable = Witnesses::position(ALICE, W1).map_or(0, |view| view.claimable);
		assert!(claimable > 0);
		let before = free(ALICE);
		assert_ok!(Witnesses::claim(signed(ALICE), W1));
		assert_eq!(free(ALICE), before + claimable);
	});
}

#[test]
fn a_lapsed_position_is_shown_as_such() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(LIFE);
		let view = Witnesses::position(ALICE, W1).expect("a position");
		assert_eq!((view.value, view.voting, view.lapsed), (1_000, 0, 1_000));
	});
}

#[test]
fn a_moved_position_says_whom_it_answers_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		next_era();
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W2, 400));
		let view = Witnesses::position(ALICE, W2).expect("a position");
		assert_eq!(view.answers_for, Some((W1, 1 + UNBONDING)));

		let mut voter = Witnesses::voter(ALICE);
		voter.candidates.sort();
		assert_eq!(voter, VoterView { candidates: vec![W1, W2], moved: Some(1) });
		assert_eq!(Witnesses::voter(BOB), VoterView { candidates: vec![], moved: None });
	});
}

#[test]
fn the_smallest_backing_is_what_must_be_exceeded() {
	ExtBuilder::default().deposits(&[(W1, 5_000), (W2, 4_000)]).build_and_execute(|| {
		// There is a seat to be had for nothing.
		assert_eq!(Witnesses::smallest_backing(), 0);
		assert_ok!(Witnesses::register(signed(W3), 3_000, COMMISSION, profile(b"")));
		assert_ok!(Witnesses::register(signed(W4), 3_000, COMMISSION, profile(b"")));
		run_eras(MATURITY);
		assert_eq!(Witnesses::smallest_backing(), 3_000);
		next_era();
		assert_eq!(elected(), vec![W1, W2, W3]);
		// As much is not enough, one planck more is.
		assert_ok!(Witnesses::top_up(signed(W4), 1));
		run_eras(MATURITY + 1);
		assert_eq!(elected(), vec![W1, W2, W4]);
	});
	ExtBuilder::default().without_parameters().candidates(&[]).build_and_execute(|| {
		assert_eq!(Witnesses::smallest_backing(), 0);
	});
}

#[test]
fn parameters_are_those_of_now_and_of_later() {
	ExtBuilder::default().build_and_execute(|| {
		let current = Some(PARAMETERS);
		assert_eq!(Witnesses::parameters(), ParametersView { current, next: None });
		let changed = Parameters { minimum_vote: 200, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), changed));
		let next = Some((PARAMETERS_DELAY, changed));
		assert_eq!(Witnesses::parameters(), ParametersView { current, next });
	});
}

#[test]
fn the_era_is_shown_with_who_serves_and_what_there_is_to_divide() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::chill(signed(W1)));
		next_era();
		pay_fee(77);
		assert_ok!(Witnesses::chill(signed(W2)));
		run_session();
		run_session();
		assert_eq!(
			Witnesses::era(),
			EraView {
				index: 1,
				start: 1 + BLOCKS_PER_ERA,
				elected: vec![W2, W3, W4],
				planned: vec![W3, W4],
				undivided: Undivided::<Test>::get(),
				unclaimed: Unclaimed::<Test>::get(),
				year: CurrentYear::<Test>::get(),
			}
		);
		assert!(Undivided::<Test>::get() >= 77);
	});
}
