//! # Weights
//!
//! Pallets of the SDK that ship measured weights are used with those (`SubstrateWeight`), which read
//! the price of the database from the runtime. The modules here are for the others:
//!
//! * [`consensus`], [`parachains`], [`pallet_xcm`]: counted, not measured. The reads and writes of
//!   each call are those of its source, at the price of ParityDB; the time of computation is rounded
//!   up to what relay chains on reference hardware need. What these pallets ship themselves would
//!   price some calls above a whole block, and then no validation code could ever be voted in;
//! * all others: measured on this runtime by `scripts/bench`.
//!
//! The size of proofs is left out of the counted weights: a relay chain does not limit it.

pub mod configuration;
pub mod consensus;
pub mod coretime;
pub mod disputes;
pub mod hrmp;
pub mod inclusion;
pub mod initializer;
pub mod on_demand;
pub mod pallet_anchor;
pub mod pallet_data_rewards;
pub mod pallet_dividends;
pub mod pallet_enactment;
pub mod pallet_margin;
pub mod pallet_points;
pub mod pallet_side_chains;
pub mod pallet_store;
pub mod pallet_wholesale;
pub mod pallet_witnesses;
pub mod pallet_workers;
pub mod pallet_xcm;
pub mod parachains;
pub mod paras;
pub mod paras_inherent;
pub mod paras_registrar;

use frame_support::{
	traits::Get,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight},
};

/// `micros` microseconds of computation with `reads` and `writes` of the database.
fn counted<T: frame_system::Config>(micros: u64, reads: u64, writes: u64) -> Weight {
	nanos(micros.saturating_mul(1_000))
		.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
}

/// `nanos` nanoseconds of computation.
fn nanos(nanos: u64) -> Weight {
	Weight::from_parts(nanos.saturating_mul(WEIGHT_REF_TIME_PER_NANOS), 0)
}
