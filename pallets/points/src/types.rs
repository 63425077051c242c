//! The records of the pallet. None of them knows a `Config`.

use alloc::vec::Vec;
use bhtd_primitives::ClassId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use scale_info::TypeInfo;
use sp_runtime::FixedU128;

/// What a point entitles its holder to. Fixed when the class is created.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Kind {
	/// To its floor in BHTD, at any time.
	#[codec(index = 0)]
	Value,
	/// To a listed product. Not offered yet.
	#[codec(index = 1)]
	Rights,
	/// To a share of what is paid into the class. Not offered yet.
	#[codec(index = 2)]
	Income,
}

impl Kind {
	/// Whether classes of this kind can be created.
	pub const fn is_offered(self) -> bool {
		matches!(self, Self::Value)
	}
}

/// Where points may go. Fixed when the class is created.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Scope {
	/// Anywhere.
	#[codec(index = 0)]
	Global,
	/// Between the customers of the issuer's partners. Not offered yet.
	#[codec(index = 1)]
	Partners,
	/// Nowhere but back. Not offered yet.
	#[codec(index = 2)]
	NonTransferable,
}

impl Scope {
	/// Whether classes of this scope can be created.
	pub const fn is_offered(self) -> bool {
		matches!(self, Self::Global)
	}
}

/// A class of points: what every award and conversion reads.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Class<AccountId, Balance> {
	/// The merchant who awards the points and whose margin backs them.
	pub issuer: AccountId,
	/// The number of points there are and ever will be, in smallest units.
	pub supply: Balance,
	/// Planck of BHTD for which the smallest unit of points can be converted at least.
	pub floor: FixedU128,
	/// Planck of BHTD registered as owed with the issuer's margin. At least `circulating * floor`;
	/// more only while points that were sent straight to the vault wait to be reconciled.
	pub liability: Balance,
	/// What a point entitles to.
	pub kind: Kind,
	/// Where points may go.
	pub scope: Scope,
	/// Whether the issuer has paused awards. Transfers and conversion know no pause.
	pub awards_paused: bool,
}

/// What only portals and the change of stewardship read of a class.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Design<Document, Ticket> {
	/// How the card looks, for portals; the chain does not read it.
	pub document: Document,
	/// The deposit that the issuer pays for the class.
	pub ticket: Ticket,
}

/// A receipt of a merchant: what makes an award unique.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Receipt {
	/// One of the merchant's open receipt books.
	pub book: u64,
	/// The number in the book, counted upwards by the merchant.
	pub number: u64,
}

/// One award of a batch.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Award<AccountId, Balance> {
	/// Who receives the points.
	pub beneficiary: AccountId,
	/// How many, in smallest units.
	pub amount: Balance,
	/// The receipt's number in the book of the batch.
	pub number: u64,
}

/// A class as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ClassView<AccountId, Balance> {
	/// The merchant who awards the points and whose margin backs them.
	pub issuer: AccountId,
	/// The keyless account that holds the points not in circulation.
	pub vault: AccountId,
	/// The name of the points, UTF-8.
	pub name: Vec<u8>,
	/// Their symbol, UTF-8.
	pub symbol: Vec<u8>,
	/// How many decimals one point has.
	pub decimals: u8,
	/// Points there are, in smallest units.
	pub supply: Balance,
	/// Points outside the vault, in smallest units.
	pub circulating: Balance,
	/// Planck of BHTD per smallest unit.
	pub floor: FixedU128,
	/// Planck of BHTD owed for the points in circulation.
	pub liability: Balance,
	/// What a point entitles to.
	pub kind: Kind,
	/// Where points may go.
	pub scope: Scope,
	/// Whether awards are paused.
	pub awards_paused: bool,
	/// To whom the stewardship is offered, if to anyone.
	pub offered_to: Option<AccountId>,
	/// How the card looks.
	pub design: Vec<u8>,
}

/// What an award would mean, before it is made.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct AwardQuote<Balance> {
	/// Planck of BHTD by which the issuer would owe more.
	pub liability_increase: Balance,
	/// Planck of BHTD by which the issuer may owe more now.
	pub capacity: Balance,
	/// Whether the award would succeed, given an unused receipt.
	pub allowed: bool,
}

/// A checked conversion; see `Pallet::check_convert`.
pub(crate) struct Conversion<AccountId, Balance> {
	/// The class as it will be afterwards.
	pub class: Class<AccountId, Balance>,
	/// Planck of BHTD for the converter.
	pub out: Balance,
	/// Planck of BHTD by which the issuer owes less.
	pub settled: Balance,
}

/// A name or a symbol.
pub(crate) type Text<Max> = BoundedVec<u8, Max>;

/// The batch of awards of a call.
pub(crate) type Awards<AccountId, Balance, Max> = BoundedVec<Award<AccountId, Balance>, Max>;

/// The first id, and the one after each.
pub(crate) fn next_class(id: ClassId) -> Option<ClassId> {
	id.checked_add(1)
}
