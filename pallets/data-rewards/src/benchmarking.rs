//! What the calls cost in the worst case: data accounts with all the receipts there can be, campaigns with
//! everything there is room for, claims that are bounded, end a record and bring back an account.

use crate::{ledger::Window, *};
use alloc::{vec, vec::Vec};
use bhtd_primitives::{MarginLedger, OnCompletion, OrderId, Receipt, Role};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect, InspectHold},
		Consideration, EnsureOrigin, Footprint, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{BlockNumberProvider, Saturating, Zero},
	Permill,
};

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn filled<Max: Get<u32>>() -> BoundedVec<u8, Max> {
	BoundedVec::truncate_from(vec![b'x'; Max::get() as usize])
}

/// Planck enough for every part of it to bring an account into existence.
fn amount<T: Config>() -> BalanceOf<T> {
	T::Currency::minimum_balance().saturating_add(1u32.into()).saturating_mul(10_000u32.into())
}

fn fund<T: Config>(who: &T::AccountId) {
	for _ in 0..8 {
		T::Consideration::ensure_successful(who, Footprint::from_parts(1, 1 << 13));
	}
	let coins = T::Currency::issue(amount::<T>().saturating_mul(1_000u32.into()));
	assert!(T::Currency::resolve(who, coins).is_ok());
}

fn funded<T: Config>(name: &'static str) -> T::AccountId {
	let who = account(name, 0, 0);
	fund::<T>(&who);
	who
}

fn now<T: Config>() -> ProvidedBlockNumberOf<T> {
	T::BlockNumberProvider::current_block_number()
}

fn wait<T: Config>(blocks: ProvidedBlockNumberOf<T>) {
	T::BlockNumberProvider::set_block_number(now::<T>().saturating_add(blocks));
}

/// A window that begins in the next block, and whose quiet period begins two blocks after that. Not in this
/// one, because what a benchmark prepares in the genesis block is measured in the next.
fn window<T: Config>() -> Window<ProvidedBlockNumberOf<T>> {
	let from = now::<T>().saturating_add(1u8.into());
	let until = from.saturating_add(T::QuietPeriod::get()).saturating_add(2u8.into());
	Window { from, until, closes: until.saturating_add(T::ShortestAftermath::get()) }
}

fn accounts<T: Config>(count: u32) -> Vec<T::AccountId> {
	let mut list = (0..count).map(|i| account("merchant", i, 0)).collect::<Vec<_>>();
	list.sort();
	list
}

fn terms<T: Config>() -> TermsOf<T> {
	Terms {
		purpose: filled(),
		schema: Default::default(),
		categories: BoundedVec::truncate_from((0..T::MaxCategories::get() as u16).collect()),
		merchants: BoundedVec::truncate_from(accounts::<T>(T::MaxMerchants::get())),
		window: window::<T>(),
		cap_per_receipt: amount::<T>(),
		cap_per_person: amount::<T>().saturating_mul(T::MaxSlots::get().into()),
		provider: account("provider", 0, 0),
		provider_share: HIGHEST_PROVIDER_SHARE,
		minimum: 1,
		split: Split { contributors: 5_000, provider: 3_000, treasury: 2_000 },
	}
}

/// Campaign 0, in the first block of its window, its sponsor and its provider.
fn campaign<T: Config>() -> (T::AccountId, T::AccountId) {
	let (sponsor, provider) = (funded::<T>("sponsor"), funded::<T>("provider"));
	let funds = amount::<T>().saturating_mul(100u32.into());
	assert_ok!(Pallet::<T>::open_campaign(signed::<T>(&sponsor), terms::<T>(), funds));
	wait::<T>(1u8.into());
	(sponsor, provider)
}

/// An order of `who` completes that every campaign here is about.
fn buy<T: Config>(who: &T::AccountId) {
	let merchants = accounts::<T>(T::MaxMerchants::get());
	Pallet::<T>::completed(&Receipt {
		order: OrderId { product: u64::MAX, number: u64::MAX },
		merchant: merchants.last().cloned().unwrap_or_else(|| who.clone()),
		buyer: who.clone(),
		category: T::MaxCategories::get().saturating_sub(1) as u16,
		net: amount::<T>(),
		fee: amount::<T>(),
	});
}

/// Somebody with a full data account.
fn person<T: Config>() -> T::AccountId {
	let who: T::AccountId = whitelisted_caller();
	fund::<T>(&who);
	assert_ok!(Pallet::<T>::open_data_account(signed::<T>(&who), T::MaxSlots::get()));
	for _ in 0..T::MaxSlots::get() {
		buy::<T>(&who);
	}
	who
}

fn consent<T: Config>(who: &T::AccountId) {
	let hash = T::Hash::default();
	assert_ok!(Pallet::<T>::consent(signed::<T>(who), 0, hash, filled()));
}

