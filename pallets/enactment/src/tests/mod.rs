//! One module per call, one for what wallets see, and what holds over the whole life of a proposal.

pub(crate) use crate::{mock::*, *};
pub(crate) use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::Weight};
pub(crate) use sp_runtime::DispatchError::BadOrigin;

mod cancel;
mod enact;
mod invariants;
mod propose;
mod scenarios;
mod views;
