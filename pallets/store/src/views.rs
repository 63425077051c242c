//! What wallets and portals read.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use bhtd_primitives::{Loyalty, MarginLedger, OrderId, Role};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_product(product: u64) -> Option<ProductViewOf<T>> {
		let content = Listings::<T>::get(product)?.content;
		Some(ProductView { product: Products::<T>::get(product)?, content })
	}

	pub(crate) fn view_order(id: OrderId) -> Option<OrderViewOf<T>> {
		let order = Orders::<T>::get(id.product, id.number)?;
		let moves = Action::ALL.into_iter().flat_map(|action| Self::moves(&order, action));
		let moves = moves.collect();
		Some(OrderView { order, moves })
	}

	/// Who may do `action` with an order from now on, and when.
	fn moves(order: &OrderOf<T>, action: Action) -> Vec<MoveOf<T>> {
		let passed = Self::now() >= order.deadline;
		let (from, until) = match order.state.timing(action) {
			None => return Vec::new(),
			Some(Timing::Before) if passed => return Vec::new(),
			Some(Timing::Before) => (None, Some(order.deadline)),
			Some(Timing::From) => (Some(order.deadline).filter(|_| !passed), None),
			Some(Timing::Whenever) => (None, None),
		};
		let (merchant, buyer) = (Some(&order.merchant), Some(&order.buyer));
		let parties = match action {
			Action::Ship | Action::Cancel | Action::RefundPart => alloc::vec![merchant],
			Action::Confirm => alloc::vec![buyer],
			Action::Dispute => alloc::vec![buyer, merchant],
			Action::Resolve => alloc::vec![Some(&order.arbiter)],
			Action::Settle => alloc::vec![None],
		};
		let to_move = |who: Option<&T::AccountId>| Move { action, who: who.cloned(), from, until };
		parties.into_iter().map(to_move).collect()
	}

	pub(crate) fn quote(
		product: u64,
		quantity: u32,
		buyer: &T::AccountId,
	) -> Option<Quote<BalanceOf<T>>> {
		let record = Products::<T>::get(product)?;
		let price = record.price.times(quantity)?;
		let merchant = &record.merchant;
		let available = quantity > 0
			&& !record.paused
			&& buyer != merchant
			&& record.stock.is_none_or(|stock| stock >= quantity)
			&& T::Margin::is_active(merchant, Role::Merchant)
			&& price.points.is_none_or(|(class, _)| Self::ensure_own(merchant, class).is_ok());
		let earning = Self::reservation(&record, buyer, price.bhtd).map(|it| it.earning);
		let awardable = earning.is_some_and(|Earning { class, amount, .. }| {
			T::Loyalty::can_award(merchant, class, buyer, amount)
		});
		let earned = earning.map(|it| it.amount).unwrap_or_default();
		Some(Quote { revision: record.revision, price, earned, awardable, available })
	}
}
