//! Declarations: how much of its pool the main chain keeps for the points of this chain.

use crate::{
	pallet::*,
	traits::{Answer, MainChain, QueryId},
	types::*,
};
use frame_support::ensure;
use sp_runtime::{
	traits::{EnsureAdd, Zero},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_declare(who: T::AccountId, owed: BalanceOf<T>) -> DispatchResult {
		let mut cover = Self::cover_or_error()?;
		ensure!(cover.issuer == who, Error::<T>::NotIssuer);
		ensure!(owed != cover.confirmed, Error::<T>::AlreadyConfirmed);
		let raises = owed > cover.confirmed;
		if !raises {
			ensure!(owed >= cover.used.ensure_add(cover.reserved)?, Error::<T>::CoverInUse);
		}
		Self::forget_overdue(&mut cover)?;

		let query = T::MainChain::declare(&who, owed)?;
		if !raises {
			// At once: whenever the main chain hears of it, no more is counted on.
			cover.confirmed = owed;
		}
		cover.declaring = Some(Declaration { query, owed, raises, sent_at: Self::now() });
		Queries::<T>::insert(query, Purpose::Declaration);
		TheCover::<T>::put(cover);
		Self::deposit_event(Event::Declared { owed });
		Ok(())
	}

	pub(crate) fn declaration_answered(query: QueryId, answer: Option<Answer>) -> DispatchResult {
		let mut cover = Self::cover_or_error()?;
		let Declaration { owed, raises, .. } =
			cover.declaring.take().ok_or(Error::<T>::UnknownQuery)?;
		let event = match answer {
			// A lowering has counted since it was sent, and redemptions may have taken from it since.
			Some(Answer::Done) => {
				if raises {
					cover.confirmed = owed;
				}
				Event::Confirmed { confirmed: cover.confirmed }
			}
			Some(Answer::Refused(error) | Answer::Unheard(error)) => {
				Event::DeclarationRefused { owed, error }
			}
			Some(Answer::Used) | None => {
				Self::deposit_event(Event::NothingLearnt { query });
				return Ok(());
			}
		};
		Queries::<T>::remove(query);
		TheCover::<T>::put(cover);
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_set_issuer(issuer: T::AccountId) -> DispatchResult {
		if let Some(mut cover) = TheCover::<T>::get() {
			ensure!(cover.issuer != issuer, Error::<T>::AlreadyIssuer);
			let idle = cover.used.is_zero() && cover.reserved.is_zero();
			ensure!(idle, Error::<T>::CoverInUse);
			Self::forget_overdue(&mut cover)?;
		}
		TheCover::<T>::put(Cover::new(issuer.clone(), Zero::zero()));
		Self::deposit_event(Event::IssuerSet { issuer });
		Ok(())
	}

	/// Makes room for another declaration. One that may still be answered stays.
	fn forget_overdue(cover: &mut CoverOf<T>) -> Result<(), Error<T>> {
		if let Some(declaration) = cover.declaring.take() {
			ensure!(Self::is_overdue(declaration.sent_at), Error::<T>::DeclarationPending);
			Queries::<T>::remove(declaration.query);
		}
		Ok(())
	}
}
