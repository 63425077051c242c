use super::*;

/// Registers with a commission of 20 percent.
fn register(who: AccountId, deposit: Balance) -> sp_runtime::DispatchResult {
	Witnesses::register(signed(who), deposit, Perbill::from_percent(20), profile(b""))
}

/// What the record and an empty profile cost.
fn record_deposit() -> Balance {
	20 + Witnesses::footprint(&profile(b"")).size as Balance
}

fn listed() -> Vec<AccountId> {
	Listed::<Test>::get().into_inner()
}

/// Lets `who` leave and take back the deposit.
fn go(who: AccountId) {
	assert_ok!(Witnesses::leave(signed(who)));
	run_eras(UNBONDING);
	assert_ok!(Witnesses::withdraw_deposit(signed(who)));
}

#[test]
fn register_holds_both_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let commission = Perbill::from_percent(20);
		assert_ok!(Witnesses::register(signed(W5), 5_000, commission, profile(b"fifth")));

		assert_eq!(held(W5, HoldReason::Deposit), 5_000);
		assert_eq!(held(W5, HoldReason::Profile), record_deposit() + 5);
		assert_eq!(
			candidate(W5),
			Candidate {
				number: 4,
				status: Status::Active,
				deposit: 5_000,
				matured_deposit: 0,
				commission,
				next_commission: None,
				rewards: 0,
			}
		);
		assert_eq!(listed(), vec![W1, W2, W3, W4, W5]);
		assert_eq!(pool(W5), Pool::default());
		assert_eq!(Profiles::<Test>::get(W5).map(|stored| stored.content), Some(profile(b"fifth")));
		System::assert_last_event(Event::Registered { who: W5, deposit: 5_000, commission }.into());
	});
}

#[test]
fn a_deposit_counts_once_it_has_matured() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(W5, 5_000));
		assert_eq!(Buckets::<Test>::get(MATURITY, W5).maturing_deposit, 5_000);
		run_eras(MATURITY - 1);
		assert_eq!(candidate(W5).matured_deposit, 0);
		next_era();
		assert_eq!(candidate(W5).matured_deposit, 5_000);
		assert!(!Buckets::<Test>::contains_key(MATURITY, W5));
	});
}

#[test]
fn register_takes_exactly_the_minimum_and_nothing_less() {
	ExtBuilder::default().build_and_execute(|| {
		for deposit in [0, 1, MINIMUM_DEPOSIT - 1] {
			assert_noop!(register(W5, deposit), Error::<Test>::BelowMinimumDeposit);
		}
		assert_ok!(register(W5, MINIMUM_DEPOSIT));
	});
}

#[test]
fn register_fails_without_the_money() {
	ExtBuilder::default().build_and_execute(|| {
		let most = START_BALANCE - EXISTENTIAL_DEPOSIT - record_deposit();
		for deposit in [most + 1, START_BALANCE, u128::MAX] {
			assert_noop!(register(W5, deposit), TokenError::FundsUnavailable);
		}
		assert_ok!(register(W5, most));
	});
}

#[test]
fn register_fails_for_a_candidate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(register(W1, DEPOSIT), Error::<Test>::AlreadyCandidate);
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_noop!(register(W4, DEPOSIT), Error::<Test>::AlreadyCandidate);
	});
}

#[test]
fn register_fails_without_keys() {
	ExtBuilder::default().build_and_execute(|| {
		lose_keys(W5);
		assert_noop!(register(W5, DEPOSIT), Error::<Test>::KeysNotSet);
		restore_keys(W5);
		assert_ok!(register(W5, DEPOSIT));
	});
}

#[test]
fn register_fails_with_a_commission_above_the_highest() {
	ExtBuilder::default().build_and_execute(|| {
		let highest = PARAMETERS.highest_commission;
		let more = Perbill::from_parts(highest.deconstruct() + 1);
		assert_noop!(
			Witnesses::register(signed(W5), DEPOSIT, more, profile(b"")),
			Error::<Test>::CommissionTooHigh
		);
		assert_ok!(Witnesses::register(signed(W5), DEPOSIT, highest, profile(b"")));
	});
}

#[test]
fn register_fails_while_the_pallet_is_not_in_use() {
	ExtBuilder::default().without_parameters().candidates(&[]).build_and_execute(|| {
		assert_noop!(register(W5, DEPOSIT), Error::<Test>::ParametersNotSet);
		// Eras go by all the same.
		run_eras(2);
		assert!(elected().is_empty());
	});
}

