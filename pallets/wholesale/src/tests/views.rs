//! What is quoted is what happens.

use super::*;
use crate::mock::wholesale;

#[test]
fn a_market_shows_its_books() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Wholesale::market(Market::Bhtd(9)), None);
		bid(DESK, 200, LOT);
		bid(DESK, 210, LOT);
		ask(DESK, 300, LOT);
		ask(DESK, 290, LOT);
		placed(DESK, BHTD_USD, Side::Bid, 1, 190, LOT);
		let view = Wholesale::market(BHTD_USD).unwrap();
		assert_eq!(view.status, Status::Open);
		assert_eq!(
			view.books,
			[
				BookView { lot: RETAIL, bid: Some(cents(210)), ask: Some(cents(290)) },
				BookView { lot: LOT, bid: Some(cents(190)), ask: None },
				BookView { lot: BULK, bid: None, ask: None },
			]
		);
	});
}

#[test]
fn a_quote_shows_its_terms_and_whether_it_is_valid() {
	ExtBuilder::default().build_and_execute(|| {
		let id = bid(DESK, 200, LOT);
		let book = Book { market: BHTD_USD, side: Side::Bid, lot: 0 };
		let expiry = System::block_number() + LIFETIME;
		let view = QuoteView {
			id,
			owner: DESK,
			book,
			price: cents(200),
			remaining: LOT,
			expiry,
			stale: None,
		};
		assert_eq!(Wholesale::quote_of(id), Some(view.clone()));
		assert_eq!(Wholesale::quotes(book, 9), std::slice::from_ref(&view));
		assert_eq!(Wholesale::quotes(book, 0), []);
		assert_eq!(Wholesale::quotes(Book { side: Side::Ask, ..book }, 9), []);
		assert_eq!(Wholesale::quotes(Book { market: Market::Bhtd(9), ..book }, 9), []);
		advance(LIFETIME);
		let stale = Some(Departure::Expired);
		assert_eq!(Wholesale::quote_of(id), Some(QuoteView { stale, ..view }));
		assert_eq!(Wholesale::quote_of(id + 1), None);
	});
}

#[test]
fn trades_happen_as_quoted() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		bid(DESK, 233, 333);
		bid(BROKER, 231, 777);
		ask(DESK, 301, 333);
		ask(BROKER, 302, 777);
		placed(DESK, BHTD_USD, Side::Bid, 1, 199, LOT);
		placed(DESK, BHTD_USD, Side::Bid, 2, 198, BULK);
		points_bid(DESK, 233, 333);

		let quoted = Wholesale::quote_sell(BHTD_USD, 1_000, cents(231), MAX_FILLS, ALICE).unwrap();
		assert_ok!(sell(ALICE, BHTD_USD, 1_000));
		let out = usd(ALICE) - ENDOWMENT;
		assert_eq!(quoted, Outcome { base: ENDOWMENT - bhtd(ALICE), quote: out });
		assert_eq!(Wholesale::quote_sell(BHTD_USD, 1_000, cents(232), MAX_FILLS, ALICE), None);

		let quoted = Wholesale::quote_buy(BHTD_USD, 1_000, cents(302), MAX_FILLS, BOB).unwrap();
		assert_ok!(buy(BOB, BHTD_USD, 1_000));
		let paid = ENDOWMENT - usd(BOB);
		assert_eq!(quoted, Outcome { base: bhtd(BOB) - ENDOWMENT, quote: paid });
		assert_eq!(Wholesale::quote_buy(BHTD_USD, 1_000, cents(301), MAX_FILLS, BOB), None);

		let quoted =
			Wholesale::quote_wholesale(USD, BULK + LOT, cents(1), MAX_FILLS, MERCHANT).unwrap();
		assert_ok!(wholesale(MERCHANT, BULK + LOT));
		let out = usd(MERCHANT) - ENDOWMENT;
		assert_eq!(quoted, Outcome { base: BULK + LOT, quote: out });
		assert_eq!(Wholesale::quote_wholesale(USD, BULK, cents(1), MAX_FILLS, ALICE), None);

		let quoted = Wholesale::quote_convert(0, 1_000, MAX_FILLS, ALICE).unwrap();
		assert_eq!(quoted, ConversionOutcome { sold: 333, converted: 667, out: 775 + 1_334 });
		assert_eq!(
			Wholesale::check_convert_best(&ALICE, 0, 1_000, quoted.out, 1, MAX_FILLS),
			Ok(quoted.out)
		);
		let before = bhtd(ALICE);
		assert_ok!(convert(ALICE, 1_000, quoted.out));
		assert_eq!(bhtd(ALICE) - before, quoted.out);
		assert_eq!(Wholesale::quote_convert(0, 1, MAX_FILLS, ALICE), None);
	});
}
