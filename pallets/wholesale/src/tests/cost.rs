//! How many storage items a trade reads and writes, as the node beneath would see it.

use super::*;
use crate::ticks::{apart, price_of, tick_of};
use bhtd_testing::count;
use sp_runtime::DispatchResult;

fn operations((reads, writes): (usize, usize)) -> usize {
	reads + writes
}

fn sale(amount: Balance) -> (usize, usize) {
	count(BOB, || sell(BOB, BHTD_USD, amount))
}

#[test]
fn a_part_of_one_quote_costs_no_more_than_a_module_and_twice_a_pool() {
	let (swap, mint) = (peers::swap(), peers::mint());
	assert_eq!((swap, mint), ((5, 4), (11, 7)));
	ExtBuilder::default().build_and_execute(|| {
		bid(ALICE, 200, LOT);
		let offer = sale(RETAIL);
		assert_eq!(offer, (11, 6));
		let id = bid(DESK, 210, LOT);
		let sale = sale(RETAIL);
		assert_eq!(sale, (12, 6));
		assert_eq!(rest(id), Some(LOT - RETAIL));
		ask(DESK, 300, LOT);
		let purchase = count(BOB, || buy(BOB, BHTD_USD, RETAIL));
		assert_eq!(purchase, (12, 6));
		assert!(operations(offer) < operations(mint));
		assert!(operations(sale) <= operations(mint) && sale.1 < mint.1);
		assert!(operations(sale) <= 2 * operations(swap));
	});
}

#[test]
fn the_end_of_a_quote_costs_its_deposit_and_its_place_more() {
	ExtBuilder::default().build_and_execute(|| {
		bid(DESK, 200, LOT);
		bid(DESK, 210, LOT);
		bid(DESK, 210, LOT);
		// Another is behind it at its price.
		assert_eq!(sale(LOT), (14, 10));
		// Its price goes with it.
		assert_eq!(sale(LOT), (17, 13));
	});
}

#[test]
fn quoting_and_cancelling_cost_the_same_in_any_book() {
	ExtBuilder::default().build_and_execute(|| {
		bid(DESK, 200, LOT);
		let placing = count(DESK, || quote(DESK, BHTD_USD, Side::Bid, 0, cents(200), LOT));
		assert_eq!(placing, (12, 11));
		assert_eq!(count(DESK, || Wholesale::cancel(signed(DESK), 1)), (11, 10));
		// Whoever asks has to be allowed to receive, and has BHTD on hold, which costs less than tokens.
		ask(DESK, 300, LOT);
		let placing = count(DESK, || quote(DESK, BHTD_USD, Side::Ask, 0, cents(300), LOT));
		assert_eq!(placing, (11, 7));
	});
}

#[test]
fn a_conversion_costs_what_it_does() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(BOB, 1_000);
		assert_eq!(count(BOB, || convert(BOB, 100, 200)), (9, 7));
		points_bid(DESK, 300, 200);
		assert_eq!(count(BOB, || convert(BOB, 100, 300)), (11, 6));
	});
}

/// Operators beside those of all tests, with BHTD, tokens and a margin.
fn operators(count: u32) -> Vec<AccountId> {
	let register = |index| {
		let who = 1_000 + AccountId::from(index);
		assert_ok!(Balances::transfer_keep_alive(signed(GUARD), who, 4_000_000));
		assert_ok!(send_usd(ALICE, who, 5_000_000));
		let (role, margin) = (Role::Operator, MINIMUM + 100_000);
		assert_ok!(Margin::register(signed(who), role, margin, Default::default()));
		who
	};
	(0..count).map(register).collect()
}

/// What a call by somebody reads and writes, once a state is prepared for it by operators.
fn measured(
	who: AccountId,
	prepare: impl FnOnce(&[AccountId]),
	call: impl FnOnce() -> DispatchResult,
) -> (usize, usize) {
	let mut counts = (0, 0);
	ExtBuilder::default().build_and_execute(|| {
		prepare(&operators(MAX_FILLS));
		counts = count(who, call);
	});
	counts
}

