//! Rewards of voters.

use super::*;

fn claim(who: AccountId, candidate: AccountId) -> DispatchResult {
	Witnesses::claim(signed(who), candidate)
}

fn compound(who: AccountId, candidate: AccountId) -> DispatchResult {
	Witnesses::compound(signed(who), candidate)
}

/// What `who` could claim of `candidate`.
fn claimable(who: AccountId, candidate: AccountId) -> Balance {
	settle(who, candidate);
	position(who, candidate).rewards
}

/// W1 serves alone and keeps nothing for itself, so that an era earns its voters in proportion.
fn alone() -> ExtBuilder {
	let alone = |parameters: &mut Parameters<Balance>| {
		parameters.witnesses = 1;
		parameters.fewest_witnesses = 1;
	};
	ExtBuilder::default().parameters(alone).deposits(&[(W1, DEPOSIT), (W2, DEPOSIT)])
}

#[test]
fn claim_pays_out_of_the_pot() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY + 1);
		let before = (free(ALICE), free(pot()), Unclaimed::<Test>::get());
		let events = events_of(|| {
			assert_ok!(claim(ALICE, W1));
		});
		// Half of the weight, half of the issuance.
		let amount = 9_000;
		assert_eq!(events, [Event::Claimed { who: ALICE, candidate: W1, amount }]);
		assert_eq!(free(ALICE), before.0 + amount);
		assert_eq!(free(pot()), before.1 - amount);
		assert_eq!(Unclaimed::<Test>::get(), before.2 - amount);
		assert_noop!(claim(ALICE, W1), Error::<Test>::NothingToClaim);
		assert_eq!(votes(ALICE), 10_000);
	});
}

#[test]
fn claim_fails_where_there_is_nothing() {
	alone().build_and_execute(|| {
		assert_noop!(claim(ALICE, W1), Error::<Test>::PositionNotFound);
		assert_ok!(vote(ALICE, W1, 10_000));
		assert_ok!(vote(ALICE, W2, 10_000));
		run_eras(MATURITY);
		assert_noop!(claim(ALICE, W1), Error::<Test>::NothingToClaim);
		run_eras(2);
		// W2 does not serve.
		assert_noop!(claim(ALICE, W2), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn votes_earn_from_their_maturity_until_they_lapse() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		// Matured in era 2; the rewards of an era are divided when it ends.
		for (era, earned) in [(1, 0), (2, 0), (3, 9_000), (4, 18_000)] {
			next_era();
			assert_eq!((super::era(), claimable(ALICE, W1)), (era, earned));
		}
		// The last era that earns is the seventh, whether somebody looks or not.
		run_eras(LIFE + 3);
		assert_eq!(claimable(ALICE, W1), 6 * 9_000);
	});
}

#[test]
fn looking_more_often_earns_no_more() {
	alone().build_and_execute(|| {
		for who in [ALICE, BOB] {
			assert_ok!(vote(who, W1, 3_333));
		}
		for _ in 0..LIFE + 2 {
			next_era();
			for _ in 0..3 {
				settle(ALICE, W1);
			}
		}
		let (often, once) = (claimable(ALICE, W1), claimable(BOB, W1));
		assert!(often <= once && once <= often + Balance::from(LIFE), "{often} {once}");
	});
}

#[test]
fn tranches_earn_from_different_eras() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 5_000));
		next_era();
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(3);
		// 5,000 of 15,000 in era 2, 10,000 of 20,000 in era 3.
		assert_eq!(claimable(ALICE, W1), 6_000 + 9_000);
	});
}

#[test]
fn unbonding_votes_earn_nothing() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		assert_ok!(vote(BOB, W1, 10_000));
		run_eras(MATURITY);
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 10_000));
		run_eras(2);
		assert_eq!(claimable(ALICE, W1), 0);
		assert_eq!(claimable(BOB, W1), 18_000);
	});
}

#[test]
fn renewed_votes_earn_nothing_while_they_mature_anew() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(LIFE);
		let earned = claimable(ALICE, W1);
		run_eras(2);
		assert_ok!(Witnesses::renew(signed(ALICE), W1));
		run_eras(MATURITY);
		assert_eq!(claimable(ALICE, W1), earned);
		next_era();
		assert_eq!(claimable(ALICE, W1), earned + 9_000);
	});
}

