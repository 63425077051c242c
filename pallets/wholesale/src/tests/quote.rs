//! Quotes that come into the book.

use super::*;

#[test]
fn an_ask_holds_what_it_sells_and_a_bid_what_it_would_pay_rounded_up() {
	ExtBuilder::default().build_and_execute(|| {
		let ask = ask(DESK, 250, 1_000);
		assert_eq!(on_hold(AssetKind::Bhtd, DESK), 1_000);
		let expiry = System::block_number() + LIFETIME;
		let book = Book { market: BHTD_USD, side: Side::Ask, lot: 0 };
		System::assert_last_event(
			Event::Quoted { id: ask, owner: DESK, book, price: cents(250), size: 1_000, expiry }
				.into(),
		);
		bid(DESK, 233, 101);
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 236);
		give_points(BROKER, 200);
		placed(BROKER, POINTS, Side::Ask, 0, 301, 101);
		assert_eq!(on_hold(AssetKind::Points(0), BROKER), 101);
		points_bid(BROKER, 233, 101);
		assert_eq!(on_hold(AssetKind::Bhtd, BROKER), 236);
	});
}

#[test]
fn the_margin_owes_a_part_of_the_leg_in_bhtd_rounded_up() {
	ExtBuilder::default().build_and_execute(|| {
		bid(DESK, 200, 1_001);
		assert_eq!(owed(DESK), 101);
		ask(DESK, 300, 500);
		assert_eq!(owed(DESK), 151);
		// 101 points at 3.01 planck cost 305.
		points_bid(DESK, 301, 101);
		assert_eq!(owed(DESK), 182);
	});
}

#[test]
fn anybody_makes_offers_in_the_retail_book_of_bhtd_and_nowhere_else() {
	ExtBuilder::default().build_and_execute(|| {
		ask(ALICE, 300, RETAIL);
		assert_eq!(Offers::<Test>::get(ALICE), 1);
		assert_eq!(owed(ALICE), 0);
		assert!(!Records::<Test>::contains_key(ALICE, BHTD_USD));
		for (market, lot) in [(BHTD_USD, 1), (BHTD_USD, 2), (POINTS, 0)] {
			assert_noop!(
				quote(ALICE, market, Side::Bid, lot, cents(200), BULK),
				Error::<Test>::NotActiveOperator
			);
		}
		for _ in 1..MAX_OFFERS {
			ask(ALICE, 300, RETAIL);
		}
		assert_noop!(
			quote(ALICE, BHTD_USD, Side::Ask, 0, cents(300), RETAIL),
			Error::<Test>::TooManyOffers
		);
		assert_ok!(Wholesale::cancel(signed(ALICE), 0));
		ask(ALICE, 300, RETAIL);
		for id in 1..=u64::from(MAX_OFFERS) {
			assert_ok!(Wholesale::cancel(signed(ALICE), id));
		}
		assert!(!Offers::<Test>::contains_key(ALICE));
	});
}

#[test]
fn an_operator_has_so_many_quotes_in_each_market() {
	ExtBuilder::default().build_and_execute(|| {
		// As many as there can be, retail and wholesale together.
		let first = placed(DESK, BHTD_USD, Side::Bid, 1, 200, LOT);
		for _ in 1..MAX_OFFERS {
			bid(DESK, 200, RETAIL);
		}
		for lot in [0, 1] {
			assert_noop!(
				quote(DESK, BHTD_USD, Side::Bid, lot, cents(200), LOT),
				Error::<Test>::TooManyOffers
			);
		}
		points_bid(DESK, 200, POINTS_LOT);
		bid(BROKER, 200, RETAIL);
		assert_ok!(sell(BOB, BHTD_USD, RETAIL));
		let last = bid(DESK, 200, RETAIL);
		assert_ok!(Wholesale::cancel(signed(DESK), first));
		let open = Wholesale::record(DESK, BHTD_USD).unwrap().open;
		assert_eq!(open, (first + 2..u64::from(MAX_OFFERS)).chain([last]).collect::<Vec<_>>());
	});
}

#[test]
fn an_operator_on_its_way_out_quotes_like_anybody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Bid, 1, cents(200), LOT),
			Error::<Test>::NotActiveOperator
		);
		bid(DESK, 200, RETAIL);
		assert_eq!((owed(DESK), Offers::<Test>::get(DESK)), (0, 1));
	});
}

