//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, TokenError};

mod claim;
mod commands;
mod config;
mod cost;
mod fee;
mod invariants;
mod known_bugs;
mod ledger;
mod lock;
mod relock;
mod stream;
mod unlock;
mod views;
mod withdraw;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
