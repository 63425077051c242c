use super::*;
use frame_support::traits::fungible::MutateFreeze;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

const FIVE: Perbill = Perbill::from_percent(5);
const TEN: Perbill = Perbill::from_percent(10);

#[test]
fn an_offence_is_noted_and_its_author_chilled() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		report_by(&[ALICE, BOB], W1, FIVE);
		let era = 1 + DEFERRAL;
		assert_eq!(Disabled::get(), vec![(W1, FIVE)]);
		assert_eq!(candidate(W1).status, Status::Chilled { since: 1 });
		assert_eq!(
			Slashes::<Test>::get(era, W1),
			Some(Slash { fraction: FIVE, reporter: Some(ALICE) })
		);
		assert_eq!(PendingSlashes::<Test>::get(W1), 1);
		System::assert_last_event(Event::OffenceReported { who: W1, fraction: FIVE, era }.into());
		// Nothing is taken yet.
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT);
	});
}

#[test]
fn a_slash_is_applied_when_its_era_begins() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 3_000));
		assert_ok!(vote(BOB, W1, 1_000));
		let treasury = free(Treasury::get());
		report(W1, FIVE);
		run_eras(DEFERRAL - 1);
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT);
		next_era();
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT - 500);
		assert_eq!((candidate(W1).deposit, candidate(W1).matured_deposit), (9_500, 9_500));
		assert_eq!(pool(W1).balance, 3_800);
		assert!(events().contains(&Event::Slashed { candidate: W1, deposit: 500, pool: 200 }));
		assert!(!PendingSlashes::<Test>::contains_key(W1));
		assert_eq!(Slashes::<Test>::iter().count(), 0);
		// Voters' coins follow when somebody looks.
		assert_eq!(free(Treasury::get()), treasury + 500);
		settle(ALICE, W1);
		settle(BOB, W1);
		assert_eq!((votes(ALICE), votes(BOB)), (2_850, 950));
		assert_eq!(free(Treasury::get()), treasury + 700);
	});
}

#[test]
fn an_offence_without_a_fraction_only_disables() {
	ExtBuilder::default().build_and_execute(|| {
		let events = events_of(|| report(W1, Perbill::zero()));
		assert_eq!(Disabled::get(), vec![(W1, Perbill::zero())]);
		assert_eq!(events, vec![]);
		assert_eq!(candidate(W1).status, Status::Active);
	});
}

#[test]
fn who_is_no_candidate_has_nothing_to_lose() {
	ExtBuilder::default().build_and_execute(|| {
		let events = events_of(|| report(W5, TEN));
		assert_eq!(Disabled::get(), vec![(W5, TEN)]);
		assert_eq!(events, vec![]);
		assert!(!PendingSlashes::<Test>::contains_key(W5));
	});
}

#[test]
fn every_offender_of_a_report_is_punished_by_its_own_fraction() {
	ExtBuilder::default().build_and_execute(|| {
		let offenders = [W1, NOBODY, W2]
			.map(|who| OffenceDetails { offender: (who, ()), reporters: vec![ALICE] });
		let fractions = [FIVE, TEN, TEN];
		let weight = Witnesses::on_offence(&offenders, &fractions, 0);
		assert_eq!(weight, <() as WeightInfo>::on_offence(3));
		run_eras(DEFERRAL);
		assert_eq!((candidate(W1).deposit, candidate(W2).deposit), (9_500, 9_000));
	});
}

#[test]
fn of_the_offences_of_an_era_the_gravest_counts() {
	ExtBuilder::default().build_and_execute(|| {
		report_by(&[ALICE], W1, FIVE);
		report_by(&[BOB], W1, TEN);
		report_by(&[CHARLIE], W1, TEN);
		report_by(&[DAVE], W1, FIVE);
		assert_eq!(PendingSlashes::<Test>::get(W1), 1);
		assert_eq!(
			Slashes::<Test>::get(DEFERRAL, W1),
			Some(Slash { fraction: TEN, reporter: Some(BOB) })
		);
		run_eras(DEFERRAL);
		assert_eq!(candidate(W1).deposit, DEPOSIT - DEPOSIT / 10);
	});
}

#[test]
fn offences_of_different_eras_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, TEN);
		next_era();
		report(W1, TEN);
		assert_eq!(PendingSlashes::<Test>::get(W1), 2);
		next_era();
		assert_eq!(PendingSlashes::<Test>::get(W1), 1);
		assert_eq!(candidate(W1).deposit, 9_000);
		next_era();
		assert_eq!(candidate(W1).deposit, 8_100);
		assert_ok!(Witnesses::resume(signed(W1)));
	});
}

#[test]
fn who_reports_first_gets_a_share_of_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		let treasury = free(Treasury::get());
		report_by(&[BOB, CHARLIE], W1, FIVE);
		run_eras(DEFERRAL);
		settle(ALICE, W1);
		// A tenth of what the deposit lost, and nothing of what voters did.
		assert_eq!(free(BOB), START_BALANCE + 50);
		assert_eq!(free(CHARLIE), START_BALANCE);
		assert_eq!(free(Treasury::get()), treasury + 450 + 50);
	});
}

