//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use bhtd_primitives::{AssetKind, MarginLedger, Role};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, FixedU128};

mod attacks;
mod book;
mod change;
mod commands;
mod convert;
mod cost;
mod exit;
mod fee;
mod invariants;
mod markets;
mod matching;
mod peers;
mod quote;
mod record;
mod stale;
mod trade;
mod views;
mod wholesale;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}

/// Origins that do not govern.
pub(crate) fn ungoverned() -> [RuntimeOrigin; 3] {
	[signed(ALICE), signed(DESK), RuntimeOrigin::none()]
}
