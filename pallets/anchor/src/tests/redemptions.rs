//! The life of a redemption.

use super::*;

/// What `ALICE`'s redemption of 400 units is worth.
const COMPENSATION: Balance = 800;
/// A tenth of it.
const PENALTY: Balance = 80;

#[test]
fn redemption_burns_the_tokens_and_pins_what_is_owed_for_them() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let free_before = free(ALICE);
		assert_ok!(Anchor::redeem(signed(ALICE), CNY, BANK, 400, COMPENSATION, reference()));
		let deadline = 1 + REDEMPTION_PERIOD;
		assert_event(Event::RedemptionAsked {
			redemption: id(0),
			holder: ALICE,
			amount: 400,
			compensation: COMPENSATION,
			penalty: PENALTY,
			deadline,
			reference: reference(),
		});
		assert_eq!((tokens(ALICE), supply()), (600, 600));
		let Institution { outstanding, pending, owed: cover, penalties, redemptions, .. } =
			record(BANK);
		assert_eq!((outstanding, pending, redemptions), (600, 400, 1));
		assert_eq!((cover, penalties), (1_200, 120));
		// The margin owes as much as before.
		assert_eq!(owed(BANK), 2_200);
		let redemption = open(&id(0)).unwrap();
		assert_eq!((redemption.state, redemption.deadline), (State::Asked, deadline));
		assert_eq!((redemption.compensation, redemption.penalty), (COMPENSATION, PENALTY));
		assert!(!redemption.is_small && redemption.stake.is_none());
		assert!(free(ALICE) < free_before);
	});
}

#[test]
fn a_redemption_that_cannot_be_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(mint(RIVAL, ALICE, 500));
		assert_ok!(mint(RIVAL, BANK, 500));
		for origin in unsigned() {
			assert_noop!(Anchor::redeem(origin, CNY, BANK, 400, 0, reference()), BadOrigin);
		}
		assert_noop!(redeem(ALICE, 0), Error::<Test>::AmountIsZero);
		assert_noop!(redeem(BANK, 500), Error::<Test>::OwnTokens);
		assert_noop!(redeem(ALICE, 1_501), Error::<Test>::InsufficientTokens);
		assert_noop!(redeem(ALICE, 1_001), Error::<Test>::ExceedsOutstanding);
		assert_noop!(redeem(ALICE, 99), Error::<Test>::BelowMinimumRedemption);
		assert_noop!(redeem_at(OUTSIDER, ALICE, 400), Error::<Test>::InstitutionNotFound);
		assert_noop!(
			Anchor::redeem(signed(ALICE), 1, BANK, 400, 0, reference()),
			Error::<Test>::CurrencyNotFound
		);
		assert_noop!(
			Anchor::redeem(signed(ALICE), CNY, BANK, 400, COMPENSATION + 1, reference()),
			Error::<Test>::BelowMinCompensation
		);
		Institutions::<Test>::mutate(CNY, BANK, |it| it.as_mut().unwrap().redemptions = u64::MAX);
		assert_noop!(redeem(ALICE, 400), Error::<Test>::NoRedemptionNumberLeft);
	});
}

#[test]
fn who_cannot_pay_the_deposit_keeps_its_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, NOBODY, 1_000));
		assert_noop!(redeem(NOBODY, 400), sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn less_than_the_minimum_is_redeemed_if_it_is_all_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, MINIMUM_REDEMPTION + 1));
		assert_ok!(mint(BANK, BOB, 99));
		assert_noop!(redeem(ALICE, 99), Error::<Test>::BelowMinimumRedemption);
		// All that a holder has.
		assert_ok!(redeem(BOB, 99));
		assert_ok!(redeem(ALICE, MINIMUM_REDEMPTION));
		assert_ok!(mint(RIVAL, ALICE, 1_000));
		// All that the institution owes, for which it has more.
		assert_eq!((tokens(ALICE), record(BANK).outstanding), (1_001, 1));
		assert_ok!(redeem(ALICE, 1));
		let small = [0, 1, 2].map(|number| open(&id(number)).unwrap().is_small);
		assert_eq!(small, [true, false, true]);
	});
}

#[test]
fn a_small_redemption_may_be_left_to_the_margin() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 50));
		let before = wealth(ALICE);
		assert_ok!(redeem(ALICE, 50));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(BOB), id(0)));
		let outcome = Outcome::Compensated { compensation: 100, penalty: 0, in_default: false };
		assert_eq!(last_outcome(), (id(0), Ground::Overdue, outcome));
		assert_eq!((wealth(ALICE), owed(BANK)), (before + 100, 0));
		assert_eq!(record(BANK).standing, Standing::Admitted);
	});
}

