//! The attacks the design is measured against, one test each. That of a mistyped parameter is with the
//! terms, that of a window's border with minting.

use super::*;

#[test]
fn a_lying_institution_gains_nothing() {
	// It attests what it does not have, mints to an accomplice, and pays nobody.
	ExtBuilder::default().build_and_execute(|| {
		let together = wealth(BANK) + wealth(BOB);
		attest(BANK, Balance::MAX);
		assert_ok!(mint(BANK, BOB, 10_000));
		// The accomplice sells half of it to somebody honest, and both redeem.
		assert_ok!(Anchor::transfer(signed(BOB), CNY, ALICE, 5_000));
		let alice = wealth(ALICE);
		assert_ok!(redeem(BOB, 5_000));
		assert_ok!(redeem(ALICE, 5_000));
		// A lie about one of them, silence about the other.
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 1, hash(2)));
		assert_ok!(Anchor::object(signed(ALICE), id(1), hash(3)));
		assert_ok!(Anchor::decide(signed(ARBITER), id(1), Verdict::NotPaid));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(CAROL), id(0)));
		// Alice has ten percent more than the tokens were worth, out of the margin of the liar.
		assert_eq!(wealth(ALICE), alice + 11_000);
		assert_eq!(wealth(BANK) + wealth(BOB), together - 11_000);
		assert_noop!(mint(BANK, BOB, 1), Error::<Test>::NotAdmitted);
	});
}

#[test]
fn in_a_run_everybody_is_paid_the_same_whoever_comes_first() {
	ExtBuilder::default().margin(20_000).build_and_execute(|| {
		for who in HOLDERS {
			assert_ok!(mint(BANK, who, 3_000));
		}
		let before = HOLDERS.map(wealth);
		// The institution sees it coming and tries to get its margin out.
		let role = Role::CreditInstitution;
		assert_ok!(Margin::withdraw_excess(signed(BANK), role, 200));
		assert_noop!(
			Margin::withdraw_excess(signed(BANK), role, 1),
			pallet_margin::Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Margin::announce_exit(signed(BANK), role));
		for who in HOLDERS {
			assert_ok!(redeem(who, 3_000));
		}
		advance(REDEMPTION_PERIOD);
		// All that is not owed leaves the margin before anybody is paid.
		assert_ok!(Margin::withdraw(signed(BANK), role));
		assert_eq!((held(BANK), owed(BANK)), (19_800, 19_800));
		for number in [2, 0, 1] {
			assert_ok!(Anchor::settle(signed(NOBODY), id(number)));
		}
		assert_eq!(HOLDERS.map(wealth), before.map(|before| before + 6_600));
		assert_eq!((held(BANK), owed(BANK)), (0, 0));
		// Nothing happened to another institution.
		assert_eq!(held(RIVAL), MINIMUM + 20_000);
	});
}

#[test]
fn a_change_of_rate_takes_nothing_from_tokens_that_exist() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let assert_undiminished = || {
			let now = record(BANK).bond().share(1_000, record(BANK).outstanding);
			// What is rounded is rounded in favour of the tokens.
			assert!((2_000..2_010).contains(&now.compensation), "{now:?}");
			assert!((200..210).contains(&now.penalty), "{now:?}");
		};
		let mut rate = FixedU128::from(RATE);
		for _ in 0..5 {
			rate = rate / 2.into();
			let penalty = Permill::zero();
			set_terms(Terms { rate: per_unit(rate), penalty, ..terms() });
			attest(BANK, RESERVE);
			assert_ok!(mint(BANK, BANK, 1_000));
			assert_undiminished();
			assert_ok!(Anchor::retire(signed(BANK), CNY, 999));
			assert_undiminished();
		}
	});
}

