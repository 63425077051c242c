//! Taking votes back.

use super::*;

fn unvote(candidate: AccountId, amount: Balance) -> DispatchResult {
	Witnesses::unvote(signed(ALICE), candidate, amount)
}

fn withdraw(candidate: AccountId) -> DispatchResult {
	Witnesses::withdraw(signed(ALICE), candidate)
}

fn tranche(shares: Balance, era: EraIndex) -> Tranche<Balance> {
	Tranche { shares, era }
}

#[test]
fn votes_taken_back_stop_voting_and_are_free_later() {
	ExtBuilder::default().build_and_execute(|| {
		let before = free(ALICE);
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(MATURITY);
		assert_ok!(unvote(W1, 400));
		System::assert_last_event(
			Event::Unvoted { who: ALICE, candidate: W1, amount: 400, era: 2 + UNBONDING }.into(),
		);
		assert_eq!((pool(W1).matured, pool(W1).shares), (600, 1_000));
		assert_eq!(position(ALICE, W1).unbonding.to_vec(), [tranche(400, 2 + UNBONDING)]);
		run_eras(UNBONDING - 1);
		assert_noop!(withdraw(W1), Error::<Test>::NothingToWithdraw);
		next_era();
		assert_eq!(votes(ALICE), 1_000);
		let event = Event::Withdrawn { who: ALICE, candidate: W1, amount: 400 };
		assert_eq!(
			events_of(|| {
				assert_ok!(withdraw(W1));
			}),
			[event]
		);
		assert_eq!((free(ALICE), votes(ALICE)), (before - 600, 600));
		assert_noop!(withdraw(W1), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn the_newest_votes_go_first_and_those_that_vote_last() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN votes that have lapsed, and then of every kind: those that had lapsed mature anew with
		// the first new ones, so that nothing lapses alone
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(MATURITY);
		assert_ok!(vote(ALICE, W1, 200));
		next_era();
		assert_ok!(vote(ALICE, W1, 300));
		assert_ok!(unvote(W1, 350));
		assert_eq!(position(ALICE, W1).maturing.to_vec(), [tranche(150, 4)]);
		assert_eq!(position(ALICE, W1).matured, 1_000);
		assert_ok!(unvote(W1, 250));
		assert_eq!(position(ALICE, W1).maturing.to_vec(), []);
		assert_eq!(position(ALICE, W1).matured, 900);
		assert_eq!(pool(W1).matured, 900);
		// WHEN all has lapsed
		run_eras(LIFE);
		assert_eq!(pool(W1).matured, 0);
		assert_ok!(unvote(W1, 100));
		assert_eq!(position(ALICE, W1).lapsed, 800);
	});
}

#[test]
fn all_is_taken_back_if_it_is_worth_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 777));
		slash(W1, Perbill::from_parts(333_333_333));
		// Shares are worth two thirds of a planck, so that all of them are worth no whole number.
		assert_ok!(unvote(W1, 5_000));
		assert_eq!(position(ALICE, W1).bonded(), 0);
		assert_eq!(position(ALICE, W1).unbonding.to_vec(), [tranche(1_000, 2 + UNBONDING)]);
		assert_eq!(votes(ALICE), 666);
	});
}

#[test]
fn the_exact_worth_takes_everything() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 777));
		slash(W1, Perbill::from_parts(333_333_333));
		assert_ok!(unvote(W1, 666));
		assert_eq!(position(ALICE, W1).bonded(), 0);
	});
}

#[test]
fn unbonding_coins_are_slashed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(unvote(W1, 1_000));
		report(W1, Perbill::from_percent(10));
		run_eras(UNBONDING);
		assert_ok!(withdraw(W1));
		assert_eq!(votes(ALICE), 0);
		assert_eq!(free(ALICE), START_BALANCE - 100);
		assert!(!Positions::<Test>::contains_key(ALICE, W1));
		assert!(!Voters::<Test>::contains_key(ALICE));
	});
}

#[test]
fn withdraw_frees_what_is_due_and_leaves_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(unvote(W1, 100));
		next_era();
		assert_ok!(unvote(W1, 200));
		next_era();
		assert_ok!(unvote(W1, 300));
		run_eras(UNBONDING - 1);
		assert_ok!(withdraw(W1));
		assert_eq!(votes(ALICE), 700);
		assert_eq!(position(ALICE, W1).unbonding.to_vec(), [tranche(300, 2 + UNBONDING)]);
	});
}

#[test]
fn shares_left_without_coins_go_with_the_last_coin() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 1_000));
		assert_ok!(unvote(W1, 700));
		// Three planck are left of both, one and a half of Alice's, one of what she has taken back.
		slash(W1, Perbill::from_parts(998_500_000));
		assert_eq!(pool(W1).balance, 3);
		settle(ALICE, W1);
		assert_eq!((votes(ALICE), position(ALICE, W1).bonded()), (1, 300));
		run_eras(UNBONDING);
		assert_ok!(withdraw(W1));
		assert!(!Positions::<Test>::contains_key(ALICE, W1));
		assert_eq!((votes(ALICE), pool(W1).shares), (0, 1_000));
	});
}

