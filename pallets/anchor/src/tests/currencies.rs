//! Currencies, their terms, and who is admitted to them.

use super::*;
use frame_support::traits::fungibles::metadata::Inspect as _;

fn create(name: &[u8], terms: TermsOf<Test>) -> sp_runtime::DispatchResult {
	Anchor::create_currency(root(), code(name), 2, terms)
}

#[test]
fn a_currency_is_created_without_any_token_of_it() {
	ExtBuilder::default().no_currency().build_and_execute(|| {
		assert_ok!(create(b"CNY", terms()));
		assert_event(Event::CurrencyCreated {
			currency: CNY,
			code: code(b"CNY"),
			decimals: 2,
			terms: terms(),
		});
		assert_eq!(supply(), 0);
		assert_eq!(Assets::name(CNY), b"CNY");
		assert_eq!(Assets::symbol(CNY), b"CNY");
		assert_eq!(Assets::decimals(CNY), 2);
		assert_ok!(create(b"USD1", terms()));
		assert_eq!(Codes::<Test>::get(code(b"USD1")), Some(1));
		assert_ne!(Anchor::account(0), Anchor::account(1));
	});
}

#[test]
fn a_currency_needs_a_code_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [&b""[..], b"cny", b"C Y", b"\xff"] {
			assert_noop!(create(bad, terms()), Error::<Test>::CodeMalformed);
		}
		assert_noop!(create(b"CNY", terms()), Error::<Test>::CodeTaken);
		assert_noop!(
			Anchor::create_currency(root(), code(b"USD"), 19, terms()),
			Error::<Test>::TooManyDecimals
		);
		assert_ok!(Anchor::create_currency(root(), code(b"USD"), 18, terms()));
		NextCurrency::<Test>::put(u32::MAX);
		assert_noop!(create(b"EUR", terms()), Error::<Test>::NoCurrencyIdLeft);
		NextCurrency::<Test>::put(2);
	});
}

#[test]
fn terms_beyond_the_bounds_are_refused_whoever_sets_them() {
	ExtBuilder::default().build_and_execute(|| {
		advance(TERMS_INTERVAL);
		let Bounds { lowest_rate, highest_rate, longest_freshness, .. } = bounds();
		let step = FixedU128::from_inner(1);
		let (long, short) = (bounds().longest_period + 1, bounds().shortest_period - 1);
		let t = terms;
		let mut cases = vec![
			(Terms { rate: lowest_rate - step, ..t() }, Error::<Test>::RateOutOfBounds),
			(Terms { rate: highest_rate + step, ..t() }, Error::RateOutOfBounds),
			(Terms { freshness: 0, ..t() }, Error::FreshnessOutOfBounds),
			(Terms { freshness: longest_freshness + 1, ..t() }, Error::FreshnessOutOfBounds),
			(Terms { window_limit: 0, ..t() }, Error::WindowLimitOutOfBounds),
			(
				Terms { window_limit: bounds().highest_window_limit + 1, ..t() },
				Error::WindowLimitOutOfBounds,
			),
			(
				Terms { penalty: HIGHEST_PENALTY + Permill::from_parts(1), ..t() },
				Error::PenaltyTooHigh,
			),
			(
				Terms { minimum_redemption: bounds().highest_minimum_redemption + 1, ..t() },
				Error::MinimumRedemptionTooHigh,
			),
			(
				Terms { holding_limit: Some(bounds().lowest_holding_limit - 1), ..t() },
				Error::HoldingLimitTooLow,
			),
		];
		for bad in [long, short] {
			cases.extend([
				(Terms { window: bad, ..t() }, Error::WindowOutOfBounds),
				(Terms { redemption_period: bad, ..t() }, Error::PeriodOutOfBounds),
				(Terms { objection_period: bad, ..t() }, Error::PeriodOutOfBounds),
				(Terms { arbitration_period: bad, ..t() }, Error::PeriodOutOfBounds),
			]);
		}
		for (terms, error) in cases {
			let error = sp_runtime::DispatchError::from(error);
			assert_noop!(create(b"USD", terms), error);
			assert_noop!(Anchor::set_terms(root(), CNY, terms), error);
		}
	});
}