#[test]
fn minting_and_retiring_in_any_pieces_never_lowers_what_is_owed_for_the_rest() {
	let terms = Terms { rate: per_unit(FixedU128::from_rational(7, 3)), ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let for_alice = owed(BANK);
		for amount in [1, 2, 3, 5, 8, 13] {
			assert_ok!(mint(BANK, BANK, amount));
			for _ in 0..amount {
				assert_ok!(Anchor::retire(signed(BANK), CNY, 1));
			}
			assert!(owed(BANK) >= for_alice);
		}
		assert_eq!(tokens(BANK), 0);
	});
}

#[test]
fn dust_redemptions_cannot_bring_an_institution_into_default() {
	ExtBuilder::default().build_and_execute(|| {
		// Somebody scatters tokens and asks for a wire of one unit for each account.
		assert_ok!(mint(BANK, ALICE, 1_000));
		let issuance = Balances::total_issuance();
		let dust = 100..110;
		for who in dust.clone() {
			assert_ok!(Anchor::transfer(signed(ALICE), CNY, who, 1));
			assert_ok!(Balances::transfer_keep_alive(signed(ALICE), who, 1_000));
			assert_ok!(redeem(who, 1));
		}
		advance(REDEMPTION_PERIOD);
		for number in 0..10 {
			assert_ok!(Anchor::settle(signed(BOB), id(number)));
		}
		// Each has what the token was worth in BHTD, and its deposit; nobody is the worse for it.
		for who in dust {
			assert_eq!((free(who), tokens(who)), (1_002, 0));
		}
		assert_eq!(record(BANK).standing, Standing::Admitted);
		assert_eq!((owed(BANK), Balances::total_issuance()), (2_180, issuance));
	});
}

#[test]
fn a_holder_who_was_paid_and_objects_pays_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(ALICE);
		for round in 0..3 {
			assert_ok!(mint(BANK, ALICE, 100));
			assert_ok!(redeem(ALICE, 100));
			assert_ok!(Anchor::claim_paid(signed(BANK), CNY, round, hash(2)));
			assert_ok!(Anchor::object(signed(ALICE), id(round), hash(3)));
			assert_ok!(Anchor::decide(signed(ARBITER), id(round), Verdict::Paid));
		}
		assert_eq!(wealth(ALICE), before - 3 * LEAST_OBJECTION);
		assert_eq!(wealth(BANK), ENDOWMENT + 3 * LEAST_OBJECTION);
	});
}

#[test]
fn the_margin_of_one_role_is_not_that_of_another() {
	ExtBuilder::default().margin(0).build_and_execute(|| {
		assert_ok!(Margin::register(signed(BANK), Role::Merchant, 100_000, Default::default()));
		assert_noop!(mint(BANK, ALICE, 1), pallet_margin::Error::<Test>::ExceedsCapacity);
	});
}

#[test]
fn one_margin_covers_the_tokens_of_all_currencies_together() {
	ExtBuilder::default().margin(2_200).build_and_execute(|| {
		assert_ok!(Anchor::create_currency(root(), code(b"USD"), 2, terms()));
		assert_ok!(Anchor::admit(root(), 1, BANK));
		assert_ok!(Anchor::attest(signed(BANK), 1, RESERVE, hash(1)));
		assert_ok!(mint(BANK, ALICE, 600));
		let mint_usd = |amount| Anchor::mint(signed(BANK), 1, ALICE, amount, Balance::MAX);
		assert_noop!(mint_usd(401), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(mint_usd(400));
		// A default in one currency stops minting in that one.
		assert_ok!(redeem(ALICE, 600));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(BOB), id(0)));
		assert_eq!(record(BANK).standing, Standing::Defaulted);
		assert_eq!(Institutions::<Test>::get(1, BANK).unwrap().standing, Standing::Admitted);
	});
}

/// Takes all of the margin of `BANK` that can be taken.
fn drain() {
	let role = Role::CreditInstitution;
	let capacity = Margin::capacity(BANK, role);
	if capacity > 0 {
		assert_ok!(Margin::withdraw_excess(signed(BANK), role, capacity));
	}
	if Margin::announce_exit(signed(BANK), role).is_ok() {
		advance(NOTICE);
	}
	let _ = Margin::withdraw(signed(BANK), role);
}

