//! Moving votes, and what they go on answering for.

use super::*;
use sp_runtime::FixedU128;

fn move_votes(from: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Witnesses::move_votes(signed(ALICE), from, to, amount)
}

/// The position of Alice after its losses have been collected.
fn settled(candidate: AccountId) -> PositionOf<Test> {
	settle(ALICE, candidate);
	position(ALICE, candidate)
}

#[test]
fn moved_votes_mature_anew_and_answer_for_where_they_were() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(MATURITY);
		assert_ok!(move_votes(W1, W2, 400));
		System::assert_last_event(
			Event::Moved { who: ALICE, from: W1, to: W2, amount: 400, era: 2 + MATURITY }.into(),
		);
		assert_eq!((pool(W1).matured, pool(W1).balance, pool(W1).watchers), (600, 600, 1));
		assert_eq!((pool(W2).matured, pool(W2).balance, pool(W2).watchers), (0, 400, 0));
		assert_eq!(position(ALICE, W1).held, 600);
		let target = position(ALICE, W2);
		assert_eq!(target.held, 400);
		assert_eq!(target.maturing.to_vec(), [Tranche { shares: 400, era: 2 + MATURITY }]);
		assert_eq!(
			target.carried,
			Some(Carried {
				from: W1,
				shares: 400,
				kept: FixedU128::from_u32(1),
				until: 2 + UNBONDING
			})
		);
		assert_eq!(votes(ALICE), 1_000);
		run_eras(MATURITY);
		assert_eq!(pool(W2).matured, 400);
	});
}

#[test]
fn moved_votes_renew_what_they_join() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W2, 200));
		run_eras(LIFE);
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 400));
		run_eras(MATURITY);
		assert_eq!(pool(W2).matured, 600);
		assert_eq!(settled(W2).lapses, 2 * LIFE);
	});
}

#[test]
fn moving_everything_leaves_no_position() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(MATURITY + 2);
		settle(ALICE, W1);
		let rewards = position(ALICE, W1).rewards;
		assert!(rewards > 0);
		let before = free(ALICE);
		let events = events_of(|| {
			assert_ok!(move_votes(W1, W2, Balance::MAX));
		});
		assert_eq!(
			events,
			[
				Event::Claimed { who: ALICE, candidate: W1, amount: rewards },
				Event::Moved { who: ALICE, from: W1, to: W2, amount: 5_000, era: 4 + MATURITY },
			]
		);
		assert_eq!(free(ALICE), before + rewards);
		assert!(!Positions::<Test>::contains_key(ALICE, W1));
		assert_eq!(Voters::<Test>::get(ALICE), Voter { positions: 1, moved: Some(4) });
		// The pool stays as long as somebody answers for it.
		assert_eq!((pool(W1).shares, pool(W1).watchers), (0, 1));
	});
}

#[test]
fn moving_takes_the_newest_votes_and_none_that_unbond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(MATURITY);
		assert_ok!(vote(ALICE, W1, 300));
		next_era();
		assert_ok!(vote(ALICE, W1, 200));
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 100));
		assert_ok!(move_votes(W1, W2, 250));
		let source = position(ALICE, W1);
		assert_eq!(source.matured, 1_000);
		assert_eq!(source.maturing.to_vec(), [Tranche { shares: 150, era: 4 }]);
		assert_eq!(source.unbonding.to_vec(), [Tranche { shares: 100, era: 9 }]);
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, Balance::MAX));
		next_era();
		assert_noop!(move_votes(W1, W3, 100), Error::<Test>::AllUnbonding);
	});
}

#[test]
fn a_slash_of_where_they_were_follows_moved_votes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 1_000));
		assert_ok!(vote(BOB, W2, 1_000));
		assert_ok!(move_votes(W1, W2, 600));
		slash(W1, Perbill::from_percent(10));
		let target = settled(W2);
		// 60 of the shares are lost, and those who did not move lose the same part.
		assert_eq!((target.held, target.shares(), target.bonded()), (540, 540, 540));
		assert_eq!(target.carried.map(|carried| carried.shares), Some(540));
		assert_eq!(settled(W1).held, 360);
		assert_eq!((pool(W2).balance, pool(W2).shares), (1_540, 1_540));
		settle(BOB, W2);
		assert_eq!(position(BOB, W2).held, 1_000);

		// A second one as well.
		slash(W1, Perbill::from_percent(50));
		assert_eq!(settled(W2).held, 270);
		assert_eq!(settled(W1).held, 180);
	});
}

