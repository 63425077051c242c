//! Trades with quotes in the book: first a plan that writes nothing, then what it says.

use crate::{
	matching::{self, Fill},
	pallet::*,
	ticks::{self, Rank},
	types::*,
};
use alloc::vec::Vec;
use bhtd_primitives::{AssetKind, CurrencyId, MarginLedger, Role};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo},
	ensure,
	traits::{
		fungibles::{Inspect as _, Mutate as _, MutateHold as _},
		tokens::{Fortitude, Precision, Preservation, Restriction},
		Get,
	},
	weights::Weight,
};
use sp_runtime::{
	traits::{CheckedAdd, CheckedSub, Saturating, Zero},
	DispatchError, DispatchResult, FixedU128,
};

/// How far a walk has come in a book.
struct Cursor<Balance> {
	lot: Balance,
	book: Book,
	rank: Rank,
	at: Place,
}

/// Where in a queue a walk is.
enum Place {
	/// Before the oldest quote.
	Start,
	/// Before this quote.
	Before(u64),
	/// Behind the youngest.
	End,
}

impl<Balance: Copy> Cursor<Balance> {
	/// Goes on to the next price if the queue has ended; `None` if there is none.
	fn arrive<T: Config>(mut self) -> Option<Self> {
		if let Place::End = self.at {
			self.rank = Pallet::<T>::after(self.book, self.rank)?;
			self.at = Place::Start;
		}
		Some(self)
	}

