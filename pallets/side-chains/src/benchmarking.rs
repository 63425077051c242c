//! What calls and hooks cost in the worst case: every core there may be has been given, and that of the
//! chain concerned is the last; redemptions are paid to accounts that do not exist, and their numbers move
//! the window as far as it goes.

use crate::{
	chains::ROLE,
	nonces::WINDOW,
	traits::{Cores, Registry},
	*,
};
use alloc::{vec, vec::Vec};
use bhtd_primitives::MarginLedger;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect, InspectHold},
		EnsureOrigin, Get,
	},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, RawOrigin};
use sp_runtime::traits::{Hash, One, Saturating, Zero};

/// The last of the cores is ours; the others run chains that do not exist.
fn fill_slots<T: Config>() {
	let others = (1..T::MaxCores::get()).map(|i| Slot {
		core: u16::MAX.saturating_sub(i as u16),
		chain: Some(u32::MAX.saturating_sub(i)),
		changed: Zero::zero(),
	});
	Slots::<T>::put(SlotsOf::<T>::truncate_from(others.collect()));
	T::Cores::set_up_capacity(T::Cores::count().saturating_add(2));
}

fn fund<T: Config>(who: &T::AccountId) {
	let amount =
		T::Currency::minimum_balance().saturating_add(tank::<T>()).saturating_mul(100u32.into());
	assert!(T::Currency::resolve(who, T::Currency::issue(amount)).is_ok());
}

fn tank<T: Config>() -> BalanceOf<T> {
	T::LeastTank::get().saturating_add(T::PeriodFee::get()).saturating_mul(2u32.into())
}

/// Enough for a full queue of the least redemptions.
fn promise<T: Config>() -> BalanceOf<T> {
	let queue = T::MaxQueue::get().saturating_add(1);
	T::LeastRedemption::get().saturating_mul(queue.into()).saturating_mul(2u32.into())
}

fn merchant<T: Config>() -> T::AccountId {
	let who = whitelisted_caller::<T::AccountId>();
	fund::<T>(&who);
	let margin = T::ChainDeposit::get().saturating_add(promise::<T>());
	assert_ok!(T::Margin::set_up_margin(&who, ROLE, margin.saturating_mul(3u32.into())));
	who
}

fn treasurer<T: Config>() -> T::AccountId {
	let who = account("treasurer", 0, 0);
	fund::<T>(&who);
	who
}

fn details<T: Config>() -> DetailsOf<T> {
	Details {
		name: BoundedVec::truncate_from(vec![b'x'; T::MaxNameLength::get() as usize]),
		uri: BoundedVec::truncate_from(vec![b'x'; T::MaxUriLength::get() as usize]),
	}
}

/// The longest head that goes with a code of this length.
fn head<T: Config>(code: usize) -> HeadOf<T> {
	let mut fitting = (0..=T::MaxHeadLength::get()).rev();
	let length = fitting.find(|length| T::Registry::fits(*length, code as u32));
	BoundedVec::truncate_from(vec![1; length.unwrap_or_default() as usize])
}

fn own<T: Config>(code: Vec<u8>) -> CodeOf<T> {
	Code::Own(BoundedVec::truncate_from(code))
}

/// Registers a chain with a stored code, and gives its manager and id.
fn registered<T: Config>() -> (T::AccountId, ChainId) {
	fill_slots::<T>();
	// Not in the first block: what was done in the same one counts as too early.
	System::<T>::set_block_number(10u32.into());
	let manager = merchant::<T>();
	let code = T::Registry::new_code(1_000);
	let head = head::<T>(code.len());
	let hash = T::Registry::set_up_code(code);
	Blessed::<T>::mutate(|blessed| {
		let _ = blessed.try_push(hash);
	});
	assert_ok!(Pallet::<T>::register(
		RawOrigin::Signed(manager.clone()).into(),
		head,
		Code::Stored(hash),
		details::<T>(),
		treasurer::<T>(),
		tank::<T>(),
		promise::<T>(),
	));
	let chain = Chains::<T>::iter_keys().next().unwrap_or_default();
	System::<T>::set_block_number(20u32.into());
	(manager, chain)
}

