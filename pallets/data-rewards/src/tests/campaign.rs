//! `open_campaign`, `add_funds`, `lower_provider_share`, `deliver`, `close_campaign` and the pause.

use super::*;

fn open_error(change: impl FnOnce(&mut TermsOf<Test>), error: Error<Test>) {
	let mut terms = terms();
	change(&mut terms);
	assert_noop!(DataRewards::open_campaign(signed(SPONSOR), terms, FUNDS), error);
}

fn with_share(percent: u32) {
	open(Terms { provider_share: Permill::from_percent(percent), ..terms() });
}

fn deliver() -> sp_runtime::DispatchResult {
	DataRewards::deliver(signed(PROVIDER), 0, hash(7), pointer())
}

fn close() -> sp_runtime::DispatchResult {
	DataRewards::close_campaign(signed(CAROL), 0)
}

#[test]
fn a_campaign_has_a_pot_of_its_own() {
	ExtBuilder.build_and_execute(|| {
		let before = wealth(SPONSOR);
		assert_eq!((open(terms()), open(terms())), (0, 1));
		assert_eq!(wealth(SPONSOR), before - 2 * (FUNDS + EXISTENTIAL_DEPOSIT));
		let pots = [0, 1].map(DataRewards::pot);
		assert_ne!(pots[0], pots[1]);
		assert_eq!(pots.map(free), [FUNDS + EXISTENTIAL_DEPOSIT; 2]);
		let view = DataRewards::campaign(0).unwrap();
		assert_eq!((view.sponsor, view.pot, view.terms), (SPONSOR, pots[0], terms()));
		assert_eq!((view.ledger.funds, view.ledger.funded), (FUNDS, FUNDS));
		System::assert_has_event(
			Event::CampaignOpened { campaign: 0, sponsor: SPONSOR, provider: PROVIDER }.into(),
		);
		assert_eq!(
			last_event(),
			Event::FundsAdded { campaign: 1, who: SPONSOR, amount: FUNDS }.into()
		);
	});
}

#[test]
fn a_campaign_may_open_without_funds() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_campaign(signed(SPONSOR), terms(), 0));
		assert_eq!(ledger().funded, 0);
		let opened = Event::CampaignOpened { campaign: 0, sponsor: SPONSOR, provider: PROVIDER };
		assert_eq!(last_event(), opened.into());
	});
}

#[test]
fn terms_that_make_no_sense_are_refused() {
	ExtBuilder.build_and_execute(|| {
		use Error::*;
		let text = |bytes: &[u8]| bytes.to_vec().try_into().unwrap();
		open_error(|terms| terms.purpose = text(b""), PurposeMissing);
		open_error(|terms| terms.purpose = text(b"\xff"), PurposeNotUtf8);
		for list in [vec![3, 3], vec![4, 3]] {
			open_error(|terms| terms.categories = list.clone().try_into().unwrap(), ListNotRising);
			let list = list.into_iter().map(AccountId::from).collect::<Vec<_>>();
			open_error(|terms| terms.merchants = list.try_into().unwrap(), ListNotRising);
		}
		open_error(|terms| terms.cap_per_receipt = 0, CapOutOfBounds);
		open_error(|terms| terms.cap_per_person = terms.cap_per_receipt - 1, CapOutOfBounds);
		let above = Permill::from_parts(HIGHEST_PROVIDER_SHARE.deconstruct() + 1);
		open_error(|terms| terms.provider_share = above, ProviderShareTooHigh);
		for (a, b, c) in [(5_000, 3_000, 2_001), (5_000, 3_000, 1_999), (u16::MAX, 3_000, 2_000)] {
			let split = Split { contributors: a, provider: b, treasury: c };
			open_error(|terms| terms.split = split, SplitNotWhole);
		}
	});
}

#[test]
fn windows_have_bounds() {
	ExtBuilder.build_and_execute(|| {
		advance_to(5);
		let window = |from, until, closes| Window { from, until, closes };
		for refused in [
			window(4, UNTIL, CLOSES),
			window(FROM, FROM + QUIET, CLOSES),
			window(FROM, UNTIL, UNTIL + AFTERMATH - 1),
			window(FROM, UNTIL, 5 + LONGEST + 1),
			window(FROM, u64::MAX, u64::MAX),
			window(u64::MAX, UNTIL, CLOSES),
		] {
			open_error(|terms| terms.window = refused, Error::WindowOutOfBounds);
		}
		for accepted in [
			window(5, UNTIL, CLOSES),
			window(FROM, FROM + QUIET + 1, CLOSES),
			window(FROM, UNTIL, UNTIL + AFTERMATH),
			window(FROM, UNTIL, 5 + LONGEST),
		] {
			open(Terms { window: accepted, ..terms() });
		}
	});
}

