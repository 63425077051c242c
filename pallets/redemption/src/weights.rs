//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `redeem_on_main`, of all points of an account.
	fn redeem_on_main() -> Weight;
	/// Of `report`, of a redemption that was paid.
	fn report() -> Weight;
	/// Of `retry`.
	fn retry() -> Weight;
	/// Of `declare`, after an earlier declaration that was not answered.
	fn declare() -> Weight;
	/// Of `set_issuer`, after a declaration that was not answered.
	fn set_issuer() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(100_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn redeem_on_main() -> Weight {
		weight(14, 12)
	}
	fn report() -> Weight {
		weight(14, 13)
	}
	fn retry() -> Weight {
		weight(8, 8)
	}
	fn declare() -> Weight {
		weight(7, 7)
	}
	fn set_issuer() -> Weight {
		weight(1, 2)
	}
}
