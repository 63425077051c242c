//! Voting, renewing and settling.

use super::*;

#[test]
fn the_scenario_of_the_documentation() {
	const WENDY: AccountId = W5;
	let alone = |parameters: &mut Parameters<Balance>| {
		parameters.witnesses = 1;
		parameters.fewest_witnesses = 1;
	};
	ExtBuilder::default().parameters(alone).build_and_execute(|| {
		// 1. and 2. Wendy registers, and Alice votes for her
		assert_ok!(Witnesses::register(signed(WENDY), 10_000, COMMISSION, profile(b"Wendy")));
		assert_ok!(vote(ALICE, WENDY, 5_000));
		assert_eq!(position(ALICE, WENDY).maturing.to_vec(), [Tranche { shares: 5_000, era: 2 }]);
		assert_eq!(position(ALICE, WENDY).lapses, 8);
		// 3. both count in era 2
		run_eras(2);
		assert_eq!((pool(WENDY).matured, candidate(WENDY).matured_deposit), (5_000, 10_000));
		assert!(!elected().contains(&WENDY));
		next_era();
		assert_eq!(elected(), [WENDY]);
		// 4. what era 3 earns
		next_era();
		assert_eq!(candidate(WENDY).rewards, 1_800 + 10_800);
		let before = free(ALICE);
		assert_ok!(Witnesses::claim(signed(ALICE), WENDY));
		assert_eq!(free(ALICE), before + 5_400);
		// 5. an offence in era 4, from which nothing gets away
		report(WENDY, Perbill::from_percent(10));
		assert_noop!(
			Witnesses::move_votes(signed(ALICE), WENDY, W1, 5_000),
			Error::<Test>::SlashPending
		);
		// 6. the slash
		run_eras(2);
		assert_ok!(Witnesses::unvote(signed(ALICE), WENDY, Balance::MAX));
		assert_eq!(votes(ALICE), 4_500);
		assert_ok!(Witnesses::leave(signed(WENDY)));
		run_eras(6);
		assert_eq!(era(), 12);
		assert_ok!(Witnesses::withdraw(signed(ALICE), WENDY));
		assert_eq!(votes(ALICE), 0);
		// 7. the deposit
		assert_ok!(Witnesses::withdraw_deposit(signed(WENDY)));
		System::assert_last_event(Event::DepositWithdrawn { who: WENDY, deposit: 9_000 }.into());
		assert_eq!(Pools::<Test>::get(WENDY), None);
	});
}

#[test]
fn a_vote_holds_the_coins_and_counts_after_its_maturity() {
	ExtBuilder::default().build_and_execute(|| {
		let before = free(ALICE);
		assert_ok!(vote(ALICE, W1, 500));
		System::assert_last_event(
			Event::Voted { who: ALICE, candidate: W1, amount: 500, era: MATURITY }.into(),
		);
		assert_eq!((free(ALICE), votes(ALICE)), (before - 500, 500));
		assert_eq!((pool(W1).balance, pool(W1).shares, pool(W1).matured), (500, 500, 0));

		next_era();
		assert_eq!(pool(W1).matured, 0);
		next_era();
		assert_eq!(pool(W1).matured, 500);
	});
}

#[test]
fn votes_of_an_era_are_one_tranche_and_those_of_two_eras_are_two() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(vote(ALICE, W1, 300));
		next_era();
		assert_ok!(vote(ALICE, W1, 200));
		let tranche = |shares, era| Tranche { shares, era };
		assert_eq!(position(ALICE, W1).maturing.to_vec(), [tranche(800, 2), tranche(200, 3)]);
		next_era();
		assert_eq!(pool(W1).matured, 800);
		next_era();
		assert_eq!(pool(W1).matured, 1_000);
		// The buckets go with the last who needs them.
		assert_eq!(Buckets::<Test>::iter().count(), 3);
		settle(ALICE, W1);
		assert_eq!(Buckets::<Test>::iter_keys().collect::<Vec<_>>(), [(1 + LIFE, W1)]);
		assert_eq!(position(ALICE, W1).matured, 1_000);
	});
}

#[test]
fn every_vote_renews_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		run_eras(LIFE - 1);
		assert_ok!(vote(ALICE, W1, 100));
		assert_eq!(position(ALICE, W1).lapses, LIFE - 1 + LIFE);
		run_eras(2);
		assert_eq!(pool(W1).matured, 600);
	});
}

