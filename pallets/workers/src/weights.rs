//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `propose`, with texts as long as they can be.
	fn propose() -> Weight;
	/// Of `approve`, of the last worker there is room for.
	fn approve() -> Weight;
	/// Of `stop`, of the last of all workers there can be, which would begin and end with them.
	fn stop() -> Weight;
	/// Of `claim`, that closes the record.
	fn claim() -> Weight;
	/// Of the beginning of a block that is not the first of an era.
	fn same_era() -> Weight;
	/// Of the beginning of an era with which so many workers end or begin.
	fn change_era(workers: u32) -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn propose() -> Weight {
		weight(3, 3)
	}
	fn approve() -> Weight {
		weight(5, 4)
	}
	fn stop() -> Weight {
		weight(5, 4)
	}
	fn claim() -> Weight {
		weight(7, 6)
	}
	fn same_era() -> Weight {
		weight(1, 0)
	}
	fn change_era(workers: u32) -> Weight {
		weight(6, 6).saturating_add(weight(1, 1).saturating_mul(workers.into()))
	}
}