fn all_receipts<T: Config>() -> BoundedVec<u64, T::MaxSlots> {
	BoundedVec::truncate_from((0..u64::from(T::MaxSlots::get())).collect())
}

/// Campaign 0 with a contributor, a block after it has joined.
fn contributed<T: Config>() -> (T::AccountId, T::AccountId, T::AccountId) {
	let (sponsor, provider) = campaign::<T>();
	let who = person::<T>();
	consent::<T>(&who);
	let hash = T::Hash::default();
	assert_ok!(Pallet::<T>::contribute(signed::<T>(&who), 0, all_receipts::<T>(), hash));
	wait::<T>(1u8.into());
	(sponsor, provider, who)
}

/// The same, after the close; more has accrued than the bound lets through.
fn closed<T: Config>() -> T::AccountId {
	let (_, _, who) = contributed::<T>();
	let anyone = funded::<T>("benefactor");
	let more = amount::<T>().saturating_mul(T::MaxSlots::get().into());
	let coins = T::Currency::issue(more.saturating_mul(10u32.into()));
	assert!(T::Currency::resolve(&anyone, coins).is_ok());
	let funds = more.saturating_mul(5u32.into());
	assert_ok!(Pallet::<T>::add_funds(signed::<T>(&anyone), 0, funds));
	wait::<T>(T::LongestCampaign::get());
	who
}

fn offer<T: Config>() -> OfferOf<T> {
	let (role, fee) = (Role::CreditInstitution, HIGHEST_ARBITER_FEE);
	let others = (1..T::MaxArbiters::get()).map(|i| account("arbiter", i, 0));
	let arbiters = others.chain([account("arbiter", 0, 0)]);
	let arbiters = arbiters.map(|who| Arbiter { who, role, fee }).collect();
	Offer {
		price: amount::<T>(),
		content: Default::default(),
		arbiters: BoundedVec::truncate_from(arbiters),
	}
}

fn arbiter<T: Config>() -> T::AccountId {
	let who = funded::<T>("arbiter");
	assert_ok!(T::Margin::set_up_margin(&who, Role::CreditInstitution, amount::<T>()));
	who
}

/// Report 0 of campaign 0, and its provider.
fn offered<T: Config>() -> T::AccountId {
	let (_, provider, _) = contributed::<T>();
	assert_ok!(Pallet::<T>::offer_report(signed::<T>(&provider), 0, offer::<T>()));
	provider
}

/// Purchase 0: provider, buyer and arbiter.
fn bought<T: Config>() -> (T::AccountId, T::AccountId, T::AccountId) {
	let (provider, arbiter, buyer) = (offered::<T>(), arbiter::<T>(), funded::<T>("buyer"));
	let origin = signed::<T>(&buyer);
	assert_ok!(Pallet::<T>::buy_report(origin, 0, arbiter.clone(), amount::<T>()));
	(provider, buyer, arbiter)
}

fn delivered<T: Config>() -> (T::AccountId, T::AccountId) {
	let (provider, buyer, arbiter) = bought::<T>();
	let hash = T::Hash::default();
	assert_ok!(Pallet::<T>::deliver_report(signed::<T>(&provider), 0, hash, filled()));
	(buyer, arbiter)
}

