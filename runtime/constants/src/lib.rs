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
	use super::{currency, Balance};
	use frame_support::weights::{
		constants::ExtrinsicBaseWeight, Weight, WeightToFee as WeightToFeeT,
	};

	/// The fee for the weight every transaction has: 0.001 BHTD.
	pub const BASE_FEE: Balance = currency::CENTS / 10;
	/// The fee for a byte of a transaction: 0.00001 BHTD.
	pub const BYTE_FEE: Balance = currency::MILLICENTS;

	/// The part of each fee that goes to the treasury.
	pub const TREASURY_SHARE: u32 = 80;
	/// The part of each fee that goes to the author of the block. A tip is the author's whole.
	pub const AUTHOR_SHARE: u32 = 20;

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
		fee::{WeightToFee, AUTHOR_SHARE, BASE_FEE, TREASURY_SHARE},
		time::{DAYS, HOURS, MINUTES},
	};
	use frame_support::weights::{
		constants::{ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight, WeightToFee as _,
	};

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
	fn shares_are_the_whole_fee() {
		assert_eq!(TREASURY_SHARE + AUTHOR_SHARE, 100);
	}

	#[test]
	fn time_is_counted_in_blocks_of_six_seconds() {
		assert_eq!((MINUTES, HOURS, DAYS), (10, 600, 14_400));
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
