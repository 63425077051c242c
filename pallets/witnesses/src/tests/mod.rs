//! One module per part of the pallet, and the properties that hold whatever is called in whatever
//! order.

pub(crate) use crate::{mock::*, *};
pub(crate) use frame_support::{assert_noop, assert_ok, traits::Hooks};
pub(crate) use sp_runtime::{DispatchError::BadOrigin, DispatchResult, TokenError};

mod attacks;
mod candidates;
mod claims;
mod commands;
mod elections;
mod eras;
mod genesis;
mod governance;
mod invariants;
mod issuance;
mod moves;
mod offences;
mod rewards;
mod simulation;
mod unbonding;
mod views;
mod votes;

/// Puts `amount` of the coins of `who` behind `candidate`.
pub(crate) fn vote(who: AccountId, candidate: AccountId, amount: Balance) -> DispatchResult {
	Witnesses::vote(signed(who), candidate, amount)
}

/// Reports an offence and waits until it has been punished.
pub(crate) fn slash(who: AccountId, fraction: Perbill) {
	report(who, fraction);
	run_eras(DEFERRAL);
}

/// Brings what `who` has behind `candidate` up to date.
pub(crate) fn settle(who: AccountId, candidate: AccountId) {
	assert_ok!(Witnesses::settle(signed(PAYER), who, candidate));
}

/// What `who` has on hold for votes.
pub(crate) fn votes(who: AccountId) -> Balance {
	held(who, HoldReason::Vote)
}

/// Everything `who` owns, free or on hold.
pub(crate) fn wealth(who: AccountId) -> Balance {
	use frame_support::traits::fungible::Inspect;
	Balances::total_balance(&who)
}

/// What happens meanwhile.
pub(crate) fn events_of(action: impl FnOnce()) -> Vec<Event<Test>> {
	let before = events().len();
	action();
	events().split_off(before)
}
