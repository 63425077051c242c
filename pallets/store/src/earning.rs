//! Rules, and the points that orders earn by them.

use crate::{math, pallet::*, types::*, HIGHEST_MULTIPLIER};
use bhtd_primitives::{ClassId, Loyalty, OrderId};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get},
};
use sp_runtime::{
	traits::{Saturating, UniqueSaturatedInto, Zero},
	DispatchError, DispatchResult,
};

/// What the key of a rule takes, in bytes.
const RULE_KEY: usize = 32 + 8 + 4;

/// What the key of a day's use takes beside the account, in bytes.
const DAY_KEY: usize = 32 + 8 + 4 + 16;

impl<T: Config> Pallet<T> {
	/// What the deposit of a rule pays for.
	pub fn rule_footprint() -> Footprint {
		Footprint::from_parts(1, RuleOf::<T>::max_encoded_len().saturating_add(RULE_KEY))
	}

	/// What the deposit of a day's use pays for.
	pub fn day_footprint() -> Footprint {
		let size = DayUseOf::<T>::max_encoded_len()
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(DAY_KEY);
		Footprint::from_parts(1, size)
	}

	/// The day, counted from the first block.
	fn today() -> u32 {
		// Saturates when days can no longer be counted; a length of zero is refused by the tests of a
		// runtime.
		let length = T::DayLength::get().max(1u8.into());
		(Self::now() / length).unique_saturated_into()
	}

	/// What an order of `bhtd` planck would earn now, and what would change if it were placed. `None` if
	/// it earns nothing, for whatever reason: an order never fails for that.
	pub(crate) fn reservation(
		product: &ProductOf<T>,
		buyer: &T::AccountId,
		bhtd: BalanceOf<T>,
	) -> Option<Reservation<BalanceOf<T>, RuleOf<T>>> {
		let class = product.terms.earns?;
		let mut rule = Rules::<T>::get(class)?;
		let now = Self::now();
		if bhtd.is_zero() || now < rule.terms.from || now >= rule.terms.until {
			return None;
		}
		// The class may have another issuer by now; its rule and margin are not the merchant's then.
		if rule.owner != product.merchant || Self::ensure_own(&product.merchant, class).is_err() {
			return None;
		}
		let RuleTerms { rate, bonus, cap_per_order, cap_per_day, budget, .. } = rule.terms;
		let category = product.terms.category;
		let multiplier = rule.terms.multipliers.iter().find(|(of, _)| *of == category);
		let multiplier = multiplier.map(|(_, multiplier)| *multiplier).unwrap_or(math::ONE);
		let mut amount = math::earned(bhtd, rate, multiplier, bonus).min(cap_per_order).min(budget);
		let day = cap_per_day.map(|cap| {
			let today = Self::today();
			let used = DayUses::<T>::get(class, buyer).filter(|it| it.day == today);
			let used = used.map(|it| it.used).unwrap_or_default();
			amount = amount.min(cap.saturating_sub(used));
			(today, used.saturating_add(amount))
		});
		if amount.is_zero() {
			return None;
		}
		rule.terms.budget = budget.saturating_sub(amount);
		let earning = Earning { class, rule: rule.serial, amount };
		Some(Reservation { earning, rule, day })
	}

	/// Takes the points of a new order out of the budget and the buyer's cap.
	pub(crate) fn reserve(
		buyer: &T::AccountId,
		reservation: Reservation<BalanceOf<T>, RuleOf<T>>,
	) -> Result<Earning<BalanceOf<T>>, DispatchError> {
		let Reservation { earning, rule, day } = reservation;
		if let Some((day, used)) = day {
			let ticket = match DayUses::<T>::get(earning.class, buyer) {
				Some(former) => former.ticket,
				None => T::Consideration::new(buyer, Self::day_footprint())?,
			};
			DayUses::<T>::insert(earning.class, buyer, DayUse { day, used, ticket });
		}
		Rules::<T>::insert(earning.class, rule);
		Ok(earning)
	}

	/// Puts what an order did not earn back into the budget, if the rule is still the one it was
	/// taken from.
	pub(crate) fn return_to_budget(earning: &Earning<BalanceOf<T>>, earned: BalanceOf<T>) {
		let left = earning.amount.saturating_sub(earned);
		if left.is_zero() {
			return;
		}
		let Some(mut rule) = Rules::<T>::get(earning.class) else { return };
		if rule.serial == earning.rule {
			// It came out of this budget, which has only fallen since.
			rule.terms.budget = rule.terms.budget.saturating_add(left);
			Rules::<T>::insert(earning.class, rule);
		}
	}

