//! The records of the pallet. None of them knows a `Config`.

use crate::traits::QueryId;
use bhtd_primitives::ClassId;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;

/// A declaration that the main chain has not answered yet.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Declaration<Balance, BlockNumber> {
	/// What its answer will name.
	pub query: QueryId,
	/// What the main chain is told that the points are worth, in planck of BHTD.
	pub owed: Balance,
	/// Whether that is more than before.
	pub raises: bool,
	/// The block of the main chain in which it was sent.
	pub sent_at: BlockNumber,
}

/// What the pool on the main chain stands for.
///
/// Amounts are in planck of BHTD. `used <= confirmed` and `reserved <= confirmed`.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Cover<AccountId, Balance, BlockNumber> {
	/// Whose points it covers.
	pub issuer: AccountId,
	/// What the main chain has accepted as owed for points.
	pub confirmed: Balance,
	/// What of the issuer's liabilities lies on it. The rest lies on the margin of this chain.
	pub used: Balance,
	/// What the redemptions that have not been answered ask for.
	pub reserved: Balance,
	/// A declaration that has not been answered.
	pub declaring: Option<Declaration<Balance, BlockNumber>>,
}

impl<AccountId, B: Balance, BlockNumber> Cover<AccountId, B, BlockNumber> {
	/// One that covers `confirmed`, and of which nothing is used.
	pub fn new(issuer: AccountId, confirmed: B) -> Self {
		Self { issuer, confirmed, used: B::zero(), reserved: B::zero(), declaring: None }
	}

	/// What more can lie on it.
	///
	/// What is being redeemed is most often part of what is used, and still counts on its own: a class may
	/// pass to another issuer while points of it are being redeemed, and then takes its liability along, but
	/// not the redemption.
	pub fn room(&self) -> B {
		self.confirmed.saturating_sub(self.used).saturating_sub(self.reserved)
	}

	/// What the issuer has beyond its margin here: what is used, and what more could be.
	pub(crate) fn worth(&self, room: B) -> B {
		// Both are part of what is confirmed.
		self.used.saturating_add(room)
	}
}

/// A redemption that the main chain has not answered yet.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Pending<AccountId, Balance, BlockNumber> {
	/// The class of the points.
	pub class: ClassId,
	/// How many are on hold, in smallest units.
	pub points: Balance,
	/// What is to be paid for them, in planck of BHTD.
	pub amount: Balance,
	/// Who is to be paid, on the main chain.
	pub beneficiary: AccountId,
	/// What the answer that counts will name: that to the latest message.
	pub query: QueryId,
	/// The block of the main chain in which that was sent.
	pub sent_at: BlockNumber,
	/// Whether there was a message before it.
	pub retried: bool,
}

/// What the main chain was asked.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum Purpose<AccountId> {
	/// To pay a redemption.
	#[codec(index = 0)]
	Redemption {
		/// Whose points they are.
		who: AccountId,
		/// Its number.
		number: u64,
	},
	/// To take note of what the points are worth.
	#[codec(index = 1)]
	Declaration,
}

/// What a redemption would bring, before it is made.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Quote<Balance> {
	/// What the main chain would pay, in planck of BHTD.
	pub out: Balance,
	/// Whether the pool stands for it, so that it could be sent now.
	pub covered: bool,
	/// What the message costs who sends it, in planck of BHTD on this chain; beside the fee for the
	/// transaction. Nothing if no message can be sent now.
	pub fee: Option<Balance>,
}
