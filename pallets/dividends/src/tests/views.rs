//! What wallets and portals read: promises T4 and P4.

use super::*;

#[test]
fn what_is_shown_is_what_the_calls_do() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Dividends::position(ALICE), None);
		assert_ok!(lock(ALICE, 5 * MINIMUM));
		assert_ok!(lock(BOB, 2 * MINIMUM));
		assert_ok!(unlock(ALICE, 2 * MINIMUM));
		fees(1_000);
		advance(NOTICE);
		assert_ok!(unlock(ALICE, MINIMUM));
		fees(100);
		advance(3);
		let shown = position(ALICE);
		let chunk = |amount, release| Chunk { amount, release };
		let (first, second) = (1 + NOTICE, 1 + 2 * NOTICE);
		assert_eq!(
			shown,
			LockView {
				locked: 2 * MINIMUM,
				unlocking: vec![chunk(2 * MINIMUM, first), chunk(MINIMUM, second)],
				withdrawable: 2 * MINIMUM,
				claimable: 600 + 15,
			}
		);
		let before = free(ALICE);
		assert_ok!(withdraw(ALICE));
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), before + shown.withdrawable + shown.claimable);
	});
}

#[test]
fn totals_are_shown_as_of_now() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 3 * MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		pay_out(300);
		assert_ok!(claim(BOB));
		fees(50);
		advance(4);
		let before = ledger();
		let totals = TotalsView {
			pot: Dividends::pot(),
			lockers: 2,
			locked: 3 * MINIMUM,
			unlocking: MINIMUM,
			waiting: 30,
			reserved: 220,
			accrued: 320,
			claimed: 100,
		};
		assert_eq!(Dividends::totals(), totals);
		// Reading writes nothing.
		assert_eq!(ledger(), before);
	});
}

#[test]
fn what_is_the_treasurys_waits_for_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		fees(70);
		assert_eq!(Dividends::totals().waiting, 0);
		assert_eq!(free(Dividends::pot()), EXISTENTIAL_DEPOSIT + 70);
	});
}