#[test]
fn moved_votes_answer_until_their_era_and_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 1_000));
		run_eras(UNBONDING - DEFERRAL - 1);
		// One slash in the last era they answer for, one in the next.
		report(W1, Perbill::from_percent(10));
		next_era();
		report(W1, Perbill::from_percent(50));
		run_eras(4);
		assert_eq!(pool(W1).balance, 450);
		let target = settled(W2);
		assert_eq!((target.held, target.carried), (900, None));
		assert_eq!(pool(W1).watchers, 0);
		assert!(!Buckets::<Test>::contains_key(UNBONDING, W1));
	});
}

#[test]
fn answering_takes_the_newest_votes_and_last_what_unbonds() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W2, 100));
		assert_ok!(vote(ALICE, W1, 900));
		run_eras(MATURITY);
		assert_ok!(move_votes(W1, W2, 900));
		assert_ok!(Witnesses::unvote(signed(ALICE), W2, 850));
		slash(W1, Perbill::from_percent(10));
		let target = settled(W2);
		assert_eq!((target.matured, target.maturing.len()), (60, 0));
		assert_eq!(target.unbonding.to_vec(), [Tranche { shares: 850, era: 2 + UNBONDING }]);
		slash(W1, Perbill::from_percent(50));
		let target = settled(W2);
		assert_eq!((target.bonded(), target.held), (0, 505));
		assert_eq!(target.unbonding.to_vec(), [Tranche { shares: 505, era: 2 + UNBONDING }]);
	});
}

#[test]
fn a_total_slash_of_where_they_were_takes_all_that_moved() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 900));
		assert_ok!(move_votes(W1, W2, 900));
		slash(W1, Perbill::one());
		settle(ALICE, W2);
		assert_eq!(votes(ALICE), 0);
		assert!(!Positions::<Test>::contains_key(ALICE, W2));
		assert_eq!((pool(W1).watchers, pool(W2).shares), (0, 0));
		assert_eq!(Buckets::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_slash_of_where_they_are_comes_on_top() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 1_000));
		report(W1, Perbill::from_percent(50));
		slash(W2, Perbill::from_percent(50));
		let target = settled(W2);
		assert_eq!((target.held, target.shares()), (250, 500));
	});
}

#[test]
fn a_pool_stays_while_somebody_answers_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN votes that moved away from a candidate which leaves in the same era
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(move_votes(W4, W2, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		assert!(pool(W4).frozen);
		// WHEN they have answered
		let target = settled(W2);
		// THEN nothing is left of it
		assert_eq!((target.held, target.carried), (1_000, None));
		assert_eq!(Pools::<Test>::get(W4), None);
		assert_eq!(Buckets::<Test>::iter_keys().filter(|(_, who)| *who == W4).count(), 0);
	});
}

#[test]
fn a_frozen_pool_asks_no_more_of_votes_whose_era_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN votes that moved away, and a candidate that served on for a while
		assert_ok!(vote(BOB, W1, 1_000));
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 1_000));
		run_eras(UNBONDING - 2);
		assert_ok!(Witnesses::leave(signed(W1)));
		next_era();
		assert!(pool(W1).frozen);
		// WHEN it is slashed for what it did after they had left, one era after they are free of it
		slash(W1, Perbill::from_percent(50));
		assert_eq!((era(), pool(W1).balance), (UNBONDING + 1, 500));
		// THEN they do not pay, even if they come late
		assert_eq!(settled(W2).held, 1_000);
	});
}

#[test]
fn a_frozen_pool_asks_no_more_than_when_the_era_was_over() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(BOB, W1, 1_000));
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 1_000));
		// GIVEN a slash in the era after they were free, and another in the frozen pool
		run_eras(UNBONDING - 1);
		slash(W1, Perbill::from_percent(10));
		assert_ok!(Witnesses::leave(signed(W1)));
		assert!(pool(W1).frozen);
		slash(W1, Perbill::from_percent(10));
		assert_eq!(pool(W1).balance, 810);
		// THEN they pay for neither
		assert_eq!(settled(W2).held, 1_000);
	});
}

