//! How many storage items the calls read and write, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

/// `crowd` others have points, and redeem some.
fn crowded(crowd: u128, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		for who in 1_000..1_000 + crowd {
			assert_ok!(award(who, 10));
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, 1_000));
			assert_ok!(redeem(who, 5));
		}
		test();
	});
}

#[test]
fn costs_do_not_depend_on_how_many_redeem() {
	for crowd in [0, 500] {
		crowded(crowd, || {
			let redeem = count(ALICE, || redeem(ALICE, 100));
			assert_eq!(redeem, (8, 9), "{crowd}");
			for _ in 0..=crowd {
				execute();
			}
			let (query, response) = Main::get().down.pop_back().unwrap();
			let report = count(ALICE, || Redemption::report(signed(PARENT), query, response));
			assert_eq!(report, (10, 10), "{crowd}");
		});
	}
}

#[test]
fn refusals_retries_and_declarations_cost_less() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Redemption::redeem_on_main(signed(ALICE), 0, 100, 0, UNPAYABLE));
		advance(RETRY);
		assert_eq!(count(BOB, || Redemption::retry(signed(BOB), ALICE, 0)), (2, 4));
		execute();
		execute();
		lose_answer();
		assert_eq!(count(PARENT, deliver), (8, 8));
		assert_eq!(count(MERCHANT, || Redemption::declare(signed(MERCHANT), 200_000)), (2, 3));
		execute();
		assert_eq!(count(PARENT, deliver), (2, 2));
	});
}

#[test]
fn award_and_conversion_cost_an_access_more_than_without_a_cover() {
	ExtBuilder::default().local(10_000).build_and_execute(|| {
		let award = |who: AccountId, class| {
			count(who, || <Points as Loyalty<AccountId>>::award(&who, class, &BOB, 10))
		};
		// The first gives Bob an account of the asset.
		for (who, class) in [(MERCHANT, 0), (RIVAL, 1)] {
			award(who, class);
		}
		let (covered, plain) = (award(MERCHANT, 0), award(RIVAL, 1));
		assert_eq!(covered.0, plain.0);
		assert_eq!(covered.1, plain.1 + 1);
		let convert = |class| count(BOB, || Points::convert(signed(BOB), class, 5, 0));
		let (covered, plain) = (convert(0), convert(1));
		assert!(covered.0 <= plain.0 + 1 && covered.1 <= plain.1 + 1, "{covered:?} {plain:?}");
	});
}
