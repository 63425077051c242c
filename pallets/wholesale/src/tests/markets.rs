//! Opening, changing, pausing, closing and removing markets.

use super::*;

fn status(market: Market) -> Status {
	Markets::<Test>::get(market).expect("the market is there").status
}

#[test]
fn a_market_of_bhtd_is_opened_by_governance() {
	ExtBuilder::default().without_markets().build_and_execute(|| {
		for origin in ungoverned() {
			let lots = lots(&[RETAIL]);
			assert_noop!(Wholesale::open_market(origin, USD, lots), BadOrigin);
		}
		assert_ok!(Wholesale::open_market(root(), USD, lots(&[RETAIL, LOT])));
		assert_eq!(status(BHTD_USD), Status::Open);
		assert_eq!(Markets::<Test>::get(BHTD_USD).unwrap().lots, lots(&[RETAIL, LOT]));
		System::assert_last_event(
			Event::MarketOpened { market: BHTD_USD, lots: lots(&[RETAIL, LOT]) }.into(),
		);
		assert_noop!(
			Wholesale::open_market(root(), USD, lots(&[RETAIL])),
			Error::<Test>::MarketExists
		);
		assert_noop!(
			Wholesale::open_market(root(), 9, lots(&[RETAIL])),
			Error::<Test>::CurrencyNotFound
		);
	});
}

#[test]
fn mistyped_lots_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let bad = [
			(lots(&[]), Error::<Test>::NoLots),
			(lots(&[RETAIL, RETAIL, LOT]), Error::<Test>::LotsNotRising),
			(lots(&[LOT, RETAIL, BULK]), Error::<Test>::LotsNotRising),
			(lots(&[LowestLot::get() - 1, LOT, BULK]), Error::<Test>::LotOutOfBounds),
			(lots(&[RETAIL, LOT, HighestLot::get() + 1]), Error::<Test>::LotOutOfBounds),
			(lots(&[RETAIL, LOT]), Error::<Test>::LotRemoved),
		];
		for (lots, error) in bad {
			assert_noop!(Wholesale::set_lots(root(), BHTD_USD, lots), error);
		}
		// Those of points count with their floor.
		for (lot, is_within) in [(24, false), (25, true), (500_000, true), (500_001, false)] {
			let result = Wholesale::set_lots(root(), POINTS, lots(&[lot]));
			assert_eq!(result.is_ok(), is_within, "{lot}");
		}
		assert_noop!(
			Wholesale::set_lots(root(), POINTS, lots(&[100, 200])),
			Error::<Test>::LotOutOfBounds
		);
		assert_noop!(
			Wholesale::set_lots(root(), Market::Bhtd(9), lots(&[LOT])),
			Error::<Test>::MarketNotFound
		);
		for origin in ungoverned() {
			assert_noop!(Wholesale::set_lots(origin, POINTS, lots(&[LOT])), BadOrigin);
		}
		let widest = lots(&[LowestLot::get(), LOT, BULK, HighestLot::get()]);
		assert_ok!(Wholesale::set_lots(root(), BHTD_USD, widest.clone()));
		System::assert_last_event(Event::LotsSet { market: BHTD_USD, lots: widest.clone() }.into());
		assert_eq!(Markets::<Test>::get(BHTD_USD).unwrap().lots, widest);
	});
}

fn set_retail(lot: Balance) {
	assert_ok!(Wholesale::set_lots(root(), BHTD_USD, lots(&[lot, LOT, BULK])));
}

#[test]
fn a_lowered_lot_is_for_the_quotes_in_the_book_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		let before = bid(DESK, 200, 150);
		set_retail(50);
		let after = bid(DESK, 100, 50);
		// The better price comes first, whatever the lot was when it was placed.
		assert_ok!(sell(ALICE, BHTD_USD, 60));
		assert_eq!(fills(), [(before, 60, 120)]);
		assert_eq!(rest(before), Some(90));
		// And so little may be left of it, though the lot is raised again.
		set_retail(RETAIL);
		System::reset_events();
		assert_noop!(sell(ALICE, BHTD_USD, RETAIL - 1), Error::<Test>::BelowLot);
		assert_ok!(sell(ALICE, BHTD_USD, RETAIL));
		assert_eq!(fills(), [(before, 90, 180)]);
		assert_eq!(departures(), [(before, Departure::Filled)]);
		assert_eq!(rest(after), Some(50));
	});
}

