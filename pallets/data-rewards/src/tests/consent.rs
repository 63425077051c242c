//! `consent` and `revoke`: promises C7 and X8.

use super::*;
use sp_runtime::DispatchResult;

fn revoke(who: AccountId) -> DispatchResult {
	DataRewards::revoke(signed(who), 0)
}

#[test]
fn a_consent_is_a_commitment_and_a_pointer() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		assert_eq!(
			last_event(),
			Event::Consented { campaign: 0, who: ALICE, commitment: hash(2) }.into()
		);
		let consent = Consent { commitment: hash(2), pointer: pointer() };
		assert_eq!(DataRewards::consent_of(0, ALICE), Some(consent));
		// Consent alone is no contribution.
		assert_eq!(claimable(ALICE).weight, 0);
		assert_eq!((ledger().records, ledger().contributors), (1, 0));
		assert_eq!(DataRewards::data_account(ALICE).unwrap().account.records, 1);
	});
}

#[test]
fn consent_needs_a_data_account_and_a_campaign() {
	ExtBuilder.with_campaign(|| {
		assert_noop!(consent(ALICE), Error::<Test>::DataAccountNotFound);
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		assert_noop!(
			DataRewards::consent(signed(ALICE), 1, hash(2), pointer()),
			Error::<Test>::CampaignNotFound
		);
		assert_ok!(consent(ALICE));
		assert_noop!(consent(ALICE), Error::<Test>::AlreadyConsented);
	});
}

#[test]
fn consent_ends_with_the_contributions() {
	ExtBuilder.with_campaign(|| {
		for who in [ALICE, BOB] {
			assert_ok!(DataRewards::open_data_account(signed(who), 1));
		}
		advance_to(UNTIL - QUIET - 1);
		assert_ok!(consent(ALICE));
		advance_to(UNTIL - QUIET);
		assert_noop!(consent(BOB), Error::<Test>::TooLate);
	});
}

#[test]
fn revoking_keeps_what_was_earned_and_stops_the_rest() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		identify(BOB);
		join_with(ALICE, 100);
		join_with(BOB, 100);
		advance_to(FROM + 10);
		assert_ok!(revoke(ALICE));
		assert_eq!(last_event(), Event::Revoked { campaign: 0, who: ALICE }.into());
		assert_eq!((claimable(ALICE).weight, ledger().contributors), (0, 1));
		assert_eq!(DataRewards::consent_of(0, ALICE), None);
		advance_to(FROM + 20);
		assert_eq!((accrued(ALICE), accrued(BOB)), (5_000, 15_000));
		let number = buy(ALICE, 100);
		assert_noop!(contribute(ALICE, &[number]), Error::<Test>::NotConsented);
		assert_ok!(claim(ALICE));
		assert_eq!(claimable(ALICE).paid, 5_000);
		advance_to(CLOSES);
		assert_eq!(accrued(ALICE), 0);
	});
}

#[test]
fn the_last_one_to_revoke_leaves_the_stream_to_the_sponsor() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 100);
		advance_to(FROM + 10);
		assert_ok!(revoke(ALICE));
		advance_to(FROM + 30);
		assert_eq!((accrued(ALICE), ledger().waiting), (10_000, 20_000));
	});
}

#[test]
fn consent_can_be_given_again_and_weight_starts_at_nothing() {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 100);
		let later = buy(ALICE, 40);
		assert_ok!(revoke(ALICE));
		let deposit = free(ALICE);
		assert_ok!(consent(ALICE));
		assert_eq!(free(ALICE), deposit - pointer().len() as Balance);
		assert_eq!((claimable(ALICE).weight, ledger().records), (0, 1));
		assert_noop!(contribute(ALICE, &[0]), Error::<Test>::ReceiptUsed);
		assert_ok!(contribute(ALICE, &[later]));
		assert_eq!(claimable(ALICE).weight, 40);
	});
}

#[test]
fn revoking_returns_the_deposit_for_the_pointer() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		let before = free(ALICE);
		assert_ok!(revoke(ALICE));
		assert_eq!(free(ALICE), before + pointer().len() as Balance);
	});
}

#[test]
fn only_a_consent_in_force_is_revoked() {
	ExtBuilder.with_campaign(|| {
		assert_noop!(revoke(ALICE), Error::<Test>::NotConsented);
		join(ALICE);
		assert_noop!(DataRewards::revoke(signed(ALICE), 1), Error::<Test>::CampaignNotFound);
		assert_ok!(revoke(ALICE));
		assert_noop!(revoke(ALICE), Error::<Test>::NotConsented);
		assert_noop!(contribute(ALICE, &[0]), Error::<Test>::NotConsented);
	});
}

#[test]
fn a_consent_can_be_revoked_after_the_window() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 100);
		advance_to(UNTIL + 1);
		assert_ok!(revoke(ALICE));
	});
}

#[test]
fn a_signature_is_needed() {
	ExtBuilder.with_campaign(|| {
		for origin in unsigned() {
			assert_noop!(DataRewards::consent(origin.clone(), 0, hash(2), pointer()), BadOrigin);
			assert_noop!(DataRewards::revoke(origin, 0), BadOrigin);
		}
	});
}
