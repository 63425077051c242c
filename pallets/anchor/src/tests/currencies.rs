//! Currencies, their terms, and who is admitted to them.

use super::*;
use frame_support::traits::fungibles::metadata::Inspect as _;

fn create(name: &[u8], terms: TermsOf<Test>) -> sp_runtime::DispatchResult {
	Anchor::create_currency(root(), code(name), 2, terms)
}

/// The terms of currency 0 for a currency with other decimals.
fn with_decimals(decimals: u32) -> TermsOf<Test> {
	let terms = terms();
	let units = |amount| amount * 10u128.pow(decimals) / WHOLE;
	Terms {
		window_limit: units(terms.window_limit),
		minimum_redemption: units(terms.minimum_redemption),
		holding_limit: terms.holding_limit.map(units),
		..terms
	}
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
		assert_eq!((Assets::decimals(CNY), Currencies::<Test>::get(CNY).unwrap().decimals), (2, 2));
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
		assert_ok!(Anchor::create_currency(root(), code(b"USD"), 18, with_decimals(18)));
		NextCurrency::<Test>::put(u32::MAX);
		assert_noop!(create(b"EUR", terms()), Error::<Test>::NoCurrencyIdLeft);
		NextCurrency::<Test>::put(2);
	});
}

/// Smallest units of currency 0 that are worth so many planck.
fn worth(planck: Balance) -> Balance {
	planck / RATE
}

