//! What the calls cost in the worst case: an award that moves the receipt window by its whole length,
//! of everything that is left in the vault, to an account that does not exist; a conversion of
//! everything into an empty vault, by an account without BHTD.

use crate::{receipts::WINDOW, types::*, *};
use alloc::{vec, vec::Vec};
use bhtd_primitives::{ClassId, MarginLedger, Role};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		tokens::fungibles::{Inspect, Mutate},
		Consideration, Footprint, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{traits::Bounded, FixedU128};

const CLASS: ClassId = 0;
const SUPPLY: u32 = 1_000_000;

/// Twice the smallest unit that a whole account needs.
fn floor() -> FixedU128 {
	FixedU128::from_u32(1_000_000)
}

fn filled<Max: Get<u32>>() -> BoundedVec<u8, Max> {
	BoundedVec::truncate_from(vec![b'x'; Max::get() as usize])
}

/// A merchant with margin for everything, and funds for the deposits.
fn merchant<T: Config>(index: u32) -> T::AccountId {
	let who = account("merchant", index, 0);
	let margin = BalanceOf::<T>::max_value() / (1u32 << 16).into();
	assert_ok!(T::Margin::set_up_margin(&who, Role::Merchant, margin));
	let class = Footprint::from_parts(1, 1 << 13);
	T::ClassConsideration::ensure_successful(&who, class);
	T::BookConsideration::ensure_successful(&who, Pallet::<T>::book_footprint());
	who
}

/// A merchant with a class and a book whose window is full.
fn shop<T: Config>() -> T::AccountId {
	let issuer = merchant::<T>(0);
	let origin = RawOrigin::Signed(issuer.clone());
	assert_ok!(Pallet::<T>::create_class(
		origin.clone().into(),
		filled(),
		filled(),
		2,
		SUPPLY.into(),
		floor(),
		Kind::Value,
		Scope::Global,
		filled(),
	));
	assert_ok!(Pallet::<T>::open_receipt_book(origin.into()));
	Books::<T>::mutate(&issuer, 0, |book| {
		if let Some(book) = book {
			(0..WINDOW).for_each(|number| assert!(book.use_number(number).is_ok()));
		}
	});
	issuer
}

