//! Queues and the tree of prices, against a simple model.

use super::*;
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

/// Prices that lie near to each other, and in every layer of the tree apart.
fn prices() -> impl Strategy<Value = FixedU128> {
	let mantissa = prop_oneof![10_000..10_004u128, 10_000..100_000u128];
	let exponent = prop_oneof![Just(14u32), 13..17u32];
	(mantissa, exponent)
		.prop_map(|(mantissa, exponent)| FixedU128::from_inner(mantissa * 10u128.pow(exponent)))
}

/// The ids of a book in the order of the view, all of them.
fn walk(side: Side) -> Vec<u64> {
	let book = Book { market: BHTD_USD, side, lot: 0 };
	Wholesale::quotes(book, u8::MAX).into_iter().map(|quote| quote.id).collect()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 60, ..Default::default() })]

	#[test]
	fn quotes_queue_by_price_and_age(
		side in prop_oneof![Just(Side::Bid), Just(Side::Ask)],
		commands in vec((prices(), any::<prop::sample::Index>(), 0..3u8), 1..50),
	) {
		ExtBuilder::default().build_and_execute(|| {
			let mut model = BTreeMap::<(ticks::Rank, u64), u64>::new();
			let mut age = 0;
			for (price, index, command) in commands {
				let rank = ticks::rank_of(side, price).unwrap();
				age += 1;
				let picked = (!model.is_empty()).then(|| {
					let at = index.index(model.len());
					model.iter().nth(at).map(|(key, id)| (*key, *id)).unwrap()
				});
				match (command, picked) {
					(1, Some((key, id))) => {
						assert_ok!(Wholesale::cancel(signed(DESK), id));
						model.remove(&key);
					}
					(2, Some((key, id))) => {
						let size = 200 + u128::from(age);
						assert_ok!(Wholesale::replace(signed(DESK), id, price, size, LIFETIME));
						model.remove(&key);
						model.insert((rank, age), id);
					}
					_ => {
						let id = NextQuote::<Test>::get();
						assert_ok!(quote(DESK, BHTD_USD, side, 0, price, 200));
						model.insert((rank, age), id);
					}
				}
				assert_eq!(walk(side), model.values().copied().collect::<Vec<_>>());
				Wholesale::do_try_state().unwrap();
			}
		});
	}
}

#[test]
fn the_middle_and_the_ends_of_a_queue_can_leave() {
	ExtBuilder::default().build_and_execute(|| {
		let ids = [0; 5].map(|_| bid(DESK, 200, RETAIL));
		for (gone, left) in
			[(2, vec![0, 1, 3, 4]), (0, vec![1, 3, 4]), (1, vec![3, 4]), (4, vec![3]), (3, vec![])]
		{
			assert_ok!(Wholesale::cancel(signed(DESK), ids[gone]));
			Wholesale::do_try_state().unwrap();
			assert_eq!(walk(Side::Bid), left);
		}
	});
}