/// Brings a chain into a state.
fn set_status<T: Config>(chain: ChainId, status: Status<BlockNumberFor<T>>) {
	Chains::<T>::mutate(chain, |record| {
		if let Some(record) = record {
			record.status = status;
		}
	});
}

/// A live and active chain.
fn active<T: Config>() -> (T::AccountId, ChainId) {
	let (manager, chain) = registered::<T>();
	T::Registry::set_up_live(chain);
	set_status::<T>(chain, Status::Active { since: System::<T>::block_number() });
	(manager, chain)
}

/// A live chain that has lost its core.
fn suspended<T: Config>(reason: Suspension) -> (T::AccountId, ChainId) {
	let (manager, chain) = active::<T>();
	assert_ok!(Pallet::<T>::give_up_core(chain));
	set_status::<T>(chain, Status::Suspended { reason });
	System::<T>::set_block_number(30u32.into());
	(manager, chain)
}

/// A chain that speaks through the origin the runtime gives to benchmarks.
fn speaking<T: Config>() -> Result<(T::RuntimeOrigin, ChainId), BenchmarkError> {
	let (_, chain) = registered::<T>();
	let origin = T::ChainOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
	let id = T::ChainOrigin::ensure_origin(origin.clone())
		.map_err(|_| BenchmarkError::Stop("not a chain"))?;
	if let Some(record) = Chains::<T>::take(chain) {
		Chains::<T>::insert(id, record);
	}
	if let Some(pool) = Pools::<T>::take(chain) {
		Pools::<T>::insert(id, pool);
	}
	Ok((origin, id))
}

/// Lets `count` redemptions wait that are not limited.
fn queue<T: Config>(chain: ChainId, count: u32) {
	for i in 0..count {
		let beneficiary = account("beneficiary", i, 0);
		let amount = T::LeastRedemption::get();
		let redemption = Redemption { nonce: i.into(), beneficiary, amount };
		Queue::<T>::insert(chain, u64::from(i), redemption);
	}
	Pools::<T>::mutate(chain, |pool| {
		if let Some(pool) = pool {
			pool.tail = count.into();
			pool.queued = T::LeastRedemption::get().saturating_mul(count.into());
			pool.bucket.limit = pool.promised;
			pool.bucket.level = pool.promised;
		}
	});
	// The longest list, with ours at its end.
	let others = (1..T::MaxChains::get()).map(|i| u32::MAX.saturating_sub(i));
	Waiting::<T>::put(BoundedVec::truncate_from(others.chain([chain]).collect::<Vec<_>>()));
}

/// The block of the turn of the last core, long after now.
fn turn<T: Config>() -> BlockNumberFor<T> {
	let place = T::MaxCores::get().saturating_sub(1);
	let block = T::Period::get().saturating_mul(3u32.into()).saturating_add(place.into());
	System::<T>::set_block_number(block);
	block
}

