//! What the story says to the treasury and its bounties, and hears from them.

use super::Event;
use subxt::{events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32};

events![
	Bounties.BountyProposed,
	Bounties.BountyBecameActive,
	Bounties.BountyAwarded,
	Bounties.BountyClaimed,
	Bounties.BountyRejected,
	Council.Proposed,
];

/// Somebody proposes a bounty.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BountyProposed {
	/// The bounty.
	pub index: u32,
}

/// A bounty has its funds.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BountyBecameActive {
	/// The bounty.
	pub index: u32,
}

/// The curator has judged the work.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BountyAwarded {
	/// The bounty.
	pub index: u32,
	/// Whose work it was.
	pub beneficiary: AccountId32,
}

/// The work was paid for.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BountyClaimed {
	/// The bounty.
	pub index: u32,
	/// With how much, in planck.
	pub payout: u128,
	/// Whose work it was.
	pub beneficiary: AccountId32,
}

/// A bounty was rejected.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BountyRejected {
	/// The bounty.
	pub index: u32,
	/// What that cost the one who proposed it, in planck.
	pub bond: u128,
}

/// A member of the council proposes a motion.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Proposed {
	/// The number of the motion.
	pub proposal_index: u32,
	/// The hash of what it would do.
	pub proposal_hash: [u8; 32],
}
