//! Who is approved begins with the next era.

use super::*;

#[test]
fn an_approved_worker_begins_with_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		advance_to(ERA + 3);
		let worker = propose(ALICE, PAY, 3);
		assert_ok!(approve(worker));
		assert_eq!(last_event(), Event::Approved { worker, first: 2, last: 4 }.into());
		assert_eq!(stage(worker), Some(Stage::Approved { first: 2, last: 4 }));
		assert_eq!((ledger().workers, ledger().beginning), (1, PAY));
		// Not for the rest of the era in which it was approved.
		next_eras(1);
		assert_eq!((claimable(worker), ledger().earned), (0, 0));
		assert_eq!((ledger().beginning, ledger().accumulator.weight()), (0, PAY));
		next_eras(1);
		assert_eq!(claimable(worker), PAY);
	});
}

#[test]
fn whoever_approves_grants_no_more_than_it_may() {
	ExtBuilder::default().build_and_execute(|| {
		let (low, high) = (propose(ALICE, LIMIT, 1), propose(BOB, LIMIT + 1, 1));
		assert_noop!(Work::approve(signed(COUNCIL), high), Error::<Test>::PayAboveLimit);
		assert_ok!(Work::approve(signed(COUNCIL), low));
		assert_ok!(Work::approve(RuntimeOrigin::root(), high));
	});
}

#[test]
fn nobody_else_approves() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = propose(ALICE, PAY, 1);
		for who in [ALICE, BOB, GUARD, TREASURY, Work::pot()] {
			assert_noop!(Work::approve(signed(who), worker), BadOrigin);
		}
		assert_noop!(Work::approve(RuntimeOrigin::none(), worker), BadOrigin);
	});
}

#[test]
fn only_proposals_are_approved_and_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(approve(0), Error::<Test>::WorkerNotFound);
		let worker = engage(ALICE, PAY, 1);
		assert_noop!(approve(worker), Error::<Test>::NotProposed);
		next_eras(1);
		assert_noop!(approve(worker), Error::<Test>::NotProposed);
		next_eras(1);
		assert_eq!(stage(worker), Some(Stage::Ended));
		assert_noop!(approve(worker), Error::<Test>::NotProposed);
	});
}

#[test]
fn there_is_room_for_so_many() {
	ExtBuilder::default().build_and_execute(|| {
		let workers = (0..MAX_WORKERS).map(|_| engage(ALICE, PAY, 2)).collect::<Vec<_>>();
		let late = propose(BOB, PAY, 3);
		assert_noop!(approve(late), Error::<Test>::TooManyWorkers);
		// Nor when nobody else begins, or ends when it would.
		next_eras(1);
		assert_noop!(approve(late), Error::<Test>::TooManyWorkers);
		// One that ends makes room, and so does one that is stopped.
		assert_ok!(stop(workers[0]));
		assert_ok!(approve(late));
		let later = propose(BOB, PAY, 5);
		assert_noop!(approve(later), Error::<Test>::TooManyWorkers);
		next_eras(2);
		assert_ok!(approve(later));
	});
}

#[test]
fn bounds_that_were_lowered_hold_for_what_was_proposed_before() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = propose(ALICE, PAY, 4);
		MaxPayPerEra::set(PAY - 1);
		assert_noop!(approve(worker), Error::<Test>::PayAboveBudget);
		MaxPayPerEra::set(PAY);
		MaxPayPerWorker::set(4 * PAY - 1);
		assert_noop!(approve(worker), Error::<Test>::TotalTooHigh);
		MaxPayPerWorker::set(4 * PAY);
		MaxEras::set(3);
		assert_noop!(approve(worker), Error::<Test>::ErasOutOfBounds);
		MaxEras::set(4);
		assert_ok!(approve(worker));
	});
}

#[test]
fn eras_that_cannot_be_counted_are_not_promised() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = propose(ALICE, PAY, 2);
		CurrentEra::<Test>::mutate(|era| era.index = u32::MAX - 1);
		assert_noop!(approve(worker), sp_runtime::ArithmeticError::Overflow);
	});
}
