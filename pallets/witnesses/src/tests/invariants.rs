//! The checks of the invariants find what they look for.

use super::*;
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	traits::fungible::{Mutate, MutateHold, UnbalancedHold},
};

/// Votes that have matured, mature, unbond and have moved, beside a slash and a candidate that has left.
fn busy(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(vote(ALICE, W1, 5_000));
		run_eras(MATURITY + 1);
		assert_ok!(vote(BOB, W4, 1_000));
		assert_ok!(vote(ALICE, W1, 500));
		assert_ok!(vote(ALICE, W2, 1_000));
		assert_ok!(Witnesses::unvote(signed(ALICE), W2, 300));
		assert_ok!(Witnesses::move_votes(signed(ALICE), W1, W3, 1_000));
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_ok!(Witnesses::top_up(signed(W3), 1_000));
		report(W1, Perbill::from_percent(10));
		test();
	});
}

/// Breaks something, expects the checks to say so, and undoes it.
fn breaks(expected: &'static str, damage: impl FnOnce()) {
	busy(|| {
		let found = with_transaction(|| {
			damage();
			let found = Witnesses::do_try_state();
			TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(found))
		});
		assert_eq!(found, Ok(Err(expected.into())));
	});
}

fn break_position(expected: &'static str, damage: impl FnOnce(&mut PositionOf<Test>)) {
	breaks(expected, || {
		Positions::<Test>::mutate_exists(ALICE, W1, |position| damage(position.as_mut().unwrap()));
	});
}

fn break_pool(expected: &'static str, who: AccountId, damage: impl FnOnce(&mut PoolOf<Test>)) {
	breaks(expected, || Pools::<Test>::mutate_extant(who, damage));
}

fn break_candidate(expected: &'static str, damage: impl FnOnce(&mut CandidateOf<Test>)) {
	breaks(expected, || Candidates::<Test>::mutate_extant(W1, damage));
}

fn break_bucket(
	expected: &'static str,
	era: EraIndex,
	who: AccountId,
	damage: impl FnOnce(&mut BucketOf<Test>),
) {
	breaks(expected, || Buckets::<Test>::mutate(era, who, damage));
}

#[test]
fn broken_positions_are_found() {
	break_position("witnesses: a position without shares", |position| {
		position.matured = 0;
		position.maturing.clear();
	});
	break_position("witnesses: a position without coins", |position| position.held = 0);
	let tranches = |eras: [EraIndex; 2], shares| -> TranchesOf<Balance, _> {
		eras.map(|era| Tranche { shares, era }).to_vec().try_into().unwrap()
	};
	break_position("witnesses: tranches out of order", |position| {
		position.unbonding = tranches([9, 8], 1);
	});
	break_position("witnesses: tranches out of order", |position| {
		position.maturing = tranches([5, 5], 1);
	});
	break_position("witnesses: an empty tranche", |position| {
		position.unbonding = tranches([8, 9], 0);
	});
	break_position("witnesses: votes lapse before they mature", |position| {
		position.maturing = tranches([5, position.lapses], 1);
	});
	break_position("witnesses: a position that watches its own pool", |position| {
		let kept = sp_runtime::FixedU128::from_u32(1);
		position.carried = Some(Carried { from: W1, shares: 1, kept, until: 9 });
	});
	breaks("witnesses: a position that cannot be brought up to date", || Pools::<Test>::remove(W4));
	break_position("witnesses: a sum out of range", |position| position.rewards = Balance::MAX);
	breaks("witnesses: a position without its bucket", || Buckets::<Test>::remove(11, W1));
}

#[test]
fn broken_pools_are_found() {
	let shares = "witnesses: shares are not those of the positions";
	break_pool(shares, W1, |pool| pool.shares += 1);
	break_position(shares, |position| position.lapsed += 1);
	break_pool("witnesses: matured shares are not those that vote", W1, |pool| pool.matured += 1);
	break_pool("witnesses: a share worth more than one", W1, |pool| pool.balance += 1);
	break_pool("witnesses: watchers of a pool", W1, |pool| pool.watchers += 1);
	break_pool("witnesses: a slash that gave", W1, |pool| pool.kept = pool.kept + pool.kept);
	breaks("witnesses: a position without a pool", || {
		Pools::<Test>::mutate_extant(W1, |pool| pool.watchers -= 1);
		Positions::<Test>::mutate_exists(ALICE, W3, |position| {
			position.as_mut().unwrap().carried.as_mut().unwrap().from = W6;
		});
	});
}

#[test]
fn broken_buckets_are_found() {
	let sums = "witnesses: a bucket that is not the sum of the positions";
	break_bucket(sums, 5, W1, |bucket| bucket.maturing += 1);
	break_bucket(sums, 11, W1, |bucket| bucket.lapsing += 1);
	break_bucket("witnesses: watchers of a bucket", 9, W1, |bucket| bucket.watchers += 1);
	break_bucket("witnesses: an empty bucket", 17, W1, |_| ());
	break_bucket("witnesses: a snapshot of the future", 11, W1, |bucket| {
		bucket.snapshot = Some(Snapshot { index: Default::default(), kept: Default::default() });
	});
	break_bucket("witnesses: an era without a snapshot", 1, W1, |bucket| {
		bucket.maturing_deposit = 1;
	});
	break_bucket("witnesses: a deposit that does not mature", 17, W5, |bucket| {
		bucket.maturing_deposit = 1;
	});
	break_bucket("witnesses: a deposit that does not mature", 1, W4, |bucket| {
		bucket.maturing_deposit = 1;
	});
}

