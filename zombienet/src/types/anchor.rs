//! What the story says about the settlement token and hears of it.

use super::{account, fields, number, option, Event};
use subxt::{
	dynamic::Value, events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32,
};

events![
	Anchor.CurrencyCreated,
	Anchor.Attested,
	Anchor.Minted,
	Anchor.MintingHalted,
	Anchor.MintingResumed,
	Anchor.Admitted,
	Anchor.RedemptionAsked,
	Anchor.PaymentClaimed,
	Anchor.RedemptionClosed,
];

/// What a currency demands of those who issue, hold and redeem it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Terms {
	/// Planck that compensate for a whole token, with 18 more digits.
	pub rate: u128,
	/// For how many blocks an attestation counts.
	pub freshness: u32,
	/// In how many blocks in a row there is a limit to minting.
	pub window: u32,
	/// How many units that is.
	pub window_limit: u128,
	/// How many blocks an institution has to pay.
	pub redemption_period: u32,
	/// How many blocks a holder has to object.
	pub objection_period: u32,
	/// How many blocks there are to decide about it.
	pub arbitration_period: u32,
	/// What a default costs beyond the compensation, in millionths of it.
	pub penalty: u32,
	/// The least units of a redemption.
	pub minimum_redemption: u128,
	/// The most units of an account that is not identified.
	pub holding_limit: Option<u128>,
}

impl From<Terms> for Value {
	fn from(terms: Terms) -> Self {
		fields([
			("rate", number(terms.rate)),
			("freshness", number(terms.freshness)),
			("window", number(terms.window)),
			("window_limit", number(terms.window_limit)),
			("redemption_period", number(terms.redemption_period)),
			("objection_period", number(terms.objection_period)),
			("arbitration_period", number(terms.arbitration_period)),
			("penalty", number(terms.penalty)),
			("minimum_redemption", number(terms.minimum_redemption)),
			("holding_limit", option(terms.holding_limit.map(number))),
		])
	}
}

/// A currency.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Currency {
	/// Its name and symbol.
	pub code: Vec<u8>,
	/// Its decimals.
	pub decimals: u8,
	/// Its terms.
	pub terms: Terms,
	/// Whether nobody can mint it.
	pub halted: bool,
}

/// A currency, as `anchor.currency` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CurrencyView {
	/// The currency.
	pub currency: Currency,
	/// Units in circulation.
	pub total: u128,
	/// The keyless account that mints and burns it.
	pub account: AccountId32,
}

/// Whether an institution may mint.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Standing {
	Admitted,
	Defaulted,
	Dismissed,
}

/// What an institution owes for a currency.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Institution {
	/// Whether it may mint.
	pub standing: Standing,
	/// Units that it has minted and that circulate.
	pub outstanding: u128,
	/// Units that it was asked to redeem.
	pub pending: u128,
	/// Planck that its margin owes to compensate for those that circulate.
	pub owed: u128,
	/// Planck that it owes beside them for not paying.
	pub penalties: u128,
	/// How many redemptions it was asked for.
	pub redemptions: u64,
}

/// What keeps an institution from minting more.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Limit {
	Standing,
	Halt,
	Role,
	Attestation,
	Reserve,
	Bond,
	Window,
	Issuance,
}

/// An institution, as `anchor.institution` tells it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct InstitutionView {
	/// The record.
	pub institution: Institution,
	/// Whether its attestation counts.
	pub is_fresh: bool,
	/// Units it can mint now.
	pub mintable: u128,
	/// What keeps it from more.
	pub limit: Limit,
}

/// Identifies a redemption.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RedemptionId {
	/// The currency.
	pub currency: u32,
	/// Who is to pay.
	pub institution: AccountId32,
	/// Which of its redemptions.
	pub number: u64,
}

impl From<RedemptionId> for Value {
	fn from(redemption: RedemptionId) -> Self {
		fields([
			("currency", number(redemption.currency)),
			("institution", account(&redemption.institution)),
			("number", number(redemption.number)),
		])
	}
}

