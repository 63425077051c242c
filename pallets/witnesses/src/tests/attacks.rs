//! The attacks that the documentation names.

use super::*;
use frame_support::traits::fungible::Mutate;

#[test]
fn first_depositor_gains_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a pool with the fewest coins that can be left in it
		assert_ok!(vote(ALICE, W4, MINIMUM_VOTE));
		assert_noop!(
			Witnesses::unvote(signed(ALICE), W4, MINIMUM_VOTE - 1),
			Error::<Test>::BelowMinimumVote
		);
		slash(W4, Perbill::from_percent(99));
		assert_eq!((pool(W4).balance, pool(W4).shares), (1, 100));
		// WHEN the next one votes, THEN it buys shares for every planck
		assert_ok!(vote(BOB, W4, 12_345));
		assert_eq!(position(BOB, W4).bonded(), 1_234_500);
		settle(BOB, W4);
		settle(ALICE, W4);
		assert_eq!((votes(ALICE), votes(BOB)), (1, 12_345));
	});
}

#[test]
fn donations_move_no_price() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		let before = (pool(W1), Undivided::<Test>::get(), Unclaimed::<Test>::get());
		// There is no account of a pool. Whoever sends to the others gives to nobody or to their owners.
		for to in [pot(), W1, ALICE] {
			assert_ok!(Balances::transfer_allow_death(signed(BOB), to, 100_000));
		}
		settle(ALICE, W1);
		assert_eq!((pool(W1), Undivided::<Test>::get(), Unclaimed::<Test>::get()), before);
		assert_eq!(votes(ALICE), 1_000);
		let issued = issued();
		next_era();
		assert_eq!(Unclaimed::<Test>::get() + Undivided::<Test>::get(), super::issued() - issued);
	});
}

#[test]
fn splitting_gains_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a pool in which a share is worth an awkward part of a planck
		assert_ok!(vote(CHARLIE, W4, 100_003));
		slash(W4, Perbill::from_parts(617_283_951));
		let lost = 100_003 - pool(W4).balance;
		// WHEN one votes at once and takes back at once, and the other in many steps
		for who in [ALICE, BOB] {
			assert_ok!(vote(who, W4, 100));
		}
		assert_ok!(vote(BOB, W4, 400));
		for _ in 0..100 {
			assert_ok!(vote(ALICE, W4, 4));
		}
		let shares = |who| position(who, W4).shares();
		assert!(shares(ALICE) <= shares(BOB), "{} {}", shares(ALICE), shares(BOB));
		assert_ok!(Witnesses::unvote(signed(BOB), W4, 500));
		for _ in 0..90 {
			assert_ok!(Witnesses::unvote(signed(ALICE), W4, 3));
		}
		assert_ok!(Witnesses::unvote(signed(ALICE), W4, 500));
		run_eras(UNBONDING);
		for who in [ALICE, BOB] {
			assert_ok!(Witnesses::withdraw(signed(who), W4));
		}
		// THEN neither has gained, and the first has not won over the second
		assert!(wealth(ALICE) <= wealth(BOB), "{} {}", wealth(ALICE), wealth(BOB));
		assert!(wealth(BOB) <= START_BALANCE);
		// What they lost to rounding is not worth the fee.
		assert!(wealth(ALICE) + 200 >= START_BALANCE);
		// Nor have all of them together won over the slash.
		settle(CHARLIE, W4);
		let together: Balance = [ALICE, BOB, CHARLIE].map(wealth).iter().sum();
		assert!(together + lost <= 3 * START_BALANCE);
	});
}

#[test]
fn joining_before_a_payout_earns_nothing_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(MATURITY);
		// GIVEN an era that is about to end with a fortune in fees
		pay_fee(500_000);
		run_session();
		run_session();
		assert_ok!(vote(BOB, W1, 900_000));
		let index = pool(W1).index;
		next_era();
		assert!(pool(W1).index > index);
		// THEN who was there gets all of it, and who came for it nothing, not even later
		settle(ALICE, W1);
		assert!(position(ALICE, W1).rewards > 10_000);
		assert_noop!(Witnesses::claim(signed(BOB), W1), Error::<Test>::NothingToClaim);
		next_era();
		assert_noop!(Witnesses::claim(signed(BOB), W1), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn a_cycle_nets_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(ALICE);
		for _ in 0..3 {
			assert_ok!(vote(ALICE, W4, 1_000));
			run_eras(MATURITY);
			assert_ok!(Witnesses::move_votes(signed(ALICE), W4, W1, 1_000));
			assert_ok!(Witnesses::unvote(signed(ALICE), W1, 1_000));
			run_eras(UNBONDING);
			assert_ok!(Witnesses::withdraw(signed(ALICE), W1));
			assert_eq!(wealth(ALICE), before);
		}
	});
}

