//! Positions: brought up to date and changed in memory, so that views and calls go the same way, and
//! written in one go.
//!
//! What a position counts for in its pool and in the buckets follows from the position alone (see
//! [`Position::voting`] and [`Position::entries`]). So a change of a position is written as what it
//! counts for afterwards less what it counted for before, and no call can forget a bucket.

use crate::{math, pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{fungible::BalancedHold, tokens::Balance, Get, OnUnbalanced},
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub, One, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult, FixedU128,
};

/// Where a share is worth less than this, one part in so many of a coin, nobody votes any more.
const RUINED: u32 = 1_000;

impl<B: Balance> Pool<B> {
	/// Whether it has been slashed so far that numbers of shares would get out of hand, or that a
	/// further slash would leave no mark on [`Pool::kept`].
	pub(crate) fn is_ruined(&self) -> bool {
		let least = FixedU128::from_rational(1, RUINED.into());
		math::price(self.balance, self.shares) < least || self.kept < least
	}

	/// What `shares` of it are worth.
	pub(crate) fn value(&self, shares: B) -> Result<B, ArithmeticError> {
		math::value(shares, self.balance, self.shares).ok_or(ArithmeticError::Overflow)
	}
}

impl<B: Zero> Bucket<B> {
	/// Whether nobody needs it.
	pub(crate) fn is_empty(&self) -> bool {
		self.maturing.is_zero()
			&& self.lapsing.is_zero()
			&& self.maturing_deposit.is_zero()
			&& self.watchers.is_zero()
	}
}

/// What a position counts for in the bucket of an era.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Entry<Balance> {
	/// [`Bucket::maturing`].
	pub maturing: Balance,
	/// [`Bucket::lapsing`].
	pub lapsing: Balance,
}

/// What a position counts for in all buckets.
pub(crate) type Entries<Balance> = BTreeMap<EraIndex, Entry<Balance>>;

// Sums of shares do not saturate: all of them are parts of the shares of a pool, which are a balance.
impl<AccountId, B: Balance, MaxPeriod: Get<u32>> Position<AccountId, B, MaxPeriod> {
	/// Nothing yet, in a pool with this index.
	fn new(index: FixedU128) -> Self {
		Self {
			held: Zero::zero(),
			matured: Zero::zero(),
			maturing: Default::default(),
			lapsed: Zero::zero(),
			unbonding: Default::default(),
			lapses: 0,
			index,
			rewards: Zero::zero(),
			carried: None,
		}
	}

	/// All shares.
	pub(crate) fn shares(&self) -> B {
		self.bonded().saturating_add(sum(&self.unbonding))
	}

	/// The shares that have not been taken back: maturing, matured and lapsed.
	pub(crate) fn bonded(&self) -> B {
		self.matured.saturating_add(sum(&self.maturing)).saturating_add(self.lapsed)
	}

	/// The shares that vote and earn in era `now`, whether or not the position has noticed.
	pub(crate) fn voting(&self, now: EraIndex) -> B {
		if self.lapses <= now {
			return Zero::zero();
		}
		let due = self.maturing.iter().filter(|tranche| tranche.era <= now);
		due.fold(self.matured, |sum, tranche| sum.saturating_add(tranche.shares))
	}

	/// What it counts for in buckets.
	pub(crate) fn entries(&self) -> Entries<B> {
		let mut entries = Entries::<B>::new();
		for tranche in &self.maturing {
			entries.entry(tranche.era).or_default().maturing = tranche.shares;
		}
		let lapsing = self.matured.saturating_add(sum(&self.maturing));
		if !lapsing.is_zero() {
			entries.entry(self.lapses).or_default().lapsing = lapsing;
		}
		entries
	}

	/// Matures, rewards and lapses what had its era.
	///
	/// `index` is that of the pool, and `index_at` what it was at the start of an era; it knows none if
	/// the pool has been frozen before.
	fn advance(
		&mut self,
		now: EraIndex,
		index: FixedU128,
		index_at: impl Fn(EraIndex) -> Option<FixedU128>,
	) -> Option<()> {
		let due = take_due(&mut self.maturing, now);
		let voted = !self.matured.is_zero() || !due.is_empty();
		// Everything lapses together, and not before it has matured.
		let lapses = voted && self.lapses <= now;
		let end = if lapses { index_at(self.lapses).unwrap_or(index) } else { index };

		let mut earned = math::reward(self.matured, end.saturating_sub(self.index))?;
		for tranche in due {
			let begin = index_at(tranche.era).unwrap_or(index);
			let reward = math::reward(tranche.shares, end.saturating_sub(begin))?;
			earned = earned.checked_add(&reward)?;
			self.matured = self.matured.checked_add(&tranche.shares)?;
		}
		self.rewards = self.rewards.checked_add(&earned)?;
		self.index = index;
		if lapses {
			self.lapsed = self.lapsed.checked_add(&core::mem::take(&mut self.matured))?;
		}
		Some(())
	}

