//! Merchants that sell BHTD wholesale.

use super::*;
use crate::mock::wholesale;

fn wholesale_bid(lot: u8, price: u128, size: Balance) -> u64 {
	placed(DESK, BHTD_USD, Side::Bid, lot, price, size)
}

#[test]
fn only_active_merchants_sell_wholesale() {
	ExtBuilder::default().build_and_execute(|| {
		wholesale_bid(1, 200, LOT);
		for who in [ALICE, DESK] {
			assert_noop!(wholesale(who, LOT), Error::<Test>::NotActiveMerchant);
		}
		for origin in unsigned() {
			let any = any_price(Side::Bid);
			assert_noop!(Wholesale::wholesale(origin, USD, LOT, any, 0, 1, 1), BadOrigin);
		}
		frame_support::hypothetically!({
			assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
			assert_noop!(wholesale(MERCHANT, LOT), Error::<Test>::NotActiveMerchant);
		});
		assert_ok!(wholesale(MERCHANT, LOT));
		System::assert_last_event(
			Event::Sold {
				who: MERCHANT,
				market: BHTD_USD,
				sold: LOT,
				received: 2 * LOT,
				unsold: 0,
			}
			.into(),
		);
		assert_eq!(usd(MERCHANT), ENDOWMENT + 2 * LOT);
	});
}

#[test]
fn retail_quotes_are_not_met_and_lots_bind() {
	ExtBuilder::default().build_and_execute(|| {
		let retail = bid(DESK, 300, BULK);
		assert_noop!(wholesale(MERCHANT, LOT), Error::<Test>::NothingFilled);
		assert_noop!(wholesale(MERCHANT, LOT - 1), Error::<Test>::BelowLot);
		wholesale_bid(1, 200, LOT);
		assert_ok!(wholesale(MERCHANT, LOT));
		assert_eq!(rest(retail), Some(BULK));
		// Nor does retail meet wholesale quotes.
		wholesale_bid(1, 400, LOT);
		System::reset_events();
		assert_ok!(sell(MERCHANT, BHTD_USD, LOT));
		assert_eq!(fills(), [(retail, LOT, 3 * LOT)]);
	});
}

#[test]
fn the_best_price_of_the_books_within_reach_comes_first() {
	ExtBuilder::default().build_and_execute(|| {
		let bulk = wholesale_bid(2, 220, BULK);
		let even = wholesale_bid(2, 200, BULK);
		let small = wholesale_bid(1, 210, 2 * LOT);
		let tie = wholesale_bid(1, 200, LOT);
		assert_ok!(wholesale(MERCHANT, 2 * BULK + 5 * LOT));
		let expected = [
			(bulk, BULK, 22_000),
			(small, 2 * LOT, 4_200),
			(tie, LOT, 2_000),
			(even, BULK, 20_000),
		];
		assert_eq!(fills(), expected);
		wholesale_bid(2, 220, BULK);
		let small = wholesale_bid(1, 100, LOT);
		System::reset_events();
		// Less than the lot of the better book.
		assert_ok!(wholesale(MERCHANT, BULK - 1));
		assert_eq!(fills(), [(small, LOT, LOT)]);
	});
}

#[test]
fn limits_hold_wholesale_too() {
	ExtBuilder::default().build_and_execute(|| {
		wholesale_bid(1, 200, LOT);
		wholesale_bid(2, 190, BULK);
		let sell = |limit, min_out| try_wholesale(MERCHANT, BULK + LOT, limit, min_out, 1);
		assert_noop!(sell(cents(201), 0), Error::<Test>::NothingFilled);
		assert_noop!(sell(cents(191), 2_001), Error::<Test>::BelowMinOut);
		assert_ok!(sell(cents(191), 2_000));
		limit(MERCHANT, usd(MERCHANT) + 18_999);
		assert_noop!(wholesale(MERCHANT, BULK), Error::<Test>::CannotReceive);
		limit(MERCHANT, usd(MERCHANT) + 19_000);
		assert_ok!(wholesale(MERCHANT, BULK));
	});
}

#[test]
fn a_market_without_wholesale_lots_has_no_wholesale() {
	ExtBuilder::default().without_markets().build_and_execute(|| {
		assert_noop!(wholesale(MERCHANT, LOT), Error::<Test>::MarketNotFound);
		assert_ok!(Wholesale::open_market(root(), USD, lots(&[RETAIL])));
		assert_noop!(wholesale(MERCHANT, LOT), Error::<Test>::LotNotFound);
	});
}

#[test]
fn a_book_out_of_reach_uses_up_nothing_of_what_a_call_can_meet() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..MAX_FILLS {
			wholesale_bid(2, 220, BULK);
		}
		let small = wholesale_bid(1, 100, LOT);
		assert_ok!(wholesale(MERCHANT, BULK - 1));
		assert_eq!(fills(), [(small, LOT, LOT)]);
	});
}
