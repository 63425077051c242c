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
	ensure,
	traits::{
		fungibles::{Inspect as _, Mutate as _, MutateHold as _},
		tokens::{Fortitude, Precision, Preservation, Restriction},
		Get,
	},
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

	pub(crate) fn outcome(plan: PlanOf<T>) -> Outcome<BalanceOf<T>> {
		Outcome { base: plan.base, quote: plan.quote }
	}

	/// Plans a trade of `wanted` of the base asset with the quotes on one side of some of a market's
	/// lots, at prices within `limit`: the best price first, and at each the oldest first.
	pub(crate) fn plan(
		taker: &T::AccountId,
		market: Market,
		record: &MarketOf<T>,
		side: Side,
		lots: core::ops::Range<u8>,
		wanted: BalanceOf<T>,
		limit: FixedU128,
	) -> PlanOf<T> {
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
		while plan.met < T::MaxFills::get() {
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
			match Self::judge(taker, record, &plan, &quote, price, left) {
				Some(Verdict::Fill(fill)) => {
					let (Some(base), Some(paid), Some(rest)) = (
						plan.base.checked_add(&fill.base),
						plan.quote.checked_add(&fill.quote),
						left.checked_sub(&fill.base),
					) else {
						break;
					};
					(plan.base, plan.quote, left) = (base, paid, rest);
					plan.steps.push((id, quote.owner, Verdict::Fill(fill)));
				}
				Some(verdict) => plan.steps.push((id, quote.owner, verdict)),
				None => (),
			}
		}
		plan
	}

	/// What becomes of a quote that is met; `None` if it is passed over.
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
		let fill = matching::fill(side, price, quote.remaining, quote.minimum, left)?;
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
		let given = side.opposite().given(plan.base, plan.quote);
		let available = Self::available(side.takes(market), taker);
		ensure!(available >= given, Error::<T>::InsufficientFunds);
		let gets = side.gives(market);
		let total = side.given(plan.base, plan.quote);
		// Every fill is worth a lot at least, which brings an account into existence if it has to.
		ensure!(Self::can_receive(gets, taker, total), Error::<T>::CannotReceive);
		Ok(())
	}

	/// Whether a plan is to remove quotes only, as many as one call meets. Others may lie behind them: if it
	/// failed, they would bar the book until somebody removed them one by one.
	fn only_clears(plan: &PlanOf<T>) -> bool {
		plan.base.is_zero() && plan.met >= T::MaxFills::get() && !plan.steps.is_empty()
	}

	pub(crate) fn check_sell(
		who: &T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
	) -> Result<PlanOf<T>, DispatchError> {
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 0)?, Error::<T>::BelowLot);
		let plan = Self::plan(who, market, &record, Side::Bid, 0..1, amount, limit);
		Self::ensure_sold(who, market, &plan, min_out)?;
		Ok(plan)
	}

	pub(crate) fn check_wholesale(
		who: &T::AccountId,
		currency: CurrencyId,
		amount: BalanceOf<T>,
		limit: FixedU128,
		min_out: BalanceOf<T>,
	) -> Result<PlanOf<T>, DispatchError> {
		ensure!(T::Margin::is_active(who, Role::Merchant), Error::<T>::NotActiveMerchant);
		let market = Market::Bhtd(currency);
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 1)?, Error::<T>::BelowLot);
		let lots = 1..MAX_LOTS as u8;
		let plan = Self::plan(who, market, &record, Side::Bid, lots, amount, limit);
		Self::ensure_sold(who, market, &plan, min_out)?;
		Ok(plan)
	}

	fn ensure_sold(
		who: &T::AccountId,
		market: Market,
		plan: &PlanOf<T>,
		min_out: BalanceOf<T>,
	) -> DispatchResult {
		if Self::only_clears(plan) {
			return Ok(());
		}
		ensure!(!plan.base.is_zero(), Error::<T>::NothingFilled);
		ensure!(plan.quote >= min_out, Error::<T>::BelowMinOut);
		Self::ensure_able(who, market, Side::Bid, plan)
	}

	pub(crate) fn check_buy(
		who: &T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		limit: FixedU128,
		max_in: BalanceOf<T>,
	) -> Result<PlanOf<T>, DispatchError> {
		let record = Self::open_market_record(market)?;
		ensure!(amount >= Self::lot_of(&record, 0)?, Error::<T>::BelowLot);
		let plan = Self::plan(who, market, &record, Side::Ask, 0..1, amount, limit);
		if Self::only_clears(&plan) {
			return Ok(plan);
		}
		ensure!(!plan.base.is_zero(), Error::<T>::NothingFilled);
		ensure!(plan.quote <= max_in, Error::<T>::AboveMaxIn);
		Self::ensure_able(who, market, Side::Ask, &plan)?;
		Ok(plan)
	}

	/// Sells as planned, and says how many quotes were met.
	pub(crate) fn do_sell(
		who: T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		plan: PlanOf<T>,
	) -> Result<u32, DispatchError> {
		let (met, sold, received) = (plan.met, plan.base, plan.quote);
		Self::execute(&who, market, plan)?;
		let unsold = amount.saturating_sub(sold);
		Self::deposit_event(Event::Sold { who, market, sold, received, unsold });
		Ok(met)
	}

	/// Buys as planned, and says how many quotes were met.
	pub(crate) fn do_buy(
		who: T::AccountId,
		market: Market,
		amount: BalanceOf<T>,
		plan: PlanOf<T>,
	) -> Result<u32, DispatchError> {
		let (met, bought, paid) = (plan.met, plan.base, plan.quote);
		Self::execute(&who, market, plan)?;
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