	pub(crate) fn do_set_rule(
		issuer: T::AccountId,
		class: ClassId,
		terms: RuleTermsOf<T>,
	) -> DispatchResult {
		ensure!(T::Loyalty::issuer(class).as_ref() == Some(&issuer), Error::<T>::NotIssuer);
		Self::ensure_rule(&terms)?;
		let serial = NextRule::<T>::get();
		let next = serial.checked_add(1).ok_or(Error::<T>::NoRuleSerialLeft)?;

		if let Some(former) = Rules::<T>::take(class) {
			former.ticket.drop(&former.owner)?;
		}
		let ticket = T::Consideration::new(&issuer, Self::rule_footprint())?;
		NextRule::<T>::put(next);
		Rules::<T>::insert(class, Rule { terms, serial, owner: issuer, ticket });
		Self::deposit_event(Event::RuleSet { class, serial });
		Ok(())
	}

	fn ensure_rule(terms: &RuleTermsOf<T>) -> DispatchResult {
		let nothing = (terms.rate.is_zero() && terms.bonus.is_zero())
			|| terms.cap_per_order.is_zero()
			|| terms.cap_per_day.is_some_and(|cap| cap.is_zero())
			|| terms.budget.is_zero();
		ensure!(!nothing, Error::<T>::RuleEarnsNothing);
		let ends = terms.until > terms.from && terms.until > Self::now();
		ensure!(ends, Error::<T>::RuleIsOver);
		for (index, (category, multiplier)) in terms.multipliers.iter().enumerate() {
			ensure!(*multiplier <= HIGHEST_MULTIPLIER, Error::<T>::MultiplierTooHigh);
			let mut before = terms.multipliers.iter().take(index);
			ensure!(before.all(|(other, _)| other != category), Error::<T>::DuplicateCategory);
		}
		Ok(())
	}

	pub(crate) fn do_remove_rule(who: T::AccountId, class: ClassId) -> DispatchResult {
		let rule = Rules::<T>::get(class).ok_or(Error::<T>::RuleNotFound)?;
		let allowed = rule.owner == who || T::Loyalty::issuer(class).as_ref() == Some(&who);
		ensure!(allowed, Error::<T>::NotIssuer);

		Rules::<T>::remove(class);
		rule.ticket.drop(&rule.owner)?;
		Self::deposit_event(Event::RuleRemoved { class });
		Ok(())
	}

	pub(crate) fn do_claim_award(order: OrderId) -> DispatchResult {
		let missed = Self::missed_or_error(order)?;
		let MissedAward { merchant, buyer, recipient, class, amount, ticket } = missed;
		T::Loyalty::award(&merchant, class, &recipient, amount)?;
		MissedAwards::<T>::remove(order.product, order.number);
		ticket.drop(&buyer)?;
		Self::deposit_event(Event::AwardClaimed { order });
		Ok(())
	}

	pub(crate) fn do_forgo_award(who: T::AccountId, order: OrderId) -> DispatchResult {
		let missed = Self::missed_or_error(order)?;
		ensure!(missed.recipient == who, Error::<T>::NotRecipient);

		MissedAwards::<T>::remove(order.product, order.number);
		missed.ticket.drop(&missed.buyer)?;
		Self::deposit_event(Event::AwardForgone { order });
		Ok(())
	}

	fn missed_or_error(order: OrderId) -> Result<MissedAwardOf<T>, DispatchError> {
		MissedAwards::<T>::get(order.product, order.number).ok_or(Error::<T>::AwardNotFound.into())
	}

	pub(crate) fn do_clear_day(class: ClassId, who: T::AccountId) -> DispatchResult {
		let day_use = DayUses::<T>::get(class, &who).ok_or(Error::<T>::DayUseNotFound)?;
		ensure!(day_use.day < Self::today(), Error::<T>::DayNotOver);

		DayUses::<T>::remove(class, &who);
		day_use.ticket.drop(&who)?;
		Self::deposit_event(Event::DayCleared { class, who });
		Ok(())
	}
}
