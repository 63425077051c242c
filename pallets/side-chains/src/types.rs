//! The records of chains, cores, tanks and pools.

use crate::{math::Bucket, nonces::Nonces};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Identifies a side chain: its para id.
pub type ChainId = u32;

/// Identifies a core.
pub type CoreIndex = u16;

/// The code of a chain: its bytes, or the hash of a code that the chain of witnesses stores already.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Code<Bytes, Hash> {
	/// The bytes.
	#[codec(index = 0)]
	Own(Bytes),
	/// A stored code.
	#[codec(index = 1)]
	Stored(Hash),
}

/// What a chain tells the public about itself.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Details<Name, Uri> {
	/// Its name, UTF-8.
	pub name: Name,
	/// Where more is found: chain specification, bootnodes, the shop. The pallet does not read it.
	pub uri: Uri,
}

/// How far the registry has come with a chain.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum Onboarding {
	/// The witnesses check its code.
	#[codec(index = 0)]
	Checking,
	/// Its code was accepted; it starts with a session.
	#[codec(index = 1)]
	Scheduled {
		/// The session.
		session: u32,
	},
	/// It can produce blocks.
	#[codec(index = 2)]
	Live,
	/// It is being removed.
	#[codec(index = 3)]
	Offboarding,
	/// The registry does not have it: its code was rejected, or it was removed.
	#[codec(index = 4)]
	Absent,
}

/// Why a chain has lost its core.
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
pub enum Suspension {
	/// Its tank could not pay for the next period.
	#[codec(index = 0)]
	TankEmpty,
	/// It had a core and produced no block for too long.
	#[codec(index = 1)]
	Stalled,
}

/// What becomes of a chain.
///
/// A registered chain is `Onboarding` until a turn of its core finds that it has started (`Active`) or
/// was refused (`Rejected`). An active one is `Suspended` by a turn, and active again when it is resumed
/// or its tank is filled. From everywhere [`leave`](crate::Pallet::leave) leads to `Leaving`, and a
/// successful clean-up from there out of storage.
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
	/// It has a core and has not started.
	#[codec(index = 0)]
	Onboarding,
	/// It has a core.
	#[codec(index = 1)]
	Active {
		/// The block in which that was noticed, or in which it got the core back.
		since: BlockNumber,
	},
	/// It has lost its core.
	#[codec(index = 2)]
	Suspended {
		/// Why.
		reason: Suspension,
	},
	/// Its code was rejected. It has no core.
	#[codec(index = 3)]
	Rejected,
	/// It is leaving and has no core. It stays until the registry lets it go.
	#[codec(index = 4)]
	Leaving,
}

impl<BlockNumber> Status<BlockNumber> {
	/// Whether a chain in this state has a core.
	pub const fn has_core(&self) -> bool {
		matches!(self, Self::Onboarding | Self::Active { .. })
	}
}

/// A side chain. All but what redemptions need, which is in its [`Pool`].
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Chain<AccountId, Balance, BlockNumber, Hash> {
	/// The group merchant whose margin stands for it.
	pub manager: AccountId,
	/// Whose hold the tank is, and to whom what is left of it goes.
	pub refund: AccountId,
	/// What the margin owes for as long as the chain is registered, in planck.
	pub deposit: Balance,
	/// What is left to pay for its core, in planck.
	pub tank: Balance,
	/// What becomes of it.
	pub status: Status<BlockNumber>,
	/// When it last authorised a code.
	pub authorized_at: Option<BlockNumber>,
	/// The hash of the code it has authorised and that was not applied yet.
	pub authorized: Option<Hash>,
}

/// A lowering of a pool that was announced.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Lowering<Balance, BlockNumber> {
	/// By how much at most, in planck.
	pub amount: Balance,
	/// From which block on. It lapses as long after that as it was announced before.
	pub from: BlockNumber,
}

