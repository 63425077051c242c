//! Points turned into BHTD at the best there is.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use bhtd_primitives::{AssetKind, ClassId, Loyalty};
use frame_support::ensure;
use sp_runtime::{
	traits::{CheckedAdd, Saturating, Zero},
	DispatchError, DispatchResult, FixedU128,
};

impl<T: Config> Pallet<T> {
	/// Whether `convert_best` would succeed now, and how many planck it would bring. Writes nothing.
	///
	/// For accounts that have no BHTD and pay the fee of the call out of these proceeds.
	///
	/// Fails with the errors of the call.
	pub fn check_convert_best(
		who: &T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		min_out: BalanceOf<T>,
		deadline: ProvidedBlockNumberOf<T>,
		max_fills: u32,
	) -> Result<BalanceOf<T>, DispatchError> {
		Self::ensure_in_time(deadline)?;
		let checked = Self::check_conversion(who, class, amount, min_out, max_fills);
		checked.map(|(outcome, _)| outcome.out).map_err(|refusal| refusal.error)
	}

	/// What a conversion brings, and the plan for its part in the book.
	pub(crate) fn check_conversion(
		who: &T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		min_out: BalanceOf<T>,
		max_fills: u32,
	) -> Result<(ConversionOutcome<BalanceOf<T>>, PlanOf<T>), Refusal> {
		Self::ensure_max_fills(max_fills)?;
		let floor = T::Loyalty::floor(class).ok_or(Error::<T>::ClassNotFound)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let available = Self::available(AssetKind::Points(class), who);
		ensure!(available >= amount, Error::<T>::InsufficientFunds);

		let (outcome, plan) = Self::plan_conversion(who, class, amount, floor, max_fills);
		match Self::ensure_convertible(who, class, &outcome, &plan, min_out) {
			Ok(()) => Ok((outcome, plan)),
			Err(error) => Err(Refusal { error, met: plan.met }),
		}
	}

	/// Whether a conversion brings enough, and to somebody who can have it.
	fn ensure_convertible(
		who: &T::AccountId,
		class: ClassId,
		outcome: &ConversionOutcome<BalanceOf<T>>,
		plan: &PlanOf<T>,
		min_out: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(!outcome.out.is_zero(), Error::<T>::ProceedsAreZero);
		ensure!(outcome.out >= min_out, Error::<T>::BelowMinOut);
		Self::ensure_able(who, Market::Points(class), Side::Bid, plan)?;
		let is_able = !plan.base.is_zero() || Self::can_receive(AssetKind::Bhtd, who, outcome.out);
		ensure!(is_able, Error::<T>::CannotReceive);
		Ok(())
	}

	fn plan_conversion(
		who: &T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		floor: FixedU128,
		max_fills: u32,
	) -> (ConversionOutcome<BalanceOf<T>>, PlanOf<T>) {
		let zero = BalanceOf::<T>::zero();
		let none = Plan { steps: Vec::new(), met: 0, base: zero, quote: zero };
		let market = Market::Points(class);
		// Operators must offer more than the floor, which takes no quote to get.
		let limit = FixedU128::from_inner(floor.into_inner().saturating_add(1));
		let plan = match Self::open_market_record(market) {
			Ok(record) => {
				let (taker, side, lots, wanted) = (who, Side::Bid, 0..1, amount);
				let order = Order { taker, market, side, lots, wanted, limit, max_fills };
				Self::plan(&record, order)
			}
			Err(_) => none.clone(),
		};
		let at_floor = T::Loyalty::value(class, amount);
		let rest = amount.saturating_sub(plan.base);
		let rest_value = T::Loyalty::value(class, rest);
		match plan.quote.checked_add(&rest_value) {
			// Parts are rounded down one by one, so a price hardly above the floor may bring less.
			Some(out) if out >= at_floor => {
				// What is worth nothing stays.
				let converted = if rest_value.is_zero() { zero } else { rest };
				(ConversionOutcome { sold: plan.base, converted, out }, plan)
			}
			// The quotes were looked at all the same.
			_ => (
				ConversionOutcome { sold: zero, converted: amount, out: at_floor },
				Plan { met: plan.met, ..none },
			),
		}
	}

	pub(crate) fn do_convert_best(
		who: T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		min_out: BalanceOf<T>,
		deadline: ProvidedBlockNumberOf<T>,
		max_fills: u32,
	) -> Result<u32, Refusal> {
		Self::ensure_in_time(deadline)?;
		let (outcome, plan) = Self::check_conversion(&who, class, amount, min_out, max_fills)?;
		let ConversionOutcome { sold, converted, out } = outcome;
		let met = plan.met;
		let refuse = |error| Refusal { error, met };
		Self::execute(&who, Market::Points(class), plan).map_err(refuse)?;
		if !converted.is_zero() {
			T::Loyalty::convert(class, &who, converted).map_err(refuse)?;
		}
		Self::deposit_event(Event::Converted { who, class, sold, converted, out });
		Ok(met)
	}
}
