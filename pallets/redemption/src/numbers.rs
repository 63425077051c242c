//! Which numbers redemptions have, and which of them wait for an answer, at constant size.
//!
//! The main chain tells the numbers of a window apart. It moves the window up when a number beyond it is
//! used, and refuses whatever the window has left behind, and whatever lies a whole window beyond it. A
//! number that was refused is not used, and moves nothing. So numbers are given here such that
//!
//! 1. no number that waits for an answer is ever left behind: numbers that wait lie within one window;
//! 2. no number is ever too far: it lies less than a window beyond the highest that is known to be used.
//!
//! Where so many were refused that the second would stop everything, the numbers beyond the highest used one
//! are given again as soon as none waits for an answer. None of them was used.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many numbers the main chain tells apart at a time.
pub const WINDOW: u64 = 1024;

const WORDS: usize = (WINDOW / u64::BITS as u64) as usize;

/// The numbers of redemptions.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Numbers {
	/// The number after the last that was given.
	next: u64,
	/// The lowest that waits for an answer; `next` if none does.
	oldest: u64,
	/// The number after the highest that is known to be used.
	used: u64,
	/// Bit `n % WINDOW` says whether `n` waits, for each number from `oldest` to `next`.
	waiting: [u64; WORDS],
}

impl Numbers {
	/// Gives a number, which waits from now on; `None` if too many are on their way.
	#[must_use]
	pub fn give(&mut self) -> Option<u64> {
		let idle = self.oldest == self.next;
		if idle && self.is_too_far(self.next) {
			self.oldest = self.used;
			self.next = self.used;
		}
		let number = self.next;
		// Not less than the oldest, and not too far: this cannot saturate.
		if number.saturating_sub(self.oldest) >= WINDOW || self.is_too_far(number) {
			return None;
		}
		self.next = number.checked_add(1)?;
		let (word, bit) = Self::position(number);
		self.waiting[word] |= bit;
		Some(number)
	}

	/// Notes the answer to a number that waits: whether it is used. `None` if it does not wait.
	#[must_use]
	pub fn settle(&mut self, number: u64, used: bool) -> Option<()> {
		if !self.waits(number) {
			return None;
		}
		let (word, bit) = Self::position(number);
		self.waiting[word] &= !bit;
		if used {
			self.used = self.used.max(number.checked_add(1)?);
		}
		while self.oldest < self.next && !self.waits(self.oldest) {
			// Less than `next`. At most a window of steps.
			self.oldest = self.oldest.saturating_add(1);
		}
		Some(())
	}

	/// Whether a number waits for its answer.
	pub fn waits(&self, number: u64) -> bool {
		let (word, bit) = Self::position(number);
		(self.oldest..self.next).contains(&number) && self.waiting[word] & bit != 0
	}

	/// How many numbers wait for an answer.
	pub fn count(&self) -> u32 {
		self.waiting.iter().map(|word| word.count_ones()).sum()
	}

	/// The main chain's window begins at most a window below what is known to be used.
	fn is_too_far(&self, number: u64) -> bool {
		number.saturating_sub(self.used.saturating_sub(WINDOW)) >= 2 * WINDOW
	}

	const fn position(number: u64) -> (usize, u64) {
		let slot = number % WINDOW;
		((slot / u64::BITS as u64) as usize, 1 << (slot % u64::BITS as u64))
	}
}
