//! Reducing, replacing and cancelling.

use super::*;

fn exposure(id: u64) -> Option<Balance> {
	Quotes::<Test>::get(id).and_then(|quote| quote.exposure)
}

#[test]
fn a_reduced_quote_keeps_its_place_and_returns_what_is_too_much() {
	ExtBuilder::default().build_and_execute(|| {
		let first = bid(DESK, 233, 1_000);
		let second = bid(ALICE, 233, 1_000);
		for origin in unsigned() {
			assert_noop!(Wholesale::reduce(origin, first, 500), BadOrigin);
		}
		assert_noop!(Wholesale::reduce(signed(DESK), 9, 500), Error::<Test>::QuoteNotFound);
		assert_noop!(Wholesale::reduce(signed(ALICE), first, 500), Error::<Test>::NotOwner);
		assert_noop!(Wholesale::reduce(signed(DESK), first, 1_000), Error::<Test>::NotReduced);
		assert_noop!(Wholesale::reduce(signed(DESK), first, 99), Error::<Test>::BelowLot);
		assert_ok!(Wholesale::reduce(signed(DESK), first, 501));
		System::assert_last_event(Event::Reduced { id: first, size: 501 }.into());
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 1_168);
		assert_eq!((exposure(first), owed(DESK)), (Some(51), 51));
		assert_ok!(sell(BOB, BHTD_USD, 601));
		assert_eq!(fills(), [(first, 501, 1_167), (second, 100, 233)]);
		let ask = ask(DESK, 300, 1_000);
		assert_ok!(Wholesale::reduce(signed(DESK), ask, 400));
		assert_eq!(on_hold(AssetKind::Bhtd, DESK), 400);
	});
}

#[test]
fn a_replaced_quote_is_the_youngest_unless_only_its_size_falls() {
	ExtBuilder::default().build_and_execute(|| {
		let first = bid(DESK, 200, 1_000);
		let second = bid(ALICE, 200, 500);
		let expiry = System::block_number() + LIFETIME;
		assert_ok!(Wholesale::replace(signed(DESK), first, cents(200), 900, expiry));
		System::assert_last_event(Event::Reduced { id: first, size: 900 }.into());
		frame_support::hypothetically!({
			assert_ok!(sell(BOB, BHTD_USD, RETAIL));
			assert_eq!(fills(), [(first, 100, 200)]);
		});
		assert_ok!(Wholesale::replace(signed(DESK), first, cents(200), 1_200, expiry));
		System::assert_last_event(
			Event::Replaced { id: first, price: cents(200), size: 1_200, expiry }.into(),
		);
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 2_400);
		assert_eq!((exposure(first), owed(DESK)), (Some(120), 120));
		assert_ok!(sell(BOB, BHTD_USD, 700));
		assert_eq!(fills(), [(second, 500, 1_000), (first, 200, 400)]);
	});
}

#[test]
fn a_shorter_life_costs_the_place_too() {
	ExtBuilder::default().build_and_execute(|| {
		let first = bid(DESK, 200, 1_000);
		let second = bid(ALICE, 200, 500);
		assert_ok!(Wholesale::replace(signed(DESK), first, cents(200), 500, 50));
		assert_eq!(Quotes::<Test>::get(first).unwrap().expiry, 50);
		assert_ok!(sell(BOB, BHTD_USD, RETAIL));
		assert_eq!(fills(), [(second, 100, 200)]);
	});
}

#[test]
fn a_replaced_quote_moves_to_its_new_price() {
	ExtBuilder::default().build_and_execute(|| {
		let only = bid(DESK, 200, 1_000);
		let expiry = System::block_number() + LIFETIME;
		ask(ALICE, 300, 500);
		let replace =
			|price, size| Wholesale::replace(signed(DESK), only, cents(price), size, expiry);
		assert_ok!(replace(150, 2_000));
		assert_eq!(Wholesale::market(BHTD_USD).unwrap().books[0].bid, Some(cents(150)));
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 3_000);
		assert_ok!(replace(299, 500));
		assert_eq!(on_hold(AssetKind::Anchored(USD), DESK), 1_495);
		assert_eq!(owed(DESK), 50);
		assert_noop!(replace(300, 500), Error::<Test>::WouldCross);
		assert_noop!(replace(299, 99), Error::<Test>::BelowLot);
		assert_noop!(replace(250, 99), Error::<Test>::BelowLot);
		assert_noop!(replace(250, ENDOWMENT), Error::<Test>::InsufficientFunds);
		for origin in unsigned() {
			assert_noop!(Wholesale::replace(origin, only, cents(250), 500, expiry), BadOrigin);
		}
		assert_noop!(
			Wholesale::replace(signed(ALICE), only, cents(250), 500, expiry),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn an_operator_on_its_way_out_cannot_replace_but_reduce_and_cancel() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, 1_000);
		let expiry = System::block_number() + LIFETIME;
		assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
		assert_noop!(
			Wholesale::replace(signed(DESK), id, cents(201), 500, expiry),
			Error::<Test>::NotActiveOperator
		);
		assert_ok!(Wholesale::replace(signed(DESK), id, cents(200), 500, expiry));
		assert_eq!(owed(DESK), 50);
		assert_ok!(Wholesale::cancel(signed(DESK), id));
		assert_eq!(owed(DESK), 0);
	});
}

#[test]
fn a_cancelled_quote_gives_everything_back() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(DESK, 1_000);
		let quoted = |who| (bhtd(who), usd(who), points(who), owed(who));
		// The record's deposit stays.
		let ids = [ask(DESK, 300, RETAIL), placed(DESK, POINTS, Side::Ask, 0, 300, 100)];
		for id in ids {
			assert_ok!(Wholesale::cancel(signed(DESK), id));
		}
		let (desk, alice) = (quoted(DESK), quoted(ALICE));
		let desks = [
			ask(DESK, 300, LOT),
			bid(DESK, 233, 777),
			placed(DESK, POINTS, Side::Ask, 0, 300, 100),
			points_bid(DESK, 233, 101),
		];
		let other = bid(ALICE, 233, 777);
		assert_noop!(Wholesale::cancel(signed(DESK), other), Error::<Test>::NotOwner);
		assert_noop!(Wholesale::cancel(signed(DESK), 99), Error::<Test>::QuoteNotFound);
		for origin in unsigned() {
			assert_noop!(Wholesale::cancel(origin, other), BadOrigin);
		}
		for id in desks {
			assert_ok!(Wholesale::cancel(signed(DESK), id));
			System::assert_last_event(Event::Left { id, reason: Departure::Cancelled }.into());
		}
		assert_ok!(Wholesale::cancel(signed(ALICE), other));
		assert_eq!((quoted(DESK), quoted(ALICE)), (desk, alice));
		assert_eq!(Levels::<Test>::iter().count() + Nodes::<Test>::iter().count(), 0);
	});
}