#[test]
fn quotes_of_another_lot_use_up_nothing_of_what_a_call_can_meet() {
	ExtBuilder::default().build_and_execute(|| {
		let old = [(); MAX_FILLS as usize].map(|()| bid(DESK, 200, RETAIL));
		set_retail(50);
		let (amount, limit) = (50, any_price(Side::Bid));
		let quoted = Wholesale::quote_sell(BHTD_USD, amount, limit, 1, BOB);
		assert_eq!(quoted, Some(Outcome { base: 50, quote: 100 }));
		assert_ok!(Wholesale::sell(signed(BOB), BHTD_USD, amount, limit, 100, 1, 1));
		assert_eq!(fills(), [(old[0], 50, 100)]);
		// Nor do those of a lower lot, of which a taker gets all there is.
		set_retail(400);
		System::reset_events();
		assert_ok!(Wholesale::sell(signed(BOB), BHTD_USD, 400, limit, 0, 1, 2));
		assert_eq!(fills(), [(old[0], 50, 100)]);
		System::reset_events();
		assert_ok!(Wholesale::sell(signed(BOB), BHTD_USD, 650, limit, 0, 1, 8));
		assert_eq!(fills(), [1, 2, 3].map(|index| (old[index], RETAIL, 2 * RETAIL)));
	});
}

#[test]
fn a_quote_is_reduced_to_the_lot_if_that_is_lower_than_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, 150);
		set_retail(50);
		assert_noop!(Wholesale::reduce(signed(DESK), id, 49), Error::<Test>::BelowLot);
		assert_ok!(Wholesale::reduce(signed(DESK), id, 60));
		set_retail(RETAIL);
		assert_ok!(Wholesale::reduce(signed(DESK), id, 50));
		assert_noop!(Wholesale::reduce(signed(DESK), id, 49), Error::<Test>::BelowLot);
		assert_ok!(sell(BOB, BHTD_USD, RETAIL));
		assert_eq!(fills(), [(id, 50, 100)]);
		// One that nobody has touched keeps the lot it was placed with.
		let id = bid(DESK, 200, 150);
		set_retail(120);
		assert_ok!(Wholesale::reduce(signed(DESK), id, RETAIL));
		assert_noop!(Wholesale::reduce(signed(DESK), id, RETAIL - 1), Error::<Test>::BelowLot);
	});
}

#[test]
fn any_operator_opens_a_market_of_points_and_decides_nothing() {
	ExtBuilder::default().without_markets().build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(Wholesale::open_points_market(origin, 0), BadOrigin);
		}
		assert_noop!(
			Wholesale::open_points_market(signed(ALICE), 0),
			Error::<Test>::NotActiveOperator
		);
		assert_noop!(Wholesale::open_points_market(signed(DESK), 1), Error::<Test>::ClassNotFound);
		assert_ok!(Wholesale::open_points_market(signed(DESK), 0));
		assert_eq!(Markets::<Test>::get(POINTS).unwrap().lots, lots(&[POINTS_LOT]));
		assert_noop!(Wholesale::open_points_market(signed(BROKER), 0), Error::<Test>::MarketExists);
	});
}

#[test]
fn the_lot_of_points_is_worth_enough_at_any_floor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Points::create_class(
			signed(MERCHANT),
			b"x".to_vec().try_into().unwrap(),
			b"x".to_vec().try_into().unwrap(),
			0,
			SUPPLY,
			FixedU128::from_rational(3, 1_000),
			pallet_points::types::Kind::Value,
			pallet_points::types::Scope::Global,
			Default::default(),
		));
		assert_ok!(Wholesale::open_points_market(signed(DESK), 1));
		// The least that is worth 50 planck.
		let market = Market::Points(1);
		assert_eq!(Markets::<Test>::get(market).unwrap().lots, lots(&[16_667]));
	});
}

