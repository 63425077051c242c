//! The calls of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Offers a product in the store.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active merchant, who pays a deposit for the product.
		///
		/// ## Details
		///
		/// `price` is for one piece: BHTD, points of one of the merchant's own classes, or both.
		/// `stock` is the number of pieces, or `None` if it is not limited.
		///
		/// ## Errors
		///
		/// - [`Error::NotActiveMerchant`]: If the caller is not an active merchant.
		/// - [`Error::TitleMissing`], [`Error::TitleNotUtf8`]: If the title is no text.
		/// - [`Error::PriceIsZero`]: If the price, or its part in points, is zero.
		/// - [`Error::ClassNotOwn`]: If the class of the price or the one earned is not the caller's.
		/// - [`Error::WindowOutOfBounds`]: If the time for delivery or complaints is.
		/// - [`Error::NoArbiters`], [`Error::DuplicateArbiter`], [`Error::ArbiterFeeTooHigh`],
		///   [`Error::ArbiterIsParty`]: If there is no arbiter, or one twice, or too costly, or the
		///   caller itself.
		/// - [`Error::NoProductIdLeft`]: If all ids are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::Listed`]
		#[pallet::call_index(0)]
		pub fn list(
			origin: OriginFor<T>,
			content: ContentOf<T>,
			terms: TermsOf<T>,
			price: PriceOf<T>,
			stock: Option<u32>,
		) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_list(merchant, content, terms, price, stock)
		}

		/// Changes the description and the terms of a product. The deposit follows the length.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product.
		///
		/// ## Details
		///
		/// Open orders keep the terms they were placed under. The revision of the product rises, so
		/// that an order meant for the former terms fails.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		/// - Otherwise as for [`Pallet::list`].
		///
		/// ## Events
		///
		/// - [`Event::Edited`]
		#[pallet::call_index(1)]
		pub fn edit(
			origin: OriginFor<T>,
			product: u64,
			content: ContentOf<T>,
			terms: TermsOf<T>,
		) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_edit(merchant, product, content, terms)
		}

		/// Sets the price of one piece, for orders from now on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		/// - [`Error::PriceIsZero`], [`Error::ClassNotOwn`]: As for [`Pallet::list`].
		///
		/// ## Events
		///
		/// - [`Event::PriceSet`]
		#[pallet::call_index(2)]
		pub fn set_price(origin: OriginFor<T>, product: u64, price: PriceOf<T>) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_set_price(merchant, product, price)
		}

		/// Changes the stock of a product.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product.
		///
		/// ## Details
		///
		/// Orders take pieces at the same time; see [`Restock`].
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		/// - [`Error::UnexpectedStock`]: If it is not the one expected, or if pieces are to be added
		///   to or taken from a stock that is not limited.
		/// - [`Error::StockTooLarge`], [`Error::OutOfStock`]: If there would be too many, or are too
		///   few.
		///
		/// ## Events
		///
		/// - [`Event::StockSet`]
		#[pallet::call_index(3)]
		pub fn set_stock(origin: OriginFor<T>, product: u64, change: Restock) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_set_stock(merchant, product, change)
		}

		/// Stops orders of a product for the time being. Open orders go on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		/// - [`Error::ProductPaused`]: If it is paused already.
		///
		/// ## Events
		///
		/// - [`Event::Paused`]
		#[pallet::call_index(4)]
		pub fn pause(origin: OriginFor<T>, product: u64) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			let mut record = Self::product_of(&merchant, product)?;
			ensure!(!record.paused, Error::<T>::ProductPaused);
			record.paused = true;
			Products::<T>::insert(product, record);
			Self::deposit_event(Event::Paused { product });
			Ok(())
		}

		/// Lets a product be ordered again.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		/// - [`Error::ProductNotPaused`]: If it is not paused.
		///
		/// ## Events
		///
		/// - [`Event::Resumed`]
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, product: u64) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			let mut record = Self::product_of(&merchant, product)?;
			ensure!(record.paused, Error::<T>::ProductNotPaused);
			record.paused = false;
			Products::<T>::insert(product, record);
			Self::deposit_event(Event::Resumed { product });
			Ok(())
		}

		/// Removes a product and returns its deposit. Open orders go on.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the product, active or not.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::NotMerchant`]: If the product is not the caller's.
		///
		/// ## Events
		///
		/// - [`Event::Removed`]
		#[pallet::call_index(6)]
		pub fn remove(origin: OriginFor<T>, product: u64) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_remove(merchant, product)
		}

		/// Orders `quantity` pieces of a product and pays for them into escrow.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer, who also pays a deposit until the order is closed.
		///
		/// ## Details
		///
		/// Escrow is a hold in the buyer's own account. `max_price` is for all pieces together, each
		/// part on its own. `revision` is that of the product the buyer has seen. `recipient` gets the
		/// goods and the points earned, `None` stands for the buyer. Nothing that is changed
		/// afterwards changes the order.
		///
		/// ## Errors
		///
		/// - [`Error::ProductNotFound`], [`Error::ProductPaused`], [`Error::NotActiveMerchant`]: If
		///   the product is not for sale.
		/// - [`Error::RevisionChanged`]: If its terms or description were changed.
		/// - [`Error::QuantityIsZero`], [`Error::OutOfStock`]: If none, or too many, are ordered.
		/// - [`Error::OwnProduct`]: If buyer or recipient is the merchant.
		/// - [`Error::ArbiterNotAccepted`], [`Error::ArbiterIsParty`], [`Error::ArbiterNotActive`]:
		///   If the arbiter cannot be one.
		/// - [`Error::PriceTooLarge`], [`Error::AboveMaxPrice`]: If the price is too high.
		/// - [`Error::ClassNotOwn`]: If the class of the price no longer belongs to the merchant.
		/// - [`Error::InsufficientPoints`]: If the buyer has too few points.
		/// - [`Error::BelowMinEarned`]: If the order would earn less than `min_earned` points.
		/// - The currency's error, if the buyer cannot pay the BHTD and the deposit.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(7)]
		pub fn order(
			origin: OriginFor<T>,
			product: u64,
			revision: u32,
			quantity: u32,
			max_price: PriceOf<T>,
			min_earned: BalanceOf<T>,
			arbiter: T::AccountId,
			recipient: Option<T::AccountId>,
		) -> DispatchResult {
			let buyer = ensure_signed(origin)?;
			let recipient = recipient.unwrap_or_else(|| buyer.clone());
			let parties = Parties { buyer, recipient, arbiter };
			Self::do_order(product, revision, quantity, max_price, min_earned, parties)
		}

		/// Says that the goods of an order have been handed over for delivery.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the order.
		///
		/// ## Details
		///
		/// The buyer's time for complaints begins.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotMerchant`]: If the order is not the caller's.
		/// - [`Error::WrongState`]: If it has been shipped before.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(8)]
		pub fn ship(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_ship(merchant, order)
		}

		/// Completes an order that has been shipped, without waiting for the deadline.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer.
		///
		/// ## Details
		///
		/// BHTD in escrow goes to the merchant less the protocol fee, points in escrow to their vault,
		/// the deposit to the buyer. Points are earned in proportion to the BHTD that was not
		/// refunded; if they cannot be awarded, they can be claimed later.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotBuyer`]: If the order is not the caller's.
		/// - [`Error::WrongState`]: If it has not been shipped, or is disputed.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		/// - [`Event::AwardMissed`] if points are due that could not be awarded.
		#[pallet::call_index(9)]
		#[pallet::weight(
			T::WeightInfo::confirm().saturating_add(T::OnCompletion::weight())
		)]
		pub fn confirm(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let buyer = ensure_signed(origin)?;
			Self::do_confirm(buyer, order)
		}

		/// Refunds an order that has not been shipped.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the order.
		///
		/// ## Details
		///
		/// All that is in escrow and the deposit go back to the buyer, and the pieces into the stock.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotMerchant`]: If the order is not the caller's.
		/// - [`Error::WrongState`]: If it has been shipped; see [`Pallet::refund_part`].
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(10)]
		pub fn cancel(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_cancel(merchant, order)
		}

		/// Refunds a part of an open order, or all that is left of it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the merchant of the order.
		///
		/// ## Details
		///
		/// Possible any number of times, in every state. An order of which nothing is left in escrow
		/// is refunded and closed. No pieces go back into the stock.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotMerchant`]: If the order is not the caller's.
		/// - [`Error::RefundIsZero`], [`Error::RefundAboveEscrow`]: If nothing, or more than there is
		///   of either, is to be refunded.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(11)]
		pub fn refund_part(
			origin: OriginFor<T>,
			order: OrderId,
			refund: Amounts<BalanceOf<T>>,
		) -> DispatchResult {
			let merchant = ensure_signed(origin)?;
			Self::do_refund_part(merchant, order, refund)
		}

		/// Calls the arbiter.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the buyer or the merchant of the order.
		///
		/// ## Details
		///
		/// `evidence` is the hash of a document that is given to the arbiter by other means. From now
		/// on the order does not complete by itself.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotParty`]: If the order is none of the caller's.
		/// - [`Error::WrongState`]: If it has not been shipped, or is disputed already.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(12)]
		pub fn dispute(origin: OriginFor<T>, order: OrderId, evidence: T::Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, order, evidence)
		}

		/// Decides a dispute.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the arbiter of the order.
		///
		/// ## Details
		///
		/// The arbiter's fee comes out of the BHTD in escrow first. Of what remains, and of the points
		/// in escrow, `to_merchant` goes to the merchant, rounded down, and the rest to the buyer. Up
		/// to `penalty` planck of BHTD are taken from the excess of the merchant's margin for the buyer,
		/// what neither its minimum nor its debts need. The order earns no points.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`], [`Error::NotArbiter`]: If the order is not the caller's to
		///   decide.
		/// - [`Error::WrongState`]: If it is not disputed.
		/// - [`Error::DeadlinePassed`]: If it is too late.
		/// - [`Error::PenaltyWithoutFault`]: If a merchant that gets everything is to pay a penalty.
		/// - [`Error::PenaltyTooHigh`]: If the penalty is above the BHTD that was paid and the floor
		///   of the points that were.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		#[pallet::call_index(13)]
		pub fn resolve(
			origin: OriginFor<T>,
			order: OrderId,
			to_merchant: Permill,
			penalty: BalanceOf<T>,
		) -> DispatchResult {
			let arbiter = ensure_signed(origin)?;
			Self::do_resolve(arbiter, order, to_merchant, penalty)
		}

		/// Closes an order whose deadline has passed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// An order that was not shipped is refunded. One that was shipped completes. Of one whose
		/// arbiter has not decided, merchant and buyer get half each: the goods are gone and both have
		/// chosen the arbiter, so that neither may gain by its silence. The arbiter gets nothing.
		///
		/// ## Errors
		///
		/// - [`Error::OrderNotFound`]: If there is no such open order.
		/// - [`Error::DeadlineNotReached`]: If it is too early.
		///
		/// ## Events
		///
		/// - [`Event::OrderAdvanced`]
		/// - [`Event::AwardMissed`] if points are due that could not be awarded.
		#[pallet::call_index(14)]
		#[pallet::weight(
			T::WeightInfo::settle().saturating_add(T::OnCompletion::weight())
		)]
		pub fn settle(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(order)
		}

		/// Sets how points of a class are earned, in place of the rule there was.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class, who pays a deposit for the rule.
		///
		/// ## Details
		///
		/// Open orders keep what they were promised. What they do not earn in the end goes back into
		/// the budget only as long as the rule is in force under which they were placed.
		///
		/// ## Errors
		///
		/// - [`Error::NotIssuer`]: If the class is not the caller's.
		/// - [`Error::RuleEarnsNothing`]: If rate and bonus are zero, or a cap, or the budget.
		/// - [`Error::RuleIsOver`]: If it ends before it begins, or has ended already.
		/// - [`Error::MultiplierTooHigh`], [`Error::DuplicateCategory`]: If a multiplier is above
		///   [`HIGHEST_MULTIPLIER`], or a category has two.
		/// - [`Error::NoRuleSerialLeft`]: If all serial numbers are taken.
		/// - The currency's error, if the caller cannot pay the deposit.
		///
		/// ## Events
		///
		/// - [`Event::RuleSet`]
		#[pallet::call_index(15)]
		pub fn set_rule(
			origin: OriginFor<T>,
			class: ClassId,
			rule: RuleTermsOf<T>,
		) -> DispatchResult {
			let issuer = ensure_signed(origin)?;
			Self::do_set_rule(issuer, class, rule)
		}

		/// Removes the earning rule of a class and returns its deposit.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the issuer of the class, or by who has set the rule.
		///
		/// ## Errors
		///
		/// - [`Error::RuleNotFound`]: If there is none.
		/// - [`Error::NotIssuer`]: If the caller is neither.
		///
		/// ## Events
		///
		/// - [`Event::RuleRemoved`]
		#[pallet::call_index(16)]
		pub fn remove_rule(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_rule(who, class)
		}

		/// Awards the points that were missed when an order completed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::AwardNotFound`]: If no award was missed, or it has been claimed.
		/// - The error of the points, if they can still not be awarded.
		///
		/// ## Events
		///
		/// - [`Event::AwardClaimed`]
		#[pallet::call_index(17)]
		pub fn claim_award(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_award(order)
		}

		/// Gives up points that were missed when an order completed, so that the buyer's deposit for
		/// them is returned.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the one to whom the points are due.
		///
		/// ## Errors
		///
		/// - [`Error::AwardNotFound`]: If no award was missed, or it has been claimed.
		/// - [`Error::NotRecipient`]: If the points are due to somebody else.
		///
		/// ## Events
		///
		/// - [`Event::AwardForgone`]
		#[pallet::call_index(18)]
		pub fn forgo_award(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_forgo_award(who, order)
		}

		/// Removes the record of what a buyer earned in a day that has ended, and returns its deposit
		/// to the buyer.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::DayUseNotFound`]: If there is none.
		/// - [`Error::DayNotOver`]: If the day has not ended.
		///
		/// ## Events
		///
		/// - [`Event::DayCleared`]
		#[pallet::call_index(19)]
		pub fn clear_day(
			origin: OriginFor<T>,
			class: ClassId,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_clear_day(class, who)
		}
	}
}
