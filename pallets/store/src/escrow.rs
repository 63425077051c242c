//! Money and points on hold in the buyer's account.

use crate::{math::Fee, pallet::*, types::*};
use bhtd_primitives::{ClassId, Loyalty};
use frame_support::{
	ensure,
	traits::{
		fungible::{BalancedHold as _, Inspect as _, MutateHold as _},
		fungibles::{Inspect as _, MutateHold as _},
		tokens::{
			DepositConsequence, Fortitude, Imbalance, Precision, Preservation, Provenance,
			Restriction,
		},
		Get, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{CheckedSub, Saturating, Zero},
	DispatchError, DispatchResult, TokenError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn escrow_reason() -> T::RuntimeHoldReason {
		HoldReason::Escrow.into()
	}

	/// Whether `buyer` has the points of a price, beside the unit that must stay.
	pub(crate) fn ensure_points(buyer: &T::AccountId, price: &PriceOf<T>) -> DispatchResult {
		if let Some((class, points)) = price.points {
			let (keep, polite) = (Preservation::Protect, Fortitude::Polite);
			let available = T::Points::reducible_balance(class, buyer, keep, polite);
			ensure!(available >= points, Error::<T>::InsufficientPoints);
		}
		Ok(())
	}

	/// Puts the price of an order on hold.
	pub(crate) fn fill_escrow(buyer: &T::AccountId, price: &PriceOf<T>) -> DispatchResult {
		let reason = Self::escrow_reason();
		if !price.bhtd.is_zero() {
			T::Currency::hold(&reason, buyer, price.bhtd)?;
		}
		if let Some((class, points)) = price.points {
			T::Points::hold(class, &reason, buyer, points)?;
		}
		Ok(())
	}

	/// Returns a part of the escrow to the buyer.
	pub(crate) fn refund(order: &mut OrderOf<T>, part: Amounts<BalanceOf<T>>) -> DispatchResult {
		Self::take_out(order, part)?;
		if !part.bhtd.is_zero() {
			let reason = Self::escrow_reason();
			T::Currency::release(&reason, &order.buyer, part.bhtd, Precision::Exact)?;
		}
		if let Some(class) = order.class.filter(|_| !part.points.is_zero()) {
			Self::release_points(class, &order.buyer, part.points)?;
		}
		Ok(())
	}

	/// Gives a part of the escrow to the merchant, and says what the protocol fee was. Points return to
	/// their vault: the merchant owes less.
	pub(crate) fn pay_merchant(
		order: &mut OrderOf<T>,
		part: Amounts<BalanceOf<T>>,
	) -> Result<BalanceOf<T>, DispatchError> {
		Self::take_out(order, part)?;
		let fee = Fee::of(part.bhtd, T::FeeRate::get(), T::BurntShare::get());
		// A fee is never more than what it is taken of.
		let proceeds = part.bhtd.saturating_sub(fee.total());
		Self::pay(&order.buyer, &order.merchant, proceeds)?;
		Self::charge(&order.buyer, fee)?;
		if let Some(class) = order.class.filter(|_| !part.points.is_zero()) {
			Self::release_points(class, &order.buyer, part.points)?;
			T::Loyalty::redeem(class, &order.buyer, part.points)?;
		}
		Ok(fee.total())
	}

	/// Pays the arbiter out of the escrow.
	pub(crate) fn pay_arbiter(order: &mut OrderOf<T>, bhtd: BalanceOf<T>) -> DispatchResult {
		Self::take_out(order, Amounts { bhtd, points: Zero::zero() })?;
		Self::pay(&order.buyer, &order.arbiter, bhtd)
	}

	/// Notes that a part leaves the escrow.
	fn take_out(order: &mut OrderOf<T>, part: Amounts<BalanceOf<T>>) -> DispatchResult {
		let Amounts { bhtd, points } = order.escrow;
		order.escrow = Amounts {
			bhtd: bhtd.checked_sub(&part.bhtd).ok_or(Error::<T>::RefundAboveEscrow)?,
			points: points.checked_sub(&part.points).ok_or(Error::<T>::RefundAboveEscrow)?,
		};
		Ok(())
	}

	fn release_points(
		class: ClassId,
		buyer: &T::AccountId,
		points: BalanceOf<T>,
	) -> DispatchResult {
		let reason = Self::escrow_reason();
		T::Points::release(class, &reason, buyer, points, Precision::Exact).map(|_| ())
	}

	/// Pays BHTD on hold to the free balance of `to`.
	fn pay(buyer: &T::AccountId, to: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		// An account can be gone by now, and the amount too small to bring it back. No order may be
		// stuck for that.
		let arrives = T::Currency::can_deposit(to, amount, Provenance::Extant);
		if arrives != DepositConsequence::Success {
			let nothing = BalanceOf::<T>::zero();
			return Self::charge(buyer, Fee { burnt: nothing, treasury: amount });
		}
		// By force, because freezes lie over holds as well: otherwise a buyer could freeze its whole
		// balance and no order of it would complete.
		T::Currency::transfer_on_hold(
			&Self::escrow_reason(),
			buyer,
			to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)
		.map(|_| ())
	}

	/// Takes a fee out of the BHTD on hold.
	fn charge(buyer: &T::AccountId, fee: Fee<BalanceOf<T>>) -> DispatchResult {
		let total = fee.total();
		if total.is_zero() {
			return Ok(());
		}
		let (credit, missing) = T::Currency::slash(&Self::escrow_reason(), buyer, total);
		ensure!(missing.is_zero(), TokenError::FundsUnavailable);
		let (burnt, rest) = credit.split(fee.burnt);
		// Credit that is dropped leaves the issuance.
		drop(burnt);
		T::Treasury::on_unbalanced(rest);
		Ok(())
	}
}
