//! What wallets and portals read.

use crate::{matching, pallet::*, ticks, types::*};
use alloc::vec::Vec;
use frame_support::traits::tokens::Balance;
use sp_runtime::{
	traits::{CheckedSub, Saturating},
	FixedI128,
};

impl<B: Balance> Traded<B> {
	/// Adds a fill. Sums stay at the highest number there is.
	pub fn add(&mut self, base: B, quote: B) {
		self.base = Saturating::saturating_add(self.base, base);
		self.quote = Saturating::saturating_add(self.quote, quote);
		self.fills = self.fills.saturating_add(1);
	}
}

impl<B: Balance> Volume<B> {
	/// Adds what was traded with a quote. Sums stay at the highest number there is.
	pub fn add(&mut self, side: Side, traded: Traded<B>) {
		let Traded { fills, base, quote } = traded;
		let (bases, quotes) = match side {
			Side::Bid => (&mut self.bought, &mut self.paid),
			Side::Ask => (&mut self.sold, &mut self.received),
		};
		*bases = Saturating::saturating_add(*bases, base);
		*quotes = Saturating::saturating_add(*quotes, quote);
		self.fills = self.fills.saturating_add(fills);
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_market(market: Market) -> Option<MarketView<BalanceOf<T>>> {
		let record = Markets::<T>::get(market)?;
		let books = record.lots.iter().zip(0u8..).map(|(lot, index)| {
			let best = |side| ticks::price_at(side, record.best(side, index)?);
			BookView { lot: *lot, bid: best(Side::Bid), ask: best(Side::Ask) }
		});
		Some(MarketView { status: record.status, books: books.collect() })
	}

	pub(crate) fn view_quote(id: u64) -> Option<QuoteViewOf<T>> {
		let quote = Quotes::<T>::get(id)?;
		let record = Markets::<T>::get(quote.book.market)?;
		Self::view(id, quote, &record)
	}

	fn view(id: u64, quote: QuoteOf<T>, record: &MarketOf<T>) -> Option<QuoteViewOf<T>> {
		Some(QuoteView {
			id,
			price: ticks::price_at(quote.book.side, quote.rank)?,
			stale: Self::stale(&quote, record),
			owner: quote.owner,
			book: quote.book,
			remaining: quote.remaining,
			expiry: quote.expiry,
		})
	}

	pub(crate) fn view_quotes(book: Book, count: u8) -> Vec<QuoteViewOf<T>> {
		let Some(record) = Markets::<T>::get(book.market) else { return Vec::new() };
		let mut views = Vec::new();
		let mut rank = record.best(book.side, book.lot);
		let head = |rank| Levels::<T>::get((book, rank)).map(|level| level.head);
		let mut next = rank.and_then(head);
		while views.len() < usize::from(count) {
			let Some((id, quote)) = next.and_then(|id| Some((id, Quotes::<T>::get(id)?))) else {
				break;
			};
			next = quote.next;
			if next.is_none() {
				rank = rank.and_then(|rank| Self::after(book, rank));
				next = rank.and_then(head);
			}
			views.extend(Self::view(id, quote, &record));
		}
		views
	}

	pub(crate) fn view_record(
		who: &T::AccountId,
		market: Market,
	) -> Option<RecordView<BalanceOf<T>>> {
		let Record { open, mut volume, .. } = Records::<T>::get(who, market)?;
		let open = open.into_inner();
		for quote in open.iter().filter_map(Quotes::<T>::get) {
			volume.add(quote.book.side, quote.traded);
		}
		let mean_bid = matching::mean_price(volume.bought, volume.paid);
		let mean_ask = matching::mean_price(volume.sold, volume.received);
		let signed = |price: Option<sp_runtime::FixedU128>| {
			let inner = i128::try_from(price?.into_inner()).ok()?;
			Some(FixedI128::from_inner(inner))
		};
		let spread = match (signed(mean_bid), signed(mean_ask)) {
			(Some(bid), Some(ask)) => ask.checked_sub(&bid),
			_ => None,
		};
		Some(RecordView { open, volume, mean_bid, mean_ask, spread })
	}
}
