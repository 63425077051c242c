use super::*;
use frame_support::traits::{
	fungible::{Inspect, Mutate},
	tokens::{Fortitude, Precision, Preservation},
	RewardsReporter,
};
use pallet_authorship::EventHandler;

/// What may be issued in the first year: a tenth of all there is.
const BUDGET: Balance = 1_200_002;
/// What is issued for the sixteen blocks of the first era.
const FIRST_ERA: Balance = 19_200;
/// What is issued for the fifteen blocks of every other era of the first year.
const ERA: Balance = 18_000;

fn divisions() -> Vec<(EraIndex, Balance, Balance, Balance)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::RewardsDivided { era, issued, divided, undivided } => {
				Some((era, issued, divided, undivided))
			}
			_ => None,
		})
		.collect()
}

/// Lets `era` end with points for nobody but those given.
fn end_era_with(points: &[(AccountId, u32)]) {
	let _ = Points::<Test>::clear(u32::MAX, None);
	Witnesses::reward_by_ids(points.to_vec());
	let before = era();
	while era() == before {
		System::set_block_number(System::block_number() + BLOCKS_PER_SESSION);
		rotate_session();
	}
}

fn claimable(voter: AccountId, candidate: AccountId) -> Balance {
	Witnesses::position(voter, candidate).map_or(0, |view| view.claimable)
}

#[test]
fn authors_and_others_earn_points() {
	ExtBuilder::default().build_and_execute(|| {
		Witnesses::note_author(W1);
		Witnesses::note_author(W1);
		Witnesses::reward_by_ids([(W1, 3), (W2, 7)]);
		assert_eq!(Points::<Test>::get(W1), 43);
		assert_eq!(Points::<Test>::get(W2), 7);
		// At the top they stay.
		Witnesses::reward_by_ids([(W2, u32::MAX)]);
		assert_eq!(Points::<Test>::get(W2), u32::MAX);
	});
}

#[test]
fn only_candidates_earn_points() {
	ExtBuilder::default().build_and_execute(|| {
		Witnesses::note_author(ALICE);
		Witnesses::reward_by_ids([(NOBODY, 1), (W5, 1)]);
		assert_eq!(Points::<Test>::iter().count(), 0);
	});
}

#[test]
fn rewards_are_divided_by_points() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		// Of 15 blocks the third of three witnesses makes one in each session.
		assert_eq!(candidate(W1).rewards, FIRST_ERA * 6 / 15);
		assert_eq!(candidate(W2).rewards, FIRST_ERA * 6 / 15);
		assert_eq!(candidate(W3).rewards, FIRST_ERA * 3 / 15);
		assert_eq!(Unclaimed::<Test>::get(), FIRST_ERA);
		assert_eq!(Balances::balance(&pot()), FIRST_ERA + EXISTENTIAL_DEPOSIT);
		assert_eq!(divisions(), vec![(0, FIRST_ERA, FIRST_ERA, 0)]);
	});
}

#[test]
fn a_witness_shares_with_its_voters_by_weight() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 20_000));
		assert_ok!(vote(BOB, W1, 10_000));
		run_eras(MATURITY);
		let before = candidate(W1).rewards;
		end_era_with(&[(W1, 1)]);
		// WHEN one witness earns everything, THEN it keeps a tenth as commission, and of the rest the
		// part of its deposit: a quarter
		let rest = ERA - ERA / 10;
		assert_eq!(candidate(W1).rewards, before + ERA / 10 + rest / 4);
		assert_eq!(claimable(ALICE, W1), rest / 2);
		assert_eq!(claimable(BOB, W1), rest / 4);
		assert_eq!(Undivided::<Test>::get(), 0);

		let free_before = free(ALICE);
		assert_ok!(Witnesses::claim(signed(ALICE), W1));
		assert_eq!(free(ALICE), free_before + rest / 2);
	});
}

#[test]
fn a_commission_is_rounded_down() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY);
		pay_fee(8);
		end_era_with(&[(W1, 1)]);
		// Of 18,008 the commission is 1,800, and half of the rest is the voter's.
		assert_eq!(claimable(ALICE, W1), 8_104);
	});
}

#[test]
fn votes_earn_from_maturity_until_they_lapse() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		for _ in 0..MATURITY {
			end_era_with(&[(W1, 1)]);
			assert_eq!(claimable(ALICE, W1), 0);
		}
		let each = (ERA - ERA / 10) / 2;
		for era in MATURITY..LIFE {
			end_era_with(&[(W1, 1)]);
			assert_eq!(claimable(ALICE, W1), each * Balance::from(era + 1 - MATURITY));
		}
		let all = claimable(ALICE, W1);
		end_era_with(&[(W1, 1)]);
		assert_eq!(claimable(ALICE, W1), all);
	});
}

#[test]
fn voters_of_a_witness_that_takes_everything_get_the_rest() {
	let all = Perbill::one();
	let candidates = [(W1, DEPOSIT, all), (W2, DEPOSIT, all)];
	let parameters = |p: &mut Parameters<Balance>| p.highest_commission = all;
	ExtBuilder::default().parameters(parameters).candidates(&candidates).build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		run_eras(MATURITY);
		end_era_with(&[(W1, 1)]);
		assert_eq!(claimable(ALICE, W1), 0);
	});
}

