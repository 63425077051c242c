//! The calls of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Creates a currency, of which there is nothing yet.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::TermsOrigin`].
		///
		/// ## Details
		///
		/// `code` becomes name and symbol of the asset; it and `decimals` are fixed from now on. The
		/// asset belongs to a keyless account: nobody mints, burns, freezes or moves by force.
		///
		/// The rate is that of a whole token, and the amounts are smallest units. They are checked
		/// against each other: what an amount is worth at the rate has to lie within the bounds.
		///
		/// ## Errors
		///
		/// - [`Error::CodeMalformed`], [`Error::CodeTaken`]: If the code is none, or another's.
		/// - [`Error::TooManyDecimals`]: If there are more than 18.
		/// - [`Error::RateOutOfBounds`], [`Error::FreshnessOutOfBounds`],
		///   [`Error::WindowOutOfBounds`], [`Error::WindowLimitOutOfBounds`],
		///   [`Error::PeriodOutOfBounds`], [`Error::PenaltyTooHigh`],
		///   [`Error::MinimumRedemptionOutOfBounds`], [`Error::HoldingLimitTooLow`]: If the terms are
		///   beyond [`Config::Bounds`].
		/// - [`Error::NoCurrencyIdLeft`]: If all ids are taken.
		///
		/// ## Events
		///
		/// - [`Event::CurrencyCreated`]
		#[pallet::call_index(0)]
		pub fn create_currency(
			origin: OriginFor<T>,
			code: CodeOf<T>,
			decimals: u8,
			terms: TermsOf<T>,
		) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_create_currency(code, decimals, terms).map(|_| ())
		}

		/// Sets the terms of a currency.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::TermsOrigin`].
		///
		/// ## Details
		///
		/// The terms stay as they are for [`Config::TermsInterval`] blocks, and the rate at most
		/// doubles or halves, so that a mistake is small and can be seen before it grows. Nothing is
		/// owed less for tokens that exist, for compensation and penalties alike, and open redemptions
		/// keep their periods.
		///
		/// ## Errors
		///
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::TermsTooRecent`]: If the present terms are not old enough.
		/// - [`Error::RateStepTooLarge`]: If the rate would change too much.
		/// - Otherwise as for [`Pallet::create_currency`].
		///
		/// ## Events
		///
		/// - [`Event::TermsSet`]
		#[pallet::call_index(1)]
		pub fn set_terms(
			origin: OriginFor<T>,
			currency: CurrencyId,
			terms: TermsOf<T>,
		) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_set_terms(currency, terms)
		}

		/// Stops all minting of a currency. Transfers and redemption go on.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::HaltOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::MintingHalted`]: If minting is halted already.
		///
		/// ## Events
		///
		/// - [`Event::MintingHalted`]
		#[pallet::call_index(2)]
		pub fn halt_minting(origin: OriginFor<T>, currency: CurrencyId) -> DispatchResult {
			T::HaltOrigin::ensure_origin(origin)?;
			let mut record = Self::currency_or_error(currency)?;
			ensure!(!record.halted, Error::<T>::MintingHalted);
			record.halted = true;
			Currencies::<T>::insert(currency, record);
			Self::deposit_event(Event::MintingHalted { currency });
			Ok(())
		}

		/// Lets a currency be minted again.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::TermsOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::MintingNotHalted`]: If minting is not halted.
		///
		/// ## Events
		///
		/// - [`Event::MintingResumed`]
		#[pallet::call_index(3)]
		pub fn resume_minting(origin: OriginFor<T>, currency: CurrencyId) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			let mut record = Self::currency_or_error(currency)?;
			ensure!(record.halted, Error::<T>::MintingNotHalted);
			record.halted = false;
			Currencies::<T>::insert(currency, record);
			Self::deposit_event(Event::MintingResumed { currency });
			Ok(())
		}

		/// Lets an institution mint a currency, or mint it again.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::TermsOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::NotActiveInstitution`]: If the account is not an active credit institution.
		/// - [`Error::AlreadyAdmitted`]: If it may mint already.
		///
		/// ## Events
		///
		/// - [`Event::Admitted`]
		#[pallet::call_index(4)]
		pub fn admit(
			origin: OriginFor<T>,
			currency: CurrencyId,
			institution: T::AccountId,
		) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_admit(currency, institution)
		}

		/// Stops an institution from minting a currency. What it owes it owes as before.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::TermsOrigin`].
		///
		/// ## Details
		///
		/// The record of an institution is removed if it has nothing outstanding and was never asked
		/// for a redemption; otherwise the numbers of redemptions are counted on in it.
		///
		/// ## Errors
		///
		/// - [`Error::InstitutionNotFound`]: If the account has nothing to do with the currency.
		/// - [`Error::AlreadyDismissed`]: If it was dismissed before.
		///
		/// ## Events
		///
		/// - [`Event::Dismissed`]
		#[pallet::call_index(5)]
		pub fn dismiss(
			origin: OriginFor<T>,
			currency: CurrencyId,
			institution: T::AccountId,
		) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_dismiss(currency, institution)
		}

		/// Says how much of a currency the caller has in reserve.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an institution of the currency.
		///
		/// ## Details
		///
		/// Replaces what it said before, and counts for as many blocks as the terms say. `evidence` is
		/// the hash of a document that anybody can ask the institution for.
		///
		/// ## Errors
		///
		/// - [`Error::InstitutionNotFound`]: If the caller was never admitted.
		///
		/// ## Events
		///
		/// - [`Event::Attested`]
		#[pallet::call_index(6)]
		pub fn attest(
			origin: OriginFor<T>,
			currency: CurrencyId,
			reserve: BalanceOf<T>,
			evidence: T::Hash,
		) -> DispatchResult {
			let institution = ensure_signed(origin)?;
			Self::do_attest(currency, institution, reserve, evidence)
		}

		/// Mints tokens, for which the caller's margin owes from now on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an admitted institution with an active role.
		///
		/// ## Details
		///
		/// The margin owes what `amount` is worth at the rate of the currency, and the penalty for not
		/// paying that; or, of either, as much as it owes for as many of the institution's tokens that
		/// exist if that is more; rounded up.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is to be minted.
		/// - [`Error::CurrencyNotFound`], [`Error::InstitutionNotFound`], [`Error::NotAdmitted`]: If
		///   the caller may not mint the currency.
		/// - [`Error::MintingHalted`]: If nobody may.
		/// - [`Error::AttestationStale`], [`Error::ExceedsReserve`]: If what is outstanding or to be
		///   paid out would not be covered by a reserve attested of late.
		/// - [`Error::ExceedsWindow`]: If it would be too much in too short a time.
		/// - [`Error::ExceedsHoldingLimit`]: If `to` would have too much.
		/// - [`Error::AboveMaxLiability`]: If the margin would owe more than `max_liability`.
		/// - [`Error::IssuanceTooLarge`]: If tokens or liability could not be counted.
		/// - The ledger's error, if the margin does not cover the tokens or its role is not active.
		///
		/// ## Events
		///
		/// - [`Event::Minted`]
		#[pallet::call_index(7)]
		pub fn mint(
			origin: OriginFor<T>,
			currency: CurrencyId,
			to: T::AccountId,
			amount: BalanceOf<T>,
			max_liability: BalanceOf<T>,
		) -> DispatchResult {
			let institution = ensure_signed(origin)?;
			Self::do_mint(currency, institution, to, amount, max_liability)
		}

		/// Burns tokens of the caller, and lifts what its margin owes for them.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an institution of the currency, admitted or not.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is to be burnt.
		/// - [`Error::InstitutionNotFound`]: If the caller has nothing to do with the currency.
		/// - [`Error::InsufficientTokens`]: If it has fewer tokens free.
		/// - [`Error::ExceedsOutstanding`]: If it has issued fewer.
		///
		/// ## Events
		///
		/// - [`Event::Retired`]
		#[pallet::call_index(8)]
		pub fn retire(
			origin: OriginFor<T>,
			currency: CurrencyId,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let institution = ensure_signed(origin)?;
			Self::do_retire(currency, institution, amount)
		}

		/// Sends tokens of the caller to another account.
		///
		/// ## Dispatch Origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is to be sent.
		/// - [`Error::CurrencyNotFound`]: If there is no such currency.
		/// - [`Error::InsufficientTokens`]: If the caller has fewer tokens free.
		/// - [`Error::ExceedsHoldingLimit`]: If `to` would have too much.
		///
		/// ## Events
		///
		/// - That of the assets.
		#[pallet::call_index(9)]
		pub fn transfer(
			origin: OriginFor<T>,
			currency: CurrencyId,
			to: T::AccountId,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			Self::do_transfer(currency, from, to, amount)
		}

		/// Burns tokens of the caller, for which an institution has to pay outside the chain.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any holder, who pays a deposit until the redemption is closed.
		///
		/// ## Details
		///
		/// The institution is the caller's choice: one unit is as good as another. What its margin owes
		/// for the tokens becomes the compensation that the caller gets if it is not paid, and the
		/// penalty. Both are there whatever the institution does, and nothing it does can refuse this
		/// call.
		///
		/// `reference` is for the institution to find the payee, and public: a number both know, or the
		/// hash of an account, never an account in clear.
		///
		/// ## Errors
		///
		/// - [`Error::AmountIsZero`]: If nothing is to be redeemed.
		/// - [`Error::CurrencyNotFound`], [`Error::InstitutionNotFound`]: If the institution has
		///   nothing to do with the currency.
		/// - [`Error::OwnTokens`]: If the caller is the institution; see [`Pallet::retire`].
		/// - [`Error::InsufficientTokens`]: If the caller has fewer tokens free.
		/// - [`Error::ExceedsOutstanding`]: If the institution has fewer outstanding.
		/// - [`Error::BelowMinimumRedemption`]: If it is too little, and neither all that the caller
		///   has free nor all that the institution has outstanding.
		/// - [`Error::BelowMinCompensation`]: If the compensation would be less than
		///   `min_compensation`.
		/// - [`Error::NoRedemptionNumberLeft`]: If all numbers are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::RedemptionAsked`]
		#[pallet::call_index(10)]
		pub fn redeem(
			origin: OriginFor<T>,
			currency: CurrencyId,
			institution: T::AccountId,
			amount: BalanceOf<T>,
			min_compensation: BalanceOf<T>,
			reference: ReferenceOf<T>,
		) -> DispatchResult {
			let holder = ensure_signed(origin)?;
			Self::do_redeem(currency, institution, holder, amount, min_compensation, reference)
		}

		/// Says that the caller has paid a redemption.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the institution, before the deadline.
		///
		/// ## Details
		///
		/// Also for who cannot find the payee, or must not pay it, with evidence of that: the holder
		/// objects, and the arbiter can excuse the institution.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`]: If the caller has no such redemption to pay.
		/// - [`Error::WrongState`]: If it has claimed so before.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::PaymentClaimed`]
		#[pallet::call_index(11)]
		pub fn claim_paid(
			origin: OriginFor<T>,
			currency: CurrencyId,
			number: u64,
			evidence: T::Hash,
		) -> DispatchResult {
			let institution = ensure_signed(origin)?;
			Self::do_claim_paid(RedemptionId { currency, institution, number }, evidence)
		}

		/// Closes a redemption as paid.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the holder who asked for it, at any time.
		///
		/// ## Details
		///
		/// Who takes an objection back by it loses the stake, as if the arbiter had decided.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`], [`Error::NotHolder`]: If it is not the caller's.
		///
		/// ## Events
		///
		/// - [`Event::RedemptionClosed`]
		#[pallet::call_index(12)]
		pub fn acknowledge(origin: OriginFor<T>, redemption: RedemptionIdOf<T>) -> DispatchResult {
			let holder = ensure_signed(origin)?;
			Self::do_acknowledge(holder, redemption)
		}

		/// Denies that a redemption was paid.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the holder who asked for it, before the deadline.
		///
		/// ## Details
		///
		/// Takes a stake, which the institution gets if the arbiter decides that it has paid, and which is
		/// returned otherwise: [`Config::ObjectionShare`] of the compensation, but not less than
		/// [`Config::LeastObjection`]. It is put on hold in the caller's account, unless somebody has
		/// put it down before; see [`Pallet::back_objection`].
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`], [`Error::NotHolder`]: If it is not the caller's.
		/// - [`Error::WrongState`]: If the institution has not claimed that it has paid, or the caller
		///   has objected before.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		/// - The currency's error, if the caller has too little BHTD and nobody backs it.
		///
		/// ## Events
		///
		/// - [`Event::Objected`]
		#[pallet::call_index(13)]
		pub fn object(
			origin: OriginFor<T>,
			redemption: RedemptionIdOf<T>,
			evidence: T::Hash,
		) -> DispatchResult {
			let holder = ensure_signed(origin)?;
			Self::do_object(holder, redemption, evidence)
		}

		/// Decides about an objection.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ArbiterOrigin`], before the deadline.
		///
		/// ## Details
		///
		/// A holder who was not paid gets compensation and penalty, and the institution may not mint the
		/// currency until it is admitted again. If the institution is excused, the holder gets the
		/// compensation alone, and nothing else happens to the institution.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`]: If it is not open.
		/// - [`Error::WrongState`]: If nobody has objected.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::RedemptionClosed`]
		#[pallet::call_index(14)]
		pub fn decide(
			origin: OriginFor<T>,
			redemption: RedemptionIdOf<T>,
			verdict: Verdict,
		) -> DispatchResult {
			T::ArbiterOrigin::ensure_origin(origin)?;
			Self::do_decide(redemption, verdict)
		}

		/// Closes a redemption whose deadline has passed, against the party that had to act.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// It counts as not paid if the institution has not claimed so, which is a default, and as paid
		/// if the holder has not objected. If there was no decision about an objection, the holder gets
		/// the compensation alone, and the institution is not in default: nobody has found that it lied.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`]: If it is not open.
		/// - [`Error::DeadlineNotReached`]: If there is still time.
		/// - [`Error::HolderCannotReceive`]: If the holder's account is gone and the compensation too
		///   small to bring it back, which takes a runtime without deposits.
		///
		/// ## Events
		///
		/// - [`Event::RedemptionClosed`]
		#[pallet::call_index(15)]
		pub fn settle(origin: OriginFor<T>, redemption: RedemptionIdOf<T>) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(redemption)
		}

		/// Puts down the stake of an objection for a holder.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody but the institution, while the holder can object.
		///
		/// ## Details
		///
		/// So that nobody is too poor to object. It is returned if the holder does not object, and
		/// otherwise lost or returned as a stake of the holder's own. The holder alone decides whether
		/// to object, and can take it back: back only whom you trust.
		///
		/// ## Errors
		///
		/// - [`Error::RedemptionNotFound`]: If it is not open.
		/// - [`Error::WrongState`]: If the institution has not claimed that it has paid, or the holder
		///   has objected.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		/// - [`Error::AlreadyBacked`]: If somebody has done so before.
		/// - [`Error::BackedByInstitution`]: If the caller is the institution.
		/// - The currency's error, if the caller has too little BHTD.
		///
		/// ## Events
		///
		/// - [`Event::ObjectionBacked`]
		#[pallet::call_index(16)]
		pub fn back_objection(
			origin: OriginFor<T>,
			redemption: RedemptionIdOf<T>,
		) -> DispatchResult {
			let backer = ensure_signed(origin)?;
			Self::do_back_objection(backer, redemption)
		}
	}
}
