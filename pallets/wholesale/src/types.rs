//! The records of the order book. None of them knows a `Config`.

use crate::ticks::Rank;
use alloc::vec::Vec;
use bhtd_primitives::{AssetKind, ClassId, CurrencyId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, FixedI128, FixedU128};

/// The most lots of a market, the retail lot included.
pub const MAX_LOTS: u32 = 4;

/// What is traded for what.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum Market {
	/// BHTD, priced in the anchored token of a currency.
	#[codec(index = 0)]
	Bhtd(CurrencyId),
	/// The points of a class, priced in BHTD.
	#[codec(index = 1)]
	Points(ClassId),
}

impl Market {
	/// What is bought and sold.
	pub const fn base(self) -> AssetKind {
		match self {
			Self::Bhtd(_) => AssetKind::Bhtd,
			Self::Points(class) => AssetKind::Points(class),
		}
	}

	/// What it is paid with.
	pub const fn quote(self) -> AssetKind {
		match self {
			Self::Bhtd(currency) => AssetKind::Anchored(currency),
			Self::Points(_) => AssetKind::Bhtd,
		}
	}

	/// Of the base and the quote leg of a trade, the one in BHTD.
	pub fn in_bhtd<B>(self, base: B, quote: B) -> B {
		match self {
			Self::Bhtd(_) => base,
			Self::Points(_) => quote,
		}
	}
}

/// What the owner of a quote does.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum Side {
	/// It buys the base asset.
	#[codec(index = 0)]
	Bid,
	/// It sells the base asset.
	#[codec(index = 1)]
	Ask,
}

impl Side {
	/// The other side.
	pub const fn opposite(self) -> Self {
		match self {
			Self::Bid => Self::Ask,
			Self::Ask => Self::Bid,
		}
	}

	/// What its quotes have on hold.
	pub const fn gives(self, market: Market) -> AssetKind {
		match self {
			Self::Bid => market.quote(),
			Self::Ask => market.base(),
		}
	}

	/// What its quotes are filled with.
	pub const fn takes(self, market: Market) -> AssetKind {
		self.opposite().gives(market)
	}

	/// Of the base and the quote leg of a fill, the one its quotes have on hold.
	pub fn given<B>(self, base: B, quote: B) -> B {
		match self {
			Self::Bid => quote,
			Self::Ask => base,
		}
	}
}

/// A book: the quotes that compete with each other.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct Book {
	/// The market.
	pub market: Market,
	/// The side of the market.
	pub side: Side,
	/// Which of the market's lots; zero is retail.
	pub lot: u8,
}

/// What may be done in a market.
///
/// `Open` and `Paused` alternate. Nothing leads from `Closed` back: the market is emptied and removed, after
/// which it can be opened anew, as any that there is not.
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
pub enum Status {
	/// Everything.
	#[codec(index = 0)]
	Open,
	/// Quotes can leave, and nothing else.
	#[codec(index = 1)]
	Paused,
	/// Quotes can leave, and anybody may remove them.
	#[codec(index = 2)]
	Closed,
}

/// A market, with the best prices of its books, so that who trades need not look for them.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct MarketRecord<Lots> {
	/// What may be done.
	pub status: Status,
	/// The least base amounts of a quote, rising. The first is for everybody, the others are wholesale.
	pub lots: Lots,
	/// The place of the best quote of each book of bids, by lot.
	pub bids: [Option<Rank>; MAX_LOTS as usize],
	/// The place of the best quote of each book of asks, by lot.
	pub asks: [Option<Rank>; MAX_LOTS as usize],
}

impl<Lots> MarketRecord<Lots> {
	/// The place of the best quote of a book.
	pub fn best(&self, side: Side, lot: u8) -> Option<Rank> {
		let ranks = match side {
			Side::Bid => &self.bids,
			Side::Ask => &self.asks,
		};
		ranks.get(usize::from(lot)).copied().flatten()
	}

	/// Notes the place of the best quote of a book.
	pub fn set_best(&mut self, side: Side, lot: u8, rank: Option<Rank>) {
		let ranks = match side {
			Side::Bid => &mut self.bids,
			Side::Ask => &mut self.asks,
		};
		if let Some(best) = ranks.get_mut(usize::from(lot)) {
			*best = rank;
		}
	}

	/// Whether no quote rests in the market.
	pub fn is_empty(&self) -> bool {
		self.bids.iter().chain(&self.asks).all(Option::is_none)
	}
}

/// The quotes of a book at one price, in the order of their age.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Level {
	/// The oldest.
	pub head: u64,
	/// The youngest.
	pub tail: u64,
}

/// A firm offer, whose funds are on hold.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Quote<AccountId, Balance, BlockNumber, Ticket> {
	/// Whose it is.
	pub owner: AccountId,
	/// Where it rests.
	pub book: Book,
	/// Its price, as the place in its book.
	pub rank: Rank,
	/// What is left of it, in smallest units of the base asset.
	pub remaining: Balance,
	/// No fill and no rest is smaller: the lot when it was placed, or a lower one of a later fill.
	pub minimum: Balance,
	/// What is on hold for it, in smallest units of what its side gives.
	pub funds: Balance,
	/// Planck the owner's margin as operator owes for it; `None` for an offer between persons.
	pub exposure: Option<Balance>,
	/// What was traded with it, which goes to the operator's record when it leaves.
	pub traded: Traded<Balance>,
	/// The first block in which it is not valid any more.
	pub expiry: BlockNumber,
	/// The deposit.
	pub ticket: Ticket,
	/// The next older at its price. Means nothing for the oldest.
	pub prev: Option<u64>,
	/// The next younger at its price.
	pub next: Option<u64>,
}

