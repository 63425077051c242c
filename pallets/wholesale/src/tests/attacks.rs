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
		let victim = |limit, min_out| try_sell(ALICE, BHTD_USD, LOT, limit, min_out, 1);
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
		// The lowest price at which the lowest lot is worth a unit, as the lot may become.
		let price = cents(2);
		assert_ok!(quote(DESK, BHTD_USD, Side::Bid, 0, price, 199));
		assert_ok!(sell(BOB, BHTD_USD, 149));
		assert_eq!(fills(), [(0, 149, 2)]);
		assert_ok!(quote(DESK, BHTD_USD, Side::Ask, 0, price, 199));
		assert_ok!(Wholesale::set_lots(root(), BHTD_USD, lots(&[LowestLot::get(), LOT, BULK])));
		assert_ok!(buy(BOB, BHTD_USD, 51));
		assert_eq!(fills()[1], (1, 51, 2));
		assert_ok!(Wholesale::cancel(signed(DESK), 1));
		let bid = bid(DESK, 2, 149);
		assert_ok!(sell(BOB, BHTD_USD, 50));
		assert_eq!(fills()[2], (bid, 50, 1));
		let below = FixedU128::from_inner(19_999_000_000_000_000);
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
		assert_eq!(Wholesale::quote_sell(BHTD_USD, LOT, cents(1), MAX_FILLS, BOB), Some(nothing));
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
fn whoever_wants_something_for_sure_clears_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		bid(BROKER, 200, LOT);
		advance(LIFETIME);
		let now = System::block_number();
		let sell = |min_out| {
			let any = any_price(Side::Bid);
			plain(Wholesale::sell(signed(BOB), BHTD_USD, LOT, any, min_out, now, 1))
		};
		// Success means that `min_out` was got at least.
		assert_noop!(sell(1), Error::<Test>::BelowMinOut);
		assert_ok!(sell(0));
		let (market, who) = (BHTD_USD, BOB);
		System::assert_last_event(
			Event::Sold { who, market, sold: 0, received: 0, unsold: LOT }.into(),
		);
		assert_eq!(Quotes::<Test>::iter().count(), 0);
	});
}

#[test]
fn an_ask_that_nobody_can_fill_does_not_keep_bids_out_of_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		let bar = ask(ALICE, 101, LOT);
		limit(ALICE, usd(ALICE));
		assert_noop!(
			quote(DESK, BHTD_USD, Side::Bid, 0, cents(200), LOT),
			Error::<Test>::WouldCross
		);
		// It is not stale, and a call that would meet others as well fails.
		assert_noop!(Wholesale::remove_stale(signed(BOB), bar), Error::<Test>::QuoteNotStale);
		assert_noop!(buy(BOB, BHTD_USD, LOT), Error::<Test>::NothingFilled);
		// One that is for it alone removes it, at the cost of one quote and no more.
		let before = (bhtd(BOB), usd(BOB));
		let any = any_price(Side::Ask);
		let info = Wholesale::buy(signed(BOB), BHTD_USD, LOT, any, 0, 1, 1).unwrap();
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::buy(1)));
		assert_eq!(departures(), [(bar, Departure::CannotReceive)]);
		assert_eq!((bhtd(BOB), usd(BOB)), before);
		bid(DESK, 200, LOT);
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
