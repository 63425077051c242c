//! The life of an order.

use crate::{math, pallet::*, types::*};
use bhtd_primitives::{Loyalty, MarginLedger, OnCompletion, OrderId, Receipt, Role};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get},
};
use sp_runtime::{
	traits::{BlockNumberProvider, Hash, Saturating, Zero},
	DispatchError, DispatchResult, Permill,
};

/// What the key of an order, and that of a missed award, takes, in bytes.
const ORDER_KEY: usize = 32 + 8 + 8 + 8 + 8;

impl<T: Config> Pallet<T> {
	/// What the deposit of an open order pays for.
	pub fn order_footprint() -> Footprint {
		Footprint::from_parts(1, OrderOf::<T>::max_encoded_len().saturating_add(ORDER_KEY))
	}

	/// What the deposit of a missed award pays for.
	pub fn missed_award_footprint() -> Footprint {
		Footprint::from_parts(1, MissedAwardOf::<T>::max_encoded_len().saturating_add(ORDER_KEY))
	}

	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	pub(crate) fn do_order(
		product: u64,
		revision: u32,
		quantity: u32,
		max_price: PriceOf<T>,
		min_earned: BalanceOf<T>,
		parties: Parties<T::AccountId>,
	) -> DispatchResult {
		let mut record = Products::<T>::get(product).ok_or(Error::<T>::ProductNotFound)?;
		ensure!(!record.paused, Error::<T>::ProductPaused);
		ensure!(record.revision == revision, Error::<T>::RevisionChanged);
		let arbiter_fee = Self::ensure_parties(&record, &parties)?;
		ensure!(quantity > 0, Error::<T>::QuantityIsZero);
		if let Some(stock) = record.stock {
			record.stock = Some(stock.checked_sub(quantity).ok_or(Error::<T>::OutOfStock)?);
		}
		let price = record.price.times(quantity).ok_or(Error::<T>::PriceTooLarge)?;
		ensure!(price.is_within(&max_price), Error::<T>::AboveMaxPrice);
		if let Some((class, _)) = price.points {
			Self::ensure_own(&record.merchant, class)?;
		}
		Self::ensure_points(&parties.buyer, &price)?;
		let reservation = Self::reservation(&record, &parties.buyer, price.bhtd);
		let earned = reservation.as_ref().map(|it| it.earning.amount).unwrap_or_default();
		ensure!(earned >= min_earned, Error::<T>::BelowMinEarned);

		Self::fill_escrow(&parties.buyer, &price)?;
		let ticket = T::Consideration::new(&parties.buyer, Self::order_footprint())?;
		let earning = match reservation {
			Some(reservation) => Some(Self::reserve(&parties.buyer, reservation)?),
			None => None,
		};
		let number = record.orders;
		let id = OrderId { product, number };
		let Parties { buyer, recipient, arbiter } = parties;
		// Saturates only at the end of time: the windows are bounded by a constant.
		let deadline = Self::now().saturating_add(record.terms.delivery);
		let step = Step::Placed {
			merchant: record.merchant.clone(),
			buyer: buyer.clone(),
			recipient: recipient.clone(),
			arbiter: arbiter.clone(),
			revision,
			quantity,
			paid: price,
			earning,
			deadline,
		};
		// One account cannot place so many orders that they cannot be counted.
		record.orders = number.saturating_add(1);
		record.record = Self::record_step(id, record.record, step);
		let paid = Amounts {
			bhtd: price.bhtd,
			points: price.points.map(|(_, points)| points).unwrap_or_default(),
		};
		let order = Order {
			merchant: record.merchant.clone(),
			buyer,
			recipient,
			arbiter,
			arbiter_fee,
			category: record.terms.category,
			quantity,
			class: price.points.map(|(class, _)| class),
			paid,
			escrow: paid,
			earning,
			returns: record.terms.returns,
			state: State::Placed,
			deadline,
			record: record.record,
			ticket,
		};
		Orders::<T>::insert(product, number, order);
		Products::<T>::insert(product, record);
		Ok(())
	}

	/// Whether the product can be sold to these by this arbiter, and what the arbiter's fee is.
	fn ensure_parties(
		product: &ProductOf<T>,
		parties: &Parties<T::AccountId>,
	) -> Result<Permill, DispatchError> {
		let Parties { buyer, recipient, arbiter } = parties;
		let merchant = &product.merchant;
		ensure!(buyer != merchant && recipient != merchant, Error::<T>::OwnProduct);
		let accepted = product.terms.arbiters.iter().find(|accepted| accepted.who == *arbiter);
		let accepted = accepted.ok_or(Error::<T>::ArbiterNotAccepted)?;
		ensure!(arbiter != buyer && arbiter != recipient, Error::<T>::ArbiterIsParty);
		ensure!(T::Margin::is_active(merchant, Role::Merchant), Error::<T>::NotActiveMerchant);
		ensure!(T::Margin::is_active(arbiter, accepted.role), Error::<T>::ArbiterNotActive);
		Ok(accepted.fee)
	}