/// Planck of BHTD on hold for purchases.
fn in_escrow<T: Config>(who: &T::AccountId) -> BalanceOf<T> {
	T::Currency::balance_on_hold(&HoldReason::Escrow.into(), who)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_data_account() {
		let who: T::AccountId = whitelisted_caller();
		fund::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), T::MaxSlots::get());
		assert!(DataAccounts::<T>::contains_key(who));
	}

	#[benchmark]
	fn completed() {
		let who = person::<T>();
		let before = DataAccounts::<T>::get(&who).map(|account| account.next.saturating_add(1));
		#[block]
		{
			buy::<T>(&who);
		}
		assert_eq!(DataAccounts::<T>::get(&who).map(|account| account.next), before);
	}

	#[benchmark]
	fn close_data_account() {
		let who = person::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!DataAccounts::<T>::contains_key(&who) && !Receipts::<T>::contains_key(&who));
	}

	#[benchmark]
	fn open_campaign() {
		let sponsor = funded::<T>("sponsor");
		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor), terms::<T>(), amount::<T>());
		assert!(Campaigns::<T>::contains_key(0) && Ledgers::<T>::contains_key(0));
	}

	#[benchmark]
	fn add_funds() {
		contributed::<T>();
		let anyone = funded::<T>("anyone");
		let before = Pallet::<T>::campaign(0).map(|it| it.ledger.funded).unwrap_or_default();
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), 0, amount::<T>());
		let after = Pallet::<T>::campaign(0).map(|it| it.ledger.funded);
		assert_eq!(after, Some(before.saturating_add(amount::<T>())));
	}

	#[benchmark]
	fn lower_provider_share() {
		let (_, provider, _) = contributed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(provider), 0, Permill::zero());
		let share = Pallet::<T>::campaign(0).map(|it| it.ledger.provider_share);
		assert_eq!(share, Some(Permill::zero()));
	}

	#[benchmark]
	fn close_campaign() {
		let (sponsor, _) = campaign::<T>();
		wait::<T>(T::LongestCampaign::get());
		let before = T::Currency::total_balance(&sponsor);
		let anyone = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), 0);
		assert!(!Campaigns::<T>::contains_key(0));
		assert!(T::Currency::total_balance(&sponsor) > before);
	}

	#[benchmark]
	fn consent() {
		campaign::<T>();
		let who = person::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 0, T::Hash::default(), filled());
		assert!(Consents::<T>::contains_key(0, who));
	}

	#[benchmark]
	fn revoke() {
		let (_, _, who) = contributed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 0);
		assert!(!Consents::<T>::contains_key(0, who));
	}

	#[benchmark]
	fn contribute() {
		campaign::<T>();
		let who = person::<T>();
		super::consent::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 0, all_receipts::<T>(), T::Hash::default());
		let weight = Pallet::<T>::claimable(0, who).map(|it| it.weight);
		assert_eq!(weight, Some(amount::<T>().saturating_mul(T::MaxSlots::get().into())));
	}

	#[benchmark]
	fn claim() {
		let who = closed::<T>();
		let before = T::Currency::balance(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 0);
		assert!(!Contributors::<T>::contains_key(0, &who));
		assert!(T::Currency::balance(&who) > before);
	}

	#[benchmark]
	fn close_record() {
		let (who, anyone) = (closed::<T>(), funded::<T>("anyone"));
		wait::<T>(T::GracePeriod::get());
		let before = T::Currency::balance(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), 0, who.clone());
		assert!(!Contributors::<T>::contains_key(0, &who));
		assert!(T::Currency::balance(&who) > before);
	}

	#[benchmark]
	fn deliver() {
		let (_, provider, who) = contributed::<T>();
		assert_ok!(Pallet::<T>::claim(signed::<T>(&who), 0));
		let before = T::Currency::balance(&provider);
		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, T::Hash::default(), filled());
		assert!(T::Currency::balance(&provider) > before);
	}

	#[benchmark]
	fn offer_report() {
		let (_, provider, _) = contributed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(provider), 0, offer::<T>());
		assert!(Reports::<T>::contains_key(0));
	}

	#[benchmark]
	fn withdraw_report() {
		let provider = offered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(provider), 0);
		assert!(!Reports::<T>::contains_key(0));
	}

	#[benchmark]
	fn buy_report() {
		offered::<T>();
		let (arbiter, buyer) = (arbiter::<T>(), funded::<T>("buyer"));
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), 0, arbiter, amount::<T>());
		assert_eq!(in_escrow::<T>(&buyer), amount::<T>());
	}

	#[benchmark]
	fn deliver_report() {
		let (provider, ..) = bought::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(provider), 0, T::Hash::default(), filled());
		let state = Purchases::<T>::get(0).map(|purchase| purchase.state);
		assert_eq!(state, Some(PurchaseState::Delivered));
	}

	#[benchmark]
	fn accept_report() {
		let (buyer, _) = delivered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), 0);
		assert!(in_escrow::<T>(&buyer).is_zero() && !Purchases::<T>::contains_key(0));
	}

	#[benchmark]
	fn dispute() {
		let (buyer, _) = delivered::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), 0, T::Hash::default());
		let state = Purchases::<T>::get(0).map(|purchase| purchase.state);
		assert_eq!(state, Some(PurchaseState::Disputed));
	}

	#[benchmark]
	fn resolve() {
		let (buyer, arbiter) = delivered::<T>();
		assert_ok!(Pallet::<T>::dispute(signed::<T>(&buyer), 0, T::Hash::default()));
		#[extrinsic_call]
		_(RawOrigin::Signed(arbiter), 0, Permill::from_percent(50));
		assert!(in_escrow::<T>(&buyer).is_zero() && !Purchases::<T>::contains_key(0));
	}

	#[benchmark]
	fn settle_purchase() {
		let (buyer, _) = delivered::<T>();
		wait::<T>(T::LongestCampaign::get().saturating_add(T::ObjectionPeriod::get()));
		let anyone = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), 0);
		assert!(in_escrow::<T>(&buyer).is_zero() && !Purchases::<T>::contains_key(0));
	}

	#[benchmark]
	fn set_opening_paused() -> Result<(), BenchmarkError> {
		let origin =
			T::PauseOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, true);
		assert!(OpeningPaused::<T>::get());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder.build_genesis(), crate::mock::Test);
}
