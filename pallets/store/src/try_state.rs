//! Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
//! with them.

use crate::{pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use bhtd_primitives::ClassId;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold as _, fungibles::InspectHold as _, Get},
};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_products()?;
		Self::try_state_orders()?;
		Self::try_state_escrow()?;
		Self::try_state_rules()?;
		Self::try_state_missed_awards()
	}

	/// Every product has a description, a price, an arbiter, and times within their bounds.
	fn try_state_products() -> Result<(), TryRuntimeError> {
		for (id, product) in Products::<T>::iter() {
			ensure!(id < NextProduct::<T>::get(), "store: a product beyond the next id");
			ensure!(Listings::<T>::contains_key(id), "store: a product without a description");
			ensure!(product.price.is_something(), "store: a product for nothing");
			ensure!(!product.terms.arbiters.is_empty(), "store: a product without an arbiter");
			let bounds = T::ShortestWindow::get()..=T::LongestWindow::get();
			ensure!(
				bounds.contains(&product.terms.delivery) && bounds.contains(&product.terms.returns),
				"store: a window out of bounds"
			);
		}
		ensure!(
			Listings::<T>::iter_keys().all(Products::<T>::contains_key),
			"store: a description without a product"
		);
		Ok(())
	}

	/// Orders hold no more than was paid, and concern four different parties but for a buyer who is its
	/// own recipient.
	fn try_state_orders() -> Result<(), TryRuntimeError> {
		for (product, number, order) in Orders::<T>::iter() {
			let orders = Products::<T>::get(product).map(|product| product.orders);
			ensure!(product < NextProduct::<T>::get(), "store: an order of an unknown product");
			ensure!(orders.is_none_or(|orders| number < orders), "store: an uncounted order");
			let Order { merchant, buyer, recipient, arbiter, paid, escrow, class, .. } = &order;
			ensure!(
				escrow.bhtd <= paid.bhtd && escrow.points <= paid.points,
				"store: more in escrow than was paid"
			);
			ensure!(*escrow != Amounts::default(), "store: an open order without escrow");
			ensure!(class.is_none() == paid.points.is_zero(), "store: points without a class");
			ensure!(
				buyer != merchant && recipient != merchant,
				"store: a merchant among its own customers"
			);
			ensure!(
				![merchant, buyer, recipient].contains(&arbiter),
				"store: an arbiter that is a party"
			);
		}
		Ok(())
	}

	/// What every account has on hold is what its open orders have in escrow.
	fn try_state_escrow() -> Result<(), TryRuntimeError> {
		let mut bhtd = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		let mut points = BTreeMap::<(ClassId, T::AccountId), BalanceOf<T>>::new();
		for order in Orders::<T>::iter_values() {
			let sum = bhtd.entry(order.buyer.clone()).or_default();
			*sum = sum.checked_add(&order.escrow.bhtd).ok_or("store: escrow overflows")?;
			if let Some(class) = order.class {
				let sum = points.entry((class, order.buyer)).or_default();
				*sum = sum.checked_add(&order.escrow.points).ok_or("store: escrow overflows")?;
			}
		}
		let reason = Self::escrow_reason();
		let classes = points.keys().map(|(class, _)| *class).collect::<BTreeSet<_>>();
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(
				T::Currency::balance_on_hold(&reason, &who)
					== bhtd.remove(&who).unwrap_or_default(),
				"store: BHTD on hold is not what the orders say"
			);
			for class in &classes {
				ensure!(
					T::Points::balance_on_hold(*class, &reason, &who)
						== points.remove(&(*class, who.clone())).unwrap_or_default(),
					"store: points on hold are not what the orders say"
				);
			}
		}
		ensure!(
			bhtd.is_empty() && points.is_empty(),
			"store: an order of somebody without an account"
		);
		Ok(())
	}

	/// Rules have serial numbers that were given, each its own.
	fn try_state_rules() -> Result<(), TryRuntimeError> {
		let mut serials = BTreeSet::new();
		for rule in Rules::<T>::iter_values() {
			ensure!(rule.serial < NextRule::<T>::get(), "store: a rule beyond the next serial");
			ensure!(serials.insert(rule.serial), "store: two rules with one serial");
		}
		Ok(())
	}

	/// An award was missed only of an order that is closed, and is due.
	fn try_state_missed_awards() -> Result<(), TryRuntimeError> {
		for (product, number, missed) in MissedAwards::<T>::iter() {
			ensure!(
				!Orders::<T>::contains_key(product, number),
				"store: an award missed by an open order"
			);
			ensure!(!missed.amount.is_zero(), "store: an award of nothing missed");
		}
		Ok(())
	}
}