	pub(crate) fn do_ship(merchant: T::AccountId, id: OrderId) -> DispatchResult {
		let mut order = Self::order_of_merchant(&merchant, id)?;
		Self::ensure_possible(&order, Action::Ship)?;

		order.state = State::Shipped;
		order.deadline = Self::now().saturating_add(order.returns);
		let step = Step::Shipped { deadline: order.deadline };
		Self::advance(id, order, step);
		Ok(())
	}

	pub(crate) fn do_confirm(buyer: T::AccountId, id: OrderId) -> DispatchResult {
		let order = Self::order_or_error(id)?;
		ensure!(order.buyer == buyer, Error::<T>::NotBuyer);
		Self::ensure_possible(&order, Action::Confirm)?;
		Self::complete(id, order)
	}

	pub(crate) fn do_cancel(merchant: T::AccountId, id: OrderId) -> DispatchResult {
		let order = Self::order_of_merchant(&merchant, id)?;
		Self::ensure_possible(&order, Action::Cancel)?;
		Self::refund_undelivered(id, order)
	}

	pub(crate) fn do_refund_part(
		merchant: T::AccountId,
		id: OrderId,
		refund: Amounts<BalanceOf<T>>,
	) -> DispatchResult {
		let mut order = Self::order_of_merchant(&merchant, id)?;
		Self::ensure_possible(&order, Action::RefundPart)?;
		ensure!(refund != Amounts::default(), Error::<T>::RefundIsZero);

		Self::refund(&mut order, refund)?;
		if order.escrow == Amounts::default() {
			return Self::close(id, order, Step::Refunded { refund }, Zero::zero());
		}
		Self::advance(id, order, Step::PartRefunded { refund });
		Ok(())
	}

	pub(crate) fn do_dispute(by: T::AccountId, id: OrderId, evidence: T::Hash) -> DispatchResult {
		let mut order = Self::order_or_error(id)?;
		ensure!(order.buyer == by || order.merchant == by, Error::<T>::NotParty);
		Self::ensure_possible(&order, Action::Dispute)?;

		order.state = State::Disputed;
		order.deadline = Self::now().saturating_add(T::ArbitrationPeriod::get());
		let step = Step::Disputed { by, evidence, deadline: order.deadline };
		Self::advance(id, order, step);
		Ok(())
	}

	pub(crate) fn do_resolve(
		arbiter: T::AccountId,
		id: OrderId,
		to_merchant: Permill,
		penalty: BalanceOf<T>,
	) -> DispatchResult {
		let order = Self::order_or_error(id)?;
		ensure!(order.arbiter == arbiter, Error::<T>::NotArbiter);
		Self::ensure_possible(&order, Action::Resolve)?;
		if !penalty.is_zero() {
			ensure!(!to_merchant.is_one(), Error::<T>::PenaltyWithoutFault);
			let points = order.class.map(|class| T::Loyalty::value(class, order.paid.points));
			let value = order.paid.bhtd.saturating_add(points.unwrap_or_default());
			ensure!(penalty <= value, Error::<T>::PenaltyTooHigh);
		}
		let fee = order.arbiter_fee;
		Self::split_escrow(id, order, to_merchant, Some((fee, penalty)))
	}

	pub(crate) fn do_settle(id: OrderId) -> DispatchResult {
		let order = Self::order_or_error(id)?;
		Self::ensure_possible(&order, Action::Settle)?;
		match order.state {
			State::Placed => Self::refund_undelivered(id, order),
			State::Shipped => Self::complete(id, order),
			State::Disputed => Self::split_escrow(id, order, Permill::from_percent(50), None),
		}
	}

	/// Everything goes to the merchant, and what was earned to the recipient.
	fn complete(id: OrderId, mut order: OrderOf<T>) -> DispatchResult {
		let net = order.escrow;
		let fee = Self::pay_merchant(&mut order, net)?;
		let promised = order.earning.map(|earning| earning.amount).unwrap_or_default();
		let earned = math::due(promised, net.bhtd, order.paid.bhtd);
		T::OnCompletion::completed(&Receipt {
			order: id,
			merchant: order.merchant.clone(),
			buyer: order.buyer.clone(),
			category: order.category,
			net: net.bhtd,
			fee,
		});
		Self::close(id, order, Step::Completed { net, fee, earned }, earned)
	}

