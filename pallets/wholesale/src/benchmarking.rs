//! What the calls cost in the worst case: quotes of operators, each another's and alone at its price and
//! in its part of the tree, which leave the book when they are met, while others are behind them in parts of
//! their own; and queues that are entered and left in the middle. `tests/cost.rs` compares it with others.

use crate::{ticks::apart, *};
use alloc::{vec, vec::Vec};
use bhtd_primitives::{AssetKind, ClassId, CurrencyId, Loyalty, MarginLedger, Role, Settlement};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungibles::{Inspect, Mutate, MutateHold},
		tokens::Preservation,
		Consideration, EnsureOrigin, Get,
	},
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{BlockNumberProvider, Bounded, Saturating, Zero},
	FixedU128,
};

/// The most quotes to be filled: there is a part of the tree for each, and for one behind them in each of
/// the wholesale books. If a call can meet more, each further one costs what these do.
fn most_fills<T: Config>() -> u32 {
	T::MaxFills::get().min(ticks::PARTS - (MAX_LOTS - 1))
}

/// A lot that brings any account into existence.
fn lot<T: Config>() -> BalanceOf<T> {
	T::LowestLot::get()
}

/// The largest of the lots.
fn largest<T: Config>() -> BalanceOf<T> {
	lot::<T>().saturating_mul(MAX_LOTS.into())
}

/// Of everything, more than an account can need.
fn plenty<T: Config>() -> BalanceOf<T> {
	let dearest = matching::cost(largest::<T>(), apart(ticks::PARTS - 1));
	dearest.unwrap_or_default().saturating_mul(2u32.into())
}

fn fund<T: Config>(who: &T::AccountId) {
	let footprints = [
		Pallet::<T>::quote_footprint(),
		Pallet::<T>::record_footprint(),
		Pallet::<T>::market_footprint(),
	];
	for footprint in footprints {
		T::Consideration::ensure_successful(who, footprint);
	}
	assert_ok!(T::Assets::mint_into(AssetKind::Bhtd, who, plenty::<T>()));
}

fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	fund::<T>(&who);
	who
}

fn operator<T: Config>(index: u32) -> T::AccountId {
	let who = funded::<T>("operator", index);
	assert_ok!(T::Margin::set_up_margin(&who, Role::Operator, plenty::<T>()));
	who
}

/// Operators with all they need of the currency.
fn operators<T: Config>(currency: CurrencyId, count: u32) -> Vec<T::AccountId> {
	let bank: T::AccountId = account("bank", 0, 0);
	let give = |index| {
		let who = operator::<T>(index);
		give::<T>(&bank, currency, &who);
		who
	};
	(0..count).map(give).collect()
}

fn give<T: Config>(bank: &T::AccountId, currency: CurrencyId, who: &T::AccountId) {
	let asset = AssetKind::Anchored(currency);
	assert_ok!(T::Assets::transfer(asset, bank, who, plenty::<T>(), Preservation::Preserve));
}

/// A currency of which a bank has enough for everybody, and its market.
fn bhtd_market<T: Config>() -> CurrencyId {
	let bank = funded::<T>("bank", 0);
	let shares = T::MaxFills::get().saturating_add(MAX_LOTS);
	let amount = plenty::<T>().saturating_mul(shares.into());
	let currency = T::Settlement::set_up_currency(&bank, amount);
	assert_ok!(currency);
	let currency = currency.unwrap_or_default();
	let lots = (1..=MAX_LOTS).map(|times| lot::<T>().saturating_mul(times.into()));
	let lots = LotsOf::<T>::truncate_from(lots.collect());
	assert_ok!(Pallet::<T>::do_open_market(currency, lots));
	currency
}

/// A class of which `who` has all points, and its market.
fn points_market<T: Config>(who: &T::AccountId, supply: BalanceOf<T>) -> ClassId {
	let merchant = funded::<T>("merchant", 0);
	assert_ok!(T::Margin::set_up_margin(&merchant, Role::Merchant, supply));
	let class = T::Loyalty::set_up_class(&merchant, supply);
	assert_ok!(class);
	let class = class.unwrap_or_default();
	assert_ok!(T::Loyalty::award(&merchant, class, who, supply));
	assert_ok!(Pallet::<T>::do_open_points_market(operator::<T>(u32::MAX), class));
	class
}

fn last_expiry<T: Config>() -> ProvidedBlockNumberOf<T> {
	Pallet::<T>::now().saturating_add(T::LongestLifetime::get())
}

fn quoted<T: Config>(
	owner: &T::AccountId,
	book: Book,
	price: FixedU128,
	size: BalanceOf<T>,
) -> u64 {
	let id = NextQuote::<T>::get();
	assert_ok!(Pallet::<T>::do_quote(owner.clone(), book, price, size, last_expiry::<T>()));
	id
}

