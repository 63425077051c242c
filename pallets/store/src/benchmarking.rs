//! What the calls cost in the worst case: a product with every arbiter it may have, of which the buyer's
//! is the last; orders paid in BHTD and in points, which earn points by a rule with a daily cap; points
//! paid into a vault that is empty, and awarded out of it to the last to an account that does not exist.

use crate::*;
use alloc::{vec, vec::Vec};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, OrderId, Role};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect, InspectHold},
		fungibles::InspectHold as _,
		Consideration, Footprint, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{BlockNumberProvider, Saturating},
	FixedU128, Permill,
};

/// Points that one piece costs, and earns.
const POINTS: u32 = 1_000;
/// A buyer has all the points there are: those of a piece, and the unit that must stay.
const SUPPLY: u32 = POINTS + 1;
const FIRST: OrderId = OrderId { product: 0, number: 0 };

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn filled<Max: Get<u32>>() -> BoundedVec<u8, Max> {
	BoundedVec::truncate_from(vec![b'x'; Max::get() as usize])
}

/// Planck that one piece costs: enough for every part of it to bring an account into existence.
fn bhtd<T: Config>() -> BalanceOf<T> {
	T::Currency::minimum_balance().saturating_add(1u32.into()).saturating_mul(10_000u32.into())
}

/// An account with money for deposits and ten pieces.
fn funded<T: Config>(name: &'static str) -> T::AccountId {
	let who = account(name, 0, 0);
	fund::<T>(&who);
	who
}

fn fund<T: Config>(who: &T::AccountId) {
	for _ in 0..4 {
		T::Consideration::ensure_successful(who, Footprint::from_parts(1, 1 << 13));
	}
	let coins = T::Currency::issue(bhtd::<T>().saturating_mul(10u32.into()));
	assert!(T::Currency::resolve(who, coins).is_ok());
}

fn merchant<T: Config>() -> T::AccountId {
	let who = funded::<T>("merchant");
	let margin = bhtd::<T>().saturating_mul(1_000u32.into()).max(SUPPLY.into());
	assert_ok!(T::Margin::set_up_margin(&who, Role::Merchant, margin));
	who
}

fn arbiter<T: Config>() -> T::AccountId {
	let who = funded::<T>("arbiter");
	assert_ok!(T::Margin::set_up_margin(&who, Role::CreditInstitution, bhtd::<T>()));
	who
}

fn content<T: Config>() -> ContentOf<T> {
	Content { title: filled(), hash: Default::default(), uri: filled() }
}

fn terms<T: Config>(class: ClassId) -> TermsOf<T> {
	let role = Role::CreditInstitution;
	let fee = HIGHEST_ARBITER_FEE;
	let others = (1..T::MaxArbiters::get()).map(|i| account("arbiter", i, 0));
	let arbiters = others.chain([account("arbiter", 0, 0)]);
	let arbiters = arbiters.map(|who| Arbiter { who, role, fee }).collect::<Vec<_>>();
	Terms {
		category: u16::MAX,
		delivery: T::ShortestWindow::get(),
		returns: T::ShortestWindow::get(),
		earns: Some(class),
		arbiters: BoundedVec::truncate_from(arbiters),
	}
}

/// A point for a thousandth of a piece, in every category the rule has room for.
fn rule<T: Config>() -> RuleTermsOf<T> {
	let multipliers = (0..T::MaxMultipliers::get() as u16).map(|i| (u16::MAX - i, math::ONE));
	let mut multipliers = multipliers.collect::<Vec<_>>();
	multipliers.reverse();
	let now = T::BlockNumberProvider::current_block_number();
	RuleTerms {
		rate: FixedU128::from_inner(1),
		bonus: POINTS.into(),
		multipliers: BoundedVec::truncate_from(multipliers),
		cap_per_order: POINTS.into(),
		cap_per_day: Some(SUPPLY.into()),
		budget: SUPPLY.into(),
		from: now,
		until: now.saturating_add(T::LongestWindow::get()).saturating_add(1u8.into()),
	}
}

fn price<T: Config>(class: ClassId) -> PriceOf<T> {
	Price { bhtd: bhtd::<T>(), points: Some((class, POINTS.into())) }
}