	/// Makes everything bonded last a whole life from `now` on. `fresh` shares, and those that had
	/// lapsed, vote from the era returned.
	fn renew(
		&mut self,
		fresh: B,
		now: EraIndex,
		maturity: EraIndex,
		life: EraIndex,
	) -> Option<EraIndex> {
		let shares = self.lapsed.checked_add(&fresh)?;
		let era = now.saturating_add(maturity);
		if !shares.is_zero() {
			add_tranche(&mut self.maturing, shares, era)?;
			self.lapsed = Zero::zero();
		}
		// Nothing lapses before it votes, even if votes took longer to mature when they were cast.
		let last = self.maturing.last().map_or(0, |tranche| tranche.era.saturating_add(1));
		self.lapses = now.saturating_add(life).max(last);
		Some(era)
	}

	/// Takes out `shares` that are bonded, the newest first, so that what has voted longest goes on
	/// longest. Says how many were missing.
	fn take_bonded(&mut self, shares: B) -> B {
		let mut missing = shares;
		take_newest(&mut self.maturing, &mut missing);
		take_from(&mut self.lapsed, &mut missing);
		take_from(&mut self.matured, &mut missing);
		missing
	}

	/// Takes out all shares and says how many.
	fn take_all(&mut self) -> B {
		let shares = self.shares();
		self.maturing.clear();
		self.unbonding.clear();
		self.lapsed = Zero::zero();
		self.matured = Zero::zero();
		shares
	}
}

fn sum<B: Balance>(tranches: &[Tranche<B>]) -> B {
	tranches.iter().fold(Zero::zero(), |sum: B, tranche| sum.saturating_add(tranche.shares))
}

/// Takes up to `missing` out of `from`.
fn take_from<B: Balance>(from: &mut B, missing: &mut B) {
	let taken = (*from).min(*missing);
	from.saturating_reduce(taken);
	missing.saturating_reduce(taken);
}

/// Takes up to `missing` out of the tranches, those of the latest eras first.
fn take_newest<B: Balance, P: Get<u32>>(tranches: &mut TranchesOf<B, P>, missing: &mut B) {
	tranches.iter_mut().rev().for_each(|tranche| take_from(&mut tranche.shares, missing));
	tranches.retain(|tranche| !tranche.shares.is_zero());
}

/// Takes out the tranches whose era has begun.
fn take_due<B: Balance, P: Get<u32>>(
	tranches: &mut TranchesOf<B, P>,
	now: EraIndex,
) -> alloc::vec::Vec<Tranche<B>> {
	let due = tranches.iter().copied().filter(|tranche| tranche.era <= now).collect();
	tranches.retain(|tranche| tranche.era > now);
	due
}

/// Adds `shares` for `era`; `None` if there are too many eras.
fn add_tranche<B: Balance, P: Get<u32>>(
	tranches: &mut TranchesOf<B, P>,
	shares: B,
	era: EraIndex,
) -> Option<()> {
	if let Some(tranche) = tranches.iter_mut().find(|tranche| tranche.era == era) {
		tranche.shares = tranche.shares.checked_add(&shares)?;
		return Some(());
	}
	let place = tranches.partition_point(|tranche| tranche.era < era);
	tranches.try_insert(place, Tranche { shares, era }).ok()
}

/// A position with its pool, up to date and in memory: nothing is written before [`Self::store`].
///
/// Of the pool only what votes change is written, so two positions can be open at a time even where one
/// answers for the pool of the other.
pub(crate) struct Opened<T: Config> {
	voter: T::AccountId,
	candidate: T::AccountId,
	now: EraIndex,
	/// The pool, but for its `matured`, which follows when it is stored.
	pub pool: PoolOf<T>,
	/// The position.
	pub position: PositionOf<T>,
	/// What was slashed and is to be taken of the hold.
	pub lost: BalanceOf<T>,
	/// Whether the position was stored before.
	pub existed: bool,
	/// What it counted for then.
	entries: Entries<BalanceOf<T>>,
	voting: BalanceOf<T>,
	/// The pool it has stopped answering for, and the era that was to be.
	answered: Option<(T::AccountId, EraIndex)>,
}

