//! What the calls weigh. The measured weights are part of the runtime; those of `()` are for tests.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weight of each call, in its costliest case.
pub trait WeightInfo {
	/// Of `create_currency`.
	fn create_currency() -> Weight;
	/// Of `set_terms`.
	fn set_terms() -> Weight;
	/// Of `halt_minting`.
	fn halt_minting() -> Weight;
	/// Of `resume_minting`.
	fn resume_minting() -> Weight;
	/// Of `admit`.
	fn admit() -> Weight;
	/// Of `dismiss`.
	fn dismiss() -> Weight;
	/// Of `attest`.
	fn attest() -> Weight;
	/// Of `mint`, to a new account.
	fn mint() -> Weight;
	/// Of `retire`, of all there is.
	fn retire() -> Weight;
	/// Of `transfer`, of everything to a new account.
	fn transfer() -> Weight;
	/// Of `redeem`, of everything.
	fn redeem() -> Weight;
	/// Of `claim_paid`.
	fn claim_paid() -> Weight;
	/// Of `acknowledge`, with a backer's stake that is lost.
	fn acknowledge() -> Weight;
	/// Of `object`, with a stake of the holder's.
	fn object() -> Weight;
	/// Of `decide`, for the holder, with a backer and a penalty.
	fn decide() -> Weight;
	/// Of `settle`, of an objection nobody has decided about, with a backer.
	fn settle() -> Weight;
	/// Of `back_objection`.
	fn back_objection() -> Weight;
}

fn weight(reads: u64, writes: u64) -> Weight {
	Weight::from_parts(50_000_000, 10_000)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn create_currency() -> Weight {
		weight(6, 6)
	}
	fn set_terms() -> Weight {
		weight(1, 1)
	}
	fn halt_minting() -> Weight {
		weight(1, 1)
	}
	fn resume_minting() -> Weight {
		weight(1, 1)
	}
	fn admit() -> Weight {
		weight(3, 1)
	}
	fn dismiss() -> Weight {
		weight(1, 1)
	}
	fn attest() -> Weight {
		weight(1, 1)
	}
	fn mint() -> Weight {
		weight(9, 5)
	}
	fn retire() -> Weight {
		weight(6, 5)
	}
	fn transfer() -> Weight {
		weight(7, 4)
	}
	fn redeem() -> Weight {
		weight(8, 6)
	}
	fn claim_paid() -> Weight {
		weight(1, 1)
	}
	fn acknowledge() -> Weight {
		weight(8, 8)
	}
	fn object() -> Weight {
		weight(3, 3)
	}
	fn decide() -> Weight {
		weight(9, 9)
	}
	fn settle() -> Weight {
		weight(9, 9)
	}
	fn back_objection() -> Weight {
		weight(3, 3)
	}
}