#[test]
fn a_paused_market_stops_quotes_and_trades_but_nobody_is_locked_in() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		let kept = points_bid(DESK, 300, 100);
		let other = points_bid(BROKER, 400, 100);
		for origin in [root(), signed(ALICE), RuntimeOrigin::none()] {
			assert_noop!(Wholesale::pause_market(origin, POINTS), BadOrigin);
		}
		assert_ok!(Wholesale::pause_market(signed(GUARD), POINTS));
		System::assert_last_event(Event::MarketPaused { market: POINTS }.into());
		assert_noop!(Wholesale::pause_market(signed(GUARD), POINTS), Error::<Test>::MarketPaused);
		assert_noop!(
			quote(DESK, POINTS, Side::Bid, 0, cents(300), 100),
			Error::<Test>::MarketPaused
		);
		assert_noop!(sell(ALICE, POINTS, 100), Error::<Test>::MarketPaused);
		assert_noop!(buy(ALICE, POINTS, 100), Error::<Test>::MarketPaused);
		assert_noop!(
			Wholesale::replace(signed(DESK), kept, cents(350), 100, 100),
			Error::<Test>::MarketPaused
		);
		assert_ok!(Wholesale::reduce(signed(DESK), kept, 50));
		assert_ok!(Wholesale::cancel(signed(BROKER), other));
		// At the floor, as if there were no market.
		assert_ok!(convert(ALICE, 100, 200));
		assert_eq!(bhtd(ALICE), ENDOWMENT + 200);
		assert_eq!(rest(kept), Some(50));
		for origin in [signed(GUARD), RuntimeOrigin::none()] {
			assert_noop!(Wholesale::resume_market(origin, POINTS), BadOrigin);
		}
		assert_ok!(Wholesale::resume_market(root(), POINTS));
		System::assert_last_event(Event::MarketResumed { market: POINTS }.into());
		assert_noop!(Wholesale::resume_market(root(), POINTS), Error::<Test>::MarketNotPaused);
		assert_ok!(sell(ALICE, POINTS, 50));
	});
}

#[test]
fn wholesale_is_paused_with_its_market() {
	ExtBuilder::default().build_and_execute(|| {
		placed(DESK, BHTD_USD, Side::Bid, 1, 200, LOT);
		assert_ok!(Wholesale::pause_market(signed(GUARD), BHTD_USD));
		assert_noop!(mock::wholesale(MERCHANT, LOT), Error::<Test>::MarketPaused);
	});
}

#[test]
fn a_closed_market_is_emptied_and_removed_by_anybody() {
	ExtBuilder::default().build_and_execute(|| {
		let id = points_bid(BROKER, 300, 100);
		for origin in ungoverned() {
			assert_noop!(Wholesale::close_market(origin, POINTS), BadOrigin);
		}
		assert_ok!(Wholesale::close_market(root(), POINTS));
		System::assert_last_event(Event::MarketClosed { market: POINTS }.into());
		assert_noop!(Wholesale::close_market(root(), POINTS), Error::<Test>::MarketClosed);
		assert_noop!(Wholesale::pause_market(signed(GUARD), POINTS), Error::<Test>::MarketClosed);
		assert_noop!(
			quote(DESK, POINTS, Side::Bid, 0, cents(300), 100),
			Error::<Test>::MarketClosed
		);
		assert_noop!(
			Wholesale::remove_market(signed(ALICE), POINTS),
			Error::<Test>::MarketNotEmpty
		);
		assert_ok!(Wholesale::remove_stale(signed(ALICE), id));
		assert_eq!(departures(), [(id, Departure::MarketClosed)]);
		for origin in unsigned() {
			assert_noop!(Wholesale::remove_market(origin, POINTS), BadOrigin);
		}
		assert_ok!(Wholesale::remove_market(signed(ALICE), POINTS));
		System::assert_last_event(Event::MarketRemoved { market: POINTS }.into());
		assert_eq!(Markets::<Test>::get(POINTS), None);
		assert!(!Openers::<Test>::contains_key(POINTS));
		assert_noop!(
			Wholesale::remove_market(signed(ALICE), POINTS),
			Error::<Test>::MarketNotFound
		);
	});
}

