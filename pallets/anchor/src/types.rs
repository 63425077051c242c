//! The records of the pallet. None of them knows a `Config`.

use crate::math::Bond;
use alloc::vec::Vec;
use bhtd_primitives::CurrencyId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance as BalanceT;
use scale_info::TypeInfo;
use sp_runtime::{traits::AtLeast32BitUnsigned, FixedU128, Permill};

/// What nobody can set the terms of a currency beyond.
///
/// Nothing here depends on how many decimals a currency has: a rate is that of a whole token, and amounts
/// are bounded by what they are worth in BHTD at the rate that they are set with. A rate or an amount that
/// is mistyped by orders of magnitude does not fit the other.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Bounds<Balance, BlockNumber> {
	/// Planck of BHTD per whole token. Not zero: tokens would be minted without a bond.
	pub lowest_rate: FixedU128,
	/// Planck of BHTD per whole token.
	pub highest_rate: FixedU128,
	/// The least blocks of a window. Not zero, like the periods that follow.
	pub shortest_window: BlockNumber,
	/// The least blocks that an institution has to pay: it must be able to.
	pub shortest_redemption_period: BlockNumber,
	/// The least blocks that a holder has to object: it must have the time to notice.
	pub shortest_objection_period: BlockNumber,
	/// The least blocks that there are to decide about an objection: the arbiter must have the time to
	/// meet.
	pub shortest_arbitration_period: BlockNumber,
	/// The most of every period and window of the terms, in blocks.
	pub longest_period: BlockNumber,
	/// For how long an attestation can count at most, in blocks.
	pub longest_freshness: BlockNumber,
	/// The most that an institution may be let mint in a window, in planck of BHTD.
	pub highest_window_limit: Balance,
	/// The least that a redemption must be worth unless it is all there is, in planck of BHTD. Not zero:
	/// institutions would have to wire dust.
	pub lowest_minimum_redemption: Balance,
	/// The most that a redemption may have to be worth, in planck of BHTD.
	pub highest_minimum_redemption: Balance,
	/// No account can be held to less, in planck of BHTD.
	pub lowest_holding_limit: Balance,
}

/// What a currency demands of those who issue, hold and redeem it.
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
	/// Planck of BHTD that compensate for a whole token, and that an institution's margin owes for it
	/// from its minting on.
	pub rate: FixedU128,
	/// For how many blocks after it was made an attestation counts.
	pub freshness: BlockNumber,
	/// In no so many blocks in a row may an institution mint more than [`Self::window_limit`].
	pub window: BlockNumber,
	/// Smallest units.
	pub window_limit: Balance,
	/// How many blocks an institution has to pay a redemption.
	pub redemption_period: BlockNumber,
	/// How many blocks a holder has to object to the claim that it was paid.
	pub objection_period: BlockNumber,
	/// How many blocks there are to decide about an objection.
	pub arbitration_period: BlockNumber,
	/// What a holder who was not paid gets beyond the compensation, as a part of it. The margin owes it
	/// from the minting on as well.
	pub penalty: Permill,
	/// The least units of a redemption, unless the holder has no more or the institution owes no more.
	pub minimum_redemption: Balance,
	/// The most units that an account may have which is not identified; `None` for no limit.
	pub holding_limit: Option<Balance>,
}

/// A currency. How much of it there is is what its asset says.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Currency<Code, Terms, BlockNumber> {
	/// Its name and symbol, such as `CNY`.
	pub code: Code,
	/// How many decimals its units are written with.
	pub decimals: u8,
	/// The terms.
	pub terms: Terms,
	/// When they were set.
	pub terms_set_at: BlockNumber,
	/// Whether nobody can mint it for the time being.
	pub halted: bool,
}

