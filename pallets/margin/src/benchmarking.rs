//! Benchmarks of the calls, each in its costliest case.

use crate::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect, InspectHold},
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;
use sp_runtime::traits::Saturating;

const ROLE: Role = Role::Merchant;

fn margin<T: Config>() -> BalanceOf<T> {
	T::LowestMinimum::get().saturating_mul(10u32.into())
}

fn held<T: Config>(who: &T::AccountId) -> BalanceOf<T> {
	T::Currency::balance_on_hold(&HoldReason::from(ROLE).into(), who)
}

fn longest_profile<T: Config>() -> ProfileContentOf<T> {
	let content = vec![b'x'; T::MaxProfileLength::get() as usize];
	content.try_into().unwrap_or_default()
}

/// A caller with the role, a margin that could bear [`margin`] of liabilities, and an empty profile.
fn registered_caller<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let caller: T::AccountId = whitelisted_caller();
	Pallet::<T>::set_up_margin(&caller, ROLE, margin::<T>())?;
	Ok(caller)
}

/// A caller whose notice has ended.
fn leaving_caller<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let caller = registered_caller::<T>()?;
	Pallet::<T>::do_announce_exit(&caller, ROLE)?;
	let end = T::BlockNumberProvider::current_block_number()
		.saturating_add(RoleTerms::<T>::get(ROLE).notice);
	T::BlockNumberProvider::set_block_number(end);
	Ok(caller)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() -> Result<(), BenchmarkError> {
		let caller: T::AccountId = whitelisted_caller();
		let minimum = T::LowestMinimum::get();
		RoleTerms::<T>::insert(ROLE, Terms { minimum, notice: T::ShortestNotice::get() });
		let profile = longest_profile::<T>();
		T::Consideration::ensure_successful(&caller, Pallet::<T>::footprint(&profile));
		T::Currency::mint_into(&caller, margin::<T>())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE, margin::<T>(), profile);

		assert_eq!(held::<T>(&caller), margin::<T>());
		assert!(Profiles::<T>::contains_key(&caller, ROLE));
		Ok(())
	}

	#[benchmark]
	fn top_up() -> Result<(), BenchmarkError> {
		let caller = registered_caller::<T>()?;
		let before = held::<T>(&caller);
		T::Currency::mint_into(&caller, margin::<T>())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE, margin::<T>());

		assert_eq!(held::<T>(&caller), before.saturating_add(margin::<T>()));
		Ok(())
	}

	#[benchmark]
	fn withdraw_excess() -> Result<(), BenchmarkError> {
		let caller = registered_caller::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE, margin::<T>());

		assert_eq!(held::<T>(&caller), T::LowestMinimum::get());
		Ok(())
	}

	#[benchmark]
	fn announce_exit() -> Result<(), BenchmarkError> {
		let caller = registered_caller::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE);

		assert!(!Pallet::<T>::is_active(&caller, ROLE));
		Ok(())
	}

	#[benchmark]
	fn cancel_exit() -> Result<(), BenchmarkError> {
		let caller = leaving_caller::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE);

		assert!(Pallet::<T>::is_active(&caller, ROLE));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let caller = leaving_caller::<T>()?;
		// Nothing is owed, so that the record, the profile and the deposit go as well.
		let profile = longest_profile::<T>();
		T::Consideration::ensure_successful(&caller, Pallet::<T>::footprint(&profile));
		Pallet::<T>::do_set_profile(&caller, ROLE, profile)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE);

		assert_eq!(held::<T>(&caller), BalanceOf::<T>::default());
		assert!(!Accounts::<T>::contains_key(&caller, ROLE));
		assert!(!Profiles::<T>::contains_key(&caller, ROLE));
		Ok(())
	}

	/// Linear in the number of payments, each to an account that does not exist yet.
	#[benchmark]
	fn penalise(n: Linear<1, { T::MaxBeneficiaries::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::ArbiterOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who: T::AccountId = account("penalised", 0, 0);
		let payment = T::Currency::minimum_balance();
		let sum = payment.saturating_mul(n.into());
		Pallet::<T>::set_up_margin(&who, ROLE, sum)?;
		let payments: Vec<(T::AccountId, BalanceOf<T>)> =
			(0..n).map(|i| (account("beneficiary", i, 0), payment)).collect();
		let payments: PaymentsOf<T> =
			payments.try_into().map_err(|_| BenchmarkError::Stop("too many payments"))?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), ROLE, payments.clone());

		assert_eq!(held::<T>(&who), T::LowestMinimum::get());
		for (beneficiary, amount) in payments {
			assert_eq!(T::Currency::balance(&beneficiary), amount);
		}
		Ok(())
	}

	#[benchmark]
	fn set_terms() -> Result<(), BenchmarkError> {
		let origin =
			T::TermsOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let terms = Terms { minimum: T::HighestMinimum::get(), notice: T::LongestNotice::get() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ROLE, terms.minimum, terms.notice);

		assert_eq!(RoleTerms::<T>::get(ROLE), terms);
		Ok(())
	}

	#[benchmark]
	fn set_profile() -> Result<(), BenchmarkError> {
		let caller = registered_caller::<T>()?;
		let profile = longest_profile::<T>();
		T::Consideration::ensure_successful(&caller, Pallet::<T>::footprint(&profile));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), ROLE, profile.clone());

		assert_eq!(Profiles::<T>::get(&caller, ROLE).map(|p| p.content), Some(profile));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
