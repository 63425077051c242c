//! # Primitives
//!
//! The ids and the small traits through which the pallets of BHTD Chain speak to each other. A pallet
//! asks for a capability of this crate and never for another pallet, so each can be tested, replaced
//! and reused in a side chain on its own.

#![cfg_attr(not(feature = "std"), no_std)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::tokens::Balance, weights::Weight, Parameter};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult, FixedU128};

/// Identifies a class of points; it is also the id of the asset that carries the class.
pub type ClassId = u32;

/// Identifies a currency of the anchored settlement token; it is also the id of the asset that carries it.
pub type CurrencyId = u32;

/// Everything that is traded against something else on the chain: one layer each of the three of its
/// tokens.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum AssetKind {
	/// BHTD, in planck.
	#[codec(index = 0)]
	Bhtd,
	/// The anchored token of a currency, in its smallest unit.
	#[codec(index = 1)]
	Anchored(CurrencyId),
	/// The points of a class, in their smallest unit.
	#[codec(index = 2)]
	Points(ClassId),
}

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

	/// Pays up to `amount` out of the margin of `who` to the free balance of `beneficiary`, and says
	/// how much.
	///
	/// Takes at most the excess, `held - minimum - owed`: no penalty can make a liability insolvent, and
	/// an account that is hand in glove with whoever decides gets out no more than it could withdraw
	/// anyway. Takes nothing without the role; works for one on its way out as well. Fails if `who` is
	/// the beneficiary. The caller is answerable for the penalty being just.
	fn penalise(
		who: &AccountId,
		role: Role,
		beneficiary: &AccountId,
		amount: Self::Balance,
	) -> Result<Self::Balance, DispatchError>;

	/// Locks `amount` as the margin of `who` so that a benchmark has something to work on.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_margin(who: &AccountId, role: Role, amount: Self::Balance) -> DispatchResult;
}

/// Points as a pallet sees them that gives and takes them for purchases.
///
/// The points of a class lie in its vault or circulate, and the issuer's margin owes for those that
/// circulate; see [`MarginLedger`]. Holding and releasing points is not part of this: they are assets.
///
/// The functions that write open a storage layer of their own: one that fails leaves no trace, and the
/// caller may go on without it.
pub trait Loyalty<AccountId> {
	/// Smallest units of points, and planck of BHTD.
	type Balance: Balance + Parameter;

	/// The merchant who awards the points of `class` and whose margin backs them.
	fn issuer(class: ClassId) -> Option<AccountId>;

	/// Planck of BHTD for which `amount` points of `class` can be converted, rounded down; zero
	/// without the class.
	fn value(class: ClassId, amount: Self::Balance) -> Self::Balance;

	/// Whether [`Self::award`] would succeed now.
	fn can_award(
		issuer: &AccountId,
		class: ClassId,
		who: &AccountId,
		amount: Self::Balance,
	) -> bool;

	/// Moves `amount` points of `class` from the vault to `who`; the margin of `issuer` owes for them.
	///
	/// Fails if the class is not the issuer's, if the issuer is not an active merchant or has paused
	/// awards, if the vault holds fewer points, or if the margin does not cover them. The caller is
	/// answerable for one purchase being awarded once.
	fn award(
		issuer: &AccountId,
		class: ClassId,
		who: &AccountId,
		amount: Self::Balance,
	) -> DispatchResult;

	/// Moves `amount` points of `class` from `who` back to the vault, and lifts what the margin of the
	/// issuer owes for them. Nothing is paid for them: `who` has got something else.
	///
	/// Fails if `who` has fewer points that are free to move.
	fn redeem(class: ClassId, who: &AccountId, amount: Self::Balance) -> DispatchResult;

	/// The floor of `class`: planck of BHTD for which one smallest unit can be converted at any time.
	/// It can only rise.
	fn floor(class: ClassId) -> Option<FixedU128>;

	/// Converts `amount` points of `class` that `who` holds into BHTD at the floor, out of the margin of
	/// their issuer, and says how many planck `who` got.
	///
	/// It cannot be paused. Fails without the class, if `who` has fewer points that are free to move, or
	/// if they are worth less than one planck.
	fn convert(
		class: ClassId,
		who: &AccountId,
		amount: Self::Balance,
	) -> Result<Self::Balance, DispatchError>;

	/// Creates a class of `issuer`, an active merchant, so that a benchmark can award and redeem up to
	/// `supply` points of it.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_class(issuer: &AccountId, supply: Self::Balance) -> Result<ClassId, DispatchError>;
}

/// The anchored settlement token as pallets see it that trade in it.
///
/// Holding and moving it is not part of this: it is an asset.
pub trait Settlement<AccountId> {
	/// Smallest units of a currency.
	type Balance: Balance + Parameter;

	/// Whether there is such a currency.
	fn exists(currency: CurrencyId) -> bool;

	/// Whether the limits on the anchored side let `who` have `amount` more of `currency` than it has.
	///
	/// Who moves the token asks this of the receiver first. Redemption asks nothing of anybody.
	fn can_receive(currency: CurrencyId, who: &AccountId, amount: Self::Balance) -> bool;

	/// Creates a currency, of which `who` gets `amount`, so that a benchmark has something to trade.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_currency(who: &AccountId, amount: Self::Balance)
		-> Result<CurrencyId, DispatchError>;
}

/// Calls that bring BHTD to whoever signs them, so that their fee can be taken out of it.
pub trait BringsProceeds<AccountId, RuntimeCall, Balance> {
	/// Planck of BHTD that `call`, signed by `who`, would bring to the free balance of `who` now. `None`
	/// if it would fail, or is another call.
	///
	/// A call for which there is an answer succeeds in this state, provided that `who` can receive as
	/// much. It must be cheap to tell: the pool asks for every transaction that cannot pay its fee.
	fn proceeds(who: &AccountId, call: &RuntimeCall) -> Option<Balance>;
}

#[impl_trait_for_tuples::impl_for_tuples(1, 5)]
impl<AccountId, RuntimeCall, Balance> BringsProceeds<AccountId, RuntimeCall, Balance> for Tuple {
	fn proceeds(who: &AccountId, call: &RuntimeCall) -> Option<Balance> {
		for_tuples!( #(
			if let Some(proceeds) = Tuple::proceeds(who, call) {
				return Some(proceeds);
			}
		)* );
		None
	}
}

/// Identifies an order of the store: the product, and which of its orders.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct OrderId {
	/// The product ordered. Ids of products are never given again.
	pub product: u64,
	/// The orders of the product, counted from zero.
	pub number: u64,
}

/// What a completed order leaves behind.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Receipt<AccountId, Balance> {
	/// The order; each has one receipt at most.
	pub order: OrderId,
	/// Who sold.
	pub merchant: AccountId,
	/// Who paid.
	pub buyer: AccountId,
	/// The category of the product.
	pub category: u16,
	/// Planck of BHTD the merchant kept after all refunds, the fee not yet taken off. Zero for an
	/// order paid in points alone.
	pub net: Balance,
	/// Planck of BHTD of protocol fee taken out of it.
	pub fee: Balance,
}

/// Who wants to know of completed orders.
pub trait OnCompletion<AccountId, Balance> {
	/// An order has completed. It has, whatever becomes of this.
	fn completed(receipt: &Receipt<AccountId, Balance>);

	/// What [`Self::completed`] weighs at most.
	fn weight() -> Weight;
}

impl<AccountId, Balance> OnCompletion<AccountId, Balance> for () {
	fn completed(_: &Receipt<AccountId, Balance>) {}

	fn weight() -> Weight {
		Weight::zero()
	}
}
