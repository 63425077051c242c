//! What the story says to the chain and hears from it: calls, events and the answers of view functions.
//!
//! Only the fields that the story looks at are named; the metadata of the node tells where they are.

use crate::Result;
use std::{fmt::Debug, str::FromStr};
use subxt::{
	dynamic::Value,
	events::DecodeAsEvent,
	ext::{scale_decode::DecodeAsType, scale_value::Composite},
	transactions::DynamicPayload,
	utils::AccountId32,
};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// A call of a pallet with its arguments by name.
pub type Call = DynamicPayload<Composite<()>>;

/// A call of `pallet` by name.
pub fn call<const N: usize>(pallet: &str, name: &str, arguments: [(&str, Value); N]) -> Call {
	subxt::dynamic::tx(pallet, name, Composite::named(arguments))
}

/// An account as the argument of a call.
pub fn account(who: &AccountId32) -> Value {
	Value::from_bytes(who.0)
}

/// An account as the destination of a transfer.
pub fn address(who: &AccountId32) -> Value {
	Value::unnamed_variant("Id", [account(who)])
}

/// A variant without fields.
pub fn variant(name: &str) -> Value {
	Value::unnamed_variant(name, [])
}

/// A number.
pub fn number(value: impl Into<u128>) -> Value {
	Value::u128(value.into())
}

/// A list.
pub fn list(values: impl IntoIterator<Item = Value>) -> Value {
	Value::unnamed_composite(values)
}

/// Something, or nothing.
pub fn option(value: Option<Value>) -> Value {
	match value {
		Some(value) => Value::unnamed_variant("Some", [value]),
		None => variant("None"),
	}
}

/// A struct with named fields.
pub fn fields<const N: usize>(values: [(&str, Value); N]) -> Value {
	Value::named_composite(values)
}

/// An event of a pallet.
pub trait Event: DecodeAsEvent + Debug + PartialEq {
	/// The pallet that emits it.
	const PALLET: &'static str;
	/// Its name.
	const NAME: &'static str;
}

macro_rules! events {
	($($pallet:ident . $name:ident),* $(,)?) => {$(
		impl Event for $name {
			const PALLET: &'static str = stringify!($pallet);
			const NAME: &'static str = stringify!($name);
		}

		impl DecodeAsEvent for $name {
			fn is_event(pallet: &str, event: &str) -> bool {
				(pallet, event) == (Self::PALLET, Self::NAME)
			}
		}
	)*};
}

// Below the macro, which they need.
pub mod anchor;
pub mod community;
pub mod data;
pub mod side_chains;
mod store;
pub mod wholesale;

pub use store::*;

events![
	Balances.Deposit,
	TransactionPayment.TransactionFeePaid,
	Points.ClassCreated,
	Points.ReceiptBookOpened,
	Points.Awarded,
	Points.Converted,
	Points.Earned,
	Points.Redeemed,
	Witnesses.Registered,
	Witnesses.Voted,
	Witnesses.Claimed,
	Witnesses.CandidateClaimed,
	Witnesses.RewardsDivided,
	Witnesses.WitnessIdle,
];

/// BHTD came into an account, and not from another.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Deposit {
	/// Whose account.
	pub who: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// A call was paid for.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct TransactionFeePaid {
	/// By whom.
	pub who: AccountId32,
	/// With how much, in planck.
	pub actual_fee: u128,
}

/// A class of points exists.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ClassCreated {
	/// The class.
	pub class: u32,
	/// Who awards the points.
	pub issuer: AccountId32,
	/// How many there are.
	pub supply: u128,
	/// Planck per smallest unit, with 18 more digits.
	pub floor: u128,
}

/// A merchant can number receipts.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ReceiptBookOpened {
	/// The merchant.
	pub issuer: AccountId32,
	/// The book.
	pub book: u32,
}

/// Points went from the vault to a consumer.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Awarded {
	/// The class.
	pub class: u32,
	/// The consumer.
	pub who: AccountId32,
	/// How many.
	pub amount: u128,
	/// For which receipt.
	pub receipt: Receipt,
}

/// Points went back to the vault, and BHTD from the margin to the consumer.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Converted {
	/// The class.
	pub class: u32,
	/// The consumer.
	pub who: AccountId32,
	/// How many points.
	pub amount: u128,
	/// How much BHTD, in planck.
	pub out: u128,
}

/// Points went from the vault to a consumer for a purchase.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Earned {
	/// The class.
	pub class: u32,
	/// The consumer.
	pub who: AccountId32,
	/// How many.
	pub amount: u128,
}

/// Points with which a consumer has paid went back to the vault.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Redeemed {
	/// The class.
	pub class: u32,
	/// The consumer.
	pub who: AccountId32,
	/// How many.
	pub amount: u128,
}

/// An account became a candidate.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Registered {
	/// The account.
	pub who: AccountId32,
	/// Its deposit, in planck.
	pub deposit: u128,
}

/// Coins were put behind a candidate.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Voted {
	/// Whose coins.
	pub who: AccountId32,
	/// The candidate.
	pub candidate: AccountId32,
	/// How much, in planck.
	pub amount: u128,
	/// The era from which they vote.
	pub era: u32,
}

