//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, TokenError};

mod approve;
mod claim;
mod commands;
mod config;
mod cost;
mod era;
mod fee;
mod invariants;
mod known_bugs;
mod ledger;
mod propose;
mod stop;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
