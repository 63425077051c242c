use super::*;
use pallet_authorship::EventHandler;
use sp_runtime::FixedU128;

const FINE: Balance = DEPOSIT / 100;

fn idle_events() -> Vec<Event<Test>> {
	let about_idle =
		|event: &_| matches!(event, Event::WitnessIdle { .. } | Event::TooManyIdle { .. });
	events().into_iter().filter(about_idle).collect()
}

#[test]
fn an_era_is_so_many_sessions() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((era(), EraStart::<Test>::get()), (0, 0));
		for session in 1..4 * SESSIONS_PER_ERA {
			run_session();
			assert_eq!(era(), session / SESSIONS_PER_ERA);
		}
		assert_eq!(EraStart::<Test>::get(), 1 + 3 * BLOCKS_PER_ERA);
		for era in 1..=3 {
			assert!(events().contains(&Event::EraStarted { era }));
		}
	});
}

#[test]
fn the_council_follows_the_witnesses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Council::get(), vec![W1, W2, W3]);
		assert_ok!(Witnesses::chill(signed(W2)));
		next_era();
		assert_eq!(Council::get(), vec![W1, W3, W4]);
		assert_eq!(elected(), Council::get());
	});
}

#[test]
fn points_begin_anew() {
	ExtBuilder::default().build_and_execute(|| {
		run_session();
		assert_eq!(Points::<Test>::get(W1), 40);
		next_era();
		assert_eq!(Points::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_pool_remembers_the_eras_in_which_votes_mature_and_lapse() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY);
		assert_eq!(pool(W1).matured, 10_000);
		let bucket = Buckets::<Test>::get(MATURITY, W1);
		let snapshot = Snapshot { index: pool(W1).index, kept: pool(W1).kept };
		assert_eq!(bucket.snapshot, Some(snapshot));

		run_eras(LIFE - MATURITY);
		assert_eq!(pool(W1).matured, 0);
		let bucket = Buckets::<Test>::get(LIFE, W1);
		assert_eq!(bucket.snapshot.map(|snapshot| snapshot.index), Some(pool(W1).index));
		// Nothing is left of them when the position has seen both.
		settle(ALICE, W1);
		assert_eq!(Buckets::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_snapshot_is_of_the_pool_before_it_is_slashed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		report(W1, Perbill::from_percent(50));
		run_eras(DEFERRAL);
		assert_eq!(DEFERRAL, MATURITY);
		let bucket = Buckets::<Test>::get(MATURITY, W1);
		assert_eq!(bucket.snapshot.map(|snapshot| snapshot.kept), Some(1.into()));
		assert_eq!(pool(W1).kept, FixedU128::from_rational(1, 2));
	});
}

#[test]
fn who_does_nothing_in_a_whole_era_is_fined_and_chilled() {
	ExtBuilder::default().build_and_execute(|| {
		let treasury = free(Treasury::get());
		next_era_without(&[W3]);
		assert_eq!(idle_events(), vec![Event::WitnessIdle { who: W3, fine: FINE }]);
		let idle = candidate(W3);
		assert_eq!((idle.deposit, idle.matured_deposit), (DEPOSIT - FINE, DEPOSIT - FINE));
		assert_eq!(idle.status, Status::Chilled { since: 0 });
		assert_eq!(held(W3, HoldReason::Deposit), DEPOSIT - FINE);
		assert_eq!(free(Treasury::get()), treasury + FINE);
		// Its voters lose nothing, and it was elected for the new era before. But it does not serve.
		assert_eq!(elected(), vec![W1, W2, W3]);
		run_session();
		assert_eq!(Validators::get(), vec![W1, W2]);
	});
}

#[test]
fn who_stays_away_is_fined_once() {
	ExtBuilder::default().build_and_execute(|| {
		next_era_without(&[W3]);
		// It is among the elected of the next era as well, and still does nothing.
		assert!(elected().contains(&W3));
		next_era_without(&[W3]);
		next_era_without(&[W3]);
		assert_eq!(idle_events(), vec![Event::WitnessIdle { who: W3, fine: FINE }]);
		assert_eq!(held(W3, HoldReason::Deposit), DEPOSIT - FINE);
	});
}

#[test]
fn the_smallest_sign_of_life_is_enough() {
	ExtBuilder::default().build_and_execute(|| {
		run_session_without(&[W3]);
		run_session_without(&[W3]);
		Witnesses::note_author(W3);
		run_session_without(&[W3]);
		assert_eq!(era(), 1);
		assert_eq!(idle_events(), vec![]);
	});
}

#[test]
fn a_fine_is_rounded_up() {
	let deposits = [(W1, 10_001), (W2, 10_001), (W3, 10_001)];
	ExtBuilder::default().deposits(&deposits).build_and_execute(|| {
		next_era_without(&[W3]);
		assert_eq!(idle_events(), vec![Event::WitnessIdle { who: W3, fine: 101 }]);
	});
}

#[test]
fn nobody_is_punished_where_many_are_idle() {
	ExtBuilder::default().build_and_execute(|| {
		next_era_without(&[W2, W3]);
		assert_eq!(idle_events(), vec![Event::TooManyIdle { era: 0, idle: 2 }]);
		assert_eq!(candidate(W3).status, Status::Active);
		assert_eq!(held(W3, HoldReason::Deposit), DEPOSIT);
	});
}

#[test]
fn to_chill_at_the_last_moment_does_not_save_the_fine() {
	ExtBuilder::default().build_and_execute(|| {
		run_session_without(&[W3]);
		run_session_without(&[W3]);
		assert_ok!(Witnesses::chill(signed(W3)));
		run_session_without(&[W3]);
		assert_eq!(idle_events(), vec![Event::WitnessIdle { who: W3, fine: FINE }]);
		// It has been chilled before.
		assert_eq!(candidate(W3).status, Status::Chilled { since: 0 });
	});
}

#[test]
fn who_was_chilled_in_an_earlier_era_is_not_idle() {
	let parameters = |p: &mut Parameters<Balance>| p.fewest_witnesses = 3;
	ExtBuilder::default().parameters(parameters).build_and_execute(|| {
		// GIVEN a witness that stays because no others can be elected
		lose_keys(W4);
		assert_ok!(Witnesses::chill(signed(W3)));
		next_era();
		assert_eq!(elected(), vec![W1, W2, W3]);
		// THEN nobody expects anything of it
		next_era_without(&[W3]);
		assert_eq!(idle_events(), vec![]);
	});
}

#[test]
fn an_offender_is_not_fined_for_doing_nothing_as_well() {
	for slash_deferral in [DEFERRAL, 1] {
		let parameters = |p: &mut Parameters<Balance>| p.slash_deferral = slash_deferral;
		ExtBuilder::default().parameters(parameters).build_and_execute(|| {
			report(W3, Perbill::from_percent(10));
			next_era_without(&[W3]);
			assert_eq!(idle_events(), vec![]);
		});
	}
}

#[test]
fn who_is_leaving_is_not_idle() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::leave(signed(W3)));
		next_era_without(&[W3]);
		assert_eq!(idle_events(), vec![]);
	});
}

#[test]
fn an_idle_witness_is_paid_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		next_era_without(&[W3]);
		assert_eq!(candidate(W3).rewards, 0);
		assert!(candidate(W1).rewards > 0);
	});
}

#[test]
fn an_era_begins_whatever_happened_to_its_candidates() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN everything at once: a slash of all there is, a leaving witness, an idle one, votes
		assert_ok!(vote(ALICE, W1, 10_000));
		report_by(&[BOB], W1, Perbill::one());
		assert_ok!(Witnesses::leave(signed(W2)));
		pay_fee(12_345);
		next_era_without(&[W3]);
		next_era();
		assert_eq!(era(), 2);
		assert_eq!(candidate(W1).deposit, 0);
		assert_eq!(pool(W1).balance, 0);
		run_eras(3);
		assert_eq!(era(), 5);
	});
}