#[test]
fn few_votes_earn_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN votes that were slashed below the minimum
		assert_ok!(vote(ALICE, W1, MINIMUM_VOTE));
		assert_eq!(DEFERRAL, MATURITY);
		slash(W1, Perbill::from_percent(1));
		let before = candidate(W1).rewards;
		end_era_with(&[(W1, 1)]);
		assert_eq!(candidate(W1).rewards, before + ERA);
		assert_eq!(pool(W1).index, 0.into());

		// WHEN they are enough again, THEN they earn
		assert_ok!(vote(BOB, W1, 1_000));
		run_eras(MATURITY);
		end_era_with(&[(W1, 1)]);
		assert!(claimable(BOB, W1) > 0 && claimable(ALICE, W1) > 0);
	});
}

#[test]
fn voters_of_a_frozen_pool_earn_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, 10_000));
		run_eras(MATURITY);
		next_era();
		assert_eq!(elected(), vec![W1, W2, W4]);
		assert_ok!(Witnesses::leave(signed(W4)));
		next_era();
		assert!(pool(W4).frozen);
		let (claimable_before, before) = (claimable(ALICE, W4), candidate(W4).rewards);
		// A late report of work is the candidate's alone.
		end_era_with(&[(W4, 1)]);
		assert_eq!(claimable(ALICE, W4), claimable_before);
		assert_eq!(candidate(W4).rewards, before + ERA);
	});
}

#[test]
fn an_era_without_work_issues_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		pay_fee(700);
		end_era_with(&[]);
		assert_eq!(divisions(), vec![]);
		assert_eq!(Balances::total_issuance(), first_issuance());
		// The fees wait.
		assert_eq!(Undivided::<Test>::get(), 700);
		end_era_with(&[(W1, 1)]);
		assert_eq!(candidate(W1).rewards, ERA + 700);
	});
}

#[test]
fn fees_are_divided_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		pay_fee(1_500);
		assert_eq!(Undivided::<Test>::get(), 1_500);
		assert_eq!(Balances::balance(&pot()), 1_500 + EXISTENTIAL_DEPOSIT);
		next_era();
		assert_eq!(candidate(W3).rewards, (FIRST_ERA + 1_500) / 5);
		assert_eq!(divisions(), vec![(0, FIRST_ERA, FIRST_ERA + 1_500, 0)]);
	});
}

#[test]
fn what_witnesses_lose_when_an_era_begins_is_divided_when_it_ends() {
	ExtBuilder::default().build_and_execute(|| {
		SlashesAreFees::set(&true);
		// GIVEN a fine and a slash at the start of the same era
		next_era();
		report(W2, Perbill::from_percent(10));
		next_era_without(&[W2]);
		assert_eq!(Undivided::<Test>::get(), 0);
		next_era_without(&[W1]);
		assert_eq!(candidate(W2).deposit, DEPOSIT - DEPOSIT / 10);
		assert_eq!(candidate(W1).deposit, DEPOSIT - DEPOSIT / 100);
		let lost = (DEPOSIT / 10) + (DEPOSIT / 100);
		// THEN it comes on top of what the division before left
		assert_eq!(Undivided::<Test>::get(), lost);
		let before = candidate(W3).rewards;
		end_era_with(&[(W3, 1)]);
		assert_eq!(candidate(W3).rewards, before + ERA + lost);
	});
}

#[test]
fn what_cannot_be_divided_waits() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 7_001));
		assert_ok!(vote(BOB, W1, 3_334));
		run_eras(MATURITY);
		end_era_with(&[(W1, 3), (W2, 2), (W3, 2)]);
		let undivided = Undivided::<Test>::get();
		assert!(undivided > 0 && undivided < 5);
		// Voters may leave a planck each, and no more is promised than can be paid.
		let promised = Unclaimed::<Test>::get();
		let rewards: Balance = [W1, W2, W3].map(|who| candidate(who).rewards).iter().sum();
		let claims = claimable(ALICE, W1) + claimable(BOB, W1);
		assert!(rewards + claims <= promised && promised <= rewards + claims + 2);
	});
}

#[test]
fn two_eras_are_never_worth_more_than_was_promised() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN an index that is a third of a planck in each era
		let parameters = |minimum_vote| Parameters { minimum_vote, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters(10)));
		run_eras(PARAMETERS_DELAY);
		assert_ok!(vote(ALICE, W1, 13));
		assert_ok!(vote(BOB, W1, 17));
		run_eras(MATURITY);
		for _ in MATURITY..LIFE {
			end_era_with(&[(W1, 1), (W2, 999), (W3, 999)]);
			// The invariants compare what can be claimed with what was divided.
			assert_ok!(Witnesses::do_try_state());
		}
		let _ = Witnesses::claim(signed(ALICE), W1);
		let _ = Witnesses::claim(signed(BOB), W1);
	});
}

