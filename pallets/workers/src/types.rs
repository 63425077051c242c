//! The records of the pallet. None of them knows a `Config`.

use bhtd_accumulator::Position;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;

/// Eras are counted from the genesis.
pub type EraIndex = u32;

/// What a worker offers to do, and for how much. It never changes.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Terms<Balance, Hash, Title, Url> {
	/// The hash of the document that says what is to be done.
	pub document: Hash,
	/// What it is about, as UTF-8; not empty.
	pub title: Title,
	/// Where the document is found, as UTF-8; empty if nowhere.
	pub url: Url,
	/// Planck of BHTD for each era; more than zero.
	pub pay: Balance,
	/// For how many eras; at least one.
	pub eras: EraIndex,
}

impl<B: Balance, Hash, Title, Url> Terms<B, Hash, Title, Url> {
	/// Planck of BHTD for all eras together. Saturates: what is more than a balance can say is above every
	/// bound as well.
	pub fn total(&self) -> B {
		self.pay.saturating_mul(self.eras.into())
	}
}

/// How far a worker has come.
///
/// From `Proposed` to `Approved` by the approval, and from there to `Ended` after the last era or by being
/// stopped. What is stopped while it is proposed is gone at once.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Stage {
	/// Waits for an approval.
	#[codec(index = 0)]
	Proposed,
	/// Is paid from the first of these eras to the last.
	#[codec(index = 1)]
	Approved {
		/// The era after the approval.
		first: EraIndex,
		/// The last one, too.
		last: EraIndex,
	},
	/// Earns nothing any more.
	#[codec(index = 2)]
	Ended,
}

/// Somebody who works for the community.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Worker<AccountId, Balance, Terms, Ticket> {
	/// Who has proposed it, and pays the deposit.
	pub proposer: AccountId,
	/// Who is paid.
	pub beneficiary: AccountId,
	/// What is done for how much.
	pub terms: Terms,
	/// How far it has come.
	pub stage: Stage,
	/// The share in what is paid for an era; its weight is the pay while it is at work, otherwise zero.
	pub share: Position<Balance>,
	/// Planck of BHTD that have been paid out.
	pub claimed: Balance,
	/// The deposit for the record.
	pub ticket: Ticket,
}

/// The era that runs.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Era<BlockNumber> {
	/// Its number.
	pub index: EraIndex,
	/// Its first block.
	pub start: BlockNumber,
}

/// A worker as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct WorkerView<AccountId, Balance, Terms> {
	/// Who has proposed it.
	pub proposer: AccountId,
	/// Who is paid.
	pub beneficiary: AccountId,
	/// What is done for how much.
	pub terms: Terms,
	/// How far it has come.
	pub stage: Stage,
	/// Planck of BHTD that have been paid out.
	pub claimed: Balance,
	/// Planck of BHTD that a claim would pay now.
	pub claimable: Balance,
}

/// The era that runs, and its money in planck of BHTD.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct EraView<Balance, BlockNumber> {
	/// Its number.
	pub index: EraIndex,
	/// Its first block.
	pub start: BlockNumber,
	/// The first block of the next one.
	pub end: BlockNumber,
	/// The most that all workers together can be paid for an era.
	pub budget: Balance,
	/// What those at work have been promised for this one.
	pub promised: Balance,
	/// What those at work would be paid for it if it ended now: less than promised if budget or treasury do
	/// not allow it, and all are cut in proportion then.
	pub payable: Balance,
	/// What those have been promised for an era who begin with the next one.
	pub beginning: Balance,
	/// How many are at work or begin with the next one.
	pub workers: u32,
}

/// What has been paid altogether, in planck of BHTD.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct TotalsView<AccountId, Balance> {
	/// Where pay lies until it is claimed.
	pub pot: AccountId,
	/// What workers have ever earned.
	pub earned: Balance,
	/// What of it was claimed.
	pub claimed: Balance,
	/// What of it was not.
	pub reserved: Balance,
}
