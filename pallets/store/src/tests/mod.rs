//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

pub(crate) use crate::{mock::*, *};
pub(crate) use bhtd_primitives::Role;
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_runtime::{traits::BadOrigin, Permill};

mod catalogue;
mod commands;
mod cost;
mod dispute;
mod earning;
mod lifecycle;
mod math;
mod missed_awards;
mod order;
mod record;
mod refund_part;
mod rules;
mod scenarios;
mod views;

/// Origins that are signed by nobody.
pub(crate) fn unsigned() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
