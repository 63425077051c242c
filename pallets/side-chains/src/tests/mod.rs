//! One file per subject; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use bhtd_primitives::{MarginLedger, Role};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, TokenError};

mod attacks;
mod commands;
mod cores;
mod cost;
mod genesis;
mod governance;
mod leaving;
mod math;
mod pools;
mod redemptions;
mod registration;
mod scenarios;
mod upgrades;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}

/// Origins of anybody but a chain.
pub(crate) fn no_chain() -> [RuntimeOrigin; 4] {
	[RuntimeOrigin::root(), RuntimeOrigin::none(), signed(MERCHANT), signed(ALICE)]
}
