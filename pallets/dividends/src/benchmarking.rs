//! What the calls cost in the worst case: records with all the parts there can be, that come or go, while fees
//! have arrived for nobody.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect, InspectHold},
		Consideration, Get, OnUnbalanced,
	},
};
use frame_system::RawOrigin;
use sp_runtime::traits::{BlockNumberProvider, Saturating, Zero};

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

/// Planck enough for a lock, and for bringing accounts into existence.
fn amount<T: Config>() -> BalanceOf<T> {
	let least = T::MinimumLock::get().saturating_add(T::Currency::minimum_balance());
	least.saturating_mul(10u32.into())
}

fn fund<T: Config>(who: &T::AccountId) {
	T::Consideration::ensure_successful(who, Pallet::<T>::lock_footprint());
	let coins = T::Currency::issue(amount::<T>().saturating_mul(1_000u32.into()));
	assert!(T::Currency::resolve(who, coins).is_ok());
}

fn funded<T: Config>() -> T::AccountId {
	let who: T::AccountId = whitelisted_caller();
	fund::<T>(&who);
	who
}

fn wait<T: Config>(blocks: ProvidedBlockNumberOf<T>) {
	let now = T::BlockNumberProvider::current_block_number();
	T::BlockNumberProvider::set_block_number(now.saturating_add(blocks));
}

/// Fees arrive in the pot, which has existed before.
fn fees<T: Config>() {
	ToDividends::<T>::on_unbalanced(T::Currency::issue(amount::<T>()));
	ToDividends::<T>::on_unbalanced(T::Currency::issue(amount::<T>()));
}

/// Somebody has locked ten times the amount, and a dividend has accrued.
fn locked<T: Config>() -> T::AccountId {
	let who = funded::<T>();
	let all = amount::<T>().saturating_mul(10u32.into());
	assert_ok!(Pallet::<T>::lock(signed::<T>(&who), all));
	fees::<T>();
	wait::<T>(T::StreamPeriod::get());
	who
}

/// Somebody has unlocked in `parts` parts, a planck less than an amount each but the last.
fn unlocking<T: Config>(who: &T::AccountId, parts: u32) {
	for _ in 0..parts {
		assert_ok!(Pallet::<T>::unlock(signed::<T>(who), 1u32.into()));
		wait::<T>(1u32.into());
	}
}

/// Somebody has locked nothing any more, and unlocked in all the parts there can be. There is something to
/// claim, and more has arrived for nobody.
fn left<T: Config>() -> T::AccountId {
	let who = locked::<T>();
	unlocking::<T>(&who, T::MaxChunks::get().saturating_sub(1));
	let rest = Pallet::<T>::position(who.clone()).map(|it| it.locked).unwrap_or_default();
	assert_ok!(Pallet::<T>::unlock(signed::<T>(&who), rest));
	fees::<T>();
	who
}

fn on_hold<T: Config>(who: &T::AccountId) -> BalanceOf<T> {
	T::Currency::balance_on_hold(&HoldReason::Lock.into(), who)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn lock() {
		let who = funded::<T>();
		fees::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), amount::<T>());
		assert_eq!(on_hold::<T>(&who), amount::<T>());
		assert!(Pallet::<T>::totals().waiting.is_zero());
	}

	#[benchmark]
	fn unlock() {
		let who = locked::<T>();
		unlocking::<T>(&who, T::MaxChunks::get().saturating_sub(1));
		fees::<T>();
		wait::<T>(1u32.into());
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), amount::<T>());
		let parts = Locks::<T>::get(who).map(|record| record.unlocking.len() as u32);
		assert_eq!(parts, Some(T::MaxChunks::get()));
	}

	#[benchmark]
	fn relock() {
		let who = left::<T>();
		let all = on_hold::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), all);
		assert!(Locks::<T>::get(who).is_some_and(|record| record.unlocking.is_empty()));
		assert!(Pallet::<T>::totals().waiting.is_zero());
	}

	#[benchmark]
	fn withdraw() {
		let who = left::<T>();
		assert_ok!(Pallet::<T>::claim(signed::<T>(&who)));
		wait::<T>(T::NoticePeriod::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(on_hold::<T>(&who).is_zero() && !Locks::<T>::contains_key(who));
	}

	#[benchmark]
	fn claim() {
		let who = left::<T>();
		wait::<T>(T::NoticePeriod::get());
		assert_ok!(Pallet::<T>::withdraw(signed::<T>(&who)));
		let before = T::Currency::balance(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(T::Currency::balance(&who) > before && !Locks::<T>::contains_key(who));
		assert!(Pallet::<T>::totals().waiting.is_zero());
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build_genesis(),
		crate::mock::Test
	);
}
