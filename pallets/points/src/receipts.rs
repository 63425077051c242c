//! Which receipt numbers of a book have been used, at constant size.
//!
//! A merchant numbers the receipts of a book upwards. The book keeps one bit for each of the
//! [`WINDOW`] numbers from `base` on; a number beyond the window moves the window up and gives up
//! the numbers it leaves behind, used or not. So a number is accepted at most once, whatever the
//! order in which receipts arrive, and nothing is ever forgotten that could still be accepted. (The
//! technique is the anti-replay window of IPsec, RFC 4303 section 3.4.3.)

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many numbers a book distinguishes at a time.
pub const WINDOW: u64 = 1024;

const WORDS: usize = (WINDOW / u64::BITS as u64) as usize;

/// Why a number is not accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// It was used before.
	Used,
	/// It lies below the window.
	TooOld,
	/// It lies a whole window or more beyond the window: most likely a slip, and following it would
	/// give up every number in between.
	TooFar,
}

/// The used numbers of one book.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Book {
	/// The lowest number that may still be used.
	pub base: u64,
	/// Bit `n % WINDOW` says whether number `n` of the window is used.
	used: [u64; WORDS],
}

impl Book {
	/// Marks `number` as used, once.
	pub fn use_number(&mut self, number: u64) -> Result<(), Refusal> {
		let ahead = number.checked_sub(self.base).ok_or(Refusal::TooOld)?;
		if ahead >= 2 * WINDOW {
			return Err(Refusal::TooFar);
		}
		if ahead >= WINDOW {
			let base = self.base + (ahead - WINDOW + 1);
			(self.base..base).for_each(|left_behind| {
				let (word, bit) = Self::position(left_behind);
				self.used[word] &= !bit;
			});
			self.base = base;
		}
		let (word, bit) = Self::position(number);
		if self.used[word] & bit != 0 {
			return Err(Refusal::Used);
		}
		self.used[word] |= bit;
		Ok(())
	}

	/// Whether `number` would be accepted now.
	pub fn accepts(&self, number: u64) -> bool {
		self.clone().use_number(number).is_ok()
	}

	const fn position(number: u64) -> (usize, u64) {
		let slot = number % WINDOW;
		((slot / u64::BITS as u64) as usize, 1 << (slot % u64::BITS as u64))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::BTreeSet;

	#[test]
	fn a_number_is_accepted_once() {
		let mut book = Book::default();
		assert_eq!(book.use_number(0), Ok(()));
		assert_eq!(book.use_number(0), Err(Refusal::Used));
		assert_eq!(book.use_number(WINDOW - 1), Ok(()));
		assert_eq!(book.use_number(WINDOW - 1), Err(Refusal::Used));
		assert_eq!(book.base, 0);
	}

	#[test]
	fn the_window_moves_up_and_gives_up_what_it_leaves() {
		let mut book = Book::default();
		assert_eq!(book.use_number(1), Ok(()));
		assert_eq!(book.use_number(WINDOW + 1), Ok(()));
		assert_eq!(book.base, 2);
		assert_eq!(book.use_number(1), Err(Refusal::TooOld));
		assert_eq!(book.use_number(0), Err(Refusal::TooOld));
		// The slot of number 1 now stands for WINDOW + 1.
		assert_eq!(book.use_number(WINDOW + 1), Err(Refusal::Used));
		assert_eq!(book.use_number(2), Ok(()));
	}

	#[test]
	fn a_slip_far_ahead_changes_nothing() {
		let mut book = Book::default();
		assert_eq!(book.use_number(5), Ok(()));
		let before = book.clone();
		assert_eq!(book.use_number(2 * WINDOW), Err(Refusal::TooFar));
		assert_eq!(book.use_number(u64::MAX), Err(Refusal::TooFar));
		assert_eq!(book, before);
	}

	#[test]
	fn the_last_number_is_reachable_without_overflow() {
		let mut book = Book { base: u64::MAX - WINDOW, ..Default::default() };
		assert_eq!(book.use_number(u64::MAX), Ok(()));
		assert_eq!(book.use_number(u64::MAX), Err(Refusal::Used));
		assert_eq!(book.use_number(u64::MAX - 1), Ok(()));
	}

	proptest! {
		#[test]
		fn no_number_is_ever_accepted_twice(
			steps in proptest::collection::vec(0..3 * WINDOW, 1..400),
		) {
			let mut book = Book::default();
			let mut accepted = BTreeSet::new();
			for (index, step) in steps.into_iter().enumerate() {
				// The range drifts upwards, so that the window moves many times.
				let number = index as u64 * 100 + step;
				let expected = book.accepts(number);
				let low = book.base;
				let result = book.use_number(number);
				prop_assert_eq!(result.is_ok(), expected);
				match result {
					Ok(()) => prop_assert!(accepted.insert(number)),
					Err(Refusal::Used) => prop_assert!(accepted.contains(&number)),
					Err(Refusal::TooOld) => prop_assert!(number < low),
					Err(Refusal::TooFar) => prop_assert!(number >= low + 2 * WINDOW),
				}
			}
		}
	}
}
