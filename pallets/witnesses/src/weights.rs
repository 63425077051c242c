//! What the calls cost. A runtime measures its own weights.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// The weights of the calls, and of what happens without one.
pub trait WeightInfo {
	/// The weight of [`register`](crate::Call::register) with the longest profile and a full list.
	fn register() -> Weight;
	/// The weight of [`top_up`](crate::Call::top_up).
	fn top_up() -> Weight;
	/// The weight of [`set_commission`](crate::Call::set_commission).
	fn set_commission() -> Weight;
	/// The weight of [`set_profile`](crate::Call::set_profile) with the longest profile.
	fn set_profile() -> Weight;
	/// The weight of [`chill`](crate::Call::chill).
	fn chill() -> Weight;
	/// The weight of [`resume`](crate::Call::resume).
	fn resume() -> Weight;
	/// The weight of [`leave`](crate::Call::leave).
	fn leave() -> Weight;
	/// The weight of [`withdraw_deposit`](crate::Call::withdraw_deposit).
	fn withdraw_deposit() -> Weight;
	/// The weight of [`claim_as_candidate`](crate::Call::claim_as_candidate).
	fn claim_as_candidate() -> Weight;
	/// The weight of [`vote`](crate::Call::vote) that adds to a position with all that it can have.
	fn vote() -> Weight;
	/// The weight of [`renew`](crate::Call::renew) of such a position.
	fn renew() -> Weight;
	/// The weight of [`move_votes`](crate::Call::move_votes) between such positions.
	fn move_votes() -> Weight;
	/// The weight of [`unvote`](crate::Call::unvote) of such a position.
	fn unvote() -> Weight;
	/// The weight of [`withdraw`](crate::Call::withdraw) of such a position.
	fn withdraw() -> Weight;
	/// The weight of [`claim`](crate::Call::claim) of such a position.
	fn claim() -> Weight;
	/// The weight of [`compound`](crate::Call::compound) of such a position.
	fn compound() -> Weight;
	/// The weight of [`settle`](crate::Call::settle) of such a position without a candidate.
	fn settle() -> Weight;
	/// The weight of [`set_parameters`](crate::Call::set_parameters).
	fn set_parameters() -> Weight;
	/// The weight of [`cancel_slash`](crate::Call::cancel_slash).
	fn cancel_slash() -> Weight;
	/// The weight of the start of an era with `c` listed candidates, of which `s` are slashed.
	fn start_era(c: u32, s: u32) -> Weight;
	/// The weight of an election with `c` listed candidates.
	fn elect(c: u32) -> Weight;
	/// The weight of a report of `n` offenders.
	fn on_offence(n: u32) -> Weight;
}

/// Round estimates for tests: what is read and written counted, the time beside it guessed.
impl WeightInfo for () {
	fn register() -> Weight {
		estimate(500, 70, 10)
	}

	fn top_up() -> Weight {
		estimate(60, 5, 3)
	}

	fn set_commission() -> Weight {
		estimate(20, 3, 1)
	}

	fn set_profile() -> Weight {
		estimate(50, 3, 3)
	}

	fn chill() -> Weight {
		estimate(20, 2, 1)
	}

	fn resume() -> Weight {
		estimate(30, 5, 1)
	}

	fn leave() -> Weight {
		estimate(100, 40, 5)
	}

	fn withdraw_deposit() -> Weight {
		estimate(150, 14, 12)
	}

	fn claim_as_candidate() -> Weight {
		estimate(60, 4, 4)
	}

	fn vote() -> Weight {
		estimate(300, 50, 40)
	}

	fn renew() -> Weight {
		estimate(250, 50, 40)
	}

	fn move_votes() -> Weight {
		estimate(500, 100, 80)
	}

	fn unvote() -> Weight {
		estimate(250, 50, 40)
	}

	fn withdraw() -> Weight {
		estimate(250, 50, 40)
	}

	fn claim() -> Weight {
		estimate(250, 50, 40)
	}

	fn compound() -> Weight {
		estimate(350, 50, 40)
	}

	fn settle() -> Weight {
		estimate(300, 50, 40)
	}

	fn set_parameters() -> Weight {
		estimate(20, 1, 1)
	}

	fn cancel_slash() -> Weight {
		estimate(20, 2, 2)
	}

	fn start_era(c: u32, s: u32) -> Weight {
		estimate(100, 20, 15)
			.saturating_add(estimate(60, 5, 5).saturating_mul(c.into()))
			.saturating_add(estimate(100, 4, 5).saturating_mul(s.into()))
	}

	fn elect(c: u32) -> Weight {
		estimate(50, 4, 2).saturating_add(estimate(20, 3, 0).saturating_mul(c.into()))
	}

	fn on_offence(n: u32) -> Weight {
		estimate(10, 2, 0).saturating_add(estimate(50, 5, 4).saturating_mul(n.into()))
	}
}

/// The weight of so many microseconds and accesses, with 4 KiB of proof for each key read.
fn estimate(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), reads.saturating_mul(4_096))
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}