/// Nothing costs more than what is measured for the weights, and the first of the others is cheaper.
fn assert_worst(worst: (usize, usize), others: &[(usize, usize)]) {
	for (index, other) in others.iter().enumerate() {
		assert!(other.0 <= worst.0 && other.1 <= worst.1, "{index}: {other:?}");
	}
	assert!(operations(others[0]) < operations(worst), "{worst:?}");
}

/// A price, and others `by` ticks above it and each other.
fn spaced(by: u32) -> impl Fn(u32) -> FixedU128 {
	move |index| price_of(tick_of(1.into()).unwrap() + by * index).unwrap()
}

fn place(owner: AccountId, side: Side, price: FixedU128, size: Balance) -> u64 {
	let id = NextQuote::<Test>::get();
	assert_ok!(quote(owner, BHTD_USD, side, 0, price, size));
	id
}

/// How many quotes a call meets in the tests below.
const MET: u32 = 3;

/// Of a size that is worth no whole number of tokens at most prices, so that something on hold is left when
/// the quote ends.
const SIZE: Balance = RETAIL + 1;

/// What meeting so many bids costs a seller, where the prices are and one more bid lies behind.
fn sold(met: u32, price: impl Fn(u32) -> FixedU128) -> (usize, usize) {
	let prepare = |owners: &[AccountId]| {
		for (owner, index) in owners.iter().zip(0..=met) {
			place(*owner, Side::Bid, price(index), SIZE);
		}
	};
	measured(BOB, prepare, || sell_to(met))
}

/// What it costs where each bid is somebody's, and nothing happens to them or something does.
fn sold_to(
	who: fn(&[AccountId], u32) -> AccountId,
	size: fn(u32) -> Balance,
	then: fn(),
) -> (usize, usize) {
	let prepare = |owners: &[AccountId]| {
		for index in 0..=MET {
			place(who(owners, index), Side::Bid, apart(index), size(index));
		}
		then();
	};
	measured(BOB, prepare, || sell_to(MET))
}

fn sell_to(met: u32) -> DispatchResult {
	let (amount, now) = (SIZE * Balance::from(met), System::block_number());
	let any = any_price(Side::Bid);
	plain(Wholesale::sell(signed(BOB), BHTD_USD, amount, any, 0, now, met))
}

#[test]
fn what_is_measured_is_the_worst_that_a_seller_can_meet() {
	let worst = sold(MET, apart);
	// Each quote is another's; with it go its price and the part of the tree that is in, and something is
	// left on hold.
	assert_eq!((sold(1, apart), worst), ((20, 15), (42, 37)));
	let each: fn(&[AccountId], u32) -> AccountId = |owners, index| owners[index as usize];
	let same: fn(u32) -> Balance = |_| SIZE;
	let none: fn() = || ();
	let alone = |owners: &[AccountId]| {
		for (owner, index) in owners.iter().zip(0..MET) {
			place(*owner, Side::Bid, apart(index), SIZE);
		}
	};
	let others = [
		sold(MET, spaced(256)),
		sold(MET, spaced(1)),
		sold(MET, spaced(0)),
		sold(MET - 1, apart),
		measured(BOB, alone, || sell_to(MET)),
		// Nothing is left on hold; the last is filled in part; it ends with a rest below the lot.
		sold_to(each, |_| RETAIL * 25, none),
		sold_to(each, |index| if index == 1 { LOT } else { SIZE }, none),
		sold_to(each, |index| if index == 1 { SIZE + 50 } else { SIZE }, none),
		// Of one operator, of a person.
		sold_to(|owners, _| owners[0], same, none),
		sold_to(|_, _| ALICE, same, none),
		// Nothing is traded, but all of them leave.
		sold_to(|_, _| BOB, same, none),
		sold_to(each, same, || advance(LIFETIME)),
		sold_to(
			|_, _| DESK,
			same,
			|| {
				assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
			},
		),
	];
	assert_worst(worst, &others);
}

