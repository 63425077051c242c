//! The coin, and who receives fees.

use crate::{
	constants::{
		currency::EXISTENTIAL_DEPOSIT,
		fee::{WeightToFee, BYTE_FEE, TREASURY_SHARE, WITNESS_SHARE},
	},
	AccountId, Balance, Balances, DataRewards, Points, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System, Wholesale,
};
use bhtd_fees::ProceedsPayFee;
use frame_support::{
	parameter_types,
	traits::{
		fungible::Credit, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU8, Imbalance,
		OnUnbalanced, VariantCountOf,
	},
	weights::ConstantMultiplier,
	PalletId,
};
use pallet_transaction_payment::FungibleAdapter;
use pallet_witnesses::FeesToWitnesses;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;
use sp_runtime::traits::AccountIdConversion;

parameter_types! {
	/// Where the common fund lies. No key opens it.
	pub TreasuryAccount: AccountId = PalletId(*b"bhtd/trs").into_account_truncating();
	/// The fee for a byte of a transaction.
	pub const ByteFee: Balance = BYTE_FEE;
}

/// A sum on its way from one account to another.
type InTransit = Credit<AccountId, Balances>;

/// Pays into the treasury.
pub type ToTreasury = ResolveTo<TreasuryAccount, Balances>;

/// Splits fees between the treasury and the witnesses, who share theirs with their voters at the end of
/// the era. A tip is the witnesses' whole.
pub struct DealWithFees;

impl DealWithFees {
	fn split(fee: InTransit, tip: Option<InTransit>) {
		let (treasury, mut witnesses) = fee.ration(TREASURY_SHARE, WITNESS_SHARE);
		if let Some(tip) = tip {
			witnesses.subsume(tip);
		}
		ToTreasury::on_unbalanced(treasury);
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
/// data has earned.
type BringingProceeds = (Points, Wholesale, DataRewards);

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// A consumer without BHTD pays for converting points, or claiming rewards, out of what that brings.
	type OnChargeTransaction =
		ProceedsPayFee<Balances, BringingProceeds, FungibleAdapter<Balances, DealWithFees>>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, ByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}
