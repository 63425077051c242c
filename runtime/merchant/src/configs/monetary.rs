//! The coin, and who receives fees.
//!
//! The coin is BHTD that lies on the main chain, in the sovereign account of this chain. Nothing here
//! mints it but a transfer from there.

use crate::{
	configs::redemption::ConversionsHere,
	constants::{
		currency::EXISTENTIAL_DEPOSIT,
		fee::{ProofWeightToFee, BYTE_FEE},
	},
	AccountId, Balance, Balances, CollatorSelection, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use bhtd_fees::ProceedsPayFee;
use frame_support::{
	parameter_types,
	traits::{
		fungible::Credit, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU8, OnUnbalanced,
		VariantCountOf,
	},
	weights::ConstantMultiplier,
};
use pallet_transaction_payment::FungibleAdapter;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;

parameter_types! {
	/// Where fees wait for the collators: whoever authors a block receives half of what is in it.
	pub CollatorPot: AccountId = CollatorSelection::account_id();
	/// The fee for a byte of a transaction.
	pub const ByteFee: Balance = BYTE_FEE;
}

/// A sum on its way from one account to another.
type InTransit = Credit<AccountId, Balances>;

/// Pays the collators, who keep the chain going.
pub type ToCollators = ResolveTo<CollatorPot, Balances>;

/// Pays fees and tips to the collators.
pub struct DealWithFees;

impl OnUnbalanced<InTransit> for DealWithFees {
	fn on_nonzero_unbalanced(fee: InTransit) {
		ToCollators::on_unbalanced(fee);
	}
}

impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	// Destroyed dust would be locked on the main chain for ever.
	type DustRemoval = ToCollators;
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

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// A consumer without BHTD pays for converting points out of what that brings.
	type OnChargeTransaction =
		ProceedsPayFee<Balances, ConversionsHere, FungibleAdapter<Balances, DealWithFees>>;
	type WeightToFee = ProofWeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, ByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}
