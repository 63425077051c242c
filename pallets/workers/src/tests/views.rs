//! What wallets and portals read: promises T4 and P4.

use super::*;

#[test]
fn a_worker_is_shown_with_what_a_claim_pays() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Work::worker(0), None);
		assert_ok!(Work::propose(signed(ALICE), terms(PAY, 3), BOB));
		let shown = WorkerView {
			proposer: ALICE,
			beneficiary: BOB,
			terms: terms(PAY, 3),
			stage: Stage::Proposed,
			claimed: 0,
			claimable: 0,
		};
		assert_eq!(Work::worker(0), Some(shown.clone()));
		assert_ok!(approve(0));
		next_eras(2);
		assert_ok!(claim(0));
		next_eras(1);
		let stage = Stage::Approved { first: 1, last: 3 };
		assert_eq!(
			Work::worker(0),
			Some(WorkerView { stage, claimed: PAY, claimable: PAY, ..shown })
		);
	});
}

#[test]
fn the_era_is_shown_with_its_budget() {
	ExtBuilder::default().funds(3 * PAY).build_and_execute(|| {
		engage(ALICE, 4 * PAY, 3);
		next_eras(1);
		engage(BOB, 2 * PAY, 3);
		propose(CAROL, PAY, 3);
		advance_to(ERA + 3);
		let era = EraView {
			index: 1,
			start: ERA,
			end: 2 * ERA,
			budget: BUDGET,
			promised: 4 * PAY,
			payable: 3 * PAY - 2 * EXISTENTIAL_DEPOSIT,
			beginning: 2 * PAY,
			workers: 2,
		};
		assert_eq!(Work::era(), era);
		next_eras(1);
		// What was shown is what was paid.
		assert!(happened(Event::EraEnded { era: 1, promised: era.promised, paid: era.payable }));
		let after = Work::era();
		assert_eq!((after.promised, after.payable, after.beginning), (6 * PAY, 0, 0));
	});
}

#[test]
fn totals_are_shown() {
	ExtBuilder::default().build_and_execute(|| {
		let worker = engage(ALICE, PAY, 3);
		next_eras(2);
		assert_ok!(claim(worker));
		next_eras(1);
		let totals = TotalsView { pot: Work::pot(), earned: 2 * PAY, claimed: PAY, reserved: PAY };
		assert_eq!(Work::totals(), totals);
	});
}
