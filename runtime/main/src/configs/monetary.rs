//! The coin, and who receives fees.

use crate::{
	constants::{
		currency::EXISTENTIAL_DEPOSIT,
		fee::{WeightToFee, BYTE_FEE, DIVIDEND_SHARE, TREASURY_SHARE, WITNESS_SHARE},
	},
	AccountId, Balance, Balances, DataRewards, Dividends, Points, Runtime, RuntimeEvent,
	RuntimeFreezeReason, RuntimeHoldReason, System, Treasury, Wholesale, Workers,
};
use bhtd_fees::ProceedsPayFee;
use frame_support::{
	parameter_types,
	traits::{
		fungible::Credit, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU8, Imbalance,
		OnUnbalanced, VariantCountOf,
	},
	weights::ConstantMultiplier,
};
use pallet_dividends::ToDividends;
use pallet_transaction_payment::FungibleAdapter;
use pallet_witnesses::FeesToWitnesses;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;

parameter_types! {
	/// Where the common fund lies: the account of the treasury pallet. No key opens it.
	pub TreasuryAccount: AccountId = Treasury::account_id();
	/// The fee for a byte of a transaction.
	pub const ByteFee: Balance = BYTE_FEE;
}

/// A sum on its way from one account to another.
type InTransit = Credit<AccountId, Balances>;

/// Pays into the treasury.
pub type ToTreasury = ResolveTo<TreasuryAccount, Balances>;

/// Splits fees between the treasury, those who have locked BHTD for the dividend, and the witnesses, who
/// share theirs with their voters at the end of the era. A tip is the witnesses' whole.
pub struct DealWithFees;

impl DealWithFees {
	fn split(fee: InTransit, tip: Option<InTransit>) {
		let (treasury, rest) = fee.ration(TREASURY_SHARE, DIVIDEND_SHARE + WITNESS_SHARE);
		let (dividends, mut witnesses) = rest.ration(DIVIDEND_SHARE, WITNESS_SHARE);
		if let Some(tip) = tip {
			witnesses.subsume(tip);
		}
		ToTreasury::on_unbalanced(treasury);
		ToDividends::<Runtime>::on_unbalanced(dividends);
		FeesToWitnesses::<Runtime>::on_unbalanced(witnesses);
	}
}

impl OnUnbalanced<InTransit> for DealWithFees {
	fn on_unbalanceds(mut fee_then_tip: impl Iterator<Item = InTransit>) {
		if let Some(fee) = fee_then_tip.next() {
			Self::split(fee, fee_then_tip.next());
		}
	}

	fn on_nonzero_unbalanced(fee: InTransit) {
		Self::split(fee, None);
	}
}

impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	// What is too little to keep an account alive is kept for all, not destroyed.
	type DustRemoval = ToTreasury;
	type RuntimeEvent = RuntimeEvent;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// The calls whose fee can be paid out of what they bring: turning points into BHTD, and claiming what
/// data, locked BHTD or work has earned.
type BringingProceeds = (Points, Wholesale, DataRewards, Dividends, Workers);

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// An account without BHTD pays for converting points, or claiming what it has earned, out of that.
	type OnChargeTransaction =
		ProceedsPayFee<Balances, BringingProceeds, FungibleAdapter<Balances, DealWithFees>>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, ByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}