/// What the margin of a merchant has promised to the consumers of a chain, and how it may be taken.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Pool<AccountId, Balance, BlockNumber> {
	/// Whose margin pays.
	pub manager: AccountId,
	/// What the margin owes, in planck.
	pub promised: Balance,
	/// The part of it that the chain says its points are worth.
	pub owed: Balance,
	/// The part of it that redemptions in the queue are waiting for. They are no longer `owed`.
	pub queued: Balance,
	/// How much may be redeemed how fast.
	pub bucket: Bucket<Balance, BlockNumber>,
	/// The place of the first redemption in the queue.
	pub head: u64,
	/// The place behind the last.
	pub tail: u64,
	/// The numbers of redemptions that were used.
	pub nonces: Nonces,
	/// A lowering that was announced.
	pub lowering: Option<Lowering<Balance, BlockNumber>>,
}

/// A redemption that waits.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Redemption<AccountId, Balance> {
	/// Its number, given by the chain.
	pub nonce: u64,
	/// Who is to be paid.
	pub beneficiary: AccountId,
	/// How much, in planck.
	pub amount: Balance,
}

/// A chain that runs from the first block.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct GenesisChain<AccountId, Balance> {
	/// Its id. The registry has it, live, and gives it to nobody else.
	pub chain: ChainId,
	/// Its core, which runs it from the first block on.
	pub core: CoreIndex,
	/// Its name, UTF-8.
	pub name: Vec<u8>,
	/// A group merchant, with a margin for its deposit and its pool.
	pub manager: AccountId,
	/// Who holds the tank. The manager fills it.
	pub refund: AccountId,
	/// What is in the tank, in planck.
	pub tank: Balance,
	/// What is promised to its consumers, in planck.
	pub pool: Balance,
}

/// A core that this pallet gives to chains.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Slot<BlockNumber> {
	/// The core.
	pub core: CoreIndex,
	/// The chain it runs.
	pub chain: Option<ChainId>,
	/// The block of the last change. Assignments of one block would add up instead of replacing each
	/// other, so there is at most one.
	pub changed: BlockNumber,
}

/// Where a chain stands, for wallets and portals.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum Stage<BlockNumber> {
	/// The witnesses check its code.
	#[codec(index = 0)]
	Checking,
	/// It starts with a session.
	#[codec(index = 1)]
	Scheduled {
		/// The session.
		session: u32,
	},
	/// It has started and no block of it was included yet.
	#[codec(index = 2)]
	Starting,
	/// It produces blocks.
	#[codec(index = 3)]
	Producing {
		/// The block of this chain that its last included one refers to.
		last: BlockNumber,
	},
	/// It has lost its core.
	#[codec(index = 4)]
	Suspended {
		/// Why.
		reason: Suspension,
	},
	/// Its code was rejected.
	#[codec(index = 5)]
	Rejected,
	/// It is leaving.
	#[codec(index = 6)]
	Leaving,
}

/// A chain with everything kept about it, but for its pool.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ChainView<Chain, Details, BlockNumber> {
	/// The record.
	pub chain: Chain,
	/// What it says about itself.
	pub details: Details,
	/// Where it stands.
	pub stage: Stage<BlockNumber>,
	/// Its core.
	pub core: Option<CoreIndex>,
}

/// What is in a tank and how long it lasts.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct TankView<Balance, BlockNumber> {
	/// What is left, in planck.
	pub tank: Balance,
	/// What a period costs, in planck.
	pub fee: Balance,
	/// How many blocks it pays for, counted from the next charge.
	pub lasts: BlockNumber,
}

/// A pool as consumers see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct PoolView<Balance, BlockNumber> {
	/// What is promised, in planck.
	pub promised: Balance,
	/// What the chain says its points are worth.
	pub owed: Balance,
	/// What waits in the queue.
	pub queued: Balance,
	/// What can be redeemed at once at most.
	pub limit: Balance,
	/// What would be paid at once now; nothing while others wait.
	pub available: Balance,
	/// How many redemptions wait.
	pub waiting: u64,
	/// A lowering that was announced.
	pub lowering: Option<Lowering<Balance, BlockNumber>>,
}

/// The queue of a pool, first come first.
pub type QueueView<AccountId, Balance> = Vec<Redemption<AccountId, Balance>>;