#[test]
fn register_waits_until_old_votes_are_settled() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::vote(signed(ALICE), W4, 5_000));
		go(W4);
		assert_noop!(register(W4, DEPOSIT), Error::<Test>::OldPool);
		assert_ok!(Witnesses::settle(signed(BOB), ALICE, W4));
		assert_ok!(register(W4, DEPOSIT));
		assert_eq!(candidate(W4).number, 4);
	});
}

#[test]
fn a_newcomer_evicts_the_candidate_with_the_least_behind_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(W5, 2_000));
		assert_ok!(register(W6, 2_000));
		assert_eq!(listed().len() as u32, MAX_CANDIDATES);
		assert_noop!(register(W7, 2_000), Error::<Test>::ListFull);

		// WHEN the newcomer has more, THEN the later of the two gives way
		assert_ok!(register(W7, 2_001));
		assert_eq!(listed(), vec![W1, W2, W3, W4, W5, W7]);
		assert_eq!(candidate(W6).status, Status::Leaving { until: UNBONDING });
		assert!(pool(W6).frozen);
		assert!(!Buckets::<Test>::contains_key(MATURITY, W6));
		let events = events();
		let evicted = Event::Evicted { who: W6, until: UNBONDING };
		assert!(events.contains(&evicted) && events.contains(&Event::Unlisted { who: W6 }));

		// ... and takes back its deposit as anybody who leaves
		run_eras(UNBONDING);
		assert_ok!(Witnesses::withdraw_deposit(signed(W6)));
		assert_eq!(free(W6), START_BALANCE);
	});
}

#[test]
fn votes_keep_a_candidate_from_being_evicted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(W5, 2_000));
		assert_ok!(register(W6, 2_000));
		assert_ok!(Witnesses::vote(signed(ALICE), W6, 500));
		assert_ok!(register(W7, 2_001));
		assert_eq!(listed(), vec![W1, W2, W3, W4, W6, W7]);
	});
}

#[test]
fn witnesses_are_never_evicted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(W5, 40_000));
		assert_ok!(register(W6, 40_000));
		run_eras(MATURITY);
		assert_ok!(Witnesses::top_up(signed(W4), 45_000));
		// GIVEN an election after which two will serve no longer and two others instead
		run_session();
		run_session();
		assert_eq!((elected(), planned()), (vec![W1, W2, W3], vec![W1, W5, W6]));
		// THEN only one candidate does neither, though there is more behind it than behind any other
		assert_noop!(register(W7, DEPOSIT + 45_000), Error::<Test>::ListFull);
		assert_ok!(register(W7, DEPOSIT + 45_001));
		assert_eq!(listed(), vec![W1, W2, W3, W5, W6, W7]);
		next_era();
		assert_eq!(elected(), vec![W1, W5, W6]);
	});
}

#[test]
fn nobody_is_evicted_where_all_serve() {
	let all = [W1, W2, W3, W4, W5].map(|who| (who, DEPOSIT));
	ExtBuilder::default().parameters(|p| p.witnesses = 5).deposits(&all).build_and_execute(|| {
		assert_ok!(register(W6, 20_000));
		run_eras(MATURITY);
		run_session();
		run_session();
		assert_eq!(planned(), vec![W1, W2, W3, W4, W6]);
		assert_noop!(register(W7, START_BALANCE / 2), Error::<Test>::ListFull);
	});
}

#[test]
fn top_up_adds_to_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		assert_ok!(Witnesses::top_up(signed(W1), 500));
		assert_eq!(held(W1, HoldReason::Deposit), DEPOSIT + 500);
		assert_eq!(candidate(W1).deposit, DEPOSIT + 500);
		assert_eq!(candidate(W1).matured_deposit, DEPOSIT);
		let era = 1 + MATURITY;
		System::assert_last_event(Event::ToppedUp { who: W1, amount: 500, era }.into());

		// Two in one era mature together.
		assert_ok!(Witnesses::top_up(signed(W1), 1));
		run_eras(MATURITY - 1);
		assert_eq!(candidate(W1).matured_deposit, DEPOSIT);
		next_era();
		assert_eq!(candidate(W1).matured_deposit, DEPOSIT + 501);
	});
}

