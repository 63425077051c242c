//! What was earned is claimed for the beneficiary, by anyone, whenever it likes.

use super::*;

#[test]
fn anyone_claims_for_the_beneficiary() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 3), BOB));
		assert_ok!(approve(0));
		next_eras(3);
		let before = free(DAVE);
		assert_ok!(Work::claim(signed(DAVE), 0));
		let event = Event::Claimed { worker: 0, beneficiary: BOB, amount: 2 * PAY };
		assert_eq!(last_event(), event.into());
		assert_eq!((free(BOB), free(DAVE)), (ENDOWMENT + 2 * PAY, before));
		let LedgerOf::<Test> { reserved, claimed, earned, .. } = ledger();
		assert_eq!((reserved, claimed, earned), (0, 2 * PAY, 2 * PAY));
		assert_noop!(claim(0), Error::<Test>::NothingToClaim);
		next_eras(1);
		assert_ok!(claim(0));
		assert!(happened(Event::Closed { worker: 0, claimed: 3 * PAY, forfeited: 0 }));
		assert_eq!((wealth(BOB), free(ALICE)), (ENDOWMENT + 3 * PAY, ENDOWMENT));
		assert_eq!(stage(0), None);
		assert_noop!(claim(0), Error::<Test>::WorkerNotFound);
	});
}

#[test]
fn pay_that_is_not_claimed_is_not_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 20);
		next_eras(100);
		assert_eq!(claimable(worker), 20 * PAY);
		assert_ok!(claim(worker));
		assert_eq!(free(ALICE), ENDOWMENT + 20 * PAY);
	});
}

#[test]
fn who_has_no_account_is_paid_when_it_is_enough_for_one() {
	ExtBuilder::default().build_and_execute(|| {
		let pay = EXISTENTIAL_DEPOSIT - 4;
		assert_ok!(Work::propose(signed(ALICE), terms(pay, 3), 77));
		assert_ok!(approve(0));
		next_eras(2);
		assert_noop!(claim(0), TokenError::BelowMinimum);
		next_eras(1);
		assert_ok!(claim(0));
		assert_eq!(free(77), 2 * pay);
	});
}

#[test]
fn what_can_never_be_paid_is_forfeited_when_the_record_is_closed() {
	ExtBuilder::default().build_and_execute(|| {
		let pay = EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Work::propose(signed(ALICE), terms(pay, 1), 77));
		assert_ok!(approve(0));
		next_eras(2);
		assert_eq!(claimable(0), 0);
		assert_ok!(claim(0));
		assert_eq!(last_event(), Event::Closed { worker: 0, claimed: 0, forfeited: pay }.into());
		assert_eq!((free(77), free(ALICE)), (0, ENDOWMENT));
		assert_eq!((ledger().reserved, ledger().earned), (0, 0));
		// It pays a part of the next era.
		let before = free(TREASURY);
		let worker = engage(BOB, PAY, 1);
		next_eras(2);
		assert_eq!((claimable(worker), free(TREASURY)), (PAY, before + pay - PAY));
	});
}

#[test]
fn an_account_that_is_there_is_paid_a_planck() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, 1, 1);
		next_eras(2);
		assert_ok!(claim(worker));
		assert_eq!(free(ALICE), ENDOWMENT + 1);
		assert_eq!(free(Work::pot()), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn the_deposit_comes_back_even_if_nothing_was_earned() {
	ExtBuilder::default().funds(EXISTENTIAL_DEPOSIT).build_and_execute(|| {
		let worker = engage(ALICE, PAY, 1);
		next_eras(2);
		assert_eq!(claimable(worker), 0);
		assert_ok!(claim(worker));
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn only_signed_by_somebody() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 3);
		next_eras(2);
		for origin in unsigned() {
			assert_noop!(Work::claim(origin, worker), BadOrigin);
		}
		assert_noop!(claim(7), Error::<Test>::WorkerNotFound);
	});
}