/// Why a quote has left the book.
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
pub enum Departure {
	/// It was filled, but for what may be left below its minimum.
	#[codec(index = 0)]
	Filled,
	/// The owner took it back.
	#[codec(index = 1)]
	Cancelled,
	/// It had expired.
	#[codec(index = 2)]
	Expired,
	/// The owner is not an active operator any more.
	#[codec(index = 3)]
	OwnerInactive,
	/// The floor of the class has risen above its price.
	#[codec(index = 4)]
	BelowFloor,
	/// The market is closed.
	#[codec(index = 5)]
	MarketClosed,
	/// The owner met its own quote.
	#[codec(index = 6)]
	SelfTrade,
	/// The owner could not have received what the fill would have paid.
	#[codec(index = 7)]
	CannotReceive,
}

/// What was traded with a quote, in smallest units. Sums that cannot be written down stay at the highest
/// number.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Traded<Balance> {
	/// Fills.
	pub fills: u64,
	/// Of the base asset.
	pub base: Balance,
	/// Of the quote asset.
	pub quote: Balance,
}

/// What an operator has traded in a market, by the fills of its quotes. What those in the book have traded
/// is with them until they leave: a fill need not write here. Sums that cannot be written down stay at the
/// highest number.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Record<Ids, Balance, Ticket> {
	/// The quotes in the book now, the oldest first.
	pub open: Ids,
	/// What was traded, but for quotes in the book.
	pub volume: Volume<Balance>,
	/// The deposit.
	pub ticket: Ticket,
}

/// How often and how much an operator has traded, in smallest units.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Volume<Balance> {
	/// Fills.
	pub fills: u64,
	/// Of the base asset, by its bids.
	pub bought: Balance,
	/// Of the quote asset, paid for it.
	pub paid: Balance,
	/// Of the base asset, by its asks.
	pub sold: Balance,
	/// Of the quote asset, received for it.
	pub received: Balance,
}

/// What has become of a quote that was met.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict<Balance> {
	/// It is filled.
	Fill(crate::matching::Fill<Balance>),
	/// It leaves.
	Leave(Departure),
}

/// What somebody wants to trade.
#[derive(Clone, Debug)]
pub struct Order<'a, AccountId, Balance> {
	/// Who takes.
	pub taker: &'a AccountId,
	/// Where.
	pub market: Market,
	/// The side whose quotes are taken.
	pub side: Side,
	/// The books whose quotes are taken, by lot.
	pub lots: core::ops::Range<u8>,
	/// How much of the base asset, in smallest units.
	pub wanted: Balance,
	/// The worst price.
	pub limit: FixedU128,
	/// The most quotes to meet.
	pub max_fills: u32,
}

/// A trade that fails, and how many quotes it has met before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Refusal {
	/// Why it fails.
	pub error: DispatchError,
	/// The quotes that were looked at.
	pub met: u32,
}

impl<E: Into<DispatchError>> From<E> for Refusal {
	/// Before any quote was looked at.
	fn from(error: E) -> Self {
		Self { error: error.into(), met: 0 }
	}
}

/// What a trade does, quote by quote.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plan<AccountId, Balance> {
	/// The quotes filled or removed, with their owners, in this order.
	pub steps: Vec<(u64, AccountId, Verdict<Balance>)>,
	/// How many quotes are looked at.
	pub met: u32,
	/// What is traded of the base asset.
	pub base: Balance,
	/// What is traded of the quote asset.
	pub quote: Balance,
}

/// What a trade would do now, in smallest units.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Outcome<Balance> {
	/// Traded of the base asset.
	pub base: Balance,
	/// Traded of the quote asset.
	pub quote: Balance,
}

/// What a conversion would do now.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ConversionOutcome<Balance> {
	/// Points sold to operators.
	pub sold: Balance,
	/// Points converted at the floor.
	pub converted: Balance,
	/// Planck of BHTD for all of them.
	pub out: Balance,
}

/// A market as wallets read it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct MarketView<Balance> {
	/// What may be done.
	pub status: Status,
	/// The books, by lot.
	pub books: Vec<BookView<Balance>>,
}

/// The two books of a lot as wallets read them.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct BookView<Balance> {
	/// The least base amount.
	pub lot: Balance,
	/// The best price at which somebody buys.
	pub bid: Option<FixedU128>,
	/// The best price at which somebody sells.
	pub ask: Option<FixedU128>,
}

/// A quote as wallets read it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct QuoteView<AccountId, Balance, BlockNumber> {
	/// Its id.
	pub id: u64,
	/// Whose it is.
	pub owner: AccountId,
	/// Where it rests.
	pub book: Book,
	/// Its price.
	pub price: FixedU128,
	/// What is left of it, in smallest units of the base asset.
	pub remaining: Balance,
	/// The first block in which it is not valid any more.
	pub expiry: BlockNumber,
	/// Why anybody may remove it, if so.
	pub stale: Option<Departure>,
}

/// An operator's record in a market as wallets read it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct RecordView<Balance> {
	/// The quotes in the book now, the oldest first.
	pub open: Vec<u64>,
	/// What was traded, with quotes in the book as well.
	pub volume: Volume<Balance>,
	/// The mean price it has paid.
	pub mean_bid: Option<FixedU128>,
	/// The mean price it has got.
	pub mean_ask: Option<FixedU128>,
	/// The second less the first.
	pub spread: Option<FixedI128>,
}