#[test]
fn votes_lapse_together_when_their_life_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(vote(BOB, W1, 70_000));
		next_era();
		assert_ok!(Witnesses::renew(signed(BOB), W1));
		run_eras(LIFE - 2);
		assert_eq!(pool(W1).matured, 70_500);
		next_era();
		assert_eq!(pool(W1).matured, 70_000);
		next_era();
		assert_eq!(pool(W1).matured, 0);
		// They stay behind the candidate, where they are slashed but neither vote nor earn.
		assert_eq!(pool(W1).shares, 70_500);
		settle(ALICE, W1);
		assert_eq!((position(ALICE, W1).matured, position(ALICE, W1).lapsed), (0, 500));
	});
}

#[test]
fn lapsed_votes_mature_anew_when_they_are_renewed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		run_eras(LIFE);
		assert_ok!(Witnesses::renew(signed(ALICE), W1));
		System::assert_last_event(
			Event::Renewed { who: ALICE, candidate: W1, lapses: 2 * LIFE }.into(),
		);
		assert_eq!(pool(W1).matured, 0);
		run_eras(MATURITY - 1);
		assert_eq!(pool(W1).matured, 0);
		next_era();
		assert_eq!(pool(W1).matured, 500);
	});
}

#[test]
fn votes_renewed_in_time_go_on_without_a_gap() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		for _ in 0..4 {
			run_eras(LIFE - 1);
			assert_eq!(pool(W1).matured, 500);
			assert_ok!(Witnesses::renew(signed(ALICE), W1));
		}
		next_era();
		assert_eq!(pool(W1).matured, 500);
	});
}

#[test]
fn changed_parameters_never_touch_tranches_already_dated() {
	let slow = |parameters: &mut Parameters<Balance>| {
		parameters.maturity = 9;
		parameters.life = 12;
	};
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		// GIVEN votes that mature in era 9, and parameters with a shorter life than that
		assert_ok!(vote(ALICE, W1, 500));
		let parameters = Parameters { maturity: 1, life: 3, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		run_eras(PARAMETERS_DELAY);
		// WHEN more votes come
		assert_ok!(vote(ALICE, W1, 100));
		// THEN the first still mature when they were to, and vote for an era at least
		assert_eq!(position(ALICE, W1).lapses, 10);
		next_era();
		assert_eq!(pool(W1).matured, 100);
		run_eras(6);
		assert_eq!((era(), pool(W1).matured), (9, 600));
		next_era();
		assert_eq!(pool(W1).matured, 0);
	});
}

#[test]
fn a_candidate_may_vote_for_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(W1, W1, 500));
		assert_eq!(votes(W1), 500);
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT);
	});
}

#[test]
fn a_vote_in_a_slashed_pool_buys_more_shares_of_less_worth() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		slash(W1, Perbill::from_percent(75));
		assert_eq!((pool(W1).balance, pool(W1).shares), (250, 1_000));
		assert_ok!(vote(BOB, W1, 250));
		assert_eq!((pool(W1).balance, pool(W1).shares), (500, 2_000));
		// What was slashed before is not Bob's.
		settle(BOB, W1);
		settle(ALICE, W1);
		assert_eq!(votes(BOB), 250);
		assert_eq!(votes(ALICE), 250);
	});
}

#[test]
fn the_minimum_is_about_everything_that_votes() {
	ExtBuilder::default().build_and_execute(|| {
		for amount in [1, MINIMUM_VOTE - 1] {
			assert_noop!(vote(ALICE, W1, amount), Error::<Test>::BelowMinimumVote);
		}
		assert_ok!(vote(ALICE, W1, MINIMUM_VOTE));
		assert_ok!(vote(ALICE, W1, 1));
		// What unbonds does not vote.
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, Balance::MAX));
		assert_noop!(vote(ALICE, W1, MINIMUM_VOTE - 1), Error::<Test>::BelowMinimumVote);
	});
}

#[test]
fn vote_fails_without_an_amount() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(vote(ALICE, W1, 0), Error::<Test>::AmountIsZero);
		assert_ok!(vote(ALICE, W1, 500));
		assert_noop!(vote(ALICE, W1, 0), Error::<Test>::AmountIsZero);
	});
}