#[test]
fn ids_of_campaigns_run_out() {
	ExtBuilder.build_and_execute(|| {
		NextCampaign::<Test>::put(u32::MAX);
		open_error(|_| (), Error::NoCampaignIdLeft);
	});
}

#[test]
fn opening_can_be_paused_and_nothing_else() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		assert_ok!(DataRewards::set_opening_paused(RuntimeOrigin::root(), true));
		assert_eq!(last_event(), Event::OpeningPauseSet { paused: true }.into());
		open_error(|_| (), Error::OpeningPaused);
		assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 1));
		join_with(BOB, 1_000);
		advance_to(FROM + 10);
		assert_ok!(claim(ALICE));
		assert_ok!(deliver());
		offer_report();
		let purchase = delivered();
		assert_ok!(DataRewards::accept_report(signed(READER), purchase));
		assert_ok!(DataRewards::revoke(signed(ALICE), 0));
		assert_ok!(DataRewards::set_opening_paused(RuntimeOrigin::root(), false));
		open(terms_from_now());
	});
}

fn terms_from_now() -> TermsOf<Test> {
	Terms { window: Window { from: System::block_number(), ..window() }, ..terms() }
}

#[test]
fn only_the_pause_origin_pauses() {
	ExtBuilder.build_and_execute(|| {
		for origin in [signed(SPONSOR), RuntimeOrigin::none()] {
			assert_noop!(DataRewards::set_opening_paused(origin, true), BadOrigin);
		}
	});
}

#[test]
fn funds_stream_evenly_over_what_is_left_of_the_window() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(FROM + 25);
		assert_eq!(accrued(ALICE), 25_000);
		assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 75_000));
		assert_eq!(
			last_event(),
			Event::FundsAdded { campaign: 0, who: CAROL, amount: 75_000 }.into()
		);
		assert_eq!(accrued(ALICE), 25_000);
		advance_to(FROM + 26);
		assert_eq!(accrued(ALICE), 27_000);
		advance_to(UNTIL - 1);
		assert_eq!(accrued(ALICE), 173_000);
		advance_to(UNTIL);
		assert_eq!(accrued(ALICE), 175_000);
		advance_to(CLOSES);
		assert_eq!(accrued(ALICE), 175_000);
	});
}

#[test]
fn nothing_streams_before_the_window() {
	ExtBuilder.with_campaign(|| {
		advance_to(FROM - 1);
		assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 1));
		assert_eq!((ledger().funds, ledger().waiting), (FUNDS + 1, 0));
		advance_to(FROM);
		assert_eq!((ledger().funds, ledger().waiting), (FUNDS + 1, 0));
	});
}

#[test]
fn what_rounding_leaves_streams_later() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_campaign(signed(SPONSOR), terms(), 7));
		identify(ALICE);
		join_with(ALICE, 1);
		for block in FROM..UNTIL {
			advance_to(block);
			assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 1));
		}
		advance_to(UNTIL);
		assert_eq!(accrued(ALICE), 107);
		assert_eq!(ledger().held(), Some(107));
	});
}

#[test]
fn funds_are_refused_where_they_could_not_stream() {
	ExtBuilder.with_campaign(|| {
		assert_noop!(DataRewards::add_funds(signed(CAROL), 0, 0), Error::<Test>::AmountIsZero);
		assert_noop!(DataRewards::add_funds(signed(CAROL), 1, 1), Error::<Test>::CampaignNotFound);
		advance_to(UNTIL - 1);
		assert_ok!(DataRewards::add_funds(signed(CAROL), 0, 1));
		advance_to(UNTIL);
		assert_noop!(DataRewards::add_funds(signed(CAROL), 0, 1), Error::<Test>::TooLate);
	});
}

