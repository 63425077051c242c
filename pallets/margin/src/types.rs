//! The records of the ledger.

use crate::Config;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::fungible::Inspect, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::traits::BlockNumberProvider;

/// The balance of a [`Config::Currency`].
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// The block number notice periods are measured in.
pub type ProvidedBlockNumberOf<T> =
	<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;

/// A [`Account`] of a runtime.
pub type AccountOf<T> = Account<BalanceOf<T>, ProvidedBlockNumberOf<T>>;

/// The [`Terms`] of a runtime.
pub type TermsOf<T> = Terms<BalanceOf<T>, ProvidedBlockNumberOf<T>>;

/// What an account tells the public about itself.
pub type ProfileContentOf<T> = BoundedVec<u8, <T as Config>::MaxProfileLength>;

/// A [`Profile`] of a runtime.
pub type ProfileOf<T> = Profile<ProfileContentOf<T>, <T as Config>::Consideration>;

/// A [`AccountView`] of a runtime.
pub type AccountViewOf<T> =
	AccountView<BalanceOf<T>, ProvidedBlockNumberOf<T>, ProfileContentOf<T>>;

/// Who is paid by a penalty, and how much.
pub type PaymentsOf<T> = BoundedVec<
	(<T as frame_system::Config>::AccountId, BalanceOf<T>),
	<T as Config>::MaxBeneficiaries,
>;

/// Whether an account with a role is leaving it.
///
/// `announce_exit` leads from `Active` to `Exiting`, `cancel_exit` back, and `withdraw` out of the
/// ledger when nothing is owed.
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
pub enum Status<BlockNumber> {
	/// Liabilities may be added while the margin allows.
	#[codec(index = 0)]
	Active,
	/// Liabilities are only honoured.
	#[codec(index = 1)]
	Exiting {
		/// The first block in which margin can be withdrawn.
		until: BlockNumber,
	},
}

impl<BlockNumber> Status<BlockNumber> {
	/// Whether liabilities may be added.
	pub const fn is_active(&self) -> bool {
		matches!(self, Self::Active)
	}
}

/// An account in a role. How much it holds is what its hold says.
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
pub struct Account<Balance, BlockNumber> {
	/// The liabilities registered by other pallets.
	pub owed: Balance,
	/// Whether the account is leaving the role.
	pub status: Status<BlockNumber>,
}

/// A public profile and the deposit paid for it.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Profile<Content, Ticket> {
	/// What the account says about itself; the ledger does not read it.
	pub content: Content,
	/// The deposit for the record and its profile.
	pub ticket: Ticket,
}

/// What a role demands.
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
pub struct Terms<Balance, BlockNumber> {
	/// The bond of the role. It never backs a liability.
	pub minimum: Balance,
	/// How many blocks lie between the announcement of an exit and the first withdrawal.
	pub notice: BlockNumber,
}

/// Everything a wallet shows about an account in a role.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct AccountView<Balance, BlockNumber, Profile> {
	/// The margin locked.
	pub held: Balance,
	/// What is owed out of it.
	pub owed: Balance,
	/// The minimum of the role.
	pub minimum: Balance,
	/// How much more could be owed now; zero if the account is leaving.
	pub capacity: Balance,
	/// Whether the account is leaving the role.
	pub status: Status<BlockNumber>,
	/// What the account says about itself.
	pub profile: Profile,
}