#[test]
fn top_up_refuses_what_makes_no_sense() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Witnesses::top_up(signed(W5), 1), Error::<Test>::CandidateNotFound);
		assert_noop!(Witnesses::top_up(signed(W4), 0), Error::<Test>::AmountIsZero);
		assert_noop!(Witnesses::top_up(signed(W4), START_BALANCE), TokenError::FundsUnavailable);
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_noop!(Witnesses::top_up(signed(W4), 1), Error::<Test>::CandidateLeaving);
	});
}

#[test]
fn a_lower_commission_holds_from_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		let commission = Perbill::from_percent(5);
		assert_ok!(Witnesses::set_commission(signed(W1), commission));
		System::assert_last_event(Event::CommissionSet { who: W1, commission, era: 1 }.into());
		assert_eq!(candidate(W1).commission, COMMISSION);
		next_era();
		assert_eq!(candidate(W1).commission, commission);
		assert_eq!(candidate(W1).next_commission, None);
	});
}

#[test]
fn a_higher_commission_is_announced() {
	ExtBuilder::default().build_and_execute(|| {
		let commission = Perbill::from_percent(50);
		assert_ok!(Witnesses::set_commission(signed(W1), commission));
		let era = PARAMETERS.commission_notice;
		System::assert_last_event(Event::CommissionSet { who: W1, commission, era }.into());
		run_eras(era - 1);
		assert_eq!(candidate(W1).commission, COMMISSION);
		next_era();
		assert_eq!(candidate(W1).commission, commission);
	});
}

#[test]
fn without_a_notice_a_higher_commission_still_waits_for_the_next_era() {
	ExtBuilder::default().parameters(|p| p.commission_notice = 0).build_and_execute(|| {
		let commission = Perbill::from_percent(50);
		assert_ok!(Witnesses::set_commission(signed(W1), commission));
		System::assert_last_event(Event::CommissionSet { who: W1, commission, era: 1 }.into());
	});
}

#[test]
fn a_later_commission_replaces_an_announced_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::set_commission(signed(W1), Perbill::from_percent(50)));
		assert_ok!(Witnesses::set_commission(signed(W1), COMMISSION));
		run_eras(PARAMETERS.commission_notice);
		assert_eq!(candidate(W1).commission, COMMISSION);
		assert_eq!(candidate(W1).next_commission, None);
	});
}

#[test]
fn set_commission_refuses_what_is_not_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let highest = PARAMETERS.highest_commission;
		assert_noop!(
			Witnesses::set_commission(signed(W5), highest),
			Error::<Test>::CandidateNotFound
		);
		assert_noop!(
			Witnesses::set_commission(signed(W4), Perbill::from_percent(51)),
			Error::<Test>::CommissionTooHigh
		);
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_noop!(
			Witnesses::set_commission(signed(W4), highest),
			Error::<Test>::CandidateLeaving
		);
	});
}

#[test]
fn a_lowered_highest_commission_lowers_all() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::set_commission(signed(W1), Perbill::from_percent(50)));
		let highest_commission = Perbill::from_percent(4);
		let parameters = Parameters { highest_commission, ..PARAMETERS };
		assert_ok!(Witnesses::set_parameters(RuntimeOrigin::root(), parameters));
		run_eras(PARAMETERS_DELAY);
		assert_eq!(candidate(W2).commission, highest_commission);
		// What was announced before is lowered as well.
		run_eras(2);
		assert_eq!(candidate(W1).commission, highest_commission);
		assert_eq!(candidate(W1).next_commission, None);
	});
}

#[test]
fn the_deposit_of_a_profile_follows_its_length() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::set_profile(signed(W1), profile(b"the first")));
		assert_eq!(held(W1, HoldReason::Profile), record_deposit() + 9);
		System::assert_last_event(Event::ProfileSet { who: W1 }.into());
		assert_ok!(Witnesses::set_profile(signed(W1), profile(b"1st")));
		assert_eq!(held(W1, HoldReason::Profile), record_deposit() + 3);

		// Even on the way out.
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_ok!(Witnesses::set_profile(signed(W1), profile(b"bye")));
		assert_eq!(Profiles::<Test>::get(W1).map(|stored| stored.content), Some(profile(b"bye")));
	});
}

