//! Promise C4: what a conversion would bring, so that its fee can come out of it.

use super::*;
use bhtd_primitives::BringsProceeds;
use frame_support::traits::UnfilteredDispatchable;

fn conversion(amount: Balance, min_out: Balance) -> RuntimeCall {
	Call::convert_best { class: 0, amount, min_out, deadline: 1, max_fills: MAX_FILLS }.into()
}

/// Asks, which must leave no trace.
fn proceeds(who: AccountId, call: &RuntimeCall) -> Option<Balance> {
	let root = || sp_io::storage::root(Default::default());
	let before = root();
	let proceeds = <Wholesale as BringsProceeds<_, _, _>>::proceeds(&who, call);
	assert_eq!(root(), before);
	proceeds
}

/// The call brings exactly what was said.
fn assert_brings(who: AccountId, call: RuntimeCall, expected: Balance) {
	assert_eq!(proceeds(who, &call), Some(expected), "{call:?}");
	let before = bhtd(who);
	assert_ok!(call.dispatch_bypass_filter(signed(who)));
	assert_eq!(bhtd(who), before + expected);
}

/// There is no answer, and the call fails indeed.
fn assert_fails(who: AccountId, call: RuntimeCall) {
	assert_eq!(proceeds(who, &call), None, "{call:?}");
	let result = frame_support::storage::with_storage_layer(|| {
		call.dispatch_bypass_filter(signed(who)).map(|_| ()).map_err(|error| error.error)
	});
	assert!(result.is_err());
}

#[test]
fn a_newcomer_gets_what_is_foretold() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(NEWCOMER, 1_000);
		assert_brings(NEWCOMER, conversion(100, 200), 200);
		points_bid(DESK, 300, 200);
		points_bid(BROKER, 250, 100);
		// 600 and 250 from the bids, and 200 from the floor.
		assert_brings(NEWCOMER, conversion(400, 1_050), 1_050);
		assert_brings(NEWCOMER, conversion(500, 0), 1_000);
	});
}

#[test]
fn a_conversion_brings_the_same_without_a_market() {
	ExtBuilder::default().without_markets().build_and_execute(|| {
		give_points(NEWCOMER, 100);
		assert_brings(NEWCOMER, conversion(100, 200), 200);
	});
}

#[test]
fn nothing_is_foretold_of_a_conversion_that_fails() {
	ExtBuilder::default().build_and_execute(|| {
		assert_fails(NEWCOMER, conversion(100, 0));
		give_points(NEWCOMER, 1_000);
		points_bid(DESK, 300, 200);
		assert_fails(NEWCOMER, conversion(0, 0));
		assert_fails(NEWCOMER, conversion(1_001, 0));
		assert_fails(NEWCOMER, conversion(300, 801));
		// Two planck bring no account into existence.
		assert_fails(NEWCOMER, conversion(1, 0));
		let (amount, min_out, deadline) = (100, 0, 1);
		for (class, max_fills) in [(9, MAX_FILLS), (0, 0), (0, MAX_FILLS + 1)] {
			let call = Call::convert_best { class, amount, min_out, deadline, max_fills };
			assert_fails(NEWCOMER, call.into());
		}
		assert_eq!(proceeds(NEWCOMER, &conversion(300, 800)), Some(800));
		advance(1);
		assert_fails(NEWCOMER, conversion(300, 800));
	});
}

#[test]
fn no_other_call_brings_anything() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(BOB, 1_000);
		points_bid(DESK, 300, 200);
		let limit = any_price(Side::Bid);
		let others: [RuntimeCall; 4] = [
			Call::sell {
				market: POINTS,
				amount: 100,
				limit,
				min_out: 0,
				deadline: 1,
				max_fills: 1,
			}
			.into(),
			Call::remove_stale { id: 0 }.into(),
			pallet_points::Call::convert { class: 0, amount: 100, min_out: 0 }.into(),
			frame_system::Call::remark { remark: vec![] }.into(),
		];
		for call in others {
			assert_eq!(proceeds(BOB, &call), None, "{call:?}");
		}
	});
}
