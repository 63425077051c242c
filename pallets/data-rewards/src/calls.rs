//! The calls of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Keeps the caller's receipts from now on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the person, who pays a deposit for every slot.
		///
		/// ## Details
		///
		/// A receipt is kept of every order that the caller pays and that completes with a fee. When all
		/// `slots` are full, the oldest makes room.
		///
		/// ## Errors
		///
		/// - [`Error::DataAccountExists`]: If the caller has a data account.
		/// - [`Error::SlotsOutOfBounds`]: If there is none, or there are more than [`Config::MaxSlots`].
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::DataAccountOpened`]
		#[pallet::call_index(0)]
		pub fn open_data_account(origin: OriginFor<T>, slots: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_data_account(who, slots)
		}

		/// Forgets the caller's receipts and returns the deposit.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the person.
		///
		/// ## Errors
		///
		/// - [`Error::DataAccountNotFound`]: If the caller has no data account.
		/// - [`Error::RecordsOpen`]: If it has a record in a campaign, where it may have to be paid yet.
		///
		/// ## Events
		///
		/// - [`Event::DataAccountClosed`]
		#[pallet::call_index(1)]
		pub fn close_data_account(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_data_account(who)
		}

		/// Opens a campaign.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the sponsor, who pays a deposit, the existential deposit of the pot, and `funds`
		/// planck of BHTD, which may be zero.
		///
		/// ## Details
		///
		/// Nothing of the terms ever changes, except that the provider may lower its share. What streams
		/// while nobody has weight, and what the provider is not paid, goes back to the sponsor.
		///
		/// ## Errors
		///
		/// - [`Error::OpeningPaused`]: If no campaigns can be opened.
		/// - [`Error::PurposeMissing`], [`Error::PurposeNotUtf8`]: If the purpose is no text.
		/// - [`Error::ListNotRising`]: If a list of categories or merchants does not rise.
		/// - [`Error::WindowOutOfBounds`]: If the window begins in the past, is not longer than
		///   [`Config::QuietPeriod`], or is not followed by [`Config::ShortestAftermath`], or if the
		///   campaign closes after [`Config::LongestCampaign`].
		/// - [`Error::CapOutOfBounds`]: If a cap is zero, or that of a receipt above that of a person.
		/// - [`Error::ProviderShareTooHigh`]: If the share is above [`HIGHEST_PROVIDER_SHARE`].
		/// - [`Error::SplitNotWhole`]: If the parts of the split do not sum to 10,000.
		/// - [`Error::NoCampaignIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay.
		///
		/// ## Events
		///
		/// - [`Event::CampaignOpened`], and [`Event::FundsAdded`] if there are funds.
		#[pallet::call_index(2)]
		pub fn open_campaign(
			origin: OriginFor<T>,
			terms: TermsOf<T>,
			funds: BalanceOf<T>,
		) -> DispatchResult {
			let sponsor = ensure_signed(origin)?;
			Self::do_open_campaign(sponsor, terms, funds)
		}

		/// Adds `amount` planck of BHTD to the funds of a campaign.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone. What of it streams to nobody is the sponsor's.
		///
		/// ## Details
		///
		/// It streams evenly over what is left of the window, to whoever has weight in each block.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is added.
		/// - [`Error::CampaignNotFound`]: If there is no such campaign.
		/// - [`Error::TooLate`]: If the window has ended.
		/// - The currency's error, if the caller cannot pay.
		///
		/// ## Events
		///
		/// - [`Event::FundsAdded`]
		#[pallet::call_index(3)]
		pub fn add_funds(
			origin: OriginFor<T>,
			campaign: u32,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_funds(who, campaign, amount)
		}

		/// Lowers the provider's part of the stream from now on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the provider of the campaign.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`], [`Error::NotProvider`]: If the campaign is not the caller's.
		/// - [`Error::ShareNotLower`]: If the share is not below the present one.
		///
		/// ## Events
		///
		/// - [`Event::ProviderShareLowered`]
		#[pallet::call_index(4)]
		pub fn lower_provider_share(
			origin: OriginFor<T>,
			campaign: u32,
			share: Permill,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lower_provider_share(who, campaign, share)
		}

		/// Returns to the sponsor what streamed to nobody and what was not delivered for, and removes the campaign once nobody can be owed
		/// anything.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// From the end of the window on, what streamed to nobody is returned; from the close on, also what
		/// the provider has not been paid for deliveries. What has accrued to a contributor that never claims
		/// stays in the pot, with the pot's existential deposit and the deposit of the campaign, until
		/// somebody calls [`close_record`](Pallet::close_record) for it. Can be called again whenever there
		/// is something to return.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`]: If there is no such campaign.
		/// - [`Error::WindowOpen`]: If the window has not ended.
		/// - [`Error::NothingToClose`]: If there is nothing to return, and the campaign cannot be removed.
		///
		/// ## Events
		///
		/// - [`Event::Refunded`] if something is returned beside the endowment.
		/// - [`Event::CampaignClosed`] if the campaign is removed.
		#[pallet::call_index(5)]
		pub fn close_campaign(origin: OriginFor<T>, campaign: u32) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_campaign(campaign)
		}

		/// Consents to the caller's data being used in a campaign.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a person with a data account, who pays a deposit.
		///
		/// ## Details
		///
		/// `commitment` is the salted hash of what the person agrees to, and `pointer` says where the
		/// provider finds that document, encrypted. Nothing personal belongs on the chain. A consent that
		/// was revoked can be given again; receipts that were contributed before stay used.
		///
		/// ## Errors
		///
		/// - [`Error::DataAccountNotFound`]: If the caller has no data account.
		/// - [`Error::CampaignNotFound`]: If there is no such campaign.
		/// - [`Error::TooLate`]: If the campaign takes no more contributions.
		/// - [`Error::AlreadyConsented`]: If the consent is in force.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::Consented`]
		#[pallet::call_index(6)]
		pub fn consent(
			origin: OriginFor<T>,
			campaign: u32,
			commitment: T::Hash,
			pointer: PointerOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_consent(who, campaign, commitment, pointer)
		}

		/// Revokes the caller's consent.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the person.
		///
		/// ## Details
		///
		/// What was earned up to now is kept and can be claimed. From now on the person has no weight, and
		/// cannot contribute. The deposit for the consent's pointer is returned, that of the record when a
		/// claim closes it.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`]: If there is no such campaign.
		/// - [`Error::NotConsented`]: If there is no consent in force.
		///
		/// ## Events
		///
		/// - [`Event::Revoked`]
		#[pallet::call_index(7)]
		pub fn revoke(origin: OriginFor<T>, campaign: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(who, campaign)
		}

		/// Contributes the data of some of the caller's receipts.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a person whose consent is in force.
		///
		/// ## Details
		///
		/// `receipts` are their numbers, rising, each above all that were contributed here before.
		/// `commitment` is the salted hash of the data, which goes to the provider by other means. The
		/// weight rises by the fee of each receipt, up to the cap for a receipt and the one for a person.
		/// From now on the person shares in the stream by its weight.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`]: If there is no such campaign.
		/// - [`Error::NotConsented`]: If there is no consent in force.
		/// - [`Error::TooLate`]: If the campaign takes no more contributions.
		/// - [`Error::NoReceipts`]: If the list is empty.
		/// - [`Error::ReceiptUsed`]: If a number is not above all before.
		/// - [`Error::ReceiptNotFound`]: If the caller has no such receipt, or no longer.
		/// - [`Error::ReceiptTooOld`]: If the order completed before the window.
		/// - [`Error::ReceiptNotCovered`]: If the campaign is about other categories or merchants.
		/// - [`Error::WeightAtCap`]: If the person has all the weight it can have.
		///
		/// ## Events
		///
		/// - [`Event::Contributed`]
		#[pallet::call_index(8)]
		pub fn contribute(
			origin: OriginFor<T>,
			campaign: u32,
			receipts: BoundedVec<u64, T::MaxSlots>,
			commitment: T::Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_contribute(who, campaign, receipts.into_inner(), commitment)
		}

		/// Pays the caller what it has earned in a campaign.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the person. Its fee can be paid out of what it brings.
		///
		/// ## Details
		///
		/// Possible at any time, whether the consent is in force or not, for as long as there is something.
		/// A person that is not identified is paid up to [`Config::PayoutShare`] of the fees of its
		/// receipts, those contributed here and those it ever had; what accrues beyond stays reserved until
		/// the record is closed. Once the campaign has closed and no purchase of its reports is open, the
		/// claim closes the record, the deposit is returned, and what was reserved in vain goes to the
		/// treasury. That deposit is not counted where the fee is paid out of what the claim brings.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`], [`Error::NotContributor`]: If the caller has no record there.
		/// - [`Error::DataAccountNotFound`]: If the caller has no data account, which whoever has a record
		///   has.
		/// - [`Error::NothingToClaim`]: If there is nothing to be paid now, and nothing to be closed.
		/// - The currency's error, if the caller's account is gone and the sum too small to bring it back.
		///
		/// ## Events
		///
		/// - [`Event::Claimed`] if something is paid.
		/// - [`Event::RecordClosed`] if the record is closed.
		#[pallet::call_index(9)]
		pub fn claim(origin: OriginFor<T>, campaign: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who, campaign)
		}

		/// Delivers a batch of data to the sponsor, and pays the provider its share up to now.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the provider of the campaign.
		///
		/// ## Details
		///
		/// `batch` is the hash of the data, and `pointer` says where the sponsor finds it, encrypted. All
		/// that the provider is ever paid is to what contributors have claimed by now at most as the share
		/// it began with is to the rest, rounded down. What is beyond stays for later deliveries, and is the
		/// sponsor's from the close on.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`], [`Error::NotProvider`]: If the campaign is not the caller's.
		/// - [`Error::TooLate`]: If the campaign has closed.
		/// - [`Error::TooFewContributors`]: If there have never been as many with weight at the same time as
		///   the terms ask for.
		///
		/// ## Events
		///
		/// - [`Event::Delivered`]
		#[pallet::call_index(10)]
		pub fn deliver(
			origin: OriginFor<T>,
			campaign: u32,
			batch: T::Hash,
			pointer: PointerOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver(who, campaign, batch, pointer)
		}

		/// Offers a report on the data of a campaign.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the provider of the campaign, who pays a deposit.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`], [`Error::NotProvider`]: If the campaign is not the caller's.
		/// - [`Error::TooLate`]: If the campaign has closed.
		/// - [`Error::TooFewContributors`]: If there have never been as many with weight at the same time as
		///   the terms ask for.
		/// - [`Error::PriceIsZero`]: If it costs nothing.
		/// - [`Error::NoArbiters`], [`Error::DuplicateArbiter`], [`Error::ArbiterFeeTooHigh`],
		///   [`Error::ArbiterIsParty`]: If there is no arbiter, or one twice, or too costly, or provider or
		///   sponsor.
		/// - [`Error::NoReportIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::ReportOffered`]
		#[pallet::call_index(11)]
		pub fn offer_report(
			origin: OriginFor<T>,
			campaign: u32,
			offer: OfferOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_report(who, campaign, offer)
		}

		/// Withdraws a report and returns its deposit. Open purchases go on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the provider that has offered it.
		///
		/// ## Errors
		///
		/// - [`Error::ReportNotFound`], [`Error::NotProvider`]: If the report is not the caller's.
		///
		/// ## Events
		///
		/// - [`Event::ReportWithdrawn`]
		#[pallet::call_index(12)]
		pub fn withdraw_report(origin: OriginFor<T>, report: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_report(who, report)
		}

		/// Buys a report. Its price is put on hold in the caller's own account.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer, who also pays a deposit until the purchase is closed.
		///
		/// ## Errors
		///
		/// - [`Error::ReportNotFound`]: If there is no such report.
		/// - [`Error::OwnReport`]: If the caller is its provider.
		/// - [`Error::AboveMaxPrice`]: If it costs more than `max_price` planck of BHTD.
		/// - [`Error::CampaignNotFound`], [`Error::TooLate`]: If the campaign has closed.
		/// - [`Error::ArbiterNotAccepted`], [`Error::ArbiterIsParty`], [`Error::ArbiterNotActive`]: If the
		///   arbiter is none of the report's, or the buyer or a contributor of the campaign, or has no
		///   active role of the kind the provider asked for.
		/// - [`Error::NoPurchaseIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay.
		///
		/// ## Events
		///
		/// - [`Event::ReportBought`]
		#[pallet::call_index(13)]
		pub fn buy_report(
			origin: OriginFor<T>,
			report: u32,
			arbiter: T::AccountId,
			max_price: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_buy_report(who, report, arbiter, max_price)
		}

		/// Says that a report has been delivered to its buyer.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the provider of the campaign.
		///
		/// ## Details
		///
		/// `hash` is that of what was delivered, encrypted for the buyer, and `pointer` says where it is
		/// found. The buyer's time for objections begins.
		///
		/// ## Errors
		///
		/// - [`Error::PurchaseNotFound`], [`Error::NotProvider`]: If the purchase is not the caller's to
		///   deliver.
		/// - [`Error::WrongState`]: If it has been delivered.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::ReportDelivered`]
		#[pallet::call_index(14)]
		pub fn deliver_report(
			origin: OriginFor<T>,
			purchase: u64,
			hash: T::Hash,
			pointer: PointerOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver_report(who, purchase, hash, pointer)
		}

		/// Releases the price of a report that was delivered, without waiting for the deadline.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer.
		///
		/// ## Details
		///
		/// The price is split between contributors, provider and treasury as the terms say. The
		/// contributors' part streams over what is left of the window, or is shared at once if that has
		/// ended.
		///
		/// ## Errors
		///
		/// - [`Error::PurchaseNotFound`], [`Error::NotBuyer`]: If the purchase is not the caller's.
		/// - [`Error::WrongState`]: If it has not been delivered, or is disputed.
		///
		/// ## Events
		///
		/// - [`Event::PurchaseSettled`]
		#[pallet::call_index(15)]
		pub fn accept_report(origin: OriginFor<T>, purchase: u64) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_report(who, purchase)
		}

		/// Calls the arbiter.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer.
		///
		/// ## Details
		///
		/// `evidence` is the hash of a document that is given to the arbiter by other means. From now on the
		/// price is not released by itself.
		///
		/// ## Errors
		///
		/// - [`Error::PurchaseNotFound`], [`Error::NotBuyer`]: If the purchase is not the caller's.
		/// - [`Error::WrongState`]: If it has not been delivered, or is disputed already.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::Disputed`]
		#[pallet::call_index(16)]
		pub fn dispute(origin: OriginFor<T>, purchase: u64, evidence: T::Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, purchase, evidence)
		}

		/// Decides a dispute.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the arbiter of the purchase.
		///
		/// ## Details
		///
		/// The arbiter's fee comes out of the price first. Of what remains, `released` is paid as if the
		/// buyer had accepted, rounded down, and the rest goes back to the buyer.
		///
		/// ## Errors
		///
		/// - [`Error::PurchaseNotFound`], [`Error::NotArbiter`]: If the purchase is not the caller's to
		///   decide.
		/// - [`Error::WrongState`]: If it is not disputed.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::PurchaseSettled`]
		#[pallet::call_index(17)]
		pub fn resolve(origin: OriginFor<T>, purchase: u64, released: Permill) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resolve(who, purchase, released)
		}

		/// Closes a purchase whose deadline has passed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// The price of a report that was not delivered goes back. That of one to which nobody objected is
		/// released. Of one whose arbiter has not decided, half is released: the buyer has the report and
		/// keeps it, and both have chosen the arbiter, so that neither may gain by its silence. The arbiter
		/// gets nothing.
		///
		/// ## Errors
		///
		/// - [`Error::PurchaseNotFound`]: If there is no such open purchase.
		/// - [`Error::DeadlineNotReached`]: If it is too early.
		///
		/// ## Events
		///
		/// - [`Event::PurchaseSettled`]
		#[pallet::call_index(18)]
		pub fn settle_purchase(origin: OriginFor<T>, purchase: u64) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle_purchase(purchase)
		}

		/// Keeps campaigns from being opened, or lets them be opened again. Nothing else can be paused.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::PauseOrigin`].
		///
		/// ## Events
		///
		/// - [`Event::OpeningPauseSet`]
		#[pallet::call_index(19)]
		pub fn set_opening_paused(origin: OriginFor<T>, paused: bool) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			OpeningPaused::<T>::put(paused);
			Self::deposit_event(Event::OpeningPauseSet { paused });
			Ok(())
		}

		/// Closes the record of somebody who does not claim.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// Does what a claim of the person itself would do: `who` is paid what is payable and gets its
		/// deposit back, and what was reserved in vain goes to the treasury. Nobody can keep a campaign
		/// from being removed by never claiming.
		///
		/// ## Errors
		///
		/// - [`Error::CampaignNotFound`], [`Error::NotContributor`]: If `who` has no record there.
		/// - [`Error::DataAccountNotFound`]: If `who` has no data account, which whoever has a record has.
		/// - [`Error::GracePeriodNotOver`]: If the campaign has not been closed for
		///   [`Config::GracePeriod`].
		/// - [`Error::PurchasesOpen`]: If a purchase of the campaign's reports is open.
		///
		/// ## Events
		///
		/// - [`Event::Claimed`] if something is paid.
		/// - [`Event::RecordClosed`]
		#[pallet::call_index(20)]
		pub fn close_record(
			origin: OriginFor<T>,
			campaign: u32,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_record(campaign, who)
		}
	}
}