#[test]
fn more_than_there_can_be_is_refused() {
	ExtBuilder.with_campaign(|| {
		let overflow = sp_runtime::ArithmeticError::Overflow;
		assert_noop!(DataRewards::add_funds(signed(CAROL), 0, Balance::MAX), overflow);
		assert!(DataRewards::add_funds(signed(CAROL), 0, Balance::MAX - FUNDS).is_err());
		assert!(DataRewards::open_campaign(signed(CAROL), terms(), Balance::MAX).is_err());
		assert_eq!(NextCampaign::<Test>::get(), 1);
	});
}

#[test]
fn the_provider_has_its_share_of_the_stream_once_it_delivers() {
	ExtBuilder.build_and_execute(|| {
		with_share(10);
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(FROM + 10);
		assert_eq!((accrued(ALICE), ledger().provider), (9_000, 1_000));
		assert_ok!(claim(ALICE));
		let before = free(PROVIDER);
		assert_ok!(deliver());
		let batch = hash(7);
		let event = Event::Delivered { campaign: 0, batch, pointer: pointer(), paid: 1_000 };
		assert_eq!(last_event(), event.into());
		assert_eq!(free(PROVIDER), before + 1_000);
		assert_eq!((ledger().provider, ledger().delivered), (0, 1_000));
		// Another batch in the same block is worth nothing more.
		assert_ok!(deliver());
		assert_eq!(free(PROVIDER), before + 1_000);
	});
}

#[test]
fn the_share_of_the_provider_is_rounded_down() {
	ExtBuilder.build_and_execute(|| {
		let third = Permill::from_rational(1u32, 3);
		open(Terms { provider_share: third, ..terms() });
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(FROM + 1);
		assert_eq!((accrued(ALICE), ledger().provider), (667, 333));
	});
}

#[test]
fn the_provider_has_no_share_of_what_meets_nobody() {
	ExtBuilder.build_and_execute(|| {
		with_share(10);
		advance_to(FROM + 10);
		assert_eq!((ledger().provider, ledger().waiting), (0, 10_000));
	});
}

#[test]
fn a_share_that_was_not_delivered_for_returns_to_the_sponsor() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { minimum: 2, provider_share: Permill::from_percent(10), ..terms() });
		join_with(ALICE, 1_000_000);
		advance_to(UNTIL);
		assert_noop!(deliver(), Error::<Test>::TooFewContributors);
		assert_noop!(close(), Error::<Test>::NothingToClose);
		advance_to(CLOSES - 1);
		assert_noop!(close(), Error::<Test>::NothingToClose);
		advance_to(CLOSES);
		let before = free(SPONSOR);
		assert_ok!(close());
		assert_eq!(last_event(), Event::Refunded { campaign: 0, amount: 10_000 }.into());
		assert_eq!(free(SPONSOR), before + 10_000);
		assert_noop!(deliver(), Error::<Test>::TooLate);
	});
}

#[test]
fn the_provider_delivers_until_the_close() {
	ExtBuilder.build_and_execute(|| {
		with_share(10);
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(CLOSES - 1);
		assert_ok!(claim(ALICE));
		let before = free(PROVIDER);
		assert_ok!(deliver());
		assert_eq!(free(PROVIDER), before + 10_000);
		advance_to(CLOSES);
		assert_noop!(deliver(), Error::<Test>::TooLate);
	});
}

#[test]
fn the_minimum_is_of_contributors_at_the_same_time() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { minimum: 2, ..terms() });
		join_with(ALICE, 1);
		assert_ok!(DataRewards::revoke(signed(ALICE), 0));
		join_with(BOB, 1);
		assert_noop!(deliver(), Error::<Test>::TooFewContributors);
		join_with(CAROL, 1);
		assert_ok!(deliver());
	});
}

#[test]
fn who_revokes_cannot_deprive_the_provider() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { minimum: 2, provider_share: Permill::from_percent(50), ..terms() });
		identify(ALICE);
		join_with(ALICE, 1_000);
		join_with(BOB, 1);
		advance_to(UNTIL);
		assert_ok!(DataRewards::revoke(signed(BOB), 0));
		assert_ok!(claim(ALICE));
		let (before, due) = (free(PROVIDER), claimable(ALICE).paid);
		assert!(due > 49_000);
		assert_ok!(deliver());
		assert_eq!(free(PROVIDER), before + due);
		offer_report();
	});
}

#[test]
fn a_minimum_of_nobody_is_reached_from_the_beginning() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { minimum: 0, ..terms() });
		assert_ok!(deliver());
	});
}