/// Puts a bid into the book that leaves something on hold when it ends, as those do of which parts were
/// taken whose worth was rounded down.
fn bidden<T: Config>(owner: &T::AccountId, book: Book, price: FixedU128, size: BalanceOf<T>) {
	let id = quoted::<T>(owner, book, price, size);
	let (one, asset) = (BalanceOf::<T>::from(1u32), book.side.gives(book.market));
	assert_ok!(T::Holds::hold(asset, &Pallet::<T>::hold_reason(), owner, one));
	Quotes::<T>::mutate_extant(id, |quote| quote.funds = quote.funds.saturating_add(one));
}

fn ask(currency: CurrencyId) -> Book {
	Book { market: Market::Bhtd(currency), side: Side::Ask, lot: 0 }
}

fn bid(market: Market, lot: u8) -> Book {
	Book { market, side: Side::Bid, lot }
}

/// The middle one of three asks at one price, its owner, and the currency it is for.
fn queued<T: Config>() -> (u64, T::AccountId, CurrencyId) {
	let currency = bhtd_market::<T>();
	let owners = operators::<T>(currency, 3);
	let size = lot::<T>().saturating_mul(2u32.into());
	let ids = owners.iter().map(|owner| quoted::<T>(owner, ask(currency), apart(1), size));
	let ids = ids.collect::<Vec<_>>();
	(ids[1], owners[1].clone(), currency)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_market() -> Result<(), BenchmarkError> {
		let origin =
			T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let currency = bhtd_market::<T>();
		let lots = Markets::<T>::take(Market::Bhtd(currency)).map(|it| it.lots);
		let lots = lots.unwrap_or_default();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, currency, lots);
		assert!(Markets::<T>::contains_key(Market::Bhtd(currency)));
		Ok(())
	}

	#[benchmark]
	fn open_points_market() {
		let class = points_market::<T>(&funded::<T>("holder", 0), plenty::<T>());
		let market = Market::Points(class);
		Markets::<T>::remove(market);
		Openers::<T>::remove(market);
		let caller = operator::<T>(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), class);
		assert!(Markets::<T>::contains_key(market) && Openers::<T>::contains_key(market));
	}

	#[benchmark]
	fn set_lots() -> Result<(), BenchmarkError> {
		let origin =
			T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let class = points_market::<T>(&funded::<T>("holder", 0), plenty::<T>());
		let market = Market::Points(class);
		let lots = LotsOf::<T>::truncate_from(vec![lot::<T>()]);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, market, lots.clone());
		assert_eq!(Markets::<T>::get(market).map(|it| it.lots), Some(lots));
		Ok(())
	}

	#[benchmark]
	fn pause_market() -> Result<(), BenchmarkError> {
		let origin =
			T::PauseOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let market = Market::Bhtd(bhtd_market::<T>());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, market);
		assert_eq!(Markets::<T>::get(market).map(|it| it.status), Some(Status::Paused));
		Ok(())
	}

	#[benchmark]
	fn resume_market() -> Result<(), BenchmarkError> {
		let origin =
			T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let market = Market::Bhtd(bhtd_market::<T>());
		Markets::<T>::mutate_extant(market, |record| record.status = Status::Paused);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, market);
		assert_eq!(Markets::<T>::get(market).map(|it| it.status), Some(Status::Open));
		Ok(())
	}

	#[benchmark]
	fn close_market() -> Result<(), BenchmarkError> {
		let origin =
			T::MarketOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let market = Market::Bhtd(bhtd_market::<T>());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, market);
		assert_eq!(Markets::<T>::get(market).map(|it| it.status), Some(Status::Closed));
		Ok(())
	}

	#[benchmark]
	fn remove_market() {
		let class = points_market::<T>(&funded::<T>("holder", 0), plenty::<T>());
		let market = Market::Points(class);
		Markets::<T>::mutate_extant(market, |record| record.status = Status::Closed);
		let caller = funded::<T>("anyone", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), market);
		assert!(!Markets::<T>::contains_key(market) && !Openers::<T>::contains_key(market));
	}

	#[benchmark]
	fn quote() {
		let currency = bhtd_market::<T>();
		// A first bid, so that the caller's best price is another and its account has its hold anew.
		let owners = operators::<T>(currency, 2);
		let market = Market::Bhtd(currency);
		quoted::<T>(&owners[0], bid(market, 0), apart(0), lot::<T>());
		let expiry = last_expiry::<T>();
		let id = NextQuote::<T>::get();
		let caller = RawOrigin::Signed(owners[1].clone());
		#[extrinsic_call]
		_(caller, market, Side::Bid, 0, apart(1), lot::<T>(), expiry);
		assert!(Quotes::<T>::contains_key(id));
	}

	#[benchmark]
	fn reduce() {
		let (id, owner, _) = queued::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), id, lot::<T>());
		assert_eq!(Quotes::<T>::get(id).map(|it| it.remaining), Some(lot::<T>()));
	}

	#[benchmark]
	fn replace() {
		let currency = bhtd_market::<T>();
		let owners = operators::<T>(currency, 2);
		let market = Market::Bhtd(currency);
		// The best price is given up for one that is not there.
		quoted::<T>(&owners[0], bid(market, 0), apart(0), lot::<T>());
		let id = quoted::<T>(&owners[1], bid(market, 0), apart(2), lot::<T>());
		let size = lot::<T>().saturating_mul(2u32.into());
		let expiry = last_expiry::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(owners[1].clone()), id, apart(1), size, expiry);
		assert_eq!(Quotes::<T>::get(id).map(|it| it.remaining), Some(size));
	}

	#[benchmark]
	fn cancel() {
		let currency = bhtd_market::<T>();
		let owners = operators::<T>(currency, 2);
		let market = Market::Bhtd(currency);
		quoted::<T>(&owners[0], bid(market, 0), apart(0), lot::<T>());
		let id = quoted::<T>(&owners[1], bid(market, 0), apart(1), lot::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(owners[1].clone()), id);
		assert!(!Quotes::<T>::contains_key(id));
	}

	#[benchmark]
	fn remove_stale() {
		let currency = bhtd_market::<T>();
		let owners = operators::<T>(currency, 2);
		let market = Market::Bhtd(currency);
		quoted::<T>(&owners[0], bid(market, 0), apart(0), lot::<T>());
		let id = quoted::<T>(&owners[1], bid(market, 0), apart(1), lot::<T>());
		T::BlockNumberProvider::set_block_number(last_expiry::<T>());
		let caller = funded::<T>("anyone", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert!(!Quotes::<T>::contains_key(id));
	}

	#[benchmark]
	fn sell(n: Linear<1, { most_fills::<T>() }>) {
		let currency = bhtd_market::<T>();
		let market = Market::Bhtd(currency);
		for (owner, index) in operators::<T>(currency, n.saturating_add(1)).iter().zip(0..) {
			bidden::<T>(owner, bid(market, 0), apart(index), lot::<T>());
		}
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller);
		let amount = lot::<T>().saturating_mul(n.into());
		let limit = FixedU128::from_inner(0);
		let deadline = last_expiry::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), market, amount, limit, Zero::zero(), deadline, n);
		assert_eq!(Quotes::<T>::iter_keys().count(), 1);
	}

	#[benchmark]
	fn buy(n: Linear<1, { most_fills::<T>() }>) {
		let currency = bhtd_market::<T>();
		for (owner, index) in operators::<T>(currency, n.saturating_add(1)).iter().zip(0..) {
			quoted::<T>(owner, ask(currency), apart(index), lot::<T>());
		}
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller);
		give::<T>(&account("bank", 0, 0), currency, &caller);
		let amount = lot::<T>().saturating_mul(n.into());
		let (limit, most) = (FixedU128::from_inner(u128::MAX), BalanceOf::<T>::max_value());
		let (market, deadline) = (Market::Bhtd(currency), last_expiry::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), market, amount, limit, most, deadline, n);
		assert_eq!(Quotes::<T>::iter_keys().count(), 1);
	}

	#[benchmark]
	fn wholesale(n: Linear<1, { most_fills::<T>() }>) {
		let currency = bhtd_market::<T>();
		let market = Market::Bhtd(currency);
		let (size, books) = (largest::<T>(), MAX_LOTS - 1);
		for (owner, index) in operators::<T>(currency, n.saturating_add(books)).iter().zip(0..) {
			// All wholesale books in turn; in each, one stays behind.
			bidden::<T>(owner, bid(market, 1 + (index % books) as u8), apart(index), size);
		}
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller);
		assert_ok!(T::Margin::set_up_margin(&caller, Role::Merchant, lot::<T>()));
		let amount = size.saturating_mul(n.into());
		let limit = FixedU128::from_inner(0);
		let deadline = last_expiry::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), currency, amount, limit, Zero::zero(), deadline, n);
		assert_eq!(Quotes::<T>::iter_keys().count(), books as usize);
	}

	#[benchmark]
	fn convert_best(n: Linear<1, { most_fills::<T>() }>) -> Result<(), BenchmarkError> {
		let caller: T::AccountId = whitelisted_caller();
		let amount = lot::<T>().saturating_mul(n.saturating_add(1).into());
		let class = points_market::<T>(&caller, amount);
		let market = Market::Points(class);
		// All above the floor, which is one.
		for index in 1..=n.saturating_add(1) {
			bidden::<T>(&operator::<T>(index), bid(market, 0), apart(index), lot::<T>());
		}
		let deadline = last_expiry::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), class, amount, Zero::zero(), deadline, n);
		assert_eq!(Quotes::<T>::iter_keys().count(), 1);
		assert!(T::Assets::balance(AssetKind::Points(class), &caller).is_zero());
		Ok(())
	}

	#[benchmark]
	fn remove_record() -> Result<(), BenchmarkError> {
		let market = Market::Bhtd(bhtd_market::<T>());
		let former = funded::<T>("former", 0);
		let ticket = T::Consideration::new(&former, Pallet::<T>::record_footprint())?;
		let record = Record { open: Default::default(), volume: Default::default(), ticket };
		Records::<T>::insert(&former, market, record);
		let caller = funded::<T>("anyone", 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), former.clone(), market);
		assert!(!Records::<T>::contains_key(&former, market));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().without_markets().build(),
		crate::mock::Test
	);
}
