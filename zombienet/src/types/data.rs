//! What the story says to the data rewards and hears from them.

use super::{Event, OrderId};
use subxt::{events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32};

events![
	DataRewards.CampaignOpened,
	DataRewards.FundsAdded,
	DataRewards.Contributed,
	DataRewards.Revoked,
	DataRewards.Claimed,
	DataRewards.Delivered,
	DataRewards.RecordClosed,
	DataRewards.CampaignClosed,
];

/// A campaign can be joined.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CampaignOpened {
	/// The campaign.
	pub campaign: u32,
	/// Who pays for it.
	pub sponsor: AccountId32,
	/// Who collects the data.
	pub provider: AccountId32,
}

/// Funds of a campaign begin to stream.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct FundsAdded {
	/// The campaign.
	pub campaign: u32,
	/// Who has paid.
	pub who: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// Somebody has contributed receipts.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Contributed {
	/// The campaign.
	pub campaign: u32,
	/// Who.
	pub who: AccountId32,
	/// The share in the stream from now on, in planck of fees.
	pub weight: u128,
}

/// Somebody does not consent any more.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Revoked {
	/// The campaign.
	pub campaign: u32,
	/// Who.
	pub who: AccountId32,
}

/// A contributor was paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Claimed {
	/// The campaign.
	pub campaign: u32,
	/// Who.
	pub who: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// The provider has delivered, and was paid.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Delivered {
	/// The campaign.
	pub campaign: u32,
	/// How much, in planck.
	pub paid: u128,
}

/// A contributor has nothing more to expect.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RecordClosed {
	/// The campaign.
	pub campaign: u32,
	/// Who.
	pub who: AccountId32,
	/// What had accrued beyond the bound and is the treasury's, in planck.
	pub forfeited: u128,
}

/// A campaign is gone.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CampaignClosed {
	/// The campaign.
	pub campaign: u32,
	/// All that was paid in, in planck.
	pub funded: u128,
	/// What contributors were paid of it.
	pub claimed: u128,
	/// What the provider was paid.
	pub delivered: u128,
	/// What went to the treasury.
	pub forfeited: u128,
}

/// The money of a campaign, in planck.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Ledger {
	/// What has not streamed.
	pub funds: u128,
	/// Income from reports that has not streamed.
	pub income: u128,
	/// What streamed to nobody.
	pub waiting: u128,
	/// The provider's, until it delivers.
	pub provider: u128,
	/// The contributors'.
	pub reserved: u128,
	/// All that was paid in.
	pub funded: u128,
	/// What contributors were paid.
	pub claimed: u128,
	/// What the provider was paid.
	pub delivered: u128,
	/// What the sponsor has back.
	pub refunded: u128,
	/// What went to the treasury.
	pub forfeited: u128,
	/// How many contributors share in the stream.
	pub contributors: u32,
}

impl Ledger {
	/// What is there.
	pub fn held(&self) -> u128 {
		self.funds + self.income + self.waiting + self.provider + self.reserved
	}

	/// What has gone out.
	pub fn paid(&self) -> u128 {
		self.claimed + self.delivered + self.refunded + self.forfeited
	}
}

/// A campaign, as `data_rewards.campaign` tells it.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CampaignView {
	/// Who pays for it.
	pub sponsor: AccountId32,
	/// The keyless account with the money.
	pub pot: AccountId32,
	/// The money.
	pub ledger: Ledger,
}

/// What somebody has of a campaign, as `data_rewards.claimable` tells it.
#[derive(Clone, Copy, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Claimable {
	/// The share in the stream.
	pub weight: u128,
	/// What was paid, in planck.
	pub paid: u128,
	/// What a claim would pay.
	pub payable: u128,
	/// What has accrued beyond that.
	pub reserved: u128,
	/// Whether a claim would be the last.
	pub closes: bool,
}

/// A receipt that was kept.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct KeptReceipt {
	/// Counted for each person.
	pub number: u64,
	/// The order.
	pub order: OrderId,
	/// Who sold.
	pub merchant: AccountId32,
	/// The protocol fee, in planck.
	pub fee: u128,
}

/// Receipts, as `data_rewards.data_account` tells them.
#[derive(Clone, Debug, DecodeAsType, PartialEq)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct DataAccountView {
	/// Those there are.
	pub receipts: Vec<KeptReceipt>,
}