/// A product in stock, and an earning rule of its class.
fn shop<T: Config>() -> (T::AccountId, ClassId) {
	let merchant = merchant::<T>();
	arbiter::<T>();
	let class = T::Loyalty::set_up_class(&merchant, SUPPLY.into());
	assert_ok!(class);
	let class = class.unwrap_or_default();
	let origin = signed::<T>(&merchant);
	let (content, terms, price) = (content::<T>(), terms::<T>(class), price::<T>(class));
	assert_ok!(Pallet::<T>::list(origin.clone(), content, terms, price, Some(10)));
	assert_ok!(Pallet::<T>::set_rule(origin, class, rule::<T>()));
	(merchant, class)
}

/// A buyer with money and the points of one piece.
fn buyer<T: Config>(merchant: &T::AccountId, class: ClassId) -> T::AccountId {
	let buyer: T::AccountId = whitelisted_caller();
	fund::<T>(&buyer);
	assert_ok!(T::Loyalty::award(merchant, class, &buyer, SUPPLY.into()));
	buyer
}

/// An order of one piece for somebody without an account.
fn placed<T: Config>() -> (T::AccountId, T::AccountId) {
	let (merchant, class) = shop::<T>();
	let buyer = buyer::<T>(&merchant, class);
	assert_ok!(Pallet::<T>::order(
		signed::<T>(&buyer),
		0,
		0,
		1,
		price::<T>(class),
		POINTS.into(),
		account("arbiter", 0, 0),
		Some(account("recipient", 0, 0)),
	));
	(merchant, buyer)
}

fn shipped<T: Config>() -> (T::AccountId, T::AccountId) {
	let (merchant, buyer) = placed::<T>();
	assert_ok!(Pallet::<T>::ship(signed::<T>(&merchant), FIRST));
	(merchant, buyer)
}

fn disputed<T: Config>() -> (T::AccountId, T::AccountId) {
	let (merchant, buyer) = shipped::<T>();
	assert_ok!(Pallet::<T>::dispute(signed::<T>(&buyer), FIRST, Default::default()));
	(merchant, buyer)
}

/// The award of a closed order, which could not be made then and can be now.
fn missed<T: Config>() -> T::AccountId {
	let (merchant, buyer) = shipped::<T>();
	let recipient: T::AccountId = account("recipient", 0, 0);
	let amount = POINTS.into();
	for mut order in Orders::<T>::drain().map(|(_, _, order)| order) {
		let (class, escrow) = (order.class.unwrap_or_default(), order.escrow);
		assert_ok!(Pallet::<T>::refund(&mut order, escrow));
		// The points are in the vault again.
		assert_ok!(T::Loyalty::redeem(class, &buyer, escrow.points));
		let (merchant, buyer, recipient) = (merchant.clone(), buyer.clone(), recipient.clone());
		let ticket = order.ticket;
		let missed = MissedAward { merchant, buyer, recipient, class, amount, ticket };
		MissedAwards::<T>::insert(FIRST.product, FIRST.number, missed);
	}
	recipient
}

fn wait<T: Config>(blocks: ProvidedBlockNumberOf<T>) {
	let now = T::BlockNumberProvider::current_block_number();
	T::BlockNumberProvider::set_block_number(now.saturating_add(blocks));
}

