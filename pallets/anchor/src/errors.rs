//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such currency.
		CurrencyNotFound,
		/// A code is capital letters and digits, at least one.
		CodeMalformed,
		/// Another currency has this code.
		CodeTaken,
		/// There are more than 18 decimals.
		TooManyDecimals,
		/// There are no currency ids left.
		NoCurrencyIdLeft,
		/// The rate is too low or too high.
		RateOutOfBounds,
		/// The rate would more than double, or fall to less than half.
		RateStepTooLarge,
		/// An attestation would count for no time, or too long.
		FreshnessOutOfBounds,
		/// A window is too short or too long.
		WindowOutOfBounds,
		/// Too much could be minted in a window, or nothing at all.
		WindowLimitOutOfBounds,
		/// A period of redemptions is too short or too long.
		PeriodOutOfBounds,
		/// The penalty is too high.
		PenaltyTooHigh,
		/// Too much would have to be redeemed at least, or too little.
		MinimumRedemptionOutOfBounds,
		/// Accounts would be held to too little.
		HoldingLimitTooLow,
		/// The terms were set a short time ago.
		TermsTooRecent,
		/// Minting is halted.
		MintingHalted,
		/// Minting is not halted.
		MintingNotHalted,
		/// The account is not a credit institution, or about to leave.
		NotActiveInstitution,
		/// The account issues no tokens of the currency and never did.
		InstitutionNotFound,
		/// The institution is admitted already.
		AlreadyAdmitted,
		/// The institution is dismissed already.
		AlreadyDismissed,
		/// The institution may not mint: it was dismissed, or has left a holder unpaid.
		NotAdmitted,
		/// The institution has not attested its reserve, or too long ago.
		AttestationStale,
		/// The tokens of the institution would exceed the reserve it attests.
		ExceedsReserve,
		/// The institution would mint too much in too short a time.
		ExceedsWindow,
		/// There would be more tokens, or more owed for them, than can be counted.
		IssuanceTooLarge,
		/// More would be owed for the tokens than the institution accepts.
		AboveMaxLiability,
		/// Nothing is to be moved.
		AmountIsZero,
		/// The receiver would have more than an account may that is not identified.
		ExceedsHoldingLimit,
		/// The account has fewer tokens that are free to move.
		InsufficientTokens,
		/// An institution retires its own tokens instead of redeeming them with itself.
		OwnTokens,
		/// Less is to be redeemed than must be at least.
		BelowMinimumRedemption,
		/// The institution has fewer tokens outstanding; redeem the rest with another.
		ExceedsOutstanding,
		/// The redemption would be compensated with less than the holder expects.
		BelowMinCompensation,
		/// There is no such open redemption.
		RedemptionNotFound,
		/// Only the holder who asked for the redemption may do this.
		NotHolder,
		/// Somebody has put down already what the objection takes.
		AlreadyBacked,
		/// An institution cannot back an objection to its own claim.
		BackedByInstitution,
		/// The redemption has not come so far, or is past it.
		WrongState,
		/// The deadline has passed.
		DeadlinePassed,
		/// The deadline has not passed.
		DeadlineNotReached,
		/// The compensation is too small to bring back the account of the holder, which is gone. It
		/// stays owed until the account can receive it.
		HolderCannotReceive,
		/// An institution cannot be asked for so many redemptions.
		NoRedemptionNumberLeft,
	}
}
