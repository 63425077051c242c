//! # Constants of BHTD Chain
//!
//! Currency, time, fees and the names of the network, shared by the main runtime, the side chain
//! template and the tests, so that none of them can drift from the others.

#![cfg_attr(not(feature = "std"), no_std)]

/// The type of amounts: planck of BHTD.
pub type Balance = u128;

/// The type of block numbers.
pub type BlockNumber = u32;

/// The coin and what storage costs in it.
pub mod currency {
	use super::Balance;

	/// The decimals of BHTD.
	pub const DECIMALS: u8 = 12;
	/// The symbol of the coin.
	pub const SYMBOL: &str = "BHTD";
	/// One BHTD, in planck.
	pub const UNITS: Balance = 1_000_000_000_000;
	/// A hundredth of a BHTD.
	pub const CENTS: Balance = UNITS / 100;
	/// A thousandth of a cent.
	pub const MILLICENTS: Balance = CENTS / 1_000;
	/// What an account must hold to exist: 0.001 BHTD.
	pub const EXISTENTIAL_DEPOSIT: Balance = UNITS / 1_000;

	/// The deposit for `items` entries of storage with `bytes` bytes in total: 0.1 BHTD an entry and
	/// 0.001 BHTD a byte. It comes back when the storage is freed.
	pub const fn deposit(items: u32, bytes: u32) -> Balance {
		items as Balance * 10 * CENTS + bytes as Balance * 100 * MILLICENTS
	}
}

/// Blocks, epochs and the clock.
pub mod time {
	use super::BlockNumber;

	/// The parachains protocol fixes six seconds; nothing else works.
	pub const MILLISECS_PER_BLOCK: u64 = 6_000;
	/// BABE produces at most one block in a slot.
	pub const SLOT_DURATION: u64 = MILLISECS_PER_BLOCK;

	/// A minute, in blocks.
	pub const MINUTES: BlockNumber = 60_000 / (MILLISECS_PER_BLOCK as BlockNumber);
	/// An hour, in blocks.
	pub const HOURS: BlockNumber = MINUTES * 60;
	/// A day, in blocks.
	pub const DAYS: BlockNumber = HOURS * 24;
	/// A year of 365 days, in blocks.
	pub const YEARS: BlockNumber = DAYS * 365;

	/// The length of an epoch on a live network: one hour of slots.
	pub const EPOCH_SLOTS: u64 = HOURS as u64;
	/// The length of an epoch on development and local networks: ten slots, so that what happens
	/// every session can be watched.
	pub const FAST_EPOCH_SLOTS: u64 = 10;

	/// One slot in four has a primary author; the secondary ones fill the others.
	pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
}

/// What a transaction costs and who receives it.
pub mod fee {
	use super::{currency, parachain, Balance};
	use frame_support::weights::{
		constants::ExtrinsicBaseWeight, Weight, WeightToFee as WeightToFeeT,
	};

	/// The fee for the weight every transaction has: 0.001 BHTD.
	pub const BASE_FEE: Balance = currency::CENTS / 10;
	/// The fee for a byte of a transaction: 0.00001 BHTD.
	pub const BYTE_FEE: Balance = currency::MILLICENTS;

	/// The part of each fee that goes to the treasury.
	pub const TREASURY_SHARE: u32 = 60;
	/// The part of each fee that goes to those who have locked BHTD for the dividend.
	pub const DIVIDEND_SHARE: u32 = 20;
	/// The part of each fee that goes to the witnesses and their voters. A tip is theirs whole.
	pub const WITNESS_SHARE: u32 = 20;

	/// Prices weight in proportion to its time: [`BASE_FEE`] for the base weight of a transaction.
	///
	/// The size of the proof is not charged: a relay chain is executed with its whole state at hand.
	pub struct WeightToFee;
	impl WeightToFeeT for WeightToFee {
		type Balance = Balance;

		fn weight_to_fee(weight: &Weight) -> Balance {
			// At most 2^64 * 10^9: cannot overflow.
			Balance::from(weight.ref_time()) * BASE_FEE
				/ Balance::from(ExtrinsicBaseWeight::get().ref_time().max(1))
		}
	}

	/// Prices weight on side chains by what a block runs out of first: as [`WeightToFee`] does, or the
	/// size of the proof, a whole proof at the price of a whole block of time.
	pub struct ProofWeightToFee;
	impl WeightToFeeT for ProofWeightToFee {
		type Balance = Balance;

		fn weight_to_fee(weight: &Weight) -> Balance {
			let block = Weight::from_parts(parachain::REF_TIME, 0);
			// At most 2^64 * 2^48: cannot overflow.
			let proof = Balance::from(weight.proof_size()) * WeightToFee::weight_to_fee(&block)
				/ Balance::from(parachain::PROOF_SIZE);
			proof.max(WeightToFee::weight_to_fee(weight))
		}
	}
}

/// What blocks of side chains may weigh, beyond what the main chain's may.
pub mod parachain {
	use frame_support::weights::constants::WEIGHT_REF_TIME_PER_SECOND;

	/// The time a witness has to check a block, in picoseconds.
	pub const REF_TIME: u64 = 2 * WEIGHT_REF_TIME_PER_SECOND;
	/// The most bytes of the proof that comes with a block. The parachains protocol fixes it.
	pub const PROOF_SIZE: u64 = 10 * 1024 * 1024;
}

/// How many coins a year may make.
pub mod issuance {
	use sp_runtime::Perbill;