#[test]
fn a_false_claim_to_have_paid_is_a_default_however_small() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 50));
		assert_ok!(redeem(ALICE, 50));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)));
		assert_ok!(Anchor::object(signed(ALICE), id(0), hash(3)));
		assert_ok!(Anchor::decide(signed(ARBITER), id(0), Verdict::NotPaid));
		let outcome = Outcome::Compensated { compensation: 100, penalty: 10, in_default: true };
		assert_eq!(last_outcome(), (id(0), Ground::Decided, outcome));
		assert_eq!(record(BANK).standing, Standing::Defaulted);
	});
}

#[test]
fn the_last_redemption_takes_all_that_is_owed() {
	let rate = per_unit(FixedU128::from_rational(1, 3));
	let terms = Terms { rate, minimum_redemption: 1, ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 4));
		assert_eq!((record(BANK).owed, record(BANK).penalties, owed(BANK)), (2, 1, 3));
		for (amount, compensation) in [(1, 0), (1, 0), (2, 2)] {
			assert_eq!(Anchor::quote_redemption(CNY, BANK, amount), Some(compensation));
			assert_ok!(redeem(ALICE, amount));
		}
		assert_eq!((record(BANK).owed, record(BANK).penalties, owed(BANK)), (0, 0, 3));
		let last = open(&id(2)).unwrap();
		assert_eq!((last.compensation, last.penalty), (2, 1));
	});
}

#[test]
fn a_redemption_that_is_paid_and_acknowledged_costs_the_institution_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let before = (wealth(BANK), wealth(ALICE), free(ALICE));
		let id = claimed();
		let deadline = 1 + OBJECTION_PERIOD;
		assert_event(Event::PaymentClaimed { redemption: id.clone(), evidence: hash(2), deadline });
		assert_eq!(open(&id).unwrap().state, State::Claimed);
		assert_ok!(Anchor::acknowledge(signed(ALICE), id.clone()));
		let outcome = Outcome::Paid { forfeited: 0 };
		assert_eq!(last_outcome(), (id.clone(), Ground::Acknowledged, outcome));
		assert_eq!((wealth(BANK), wealth(ALICE), free(ALICE)), before);
		assert_eq!((owed(BANK), record(BANK).pending), (1_320, 0));
		assert!(open(&id).is_none());
		assert_noop!(Anchor::acknowledge(signed(ALICE), id), Error::<Test>::RedemptionNotFound);
	});
}

#[test]
fn a_holder_who_says_nothing_counts_as_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(ALICE);
		let id = claimed();
		advance(OBJECTION_PERIOD - 1);
		assert_noop!(Anchor::settle(signed(BOB), id.clone()), Error::<Test>::DeadlineNotReached);
		advance(1);
		assert_noop!(
			Anchor::object(signed(ALICE), id.clone(), hash(3)),
			Error::<Test>::DeadlinePassed
		);
		assert_ok!(Anchor::settle(signed(BOB), id.clone()));
		assert_eq!(last_outcome(), (id, Ground::Overdue, Outcome::Paid { forfeited: 0 }));
		assert_eq!((owed(BANK), wealth(ALICE)), (1_320, before));
		assert_eq!(record(BANK).standing, Standing::Admitted);
	});
}

#[test]
fn a_default_pays_the_holder_out_of_the_margin_and_stops_minting() {
	ExtBuilder::default().build_and_execute(|| {
		let (alice, bank) = (wealth(ALICE), wealth(BANK));
		let id = asked();
		advance(REDEMPTION_PERIOD - 1);
		assert_noop!(Anchor::settle(signed(BOB), id.clone()), Error::<Test>::DeadlineNotReached);
		advance(1);
		assert_noop!(
			Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)),
			Error::<Test>::DeadlinePassed
		);
		assert_ok!(Anchor::settle(signed(BOB), id.clone()));
		let outcome =
			Outcome::Compensated { compensation: COMPENSATION, penalty: PENALTY, in_default: true };
		assert_eq!(last_outcome(), (id, Ground::Overdue, outcome));
		assert_eq!(wealth(ALICE), alice + COMPENSATION + PENALTY);
		assert_eq!(wealth(BANK), bank - COMPENSATION - PENALTY);
		assert_eq!((owed(BANK), record(BANK).pending), (1_320, 0));
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::NotAdmitted);
		// Who holds the rest can redeem it all the same.
		assert_ok!(redeem(ALICE, 600));
		assert_ok!(Anchor::admit(root(), CNY, BANK));
		assert_ok!(mint(BANK, ALICE, 1));
	});
}