#[test]
fn what_is_measured_is_the_worst_that_a_buyer_can_meet() {
	let buy = || {
		let (any, now) = (any_price(Side::Ask), System::block_number());
		let amount = SIZE * Balance::from(MET);
		plain(Wholesale::buy(signed(BOB), BHTD_USD, amount, any, Balance::MAX, now, MET))
	};
	let bought = |price: &dyn Fn(u32) -> FixedU128, then: fn()| {
		let prepare = |owners: &[AccountId]| {
			for (owner, index) in owners.iter().zip(0..=MET) {
				place(*owner, Side::Ask, price(index), SIZE);
			}
			then();
		};
		measured(BOB, prepare, buy)
	};
	let none: fn() = || ();
	let worst = bought(&apart, none);
	assert_eq!(worst, (38, 31));
	let others = [
		bought(&spaced(256), none),
		bought(&spaced(1), none),
		bought(&spaced(0), none),
		bought(&apart, || advance(LIFETIME)),
		// Nobody can be paid any more.
		bought(&apart, || {
			assert_ok!(set_terms(|terms| terms.holding_limit = Some(5_000_000)));
		}),
	];
	assert_worst(worst, &others);
}

#[test]
fn what_is_measured_is_the_worst_that_a_wholesaler_can_meet() {
	let sell = || {
		let any = any_price(Side::Bid);
		let amount = 201 * Balance::from(MET);
		plain(Wholesale::wholesale(signed(MERCHANT), USD, amount, any, 0, 1, MET))
	};
	let sold = |lot: fn(u32) -> u8, price: &dyn Fn(u32) -> FixedU128| {
		let prepare = |owners: &[AccountId]| {
			assert_ok!(Wholesale::set_lots(root(), BHTD_USD, lots(&[50, 100, 150, 200])));
			for (owner, index) in owners.iter().zip(0..MET + 3) {
				assert_ok!(quote(*owner, BHTD_USD, Side::Bid, lot(index), price(index), 201));
			}
		};
		measured(MERCHANT, prepare, sell)
	};
	let each: fn(u32) -> u8 = |index| 1 + (index % 3) as u8;
	let worst = sold(each, &apart);
	// Beside what a seller meets in one book, the roots of the others, and what comes next in them.
	assert_eq!(worst, (48, 38));
	let others = [
		sold(|_| 1, &apart),
		sold(each, &spaced(256)),
		sold(each, &spaced(1)),
		sold(each, &spaced(0)),
		sold(|index| 1 + (index % 2) as u8, &apart),
	];
	assert_worst(worst, &others);
}

#[test]
fn what_is_measured_is_the_worst_that_a_conversion_can_meet() {
	let converted = |rest: Balance, price: &dyn Fn(u32) -> FixedU128, then: fn()| {
		let prepare = |owners: &[AccountId]| {
			give_points(BOB, 1_000);
			for (owner, index) in owners.iter().zip(1..=MET + 1) {
				assert_ok!(quote(*owner, POINTS, Side::Bid, 0, price(index), 50));
			}
			then();
		};
		let amount = 50 * Balance::from(MET) + rest;
		let now = System::block_number;
		let convert = || plain(Wholesale::convert_best(signed(BOB), 0, amount, 0, now(), MET));
		measured(BOB, prepare, convert)
	};
	let none: fn() = || ();
	let worst = converted(100, &apart, none);
	assert_eq!(worst, (39, 36));
	let dear = |by| move |index| price_of(tick_of(3.into()).unwrap() + by * index).unwrap();
	let others = [
		converted(100, &dear(256), none),
		converted(100, &dear(1), none),
		converted(100, &dear(0), none),
		converted(0, &apart, none),
		converted(100, &apart, || advance(LIFETIME)),
		converted(100, &apart, || {
			assert_ok!(Wholesale::pause_market(signed(GUARD), POINTS));
		}),
	];
	assert_worst(worst, &others);
}

/// What a call costs on the bid that an operator has in the middle of two others, by price.
fn changed(
	at: [FixedU128; 3],
	then: fn(),
	call: impl FnOnce(AccountId, u64) -> DispatchResult,
) -> (usize, usize) {
	let who = 1_001;
	let prepare = |owners: &[AccountId]| {
		for (owner, price) in owners.iter().zip(at) {
			place(*owner, Side::Bid, price, 2 * RETAIL);
		}
		then();
	};
	measured(who, prepare, || call(who, 1))
}

