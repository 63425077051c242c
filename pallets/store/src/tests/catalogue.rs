//! `list`, `edit`, `set_price`, `set_stock`, `pause`, `resume` and `remove`.

use super::*;
use sp_runtime::DispatchResult;

fn list_with(
	content: ContentOf<Test>,
	terms: TermsOf<Test>,
	price: PriceOf<Test>,
) -> DispatchResult {
	Store::list(signed(MERCHANT), content, terms, price, Some(1))
}

fn edit_with(content: ContentOf<Test>, terms: TermsOf<Test>) -> DispatchResult {
	Store::edit(signed(MERCHANT), 0, content, terms)
}

fn stock() -> Option<u32> {
	Products::<Test>::get(0).expect("it is listed").stock
}

fn set_stock(change: Restock) -> DispatchResult {
	Store::set_stock(signed(MERCHANT), 0, change)
}

#[test]
fn a_product_is_listed_for_a_deposit_and_removed_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		let before = free(MERCHANT);
		list(bhtd(1_000), 5);
		System::assert_last_event(
			Event::Listed { product: 0, merchant: MERCHANT, price: bhtd(1_000) }.into(),
		);
		assert!(free(MERCHANT) < before);
		list(beans(1), None);
		assert_eq!(NextProduct::<Test>::get(), 2);

		for product in [0, 1] {
			assert_ok!(Store::remove(signed(MERCHANT), product));
			System::assert_last_event(Event::Removed { product }.into());
		}
		assert_eq!(free(MERCHANT), before);
		assert_eq!(Products::<Test>::iter().count() + Listings::<Test>::iter().count(), 0);
		// Ids are not given again.
		list(bhtd(1), 1);
		assert!(Products::<Test>::contains_key(2));
	});
}

#[test]
fn only_active_merchants_list() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, ARBITER] {
			assert_noop!(
				Store::list(signed(who), content(b"x"), terms(), bhtd(1), None),
				Error::<Test>::NotActiveMerchant
			);
		}
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(list_with(content(b"x"), terms(), bhtd(1)), Error::<Test>::NotActiveMerchant);
		for origin in unsigned() {
			assert_noop!(Store::list(origin, content(b"x"), terms(), bhtd(1), None), BadOrigin);
		}
	});
}

#[test]
fn a_description_has_a_title() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), None);
		for (title, error) in
			[(&b""[..], Error::<Test>::TitleMissing), (&[0xff], Error::<Test>::TitleNotUtf8)]
		{
			assert_noop!(edit_with(content(title), terms()), error);
			let error = if title.is_empty() {
				Error::<Test>::TitleMissing
			} else {
				Error::<Test>::TitleNotUtf8
			};
			assert_noop!(list_with(content(title), terms(), bhtd(1)), error);
		}
	});
}

#[test]
fn a_price_is_something_in_every_part() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), None);
		let set_price = |price| Store::set_price(signed(MERCHANT), 0, price);
		for price in [bhtd(0), beans(0), mixed(1, 0)] {
			assert_noop!(list_with(content(b"x"), terms(), price), Error::<Test>::PriceIsZero);
			assert_noop!(set_price(price), Error::<Test>::PriceIsZero);
		}
		for class in [1, 2] {
			let price = Price { bhtd: 1, points: Some((class, 1)) };
			assert_noop!(list_with(content(b"x"), terms(), price), Error::<Test>::ClassNotOwn);
			assert_noop!(set_price(price), Error::<Test>::ClassNotOwn);
		}
		for price in [bhtd(2), beans(2), mixed(2, 2)] {
			assert_ok!(set_price(price));
			System::assert_last_event(Event::PriceSet { product: 0, price }.into());
			assert_eq!(Products::<Test>::get(0).unwrap().price, price);
		}
	});
}

#[test]
fn terms_lie_within_their_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), None);
		let refuse = |change: &dyn Fn(&mut TermsOf<Test>), error: Error<Test>| {
			let mut changed = terms();
			change(&mut changed);
			let error = sp_runtime::DispatchError::from(error);
			assert_noop!(list_with(content(b"x"), changed.clone(), bhtd(1)), error);
			assert_noop!(edit_with(content(b"x"), changed), error);
		};
		for window in [0, SHORTEST_WINDOW - 1, LONGEST_WINDOW + 1, u64::MAX] {
			refuse(&|it| it.delivery = window, Error::WindowOutOfBounds);
			refuse(&|it| it.returns = window, Error::WindowOutOfBounds);
		}
		refuse(&|it| it.earns = Some(1), Error::ClassNotOwn);
		refuse(&|it| it.earns = Some(2), Error::ClassNotOwn);
		refuse(&|it| it.arbiters = Default::default(), Error::NoArbiters);
		refuse(&|it| it.arbiters[1].who = ARBITER, Error::DuplicateArbiter);
		refuse(&|it| it.arbiters[1].who = MERCHANT, Error::ArbiterIsParty);
		let too_much = HIGHEST_ARBITER_FEE + Permill::from_parts(1);
		refuse(&|it| it.arbiters[1].fee = too_much, Error::ArbiterFeeTooHigh);

		let mut bounds = terms();
		(bounds.delivery, bounds.returns) = (SHORTEST_WINDOW, LONGEST_WINDOW);
		bounds.earns = None;
		assert_ok!(edit_with(content(b"x"), bounds));
	});
}