#[test]
fn a_penalty_is_rounded_up() {
	let terms = Terms { rate: per_unit(1.into()), ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 101));
		assert_ok!(redeem(ALICE, 101));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(BOB), id(0)));
		assert!(matches!(last_outcome().2, Outcome::Compensated { penalty: 11, .. }));
	});
}

#[test]
fn an_objection_puts_bhtd_on_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let id = disputed();
		let deadline = 1 + ARBITRATION_PERIOD;
		assert_event(Event::Objected { redemption: id.clone(), evidence: hash(3), deadline });
		let redemption = open(&id).unwrap();
		assert_eq!(
			(redemption.state, redemption.deadline, redemption.stake),
			(State::Disputed, deadline, Some(Stake { payer: ALICE, amount: STAKE }))
		);
		assert_eq!(in_objection(ALICE), STAKE);
	});
}

#[test]
fn an_objection_needs_its_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = claimed();
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), BOB, free(ALICE) - STAKE));
		assert_noop!(
			Anchor::object(signed(ALICE), id, hash(3)),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn a_wrong_objection_is_lost_to_the_institution() {
	ExtBuilder::default().build_and_execute(|| {
		let (alice, bank) = (wealth(ALICE), wealth(BANK));
		let id = disputed();
		assert_ok!(Anchor::decide(signed(ARBITER), id.clone(), Verdict::Paid));
		let outcome = Outcome::Paid { forfeited: STAKE };
		assert_eq!(last_outcome(), (id, Ground::Decided, outcome));
		assert_eq!((wealth(ALICE), wealth(BANK)), (alice - STAKE, bank + STAKE));
		assert_eq!((in_objection(ALICE), owed(BANK)), (0, 1_320));
		assert_eq!(record(BANK).standing, Standing::Admitted);
	});
}

#[test]
fn taking_an_objection_back_loses_it_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		let bank = wealth(BANK);
		let id = disputed();
		assert_ok!(Anchor::acknowledge(signed(ALICE), id.clone()));
		let outcome = Outcome::Paid { forfeited: STAKE };
		assert_eq!(last_outcome(), (id, Ground::Acknowledged, outcome));
		assert_eq!((wealth(BANK), in_objection(ALICE)), (bank + STAKE, 0));
	});
}

#[test]
fn an_objection_that_is_frozen_is_lost_all_the_same() {
	use frame_support::traits::fungible::MutateFreeze;
	ExtBuilder::default().build_and_execute(|| {
		let bank = wealth(BANK);
		let id = disputed();
		assert_ok!(<Balances as MutateFreeze<_>>::set_freeze(&1, &ALICE, wealth(ALICE)));
		assert_ok!(Anchor::decide(signed(ARBITER), id, Verdict::Paid));
		assert_eq!(wealth(BANK), bank + STAKE);
	});
}

#[test]
fn a_rightful_objection_is_returned_and_the_holder_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let alice = wealth(ALICE);
		let id = disputed();
		assert_ok!(Anchor::decide(signed(ARBITER), id.clone(), Verdict::NotPaid));
		let outcome =
			Outcome::Compensated { compensation: COMPENSATION, penalty: PENALTY, in_default: true };
		assert_eq!(last_outcome(), (id, Ground::Decided, outcome));
		assert_eq!(wealth(ALICE), alice + COMPENSATION + PENALTY);
		assert_eq!((in_objection(ALICE), record(BANK).standing), (0, Standing::Defaulted));
	});
}

#[test]
fn without_a_decision_the_holder_is_made_whole_and_nobody_is_at_fault() {
	ExtBuilder::default().build_and_execute(|| {
		let alice = wealth(ALICE);
		let id = disputed();
		advance(ARBITRATION_PERIOD - 1);
		assert_noop!(Anchor::settle(signed(BOB), id.clone()), Error::<Test>::DeadlineNotReached);
		advance(1);
		assert_noop!(
			Anchor::decide(signed(ARBITER), id.clone(), Verdict::Paid),
			Error::<Test>::DeadlinePassed
		);
		assert_ok!(Anchor::settle(signed(BOB), id.clone()));
		let outcome =
			Outcome::Compensated { compensation: COMPENSATION, penalty: 0, in_default: false };
		assert_eq!(last_outcome(), (id, Ground::Overdue, outcome));
		assert_eq!((wealth(ALICE), owed(BANK)), (alice + COMPENSATION, 1_320));
		assert_eq!((in_objection(ALICE), record(BANK).standing), (0, Standing::Admitted));
	});
}