#[test]
fn a_penalty_cannot_be_avoided_by_taking_the_margin_away() {
	// Before anybody redeems, when it is asked, and when the deadline has passed.
	for drained in 0..3 {
		ExtBuilder::default().build_and_execute(|| {
			let alice = wealth(ALICE);
			assert_ok!(mint(BANK, ALICE, 1_000));
			let drain_at = |moment| {
				if moment == drained {
					drain();
				}
			};
			drain_at(0);
			assert_ok!(redeem(ALICE, 400));
			drain_at(1);
			advance(REDEMPTION_PERIOD);
			drain_at(2);
			// All that is left is what is owed.
			assert_eq!((held(BANK), owed(BANK)), (2_200, 2_200));
			assert_ok!(Anchor::settle(signed(BOB), id(0)));
			assert_eq!(wealth(ALICE), alice + 880);
			assert_eq!((held(BANK), owed(BANK)), (1_320, 1_320));
		});
	}
}

#[test]
fn a_bond_that_is_used_up_pays_penalties_all_the_same() {
	// Whoever mints as much as its margin bears has no excess that a penalty could come from.
	ExtBuilder::default().margin(2_200).build_and_execute(|| {
		let before = HOLDERS.map(wealth);
		assert_noop!(mint(BANK, ALICE, 1_001), pallet_margin::Error::<Test>::ExceedsCapacity);
		for (who, amount) in HOLDERS.into_iter().zip([200, 300, 500]) {
			assert_ok!(mint(BANK, who, amount));
		}
		for (who, amount) in HOLDERS.into_iter().zip([200, 300, 500]) {
			assert_ok!(redeem(who, amount));
		}
		advance(REDEMPTION_PERIOD);
		for number in 0..3 {
			assert_ok!(Anchor::settle(signed(NOBODY), id(number)));
		}
		let gained = [0, 1, 2].map(|holder| wealth(HOLDERS[holder]) - before[holder]);
		assert_eq!(gained, [440, 660, 1_100]);
		assert_eq!((held(BANK), owed(BANK)), (MINIMUM, 0));
	});
}

#[test]
fn a_penalty_takes_nothing_from_the_tokens_of_others() {
	// A holder hand in glove with the institution gets its own part and no more, however often.
	ExtBuilder::default().margin(2_200).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 500));
		assert_ok!(mint(BANK, BOB, 500));
		for number in 0..5 {
			assert_ok!(redeem(BOB, 100));
			advance(REDEMPTION_PERIOD);
			assert_ok!(Anchor::settle(signed(BOB), id(number)));
			let bond = record(BANK).bond().share(500, record(BANK).outstanding);
			assert_eq!((bond.compensation, bond.penalty), (1_000, 100));
		}
		let alice = wealth(ALICE);
		assert_ok!(redeem(ALICE, 500));
		advance(REDEMPTION_PERIOD);
		assert_ok!(Anchor::settle(signed(BOB), id(5)));
		assert_eq!(wealth(ALICE), alice + 1_100);
	});
}

#[test]
fn lower_penalties_are_for_tokens_still_to_come() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		set_terms(Terms { penalty: Permill::zero(), ..terms() });
		// The tokens that exist keep theirs, and the new ones cannot be told from them.
		assert_ok!(mint(BANK, BOB, 1_000));
		assert_eq!((record(BANK).owed, record(BANK).penalties), (4_000, 400));
		assert_ok!(mint(RIVAL, BOB, 1_000));
		assert_eq!((record(RIVAL).owed, record(RIVAL).penalties), (2_000, 0));
		// Without a penalty it is a default all the same.
		assert_ok!(redeem_at(RIVAL, BOB, 1_000));
		advance(REDEMPTION_PERIOD);
		let id = RedemptionId { institution: RIVAL, ..id(0) };
		assert_ok!(Anchor::settle(signed(BOB), id));
		assert_eq!(record(RIVAL).standing, Standing::Defaulted);
	});
}