#[test]
fn a_cycle_in_a_slashed_pool_nets_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for candidate in [W3, W4] {
			assert_ok!(vote(BOB, candidate, 10_007));
			report(candidate, Perbill::from_parts(271_828_182 + candidate as u32));
		}
		run_eras(DEFERRAL);
		let before = wealth(ALICE);
		for _ in 0..5 {
			assert_ok!(vote(ALICE, W4, 1_009));
			assert_ok!(Witnesses::move_votes(signed(ALICE), W4, W3, Balance::MAX));
			assert_ok!(Witnesses::unvote(signed(ALICE), W3, Balance::MAX));
			run_eras(UNBONDING);
			assert_ok!(Witnesses::withdraw(signed(ALICE), W3));
		}
		assert!(wealth(ALICE) <= before && wealth(ALICE) + 15 >= before);
	});
}

#[test]
fn unbonding_evades_no_slash_that_can_still_be_reported() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		// An offence in this very session. Its voter takes everything back at once, and the report comes
		// as late as it may.
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 1_000));
		(0..REPORTABLE_SESSIONS).for_each(|_| run_session());
		report(W1, Perbill::from_percent(50));
		while Witnesses::withdraw(signed(ALICE), W1).is_err() {
			next_era();
		}
		assert_eq!(wealth(ALICE), START_BALANCE - 500);
	});
}

#[test]
fn no_change_of_parameters_lets_votes_out_before_a_slash() {
	let slow = |parameters: &mut Parameters<Balance>| {
		parameters.unbonding = MAX_PERIOD;
		parameters.slash_deferral = 7;
	};
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(BOB, W1, 1_000));
		let reportable = REPORTABLE_SESSIONS.div_ceil(SESSIONS_PER_ERA);
		let shorter = Parameters { unbonding: MAX_PERIOD - reportable, ..PARAMETERS };
		// Not by more than the time in which an offence can be reported.
		assert_noop!(
			Witnesses::set_parameters(
				RuntimeOrigin::root(),
				Parameters { unbonding: shorter.unbonding - 1, ..shorter }
			),
			Error::<Test>::UnbondingOutOfBounds
		);
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), shorter));
		run_eras(PARAMETERS_DELAY - 1);
		// GIVEN a slash deferred for long just before the deferral becomes short
		report(W1, Perbill::from_percent(50));
		next_era();
		// WHEN the votes are taken back under the new parameters
		assert_ok!(Witnesses::unvote(signed(ALICE), W1, 1_000));
		while Witnesses::withdraw(signed(ALICE), W1).is_err() {
			next_era();
		}
		// THEN they have been slashed
		assert_eq!(wealth(ALICE), START_BALANCE - 500);
		// And nothing is deferred for longer than votes taken back before would wait.
		assert_noop!(
			Witnesses::set_parameters(
				RuntimeOrigin::root(),
				Parameters { unbonding: MAX_PERIOD, slash_deferral: 6, ..PARAMETERS }
			),
			Error::<Test>::DeferralOutOfBounds
		);
	});
}

#[test]
fn moving_everything_before_the_report_evades_no_slash() {
	// A candidate that alone is behind itself, and leaves an empty pool to be slashed.
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(W1, W1, 100_000));
		assert_ok!(Witnesses::move_votes(signed(W1), W1, W2, 100_000));
		assert_eq!(pool(W1).shares, 0);
		slash(W1, Perbill::from_percent(20));
		settle(W1, W2);
		assert_eq!(votes(W1), 80_000);
	});
}

#[test]
fn new_votes_in_an_empty_pool_do_not_wash_those_that_moved() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 10_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W2, 10_000));
		slash(W1, Perbill::from_percent(20));
		assert_ok!(vote(BOB, W1, 10_000));
		assert_eq!(pool(W1).kept, sp_runtime::FixedU128::from_rational(8, 10));
		settle(ALICE, W2);
		settle(BOB, W1);
		assert_eq!((votes(ALICE), votes(BOB)), (8_000, 10_000));
	});
}

