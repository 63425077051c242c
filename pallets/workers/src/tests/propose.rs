//! Anyone offers to work, for a deposit.

use super::*;

fn proposed(terms: TermsOf<Test>) -> sp_runtime::DispatchResult {
	Work::propose(signed(ALICE), terms, BOB)
}

#[test]
fn a_proposal_is_stored_for_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let terms = terms(PAY, 3);
		assert_ok!(proposed(terms.clone()));
		let event =
			Event::Proposed { worker: 0, proposer: ALICE, beneficiary: BOB, pay: PAY, eras: 3 };
		assert_eq!(last_event(), event.into());
		assert_eq!(free(ALICE), ENDOWMENT - deposit(&terms));
		let worker = Workers::<Test>::get(0).unwrap();
		assert_eq!((worker.proposer, worker.beneficiary), (ALICE, BOB));
		assert_eq!((worker.terms, worker.stage), (terms, Stage::Proposed));
		// It earns nothing.
		next_eras(3);
		assert_eq!((claimable(0), ledger().earned), (0, 0));
		assert_noop!(claim(0), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn longer_texts_cost_a_higher_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let short = terms(PAY, 1);
		let long = Terms { url: vec![b'x'; 32].try_into().unwrap(), ..short.clone() };
		assert_eq!(deposit(&long), deposit(&short) + 24);
	});
}

#[test]
fn ids_are_counted_and_run_out() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!([propose(ALICE, PAY, 1), propose(BOB, PAY, 1)], [0, 1]);
		NextWorker::<Test>::put(u32::MAX);
		assert_noop!(proposed(terms(PAY, 1)), Error::<Test>::NoWorkerIdLeft);
	});
}

#[test]
fn texts_must_be_texts() {
	ExtBuilder::default().build_and_execute(|| {
		let good = terms(PAY, 1);
		let bad = || vec![0xff].try_into().unwrap();
		let untitled = Terms { title: Default::default(), ..good.clone() };
		assert_noop!(proposed(untitled), Error::<Test>::TitleMissing);
		let title = Terms { title: bad(), ..good.clone() };
		assert_noop!(proposed(title), Error::<Test>::TextNotUtf8);
		let url = Terms { url: vec![0xc3].try_into().unwrap(), ..good.clone() };
		assert_noop!(proposed(url), Error::<Test>::TextNotUtf8);
		assert_ok!(proposed(Terms { url: Default::default(), ..good }));
	});
}

#[test]
fn pay_and_eras_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(proposed(terms(0, 1)), Error::<Test>::PayIsZero);
		assert_noop!(proposed(terms(BUDGET + 1, 1)), Error::<Test>::PayAboveBudget);
		assert_noop!(proposed(terms(PAY, 0)), Error::<Test>::ErasOutOfBounds);
		assert_noop!(proposed(terms(PAY, MOST_ERAS + 1)), Error::<Test>::ErasOutOfBounds);
		assert_noop!(proposed(terms(BUDGET, 5)), Error::<Test>::TotalTooHigh);
		let most = PER_WORKER / Balance::from(MOST_ERAS);
		assert_noop!(proposed(terms(most + 1, MOST_ERAS)), Error::<Test>::TotalTooHigh);
		assert_ok!(proposed(terms(most, MOST_ERAS)));
		assert_ok!(proposed(terms(BUDGET, 4)));
		// Nor does a product that is more than a balance can say get round them.
		MaxPayPerEra::set(Balance::MAX);
		assert_noop!(proposed(terms(Balance::MAX / 2, 4)), Error::<Test>::TotalTooHigh);
	});
}

#[test]
fn the_deposit_must_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let due = deposit(&terms(PAY, 1)) + EXISTENTIAL_DEPOSIT;
		assert_ok!(Balances::transfer_allow_death(signed(BOB), 77, due - 1));
		let propose = || Work::propose(signed(77), terms(PAY, 1), 77);
		assert_noop!(propose(), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_allow_death(signed(BOB), 77, 1));
		assert_ok!(propose());
	});
}

#[test]
fn only_signed_by_somebody() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(Work::propose(origin, terms(PAY, 1), ALICE), BadOrigin);
		}
	});
}
