//! How many storage items a trade reads and writes, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

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

/// What a sale of a part, of the whole and of two prices, a quote and a cancellation cost in a book of
/// `depth` quotes at the lower of many prices.
fn costs_at(depth: u32) -> Vec<(usize, usize)> {
	let mut costs = Vec::new();
	ExtBuilder::default().build_and_execute(|| {
		for index in 0..depth {
			let price =
				FixedU128::from_inner((10_000 + u128::from(index % 5_000)) * 10u128.pow(14));
			assert_ok!(quote(DESK, BHTD_USD, Side::Bid, 0, price, RETAIL));
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