#[test]
fn a_pool_in_which_no_slash_could_be_measured_takes_no_votes() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN an empty pool of which nothing was kept, and somebody who answers for it
		assert_ok!(vote(ALICE, W1, 10_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W2, 10_000));
		slash(W1, Perbill::one());
		assert_eq!((pool(W1).shares, pool(W1).watchers), (0, 1));
		// THEN nobody votes here who could move on without answering for the next slash
		assert_noop!(vote(BOB, W1, 10_000), Error::<Test>::PoolRuined);
		settle(ALICE, W2);
		assert_eq!(votes(ALICE), 0);
		assert_ok!(vote(BOB, W1, 10_000));
		assert_ok!(Witnesses::move_votes(signed(BOB), W1, W2, 10_000));
		slash(W1, Perbill::from_percent(50));
		settle(BOB, W2);
		assert_eq!(votes(BOB), 5_000);
	});
}

#[test]
fn shares_that_are_worth_nothing_do_not_stop_others_for_good() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W4, MINIMUM_VOTE));
		slash(W4, Perbill::from_percent(99));
		assert_eq!(pool(W4).balance, 1);
		// Rounding takes the last planck, though most would be left of a larger pool.
		slash(W4, Perbill::from_percent(10));
		assert_eq!((pool(W4).balance, pool(W4).shares), (0, MINIMUM_VOTE));
		assert_noop!(vote(BOB, W4, 1_000), Error::<Test>::PoolRuined);
		settle(ALICE, W4);
		assert_ok!(vote(BOB, W4, 1_000));
		assert_eq!(position(BOB, W4).bonded(), 1_000);
	});
}

#[test]
fn hopping_evades_no_slash() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(vote(ALICE, W4, 1_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W2, 1_000));
		next_era();
		// Not a second time, neither further nor with others,
		for (from, to) in [(W2, W3), (W4, W2)] {
			assert_noop!(
				Witnesses::move_votes(signed(ALICE), from, to, 1_000),
				Error::<Test>::StillCarrying
			);
		}
		// nor out, nor by hiding among more votes.
		assert_ok!(vote(ALICE, W2, 9_000));
		assert_ok!(Witnesses::unvote(signed(ALICE), W2, Balance::MAX));
		slash(W1, Perbill::from_percent(50));
		assert_noop!(Witnesses::withdraw(signed(ALICE), W2), Error::<Test>::NothingToWithdraw);
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw(signed(ALICE), W2));
		assert_eq!((votes(ALICE), wealth(ALICE)), (1_000, START_BALANCE - 500));
	});
}

#[test]
fn moving_to_an_accomplice_that_leaves_evades_no_slash() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W4, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		(0..REPORTABLE_SESSIONS).for_each(|_| run_session());
		report(W1, Perbill::from_percent(50));
		while Witnesses::withdraw_deposit(signed(W4)).is_err() {
			next_era();
		}
		settle(ALICE, W4);
		assert_eq!((votes(ALICE), wealth(ALICE)), (0, START_BALANCE - 500));
	});
}

#[test]
fn an_accomplice_that_leaves_sooner_evades_no_slash() {
	let slow = |parameters: &mut Parameters<Balance>| parameters.unbonding = UNBONDING + 2;
	ExtBuilder::default().parameters(slow).build_and_execute(|| {
		// GIVEN votes that answer until era 9, behind a candidate that may be gone in era 8
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), PARAMETERS));
		next_era();
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W4, 1_000));
		next_era();
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		// THEN they are not free before they have answered, in no way
		settle(ALICE, W4);
		assert_noop!(Witnesses::withdraw(signed(ALICE), W4), Error::<Test>::NothingToWithdraw);
		assert_ok!(Witnesses::unvote(signed(ALICE), W4, 1_000));
		assert_noop!(Witnesses::withdraw(signed(ALICE), W4), Error::<Test>::NothingToWithdraw);
		assert_eq!(votes(ALICE), 1_000);
		next_era();
		settle(ALICE, W4);
		assert_eq!((votes(ALICE), wealth(ALICE)), (0, START_BALANCE));
	});
}