#[test]
fn a_reporter_that_cannot_be_paid_goes_without() {
	ExtBuilder::default().build_and_execute(|| {
		let treasury = free(Treasury::get());
		// Nine planck would not make an account.
		report_by(&[NOBODY], W1, Perbill::from_rational(9u32, 1_000));
		run_eras(DEFERRAL);
		assert_eq!(free(NOBODY), 0);
		assert_eq!(free(Treasury::get()), treasury + 90);
		report_by(&[NOBODY], W2, Perbill::from_percent(1));
		run_eras(DEFERRAL);
		assert_eq!(free(NOBODY), 10);
	});
}

#[test]
fn slashes_are_rounded_up() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		report(W1, Perbill::from_parts(1));
		run_eras(DEFERRAL);
		assert!(events().contains(&Event::Slashed { candidate: W1, deposit: 1, pool: 1 }));
		assert_eq!(candidate(W1).deposit, DEPOSIT - 1);
		assert_eq!(pool(W1).balance, 999);
	});
}

#[test]
fn all_can_be_lost() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		slash(W1, Perbill::one());
		assert_eq!((candidate(W1).deposit, pool(W1).balance), (0, 0));
		settle(ALICE, W1);
		assert_eq!((votes(ALICE), free(ALICE)), (0, START_BALANCE - 1_000));
		// What is left to take back is the deposit of the record, and what was earned.
		let rewards = candidate(W1).rewards;
		assert_ok!(Witnesses::leave(signed(W1)));
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W1)));
		assert!(free(W1) >= START_BALANCE - DEPOSIT + rewards);
		assert_eq!(held(W1, HoldReason::Profile), 0);
	});
}

#[test]
fn who_is_leaving_is_slashed_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		report(W4, TEN);
		// It is leaving, and goes on leaving.
		assert!(candidate(W4).status.is_leaving());
		run_eras(DEFERRAL);
		assert_eq!((candidate(W4).deposit, pool(W4).balance), (9_000, 900));
	});
}

#[test]
fn unbonding_votes_are_slashed_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		next_era();
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 1_000));
		// The last moment at which an offence of this era can be reported.
		run_eras(REPORTABLE_SESSIONS / SESSIONS_PER_ERA);
		report(W1, TEN);
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw(signed(ALICE), W1));
		assert_eq!(free(ALICE), START_BALANCE - 100);
	});
}

#[test]
fn a_freeze_stops_no_slash() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Balances::set_freeze(&1, &W1, u128::MAX));
		slash(W1, FIVE);
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT - 500);
	});
}

#[test]
fn a_deposit_added_meanwhile_is_slashed_too() {
	// When it begins to count, and before.
	for slash_deferral in [MATURITY, MATURITY - 1] {
		let parameters = |p: &mut Parameters<Balance>| p.slash_deferral = slash_deferral;
		ExtBuilder::default().parameters(parameters).build_and_execute(|| {
			report(W1, TEN);
			assert_ok!(Witnesses::top_up(signed(W1), 10_000));
			run_eras(MATURITY);
			// No more counts than is there.
			assert_eq!(candidate(W1).deposit, 18_000);
			assert_eq!(candidate(W1).matured_deposit, 18_000);
		});
	}
}

#[test]
fn governance_cancels_a_slash() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, TEN);
		next_era();
		report(W1, TEN);
		assert_ok!(Witnesses::cancel_slash(judge(), DEFERRAL, W1));
		System::assert_last_event(Event::SlashCancelled { era: DEFERRAL, candidate: W1 }.into());
		assert_eq!(PendingSlashes::<Test>::get(W1), 1);
		next_era();
		assert_eq!(candidate(W1).deposit, DEPOSIT);
		assert_ok!(Witnesses::cancel_slash(judge(), DEFERRAL + 1, W1));
		assert!(!PendingSlashes::<Test>::contains_key(W1));
		assert_ok!(Witnesses::resume(signed(W1)));
		run_eras(2);
		assert_eq!(candidate(W1).deposit, DEPOSIT);
	});
}

#[test]
fn only_a_slash_to_come_can_be_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, TEN);
		for (era, who) in [(DEFERRAL - 1, W1), (DEFERRAL + 1, W1), (DEFERRAL, W2)] {
			assert_noop!(Witnesses::cancel_slash(judge(), era, who), Error::<Test>::NoSuchSlash);
		}
		run_eras(DEFERRAL);
		assert_noop!(Witnesses::cancel_slash(judge(), DEFERRAL, W1), Error::<Test>::NoSuchSlash);
	});
}

#[test]
fn only_the_judge_cancels_slashes() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, TEN);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(W1), signed(ALICE)] {
			assert_noop!(Witnesses::cancel_slash(origin, DEFERRAL, W1), BadOrigin);
		}
	});
}
