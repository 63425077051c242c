//! Quotes that come into the book, change, and leave it.

use crate::{bitmap::Node, matching, pallet::*, ticks, types::*};
use bhtd_primitives::{AssetKind, Loyalty, MarginLedger, Role, Settlement};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{
		fungibles::{Inspect as _, InspectHold as _, MutateHold as _},
		tokens::{DepositConsequence, Precision, Provenance},
		Consideration, Footprint, Get,
	},
};
use sp_runtime::{
	traits::{BlockNumberProvider, CheckedSub, Saturating, Zero},
	DispatchError, DispatchResult, FixedU128,
};

/// What follows from the terms of a quote.
struct Implied<Balance> {
	rank: ticks::Rank,
	minimum: Balance,
	funds: Balance,
	exposure: Balance,
}

impl<T: Config> Pallet<T> {
	/// What the deposit of a quote pays for: itself, and a price of its own.
	pub fn quote_footprint() -> Footprint {
		let key = Book::max_encoded_len().saturating_add(ticks::Rank::max_encoded_len());
		let node = Node::max_encoded_len().saturating_add(key);
		let size = QuoteOf::<T>::max_encoded_len()
			.saturating_add(u64::max_encoded_len())
			.saturating_add(Level::max_encoded_len().saturating_add(key))
			.saturating_add(node.saturating_mul(3))
			// How many offers somebody has.
			.saturating_add(T::AccountId::max_encoded_len());
		Footprint::from_parts(1, size)
	}

	/// What the deposit of a record pays for.
	pub fn record_footprint() -> Footprint {
		let size = RecordOf::<T>::max_encoded_len()
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(Market::max_encoded_len());
		Footprint::from_parts(1, size)
	}

	pub(crate) fn hold_reason() -> T::RuntimeHoldReason {
		HoldReason::Quote.into()
	}

	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	/// Whether limits and assets let `who` receive `amount`.
	pub(crate) fn can_receive(asset: AssetKind, who: &T::AccountId, amount: BalanceOf<T>) -> bool {
		let is_allowed = match asset {
			AssetKind::Anchored(currency) => T::Settlement::can_receive(currency, who, amount),
			AssetKind::Bhtd | AssetKind::Points(_) => true,
		};
		let arrives = || T::Assets::can_deposit(asset, who, amount, Provenance::Extant);
		is_allowed && arrives() == DepositConsequence::Success
	}

	/// Checks the terms of a quote against everything but its owner's means.
	fn implied(
		owner: &T::AccountId,
		record: &MarketOf<T>,
		book: Book,
		price: FixedU128,
		size: BalanceOf<T>,
		expiry: ProvidedBlockNumberOf<T>,
	) -> Result<Implied<BalanceOf<T>>, DispatchError> {
		let Book { market, side, lot } = book;
		let minimum = Self::lot_of(record, lot)?;
		ensure!(size >= minimum, Error::<T>::BelowLot);
		// Wholesale is selling to operators: nobody could take an ask there, and it would keep bids out.
		ensure!(side == Side::Bid || lot == 0, Error::<T>::AskNotRetail);
		let now = Self::now();
		let latest = now.saturating_add(T::LongestLifetime::get());
		ensure!(expiry > now && expiry <= latest, Error::<T>::ExpiryOutOfBounds);
		let rank = ticks::rank_of(side, price).ok_or(Error::<T>::PriceOffTick)?;
		if let Market::Points(class) = market {
			let floor = T::Loyalty::floor(class).ok_or(Error::<T>::ClassNotFound)?;
			ensure!(price >= floor, Error::<T>::PriceBelowFloor);
		}
		// Then every fill and every rest is worth at least one unit, even if the lot is lowered. One of points
		// is never worth less than the lowest at the floor.
		let least = match market {
			Market::Bhtd(_) => T::LowestLot::get(),
			Market::Points(_) => minimum,
		};
		let worth = matching::proceeds(least, price).ok_or(Error::<T>::QuoteTooLarge)?;
		ensure!(!worth.is_zero(), Error::<T>::PriceTooLow);
		let opposite = record
			.best(side.opposite(), lot)
			.and_then(|rank| ticks::price_at(side.opposite(), rank));
		let crosses = opposite.is_some_and(|other| matching::crosses(side, price, other));
		ensure!(!crosses, Error::<T>::WouldCross);
		let cost = matching::cost(size, price).ok_or(Error::<T>::QuoteTooLarge)?;
		if let (Side::Ask, AssetKind::Anchored(currency)) = (side, market.quote()) {
			let is_allowed = T::Settlement::can_receive(currency, owner, cost);
			ensure!(is_allowed, Error::<T>::CannotReceive);
		}
		Ok(Implied {
			rank,
			minimum,
			funds: side.given(size, cost),
			exposure: matching::exposure(market.in_bhtd(size, cost), T::ExposureRate::get()),
		})
	}

