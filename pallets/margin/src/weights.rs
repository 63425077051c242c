//! What the calls cost. A runtime measures its own weights.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weights of the calls.
pub trait WeightInfo {
	/// The weight of [`register`](crate::Call::register) with the longest profile.
	fn register() -> Weight;
	/// The weight of [`top_up`](crate::Call::top_up).
	fn top_up() -> Weight;
	/// The weight of [`withdraw_excess`](crate::Call::withdraw_excess).
	fn withdraw_excess() -> Weight;
	/// The weight of [`announce_exit`](crate::Call::announce_exit).
	fn announce_exit() -> Weight;
	/// The weight of [`cancel_exit`](crate::Call::cancel_exit).
	fn cancel_exit() -> Weight;
	/// The weight of [`withdraw`](crate::Call::withdraw) when the role is left.
	fn withdraw() -> Weight;
	/// The weight of [`penalise`](crate::Call::penalise) with `n` payments.
	fn penalise(n: u32) -> Weight;
	/// The weight of [`set_terms`](crate::Call::set_terms).
	fn set_terms() -> Weight;
	/// The weight of [`set_profile`](crate::Call::set_profile) with the longest profile.
	fn set_profile() -> Weight;
}

/// Round estimates for tests: what is read and written counted, the time beside it guessed.
impl WeightInfo for () {
	fn register() -> Weight {
		estimate(80, 5, 4)
	}

	fn top_up() -> Weight {
		estimate(50, 3, 2)
	}

	fn withdraw_excess() -> Weight {
		estimate(50, 4, 2)
	}

	fn announce_exit() -> Weight {
		estimate(20, 2, 1)
	}

	fn cancel_exit() -> Weight {
		estimate(20, 1, 1)
	}

	fn withdraw() -> Weight {
		estimate(90, 4, 4)
	}

	fn penalise(n: u32) -> Weight {
		estimate(20, 3, 2).saturating_add(estimate(50, 1, 1).saturating_mul(n.into()))
	}

	fn set_terms() -> Weight {
		estimate(10, 0, 1)
	}

	fn set_profile() -> Weight {
		estimate(50, 3, 3)
	}
}

/// The weight of so many microseconds and accesses, with 4 KiB of proof for each key read.
fn estimate(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), reads.saturating_mul(4_096))
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}
