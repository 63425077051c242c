//! The dividend of fees for BHTD locked by choice.

use super::{bhtd::RecordConsideration, monetary::ToTreasury};
use crate::{
	constants::{
		currency::UNITS,
		time::{DAYS, MINUTES},
	},
	epochs::ByEpochs,
	weights, Balances, Runtime, RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32},
	PalletId,
};

parameter_types! {
	/// Where the pot comes from.
	pub const DividendsPalletId: PalletId = PalletId(*b"bhtd/div");
	/// Why the deposit for a record is held.
	pub const DividendsHold: RuntimeHoldReason =
		RuntimeHoldReason::Dividends(pallet_dividends::HoldReason::Deposit);
}

impl pallet_dividends::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Treasury = ToTreasury;
	type Consideration = RecordConsideration<DividendsHold>;
	type BlockNumberProvider = System;
	type PalletId = DividendsPalletId;
	type MinimumLock = ConstU128<{ 10 * UNITS }>;
	type NoticePeriod = ByEpochs<{ 7 * DAYS }, MINUTES>;
	type StreamPeriod = ByEpochs<DAYS, MINUTES>;
	type MaxChunks = ConstU32<16>;
	type WeightInfo = weights::pallet_dividends::WeightInfo<Runtime>;
}
