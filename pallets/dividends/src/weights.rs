//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `lock`, the first, when fees have arrived for nobody.
	fn lock() -> Weight;
	/// Of `unlock`, the last part there is room for.
	fn unlock() -> Weight;
	/// Of `relock`, of all parts there can be, when fees have arrived for nobody.
	fn relock() -> Weight;
	/// Of `withdraw`, of all parts there can be, that closes the record.
	fn withdraw() -> Weight;
	/// Of `claim`, that closes the record, when fees have arrived for nobody.
	fn claim() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn lock() -> Weight {
		weight(6, 6)
	}
	fn unlock() -> Weight {
		weight(5, 4)
	}
	fn relock() -> Weight {
		weight(5, 5)
	}
	fn withdraw() -> Weight {
		weight(4, 4)
	}
	fn claim() -> Weight {
		weight(6, 6)
	}
}
