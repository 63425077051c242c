//! What calls and hooks weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call and hook, in its costliest case.
pub trait WeightInfo {
	/// Of `register`, with a code of `length` bytes.
	fn register(length: u32) -> Weight;
	/// Of `describe`.
	fn describe() -> Weight;
	/// Of `fill_tank`, of a chain that gets a core again.
	fn fill_tank() -> Weight;
	/// Of `resume`.
	fn resume() -> Weight;
	/// Of `raise_pool`.
	fn raise_pool() -> Weight;
	/// Of `announce_lowering`.
	fn announce_lowering() -> Weight;
	/// Of `lower_pool`.
	fn lower_pool() -> Weight;
	/// Of `redeem`, paid or queued.
	fn redeem() -> Weight;
	/// Of `declare_owed`.
	fn declare_owed() -> Weight;
	/// Of `serve`, of `most` redemptions.
	fn serve(most: u32) -> Weight;
	/// Of `authorize_upgrade`.
	fn authorize_upgrade() -> Weight;
	/// Of `apply_upgrade`, with a code of `length` bytes.
	fn apply_upgrade(length: u32) -> Weight;
	/// Of `leave`, of a chain that is removed at once.
	fn leave() -> Weight;
	/// Of `clean_up`.
	fn clean_up() -> Weight;
	/// Of `bless`.
	fn bless() -> Weight;
	/// Of `unbless`.
	fn unbless() -> Weight;
	/// Of `set_registrations_paused`.
	fn set_registrations_paused() -> Weight;
	/// Of `recover_head`.
	fn recover_head() -> Weight;
	/// Of `write_off`.
	fn write_off() -> Weight;
	/// Of the turn of a core that runs nothing.
	fn turn_of_none() -> Weight;
	/// Of the turn of a core whose chain pays.
	fn turn_that_charges() -> Weight;
	/// Of the turn of a core whose chain loses it.
	fn turn_that_suspends() -> Weight;
	/// Of looking for chains to serve, without serving any.
	fn serve_waiting() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

/// Hashing and storing take time in proportion to the length.
fn of_length(length: u32) -> Weight {
	Weight::from_parts(2_000, 1).saturating_mul(length.into())
}

impl WeightInfo for () {
	fn register(length: u32) -> Weight {
		weight(15, 15).saturating_add(of_length(length))
	}
	fn describe() -> Weight {
		weight(2, 1)
	}
	fn fill_tank() -> Weight {
		weight(8, 7)
	}
	fn resume() -> Weight {
		weight(7, 6)
	}
	fn raise_pool() -> Weight {
		weight(5, 2)
	}
	fn announce_lowering() -> Weight {
		weight(1, 1)
	}
	fn lower_pool() -> Weight {
		weight(2, 2)
	}
	fn redeem() -> Weight {
		weight(6, 5)
	}
	fn declare_owed() -> Weight {
		weight(1, 1)
	}
	fn serve(most: u32) -> Weight {
		weight(2, 2).saturating_add(weight(6, 6).saturating_mul(most.into()))
	}
	fn authorize_upgrade() -> Weight {
		weight(2, 1)
	}
	fn apply_upgrade(length: u32) -> Weight {
		weight(8, 6).saturating_add(of_length(length))
	}
	fn leave() -> Weight {
		weight(12, 14)
	}
	fn clean_up() -> Weight {
		weight(6, 7)
	}
	fn bless() -> Weight {
		weight(1, 1)
	}
	fn unbless() -> Weight {
		weight(1, 1)
	}
	fn set_registrations_paused() -> Weight {
		weight(0, 1)
	}
	fn recover_head() -> Weight {
		weight(2, 1)
	}
	fn write_off() -> Weight {
		weight(3, 1)
	}
	fn turn_of_none() -> Weight {
		weight(1, 0)
	}
	fn turn_that_charges() -> Weight {
		weight(5, 3)
	}
	fn turn_that_suspends() -> Weight {
		weight(5, 4)
	}
	fn serve_waiting() -> Weight {
		weight(1, 1)
	}
}