#[test]
fn everybody_has_a_part_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let id = disputed();
		for origin in unsigned() {
			let (o, evidence) = (|| origin.clone(), hash(1));
			assert_noop!(Anchor::claim_paid(o(), CNY, 0, evidence), BadOrigin);
			assert_noop!(Anchor::acknowledge(o(), id.clone()), BadOrigin);
			assert_noop!(Anchor::back_objection(o(), id.clone()), BadOrigin);
			assert_noop!(Anchor::object(o(), id.clone(), evidence), BadOrigin);
			assert_noop!(Anchor::decide(o(), id.clone(), Verdict::Paid), BadOrigin);
			assert_noop!(Anchor::settle(o(), id.clone()), BadOrigin);
		}
		for who in [BANK, ALICE, BOB, GUARD] {
			let decision = Anchor::decide(signed(who), id.clone(), Verdict::Paid);
			assert_noop!(decision, BadOrigin);
		}
		for who in [BANK, BOB] {
			assert_noop!(Anchor::acknowledge(signed(who), id.clone()), Error::<Test>::NotHolder);
			assert_noop!(
				Anchor::object(signed(who), id.clone(), hash(1)),
				Error::<Test>::NotHolder
			);
		}
		// A claim is looked for among those of who makes it.
		for who in [RIVAL, ALICE] {
			assert_noop!(
				Anchor::claim_paid(signed(who), CNY, 0, hash(1)),
				Error::<Test>::RedemptionNotFound
			);
		}
	});
}

#[test]
fn nothing_can_be_done_in_a_state_it_is_not_for() {
	let claim = || Anchor::claim_paid(signed(BANK), CNY, 0, hash(1));
	let object = || Anchor::object(signed(ALICE), id(0), hash(1));
	let back = || Anchor::back_objection(signed(BOB), id(0));
	let decide = || Anchor::decide(signed(ARBITER), id(0), Verdict::Paid);
	ExtBuilder::default().build_and_execute(|| {
		for call in [claim(), back(), object(), decide(), Anchor::settle(signed(BOB), id(0))] {
			assert_eq!(call, Err(Error::<Test>::RedemptionNotFound.into()));
		}
		asked();
		assert_noop!(back(), Error::<Test>::WrongState);
		assert_noop!(object(), Error::<Test>::WrongState);
		assert_noop!(decide(), Error::<Test>::WrongState);
		assert_ok!(claim());
		assert_noop!(claim(), Error::<Test>::WrongState);
		assert_noop!(decide(), Error::<Test>::WrongState);
		assert_ok!(object());
		assert_noop!(claim(), Error::<Test>::WrongState);
		assert_noop!(back(), Error::<Test>::WrongState);
		assert_noop!(object(), Error::<Test>::WrongState);
	});
}

#[test]
fn open_redemptions_keep_their_terms() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(ALICE);
		assert_ok!(mint(BANK, ALICE, 1_000));
		advance(TERMS_INTERVAL);
		assert_ok!(redeem(ALICE, 400));
		let now = System::block_number();
		let harsher = Terms {
			rate: per_unit(1.into()),
			redemption_period: 200,
			objection_period: 8,
			arbitration_period: 200,
			penalty: Permill::zero(),
			..terms()
		};
		assert_ok!(Anchor::set_terms(root(), CNY, harsher));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)));
		assert_eq!(open(&id(0)).unwrap().deadline, now + OBJECTION_PERIOD);
		assert_ok!(Anchor::object(signed(ALICE), id(0), hash(3)));
		assert_eq!(open(&id(0)).unwrap().deadline, now + ARBITRATION_PERIOD);
		assert_ok!(Anchor::decide(signed(ARBITER), id(0), Verdict::NotPaid));
		assert_eq!(wealth(ALICE), before + COMPENSATION + PENALTY);
	});
}