#[test]
fn a_part_that_nobody_can_get_waits() {
	ExtBuilder::default().build_and_execute(|| {
		// As if a candidate had gone with points.
		Points::<Test>::insert(NOBODY, 1);
		Points::<Test>::insert(W1, 1);
		System::set_block_number(System::block_number() + BLOCKS_PER_ERA);
		(0..SESSIONS_PER_ERA).for_each(|_| rotate_session());
		assert_eq!(candidate(W1).rewards, FIRST_ERA / 2);
		assert_eq!(Undivided::<Test>::get(), FIRST_ERA / 2);
	});
}

#[test]
fn who_withdraws_the_deposit_forgoes_points() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING);
		Witnesses::reward_by_ids([(W4, 1_000)]);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		assert_eq!(Points::<Test>::get(W4), 0);
	});
}

#[test]
fn a_year_issues_its_budget_at_most() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(CurrentYear::<Test>::get(), Year { index: 0, budget: BUDGET, issued: 0 });
		// The last era of the year ends in block 991: nine blocks are the next year's.
		while System::block_number() + BLOCKS_PER_ERA < BLOCKS_PER_YEAR {
			next_era();
		}
		let year = CurrentYear::<Test>::get();
		assert_eq!(year.issued, issued());
		assert_eq!(year.issued, FIRST_ERA + 65 * ERA);
		assert!(year.issued < BUDGET);

		// WHEN the next year begins, THEN half the part of what there is now is its budget
		let total = Balances::total_issuance();
		next_era();
		let year = CurrentYear::<Test>::get();
		assert_eq!((year.index, year.budget), (1, total / 20));
		assert_eq!(year.issued, total / 20 * 15 / 1_000);
		let total = Balances::total_issuance();
		// The fourth year would be below the least.
		System::set_block_number(3 * BLOCKS_PER_YEAR);
		next_era();
		let year = CurrentYear::<Test>::get();
		assert_eq!((year.index, year.budget), (3, total / 50));
	});
}

#[test]
fn an_era_longer_than_a_year_issues_the_budget_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(4 * BLOCKS_PER_YEAR + 10);
		end_era_with(&[(W1, 1)]);
		let year = CurrentYear::<Test>::get();
		assert_eq!((year.index, year.issued), (4, year.budget));
		assert_eq!(issued(), year.budget);
		// Nothing is left for the rest of the year.
		end_era_with(&[(W1, 1)]);
		assert_eq!(issued(), year.budget);
		assert_eq!(CurrentYear::<Test>::get(), year);
	});
}

#[test]
fn fees_that_the_pot_cannot_take_are_burnt() {
	ExtBuilder::default().build().execute_with(|| {
		let (keep, exact) = (Preservation::Expendable, Precision::Exact);
		assert_ok!(Balances::burn_from(
			&pot(),
			EXISTENTIAL_DEPOSIT,
			keep,
			exact,
			Fortitude::Polite
		));
		let before = Balances::total_issuance();
		pay_fee(EXISTENTIAL_DEPOSIT - 1);
		assert_eq!(Balances::total_issuance(), before - EXISTENTIAL_DEPOSIT + 1);
		assert_eq!(Undivided::<Test>::get(), 0);
		pay_fee(EXISTENTIAL_DEPOSIT);
		assert_eq!(Undivided::<Test>::get(), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn rewards_divide_whatever_the_amounts() {
	use proptest::prelude::*;
	let case = (
		0..1_000_000_000u128,
		proptest::collection::vec(0..=1_000u32, 3),
		proptest::collection::vec(MINIMUM_VOTE..START_BALANCE - 100, 3),
		0..=50u32,
	);
	proptest!(ProptestConfig::with_cases(64), |((fee, points, votes, percent) in case)| {
		let commission = Perbill::from_percent(percent);
		let candidates = [W1, W2, W3].map(|who| (who, DEPOSIT, commission));
		ExtBuilder::default().candidates(&candidates).build_and_execute(|| {
			for (who, amount) in [ALICE, BOB, CHARLIE].into_iter().zip(votes) {
				assert_ok!(vote(who, W1, amount));
			}
			run_eras(MATURITY);
			pay_fee(fee.min(START_BALANCE - EXISTENTIAL_DEPOSIT));
			for _ in 0..3 {
				let points: Vec<_> = [W1, W2, W3].into_iter().zip(points.iter().copied()).collect();
				end_era_with(&points);
			}
			// All that was promised can be paid.
			for who in [ALICE, BOB, CHARLIE] {
				let due = claimable(who, W1);
				let before = free(who);
				if due > 0 {
					assert_ok!(Witnesses::claim(signed(who), W1));
				}
				assert_eq!(free(who), before + due);
			}
			for who in [W1, W2, W3] {
				if candidate(who).rewards > 0 {
					assert_ok!(Witnesses::claim_as_candidate(signed(who)));
				}
			}
			// A planck for each voter is left at most in each era.
			assert!(Unclaimed::<Test>::get() <= 3 * 6);
		});
	});
}
