//! The records of the pallet. None of them knows a `Config`.

use crate::{ledger::Window, math};
use alloc::vec::Vec;
use bhtd_accumulator::Position;
use bhtd_primitives::{OrderId, Role};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Where a person's receipts are kept.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct DataAccount<Balance, Ticket> {
	/// How many receipts there is room for; the oldest makes room for the next.
	pub slots: u32,
	/// The number of the next receipt.
	pub next: u64,
	/// In how many campaigns the person has a record.
	pub records: u32,
	/// The protocol fees of all receipts there ever were, in planck of BHTD.
	pub fees: Balance,
	/// What all campaigns have ever paid the person, in planck of BHTD.
	pub paid: Balance,
	/// The deposit that the person pays for it.
	pub ticket: Ticket,
}

/// A receipt of an order that completed, as it is kept for its buyer.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct KeptReceipt<AccountId, Balance, BlockNumber> {
	/// Counted for each person from zero.
	pub number: u64,
	/// The order.
	pub order: OrderId,
	/// Who sold.
	pub merchant: AccountId,
	/// The category of the product.
	pub category: u16,
	/// Planck of BHTD that the merchant got for it, the fee not yet taken off.
	pub net: Balance,
	/// Planck of BHTD of protocol fee taken out of it. Not zero.
	pub fee: Balance,
	/// When the order completed.
	pub block: BlockNumber,
}

/// Who gets how much of the income from reports, in parts of [`WHOLE`](math::WHOLE).
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
pub struct Split {
	/// The contributors of the campaign, by weight.
	pub contributors: u16,
	/// The provider.
	pub provider: u16,
	/// The treasury.
	pub treasury: u16,
}

/// An amount that has been split.
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
pub struct Parts<Balance> {
	/// Planck of BHTD for the contributors.
	pub contributors: Balance,
	/// Planck of BHTD for the provider.
	pub provider: Balance,
	/// Planck of BHTD for the treasury.
	pub treasury: Balance,
}

impl Split {
	/// Whether the parts make a whole.
	pub fn is_whole(&self) -> bool {
		let sum =
			[self.contributors, self.provider, self.treasury].map(u32::from).iter().sum::<u32>();
		sum == u32::from(math::WHOLE)
	}

	/// Splits `amount`. The parts of provider and treasury are rounded down, the contributors get the rest.
	pub fn of<B: Balance>(&self, amount: B) -> Parts<B> {
		let provider = math::part(amount, self.provider);
		let treasury = math::part(amount, self.treasury);
		// Parts of a whole never exceed it together.
		let contributors = amount.saturating_sub(provider).saturating_sub(treasury);
		Parts { contributors, provider, treasury }
	}
}

/// What a campaign is about. Nothing of it ever changes, but for the provider's share, which may fall.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Terms<AccountId, Balance, BlockNumber, Hash, Purpose, Categories, Merchants> {
	/// What the data is for, UTF-8.
	pub purpose: Purpose,
	/// The hash of the schema that contributed data follows.
	pub schema: Hash,
	/// The categories whose receipts count, rising; all if there is none.
	pub categories: Categories,
	/// The merchants whose receipts count, rising; all if there is none.
	pub merchants: Merchants,
	/// When the campaign does what.
	pub window: Window<BlockNumber>,
	/// The most weight of a receipt. The weight of a receipt is its fee, in planck of BHTD.
	pub cap_per_receipt: Balance,
	/// The most weight of a person, in planck of BHTD.
	pub cap_per_person: Balance,
	/// Who collects the data and delivers it to the sponsor.
	pub provider: AccountId,
	/// The part of the stream that is the provider's to begin with.
	pub provider_share: Permill,
	/// How many contributors must have had weight at the same time before the provider delivers or offers
	/// anything.
	pub minimum: u32,
	/// How the income from reports is split.
	pub split: Split,
}

/// What only few calls read of a campaign.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Campaign<AccountId, Balance, Terms, Ticket> {
	/// Who has opened it, and gets back what streamed to nobody and what was not delivered for.
	pub sponsor: AccountId,
	/// Planck of BHTD that keep the pot alive. They are the sponsor's.
	pub endowment: Balance,
	/// What it is about.
	pub terms: Terms,
	/// The deposit that the sponsor pays for it.
	pub ticket: Ticket,
}

/// Somebody who has consented to a campaign at some time.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Contributor<Balance, Ticket> {
	/// The weight, and what it has been credited.
	pub position: Position<Balance>,
	/// The fees of the receipts contributed here, in planck of BHTD.
	pub fees: Balance,
	/// What the campaign has paid so far, in planck of BHTD.
	pub paid: Balance,
	/// Receipts below this number cannot be contributed here any more.
	pub next: u64,
	/// Whether the consent is in force.
	pub consented: bool,
	/// The deposit for record and consent.
	pub ticket: Ticket,
}