#[test]
fn vote_fails_for_whom_nobody_can_vote() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [BOB, W5, NOBODY] {
			assert_noop!(vote(ALICE, who, 500), Error::<Test>::CandidateNotFound);
		}
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_noop!(vote(ALICE, W1, 500), Error::<Test>::CandidateLeaving);
		// Chilled ones may come back.
		assert_ok!(Witnesses::chill(signed(W2)));
		assert_ok!(vote(ALICE, W2, 500));
	});
}

#[test]
fn vote_fails_while_a_slash_awaits_the_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		report(W1, Perbill::from_percent(1));
		assert_noop!(vote(ALICE, W1, 500), Error::<Test>::SlashPending);
		run_eras(DEFERRAL);
		assert_ok!(vote(ALICE, W1, 500));
	});
}

#[test]
fn vote_fails_beyond_the_most_positions() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [W1, W2, W3] {
			assert_ok!(vote(ALICE, who, 500));
		}
		assert_noop!(vote(ALICE, W4, 500), Error::<Test>::TooManyPositions);
		assert_ok!(vote(ALICE, W3, 500));
		// One that unbonds is one until it is withdrawn.
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 500));
		run_eras(UNBONDING);
		assert_noop!(vote(ALICE, W4, 500), Error::<Test>::TooManyPositions);
		assert_ok!(Witnesses::withdraw(signed(ALICE), W1));
		assert_ok!(vote(ALICE, W4, 500));
	});
}

#[test]
fn vote_fails_in_a_ruined_pool() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 100_000));
		assert_ok!(vote(ALICE, W2, 100_000));
		report(W2, Perbill::from_parts(999_000_000));
		slash(W1, Perbill::from_parts(999_000_001));
		assert_eq!(pool(W1).balance, 99);
		assert_noop!(vote(BOB, W1, 500), Error::<Test>::PoolRuined);
		// A thousandth is enough.
		assert_eq!(pool(W2).balance, 100);
		assert_ok!(vote(BOB, W2, 500));
		assert_eq!(position(BOB, W2).maturing.to_vec()[0].shares, 500_000);
	});
}

#[test]
fn a_ruined_pool_starts_afresh_when_nobody_is_left_in_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 100_000));
		slash(W1, Perbill::one());
		assert_eq!((pool(W1).balance, pool(W1).shares), (0, 100_000));
		assert_noop!(vote(BOB, W1, 500), Error::<Test>::PoolRuined);
		// Shares without coins go when they are settled, by anybody.
		settle(ALICE, W1);
		assert!(!Positions::<Test>::contains_key(ALICE, W1));
		assert_eq!(votes(ALICE), 0);
		assert_eq!(pool(W1).shares, 0);
		assert_ok!(vote(BOB, W1, 500));
		assert_eq!((pool(W1).balance, pool(W1).shares), (500, 500));
		assert_eq!(pool(W1).kept, sp_runtime::FixedU128::from_u32(1));
	});
}

#[test]
fn vote_fails_beyond_the_balance() {
	ExtBuilder::default().build_and_execute(|| {
		let most = START_BALANCE - EXISTENTIAL_DEPOSIT;
		assert_noop!(vote(ALICE, W1, most + 1), TokenError::FundsUnavailable);
		assert_ok!(vote(ALICE, W1, most));
		assert_noop!(vote(ALICE, W1, 1), TokenError::FundsUnavailable);
		assert_noop!(vote(ALICE, W2, Balance::MAX), TokenError::FundsUnavailable);
		assert!(Balances::transfer_allow_death(signed(ALICE), BOB, 1).is_err());
	});
}

#[test]
fn one_coin_is_not_deposit_and_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let free = free(W1);
		assert_noop!(vote(W1, W1, free + 1), TokenError::FundsUnavailable);
		assert_ok!(vote(W1, W1, free - EXISTENTIAL_DEPOSIT));
		assert_noop!(Witnesses::top_up(signed(W1), 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn renew_fails_without_votes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Witnesses::renew(signed(ALICE), W1), Error::<Test>::PositionNotFound);
		assert_noop!(Witnesses::renew(signed(ALICE), BOB), Error::<Test>::CandidateNotFound);
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 500));
		assert_noop!(Witnesses::renew(signed(ALICE), W1), Error::<Test>::AllUnbonding);
	});
}