impl<T: Config> Opened<T> {
	/// Reads a position and brings it up to date.
	pub(crate) fn read(
		voter: &T::AccountId,
		candidate: &T::AccountId,
	) -> Result<Self, DispatchError> {
		let now = CurrentEra::<T>::get();
		let pool = Pools::<T>::get(candidate).unwrap_or_default();
		let stored = Positions::<T>::get(voter, candidate);
		let existed = stored.is_some();
		let position = stored.unwrap_or_else(|| Position::new(pool.index));
		let mut opened = Self {
			voter: voter.clone(),
			candidate: candidate.clone(),
			now,
			lost: Zero::zero(),
			existed,
			entries: position.entries(),
			voting: position.voting(now),
			answered: None,
			pool,
			position,
		};
		opened.advance()?;
		opened.answer()?;
		opened.collect()?;
		Ok(opened)
	}

	/// Reads a position that must be there and brings it up to date.
	pub(crate) fn read_existing(
		voter: &T::AccountId,
		candidate: &T::AccountId,
	) -> Result<Self, DispatchError> {
		let opened = Self::read(voter, candidate)?;
		ensure!(opened.existed, Error::<T>::PositionNotFound);
		Ok(opened)
	}

	fn advance(&mut self) -> Result<(), ArithmeticError> {
		let candidate = &self.candidate;
		let index_at = |era| Some(Buckets::<T>::get(era, candidate).snapshot?.index);
		self.position.advance(self.now, self.pool.index, index_at).ok_or(ArithmeticError::Overflow)
	}

	/// Gives up what the votes lost of what they carried from another pool.
	fn answer(&mut self) -> DispatchResult {
		let Some(mut carried) = self.position.carried.take() else { return Ok(()) };
		let over = carried.until <= self.now;
		let then = over.then(|| Buckets::<T>::get(carried.until, &carried.from).snapshot).flatten();
		let kept = match then {
			Some(snapshot) => snapshot.kept,
			None => Pools::<T>::get(&carried.from).map_or(carried.kept, |pool| pool.kept),
		};
		let lost = math::carried_loss(carried.shares, carried.kept, kept)
			.ok_or(ArithmeticError::Overflow)?;

		let mut missing = self.position.take_bonded(lost);
		take_newest(&mut self.position.unbonding, &mut missing);
		// The coins follow with whatever else the pool has lost.
		self.burn(lost.ensure_sub(missing)?)?;
		if over {
			self.answered = Some((carried.from, carried.until));
		} else {
			carried.shares = carried.shares.ensure_sub(lost)?;
			carried.kept = kept;
			self.position.carried = Some(carried);
		}
		Ok(())
	}

	/// Notes what was slashed since the position was last touched.
	fn collect(&mut self) -> DispatchResult {
		let worth = self.pool.value(self.position.shares())?;
		let lost = self.position.held.saturating_sub(worth);
		self.position.held = self.position.held.ensure_sub(lost)?;
		self.lost = self.lost.ensure_add(lost)?;
		self.clear()
	}

	/// Takes out shares without coins: they may not vote, whatever rounding has made them worth.
	fn clear(&mut self) -> DispatchResult {
		if self.position.held.is_zero() {
			let shares = self.position.take_all();
			self.burn(shares)?;
			if let Some(carried) = self.position.carried.take() {
				self.answered = Some((carried.from, carried.until));
			}
		}
		Ok(())
	}

	/// Takes `shares` out of the pool and says what they were worth.
	fn burn(&mut self, shares: BalanceOf<T>) -> Result<BalanceOf<T>, ArithmeticError> {
		let value = self.pool.value(shares)?;
		self.pool.balance = self.pool.balance.ensure_sub(value)?;
		self.pool.shares = self.pool.shares.ensure_sub(shares)?;
		Ok(value)
	}

	/// What `shares` of the position are worth. Rounding may make shares worth more than the coins
	/// there are.
	pub(crate) fn value(&self, shares: BalanceOf<T>) -> Result<BalanceOf<T>, ArithmeticError> {
		Ok(self.pool.value(shares)?.min(self.position.held))
	}