fn award_points<T: Config>(issuer: &T::AccountId, to: &T::AccountId, number: u64) {
	assert_ok!(Pallet::<T>::award(
		RawOrigin::Signed(issuer.clone()).into(),
		CLASS,
		to.clone(),
		SUPPLY.into(),
		Receipt { book: 0, number },
	));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_class() {
		let issuer = merchant::<T>(0);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(issuer),
			filled(),
			filled(),
			2,
			SUPPLY.into(),
			floor(),
			Kind::Value,
			Scope::Global,
			filled(),
		);
		assert_eq!(T::Assets::total_issuance(CLASS), SUPPLY.into());
	}

	#[benchmark]
	fn open_receipt_book() {
		let issuer = merchant::<T>(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer.clone()));
		assert!(Books::<T>::contains_key(&issuer, 0));
	}

	#[benchmark]
	fn close_receipt_book() {
		let issuer = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer.clone()), 0);
		assert!(!Books::<T>::contains_key(&issuer, 0));
	}

	#[benchmark]
	fn award() {
		let issuer = shop::<T>();
		let beneficiary: T::AccountId = account("consumer", 0, 0);
		let receipt = Receipt { book: 0, number: 2 * WINDOW - 1 };
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS, beneficiary.clone(), SUPPLY.into(), receipt);
		assert_eq!(T::Assets::balance(CLASS, &beneficiary), SUPPLY.into());
	}

	#[benchmark]
	fn award_batch(n: Linear<1, { T::MaxAwards::get() }>) {
		let issuer = shop::<T>();
		let awards = (0..n)
			.map(|i| Award {
				beneficiary: account::<T::AccountId>("consumer", i, 0),
				// The last takes what the others leave.
				amount: if i + 1 < n { 1u32 } else { SUPPLY - i }.into(),
				number: 2 * WINDOW - u64::from(n - i),
			})
			.collect::<Vec<_>>();
		let last = awards[n as usize - 1].beneficiary.clone();
		let awards = BoundedVec::truncate_from(awards);
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS, 0, awards);
		assert_eq!(T::Assets::balance(CLASS, &last), (SUPPLY - n + 1).into());
	}

	#[benchmark]
	fn convert() {
		let issuer = shop::<T>();
		let consumer: T::AccountId = account("consumer", 0, 0);
		award_points::<T>(&issuer, &consumer, WINDOW);
		let out = math::proceeds(SUPPLY.into(), floor()).unwrap_or_default();
		#[extrinsic_call]
		_(RawOrigin::Signed(consumer.clone()), CLASS, SUPPLY.into(), out);
		assert_eq!(T::Assets::balance(CLASS, &consumer), 0u32.into());
	}

	#[benchmark]
	fn raise_floor() {
		let issuer = shop::<T>();
		award_points::<T>(&issuer, &account("consumer", 0, 0), WINDOW);
		let raised = floor() + FixedU128::from_u32(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS, raised);
		assert_eq!(Classes::<T>::get(CLASS).map(|class| class.floor), Some(raised));
	}

	#[benchmark]
	fn pause_awards() {
		let issuer = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS);
		assert!(Classes::<T>::get(CLASS).is_some_and(|class| class.awards_paused));
	}

	#[benchmark]
	fn resume_awards() {
		let issuer = shop::<T>();
		assert_ok!(Pallet::<T>::pause_awards(RawOrigin::Signed(issuer.clone()).into(), CLASS));
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS);
		assert!(Classes::<T>::get(CLASS).is_some_and(|class| !class.awards_paused));
	}

	#[benchmark]
	fn offer_stewardship() {
		let issuer = shop::<T>();
		let successor: T::AccountId = account("successor", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS, Some(successor.clone()));
		assert_eq!(Offers::<T>::get(CLASS), Some(successor));
	}

	#[benchmark]
	fn accept_stewardship() {
		let issuer = shop::<T>();
		let successor = merchant::<T>(1);
		// Some of the points go straight back, so that there is a surplus to lift as well.
		let consumer: T::AccountId = account("consumer", 0, 0);
		award_points::<T>(&issuer, &consumer, WINDOW);
		donate::<T>(&consumer);
		assert_ok!(Pallet::<T>::offer_stewardship(
			RawOrigin::Signed(issuer).into(),
			CLASS,
			Some(successor.clone()),
		));
		#[extrinsic_call]
		_(RawOrigin::Signed(successor.clone()), CLASS, BalanceOf::<T>::max_value());
		assert_eq!(Classes::<T>::get(CLASS).map(|class| class.issuer), Some(successor));
	}

	#[benchmark]
	fn reconcile() {
		let issuer = shop::<T>();
		let consumer: T::AccountId = account("consumer", 0, 0);
		award_points::<T>(&issuer, &consumer, WINDOW);
		donate::<T>(&consumer);
		#[extrinsic_call]
		_(RawOrigin::Signed(consumer), CLASS);
		let needed = math::liability((SUPPLY / 2).into(), floor());
		assert_eq!(Classes::<T>::get(CLASS).map(|class| class.liability), needed);
	}

	#[benchmark]
	fn set_design() {
		let issuer = shop::<T>();
		let design: DocumentOf<T> = filled();
		assert_ok!(Pallet::<T>::set_design(
			RawOrigin::Signed(issuer.clone()).into(),
			CLASS,
			Default::default(),
		));
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), CLASS, design.clone());
		assert_eq!(Designs::<T>::get(CLASS).map(|class| class.document), Some(design));
	}

	/// Sends half of a consumer's points straight to the vault.
	fn donate<T: Config>(consumer: &T::AccountId) {
		assert_ok!(T::Assets::transfer(
			CLASS,
			consumer,
			&Pallet::<T>::vault(CLASS),
			(SUPPLY / 2).into(),
			frame_support::traits::tokens::Preservation::Expendable,
		));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
