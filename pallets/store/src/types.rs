//! The records of the store. None of them knows a `Config`.

use alloc::vec::Vec;
use bhtd_primitives::{ClassId, Role};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{CheckedMul, Zero},
	FixedU128, Permill,
};

/// What one piece costs, or what a buyer is willing to pay at most: planck of BHTD, points of one class,
/// or both together.
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
pub struct Price<Balance> {
	/// Planck of BHTD.
	pub bhtd: Balance,
	/// A class of points, and how many in smallest units.
	pub points: Option<(ClassId, Balance)>,
}

impl<Balance: CheckedMul + Copy + From<u32> + PartialOrd + Zero> Price<Balance> {
	/// Whether something is to be paid, and no part is there for nothing.
	pub fn is_something(&self) -> bool {
		match self.points {
			Some((_, points)) => !points.is_zero(),
			None => !self.bhtd.is_zero(),
		}
	}

	/// The price of `quantity` pieces; `None` out of range.
	pub fn times(&self, quantity: u32) -> Option<Self> {
		let quantity = Balance::from(quantity);
		let points = match self.points {
			Some((class, points)) => Some((class, points.checked_mul(&quantity)?)),
			None => None,
		};
		Some(Self { bhtd: self.bhtd.checked_mul(&quantity)?, points })
	}

	/// Whether no part exceeds that of `limit`. Points of another class than the limit's do.
	pub fn is_within(&self, limit: &Self) -> bool {
		self.bhtd <= limit.bhtd
			&& match (self.points, limit.points) {
				(None, _) => true,
				(Some((class, points)), Some((accepted, most))) => {
					class == accepted && points <= most
				}
				(Some(_), None) => false,
			}
	}
}

/// Planck of BHTD and smallest units of points.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Amounts<Balance> {
	/// Planck of BHTD.
	pub bhtd: Balance,
	/// Smallest units of points; the order says of which class.
	pub points: Balance,
}

/// Somebody a merchant accepts as arbiter.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Arbiter<AccountId> {
	/// The account.
	pub who: AccountId,
	/// The role it has to have locked margin for when an order names it.
	pub role: Role,
	/// The part of the BHTD in escrow that it is paid for deciding.
	pub fee: Permill,
}

/// What a merchant offers beside a price: everything an order pins but price and stock.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Terms<BlockNumber, Arbiters> {
	/// The category of the product; their meaning is for portals and earning rules.
	pub category: u16,
	/// In how many blocks after the order it must be shipped.
	pub delivery: BlockNumber,
	/// For how many blocks after shipping the buyer may complain; the way is part of them.
	pub returns: BlockNumber,
	/// The merchant's class of points that is earned under its rule, if any.
	pub earns: Option<ClassId>,
	/// The arbiters among whom the buyer chooses.
	pub arbiters: Arbiters,
}

/// A product: what every order reads.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Product<AccountId, Balance, Hash, Terms> {
	/// Who sells it.
	pub merchant: AccountId,
	/// What one piece costs.
	pub price: Price<Balance>,
	/// Pieces left; `None` if their number is not limited.
	pub stock: Option<u32>,
	/// Whether it cannot be ordered for the time being.
	pub paused: bool,
	/// Counts the changes of terms and description, so that nobody orders what it has not seen.
	pub revision: u32,
	/// How many orders there have been, and the number of the next.
	pub orders: u64,
	/// The link that the record of the last order begins with; see [`Step`].
	pub record: Hash,
	/// The terms of an order.
	pub terms: Terms,
}

/// The description of a product.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Content<Hash, Title, Uri> {
	/// What it is called, UTF-8.
	pub title: Title,
	/// The hash of the full description.
	pub hash: Hash,
	/// Where the full description is found.
	pub uri: Uri,
}

/// What only portals read of a product.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Listing<Content, Ticket> {
	/// The description.
	pub content: Content,
	/// The deposit that the merchant pays for the product.
	pub ticket: Ticket,
}

