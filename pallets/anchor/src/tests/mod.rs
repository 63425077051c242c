//! One file per subject; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use bhtd_primitives::{MarginLedger, Role};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, FixedU128, Permill};

mod attacks;
mod commands;
mod cost;
mod currencies;
mod keyless;
mod math;
mod minting;
mod redemptions;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
