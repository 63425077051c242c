//! The records of the pallet. None of them knows a `Config`.

use alloc::vec::Vec;
use bhtd_accumulator::Position;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	traits::{tokens::Balance, Get},
	BoundedVec,
};
use scale_info::TypeInfo;

/// Coins that have been unlocked, and earn nothing any more.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Chunk<Balance, BlockNumber> {
	/// Planck of BHTD; more than zero.
	pub amount: Balance,
	/// The first block in which they can be withdrawn.
	pub release: BlockNumber,
}

/// What somebody has locked.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Lock<Balance, Chunks, Ticket> {
	/// The share in the dividend; its weight is what is locked, in planck of BHTD.
	pub share: Position<Balance>,
	/// What has been unlocked and not withdrawn, in the order of release, with no block twice.
	pub unlocking: Chunks,
	/// The deposit for the record.
	pub ticket: Ticket,
}

impl<B, BlockNumber, Max, Ticket> Lock<B, BoundedVec<Chunk<B, BlockNumber>, Max>, Ticket>
where
	B: Balance,
	BlockNumber: Copy + Ord,
	Max: Get<u32>,
{
	/// Whether there is nothing left in it but a fraction of a planck. What has no weight has been credited with
	/// everything when it lost it.
	pub(crate) fn is_empty(&self) -> bool {
		self.share.weight().is_zero()
			&& self.share.credited().is_zero()
			&& self.unlocking.is_empty()
	}

	/// Puts `amount` among what is unlocking; `None` if there is no room for another chunk.
	#[must_use]
	pub(crate) fn announce(&mut self, amount: B, release: BlockNumber) -> Option<()> {
		match self.unlocking.last_mut() {
			// Clocks do not run backwards; if one did, the later block would hold for both.
			Some(last) if last.release >= release => {
				last.amount = last.amount.checked_add(&amount)?;
				Some(())
			}
			_ => self.unlocking.try_push(Chunk { amount, release }).ok(),
		}
	}

	/// Takes `amount` back out of what is unlocking, the latest release first; `None` if that is less.
	#[must_use]
	pub(crate) fn recall(&mut self, amount: B) -> Option<()> {
		let mut missing = amount;
		while !missing.is_zero() {
			let last = self.unlocking.last_mut()?;
			let part = last.amount.min(missing);
			last.amount = last.amount.checked_sub(&part)?;
			missing = missing.checked_sub(&part)?;
			if last.amount.is_zero() {
				self.unlocking.pop();
			}
		}
		Some(())
	}

	/// Planck of BHTD that can be withdrawn in block `now`.
	pub(crate) fn withdrawable(&self, now: BlockNumber) -> B {
		let ripe = self.unlocking.iter().filter(|chunk| chunk.release <= now);
		// All of it is on hold, and so in range.
		ripe.fold(B::zero(), |sum, chunk| sum.saturating_add(chunk.amount))
	}

	/// Forgets what can be withdrawn in block `now`.
	pub(crate) fn forget_withdrawable(&mut self, now: BlockNumber) {
		self.unlocking.retain(|chunk| chunk.release > now);
	}
}

/// What somebody has locked, as wallets want to see it. Amounts are in planck of BHTD.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct LockView<Balance, BlockNumber> {
	/// What is locked, and earns.
	pub locked: Balance,
	/// What has been unlocked, and the blocks from which it can be withdrawn.
	pub unlocking: Vec<Chunk<Balance, BlockNumber>>,
	/// What a withdrawal would release now.
	pub withdrawable: Balance,
	/// What a claim would pay now.
	pub claimable: Balance,
}

/// What all have locked, and what they have got for it. Amounts are in planck of BHTD.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct TotalsView<AccountId, Balance> {
	/// Where fees wait and dividends are kept.
	pub pot: AccountId,
	/// How many have a record.
	pub lockers: u32,
	/// What is locked, and earns.
	pub locked: Balance,
	/// What has been unlocked and not withdrawn.
	pub unlocking: Balance,
	/// What has arrived and belongs to nobody yet.
	pub waiting: Balance,
	/// What has accrued and was not claimed.
	pub reserved: Balance,
	/// What has ever accrued.
	pub accrued: Balance,
	/// What has ever been claimed.
	pub claimed: Balance,
}
