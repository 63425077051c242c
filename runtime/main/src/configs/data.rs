//! What consumers are paid for the data of their purchases.

use super::{
	bhtd::{RecordConsideration, BURNT_PERCENT},
	exchange::judged,
	governance::RootOrHalf,
	monetary::ToTreasury,
};
use crate::{
	constants::time::{DAYS, MINUTES},
	epochs::ByEpochs,
	weights, AccountId, Balances, Margin, Runtime, RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains},
	PalletId,
};
use pallet_identity::Judgement;
use sp_runtime::Permill;

/// What a person who is not known is paid for a receipt at most, in percent of its protocol fee.
const PAYOUT_PERCENT: u32 = 40;

const _: () = assert!(
	PAYOUT_PERCENT < BURNT_PERCENT,
	"buying from oneself must lose money even for whoever the rest of the fee goes to"
);

parameter_types! {
	/// Where the pots of the campaigns come from.
	pub const DataPalletId: PalletId = PalletId(*b"bhtd/dat");
	/// The same as a part.
	pub const PayoutShare: Permill = Permill::from_percent(PAYOUT_PERCENT);
	/// Why the deposits for data accounts, campaigns and reports are held.
	pub const DataHold: RuntimeHoldReason =
		RuntimeHoldReason::DataRewards(pallet_data_rewards::HoldReason::Deposit);
}

/// The accounts whose owners a registrar knows. Less would not do where one person with many accounts is
/// paid many times: that somebody looks plausible is said for the price of an address.
pub struct KnownInPerson;

impl Contains<AccountId> for KnownInPerson {
	fn contains(who: &AccountId) -> bool {
		judged(who, |judgement| matches!(judgement, Judgement::KnownGood))
	}
}

impl pallet_data_rewards::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Judgement = KnownInPerson;
	type Treasury = ToTreasury;
	type Consideration = RecordConsideration<DataHold>;
	type PauseOrigin = RootOrHalf;
	type BlockNumberProvider = System;
	type PalletId = DataPalletId;
	type PayoutShare = PayoutShare;
	type QuietPeriod = ByEpochs<DAYS, MINUTES>;
	type ShortestAftermath = ByEpochs<{ 7 * DAYS }, MINUTES>;
	type GracePeriod = ByEpochs<{ 30 * DAYS }, MINUTES>;
	type LongestCampaign = ConstU32<{ 365 * DAYS }>;
	type DeliveryPeriod = ByEpochs<{ 30 * DAYS }, { 2 * MINUTES }>;
	type ObjectionPeriod = ByEpochs<{ 7 * DAYS }, MINUTES>;
	type ArbitrationPeriod = ByEpochs<{ 14 * DAYS }, { 2 * MINUTES }>;
	type MaxSlots = ConstU32<64>;
	type MaxPurposeLength = ConstU32<256>;
	type MaxCategories = ConstU32<16>;
	type MaxMerchants = ConstU32<16>;
	type MaxPointerLength = ConstU32<128>;
	type MaxArbiters = ConstU32<4>;
	type WeightInfo = weights::pallet_data_rewards::WeightInfo<Runtime>;
}
