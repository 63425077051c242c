//! Who is stopped earns nothing any more, and keeps what it has earned.

use super::*;

#[test]
fn a_stopped_worker_earns_nothing_more_and_keeps_what_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		let (worker, other) = (engage(ALICE, PAY, 5), engage(BOB, PAY, 5));
		next_eras(3);
		// A block before the end of the era.
		advance_to(4 * ERA - 1);
		assert_ok!(stop(worker));
		assert_eq!(last_event(), Event::Stopped { worker }.into());
		assert_eq!((stage(worker), claimable(worker)), (Some(Stage::Ended), 2 * PAY));
		assert_eq!((ledger().workers, ledger().accumulator.weight()), (1, PAY));
		next_eras(5);
		assert_eq!((claimable(worker), claimable(other)), (2 * PAY, 5 * PAY));
		assert_ok!(claim(worker));
		assert_eq!(wealth(ALICE), ENDOWMENT + 2 * PAY);
	});
}

#[test]
fn who_is_stopped_before_it_begins_never_does() {
	ExtBuilder::default().build_and_execute(|| {
		let (worker, other) = (engage(ALICE, PAY, 2), engage(BOB, PAY, 2));
		assert_ok!(stop(worker));
		assert_eq!((ledger().workers, ledger().beginning), (1, PAY));
		next_eras(4);
		assert_eq!((claimable(worker), claimable(other)), (0, 2 * PAY));
		assert_ok!(claim(worker));
		assert!(happened(Event::Closed { worker, claimed: 0, forfeited: 0 }));
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn a_proposal_is_removed_and_its_deposit_returned() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [signed(ALICE), signed(GUARD), RuntimeOrigin::root()] {
			let worker = propose(ALICE, PAY, 2);
			assert_ok!(Work::stop(origin, worker));
			assert_eq!(last_event(), Event::ProposalRemoved { worker }.into());
			assert_eq!((stage(worker), free(ALICE)), (None, ENDOWMENT));
			assert_noop!(approve(worker), Error::<Test>::WorkerNotFound);
		}
	});
}

#[test]
fn the_worker_itself_may_stop() {
	for who in [ALICE, BOB] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(Work::propose(signed(ALICE), terms(PAY, 3), BOB));
			assert_ok!(approve(0));
			next_eras(2);
			assert_ok!(Work::stop(signed(who), 0));
			assert_eq!(claimable(0), PAY);
		});
	}
}

#[test]
fn nobody_else_stops() {
	ExtBuilder::default().build_and_execute(|| {
		let (worker, idle) = (engage(ALICE, PAY, 3), propose(ALICE, PAY, 3));
		for worker in [worker, idle] {
			for who in [BOB, COUNCIL, TREASURY, Work::pot()] {
				assert_noop!(Work::stop(signed(who), worker), Error::<Test>::NotWorker);
			}
			assert_noop!(Work::stop(RuntimeOrigin::none(), worker), BadOrigin);
		}
		assert_noop!(Work::stop(signed(BOB), 7), Error::<Test>::WorkerNotFound);
	});
}

#[test]
fn who_has_ended_cannot_be_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (engage(ALICE, PAY, 1), engage(BOB, PAY, 3));
		next_eras(2);
		assert_ok!(stop(second));
		for worker in [first, second] {
			assert_noop!(stop(worker), Error::<Test>::AlreadyEnded);
		}
	});
}

#[test]
fn those_who_end_with_it_end_all_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		let workers = [ALICE, BOB, CAROL].map(|who| engage(who, PAY, 2));
		next_eras(1);
		assert_ok!(stop(workers[1]));
		assert_eq!(Endings::<Test>::get(2).into_inner(), [workers[0], workers[2]]);
		next_eras(2);
		assert_eq!(workers.map(claimable), [2 * PAY, 0, 2 * PAY]);
		assert_eq!(ledger().workers, 0);
		// The last one on a list takes the list with it.
		let worker = engage(ALICE, PAY, 2);
		assert_ok!(stop(worker));
		assert_eq!(Endings::<Test>::iter().count(), 0);
	});
}
