//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{ledger::Window, mock::*, *};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, Permill};

mod campaign;
mod claim;
mod close_record;
mod commands;
mod consent;
mod contribute;
mod cost;
mod data_account;
mod fee;
mod invariants;
mod known_bugs;
mod math;
mod reports;
mod sybils;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
