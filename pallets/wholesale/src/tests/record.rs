//! What operators have traded.

use super::*;
use sp_runtime::FixedI128;

#[test]
fn fills_and_volumes_of_an_operator_are_public() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Wholesale::record(DESK, BHTD_USD), None);
		bid(DESK, 200, 1_000);
		let view = Wholesale::record(DESK, BHTD_USD).unwrap();
		assert_eq!((view.open, view.volume), (vec![0], Volume::default()));
		assert_eq!((view.mean_bid, view.mean_ask, view.spread), (None, None, None));
		ask(DESK, 300, 500);
		assert_ok!(sell(BOB, BHTD_USD, 400));
		assert_ok!(sell(BOB, BHTD_USD, 600));
		assert_ok!(buy(BOB, BHTD_USD, 100));
		let view = Wholesale::record(DESK, BHTD_USD).unwrap();
		let volume = Volume { fills: 3, bought: 1_000, paid: 2_000, sold: 100, received: 300 };
		assert_eq!((view.open, view.volume), (vec![1], volume));
		assert_eq!(view.mean_bid, Some(cents(200)));
		assert_eq!(view.mean_ask, Some(cents(300)));
		assert_eq!(view.spread, Some(FixedI128::from_u32(1)));
		// Each market has its own, and persons have none.
		bid(ALICE, 200, 1_000);
		assert_ok!(sell(BOB, BHTD_USD, 1_000));
		assert_eq!(Wholesale::record(ALICE, BHTD_USD), None);
		assert_eq!(Wholesale::record(DESK, POINTS), None);
	});
}

#[test]
fn a_spread_can_be_negative_and_sums_stay_at_the_end_of_the_range() {
	let mut traded = Traded { base: u128::MAX, ..Default::default() };
	traded.add(1, 2);
	assert_eq!(traded, Traded { fills: 1, base: u128::MAX, quote: 2 });
	let mut volume = Volume { paid: u128::MAX - 1, ..Default::default() };
	volume.add(Side::Bid, traded);
	let full = Volume { fills: 1, bought: u128::MAX, paid: u128::MAX, ..Default::default() };
	assert_eq!(volume, full);
	volume.add(Side::Ask, Traded { fills: u64::MAX, base: 3, quote: 4 });
	assert_eq!(volume, Volume { fills: u64::MAX, sold: 3, received: 4, ..full });
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 300, 100);
		assert_ok!(sell(BOB, BHTD_USD, 100));
		assert_eq!(rest(id), None);
		ask(DESK, 200, 100);
		assert_ok!(buy(BOB, BHTD_USD, 100));
		let spread = Wholesale::record(DESK, BHTD_USD).unwrap().spread;
		assert_eq!(spread, Some(FixedI128::from_inner(-1_000_000_000_000_000_000)));
	});
}

#[test]
fn what_was_traded_outlives_the_quote_however_it_ends() {
	ExtBuilder::default().build_and_execute(|| {
		let volume = || Wholesale::record(DESK, BHTD_USD).unwrap().volume;
		let written = || Records::<Test>::get(DESK, BHTD_USD).unwrap().volume;
		let id = bid(DESK, 200, 1_000);
		// Another quote of the same owner, one of somebody else, and one in another market.
		ask(DESK, 300, 500);
		bid(BROKER, 150, 500);
		points_bid(DESK, 300, 100);
		assert_ok!(sell(BOB, BHTD_USD, 400));
		let expected = Volume { fills: 1, bought: 400, paid: 800, ..Default::default() };
		assert_eq!((volume(), written()), (expected, Volume::default()));
		// What it has traded stays with it when its terms change.
		let expiry = System::block_number() + LIFETIME;
		assert_ok!(Wholesale::replace(signed(DESK), id, cents(210), 900, expiry));
		assert_ok!(sell(BOB, BHTD_USD, 100));
		assert_ok!(Wholesale::reduce(signed(DESK), id, 300));
		let expected = Volume { fills: 2, bought: 500, paid: 1_010, ..expected };
		assert_eq!((volume(), written()), (expected, Volume::default()));
		assert_ok!(Wholesale::cancel(signed(DESK), id));
		assert_eq!((volume(), written()), (expected, expected));
		assert_ok!(sell(BOB, BHTD_USD, 500));
		let broker = Wholesale::record(BROKER, BHTD_USD).unwrap().volume;
		assert_eq!(broker, Volume { fills: 1, bought: 500, paid: 750, ..Default::default() });
		assert_eq!(volume(), expected);
	});
}

