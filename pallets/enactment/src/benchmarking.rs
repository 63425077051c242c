//! Benchmarks of the calls, each in its costliest case.

use crate::*;
use alloc::boxed::Box;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	schedule::{DispatchTime, HIGHEST_PRIORITY},
	EnsureOrigin, Get,
};
use sp_runtime::traits::Saturating;

/// The longest call measured.
const MAX_LENGTH: u32 = 1_048_576;
/// More tasks than any scheduler takes in one block.
const MAX_TASKS: u32 = 10_000;

/// Knows a call of the list.
pub trait BenchmarkHelper<Call> {
	/// A call of the list that carries `length` bytes and does little with them.
	fn call(length: u32) -> Call;
}

/// A listed call of about `length` bytes, its kind, and who may propose it.
fn listed<T: Config>(
	length: u32,
) -> Result<(Box<RuntimeCallOf<T>>, Kind, T::RuntimeOrigin), BenchmarkError> {
	let call = T::BenchmarkHelper::call(length);
	let kind = Pallet::<T>::kind(&call).ok_or(BenchmarkError::Stop("the call is not listed"))?;
	let origin = match kind {
		Kind::Upgrade => T::UpgradeOrigin::try_successful_origin(),
		Kind::Setting => T::SettingOrigin::try_successful_origin(),
	};
	Ok((Box::new(call), kind, origin.map_err(|_| BenchmarkError::Weightless)?))
}

fn delay<T: Config>(kind: Kind) -> ProvidedBlockNumberOf<T> {
	match kind {
		Kind::Upgrade => T::UpgradeDelay::get(),
		Kind::Setting => T::SettingDelay::get(),
	}
}

/// Leaves room for one more task in the block for which a call of `kind` is proposed now.
fn crowd<T: Config>(kind: Kind) -> Result<(), BenchmarkError> {
	let at = T::BlockNumberProvider::current_block_number().saturating_add(delay::<T>(kind));
	let task = T::Preimages::bound(T::BenchmarkHelper::call(0))?;
	let name = |index: u32| {
		let mut name = [255; 32];
		name.iter_mut().zip(index.to_le_bytes()).for_each(|(byte, of_index)| *byte = of_index);
		name
	};
	for index in 0..MAX_TASKS {
		let scheduled = T::Scheduler::schedule_named(
			name(index),
			DispatchTime::At(at),
			None,
			HIGHEST_PRIORITY,
			RawOrigin::Root.into(),
			task.clone(),
		);
		if scheduled.is_err() {
			break;
		}
	}
	T::Scheduler::cancel_named(name(0))?;
	Ok(())
}

/// Proposes a listed call of about `length` bytes in a crowded block, and gives its number.
fn proposed<T: Config>(length: u32) -> Result<(ProposalId, Box<RuntimeCallOf<T>>), BenchmarkError> {
	let (call, kind, _) = listed::<T>(length)?;
	crowd::<T>(kind)?;
	let id = NextId::<T>::get();
	Pallet::<T>::do_propose(call.clone(), kind, delay::<T>(kind))?;
	Ok((id, call))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Linear in the length of the call.
	#[benchmark]
	fn propose(l: Linear<0, MAX_LENGTH>) -> Result<(), BenchmarkError> {
		let (call, kind, origin) = listed::<T>(l)?;
		crowd::<T>(kind)?;
		let id = NextId::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, call);

		assert!(Pending::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn cancel() -> Result<(), BenchmarkError> {
		let origin =
			T::CancelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (id, _) = proposed::<T>(MAX_LENGTH)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	/// Linear in the length of the call, which is done as well.
	#[benchmark]
	fn enact(l: Linear<0, MAX_LENGTH>) -> Result<(), BenchmarkError> {
		let (id, call) = proposed::<T>(l)?;
		let at = Pending::<T>::get(id).ok_or(BenchmarkError::Stop("nothing is pending"))?.at;
		T::BlockNumberProvider::set_block_number(at);

		#[extrinsic_call]
		_(RawOrigin::Root, id, call);

		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder.build(), crate::mock::Test);
}