#[test]
fn an_edit_raises_the_revision_and_moves_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), None);
		let before = free(MERCHANT);
		assert_ok!(edit_with(content(b"Coffee, roasted"), terms()));
		System::assert_last_event(Event::Edited { product: 0, revision: 1 }.into());
		assert_eq!(free(MERCHANT), before - b", roasted".len() as Balance);
		assert_eq!(Store::product(0).unwrap().content, content(b"Coffee, roasted"));
		// Price and stock have bounds of their own in an order.
		assert_ok!(Store::set_price(signed(MERCHANT), 0, bhtd(2)));
		assert_eq!(Products::<Test>::get(0).unwrap().revision, 1);
	});
}

#[test]
fn a_stock_is_changed_by_a_difference_or_knowingly() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), 5);
		assert_ok!(order(ALICE, 1));
		assert_ok!(set_stock(Restock::Add(3)));
		System::assert_last_event(Event::StockSet { product: 0, stock: Some(7) }.into());
		assert_noop!(set_stock(Restock::Add(u32::MAX)), Error::<Test>::StockTooLarge);
		assert_noop!(set_stock(Restock::Take(8)), Error::<Test>::OutOfStock);
		assert_ok!(set_stock(Restock::Take(7)));
		assert_eq!(stock(), Some(0));

		let replace = |expected, with| set_stock(Restock::Replace { expected, with });
		assert_noop!(replace(Some(1), None), Error::<Test>::UnexpectedStock);
		assert_noop!(replace(None, Some(1)), Error::<Test>::UnexpectedStock);
		assert_ok!(replace(Some(0), None));
		assert_eq!(stock(), None);
		for change in [Restock::Add(1), Restock::Take(1)] {
			assert_noop!(set_stock(change), Error::<Test>::UnexpectedStock);
		}
		assert_ok!(order(ALICE, 1_000));
		assert_ok!(replace(None, Some(9)));
		assert_eq!(stock(), Some(9));
	});
}

#[test]
fn a_paused_product_is_not_sold_and_its_orders_go_on() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), None);
		let open = shipped(ALICE);
		assert_noop!(Store::resume(signed(MERCHANT), 0), Error::<Test>::ProductNotPaused);
		assert_ok!(Store::pause(signed(MERCHANT), 0));
		System::assert_last_event(Event::Paused { product: 0 }.into());
		assert_noop!(Store::pause(signed(MERCHANT), 0), Error::<Test>::ProductPaused);
		assert_noop!(order(ALICE, 1), Error::<Test>::ProductPaused);
		assert_ok!(Store::confirm(signed(ALICE), open));
		assert_ok!(Store::resume(signed(MERCHANT), 0));
		System::assert_last_event(Event::Resumed { product: 0 }.into());
		assert_ok!(order(ALICE, 1));
	});
}

#[test]
fn orders_of_a_removed_product_go_on() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 5);
		let sold = shipped(ALICE);
		assert_ok!(order(BOB, 2));
		assert_ok!(Store::remove(signed(MERCHANT), 0));
		assert_noop!(order(ALICE, 1), Error::<Test>::ProductNotFound);
		assert_ok!(Store::confirm(signed(ALICE), sold));
		assert_ok!(Store::cancel(signed(MERCHANT), id(0, 1)));
		assert_eq!(Orders::<Test>::iter().count(), 0);
	});
}

#[test]
fn only_the_merchant_changes_its_products() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1), 1);
		let calls: [fn(RuntimeOrigin, u64) -> DispatchResult; 6] = [
			|origin, product| Store::edit(origin, product, content(b"x"), terms()),
			|origin, product| Store::set_price(origin, product, bhtd(2)),
			|origin, product| Store::set_stock(origin, product, Restock::Add(1)),
			Store::pause,
			Store::resume,
			Store::remove,
		];
		for call in calls {
			for who in [RIVAL, ALICE, ARBITER] {
				assert_noop!(call(signed(who), 0), Error::<Test>::NotMerchant);
			}
			for origin in unsigned() {
				assert_noop!(call(origin, 0), BadOrigin);
			}
			assert_noop!(call(signed(MERCHANT), 1), Error::<Test>::ProductNotFound);
		}
	});
}

#[test]
fn ids_end() {
	ExtBuilder::default().build_and_execute(|| {
		NextProduct::<Test>::put(u64::MAX);
		assert_noop!(list_with(content(b"x"), terms(), bhtd(1)), Error::<Test>::NoProductIdLeft);
	});
}