	/// Adds `amount`, which the caller holds, and renews the rest. Says in which era it votes.
	pub(crate) fn add(
		&mut self,
		amount: BalanceOf<T>,
		parameters: &ParametersOf<T>,
	) -> Result<EraIndex, DispatchError> {
		let bonded = self.value(self.position.bonded())?.ensure_add(amount)?;
		let pool = &mut self.pool;
		if pool.shares.is_zero() && pool.watchers.is_zero() {
			// Nobody has to answer for what happened here.
			pool.kept = One::one();
		}
		ensure!(!pool.is_ruined(), Error::<T>::PoolRuined);
		let shares =
			math::shares_for(amount, pool.balance, pool.shares).ok_or(ArithmeticError::Overflow)?;
		ensure!(!shares.is_zero(), Error::<T>::AmountIsZero);
		ensure!(bonded >= parameters.minimum_vote, Error::<T>::BelowMinimumVote);

		pool.balance = pool.balance.ensure_add(amount)?;
		pool.shares = pool.shares.ensure_add(shares)?;
		self.position.held = self.position.held.ensure_add(amount)?;
		Ok(self.renew(shares, parameters)?)
	}

	/// Makes all votes last a whole life again, with `fresh` shares that mature.
	pub(crate) fn renew(
		&mut self,
		fresh: BalanceOf<T>,
		parameters: &ParametersOf<T>,
	) -> Result<EraIndex, Error<T>> {
		self.position
			.renew(fresh, self.now, parameters.maturity, parameters.life)
			.ok_or(Error::<T>::TooManyTranches)
	}

	/// Takes bonded shares worth `amount` out of the position, or all if they are worth no more. What
	/// stays is nothing or no less than `minimum`.
	pub(crate) fn take(
		&mut self,
		amount: BalanceOf<T>,
		minimum: BalanceOf<T>,
	) -> Result<BalanceOf<T>, DispatchError> {
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let bonded = self.position.bonded();
		ensure!(!bonded.is_zero(), Error::<T>::AllUnbonding);
		let shares = if amount < self.value(bonded)? {
			math::shares_worth(amount, self.pool.balance, self.pool.shares)
				.ok_or(ArithmeticError::Overflow)?
				.min(bonded)
		} else {
			bonded
		};

		self.position.take_bonded(shares);
		let rest = self.position.bonded();
		ensure!(rest.is_zero() || self.value(rest)? >= minimum, Error::<T>::BelowMinimumVote);
		Ok(shares)
	}

	/// Keeps `shares` that were taken out as unbonding until `era`.
	pub(crate) fn unbond(&mut self, shares: BalanceOf<T>, era: EraIndex) -> Result<(), Error<T>> {
		add_tranche(&mut self.position.unbonding, shares, era).ok_or(Error::<T>::TooManyTranches)
	}

	/// Takes out what has finished unbonding.
	pub(crate) fn take_unbonded(&mut self) -> BalanceOf<T> {
		sum(&take_due(&mut self.position.unbonding, self.now))
	}

	/// Takes out all shares.
	pub(crate) fn take_all(&mut self) -> BalanceOf<T> {
		self.position.take_all()
	}

	/// Turns `shares` that were taken out into coins, which the caller releases or moves.
	pub(crate) fn cash(&mut self, shares: BalanceOf<T>) -> Result<BalanceOf<T>, ArithmeticError> {
		let amount = self.burn(shares)?.min(self.position.held);
		self.position.held = self.position.held.ensure_sub(amount)?;
		Ok(amount)
	}

	/// Writes everything that has changed. Losses are collected, and a position without shares is
	/// removed after its rewards have been paid.
	pub(crate) fn store(mut self) -> DispatchResult {
		self.clear()?;
		self.store_loss();
		self.store_pool()?;
		self.store_entries()?;
		self.store_position()?;
		let Self { candidate, pool, answered, .. } = self;
		if let Some((from, until)) = answered {
			Pallet::<T>::mutate_pool(&from, |pool| {
				pool.watchers = pool.watchers.ensure_sub(1)?;
				Ok(())
			})?;
			Pallet::<T>::mutate_bucket(until, &from, |bucket| -> DispatchResult {
				bucket.watchers = bucket.watchers.ensure_sub(1)?;
				Ok(())
			})?;
			Pallet::<T>::remove_pool_if_done(&from);
		}
		if pool.shares.is_zero() {
			Pallet::<T>::remove_pool_if_done(&candidate);
		}
		Ok(())
	}

	fn store_loss(&self) {
		if self.lost.is_zero() {
			return;
		}
		let (credit, _) = T::Currency::slash(&HoldReason::Vote.into(), &self.voter, self.lost);
		T::Slashed::on_unbalanced(credit);
		Pallet::<T>::deposit_event(Event::LossCollected {
			who: self.voter.clone(),
			candidate: self.candidate.clone(),
			amount: self.lost,
		});
	}

