//! # End-to-end tests
//!
//! Starts the real binaries of BHTD Chain and plays whole stories on them, as signed extrinsics through
//! the node's RPC: what wallets do, and nothing else.
//!
//! - [`node`] starts a node on a fresh data folder, and [`network`] several that know each other.
//! - [`chain`] submits calls and reads the state after them.
//! - [`story`] is the story of a merchant, its customers, a bank and an operator on one node: a list of
//!   [`mod@steps`], each of which checks balances, events and view functions.
//! - [`witnesses`] is the story of those who make the blocks, on five nodes: they are voted in and paid,
//!   stand still, die and drop out.
//! - [`side_chains`] is the story of two merchants' chains, each with its collator, beside two witnesses:
//!   one is there from the genesis, one is registered; [`specification`] makes what they start from.
//! - [`report`] says what each step changed.
//!
//! `scripts/run` shows the first story to a person (`bhtd-story`), the test `story` plays it in CI; both
//! play the same steps with the same checks. `scripts/run --with-side-chain` shows the third and then the
//! first, on the same network (`bhtd-network`). The others take a quarter of an hour and more: the tests of
//! `network` play them where `scripts/test --network` asks for it. Everything is encoded by the metadata
//! that the node serves, so nothing has to be generated or committed when the runtime changes.

pub mod chain;
mod deadline;
pub mod network;
pub mod node;
pub mod report;
pub mod side_chains;
pub mod specification;
pub mod steps;
pub mod story;
pub mod types;
pub mod witnesses;

/// Whatever went wrong, said for a person.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The result of everything here that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Fails with a message unless the condition holds.
#[macro_export]
macro_rules! ensure {
	($condition:expr, $($message:tt)+) => {
		if !$condition {
			return Err(format!($($message)+).into());
		}
	};
}

/// Fails with a message that shows both sides unless they are equal.
pub fn ensure_eq<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result<()> {
	ensure!(found == expected, "{what}: found {found:?}, expected {expected:?}");
	Ok(())
}
