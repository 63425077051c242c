//! Every era is paid once, for those who were at work from its beginning to its end, within the budget and
//! what the treasury has.

use super::*;
use frame_support::traits::fungible::MutateFreeze;

#[test]
fn an_era_has_its_length_and_is_paid_at_its_end() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 3);
		advance_to(ERA - 1);
		assert_eq!(Work::era().index, 0);
		advance_to(ERA);
		assert_eq!(CurrentEra::<Test>::get(), Era { index: 1, start: ERA });
		assert_eq!(last_event(), Event::EraEnded { era: 0, promised: 0, paid: 0 }.into());
		let before = free(TREASURY);
		advance_to(2 * ERA - 1);
		assert_eq!((claimable(worker), free(TREASURY)), (0, before));
		advance_to(2 * ERA);
		assert_eq!(last_event(), Event::EraEnded { era: 1, promised: PAY, paid: PAY }.into());
		assert_eq!(claimable(worker), PAY);
		// Once with what keeps the pot alive.
		assert_eq!(free(TREASURY), before - PAY - EXISTENTIAL_DEPOSIT);
		next_eras(1);
		assert_eq!(free(TREASURY), before - 2 * PAY - EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn a_worker_ends_after_its_eras() {
	ExtBuilder::default().build_and_execute(|| {
		let (short, long) = (engage(ALICE, PAY, 1), engage(BOB, PAY, 2));
		next_eras(2);
		assert!(happened(Event::Ended { worker: short }));
		assert_eq!((stage(short), claimable(short)), (Some(Stage::Ended), PAY));
		assert_eq!((ledger().workers, ledger().accumulator.weight()), (1, PAY));
		next_eras(1);
		assert_eq!(
			(stage(long), claimable(long), claimable(short)),
			(Some(Stage::Ended), 2 * PAY, PAY)
		);
		next_eras(3);
		assert_eq!((claimable(long), claimable(short)), (2 * PAY, PAY));
		assert_eq!((ledger().workers, ledger().accumulator.weight()), (0, 0));
	});
}

#[test]
fn whoever_is_not_there_from_beginning_to_end_is_not_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let whole = engage(ALICE, PAY, 4);
		next_eras(1);
		// Approved in the first block of an era, and stopped in the last.
		let late = engage(BOB, PAY, 4);
		assert_eq!(System::block_number(), ERA);
		advance_to(2 * ERA - 1);
		next_eras(1);
		assert_eq!((claimable(whole), claimable(late)), (PAY, 0));
		advance_to(3 * ERA - 1);
		assert_ok!(stop(late));
		next_eras(1);
		assert_eq!((claimable(whole), claimable(late)), (2 * PAY, 0));
	});
}

#[test]
fn above_the_budget_all_are_cut_in_proportion() {
	ExtBuilder::default().build_and_execute(|| {
		let (small, large) = (engage(ALICE, PAY, 3), engage(BOB, 3 * PAY, 3));
		MaxPayPerEra::set(2 * PAY);
		next_eras(1);
		assert_eq!((Work::era().promised, Work::era().payable), (4 * PAY, 2 * PAY));
		next_eras(1);
		let event = Event::EraEnded { era: 1, promised: 4 * PAY, paid: 2 * PAY };
		assert!(happened(event));
		assert_eq!((claimable(small), claimable(large)), (PAY / 2, 3 * PAY / 2));
		// What was cut is not made up for.
		MaxPayPerEra::set(BUDGET);
		next_eras(1);
		assert_eq!((claimable(small), claimable(large)), (3 * PAY / 2, 9 * PAY / 2));
	});
}

