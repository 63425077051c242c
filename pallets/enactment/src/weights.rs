//! What the calls cost. A runtime measures its own weights.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weights of the calls.
pub trait WeightInfo {
	/// The weight of [`propose`](crate::Call::propose) with a call of `l` bytes.
	fn propose(l: u32) -> Weight;
	/// The weight of [`cancel`](crate::Call::cancel).
	fn cancel() -> Weight;
	/// The weight of [`enact`](crate::Call::enact) with a call of `l` bytes, without that call's own.
	fn enact(l: u32) -> Weight;
}

/// Round estimates for tests: what is read and written counted, the time beside it guessed.
impl WeightInfo for () {
	fn propose(l: u32) -> Weight {
		estimate(60, 6, 7).saturating_add(hashing(l).saturating_mul(2))
	}

	fn cancel() -> Weight {
		estimate(50, 4, 6)
	}

	fn enact(l: u32) -> Weight {
		estimate(20, 2, 2).saturating_add(hashing(l))
	}
}

/// The weight of so many microseconds and accesses, with 4 KiB of proof for each key read.
fn estimate(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), reads.saturating_mul(4_096))
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

/// The weight of encoding and hashing `l` bytes: two nanoseconds each.
fn hashing(l: u32) -> Weight {
	Weight::from_parts(u64::from(l).saturating_mul(2_000), 0)
}
