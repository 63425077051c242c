//! # Weights
//!
//! Pallets of the SDK that ship measured weights are used with those (`SubstrateWeight`), which read
//! the price of the database from the runtime. The modules here are for the others:
//!
//! * [`pallet_xcm`]: counted, not measured. The reads and writes of each call are those of its source;
//!   the time of computation is rounded up;
//! * [`pallet_margin`], [`pallet_points`], [`pallet_redemption`], [`pallet_store`]: measured on this
//!   runtime, proofs included, by `scripts/bench --merchant`.
//!
//! Your pallets: the measured weights of each, in a file of its own.

pub mod pallet_margin;
pub mod pallet_points;
pub mod pallet_redemption;
pub mod pallet_store;
pub mod pallet_xcm;

use frame_support::{
	parameter_types,
	traits::Get,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight, Weight},
};

parameter_types! {
	/// What reading and writing an entry takes.
	///
	/// Of all who execute a block, the witnesses who check it have least time: two seconds. They have no
	/// database. They read from the proof and write to an overlay of it, both in memory, and at the end
	/// hash what has changed. A database on disk reads as fast, but takes twice as long to write; only the
	/// collators and nodes of this chain have one, and three times as long for the block.
	pub const ValidationDbWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: 9_000 * WEIGHT_REF_TIME_PER_NANOS,
		write: 28_000 * WEIGHT_REF_TIME_PER_NANOS,
	};
}

/// What an entry adds to the proof, at most: itself, and the branches that lead to it in a state of
/// millions of entries.
const PROOF_OF_ENTRY: u64 = 4 * 1024;

/// `micros` microseconds of computation with `reads` and `writes` of the database. Whatever is written is
/// part of the proof as well, but has almost always been read before.
fn counted<T: frame_system::Config>(micros: u64, reads: u64, writes: u64) -> Weight {
	let entries = reads.max(writes);
	nanos(micros.saturating_mul(1_000))
		.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
		.saturating_add(Weight::from_parts(0, PROOF_OF_ENTRY.saturating_mul(entries)))
}

/// `nanos` nanoseconds of computation.
fn nanos(nanos: u64) -> Weight {
	Weight::from_parts(nanos.saturating_mul(WEIGHT_REF_TIME_PER_NANOS), 0)
}
