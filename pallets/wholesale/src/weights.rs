//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `open_market`.
	fn open_market() -> Weight;
	/// Of `open_points_market`.
	fn open_points_market() -> Weight;
	/// Of `set_lots`.
	fn set_lots() -> Weight;
	/// Of `pause_market`.
	fn pause_market() -> Weight;
	/// Of `resume_market`.
	fn resume_market() -> Weight;
	/// Of `close_market`.
	fn close_market() -> Weight;
	/// Of `remove_market`.
	fn remove_market() -> Weight;
	/// Of `quote`.
	fn quote() -> Weight;
	/// Of `reduce`.
	fn reduce() -> Weight;
	/// Of `replace`.
	fn replace() -> Weight;
	/// Of `cancel`.
	fn cancel() -> Weight;
	/// Of `remove_stale`.
	fn remove_stale() -> Weight;
	/// Of `sell`, when `n` quotes are met.
	fn sell(n: u32) -> Weight;
	/// Of `buy`, when `n` quotes are met.
	fn buy(n: u32) -> Weight;
	/// Of `wholesale`, when `n` quotes are met.
	fn wholesale(n: u32) -> Weight;
	/// Of `convert_best`, when `n` quotes are met.
	fn convert_best(n: u32) -> Weight;
	/// Of `remove_record`.
	fn remove_record() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

fn fills(n: u32) -> Weight {
	weight(15, 14).saturating_mul(n.into())
}

impl WeightInfo for () {
	fn open_market() -> Weight {
		weight(2, 1)
	}
	fn open_points_market() -> Weight {
		weight(5, 4)
	}
	fn set_lots() -> Weight {
		weight(2, 1)
	}
	fn pause_market() -> Weight {
		weight(1, 1)
	}
	fn resume_market() -> Weight {
		weight(1, 1)
	}
	fn close_market() -> Weight {
		weight(1, 1)
	}
	fn remove_market() -> Weight {
		weight(4, 4)
	}
	fn quote() -> Weight {
		weight(18, 15)
	}
	fn reduce() -> Weight {
		weight(8, 7)
	}
	fn replace() -> Weight {
		weight(25, 20)
	}
	fn cancel() -> Weight {
		weight(20, 18)
	}
	fn remove_stale() -> Weight {
		weight(20, 18)
	}
	fn sell(n: u32) -> Weight {
		weight(6, 4).saturating_add(fills(n))
	}
	fn buy(n: u32) -> Weight {
		weight(6, 4).saturating_add(fills(n))
	}
	fn wholesale(n: u32) -> Weight {
		weight(12, 4).saturating_add(fills(n))
	}
	fn convert_best(n: u32) -> Weight {
		weight(16, 12).saturating_add(fills(n))
	}
	fn remove_record() -> Weight {
		weight(4, 3)
	}
}
