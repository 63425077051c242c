//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new market.
		MarketOpened {
			/// The market.
			market: Market,
			/// Its lots, in smallest units of the base asset.
			lots: LotsOf<T>,
		},
		/// A market has other lots for quotes to come.
		LotsSet {
			/// The market.
			market: Market,
			/// Its lots, in smallest units of the base asset.
			lots: LotsOf<T>,
		},
		/// Nobody can quote or trade in a market for the time being.
		MarketPaused {
			/// The market.
			market: Market,
		},
		/// A market is open again.
		MarketResumed {
			/// The market.
			market: Market,
		},
		/// Nobody will quote or trade in a market any more.
		MarketClosed {
			/// The market.
			market: Market,
		},
		/// A market is gone.
		MarketRemoved {
			/// The market.
			market: Market,
		},
		/// A quote is in the book.
		Quoted {
			/// Its id.
			id: u64,
			/// Whose it is.
			owner: T::AccountId,
			/// Where it rests.
			book: Book,
			/// Smallest units of the quote asset per smallest unit of the base asset.
			price: FixedU128,
			/// In smallest units of the base asset.
			size: BalanceOf<T>,
			/// The first block in which it is not valid any more.
			expiry: ProvidedBlockNumberOf<T>,
		},
		/// A quote has become smaller, and keeps its place.
		Reduced {
			/// The quote.
			id: u64,
			/// What is left of it, in smallest units of the base asset.
			size: BalanceOf<T>,
		},
		/// A quote has other terms, and is the youngest at its price.
		Replaced {
			/// The quote.
			id: u64,
			/// Smallest units of the quote asset per smallest unit of the base asset.
			price: FixedU128,
			/// In smallest units of the base asset.
			size: BalanceOf<T>,
			/// The first block in which it is not valid any more.
			expiry: ProvidedBlockNumberOf<T>,
		},
		/// A quote was filled, wholly or in part.
		Filled {
			/// The quote.
			id: u64,
			/// Whose it is.
			owner: T::AccountId,
			/// Who took it.
			taker: T::AccountId,
			/// What was traded of the base asset, in smallest units.
			base: BalanceOf<T>,
			/// What was paid for it, in smallest units of the quote asset.
			quote: BalanceOf<T>,
		},
		/// A quote is not in the book any more. What was on hold for it and its deposit are returned.
		Left {
			/// The quote.
			id: u64,
			/// Why.
			reason: Departure,
		},
		/// Somebody sold to quotes.
		Sold {
			/// Who.
			who: T::AccountId,
			/// The market.
			market: Market,
			/// What it sold, in smallest units of the base asset.
			sold: BalanceOf<T>,
			/// What it got, in smallest units of the quote asset.
			received: BalanceOf<T>,
			/// What it wanted to sell beyond that and has kept, in smallest units of the base asset.
			unsold: BalanceOf<T>,
		},
		/// Somebody bought from quotes.
		Bought {
			/// Who.
			who: T::AccountId,
			/// The market.
			market: Market,
			/// What it got, in smallest units of the base asset.
			bought: BalanceOf<T>,
			/// What it paid, in smallest units of the quote asset.
			paid: BalanceOf<T>,
			/// What it wanted to buy beyond that, in smallest units of the base asset.
			unbought: BalanceOf<T>,
		},
		/// Points were turned into BHTD at the best there was.
		Converted {
			/// Whose they were.
			who: T::AccountId,
			/// The class.
			class: ClassId,
			/// Points sold to operators, in smallest units.
			sold: BalanceOf<T>,
			/// Points converted at the floor, in smallest units.
			converted: BalanceOf<T>,
			/// Planck of BHTD for all of them.
			out: BalanceOf<T>,
		},
		/// The record of an operator that has gone was removed, and its deposit returned.
		RecordRemoved {
			/// Who was the operator.
			who: T::AccountId,
			/// The market.
			market: Market,
		},
	}
}
