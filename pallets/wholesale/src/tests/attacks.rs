//! What has gone wrong with other order books, or could with this one.

use super::*;
use frame_support::traits::fungible::MutateFreeze;

#[test]
fn a_sandwich_finds_nothing_between_limit_and_min_out() {
	ExtBuilder::default().build_and_execute(|| {
		// The victim has seen a bid at 2.00 and says so.
		let bid = bid(DESK, 200, LOT);
		assert_ok!(sell(BOB, BHTD_USD, LOT));
		assert_eq!(rest(bid), None);
		mock::bid(BOB, 100, LOT);
		let victim =
			|limit, min_out| Wholesale::sell(signed(ALICE), BHTD_USD, LOT, limit, min_out, 1);
		assert_noop!(victim(cents(200), 0), Error::<Test>::NothingFilled);
		assert_noop!(victim(any_price(Side::Bid), 2 * LOT), Error::<Test>::BelowMinOut);
	});
}

#[test]
fn nobody_trades_with_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let own = bid(DESK, 300, LOT);
		let other = bid(ALICE, 200, LOT);
		let record = Wholesale::record(DESK, BHTD_USD).unwrap().volume;
		assert_ok!(sell(DESK, BHTD_USD, LOT));
		assert_eq!(fills(), [(other, LOT, 2 * LOT)]);
		assert_eq!(departures()[0], (own, Departure::SelfTrade));
		assert_eq!(Wholesale::record(DESK, BHTD_USD).unwrap().volume, record);
		let own = ask(DESK, 200, LOT);
		assert_noop!(buy(DESK, BHTD_USD, LOT), Error::<Test>::NothingFilled);
		assert_eq!(rest(own), Some(LOT));
	});
}

#[test]
fn dust_cannot_push_a_quote_out_of_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, RETAIL);
		for dust in [0, 1, RETAIL - 1] {
			assert_noop!(sell(BOB, BHTD_USD, dust), Error::<Test>::BelowLot);
		}
		give_points(BOB, 100);
		let points = points_bid(DESK, 300, POINTS_LOT);
		assert_ok!(convert(BOB, POINTS_LOT - 1, 0));
		assert_eq!((rest(id), rest(points)), (Some(RETAIL), Some(POINTS_LOT)));
	});
}

#[test]
fn nothing_is_ever_given_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// The lowest price at which a lot is worth a unit.
		let price = cents(1);
		assert_ok!(quote(DESK, BHTD_USD, Side::Bid, 0, price, 199));
		assert_ok!(sell(BOB, BHTD_USD, 199));
		assert_eq!(fills(), [(0, 199, 1)]);
		assert_ok!(quote(DESK, BHTD_USD, Side::Ask, 0, price, 199));
		assert_ok!(buy(BOB, BHTD_USD, 100));
		assert_eq!(fills()[1], (1, 100, 1));
		let below = FixedU128::from_inner(9_999_900_000_000_000);
		for side in [Side::Bid, Side::Ask] {
			assert_noop!(quote(DESK, BHTD_USD, side, 0, below, 199), Error::<Test>::PriceTooLow);
		}
	});
}

#[test]
fn freezing_its_funds_does_not_make_an_owner_default() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ask(ALICE, 200, LOT);
		assert_ok!(Balances::set_freeze(&1, &ALICE, Balance::MAX / 2));
		assert_ok!(buy(BOB, BHTD_USD, LOT));
		assert_eq!(fills(), [(id, LOT, 2 * LOT)]);
		let bid = points_bid(DESK, 300, 100);
		assert_ok!(Balances::set_freeze(&1, &DESK, Balance::MAX / 2));
		give_points(BOB, 100);
		assert_ok!(convert(BOB, 100, 300));
		assert_eq!(rest(bid), None);
	});
}

#[test]
fn an_owner_that_gives_everything_else_away_does_not_default() {
	ExtBuilder::default().build_and_execute(|| {
		let bid = bid(ALICE, 200, LOT);
		assert_ok!(Balances::transfer_all(signed(ALICE), BOB, false));
		// What is on hold leaves the smallest unit.
		assert_ok!(send_usd(ALICE, BOB, usd(ALICE) - 1));
		assert_noop!(send_usd(ALICE, BOB, 1), pallet_anchor::Error::<Test>::InsufficientTokens);
		assert_ok!(sell(BOB, BHTD_USD, LOT));
		assert_eq!(fills(), [(bid, LOT, 2 * LOT)]);
	});
}

#[test]
fn a_flood_of_expired_quotes_is_bounded_and_gives_way() {
	ExtBuilder::default().build_and_execute(|| {
		let good = bid(DESK, 100, LOT);
		let first = NextQuote::<Test>::get();
		for _ in 0..MAX_FILLS + 2 {
			let origin = signed(BROKER);
			assert_ok!(Wholesale::quote(
				origin,
				BHTD_USD,
				Side::Bid,
				0,
				cents(200),
				RETAIL,
				System::block_number() + 1
			));
		}
		advance(1);
		// One call meets no more than it may. It sells nothing, but they are gone.
		let nothing = Outcome { base: 0, quote: 0 };
		assert_eq!(Wholesale::quote_sell(BHTD_USD, LOT, cents(1), BOB), Some(nothing));
		let before = (bhtd(BOB), usd(BOB));
		System::reset_events();
		assert_ok!(sell(BOB, BHTD_USD, LOT));
		assert_eq!(fills(), []);
		assert_eq!(departures().len(), MAX_FILLS as usize);
		assert_eq!((bhtd(BOB), usd(BOB)), before);
		assert!(!Quotes::<Test>::contains_key(first));
		System::reset_events();
		assert_ok!(sell(BOB, BHTD_USD, LOT));
		assert_eq!(fills(), [(good, LOT, LOT)]);
		assert_eq!(departures().len(), 3);
	});
}

#[test]
fn a_flood_of_stale_quotes_does_not_keep_points_from_converting() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		for _ in 0..=MAX_FILLS {
			points_bid(BROKER, 300, POINTS_LOT);
		}
		advance(LIFETIME);
		assert_ok!(convert(ALICE, 1_000, 2_000));
		assert_eq!(departures().len(), MAX_FILLS as usize);
	});
}

#[test]
fn an_unpayable_deposit_lets_no_quote_in() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(send_usd(ALICE, NEWCOMER, 10_000));
		assert_noop!(
			frame_support::storage::with_storage_layer(|| {
				quote(NEWCOMER, BHTD_USD, Side::Bid, 0, cents(200), RETAIL)
			}),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn amounts_at_the_end_of_the_range_are_harmless() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, LOT);
		assert_ok!(sell(BOB, BHTD_USD, u128::MAX));
		assert_eq!(fills(), [(id, LOT, 2 * LOT)]);
		ask(DESK, 200, LOT);
		assert_ok!(buy(BOB, BHTD_USD, u128::MAX));
		give_points(BOB, 10);
		assert_noop!(convert(BOB, u128::MAX, 0), Error::<Test>::InsufficientFunds);
		assert_noop!(Wholesale::reduce(signed(DESK), id, u128::MAX), Error::<Test>::QuoteNotFound);
		let far = u64::MAX;
		assert_noop!(
			Wholesale::quote(signed(DESK), BHTD_USD, Side::Bid, 0, cents(100), LOT, far),
			Error::<Test>::ExpiryOutOfBounds
		);
	});
}
