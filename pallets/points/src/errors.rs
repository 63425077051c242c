//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such class.
		ClassNotFound,
		/// There are no class ids left.
		NoClassIdLeft,
		/// Only the issuer of the class may do this.
		NotIssuer,
		/// The account is not a merchant, or about to leave.
		NotActiveMerchant,
		/// Classes of this kind are not offered yet.
		KindNotOffered,
		/// Classes of this scope are not offered yet.
		ScopeNotOffered,
		/// A class needs a name and a symbol.
		NameMissing,
		/// A name or a symbol is not UTF-8.
		NameNotUtf8,
		/// A class has 18 decimals at most.
		TooManyDecimals,
		/// A class needs a supply.
		SupplyIsZero,
		/// A class can have at most half as many points as can be counted.
		SupplyTooLarge,
		/// Points of this kind need a floor.
		FloorIsZero,
		/// The whole supply at this floor would be worth more BHTD than can be counted.
		LiabilityTooLarge,
		/// The floor of a class can only rise.
		FloorNotRaised,
		/// The amount is zero.
		AmountIsZero,
		/// A batch needs at least one award.
		BatchIsEmpty,
		/// The vault holds fewer points than are to be awarded.
		SupplyExhausted,
		/// The vault itself cannot be awarded points.
		VaultNotEligible,
		/// Awards of this class are paused already, or to be made in spite of it.
		AwardsArePaused,
		/// Awards of this class are not paused.
		AwardsNotPaused,
		/// The merchant has no such receipt book.
		BookNotFound,
		/// There are no receipt book ids left.
		NoBookIdLeft,
		/// The receipt was awarded points before.
		ReceiptUsed,
		/// The receipt's number has fallen out of the book's window.
		ReceiptTooOld,
		/// The receipt's number is too far beyond the book's window.
		ReceiptTooFar,
		/// The account holds fewer points than it wants to convert.
		InsufficientPoints,
		/// The points are worth less than the smallest unit of BHTD.
		ProceedsAreZero,
		/// The points are worth less than the converter asks for.
		BelowMinOut,
		/// Less is owed for the class than its points are worth.
		LiabilityMissing,
		/// The class is not offered to this account.
		NotOffered,
		/// More is owed for the class than the successor is willing to owe.
		LiabilityAboveLimit,
		/// The account is the issuer already.
		AlreadyIssuer,
		/// There is nothing to reconcile.
		NothingToReconcile,
	}
}