/// Whether an institution may mint a currency.
///
/// `admit` leads to `Admitted`, `dismiss` to `Dismissed`, and a default from `Admitted` to `Defaulted`.
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
pub enum Standing {
	/// It may, if all else is well.
	#[codec(index = 0)]
	Admitted,
	/// It has left a holder unpaid. It may not until it is admitted again.
	#[codec(index = 1)]
	Defaulted,
	/// It may no longer.
	#[codec(index = 2)]
	Dismissed,
}

impl Standing {
	/// Whether the institution may mint.
	pub const fn may_mint(self) -> bool {
		matches!(self, Self::Admitted)
	}

	/// What becomes of it when a holder was not paid.
	pub const fn after_default(self) -> Self {
		match self {
			Self::Admitted => Self::Defaulted,
			other => other,
		}
	}
}

/// What an institution says that it has in reserve.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Attestation<Balance, BlockNumber, Hash> {
	/// Smallest units of the currency.
	pub reserve: Balance,
	/// The hash of the evidence.
	pub evidence: Hash,
	/// When it was made.
	pub at: BlockNumber,
}

/// How much an institution has minted of late.
///
/// The time is cut into windows, of which the last two count in full. However far an interval as long as
/// a window is shifted, it touches no more than two of them: what is minted in it never exceeds the
/// limit, not even at a border, where a single counter could be used twice.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct WindowUse<Balance, BlockNumber> {
	/// The first block of the current window.
	pub start: BlockNumber,
	/// Units minted since.
	pub current: Balance,
	/// Units minted in the window before.
	pub previous: Balance,
}

impl<Balance: BalanceT, BlockNumber: AtLeast32BitUnsigned + Copy> WindowUse<Balance, BlockNumber> {
	/// What still counts in block `now` if windows are `length` blocks long.
	pub fn at(self, now: BlockNumber, length: BlockNumber) -> Self {
		let elapsed = now.saturating_sub(self.start);
		if elapsed < length {
			return self;
		}
		let none = Balance::zero();
		if elapsed.saturating_sub(length) < length {
			let start = self.start.saturating_add(length);
			return Self { start, current: none, previous: self.current };
		}
		Self { start: now, current: none, previous: none }
	}

	/// How much of `limit` is left. A limit that was lowered may be exceeded already.
	pub fn left(&self, limit: Balance) -> Balance {
		limit.saturating_sub(self.current).saturating_sub(self.previous)
	}
}

/// An institution that issues a currency, or once did.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Institution<Balance, BlockNumber, Hash> {
	/// Whether it may mint.
	pub standing: Standing,
	/// The last it has said of its reserve.
	pub attestation: Option<Attestation<Balance, BlockNumber, Hash>>,
	/// Units it has minted that were neither retired nor asked to be redeemed.
	pub outstanding: Balance,
	/// Units that were asked to be redeemed and are not settled yet. They are burnt already, but still
	/// to be paid out of the reserve.
	pub pending: Balance,
	/// Planck of BHTD that the margin owes to compensate for the outstanding units.
	pub owed: Balance,
	/// Planck of BHTD that the margin owes beside it for not paying for them.
	pub penalties: Balance,
	/// How much it has minted of late.
	pub window: WindowUse<Balance, BlockNumber>,
	/// How many redemptions it has been asked for, and the number of the next.
	pub redemptions: u64,
}

impl<Balance: BalanceT, BlockNumber: Default, Hash> Institution<Balance, BlockNumber, Hash> {
	/// One that is new to the currency.
	pub fn admitted() -> Self {
		Self {
			standing: Standing::Admitted,
			attestation: None,
			outstanding: Balance::zero(),
			pending: Balance::zero(),
			owed: Balance::zero(),
			penalties: Balance::zero(),
			window: WindowUse {
				start: BlockNumber::default(),
				current: Balance::zero(),
				previous: Balance::zero(),
			},
			redemptions: 0,
		}
	}

	/// What its margin owes for the outstanding units.
	pub fn bond(&self) -> Bond<Balance> {
		Bond { compensation: self.owed, penalty: self.penalties }
	}

