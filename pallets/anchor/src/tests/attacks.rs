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
		assert_ok!(Margin::withdraw_excess(signed(BANK), role, 2_000));
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
		assert_eq!((held(BANK), owed(BANK)), (18_000, 18_000));
		for number in [2, 0, 1] {
			assert_ok!(Anchor::settle(signed(NOBODY), id(number)));
		}
		assert_eq!(HOLDERS.map(wealth), before.map(|before| before + 6_000));
		assert_eq!((held(BANK), owed(BANK)), (0, 0));
		// Nothing happened to another institution.
		assert_eq!(held(RIVAL), MINIMUM + 20_000);
	});
}

#[test]
fn a_change_of_rate_takes_nothing_from_tokens_that_exist() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let cover = Anchor::quote_redemption(CNY, BANK, 1_000);
		let mut rate = FixedU128::from(RATE);
		for _ in 0..5 {
			rate = rate / 2.into();
			set_rate(rate);
			attest(BANK, RESERVE);
			assert_ok!(mint(BANK, BANK, 1_000));
			assert_eq!(Anchor::quote_redemption(CNY, BANK, 1_000), cover);
			assert_ok!(Anchor::retire(signed(BANK), CNY, 999));
			assert!(Anchor::quote_redemption(CNY, BANK, 1_000) >= cover);
		}
	});
}

#[test]
fn minting_and_retiring_in_any_pieces_never_lowers_what_is_owed_for_the_rest() {
	let terms = Terms { rate: FixedU128::from_rational(7, 3), ..terms() };
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
		assert_eq!((owed(BANK), Balances::total_issuance()), (1_980, issuance));
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
		assert_eq!(wealth(ALICE), before - 3 * OBJECTION);
		assert_eq!(wealth(BANK), ENDOWMENT + 3 * OBJECTION);
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
	ExtBuilder::default().margin(2_000).build_and_execute(|| {
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