#[test]
fn what_is_measured_is_the_worst_way_into_the_book_and_out_of_it() {
	let [low, high] = [0, 1].map(apart);
	let near = spaced(1)(1);
	let none: fn() = || ();
	// Into a part of the tree of its own; beside others; and at a price that is there.
	let quoted = |price| {
		let call = |who, _| quote(who, BHTD_USD, Side::Bid, 0, price, RETAIL);
		changed([low, low, low], none, call)
	};
	let worst = quoted(high);
	assert_eq!(worst, (14, 14));
	assert_worst(worst, &[quoted(spaced(256)(1)), quoted(near), quoted(low)]);

	// Out of one, when the next is in another; beside others; from the middle of a queue.
	let cancelled = |at| changed(at, none, |who, id| Wholesale::cancel(signed(who), id));
	let worst = cancelled([low, high, low]);
	assert_eq!(worst, (15, 13));
	assert_worst(
		worst,
		&[
			cancelled([low, spaced(256)(1), low]),
			cancelled([low, near, low]),
			cancelled([low, low, low]),
			cancelled([high, low, high]),
		],
	);
	let removed = |at| {
		let call = |_, id| Wholesale::remove_stale(signed(1_001), id);
		changed(at, || advance(LIFETIME), call)
	};
	let worst = removed([low, high, low]);
	assert_worst(worst, &[removed([low, near, low]), removed([low, low, low])]);

	// And from one part of its own to another.
	let replaced = |at, price| {
		let expiry = 1 + LIFETIME;
		changed(at, none, |who, id| Wholesale::replace(signed(who), id, price, 3 * RETAIL, expiry))
	};
	let worst = replaced([low, apart(2), low], high);
	assert_eq!(worst, (18, 14));
	assert_worst(
		worst,
		&[
			replaced([low, spaced(256)(2), low], spaced(256)(1)),
			replaced([low, near, low], spaced(1)(2)),
			replaced([low, low, low], high),
			replaced([low, low, low], low),
			replaced([low, apart(2), low], low),
			replaced([low, high, low], apart(2)),
			replaced([low, high, low], high),
		],
	);
}

#[test]
fn a_record_is_read_from_the_operators_own_quotes_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let read = || {
			count(DESK, || {
				assert!(Wholesale::record(DESK, BHTD_USD).is_some());
				Ok(())
			})
		};
		let own = [200, 190, 180].map(|price| bid(DESK, price, RETAIL));
		assert_eq!(read(), (1 + own.len(), 0));
		for owner in operators(2).into_iter().chain([BROKER]) {
			for price in 0..u128::from(MAX_OFFERS) {
				bid(owner, 100 + price % 50, RETAIL);
			}
		}
		points_bid(DESK, 300, 100);
		assert_eq!(read(), (1 + own.len(), 0));
		for _ in own.len()..MAX_OFFERS as usize {
			ask(DESK, 300, RETAIL);
		}
		assert_eq!(read(), (1 + MAX_OFFERS as usize, 0));
	});
}

/// What a sale of a part, of the whole and of two prices, a quote and a cancellation cost in a book of
/// `depth` quotes at the lower of many prices.
fn costs_at(depth: u32) -> Vec<(usize, usize)> {
	let mut costs = Vec::new();
	ExtBuilder::default().build_and_execute(|| {
		// One operator more than the quotes fill, so that none has as many as it may have.
		let owners = operators(depth / MAX_OFFERS + 1);
		for index in 0..depth {
			let price =
				FixedU128::from_inner((10_000 + u128::from(index % 5_000)) * 10u128.pow(14));
			let owner = owners[index as usize % owners.len()];
			assert_ok!(quote(owner, BHTD_USD, Side::Bid, 0, price, RETAIL));
		}
		let top = bid(DESK, 190, 2 * RETAIL);
		bid(DESK, 180, RETAIL);
		bid(DESK, 170, RETAIL);
		costs.push(sale(RETAIL));
		costs.push(sale(RETAIL));
		assert_eq!(rest(top), None);
		costs.push(sale(2 * RETAIL));
		let id = NextQuote::<Test>::get();
		let price = FixedU128::from_inner(10_003 * 10u128.pow(14));
		costs.push(count(DESK, || quote(DESK, BHTD_USD, Side::Bid, 0, price, RETAIL)));
		costs.push(count(DESK, || Wholesale::cancel(signed(DESK), id)));
	});
	costs
}

#[test]
fn ten_thousand_quotes_cost_no_more_than_ten() {
	assert_eq!(costs_at(10_000), costs_at(10));
}
