//! What witnesses earn: points, issuance and fees, and how they are divided.

use crate::*;
use alloc::collections::BTreeMap;
use core::marker::PhantomData;
use frame_support::{
	storage::with_storage_layer,
	traits::{fungible::Inspect, tokens::Preservation, Defensive, Get, Imbalance, RewardsReporter},
};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_authorship::EventHandler;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding,
	traits::{
		AccountIdConversion, CheckedAdd, CheckedDiv, EnsureAdd, EnsureSub, SaturatedConversion,
		Saturating, Zero,
	},
	DispatchError, DispatchResult, FixedPointNumber, FixedU128, Rounding,
};

/// The points of a block's author.
const POINTS_OF_A_BLOCK: u32 = 20;

impl<T: Config> RewardsReporter<T::AccountId> for Pallet<T> {
	fn reward_by_ids(points: impl IntoIterator<Item = (T::AccountId, u32)>) {
		for (who, points) in points {
			if Candidates::<T>::contains_key(&who) {
				// At the top everybody has earned as much as can be counted.
				Points::<T>::mutate(who, |earned| *earned = earned.saturating_add(points));
			}
		}
	}
}

impl<T: Config> EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		Self::reward_by_ids([(author, POINTS_OF_A_BLOCK)]);
	}
}

/// Gives fees to the witnesses: they are divided together with the issuance of the era.
pub struct FeesToWitnesses<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<Credit<T::AccountId, T::Currency>> for FeesToWitnesses<T> {
	fn on_nonzero_unbalanced(fees: Credit<T::AccountId, T::Currency>) {
		let amount = fees.peek();
		// Fees that the pot cannot take are burnt, and nobody is promised them.
		if T::Currency::resolve(&Pallet::<T>::pot(), fees).is_ok() {
			Undivided::<T>::mutate(|undivided| *undivided = undivided.saturating_add(amount));
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The account that keeps rewards until they are claimed.
	pub fn pot() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Pays `amount` of what was divided to `who`.
	pub(crate) fn pay_rewards(who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		let unclaimed = Unclaimed::<T>::get().ensure_sub(amount)?;
		T::Currency::transfer(&Self::pot(), who, amount, Preservation::Preserve)?;
		Unclaimed::<T>::put(unclaimed);
		Ok(())
	}

	/// The most that may be issued in `year`, which begins now.
	pub(crate) fn year(index: u32) -> Year<BalanceOf<T>> {
		let budget = T::Issuance::get().rate(index).mul_floor(T::Currency::total_issuance());
		Year { index, budget, issued: Zero::zero() }
	}

	/// Issues what the blocks since the beginning of the era are due, and says how much that is.
	fn issue() -> Result<BalanceOf<T>, DispatchError> {
		let now = frame_system::Pallet::<T>::block_number();
		let blocks_per_year = T::BlocksPerYear::get();
		let mut year = CurrentYear::<T>::get();
		// An era counts for the year in which it ends.
		let index = now.checked_div(&blocks_per_year).unwrap_or_default().saturated_into();
		if index != year.index {
			year = Self::year(index);
		}
		let blocks = now.saturating_sub(EraStart::<T>::get());
		let count = |blocks: BlockNumberFor<T>| blocks.saturated_into::<u128>().saturated_into();
		// What does not even fit into a balance exceeds the budget.
		let left = year.budget.saturating_sub(year.issued);
		let amount = math::value(count(blocks), year.budget, count(blocks_per_year))
			.map_or(left, |due| due.min(left));

		if !amount.is_zero() {
			T::Currency::mint_into(&Self::pot(), amount)?;
		}
		year.issued = year.issued.ensure_add(amount)?;
		CurrentYear::<T>::put(year);
		Ok(amount)
	}
}

/// The division of an era's rewards.
pub(crate) struct Division<T: Config> {
	/// The points of everybody who has any.
	pub points: BTreeMap<T::AccountId, u32>,
	sum: BalanceOf<T>,
	issued: BalanceOf<T>,
	total: BalanceOf<T>,
	divided: BalanceOf<T>,
}

impl<T: Config> Division<T> {
	/// Collects the points of the era that ends, and what they are worth.
	pub fn open() -> Self {
		let points: BTreeMap<_, _> = Points::<T>::drain().collect();
		let sum: u64 = points.values().map(|points| u64::from(*points)).sum();
		// Nothing is issued in an era in which nobody worked; and if the pot could not take it, which
		// would be a mistake of the runtime, there are the fees alone.
		let issued = if sum.is_zero() {
			Zero::zero()
		} else {
			with_storage_layer(Pallet::<T>::issue).defensive_unwrap_or_default()
		};
		Self {
			points,
			sum: sum.saturated_into(),
			issued,
			total: Undivided::<T>::take().saturating_add(issued),
			divided: Zero::zero(),
		}
	}

	/// Gives a witness and its voters their part. The caller stores both records.
	///
	/// The witness keeps its commission; the rest is divided by weight between its deposit and its
	/// voters. Voters get nothing while they are worth less than `minimum_vote` together: so few shares
	/// could make the index overflow.
	pub fn reward(
		&mut self,
		points: u32,
		minimum_vote: BalanceOf<T>,
		candidate: &mut CandidateOf<T>,
		pool: &mut PoolOf<T>,
	) {
		let part = math::value(points.into(), self.total, self.sum).unwrap_or_default();
		let rest = part.saturating_sub(candidate.commission.mul_floor(part));
		let votes = Pallet::<T>::voting_value(pool);
		let weight = Pallet::<T>::weight_of(candidate, pool);
		let mut of_voters = Zero::zero();
		let mut allocated = Zero::zero();
		if !pool.frozen && !votes.is_zero() && votes >= minimum_vote {
			let share = math::value(votes, rest, weight).unwrap_or_default();
			let delta = math::price(share, pool.matured);
			if let (Some(index), Some(promised)) =
				(pool.index.checked_add(&delta), promised(pool.matured, delta))
			{
				pool.index = index;
				of_voters = share;
				allocated = promised;
			}
		}
		let own = part.saturating_sub(of_voters);
		candidate.rewards = candidate.rewards.saturating_add(own);
		self.divided = self.divided.saturating_add(own).saturating_add(allocated);
	}

	/// Keeps what is left for the next division.
	pub fn close(self, era: EraIndex) {
		let Self { issued, divided, total, sum, .. } = self;
		// Fees may have come in meanwhile, such as fines.
		let undivided = Undivided::<T>::get().saturating_add(total.saturating_sub(divided));
		Undivided::<T>::put(undivided);
		if !sum.is_zero() {
			Unclaimed::<T>::mutate(|unclaimed| *unclaimed = unclaimed.saturating_add(divided));
			Pallet::<T>::deposit_event(Event::RewardsDivided { era, issued, divided, undivided });
		}
	}
}

/// What `shares` can claim at most after the index of their pool has risen by `delta`: rounded up,
/// because a claim of two eras may be larger than the claims of each.
fn promised<B: frame_support::traits::tokens::Balance>(shares: B, delta: FixedU128) -> Option<B> {
	let shares: u128 = shares.try_into().ok()?;
	multiply_by_rational_with_rounding(shares, delta.into_inner(), FixedU128::DIV, Rounding::Up)?
		.try_into()
		.ok()
}
