//! How much is issued in a year, as a pure function.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{traits::Saturating, PerThing, Perbill};

/// The issuance of a year as a part of all that there is when the year begins.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct IssuanceCurve {
	/// The part issued in the first year.
	pub first: Perbill,
	/// The part by which a year's part is smaller than that of the year before.
	pub shrink: Perbill,
	/// No year's part is smaller than this.
	pub least: Perbill,
}

impl IssuanceCurve {
	/// The part issued in `year`, counted from zero: `max(least, first * (1 - shrink)^year)`.
	pub fn rate(&self, year: u32) -> Perbill {
		let left = self.shrink.left_from_one().saturating_pow(year as usize);
		self.least.max(self.first * left)
	}
}
