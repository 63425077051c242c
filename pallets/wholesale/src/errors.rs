//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call fails.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such currency.
		CurrencyNotFound,
		/// There is no such class.
		ClassNotFound,
		/// There is no such market.
		MarketNotFound,
		/// There is this market already.
		MarketExists,
		/// The market is paused.
		MarketPaused,
		/// The market is not paused.
		MarketNotPaused,
		/// The market is closed.
		MarketClosed,
		/// Quotes rest in the market.
		MarketNotEmpty,
		/// Who has not opened the market may remove it only once it is closed.
		NotOpener,
		/// A market needs a lot.
		NoLots,
		/// Each lot must be larger than the one before.
		LotsNotRising,
		/// A lot is too small or too large.
		LotOutOfBounds,
		/// A market keeps the number of its lots at least.
		LotRemoved,
		/// The market has no such lot.
		LotNotFound,
		/// The amount is less than the lot.
		BelowLot,
		/// The price has more than five significant digits, or is too low.
		PriceOffTick,
		/// The price is below the floor of the class.
		PriceBelowFloor,
		/// A lot is worth less than one smallest unit at this price.
		PriceTooLow,
		/// The quote is worth more than can be counted.
		QuoteTooLarge,
		/// The quote would expire too early or too late.
		ExpiryOutOfBounds,
		/// The quote would meet one on the other side of the lot: take that one.
		WouldCross,
		/// Nobody could take the ask: wholesale is selling to operators.
		AskNotRetail,
		/// The caller is not an active operator.
		NotActiveOperator,
		/// The caller is not an active merchant.
		NotActiveMerchant,
		/// The caller has as many quotes in the book as it may have.
		TooManyOffers,
		/// There are no ids of quotes left.
		NoQuoteIdLeft,
		/// Too little that is free to move.
		InsufficientFunds,
		/// The limits on the anchored side do not let the caller receive as much, or the amount is too
		/// small to bring its account into existence.
		CannotReceive,
		/// There is no such quote.
		QuoteNotFound,
		/// The quote is somebody else's.
		NotOwner,
		/// The quote is not that large.
		NotReduced,
		/// The quote is valid.
		QuoteNotStale,
		/// The last block in which the caller wanted to trade has passed.
		DeadlinePassed,
		/// No quote could be filled within the limit, and fewer were met than the caller would meet.
		NothingFilled,
		/// A call meets one quote at least, and no more than a bound.
		MaxFillsOutOfBounds,
		/// Less would come out than the caller wants.
		BelowMinOut,
		/// More would have to be paid than the caller wants.
		AboveMaxIn,
		/// Nothing is to be converted.
		AmountIsZero,
		/// The points are worth less than one planck.
		ProceedsAreZero,
		/// The operator has no record in the market.
		RecordNotFound,
		/// The operator still has the role, or a quote in the market.
		RecordInUse,
	}
}