	/// Everything goes back to the buyer, and the pieces into the stock.
	fn refund_undelivered(id: OrderId, mut order: OrderOf<T>) -> DispatchResult {
		let refund = order.escrow;
		Self::refund(&mut order, refund)?;
		Self::return_to_stock(id.product, order.quantity);
		Self::close(id, order, Step::Refunded { refund }, Zero::zero())
	}

	/// Splits the escrow, after the fee of an arbiter that has decided, and penalises the merchant as it
	/// has said.
	fn split_escrow(
		id: OrderId,
		mut order: OrderOf<T>,
		share: Permill,
		decision: Option<(Permill, BalanceOf<T>)>,
	) -> DispatchResult {
		let (fee_rate, penalty) = decision.unwrap_or_default();
		let (arbiter_fee, bhtd) = math::split(order.escrow.bhtd, fee_rate);
		Self::pay_arbiter(&mut order, arbiter_fee)?;
		let (points, _) = math::split(order.escrow.points, share);
		let to_merchant = Amounts { bhtd: math::split(bhtd, share).0, points };
		let fee = Self::pay_merchant(&mut order, to_merchant)?;
		let refund = order.escrow;
		Self::refund(&mut order, refund)?;
		let penalty = T::Margin::penalise(&order.merchant, Role::Merchant, &order.buyer, penalty)?;
		let decided = decision.is_some();
		let step = Step::Resolved { decided, to_merchant, refund, fee, arbiter_fee, penalty };
		Self::close(id, order, step, Zero::zero())
	}

	/// Removes an order whose escrow is empty, returns the deposit, and awards what was `earned`.
	fn close(
		id: OrderId,
		order: OrderOf<T>,
		step: StepOf<T>,
		earned: BalanceOf<T>,
	) -> DispatchResult {
		Orders::<T>::remove(id.product, id.number);
		Self::record_step(id, order.record, step);
		let Some(earning) = order.earning else { return order.ticket.drop(&order.buyer) };
		Self::return_to_budget(&earning, earned);
		let Order { merchant, buyer, recipient, ticket, .. } = order;
		if earned.is_zero() {
			return ticket.drop(&buyer);
		}
		let class = earning.class;
		let Err(error) = T::Loyalty::award(&merchant, class, &recipient, earned) else {
			return ticket.drop(&buyer);
		};
		let ticket = ticket.update(&buyer, Self::missed_award_footprint())?;
		let who = recipient.clone();
		let missed = MissedAward { merchant, buyer, recipient, class, amount: earned, ticket };
		MissedAwards::<T>::insert(id.product, id.number, missed);
		Self::deposit_event(Event::AwardMissed { order: id, class, who, amount: earned, error });
		Ok(())
	}

	/// Stores an order after a step that leaves it open.
	fn advance(id: OrderId, mut order: OrderOf<T>, step: StepOf<T>) {
		order.record = Self::record_step(id, order.record, step);
		Orders::<T>::insert(id.product, id.number, order);
	}

	/// Says what has happened to an order, and returns the link to it.
	fn record_step(id: OrderId, previous: T::Hash, step: StepOf<T>) -> T::Hash {
		let record = T::Hashing::hash_of(&(previous, id, &step));
		Self::deposit_event(Event::OrderAdvanced { order: id, step, record });
		record
	}

	pub(crate) fn order_or_error(id: OrderId) -> Result<OrderOf<T>, DispatchError> {
		Orders::<T>::get(id.product, id.number).ok_or(Error::<T>::OrderNotFound.into())
	}

	fn order_of_merchant(
		merchant: &T::AccountId,
		id: OrderId,
	) -> Result<OrderOf<T>, DispatchError> {
		let order = Self::order_or_error(id)?;
		ensure!(order.merchant == *merchant, Error::<T>::NotMerchant);
		Ok(order)
	}

	fn ensure_possible(order: &OrderOf<T>, action: Action) -> DispatchResult {
		let passed = Self::now() >= order.deadline;
		match order.state.timing(action).ok_or(Error::<T>::WrongState)? {
			Timing::Before => ensure!(!passed, Error::<T>::DeadlinePassed),
			Timing::From => ensure!(passed, Error::<T>::DeadlineNotReached),
			Timing::Whenever => {}
		}
		Ok(())
	}
}
