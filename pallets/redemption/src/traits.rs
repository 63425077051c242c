//! The main chain as the pallet sees it. How messages get there, the runtime knows.

use frame_support::{traits::ConstU32, BoundedVec, Parameter};
use sp_runtime::DispatchError;

/// What an answer names the message by that it answers.
pub type QueryId = u64;

/// An error of the main chain, as it encodes it. Indices of pallets in it are the main chain's.
pub type ErrorCode = BoundedVec<u8, ConstU32<128>>;

/// What has become of a message.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer {
	/// It was done.
	Done,
	/// The number was used: an earlier message with it was done.
	Used,
	/// It was refused, and so was every earlier message with the number.
	Refused(ErrorCode),
	/// It was refused, perhaps before the number was looked at. An earlier message may have been done.
	Unheard(ErrorCode),
}

/// The way to the main chain and back.
///
/// Messages are executed there in the order in which they were sent, each once at most; answers arrive here
/// in the order in which they were given. Either can be lost.
pub trait MainChain<AccountId, Balance> {
	/// An answer as it arrives.
	type Response: Parameter;

	/// Asks the main chain to pay `amount` planck to `beneficiary`, under a number that it accepts once.
	///
	/// `payer` pays for the message. Call it inside a storage layer: one that fails may have written before.
	fn redeem(
		payer: &AccountId,
		beneficiary: &AccountId,
		amount: Balance,
		number: u64,
	) -> Result<QueryId, DispatchError>;

	/// Tells the main chain that all points of this chain that it is to stand for are worth `owed` planck.
	///
	/// `payer` pays for the message. Call it inside a storage layer: one that fails may have written before.
	fn declare(payer: &AccountId, owed: Balance) -> Result<QueryId, DispatchError>;

	/// What an answer says. `None` if nothing can be learnt from it.
	fn answer(response: &Self::Response) -> Option<Answer>;

	/// What a message costs who sends it now, in planck. `None` if none can be sent.
	fn fee() -> Option<Balance>;

	/// Lets `payer` pay for messages and lets them be sent, for a benchmark.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up(payer: &AccountId);

	/// A response that says that a message was done, for a benchmark.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_done() -> Self::Response;
}
