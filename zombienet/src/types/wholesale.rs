//! What the story says to the order book and hears from it.

use super::{fields, number, variant, Event};
use subxt::{
	dynamic::Value, events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32,
};

events![
	Wholesale.MarketOpened,
	Wholesale.MarketPaused,
	Wholesale.MarketResumed,
	Wholesale.MarketRemoved,
	Wholesale.Quoted,
	Wholesale.Filled,
	Wholesale.Left,
	Wholesale.Sold,
	Wholesale.Bought,
	Wholesale.Converted,
	Wholesale.RecordRemoved,
];

/// What is traded for what.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Market {
	/// BHTD for the token of a currency.
	Bhtd(u32),
	/// The points of a class for BHTD.
	Points(u32),
}

impl From<Market> for Value {
	fn from(market: Market) -> Self {
		match market {
			Market::Bhtd(currency) => Self::unnamed_variant("Bhtd", [number(currency)]),
			Market::Points(class) => Self::unnamed_variant("Points", [number(class)]),
		}
	}
}

/// What the owner of a quote does.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Side {
	/// It buys what is priced.
	Bid,
	/// It sells it.
	Ask,
}

/// The quotes that compete with each other.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Book {
	/// The market.
	pub market: Market,
	/// The side of it.
	pub side: Side,
	/// Which of its lots; zero is retail.
	pub lot: u8,
}

impl From<Side> for Value {
	fn from(side: Side) -> Self {
		match side {
			Side::Bid => variant("Bid"),
			Side::Ask => variant("Ask"),
		}
	}
}

impl From<Book> for Value {
	fn from(book: Book) -> Self {
		fields([
			("market", book.market.into()),
			("side", book.side.into()),
			("lot", number(book.lot)),
		])
	}
}

/// What may be done in a market.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Status {
	Open,
	Paused,
	Closed,
}

/// The best prices of a lot, with 18 more digits.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct BookView {
	/// The least amount.
	pub lot: u128,
	/// At which somebody buys.
	pub bid: Option<u128>,
	/// At which somebody sells.
	pub ask: Option<u128>,
}

/// A market, as `wholesale.market` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarketView {
	/// What may be done.
	pub status: Status,
	/// By lot.
	pub books: Vec<BookView>,
}

/// A quote in the book.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Quote {
	/// Whose it is.
	pub owner: AccountId32,
	/// Where it rests.
	pub book: Book,
	/// What is left of it, in smallest units of what is priced.
	pub remaining: u128,
	/// What is on hold for it, in smallest units of what it gives.
	pub funds: u128,
	/// Planck that its owner's margin owes for it; nothing for an offer between persons.
	pub exposure: Option<u128>,
}

/// Why a quote has left the book, or may be removed.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(missing_docs)]
pub enum Departure {
	Filled,
	Cancelled,
	Expired,
	OwnerInactive,
	BelowFloor,
	MarketClosed,
	SelfTrade,
	CannotReceive,
}

/// A quote, as `wholesale.quotes` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct QuoteView {
	/// Its id.
	pub id: u64,
	/// Whose it is.
	pub owner: AccountId32,
	/// Where it rests.
	pub book: Book,
	/// Its price, with 18 more digits.
	pub price: u128,
	/// What is left of it.
	pub remaining: u128,
	/// The first block in which it is not valid any more.
	pub expiry: u32,
	/// Why anybody may remove it, if so.
	pub stale: Option<Departure>,
}

/// What a trade would do, as `wholesale.quote_sell` and its like tell it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Trade {
	/// Traded of what is priced.
	pub base: u128,
	/// Traded of what it is priced in.
	pub quote: u128,
}

/// What a conversion would do, as `wholesale.quote_convert` tells it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Conversion {
	/// Points sold to operators.
	pub sold: u128,
	/// Points converted at the floor.
	pub converted: u128,
	/// Planck for all of them.
	pub out: u128,
}

/// What an operator has traded.
#[derive(Clone, Copy, Debug, DecodeAsType, Default, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Volume {
	/// How often.
	pub fills: u64,
	/// Bought of what is priced.
	pub bought: u128,
	/// What was paid for it.
	pub paid: u128,
	/// Sold of what is priced.
	pub sold: u128,
	/// What was received for it.
	pub received: u128,
}

/// An operator's record in a market, as `wholesale.record` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RecordView {
	/// The quotes in the book.
	pub open: Vec<u64>,
	/// What was traded.
	pub volume: Volume,
	/// The mean price it has paid, with 18 more digits.
	pub mean_bid: Option<u128>,
	/// The mean price it has got, with 18 more digits.
	pub mean_ask: Option<u128>,
	/// The second less the first.
	pub spread: Option<i128>,
}

/// There is a market.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarketOpened {
	/// The market.
	pub market: Market,
	/// Its lots.
	pub lots: Vec<u128>,
}

/// Nobody can quote or trade in a market.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarketPaused {
	/// The market.
	pub market: Market,
}

/// A market is open again.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarketResumed {
	/// The market.
	pub market: Market,
}

/// A market is gone.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct MarketRemoved {
	/// The market.
	pub market: Market,
}

/// A quote is in the book.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Quoted {
	/// Its id.
	pub id: u64,
	/// Whose it is.
	pub owner: AccountId32,
	/// Where it rests.
	pub book: Book,
	/// Its price, with 18 more digits.
	pub price: u128,
	/// Its size.
	pub size: u128,
	/// The first block in which it is not valid any more.
	pub expiry: u32,
}

/// A quote was filled, wholly or in part.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Filled {
	/// The quote.
	pub id: u64,
	/// Whose it is.
	pub owner: AccountId32,
	/// Who took it.
	pub taker: AccountId32,
	/// What was traded of what is priced.
	pub base: u128,
	/// What was paid for it.
	pub quote: u128,
}

/// A quote is not in the book any more.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Left {
	/// The quote.
	pub id: u64,
	/// Why.
	pub reason: Departure,
}

/// Somebody sold to quotes.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Sold {
	/// Who.
	pub who: AccountId32,
	/// Where.
	pub market: Market,
	/// How much.
	pub sold: u128,
	/// For what.
	pub received: u128,
	/// What it has kept of what it wanted to sell.
	pub unsold: u128,
}

/// Somebody bought from quotes.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Bought {
	/// Who.
	pub who: AccountId32,
	/// Where.
	pub market: Market,
	/// How much.
	pub bought: u128,
	/// For what.
	pub paid: u128,
	/// What it wanted beyond that.
	pub unbought: u128,
}

/// Points were turned into BHTD at the best there was.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Converted {
	/// Whose they were.
	pub who: AccountId32,
	/// The class.
	pub class: u32,
	/// Points sold to operators.
	pub sold: u128,
	/// Points converted at the floor.
	pub converted: u128,
	/// Planck for all of them.
	pub out: u128,
}

/// The record of an operator that has gone was removed.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RecordRemoved {
	/// The operator.
	pub who: AccountId32,
	/// The market.
	pub market: Market,
}
