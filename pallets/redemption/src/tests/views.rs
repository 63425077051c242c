use super::*;

#[test]
fn quote_is_what_a_redemption_brings() {
	ExtBuilder::default().confirmed(10_000).local(50_000).build_and_execute(|| {
		let quote = |points| Redemption::quote(0, points).unwrap();
		assert_eq!(quote(100), Quote { out: 200, covered: true, fee: Some(FEE) });
		for (points, covered) in [(0, false), (4, false), (5, true), (5_000, true), (5_001, false)]
		{
			assert_eq!(quote(points).covered, covered, "{points}");
			let outcome = Redemption::redeem_on_main(signed(ALICE), 0, points, 0, ALICE);
			assert_eq!(outcome.is_ok(), covered, "{points}");
			if covered {
				round_trip();
				assert_ok!(Redemption::declare(signed(MERCHANT), 10_000));
				round_trip();
			}
		}
		assert_ok!(redeem(ALICE, 4_000));
		assert!(quote(995).covered && quote(1_000).covered && !quote(1_001).covered);
		Main::mutate(|main| main.jammed = true);
		assert_eq!(quote(100).fee, None);
		assert_eq!(Redemption::quote(2, 100), None);
		assert_eq!(Redemption::quote(1, 100).map(|quote| quote.covered), Some(false));
	});
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..WINDOW {
			assert_ok!(redeem(ALICE, 5));
		}
		assert_eq!(Redemption::quote(0, 5).map(|quote| quote.covered), Some(false));
	});
}

#[test]
fn redemptions_of_an_account_are_listed_in_their_order() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(award(BOB, 100));
		for (who, amount) in [(ALICE, 10), (BOB, 20), (ALICE, 30), (ALICE, 40)] {
			assert_ok!(redeem(who, amount));
		}
		let list: Vec<_> = Redemption::redemptions(ALICE)
			.into_iter()
			.map(|(number, redemption)| (number, redemption.points, redemption.query))
			.collect();
		assert_eq!(list, [(0, 10, 0), (2, 30, 2), (3, 40, 3)]);
		assert_eq!(Redemption::redemptions(BOB).len(), 1);
		assert_eq!(Redemption::redemptions(CAROL), []);
		assert_eq!(Redemption::cover(), Some(cover()));
	});
}