#[test]
fn compound_votes_with_the_rewards() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY + 1);
		let before = free(ALICE);
		let events = events_of(|| {
			assert_ok!(compound(ALICE, W1));
		});
		assert_eq!(
			events,
			[
				Event::Claimed { who: ALICE, candidate: W1, amount: 9_000 },
				Event::Voted { who: ALICE, candidate: W1, amount: 9_000, era: 5 },
			]
		);
		assert_eq!((free(ALICE), votes(ALICE)), (before, 19_000));
		let position = position(ALICE, W1);
		assert_eq!((position.matured, position.rewards), (10_000, 0));
		assert_eq!(position.maturing.to_vec(), [Tranche { shares: 9_000, era: 5 }]);
		assert_eq!(position.lapses, 3 + LIFE);
	});
}

#[test]
fn compound_fails_where_nobody_can_vote() {
	alone().build_and_execute(|| {
		assert_noop!(compound(ALICE, W1), Error::<Test>::PositionNotFound);
		assert_noop!(compound(ALICE, BOB), Error::<Test>::CandidateNotFound);
		assert_ok!(vote(ALICE, W1, 10_000));
		assert_noop!(compound(ALICE, W1), Error::<Test>::NothingToClaim);
		run_eras(MATURITY + 1);
		report(W1, Perbill::from_percent(1));
		assert_noop!(compound(ALICE, W1), Error::<Test>::SlashPending);
		run_eras(DEFERRAL);
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_noop!(compound(ALICE, W1), Error::<Test>::CandidateLeaving);
		assert_ok!(claim(ALICE, W1));
	});
}

#[test]
fn compound_fails_in_ruins_and_below_the_minimum() {
	let cheap = |parameters: &mut Parameters<Balance>| parameters.minimum_vote = 10;
	alone().parameters(cheap).build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500_000));
		assert_ok!(vote(BOB, W1, 10));
		run_eras(MATURITY + 1);
		// All that is left of Bob's votes and rewards is less than the new minimum.
		let parameters = Parameters { minimum_vote: 1_000, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		run_eras(PARAMETERS_DELAY);
		assert_noop!(compound(BOB, W1), Error::<Test>::BelowMinimumVote);
		slash(W1, Perbill::from_parts(999_900_000));
		assert_noop!(compound(ALICE, W1), Error::<Test>::PoolRuined);
		assert_ok!(claim(ALICE, W1));
	});
}

#[test]
fn slashed_votes_earn_in_proportion_to_what_is_left() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 20_000));
		run_eras(MATURITY);
		slash(W1, Perbill::from_percent(50));
		let before = claimable(ALICE, W1);
		assert_eq!(votes(ALICE), 10_000);
		// New votes of the same worth earn the same.
		assert_ok!(vote(BOB, W1, 10_000));
		assert_ok!(Witnesses::renew(signed(ALICE), W1));
		assert_ok!(Witnesses::top_up(signed(W1), 5_000));
		assert_ok!(Witnesses::resume(signed(W1)));
		run_eras(MATURITY + 2);
		let alice = claimable(ALICE, W1) - before;
		let bob = claimable(BOB, W1);
		assert!(bob > 0);
		assert!(alice >= bob);
		next_era();
		let (alice, bob) = (claimable(ALICE, W1) - before - alice, claimable(BOB, W1) - bob);
		assert_eq!((alice, bob), (6_000, 6_000));
	});
}

#[test]
fn rewards_outlive_votes_that_were_slashed_away() {
	alone().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY + 1);
		slash(W1, Perbill::one());
		// It was elected no more after the report in era 3.
		let earned = 2 * 9_000;
		let before = free(ALICE);
		let events = events_of(|| settle(ALICE, W1));
		assert_eq!(
			events,
			[
				Event::LossCollected { who: ALICE, candidate: W1, amount: 10_000 },
				Event::Claimed { who: ALICE, candidate: W1, amount: earned },
			]
		);
		assert_eq!((free(ALICE), votes(ALICE)), (before + earned, 0));
	});
}
