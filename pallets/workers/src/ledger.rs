//! The book of the workers' pay. It does not know a `Config`, and moves no money.

use bhtd_accumulator::{Accumulator, Position};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;

/// What workers have earned, in planck of BHTD.
///
/// `earned = reserved + claimed`, at all times.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Ledger<Balance> {
	/// What has been earned and was not claimed.
	pub reserved: Balance,
	/// What has ever been earned.
	pub earned: Balance,
	/// What has ever been claimed.
	pub claimed: Balance,
	/// How `reserved` is shared, and what all at work are promised for an era.
	pub accumulator: Accumulator<Balance>,
	/// What those are promised for an era who begin with the next one.
	pub beginning: Balance,
	/// How many are at work or begin with the next era.
	pub workers: u32,
}

/// How an era is paid, in planck of BHTD.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Payment<Balance> {
	/// What those at work get.
	pub amount: Balance,
	/// What comes out of the treasury for it.
	pub drawn: Balance,
}

impl<B: Balance> Ledger<B> {
	/// What those at work can be paid for an era: what they are promised, but no more than the budget, and
	/// no more than there is: in the pot beyond what it owes and what keeps it `alive`, and `available` in
	/// the treasury.
	///
	/// What was sent to the pot is used first. `None` only if the pot owed more than a balance can say.
	pub fn payment(&self, budget: B, pot: B, alive: B, available: B) -> Option<Payment<B>> {
		let owed = self.reserved.checked_add(&alive)?;
		// Both are parts of all the coins there are.
		let there = pot.saturating_add(available).saturating_sub(owed);
		let amount = self.accumulator.weight().min(budget).min(there);
		if amount.is_zero() {
			return Some(Payment { amount, drawn: B::zero() });
		}
		let drawn = owed.checked_add(&amount)?.saturating_sub(pot);
		Some(Payment { amount, drawn })
	}

	/// Gives `amount` to those at work, each by its pay. `None` if there are none, or if more was earned in
	/// the course of time than a `u128` holds; nothing has changed then.
	#[must_use]
	pub fn pay_era(&mut self, amount: B) -> Option<()> {
		let reserved = self.reserved.checked_add(&amount)?;
		let earned = self.earned.checked_add(&amount)?;
		self.accumulator.distribute(amount)?;
		self.reserved = reserved;
		self.earned = earned;
		Some(())
	}

	/// Takes on a worker that begins with the next era.
	#[must_use]
	pub fn engage(&mut self, pay: B) -> Option<()> {
		let workers = self.workers.checked_add(1)?;
		self.beginning = self.beginning.checked_add(&pay)?;
		self.workers = workers;
		Some(())
	}

	/// Lets a worker begin that was taken on.
	#[must_use]
	pub fn begin(&mut self, share: &mut Position<B>, pay: B) -> Option<()> {
		let beginning = self.beginning.checked_sub(&pay)?;
		self.accumulator.set_weight(share, pay)?;
		self.beginning = beginning;
		Some(())
	}

	/// Lets go a worker that has not begun.
	#[must_use]
	pub fn disengage(&mut self, pay: B) -> Option<()> {
		let workers = self.workers.checked_sub(1)?;
		self.beginning = self.beginning.checked_sub(&pay)?;
		self.workers = workers;
		Some(())
	}

	/// Lets a worker earn no more. It keeps what it has earned.
	#[must_use]
	pub fn end(&mut self, share: &mut Position<B>) -> Option<()> {
		let workers = self.workers.checked_sub(1)?;
		self.accumulator.set_weight(share, B::zero())?;
		self.workers = workers;
		Some(())
	}

	/// Pays `amount` to a share that has been credited with it.
	#[must_use]
	pub fn pay(&mut self, share: &mut Position<B>, amount: B) -> Option<()> {
		let reserved = self.reserved.checked_sub(&amount)?;
		let claimed = self.claimed.checked_add(&amount)?;
		share.take(amount)?;
		self.reserved = reserved;
		self.claimed = claimed;
		Some(())
	}

	/// Ends the record of a share. What is left in it, and the planck that fractions make together, were not
	/// earned after all: they pay a part of the next era.
	#[must_use]
	pub fn dissolve(&mut self, share: Position<B>) -> Option<()> {
		let mut accumulator = self.accumulator;
		let left = accumulator.dissolve(share)?;
		let reserved = self.reserved.checked_sub(&left)?;
		self.earned = self.earned.checked_sub(&left)?;
		self.reserved = reserved;
		self.accumulator = accumulator;
		Some(())
	}
}