#[test]
fn a_holder_whose_account_is_gone_loses_nothing() {
	let terms = Terms { rate: per_unit(FixedU128::from_rational(1, 20)), ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		// Only where deposits are for free can the account of a holder end.
		DepositBase::set(0);
		DepositPerByte::set(0);
		assert_ok!(mint(BANK, NOBODY, 160));
		let lend = || Balances::transfer_keep_alive(signed(BOB), NOBODY, EXISTENTIAL_DEPOSIT);
		assert_ok!(lend());
		assert_ok!(redeem(NOBODY, 160));
		assert_ok!(Balances::transfer_all(signed(NOBODY), BOB, false));
		advance(REDEMPTION_PERIOD);
		// Nine planck with the penalty, less than an account needs.
		assert_noop!(Anchor::settle(signed(BOB), id(0)), Error::<Test>::HolderCannotReceive);
		assert_eq!(owed(BANK), 9);
		assert_ok!(lend());
		assert_ok!(Anchor::settle(signed(BOB), id(0)));
		assert_eq!((free(NOBODY), owed(BANK)), (EXISTENTIAL_DEPOSIT + 9, 0));
	});
}

#[test]
fn a_redemption_worth_nothing_is_closed_even_if_the_institution_has_left() {
	let rate = per_unit(FixedU128::from_rational(1, 3));
	let terms = Terms { rate, minimum_redemption: 1, ..terms() };
	for paid in [false, true] {
		ExtBuilder::default().terms(terms).build_and_execute(|| {
			assert_ok!(mint(BANK, ALICE, 1));
			assert_ok!(mint(BANK, BANK, 3));
			assert_eq!(owed(BANK), 8);
			// So low a rate rounds to more than it says; a lower one still, to nothing.
			Institutions::<Test>::mutate(CNY, BANK, |it| {
				let record = it.as_mut().unwrap();
				(record.owed, record.penalties) = (3, 3);
			});
			assert_ok!(Margin::decrease_owed(&BANK, Role::CreditInstitution, 2));
			assert_ok!(redeem(ALICE, 1));
			assert_eq!(open(&id(0)).unwrap().compensation, 0);
			assert_ok!(Anchor::retire(signed(BANK), CNY, 3));
			assert_ok!(Margin::announce_exit(signed(BANK), Role::CreditInstitution));
			advance(NOTICE);
			assert_ok!(Margin::withdraw(signed(BANK), Role::CreditInstitution));
			if paid {
				assert_ok!(Anchor::acknowledge(signed(ALICE), id(0)));
				assert_eq!(last_outcome().2, Outcome::Paid { forfeited: 0 });
			} else {
				advance(REDEMPTION_PERIOD);
				assert_ok!(Anchor::settle(signed(BOB), id(0)));
				assert!(matches!(
					last_outcome().2,
					Outcome::Compensated { compensation: 0, penalty: 0, .. }
				));
			}
			assert_eq!(record(BANK).pending, 0);
		});
	}
}

#[test]
fn nothing_the_institution_is_denied_stops_redemption() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(ALICE);
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(Anchor::halt_minting(signed(GUARD), CNY));
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		assert_ok!(Margin::announce_exit(signed(BANK), Role::CreditInstitution));
		advance(FRESHNESS + NOTICE);
		// All that is not owed is gone.
		assert_ok!(Margin::withdraw(signed(BANK), Role::CreditInstitution));
		assert_eq!(held(BANK), 2_200);
		assert_ok!(redeem(ALICE, 1_000));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(BOB), id(0)));
		assert_eq!((wealth(ALICE), held(BANK), owed(BANK)), (before + 2_200, 0, 0));
		// A dismissed institution stays dismissed by a default.
		assert_eq!(record(BANK).standing, Standing::Dismissed);
		assert_ok!(Margin::withdraw(signed(BANK), Role::CreditInstitution));
	});
}

#[test]
fn an_institution_that_is_not_to_blame_pays_no_penalty() {
	ExtBuilder::default().build_and_execute(|| {
		let (alice, bank) = (wealth(ALICE), wealth(BANK));
		let id = disputed();
		assert_ok!(Anchor::decide(signed(ARBITER), id.clone(), Verdict::Excused));
		let outcome =
			Outcome::Compensated { compensation: COMPENSATION, penalty: 0, in_default: false };
		assert_eq!(last_outcome(), (id, Ground::Decided, outcome));
		assert_eq!(wealth(ALICE), alice + COMPENSATION);
		assert_eq!(wealth(BANK), bank - COMPENSATION);
		// Nor is the penalty owed any more.
		assert_eq!((in_objection(ALICE), owed(BANK)), (0, 1_320));
		assert_ok!(mint(BANK, ALICE, 1));
	});
}