#[test]
fn hoarded_votes_surprise_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		// GIVEN a fortune behind a candidate that has never been renewed
		assert_ok!(vote(ALICE, W4, 900_000));
		run_eras(LIFE);
		next_era();
		assert!(!elected().contains(&W4));
		// WHEN it is brought back
		assert_ok!(Witnesses::renew(signed(ALICE), W4));
		// THEN everybody has as long to see it as if it were new
		for _ in 0..MATURITY {
			assert!(!elected().contains(&W4) && !planned().contains(&W4));
			next_era();
		}
		next_era();
		assert!(elected().contains(&W4));
	});
}

#[test]
fn a_fresh_majority_changes_nothing_before_it_has_matured() {
	ExtBuilder::default().build_and_execute(|| {
		let rich = [W5, W6, W7];
		for who in [ALICE, BOB, CHARLIE] {
			assert_ok!(vote(who, W1, 300));
		}
		run_eras(MATURITY);
		let before = elected();
		// GIVEN candidates with 50 times the deposit and votes of all others
		for (voter, candidate) in [(ALICE, W5), (BOB, W6)] {
			let deposit = 400_000;
			assert_ok!(Witnesses::register(signed(candidate), deposit, COMMISSION, profile(b"")));
			assert_ok!(vote(voter, candidate, 900_000));
		}
		// THEN the witnesses stay the same for as long as votes mature
		for _ in 0..MATURITY {
			assert_eq!((elected(), planned()), (before.clone(), before.clone()));
			next_era();
		}
		assert_eq!(elected(), before);
		next_era();
		assert!(rich[..2].iter().all(|who| elected().contains(who)));
		// And moving the fortune starts it all over.
		let before = elected();
		assert_ok!(Witnesses::move_votes(signed(ALICE), W5, W4, 900_000));
		assert_eq!(pool(W4).matured, 0);
		for _ in 0..MATURITY {
			assert!(!elected().contains(&W4));
			next_era();
		}
		assert!(before.contains(&W6) && elected().contains(&W6));
	});
}

#[test]
fn nothing_is_left_behind() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CHARLIE] {
			for candidate in [W1, W2] {
				assert_ok!(vote(who, candidate, 1_000));
			}
			next_era();
		}
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W3, 500));
		run_eras(LIFE);
		for who in [ALICE, BOB, CHARLIE] {
			for candidate in [W1, W2, W3] {
				let _ = Witnesses::unvote(signed(who), candidate, Balance::MAX);
			}
		}
		run_eras(UNBONDING);
		for who in [ALICE, BOB, CHARLIE] {
			for candidate in [W1, W2, W3] {
				let _ = Witnesses::withdraw(signed(who), candidate);
			}
			assert_eq!(votes(who), 0);
		}
		assert_eq!(Positions::<Test>::iter().count(), 0);
		assert_eq!(Voters::<Test>::iter().count(), 0);
		assert_eq!(Buckets::<Test>::iter().count(), 0);
		for candidate in [W1, W2, W3] {
			assert_eq!((pool(candidate).balance, pool(candidate).shares), (0, 0));
			assert_eq!((pool(candidate).matured, pool(candidate).watchers), (0, 0));
		}
	});
}

#[test]
fn settling_others_harms_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB] {
			assert_ok!(vote(who, W1, 7_001));
		}
		for step in 0..LIFE {
			next_era();
			settle(ALICE, W1);
			if step == 3 {
				report(W1, Perbill::from_percent(7));
			}
		}
		settle(BOB, W1);
		assert_eq!(votes(ALICE), votes(BOB));
		let (alice, bob) = (position(ALICE, W1).rewards, position(BOB, W1).rewards);
		assert!(alice <= bob && bob < alice + Balance::from(LIFE));
	});
}

#[test]
fn coins_of_the_pot_are_not_for_voting() {
	ExtBuilder::default().build_and_execute(|| {
		// Rewards that nobody has claimed are behind nobody, whoever mints into the pot.
		assert_ok!(vote(ALICE, W1, 1_000));
		run_eras(MATURITY + 1);
		let before = (pool(W1).balance, pool(W1).matured);
		assert_ok!(Balances::transfer_allow_death(signed(BOB), pot(), 1_000));
		assert_ok!(<Balances as Mutate<_>>::transfer(
			&CHARLIE,
			&pot(),
			1_000,
			frame_support::traits::tokens::Preservation::Preserve
		));
		assert_eq!((pool(W1).balance, pool(W1).matured), before);
	});
}
