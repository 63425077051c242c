//! The calls of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Opens the market of BHTD against a currency.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::MarketOrigin`].
		///
		/// ## Details
		///
		/// `lots` are the least amounts of a quote in planck: the first for retail, the others, if any,
		/// for wholesale.
		///
		/// ## Errors
		///
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::MarketExists`]: If there is this market.
		/// - [`Error::NoLots`], [`Error::LotsNotRising`], [`Error::LotOutOfBounds`]: If the lots are not
		///   as they should be.
		///
		/// ## Events
		///
		/// - [`Event::MarketOpened`]
		#[pallet::call_index(0)]
		pub fn open_market(
			origin: OriginFor<T>,
			currency: CurrencyId,
			lots: LotsOf<T>,
		) -> DispatchResult {
			T::MarketOrigin::ensure_origin(origin)?;
			Self::do_open_market(currency, lots)
		}

		/// Opens the market of a class of points against BHTD.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active operator, who pays a deposit until the market is removed.
		///
		/// ## Details
		///
		/// There is nothing to decide, so nobody need be asked: the only lot is the least amount of
		/// points worth [`Config::LowestLot`] at the floor.
		///
		/// ## Errors
		///
		/// - [`Error::NotActiveOperator`]: If the caller is not one.
		/// - [`Error::ClassNotFound`]: If there is no such class.
		/// - [`Error::LotOutOfBounds`]: If no amount is worth so much.
		/// - [`Error::MarketExists`]: If there is this market.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::MarketOpened`]
		#[pallet::call_index(1)]
		pub fn open_points_market(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			let operator = ensure_signed(origin)?;
			Self::do_open_points_market(operator, class)
		}

		/// Sets the lots of a market.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::MarketOrigin`].
		///
		/// ## Details
		///
		/// A lot that is lowered is for the quotes in the book as well, which are then filled in smaller
		/// parts. One that is raised is for takers and new quotes: those in the book are filled, as before,
		/// down to the lot they were placed with. The number of lots can only grow.
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`]: If there is no such market.
		/// - [`Error::LotOutOfBounds`]: If a market of points were to have more than one lot.
		/// - [`Error::NoLots`], [`Error::LotsNotRising`], [`Error::LotOutOfBounds`]: As for
		///   [`Pallet::open_market`]; points count with their floor.
		/// - [`Error::LotRemoved`]: If there would be fewer.
		///
		/// ## Events
		///
		/// - [`Event::LotsSet`]
		#[pallet::call_index(2)]
		pub fn set_lots(origin: OriginFor<T>, market: Market, lots: LotsOf<T>) -> DispatchResult {
			T::MarketOrigin::ensure_origin(origin)?;
			Self::do_set_lots(market, lots)
		}

		/// Stops quotes and trades in a market. Quotes can leave, and points convert at the floor.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::PauseOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`], [`Error::MarketPaused`], [`Error::MarketClosed`]: If the market is
		///   not open.
		///
		/// ## Events
		///
		/// - [`Event::MarketPaused`]
		#[pallet::call_index(3)]
		pub fn pause_market(origin: OriginFor<T>, market: Market) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			let mut record = Self::open_market_record(market)?;
			record.status = Status::Paused;
			Markets::<T>::insert(market, record);
			Self::deposit_event(Event::MarketPaused { market });
			Ok(())
		}

		/// Opens a paused market again.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::MarketOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`], [`Error::MarketNotPaused`]: If the market is not paused.
		///
		/// ## Events
		///
		/// - [`Event::MarketResumed`]
		#[pallet::call_index(4)]
		pub fn resume_market(origin: OriginFor<T>, market: Market) -> DispatchResult {
			T::MarketOrigin::ensure_origin(origin)?;
			let mut record = Self::market_record(market)?;
			ensure!(record.status == Status::Paused, Error::<T>::MarketNotPaused);
			record.status = Status::Open;
			Markets::<T>::insert(market, record);
			Self::deposit_event(Event::MarketResumed { market });
			Ok(())
		}

		/// Winds a market up. Anybody can remove its quotes, and then the market.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::MarketOrigin`].
		///
		/// ## Details
		///
		/// A market that is closed does not open again. Once it is removed, there may be another of the same
		/// assets, which begins empty, with lots of its own: of BHTD if governance opens it, of points if any
		/// operator does. Whoever wants that nobody trades pauses the market: that lasts until governance
		/// resumes it, and nobody can remove it meanwhile.
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`], [`Error::MarketClosed`]: If there is no market to close.
		///
		/// ## Events
		///
		/// - [`Event::MarketClosed`]
		#[pallet::call_index(5)]
		pub fn close_market(origin: OriginFor<T>, market: Market) -> DispatchResult {
			T::MarketOrigin::ensure_origin(origin)?;
			let mut record = Self::market_record(market)?;
			ensure!(record.status != Status::Closed, Error::<T>::MarketClosed);
			record.status = Status::Closed;
			Markets::<T>::insert(market, record);
			Self::deposit_event(Event::MarketClosed { market });
			Ok(())
		}

		/// Removes a market without quotes, and returns its deposit if it has one.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody if the market is closed, otherwise by the operator who has opened it.
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`]: If there is no such market.
		/// - [`Error::MarketNotEmpty`]: If quotes rest in it.
		/// - [`Error::MarketPaused`]: If it is paused: whoever paused it wants it so.
		/// - [`Error::NotOpener`]: If it is open and the caller has not opened it.
		///
		/// ## Events
		///
		/// - [`Event::MarketRemoved`]
		#[pallet::call_index(6)]
		pub fn remove_market(origin: OriginFor<T>, market: Market) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_market(who, market)
		}

		/// Puts a firm quote into the book.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active operator; for the retail lot of BHTD, by anybody. A deposit is paid until
		/// the quote leaves the book.
		///
		/// ## Details
		///
		/// What it offers is put on hold: an ask's `size` of the base asset, a bid's `size * price` of
		/// the quote asset, rounded up. The margin of an operator owes [`Config::ExposureRate`] of its leg
		/// in BHTD until it leaves or is reduced.
		///
		/// `price` is in smallest units of the quote asset per smallest unit of the base asset; see
		/// [`ticks`](crate::ticks). `size` is in smallest units of the base asset. `expiry` is the first
		/// block in which it is not valid any more.
		///
		/// ## Errors
		///
		/// - [`Error::MarketNotFound`], [`Error::MarketPaused`], [`Error::MarketClosed`]: If the market is
		///   not open.
		/// - [`Error::LotNotFound`], [`Error::BelowLot`]: If there is no such lot, or it is not reached.
		/// - [`Error::ExpiryOutOfBounds`]: If it would be valid for no block or for too many.
		/// - [`Error::PriceOffTick`], [`Error::PriceTooLow`], [`Error::PriceBelowFloor`],
		///   [`Error::QuoteTooLarge`]: If no quote may have this price.
		/// - [`Error::AskNotRetail`]: If it asks for a wholesale lot, which nobody could take.
		/// - [`Error::WouldCross`]: If it would meet a quote on the other side.
		/// - [`Error::NotActiveOperator`]: If only operators may place it.
		/// - [`Error::TooManyOffers`]: If the caller has as many as it may have: an operator in the market,
		///   anybody else in all.
		/// - [`Error::CannotReceive`]: If the caller may not have as much of the currency as the whole
		///   quote would bring.
		/// - [`Error::InsufficientFunds`]: If the caller does not have what it offers.
		/// - [`Error::NoQuoteIdLeft`]: If all ids are taken.
		/// - The ledger's error, if the margin does not cover it; the currency's, if the caller cannot
		///   pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::Quoted`]
		#[pallet::call_index(7)]
		pub fn quote(
			origin: OriginFor<T>,
			market: Market,
			side: Side,
			lot: u8,
			price: FixedU128,
			size: BalanceOf<T>,
			expiry: ProvidedBlockNumberOf<T>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_quote(owner, Book { market, side, lot }, price, size, expiry)
		}

		/// Makes a quote smaller. It keeps its place; what is too much on hold is returned.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the owner of the quote, at any time.
		///
		/// ## Errors
		///
		/// - [`Error::QuoteNotFound`], [`Error::NotOwner`]: If it is not the caller's.
		/// - [`Error::NotReduced`]: If what is left of it is not more than `size`.
		/// - [`Error::BelowLot`]: If `size` is below the lot, and below that of the quote: cancel it.
		///
		/// ## Events
		///
		/// - [`Event::Reduced`]
		#[pallet::call_index(8)]
		pub fn reduce(origin: OriginFor<T>, id: u64, size: BalanceOf<T>) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_reduce(owner, id, size)
		}

		/// Gives a quote other terms. It becomes the youngest at its price, unless only its size falls.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the owner of the quote; of an operator's quote, while active.
		///
		/// ## Errors
		///
		/// - [`Error::QuoteNotFound`], [`Error::NotOwner`]: If it is not the caller's.
		/// - Otherwise as for [`Pallet::quote`].
		///
		/// ## Events
		///
		/// - [`Event::Replaced`], or [`Event::Reduced`] if only the size falls.
		#[pallet::call_index(9)]
		pub fn replace(
			origin: OriginFor<T>,
			id: u64,
			price: FixedU128,
			size: BalanceOf<T>,
			expiry: ProvidedBlockNumberOf<T>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_replace(owner, id, price, size, expiry)
		}

		/// Takes a quote out of the book. What is on hold for it, and its deposit, are returned.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the owner of the quote, at any time.
		///
		/// ## Errors
		///
		/// - [`Error::QuoteNotFound`], [`Error::NotOwner`]: If it is not the caller's.
		///
		/// ## Events
		///
		/// - [`Event::Left`]
		#[pallet::call_index(10)]
		pub fn cancel(origin: OriginFor<T>, id: u64) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_cancel(owner, id)
		}

		/// Takes a quote out of the book that is not valid any more.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// It has expired, or was made by an operator who is not active any more, or is below a floor that
		/// has risen, or the market is closed. What is on hold for it, and its deposit, are returned to
		/// its owner.
		///
		/// ## Errors
		///
		/// - [`Error::QuoteNotFound`]: If there is no such quote.
		/// - [`Error::QuoteNotStale`]: If it is valid.
		///
		/// ## Events
		///
		/// - [`Event::Left`]
		#[pallet::call_index(11)]
		pub fn remove_stale(origin: OriginFor<T>, id: u64) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_stale(id)
		}

		/// Sells `amount` of the base asset to retail bids, the best and oldest first.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// No fill is at a price below `limit`; all fills together bring at least `min_out` of the quote
		/// asset, or nothing happens. What nobody buys at such a price, or a rest below the lot, is kept,
		/// and so is what is left after `max_fills` quotes, at most [`Config::MaxFills`]. The fee is for
		/// `max_fills` at first; what is met less is given back, also if the call fails.
		///
		/// Quotes met that are stale, the caller's own, or whose owner cannot receive, are removed and count
		/// among them. If all `max_fills` are, and `min_out` is zero, nothing is traded, and the next call
		/// finds what lay behind them: so with one for `max_fills`, anybody has such a quote removed.
		/// `deadline` is the last block in which this may happen.
		///
		/// ## Errors
		///
		/// - [`Error::DeadlinePassed`]: If the deadline has passed.
		/// - [`Error::MaxFillsOutOfBounds`]: If no quote may be met, or too many.
		/// - [`Error::MarketNotFound`], [`Error::MarketPaused`], [`Error::MarketClosed`]: If the market is
		///   not open.
		/// - [`Error::BelowLot`]: If the amount is less than the retail lot.
		/// - [`Error::NothingFilled`], [`Error::BelowMinOut`]: If too little or nothing would be got.
		/// - [`Error::InsufficientFunds`]: If the caller does not have what would be sold.
		/// - [`Error::CannotReceive`]: If the caller may not have what would be got.
		///
		/// ## Events
		///
		/// - [`Event::Filled`] and [`Event::Left`] for each quote met.
		/// - [`Event::Sold`]
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::sell((*max_fills).min(T::MaxFills::get())))]
		pub fn sell(
			origin: OriginFor<T>,
			market: Market,
			amount: BalanceOf<T>,
			limit: FixedU128,
			min_out: BalanceOf<T>,
			deadline: ProvidedBlockNumberOf<T>,
			max_fills: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let sold = Self::do_sell(who, market, amount, limit, min_out, deadline, max_fills);
			Self::weighed(sold, T::WeightInfo::sell)
		}

		/// Buys `amount` of the base asset from retail asks, the best and oldest first.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// No fill is at a price above `limit`; all fills together cost at most `max_in` of the quote
		/// asset, or nothing happens. What nobody sells at such a price is not bought; for the rest see
		/// [`Pallet::sell`].
		///
		/// ## Errors
		///
		/// - [`Error::DeadlinePassed`]: If the deadline has passed.
		/// - [`Error::MaxFillsOutOfBounds`]: If no quote may be met, or too many.
		/// - [`Error::MarketNotFound`], [`Error::MarketPaused`], [`Error::MarketClosed`]: If the market is
		///   not open.
		/// - [`Error::BelowLot`]: If the amount is less than the retail lot.
		/// - [`Error::NothingFilled`], [`Error::AboveMaxIn`]: If nothing would be got, or for too much.
		/// - [`Error::InsufficientFunds`]: If the caller does not have what would be paid.
		/// - [`Error::CannotReceive`]: If what would be got is too little to bring the caller's account
		///   into existence.
		///
		/// ## Events
		///
		/// - [`Event::Filled`] and [`Event::Left`] for each quote met.
		/// - [`Event::Bought`]
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::buy((*max_fills).min(T::MaxFills::get())))]
		pub fn buy(
			origin: OriginFor<T>,
			market: Market,
			amount: BalanceOf<T>,
			limit: FixedU128,
			max_in: BalanceOf<T>,
			deadline: ProvidedBlockNumberOf<T>,
			max_fills: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let bought = Self::do_buy(who, market, amount, limit, max_in, deadline, max_fills);
			Self::weighed(bought, T::WeightInfo::buy)
		}

		/// Sells `amount` planck of BHTD to wholesale bids.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active merchant.
		///
		/// ## Details
		///
		/// At the best price there is in any book whose lot is not more than what is still to be sold; of
		/// equal prices, in the book of the smaller lot first. Otherwise as [`Pallet::sell`].
		///
		/// ## Errors
		///
		/// - [`Error::NotActiveMerchant`]: If the caller is not one.
		/// - [`Error::LotNotFound`]: If the market has no wholesale lot.
		/// - [`Error::BelowLot`]: If the amount is less than the first of them.
		/// - Otherwise as for [`Pallet::sell`].
		///
		/// ## Events
		///
		/// - [`Event::Filled`] and [`Event::Left`] for each quote met.
		/// - [`Event::Sold`]
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::wholesale((*max_fills).min(T::MaxFills::get())))]
		pub fn wholesale(
			origin: OriginFor<T>,
			currency: CurrencyId,
			amount: BalanceOf<T>,
			limit: FixedU128,
			min_out: BalanceOf<T>,
			deadline: ProvidedBlockNumberOf<T>,
			max_fills: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let sold =
				Self::do_wholesale(who, currency, amount, limit, min_out, deadline, max_fills);
			Self::weighed(sold, T::WeightInfo::wholesale)
		}

		/// Turns points into BHTD at the best there is: bids of operators above the floor, and the floor
		/// for the rest.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// It always brings at least what the floor alone would bring, and at least `min_out`, or nothing
		/// happens. If the market is paused or there is none, that is the floor. A rest worth less than a
		/// planck is kept. `deadline` is the last block in which this may happen. At most `max_fills` bids
		/// are met; for those and the fee, see [`Pallet::sell`].
		///
		/// ## Errors
		///
		/// - [`Error::DeadlinePassed`]: If the deadline has passed.
		/// - [`Error::MaxFillsOutOfBounds`]: If no quote may be met, or too many.
		/// - [`Error::ClassNotFound`], [`Error::AmountIsZero`], [`Error::ProceedsAreZero`]: If there is
		///   nothing to convert, or it is worth nothing.
		/// - [`Error::BelowMinOut`]: If less would be got.
		/// - [`Error::InsufficientFunds`]: If the caller does not have the points free to move.
		/// - [`Error::CannotReceive`]: If what would be got is too little to bring the caller's account
		///   into existence.
		///
		/// ## Events
		///
		/// - [`Event::Filled`] and [`Event::Left`] for each quote met.
		/// - [`Event::Converted`]
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::convert_best((*max_fills).min(T::MaxFills::get())))]
		pub fn convert_best(
			origin: OriginFor<T>,
			class: ClassId,
			amount: BalanceOf<T>,
			min_out: BalanceOf<T>,
			deadline: ProvidedBlockNumberOf<T>,
			max_fills: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let converted = Self::do_convert_best(who, class, amount, min_out, deadline, max_fills);
			Self::weighed(converted, T::WeightInfo::convert_best)
		}

		/// Removes the record of an operator that has gone, and returns its deposit.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Errors
		///
		/// - [`Error::RecordNotFound`]: If there is no such record.
		/// - [`Error::RecordInUse`]: If the operator holds margin, or has a quote in the market.
		///
		/// ## Events
		///
		/// - [`Event::RecordRemoved`]
		#[pallet::call_index(16)]
		pub fn remove_record(
			origin: OriginFor<T>,
			who: T::AccountId,
			market: Market,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_record(who, market)
		}
	}
}
