//! What is pending, and of which kind.

use crate::Config;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::Bounded;
use scale_info::TypeInfo;
use sp_runtime::traits::BlockNumberProvider;

/// The number of a proposal.
pub type ProposalId = u32;

/// The call type of a runtime.
pub type RuntimeCallOf<T> = <T as Config>::RuntimeCall;

/// The block number delays are measured in.
pub type ProvidedBlockNumberOf<T> =
	<<T as Config>::BlockNumberProvider as BlockNumberProvider>::BlockNumber;

/// A scheduled call of a runtime: its encoding, or the hash of it.
pub type TaskOf<T> = Bounded<RuntimeCallOf<T>, <T as frame_system::Config>::Hashing>;

/// A [`PendingCall`] of a runtime.
pub type PendingCallOf<T> =
	PendingCall<ProvidedBlockNumberOf<T>, <T as frame_system::Config>::Hash, TaskOf<T>>;

/// A [`PendingCallView`] of a runtime.
pub type PendingCallViewOf<T> =
	PendingCallView<ProvidedBlockNumberOf<T>, <T as frame_system::Config>::Hash, RuntimeCallOf<T>>;

/// How much a call of the list takes to be enacted.
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
pub enum Kind {
	/// It replaces code or state that others rely on.
	#[codec(index = 0)]
	Upgrade,
	/// It changes a setting.
	#[codec(index = 1)]
	Setting,
}

/// Something that is going to be done.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct PendingCall<BlockNumber, Hash, Task> {
	/// What the list said when it was proposed.
	pub kind: Kind,
	/// The block in which it is done.
	pub at: BlockNumber,
	/// The hash of the call.
	pub hash: Hash,
	/// What is scheduled: the call, wrapped.
	pub task: Task,
}

/// Everything a wallet shows about something that is going to be done.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct PendingCallView<BlockNumber, Hash, Call> {
	/// The number it was given.
	pub id: ProposalId,
	/// What the list said when it was proposed.
	pub kind: Kind,
	/// The block in which it is done.
	pub at: BlockNumber,
	/// The hash of the call.
	pub hash: Hash,
	/// The call; `None` if it can no longer be read, and so will not be done.
	pub call: Option<Call>,
}

/// What a runtime has on its list.
pub trait Classify<Call> {
	/// The kind of `call`; `None` for whatever is not on the list.
	///
	/// It must be `None` for calls that contain calls: nobody would know what they do.
	fn classify(call: &Call) -> Option<Kind>;
}
