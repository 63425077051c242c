//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such product.
		ProductNotFound,
		/// There are no product ids left.
		NoProductIdLeft,
		/// Only the merchant of the product or of the order may do this.
		NotMerchant,
		/// The account is not a merchant, or about to leave.
		NotActiveMerchant,
		/// A product needs a title.
		TitleMissing,
		/// A title is not UTF-8.
		TitleNotUtf8,
		/// A product or a part of its price costs nothing.
		PriceIsZero,
		/// The class of points is not the merchant's own.
		ClassNotOwn,
		/// The time for delivery or complaints is too short or too long.
		WindowOutOfBounds,
		/// A product needs an arbiter.
		NoArbiters,
		/// An arbiter is named twice.
		DuplicateArbiter,
		/// An arbiter is promised too large a part.
		ArbiterFeeTooHigh,
		/// The arbiter is one of those it would decide about.
		ArbiterIsParty,
		/// The arbiter has no active role of the kind the merchant asked for.
		ArbiterNotActive,
		/// The merchant does not accept this arbiter for the product.
		ArbiterNotAccepted,
		/// The product is paused already, or to be ordered in spite of it.
		ProductPaused,
		/// The product is not paused.
		ProductNotPaused,
		/// The stock is not what the merchant expects, or not limited.
		UnexpectedStock,
		/// More pieces are in stock than can be counted.
		StockTooLarge,
		/// Fewer pieces are in stock.
		OutOfStock,
		/// The product has been changed since the buyer saw it.
		RevisionChanged,
		/// Nothing is ordered.
		QuantityIsZero,
		/// A merchant can neither buy its own product nor be given it.
		OwnProduct,
		/// The price of all pieces is more than can be counted.
		PriceTooLarge,
		/// The price is above what the buyer is willing to pay.
		AboveMaxPrice,
		/// The order would earn fewer points than the buyer expects.
		BelowMinEarned,
		/// The buyer has too few points: the smallest unit must stay in the account beside a hold.
		InsufficientPoints,
		/// There is no such open order.
		OrderNotFound,
		/// Only the buyer may do this.
		NotBuyer,
		/// Only buyer or merchant may do this.
		NotParty,
		/// Only the order's arbiter may do this.
		NotArbiter,
		/// The order has not come so far, or is past it.
		WrongState,
		/// The deadline has passed.
		DeadlinePassed,
		/// The deadline has not passed.
		DeadlineNotReached,
		/// Nothing is refunded.
		RefundIsZero,
		/// More is to be refunded than is in escrow.
		RefundAboveEscrow,
		/// A penalty for a merchant that gets everything.
		PenaltyWithoutFault,
		/// The penalty is above the order's value.
		PenaltyTooHigh,
		/// Only the issuer of the class may do this.
		NotIssuer,
		/// The class has no rule.
		RuleNotFound,
		/// By this rule nothing could be earned.
		RuleEarnsNothing,
		/// The rule is over before it begins, or over already.
		RuleIsOver,
		/// A multiplier is too high.
		MultiplierTooHigh,
		/// A category has two multipliers.
		DuplicateCategory,
		/// There are no serial numbers of rules left.
		NoRuleSerialLeft,
		/// No award was missed for this order.
		AwardNotFound,
		/// Only the one to whom the points are due may do this.
		NotRecipient,
		/// The buyer has not earned by a rule with a daily cap.
		DayUseNotFound,
		/// The day has not ended.
		DayNotOver,
	}
}
