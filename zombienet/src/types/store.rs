//! What the story says to the store and hears from it.

use super::{fields, number, option, Event};
use subxt::{
	dynamic::Value, events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32,
};

events![Store.Listed, Store.RuleSet, Store.OrderAdvanced, Store.AwardMissed, Store.AwardClaimed,];

/// What a product costs, or an order.
#[derive(Clone, Copy, Debug, DecodeAsType, Default, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Price {
	/// Planck of BHTD.
	pub bhtd: u128,
	/// A class of points, and how many in smallest units.
	pub points: Option<(u32, u128)>,
}

impl From<Price> for Value {
	fn from(price: Price) -> Self {
		let points = price
			.points
			.map(|(class, units)| Value::unnamed_composite([number(class), number(units)]));
		fields([("bhtd", number(price.bhtd)), ("points", option(points))])
	}
}

/// Planck of BHTD and smallest units of points.
#[derive(Clone, Copy, Debug, DecodeAsType, Default, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Amounts {
	/// Planck of BHTD.
	pub bhtd: u128,
	/// Smallest units of points.
	pub points: u128,
}

impl From<Amounts> for Value {
	fn from(amounts: Amounts) -> Self {
		fields([("bhtd", number(amounts.bhtd)), ("points", number(amounts.points))])
	}
}

/// Identifies an order.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OrderId {
	/// The product.
	pub product: u64,
	/// Which order of the product.
	pub number: u64,
}

impl From<OrderId> for Value {
	fn from(order: OrderId) -> Self {
		fields([("product", number(order.product)), ("number", number(order.number))])
	}
}

/// Points that an order earns.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Earning {
	/// The class.
	pub class: u32,
	/// The serial number of the rule.
	pub rule: u32,
	/// How many, in smallest units.
	pub amount: u128,
}

/// How far an order has come.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum OrderState {
	/// It is paid for.
	Placed,
	/// It is on its way or there.
	Shipped,
	/// The arbiter has to decide.
	Disputed,
}

/// An open order.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Order {
	/// Who sells.
	pub merchant: AccountId32,
	/// Who has paid.
	pub buyer: AccountId32,
	/// Who gets the goods and the points earned.
	pub recipient: AccountId32,
	/// Who decides a dispute.
	pub arbiter: AccountId32,
	/// What was paid.
	pub paid: Amounts,
	/// What of it is on hold.
	pub escrow: Amounts,
	/// What it earns if nothing is refunded.
	pub earning: Option<Earning>,
	/// How far it has come.
	pub state: OrderState,
	/// What the state waits for ends before this block.
	pub deadline: u32,
}

/// What somebody may do with an order, and when.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Move {
	/// What.
	pub action: Action,
	/// Who; anybody if nobody is named.
	pub who: Option<AccountId32>,
	/// From which block on, if that lies in the future.
	pub from: Option<u32>,
	/// The first block in which it is too late.
	pub until: Option<u32>,
}

/// What may be done with an order.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Action {
	Ship,
	Cancel,
	RefundPart,
	Confirm,
	Dispute,
	Resolve,
	Settle,
}

/// An open order, as `store.open_order` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OrderView {
	/// The order.
	pub order: Order,
	/// What may be done with it.
	pub moves: Vec<Move>,
}

/// What orders read of a product.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Product {
	/// Who sells it.
	pub merchant: AccountId32,
	/// What a piece costs.
	pub price: Price,
	/// Pieces left, if their number is limited.
	pub stock: Option<u32>,
	/// Whether it cannot be ordered for the time being.
	pub paused: bool,
	/// Counts the changes of terms and description.
	pub revision: u32,
	/// How many orders there have been.
	pub orders: u64,
}

/// A product, as `store.product` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ProductView {
	/// The product.
	pub product: Product,
}

/// What an order would cost and earn, as `store.quote_order` tells it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Quote {
	/// The product's revision, to order by.
	pub revision: u32,
	/// What all pieces cost.
	pub price: Price,
	/// Smallest units of points that it would earn.
	pub earned: u128,
	/// Whether the margin covers them now.
	pub awardable: bool,
	/// Whether the product could be ordered.
	pub available: bool,
}

/// How points are earned, as `store.rule` tells it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Rule {
	/// Smallest units per planck, with 18 more digits.
	pub rate: u128,
	/// Smallest units for each order.
	pub bonus: u128,
	/// The most that an order earns.
	pub cap_per_order: u128,
	/// What can still be earned altogether.
	pub budget: u128,
}

/// A product can be ordered.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Listed {
	/// The product.
	pub product: u64,
	/// Who sells it.
	pub merchant: AccountId32,
	/// What a piece costs.
	pub price: Price,
}

/// Points of a class can be earned.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RuleSet {
	/// The class.
	pub class: u32,
	/// The rule's serial number.
	pub serial: u32,
}

/// Something happened to an order.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OrderAdvanced {
	/// The order.
	pub order: OrderId,
	/// What happened.
	pub step: OrderStep,
}

/// What has happened to an order.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum OrderStep {
	/// It was paid for.
	Placed {
		/// Who sells.
		merchant: AccountId32,
		/// Who has paid.
		buyer: AccountId32,
		/// Who gets the goods and the points earned.
		recipient: AccountId32,
		/// Who decides a dispute.
		arbiter: AccountId32,
		/// How many pieces.
		quantity: u32,
		/// What was paid.
		paid: Price,
		/// What it earns if nothing is refunded.
		earning: Option<Earning>,
		/// Before which block it must be shipped.
		deadline: u32,
	},
	/// It is on its way.
	Shipped {
		/// Before which block the buyer may complain.
		deadline: u32,
	},
	/// A part went back to the buyer.
	PartRefunded {
		/// How much.
		refund: Amounts,
	},
	/// The arbiter has to decide.
	Disputed {
		/// Who has called it.
		by: AccountId32,
		/// Before which block.
		deadline: u32,
	},
	/// It is completed and closed.
	Completed {
		/// What was left in escrow.
		net: Amounts,
		/// The protocol fee taken out of it, in planck.
		fee: u128,
		/// Points due to the recipient.
		earned: u128,
	},
	/// Everything that was left went back to the buyer.
	Refunded {
		/// How much.
		refund: Amounts,
	},
	/// The escrow was split.
	Resolved {
		/// Whether the arbiter has decided in time.
		decided: bool,
		/// What was the merchant's.
		to_merchant: Amounts,
		/// What went back to the buyer.
		refund: Amounts,
		/// The protocol fee taken out of the merchant's part, in planck.
		fee: u128,
		/// What the arbiter was paid, in planck.
		arbiter_fee: u128,
		/// What the merchant's margin paid to the buyer, in planck.
		penalty: u128,
	},
}

/// Points that an order has earned could not be awarded, but are due.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct AwardMissed {
	/// The order.
	pub order: OrderId,
	/// The class.
	pub class: u32,
	/// To whom they are due.
	pub who: AccountId32,
	/// How many.
	pub amount: u128,
}

/// Points that had been missed were awarded.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct AwardClaimed {
	/// The order.
	pub order: OrderId,
}

/// Points that are due, as `store.missed_award` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MissedAward {
	/// Who has paid, and has the deposit on hold.
	pub buyer: AccountId32,
	/// To whom they are due.
	pub recipient: AccountId32,
	/// The class.
	pub class: u32,
	/// How many.
	pub amount: u128,
}