#[test]
fn the_last_withdrawal_pays_rewards_and_removes_the_position() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(MATURITY + 1);
		assert_ok!(unvote(W1, 5_000));
		let rewards = position(ALICE, W1).rewards;
		assert!(rewards > 0);
		run_eras(UNBONDING);
		// Nothing is earned while unbonding.
		let events = events_of(|| {
			assert_ok!(withdraw(W1));
		});
		assert_eq!(
			events,
			[
				Event::Claimed { who: ALICE, candidate: W1, amount: rewards },
				Event::Withdrawn { who: ALICE, candidate: W1, amount: 5_000 },
			]
		);
		assert_eq!(free(ALICE), START_BALANCE + rewards);
		assert_eq!(Positions::<Test>::iter().count(), 0);
		assert_eq!(Buckets::<Test>::iter().count(), 0);
	});
}

#[test]
fn unbonding_as_long_as_can_be_told_apart_asks_for_a_withdrawal() {
	let slow = |parameters: &mut Parameters<Balance>| parameters.unbonding = MAX_PERIOD;
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		for _ in 0..MAX_PERIOD {
			assert_ok!(unvote(W1, 1));
			assert_ok!(unvote(W1, 1));
			next_era();
		}
		assert_noop!(unvote(W1, 1), Error::<Test>::TooManyTranches);
		assert_ok!(withdraw(W1));
		assert_ok!(unvote(W1, 1));
		assert_eq!(votes(ALICE), 9_998);
	});
}

#[test]
fn maturing_as_long_as_can_be_told_apart_never_asks_for_anything() {
	let slow = |parameters: &mut Parameters<Balance>| {
		parameters.maturity = MAX_PERIOD;
		parameters.life = MAX_PERIOD + 1;
	};
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		for _ in 0..3 * MAX_PERIOD {
			assert_ok!(vote(ALICE, W1, 100));
			next_era();
		}
		assert_eq!(position(ALICE, W1).maturing.len(), MAX_PERIOD as usize);
		assert_eq!(pool(W1).matured, 2_100);
	});
}

#[test]
fn unvote_fails_where_too_little_would_stay() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_noop!(unvote(W1, 901), Error::<Test>::BelowMinimumVote);
		assert_ok!(unvote(W1, 900));
		assert_noop!(unvote(W1, 1), Error::<Test>::BelowMinimumVote);
		assert_ok!(unvote(W1, 100));
	});
}

#[test]
fn unvote_and_withdraw_fail_without_votes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(unvote(W1, 100), Error::<Test>::PositionNotFound);
		assert_noop!(withdraw(W1), Error::<Test>::PositionNotFound);
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_noop!(unvote(W1, 0), Error::<Test>::AmountIsZero);
		assert_noop!(withdraw(W1), Error::<Test>::NothingToWithdraw);
		assert_ok!(unvote(W1, 1_000));
		assert_noop!(unvote(W1, 100), Error::<Test>::AllUnbonding);
	});
}

#[test]
fn everything_is_free_at_once_when_the_candidate_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING - 1);
		assert_ok!(unvote(W4, 200));
		next_era();
		assert_noop!(withdraw(W4), Error::<Test>::NothingToWithdraw);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		// No minimum is left to keep.
		let event = Event::Withdrawn { who: ALICE, candidate: W4, amount: 750 };
		assert_eq!(
			events_of(|| {
				assert_ok!(unvote(W4, 750));
			}),
			[event]
		);
		assert_eq!(votes(ALICE), 250);
		assert_noop!(unvote(W4, 0), Error::<Test>::AmountIsZero);
		let event = Event::Withdrawn { who: ALICE, candidate: W4, amount: 250 };
		assert_eq!(
			events_of(|| {
				assert_ok!(withdraw(W4));
			}),
			[event]
		);
		assert_eq!((votes(ALICE), free(ALICE)), (0, START_BALANCE));
		assert_eq!(Pools::<Test>::get(W4), None);
		assert_noop!(vote(ALICE, W4, 1_000), Error::<Test>::CandidateNotFound);
	});
}

#[test]
fn moved_votes_are_not_free_before_they_have_answered() {
	// GIVEN parameters that shorten unbonding soon
	let slow = |parameters: &mut Parameters<Balance>| parameters.unbonding = UNBONDING + 2;
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), PARAMETERS));
		next_era();
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W2, 1_000));
		assert_eq!(position(ALICE, W2).carried.map(|carried| carried.until), Some(9));
		next_era();
		assert_eq!(CurrentParameters::<Test>::get(), Some(PARAMETERS));
		// WHEN they are taken back in the next era, THEN they wait as long as they would have
		assert_ok!(unvote(W2, 1_000));
		assert_eq!(position(ALICE, W2).unbonding.to_vec(), [tranche(1_000, 9)]);
	});
}
