//! One module per call, one for what other pallets and wallets see, and the properties that hold
//! whatever is called in whatever order.

pub(crate) use crate::{mock::*, *};
pub(crate) use bhtd_primitives::Role::{CreditInstitution, GroupMerchant, Merchant, Operator};
pub(crate) use frame_support::{assert_noop, assert_ok, traits::Hooks};
pub(crate) use sp_runtime::{DispatchError::BadOrigin, TokenError};

mod commands;
mod exit;
mod genesis;
mod invariants;
mod ledger;
mod math;
mod penalise;
mod register;
mod scenarios;
mod set_profile;
mod set_terms;
mod top_up;
mod views;
mod withdraw_excess;

/// A merchant with a margin of 5,000, of which 3,000 are owed: 1,000 more could be.
pub(crate) fn merchant() -> ExtBuilder {
	ExtBuilder::default().margin(ALICE, Merchant, 5_000)
}

pub(crate) fn indebted(test: impl FnOnce()) {
	merchant().build_and_execute(|| {
		owe(ALICE, Merchant, 3_000);
		test();
	});
}