#[test]
fn terms_out_of_bounds_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let bid = |market, lot, price, size, expiry| {
			Wholesale::quote(signed(DESK), market, Side::Bid, lot, price, size, expiry)
		};
		let last = System::block_number() + LIFETIME;
		for origin in unsigned() {
			assert_noop!(
				Wholesale::quote(origin, BHTD_USD, Side::Bid, 0, cents(200), LOT, last),
				BadOrigin
			);
		}
		let price = cents(200);
		let none = Market::Bhtd(9);
		assert_noop!(bid(none, 0, price, LOT, last), Error::<Test>::MarketNotFound);
		assert_noop!(bid(BHTD_USD, 3, price, BULK, last), Error::<Test>::LotNotFound);
		assert_noop!(bid(BHTD_USD, u8::MAX, price, BULK, last), Error::<Test>::LotNotFound);
		for (lot, amount) in [(0, RETAIL), (1, LOT), (2, BULK)] {
			assert_noop!(bid(BHTD_USD, lot, price, amount - 1, last), Error::<Test>::BelowLot);
			assert_ok!(bid(BHTD_USD, lot, price, amount, last));
		}
		let now = System::block_number();
		assert_noop!(bid(BHTD_USD, 0, price, LOT, now), Error::<Test>::ExpiryOutOfBounds);
		assert_noop!(bid(BHTD_USD, 0, price, LOT, last + 1), Error::<Test>::ExpiryOutOfBounds);
		assert_ok!(bid(BHTD_USD, 0, price, LOT, now + 1));
		let off = FixedU128::from_inner(1_000_010_000_000_000_000);
		assert_noop!(bid(BHTD_USD, 0, off, LOT, last), Error::<Test>::PriceOffTick);
		// The lowest lot is worth less than one unit at this price, at the next it is not.
		let low = FixedU128::from_inner(19_999_000_000_000_000);
		assert_noop!(bid(BHTD_USD, 0, low, LOT, last), Error::<Test>::PriceTooLow);
		assert_ok!(bid(BHTD_USD, 0, cents(2), LOT, last));
		assert_noop!(bid(POINTS, 0, cents(199), 100, last), Error::<Test>::PriceBelowFloor);
		assert_ok!(bid(POINTS, 0, cents(200), 100, last));
		NextQuote::<Test>::put(u64::MAX);
		assert_noop!(bid(BHTD_USD, 0, price, LOT, last), Error::<Test>::NoQuoteIdLeft);
	});
}

#[test]
fn neither_side_of_a_market_of_points_goes_below_the_floor() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(DESK, 200);
		assert_noop!(
			quote(DESK, POINTS, Side::Ask, 0, cents(199), 100),
			Error::<Test>::PriceBelowFloor
		);
		placed(DESK, POINTS, Side::Ask, 0, 200, 100);
	});
}

#[test]
fn a_quote_that_would_meet_another_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let high = bid(DESK, 200, LOT);
		bid(DESK, 150, LOT);
		for price in [200, 199, 150, 2] {
			assert_noop!(
				quote(ALICE, BHTD_USD, Side::Ask, 0, cents(price), LOT),
				Error::<Test>::WouldCross
			);
		}
		// Lots do not compete.
		placed(DESK, BHTD_USD, Side::Bid, 1, 300, LOT);
		// And nobody could take an ask of a wholesale lot, which would keep bids out.
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 1, cents(400), LOT),
			Error::<Test>::AskNotRetail
		);
		ask(ALICE, 201, LOT);
		assert_noop!(
			quote(BROKER, BHTD_USD, Side::Bid, 0, cents(201), LOT),
			Error::<Test>::WouldCross
		);
		assert_ok!(Wholesale::cancel(signed(DESK), high));
		ask(ALICE, 151, LOT);
	});
}

#[test]
fn quotes_without_funds_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let size = ENDOWMENT + 1;
		assert_noop!(
			quote(ALICE, BHTD_USD, Side::Ask, 0, cents(200), size),
			Error::<Test>::InsufficientFunds
		);
		// A hold of the token leaves one unit in the account.
		assert_noop!(
			quote(ALICE, BHTD_USD, Side::Bid, 0, cents(100), ENDOWMENT),
			Error::<Test>::InsufficientFunds
		);
		bid(ALICE, 100, ENDOWMENT - 1);
		assert_noop!(
			quote(ALICE, BHTD_USD, Side::Bid, 0, cents(100), RETAIL),
			Error::<Test>::InsufficientFunds
		);
		assert_noop!(
			quote(DESK, POINTS, Side::Ask, 0, cents(300), 100),
			Error::<Test>::InsufficientFunds
		);
		// Nothing left for the deposit.
		let all = bhtd(BOB) - EXISTENTIAL_DEPOSIT;
		assert!(quote(BOB, BHTD_USD, Side::Ask, 0, cents(200), all).is_err());
	});
}

#[test]
fn an_operator_cannot_have_more_open_than_its_margin_bears() {
	ExtBuilder::default().margin(1_000).build_and_execute(|| {
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Bid, 0, cents(100), 10_001),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		let id = bid(DESK, 100, 10_000);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, cents(200), RETAIL),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_noop!(
			Wholesale::replace(signed(DESK), id, cents(100), 10_001, 500),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Wholesale::reduce(signed(DESK), id, 9_000));
		ask(DESK, 200, 1_000);
		assert_noop!(
			Margin::withdraw_excess(signed(DESK), Role::Operator, 1),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
	});
}

#[test]
fn an_ask_that_its_owner_could_not_be_paid_for_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		limit(ALICE, ENDOWMENT + 300);
		// 101 planck at 3 cost 303.
		assert_noop!(
			quote(ALICE, BHTD_USD, Side::Ask, 0, cents(300), 101),
			Error::<Test>::CannotReceive
		);
		ask(ALICE, 300, 100);
		// Bids bring BHTD.
		bid(ALICE, 200, LOT);
	});
}

#[test]
fn sizes_and_prices_at_the_end_of_the_range_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let highest = FixedU128::from_inner(34_028 * 10u128.pow(34));
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Bid, 0, highest, u128::MAX),
			Error::<Test>::QuoteTooLarge
		);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, cents(200), u128::MAX),
			Error::<Test>::QuoteTooLarge
		);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, cents(100), u128::MAX),
			Error::<Test>::InsufficientFunds
		);
		limit(DESK, Balance::MAX);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, cents(100), u128::MAX),
			Error::<Test>::CannotReceive
		);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Bid, 0, cents(100), u128::MAX),
			Error::<Test>::InsufficientFunds
		);
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Ask, 0, FixedU128::from_inner(u128::MAX), LOT),
			Error::<Test>::PriceOffTick
		);
	});
}
