//! Which numbers of redemptions have been used, at constant size.
//!
//! A chain numbers its redemptions upwards. One bit is kept for each of the [`WINDOW`] numbers from
//! `base` on. A number beyond the window moves the window up, and those it leaves behind count as used.
//! So no number is accepted twice, in whatever order messages arrive. (The technique is the anti-replay
//! window of IPsec, RFC 4303 section 3.4.3.)

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many numbers are told apart at a time.
pub const WINDOW: u64 = 1024;

const WORDS: usize = (WINDOW / u64::BITS as u64) as usize;

/// Why a number is not accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
	/// It was used before.
	Used,
	/// It lies below the window.
	TooOld,
	/// It lies a whole window or more beyond the window, most likely by mistake: to follow it would give
	/// up every number in between.
	TooFar,
}

/// The numbers a chain has used.
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
pub struct Nonces {
	/// The lowest number that may still be used.
	pub base: u64,
	/// Bit `n % WINDOW` says whether number `n` of the window is used.
	used: [u64; WORDS],
}

impl Nonces {
	/// Uses `number`, once.
	pub fn spend(&mut self, number: u64) -> Result<(), Refusal> {
		let ahead = number.checked_sub(self.base).ok_or(Refusal::TooOld)?;
		if ahead >= 2 * WINDOW {
			return Err(Refusal::TooFar);
		}
		let steps = ahead.saturating_sub(WINDOW - 1);
		for left_behind in 0..steps {
			let (word, bit) = Self::position(self.base + left_behind);
			self.used[word] &= !bit;
		}
		self.base += steps;
		let (word, bit) = Self::position(number);
		if self.used[word] & bit != 0 {
			return Err(Refusal::Used);
		}
		self.used[word] |= bit;
		Ok(())
	}

	const fn position(number: u64) -> (usize, u64) {
		let slot = number % WINDOW;
		((slot / u64::BITS as u64) as usize, 1 << (slot % u64::BITS as u64))
	}
}
