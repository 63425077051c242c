//! What the calls cost in the worst case: a consumer with other redemptions on their way, numbers of which a
//! whole window waits, and records that have to be replaced.

use crate::{numbers::WINDOW, traits::MainChain, *};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, Role};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungibles::InspectHold, EnsureOrigin, Get},
};
use frame_system::RawOrigin;
use sp_runtime::traits::{BlockNumberProvider, Saturating, Zero};

/// The points of a benchmark, which are worth a planck each.
const ROUNDS: u32 = 2_000;

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn wait<T: Config>() {
	let now = T::BlockNumberProvider::current_block_number();
	T::BlockNumberProvider::set_block_number(now.saturating_add(T::RetryAfter::get()));
}

/// An issuer whose points the main chain covers, as if it had said so.
fn issuer<T: Config>() -> T::AccountId {
	let issuer: T::AccountId = account("issuer", 0, 0);
	T::MainChain::set_up(&issuer);
	let all = T::LeastRedemption::get().saturating_mul(ROUNDS.into());
	assert_ok!(T::Margin::set_up_margin(&issuer, Role::Merchant, all));
	TheCover::<T>::put(Cover::new(issuer.clone(), all));
	issuer
}

/// `who` has the points for many redemptions, and has sent the first.
fn holder<T: Config>(who: &T::AccountId) -> ClassId {
	let issuer = issuer::<T>();
	let least = T::LeastRedemption::get();
	let supply = least.saturating_mul(ROUNDS.into());
	let class = T::Loyalty::set_up_class(&issuer, supply).expect("the issuer is a merchant");
	assert_ok!(T::Loyalty::award(&issuer, class, who, least.saturating_mul(10u32.into())));
	T::MainChain::set_up(who);
	assert_ok!(Pallet::<T>::redeem_on_main(signed::<T>(who), class, least, least, issuer));
	class
}

fn query<T: Config>(who: &T::AccountId, number: u64) -> crate::traits::QueryId {
	Redemptions::<T>::get(who, number).map(|it| it.query).expect("it was sent")
}

fn on_hold<T: Config>(class: ClassId, who: &T::AccountId) -> BalanceOf<T> {
	T::Points::balance_on_hold(class, &Pallet::<T>::reason(), who)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn redeem_on_main() {
		let who: T::AccountId = whitelisted_caller();
		let class = holder::<T>(&who);
		let least = T::LeastRedemption::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), class, least, least, who.clone());
		assert_eq!(on_hold::<T>(class, &who), least.saturating_mul(2u32.into()));
		assert_eq!(Pallet::<T>::redemptions(who).len(), 2);
	}

	#[benchmark]
	fn report() {
		let who: T::AccountId = whitelisted_caller();
		let class = holder::<T>(&who);
		// All numbers after the first have been answered: it is a long way to the next that waits.
		TheNumbers::<T>::mutate(|numbers| {
			for _ in 1..WINDOW {
				let number = numbers.give().expect("there is room in the window");
				assert_eq!(numbers.settle(number, true), Some(()));
			}
		});
		let (query, response) = (query::<T>(&who, 0), T::MainChain::set_up_done());
		let origin =
			T::MainChainOrigin::try_successful_origin().expect("the main chain can answer");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, query, response);
		assert!(on_hold::<T>(class, &who).is_zero());
		assert!(Pallet::<T>::redemptions(who).is_empty());
		assert!(TheCover::<T>::get().is_some_and(|cover| cover.reserved.is_zero()));
	}

	#[benchmark]
	fn retry() {
		let who: T::AccountId = account("holder", 0, 0);
		holder::<T>(&who);
		let by: T::AccountId = whitelisted_caller();
		T::MainChain::set_up(&by);
		wait::<T>();
		let before = query::<T>(&who, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(by), who.clone(), 0);
		assert!(query::<T>(&who, 0) != before);
	}

	#[benchmark]
	fn declare() {
		let issuer = issuer::<T>();
		let more = |cover: CoverOf<T>| cover.confirmed.saturating_add(1u32.into());
		let owed = TheCover::<T>::get().map(more).expect("there is an issuer");
		assert_ok!(Pallet::<T>::declare(signed::<T>(&issuer), owed));
		wait::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), owed);
		let query = TheCover::<T>::get().and_then(|cover| cover.declaring).map(|it| it.query);
		assert!(query.is_some_and(Queries::<T>::contains_key));
		assert_eq!(Queries::<T>::iter_keys().count(), 1);
	}

	#[benchmark]
	fn set_issuer() {
		let issuer = issuer::<T>();
		assert_ok!(Pallet::<T>::declare(signed::<T>(&issuer), 1u32.into()));
		wait::<T>();
		let next: T::AccountId = account("next", 0, 0);
		let origin = T::AdminOrigin::try_successful_origin().expect("somebody administers");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, next.clone());
		assert_eq!(TheCover::<T>::get().map(|cover| cover.issuer), Some(next));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build_genesis(),
		crate::mock::Test
	);
}
