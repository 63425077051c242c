//! The book of the dividend: what has accrued, to how much weight, and what was claimed. It does not know a
//! `Config`, and moves no money.

use bhtd_accumulator::{streamed, Accumulator, Position};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;
use sp_runtime::{traits::AtLeast32BitUnsigned, SaturatedConversion};

/// The money of the dividend, in planck of BHTD.
///
/// `accrued = reserved + claimed`, at all times.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Ledger<Balance, BlockNumber> {
	/// The block up to which what waits has streamed.
	pub synced: BlockNumber,
	/// What has accrued in the pot and was not claimed.
	pub reserved: Balance,
	/// What has ever accrued.
	pub accrued: Balance,
	/// What has ever been claimed.
	pub claimed: Balance,
	/// How `reserved` is shared, and what is locked altogether.
	pub accumulator: Accumulator<Balance>,
	/// What has been unlocked and not withdrawn.
	pub unlocking: Balance,
	/// How many have a record.
	pub lockers: u32,
}

impl<B, BlockNumber> Ledger<B, BlockNumber>
where
	B: Balance,
	BlockNumber: AtLeast32BitUnsigned + Copy,
{
	/// Lets what waits stream up to `now`, to whom there was until now, and says how much of it is the
	/// treasury's instead: all, if nothing was locked.
	///
	/// This cannot fail, lest coins could ever be kept from their owners. What nobody can be credited with
	/// because more than a `u128` has gone through the pot for each planck locked is the treasury's, too.
	#[must_use]
	pub fn sync(&mut self, now: BlockNumber, waiting: B, period: BlockNumber) -> B {
		let elapsed = now.saturating_sub(self.synced);
		self.synced = self.synced.max(now);
		if self.accumulator.weight().is_zero() {
			return waiting;
		}
		let due = streamed(waiting, elapsed.saturated_into(), period.saturated_into());
		match self.accrue(due) {
			Some(()) => B::zero(),
			None => due,
		}
	}

	fn accrue(&mut self, amount: B) -> Option<()> {
		let reserved = self.reserved.checked_add(&amount)?;
		let accrued = self.accrued.checked_add(&amount)?;
		self.accumulator.distribute(amount)?;
		self.reserved = reserved;
		self.accrued = accrued;
		Some(())
	}

	/// Credits a share with what has accrued to it, and gives it another weight from now on.
	#[must_use]
	pub fn set_weight(&mut self, share: &mut Position<B>, weight: B) -> Option<()> {
		self.accumulator.set_weight(share, weight)
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

	/// Ends the record of a share of which nothing is left but a fraction. The planck that such fractions
	/// make together waits again.
	#[must_use]
	pub fn dissolve(&mut self, share: Position<B>) -> Option<()> {
		let left = self.accumulator.dissolve(share)?;
		self.reserved = self.reserved.checked_sub(&left)?;
		self.accrued = self.accrued.checked_sub(&left)?;
		self.lockers = self.lockers.checked_sub(1)?;
		Some(())
	}
}
