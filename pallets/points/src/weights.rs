//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call.
pub trait WeightInfo {
	/// Of `create_class`.
	fn create_class() -> Weight;
	/// Of `open_receipt_book`.
	fn open_receipt_book() -> Weight;
	/// Of `close_receipt_book`.
	fn close_receipt_book() -> Weight;
	/// Of `award`.
	fn award() -> Weight;
	/// Of `award_batch` with `n` awards.
	fn award_batch(n: u32) -> Weight;
	/// Of `convert`.
	fn convert() -> Weight;
	/// Of `raise_floor`.
	fn raise_floor() -> Weight;
	/// Of `pause_awards`.
	fn pause_awards() -> Weight;
	/// Of `resume_awards`.
	fn resume_awards() -> Weight;
	/// Of `offer_stewardship`.
	fn offer_stewardship() -> Weight;
	/// Of `accept_stewardship`.
	fn accept_stewardship() -> Weight;
	/// Of `reconcile`.
	fn reconcile() -> Weight;
	/// Of `set_design`.
	fn set_design() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn create_class() -> Weight {
		weight(8, 9)
	}
	fn open_receipt_book() -> Weight {
		weight(3, 5)
	}
	fn close_receipt_book() -> Weight {
		weight(3, 4)
	}
	fn award() -> Weight {
		weight(9, 7)
	}
	fn award_batch(n: u32) -> Weight {
		weight(7, 5).saturating_add(weight(2, 2).saturating_mul(n.into()))
	}
	fn convert() -> Weight {
		weight(8, 8)
	}
	fn raise_floor() -> Weight {
		weight(5, 2)
	}
	fn pause_awards() -> Weight {
		weight(1, 1)
	}
	fn resume_awards() -> Weight {
		weight(1, 1)
	}
	fn offer_stewardship() -> Weight {
		weight(1, 1)
	}
	fn accept_stewardship() -> Weight {
		weight(13, 9)
	}
	fn reconcile() -> Weight {
		weight(4, 2)
	}
	fn set_design() -> Weight {
		weight(5, 3)
	}
}