#[test]
fn terms_at_the_bounds_are_fine() {
	ExtBuilder::default().build_and_execute(|| {
		let Bounds { shortest_period: short, longest_period: long, .. } = bounds();
		let loosest = Terms {
			rate: bounds().lowest_rate,
			freshness: bounds().longest_freshness,
			window: short,
			window_limit: bounds().highest_window_limit,
			redemption_period: short,
			objection_period: long,
			arbitration_period: long,
			penalty: HIGHEST_PENALTY,
			minimum_redemption: bounds().highest_minimum_redemption,
			holding_limit: Some(bounds().lowest_holding_limit),
		};
		assert_ok!(create(b"A", loosest));
		let strictest = Terms {
			rate: bounds().highest_rate,
			freshness: 1,
			window: long,
			window_limit: 1,
			redemption_period: long,
			objection_period: short,
			arbitration_period: short,
			penalty: Permill::zero(),
			minimum_redemption: 0,
			holding_limit: None,
		};
		assert_ok!(create(b"B", strictest));
	});
}

#[test]
fn a_mistyped_rate_is_refused_or_small() {
	// One wrong parameter once let 1.2 billion be minted elsewhere.
	ExtBuilder::default().build_and_execute(|| {
		advance(TERMS_INTERVAL - 1);
		let with = |rate: FixedU128| Anchor::set_terms(root(), CNY, Terms { rate, ..terms() });
		assert_noop!(with(1.into()), Error::<Test>::TermsTooRecent);
		advance(1);
		assert_noop!(with(5.into()), Error::<Test>::RateStepTooLarge);
		assert_noop!(with(FixedU128::from_rational(1, 5)), Error::<Test>::RateStepTooLarge);
		assert_ok!(with(1.into()));
		let rate = FixedU128::from(1);
		assert_event(Event::TermsSet { currency: CNY, terms: Terms { rate, ..terms() } });
		// And not again at once.
		assert_noop!(with(rate), Error::<Test>::TermsTooRecent);
		advance(TERMS_INTERVAL);
		assert_ok!(with(2.into()));
		// Whatever the terms say, a liar mints no more than its bond and the window allow.
		attest(BANK, Balance::MAX);
		assert_noop!(mint(BANK, CAROL, WINDOW_LIMIT + 1), Error::<Test>::ExceedsWindow);
		assert_noop!(Anchor::set_terms(root(), 7, terms()), Error::<Test>::CurrencyNotFound);
	});
}

#[test]
fn minting_is_halted_by_the_guard_and_resumed_by_governance() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_noop!(Anchor::resume_minting(root(), CNY), Error::<Test>::MintingNotHalted);
		assert_ok!(Anchor::halt_minting(signed(GUARD), CNY));
		assert_event(Event::MintingHalted { currency: CNY });
		let again = Anchor::halt_minting(signed(GUARD), CNY);
		assert_eq!(again, Err(Error::<Test>::MintingHalted.into()));
		for who in [BANK, RIVAL] {
			assert_noop!(mint(who, ALICE, 1), Error::<Test>::MintingHalted);
		}
		// Everything else goes on.
		assert_ok!(Anchor::transfer(signed(ALICE), CNY, BANK, 300));
		assert_ok!(Anchor::retire(signed(BANK), CNY, 300));
		assert_ok!(redeem(ALICE, 700));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(1)));
		assert_ok!(Anchor::object(signed(ALICE), id(0), hash(1)));
		assert_ok!(Anchor::decide(signed(ARBITER), id(0), Verdict::Paid));
		assert_ok!(Anchor::resume_minting(root(), CNY));
		assert_event(Event::MintingResumed { currency: CNY });
		assert_ok!(mint(BANK, ALICE, 1));
		assert_noop!(Anchor::halt_minting(signed(GUARD), 7), Error::<Test>::CurrencyNotFound);
		assert_noop!(Anchor::resume_minting(root(), 7), Error::<Test>::CurrencyNotFound);
	});
}