#[test]
fn a_treasury_that_is_short_pays_what_it_has_and_keeps_itself_alive() {
	let funds = 2 * PAY + 2 * EXISTENTIAL_DEPOSIT;
	ExtBuilder::default().funds(funds).build_and_execute(|| {
		let (small, large) = (engage(ALICE, PAY, 3), engage(BOB, 3 * PAY, 3));
		next_eras(1);
		assert_eq!(Work::era().payable, 2 * PAY);
		next_eras(1);
		assert_eq!((claimable(small), claimable(large)), (PAY / 2, 3 * PAY / 2));
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT);
		assert_eq!(free(Work::pot()), EXISTENTIAL_DEPOSIT + 2 * PAY);
		// Nothing is left for the next.
		next_eras(1);
		assert!(happened(Event::EraEnded { era: 2, promised: 4 * PAY, paid: 0 }));
		assert_eq!((claimable(small), free(TREASURY)), (PAY / 2, EXISTENTIAL_DEPOSIT));
		for worker in [small, large] {
			assert_ok!(claim(worker));
		}
	});
}

#[test]
fn a_treasury_that_cannot_pay_keeps_no_era_from_beginning() {
	for funds in [0, EXISTENTIAL_DEPOSIT, 2 * EXISTENTIAL_DEPOSIT] {
		ExtBuilder::default().funds(funds).build_and_execute(|| {
			let worker = engage(ALICE, PAY, 2);
			next_eras(3);
			assert_eq!((Work::era().index, claimable(worker)), (3, 0));
			assert_eq!((stage(worker), free(TREASURY)), (Some(Stage::Ended), funds));
			assert_eq!(free(Work::pot()), 0);
		});
	}
}

#[test]
fn what_is_frozen_in_the_treasury_is_not_taken() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Balances::set_freeze(&7, &TREASURY, FUNDS - PAY / 2 - EXISTENTIAL_DEPOSIT));
		let worker = engage(ALICE, PAY, 2);
		next_eras(2);
		assert_eq!(claimable(worker), PAY / 2);
	});
}

#[test]
fn what_was_sent_to_the_pot_is_used_first() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 2);
		let gift = PAY + 100;
		assert_ok!(Balances::transfer_allow_death(signed(BOB), Work::pot(), gift));
		next_eras(2);
		// It does for the first era.
		assert_eq!((claimable(worker), free(TREASURY)), (PAY, FUNDS));
		next_eras(1);
		assert_eq!(claimable(worker), 2 * PAY);
		assert_eq!(free(Work::pot()), EXISTENTIAL_DEPOSIT + 2 * PAY);
		assert_eq!(free(TREASURY), FUNDS + gift - 2 * PAY - EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn nobody_gains_by_a_raised_existential_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 3);
		next_eras(2);
		LowestBalance::set(1_000);
		// The pot is put right before anybody is paid.
		next_eras(1);
		assert_eq!((claimable(worker), free(Work::pot())), (2 * PAY, 1_000 + 2 * PAY));
		assert_ok!(claim(worker));
	});
}

#[test]
fn blocks_without_a_beginning_make_an_era_longer_and_pay_it_once() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 5);
		next_eras(1);
		begin_block(10 * ERA);
		assert_eq!(CurrentEra::<Test>::get(), Era { index: 2, start: 10 * ERA });
		begin_block(10 * ERA + 1);
		assert_eq!((claimable(worker), Work::era().index), (PAY, 2));
		advance_to(11 * ERA);
		assert_eq!(claimable(worker), 2 * PAY);
	});
}

#[test]
fn the_weight_is_that_of_what_is_done() {
	ExtBuilder::default().build_and_execute(|| {
		let weight = <() as WeightInfo>::change_era;
		engage(ALICE, PAY, 1);
		engage(BOB, PAY, 1);
		engage(CAROL, PAY, 2);
		assert_eq!(begin_block(ERA - 1), <() as WeightInfo>::same_era());
		assert_eq!(begin_block(ERA), weight(3));
		engage(DAVE, PAY, 1);
		assert_eq!(begin_block(2 * ERA), weight(3));
		assert_eq!(begin_block(3 * ERA), weight(2));
		assert_eq!(begin_block(4 * ERA), weight(0));
	});
}

#[test]
fn an_era_that_nobody_works_in_draws_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		propose(ALICE, PAY, 1);
		next_eras(5);
		assert_eq!((free(TREASURY), free(Work::pot())), (FUNDS, 0));
	});
}