	fn store_pool(&self) -> DispatchResult {
		Pallet::<T>::mutate_pool(&self.candidate, |stored| {
			stored.balance = self.pool.balance;
			stored.shares = self.pool.shares;
			stored.kept = self.pool.kept;
			if !stored.frozen {
				stored.matured = stored
					.matured
					.ensure_sub(self.voting)?
					.ensure_add(self.position.voting(self.now))?;
			}
			Ok(())
		})
	}

	fn store_entries(&self) -> DispatchResult {
		let entries = self.position.entries();
		let eras: BTreeSet<_> = self.entries.keys().chain(entries.keys()).collect();
		for era in eras {
			let before = self.entries.get(era).copied().unwrap_or_default();
			let after = entries.get(era).copied().unwrap_or_default();
			if before == after {
				continue;
			}
			Pallet::<T>::mutate_bucket(*era, &self.candidate, |bucket| -> DispatchResult {
				bucket.maturing =
					bucket.maturing.ensure_sub(before.maturing)?.ensure_add(after.maturing)?;
				bucket.lapsing =
					bucket.lapsing.ensure_sub(before.lapsing)?.ensure_add(after.lapsing)?;
				Ok(())
			})?;
		}
		Ok(())
	}

	fn store_position(&mut self) -> DispatchResult {
		let Self { voter, candidate, position, existed, .. } = self;
		let left = position.shares().is_zero();
		if left {
			let amount = core::mem::take(&mut position.rewards);
			Pallet::<T>::pay_voter(voter, candidate, amount)?;
			Positions::<T>::remove(&*voter, &*candidate);
		} else {
			Positions::<T>::insert(&*voter, &*candidate, &*position);
		}
		match (*existed, left) {
			(true, true) => Pallet::<T>::mutate_voter(voter, |voter| {
				voter.positions = voter.positions.ensure_sub(1)?;
				Ok(())
			}),
			(false, false) => Pallet::<T>::mutate_voter(voter, |voter| {
				voter.positions = voter.positions.ensure_add(1)?;
				Ok(())
			}),
			_ => Ok(()),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Changes a bucket, and removes it if nobody needs it any more.
	pub(crate) fn mutate_bucket<R>(
		era: EraIndex,
		candidate: &T::AccountId,
		f: impl FnOnce(&mut BucketOf<T>) -> R,
	) -> R {
		Buckets::<T>::mutate_exists(era, candidate, |stored| {
			let mut bucket = stored.take().unwrap_or_default();
			let result = f(&mut bucket);
			*stored = (!bucket.is_empty()).then_some(bucket);
			result
		})
	}

	/// Takes the snapshots that a frozen pool no longer gets at the start of an era, before it is slashed:
	/// whoever had stopped answering by then does not pay.
	pub(crate) fn snapshot_frozen(candidate: &T::AccountId, pool: &PoolOf<T>) {
		if !pool.frozen || pool.watchers.is_zero() {
			return;
		}
		let now = CurrentEra::<T>::get();
		// Nobody answers for longer, and slashes of what was done in service take less.
		for era in now.saturating_sub(T::MaxPeriod::get())..=now {
			let bucket = Buckets::<T>::get(era, candidate);
			if bucket.snapshot.is_none() && !bucket.watchers.is_zero() {
				Self::mutate_bucket(era, candidate, |bucket| {
					bucket.snapshot = Some(Snapshot { index: pool.index, kept: pool.kept });
				});
			}
		}
	}

	/// Changes a pool.
	pub(crate) fn mutate_pool(
		candidate: &T::AccountId,
		f: impl FnOnce(&mut PoolOf<T>) -> DispatchResult,
	) -> DispatchResult {
		Pools::<T>::try_mutate(candidate, |stored| f(stored.get_or_insert_default()))
	}

	/// Changes what is known of a voter, and forgets one without positions.
	pub(crate) fn mutate_voter(
		who: &T::AccountId,
		f: impl FnOnce(&mut Voter) -> DispatchResult,
	) -> DispatchResult {
		Voters::<T>::try_mutate_exists(who, |stored| {
			let mut voter = stored.take().unwrap_or_default();
			f(&mut voter)?;
			*stored = (voter.positions > 0).then_some(voter);
			Ok(())
		})
	}

	/// Removes the pool of a candidate that is gone when no voter is left in it and nobody answers for
	/// it any more.
	pub(crate) fn remove_pool_if_done(candidate: &T::AccountId) {
		let done = Pools::<T>::get(candidate)
			.is_some_and(|pool| pool.shares.is_zero() && pool.watchers.is_zero());
		if done && !Candidates::<T>::contains_key(candidate) {
			Pools::<T>::remove(candidate);
		}
	}
}