/// A voter was paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Claimed {
	/// The voter.
	pub who: AccountId32,
	/// The candidate the votes are behind.
	pub candidate: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// A candidate was paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CandidateClaimed {
	/// The candidate.
	pub who: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// The rewards of an era can be claimed.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RewardsDivided {
	/// The era they were earned in.
	pub era: u32,
	/// What was issued, in planck.
	pub issued: u128,
	/// What can be claimed, in planck.
	pub divided: u128,
	/// What is left for the next division, in planck.
	pub undivided: u128,
}

/// A witness did nothing in a whole era.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct WitnessIdle {
	/// The witness.
	pub who: AccountId32,
	/// What it lost of its deposit, in planck.
	pub fine: u128,
}

/// The receipt of an award.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Receipt {
	/// The merchant's book.
	pub book: u32,
	/// The number in it.
	pub number: u64,
}

impl From<Receipt> for Value {
	fn from(receipt: Receipt) -> Self {
		fields([("book", number(receipt.book)), ("number", number(receipt.number))])
	}
}

/// The margin of an account in one role, as `margin.account` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarginView {
	/// What the hold says, in planck.
	pub held: u128,
	/// The liabilities registered against it.
	pub owed: u128,
	/// The role's own bond.
	pub minimum: u128,
	/// How much more could be owed now.
	pub capacity: u128,
}

/// The terms of a role, as `margin.terms` tells them.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Terms {
	/// The least margin, in planck.
	pub minimum: u128,
	/// How many blocks pass between the announcement of an exit and the withdrawal.
	pub notice: u32,
}

/// A class of points, as `points.class` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ClassView {
	/// The merchant who awards the points.
	pub issuer: AccountId32,
	/// The keyless account that holds what does not circulate.
	pub vault: AccountId32,
	/// How many points there are.
	pub supply: u128,
	/// How many are out.
	pub circulating: u128,
	/// Planck per smallest unit, with 18 more digits.
	pub floor: u128,
	/// What is owed for the points that are out.
	pub liability: u128,
	/// Whether the merchant has paused awards.
	pub awards_paused: bool,
}

/// What an award would mean, as `points.quote_award` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct AwardQuote {
	/// By how much more would be owed.
	pub liability_increase: u128,
	/// How much more could be owed.
	pub capacity: u128,
	/// Whether it would succeed with an unused receipt.
	pub allowed: bool,
}

/// What elections go by; a part of `Witnesses.CurrentParameters`.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Parameters {
	/// How many witnesses are elected.
	pub witnesses: u32,
	/// The least deposit, in planck.
	pub minimum_deposit: u128,
	/// The least vote, in planck.
	pub minimum_vote: u128,
	/// After how many eras a vote counts.
	pub maturity: u32,
	/// The part of its deposit that an idle witness loses, in billionths.
	pub idle_fine: u32,
}

/// Whether a candidate can be elected.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum CandidateStatus {
	/// It can.
	Active,
	/// Not until it resumes.
	Chilled {
		/// The era in which that began.
		since: u32,
	},
	/// Never again.
	Leaving {
		/// The era from which its deposit can be withdrawn.
		until: u32,
	},
}

/// A candidate, as `witnesses.candidate` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CandidateView {
	/// Whether it can be elected.
	pub status: CandidateStatus,
	/// What it has deposited, in planck.
	pub deposit: u128,
	/// The part of it that counts in elections.
	pub matured_deposit: u128,
	/// What the votes that count are worth.
	pub voting: u128,
	/// How many stand before it in an election held now.
	pub rank: Option<u32>,
	/// The points it has earned in the era that runs.
	pub points: u32,
	/// Rewards that it can claim, in planck.
	pub rewards: u128,
}

/// The votes of somebody behind a candidate, as `witnesses.position` tells them.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct PositionView {
	/// What they are worth, in planck.
	pub value: u128,
	/// What those are worth that count.
	pub voting: u128,
	/// Rewards that can be claimed.
	pub claimable: u128,
}

/// The public session keys that a node has made for somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionKeys {
	/// All keys, one after the other.
	pub keys: Vec<u8>,
	/// That whoever they were made for has them.
	pub proof: Vec<u8>,
}

impl SessionKeys {
	/// How many bytes each key has.
	const KEY_LENGTH: usize = 32;

	/// The call with which the owner tells the chain.
	pub fn set_call(&self) -> Call {
		let keys = list(self.keys.chunks(Self::KEY_LENGTH).map(Value::from_bytes));
		call("Session", "set_keys", [("keys", keys), ("proof", Value::from_bytes(&self.proof))])
	}
}

/// Somebody in the story: a name and the key it comes from.
pub struct Person {
	/// How the reports call the person.
	pub name: &'static str,
	/// The person's key.
	pub key: Keypair,
	/// The person's account.
	pub id: AccountId32,
}

impl Person {
	/// The person whose key is derived from `uri`, such as `//Bob`.
	pub fn new(name: &'static str, uri: &str) -> Result<Self> {
		let key = Keypair::from_uri(&SecretUri::from_str(uri)?)?;
		Ok(Self { name, id: key.public_key().to_account_id(), key })
	}
}
