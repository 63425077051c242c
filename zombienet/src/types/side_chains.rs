//! What the story says to the side chains' pallet and to messages, and hears from them.

use super::{Event, Value};
use subxt::{events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32};

events![SideChains.Registered, SideChains.Redeemed, Redemption.Sent];

/// A chain is registered.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Registered {
	/// Its id.
	pub chain: u32,
	/// Who manages it.
	pub manager: AccountId32,
}

/// A redemption was paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Redeemed {
	/// The chain.
	pub chain: u32,
	/// The number of the redemption.
	pub nonce: u64,
	/// Who was paid.
	pub beneficiary: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// Points are on hold until the main chain answers.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Sent {
	/// Whose points.
	pub who: AccountId32,
	/// The number of the redemption.
	pub number: u64,
	/// What is to be paid, in planck.
	pub amount: u128,
}

/// Why a chain has lost its core.
#[derive(Clone, Copy, Debug, DecodeAsType, Eq, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Suspension {
	/// Its tank could not pay for the next period.
	TankEmpty,
	/// It produced no block for too long.
	Stalled,
}

/// Where a chain stands.
#[derive(Clone, Copy, Debug, DecodeAsType, Eq, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Stage {
	/// The witnesses check its code.
	Checking,
	/// It starts with a session.
	Scheduled {
		/// The session.
		session: u32,
	},
	/// It has started and no block of it was included yet.
	Starting,
	/// It produces blocks.
	Producing {
		/// The block of the main chain that its last included one refers to.
		last: u32,
	},
	/// It has lost its core.
	Suspended {
		/// Why.
		reason: Suspension,
	},
	/// Its code was refused.
	Rejected,
	/// It goes.
	Leaving,
}

/// What is in a tank, as `sideChains.tank` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct TankView {
	/// What is left, in planck.
	pub tank: u128,
	/// What a period costs.
	pub fee: u128,
}

/// What is promised to the consumers of a chain, as `sideChains.pool` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct PoolView {
	/// What is promised, in planck.
	pub promised: u128,
	/// What the chain says its points are worth.
	pub owed: u128,
	/// What waits in the queue.
	pub queued: u128,
}

/// What of the pool stands for points, as `redemption.cover` of the side chain tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Cover {
	/// What the main chain has accepted, in planck.
	pub confirmed: u128,
	/// What of it points lie on.
	pub used: u128,
	/// What is being redeemed.
	pub reserved: u128,
}

/// A version of something that messages name: the present one.
pub fn versioned(value: Value) -> Value {
	Value::unnamed_variant("V5", [value])
}

/// A place, seen from a chain: so many chains up and then down these junctions.
pub fn location<const N: usize>(parents: u8, junctions: [Value; N]) -> Value {
	let interior = match N {
		0 => super::variant("Here"),
		_ => Value::unnamed_variant(format!("X{N}"), [super::list(junctions)]),
	};
	super::fields([("parents", super::number(parents)), ("interior", interior)])
}

/// A side chain as a junction.
pub fn parachain(id: u32) -> Value {
	Value::unnamed_variant("Parachain", [super::number(id)])
}

/// An account as a junction.
pub fn account_junction(who: &AccountId32) -> Value {
	let network = super::option(None);
	let id = super::account(who);
	Value::named_variant("AccountId32", [("network", network), ("id", id)])
}

/// An amount of what is at home in a place.
pub fn fungible(of: Value, amount: u128) -> Value {
	let amount = Value::unnamed_variant("Fungible", [super::number(amount)]);
	super::list([super::fields([("id", of), ("fun", amount)])])
}
