//! What the calls and the view functions do.

use crate::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	dispatch::DispatchResultWithPostInfo,
	ensure,
	traits::{
		schedule::{v3::TaskName, DispatchTime, HIGHEST_PRIORITY},
		Get, PalletInfoAccess,
	},
	weights::Weight,
	Hashable,
};
use sp_runtime::{
	traits::{EnsureAdd, Hash},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// The kind of `call`; `None` if it cannot be proposed.
	pub(crate) fn kind(call: &RuntimeCallOf<T>) -> Option<Kind> {
		// Whatever the list says: a proposal that enacts another would be done without its delay.
		let ours = call.is_sub_type().is_some();
		(!ours).then(|| T::Kinds::classify(call)).flatten()
	}

	/// What `enact` weighs with a `call` that itself weighs `inner`.
	pub(crate) fn weight_of_enacting(call: &RuntimeCallOf<T>, inner: Weight) -> Weight {
		T::WeightInfo::enact(call.encoded_size() as u32).saturating_add(inner)
	}

	/// The name under which the scheduler knows a proposal.
	pub(crate) fn task_name(id: ProposalId) -> TaskName {
		(Self::name_hash(), id).blake2_256()
	}

	/// Schedules `call`.
	pub(crate) fn do_propose(
		call: Box<RuntimeCallOf<T>>,
		kind: Kind,
		delay: ProvidedBlockNumberOf<T>,
	) -> DispatchResult {
		ensure!(Pending::<T>::count() < T::MaxPending::get(), Error::<T>::TooManyPending);
		let id = NextId::<T>::get();
		let next = id.ensure_add(1)?;
		let at = T::BlockNumberProvider::current_block_number().ensure_add(delay)?;
		let hash = T::Hashing::hash_of(&call);

		let task = T::Preimages::bound(RuntimeCallOf::<T>::from(Call::enact { id, call }))?;
		T::Scheduler::schedule_named(
			Self::task_name(id),
			DispatchTime::At(at),
			None,
			HIGHEST_PRIORITY,
			RawOrigin::Root.into(),
			task.clone(),
		)?;
		// The scheduler has asked for the preimage as well, and lets go of it when the call is done.
		T::Preimages::drop(&task);
		Pending::<T>::insert(id, PendingCall { kind, at, hash, task });
		NextId::<T>::put(next);
		Self::deposit_event(Event::Proposed { id, kind, hash, at });
		Ok(())
	}

	/// Forgets a pending call.
	pub(crate) fn do_cancel(id: ProposalId) -> DispatchResult {
		let pending = Pending::<T>::take(id).ok_or(Error::<T>::NotPending)?;
		// A call that was too heavy is no longer known by its name, nor is one that waits for a block
		// with more room; without a record, `enact` refuses that one. Otherwise the scheduler forgets
		// the call, but not, when it is cancelled by name, that it has asked for its preimage.
		if T::Scheduler::cancel_named(Self::task_name(id)).is_ok() {
			T::Preimages::drop(&pending.task);
		}
		Self::deposit_event(Event::Cancelled { id });
		Ok(())
	}

	/// Dispatches a pending call as root.
	pub(crate) fn do_enact(id: ProposalId, call: RuntimeCallOf<T>) -> DispatchResultWithPostInfo {
		let pending = Pending::<T>::get(id).ok_or(Error::<T>::NotPending)?;
		let now = T::BlockNumberProvider::current_block_number();
		ensure!(now >= pending.at, Error::<T>::TooEarly);
		ensure!(T::Hashing::hash_of(&call) == pending.hash, Error::<T>::CallMismatch);

		Pending::<T>::remove(id);
		let expected = call.get_dispatch_info().call_weight;
		let without_call = Self::weight_of_enacting(&call, Weight::zero());
		let (used, result) = if Self::kind(&call) == Some(pending.kind) {
			match call.dispatch(RawOrigin::Root.into()) {
				Ok(info) => (info.actual_weight.unwrap_or(expected), Ok(())),
				Err(failure) => {
					(failure.post_info.actual_weight.unwrap_or(expected), Err(failure.error))
				}
			}
		} else {
			(Weight::zero(), Err(Error::<T>::NotListed.into()))
		};
		Self::deposit_event(Event::Enacted { id, result });
		Ok(Some(without_call.saturating_add(used)).into())
	}

	/// What is pending, in the order of proposal.
	pub(crate) fn view_pending() -> Vec<PendingCallViewOf<T>> {
		let mut pending: Vec<_> = Pending::<T>::iter()
			.map(|(id, PendingCall { kind, at, hash, task })| PendingCallView {
				id,
				kind,
				at,
				hash,
				call: Self::wrapped(&task),
			})
			.collect();
		pending.sort_by_key(|pending| pending.id);
		pending
	}

	/// The call that `task` enacts, if it can be read.
	fn wrapped(task: &TaskOf<T>) -> Option<RuntimeCallOf<T>> {
		let (task, _) = T::Preimages::peek(task).ok()?;
		match task.is_sub_type()? {
			Call::enact { call, .. } => Some((**call).clone()),
			_ => None,
		}
	}
}

/// Checks of the invariants. Natively they are always there, so that the tests of a runtime can end with
/// them.
#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		Self::try_state_count()?;
		Self::try_state_numbers()
	}

	/// No more is pending than may be, and the counter says how much.
	fn try_state_count() -> Result<(), sp_runtime::TryRuntimeError> {
		let pending = Pending::<T>::iter_keys().count();
		ensure!(
			u32::try_from(pending) == Ok(Pending::<T>::count()),
			"enactment: the counter is wrong"
		);
		ensure!(Pending::<T>::count() <= T::MaxPending::get(), "enactment: too much is pending");
		Ok(())
	}

	/// Every number was given out.
	fn try_state_numbers() -> Result<(), sp_runtime::TryRuntimeError> {
		let next = NextId::<T>::get();
		ensure!(
			Pending::<T>::iter_keys().all(|id| id < next),
			"enactment: a number that was not given out"
		);
		Ok(())
	}
}
