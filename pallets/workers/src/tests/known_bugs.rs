//! What went wrong in systems like this one, as tests that it does not go wrong here.

use super::*;

/// Where pay waits for the first to come, whoever is approved after idle eras would have them all.
#[test]
fn eras_in_which_nobody_worked_are_nobodys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Balances::transfer_allow_death(signed(BOB), Work::pot(), 100 * PAY));
		next_eras(10);
		let worker = engage(ALICE, PAY, 1);
		next_eras(2);
		assert_eq!((claimable(worker), ledger().earned), (PAY, PAY));
	});
}

/// Where a stream is paid at every touch, approvals and stops in one era bring more than one pay.
#[test]
fn no_era_is_paid_twice_to_anybody() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 3);
		next_eras(2);
		for _ in 0..3 {
			let other = engage(BOB, PAY, 1);
			assert_ok!(stop(other));
			let _ = claim(worker);
		}
		assert_eq!((claimable(worker), ledger().claimed), (0, PAY));
	});
}

/// A finding on Acala: what is sent to oneself was counted twice. Here, pay to the pot itself.
#[test]
fn acala_the_pot_as_a_beneficiary_makes_nothing_of_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 2), Work::pot()));
		assert_ok!(approve(0));
		next_eras(2);
		assert_ok!(claim(0));
		assert_eq!(free(Work::pot()), PAY + EXISTENTIAL_DEPOSIT);
		// The next era is paid out of it.
		next_eras(1);
		assert_eq!(free(TREASURY), FUNDS - PAY - EXISTENTIAL_DEPOSIT);
		assert_ok!(claim(0));
		assert_eq!((ledger().claimed, ledger().reserved), (2 * PAY, 0));
	});
}

/// The treasury as a beneficiary is paid like anybody else.
#[test]
fn the_treasury_as_a_beneficiary_pays_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 1), TREASURY));
		assert_ok!(approve(0));
		next_eras(2);
		assert_ok!(claim(0));
		assert_eq!(free(TREASURY), FUNDS - EXISTENTIAL_DEPOSIT);
	});
}

/// A finding on Acala: rounding let debts exceed what had been given, so that the last could not be paid.
#[test]
fn acala_rounding_never_promises_more_than_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		let pays = [1_001, 7, 333, 59_999];
		let workers: Vec<_> =
			PEOPLE.into_iter().zip(pays).map(|(who, pay)| engage(who, pay, 20)).collect();
		for budget in [17, 100, 1_000, 9_999, 1, 3, 61_339] {
			MaxPayPerEra::set(budget);
			next_eras(1);
		}
		let promised: Balance = workers.iter().copied().map(claimable).sum();
		assert!(promised <= ledger().reserved && ledger().reserved < promised + 5);
		for worker in workers {
			assert_ok!(claim(worker));
		}
		assert_eq!(ledger().claimed, promised);
	});
}

/// `pallet-asset-rewards` has a precision of 4,096: with more weight than that, a planck is lost for ever.
#[test]
fn asset_rewards_precision_does_not_depend_on_how_much_is_promised() {
	let large = 10u128.pow(27);
	ExtBuilder::default().build_and_execute(|| {
		MaxPayPerEra::set(10 * large);
		MaxPayPerWorker::set(1_000 * large);
		let workers = [engage(ALICE, large, 20), engage(BOB, large, 20)];
		MaxPayPerEra::set(1);
		next_eras(21);
		assert_eq!(ledger().earned, 20);
		for worker in workers {
			assert!((9..=10).contains(&claimable(worker)));
			assert_ok!(claim(worker));
		}
		assert_eq!((ledger().claimed + 20 - ledger().earned, ledger().reserved), (20, 0));
	});
}

/// Fractions that others have left behind make nobody's pay more than it was promised.
#[test]
fn nobody_is_paid_more_than_it_was_promised() {
	ExtBuilder::default().build_and_execute(|| {
		let steady = engage(ALICE, 1, 20);
		for _ in 0..18 {
			// Eras in which nothing comes out even, and whose fractions are left behind at once.
			let others = [engage(BOB, 3, 1), engage(CAROL, 7, 1), engage(DAVE, 13, 1)];
			next_eras(1);
			MaxPayPerEra::set(23);
			next_eras(1);
			MaxPayPerEra::set(BUDGET);
			for other in others {
				assert_ok!(claim(other));
			}
			if stage(steady) == Some(Stage::Ended) {
				break;
			}
		}
		assert!(claimable(steady) <= 20);
		next_eras(3);
		assert_ok!(claim(steady));
		assert!(free(ALICE) <= ENDOWMENT + 20);
	});
}

/// The same, in its purest form.
#[test]
fn a_remainder_of_others_is_not_paid_beyond_the_promise() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 1);
		next_eras(2);
		// A planck more than promised, as fractions could make it.
		Totals::<Test>::mutate(|ledger| {
			let mut nobody = Default::default();
			let mut record = Workers::<Test>::get(worker).unwrap();
			ledger.workers += 1;
			ledger.accumulator.set_weight(&mut record.share, PAY).unwrap();
			ledger.pay_era(1).unwrap();
			ledger.end(&mut record.share).unwrap();
			ledger.accumulator.set_weight(&mut nobody, 0).unwrap();
			Workers::<Test>::insert(worker, record);
		});
		assert_ok!(Balances::transfer_allow_death(signed(BOB), Work::pot(), 1));
		assert_eq!(claimable(worker), PAY);
		assert_ok!(claim(worker));
		assert!(happened(Event::Closed { worker, claimed: PAY, forfeited: 1 }));
		assert_eq!((ledger().reserved, ledger().earned), (0, PAY));
	});
}