	fn ensure_operator(who: &T::AccountId) -> DispatchResult {
		ensure!(T::Margin::is_active(who, Role::Operator), Error::<T>::NotActiveOperator);
		Ok(())
	}

	fn put_on_hold(asset: AssetKind, who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		let reason = Self::hold_reason();
		ensure!(T::Holds::can_hold(asset, &reason, who, amount), Error::<T>::InsufficientFunds);
		T::Holds::hold(asset, &reason, who, amount)
	}

	fn release(asset: AssetKind, who: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Holds::release(asset, &Self::hold_reason(), who, amount, Precision::Exact).map(|_| ())
	}

	/// Brings what is on hold for a quote from one amount to another.
	fn adjust_hold(
		asset: AssetKind,
		who: &T::AccountId,
		from: BalanceOf<T>,
		to: BalanceOf<T>,
	) -> DispatchResult {
		match to.checked_sub(&from) {
			Some(more) if more.is_zero() => Ok(()),
			Some(more) => Self::put_on_hold(asset, who, more),
			None => Self::release(asset, who, from.saturating_sub(to)),
		}
	}

	/// Brings what the margin of an operator owes for a quote from one amount to another.
	fn adjust_exposure(who: &T::AccountId, from: BalanceOf<T>, to: BalanceOf<T>) -> DispatchResult {
		match to.checked_sub(&from) {
			Some(more) if more.is_zero() => Ok(()),
			Some(more) => T::Margin::increase_owed(who, Role::Operator, more),
			None => T::Margin::decrease_owed(who, Role::Operator, from.saturating_sub(to)),
		}
	}

	pub(crate) fn do_quote(
		owner: T::AccountId,
		book: Book,
		price: FixedU128,
		size: BalanceOf<T>,
		expiry: ProvidedBlockNumberOf<T>,
	) -> DispatchResult {
		let Book { market, side, lot } = book;
		let before = Self::open_market_record(market)?;
		let implied = Self::implied(&owner, &before, book, price, size, expiry)?;
		let is_operator = T::Margin::is_active(&owner, Role::Operator);
		let is_offer = matches!(market, Market::Bhtd(_)) && lot == 0;
		ensure!(is_operator || is_offer, Error::<T>::NotActiveOperator);
		let record = if is_operator { Records::<T>::get(&owner, market) } else { None };
		let open = match &record {
			Some(record) => record.open.len() as u32,
			None if is_operator => 0,
			None => Offers::<T>::get(&owner),
		};
		ensure!(open < T::MaxOffers::get(), Error::<T>::TooManyOffers);
		let id = NextQuote::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::NoQuoteIdLeft)?;

