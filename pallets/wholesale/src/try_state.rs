//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{matching, pallet::*, ticks, types::*};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use bhtd_primitives::{AssetKind, MarginLedger, Role};
use frame_support::{ensure, traits::fungibles::InspectHold as _};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_markets()?;
		Self::try_state_quotes()?;
		Self::try_state_books()?;
		Self::try_state_funds()?;
		Self::try_state_exposure()?;
		Self::try_state_owners()
	}

	/// Lots rise, only markets have openers, and no lot has a bid at or above an ask.
	fn try_state_markets() -> Result<(), TryRuntimeError> {
		for record in Markets::<T>::iter_values() {
			ensure!(!record.lots.is_empty(), "wholesale: a market without lots");
			ensure!(
				record.lots.windows(2).all(|pair| matches!(pair, [lot, next] if lot < next)),
				"wholesale: lots that do not rise"
			);
			for lot in 0..MAX_LOTS as u8 {
				let best = |side| ticks::price_at(side, record.best(side, lot)?);
				if let (Some(bid), Some(ask)) = (best(Side::Bid), best(Side::Ask)) {
					ensure!(bid < ask, "wholesale: a crossed book");
				}
			}
		}
		ensure!(
			Openers::<T>::iter_keys().all(Markets::<T>::contains_key),
			"wholesale: an opener without a market"
		);
		Ok(())
	}

	/// Every quote has a known id, rests in a market, is not below its lot and has its funds.
	fn try_state_quotes() -> Result<(), TryRuntimeError> {
		for (id, quote) in Quotes::<T>::iter() {
			let Book { market, side, lot } = quote.book;
			ensure!(id < NextQuote::<T>::get(), "wholesale: a quote beyond the next id");
			let record = Markets::<T>::get(market).ok_or("wholesale: a quote without a market")?;
			ensure!(usize::from(lot) < record.lots.len(), "wholesale: a quote without a lot");
			ensure!(quote.remaining >= quote.minimum, "wholesale: a rest below its lot");
			let price = ticks::price_at(side, quote.rank).ok_or("wholesale: no price")?;
			let worth = matching::proceeds(Self::minimum_of(&quote, &record), price);
			ensure!(worth.is_some_and(|it| !it.is_zero()), "wholesale: a fill for nothing");
			let needed = matching::funds(side, quote.remaining, price);
			ensure!(
				needed.is_some_and(|needed| quote.funds >= needed),
				"wholesale: a quote without its funds"
			);
			let is_offer = matches!(market, Market::Bhtd(_)) && lot == 0;
			ensure!(
				quote.exposure.is_some() || is_offer,
				"wholesale: an offer where only operators quote"
			);
		}
		Ok(())
	}

	/// Trees, queues and quotes say the same, and the best place of each book is its first.
	fn try_state_books() -> Result<(), TryRuntimeError> {
		let mut places = BTreeMap::<Book, BTreeSet<ticks::Rank>>::new();
		let (mut queued, quotes) = (0usize, Quotes::<T>::iter_keys().count());
		for ((book, rank), level) in Levels::<T>::iter() {
			places.entry(book).or_default().insert(rank);
			let (mut at, mut older) = (Some(level.head), None);
			while let Some(id) = at {
				let quote = Quotes::<T>::get(id).ok_or("wholesale: a gap in a queue")?;
				ensure!(
					quote.book == book && quote.rank == rank,
					"wholesale: a quote in a queue not its own"
				);
				ensure!(older.is_none() || quote.prev == older, "wholesale: a link back is wrong");
				(older, at) = (Some(id), quote.next);
				queued = queued.saturating_add(1);
				ensure!(queued <= quotes, "wholesale: an endless queue");
			}
			ensure!(older == Some(level.tail), "wholesale: a queue that ends elsewhere");
		}
		ensure!(queued == quotes, "wholesale: a quote in no queue");
		let mut nodes = BTreeSet::<(Book, u8, u32, u8)>::new();
		for (book, ranks) in &places {
			for rank in ranks {
				let [_, first, second, third] = rank.to_be_bytes();
				nodes.insert((*book, 0, 0, first));
				nodes.insert((*book, 1, rank >> 16, second));
				nodes.insert((*book, 2, rank >> 8, third));
			}
		}
		let stored = Nodes::<T>::iter().flat_map(|((book, depth, prefix), node)| {
			let bits = (0..=u8::MAX).filter(move |bit| node.contains(*bit));
			bits.map(move |bit| (book, depth, prefix, bit)).collect::<Vec<_>>()
		});
		ensure!(stored.collect::<BTreeSet<_>>() == nodes, "wholesale: a tree that is wrong");
		ensure!(Nodes::<T>::iter_values().all(|node| !node.is_empty()), "wholesale: an empty node");
		for (market, record) in Markets::<T>::iter() {
			for side in [Side::Bid, Side::Ask] {
				for lot in 0..MAX_LOTS as u8 {
					let first = places.get(&Book { market, side, lot }).and_then(BTreeSet::first);
					ensure!(
						record.best(side, lot) == first.copied(),
						"wholesale: a best price that is not"
					);
				}
			}
		}
		Ok(())
	}

	/// What every account has on hold for quotes is what its quotes say.
	fn try_state_funds() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<(AssetKind, T::AccountId), BalanceOf<T>>::new();
		for quote in Quotes::<T>::iter_values() {
			let asset = quote.book.side.gives(quote.book.market);
			let sum = sums.entry((asset, quote.owner)).or_default();
			*sum = sum.checked_add(&quote.funds).ok_or("wholesale: funds overflow")?;
		}
		let mut assets = BTreeSet::from([AssetKind::Bhtd]);
		for market in Markets::<T>::iter_keys() {
			assets.extend([market.base(), market.quote()]);
		}
		let reason = Self::hold_reason();
		for who in frame_system::Account::<T>::iter_keys() {
			for asset in &assets {
				let sum = sums.remove(&(*asset, who.clone())).unwrap_or_default();
				ensure!(
					T::Holds::balance_on_hold(*asset, &reason, &who) == sum,
					"wholesale: what is on hold is not what the quotes say"
				);
			}
		}
		ensure!(sums.is_empty(), "wholesale: a quote of somebody without an account");
		Ok(())
	}

	/// What the margin of every operator owes is what its quotes say.
	fn try_state_exposure() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for quote in Quotes::<T>::iter_values() {
			let Some(exposure) = quote.exposure else { continue };
			let sum = sums.entry(quote.owner).or_default();
			*sum = sum.checked_add(&exposure).ok_or("wholesale: exposure overflows")?;
		}
		for who in frame_system::Account::<T>::iter_keys() {
			let sum = sums.remove(&who).unwrap_or_default();
			ensure!(
				T::Margin::owed(&who, Role::Operator) == sum,
				"wholesale: what is owed is not what the quotes say"
			);
		}
		ensure!(sums.is_empty(), "wholesale: an operator without an account");
		Ok(())
	}

	/// Offers and open quotes are counted.
	fn try_state_owners() -> Result<(), TryRuntimeError> {
		let mut offers = BTreeMap::<T::AccountId, u32>::new();
		let mut open = BTreeMap::<(T::AccountId, Market), BTreeSet<u64>>::new();
		for (id, quote) in Quotes::<T>::iter() {
			match quote.exposure {
				Some(_) => {
					open.entry((quote.owner, quote.book.market)).or_default().insert(id);
				}
				None => {
					let count = offers.entry(quote.owner).or_default();
					*count = count.saturating_add(1);
				}
			}
		}
		ensure!(
			Offers::<T>::iter().collect::<BTreeMap<_, _>>() == offers,
			"wholesale: offers miscounted"
		);
		for (who, market, record) in Records::<T>::iter() {
			let ids = open.remove(&(who, market)).unwrap_or_default();
			ensure!(record.open.iter().eq(&ids), "wholesale: open quotes that are others");
		}
		ensure!(open.is_empty(), "wholesale: an operator without a record");
		Ok(())
	}
}