/// A contributor of the provider's own would earn it the whole share of the campaign for a planck.
#[test]
fn a_fake_contributor_earns_the_provider_no_more_than_it_is_paid() {
	for (fee, due) in [(1, 0), (2, 1), (3, 1)] {
		ExtBuilder.build_and_execute(|| {
			with_share(50);
			join_with(ALICE, fee);
			advance_to(CLOSES - 1);
			let _ = claim(ALICE);
			let before = free(PROVIDER);
			for _ in 0..2 {
				assert_ok!(deliver());
				assert_eq!(free(PROVIDER), before + due);
			}
			assert_eq!(ledger().provider, FUNDS / 2 - due);
			advance_to(CLOSES);
			let before = free(SPONSOR);
			assert_ok!(close());
			assert_eq!(free(SPONSOR), before + FUNDS / 2 - due);
		});
	}
}

#[test]
fn what_a_provider_is_not_paid_yet_stays_for_later_deliveries() {
	ExtBuilder.build_and_execute(|| {
		with_share(10);
		identify(ALICE);
		join_with(ALICE, 300);
		identify(BOB);
		join_with(BOB, 100);
		advance_to(FROM + 40);
		let before = free(PROVIDER);
		assert_ok!(deliver());
		assert_eq!(free(PROVIDER), before);
		// A quarter of 36,000, of which the provider has a ninth.
		assert_ok!(claim(BOB));
		assert_ok!(deliver());
		assert_eq!((free(PROVIDER), ledger().provider), (before + 1_000, 3_000));
		assert_ok!(claim(ALICE));
		assert_ok!(deliver());
		assert_eq!((free(PROVIDER), ledger().provider), (before + 4_000, 0));
	});
}

/// What it has earned before is paid as it would have been.
#[test]
fn a_lower_share_does_not_lower_what_may_be_paid_for_before() {
	ExtBuilder.build_and_execute(|| {
		with_share(20);
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(FROM + 10);
		let share = Permill::zero();
		assert_ok!(DataRewards::lower_provider_share(signed(PROVIDER), 0, share));
		assert_ok!(claim(ALICE));
		let before = free(PROVIDER);
		assert_ok!(deliver());
		assert_eq!(free(PROVIDER), before + 2_000);
	});
}

#[test]
fn only_the_provider_delivers() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1);
		assert_noop!(
			DataRewards::deliver(signed(SPONSOR), 0, hash(7), pointer()),
			Error::<Test>::NotProvider
		);
		assert_noop!(
			DataRewards::deliver(signed(PROVIDER), 1, hash(7), pointer()),
			Error::<Test>::CampaignNotFound
		);
	});
}

/// Streamr's operators could raise their fee at once, on what had come in before.
#[test]
fn a_provider_share_only_falls_and_not_backwards() {
	ExtBuilder.build_and_execute(|| {
		with_share(20);
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(FROM + 10);
		let lower = |percent| {
			let share = Permill::from_percent(percent);
			DataRewards::lower_provider_share(signed(PROVIDER), 0, share)
		};
		assert_noop!(lower(21), Error::<Test>::ShareNotLower);
		assert_noop!(lower(20), Error::<Test>::ShareNotLower);
		assert_ok!(lower(10));
		let share = Permill::from_percent(10);
		assert_eq!(last_event(), Event::ProviderShareLowered { campaign: 0, share }.into());
		assert_noop!(lower(11), Error::<Test>::ShareNotLower);
		assert_eq!((accrued(ALICE), ledger().provider), (8_000, 2_000));
		advance_to(FROM + 20);
		assert_eq!((accrued(ALICE), ledger().provider), (17_000, 3_000));
	});
}

#[test]
fn only_the_provider_lowers_its_share() {
	ExtBuilder.build_and_execute(|| {
		with_share(20);
		let zero = Permill::zero();
		for who in [SPONSOR, CAROL] {
			assert_noop!(
				DataRewards::lower_provider_share(signed(who), 0, zero),
				Error::<Test>::NotProvider
			);
		}
		assert_noop!(
			DataRewards::lower_provider_share(signed(PROVIDER), 1, zero),
			Error::<Test>::CampaignNotFound
		);
	});
}