/// How a stock is changed. Orders change it at the same time, so that setting it blindly would be a
/// mistake sooner or later.
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
pub enum Restock {
	/// So many pieces more.
	#[codec(index = 0)]
	Add(u32),
	/// So many pieces fewer.
	#[codec(index = 1)]
	Take(u32),
	/// Another stock, or none that is limited, if the present one is what is expected.
	#[codec(index = 2)]
	Replace {
		/// The stock the merchant has seen.
		expected: Option<u32>,
		/// The stock from now on.
		with: Option<u32>,
	},
}

/// What may be done with an order that is open.
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
	/// The merchant hands the goods over to whoever brings them.
	#[codec(index = 0)]
	Ship,
	/// The merchant does not deliver.
	#[codec(index = 1)]
	Cancel,
	/// The merchant returns a part, or all, of what was paid.
	#[codec(index = 2)]
	RefundPart,
	/// The buyer is content.
	#[codec(index = 3)]
	Confirm,
	/// Buyer or merchant call the arbiter.
	#[codec(index = 4)]
	Dispute,
	/// The arbiter decides.
	#[codec(index = 5)]
	Resolve,
	/// Anybody has the order closed the way it closes when its deadline has passed.
	#[codec(index = 6)]
	Settle,
}

impl Action {
	/// All of them.
	pub const ALL: [Self; 7] = [
		Self::Ship,
		Self::Cancel,
		Self::RefundPart,
		Self::Confirm,
		Self::Dispute,
		Self::Resolve,
		Self::Settle,
	];
}

/// When an action is possible.
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
pub enum Timing {
	/// Before the deadline.
	#[codec(index = 0)]
	Before,
	/// From the block of the deadline on.
	#[codec(index = 1)]
	From,
	/// As long as the order is in this state.
	#[codec(index = 2)]
	Whenever,
}

/// How far an order has come.
///
/// `Placed` becomes `Shipped` by `ship`; it is refunded by `cancel`, or by `settle` from its deadline on.
/// `Shipped` becomes `Disputed` by `dispute`; it completes by `confirm`, or by `settle` from its deadline
/// on. `Disputed` is resolved by `resolve`, or by `settle` from its deadline on. In every state, a
/// `refund_part` of all there is refunds the order. An order that is completed, refunded or resolved
/// leaves storage.
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
	/// Paid into escrow. The deadline is that of shipping.
	#[codec(index = 0)]
	Placed,
	/// On its way or there. The deadline is that of complaints.
	#[codec(index = 1)]
	Shipped,
	/// Before the arbiter. The deadline is that of its decision.
	#[codec(index = 2)]
	Disputed,
}

impl State {
	/// When `action` is possible in this state; `None` if it is not.
	pub const fn timing(self, action: Action) -> Option<Timing> {
		match (self, action) {
			(_, Action::Settle) => Some(Timing::From),
			(_, Action::RefundPart) => Some(Timing::Whenever),
			(Self::Placed, Action::Ship) => Some(Timing::Before),
			(Self::Placed, Action::Cancel) => Some(Timing::Whenever),
			(Self::Shipped, Action::Confirm) => Some(Timing::Whenever),
			(Self::Shipped, Action::Dispute) => Some(Timing::Before),
			(Self::Disputed, Action::Resolve) => Some(Timing::Before),
			_ => None,
		}
	}
}

/// Points that an order earns if it completes.
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
pub struct Earning<Balance> {
	/// The class.
	pub class: ClassId,
	/// The serial number of the rule whose budget they were taken from.
	pub rule: u32,
	/// How many in smallest units, if nothing is refunded.
	pub amount: Balance,
}