#[test]
fn a_stake_is_a_part_of_what_it_is_about_and_never_nothing() {
	let stake = |amount| {
		let number = record(BANK).redemptions;
		assert_ok!(redeem(ALICE, amount));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, number, hash(2)));
		let foretold = Anchor::redemption(id(number)).unwrap().stake;
		assert_ok!(Anchor::object(signed(ALICE), id(number), hash(3)));
		assert_eq!(open(&id(number)).unwrap().stake.unwrap().amount, foretold);
		assert_eq!(Anchor::redemption(id(number)).unwrap().stake, foretold);
		foretold
	};
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 10_000));
		// A tenth of two planck for each unit, rounded up.
		assert_eq!([100, 250, 251, 253, 2_501].map(stake), [50, 50, 51, 51, 501]);
		assert_eq!(in_objection(ALICE), 703);
	});
}

#[test]
fn anybody_can_put_down_the_stake_of_a_holder() {
	ExtBuilder::default().build_and_execute(|| {
		let id = claimed();
		// The holder has nothing left to put down.
		assert_ok!(Balances::transfer_all(signed(ALICE), CAROL, false));
		let object = || Anchor::object(signed(ALICE), id.clone(), hash(3));
		assert_noop!(object(), sp_runtime::TokenError::FundsUnavailable);
		let (alice, bob) = (wealth(ALICE), wealth(BOB));
		let back = |who| Anchor::back_objection(signed(who), id.clone());
		assert_noop!(back(BANK), Error::<Test>::BackedByInstitution);
		assert_noop!(back(NOBODY), sp_runtime::TokenError::FundsUnavailable);
		assert_ok!(back(BOB));
		assert_event(Event::ObjectionBacked { redemption: id.clone(), backer: BOB, amount: STAKE });
		assert_eq!(in_objection(BOB), STAKE);
		assert_noop!(back(CAROL), Error::<Test>::AlreadyBacked);
		// Nobody can object but the holder.
		assert_noop!(Anchor::object(signed(BOB), id.clone(), hash(3)), Error::<Test>::NotHolder);
		assert_ok!(object());
		assert_eq!((in_objection(ALICE), in_objection(BOB)), (0, STAKE));
		assert_ok!(Anchor::decide(signed(ARBITER), id.clone(), Verdict::NotPaid));
		assert_eq!(wealth(ALICE), alice + COMPENSATION + PENALTY);
		assert_eq!((wealth(BOB), in_objection(BOB)), (bob, 0));
	});
}

#[test]
fn a_backer_loses_by_a_wrong_objection_and_by_nothing_else() {
	enum End {
		Wrong,
		TakenBack,
		Undecided,
		NeverMade,
		Acknowledged,
	}
	use End::*;
	for end in [Wrong, TakenBack, Undecided, NeverMade, Acknowledged] {
		ExtBuilder::default().build_and_execute(|| {
			let (bob, bank) = (wealth(BOB), wealth(BANK));
			let id = claimed();
			assert_ok!(Anchor::back_objection(signed(BOB), id.clone()));
			let object = || Anchor::object(signed(ALICE), id.clone(), hash(3));
			let acknowledge = || Anchor::acknowledge(signed(ALICE), id.clone());
			let settle = |blocks| {
				advance(blocks);
				Anchor::settle(signed(CAROL), id.clone())
			};
			let lost = match end {
				Wrong => {
					assert_ok!(object());
					assert_ok!(Anchor::decide(signed(ARBITER), id.clone(), Verdict::Paid));
					STAKE
				}
				TakenBack => {
					assert_ok!(object());
					assert_ok!(acknowledge());
					STAKE
				}
				Undecided => {
					assert_ok!(object());
					assert_ok!(settle(ARBITRATION_PERIOD));
					0
				}
				NeverMade => {
					assert_ok!(settle(OBJECTION_PERIOD));
					0
				}
				Acknowledged => {
					assert_ok!(acknowledge());
					0
				}
			};
			assert_eq!((wealth(BOB), in_objection(BOB)), (bob - lost, 0));
			let compensation = if matches!(end, Undecided) { COMPENSATION } else { 0 };
			assert_eq!(wealth(BANK), bank + lost - compensation);
		});
	}
}

#[test]
fn an_objection_is_backed_no_longer_than_it_can_be_made() {
	ExtBuilder::default().build_and_execute(|| {
		let id = claimed();
		advance(OBJECTION_PERIOD);
		assert_noop!(Anchor::back_objection(signed(BOB), id), Error::<Test>::DeadlinePassed);
	});
}
