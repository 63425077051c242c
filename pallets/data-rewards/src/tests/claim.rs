//! `claim`: promises X2 and X4.

use super::*;
use crate::ledger::Ledger;

#[test]
fn a_claim_pays_what_has_accrued_at_any_time() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1);
		let mut before = free(ALICE);
		for (block, due) in [(FROM + 1, 1_000), (FROM + 7, 6_000), (UNTIL + 3, 93_000)] {
			advance_to(block);
			assert_ok!(claim(ALICE));
			assert_eq!(
				last_event(),
				Event::Claimed { campaign: 0, who: ALICE, amount: due }.into()
			);
			assert_eq!(free(ALICE), before + due);
			before = free(ALICE);
			assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		}
		assert_eq!((ledger().claimed, ledger().reserved), (FUNDS, 0));
	});
}

#[test]
fn fractions_are_kept_for_the_next_time() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(DataRewards::open_campaign(signed(SPONSOR), terms(), 500));
		for who in [ALICE, BOB, CAROL] {
			identify(who);
			join_with(who, 1);
		}
		// Five planck for three in each block.
		for block in FROM + 1..=UNTIL {
			advance_to(block);
			assert_ok!(claim(ALICE));
		}
		advance_to(CLOSES);
		for who in [BOB, CAROL, ALICE] {
			assert_ok!(claim(who));
		}
		// A claim in every block brings no less than a single one.
		assert_eq!((ledger().claimed, ledger().forfeited, ledger().reserved), (498, 2, 0));
	});
}

#[test]
fn nobody_is_paid_more_than_a_share_of_its_fees_unless_identified() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		advance_to(FROM + 50);
		let Claimable { payable, reserved, .. } = claimable(ALICE);
		assert_eq!((payable, reserved), (500, 49_500));
		assert_ok!(claim(ALICE));
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		// Another receipt lifts the bound.
		let number = buy(ALICE, 101);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		assert_ok!(contribute(ALICE, &[number]));
		assert_eq!(claimable(ALICE).payable, 50);
		assert_ok!(claim(ALICE));
		identify(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(claimable(ALICE).paid, 50_000);
		// What was paid to an identified person counts if it is no longer.
		Identified::set(Vec::new());
		advance_to(FROM + 60);
		// A fraction of the last planck is still the accumulator's.
		assert_eq!((claimable(ALICE).payable, accrued(ALICE)), (0, 9_999));
	});
}

/// The bound of a campaign alone would let a receipt be paid for by any number of them.
#[test]
fn a_receipt_is_not_paid_for_twice_by_two_campaigns() {
	ExtBuilder.with_campaign(|| {
		open(terms());
		join_with(ALICE, 1_000);
		assert_ok!(DataRewards::consent(signed(ALICE), 1, hash(2), pointer()));
		assert_ok!(contribute_to(1, ALICE, &[0]));
		advance_to(FROM + 50);
		assert_ok!(claim(ALICE));
		assert_eq!(DataRewards::claimable(1, ALICE).unwrap().payable, 0);
		assert_noop!(DataRewards::claim(signed(ALICE), 1), Error::<Test>::NothingToClaim);
		// A receipt that is not contributed lifts the bound of all, but not that of one campaign.
		buy(ALICE, 600);
		assert_eq!(claimable(ALICE).payable, 0);
		assert_eq!(DataRewards::claimable(1, ALICE).unwrap().payable, 300);
		assert_ok!(DataRewards::claim(signed(ALICE), 1));
		assert_eq!(DataRewards::data_account(ALICE).unwrap().account.paid, 800);
	});
}

#[test]
fn the_bound_is_rounded_down() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_001);
		advance_to(FROM + 50);
		assert_eq!(claimable(ALICE).payable, 500);
	});
}

#[test]
fn after_the_close_a_claim_ends_the_record() {
	ExtBuilder.with_campaign(|| {
		let before = free(ALICE);
		join_with(ALICE, 1_000);
		let deposits = before - free(ALICE);
		advance_to(CLOSES - 1);
		assert_ok!(claim(ALICE));
		assert!(!claimable(ALICE).closes);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		advance_to(CLOSES);
		assert!(claimable(ALICE).closes);
		assert_ok!(claim(ALICE));
		let forfeited = FUNDS - 500;
		assert_eq!(last_event(), Event::RecordClosed { campaign: 0, who: ALICE, forfeited }.into());
		assert_noop!(claim(ALICE), Error::<Test>::NotContributor);
		assert_eq!(DataRewards::consent_of(0, ALICE), None);
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
		assert_eq!(free(ALICE), before + 500);
		assert!(deposits > 0);
		// What was reserved in vain is the treasury's, and none of it the sponsor's.
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + forfeited);
		let Ledger { waiting, reserved, records, contributors, .. } = ledger();
		assert_eq!((waiting, reserved, records, contributors), (0, 0, 0, 0));
		assert_eq!(ledger().forfeited, forfeited);
	});
}

#[test]
fn who_has_earned_nothing_gets_its_deposit_back_all_the_same() {
	ExtBuilder.with_campaign(|| {
		let before = free(ALICE);
		join(ALICE);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
		assert_eq!(free(ALICE), before);
	});
}

#[test]
fn an_open_purchase_keeps_records_open() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1_000);
		offer_report();
		advance_to(CLOSES - 1);
		let purchase = delivered();
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		assert_noop!(DataRewards::close_campaign(signed(CAROL), 0), Error::<Test>::NothingToClose);
		assert_ok!(DataRewards::accept_report(signed(READER), purchase));
		let before = wealth(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(wealth(ALICE), before + PRICE / 2);
		assert_noop!(claim(ALICE), Error::<Test>::NotContributor);
	});
}

#[test]
fn an_account_with_nothing_but_its_deposits_claims() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1_000);
		let all = Balances::usable_balance(ALICE);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, all));
		advance_to(FROM + 10);
		let before = free(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), before + 10_000);
	});
}

#[test]
fn only_a_contributor_claims() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		advance_to(FROM + 10);
		assert_noop!(claim(BOB), Error::<Test>::NotContributor);
		assert_noop!(DataRewards::claim(signed(ALICE), 1), Error::<Test>::CampaignNotFound);
		for origin in unsigned() {
			assert_noop!(DataRewards::claim(origin, 0), BadOrigin);
		}
	});
}

#[test]
fn a_record_always_has_a_data_account() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		advance_to(FROM + 10);
		let account = DataAccounts::<Test>::take(ALICE).unwrap();
		assert_noop!(claim(ALICE), Error::<Test>::DataAccountNotFound);
		assert!(DataRewards::do_try_state().is_err());
		DataAccounts::<Test>::insert(ALICE, account);
	});
}