fn state<T: Config>() -> Option<State> {
	Orders::<T>::get(FIRST.product, FIRST.number).map(|order| order.state)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn list() {
		let merchant = merchant::<T>();
		let class = T::Loyalty::set_up_class(&merchant, SUPPLY.into()).unwrap_or_default();
		#[extrinsic_call]
		_(
			RawOrigin::Signed(merchant),
			content::<T>(),
			terms::<T>(class),
			price::<T>(class),
			Some(10),
		);
		assert!(Products::<T>::contains_key(0));
	}

	#[benchmark]
	fn edit() {
		let (merchant, class) = shop::<T>();
		let short = Content { uri: Default::default(), ..content::<T>() };
		let origin = signed::<T>(&merchant);
		assert_ok!(Pallet::<T>::edit(origin, 0, short, terms::<T>(class)));
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0, content::<T>(), terms::<T>(class));
		assert_eq!(Products::<T>::get(0).map(|product| product.revision), Some(2));
	}

	#[benchmark]
	fn set_price() {
		let (merchant, class) = shop::<T>();
		let price = Price { bhtd: 1u32.into(), ..price::<T>(class) };
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0, price);
		assert_eq!(Products::<T>::get(0).map(|product| product.price), Some(price));
	}

	#[benchmark]
	fn set_stock() {
		let (merchant, _) = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0, Restock::Add(1));
		assert_eq!(Products::<T>::get(0).and_then(|product| product.stock), Some(11));
	}

	#[benchmark]
	fn pause() {
		let (merchant, _) = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0);
		assert_eq!(Products::<T>::get(0).map(|product| product.paused), Some(true));
	}

	#[benchmark]
	fn resume() {
		let (merchant, _) = shop::<T>();
		assert_ok!(Pallet::<T>::pause(signed::<T>(&merchant), 0));
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0);
		assert_eq!(Products::<T>::get(0).map(|product| product.paused), Some(false));
	}

	#[benchmark]
	fn remove() {
		let (merchant, _) = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), 0);
		assert!(!Products::<T>::contains_key(0));
	}

	#[benchmark]
	fn order() {
		let (merchant, class) = shop::<T>();
		let buyer = buyer::<T>(&merchant, class);
		let arbiter = account("arbiter", 0, 0);
		let recipient = Some(account("recipient", 0, 0));
		let earned = POINTS.into();
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), 0, 0, 1, price::<T>(class), earned, arbiter, recipient);
		let reason = HoldReason::Escrow.into();
		assert_eq!(T::Currency::balance_on_hold(&reason, &buyer), bhtd::<T>());
		assert_eq!(T::Points::balance_on_hold(class, &reason, &buyer), POINTS.into());
	}

	#[benchmark]
	fn ship() {
		let (merchant, _) = placed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), FIRST);
		assert_eq!(state::<T>(), Some(State::Shipped));
	}

	#[benchmark]
	fn confirm() {
		let (_, buyer) = shipped::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), FIRST);
		assert_eq!(state::<T>(), None);
		assert!(!MissedAwards::<T>::contains_key(FIRST.product, FIRST.number));
	}

	#[benchmark]
	fn cancel() {
		let (merchant, _) = placed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), FIRST);
		assert_eq!(state::<T>(), None);
	}

	#[benchmark]
	fn refund_part() {
		let (merchant, _) = placed::<T>();
		let all = Amounts { bhtd: bhtd::<T>(), points: POINTS.into() };
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), FIRST, all);
		assert_eq!(state::<T>(), None);
	}

	#[benchmark]
	fn dispute() {
		let (_, buyer) = shipped::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), FIRST, Default::default());
		assert_eq!(state::<T>(), Some(State::Disputed));
	}

	#[benchmark]
	fn resolve() {
		let (merchant, _) = disputed::<T>();
		let before = T::Margin::held(&merchant, Role::Merchant);
		let half = Permill::from_percent(50);
		let penalty = bhtd::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(account("arbiter", 0, 0)), FIRST, half, penalty);
		assert_eq!(state::<T>(), None);
		assert_eq!(T::Margin::held(&merchant, Role::Merchant), before.saturating_sub(penalty));
	}

	/// A split by default writes less than a completion with an award.
	#[benchmark]
	fn settle() {
		shipped::<T>();
		wait::<T>(T::ShortestWindow::get());
		let anyone = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), FIRST);
		assert_eq!(state::<T>(), None);
		assert!(!MissedAwards::<T>::contains_key(FIRST.product, FIRST.number));
	}

	#[benchmark]
	fn set_rule() {
		let (_, class) = shop::<T>();
		// The former rule is somebody else's, whose deposit goes back.
		let former = funded::<T>("former");
		assert_ok!(Rules::<T>::try_mutate(class, |rule| {
			let rule = rule.as_mut().ok_or("there is a rule")?;
			rule.ticket = T::Consideration::new(&former, Pallet::<T>::rule_footprint())?;
			rule.owner = former.clone();
			Ok::<_, sp_runtime::DispatchError>(())
		}));
		let issuer: T::AccountId = account("merchant", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(issuer.clone()), class, rule::<T>());
		assert_eq!(Rules::<T>::get(class).map(|rule| rule.owner), Some(issuer));
	}

	#[benchmark]
	fn remove_rule() {
		let (merchant, class) = shop::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(merchant), class);
		assert!(!Rules::<T>::contains_key(class));
	}

	#[benchmark]
	fn claim_award() {
		missed::<T>();
		let anyone = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), FIRST);
		assert!(!MissedAwards::<T>::contains_key(FIRST.product, FIRST.number));
	}

	#[benchmark]
	fn forgo_award() {
		let recipient = missed::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(recipient), FIRST);
		assert!(!MissedAwards::<T>::contains_key(FIRST.product, FIRST.number));
	}

	#[benchmark]
	fn clear_day() {
		let (_, buyer) = placed::<T>();
		let class = Rules::<T>::iter_keys().next().unwrap_or_default();
		wait::<T>(T::DayLength::get());
		let anyone = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), class, buyer.clone());
		assert!(!DayUses::<T>::contains_key(class, buyer));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
