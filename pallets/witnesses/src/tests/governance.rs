use super::*;

fn set(parameters: Parameters<Balance>) -> DispatchResult {
	Witnesses::set_parameters(RuntimeOrigin::root(), parameters)
}

#[test]
fn changed_parameters_hold_after_the_delay() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		let changed = Parameters { minimum_vote: 200, ..PARAMETERS };
		let era = 1 + PARAMETERS_DELAY;
		assert_ok!(set(changed));
		System::assert_last_event(Event::ParametersSet { era, parameters: changed }.into());
		assert_eq!(NextParameters::<Test>::get(), Some((era, changed)));
		run_eras(PARAMETERS_DELAY - 1);
		assert_eq!(CurrentParameters::<Test>::get(), Some(PARAMETERS));
		next_era();
		assert_eq!(CurrentParameters::<Test>::get(), Some(changed));
		assert_eq!(NextParameters::<Test>::get(), None);
	});
}

#[test]
fn a_later_change_replaces_one_to_come() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(Parameters { minimum_vote: 200, ..PARAMETERS }));
		next_era();
		let changed = Parameters { minimum_deposit: 500, ..PARAMETERS };
		assert_ok!(set(changed));
		run_eras(PARAMETERS_DELAY - 1);
		assert_eq!(CurrentParameters::<Test>::get(), Some(PARAMETERS));
		next_era();
		assert_eq!(CurrentParameters::<Test>::get(), Some(changed));
	});
}

#[test]
fn parameters_can_be_set_where_there_were_none() {
	ExtBuilder::default().without_parameters().candidates(&[]).build_and_execute(|| {
		assert_ok!(set(PARAMETERS));
		run_eras(PARAMETERS_DELAY);
		for who in [W1, W2] {
			assert_ok!(Witnesses::register(signed(who), DEPOSIT, COMMISSION, profile(b"")));
		}
		run_eras(MATURITY + 1);
		assert_eq!(elected(), vec![W1, W2]);
	});
}

#[test]
fn only_governance_sets_parameters() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), signed(ALICE), signed(W1), judge()] {
			assert_noop!(Witnesses::set_parameters(origin, PARAMETERS), BadOrigin);
		}
	});
}

#[test]
fn every_bound_is_checked() {
	use Error as E;
	let p = PARAMETERS;
	let percent = Perbill::from_percent;
	let beyond = |bound: Perbill| Perbill::from_parts(bound.deconstruct() + 1);
	// What is just within the bounds, and what is just beyond.
	let cases: Vec<(Parameters<Balance>, Parameters<Balance>, E<Test>)> = vec![
		(
			Parameters { fewest_witnesses: 1, ..p },
			Parameters { fewest_witnesses: 0, ..p },
			E::WitnessesOutOfBounds,
		),
		(
			Parameters { fewest_witnesses: 3, ..p },
			Parameters { fewest_witnesses: 4, ..p },
			E::WitnessesOutOfBounds,
		),
		(
			Parameters { witnesses: MAX_WITNESSES, ..p },
			Parameters { witnesses: MAX_WITNESSES + 1, ..p },
			E::WitnessesOutOfBounds,
		),
		(
			Parameters { minimum_deposit: 100, ..p },
			Parameters { minimum_deposit: 99, ..p },
			E::DepositOutOfBounds,
		),
		(
			Parameters { minimum_deposit: 50_000, ..p },
			Parameters { minimum_deposit: 50_001, ..p },
			E::DepositOutOfBounds,
		),
		(
			Parameters { minimum_vote: 10, ..p },
			Parameters { minimum_vote: 9, ..p },
			E::VoteOutOfBounds,
		),
		(
			Parameters { minimum_vote: 1_000, ..p },
			Parameters { minimum_vote: 1_001, ..p },
			E::VoteOutOfBounds,
		),
		(Parameters { maturity: 1, ..p }, Parameters { maturity: 0, ..p }, E::MaturityOutOfBounds),
		(
			Parameters { maturity: MAX_PERIOD, life: 20, ..p },
			Parameters { maturity: MAX_PERIOD + 1, life: 20, ..p },
			E::MaturityOutOfBounds,
		),
		(
			Parameters { life: MATURITY + 1, ..p },
			Parameters { life: MATURITY, ..p },
			E::LifeOutOfBounds,
		),
		(Parameters { life: 20, ..p }, Parameters { life: 21, ..p }, E::LifeOutOfBounds),
		(
			Parameters { unbonding: MAX_PERIOD, ..p },
			Parameters { unbonding: MAX_PERIOD + 1, ..p },
			E::UnbondingOutOfBounds,
		),
		// An offence is reported within two eras, and its slash deferred by one.
		(
			Parameters { unbonding: 4, slash_deferral: 1, ..p },
			Parameters { unbonding: 3, slash_deferral: 1, ..p },
			E::UnbondingOutOfBounds,
		),
		(
			Parameters { slash_deferral: UNBONDING - 3, ..p },
			Parameters { slash_deferral: UNBONDING - 2, ..p },
			E::UnbondingOutOfBounds,
		),
		(
			Parameters { slash_deferral: 1, ..p },
			Parameters { slash_deferral: 0, ..p },
			E::DeferralOutOfBounds,
		),
		(p, Parameters { slash_deferral: u32::MAX, ..p }, E::UnbondingOutOfBounds),
		(
			Parameters { commission_notice: MAX_PERIOD, ..p },
			Parameters { commission_notice: MAX_PERIOD + 1, ..p },
			E::NoticeOutOfBounds,
		),
		(
			Parameters { idle_fine: percent(10), ..p },
			Parameters { idle_fine: beyond(percent(10)), ..p },
			E::FineOutOfBounds,
		),
		(
			Parameters { reporter_share: percent(20), ..p },
			Parameters { reporter_share: beyond(percent(20)), ..p },
			E::ReporterShareOutOfBounds,
		),
	];
	ExtBuilder::default().build_and_execute(|| {
		for (within, beyond, error) in cases {
			assert_ok!(set(within));
			assert_noop!(set(beyond), error);
		}
	});
}

#[test]
fn what_has_its_era_keeps_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(Parameters {
			maturity: 8,
			life: 20,
			unbonding: 10,
			slash_deferral: 3,
			commission_notice: 9,
			..PARAMETERS
		}));
		next_era();
		// GIVEN everything that waits for an era
		assert_ok!(Witnesses::top_up(signed(W1), 500));
		assert_ok!(vote(ALICE, W1, 1_000));
		assert_ok!(Witnesses::set_commission(signed(W1), Perbill::from_percent(40)));
		assert_ok!(Witnesses::leave(signed(W4)));
		report(W2, Perbill::from_percent(10));
		// WHEN other parameters hold, THEN it comes when it was to come
		next_era();
		assert_ne!(CurrentParameters::<Test>::get(), Some(PARAMETERS));
		assert_eq!(candidate(W4).status, Status::Leaving { until: 1 + UNBONDING });
		next_era();
		assert_eq!(candidate(W1).matured_deposit, DEPOSIT + 500);
		assert_eq!(pool(W1).matured, 1_000);
		assert_eq!(candidate(W2).deposit, 9_000);
		next_era();
		assert_eq!(candidate(W1).commission, Perbill::from_percent(40));
		run_eras(3);
		assert_eq!(era(), 1 + UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
	});
}

#[test]
fn the_constants_of_the_tests_pass() {
	ExtBuilder::default().build_and_execute(|| {
		<Witnesses as Hooks<u64>>::integrity_test();
	});
}