/// How far a redemption has come.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Progress {
	Asked,
	Claimed,
	Disputed,
}

/// An open redemption.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Redemption {
	/// Who is to be paid.
	pub holder: AccountId32,
	/// How many units.
	pub amount: u128,
	/// Planck that the margin owes for it.
	pub compensation: u128,
	/// Planck that it owes beside them if the institution is in default.
	pub penalty: u128,
	/// Whether it is too small for a default.
	pub is_small: bool,
	/// How far it has come.
	pub state: Progress,
	/// What the state waits for ends before this block.
	pub deadline: u32,
	/// What the institution needs to find the payee.
	pub reference: Vec<u8>,
}

/// What may be done with a redemption.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Action {
	ClaimPaid,
	Acknowledge,
	Back,
	Object,
	Decide,
	Settle,
}

/// What somebody may do with a redemption, and when.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Move {
	/// What.
	pub action: Action,
	/// Who; anybody who may if nobody is named.
	pub who: Option<AccountId32>,
	/// From which block on, if that lies in the future.
	pub from: Option<u32>,
	/// The first block in which it is too late.
	pub until: Option<u32>,
}

/// An open redemption, as `anchor.redemption` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RedemptionView {
	/// The redemption.
	pub redemption: Redemption,
	/// Planck at stake by an objection.
	pub stake: u128,
	/// What may be done with it.
	pub moves: Vec<Move>,
}

/// There is a currency.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CurrencyCreated {
	/// The currency.
	pub currency: u32,
	/// Its name and symbol.
	pub code: Vec<u8>,
	/// Its decimals.
	pub decimals: u8,
	/// Its terms.
	pub terms: Terms,
}

/// An institution may mint a currency.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Admitted {
	/// The currency.
	pub currency: u32,
	/// The institution.
	pub institution: AccountId32,
}

/// An institution has said what it has in reserve.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Attested {
	/// The currency.
	pub currency: u32,
	/// The institution.
	pub institution: AccountId32,
	/// How many units.
	pub reserve: u128,
}

/// Tokens were minted.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Minted {
	/// The currency.
	pub currency: u32,
	/// By whom.
	pub institution: AccountId32,
	/// For whom.
	pub to: AccountId32,
	/// How many units.
	pub amount: u128,
	/// Planck that the margin owes for them.
	pub liability: u128,
}

/// Nobody can mint a currency.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MintingHalted {
	/// The currency.
	pub currency: u32,
}

/// A currency can be minted again.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MintingResumed {
	/// The currency.
	pub currency: u32,
}

/// Tokens were given back to be paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RedemptionAsked {
	/// The redemption.
	pub redemption: RedemptionId,
	/// Who is to be paid.
	pub holder: AccountId32,
	/// How many units.
	pub amount: u128,
	/// Planck that compensate for them.
	pub compensation: u128,
	/// Planck that a default costs beside them.
	pub penalty: u128,
	/// The institution has to pay before this block.
	pub deadline: u32,
	/// What the institution needs to find the payee.
	pub reference: Vec<u8>,
}

/// An institution says that it has paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct PaymentClaimed {
	/// The redemption.
	pub redemption: RedemptionId,
	/// The holder may object before this block.
	pub deadline: u32,
}

/// Why a redemption was closed.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Ground {
	Acknowledged,
	Decided,
	Overdue,
}

/// How a redemption ended.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Outcome {
	/// The holder counts as paid.
	Paid {
		/// Planck of the stake of its objection that went to the institution.
		forfeited: u128,
	},
	/// The margin of the institution has paid the holder.
	Compensated {
		/// Planck that it owed.
		compensation: u128,
		/// Planck beyond that.
		penalty: u128,
		/// Whether the institution may not mint any more.
		in_default: bool,
	},
}

/// A redemption is closed.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RedemptionClosed {
	/// The redemption.
	pub redemption: RedemptionId,
	/// Why.
	pub ground: Ground,
	/// How it ended.
	pub outcome: Outcome,
}