fn status<T: Config>(chain: ChainId) -> Option<Status<BlockNumberFor<T>>> {
	Chains::<T>::get(chain).map(|record| record.status)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register(c: Linear<0, { T::MaxCodeLength::get() }>) {
		fill_slots::<T>();
		let manager = merchant::<T>();
		let refund = treasurer::<T>();
		let code = T::Registry::new_code(c);
		let head = head::<T>(code.len());
		let (details, tank, pool) = (details::<T>(), tank::<T>(), promise::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), head, own::<T>(code), details, refund, tank, pool);
		assert_eq!(Chains::<T>::count(), 1);
		assert_eq!(Slots::<T>::get().len() as u32, T::MaxCores::get());
	}

	#[benchmark]
	fn describe() {
		let (manager, chain) = registered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain, details::<T>());
		assert_eq!(Descriptions::<T>::get(chain), Some(details::<T>()));
	}

	#[benchmark]
	fn fill_tank() {
		let (_, chain) = suspended::<T>(Suspension::TankEmpty);
		let who: T::AccountId = account("friend", 0, 0);
		fund::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), chain, T::PeriodFee::get());
		assert!(matches!(status::<T>(chain), Some(Status::Active { .. })));
	}

	#[benchmark]
	fn resume() {
		let (manager, chain) = suspended::<T>(Suspension::Stalled);
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain);
		assert!(matches!(status::<T>(chain), Some(Status::Active { .. })));
	}

	#[benchmark]
	fn raise_pool() {
		let (manager, chain) = registered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain, T::LeastRedemption::get());
		let promised = Pools::<T>::get(chain).map(|pool| pool.promised);
		assert_eq!(promised, Some(promise::<T>().saturating_add(T::LeastRedemption::get())));
	}

	#[benchmark]
	fn announce_lowering() {
		let (manager, chain) = registered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain, T::LeastRedemption::get());
		assert!(Pools::<T>::get(chain).is_some_and(|pool| pool.lowering.is_some()));
	}

	#[benchmark]
	fn lower_pool() {
		let (manager, chain) = registered::<T>();
		let origin = RawOrigin::Signed(manager.clone());
		assert_ok!(Pallet::<T>::announce_lowering(origin.into(), chain, promise::<T>()));
		let end = System::<T>::block_number().saturating_add(T::LoweringNotice::get());
		System::<T>::set_block_number(end);
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain);
		assert!(Pools::<T>::get(chain).is_some_and(|pool| pool.promised.is_zero()));
	}

	#[benchmark]
	fn redeem() -> Result<(), BenchmarkError> {
		let (origin, _) = speaking::<T>()?;
		let beneficiary: T::AccountId = account("beneficiary", 0, 0);
		let amount = T::LeastRedemption::get();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, beneficiary.clone(), amount, 2 * WINDOW - 1);
		assert_eq!(T::Currency::balance(&beneficiary), amount);
		Ok(())
	}

	#[benchmark]
	fn declare_owed() -> Result<(), BenchmarkError> {
		let (origin, chain) = speaking::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, promise::<T>());
		assert_eq!(Pools::<T>::get(chain).map(|pool| pool.owed), Some(promise::<T>()));
		Ok(())
	}

	#[benchmark]
	fn serve(n: Linear<1, { T::MaxQueue::get() }>) {
		let (manager, chain) = registered::<T>();
		queue::<T>(chain, n);
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain, n);
		assert!(Pools::<T>::get(chain).is_some_and(|pool| pool.queued.is_zero()));
		assert!(!Waiting::<T>::get().contains(&chain));
	}

	#[benchmark]
	fn authorize_upgrade() -> Result<(), BenchmarkError> {
		let (origin, chain) = speaking::<T>()?;
		let hash = T::Hashing::hash(b"new");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, hash);
		assert_eq!(Chains::<T>::get(chain).and_then(|record| record.authorized), Some(hash));
		Ok(())
	}

	#[benchmark]
	fn apply_upgrade(c: Linear<0, { T::MaxCodeLength::get() }>) {
		let (manager, chain) = active::<T>();
		let mut code = T::Registry::new_code(c);
		// Not the code of the chain, whatever its length.
		code.iter_mut().for_each(|byte| *byte = 2);
		let hash = T::Hashing::hash(&code);
		Chains::<T>::mutate(chain, |record| {
			if let Some(record) = record {
				record.authorized = Some(hash);
			}
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain, own::<T>(code));
		assert_eq!(Chains::<T>::get(chain).map(|record| record.authorized), Some(None));
	}

	#[benchmark]
	fn leave() {
		let (manager, chain) = active::<T>();
		let origin = RawOrigin::Signed(manager.clone());
		assert_ok!(Pallet::<T>::announce_lowering(origin.clone().into(), chain, promise::<T>()));
		let end = System::<T>::block_number().saturating_add(T::LoweringNotice::get());
		System::<T>::set_block_number(end);
		assert_ok!(Pallet::<T>::lower_pool(origin.into(), chain));
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain);
		assert_eq!(status::<T>(chain), None);
	}

	#[benchmark]
	fn clean_up() {
		let (manager, chain) = active::<T>();
		set_status::<T>(chain, Status::Leaving);
		#[extrinsic_call]
		_(RawOrigin::Signed(manager), chain);
		assert_eq!(status::<T>(chain), None);
	}

	#[benchmark]
	fn bless() -> Result<(), BenchmarkError> {
		let others = (1..T::MaxBlessed::get()).map(|i| T::Hashing::hash(&i.to_le_bytes()));
		Blessed::<T>::put(BoundedVec::truncate_from(others.collect::<Vec<_>>()));
		let origin =
			T::BlessOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let hash = T::Hashing::hash(b"new");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, hash);
		assert!(Blessed::<T>::get().contains(&hash));
		Ok(())
	}

	#[benchmark]
	fn unbless() -> Result<(), BenchmarkError> {
		let all = (0..T::MaxBlessed::get()).map(|i| T::Hashing::hash(&i.to_le_bytes()));
		Blessed::<T>::put(BoundedVec::truncate_from(all.collect::<Vec<_>>()));
		let origin =
			T::BlessOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let hash = T::Hashing::hash(&0u32.to_le_bytes());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, hash);
		assert!(!Blessed::<T>::get().contains(&hash));
		Ok(())
	}

	#[benchmark]
	fn set_registrations_paused() -> Result<(), BenchmarkError> {
		let origin =
			T::PauseOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, true);
		assert!(RegistrationsPaused::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn recover_head() -> Result<(), BenchmarkError> {
		let (_, chain) = active::<T>();
		let block = System::<T>::block_number().saturating_add(T::RecoveryPeriod::get());
		System::<T>::set_block_number(block);
		let head = HeadOf::<T>::truncate_from(vec![2; T::MaxHeadLength::get() as usize]);
		let origin =
			T::RecoveryOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, chain, head.clone());
		assert_eq!(T::Registry::head(chain), Some(head.into_inner()));
		Ok(())
	}

	#[benchmark]
	fn write_off() -> Result<(), BenchmarkError> {
		let (_, chain) = active::<T>();
		assert_ok!(Pallet::<T>::do_declare_owed(chain, promise::<T>()));
		let block = System::<T>::block_number().saturating_add(T::RecoveryPeriod::get());
		System::<T>::set_block_number(block);
		let origin =
			T::RecoveryOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, chain, Zero::zero());
		assert_eq!(Pools::<T>::get(chain).map(|pool| pool.owed), Some(Zero::zero()));
		Ok(())
	}

	#[benchmark]
	fn turn_of_none() {
		let (_, chain) = suspended::<T>(Suspension::Stalled);
		let block = turn::<T>();
		#[block]
		{
			Pallet::<T>::on_block(block);
		}
		assert!(!Slots::<T>::get().iter().any(|slot| slot.chain == Some(chain)));
	}

	#[benchmark]
	fn turn_that_charges() {
		let (_, chain) = registered::<T>();
		let block = turn::<T>();
		// It is found to have started as well.
		T::Registry::set_up_live(chain);
		#[block]
		{
			Pallet::<T>::on_block(block);
		}
		assert_eq!(status::<T>(chain), Some(Status::Active { since: block }));
		let left = tank::<T>().saturating_sub(T::PeriodFee::get());
		let held = T::Currency::balance_on_hold(&HoldReason::Tank.into(), &treasurer::<T>());
		assert_eq!(held, left);
	}

	#[benchmark]
	fn turn_that_suspends() {
		let (_, chain) = active::<T>();
		let block =
			turn::<T>().saturating_add(T::Period::get().saturating_mul(
				T::StallPeriod::get() / T::Period::get() + BlockNumberFor::<T>::one(),
			));
		System::<T>::set_block_number(block);
		#[block]
		{
			Pallet::<T>::on_block(block);
		}
		let reason = Suspension::Stalled;
		assert_eq!(status::<T>(chain), Some(Status::Suspended { reason }));
	}

	/// With the first of the longest list in vain.
	#[benchmark]
	fn serve_waiting() {
		let (_, chain) = registered::<T>();
		queue::<T>(chain, 1);
		let base = T::WeightInfo::serve_waiting();
		let mut meter = WeightMeter::with_limit(base.saturating_add(T::WeightInfo::serve(1)));
		#[block]
		{
			Pallet::<T>::serve_waiting(&mut meter);
		}
		assert!(Waiting::<T>::get().contains(&chain));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