	/// Whether nothing is lost if it is forgotten: nothing is outstanding, and no number of a redemption
	/// would be given twice.
	pub fn is_unused(&self) -> bool {
		self.outstanding.is_zero() && self.redemptions == 0
	}
}

/// Identifies a redemption. No id is given twice.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct RedemptionId<AccountId> {
	/// The currency.
	pub currency: CurrencyId,
	/// Who is to pay.
	pub institution: AccountId,
	/// The redemptions of the currency at the institution, counted from zero.
	pub number: u64,
}

/// What may be done with a redemption that is open.
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
pub enum Action {
	/// The institution says that it has paid.
	#[codec(index = 0)]
	ClaimPaid,
	/// The holder has got its money, or drops the matter.
	#[codec(index = 1)]
	Acknowledge,
	/// Somebody puts down what an objection takes, for the holder.
	#[codec(index = 2)]
	Back,
	/// The holder denies that it was paid.
	#[codec(index = 3)]
	Object,
	/// The arbiter decides.
	#[codec(index = 4)]
	Decide,
	/// Anybody has it closed the way it closes when its deadline has passed.
	#[codec(index = 5)]
	Settle,
}

impl Action {
	/// All of them.
	pub const ALL: [Self; 6] =
		[Self::ClaimPaid, Self::Acknowledge, Self::Back, Self::Object, Self::Decide, Self::Settle];
}

/// When an action is possible.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Timing {
	/// Before the deadline.
	Before,
	/// From the block of the deadline on.
	From,
	/// As long as the redemption is in this state.
	Whenever,
}

/// How far a redemption has come.
///
/// `Asked` becomes `Claimed` by `claim_paid`, and a default by `settle` from its deadline on. `Claimed`
/// becomes `Disputed` by `object`, and is taken as paid by `settle` from its deadline on. `Disputed` is
/// closed by `decide`, or by `settle` from its deadline on, as not paid and nobody's fault. `acknowledge`
/// closes it in every state. A closed redemption leaves storage.
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
pub enum State {
	/// The institution has to pay. The deadline is that of its claim to have done so.
	#[codec(index = 0)]
	Asked,
	/// The institution says that it has paid. The deadline is that of an objection.
	#[codec(index = 1)]
	Claimed,
	/// The holder denies it. The deadline is that of the decision.
	#[codec(index = 2)]
	Disputed,
}

impl State {
	/// When `action` is possible in this state; `None` if it is not.
	pub const fn timing(self, action: Action) -> Option<Timing> {
		match (self, action) {
			(_, Action::Settle) => Some(Timing::From),
			(_, Action::Acknowledge) => Some(Timing::Whenever),
			(Self::Asked, Action::ClaimPaid)
			| (Self::Claimed, Action::Back | Action::Object)
			| (Self::Disputed, Action::Decide) => Some(Timing::Before),
			_ => None,
		}
	}
}

/// What is lost by a wrong objection.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Stake<AccountId, Balance> {
	/// Whose account it is on hold in: the holder's, or that of somebody who believes the holder.
	pub payer: AccountId,
	/// Planck of BHTD.
	pub amount: Balance,
}

/// An open redemption. Everything it needs is pinned here when it is asked for.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Redemption<AccountId, Balance, BlockNumber, Reference, Ticket> {
	/// Who is to be paid.
	pub holder: AccountId,
	/// Units that were burnt for it.
	pub amount: Balance,
	/// Planck of BHTD that the margin of the institution owes for it, and the holder gets if it is not
	/// paid.
	pub compensation: Balance,
	/// Planck of BHTD that the margin owes beside it, and the holder gets if the institution is in
	/// default.
	pub penalty: Balance,
	/// Whether it is less than the minimum: the institution may leave it to its margin to pay so little,
	/// and is in default only if it claimed to have paid.
	pub is_small: bool,
	/// How many blocks the holder has to object.
	pub objection_period: BlockNumber,
	/// How many blocks there are to decide about it.
	pub arbitration_period: BlockNumber,
	/// How far it has come.
	pub state: State,
	/// What the state waits for ends before this block.
	pub deadline: BlockNumber,
	/// What is on hold for an objection, whether it has been made or somebody backs it before.
	pub stake: Option<Stake<AccountId, Balance>>,
	/// What the institution needs to find the payee: a number both know, or the hash of an account.
	pub reference: Reference,
	/// The deposit that the holder pays for the redemption.
	pub ticket: Ticket,
}