		let Implied { rank, minimum, funds, exposure } = implied;
		Self::put_on_hold(side.gives(market), &owner, funds)?;
		if is_operator {
			T::Margin::increase_owed(&owner, Role::Operator, exposure)?;
			Self::note_open(&owner, market, record, id)?;
		} else {
			Offers::<T>::insert(&owner, open.saturating_add(1));
		}
		let ticket = T::Consideration::new(&owner, Self::quote_footprint())?;
		NextQuote::<T>::put(next);
		Self::deposit_event(Event::Quoted { id, owner: owner.clone(), book, price, size, expiry });
		let quote = Quote {
			owner,
			book,
			rank,
			remaining: size,
			minimum,
			funds,
			exposure: is_operator.then_some(exposure),
			traded: Default::default(),
			expiry,
			ticket,
			prev: None,
			next: None,
		};
		Self::change_market(market, before, |record| Self::link(record, id, quote))
	}

	/// Changes the record of a market, which is written only if it is another afterwards.
	pub(crate) fn change_market(
		market: Market,
		before: MarketOf<T>,
		change: impl FnOnce(&mut MarketOf<T>) -> DispatchResult,
	) -> DispatchResult {
		let mut record = before.clone();
		change(&mut record)?;
		if record != before {
			Markets::<T>::insert(market, record);
		}
		Ok(())
	}

	/// Notes that an operator has one quote more.
	fn note_open(
		owner: &T::AccountId,
		market: Market,
		record: Option<RecordOf<T>>,
		id: u64,
	) -> DispatchResult {
		let mut record = match record {
			Some(record) => record,
			None => Record {
				open: Default::default(),
				volume: Default::default(),
				ticket: T::Consideration::new(owner, Self::record_footprint())?,
			},
		};
		record.open.try_push(id).map_err(|_| Error::<T>::TooManyOffers)?;
		Records::<T>::insert(owner, market, record);
		Ok(())
	}

	/// The least part in which a quote is filled, and the least that may be left of it. A lot that was lowered
	/// is for the quotes in the book as well; if it was raised, they keep theirs.
	pub(crate) fn minimum_of(quote: &QuoteOf<T>, market: &MarketOf<T>) -> BalanceOf<T> {
		let lot = Self::lot_of(market, quote.book.lot).unwrap_or(quote.minimum);
		quote.minimum.min(lot)
	}

	pub(crate) fn quote_or_error(id: u64) -> Result<QuoteOf<T>, DispatchError> {
		Quotes::<T>::get(id).ok_or(Error::<T>::QuoteNotFound.into())
	}

	fn own_quote(owner: &T::AccountId, id: u64) -> Result<QuoteOf<T>, DispatchError> {
		let quote = Self::quote_or_error(id)?;
		ensure!(quote.owner == *owner, Error::<T>::NotOwner);
		Ok(quote)
	}

	pub(crate) fn do_reduce(owner: T::AccountId, id: u64, size: BalanceOf<T>) -> DispatchResult {
		let mut quote = Self::own_quote(&owner, id)?;
		ensure!(size < quote.remaining, Error::<T>::NotReduced);
		let Book { market, side, .. } = quote.book;
		let minimum = Self::minimum_of(&quote, &Self::market_record(market)?);
		ensure!(size >= minimum, Error::<T>::BelowLot);
		let price = ticks::price_at(side, quote.rank).ok_or(DispatchError::Corruption)?;
		let cost = matching::cost(size, price).ok_or(Error::<T>::QuoteTooLarge)?;

		let funds = side.given(size, cost);
		Self::adjust_hold(side.gives(market), &owner, quote.funds, funds)?;
		if let Some(exposure) = quote.exposure {
			let less = matching::exposure(market.in_bhtd(size, cost), T::ExposureRate::get());
			// A runtime may have raised the rate since.
			let less = less.min(exposure);
			Self::adjust_exposure(&owner, exposure, less)?;
			quote.exposure = Some(less);
		}
		(quote.remaining, quote.minimum, quote.funds) = (size, minimum, funds);
		Quotes::<T>::insert(id, quote);
		Self::deposit_event(Event::Reduced { id, size });
		Ok(())
	}

	pub(crate) fn do_replace(
		owner: T::AccountId,
		id: u64,
		price: FixedU128,
		size: BalanceOf<T>,
		expiry: ProvidedBlockNumberOf<T>,
	) -> DispatchResult {
		let mut quote = Self::own_quote(&owner, id)?;
		let Book { market, side, .. } = quote.book;
		let only_reduced = ticks::price_at(side, quote.rank) == Some(price)
			&& quote.expiry == expiry
			&& size < quote.remaining;
		if only_reduced {
			return Self::do_reduce(owner, id, size);
		}
		let before = Self::open_market_record(market)?;
		if quote.exposure.is_some() {
			Self::ensure_operator(&owner)?;
		}
		let implied = Self::implied(&owner, &before, quote.book, price, size, expiry)?;

		let Implied { rank, minimum, funds, exposure } = implied;
		Self::adjust_hold(side.gives(market), &owner, quote.funds, funds)?;
		if let Some(former) = quote.exposure {
			Self::adjust_exposure(&owner, former, exposure)?;
			quote.exposure = Some(exposure);
		}
		Self::deposit_event(Event::Replaced { id, price, size, expiry });
		Self::change_market(market, before, |record| {
			Self::unlink(record, id, &quote)?;
			(quote.rank, quote.expiry) = (rank, expiry);
			(quote.remaining, quote.minimum, quote.funds) = (size, minimum, funds);
			Self::link(record, id, quote)
		})
	}

	pub(crate) fn do_cancel(owner: T::AccountId, id: u64) -> DispatchResult {
		let quote = Self::own_quote(&owner, id)?;
		let record = Self::market_record(quote.book.market)?;

		Self::change_market(quote.book.market, record, |record| {
			Self::leave(record, id, quote, Departure::Cancelled)
		})
	}

	pub(crate) fn do_remove_stale(id: u64) -> DispatchResult {
		let quote = Self::quote_or_error(id)?;
		let record = Self::market_record(quote.book.market)?;
		let reason = Self::stale(&quote, &record).ok_or(Error::<T>::QuoteNotStale)?;

		Self::change_market(quote.book.market, record, |record| {
			Self::leave(record, id, quote, reason)
		})
	}

	/// Why anybody may remove a quote, if so.
	pub(crate) fn stale(quote: &QuoteOf<T>, market: &MarketOf<T>) -> Option<Departure> {
		if market.status == Status::Closed {
			return Some(Departure::MarketClosed);
		}
		if Self::now() >= quote.expiry {
			return Some(Departure::Expired);
		}
		if let Market::Points(class) = quote.book.market {
			let price = ticks::price_at(quote.book.side, quote.rank);
			if price < T::Loyalty::floor(class) {
				return Some(Departure::BelowFloor);
			}
		}
		let is_gone =
			quote.exposure.is_some() && !T::Margin::is_active(&quote.owner, Role::Operator);
		is_gone.then_some(Departure::OwnerInactive)
	}

	/// Takes a quote out of the book and gives back everything that was locked for it.
	pub(crate) fn leave(
		market: &mut MarketOf<T>,
		id: u64,
		quote: QuoteOf<T>,
		reason: Departure,
	) -> DispatchResult {
		Self::unlink(market, id, &quote)?;
		Quotes::<T>::remove(id);
		let Quote { owner, book, funds, exposure, traded, ticket, .. } = quote;
		Self::release(book.side.gives(book.market), &owner, funds)?;
		match exposure {
			Some(exposure) => {
				T::Margin::decrease_owed(&owner, Role::Operator, exposure)?;
				if let Some(mut record) = Records::<T>::get(&owner, book.market) {
					record.open.retain(|open| *open != id);
					record.volume.add(book.side, traded);
					Records::<T>::insert(&owner, book.market, record);
				}
			}
			None => Offers::<T>::mutate_exists(&owner, |offers| {
				*offers = offers.and_then(|offers| offers.checked_sub(1)).filter(|it| *it > 0);
			}),
		}
		ticket.drop(&owner)?;
		Self::deposit_event(Event::Left { id, reason });
		Ok(())
	}

	pub(crate) fn do_remove_record(who: T::AccountId, market: Market) -> DispatchResult {
		let record = Records::<T>::get(&who, market).ok_or(Error::<T>::RecordNotFound)?;
		let has_role = T::Margin::is_active(&who, Role::Operator)
			|| !T::Margin::held(&who, Role::Operator).is_zero();
		ensure!(!has_role && record.open.is_empty(), Error::<T>::RecordInUse);

		Records::<T>::remove(&who, market);
		record.ticket.drop(&who)?;
		Self::deposit_event(Event::RecordRemoved { who, market });
		Ok(())
	}
}
