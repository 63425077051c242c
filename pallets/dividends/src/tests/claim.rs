//! Dividends are claimed by those who have earned them, whenever they like.

use super::*;

#[test]
fn a_claim_pays_what_has_accrued() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, 3 * MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		pay_out(400);
		let before = free(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(last_event(), Event::Claimed { who: ALICE, amount: 300 }.into());
		assert_eq!(free(ALICE), before + 300);
		assert_eq!((ledger().reserved, ledger().claimed, ledger().accrued), (100, 300, 400));
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		// Who does not claim loses nothing.
		pay_out(400);
		assert_eq!((claimable(ALICE), claimable(BOB)), (300, 200));
	});
}

#[test]
fn there_must_be_something_to_claim() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(claim(ALICE), Error::<Test>::NotLocker);
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(lock(BOB, MINIMUM));
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		// Half a planck is nothing yet, and is not forgotten.
		pay_out(1);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		assert_ok!(unlock(BOB, MINIMUM));
		pay_out(1);
		assert_ok!(claim(ALICE));
		assert_eq!(last_event(), Event::Claimed { who: ALICE, amount: 1 }.into());
	});
}

#[test]
fn a_planck_can_be_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(1);
		assert_ok!(claim(ALICE));
		assert_eq!(wealth(ALICE), ENDOWMENT + 1);
	});
}

#[test]
fn the_last_claim_closes_the_record() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		assert_ok!(unlock(ALICE, MINIMUM));
		assert_ok!(relock(ALICE, MINIMUM));
		pay_out(70);
		assert_ok!(claim(ALICE));
		assert!(Locks::<Test>::contains_key(ALICE));
		pay_out(30);
		assert_ok!(unlock(ALICE, MINIMUM));
		advance(NOTICE);
		assert_ok!(withdraw(ALICE));
		assert_ok!(claim(ALICE));
		assert_eq!(last_event(), Event::Closed { who: ALICE }.into());
		assert_eq!(free(ALICE), ENDOWMENT + 100);
		assert_eq!(free(Dividends::pot()), EXISTENTIAL_DEPOSIT);
		assert_noop!(claim(ALICE), Error::<Test>::NotLocker);
	});
}

#[test]
fn the_pot_keeps_what_keeps_it_alive() {
	ExtBuilder::default().without_pot().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(EXISTENTIAL_DEPOSIT + 5);
		assert_eq!(claimable(ALICE), 5);
		assert_ok!(claim(ALICE));
		assert_eq!(free(Dividends::pot()), EXISTENTIAL_DEPOSIT);
		pay_out(1);
		assert_eq!(claimable(ALICE), 1);
	});
}

#[test]
fn fractions_of_closed_records_are_not_lost() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(lock(who, MINIMUM));
		}
		pay_out(100);
		for who in [ALICE, BOB, CAROL] {
			assert_eq!(claimable(who), 33);
			assert_ok!(claim(who));
			assert_ok!(unlock(who, MINIMUM));
		}
		advance(NOTICE);
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(withdraw(who));
		}
		// Three thirds are a planck that belongs to nobody any more, and so to the treasury.
		assert_eq!((ledger().reserved, ledger().accrued, ledger().lockers), (0, 99, 0));
		assert_eq!(waiting(), 1);
		assert_ok!(lock(DAVE, MINIMUM));
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + 1);
	});
}

#[test]
fn whose_account_was_emptied_by_force_must_have_one_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(5);
		// No user can do this; root can.
		let all = free(ALICE);
		frame_system::Account::<Test>::mutate(ALICE, |account| account.data.free = 0);
		frame_system::Account::<Test>::mutate(PAYER, |account| account.data.free += all);
		assert_noop!(claim(ALICE), TokenError::BelowMinimum);
		assert_eq!(claimable(ALICE), 5);
		endow(ALICE, EXISTENTIAL_DEPOSIT);
		assert_ok!(claim(ALICE));
	});
}

#[test]
fn only_signed_by_who_has_earned_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(lock(ALICE, MINIMUM));
		pay_out(5);
		for origin in unsigned() {
			assert_noop!(Dividends::claim(origin), BadOrigin);
		}
		assert_noop!(claim(BOB), Error::<Test>::NotLocker);
	});
}