#[test]
fn a_record_names_the_quotes_in_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		let ids = [200, 190, 180, 170].map(|price| bid(DESK, price, RETAIL));
		points_bid(DESK, 300, 100);
		bid(BROKER, 160, RETAIL);
		let open = || Wholesale::record(DESK, BHTD_USD).unwrap().open;
		assert_eq!(open(), ids);
		let expiry = System::block_number() + LIFETIME;
		assert_ok!(Wholesale::replace(signed(DESK), ids[1], cents(195), RETAIL, expiry));
		assert_ok!(sell(BOB, BHTD_USD, RETAIL));
		assert_ok!(Wholesale::cancel(signed(DESK), ids[2]));
		assert_eq!(open(), [ids[1], ids[3]]);
		advance(LIFETIME);
		for id in [ids[1], ids[3]] {
			assert_ok!(Wholesale::remove_stale(signed(BOB), id));
		}
		let record = Wholesale::record(DESK, BHTD_USD).unwrap();
		assert_eq!((record.open, record.volume.fills), (vec![], 1));
	});
}

#[test]
fn offers_made_before_the_role_are_not_on_record() {
	ExtBuilder::default().build_and_execute(|| {
		// So that the offer is not the last quote to be looked at.
		bid(DESK, 100, LOT);
		let offer = bid(ALICE, 200, 1_000);
		let margin = MINIMUM + 1_000;
		assert_ok!(Margin::register(signed(ALICE), Role::Operator, margin, Default::default()));
		for _ in 0..5 {
			ask(ALICE, 300, 100);
		}
		assert_ok!(sell(BOB, BHTD_USD, 400));
		assert_eq!(rest(offer), Some(600));
		let volume = || Wholesale::record(ALICE, BHTD_USD).unwrap().volume;
		assert_eq!(volume(), Volume::default());
		assert_ok!(Wholesale::cancel(signed(ALICE), offer));
		assert_eq!(volume(), Volume::default());
	});
}

#[test]
fn a_record_goes_only_after_its_operator() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(DESK)[0];
		let id = bid(DESK, 200, 100);
		let remove = |origin| Wholesale::remove_record(origin, DESK, BHTD_USD);
		for origin in unsigned() {
			assert_noop!(remove(origin), BadOrigin);
		}
		assert_noop!(
			Wholesale::remove_record(signed(BOB), ALICE, BHTD_USD),
			Error::<Test>::RecordNotFound
		);
		assert_noop!(remove(signed(BOB)), Error::<Test>::RecordInUse);
		assert_ok!(Margin::announce_exit(signed(DESK), Role::Operator));
		advance(NOTICE);
		// What is owed for the quote stays, and so does the role.
		assert_ok!(Margin::withdraw(signed(DESK), Role::Operator));
		assert_noop!(remove(signed(BOB)), Error::<Test>::RecordInUse);
		assert_ok!(Wholesale::cancel(signed(DESK), id));
		assert_noop!(remove(signed(BOB)), Error::<Test>::RecordInUse);
		assert_ok!(Margin::withdraw(signed(DESK), Role::Operator));
		assert_ok!(remove(signed(BOB)));
		System::assert_last_event(Event::RecordRemoved { who: DESK, market: BHTD_USD }.into());
		assert_eq!(Wholesale::record(DESK, BHTD_USD), None);
		assert_eq!(wealth(DESK)[0], before);
	});
}

#[test]
fn a_margin_paid_out_to_the_last_coin_does_not_end_an_active_operators_record() {
	ExtBuilder::default().margin(0).build_and_execute(|| {
		let record = Record {
			open: Default::default(),
			volume: Default::default(),
			ticket: frame_support::traits::Consideration::new(&DESK, Wholesale::record_footprint())
				.unwrap(),
		};
		Records::<Test>::insert(DESK, BHTD_USD, record);
		let payments = vec![(ALICE, MINIMUM)].try_into().unwrap();
		assert_ok!(Margin::penalise(root(), DESK, Role::Operator, payments));
		assert_eq!(Margin::held(&DESK, Role::Operator), 0);
		assert_noop!(
			Wholesale::remove_record(signed(BOB), DESK, BHTD_USD),
			Error::<Test>::RecordInUse
		);
	});
}