/// A consent in force. It is a salted commitment and says nothing by itself.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Consent<Hash, Pointer> {
	/// The salted hash of what the person has agreed to.
	pub commitment: Hash,
	/// Where the provider finds what the commitment is of, encrypted.
	pub pointer: Pointer,
}

/// Somebody a provider accepts as arbiter.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Arbiter<AccountId> {
	/// The account.
	pub who: AccountId,
	/// The role it has to have locked margin for when a purchase names it.
	pub role: Role,
	/// The part of the price that it is paid for deciding.
	pub fee: Permill,
}

/// What a provider sells.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Offer<Balance, Hash, Arbiters> {
	/// Planck of BHTD.
	pub price: Balance,
	/// The hash of the report.
	pub content: Hash,
	/// The arbiters among whom the buyer chooses.
	pub arbiters: Arbiters,
}

/// A report on the data of a campaign that can be bought.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Report<AccountId, Offer, Ticket> {
	/// The campaign whose contributors share in the income.
	pub campaign: u32,
	/// Who sells it.
	pub provider: AccountId,
	/// What is sold.
	pub offer: Offer,
	/// The deposit that the provider pays for it.
	pub ticket: Ticket,
}

/// How far a purchase has come.
///
/// `Paid` becomes `Delivered` by `deliver_report`, and is refunded by `settle_purchase` from its deadline on.
/// `Delivered` becomes `Disputed` by `dispute`; it is released by `accept_report`, or by `settle_purchase`
/// from its deadline on. `Disputed` is split by `resolve`, or in half by `settle_purchase` from its deadline
/// on. A purchase that is refunded, released or split leaves storage.
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
pub enum PurchaseState {
	/// On hold. The deadline is that of the delivery.
	#[codec(index = 0)]
	Paid,
	/// With the buyer. The deadline is that of objections.
	#[codec(index = 1)]
	Delivered,
	/// Before the arbiter. The deadline is that of its decision.
	#[codec(index = 2)]
	Disputed,
}

/// A purchase of a report. Everything it needs is pinned here, or never changes.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Purchase<AccountId, Balance, BlockNumber, Hash, Ticket> {
	/// The report, which may have been withdrawn since.
	pub report: u32,
	/// The campaign of the report.
	pub campaign: u32,
	/// Who has paid.
	pub buyer: AccountId,
	/// What is on hold in the buyer's account, in planck of BHTD.
	pub price: Balance,
	/// The hash of the report.
	pub content: Hash,
	/// Who decides a dispute.
	pub arbiter: AccountId,
	/// The part of the price that the arbiter is paid for deciding.
	pub arbiter_fee: Permill,
	/// How far it has come.
	pub state: PurchaseState,
	/// What the state waits for ends before this block.
	pub deadline: BlockNumber,
	/// The deposit that the buyer pays for it.
	pub ticket: Ticket,
}

/// A campaign as wallets and portals want to see it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CampaignView<AccountId, Terms, Ledger> {
	/// Who has opened it.
	pub sponsor: AccountId,
	/// Where its money lies.
	pub pot: AccountId,
	/// What it is about.
	pub terms: Terms,
	/// Its money, as of now.
	pub ledger: Ledger,
}

/// What somebody has of a campaign, in planck of BHTD.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Claimable<Balance> {
	/// The share in the stream.
	pub weight: Balance,
	/// What has been paid.
	pub paid: Balance,
	/// What a claim would pay now.
	pub payable: Balance,
	/// What has accrued beyond that. It is paid for further receipts, or to an identified person; what is
	/// left when the record is closed goes to the treasury.
	pub reserved: Balance,
	/// Whether a claim would close the record and return the deposit.
	pub closes: bool,
}

/// A person's data account with its receipts.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct DataAccountView<Account, Receipt> {
	/// The account.
	pub account: Account,
	/// The receipts there are, from the oldest to the newest.
	pub receipts: Vec<Receipt>,
}

/// Whether values rise strictly, so that none is there twice.
pub(crate) fn is_rising<Item: Ord>(list: &[Item]) -> bool {
	list.windows(2).all(|pair| matches!(pair, [a, b] if a < b))
}

/// Whether `item` is on a list on which there is everything if there is nothing.
pub(crate) fn is_covered<Item: Ord>(list: &[Item], item: &Item) -> bool {
	list.is_empty() || list.binary_search(item).is_ok()
}

/// What a person may be paid now, in planck of BHTD: what has accrued, up to `share` of the fees of its
/// receipts, those contributed here and those there ever were, unless it is identified.
pub(crate) fn payable<B: Balance, T, U>(
	contributor: &Contributor<B, T>,
	account: &DataAccount<B, U>,
	share: Permill,
	is_identified: impl FnOnce() -> bool,
) -> B {
	let credited = contributor.position.credited();
	let here = math::allowance(share, contributor.fees, contributor.paid);
	let everywhere = math::allowance(share, account.fees, account.paid);
	let bound = here.min(everywhere);
	// Who is identified is asked only where it matters.
	if credited <= bound || credited.is_zero() || is_identified() {
		return credited;
	}
	bound
}
