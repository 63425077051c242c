//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A person keeps receipts from now on.
		DataAccountOpened {
			/// The person.
			who: T::AccountId,
			/// How many receipts there is room for.
			slots: u32,
		},
		/// A person keeps no receipts any more.
		DataAccountClosed {
			/// The person.
			who: T::AccountId,
		},
		/// A receipt was kept for its buyer.
		ReceiptKept {
			/// The buyer.
			who: T::AccountId,
			/// The number it has among the buyer's receipts.
			number: u64,
			/// The order.
			order: OrderId,
		},
		/// A campaign was opened.
		CampaignOpened {
			/// The campaign.
			campaign: u32,
			/// Who has opened it.
			sponsor: T::AccountId,
			/// Who collects the data.
			provider: T::AccountId,
		},
		/// Funds were added to a campaign.
		FundsAdded {
			/// The campaign.
			campaign: u32,
			/// Who has paid them.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// The provider has contented itself with less.
		ProviderShareLowered {
			/// The campaign.
			campaign: u32,
			/// Its part of the stream from now on.
			share: Permill,
		},
		/// The sponsor got back what nobody had earned.
		Refunded {
			/// The campaign.
			campaign: u32,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// A campaign is gone, and its deposit and the endowment of its pot were returned.
		CampaignClosed {
			/// The campaign.
			campaign: u32,
			/// Planck of BHTD that ever came in.
			funded: BalanceOf<T>,
			/// Planck of BHTD that contributors were paid.
			claimed: BalanceOf<T>,
			/// Planck of BHTD that the provider was paid for deliveries.
			delivered: BalanceOf<T>,
			/// Planck of BHTD that contributors had accrued, could not be paid, and the treasury got.
			forfeited: BalanceOf<T>,
		},
		/// No campaigns can be opened from now on, or they can again.
		OpeningPauseSet {
			/// Whether they cannot.
			paused: bool,
		},
		/// A person has consented to a campaign.
		Consented {
			/// The campaign.
			campaign: u32,
			/// The person.
			who: T::AccountId,
			/// The salted hash of what it has agreed to.
			commitment: T::Hash,
		},
		/// A person has revoked its consent. Data contributed must not be used any more.
		Revoked {
			/// The campaign.
			campaign: u32,
			/// The person.
			who: T::AccountId,
		},
		/// A person has contributed data.
		Contributed {
			/// The campaign.
			campaign: u32,
			/// The person.
			who: T::AccountId,
			/// The weight it has now, in planck of BHTD.
			weight: BalanceOf<T>,
			/// The salted hash of the data.
			commitment: T::Hash,
		},
		/// A person was paid for its data.
		Claimed {
			/// The campaign.
			campaign: u32,
			/// The person.
			who: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// The record of a person in a campaign was closed and its deposit returned.
		RecordClosed {
			/// The campaign.
			campaign: u32,
			/// The person.
			who: T::AccountId,
			/// Planck of BHTD that it had accrued and could not be paid. They went to the treasury.
			forfeited: BalanceOf<T>,
		},
		/// The provider has delivered a batch of data to the sponsor.
		Delivered {
			/// The campaign.
			campaign: u32,
			/// The hash of the batch.
			batch: T::Hash,
			/// Where the sponsor finds it, encrypted.
			pointer: BoundedVec<u8, T::MaxPointerLength>,
			/// Planck of BHTD that the provider was paid.
			paid: BalanceOf<T>,
		},
		/// A report can be bought.
		ReportOffered {
			/// The report.
			report: u32,
			/// The campaign whose data it is about.
			campaign: u32,
			/// Planck of BHTD that it costs.
			price: BalanceOf<T>,
		},
		/// A report can no longer be bought, and its deposit was returned.
		ReportWithdrawn {
			/// The report.
			report: u32,
		},
		/// A report was bought, and its price is on hold.
		ReportBought {
			/// The purchase.
			purchase: u64,
			/// The report.
			report: u32,
			/// Who has bought it.
			buyer: T::AccountId,
			/// Planck of BHTD on hold.
			price: BalanceOf<T>,
			/// Who decides a dispute.
			arbiter: T::AccountId,
			/// It must be delivered before this block.
			deadline: ProvidedBlockNumberOf<T>,
		},
		/// A report was delivered to a buyer.
		ReportDelivered {
			/// The purchase.
			purchase: u64,
			/// The hash of what was delivered, as it is encrypted for the buyer.
			hash: T::Hash,
			/// Where the buyer finds it.
			pointer: BoundedVec<u8, T::MaxPointerLength>,
			/// Objections are possible before this block.
			deadline: ProvidedBlockNumberOf<T>,
		},
		/// A buyer has called the arbiter.
		Disputed {
			/// The purchase.
			purchase: u64,
			/// The hash of the evidence.
			evidence: T::Hash,
			/// The arbiter may decide before this block.
			deadline: ProvidedBlockNumberOf<T>,
		},
		/// A purchase is closed.
		PurchaseSettled {
			/// The purchase.
			purchase: u64,
			/// What was paid of the price, in planck of BHTD.
			released: Parts<BalanceOf<T>>,
			/// Planck of BHTD paid to the arbiter.
			arbiter_fee: BalanceOf<T>,
			/// Planck of BHTD that the buyer has got back.
			refund: BalanceOf<T>,
		},
	}
}