#[test]
fn broken_voters_are_found() {
	breaks("witnesses: the number of a voter's positions", || {
		Voters::<Test>::mutate(ALICE, |voter| voter.positions += 1);
	});
	breaks("witnesses: a voter without positions", || {
		Voters::<Test>::insert(CHARLIE, Voter::default());
	});
	breaks("witnesses: a position of an unknown voter", || Voters::<Test>::remove(BOB));
	let reason = || HoldReason::Vote.into();
	breaks("witnesses: votes that are not on hold", || {
		assert_ok!(Balances::decrease_balance_on_hold(
			&reason(),
			&ALICE,
			1,
			frame_support::traits::tokens::Precision::Exact
		));
	});
	breaks("witnesses: votes that are not on hold", || {
		assert_ok!(Balances::hold(&reason(), &CHARLIE, 1));
	});
	break_position("witnesses: votes that are not on hold", |position| position.held += 1);
}

#[test]
fn broken_candidates_are_found() {
	break_candidate("witnesses: a deposit that counts is not there", |candidate| {
		candidate.matured_deposit += 1;
	});
	break_candidate("witnesses: a deposit that never counts", |candidate| {
		candidate.matured_deposit -= 1;
	});
	break_candidate("witnesses: two candidates of one number", |candidate| candidate.number = 1);
	break_candidate("witnesses: a number yet to be given", |candidate| candidate.number = 4);
	breaks("witnesses: a candidate without a profile", || Profiles::<Test>::remove(W1));
	breaks("witnesses: a candidate without a pool", || {
		Pools::<Test>::insert(W5, pool(W4));
		Candidates::<Test>::insert(W6, CandidateOf::<Test> { number: 3, ..candidate(W1) });
		Candidates::<Test>::remove(W4);
		Profiles::<Test>::insert(W6, Profiles::<Test>::take(W4).unwrap());
		Pools::<Test>::remove(W5);
	});
	breaks("witnesses: a profile without a candidate", || {
		Profiles::<Test>::insert(W6, Profiles::<Test>::get(W4).unwrap());
	});
	let reason = || HoldReason::Deposit.into();
	breaks("witnesses: a deposit that is not on hold", || {
		assert_ok!(Balances::hold(&reason(), &ALICE, 1));
	});
	breaks("witnesses: a deposit that is not on hold", || {
		assert_ok!(Balances::hold(&reason(), &W1, 1));
	});
}

#[test]
fn a_broken_list_is_found() {
	let list = |change: fn(&mut Vec<AccountId>)| {
		let mut listed = Listed::<Test>::get().into_inner();
		change(&mut listed);
		Listed::<Test>::put(frame_support::BoundedVec::truncate_from(listed));
	};
	breaks("witnesses: a candidate listed twice", || list(|listed| listed.push(W1)));
	breaks("witnesses: somebody listed who is no candidate", || list(|listed| listed.push(W5)));
	breaks("witnesses: the list of candidates", || list(|listed| listed.retain(|who| *who != W2)));
	breaks("witnesses: the list of candidates", || list(|listed| listed.push(W4)));
	break_pool("witnesses: a pool neither listed nor frozen", W4, |pool| pool.frozen = false);
	breaks("witnesses: a pool that nobody needs", || {
		Pools::<Test>::insert(W5, PoolOf::<Test> { frozen: true, ..Default::default() });
	});
}

#[test]
fn broken_rewards_are_found() {
	breaks("witnesses: more can be claimed than was divided", || {
		Unclaimed::<Test>::mutate(|unclaimed| *unclaimed /= 2);
	});
	break_candidate("witnesses: more can be claimed than was divided", |candidate| {
		candidate.rewards += 10_000;
	});
	breaks("witnesses: the pot is short", || {
		Undivided::<Test>::mutate(|undivided| *undivided += 1)
	});
	breaks("witnesses: the pot is short", || {
		assert_ok!(Balances::burn_from(
			&pot(),
			1,
			frame_support::traits::tokens::Preservation::Preserve,
			frame_support::traits::tokens::Precision::Exact,
			frame_support::traits::tokens::Fortitude::Polite
		));
	});
	breaks("witnesses: more was issued than the budget", || {
		CurrentYear::<Test>::mutate(|year| year.issued = year.budget + 1);
	});
}

#[test]
fn broken_slashes_are_found() {
	let slash = || Slash { fraction: Perbill::one(), reporter: None };
	breaks("witnesses: a slash that was not applied", || {
		Slashes::<Test>::insert(era(), W1, slash());
	});
	breaks("witnesses: the number of pending slashes", || {
		Slashes::<Test>::insert(era() + 1, W2, slash());
	});
	breaks("witnesses: the number of pending slashes", || PendingSlashes::<Test>::remove(W1));
	breaks("witnesses: a slash of nobody", || {
		Slashes::<Test>::insert(era() + 1, W6, slash());
		PendingSlashes::<Test>::insert(W6, 1);
	});
}

#[test]
fn broken_witnesses_are_found() {
	let twice = || frame_support::BoundedVec::truncate_from(vec![W1, W2, W3, W1]);
	breaks("witnesses: somebody elected twice", || Elected::<Test>::put(twice()));
	breaks("witnesses: somebody elected twice", || Planned::<Test>::put(twice()));
	breaks("witnesses: points of nobody", || Points::<Test>::insert(ALICE, 1));
	let wrong = || Parameters { minimum_vote: 0, ..PARAMETERS };
	breaks("witnesses: parameters out of bounds", || CurrentParameters::<Test>::put(wrong()));
	breaks("witnesses: parameters out of bounds", || NextParameters::<Test>::put((9, wrong())));
}