#[test]
fn terms_beyond_the_bounds_are_refused_whoever_sets_them() {
	ExtBuilder::default().build_and_execute(|| {
		advance(TERMS_INTERVAL);
		let bounds = bounds();
		let step = FixedU128::from_inner(1);
		let (t, at) = (terms, Some);
		let most = worth(bounds.highest_window_limit);
		let minimum = worth(bounds.highest_minimum_redemption);
		let limit = worth(bounds.lowest_holding_limit);
		let mut cases = vec![
			(Terms { rate: bounds.lowest_rate - step, ..t() }, Error::<Test>::RateOutOfBounds),
			(Terms { rate: bounds.highest_rate + step, ..t() }, Error::RateOutOfBounds),
			(Terms { freshness: 0, ..t() }, Error::FreshnessOutOfBounds),
			(Terms { freshness: bounds.longest_freshness + 1, ..t() }, Error::FreshnessOutOfBounds),
			(Terms { window_limit: 0, ..t() }, Error::WindowLimitOutOfBounds),
			(Terms { window_limit: most + 1, ..t() }, Error::WindowLimitOutOfBounds),
			(Terms { window_limit: Balance::MAX, ..t() }, Error::WindowLimitOutOfBounds),
			(
				Terms { penalty: HIGHEST_PENALTY + Permill::from_parts(1), ..t() },
				Error::PenaltyTooHigh,
			),
			(Terms { minimum_redemption: 0, ..t() }, Error::MinimumRedemptionOutOfBounds),
			(Terms { minimum_redemption: minimum + 1, ..t() }, Error::MinimumRedemptionOutOfBounds),
			(Terms { holding_limit: at(limit - 1), ..t() }, Error::HoldingLimitTooLow),
			(Terms { holding_limit: at(0), ..t() }, Error::HoldingLimitTooLow),
		];
		let periods = |shortest| [shortest - 1, bounds.longest_period + 1];
		for bad in periods(bounds.shortest_window) {
			cases.push((Terms { window: bad, ..t() }, Error::WindowOutOfBounds));
		}
		for bad in periods(bounds.shortest_redemption_period) {
			cases.push((Terms { redemption_period: bad, ..t() }, Error::PeriodOutOfBounds));
		}
		for bad in periods(bounds.shortest_objection_period) {
			cases.push((Terms { objection_period: bad, ..t() }, Error::PeriodOutOfBounds));
		}
		for bad in periods(bounds.shortest_arbitration_period) {
			cases.push((Terms { arbitration_period: bad, ..t() }, Error::PeriodOutOfBounds));
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
		let bounds = bounds();
		let long = bounds.longest_period;
		let loosest = Terms {
			freshness: bounds.longest_freshness,
			window: bounds.shortest_window,
			window_limit: worth(bounds.highest_window_limit),
			redemption_period: bounds.shortest_redemption_period,
			objection_period: long,
			arbitration_period: long,
			penalty: HIGHEST_PENALTY,
			minimum_redemption: worth(bounds.highest_minimum_redemption),
			holding_limit: Some(worth(bounds.lowest_holding_limit)),
			..terms()
		};
		assert_ok!(create(b"A", loosest));
		let strictest = Terms {
			freshness: 1,
			window: long,
			window_limit: 1,
			redemption_period: long,
			objection_period: bounds.shortest_objection_period,
			arbitration_period: bounds.shortest_arbitration_period,
			penalty: Permill::zero(),
			minimum_redemption: 1,
			holding_limit: None,
			..terms()
		};
		assert_ok!(create(b"B", strictest));
		for (name, rate) in [(b"C", bounds.lowest_rate), (b"D", bounds.highest_rate)] {
			let terms = Terms { rate, window_limit: 1, holding_limit: None, ..terms() };
			assert_ok!(create(name, terms));
		}
		// No limit is too high for an account.
		let all = Some(Balance::MAX);
		assert_ok!(create(b"E", Terms { holding_limit: all, ..terms() }));
	});
}

#[test]
fn a_rate_is_that_of_a_whole_token_whatever_the_decimals() {
	ExtBuilder::default().build_and_execute(|| {
		for (id, decimals) in [(1, 0), (2, 6), (3, 18)] {
			let name = [b'A' + decimals];
			let terms = with_decimals(decimals.into());
			assert_ok!(Anchor::create_currency(root(), code(&name), decimals, terms));
			assert_ok!(Anchor::admit(root(), id, BANK));
			assert_ok!(Anchor::attest(signed(BANK), id, Balance::MAX, hash(1)));
			let before = owed(BANK);
			let amount = 3 * 10u128.pow(decimals.into());
			assert_ok!(Anchor::mint(signed(BANK), id, CAROL, amount, Balance::MAX));
			// Three tokens, at 200 planck and 20 for not paying.
			assert_eq!(owed(BANK) - before, 660);
			assert_eq!(Anchor::quote_redemption(id, BANK, amount), Some(600));
		}
	});
}

#[test]
fn a_currency_whose_rate_does_not_fit_its_amounts_is_refused() {
	// Decimals that are forgotten, or a few zeros too many or too few: what a redemption must be worth at
	// least is neither dust nor a fortune, so that a mistake by orders of magnitude shows.
	let bounds =
		|| Bounds { lowest_minimum_redemption: 50, highest_minimum_redemption: 5_000, ..bounds() };
	ExtBuilder::default().build_and_execute(|| {
		AnchorBounds::set(bounds());
		let create = |decimals, rate: FixedU128, terms: TermsOf<Test>| {
			Anchor::create_currency(root(), code(b"USD"), decimals, Terms { rate, ..terms })
		};
		let error = sp_runtime::DispatchError::from(Error::<Test>::MinimumRedemptionOutOfBounds);
		let rate = terms().rate;
		let plain = Terms { holding_limit: None, window_limit: 10, ..terms() };
		assert_noop!(create(2, rate / 100.into(), plain), error);
		assert_noop!(create(2, rate * 50.into(), plain), error);
		assert_noop!(create(0, rate, plain), error);
		assert_noop!(create(6, rate, plain), error);
		assert_ok!(create(2, rate, plain));
	});
}

#[test]
fn a_mistyped_rate_is_refused_or_small() {
	// One wrong parameter once let 1.2 billion be minted elsewhere.
	ExtBuilder::default().build_and_execute(|| {
		advance(TERMS_INTERVAL - 1);
		let with = |rate: FixedU128| {
			Anchor::set_terms(root(), CNY, Terms { rate: per_unit(rate), ..terms() })
		};
		assert_noop!(with(1.into()), Error::<Test>::TermsTooRecent);
		advance(1);
		assert_noop!(with(5.into()), Error::<Test>::RateStepTooLarge);
		assert_noop!(with(FixedU128::from_rational(1, 5)), Error::<Test>::RateStepTooLarge);
		assert_ok!(with(1.into()));
		let rate = per_unit(1.into());
		assert_event(Event::TermsSet { currency: CNY, terms: Terms { rate, ..terms() } });
		// And not again at once.
		assert_noop!(with(1.into()), Error::<Test>::TermsTooRecent);
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
