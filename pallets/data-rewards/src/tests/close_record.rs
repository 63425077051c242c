//! `close_record`: nobody keeps a campaign by never claiming.

use super::*;
use sp_runtime::DispatchResult;

fn close_record(who: AccountId) -> DispatchResult {
	DataRewards::close_record(signed(READER), 0, who)
}

fn close() -> DispatchResult {
	DataRewards::close_campaign(signed(CAROL), 0)
}

#[test]
fn anybody_closes_a_record_after_the_grace_period() {
	ExtBuilder.with_campaign(|| {
		let (sponsor, before) = (wealth(SPONSOR), free(ALICE));
		join_with(ALICE, 1_000);
		advance_to(CLOSES + GRACE - 1);
		assert_noop!(close_record(ALICE), Error::<Test>::GracePeriodNotOver);
		advance_to(CLOSES + GRACE);
		let reader = free(READER);
		assert_ok!(close_record(ALICE));
		let forfeited = FUNDS - 500;
		let claimed = Event::Claimed { campaign: 0, who: ALICE, amount: 500 };
		System::assert_has_event(claimed.into());
		assert_eq!(last_event(), Event::RecordClosed { campaign: 0, who: ALICE, forfeited }.into());
		assert_noop!(close_record(ALICE), Error::<Test>::NotContributor);
		assert_eq!(DataRewards::consent_of(0, ALICE), None);
		// Whoever calls gains nothing; the person has its pay and its deposit.
		assert_eq!(free(READER), reader);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + forfeited);
		let account = DataRewards::data_account(ALICE).unwrap().account;
		assert_eq!((account.paid, account.records), (500, 0));
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
		assert_eq!(free(ALICE), before + 500);
		// And the campaign can be removed, with what was its sponsor's alone.
		assert_ok!(close());
		let closed = Event::CampaignClosed {
			campaign: 0,
			funded: FUNDS,
			claimed: 500,
			delivered: 0,
			forfeited,
		};
		assert_eq!(last_event(), closed.into());
		assert_eq!(wealth(DataRewards::pot(0)), 0);
		assert_eq!(wealth(SPONSOR), sponsor + EXISTENTIAL_DEPOSIT);
	});
}

/// A planck of weight, bought for next to nothing and never claimed, would lock all that accrues beyond its
/// bound for ever, and the deposit of the sponsor with it.
#[test]
fn a_hostage_that_never_claims_locks_nothing_for_ever() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 2);
		advance_to(CLOSES);
		assert_noop!(close(), Error::<Test>::NothingToClose);
		assert_eq!(accrued(ALICE), FUNDS);
		advance_to(CLOSES + GRACE);
		assert_ok!(close_record(ALICE));
		assert_ok!(close());
		assert_eq!(DataRewards::campaign(0), None);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + FUNDS - 1);
	});
}

#[test]
fn until_the_end_of_the_grace_period_an_identity_frees_what_is_reserved() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 2);
		advance_to(CLOSES + GRACE - 1);
		identify(ALICE);
		let before = wealth(ALICE);
		assert_ok!(claim(ALICE));
		assert_eq!(wealth(ALICE), before + FUNDS);
	});
}

#[test]
fn who_is_identified_is_paid_in_full_by_whoever_closes_its_record() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 2);
		advance_to(CLOSES + GRACE);
		let before = wealth(ALICE);
		assert_ok!(close_record(ALICE));
		assert_eq!(wealth(ALICE), before + FUNDS);
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn a_record_without_weight_is_closed_as_well() {
	ExtBuilder.with_campaign(|| {
		let before = free(ALICE);
		join(ALICE);
		assert_ok!(DataRewards::revoke(signed(ALICE), 0));
		advance_to(CLOSES + GRACE);
		assert_ok!(close_record(ALICE));
		let closed = Event::RecordClosed { campaign: 0, who: ALICE, forfeited: 0 };
		assert_eq!(last_event(), closed.into());
		assert_ok!(DataRewards::close_data_account(signed(ALICE)));
		assert_eq!(free(ALICE), before);
	});
}

/// Income that is still to come is not lost to anybody.
#[test]
fn a_record_stays_open_as_long_as_a_purchase_does() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1_000);
		offer_report();
		advance_to(CLOSES - 1);
		let purchase = delivered();
		advance_to(CLOSES + GRACE);
		assert_noop!(close_record(ALICE), Error::<Test>::PurchasesOpen);
		assert_ok!(DataRewards::settle_purchase(signed(CAROL), purchase));
		let before = wealth(ALICE);
		assert_ok!(close_record(ALICE));
		assert_eq!(wealth(ALICE), before + FUNDS + PRICE / 2);
	});
}

/// Also of what reports bring: the buyer may be the sponsor.
#[test]
fn income_from_reports_beyond_the_bound_is_the_treasurys() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		offer_report();
		advance_to(CLOSES - 1);
		let purchase = delivered();
		assert_ok!(DataRewards::accept_report(signed(READER), purchase));
		let before = (free(TREASURY), wealth(SPONSOR));
		advance_to(CLOSES + GRACE);
		assert_ok!(close_record(ALICE));
		assert_ok!(close());
		assert_eq!(free(TREASURY), before.0 + FUNDS + PRICE / 2 - 500);
		assert_eq!(wealth(SPONSOR), before.1 + EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn an_account_with_nothing_but_its_deposits_is_paid() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 2);
		let all = Balances::usable_balance(ALICE);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, all));
		advance_to(CLOSES + GRACE);
		let before = wealth(ALICE);
		assert_ok!(close_record(ALICE));
		assert_eq!(wealth(ALICE), before + 1);
	});
}

#[test]
fn only_what_is_there_is_closed_and_only_by_a_signature() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		advance_to(CLOSES + GRACE);
		assert_noop!(close_record(BOB), Error::<Test>::NotContributor);
		assert_noop!(
			DataRewards::close_record(signed(READER), 1, ALICE),
			Error::<Test>::CampaignNotFound
		);
		for origin in unsigned() {
			assert_noop!(DataRewards::close_record(origin, 0, ALICE), BadOrigin);
		}
		let account = DataAccounts::<Test>::take(ALICE).unwrap();
		assert_noop!(close_record(ALICE), Error::<Test>::DataAccountNotFound);
		DataAccounts::<Test>::insert(ALICE, account);
	});
}
