//! Checks of the invariants. Natively they are always there, so that the tests of other crates can end
//! with them.

use crate::{
	positions::{Entry, Opened},
	*,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use sp_runtime::{
	traits::{CheckedAdd, One, Saturating, Zero},
	FixedU128, TryRuntimeError,
};

/// What positions count for in a pool.
#[derive(Default)]
struct InPool<Balance> {
	shares: Balance,
	voting: Balance,
	worth: Balance,
	watchers: u32,
}

/// What positions count for in a bucket.
#[derive(Default)]
struct InBucket<Balance> {
	entry: Entry<Balance>,
	watchers: u32,
}

/// What a voter has in all positions.
#[derive(Default)]
struct OfVoter<Balance> {
	held: Balance,
	positions: u32,
}

/// What all positions add up to.
struct Sums<T: Config> {
	pools: BTreeMap<T::AccountId, InPool<BalanceOf<T>>>,
	buckets: BTreeMap<(EraIndex, T::AccountId), InBucket<BalanceOf<T>>>,
	voters: BTreeMap<T::AccountId, OfVoter<BalanceOf<T>>>,
	claimable: BalanceOf<T>,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	///
	/// 1. A position has shares and coins or neither; its tranches have shares and are in the order of
	///    their eras; nothing lapses before it has matured; and it can be brought up to date.
	/// 2. The shares of a pool are those of its positions, and those that vote are `matured` unless the
	///    pool is frozen. A share is never worth more than one, and what all positions are worth is no
	///    more than the pool's balance.
	/// 3. A bucket holds the tranches that mature and the positions that lapse in its era, and nobody
	///    keeps one that is empty. It has a snapshot once its era has begun in a pool that is not frozen,
	///    and none before.
	/// 4. A pool and the bucket of the era in which they stop count the positions that answer for the
	///    pool.
	/// 5. A voter has on hold what its positions say, and the number of them is known.
	/// 6. A candidate has on hold what its record says, no more of it counts than that, and all of it
	///    will. Whoever is no candidate has none on hold. Every candidate has a profile, a pool and a
	///    number of its own.
	/// 7. The list holds every candidate that is not leaving or still serves, once, and the pools of all
	///    others are frozen. A pool without a candidate has votes or somebody who answers for it.
	/// 8. The pot holds the undivided and the unclaimed rewards beside its existential deposit, and what
	///    can be claimed is no more than the unclaimed.
	/// 9. No more was issued in a year than its budget.
	/// 10. The slashes that await a candidate are those whose era has not begun.
	/// 11. Nobody is elected or planned twice, only candidates have points, and the parameters lie within
	///     their bounds.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let sums = Self::try_state_positions()?;
		Self::try_state_pools(&sums)?;
		Self::try_state_buckets(&sums)?;
		Self::try_state_voters(&sums)?;
		Self::try_state_candidates()?;
		Self::try_state_list()?;
		Self::try_state_rewards(&sums)?;
		Self::try_state_slashes()?;
		Self::try_state_witnesses()
	}

	/// Invariant 1, and what the others need to know of positions.
	fn try_state_positions() -> Result<Sums<T>, TryRuntimeError> {
		let now = CurrentEra::<T>::get();
		let mut sums = Sums::<T> {
			pools: BTreeMap::new(),
			buckets: BTreeMap::new(),
			voters: BTreeMap::new(),
			claimable: Zero::zero(),
		};
		for (voter, candidate, position) in Positions::<T>::iter() {
			ensure!(!position.shares().is_zero(), "witnesses: a position without shares");
			ensure!(!position.held.is_zero(), "witnesses: a position without coins");
			for tranches in [&position.maturing, &position.unbonding] {
				let ordered = tranches.windows(2).all(|pair| match pair {
					[earlier, later] => earlier.era < later.era,
					_ => false,
				});
				ensure!(ordered, "witnesses: tranches out of order");
				let empty = tranches.iter().any(|tranche| tranche.shares.is_zero());
				ensure!(!empty, "witnesses: an empty tranche");
			}
			let last = position.maturing.last().map_or(0, |tranche| tranche.era);
			ensure!(
				position.maturing.is_empty() || last < position.lapses,
				"witnesses: votes lapse before they mature"
			);

			let pool = sums.pools.entry(candidate.clone()).or_default();
			pool.shares = Self::sum(pool.shares, position.shares())?;
			pool.voting = Self::sum(pool.voting, position.voting(now))?;
			for (era, entry) in position.entries() {
				let bucket = sums.buckets.entry((era, candidate.clone())).or_default();
				bucket.entry.maturing = Self::sum(bucket.entry.maturing, entry.maturing)?;
				bucket.entry.lapsing = Self::sum(bucket.entry.lapsing, entry.lapsing)?;
			}
			let owner = sums.voters.entry(voter.clone()).or_default();
			owner.held = Self::sum(owner.held, position.held)?;
			owner.positions.saturating_inc();
			if let Some(carried) = position.carried {
				ensure!(
					carried.from != candidate,
					"witnesses: a position that watches its own pool"
				);
				sums.pools.entry(carried.from.clone()).or_default().watchers.saturating_inc();
				let bucket = sums.buckets.entry((carried.until, carried.from)).or_default();
				bucket.watchers.saturating_inc();
			}

			let opened = Opened::<T>::read(&voter, &candidate)
				.map_err(|_| "witnesses: a position that cannot be brought up to date")?;
			let worth = opened
				.value(opened.position.shares())
				.map_err(|_| "witnesses: a position whose worth is unknown")?;
			ensure!(opened.position.held == worth, "witnesses: a loss that was not collected");
			let pool = sums.pools.entry(candidate).or_default();
			pool.worth = Self::sum(pool.worth, worth)?;
			sums.claimable = Self::sum(sums.claimable, opened.position.rewards)?;
		}
		Ok(sums)
	}

	fn sum(a: BalanceOf<T>, b: BalanceOf<T>) -> Result<BalanceOf<T>, TryRuntimeError> {
		a.checked_add(&b).ok_or("witnesses: a sum out of range".into())
	}

	/// Invariants 2 and 4.
	fn try_state_pools(sums: &Sums<T>) -> Result<(), TryRuntimeError> {
		let none = InPool::default();
		for (candidate, pool) in Pools::<T>::iter() {
			let sums = sums.pools.get(&candidate).unwrap_or(&none);
			ensure!(pool.shares == sums.shares, "witnesses: shares are not those of the positions");
			ensure!(
				pool.frozen || pool.matured == sums.voting,
				"witnesses: matured shares are not those that vote"
			);
			ensure!(pool.balance <= pool.shares, "witnesses: a share worth more than one");
			ensure!(sums.worth <= pool.balance, "witnesses: positions worth more than their pool");
			ensure!(pool.watchers == sums.watchers, "witnesses: watchers of a pool");
			ensure!(pool.kept <= FixedU128::one(), "witnesses: a slash that gave");
		}
		let known = sums.pools.keys().all(Pools::<T>::contains_key);
		ensure!(known, "witnesses: a position without a pool");
		Ok(())
	}

	/// Invariants 3 and 4.
	fn try_state_buckets(sums: &Sums<T>) -> Result<(), TryRuntimeError> {
		let now = CurrentEra::<T>::get();
		let none = InBucket::default();
		for (era, candidate, bucket) in Buckets::<T>::iter() {
			let sums = sums.buckets.get(&(era, candidate.clone())).unwrap_or(&none);
			let entry = Entry { maturing: bucket.maturing, lapsing: bucket.lapsing };
			ensure!(
				entry == sums.entry,
				"witnesses: a bucket that is not the sum of the positions"
			);
			ensure!(bucket.watchers == sums.watchers, "witnesses: watchers of a bucket");
			ensure!(!bucket.is_empty(), "witnesses: an empty bucket");
			let began = era <= now;
			ensure!(began || bucket.snapshot.is_none(), "witnesses: a snapshot of the future");
			let frozen = Pools::<T>::get(&candidate).is_none_or(|pool| pool.frozen);
			ensure!(
				!began || frozen || bucket.snapshot.is_some(),
				"witnesses: an era without a snapshot"
			);
			let maturing = bucket.maturing_deposit;
			ensure!(
				maturing.is_zero() || (!began && Candidates::<T>::contains_key(&candidate)),
				"witnesses: a deposit that does not mature"
			);
		}
		let known = sums.buckets.keys().all(|(era, who)| Buckets::<T>::contains_key(era, who));
		ensure!(known, "witnesses: a position without its bucket");
		Ok(())
	}

	/// Invariant 5.
	fn try_state_voters(sums: &Sums<T>) -> Result<(), TryRuntimeError> {
		for (who, voter) in Voters::<T>::iter() {
			let positions = sums.voters.get(&who).map_or(0, |sums| sums.positions);
			ensure!(voter.positions == positions, "witnesses: the number of a voter's positions");
			ensure!(positions > 0, "witnesses: a voter without positions");
			ensure!(positions <= T::MaxPositions::get(), "witnesses: too many positions");
		}
		let known = sums.voters.keys().all(Voters::<T>::contains_key);
		ensure!(known, "witnesses: a position of an unknown voter");
		for who in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&HoldReason::Vote.into(), &who);
			let due = sums.voters.get(&who).map(|sums| sums.held).unwrap_or_default();
			ensure!(held == due, "witnesses: votes that are not on hold");
		}
		Ok(())
	}

	/// Invariant 6.
	fn try_state_candidates() -> Result<(), TryRuntimeError> {
		let now = CurrentEra::<T>::get();
		let mut maturing = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for (era, candidate, bucket) in Buckets::<T>::iter() {
			if era > now {
				maturing.entry(candidate).or_default().saturating_accrue(bucket.maturing_deposit);
			}
		}
		let mut numbers = BTreeSet::new();
		for (who, candidate) in Candidates::<T>::iter() {
			let Candidate { deposit, matured_deposit, .. } = candidate;
			ensure!(matured_deposit <= deposit, "witnesses: a deposit that counts is not there");
			let counts = maturing
				.get(&who)
				.map_or(matured_deposit, |maturing| maturing.saturating_add(matured_deposit));
			ensure!(
				candidate.status.is_leaving() || counts >= deposit,
				"witnesses: a deposit that never counts"
			);
			ensure!(numbers.insert(candidate.number), "witnesses: two candidates of one number");
			ensure!(Profiles::<T>::contains_key(&who), "witnesses: a candidate without a profile");
			ensure!(Pools::<T>::contains_key(&who), "witnesses: a candidate without a pool");
		}
		let last = numbers.last().copied();
		ensure!(
			last.is_none_or(|last| last < Registrations::<T>::get()),
			"witnesses: a number yet to be given"
		);
		ensure!(
			Profiles::<T>::iter_keys().all(Candidates::<T>::contains_key),
			"witnesses: a profile without a candidate"
		);
		for who in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&HoldReason::Deposit.into(), &who);
			let due = Candidates::<T>::get(&who).map(|candidate| candidate.deposit);
			ensure!(held == due.unwrap_or_default(), "witnesses: a deposit that is not on hold");
		}
		Ok(())
	}

	/// Invariant 7.
	fn try_state_list() -> Result<(), TryRuntimeError> {
		let listed = Listed::<T>::get();
		let all: BTreeSet<_> = listed.iter().collect();
		ensure!(all.len() == listed.len(), "witnesses: a candidate listed twice");
		ensure!(
			listed.iter().all(Candidates::<T>::contains_key),
			"witnesses: somebody listed who is no candidate"
		);
		let (elected, planned) = (Elected::<T>::get(), Planned::<T>::get());
		for (who, candidate) in Candidates::<T>::iter() {
			let serves = elected.contains(&who) || planned.contains(&who);
			let expected = !candidate.status.is_leaving() || serves;
			ensure!(all.contains(&who) == expected, "witnesses: the list of candidates");
		}
		for (who, pool) in Pools::<T>::iter() {
			ensure!(
				pool.frozen != all.contains(&who),
				"witnesses: a pool neither listed nor frozen"
			);
			let needed = !pool.shares.is_zero() || !pool.watchers.is_zero();
			ensure!(
				needed || Candidates::<T>::contains_key(&who),
				"witnesses: a pool that nobody needs"
			);
		}
		Ok(())
	}

	/// Invariants 8 and 9.
	fn try_state_rewards(sums: &Sums<T>) -> Result<(), TryRuntimeError> {
		let mut claimable = sums.claimable;
		for candidate in Candidates::<T>::iter_values() {
			claimable = Self::sum(claimable, candidate.rewards)?;
		}
		let unclaimed = Unclaimed::<T>::get();
		ensure!(claimable <= unclaimed, "witnesses: more can be claimed than was divided");
		let due = Self::sum(unclaimed, Undivided::<T>::get())?;
		if CurrentParameters::<T>::exists() {
			let needed = Self::sum(due, T::Currency::minimum_balance())?;
			ensure!(T::Currency::balance(&Self::pot()) >= needed, "witnesses: the pot is short");
		}
		let year = CurrentYear::<T>::get();
		ensure!(year.issued <= year.budget, "witnesses: more was issued than the budget");
		Ok(())
	}

	/// Invariant 10.
	fn try_state_slashes() -> Result<(), TryRuntimeError> {
		let mut pending = BTreeMap::<T::AccountId, u32>::new();
		for (era, who) in Slashes::<T>::iter_keys() {
			ensure!(era > CurrentEra::<T>::get(), "witnesses: a slash that was not applied");
			pending.entry(who).or_default().saturating_inc();
		}
		let counted: BTreeMap<_, _> = PendingSlashes::<T>::iter().collect();
		ensure!(pending == counted, "witnesses: the number of pending slashes");
		ensure!(pending.keys().all(Candidates::<T>::contains_key), "witnesses: a slash of nobody");
		Ok(())
	}

	/// Invariant 11.
	fn try_state_witnesses() -> Result<(), TryRuntimeError> {
		for witnesses in [Elected::<T>::get(), Planned::<T>::get()] {
			let all: BTreeSet<_> = witnesses.iter().collect();
			ensure!(all.len() == witnesses.len(), "witnesses: somebody elected twice");
		}
		ensure!(
			Points::<T>::iter_keys().all(Candidates::<T>::contains_key),
			"witnesses: points of nobody"
		);
		let next = NextParameters::<T>::get().map(|(_, parameters)| parameters);
		for parameters in [CurrentParameters::<T>::get(), next].into_iter().flatten() {
			ensure!(
				Self::ensure_within_bounds(&parameters).is_ok(),
				"witnesses: parameters out of bounds"
			);
		}
		Ok(())
	}
}
