//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `list`.
	fn list() -> Weight;
	/// Of `edit`.
	fn edit() -> Weight;
	/// Of `set_price`.
	fn set_price() -> Weight;
	/// Of `set_stock`.
	fn set_stock() -> Weight;
	/// Of `pause`.
	fn pause() -> Weight;
	/// Of `resume`.
	fn resume() -> Weight;
	/// Of `remove`.
	fn remove() -> Weight;
	/// Of `order`, paid in BHTD and points and earning points.
	fn order() -> Weight;
	/// Of `ship`.
	fn ship() -> Weight;
	/// Of `confirm`, with points paid and points awarded.
	fn confirm() -> Weight;
	/// Of `cancel`.
	fn cancel() -> Weight;
	/// Of `refund_part`, of everything.
	fn refund_part() -> Weight;
	/// Of `dispute`.
	fn dispute() -> Weight;
	/// Of `resolve`, with a penalty.
	fn resolve() -> Weight;
	/// Of `settle`, of an order that completes.
	fn settle() -> Weight;
	/// Of `set_rule`, in place of another's.
	fn set_rule() -> Weight;
	/// Of `remove_rule`.
	fn remove_rule() -> Weight;
	/// Of `claim_award`.
	fn claim_award() -> Weight;
	/// Of `forgo_award`.
	fn forgo_award() -> Weight;
	/// Of `clear_day`.
	fn clear_day() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn list() -> Weight {
		weight(6, 5)
	}
	fn edit() -> Weight {
		weight(5, 4)
	}
	fn set_price() -> Weight {
		weight(2, 1)
	}
	fn set_stock() -> Weight {
		weight(1, 1)
	}
	fn pause() -> Weight {
		weight(1, 1)
	}
	fn resume() -> Weight {
		weight(1, 1)
	}
	fn remove() -> Weight {
		weight(4, 4)
	}
	fn order() -> Weight {
		weight(13, 10)
	}
	fn ship() -> Weight {
		weight(1, 1)
	}
	fn confirm() -> Weight {
		weight(21, 18)
	}
	fn cancel() -> Weight {
		weight(9, 9)
	}
	fn refund_part() -> Weight {
		weight(8, 8)
	}
	fn dispute() -> Weight {
		weight(1, 1)
	}
	fn resolve() -> Weight {
		weight(19, 17)
	}
	fn settle() -> Weight {
		weight(21, 18)
	}
	fn set_rule() -> Weight {
		weight(7, 6)
	}
	fn remove_rule() -> Weight {
		weight(4, 3)
	}
	fn claim_award() -> Weight {
		weight(12, 9)
	}
	fn forgo_award() -> Weight {
		weight(3, 3)
	}
	fn clear_day() -> Weight {
		weight(3, 3)
	}
}