#[test]
fn a_frozen_pool_still_asks_votes_that_answer_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(move_votes(W4, W2, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		assert!(pool(W4).frozen);
		slash(W4, Perbill::from_percent(50));
		assert_eq!(settled(W2).held, 500);
	});
}

#[test]
fn move_fails_to_where_the_votes_are() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_noop!(move_votes(W1, W1, 500), Error::<Test>::SameCandidate);
	});
}

#[test]
fn move_fails_twice_in_an_era() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 500));
		assert_noop!(move_votes(W1, W3, 500), Error::<Test>::MovedThisEra);
		next_era();
		assert_ok!(move_votes(W1, W3, 500));
	});
}

#[test]
fn move_fails_while_a_slash_awaits_either_side() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(ALICE, W3, 1_000));
		report(W1, Perbill::from_percent(1));
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::SlashPending);
		assert_noop!(move_votes(W3, W1, 500), Error::<Test>::SlashPending);
		run_eras(DEFERRAL);
		assert_ok!(move_votes(W1, W2, 500));
	});
}

#[test]
fn move_fails_to_whom_nobody_can_vote_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_noop!(move_votes(W1, W5, 500), Error::<Test>::CandidateNotFound);
		assert_ok!(Witnesses::leave(signed(W2)));
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::CandidateLeaving);
		// Away from one that leaves is the way to go.
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_ok!(move_votes(W1, W3, 500));
	});
}

#[test]
fn move_fails_away_from_whom_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		assert_noop!(move_votes(W4, W1, 500), Error::<Test>::CandidateNotFound);
		settle(ALICE, W4);
		assert_eq!(free(ALICE), START_BALANCE);
	});
}

#[test]
fn move_fails_while_votes_answer_for_another_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(move_votes(W1, W2, 500));
		run_eras(UNBONDING - 1);
		assert_noop!(move_votes(W2, W3, 500), Error::<Test>::StillCarrying);
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::StillCarrying);
		next_era();
		// Back to where they still count as watchers until this very call.
		assert_eq!(pool(W1).watchers, 1);
		assert_ok!(move_votes(W2, W1, 500));
		assert_eq!((pool(W1).watchers, pool(W2).watchers), (0, 1));
	});
}

#[test]
fn move_fails_without_votes_to_move() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::PositionNotFound);
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_noop!(move_votes(W1, W2, 0), Error::<Test>::AmountIsZero);
		// Shares that are worth less than a planck, kept alive by others that unbond.
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 900));
		slash(W1, Perbill::from_parts(995_000_000));
		assert_eq!(settled(W1).held, 5);
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::AmountIsZero);
	});
}

#[test]
fn move_fails_below_the_minimum_on_either_side() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		for amount in [1, MINIMUM_VOTE - 1, 1_001 - MINIMUM_VOTE, 999] {
			assert_noop!(move_votes(W1, W2, amount), Error::<Test>::BelowMinimumVote);
		}
		assert_ok!(vote(ALICE, W2, MINIMUM_VOTE));
		assert_ok!(move_votes(W1, W2, 1));
	});
}

#[test]
fn move_fails_into_and_out_of_ruins() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(ALICE, W3, 1_000));
		assert_ok!(vote(BOB, W2, 100_000));
		report(W2, Perbill::from_parts(999_999_999));
		slash(W3, Perbill::from_parts(999_999_999));
		assert_noop!(move_votes(W1, W2, 500), Error::<Test>::PoolRuined);
		// Nothing is left that could be moved.
		assert_noop!(move_votes(W3, W1, 500), Error::<Test>::AllUnbonding);
	});
}

#[test]
fn move_fails_beyond_the_most_positions() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [W1, W2, W3] {
			assert_ok!(vote(ALICE, who, 1_000));
		}
		assert_noop!(move_votes(W1, W4, 500), Error::<Test>::TooManyPositions);
		// A position that is left makes room.
		assert_ok!(move_votes(W1, W4, 1_000));
		next_era();
		assert_ok!(move_votes(W2, W3, 500));
		assert_eq!(Voters::<Test>::get(ALICE).positions, 3);
	});
}