#[test]
fn a_lie_about_a_poor_holder_costs_as_much_as_any_other() {
	ExtBuilder::default().build_and_execute(|| {
		// Somebody with tokens, and with no more BHTD than the deposit takes.
		assert_ok!(mint(BANK, NOBODY, 10_000));
		let price = <StoragePrice as sp_runtime::traits::Convert<_, _>>::convert;
		let needed = price(Anchor::redemption_footprint()) + EXISTENTIAL_DEPOSIT;
		assert_ok!(Balances::transfer_keep_alive(signed(CAROL), NOBODY, needed));
		assert_ok!(redeem(NOBODY, 10_000));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)));
		let object = || Anchor::object(signed(NOBODY), id(0), hash(3));
		assert_noop!(object(), sp_runtime::TokenError::FundsUnavailable);
		// WHEN somebody believes it
		let bob = wealth(BOB);
		assert_ok!(Anchor::back_objection(signed(BOB), id(0)));
		assert_ok!(object());
		assert_ok!(Anchor::decide(signed(ARBITER), id(0), Verdict::NotPaid));
		// THEN it is as well off as a rich one, and so is whoever has helped.
		assert_eq!(free(NOBODY), needed + 22_000);
		assert_eq!(wealth(BOB), bob);
		assert_eq!(record(BANK).standing, Standing::Defaulted);
	});
}

#[test]
fn a_silent_arbiter_is_no_weapon_against_an_institution() {
	// A holder was paid and objects, and nobody decides: it is paid again, but not rewarded, and the
	// institution goes on minting.
	ExtBuilder::default().build_and_execute(|| {
		let (alice, bank) = (wealth(ALICE), wealth(BANK));
		let id = disputed();
		advance(ARBITRATION_PERIOD);
		assert_ok!(Anchor::settle(signed(ALICE), id));
		assert_eq!((wealth(ALICE), wealth(BANK)), (alice + 800, bank - 800));
		assert_ok!(mint(BANK, ALICE, 1));
	});
}

#[test]
fn a_silent_arbiter_makes_no_lie_pay() {
	// An institution that pays nobody and says that it has: every holder who objects is made whole, so
	// that a lie saves nothing but the penalty.
	ExtBuilder::default().build_and_execute(|| {
		let (before, together) = (HOLDERS.map(wealth), HOLDERS.map(wealth).iter().sum::<u128>());
		let bank = wealth(BANK);
		for (number, who) in HOLDERS.into_iter().enumerate() {
			let number = number as u64;
			assert_ok!(mint(BANK, who, 1_000));
			assert_ok!(redeem(who, 1_000));
			assert_ok!(Anchor::claim_paid(signed(BANK), CNY, number, hash(2)));
			assert_ok!(Anchor::object(signed(who), id(number), hash(3)));
		}
		advance(ARBITRATION_PERIOD);
		for number in 0..3 {
			assert_ok!(Anchor::settle(signed(NOBODY), id(number)));
		}
		assert_eq!(HOLDERS.map(wealth), before.map(|before| before + 2_000));
		assert_eq!(wealth(BANK) + HOLDERS.map(wealth).iter().sum::<u128>(), bank + together);
	});
}

#[test]
fn a_payee_who_cannot_be_found_brings_nobody_into_default() {
	// Somebody redeems all there is with a reference that means nothing, for the penalty's sake.
	ExtBuilder::default().build_and_execute(|| {
		let alice = wealth(ALICE);
		assert_ok!(mint(BANK, ALICE, 1_000));
		let nonsense = b"?".to_vec().try_into().unwrap();
		assert_ok!(Anchor::redeem(signed(ALICE), CNY, BANK, 1_000, 0, nonsense));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)));
		assert_ok!(Anchor::object(signed(ALICE), id(0), hash(3)));
		assert_ok!(Anchor::decide(signed(ARBITER), id(0), Verdict::Excused));
		assert_eq!((wealth(ALICE), owed(BANK)), (alice + 2_000, 0));
		assert_ok!(mint(BANK, ALICE, 1));
	});
}
