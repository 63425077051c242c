//! What the pallet asks of the runtime: a registry of chains and cores to run them on.
//!
//! How a runtime does that, and what protocol the chains speak, is not known here. All functions may
//! write more than once before they fail: the pallet calls them from dispatchables or inside a storage
//! layer.

use crate::types::{ChainId, Code, CoreIndex, Onboarding};
use alloc::vec::Vec;
use sp_runtime::{DispatchError, DispatchResult};

/// Where chains are registered, and what is known of them.
pub trait Registry<BlockNumber, Hash> {
	/// Takes the next free id. It is never given again.
	fn reserve_id() -> Result<ChainId, DispatchError>;

	/// Whether a genesis head and a code of these lengths, in bytes, would be accepted.
	fn fits(head: u32, code: u32) -> bool;

	/// The length in bytes of the stored code with this hash, if it is stored and has been checked.
	fn code_length(hash: &Hash) -> Option<u32>;

	/// Registers a chain, without taking a deposit. Unless the code is stored, it must be checked first;
	/// [`Self::onboarding`] tells how far that has come.
	///
	/// No account may get power over the chain by this: what its manager may do is this pallet's to say.
	fn register(chain: ChainId, head: Vec<u8>, code: Code<Vec<u8>, Hash>) -> DispatchResult;

	/// How far the registration of a chain has come.
	fn onboarding(chain: ChainId) -> Onboarding;

	/// Removes a chain, whether live or rejected. Fails while something still hangs on it: messages that
	/// have not been processed, a code that is being checked, an onboarding that is under way.
	fn deregister(chain: ChainId) -> DispatchResult;

	/// The hash of a chain's code.
	fn code_hash(chain: ChainId) -> Option<Hash>;

	/// Replaces the code of a live chain, after whatever check and delay the protocol demands.
	fn schedule_upgrade(chain: ChainId, code: Code<Vec<u8>, Hash>) -> DispatchResult;

	/// The last included head of a chain. Its consumers prove against it what they have.
	fn head(chain: ChainId) -> Option<Vec<u8>>;

	/// Replaces the head of a live chain at once. Fails if the chain is not live.
	fn set_head(chain: ChainId, head: Vec<u8>) -> DispatchResult;

	/// The block of this chain, at or shortly before the inclusion, that the last included block of
	/// `chain` refers to; `None` if there is none.
	fn last_included(chain: ChainId) -> Option<BlockNumber>;

	/// A code that nobody knows and that fits, of `length` bytes if possible, for a benchmark.
	#[cfg(feature = "runtime-benchmarks")]
	fn new_code(length: u32) -> Vec<u8>;

	/// Stores a code as checked, so that a benchmark can use it, and gives its hash.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_code(code: Vec<u8>) -> Hash;

	/// Finishes the onboarding of a registered chain at once, with a block included now, so that a
	/// benchmark has one.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_live(chain: ChainId);
}

/// The cores that chains are run on.
///
/// Assignments of one core may have to be at least a block apart; the pallet sees to that.
pub trait Cores {
	/// How many cores the witnesses can serve.
	fn capacity() -> u32;

	/// How many cores there are or are about to be, whoever uses them.
	fn count() -> u32;

	/// Adds a core, perhaps with a delay, and gives its index. It can be assigned at once.
	fn add() -> Result<CoreIndex, DispatchError>;

	/// Runs `chain` and nothing else on `core`, until further notice.
	fn assign(core: CoreIndex, chain: ChainId) -> DispatchResult;

	/// Runs nothing on `core`, until further notice.
	fn release(core: CoreIndex) -> DispatchResult;

	/// Lets the witnesses serve at least `count` cores, so that a benchmark can add them.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_capacity(count: u32);
}
