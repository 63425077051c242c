//! What the calls cost in the worst case: texts as long as they can be, and lists that are full.

use crate::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect},
		Consideration, EnsureOrigin, Get, Hooks,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::traits::{BlockNumberProvider, One, Saturating, Zero};

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn filled<Max: Get<u32>>() -> BoundedVec<u8, Max> {
	BoundedVec::truncate_from(vec![b'x'; Max::get() as usize])
}

/// Pay that brings an account into existence, and that every origin may grant.
fn terms<T: Config>() -> TermsOf<T> {
	let pay = T::Currency::minimum_balance().max(One::one());
	Terms { document: Default::default(), title: filled(), url: filled(), pay, eras: 1 }
}

fn issue<T: Config>(who: &T::AccountId, amount: BalanceOf<T>) {
	assert!(T::Currency::resolve(who, T::Currency::issue(amount)).is_ok());
}

/// Somebody who can pay the deposit of so many workers; and a treasury that can pay them.
fn proposer<T: Config>(workers: u32) -> T::AccountId {
	let who: T::AccountId = whitelisted_caller();
	let much = terms::<T>().pay.saturating_mul(1_000u32.into());
	issue::<T>(&who, much);
	issue::<T>(&T::Treasury::get(), much.saturating_mul(T::MaxWorkers::get().into()));
	for _ in 0..workers {
		T::Consideration::ensure_successful(&who, Pallet::<T>::worker_footprint(&terms::<T>()));
	}
	who
}

fn approver<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::ApproveOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// A worker whose beneficiary has no account yet.
fn propose<T: Config>(who: &T::AccountId) -> u32 {
	let worker = NextWorker::<T>::get();
	let beneficiary = account("beneficiary", worker, 0);
	assert_ok!(Pallet::<T>::propose(signed::<T>(who), terms::<T>(), beneficiary));
	worker
}

/// So many workers that begin with the next era.
fn engage<T: Config>(who: &T::AccountId, workers: u32) -> Result<Vec<u32>, BenchmarkError> {
	let mut list = Vec::new();
	for _ in 0..workers {
		let worker = propose::<T>(who);
		Pallet::<T>::approve(approver::<T>()?, worker)?;
		list.push(worker);
	}
	Ok(list)
}

/// The last block of the era is over.
fn finish_era<T: Config>() {
	let now = T::BlockNumberProvider::current_block_number();
	T::BlockNumberProvider::set_block_number(now.saturating_add(T::EraLength::get()));
}

fn begin_block<T: Config>() {
	let now = frame_system::Pallet::<T>::block_number();
	Pallet::<T>::on_initialize(now);
}

fn next_era<T: Config>() {
	finish_era::<T>();
	begin_block::<T>();
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose() {
		let who = proposer::<T>(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), terms::<T>(), who.clone());
		assert!(Workers::<T>::contains_key(0));
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let who = proposer::<T>(T::MaxWorkers::get());
		engage::<T>(&who, T::MaxWorkers::get().saturating_sub(1))?;
		let worker = super::propose::<T>(&who);
		let origin = approver::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, worker);
		assert_eq!(Totals::<T>::get().workers, T::MaxWorkers::get());
		Ok(())
	}

	#[benchmark]
	fn stop() -> Result<(), BenchmarkError> {
		let who = proposer::<T>(T::MaxWorkers::get());
		let workers = engage::<T>(&who, T::MaxWorkers::get())?;
		let worker = workers.last().copied().unwrap_or_default();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), worker);
		assert_eq!(Totals::<T>::get().workers, T::MaxWorkers::get().saturating_sub(1));
		Ok(())
	}

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let who = proposer::<T>(1);
		engage::<T>(&who, 1)?;
		next_era::<T>();
		next_era::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), 0);
		assert!(!Workers::<T>::contains_key(0));
		let beneficiary = account("beneficiary", 0, 0);
		assert_eq!(T::Currency::balance(&beneficiary), terms::<T>().pay);
		Ok(())
	}

	#[benchmark]
	fn same_era() {
		CurrentEra::<T>::put(Era {
			index: 1,
			start: T::BlockNumberProvider::current_block_number(),
		});
		#[block]
		{
			begin_block::<T>();
		}
		assert_eq!(CurrentEra::<T>::get().index, 1);
	}

	#[benchmark]
	fn change_era(n: Linear<0, { T::MaxWorkers::get() }>) -> Result<(), BenchmarkError> {
		let who = proposer::<T>(T::MaxWorkers::get());
		engage::<T>(&who, n)?;
		next_era::<T>();
		finish_era::<T>();
		let before = CurrentEra::<T>::get().index;
		#[block]
		{
			begin_block::<T>();
		}
		assert!(Totals::<T>::get().workers.is_zero());
		assert_eq!(CurrentEra::<T>::get().index, before.saturating_add(1));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build_genesis(),
		crate::mock::Test
	);
}