#[test]
fn renew_fails_for_a_leaving_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_noop!(Witnesses::renew(signed(ALICE), W1), Error::<Test>::CandidateLeaving);
	});
}

#[test]
fn renew_works_while_a_slash_is_pending() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		report(W1, Perbill::from_percent(1));
		assert_ok!(Witnesses::renew(signed(ALICE), W1));
	});
}

#[test]
fn settle_collects_what_was_slashed_whoever_calls_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		let before = free(Treasury::get());
		slash(W1, Perbill::from_percent(10));
		let deposit = DEPOSIT / 10;
		assert_eq!(votes(ALICE), 500);
		assert_eq!(free(Treasury::get()), before + deposit);

		settle(ALICE, W1);
		System::assert_last_event(
			Event::LossCollected { who: ALICE, candidate: W1, amount: 50 }.into(),
		);
		assert_eq!(votes(ALICE), 450);
		assert_eq!(free(Treasury::get()), before + deposit + 50);
		// Once.
		assert_eq!(events_of(|| settle(ALICE, W1)), []);
	});
}

#[test]
fn settle_collects_from_frozen_coins() {
	use frame_support::traits::fungible::MutateFreeze;
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(Balances::set_freeze(&1, &ALICE, START_BALANCE));
		slash(W1, Perbill::from_percent(10));
		settle(ALICE, W1);
		assert_eq!(votes(ALICE), 450);
		assert_ok!(Balances::thaw(&1, &ALICE));
	});
}

#[test]
fn settle_frees_everything_when_the_candidate_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN votes that mature, vote and unbond, with rewards
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(5);
		assert_ok!(vote(ALICE, W1, 300));
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 100));
		assert_ok!(vote(BOB, W1, 200));
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_eq!(votes(ALICE), 5_300);
		// WHEN the candidate has gone
		run_eras(UNBONDING);
		settle(ALICE, W1);
		assert_ok!(Witnesses::withdraw_deposit(signed(W1)));
		assert_noop!(
			Witnesses::register(signed(W1), DEPOSIT, COMMISSION, profile(b"")),
			Error::<Test>::OldPool
		);
		let before = free(ALICE);
		let rewards = position(ALICE, W1).rewards;
		assert!(rewards > 0);
		let events = events_of(|| settle(ALICE, W1));
		// THEN all coins and rewards are free, and the last one closes the door
		assert_eq!(
			events,
			[
				Event::Claimed { who: ALICE, candidate: W1, amount: rewards },
				Event::Withdrawn { who: ALICE, candidate: W1, amount: 5_300 },
			]
		);
		assert_eq!(free(ALICE), before + rewards + 5_300);
		assert!(!Positions::<Test>::contains_key(ALICE, W1));
		assert!(Pools::<Test>::contains_key(W1));
		settle(BOB, W1);
		assert_eq!(Pools::<Test>::get(W1), None);
		assert_eq!(Buckets::<Test>::iter().count(), 0);
		assert_eq!(Voters::<Test>::iter().count(), 0);
		assert_ok!(Witnesses::register(signed(W1), DEPOSIT, COMMISSION, profile(b"")));
	});
}

#[test]
fn settle_fails_where_there_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 500));
		for (voter, candidate) in [(BOB, W1), (ALICE, W2), (W1, ALICE), (NOBODY, NOBODY)] {
			assert_noop!(
				Witnesses::settle(signed(BOB), voter, candidate),
				Error::<Test>::PositionNotFound
			);
		}
	});
}

#[test]
fn voters_calls_need_a_signature() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Witnesses::vote(origin.clone(), W1, 500), BadOrigin);
			assert_noop!(Witnesses::renew(origin.clone(), W1), BadOrigin);
			assert_noop!(Witnesses::move_votes(origin.clone(), W1, W2, 500), BadOrigin);
			assert_noop!(Witnesses::unvote(origin.clone(), W1, 500), BadOrigin);
			assert_noop!(Witnesses::withdraw(origin.clone(), W1), BadOrigin);
			assert_noop!(Witnesses::claim(origin.clone(), W1), BadOrigin);
			assert_noop!(Witnesses::compound(origin.clone(), W1), BadOrigin);
			assert_noop!(Witnesses::settle(origin, ALICE, W1), BadOrigin);
		}
	});
}
