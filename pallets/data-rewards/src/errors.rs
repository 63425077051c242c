//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The person has a data account already.
		DataAccountExists,
		/// The person has no data account.
		DataAccountNotFound,
		/// A data account has room for at least one receipt, and not for so many.
		SlotsOutOfBounds,
		/// The person has a record in a campaign.
		RecordsOpen,
		/// No campaigns can be opened for the time being.
		OpeningPaused,
		/// The purpose of a campaign is missing.
		PurposeMissing,
		/// The purpose of a campaign is not UTF-8.
		PurposeNotUtf8,
		/// A list of categories or merchants does not rise, so that something may be there twice.
		ListNotRising,
		/// A window begins in the past, is too short, or closes too early or too late.
		WindowOutOfBounds,
		/// A cap is zero, or that of a receipt is above that of a person.
		CapOutOfBounds,
		/// The provider is promised too large a share.
		ProviderShareTooHigh,
		/// The parts of a split do not make a whole.
		SplitNotWhole,
		/// There are no campaign ids left.
		NoCampaignIdLeft,
		/// There is no such campaign.
		CampaignNotFound,
		/// Nothing is added.
		AmountIsZero,
		/// It is too late for this in the campaign.
		TooLate,
		/// The window of the campaign has not ended.
		WindowOpen,
		/// There is nothing to return and nothing to remove.
		NothingToClose,
		/// Only the provider may do this.
		NotProvider,
		/// The share may only fall.
		ShareNotLower,
		/// There have never been enough contributors at the same time.
		TooFewContributors,
		/// The person has consented already.
		AlreadyConsented,
		/// The person has not consented, or has revoked it.
		NotConsented,
		/// The person has no record in the campaign.
		NotContributor,
		/// No receipt is contributed.
		NoReceipts,
		/// A receipt of this number or a higher one was contributed before, or comes earlier on the list.
		ReceiptUsed,
		/// The person has no receipt of this number, or no longer.
		ReceiptNotFound,
		/// The order completed before the window of the campaign.
		ReceiptTooOld,
		/// The campaign is about other categories or merchants.
		ReceiptNotCovered,
		/// The person has all the weight it can have.
		WeightAtCap,
		/// There is nothing to claim now.
		NothingToClaim,
		/// Only the person itself may close its record yet.
		GracePeriodNotOver,
		/// Purchases of the campaign's reports are open, which may bring income.
		PurchasesOpen,
		/// There are no report ids left.
		NoReportIdLeft,
		/// There is no such report.
		ReportNotFound,
		/// A report costs nothing.
		PriceIsZero,
		/// The price is above what the buyer is willing to pay.
		AboveMaxPrice,
		/// A report needs an arbiter.
		NoArbiters,
		/// An arbiter is named twice.
		DuplicateArbiter,
		/// An arbiter is promised too large a part.
		ArbiterFeeTooHigh,
		/// The arbiter is one of those it would decide about.
		ArbiterIsParty,
		/// The arbiter has no active role of the kind the provider asked for.
		ArbiterNotActive,
		/// The provider does not accept this arbiter for the report.
		ArbiterNotAccepted,
		/// A provider cannot buy its own report.
		OwnReport,
		/// There are no purchase ids left.
		NoPurchaseIdLeft,
		/// There is no such open purchase.
		PurchaseNotFound,
		/// Only the buyer may do this.
		NotBuyer,
		/// Only the purchase's arbiter may do this.
		NotArbiter,
		/// The purchase has not come so far, or is past it.
		WrongState,
		/// The deadline has passed.
		DeadlinePassed,
		/// The deadline has not passed.
		DeadlineNotReached,
	}
}
