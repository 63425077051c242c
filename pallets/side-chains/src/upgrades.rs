//! New codes and, for chains that stalled, new heads.

use crate::{pallet::*, traits::Registry, types::*};
use frame_support::{ensure, traits::Get};
use sp_runtime::{
	traits::{Hash as _, Saturating},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_authorize_upgrade(chain: ChainId, hash: T::Hash) -> DispatchResult {
		let mut record = Self::staying(chain)?;
		ensure!(T::Registry::code_hash(chain) != Some(hash), Error::<T>::SameCode);
		let now = Self::now();
		let early = |last| now < T::UpgradeInterval::get().saturating_add(last);
		ensure!(!record.authorized_at.is_some_and(early), Error::<T>::UpgradeTooSoon);

		record.authorized_at = Some(now);
		record.authorized = Some(hash);
		Chains::<T>::insert(chain, record);
		Self::deposit_event(Event::UpgradeAuthorized { chain, hash });
		Ok(())
	}

	pub(crate) fn do_apply_upgrade(chain: ChainId, code: CodeOf<T>) -> DispatchResult {
		let mut record = Self::staying(chain)?;
		let authorized = record.authorized.take().ok_or(Error::<T>::UpgradeNotAuthorized)?;
		let (hash, length) = match &code {
			Code::Own(bytes) => (T::Hashing::hash(bytes), Some(bytes.len() as u32)),
			Code::Stored(hash) => (*hash, T::Registry::code_length(hash)),
		};
		ensure!(hash == authorized, Error::<T>::WrongCode);
		// The registry would take it for an upgrade that is done, in silence.
		ensure!(T::Registry::code_hash(chain) != Some(hash), Error::<T>::SameCode);
		let length = length.ok_or(Error::<T>::CodeNotStored)?;
		ensure!(T::Registry::fits(0, length), Error::<T>::SizesOutOfBounds);

		T::Registry::schedule_upgrade(chain, Self::unbounded(code))?;
		Chains::<T>::insert(chain, record);
		Self::deposit_event(Event::UpgradeScheduled { chain, hash });
		Ok(())
	}

	pub(crate) fn do_recover_head(chain: ChainId, head: HeadOf<T>) -> DispatchResult {
		let record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		Self::ensure_stalled(chain, &record)?;

		let hash = T::Hashing::hash(&head);
		T::Registry::set_head(chain, head.into_inner())?;
		Self::deposit_event(Event::HeadRecovered { chain, hash });
		Ok(())
	}

	/// A chain that is not leaving.
	fn staying(chain: ChainId) -> Result<ChainOf<T>, Error<T>> {
		let record = Chains::<T>::get(chain).ok_or(Error::<T>::ChainNotFound)?;
		ensure!(record.status != Status::Leaving, Error::<T>::ChainLeaving);
		Ok(record)
	}
}