#[test]
fn nobody_but_its_origin_governs() {
	ExtBuilder::default().build_and_execute(|| {
		advance(TERMS_INTERVAL);
		for who in
			[signed(ALICE), signed(BANK), signed(GUARD), signed(ARBITER), RuntimeOrigin::none()]
		{
			let o = || who.clone();
			let create = Anchor::create_currency(o(), code(b"USD"), 2, terms());
			assert_eq!(create, Err(BadOrigin.into()));
			assert_noop!(Anchor::set_terms(o(), CNY, terms()), BadOrigin);
			assert_noop!(Anchor::resume_minting(o(), CNY), BadOrigin);
			assert_noop!(Anchor::admit(o(), CNY, OUTSIDER), BadOrigin);
			assert_noop!(Anchor::dismiss(o(), CNY, BANK), BadOrigin);
		}
		for origin in [signed(ALICE), signed(ARBITER), RuntimeOrigin::none(), root()] {
			assert_noop!(Anchor::halt_minting(origin, CNY), BadOrigin);
		}
		for origin in unsigned() {
			assert_noop!(Anchor::attest(origin, CNY, 1, hash(1)), BadOrigin);
		}
	});
}

#[test]
fn only_active_institutions_are_admitted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Anchor::admit(root(), CNY, ALICE), Error::<Test>::NotActiveInstitution);
		assert_noop!(Anchor::admit(root(), 7, OUTSIDER), Error::<Test>::CurrencyNotFound);
		assert_noop!(Anchor::admit(root(), CNY, BANK), Error::<Test>::AlreadyAdmitted);
		assert_ok!(Margin::announce_exit(signed(OUTSIDER), Role::CreditInstitution));
		assert_noop!(Anchor::admit(root(), CNY, OUTSIDER), Error::<Test>::NotActiveInstitution);
		assert_ok!(Margin::cancel_exit(signed(OUTSIDER), Role::CreditInstitution));
		assert_ok!(Anchor::admit(root(), CNY, OUTSIDER));
		assert_event(Event::Admitted { currency: CNY, institution: OUTSIDER });
	});
}

#[test]
fn a_dismissed_institution_is_forgotten_if_nothing_is_lost_by_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Anchor::dismiss(root(), CNY, OUTSIDER), Error::<Test>::InstitutionNotFound);
		assert_ok!(Anchor::dismiss(root(), CNY, RIVAL));
		assert_event(Event::Dismissed { currency: CNY, institution: RIVAL });
		assert!(Institutions::<Test>::get(CNY, RIVAL).is_none());
		// Who owes is remembered.
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		let again = Anchor::dismiss(root(), CNY, BANK);
		assert_eq!(again, Err(Error::<Test>::AlreadyDismissed.into()));
		assert_ok!(redeem(ALICE, 1_000));
		assert_ok!(Anchor::acknowledge(signed(ALICE), id(0)));
		// And admitted again, it counts its redemptions on.
		assert_ok!(Anchor::admit(root(), CNY, BANK));
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		assert_ok!(Anchor::admit(root(), CNY, BANK));
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(redeem(ALICE, 1_000));
		assert!(open(&id(0)).is_none() && open(&id(1)).is_some());
	});
}

#[test]
fn an_attestation_replaces_the_one_before() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Anchor::attest(signed(OUTSIDER), CNY, 1, hash(1)),
			Error::<Test>::InstitutionNotFound
		);
		advance(7);
		assert_ok!(Anchor::attest(signed(BANK), CNY, 77, hash(9)));
		assert_event(Event::Attested {
			currency: CNY,
			institution: BANK,
			reserve: 77,
			evidence: hash(9),
		});
		let expected = Attestation { reserve: 77, evidence: hash(9), at: 8 };
		assert_eq!(record(BANK).attestation, Some(expected));
	});
}
