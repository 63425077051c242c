//! The checks of the state find what they are there to find.

use super::*;

/// Whether the checks fail after `spoil`, and hold without it.
fn is_found(spoil: impl FnOnce()) -> bool {
	Wholesale::do_try_state().unwrap();
	frame_support::hypothetically!({
		spoil();
		Wholesale::do_try_state().is_err()
	})
}

fn change(id: u64, change: impl FnOnce(&mut QuoteOf<Test>)) {
	Quotes::<Test>::mutate(id, |quote| change(quote.as_mut().unwrap()));
}

#[test]
fn what_is_wrong_is_found() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (bid(DESK, 200, LOT), bid(DESK, 200, LOT));
		let offer = bid(ALICE, 190, LOT);
		ask(DESK, 300, LOT);
		let book = Quotes::<Test>::get(first).unwrap().book;
		let rank = Quotes::<Test>::get(first).unwrap().rank;
		let key = (book, rank);
		assert!(is_found(|| change(first, |quote| quote.funds -= 1)));
		assert!(is_found(|| change(first, |quote| quote.funds += 1)));
		assert!(is_found(|| change(first, |quote| quote.exposure = Some(99))));
		assert!(is_found(|| change(first, |quote| quote.exposure = Some(101))));
		assert!(is_found(|| change(first, |quote| quote.remaining = RETAIL - 1)));
		assert!(is_found(|| change(first, |quote| quote.minimum = 0)));
		assert!(is_found(|| change(first, |quote| quote.next = None)));
		assert!(is_found(|| change(second, |quote| quote.prev = None)));
		assert!(is_found(|| change(second, |quote| quote.next = Some(first))));
		assert!(is_found(|| change(second, |quote| quote.rank += 1)));
		assert!(is_found(|| Quotes::<Test>::remove(second)));
		assert!(is_found(|| Levels::<Test>::remove(key)));
		assert!(is_found(|| Levels::<Test>::insert(key, Level { head: first, tail: first })));
		assert!(is_found(|| Nodes::<Test>::remove((book, 0, 0))));
		assert!(is_found(|| Nodes::<Test>::insert((book, 1, 3), bitmap::Node::default())));
		assert!(is_found(|| Offers::<Test>::insert(ALICE, 2)));
		assert!(is_found(|| Offers::<Test>::insert(BOB, 1)));
		assert!(is_found(|| Records::<Test>::mutate(DESK, BHTD_USD, |record| {
			record.as_mut().unwrap().open.pop();
		})));
		assert!(is_found(|| Records::<Test>::remove(DESK, BHTD_USD)));
		assert!(is_found(|| NextQuote::<Test>::put(1)));
		assert!(is_found(|| Markets::<Test>::remove(BHTD_USD)));
		assert!(is_found(|| Markets::<Test>::remove(POINTS)));
		let spoil = |spoil: fn(&mut MarketOf<Test>)| {
			is_found(|| Markets::<Test>::mutate(BHTD_USD, |market| spoil(market.as_mut().unwrap())))
		};
		assert!(spoil(|market| market.bids[0] = None));
		assert!(spoil(|market| market.asks[1] = Some(0)));
		assert!(spoil(|market| market.asks[0] = Some(0)));
		assert!(spoil(|market| market.lots = lots(&[])));
		assert!(spoil(|market| market.lots = lots(&[LOT, RETAIL])));
		assert_eq!(rest(offer), Some(LOT));
	});
}
