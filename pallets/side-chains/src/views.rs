//! What wallets and portals read.

use crate::{
	pallet::*,
	traits::{Cores, Registry},
	types::*,
};
use frame_support::traits::Get;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{CheckedDiv, Saturating, UniqueSaturatedInto, Zero};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_chain(chain: ChainId) -> Option<ChainViewOf<T>> {
		let record = Chains::<T>::get(chain)?;
		let stage = Self::stage_of(chain, &record);
		let core = Slots::<T>::get().iter().find(|it| it.chain == Some(chain)).map(|it| it.core);
		Some(ChainView { chain: record, details: Descriptions::<T>::get(chain)?, stage, core })
	}

	pub(crate) fn view_stage(chain: ChainId) -> Option<Stage<BlockNumberFor<T>>> {
		Some(Self::stage_of(chain, &Chains::<T>::get(chain)?))
	}

	/// Asks the registry, which knows before a turn of the core does.
	fn stage_of(chain: ChainId, record: &ChainOf<T>) -> Stage<BlockNumberFor<T>> {
		let running = || match T::Registry::last_included(chain) {
			Some(last) => Stage::Producing { last },
			None => Stage::Starting,
		};
		match record.status {
			Status::Onboarding => match T::Registry::onboarding(chain) {
				Onboarding::Checking => Stage::Checking,
				Onboarding::Scheduled { session } => Stage::Scheduled { session },
				Onboarding::Live => running(),
				Onboarding::Offboarding | Onboarding::Absent => Stage::Rejected,
			},
			Status::Active { .. } => running(),
			Status::Suspended { reason } => Stage::Suspended { reason },
			Status::Rejected => Stage::Rejected,
			Status::Leaving => Stage::Leaving,
		}
	}

	pub(crate) fn view_tank(chain: ChainId) -> Option<TankView<BalanceOf<T>, BlockNumberFor<T>>> {
		let tank = Chains::<T>::get(chain)?.tank;
		let fee = T::PeriodFee::get();
		let periods: u32 = tank.checked_div(&fee).unwrap_or_default().unique_saturated_into();
		Some(TankView { tank, fee, lasts: T::Period::get().saturating_mul(periods.into()) })
	}

	pub(crate) fn view_pool(chain: ChainId) -> Option<PoolViewOf<T>> {
		let pool = Pools::<T>::get(chain)?;
		let waiting = pool.tail.saturating_sub(pool.head);
		let available = match waiting {
			0 => pool.bucket.available(Self::now(), T::LimitWindow::get()).min(pool.promised),
			_ => Zero::zero(),
		};
		let Pool { promised, owed, queued, bucket, lowering, .. } = pool;
		let limit = bucket.limit;
		Some(PoolView { promised, owed, queued, limit, available, waiting, lowering })
	}

	pub(crate) fn view_queue(chain: ChainId) -> QueueView<T::AccountId, BalanceOf<T>> {
		let Some(pool) = Pools::<T>::get(chain) else { return Default::default() };
		(pool.head..pool.tail).filter_map(|place| Queue::<T>::get(chain, place)).collect()
	}

	pub(crate) fn view_cores_free() -> u32 {
		let (capacity, count) = (T::Cores::capacity(), T::Cores::count());
		if count > capacity {
			return 0;
		}
		let slots = Slots::<T>::get();
		let now = Self::now();
		let given_up = slots.iter().filter(|it| it.chain.is_none() && it.changed < now).count();
		let room = T::MaxCores::get().saturating_sub(slots.len() as u32);
		let added = capacity.saturating_sub(count).min(room);
		added.saturating_add(given_up as u32)
	}
}
