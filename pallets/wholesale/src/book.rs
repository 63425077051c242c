//! Where quotes rest: a queue for each price, and a tree of bitmaps in which the next price is found.
//! Whatever the depth of the book, a bounded number of items is touched.

use crate::{pallet::*, ticks::Rank, types::*};
use sp_runtime::{DispatchError, DispatchResult};

/// A node on the way to a place of the book: its depth and leading bytes, and the byte that follows.
type Hop = (u8, u32, u8);

/// The nodes on the way to `rank`, the leaf first.
fn path(rank: Rank) -> [Hop; 3] {
	let [_, first, second, third] = rank.to_be_bytes();
	[(2, rank >> 8, third), (1, rank >> 16, second), (0, 0, first)]
}

impl<T: Config> Pallet<T> {
	/// Puts a quote at the end of the queue at its price.
	pub(crate) fn link(market: &mut MarketOf<T>, id: u64, mut quote: QuoteOf<T>) -> DispatchResult {
		let Book { side, lot, .. } = quote.book;
		let key = (quote.book, quote.rank);
		(quote.prev, quote.next) = (None, None);
		match Levels::<T>::get(key) {
			Some(level) => {
				Self::change(level.tail, |tail| tail.next = Some(id))?;
				quote.prev = Some(level.tail);
				Levels::<T>::insert(key, Level { tail: id, ..level });
			}
			None => {
				Self::mark(quote.book, quote.rank);
				Levels::<T>::insert(key, Level { head: id, tail: id });
				if market.best(side, lot).is_none_or(|best| quote.rank < best) {
					market.set_best(side, lot, Some(quote.rank));
				}
			}
		}
		Quotes::<T>::insert(id, quote);
		Ok(())
	}

	/// Takes a quote out of the queue at its price. It is still stored.
	pub(crate) fn unlink(market: &mut MarketOf<T>, id: u64, quote: &QuoteOf<T>) -> DispatchResult {
		let Book { side, lot, .. } = quote.book;
		let key = (quote.book, quote.rank);
		let mut level = Levels::<T>::get(key).ok_or(DispatchError::Corruption)?;
		let older = quote.prev.filter(|_| level.head != id);
		match (older, quote.next) {
			(None, None) => {
				if market.best(side, lot) == Some(quote.rank) {
					market.set_best(side, lot, Self::after(quote.book, quote.rank));
				}
				Self::unmark(quote.book, quote.rank);
				Levels::<T>::remove(key);
				return Ok(());
			}
			// The new oldest keeps a link that means nothing: it need not be touched.
			(None, Some(younger)) => level.head = younger,
			(Some(older), None) => {
				Self::change(older, |older| older.next = None)?;
				level.tail = older;
			}
			(Some(older), Some(younger)) => {
				Self::change(older, |older| older.next = Some(younger))?;
				return Self::change(younger, |younger| younger.prev = Some(older));
			}
		}
		Levels::<T>::insert(key, level);
		Ok(())
	}

	fn change(id: u64, change: impl FnOnce(&mut QuoteOf<T>)) -> DispatchResult {
		let mut quote = Quotes::<T>::get(id).ok_or(DispatchError::Corruption)?;
		change(&mut quote);
		Quotes::<T>::insert(id, quote);
		Ok(())
	}

	/// Notes that there is a queue at `rank`.
	fn mark(book: Book, rank: Rank) {
		for (depth, prefix, bit) in path(rank) {
			let key = (book, depth, prefix);
			let mut node = Nodes::<T>::get(key);
			let was_empty = node.is_empty();
			node.insert(bit);
			Nodes::<T>::insert(key, node);
			if !was_empty {
				break;
			}
		}
	}

	/// Notes that there is no queue at `rank` any more.
	fn unmark(book: Book, rank: Rank) {
		for (depth, prefix, bit) in path(rank) {
			let key = (book, depth, prefix);
			let mut node = Nodes::<T>::get(key);
			node.remove(bit);
			if !node.is_empty() {
				Nodes::<T>::insert(key, node);
				break;
			}
			Nodes::<T>::remove(key);
		}
	}

	/// The next place after `rank` where there is a queue.
	pub(crate) fn after(book: Book, rank: Rank) -> Option<Rank> {
		let (depth, prefix, bit) = path(rank).into_iter().find_map(|(depth, prefix, bit)| {
			let bit = Nodes::<T>::get((book, depth, prefix)).after(bit)?;
			Some((depth, prefix, bit))
		})?;
		(depth + 1..=2).try_fold(prefix << 8 | u32::from(bit), |prefix, depth| {
			let bit = Nodes::<T>::get((book, depth, prefix)).first()?;
			Some(prefix << 8 | u32::from(bit))
		})
	}
}