#[test]
fn set_profile_needs_a_candidate_with_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Witnesses::set_profile(signed(W5), profile(b"")),
			Error::<Test>::CandidateNotFound
		);
		assert_ok!(Witnesses::top_up(signed(W1), free(W1) - EXISTENTIAL_DEPOSIT));
		assert_noop!(
			Witnesses::set_profile(signed(W1), profile(b"long")),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn a_chilled_candidate_resumes() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		assert_ok!(Witnesses::chill(signed(W4)));
		assert_eq!(candidate(W4).status, Status::Chilled { since: 1 });
		System::assert_last_event(Event::Chilled { who: W4 }.into());
		assert_noop!(Witnesses::chill(signed(W4)), Error::<Test>::AlreadyChilled);

		assert_ok!(Witnesses::resume(signed(W4)));
		assert_eq!(candidate(W4).status, Status::Active);
		System::assert_last_event(Event::Resumed { who: W4 }.into());
		assert_noop!(Witnesses::resume(signed(W4)), Error::<Test>::NotChilled);
	});
}

#[test]
fn chill_and_resume_are_for_candidates_that_stay() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Witnesses::chill(signed(W5)), Error::<Test>::CandidateNotFound);
		assert_noop!(Witnesses::resume(signed(W5)), Error::<Test>::CandidateNotFound);
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_noop!(Witnesses::chill(signed(W4)), Error::<Test>::CandidateLeaving);
		assert_noop!(Witnesses::resume(signed(W4)), Error::<Test>::CandidateLeaving);
	});
}

#[test]
fn resume_needs_what_an_election_needs() {
	ExtBuilder::default().deposits(&[(W1, 1_000), (W2, 5_000), (W3, 5_000)]).build_and_execute(
		|| {
			assert_ok!(Witnesses::chill(signed(W1)));
			lose_keys(W1);
			assert_noop!(Witnesses::resume(signed(W1)), Error::<Test>::KeysNotSet);
			restore_keys(W1);

			report(W1, Perbill::from_percent(10));
			assert_noop!(Witnesses::resume(signed(W1)), Error::<Test>::SlashPending);
			run_eras(DEFERRAL);
			assert_eq!(candidate(W1).deposit, 900);
			assert_noop!(Witnesses::resume(signed(W1)), Error::<Test>::BelowMinimumDeposit);
			assert_ok!(Witnesses::top_up(signed(W1), 100));
			assert_ok!(Witnesses::resume(signed(W1)));
		},
	);
}

#[test]
fn who_does_not_serve_leaves_the_list_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::top_up(signed(W4), 500));
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_eq!(candidate(W4).status, Status::Leaving { until: UNBONDING });
		assert_eq!(listed(), vec![W1, W2, W3]);
		assert!(pool(W4).frozen);
		// What has not matured never will.
		assert!(!Buckets::<Test>::contains_key(MATURITY, W4));
		System::assert_last_event(Event::LeaveAnnounced { who: W4, until: UNBONDING }.into());
		assert!(events().contains(&Event::Unlisted { who: W4 }));
	});
}

#[test]
fn a_witness_leaves_the_list_when_it_serves_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::leave(signed(W1)));
		assert_eq!(listed(), vec![W1, W2, W3, W4]);
		assert!(!pool(W1).frozen);
		next_era();
		assert_eq!(elected(), vec![W2, W3, W4]);
		assert_eq!(listed(), vec![W2, W3, W4]);
		assert!(pool(W1).frozen);
		assert!(events().contains(&Event::Unlisted { who: W1 }));
	});
}

#[test]
fn who_leaves_after_the_election_serves_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		run_session();
		run_session();
		assert_ok!(Witnesses::leave(signed(W1)));
		next_era();
		assert_eq!(elected(), vec![W1, W2, W3]);
		assert_eq!(listed(), vec![W1, W2, W3, W4]);
		next_era();
		assert_eq!(listed(), vec![W2, W3, W4]);
	});
}

#[test]
fn leave_fails_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Witnesses::leave(signed(W5)), Error::<Test>::CandidateNotFound);
		assert_ok!(Witnesses::leave(signed(W4)));
		assert_noop!(Witnesses::leave(signed(W4)), Error::<Test>::CandidateLeaving);
	});
}

