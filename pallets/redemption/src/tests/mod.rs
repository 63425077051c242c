//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, numbers::WINDOW, *};
pub(crate) use bhtd_primitives::{Loyalty, MarginLedger, Role};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, DispatchError, DispatchResult, TokenError};

mod commands;
mod config;
mod cost;
mod declare;
mod ledger;
mod numbers;
mod redeem;
mod report;
mod retry;
mod set_issuer;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}

/// Says that the class of the merchant passes to the rival, who takes over what is owed for it.
pub(crate) fn hand_over(from: AccountId, to: AccountId) -> DispatchResult {
	Points::offer_stewardship(signed(from), 0, Some(to))?;
	Points::accept_stewardship(signed(to), 0, Balance::MAX)
}