	/// The next quote. The book is sound, so there is one.
	fn take<T: Config>(&mut self) -> Option<(u64, QuoteOf<T>)> {
		let id = match self.at {
			Place::Start => Levels::<T>::get((self.book, self.rank))?.head,
			Place::Before(id) => id,
			Place::End => return None,
		};
		let quote = Quotes::<T>::get(id)?;
		self.at = quote.next.map_or(Place::End, Place::Before);
		Some((id, quote))
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_in_time(deadline: ProvidedBlockNumberOf<T>) -> DispatchResult {
		ensure!(Self::now() <= deadline, Error::<T>::DeadlinePassed);
		Ok(())
	}

	/// Whether a call can meet so many quotes.
	pub(crate) fn ensure_max_fills(max_fills: u32) -> DispatchResult {
		let bounds = 1..=T::MaxFills::get();
		ensure!(bounds.contains(&max_fills), Error::<T>::MaxFillsOutOfBounds);
		Ok(())
	}

	/// What a trade answers, whose weight depends on the quotes that it has met. One that fails has met
	/// them as well, and no more than those.
	pub(crate) fn weighed(
		result: Result<u32, Refusal>,
		weight: fn(u32) -> Weight,
	) -> DispatchResultWithPostInfo {
		match result {
			Ok(met) => Ok(Some(weight(met)).into()),
			Err(Refusal { error, met }) => {
				let post_info = Some(weight(met)).into();
				Err(DispatchErrorWithPostInfo { post_info, error })
			}
		}
	}

	pub(crate) fn outcome(plan: PlanOf<T>) -> Outcome<BalanceOf<T>> {
		Outcome { base: plan.base, quote: plan.quote }
	}

	/// Plans a trade: the best price first, and at each the oldest quote first.
	pub(crate) fn plan(
		record: &MarketOf<T>,
		order: Order<'_, T::AccountId, BalanceOf<T>>,
	) -> PlanOf<T> {
		let Order { taker, market, side, lots, wanted, limit, max_fills } = order;
		let zero = BalanceOf::<T>::zero();
		let mut plan = Plan { steps: Vec::new(), met: 0, base: zero, quote: zero };
		let mut cursors = lots
			.filter_map(|lot| {
				let book = Book { market, side, lot };
				let rank = record.best(side, lot)?;
				let lot = Self::lot_of(record, lot).ok()?;
				Some(Cursor { lot, book, rank, at: Place::Start })
			})
			.collect::<Vec<_>>();
		let mut left = wanted;
		while plan.met < max_fills {
			// What is left only falls: a lot that is too large now will be.
			cursors = cursors
				.into_iter()
				.filter(|cursor| cursor.lot <= left && !left.is_zero())
				.filter_map(Cursor::arrive::<T>)
				.collect();
			let Some(cursor) = cursors.iter_mut().min_by_key(|cursor| cursor.rank) else { break };
			let Some(price) = ticks::price_at(side, cursor.rank) else { break };
			if !matching::within(side, price, limit) {
				break;
			}
			let Some((id, quote)) = cursor.take::<T>() else { break };
			plan.met = plan.met.saturating_add(1);
			// No lot is worth nothing at the price of any quote, and none is larger than what is left.
			let Some(verdict) = Self::judge(taker, record, &plan, &quote, price, left) else {
				break;
			};
			if let Verdict::Fill(fill) = verdict {
				let (Some(base), Some(paid), Some(rest)) = (
					plan.base.checked_add(&fill.base),
					plan.quote.checked_add(&fill.quote),
					left.checked_sub(&fill.base),
				) else {
					break;
				};
				(plan.base, plan.quote, left) = (base, paid, rest);
			}
			plan.steps.push((id, quote.owner, verdict));
		}
		plan
	}

	/// What becomes of a quote that is met, of which `left` is wanted, a lot at least. The book is sound, so
	/// there is an answer.
	fn judge(
		taker: &T::AccountId,
		record: &MarketOf<T>,
		plan: &PlanOf<T>,
		quote: &QuoteOf<T>,
		price: FixedU128,
		left: BalanceOf<T>,
	) -> Option<Verdict<BalanceOf<T>>> {
		if let Some(reason) = Self::stale(quote, record) {
			return Some(Verdict::Leave(reason));
		}
		if quote.owner == *taker {
			return Some(Verdict::Leave(Departure::SelfTrade));
		}
		let Book { market, side, .. } = quote.book;
		let minimum = Self::minimum_of(quote, record);
		let fill = matching::fill(side, price, quote.remaining, minimum, left)?;
		// What earlier fills of the same plan bring counts against the owner's limits as well.
		let mut incoming = side.opposite().given(fill.base, fill.quote);
		for (_, owner, verdict) in &plan.steps {
			if let (true, Verdict::Fill(fill)) = (*owner == quote.owner, verdict) {
				let more = side.opposite().given(fill.base, fill.quote);
				incoming = incoming.saturating_add(more);
			}
		}
		if !Self::can_receive(side.takes(market), &quote.owner, incoming) {
			return Some(Verdict::Leave(Departure::CannotReceive));
		}
		Some(Verdict::Fill(fill))
	}

	/// What of an asset an account can spend here. BHTD must leave the account in existence.
	pub(crate) fn available(asset: AssetKind, who: &T::AccountId) -> BalanceOf<T> {
		let keep = Self::preservation(asset);
		T::Assets::reducible_balance(asset, who, keep, Fortitude::Polite)
	}

	fn preservation(asset: AssetKind) -> Preservation {
		match asset {
			AssetKind::Bhtd => Preservation::Preserve,
			AssetKind::Anchored(_) | AssetKind::Points(_) => Preservation::Expendable,
		}
	}

	/// Whether the taker has what it gives in a plan, and may have what it gets.
	pub(crate) fn ensure_able(
		taker: &T::AccountId,
		market: Market,
		side: Side,
		plan: &PlanOf<T>,
	) -> DispatchResult {
		if plan.base.is_zero() {
			return Ok(());
		}
		let given = side.opposite().given(plan.base, plan.quote);
		let available = Self::available(side.takes(market), taker);
		ensure!(available >= given, Error::<T>::InsufficientFunds);
		let gets = side.gives(market);
		let total = side.given(plan.base, plan.quote);
		// Every fill is worth a lot at least, which brings an account into existence if it has to.
		ensure!(Self::can_receive(gets, taker, total), Error::<T>::CannotReceive);
		Ok(())
	}

	/// Whether a plan is to remove quotes only, as many as the call meets. Others may lie behind them: if it
	/// failed, they would bar the book until somebody removed them one by one.
	fn only_clears(plan: &PlanOf<T>, max_fills: u32) -> bool {
		plan.base.is_zero() && plan.met >= max_fills && !plan.steps.is_empty()
	}

	pub(crate) fn check_sell(
		who: &T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
		max_fills: u32,
	) -> Result<PlanOf<T>, Refusal> {
		Self::ensure_max_fills(max_fills)?;
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 0)?, Error::<T>::BelowLot);
		let (taker, side, lots, wanted) = (who, Side::Bid, 0..1, amount);
		let order = Order { taker, market, side, lots, wanted, limit, max_fills };
		Self::check_trade(&record, order, |plan| Self::ensure_min_out(plan, min_out))
	}

	pub(crate) fn check_wholesale(
		who: &T::AccountId,
		currency: CurrencyId,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
		max_fills: u32,
	) -> Result<PlanOf<T>, Refusal> {
		Self::ensure_max_fills(max_fills)?;
		ensure!(T::Margin::is_active(who, Role::Merchant), Error::<T>::NotActiveMerchant);
		let market = Market::Bhtd(currency);
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 1)?, Error::<T>::BelowLot);
		let (taker, side, lots, wanted) = (who, Side::Bid, 1..MAX_LOTS as u8, amount);
		let order = Order { taker, market, side, lots, wanted, limit, max_fills };
		Self::check_trade(&record, order, |plan| Self::ensure_min_out(plan, min_out))
	}

	pub(crate) fn check_buy(
		who: &T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		max_in: BalanceOf<T>,
		max_fills: u32,
	) -> Result<PlanOf<T>, Refusal> {
		Self::ensure_max_fills(max_fills)?;
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 0)?, Error::<T>::BelowLot);
		let (taker, side, lots, wanted) = (who, Side::Ask, 0..1, amount);
		let order = Order { taker, market, side, lots, wanted, limit, max_fills };
		Self::check_trade(&record, order, |plan| {
			ensure!(plan.quote <= max_in, Error::<T>::AboveMaxIn);
			Ok(())
		})
	}

	fn ensure_min_out(plan: &PlanOf<T>, min_out: BalanceOf<T>) -> DispatchResult {
		ensure!(plan.quote >= min_out, Error::<T>::BelowMinOut);
		Ok(())
	}

	/// Plans a trade, and checks that it does something, at terms that are good enough, and can be done.
	fn check_trade(
		record: &MarketOf<T>,
		order: Order<'_, T::AccountId, BalanceOf<T>>,
		ensure_terms: impl FnOnce(&PlanOf<T>) -> DispatchResult,
	) -> Result<PlanOf<T>, Refusal> {
		let Order { taker, market, side, max_fills, .. } = order;
		let plan = Self::plan(record, order);
		let ensure_some = || {
			let is_some = !plan.base.is_zero() || Self::only_clears(&plan, max_fills);
			ensure!(is_some, Error::<T>::NothingFilled);
			Ok(())
		};
		let checked = ensure_some()
			.and_then(|()| ensure_terms(&plan))
			.and_then(|()| Self::ensure_able(taker, market, side, &plan));
		match checked {
			Ok(()) => Ok(plan),
			Err(error) => Err(Refusal { error, met: plan.met }),
		}
	}

	/// Sells retail, and says how many quotes were met.
	pub(crate) fn do_sell(
		who: T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
		deadline: ProvidedBlockNumberOf<T>,
		max_fills: u32,
	) -> Result<u32, Refusal> {
		Self::ensure_in_time(deadline)?;
		let plan = Self::check_sell(&who, market, amount, limit, min_out, max_fills)?;
		Self::sell_as_planned(who, market, amount, plan)
	}

	/// Sells wholesale, and says how many quotes were met.
	pub(crate) fn do_wholesale(
		who: T::AccountId,
		currency: CurrencyId,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
		deadline: ProvidedBlockNumberOf<T>,
		max_fills: u32,
	) -> Result<u32, Refusal> {
		Self::ensure_in_time(deadline)?;
		let plan = Self::check_wholesale(&who, currency, amount, limit, min_out, max_fills)?;
		Self::sell_as_planned(who, Market::Bhtd(currency), amount, plan)
	}

	fn sell_as_planned(
		who: T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		plan: PlanOf<T>,
	) -> Result<u32, Refusal> {
		let (met, sold, received) = (plan.met, plan.base, plan.quote);
		Self::execute(&who, market, plan).map_err(|error| Refusal { error, met })?;
		let unsold = amount.saturating_sub(sold);
		Self::deposit_event(Event::Sold { who, market, sold, received, unsold });
		Ok(met)
	}

	/// Buys retail, and says how many quotes were met.
	pub(crate) fn do_buy(
		who: T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		max_in: BalanceOf<T>,
		deadline: ProvidedBlockNumberOf<T>,
		max_fills: u32,
	) -> Result<u32, Refusal> {
		Self::ensure_in_time(deadline)?;
		let plan = Self::check_buy(&who, market, amount, limit, max_in, max_fills)?;
		let (met, bought, paid) = (plan.met, plan.base, plan.quote);
		Self::execute(&who, market, plan).map_err(|error| Refusal { error, met })?;
		let unbought = amount.saturating_sub(bought);
		Self::deposit_event(Event::Bought { who, market, bought, paid, unbought });
		Ok(met)
	}

	/// Does what a plan says.
	pub(crate) fn execute(taker: &T::AccountId, market: Market, plan: PlanOf<T>) -> DispatchResult {
		if plan.steps.is_empty() {
			return Ok(());
		}
		let record = Self::market_record(market)?;
		Self::change_market(market, record, |record| {
			for (id, _, verdict) in plan.steps {
				// Read again, as the links may have changed since it was planned.
				let quote = Self::quote_or_error(id)?;
				match verdict {
					Verdict::Fill(fill) => Self::fill(taker, record, id, quote, fill)?,
					Verdict::Leave(reason) => Self::leave(record, id, quote, reason)?,
				}
			}
			Ok(())
		})
	}

	/// Moves both legs of a fill.
	fn fill(
		taker: &T::AccountId,
		market: &mut MarketOf<T>,
		id: u64,
		mut quote: QuoteOf<T>,
		fill: Fill<BalanceOf<T>>,
	) -> DispatchResult {
		let Book { market: name, side, .. } = quote.book;
		let given = side.given(fill.base, fill.quote);
		let taken = side.opposite().given(fill.base, fill.quote);
		let (gives, takes) = (side.gives(name), side.takes(name));
		// The taker receives first: it may have no account until then. By force, because freezes lie over
		// holds as well: otherwise an owner could make the funds of its quotes immovable.
		T::Holds::transfer_on_hold(
			gives,
			&Self::hold_reason(),
			&quote.owner,
			taker,
			given,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)?;
		T::Assets::transfer(takes, taker, &quote.owner, taken, Self::preservation(takes))?;
		quote.remaining =
			quote.remaining.checked_sub(&fill.base).ok_or(DispatchError::Corruption)?;
		quote.funds = quote.funds.checked_sub(&given).ok_or(DispatchError::Corruption)?;
		// Of a quote that was filled when the lot was low, as little may be left.
		quote.minimum = Self::minimum_of(&quote, market);
		quote.traded.add(fill.base, fill.quote);
		Self::deposit_event(Event::Filled {
			id,
			owner: quote.owner.clone(),
			taker: taker.clone(),
			base: fill.base,
			quote: fill.quote,
		});
		if fill.closes {
			return Self::leave(market, id, quote, Departure::Filled);
		}
		Quotes::<T>::insert(id, quote);
		Ok(())
	}
}