#[test]
fn withdraw_deposit_gives_everything_back() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		assert_ok!(Witnesses::leave(signed(W1)));
		run_eras(UNBONDING - 1);
		assert_noop!(Witnesses::withdraw_deposit(signed(W1)), Error::<Test>::StillUnbonding);
		next_era();
		let rewards = candidate(W1).rewards;
		assert!(rewards > 0);
		assert_ok!(Witnesses::withdraw_deposit(signed(W1)));

		assert_eq!(free(W1), START_BALANCE + rewards);
		assert_eq!(Candidates::<Test>::get(W1), None);
		assert!(!Profiles::<Test>::contains_key(W1) && !Pools::<Test>::contains_key(W1));
		System::assert_last_event(Event::DepositWithdrawn { who: W1, deposit: DEPOSIT }.into());
		assert!(events().contains(&Event::CandidateClaimed { who: W1, amount: rewards }));
	});
}

#[test]
fn withdraw_deposit_is_for_those_that_leave() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Witnesses::withdraw_deposit(signed(W5)), Error::<Test>::CandidateNotFound);
		assert_noop!(Witnesses::withdraw_deposit(signed(W1)), Error::<Test>::NotLeaving);
		assert_ok!(Witnesses::chill(signed(W1)));
		assert_noop!(Witnesses::withdraw_deposit(signed(W1)), Error::<Test>::NotLeaving);
	});
}

#[test]
fn withdraw_deposit_waits_for_slashes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Witnesses::leave(signed(W4)));
		run_eras(UNBONDING - 1);
		report(W4, Perbill::from_percent(10));
		next_era();
		assert_noop!(Witnesses::withdraw_deposit(signed(W4)), Error::<Test>::SlashPending);
		next_era();
		assert_ok!(Witnesses::withdraw_deposit(signed(W4)));
		assert_eq!(free(W4), START_BALANCE - DEPOSIT / 10);
	});
}

#[test]
fn who_leaves_goes_even_if_elections_fail() {
	ExtBuilder::default().build_and_execute(|| {
		[W2, W3, W4].into_iter().for_each(lose_keys);
		assert_ok!(Witnesses::leave(signed(W1)));
		run_eras(UNBONDING);
		// GIVEN one that has to serve all the time, WHEN it goes, THEN nobody can stop it
		assert_eq!((elected(), Validators::get()), (vec![W1, W2, W3], vec![W1]));
		assert_ok!(Witnesses::withdraw_deposit(signed(W1)));
		assert_eq!((listed(), planned()), (vec![W2, W3, W4], vec![W2, W3]));
		assert!(!Pools::<Test>::contains_key(W1));
		// Whoever is there goes on until others can.
		run_session();
		assert_eq!(Queued::get(), vec![W1]);
		[W2, W3, W4].into_iter().for_each(restore_keys);
		run_eras(2);
		assert_eq!(elected(), vec![W2, W3, W4]);
	});
}

#[test]
fn claim_as_candidate_pays_what_was_earned() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		let (before, unclaimed) = (free(W1), Unclaimed::<Test>::get());
		let amount = candidate(W1).rewards;
		assert_ok!(Witnesses::claim_as_candidate(signed(W1)));
		assert_eq!(free(W1), before + amount);
		assert_eq!(Unclaimed::<Test>::get(), unclaimed - amount);
		assert_eq!(candidate(W1).rewards, 0);
		System::assert_last_event(Event::CandidateClaimed { who: W1, amount }.into());

		assert_noop!(Witnesses::claim_as_candidate(signed(W1)), Error::<Test>::NothingToClaim);
		assert_noop!(Witnesses::claim_as_candidate(signed(W5)), Error::<Test>::CandidateNotFound);
	});
}

#[test]
fn everything_candidates_do_needs_a_signature() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let o = || origin.clone();
			assert_noop!(Witnesses::register(o(), DEPOSIT, COMMISSION, profile(b"")), BadOrigin);
			assert_noop!(Witnesses::top_up(o(), 1), BadOrigin);
			assert_noop!(Witnesses::set_commission(o(), COMMISSION), BadOrigin);
			assert_noop!(Witnesses::set_profile(o(), profile(b"")), BadOrigin);
			assert_noop!(Witnesses::chill(o()), BadOrigin);
			assert_noop!(Witnesses::resume(o()), BadOrigin);
			assert_noop!(Witnesses::leave(o()), BadOrigin);
			assert_noop!(Witnesses::withdraw_deposit(o()), BadOrigin);
			assert_noop!(Witnesses::claim_as_candidate(o()), BadOrigin);
		}
	});
}
