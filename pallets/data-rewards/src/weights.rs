//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `open_data_account`.
	fn open_data_account() -> Weight;
	/// Of `close_data_account`, with all receipts there can be.
	fn close_data_account() -> Weight;
	/// Of `open_campaign`, with everything there is room for.
	fn open_campaign() -> Weight;
	/// Of `add_funds`.
	fn add_funds() -> Weight;
	/// Of `lower_provider_share`.
	fn lower_provider_share() -> Weight;
	/// Of `close_campaign`, of one that is removed.
	fn close_campaign() -> Weight;
	/// Of `consent`.
	fn consent() -> Weight;
	/// Of `revoke`.
	fn revoke() -> Weight;
	/// Of `contribute`, of all receipts there can be.
	fn contribute() -> Weight;
	/// Of `claim`, that closes a record.
	fn claim() -> Weight;
	/// Of `deliver`.
	fn deliver() -> Weight;
	/// Of `offer_report`.
	fn offer_report() -> Weight;
	/// Of `withdraw_report`.
	fn withdraw_report() -> Weight;
	/// Of `buy_report`.
	fn buy_report() -> Weight;
	/// Of `deliver_report`.
	fn deliver_report() -> Weight;
	/// Of `accept_report`.
	fn accept_report() -> Weight;
	/// Of `dispute`.
	fn dispute() -> Weight;
	/// Of `resolve`.
	fn resolve() -> Weight;
	/// Of `settle_purchase`, of one that is released.
	fn settle_purchase() -> Weight;
	/// Of `set_opening_paused`.
	fn set_opening_paused() -> Weight;
	/// Of `close_record`.
	fn close_record() -> Weight;
	/// Of keeping the receipt of an order that completes.
	fn completed() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn open_data_account() -> Weight {
		weight(2, 2)
	}
	fn close_data_account() -> Weight {
		weight(2, 3)
	}
	fn open_campaign() -> Weight {
		weight(4, 6)
	}
	fn add_funds() -> Weight {
		weight(2, 2)
	}
	fn lower_provider_share() -> Weight {
		weight(2, 1)
	}
	fn close_campaign() -> Weight {
		weight(4, 5)
	}
	fn consent() -> Weight {
		weight(5, 5)
	}
	fn revoke() -> Weight {
		weight(4, 4)
	}
	fn contribute() -> Weight {
		weight(4, 2)
	}
	fn claim() -> Weight {
		weight(9, 9)
	}
	fn deliver() -> Weight {
		weight(3, 2)
	}
	fn offer_report() -> Weight {
		weight(5, 3)
	}
	fn withdraw_report() -> Weight {
		weight(3, 2)
	}
	fn buy_report() -> Weight {
		weight(7, 5)
	}
	fn deliver_report() -> Weight {
		weight(2, 1)
	}
	fn accept_report() -> Weight {
		weight(9, 8)
	}
	fn dispute() -> Weight {
		weight(1, 1)
	}
	fn resolve() -> Weight {
		weight(10, 9)
	}
	fn settle_purchase() -> Weight {
		weight(9, 8)
	}
	fn set_opening_paused() -> Weight {
		weight(0, 1)
	}
	fn close_record() -> Weight {
		weight(9, 9)
	}
	fn completed() -> Weight {
		weight(2, 2)
	}
}