/// An open order. Everything it needs is pinned here when it is placed.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Order<AccountId, Balance, BlockNumber, Hash, Ticket> {
	/// Who sells.
	pub merchant: AccountId,
	/// Who has paid, and gets refunds.
	pub buyer: AccountId,
	/// Who gets the goods and the points earned.
	pub recipient: AccountId,
	/// Who decides a dispute.
	pub arbiter: AccountId,
	/// The part of the BHTD in escrow that the arbiter is paid for deciding.
	pub arbiter_fee: Permill,
	/// The category of the product.
	pub category: u16,
	/// How many pieces.
	pub quantity: u32,
	/// The class of the points paid, if points were.
	pub class: Option<ClassId>,
	/// What was paid.
	pub paid: Amounts<Balance>,
	/// What of it is still on hold in the buyer's account.
	pub escrow: Amounts<Balance>,
	/// What the order earns.
	pub earning: Option<Earning<Balance>>,
	/// For how many blocks after shipping the buyer may complain.
	pub returns: BlockNumber,
	/// How far the order has come.
	pub state: State,
	/// What the state waits for ends before this block.
	pub deadline: BlockNumber,
	/// The last link of the order's record; see [`Step`].
	pub record: Hash,
	/// The deposit that the buyer pays for the order.
	pub ticket: Ticket,
}

/// What has happened to an order.
///
/// The steps of an order are linked: the event of each carries the hash of the SCALE encoding of
/// `(previous, order, step)`, where `previous` is the hash of the step before, for a first step that of
/// the first step of the product's last order, and zero for the product's first. So the last event of a
/// closed order commits to all that ever happened to it, and to every order of the product before it.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub enum Step<AccountId, Balance, BlockNumber, Hash> {
	/// It was placed, and what was paid is on hold.
	#[codec(index = 0)]
	Placed {
		/// Who sells.
		merchant: AccountId,
		/// Who has paid.
		buyer: AccountId,
		/// Who gets the goods and the points earned.
		recipient: AccountId,
		/// Who decides a dispute.
		arbiter: AccountId,
		/// The revision of the product.
		revision: u32,
		/// How many pieces.
		quantity: u32,
		/// What was paid.
		paid: Price<Balance>,
		/// Points it earns if nothing is refunded.
		earning: Option<Earning<Balance>>,
		/// It must be shipped before this block.
		deadline: BlockNumber,
	},
	/// The merchant shipped it.
	#[codec(index = 1)]
	Shipped {
		/// Complaints are possible before this block.
		deadline: BlockNumber,
	},
	/// The merchant returned a part.
	#[codec(index = 2)]
	PartRefunded {
		/// How much went back to the buyer.
		refund: Amounts<Balance>,
	},
	/// One of the two called the arbiter.
	#[codec(index = 3)]
	Disputed {
		/// Buyer or merchant.
		by: AccountId,
		/// The hash of the evidence.
		evidence: Hash,
		/// The arbiter may decide before this block.
		deadline: BlockNumber,
	},
	/// It has completed and is closed.
	#[codec(index = 4)]
	Completed {
		/// What was left in escrow and went to the merchant; points went to their vault.
		net: Amounts<Balance>,
		/// Planck of BHTD of protocol fee, taken out of the BHTD.
		fee: Balance,
		/// Points due to the recipient. Another event says if they were missed.
		earned: Balance,
	},
	/// All that was left went back to the buyer, and it is closed.
	#[codec(index = 5)]
	Refunded {
		/// How much that was.
		refund: Amounts<Balance>,
	},
	/// The escrow was split, and it is closed.
	#[codec(index = 6)]
	Resolved {
		/// Whether the arbiter decided; otherwise its deadline passed.
		decided: bool,
		/// What went to the merchant; points went to their vault.
		to_merchant: Amounts<Balance>,
		/// What went back to the buyer.
		refund: Amounts<Balance>,
		/// Planck of BHTD of protocol fee, taken out of the merchant's BHTD.
		fee: Balance,
		/// Planck of BHTD paid to the arbiter.
		arbiter_fee: Balance,
		/// Planck of BHTD taken from the merchant's margin for the buyer.
		penalty: Balance,
	},
}