/// What an arbiter says of an objection.
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
pub enum Verdict {
	/// The holder was paid and should not have objected.
	#[codec(index = 0)]
	Paid,
	/// The holder was not paid, and should have been.
	#[codec(index = 1)]
	NotPaid,
	/// The holder was not paid, and the institution is not to blame: it could not find the payee, or must
	/// not pay it.
	#[codec(index = 2)]
	Excused,
}

/// Why a redemption was closed.
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
pub enum Ground {
	/// The holder said so.
	#[codec(index = 0)]
	Acknowledged,
	/// The arbiter decided.
	#[codec(index = 1)]
	Decided,
	/// The deadline of the party that had to act has passed.
	#[codec(index = 2)]
	Overdue,
}

/// How a redemption ended.
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
pub enum Outcome<Balance> {
	/// The holder counts as paid, and the margin of the institution owes no more for it.
	#[codec(index = 0)]
	Paid {
		/// Planck of BHTD of the stake of an objection that went to the institution.
		forfeited: Balance,
	},
	/// The holder was not paid, and got BHTD out of the margin of the institution.
	#[codec(index = 1)]
	Compensated {
		/// Planck of what the margin owed for the redemption.
		compensation: Balance,
		/// Planck beyond it; zero unless the institution is in default.
		penalty: Balance,
		/// Whether the institution is in default by it.
		in_default: bool,
	},
}

/// A currency as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CurrencyView<Currency, Balance, AccountId> {
	/// The record.
	pub currency: Currency,
	/// Units in circulation, those of all institutions.
	pub total: Balance,
	/// The keyless account that alone mints and burns it.
	pub account: AccountId,
}

/// What keeps an institution from minting more.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum Limit {
	/// It is not admitted.
	#[codec(index = 0)]
	Standing,
	/// Minting is halted.
	#[codec(index = 1)]
	Halt,
	/// Its role is not active.
	#[codec(index = 2)]
	Role,
	/// Its attestation is missing or too old.
	#[codec(index = 3)]
	Attestation,
	/// The reserve it attests.
	#[codec(index = 4)]
	Reserve,
	/// Its margin.
	#[codec(index = 5)]
	Bond,
	/// What may be minted in a window.
	#[codec(index = 6)]
	Window,
	/// The range of balances.
	#[codec(index = 7)]
	Issuance,
}

/// An institution as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct InstitutionView<Institution, Balance> {
	/// The record.
	pub institution: Institution,
	/// Whether its attestation counts.
	pub is_fresh: bool,
	/// Units it can mint now.
	pub mintable: Balance,
	/// What keeps it from minting more.
	pub limit: Limit,
}

/// What somebody may do with a redemption, and when.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Move<AccountId, BlockNumber> {
	/// What.
	pub action: Action,
	/// Who; anybody who may if nobody is named: the arbiter for `Decide`, everybody for `Settle`, and
	/// everybody but the institution for `Back`.
	pub who: Option<AccountId>,
	/// The first block in which it is possible, if that lies in the future.
	pub from: Option<BlockNumber>,
	/// The first block in which it is no longer possible, if there is one.
	pub until: Option<BlockNumber>,
}

/// A redemption as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct RedemptionView<Redemption, Balance, Move> {
	/// The record.
	pub redemption: Redemption,
	/// Planck of BHTD that the stake of an objection is, or would be.
	pub stake: Balance,
	/// What may be done with it, from now on, while its state is what it is.
	pub moves: Vec<Move>,
}