	/// The part of all coins that the first year issues at most.
	pub const FIRST: Perbill = Perbill::from_percent(5);
	/// The part by which that part shrinks every year.
	pub const SHRINK: Perbill = Perbill::from_percent(10);
	/// What it does not shrink below.
	pub const LEAST: Perbill = Perbill::from_percent(1);
}

/// Sessions and eras of witnesses, on live networks and on those with short epochs.
pub mod eras {
	/// The sessions of an era on a live network: a day.
	pub const SESSIONS: u32 = 24;
	/// The sessions of an era on a network with short epochs: three minutes.
	pub const FAST_SESSIONS: u32 = 3;
	/// For how many sessions an offence can be reported on a live network: a week.
	pub const REPORTABLE_SESSIONS: u32 = 7 * SESSIONS;
	/// The same on a network with short epochs: two eras.
	pub const FAST_REPORTABLE_SESSIONS: u32 = 2 * FAST_SESSIONS;
}

/// Names and ids of the network.
pub mod network {
	/// How XCM names this network: the same on the main chain and on every side chain. A constant of
	/// our own, because the hash of the genesis block depends on the runtime that would contain it.
	pub const GENESIS_ID: [u8; 32] = *b"bhtd-chain-main-network-id-00001";
	/// The prefix of addresses.
	pub const SS58_PREFIX: u16 = 42;
	/// The id of a parachain that would sell cores; reserved and unused, cores are assigned by the
	/// main chain itself.
	pub const BROKER_ID: u32 = 1005;
}

#[cfg(test)]
mod tests {
	use super::{
		currency::{deposit, CENTS, EXISTENTIAL_DEPOSIT, UNITS},
		eras,
		fee::{
			ProofWeightToFee, WeightToFee, BASE_FEE, DIVIDEND_SHARE, TREASURY_SHARE, WITNESS_SHARE,
		},
		issuance, parachain,
		time::{DAYS, EPOCH_SLOTS, FAST_EPOCH_SLOTS, HOURS, MINUTES, YEARS},
	};
	use frame_support::weights::{
		constants::{ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight, WeightToFee as _,
	};
	use sp_runtime::Perbill;

	#[test]
	fn base_weight_costs_the_base_fee() {
		assert_eq!(WeightToFee::weight_to_fee(&ExtrinsicBaseWeight::get()), BASE_FEE);
	}

	#[test]
	fn full_block_costs_between_ten_and_a_hundred_coins() {
		let block = Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, 0);
		let fee = WeightToFee::weight_to_fee(&block);
		assert!(fee > 10 * UNITS && fee < 100 * UNITS, "{fee}");
	}

	#[test]
	fn largest_weight_has_a_fee() {
		assert!(WeightToFee::weight_to_fee(&Weight::from_parts(u64::MAX, 0)) > UNITS);
	}

	#[test]
	fn side_chains_price_what_a_block_runs_out_of_first() {
		let fee = |time, proof| ProofWeightToFee::weight_to_fee(&Weight::from_parts(time, proof));
		let block = WeightToFee::weight_to_fee(&Weight::from_parts(parachain::REF_TIME, 0));
		assert_eq!(fee(parachain::REF_TIME, 0), block);
		assert_eq!(fee(0, parachain::PROOF_SIZE), block);
		// Both at once are no dearer than one of them.
		assert_eq!(fee(parachain::REF_TIME, parachain::PROOF_SIZE), block);
		assert_eq!(fee(parachain::REF_TIME / 2, parachain::PROOF_SIZE / 4), block / 2);
		assert_eq!(fee(parachain::REF_TIME / 4, parachain::PROOF_SIZE / 2), block / 2);
		assert_eq!(fee(ExtrinsicBaseWeight::get().ref_time(), 0), BASE_FEE);
		assert!(fee(u64::MAX, u64::MAX) > fee(0, u64::MAX - 1));
	}

	#[test]
	fn shares_are_the_whole_fee() {
		assert_eq!(TREASURY_SHARE + DIVIDEND_SHARE + WITNESS_SHARE, 100);
	}

	#[test]
	fn time_is_counted_in_blocks_of_six_seconds() {
		assert_eq!((MINUTES, HOURS, DAYS, YEARS), (10, 600, 14_400, 5_256_000));
	}

	#[test]
	fn era_is_a_day_and_a_short_one_three_minutes() {
		assert_eq!(u64::from(eras::SESSIONS) * EPOCH_SLOTS, u64::from(DAYS));
		assert_eq!(u64::from(eras::FAST_SESSIONS) * FAST_EPOCH_SLOTS * 6, 180);
		assert_eq!(eras::REPORTABLE_SESSIONS, 168);
		assert_eq!(eras::FAST_REPORTABLE_SESSIONS, 6);
	}

	#[test]
	fn issuance_shrinks_and_never_ends() {
		assert!(issuance::FIRST > issuance::LEAST && !issuance::LEAST.is_zero());
		// It takes sixteen years to come down to the least.
		let after = |years| {
			(0..years).fold(issuance::FIRST, |rate, _| rate * (Perbill::one() - issuance::SHRINK))
		};
		assert!(after(15) > issuance::LEAST && after(16) < issuance::LEAST);
	}

	#[test]
	fn deposit_adds_items_and_bytes() {
		assert_eq!(deposit(0, 0), 0);
		assert_eq!(deposit(1, 0), 10 * CENTS);
		assert_eq!(deposit(2, 100), 30 * CENTS);
		// Storage is never cheaper than an account.
		assert!(deposit(1, 0) >= EXISTENTIAL_DEPOSIT);
		assert!(deposit(u32::MAX, u32::MAX) > UNITS);
	}
}