#[test]
fn what_met_nobody_returns_after_the_window() {
	ExtBuilder.with_campaign(|| {
		advance_to(FROM + 30);
		identify(ALICE);
		join_with(ALICE, 1);
		advance_to(UNTIL - 1);
		assert_noop!(close(), Error::<Test>::WindowOpen);
		advance_to(UNTIL);
		let before = free(SPONSOR);
		assert_ok!(close());
		assert_eq!(free(SPONSOR), before + 30_000);
		assert_noop!(close(), Error::<Test>::NothingToClose);
		assert_eq!(accrued(ALICE), 70_000);
	});
}

#[test]
fn a_campaign_without_contributors_is_gone_at_its_close() {
	ExtBuilder.build_and_execute(|| {
		let before = free(SPONSOR);
		open(terms());
		advance_to(UNTIL);
		assert_ok!(close());
		assert!(free(SPONSOR) < before);
		advance_to(CLOSES);
		assert_ok!(close());
		assert_eq!(free(SPONSOR), before);
		let event = Event::CampaignClosed {
			campaign: 0,
			funded: FUNDS,
			claimed: 0,
			delivered: 0,
			forfeited: 0,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!(DataRewards::campaign(0), None);
		assert_eq!(wealth(DataRewards::pot(0)), 0);
		assert_noop!(close(), Error::<Test>::CampaignNotFound);
	});
}

#[test]
fn somebody_who_never_claims_keeps_a_campaign_only_until_somebody_closes_its_record() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		identify(BOB);
		advance_to(FROM + 50);
		join_with(ALICE, 300);
		join_with(BOB, 100);
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		let before = free(SPONSOR);
		assert_ok!(close());
		assert_eq!(free(SPONSOR), before + 50_000);
		assert_eq!(free(DataRewards::pot(0)), EXISTENTIAL_DEPOSIT + 12_500);
		assert_noop!(close(), Error::<Test>::NothingToClose);
		advance_to(CLOSES + GRACE);
		let before = free(BOB);
		assert_ok!(DataRewards::close_record(signed(CAROL), 0, BOB));
		assert!(free(BOB) > before + 12_500);
		assert_ok!(close());
		assert_eq!(wealth(DataRewards::pot(0)), 0);
	});
}

#[test]
fn what_was_sent_to_a_pot_by_mistake_is_the_sponsors_at_the_end() {
	ExtBuilder.build_and_execute(|| {
		let before = wealth(SPONSOR);
		open(terms());
		assert_ok!(Balances::transfer_allow_death(signed(CAROL), DataRewards::pot(0), 777));
		Gifts::set(777);
		join_with(ALICE, 1_000);
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_ok!(close());
		Gifts::set(0);
		assert_eq!(wealth(SPONSOR), before + 777 - FUNDS);
	});
}

/// Nobody is to raise it; but if somebody does, what others are owed is not swept away with the pot.
#[test]
fn a_pot_outlives_a_higher_existential_deposit() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1);
		join_with(BOB, 1);
		advance_to(UNTIL);
		LowestBalance::set(60_000);
		let refused = sp_runtime::TokenError::NotExpendable;
		assert_noop!(claim(ALICE), refused);
		let pot = DataRewards::pot(0);
		assert_ok!(Balances::transfer_keep_alive(signed(CAROL), pot, 60_000));
		Gifts::set(60_000);
		assert_ok!(claim(ALICE));
		assert_eq!(claimable(ALICE).paid, 50_000);
	});
}

#[test]
fn a_pot_is_nobodys_account() {
	ExtBuilder.with_campaign(|| {
		assert!(!ACTORS.contains(&DataRewards::pot(0)));
		assert_noop!(DataRewards::close_campaign(RuntimeOrigin::root(), 0), BadOrigin);
	});
}

#[test]
fn a_signature_is_needed() {
	ExtBuilder.with_campaign(|| {
		let zero = Permill::zero();
		for origin in unsigned() {
			let again = || origin.clone();
			assert_noop!(DataRewards::open_campaign(again(), terms(), 0), BadOrigin);
			assert_noop!(DataRewards::add_funds(again(), 0, 1), BadOrigin);
			assert_noop!(DataRewards::lower_provider_share(again(), 0, zero), BadOrigin);
			assert_noop!(DataRewards::close_campaign(again(), 0), BadOrigin);
			assert_noop!(DataRewards::deliver(again(), 0, hash(7), pointer()), BadOrigin);
		}
	});
}