#[test]
fn a_market_of_points_that_was_closed_is_opened_anew_by_any_operator() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Wholesale::set_lots(root(), POINTS, lots(&[100])));
		let id = points_bid(BROKER, 300, 100);
		let (desk, broker) = (wealth(DESK), wealth(BROKER));
		assert_ok!(Wholesale::close_market(root(), POINTS));
		// The one that is closed stays so.
		assert_noop!(Wholesale::resume_market(root(), POINTS), Error::<Test>::MarketNotPaused);
		assert_noop!(Wholesale::open_points_market(signed(BROKER), 0), Error::<Test>::MarketExists);
		assert_ok!(Wholesale::remove_stale(signed(ALICE), id));
		assert_ok!(Wholesale::remove_market(signed(ALICE), POINTS));
		for who in [ALICE, MERCHANT] {
			assert_noop!(
				Wholesale::open_points_market(signed(who), 0),
				Error::<Test>::NotActiveOperator
			);
		}
		assert_ok!(Wholesale::open_points_market(signed(BROKER), 0));
		// Another, with its own lot, opener and deposit, and without quotes.
		let record = Markets::<Test>::get(POINTS).unwrap();
		assert_eq!((record.status, record.lots.clone()), (Status::Open, lots(&[POINTS_LOT])));
		assert!(record.is_empty());
		assert_noop!(Wholesale::remove_market(signed(DESK), POINTS), Error::<Test>::NotOpener);
		assert_eq!((wealth(DESK), wealth(BROKER)), (desk, broker));
		points_bid(DESK, 300, POINTS_LOT);
	});
}

#[test]
fn a_market_of_bhtd_that_was_closed_is_opened_anew_by_governance() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Wholesale::close_market(root(), BHTD_USD));
		let open = |origin| Wholesale::open_market(origin, USD, lots(&[LOT]));
		assert_noop!(open(root()), Error::<Test>::MarketExists);
		assert_ok!(Wholesale::remove_market(signed(ALICE), BHTD_USD));
		for origin in ungoverned() {
			assert_noop!(open(origin), BadOrigin);
		}
		assert_ok!(open(root()));
		assert_eq!(Markets::<Test>::get(BHTD_USD).unwrap().lots, lots(&[LOT]));
		bid(DESK, 200, LOT);
	});
}

#[test]
fn nobody_gets_round_a_pause_by_opening_the_market_anew() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Wholesale::pause_market(signed(GUARD), POINTS));
		for who in [DESK, BROKER, ALICE] {
			assert_noop!(
				Wholesale::remove_market(signed(who), POINTS),
				Error::<Test>::MarketPaused
			);
		}
		assert_noop!(Wholesale::open_points_market(signed(BROKER), 0), Error::<Test>::MarketExists);
	});
}

#[test]
fn who_has_opened_a_market_may_remove_it_while_it_is_empty() {
	ExtBuilder::default().build_and_execute(|| {
		let id = points_bid(BROKER, 300, 100);
		let deposits = wealth(DESK);
		assert_noop!(Wholesale::remove_market(signed(DESK), POINTS), Error::<Test>::MarketNotEmpty);
		assert_ok!(Wholesale::cancel(signed(BROKER), id));
		assert_noop!(Wholesale::remove_market(signed(BROKER), POINTS), Error::<Test>::NotOpener);
		assert_noop!(Wholesale::remove_market(signed(DESK), BHTD_USD), Error::<Test>::NotOpener);
		assert_ok!(Wholesale::pause_market(signed(GUARD), POINTS));
		assert_noop!(Wholesale::remove_market(signed(DESK), POINTS), Error::<Test>::MarketPaused);
		assert_ok!(Wholesale::resume_market(root(), POINTS));
		assert_ok!(Wholesale::remove_market(signed(DESK), POINTS));
		assert_eq!(wealth(DESK), deposits);
	});
}