/// How points of a class are earned.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct RuleTerms<Balance, BlockNumber, Multipliers> {
	/// Smallest units of points per planck of BHTD spent.
	pub rate: FixedU128,
	/// Smallest units of points for each order, whatever it costs.
	pub bonus: Balance,
	/// Categories in which more or less is earned by the rate, in hundredths of it.
	pub multipliers: Multipliers,
	/// The most an order earns, in smallest units.
	pub cap_per_order: Balance,
	/// The most that all orders of a buyer in one day earn, in smallest units.
	pub cap_per_day: Option<Balance>,
	/// What can still be earned altogether, in smallest units.
	pub budget: Balance,
	/// The first block in which orders earn.
	pub from: BlockNumber,
	/// The first block in which they no longer do.
	pub until: BlockNumber,
}

/// An earning rule in force.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Rule<AccountId, RuleTerms, Ticket> {
	/// What it says.
	pub terms: RuleTerms,
	/// Tells it from the rules the class had before and will have.
	pub serial: u32,
	/// Who has set it and paid the deposit.
	pub owner: AccountId,
	/// The deposit.
	pub ticket: Ticket,
}

/// How much a buyer's orders of one day earn in one class.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct DayUse<Balance, Ticket> {
	/// The day, counted from the first block.
	pub day: u32,
	/// Smallest units of points promised to orders placed in it.
	pub used: Balance,
	/// The deposit that the buyer pays for this record.
	pub ticket: Ticket,
}

/// Points that could not be awarded when their order completed.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct MissedAward<AccountId, Balance, Ticket> {
	/// Who sold.
	pub merchant: AccountId,
	/// Who paid, and pays the deposit.
	pub buyer: AccountId,
	/// To whom the points are due.
	pub recipient: AccountId,
	/// The class.
	pub class: ClassId,
	/// How many, in smallest units.
	pub amount: Balance,
	/// The deposit for this record.
	pub ticket: Ticket,
}

/// A product as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ProductView<Product, Content> {
	/// What orders read.
	pub product: Product,
	/// The description.
	pub content: Content,
}

/// What somebody may do with an order, and when.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Move<AccountId, BlockNumber> {
	/// What.
	pub action: Action,
	/// Who; anybody if nobody is named.
	pub who: Option<AccountId>,
	/// The first block in which it is possible, if that lies in the future.
	pub from: Option<BlockNumber>,
	/// The first block in which it is no longer possible, if there is one.
	pub until: Option<BlockNumber>,
}

/// An order as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct OrderView<Order, Move> {
	/// The order.
	pub order: Order,
	/// What may be done with it, from now on, while its state is what it is.
	pub moves: Vec<Move>,
}

/// What an order would cost and earn if it were placed now.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Quote<Balance> {
	/// The revision of the product, to order by.
	pub revision: u32,
	/// The price of all pieces.
	pub price: Price<Balance>,
	/// Smallest units of points it would earn.
	pub earned: Balance,
	/// Whether these points could be awarded at once, as the merchant's margin and the vault are now.
	pub awardable: bool,
	/// Whether the product could be ordered, given an arbiter and enough to pay with.
	pub available: bool,
}

/// Whom a new order concerns beside the merchant.
pub(crate) struct Parties<AccountId> {
	/// Who pays.
	pub buyer: AccountId,
	/// Who gets the goods and the points earned.
	pub recipient: AccountId,
	/// Who decides a dispute.
	pub arbiter: AccountId,
}

/// Points that an order would earn, and the records that change if it is placed.
pub(crate) struct Reservation<Balance, Rule> {
	/// What is earned.
	pub earning: Earning<Balance>,
	/// The rule, its budget lowered.
	pub rule: Rule,
	/// The day, and what the buyer will have used of its cap in it, if there is a cap.
	pub day: Option<(u32, Balance)>,
}
