//! Redemptions: points wait on hold for what the main chain says.

use crate::{
	numbers::Numbers,
	pallet::*,
	traits::{Answer, MainChain, QueryId},
	types::*,
};
use bhtd_primitives::{ClassId, Loyalty};
use frame_support::{
	ensure,
	traits::{
		tokens::{
			fungibles::{Inspect, MutateHold},
			Fortitude, Precision, Preservation,
		},
		Get,
	},
};
use sp_runtime::{
	traits::{BlockNumberProvider, EnsureAdd, EnsureSub, Saturating},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_redeem(
		who: T::AccountId,
		class: ClassId,
		points: BalanceOf<T>,
		min_out: BalanceOf<T>,
		beneficiary: T::AccountId,
	) -> DispatchResult {
		let mut cover = Self::cover_or_error()?;
		let issuer = T::Loyalty::issuer(class);
		ensure!(issuer.as_ref() == Some(&cover.issuer), Error::<T>::ClassNotCovered);
		let amount = T::Loyalty::value(class, points);
		ensure!(amount >= min_out, Error::<T>::BelowMinOut);
		ensure!(amount >= T::LeastRedemption::get(), Error::<T>::BelowLeastRedemption);
		cover.reserved = cover.reserved.ensure_add(amount)?;
		ensure!(cover.reserved <= cover.confirmed, Error::<T>::NotCoveredThere);
		let mut numbers = TheNumbers::<T>::get();
		let number = numbers.give().ok_or(Error::<T>::TooManyPending)?;
		// A hold keeps the account alive: a smallest unit stays.
		let keep = Preservation::Protect;
		let available = T::Points::reducible_balance(class, &who, keep, Fortitude::Polite);
		ensure!(available >= points, Error::<T>::InsufficientPoints);

		T::Points::hold(class, &Self::reason(), &who, points)?;
		let query = T::MainChain::redeem(&who, &beneficiary, amount, number)?;
		let sent_at = Self::now();
		Queries::<T>::insert(query, Purpose::Redemption { who: who.clone(), number });
		Redemptions::<T>::insert(
			&who,
			number,
			Pending {
				class,
				points,
				amount,
				beneficiary: beneficiary.clone(),
				query,
				sent_at,
				retried: false,
			},
		);
		TheNumbers::<T>::put(numbers);
		TheCover::<T>::put(cover);
		Self::deposit_event(Event::Sent { who, number, class, points, amount, beneficiary });
		Ok(())
	}

	pub(crate) fn do_retry(by: T::AccountId, who: T::AccountId, number: u64) -> DispatchResult {
		let mut redemption =
			Redemptions::<T>::get(&who, number).ok_or(Error::<T>::RedemptionNotFound)?;
		ensure!(Self::is_overdue(redemption.sent_at), Error::<T>::AnswerMayCome);

		let Pending { beneficiary, amount, .. } = &redemption;
		let query = T::MainChain::redeem(&by, beneficiary, *amount, number)?;
		// An answer to an earlier message says nothing about this one.
		Queries::<T>::remove(redemption.query);
		Queries::<T>::insert(query, Purpose::Redemption { who: who.clone(), number });
		redemption.query = query;
		redemption.sent_at = Self::now();
		redemption.retried = true;
		Redemptions::<T>::insert(&who, number, redemption);
		Self::deposit_event(Event::Retried { who, number });
		Ok(())
	}

	pub(crate) fn do_report(query: QueryId, response: &ResponseOf<T>) -> DispatchResult {
		let purpose = Queries::<T>::get(query).ok_or(Error::<T>::UnknownQuery)?;
		let answer = T::MainChain::answer(response);
		match purpose {
			Purpose::Redemption { who, number } => Self::redemption_answered(who, number, answer),
			Purpose::Declaration => Self::declaration_answered(query, answer),
		}
	}

	fn redemption_answered(
		who: T::AccountId,
		number: u64,
		answer: Option<Answer>,
	) -> DispatchResult {
		let redemption =
			Redemptions::<T>::get(&who, number).ok_or(Error::<T>::RedemptionNotFound)?;
		match answer {
			Some(Answer::Done | Answer::Used) => {
				Self::close(&who, number, &redemption, true)?;
				let Pending { class, points, amount, .. } = redemption;
				Self::deposit_event(Event::Redeemed { who, number, class, points, amount });
			}
			Some(Answer::Refused(error)) => {
				Self::close(&who, number, &redemption, false)?;
				Self::deposit_event(Event::Refused { who, number, error });
			}
			// As long as there was one message only, no other can have been done.
			Some(Answer::Unheard(error)) if !redemption.retried => {
				Self::close(&who, number, &redemption, false)?;
				Self::deposit_event(Event::Refused { who, number, error });
			}
			Some(Answer::Unheard(_)) | None => {
				Self::deposit_event(Event::NothingLearnt { query: redemption.query });
			}
		}
		Ok(())
	}

	/// Ends a redemption: the points go to the vault if it was paid, and are the consumer's again if not.
	fn close(
		who: &T::AccountId,
		number: u64,
		redemption: &PendingOf<T>,
		paid: bool,
	) -> DispatchResult {
		let Pending { class, points, amount, query, .. } = *redemption;
		T::Points::release(class, &Self::reason(), who, points, Precision::Exact)?;
		if paid {
			// This lifts what the issuer owes for them, of what lies on the cover first.
			T::Loyalty::redeem(class, who, points)?;
		}
		let mut cover = Self::cover_or_error()?;
		cover.reserved = cover.reserved.ensure_sub(amount)?;
		if paid {
			cover.confirmed = cover.confirmed.ensure_sub(amount)?;
		}
		TheCover::<T>::put(cover);
		TheNumbers::<T>::try_mutate(|numbers: &mut Numbers| {
			numbers.settle(number, paid).ok_or(Error::<T>::RedemptionNotFound)
		})?;
		Queries::<T>::remove(query);
		Redemptions::<T>::remove(who, number);
		Ok(())
	}

	/// Why points are on hold.
	pub(crate) fn reason() -> T::RuntimeHoldReason {
		HoldReason::Redemption.into()
	}

	pub(crate) fn cover_or_error() -> Result<CoverOf<T>, Error<T>> {
		TheCover::<T>::get().ok_or(Error::<T>::NoIssuer)
	}

	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	/// Whether an answer to what was sent at `sent_at` need not be waited for any longer.
	pub(crate) fn is_overdue(sent_at: ProvidedBlockNumberOf<T>) -> bool {
		Self::now().saturating_sub(sent_at) >= T::RetryAfter::get()
	}
}
