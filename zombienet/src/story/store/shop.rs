//! What Bob offers, what orders say, and what the store takes of them.

use super::{MILLION, RULE};
use crate::{
	story::{Who, FIXED_ONE},
	types::{
		account, call, number, option, Amounts, Call, OrderAdvanced, OrderId, OrderStep, Price,
	},
};
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
	utils::AccountId32,
};

/// What is offered, and what the store takes of it.
#[derive(Default)]
pub struct Shop {
	pub coffee: Offer,
	pub tin: Offer,
	pub mug: Offer,
	/// The serial number of the rule by which points are earned, once there is one.
	pub rule: Option<u32>,
	/// What orders have earned by it.
	pub earned: u128,
	/// The protocol fee, in millionths of what a merchant gets.
	pub fee_rate: u128,
	/// What is burnt of it, in millionths.
	pub burnt_share: u128,
	/// What is held for an open order beside its price, in planck.
	pub deposit: u128,
	/// The order that the arbiter has to decide about.
	pub disputed: Option<Open>,
	/// The order that Bob does not ship.
	pub not_shipped: Option<Open>,
	/// The order that its buyer does not confirm.
	pub not_confirmed: Option<Open>,
}

/// A product, and the times that its orders have, in blocks.
#[derive(Clone, Copy, Default)]
pub struct Offer {
	pub product: u64,
	/// Within how many it must be shipped.
	pub delivery: u32,
	/// For how many the buyer may complain after that.
	pub returns: u32,
}

/// An order as it was placed.
#[derive(Clone, Copy)]
pub struct Open {
	pub id: OrderId,
	pub offer: Offer,
	pub buyer: Who,
	pub recipient: Who,
	pub paid: Amounts,
	/// What it earns if nothing is refunded.
	pub promised: u128,
}

impl Open {
	/// A call about the order.
	pub fn call<const N: usize>(&self, name: &str, more: [(&str, Value); N]) -> Call {
		let mut arguments = vec![("order", self.id.into())];
		arguments.extend(more);
		tx("Store", name, Composite::named(arguments))
	}

	/// The decision that the merchant gets so many millionths, and pays a penalty.
	pub fn resolve_call(&self, to_merchant: u128, penalty: u128) -> Call {
		let more = [("to_merchant", number(to_merchant)), ("penalty", number(penalty))];
		self.call("resolve", more)
	}

	/// The complaint, with a hash that stands for the evidence.
	pub fn dispute_call(&self) -> Call {
		self.call("dispute", [("evidence", Value::from_bytes([1; 32]))])
	}

	/// The return of a part of the price.
	pub fn refund_call(&self, refund: Amounts) -> Call {
		self.call("refund_part", [("refund", refund.into())])
	}

	/// What it says after `step`.
	pub fn advanced(&self, step: OrderStep) -> OrderAdvanced {
		OrderAdvanced { order: self.id, step }
	}
}

/// What a buyer asks for.
#[derive(Clone, Copy)]
pub struct Wish {
	pub product: u64,
	pub revision: u32,
	pub quantity: u32,
	pub max_price: Price,
	pub min_earned: u128,
	pub arbiter: AccountId32,
	pub recipient: Option<AccountId32>,
}

impl From<Wish> for Call {
	fn from(wish: Wish) -> Self {
		call(
			"Store",
			"order",
			[
				("product", number(wish.product)),
				("revision", number(wish.revision)),
				("quantity", number(wish.quantity)),
				("max_price", wish.max_price.into()),
				("min_earned", number(wish.min_earned)),
				("arbiter", account(&wish.arbiter)),
				("recipient", option(wish.recipient.as_ref().map(account))),
			],
		)
	}
}

/// A protocol fee and where it goes, in planck.
#[derive(Clone, Copy)]
pub struct Fee {
	pub total: u128,
	pub burnt: u128,
	pub treasury: u128,
}

impl Shop {
	/// The fee on what a merchant gets: both it and its burnt share are rounded up.
	pub fn fee(&self, proceeds: u128) -> Fee {
		let up = |amount: u128, millionths: u128| (amount * millionths).div_ceil(MILLION);
		let total = up(proceeds, self.fee_rate);
		let burnt = up(total, self.burnt_share);
		Fee { total, burnt, treasury: total - burnt }
	}
}

/// What `bhtd` planck earn in a category with this multiplier, rounded down at each step.
pub fn earns(bhtd: u128, multiplier: u16) -> u128 {
	let points = bhtd * RULE.rate / FIXED_ONE * u128::from(multiplier) / 100 + RULE.bonus;
	points.min(RULE.cap_per_order)
}

/// The price in BHTD alone.
pub fn in_bhtd(bhtd: u128) -> Price {
	Price { bhtd, points: None }
}

#[cfg(test)]
mod tests {
	use super::{
		super::{COFFEE, MULTIPLIER, PLAIN},
		*,
	};
	use crate::story::{BHTD, POINT};

	#[test]
	fn fees_round_against_the_merchant_and_for_the_burnt_share() {
		let shop = Shop { fee_rate: 10_000, burnt_share: 500_000, ..Default::default() };
		let Fee { total, burnt, treasury } = shop.fee(2 * COFFEE);
		assert_eq!((total, burnt, treasury), (200_000_000_001, 100_000_000_001, 100_000_000_000));
		assert_eq!(shop.fee(0).total, 0);
		assert_eq!((shop.fee(1).burnt, shop.fee(1).treasury), (1, 0));
	}

	#[test]
	fn earned_points_are_capped_per_order() {
		assert_eq!(earns(2 * COFFEE, MULTIPLIER), 32 * POINT);
		assert_eq!(earns(3 * COFFEE, MULTIPLIER), 40 * POINT);
		assert_eq!(earns(6 * BHTD, PLAIN), 8 * POINT);
	}
}
