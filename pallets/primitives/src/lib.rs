//! # Primitives
//!
//! The ids and the small traits through which the pallets of BHTD Chain speak to each other. A pallet
//! asks for a capability of this crate and never for another pallet, so each can be tested, replaced
//! and reused in a side chain on its own.

#![cfg_attr(not(feature = "std"), no_std)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::tokens::Balance, Parameter};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchResult;

/// Identifies a class of points; it is also the id of the asset that carries the class.
pub type ClassId = u32;

/// What an account locks margin for. One account may have several roles; each has a hold of its own,
/// so the same coin never counts for two.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum Role {
	/// A business that issues points and sells in the store.
	#[codec(index = 0)]
	Merchant,
	/// A merchant with a side chain of its own.
	#[codec(index = 1)]
	GroupMerchant,
	/// A broker that buys BHTD wholesale and sells it retail.
	#[codec(index = 2)]
	Operator,
	/// An issuer of the anchored settlement token.
	#[codec(index = 3)]
	CreditInstitution,
}

impl Role {
	/// Every role, in the order of their codec index.
	pub const ALL: [Self; 4] =
		[Self::Merchant, Self::GroupMerchant, Self::Operator, Self::CreditInstitution];
}

/// The credit ledger as other pallets see it: who has locked how much margin in which role, and how
/// much of it is owed.
///
/// For every account and role, `held >= owed` at all times, and nothing can raise `owed` unless
/// `held >= minimum + owed` still holds afterwards. No price is read on the way: all amounts are
/// planck of BHTD.
///
/// The ledger does not tell one pallet's liabilities from another's: for each role, one pallet alone
/// registers them, and lifts no more than it has registered.
///
/// The functions that write do so more than once and do not open a storage layer: call them from a
/// dispatchable, or inside [`frame_support::storage::with_storage_layer`].
pub trait MarginLedger<AccountId> {
	/// Planck of BHTD.
	type Balance: Balance + Parameter;

	/// Whether `who` has the role and has not announced its exit.
	fn is_active(who: &AccountId, role: Role) -> bool;

	/// What the hold of the role says; zero without the role.
	fn held(who: &AccountId, role: Role) -> Self::Balance;

	/// The liabilities registered against the role; zero without the role.
	fn owed(who: &AccountId, role: Role) -> Self::Balance;

	/// What the role demands beyond everything owed.
	fn minimum(role: Role) -> Self::Balance;

	/// How much more could be owed now: `held - minimum - owed`, or zero if the role is not active.
	fn capacity(who: &AccountId, role: Role) -> Self::Balance;

	/// Registers a liability of `amount`.
	///
	/// Fails if the role is not active, if `amount` exceeds [`Self::capacity`], or if the margin is
	/// short of the minimum beyond what is owed, even if `amount` is zero.
	fn increase_owed(who: &AccountId, role: Role, amount: Self::Balance) -> DispatchResult;

	/// Lifts a liability of `amount`.
	///
	/// Works for a role on its way out as well. Fails if less than `amount` is owed.
	fn decrease_owed(who: &AccountId, role: Role, amount: Self::Balance) -> DispatchResult;

	/// Pays `payout` out of the margin of `who` to the free balance of `beneficiary` and lifts a
	/// liability of `settled`.
	///
	/// `settled` may exceed `payout` (what rounding leaves stays with `who`), never the other way
	/// round: so `held - owed` cannot fall. Works for a role on its way out as well.
	fn settle(
		who: &AccountId,
		role: Role,
		beneficiary: &AccountId,
		payout: Self::Balance,
		settled: Self::Balance,
	) -> DispatchResult;

	/// Locks `amount` as the margin of `who` so that a benchmark has something to work on.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_margin(who: &AccountId, role: Role, amount: Self::Balance) -> DispatchResult;
}
